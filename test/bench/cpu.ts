/** CPU that the handler itself takes for a request: the real one, over a database that answers at once. */
import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { newAccount, opened } from "../../functions/ledger/domain/opening.ts";
import { ledgerHandlers } from "../../functions/ledger/http.ts";
import { toItem } from "../../functions/ledger/store/account.ts";
import { type HttpHandler, makeHandler } from "../../functions/shared/app.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import type { Db } from "../../functions/shared/dynamo.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { ledgerOperations } from "../../schemas/ledger/operations.ts";
import { environment, makeTown, OPENING, type Person, randomPayment, type Town } from "./town.ts";

const PEOPLE = 50;
const WARM_REQUESTS = 2_000;
const BATCHES = 12;
const BATCH_REQUESTS = 500;

/** CPU of one request, user and system time of the whole process. */
export interface CpuResult {
  readonly name: string;
  /** Median over the batches, with the SDK's marshalling, signing and parsing. */
  readonly microsWithSdk: number;
  /** Median with the SDK left out: parsing, token, schemas, rules, rendering. */
  readonly micros: number;
  readonly requests: number;
}

const event = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: "",
  headers: { host: "localhost", "accept-language": "zh-CN,zh;q=0.9,en;q=0.8", ...headers },
  requestContext: {
    accountId: "bench",
    apiId: "bench",
    domainName: "localhost",
    domainPrefix: "localhost",
    http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "bench" },
    requestId: randomUUID(),
    routeKey: "$default",
    stage: "$default",
    time: "",
    timeEpoch: 0,
  },
  ...(body === undefined ? {} : { body }),
  isBase64Encoded: false,
});

/** A payment between two random people as API Gateway would send it. */
export const paymentEvent = (people: readonly Person[]): APIGatewayProxyEventV2 => {
  const { token, key, body } = randomPayment(people);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key };
  return event("POST", "/v1/ledger/transfers", headers, body);
};

/** A person's question about the own account, or about what is below it, as API Gateway would send it. */
export const readEvent = (
  { account, token }: Person,
  below = "",
  query?: Readonly<Record<string, string>>,
): APIGatewayProxyEventV2 => ({
  ...event("GET", `/v1/ledger/accounts/${account}${below}`, { authorization: `Bearer ${token}` }),
  ...(query ? { queryStringParameters: query, rawQueryString: new URLSearchParams(query).toString() } : {}),
});

const accountItem = ({ district, people }: Town) => {
  const holder = { kind: "resident" as const, id: people[0]?.id ?? "", community: "lujing" };
  const opening = { transferId: randomUUID(), unit: "points", amount: OPENING, by: holder.id };
  return toItem(
    opened(district, newAccount(district, holder, "points"), opening, Date.now() * 1_000, new Date()).account,
  );
};

/** An SDK client whose transport answers every request at once: reads with the account, writes with success. */
const instantClient = (item: ReturnType<typeof accountItem>): DynamoDBClient => {
  const read = Buffer.from(JSON.stringify({ Item: marshall(item) }));
  const written = Buffer.from("{}");
  const handle = async (request: { headers: Record<string, string> }) => {
    const body = request.headers["x-amz-target"]?.endsWith("GetItem") ? read : written;
    return { response: { statusCode: 200, headers: { "content-type": "application/x-amz-json-1.0" }, body } };
  };
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: "http://127.0.0.1:1", region: "local", credentials });
  client.config.requestHandler.handle = handle as unknown as typeof client.config.requestHandler.handle;
  return client;
};

/** The same without the SDK. */
const instantDb = (item: ReturnType<typeof accountItem>): Db => ({
  get: async () => item,
  getMany: async () => [item],
  query: async () => ({ items: [] }),
  commit: async () => ({ ok: true }),
  pause: async () => undefined,
  scan: async () => ({ items: [] }),
  isOld: () => false,
  renew: async () => false,
});

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

const measure = async (handler: HttpHandler, make: () => APIGatewayProxyEventV2, status: number): Promise<number> => {
  const run = async (events: readonly APIGatewayProxyEventV2[]) => {
    for (const one of events) {
      const answer = await handler(one, {} as Context);
      if (answer.statusCode !== status) throw new Error(`answered ${answer.statusCode}: ${answer.body}`);
    }
  };
  await run(Array.from({ length: WARM_REQUESTS }, make));
  const batches: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const events = Array.from({ length: BATCH_REQUESTS }, make);
    const before = process.cpuUsage();
    await run(events);
    const { user, system } = process.cpuUsage(before);
    batches.push((user + system) / BATCH_REQUESTS);
  }
  return median(batches);
};

/** Measures a transfer and the reading of an account. */
export const measureCpu = async (): Promise<CpuResult[]> => {
  const town = await makeTown(PEOPLE);
  const item = accountItem(town);
  const overrides = { district: town.district, log: silentLog, client: instantClient(item) };
  const deps: Deps = makeDeps(environment(town, "bench"), "bench", overrides);
  const whole = makeHandler(ledgerOperations, ledgerHandlers, deps);
  const bare = makeHandler(ledgerOperations, ledgerHandlers, { ...deps, db: instantDb(item) });
  const cases = [
    { name: "transfer", make: () => paymentEvent(town.people), status: 201 },
    { name: "read an account", make: () => readEvent(town.people[0] as Person), status: 200 },
  ];
  const results: CpuResult[] = [];
  for (const { name, make, status } of cases) {
    const micros = await measure(bare, make, status);
    const microsWithSdk = await measure(whole, make, status);
    results.push({ name, micros, microsWithSdk, requests: BATCHES * BATCH_REQUESTS });
  }
  return results;
};

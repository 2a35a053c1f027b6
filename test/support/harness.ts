/**
 * Starts the whole API in this process on a table of its own: real HTTP, real tokens, the embedded engine, a clock
 * that tests move.
 */
import { randomUUID } from "node:crypto";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { uuidv7 } from "uuidv7";
import { inject } from "vitest";
import * as fund from "../../functions/fund/index.ts";
import * as ledger from "../../functions/ledger/index.ts";
import * as parking from "../../functions/parking/index.ts";
import * as polls from "../../functions/polls/index.ts";
import * as residents from "../../functions/residents/index.ts";
import type { HttpHandler } from "../../functions/shared/app.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { type Env, makeDeps, type Overrides } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import * as system from "../../functions/system/index.ts";
import * as timebank from "../../functions/timebank/index.ts";
import { tableGrants } from "../../infra/aws/grants.ts";
import { localClient } from "../../infra/local/client.ts";
import { serve } from "../../infra/local/http-server.ts";
import { createIssuer } from "../../infra/local/issuer.ts";
import type { District } from "../../schemas/district.ts";
import { actionsOf } from "../../schemas/operation.ts";
import type { Role } from "../../schemas/roles.ts";
import { operations } from "../../schemas/routes.ts";
import { createTableInput } from "../../schemas/table.ts";
import { TestClock } from "./clock.ts";
import { testDistrict } from "./district.ts";
import { actAs, police, TABLE_ARN } from "./policed.ts";

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
  readonly headers: Headers;
  readonly text: string;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is, for malformed bodies and CSV. */
  readonly raw?: string;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

export interface App {
  readonly url: string;
  /** Name of the app's own table. */
  readonly table: string;
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly district: District;
  readonly issuer: Awaited<ReturnType<typeof createIssuer>>;
  token(claims: { sub: string; roles?: Role[]; communities?: string[]; district?: string }): Promise<string>;
  /** Sends a request; POSTs get a fresh idempotency key unless one is given. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly district?: District;
  readonly now?: string;
  readonly overrides?: Overrides;
  /** A table that is there already; one of its own by default. */
  readonly table?: string;
}

/** Noon in Shaoxing on a Monday in the middle of a month. */
export const START = "2026-06-15T04:00:00.000Z";

/** Far enough that tests may move the clock by years. */
const TOKEN_EXPIRES = Date.parse("2040-01-01T00:00:00Z") / 1_000;

/** Makes a table in the run's engine. */
export const makeTable = async (): Promise<{ client: DynamoDBClient; table: string; endpoint: string }> => {
  const { endpoint } = inject("engine");
  const client = new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const table = `test-${randomUUID()}`;
  await client.send(new CreateTableCommand(createTableInput(table)));
  return { client, table, endpoint };
};

const routes = operations.map(({ method, path, ...operation }) => ({
  pattern: new RegExp(`^${method} ${path.replaceAll(".", "\\.").replaceAll(/\{[^}]+\}/g, "[^/]+")}/?$`),
  principal: { id: operation.id, grants: tableGrants(actionsOf(operation), TABLE_ARN) },
}));

/**
 * The handler under the permissions of the operation that a request calls: narrower than its function's on AWS, which
 * has those of all its operations.
 */
const policed =
  (handler: HttpHandler): HttpHandler =>
  (event, context) => {
    const request = `${event.requestContext.http.method} ${event.rawPath}`;
    const principal = routes.find(({ pattern }) => pattern.test(request))?.principal;
    return principal ? actAs(principal, () => handler(event, context)) : handler(event, context);
  };

/** Starts the API; call `stop` when done. */
export const startApp = async (options: AppOptions = {}): Promise<App> => {
  const { endpoint } = inject("engine");
  const table = options.table ?? (await makeTable()).table;
  const district = options.district ?? testDistrict();
  const clock = new TestClock(options.now ?? START);
  const issuer = await createIssuer({ issuer: district.auth.issuer, audience: district.auth.audience });
  const env: Env = {
    LINLI_TABLE: table,
    LINLI_DYNAMODB_ENDPOINT: endpoint,
    LINLI_VERSION: "test",
    LINLI_JWKS: JSON.stringify(issuer.jwks()),
  };
  const client = police(options.overrides?.client ?? localClient(endpoint), inject("actions"));
  const overrides: Overrides = { clock, district, log: silentLog, ...options.overrides, client };
  const handlers = {
    ledger: policed(ledger.create(env, overrides)),
    residents: policed(residents.create(env, overrides)),
    timebank: policed(timebank.create(env, overrides)),
    parking: policed(parking.create(env, overrides)),
    fund: policed(fund.create(env, overrides)),
    polls: policed(polls.create(env, overrides)),
    system: policed(system.create(env, overrides)),
  };
  const { url, close } = await serve({ handlers });
  return {
    url,
    table,
    deps: makeDeps(env, "test", overrides),
    clock,
    district,
    issuer,
    token: ({ sub, roles = ["resident"], communities = ["lujing"], district: claimed = district.id }) =>
      issuer.mint({ sub, roles, communities, district: claimed, now: clock.now(), overrides: { exp: TOKEN_EXPIRES } }),
    call: (method, path, call) => send(url, method, path, call),
    stop: close,
  };
};

const send = async (url: string, method: string, path: string, options: CallOptions = {}): Promise<Reply> => {
  const { token, body, raw, key, headers = {} } = options;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
      ...(method === "POST" ? { "idempotency-key": key ?? uuidv7() } : {}),
      "accept-language": "en",
      ...headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const text = await response.text();
  const json = /[/+]json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json && text !== "" ? JSON.parse(text) : undefined,
  };
};

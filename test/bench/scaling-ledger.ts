/** What a payment, a statement's page and a balance in the past cost as residents, or one account's history, grow. */

import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { uuidv7 } from "uuidv7";
import { runNamed } from "../../functions/jobs/index.ts";
import { newAccount, opened } from "../../functions/ledger/domain/opening.ts";
import { ledgerHandlers } from "../../functions/ledger/http.ts";
import { openAccounts } from "../../functions/ledger/port.ts";
import { createAccount } from "../../functions/ledger/store/account.ts";
import { entryWrites } from "../../functions/ledger/store/journal.ts";
import { makeHandler } from "../../functions/shared/app.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { localClient } from "../../infra/local/client.ts";
import { startEngine } from "../../infra/local/engine.ts";
import { ensureTable } from "../../infra/local/table.ts";
import { ledgerOperations } from "../../schemas/ledger/operations.ts";
import { Meter } from "../integration/budget/meter.ts";
import { commitAll } from "./commit-all.ts";
import { median, paymentEvent, readEvent } from "./cpu.ts";
import { environment, makeTown, OPENING, type Person, type Town } from "./town.ts";

/** What one request came to, by its name. */
export interface Asked {
  readonly name: string;
  readonly size: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Median of own processor time with the SDK, the engine's left out. */
  readonly cpuMillis: number;
}

const COMMUNITY = "lujing";
const WARM = 40;
const BATCHES = 5;
const BATCH_REQUESTS = 20;
const DAY_MS = 86_400_000;
/** A history is spread over so many days before now, and its balance asked for in the middle of them. */
const HISTORY_DAYS = 90;
const PAGE_LINES = 20;

const holderOf = (id: string) => ({ kind: "resident" as const, id, community: COMMUNITY });

/** Accounts of everyone and of so many neighbours, opened as registration opens them. */
const openMany = async (deps: Deps, people: readonly Person[], residents: number): Promise<void> => {
  const ids = Array.from({ length: residents }, (_, place) => people[place]?.id ?? uuidv7());
  const writes = ids.flatMap((id) =>
    openAccounts(deps, holderOf(id), { opening: [{ transferId: uuidv7(), unit: "points", amount: OPENING, by: id }] }),
  );
  await commitAll(deps, writes);
};

/** Two accounts of which the first has been paid so often by the second, evenly over the days before now. */
const openHistory = async (deps: Deps, [payee, payer]: readonly Person[], entries: number): Promise<void> => {
  const { id, account: to } = payee as Person;
  const { id: by, account: from } = payer as Person;
  const first = (Date.now() - HISTORY_DAYS * DAY_MS) * 1_000;
  const step = Math.floor(((HISTORY_DAYS - 1) * DAY_MS * 1_000) / entries);
  const make = (who: string, amount: number) =>
    opened(
      ...([deps.district, newAccount(deps.district, holderOf(who), "points")] as const),
      ...([{ transferId: uuidv7(), unit: "points", amount, by: who }, first, new Date(first / 1_000)] as const),
    );
  const [paid, paying] = [make(id, OPENING), make(by, OPENING + entries)];
  const last = first + entries * step;
  const journal = Array.from({ length: entries }, (_, place) => ({
    ...{
      id: uuidv7(),
      leg: 0,
      reversal: false,
      kind: "transfer" as const,
      from,
      to,
      amount: 1,
      category: "thanks",
      by,
    },
    stamp: first + (place + 1) * step,
  }));
  const moved = ({ account }: typeof paid, change: number) => {
    const { balance, free, available, room } = account;
    const sums = { balance: balance + change, free: free + change, available: available + change, room: room - change };
    return createAccount({ ...account, ...sums, last, version: entries });
  };
  await commitAll(deps, [
    ...[moved(paid, entries), moved(paying, -entries)],
    ...entryWrites([paid.entry, paying.entry, ...journal]),
  ]);
  while ((await runNamed("balance-checkpoint", deps)).state !== "finished");
};

interface Request {
  readonly name: string;
  readonly make: () => APIGatewayProxyEventV2;
}

/** A payment between the two, a page of the first's statement, the first's balance in the middle of the days. */
const requestsOf = (town: Town): Request[] => {
  const [first] = town.people as readonly [Person];
  const at = new Date(Date.now() - (HISTORY_DAYS / 2) * DAY_MS).toISOString();
  return [
    { name: "transfer", make: () => paymentEvent(town.people) },
    { name: "statement page", make: () => readEvent(first, "/statement", { limit: String(PAGE_LINES) }) },
    { name: "balance in the past", make: () => readEvent(first, "/balance", { at }) },
  ];
};

const measureRequest = async (town: Town, table: string, endpoint: string, request: Request, size: number) => {
  const handlerOf = (client: DynamoDBClient) => {
    const overrides = { client, district: town.district, log: silentLog };
    const deps = makeDeps(environment(town, table, endpoint), "bench", overrides);
    return makeHandler(ledgerOperations, ledgerHandlers, deps);
  };
  const meter = new Meter(endpoint);
  const client = localClient(endpoint);
  const [counting, plain] = [handlerOf(meter.client), handlerOf(client)];
  const send = async (handler: typeof plain) => {
    const { statusCode, body } = await handler(request.make(), {} as Context);
    if (statusCode === undefined || statusCode >= 300) throw new Error(`${request.name}: ${body}`);
  };
  for (let warm = 0; warm < WARM; warm++) await send(plain);
  const batches: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const before = process.cpuUsage();
    for (let sent = 0; sent < BATCH_REQUESTS; sent++) await send(plain);
    const { user, system } = process.cpuUsage(before);
    batches.push((user + system) / 1_000 / BATCH_REQUESTS);
  }
  await send(counting);
  const { measured } = await meter.measure(() => send(counting));
  meter.client.destroy();
  client.destroy();
  const units = { writeUnits: measured.computed.base + measured.computed.index, readUnits: measured.readUnits };
  return { name: request.name, size, ...units, cpuMillis: median(batches) };
};

/** Measures each request at each size of what grows; every size has a table of its own. */
export const measureLedger = async (
  grows: "residents" | "history",
  sizes: readonly number[],
  progress: (text: string) => void,
): Promise<Asked[]> => {
  const asked: Asked[] = [];
  const engine = await startEngine({ kind: "dynoxide" });
  try {
    const town = await makeTown(2);
    for (const size of sizes) {
      progress(`${grows}, ${size} ...`);
      const table = `scaling-${grows}-${size}`;
      const client = localClient(engine.endpoint);
      await ensureTable(client, table);
      const overrides = { client, district: town.district, log: silentLog };
      const deps = makeDeps(environment(town, table, engine.endpoint), "bench", overrides);
      await (grows === "residents" ? openMany(deps, town.people, size) : openHistory(deps, town.people, size));
      for (const request of requestsOf(town).filter(({ name }) => grows === "history" || !name.startsWith("balance"))) {
        asked.push(await measureRequest(town, table, engine.endpoint, request, size));
      }
      client.destroy();
    }
    return asked;
  } finally {
    await engine.stop();
  }
};

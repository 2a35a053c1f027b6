/** Confirmed orders in numbers, with their holds and the accounts behind them, on a table of their own. */
import { randomUUID } from "node:crypto";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { newAccount, opened } from "../../functions/ledger/domain/opening.ts";
import { createAccount } from "../../functions/ledger/store/account.ts";
import { entryWrites } from "../../functions/ledger/store/journal.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { type Env, makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { TRANSACTION_ITEMS_MAX, type Write } from "../../functions/shared/write.ts";
import { createTableInput } from "../../schemas/table.ts";
import { TestClock } from "../support/clock.ts";
import { confirmedWrites } from "../support/confirmed.ts";
import { testProfile, timebankDistrict } from "../support/timebank.ts";

/** Who serves whom, one after another. */
export interface Workload {
  readonly name: string;
  /** What it stands for. */
  readonly what: string;
  /** Number of the recipient and of the volunteer of the order with this number, among so many orders. */
  readonly pair: (index: number, orders: number) => readonly [recipient: number, volunteer: number];
}

/** A volunteer's round: four elders in a row; an elder is served again much later. */
export const ROUNDS: Workload = {
  name: "rounds",
  what: "a volunteer visits four elders in a row",
  pair: (index, orders) => [index % Math.ceil(orders / 10), Math.floor(index / 4) % Math.ceil(orders / 20)],
};

/** Workloads by how much their accounts meet. */
export const WORKLOADS: readonly Workload[] = [
  { name: "apart", what: "no account meets another order's", pair: (index) => [index, index] },
  ROUNDS,
  {
    name: "pairs",
    what: "the same two people four times in a row",
    pair: (index, orders) => {
      const pair = Math.floor(index / 4) % Math.ceil(orders / 20);
      return [pair, pair];
    },
  },
];

const MINUTES = 60;
/** When the orders are made, and when they are settled: after two o'clock of the next day in Shaoxing. */
const MADE = "2026-06-15T03:00:00.000Z";
const NOW = "2026-06-16T04:00:00.000Z";
const CONFIRMED_MS = Date.parse("2026-06-15T02:00:00.000Z");

/** Dependencies on a table of the engine; the clock stands still, after the settlement hour unless told otherwise. */
export const depsOf = (endpoint: string, table: string, now = NOW): Deps => {
  const env: Env = { LINLI_TABLE: table, LINLI_DYNAMODB_ENDPOINT: endpoint, LINLI_VERSION: "bench" };
  const district = timebankDistrict(testProfile({ settlement: "calendar" }));
  return makeDeps(env, "bench", { district, clock: new TestClock(now), log: silentLog });
};

const idOf = (kind: "e" | "f", index: number) => `0190${kind}000-0000-7000-8000-${String(index).padStart(12, "0")}`;

/** An account as many open holds have left it, with the entry of its opening. */
const accountWrites = (deps: Deps, id: string, held: number, heldIn: number): Write[] => {
  const holder = { kind: "resident" as const, id, community: "lujing" };
  const empty = newAccount(deps.district, holder, "minutes");
  const opening = { transferId: randomUUID(), unit: "minutes", amount: Math.max(held, MINUTES), by: id };
  const { account, entry } = opened(deps.district, empty, opening, deps.stamps.take(), deps.clock.now());
  const { free, available, room } = account;
  const reserved = { held, heldIn, free: free - held, available: available - held, room: room - heldIn };
  return [createAccount({ ...account, ...reserved }), ...entryWrites([entry])];
};

/** Makes a table with so many confirmed orders of a workload; gives its name. */
export const makeOrders = async (endpoint: string, { pair }: Workload, orders: number): Promise<string> => {
  const client = new DynamoDBClient({
    ...{ endpoint, region: "local" },
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const table = `bench-${randomUUID()}`;
  await client.send(new CreateTableCommand(createTableInput(table)));
  client.destroy();
  const deps = depsOf(endpoint, table, MADE);
  const held = new Map<string, { out: number; in: number }>();
  const waiting: Write[] = [];
  const flush = async (): Promise<void> => {
    const full = waiting.splice(0, TRANSACTION_ITEMS_MAX);
    if (full.length > 0 && !(await deps.db.commit(full)).ok) throw new Error("an item was there already");
  };
  const put = async (writes: readonly Write[]): Promise<void> => {
    waiting.push(...writes);
    if (waiting.length >= TRANSACTION_ITEMS_MAX) await flush();
  };
  const side = (id: string) => held.get(id) ?? held.set(id, { out: 0, in: 0 }).get(id);
  for (let index = 0; index < orders; index++) {
    const [recipient, volunteer] = pair(index, orders);
    const people = { recipient: idOf("e", recipient), volunteer: idOf("f", volunteer) };
    const wanted = { ...people, held: MINUTES, credited: MINUTES - 15, confirmedMs: CONFIRMED_MS + index };
    // The accounts are written once, with all that is held.
    await put((await confirmedWrites(deps, wanted)).filter(({ type }) => type === "put"));
    (side(people.recipient) as { out: number }).out += MINUTES;
    (side(people.volunteer) as { in: number }).in += MINUTES;
  }
  for (const [id, sums] of held) await put(accountWrites(deps, id, sums.out, sums.in));
  await flush();
  return table;
};

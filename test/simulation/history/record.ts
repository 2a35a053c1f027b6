/** Records what concurrent clients asked of the ledger and were told, with the order in which it happened. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { openAccounts, seedPools } from "../../../functions/ledger/port.ts";
import { isEntry, toEntry } from "../../../functions/ledger/store/journal.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import type { Item } from "../../../functions/shared/write.ts";
import type { Mutant } from "../kernel/mutants.ts";
import { makeWorld, type World } from "../kernel/world.ts";
import { ledgerDistrict, ledgerSurface } from "../ledger/actions.ts";

/** What a client asks. */
export type Ask =
  | { readonly do: "pay"; readonly id: string; readonly from: string; readonly to: string; readonly amount: number }
  | { readonly do: "read"; readonly account: string };

/** What it was told: `balance` of a read; of a refusal what is said to be there. */
export type Told =
  | { readonly kind: "paid" }
  | { readonly kind: "balance"; readonly balance: number }
  | { readonly kind: "short"; readonly balance: number }
  | { readonly kind: "unknown" };

/** One operation from its invocation to its answer, both as places in the one order of events. */
export interface Operation {
  readonly client: number;
  readonly ask: Ask;
  readonly told: Told;
  readonly invoked: number;
  /** Infinity where no answer was heard. */
  readonly answered: number;
}

/** A history, and the journal that it left: transfers of each account in their order. */
export interface History {
  readonly opening: Readonly<Record<string, number>>;
  readonly operations: readonly Operation[];
  readonly journal: Readonly<Record<string, readonly { readonly id: string; readonly change: number }[]>>;
}

/** How much goes on in a history. */
export interface RecordOptions {
  readonly seed: number;
  readonly accounts: number;
  readonly clients: number;
  readonly operations: number;
  /** Points that each account has at the start. */
  readonly opening: number;
  readonly amountMax: number;
  readonly mutant?: Mutant;
}

const FAULT_RATE = 0.05;
const READ_RATE = 0.35;
/** Chance that a client goes away instead of asking again. */
const GONE_RATE = 0.1;

const district = () => {
  const { units, ...rest } = ledgerDistrict();
  return { ...rest, units: units.map((unit) => ({ ...unit, ceiling: 1_000_000_000 })) };
};

const startAccounts = async (world: World, { accounts, opening }: RecordOptions): Promise<string[]> => {
  const deps = world.servers[0] as Deps;
  await deps.db.commit(seedPools(deps, "lujing"));
  const made: string[] = [];
  for (let index = 0; index < accounts; index++) {
    const id = world.id();
    const openings = [{ transferId: world.id(), unit: "points", amount: opening, by: id }];
    await deps.db.commit(openAccounts(deps, { kind: "resident", id, community: "lujing" }, { opening: openings }));
    made.push(`${id}.points`);
  }
  return made;
};

const drawAsk = ({ random, id }: World, accounts: readonly string[], amountMax: number): Ask => {
  const from = Math.floor(random() * accounts.length);
  if (random() < READ_RATE) return { do: "read", account: accounts[from] as string };
  const to = (from + 1 + Math.floor(random() * (accounts.length - 1))) % accounts.length;
  const amount = 1 + Math.floor(random() * amountMax);
  return { do: "pay", id: id(), from: accounts[from] as string, to: accounts[to] as string, amount };
};

const send = async (world: World, ask: Ask): Promise<Told> => {
  const account = ask.do === "read" ? ask.account : ask.from;
  const actor = {
    id: account.slice(0, account.lastIndexOf(".")),
    roles: ["resident" as const],
    communities: ["lujing"],
  };
  const key = ask.do === "pay" ? ask.id : world.id();
  const body = ask.do === "pay" ? { from: ask.from, to: ask.to, amount: ask.amount, category: "thanks" } : undefined;
  const path = ask.do === "pay" ? "/v1/ledger/transfers" : `/v1/ledger/accounts/${account}`;
  const request = { method: ask.do === "pay" ? ("POST" as const) : ("GET" as const), path, actor, key };
  const tries = world.random() < GONE_RATE ? 1 : undefined;
  const outcome = await world.send({ ...request, ...(body ? { body } : {}) }, tries);
  if (outcome === undefined) return { kind: "unknown" };
  if (outcome.status === 201) return { kind: "paid" };
  if (outcome.status === 200) return { kind: "balance", balance: outcome.body.balance };
  if (outcome.code !== "ledger/insufficient-available") throw new Error(`an answer of another kind: ${outcome.code}`);
  return { kind: "short", balance: outcome.body.params.available };
};

const journalOf = ({ table }: World, accounts: readonly string[]): History["journal"] => {
  const entries = table
    .dump()
    .map((item) => unmarshall(item) as Item)
    .filter(isEntry)
    .map(toEntry)
    .filter(({ kind }) => kind === "transfer")
    .sort((a, b) => a.stamp - b.stamp);
  return Object.fromEntries(
    accounts.map((account) => [
      account,
      entries
        .filter(({ from, to }) => from === account || to === account)
        .map(({ id, from, amount }) => ({ id, change: from === account ? -amount : amount })),
    ]),
  );
};

/** Plays clients against the ledger, all at once, and returns what they saw. */
export const record = async (options: RecordOptions): Promise<History> => {
  const world = makeWorld(options.seed, district(), ledgerSurface, options.mutant);
  const { scheduler } = world;
  const accounts = await scheduler.drive(startAccounts(world, options));
  scheduler.rate = FAULT_RATE;
  const operations: Operation[] = [];
  let events = 0;
  const client = async (index: number): Promise<void> => {
    for (let count = 0; count < options.operations; count++) {
      const ask = drawAsk(world, accounts, options.amountMax);
      const invoked = events++;
      const told = await send(world, ask);
      const answered = told.kind === "unknown" ? Number.POSITIVE_INFINITY : events++;
      operations.push({ client: index, ask, told, invoked, answered });
    }
  };
  await scheduler.drive(Promise.all(Array.from({ length: options.clients }, (_, index) => client(index))));
  const opening = Object.fromEntries(accounts.map((account) => [account, options.opening]));
  return { opening, operations, journal: journalOf(world, accounts) };
};

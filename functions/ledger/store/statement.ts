/**
 * Reading journals: both sides of an account merged by stamp, sums over a window, and the checkpoints that keep old
 * balances near.
 */
import { Busy, type Db } from "../../shared/dynamo.ts";
import type { Stamp } from "../../shared/stamp.ts";
import { create, type Key, type Write } from "../../shared/write.ts";
import type { Account } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import { changeOf, isSettled, type Window } from "../domain/statement.ts";
import { accountKey, toAccount } from "./account.ts";
import { journalPartitions, toEntry } from "./journal.ts";

/** Entries that one query of a sum asks for. */
const SUM_PAGE = 500;
/** Most entries walked back from the present before a checkpoint is tried. */
export const BACK_ENTRIES_MAX = 1_000;
/** Most entries walked forward from a checkpoint; the job keeps checkpoints five times as near. */
export const FORWARD_ENTRIES_MAX = 10_000;
/** Most entries summed to prove that the indexes show a journal to its end. */
export const PROOF_ENTRIES_MAX = 10_000;
/** Most times that a lagging index is read again before the caller is asked to come back. */
const PROOF_ROUNDS_MAX = 3;

export interface JournalQuery extends Window {
  readonly descending?: boolean;
  /** Entries asked for at a time from each side. */
  readonly page: number;
}

interface Side {
  readonly index: "g1" | "g2";
  readonly partition: string;
  entries: Entry[];
  at: number;
  last: Record<string, unknown> | undefined;
  done: boolean;
}

const fill = async (db: Db, side: Side, query: JournalQuery): Promise<void> => {
  while (side.at >= side.entries.length && !side.done) {
    const page = await db.query({
      index: side.index,
      partition: side.partition,
      from: query.after + 1,
      to: query.upTo,
      descending: query.descending ?? false,
      limit: query.page,
      ...(side.last ? { after: side.last } : {}),
    });
    side.entries = page.items.map(toEntry);
    side.at = 0;
    side.last = page.last;
    side.done = page.last === undefined;
  }
};

const nextSide = (sides: readonly Side[], descending: boolean): Side | undefined => {
  let best: Side | undefined;
  let bestStamp = 0;
  for (const side of sides) {
    const stamp = side.entries[side.at]?.stamp;
    if (stamp === undefined) continue;
    if (best === undefined || (descending ? stamp > bestStamp : stamp < bestStamp)) {
      best = side;
      bestStamp = stamp;
    }
  }
  return best;
};

/** Entries of `account` within the window in order of their stamps; the reader bounds how many it takes. */
export async function* journal(db: Db, account: string, query: JournalQuery): AsyncGenerator<Entry, void> {
  if (query.after + 1 > query.upTo) return;
  const sides = (["g1", "g2"] as const).flatMap((index) =>
    journalPartitions(account).map(
      (partition): Side => ({ index, partition, entries: [], at: 0, last: undefined, done: false }),
    ),
  );
  await Promise.all(sides.map((side) => fill(db, side, query)));
  for (;;) {
    const side = nextSide(sides, query.descending ?? false);
    if (!side) return;
    yield side.entries[side.at++] as Entry;
    await fill(db, side, query);
  }
}

/** Sum over a window, or over its beginning when that is all that was allowed. */
export interface JournalSum {
  /** Sum of the account's changes, minor units. */
  readonly sum: number;
  readonly entries: number;
  /** The last stamp that the sum counts. */
  readonly upTo: Stamp;
  /** False when the window holds more entries than were allowed. */
  readonly complete: boolean;
}

/** Sums an account's changes within the window, at most `entriesMax` entries and those that share the last stamp. */
export const sumJournal = async (db: Db, account: string, window: Window, entriesMax: number): Promise<JournalSum> => {
  let sum = 0;
  let entries = 0;
  let upTo = window.after;
  for await (const entry of journal(db, account, { ...window, page: Math.min(SUM_PAGE, entriesMax + 1) })) {
    // On a pool entries of different processes may share a stamp; a sum ends only between stamps.
    if (entries >= entriesMax && entry.stamp !== upTo) return { sum, entries, upTo, complete: false };
    sum += changeOf(entry, account);
    entries += 1;
    upTo = entry.stamp;
  }
  return { sum, entries, upTo: window.upTo, complete: true };
};

/** A balance that was exact after every entry up to `stamp`, and stays so: its entries lie behind the horizon. */
export interface Checkpoint {
  readonly stamp: Stamp;
  readonly balance: number;
}

const STAMP_DIGITS = 16;

const checkpointKey = (account: string, stamp: Stamp): Key => ({
  pk: accountKey(account).pk,
  sk: `M#${String(stamp).padStart(STAMP_DIGITS, "0")}`,
});

/** The latest checkpoint at or before `stamp`; an account begins with nothing. */
export const checkpointAt = async (db: Db, account: string, stamp: Stamp): Promise<Checkpoint> => {
  const { pk, sk } = checkpointKey(account, stamp);
  const [item] = (await db.query({ partition: pk, from: "M#", to: sk, descending: true, limit: 1 })).items;
  return item ? { stamp: Number(item.sk.slice(2)), balance: item.bal as number } : { stamp: 0, balance: 0 };
};

/** Keeps a checkpoint; whoever comes second finds the same numbers there. */
export const createCheckpoint = (account: string, { stamp, balance }: Checkpoint): Write =>
  create({ ...checkpointKey(account, stamp), bal: balance });

const proved = async (db: Db, account: Account): Promise<boolean> => {
  const start = await checkpointAt(db, account.id, account.last);
  const window = { after: start.stamp, upTo: account.last };
  const found = await sumJournal(db, account.id, window, PROOF_ENTRIES_MAX);
  return found.complete && start.balance + found.sum === account.balance;
};

/**
 * The account, when its journal can be shown as complete up to its last stamp: it has rested long enough, or the sum
 * of the journal is its balance. Else it is read again a few times, and then the caller is told to come back
 * (`Busy`). Pools are folded behind the horizon, so their tail is provisional by nature and passes.
 */
export const settledAccount = async (db: Db, account: Account, now: Date): Promise<Account> => {
  let current = account;
  for (let round = 0; round < PROOF_ROUNDS_MAX; round++) {
    if (current.holderKind === "pool" || isSettled(current.last, now)) return current;
    if (await proved(db, current)) return current;
    const item = await db.get(accountKey(current.id));
    if (!item) break;
    current = toAccount(item);
  }
  throw new Busy("the indexes have not caught up with the account");
};

/**
 * Balance of a settled account after every entry up to `stamp`: back from the stored balance, else forward from a
 * checkpoint.
 * A pool's stored balance stands at its fold, so its tail is added. Undefined when no checkpoint is near enough, which
 * means that its job, or a pool's fold, has not run for long.
 */
export const balanceAt = async (db: Db, account: Account, stamp: Stamp): Promise<number | undefined> => {
  const { id, last, balance } = account;
  if (stamp >= last) {
    if (account.holderKind !== "pool") return balance;
    const tail = await sumJournal(db, id, { after: last, upTo: stamp }, FORWARD_ENTRIES_MAX);
    return tail.complete ? balance + tail.sum : undefined;
  }
  const since = await sumJournal(db, id, { after: stamp, upTo: last }, BACK_ENTRIES_MAX);
  if (since.complete) return balance - since.sum;
  const start = await checkpointAt(db, id, stamp);
  const until = await sumJournal(db, id, { after: start.stamp, upTo: stamp }, FORWARD_ENTRIES_MAX);
  return until.complete ? start.balance + until.sum : undefined;
};

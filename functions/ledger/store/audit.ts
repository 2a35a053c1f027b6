/**
 * What audit, export and jobs read beyond single accounts: lists of accounts, open holds, former limits, communities
 * of counterparties.
 */
import type { Db } from "../../shared/dynamo.ts";
import { type Account, accountRef } from "../domain/account.ts";
import { accountKey, accountList, toAccount } from "./account.ts";
import { holdList } from "./hold.ts";

/** A page of ids of a community's accounts in a unit, in order, pools among them; `next` is the id to go on after. */
export const accountIds = async (
  db: Db,
  community: string,
  unit: string,
  after: string | null,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> => {
  const partition = accountList(community, unit);
  const page = await db.query({
    index: "g3",
    partition,
    limit,
    ...(after === null ? {} : { after: { ...accountKey(after), g3p: partition, g3s: after } }),
  });
  const ids = page.items.map(({ pk }) => pk.slice(2));
  return { ids, next: page.last ? (ids.at(-1) ?? null) : null };
};

/** The same with the accounts themselves, read strongly. */
export const accountPage = async (
  db: Db,
  community: string,
  unit: string,
  after: string | null,
  limit: number,
): Promise<{ readonly accounts: readonly Account[]; readonly next: string | null }> => {
  const { ids, next } = await accountIds(db, community, unit, after, limit);
  return { accounts: (await db.getMany(ids.map(accountKey))).map(toAccount), next };
};

const HOLD_PAGE = 500;
/** Most pages of holds read for one side of an account. */
const HOLD_PAGES_MAX = 400;

/**
 * Sum and number of the open holds on one side of an account, of those made since `sinceMs`; undefined when there are
 * too many to read.
 */
export const openHolds = async (
  db: Db,
  account: string,
  side: "out" | "in",
  sinceMs: number,
): Promise<{ readonly sum: number; readonly count: number } | undefined> => {
  let sum = 0;
  let count = 0;
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < HOLD_PAGES_MAX; page++) {
    const { items, last } = await db.query({
      index: side === "out" ? "g1" : "g2",
      partition: holdList(account),
      from: sinceMs,
      limit: HOLD_PAGE,
      ...(after ? { after } : {}),
    });
    for (const item of items) {
      if (item.state !== "open") continue;
      sum += item.amt as number;
      count += 1;
    }
    if (!last) return { sum, count };
    after = last;
  }
  return undefined;
};

/** Changes of limits that are read for one account. */
const CHANGES_MAX = 100;

/** The loosest floor and ceiling that the account's recorded changes gave it, each undefined when none did. */
export const recordedLimits = async (
  db: Db,
  account: string,
): Promise<{ readonly floor: number | undefined; readonly ceiling: number | undefined }> => {
  const { items } = await db.query({ partition: accountKey(account).pk, prefix: "C#", limit: CHANGES_MAX });
  const floors = items.flatMap((item) => (item.floor === undefined ? [] : [item.floor as number]));
  const ceilings = items.flatMap((item) => (item.ceiling === undefined ? [] : [item.ceiling as number]));
  return {
    floor: floors.length === 0 ? undefined : Math.min(...floors),
    ceiling: ceilings.length === 0 ? undefined : Math.max(...ceilings),
  };
};

/** Communities of accounts: a pool's stands in its id, a member's is read once. */
export class Communities {
  readonly #known = new Map<string, string>();
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Remembers accounts that have been read anyway. */
  learn(accounts: readonly Pick<Account, "id" | "community">[]): void {
    for (const { id, community } of accounts) this.#known.set(id, community);
  }

  /** Reads those of `ids` that are not known yet. */
  async load(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => accountRef(id).pool === undefined && !this.#known.has(id));
    this.learn((await this.#db.getMany(missing.map(accountKey))).map(toAccount));
  }

  /** Community of a loaded account; undefined when there is no such account. */
  of(id: string): string | undefined {
    const ref = accountRef(id);
    return ref.pool === undefined ? this.#known.get(id) : ref.community;
  }
}

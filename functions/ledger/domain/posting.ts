/**
 * A posting is what one account undergoes in one transaction: signed changes and the conditions under which they may
 * happen.
 * `judge` says in code what `postingWrite` (store) says to the database; a property test holds the two equal.
 */
import type { ErrorCode } from "../../../schemas/errors.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Account } from "./account.ts";
import { addUse, type CounterUse, usedOf } from "./counter.ts";

export interface Posting {
  readonly account: string;
  /** Change of the balance. */
  readonly balance: number;
  /** Change of the amount held out of the account. */
  readonly held: number;
  /** Change of the amount held for the account. */
  readonly heldIn: number;
  /** Change of the sum of debits (see Account.spent). */
  readonly spent: number;
  /** Change of lifetime earned. */
  readonly earned: number;
  /** Changes of lots by expiry day. */
  readonly lots: Readonly<Record<string, number>>;
  readonly needs: Needs;
  readonly counters: readonly CounterUse[];
}

/** Conditions on the account before the posting. */
export interface Needs {
  /**
   * `active`: takes part in new business; `earmarked`: the same for an envelope; `open`: frozen is allowed (release of
   * a hold); `any`: even closed.
   */
  readonly status: "active" | "earmarked" | "open" | "any";
  /** Least `available` (balance less holds, overdraft included). */
  readonly available?: number;
  /**
   * Exact `available`, where the amount was derived from it: a change since makes the database refuse and the rules
   * decide again.
   */
  readonly availableIs?: number;
  /** Least `free` (balance less holds, overdraft left out): a hold never draws overdraft. */
  readonly free?: number;
  readonly room?: number;
  /** Resident who must be among the spenders of a shared wallet. */
  readonly spender?: string;
  readonly community?: string;
  /** Latest instant (ms) of the last payment, and the instant to remember as the new one. */
  readonly idle?: { readonly sinceMs: number; readonly nowMs: number };
}

/** Change of `available` and `free`. */
export const availableDelta = (posting: Posting): number => posting.balance - posting.held;

/** Change of `room`. */
export const roomDelta = (posting: Posting): number => -posting.balance - posting.heldIn;

const blank = (account: string, needs: Needs): Posting => ({
  account,
  balance: 0,
  held: 0,
  heldIn: 0,
  spent: 0,
  earned: 0,
  lots: {},
  needs,
  counters: [],
});

/** Makes a posting from the members that differ from nothing. */
export const posting = (
  account: string,
  needs: Needs,
  changes: Partial<Omit<Posting, "account" | "needs">>,
): Posting => ({
  ...blank(account, needs),
  ...changes,
});

const atLeast = (now: number | undefined, needed: number | undefined, gained: number): number | undefined => {
  if (needed === undefined) return now;
  const still = needed - gained;
  return still <= 0 && now === undefined ? undefined : Math.max(now ?? still, still);
};

/** The needs that are not amounts; amounts are worked out anew when postings merge. */
const unbounded = ({ available: _available, free: _free, room: _room, ...rest }: Needs): Needs => rest;

/** What an account may be asked to be, the strictest first. */
const STATUS_NEEDS = ["active", "earmarked", "open", "any"] as const;

/** One posting that does first `a`, then `b`, on the same account: what `a` brought counts towards what `b` needs. */
export const mergePostings = (a: Posting, b: Posting): Posting => {
  const lots: Record<string, number> = { ...a.lots };
  for (const [day, amount] of Object.entries(b.lots)) lots[day] = (lots[day] ?? 0) + amount;
  const counters = new Map(a.counters.map((use) => [use.attribute, use]));
  for (const use of b.counters) {
    const earlier = counters.get(use.attribute);
    counters.set(use.attribute, earlier ? addUse(earlier, use) : use);
  }
  const strictest = [a.needs.status, b.needs.status];
  const available = atLeast(a.needs.available, b.needs.available, availableDelta(a));
  const free = atLeast(a.needs.free, b.needs.free, availableDelta(a));
  const room = atLeast(a.needs.room, b.needs.room, roomDelta(a));
  return {
    account: a.account,
    balance: a.balance + b.balance,
    held: a.held + b.held,
    heldIn: a.heldIn + b.heldIn,
    spent: a.spent + b.spent,
    earned: a.earned + b.earned,
    lots,
    counters: [...counters.values()],
    needs: {
      ...unbounded(a.needs),
      ...unbounded(b.needs),
      status: STATUS_NEEDS.find((status) => strictest.includes(status)) ?? "any",
      ...(available === undefined ? {} : { available }),
      ...(free === undefined ? {} : { free }),
      ...(room === undefined ? {} : { room }),
    },
  };
};

/** Postings with those of the same account merged, in order of first appearance. */
export const mergeAll = (postings: readonly Posting[]): Posting[] => {
  const merged = new Map<string, Posting>();
  for (const next of postings) {
    const earlier = merged.get(next.account);
    merged.set(next.account, earlier ? mergePostings(earlier, next) : next);
  }
  return [...merged.values()];
};

/** Every reason why the account refuses the posting, the weightiest first; empty when it accepts. */
export const judge = (posting: Posting, account: Account | null): Refusal[] => {
  if (!account) return [refuse("resource/not-found", { what: "account", id: posting.account })];
  const { needs } = posting;
  if (needs.spender !== undefined && !account.spenders.includes(needs.spender)) {
    return [refuse("resource/not-found", { what: "account", id: posting.account })];
  }
  const refusals: Refusal[] = [];
  if (account.status === "closed" && needs.status !== "any") {
    refusals.push(refuse("ledger/account-closed", { account: account.id }));
  }
  if (account.status === "frozen" && (needs.status === "active" || needs.status === "earmarked")) {
    refusals.push(refuse("ledger/account-frozen", { account: account.id }));
  }
  if (account.status === "earmarked" && needs.status === "active") {
    refusals.push(refuse("ledger/account-earmarked", { account: account.id }));
  }
  if (needs.community !== undefined && account.community !== needs.community) {
    refusals.push(refuse("ledger/outside-community", { community: needs.community }));
  }
  refusals.push(...judgeAmounts(needs, account));
  for (const use of posting.counters) refusals.push(...judgeCounter(use, account));
  if (needs.idle && account.lastPaidMs !== undefined && account.lastPaidMs > needs.idle.sinceMs) {
    refusals.push(refuse("ledger/too-soon", { seconds: Math.ceil((account.lastPaidMs - needs.idle.sinceMs) / 1_000) }));
  }
  return refusals;
};

const judgeAmounts = (needs: Needs, account: Account): Refusal[] => {
  const refusals: Refusal[] = [];
  if (needs.available !== undefined && account.available < needs.available) {
    refusals.push(insufficient(needs.available, account.available));
  } else if (needs.free !== undefined && account.free < needs.free) {
    refusals.push(insufficient(needs.free, account.free));
  }
  if (needs.room !== undefined && account.room < needs.room) {
    refusals.push(refuse("ledger/ceiling", { room: Math.max(account.room, 0), amount: needs.room }));
  }
  return refusals;
};

const insufficient = (needed: number, available: number): Refusal =>
  refuse("ledger/insufficient-available", { needed, available, missing: needed - available });

const judgeCounter = (use: CounterUse, account: Account): Refusal[] => {
  if (use.direction === "give-back") return [];
  const used = usedOf(use, account.counters);
  if (used + use.amount <= use.limit) return [];
  const code: ErrorCode = `ledger/cap-${use.period}`;
  return [refuse(code, { cap: use.cap, limit: use.limit, used, amount: use.amount })];
};

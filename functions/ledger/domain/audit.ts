/** The checks of an audit: what an account's members must be, given its journal, its holds and its limits. */
import type { Stamp } from "../../shared/stamp.ts";
import type { Account } from "./account.ts";
import type { Entry } from "./entry.ts";
import { lotsBalance } from "./expiry.ts";
import { changeOf, counterpartyOf } from "./statement.ts";

export type Check = "journal" | "floor" | "ceiling" | "derived" | "holds-out" | "holds-in" | "lots";

/** A number that is not what it should be, minor units. */
export interface Finding {
  readonly account: string;
  readonly check: Check;
  readonly member: string;
  readonly expected: number;
  readonly found: number;
}

/** How far a walk through an account's journal has come; small, so that a cursor can carry it. */
export interface Walked {
  /** Last stamp counted. */
  readonly stamp: Stamp;
  /** Sum up to it, and the extremes on the way. */
  readonly sum: number;
  readonly low: number;
  readonly high: number;
}

/** Before the first entry. */
export const NOTHING_WALKED: Walked = { stamp: 0, sum: 0, low: 0, high: 0 };

/**
 * Walks one account's journal forward: sums, extremes, the balance at an instant, and what came from whom until then.
 */
export class Walk {
  #walked: Walked;
  /** Sum of the entries counted here that lie at or before `asOf`. */
  sumAsOf = 0;
  /** Balance by the journal at the account's last stamp. */
  sumAtLast: number;
  entries = 0;
  /** Changes up to `asOf` by counterparty. */
  readonly byCounterparty = new Map<string, number>();
  readonly #account: string;
  readonly #asOf: Stamp;
  readonly #last: Stamp;

  constructor(account: Pick<Account, "id" | "last">, asOf: Stamp, from: Walked) {
    this.#account = account.id;
    this.#last = account.last;
    this.#asOf = asOf;
    this.#walked = from;
    this.sumAtLast = from.sum;
  }

  /** Counts the next entry. */
  take(entry: Entry): void {
    const change = changeOf(entry, this.#account);
    const { sum, low, high } = this.#walked;
    const next = sum + change;
    this.#walked = { stamp: entry.stamp, sum: next, low: Math.min(low, next), high: Math.max(high, next) };
    if (entry.stamp <= this.#last) this.sumAtLast = next;
    this.entries += 1;
    if (entry.stamp > this.#asOf) return;
    this.sumAsOf += change;
    const other = counterpartyOf(entry, this.#account);
    this.byCounterparty.set(other, (this.byCounterparty.get(other) ?? 0) + change);
  }

  get walked(): Walked {
    return this.#walked;
  }
}

/** Floor and ceiling by which earlier balances are judged: the loosest of all that are known to have held. */
export interface Limits {
  readonly floor: number;
  readonly ceiling: number;
}

/** How the limits are to be read, for the report. */
export const LIMITS_NOTE =
  "Earlier balances are judged by the loosest of the limits now, the unit's policy and every recorded change: " +
  "what held at each instant is not stored.";

/** Findings on an account's own numbers: derived members and lots. */
export const ownFindings = (account: Account, expires: boolean): Finding[] => {
  const { id, balance, held, heldIn, floor, ceiling, free, available, room } = account;
  const expected = {
    free: balance - held,
    available: balance - held - floor,
    room: ceiling - balance - heldIn,
  };
  const findings = Object.entries({ free, available, room }).flatMap(([member, found]): Finding[] => {
    const right = expected[member as keyof typeof expected];
    return right === found ? [] : [{ account: id, check: "derived", member, expected: right, found }];
  });
  if (expires && account.holderKind !== "pool" && lotsBalance(account) !== balance) {
    findings.push({ account: id, check: "lots", member: "balance", expected: lotsBalance(account), found: balance });
  }
  return findings;
};

/** Findings of the journal against the stored balance, and of the balances on the way against the limits. */
export const journalFindings = (account: Account, walk: Walk, limits: Limits | undefined): Finding[] => {
  const findings: Finding[] = [];
  const { id, balance } = account;
  if (walk.sumAtLast !== balance) {
    findings.push({ account: id, check: "journal", member: "balance", expected: walk.sumAtLast, found: balance });
  }
  const { low, high } = walk.walked;
  if (limits && low < limits.floor) {
    findings.push({ account: id, check: "floor", member: "balance", expected: limits.floor, found: low });
  }
  if (limits && high > limits.ceiling) {
    findings.push({ account: id, check: "ceiling", member: "balance", expected: limits.ceiling, found: high });
  }
  return findings;
};

/** Findings of open holds against what the account has set aside. */
export const holdFindings = (account: Account, open: { readonly out: number; readonly in: number }): Finding[] => {
  const sides = [
    { check: "holds-out", member: "holdsOut", expected: open.out, found: account.held },
    { check: "holds-in", member: "holdsIn", expected: open.in, found: account.heldIn },
  ] as const;
  return sides.filter(({ expected, found }) => expected !== found).map((side) => ({ account: account.id, ...side }));
};

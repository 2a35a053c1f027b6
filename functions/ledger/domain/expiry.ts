/**
 * Expiry of points, oldest lots first. Credits are lots by the local day on which they have expired; `spent` is what
 * debits have consumed of them, oldest first. So `sum(lots) - spent = balance`, and what is left of the expired lots
 * is `expired lots - spent`.
 */
import { createHash } from "node:crypto";
import { type Account, poolAccount } from "./account.ts";
import type { Draft } from "./entry.ts";

/** What a run takes off an account today. */
export interface ExpiryPlan {
  /** Points that go to the expiry pool now; 0 when the expired lots had been spent. */
  readonly amount: number;
  /** Sum of debits after the fold. */
  readonly spent: number;
  /** Days whose lots are folded away. */
  readonly removed: readonly string[];
  /** Expired points that a hold still keeps: they stay as one lot, for a later run. */
  readonly waiting: { readonly day: string; readonly amount: number } | null;
}

/** The lots of an account do not add up to its balance: a fault that the audit names, never guessed away. */
export class LotsMismatch extends Error {}

/** Sum of the lots less what was spent, which is the balance in units with expiry. */
export const lotsBalance = ({ lots, spent }: Pick<Account, "lots" | "spent">): number =>
  Object.values(lots).reduce((sum, lot) => sum + lot, 0) - spent;

/**
 * Plans the expiry of an account on the local day `today` (`YYYYMMDD`); null when there is nothing to do.
 * A refund of points whose lot has expired and been folded makes `spent` negative: it expires now, as it would have had
 * it never been paid.
 * Points under a hold stay until the hold ends.
 */
export const planExpiry = (
  account: Pick<Account, "lots" | "spent" | "balance" | "free">,
  today: string,
): ExpiryPlan | null => {
  if (lotsBalance(account) !== account.balance) throw new LotsMismatch(`${lotsBalance(account)} <> ${account.balance}`);
  const days = Object.keys(account.lots)
    .filter((day) => day <= today)
    .sort();
  const expired = days.reduce((sum, day) => sum + (account.lots[day] ?? 0), 0);
  const due = Math.max(expired - account.spent, 0);
  const amount = Math.max(Math.min(due, account.free), 0);
  const left = due - amount;
  const day = days.at(-1) ?? today;
  const waiting = left > 0 ? { day, amount: left } : null;
  // Either the expired lots were spent whole and more, or what was spent of them is forgotten with them.
  const spent = due > 0 ? 0 : account.spent - expired;
  const removed = waiting ? days.filter((other) => other !== waiting.day) : days;
  const unchanged = amount === 0 && removed.length === 0 && spent === account.spent;
  return unchanged ? null : { amount, spent, removed, waiting };
};

const UUID_HEX = 32;

/**
 * Id of the expiry of an account on a day: the same whoever runs the job, so that a second run meets the first one's
 * record. RFC 9562 version 8.
 */
export const expiryId = (account: string, today: string): string => {
  const hex = createHash("sha256").update(`expiry|${account}|${today}`).digest("hex").slice(0, UUID_HEX);
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
};

/** The journal entry of an expiry. */
export const expiryEntry = (account: Account, amount: number, today: string, by: string): Draft => ({
  id: expiryId(account.id, today),
  leg: 0,
  reversal: false,
  kind: "expiry",
  from: account.id,
  to: poolAccount(account.community, "expiry", account.unit),
  amount,
  category: "expiry",
  by,
});

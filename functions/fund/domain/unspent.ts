/** For how long a fund's money has lain there. */
import { instantOf } from "../../shared/time.ts";
import type { Movement } from "./money.ts";

const DAY_MS = 86_400_000n;

/** Money that came in, and when. */
export type Lot = Pick<Movement, "amount" | "atMs">;

const INFLOWS: readonly Movement["kind"][] = [
  "donation",
  "surplus-share",
  "common-parts",
  "parking-split",
  "transfer-in",
  "expiry-in",
];

/** Whether a movement brings money in that was not there before; what comes back was, and is as old as it was. */
export const isInflow = ({ kind }: Pick<Movement, "kind">): boolean => INFLOWS.includes(kind);

/**
 * What is unspent of lots that came in, the newest first: the oldest money is spent first, so that what is left is of
 * the newest lots. Where the lots do not reach that far, the last one stands for what is older.
 */
export const unspentOf = (newestFirst: readonly Lot[], cash: number, now: number) => {
  let left = cash;
  let weighted = 0n;
  let since: number | undefined;
  for (const [index, { amount, atMs }] of newestFirst.entries()) {
    if (left <= 0) break;
    const part = index === newestFirst.length - 1 ? left : Math.min(left, amount);
    weighted += BigInt(part) * BigInt(Math.max(0, now - atMs));
    left -= part;
    since = atMs;
  }
  const meanAgeDays = cash <= 0 ? 0 : Number(weighted / (BigInt(cash) * DAY_MS));
  return { amount: Math.max(0, cash), ...(since === undefined ? {} : { since: instantOf(since) }), meanAgeDays };
};

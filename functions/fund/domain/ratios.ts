/** Ratios of a fund, in exact integers. */
import type { Totals } from "./money.ts";

const BPS = 10_000n;

/** A part of a whole in basis points, rounded down; at most all of it, and nothing of nothing. */
export const shareBps = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Number((BigInt(Math.min(Math.max(part, 0), whole)) * BPS) / BigInt(whole));

/** The sums that ratios are made from. */
export type Spending = Pick<Totals, "income" | "disbursed" | "returned" | "transferredIn" | "adminCosts">;

/** What was spent of what came in, and what administration took of all that was spent (Charity Law, article 61). */
export const ratiosOf = ({ income, disbursed, returned, transferredIn, adminCosts }: Spending) => {
  const net = disbursed - returned;
  return { spentBps: shareBps(net, income + transferredIn), adminBps: shareBps(adminCosts, net + adminCosts) };
};

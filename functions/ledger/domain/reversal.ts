/** Reversal: one linked mirror per transfer, with all its legs; the original is never edited or deleted. */
import type { District } from "../../../schemas/district.ts";
import { accountRef, hardBudget, poolAccount } from "./account.ts";
import type { Draft, Entry } from "./entry.ts";
import type { BudgetUse, Plan, Situation } from "./plan.ts";
import { type Posting, posting } from "./posting.ts";

/** The postings that undo one entry: lots and the oldest-first sum go back to what they were. */
const undo = (entry: Entry): Posting[] => {
  const payee = accountRef(entry.to);
  const payer = accountRef(entry.from);
  const back: Posting[] = [];
  if (payee.pool === undefined) {
    const lots = entry.lot === undefined ? {} : { [entry.lot]: -entry.amount };
    // Only the reversal of the very reward takes it out of the lifetime sum: it was never earned.
    const earned = entry.kind === "reward" ? -entry.amount : 0;
    back.push(
      posting(payee.id, { status: "active", available: entry.amount }, { balance: -entry.amount, lots, earned }),
    );
  }
  if (payer.pool === undefined) {
    back.push(
      posting(payer.id, { status: "active", room: entry.amount }, { balance: entry.amount, spent: -entry.amount }),
    );
  }
  return back;
};

const budgetsBack = (district: District, entry: Entry): BudgetUse[] =>
  [
    { ref: accountRef(entry.from), amount: -entry.amount },
    { ref: accountRef(entry.to), amount: entry.amount },
  ].flatMap(({ ref, amount }) => (hardBudget(district, ref) ? [{ pool: ref.id, amount }] : []));

const mirror = (entry: Entry, by: string, memo: string | undefined): Draft => ({
  id: entry.id,
  leg: entry.leg,
  reversal: true,
  kind: "reversal",
  from: entry.to,
  to: entry.from,
  amount: entry.amount,
  category: entry.category,
  by,
  ...(memo === undefined ? {} : { memo }),
  ...(entry.link === undefined ? {} : { link: entry.link }),
});

/** Undoes all legs, the last first, in one transaction. */
export const planReversal = (
  entries: readonly Entry[],
  memo: string | undefined,
  { district, actor }: Situation,
): Plan => {
  const backwards = [...entries].sort((a, b) => b.leg - a.leg);
  return {
    postings: backwards.flatMap(undo),
    budgets: backwards.flatMap((entry) => budgetsBack(district, entry)),
    relations: [],
    entries: backwards.map((entry) => mirror(entry, actor.id, memo)),
  };
};

/**
 * Forced reversal by an administrator of a single transfer whose payee has spent part: the payee gives what is there,
 * the community's receivable pool gives the rest, and its entry names the debtor.
 */
export const planForcedReversal = (
  entry: Entry,
  community: string,
  availableNow: number,
  memo: string | undefined,
  situation: Situation,
): Plan => {
  const missing = Math.max(entry.amount - Math.max(availableNow, 0), 0);
  const there = entry.amount - missing;
  const unit = accountRef(entry.to).unit;
  const plain = planReversal([entry], memo, situation);
  const reduced = plain.postings.map((side) =>
    side.account === entry.to
      ? posting(side.account, { status: "any", available: there }, { balance: -there, spent: there })
      : side,
  );
  const head = mirror(entry, situation.actor.id, memo);
  const rest: Draft = {
    ...head,
    leg: 2,
    from: poolAccount(community, "receivable", unit),
    amount: missing,
    link: { type: "debtor", id: entry.to },
  };
  return {
    ...plain,
    postings: there === 0 ? reduced.filter((side) => side.account !== entry.to) : reduced,
    entries: there === 0 ? [{ ...rest, leg: 0 }] : [{ ...head, leg: 1, amount: there }, rest],
  };
};

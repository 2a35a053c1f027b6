/** Reversal: one linked mirror per transfer, with all its legs; the original is never edited or deleted. */
import type { District } from "../../../schemas/district.ts";
import { LEGS_MAX } from "../../../schemas/primitives.ts";
import { type Account, accountRef, hardBudget, poolAccount } from "./account.ts";
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

/** What a member account that must give back has beyond its holds, and where it stands. */
export type Debtor = Pick<Account, "free" | "community">;

/** The postings that take back `there` of an entry's amount, which is all that its payee still has. */
const undoPart = (entry: Entry, there: number): Posting[] =>
  undo(entry).flatMap((side) => {
    if (side.account !== entry.to) return [side];
    if (there === 0 && side.earned === 0) return [];
    // The lot was spent in part, so what is left goes as spending does, oldest first.
    const changes = { balance: -there, spent: there, earned: side.earned };
    return [posting(side.account, { status: "any", free: there }, changes)];
  });

/** The mirrors of one entry of which `there` is given back: the payee's part, and the receivable pool's. */
const mirrorParts = (head: Draft, debtor: Debtor, there: number): Draft[] => {
  const rest: Draft = {
    ...head,
    from: poolAccount(debtor.community, "receivable", accountRef(head.from).unit),
    amount: head.amount - there,
    link: { type: "debtor", id: head.from },
  };
  if (there === 0) return [rest];
  return head.leg === 0
    ? [
        { ...head, leg: 1, amount: there },
        { ...rest, leg: 2 },
      ]
    : [
        { ...head, amount: there },
        { ...rest, leg: head.leg + LEGS_MAX },
      ];
};

/**
 * Forced reversal by an administrator where payees have spent part: each gives what is there, its community's
 * receivable pool gives the rest, and the pool's entry names the debtor. `debtors` holds the member accounts.
 */
export const planForcedReversal = (
  entries: readonly Entry[],
  debtors: ReadonlyMap<string, Debtor>,
  memo: string | undefined,
  situation: Situation,
): Plan => {
  const plain = planReversal(entries, memo, situation);
  const left = new Map([...debtors].map(([id, { free }]) => [id, free]));
  const postings: Posting[] = [];
  const drafts: Draft[] = [];
  for (const entry of [...entries].sort((a, b) => b.leg - a.leg)) {
    const debtor = debtors.get(entry.to);
    const there = debtor ? Math.min(Math.max(left.get(entry.to) ?? 0, 0), entry.amount) : entry.amount;
    const head = mirror(entry, situation.actor.id, memo);
    left.set(entry.to, (left.get(entry.to) ?? 0) - there);
    left.set(entry.from, (left.get(entry.from) ?? 0) + entry.amount);
    postings.push(...(there === entry.amount ? undo(entry) : undoPart(entry, there)));
    drafts.push(...(debtor && there < entry.amount ? mirrorParts(head, debtor, there) : [head]));
  }
  return { ...plain, postings, entries: drafts };
};

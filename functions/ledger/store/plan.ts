/** From a plan to a write set: postings on accounts, entries, shards of hard budgets. */

import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { TRANSACTION_ITEMS_MAX, type Write } from "../../shared/write.ts";
import type { Account } from "../domain/account.ts";
import { type Entry, stamped } from "../domain/entry.ts";
import type { Plan } from "../domain/plan.ts";
import { judge, mergeAll, type Posting } from "../domain/posting.ts";
import { accountKey, postingWrite, toAccount } from "./account.ts";
import { budgetWrites, learnBudget } from "./budget.ts";
import { entryWrites } from "./journal.ts";

/** The account as met so far: undefined when nothing is known, null when it does not exist. */
export const knownAccount = (known: Known, id: string): Account | null | undefined => {
  const item = known.get(accountKey(id));
  return item ? toAccount(item) : item;
};

/** Refusals of every account that is known; accounts not yet met are left to the database. */
export const judgeKnown = (postings: readonly Posting[], known: Known): Refusal[] =>
  postings.flatMap((posting) => {
    const account = knownAccount(known, posting.account);
    return account === undefined ? [] : judge(posting, account);
  });

/** Refusal of a write set that no transaction can carry, or nothing. */
export const sizeRefusals = ({ length }: readonly Write[]): Refusal[] =>
  length > TRANSACTION_ITEMS_MAX
    ? [refuse("ledger/too-many-items", { items: length, limit: TRANSACTION_ITEMS_MAX })]
    : [];

/**
 * Writes of the postings and entries of a plan with fresh stamps; refusals where known state or the transaction's
 * size speak against it.
 */
export const planWrites = (
  plan: Plan,
  known: Known,
  deps: Pick<Deps, "stamps" | "random" | "district">,
  fingerprint?: string,
):
  | { readonly writes: readonly Write[]; readonly entries: readonly Entry[] }
  | { readonly refusals: readonly Refusal[] } => {
  const postings = mergeAll(plan.postings);
  const budgets = budgetWrites(plan.budgets, known, deps);
  const refusals = [...judgeKnown(postings, known), ...("refusals" in budgets ? budgets.refusals : [])];
  if ("refusals" in budgets || refusals.length > 0) return { refusals };
  const met = postings.map((posting) => knownAccount(known, posting.account) ?? undefined);
  const after = Math.max(0, ...met.map((account) => account?.last ?? 0));
  const count = Math.max(plan.entries.length, 1);
  const first = deps.stamps.take(count, after);
  const entries = stamped(plan.entries, first);
  const writes = [
    ...(entries.length > 0 ? entryWrites(entries, fingerprint) : []),
    ...postings.map((posting, index) => postingWrite(posting, first, first + count - 1, met[index])),
    ...budgets.writes,
  ];
  const tooMany = sizeRefusals(writes);
  return tooMany.length > 0 ? { refusals: tooMany } : { writes, entries };
};

/**
 * Writes of a plan that may take from hard budgets, which are read as a whole once anything has stood in the way. What
 * refuses is then known as of now: accounts were met before the budgets were read, or never, and a caller who would
 * go another way for a full payee must not be told of the budget alone.
 */
export const carriedOut = async (
  plan: Plan,
  known: Known,
  deps: Pick<Deps, "db" | "stamps" | "random" | "district">,
): Promise<ReturnType<typeof planWrites>> => {
  const accounts = plan.postings.map(({ account }) => accountKey(account));
  const paying = plan.budgets.filter(({ amount }) => amount > 0);
  for (const { pool } of paying) await learnBudget(pool, accounts, known, deps);
  const made = planWrites(plan, known, deps);
  if ("writes" in made || paying.length === 0) return made;
  for (const item of await deps.db.getMany(accounts)) known.set(item, item);
  return planWrites(plan, known, deps);
};

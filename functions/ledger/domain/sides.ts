/**
 * The two sides of every movement: the posting of a payer and of a payee, with a pool on either side left out (pools
 * are folded by a job).
 */
import { type District, type UnitPolicy, unitPolicy } from "../../../schemas/district.ts";
import { expiryDay, periodsAt } from "../../shared/time.ts";
import { type AccountRef, hardBudget } from "./account.ts";
import { counterUses } from "./counter.ts";
import type { BudgetUse } from "./plan.ts";
import { type Needs, type Posting, posting } from "./posting.ts";

/** The unit's policy of a unit that has been checked to exist. */
export const policyOf = (district: District, unit: string): UnitPolicy => {
  const policy = unitPolicy(district, unit);
  if (!policy) throw new Error(`unit ${unit} passed its check but is not configured`);
  return policy;
};

export interface SideOptions {
  readonly spender?: string | undefined;
  readonly community?: string | undefined;
  /** Payment caps and the least interval apply; they do not to reversals, expiry and the like. */
  readonly capped: boolean;
  /** The account is a fund's envelope: without caps and without expiry, its reserve (floor) left alone. */
  readonly earmarked?: boolean | undefined;
  /** The envelope's fund is closed: what comes leaves it in the same transaction. */
  readonly closed?: boolean | undefined;
}

const extra = ({ spender, community }: Pick<SideOptions, "spender" | "community">): Partial<Needs> => ({
  ...(spender === undefined ? {} : { spender }),
  ...(community === undefined ? {} : { community }),
});

const envelopeStatus = ({ closed }: Pick<SideOptions, "closed">) => (closed ? "any" : "earmarked");

/** The payer gives `amount` now. */
export const pays = (
  district: District,
  ref: AccountRef,
  amount: number,
  now: Date,
  options: SideOptions,
): { postings: Posting[]; budgets: BudgetUse[] } => {
  if (ref.pool !== undefined) return { postings: [], budgets: budgetUse(district, ref, amount) };
  if (options.earmarked) {
    const needs: Needs = { status: envelopeStatus(options), available: amount };
    return { postings: [posting(ref.id, needs, { balance: -amount, spent: amount })], budgets: [] };
  }
  const needs: Needs = { status: "active", available: amount, ...extra(options), ...idle(district, ref, now, options) };
  const counters = options.capped ? paymentUses(district, ref, amount, now) : [];
  return { postings: [posting(ref.id, needs, { balance: -amount, spent: amount, counters })], budgets: [] };
};

/**
 * The payee receives `amount` now, as a lot of its own expiry; `lot` overrides the day, as when a reversal gives
 * back.
 */
export const receives = (
  district: District,
  ref: AccountRef,
  amount: number,
  now: Date,
  options: Pick<SideOptions, "community" | "earmarked" | "closed"> & { readonly earned?: boolean },
): { postings: Posting[]; budgets: BudgetUse[]; lot?: string } => {
  if (ref.pool !== undefined) return { postings: [], budgets: budgetUse(district, ref, -amount) };
  const months = options.earmarked ? null : policyOf(district, ref.unit).expiryMonths;
  const lot = months === null ? undefined : expiryDay(now, district.zone, months);
  const status = options.earmarked ? envelopeStatus(options) : "active";
  const needs: Needs = { status, room: amount, ...extra(options) };
  const changes = {
    balance: amount,
    earned: options.earned ? amount : 0,
    ...(lot === undefined ? {} : { lots: { [lot]: amount } }),
  };
  return { postings: [posting(ref.id, needs, changes)], budgets: [], ...(lot === undefined ? {} : { lot }) };
};

/** Uses of the unit's payment caps by a payment now. */
export const paymentUses = (district: District, ref: AccountRef, amount: number, now: Date) =>
  counterUses("pay", policyOf(district, ref.unit).paymentCaps, periodsAt(now, district.zone), amount);

/** The unit's least interval between payments, as a need. */
export const idle = (
  district: District,
  ref: AccountRef,
  now: Date,
  options: Pick<SideOptions, "capped">,
): Partial<Needs> => {
  const seconds = policyOf(district, ref.unit).paymentIntervalSeconds;
  if (seconds === 0 || !options.capped) return {};
  return { idle: { sinceMs: now.getTime() - seconds * 1_000, nowMs: now.getTime() } };
};

/** What `amount` uses up of a pool's hard budget; nothing of an open pool. */
export const budgetUse = (district: District, ref: AccountRef, amount: number): BudgetUse[] =>
  hardBudget(district, ref) ? [{ pool: ref.id, amount }] : [];

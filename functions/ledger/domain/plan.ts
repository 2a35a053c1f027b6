/**
 * What a decision of the ledger comes to before stamps and storage: postings on accounts, entries in the journal, and
 * checks elsewhere.
 */
import type { District } from "../../../schemas/district.ts";
import type { Actor } from "../../shared/policy.ts";
import type { Refusal } from "../../shared/refusal.ts";
import type { Draft } from "./entry.ts";
import type { Posting } from "./posting.ts";

/** Use (positive) or return (negative) of a pool's hard budget. */
export interface BudgetUse {
  readonly pool: string;
  readonly amount: number;
}

/** A relation between two holders that the residents context must vouch for in the same transaction. */
export interface RelationNeed {
  readonly scope: "household" | "kin";
  readonly a: string;
  readonly b: string;
  readonly unit: string;
}

export interface Plan {
  readonly postings: readonly Posting[];
  readonly entries: readonly Draft[];
  readonly budgets: readonly BudgetUse[];
  readonly relations: readonly RelationNeed[];
}

/** A plan that moves nothing, for changes that need only the checks of other contexts. */
export const NOTHING: Plan = { postings: [], entries: [], budgets: [], relations: [] };

/** A plan, or every reason against it. */
export type Planned = { readonly plan: Plan } | { readonly refusals: readonly Refusal[] };

/** What the rules know of the situation; nothing here is read from storage. */
export interface Situation {
  readonly district: District;
  readonly now: Date;
  readonly actor: Actor;
  /** Person for whom the actor acts by proxy, when not themselves. */
  readonly actingFor?: string | undefined;
}

/** The person in whose name the actor acts. */
export const principal = (situation: Situation): string => situation.actingFor ?? situation.actor.id;

/** One plan of several, done in their order. */
export const joinPlans = (plans: readonly Plan[]): Plan => ({
  postings: plans.flatMap((plan) => plan.postings),
  entries: plans.flatMap((plan) => plan.entries),
  budgets: plans.flatMap((plan) => plan.budgets),
  relations: plans.flatMap((plan) => plan.relations),
});

/** Service earns points: rewards by earn rules, residents' claims, and the funding of budgets. */
import type { District, EarnRule } from "../../../schemas/district.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { periodsAt } from "../../shared/time.ts";
import { type Account, accountRef, hardBudget, memberAccount, poolAccount, poolExists } from "./account.ts";
import { counterUses } from "./counter.ts";
import type { Draft, EntryLink } from "./entry.ts";
import { type Plan, type Planned, principal, type Situation } from "./plan.ts";
import { budgetUse, receives } from "./sides.ts";
import { shapeRefusals } from "./transfer.ts";

const APPROVERS = ["steward", "district-admin"] as const;

/** The earn rule of a code, or the refusal that names those in force. */
export const ruleOf = (district: District, code: string): { rule: EarnRule } | { refusals: Refusal[] } => {
  const rule = district.earnRules.find((candidate) => candidate.code === code);
  if (rule) return { rule };
  const rules = district.earnRules.map((candidate) => candidate.code).join(", ");
  return { refusals: [refuse("ledger/rule-unknown", { rules })] };
};

/** The account that a reward goes to: named itself, or by its resident, whose account in the rule's unit is meant. */
export const rewardAccount = (to: string, rule: EarnRule): string =>
  to.includes(".") ? to : memberAccount(to, rule.unit);

/** Points (minor units) for so much work, or why it is too much for one time. */
export const earnings = (rule: EarnRule, quantity: number): { amount: number } | { refusals: Refusal[] } => {
  if (quantity > rule.quantityMax) {
    return { refusals: [refuse("request/invalid", {}, [{ field: "/quantity", reason: `<= ${rule.quantityMax}` }])] };
  }
  const amount = rule.rate * quantity;
  const once = rule.caps.find((cap) => cap.period === "activity");
  return once && amount > once.limit
    ? { refusals: [refuse("ledger/cap-activity", { limit: once.limit, amount })] }
    : { amount };
};

/**
 * The community that pays: the member's own where it is known and the approver acts for it. Before anything is known
 * it is the first community of the approver, which the write then holds the member to. Undefined when the approver
 * acts for none.
 */
export const payingCommunity = (
  { actor, district }: Situation,
  account: Pick<Account, "community"> | null | undefined,
): string | undefined => {
  const reach = district.communities.map(({ id }) => id).filter((id) => holdsAny(actor, APPROVERS, id));
  if (account && reach.includes(account.community)) return account.community;
  return actor.communities.find((id) => reach.includes(id)) ?? reach[0];
};

/** Nobody approves what they, or the person they act for, receive or have claimed. */
export const selfApproval = (situation: Situation, people: readonly string[]): Refusal[] => {
  const own = [situation.actor.id, principal(situation)];
  return people.some((person) => own.includes(person)) ? [refuse("ledger/self-approval")] : [];
};

export interface RewardOrder {
  readonly id: string;
  /** The member's account. */
  readonly to: string;
  readonly rule: EarnRule;
  readonly amount: number;
  readonly memo?: string | undefined;
  readonly link?: EntryLink | undefined;
}

/** A reward from the rule's pool; `account` is the member's account as far as it is known. */
export const planReward = (
  order: RewardOrder,
  situation: Situation,
  account: Account | null | undefined,
): Planned & { readonly pool?: string } => {
  const { district, now, actor } = situation;
  const { rule, amount } = order;
  const to = accountRef(order.to);
  if (to.pool !== undefined) return { refusals: [refuse("resource/not-found", { what: "account", id: to.id })] };
  const own = selfApproval(situation, [to.holder]);
  if (own.length > 0) return { refusals: own };
  const community = payingCommunity(situation, account);
  if (community === undefined) return { refusals: [refuse("auth/forbidden", { needs: APPROVERS.join(", ") })] };
  if (account && account.holderKind !== "resident") {
    return { refusals: [refuse("ledger/residents-only", { account: to.id })] };
  }
  const from = accountRef(poolAccount(community, rule.pool, rule.unit));
  const wrong = shapeRefusals({ from: from.id, to: to.id, amount }, from, to, situation);
  if (wrong.length > 0) return { refusals: wrong };
  const counters = counterUses(rule.code, rule.caps, periodsAt(now, district.zone), amount);
  const receiving = receives(district, to, amount, now, { community, earned: true });
  const entry: Draft = {
    id: order.id,
    leg: 0,
    reversal: false,
    kind: "reward",
    from: from.id,
    to: to.id,
    amount,
    category: rule.category,
    by: actor.id,
    link: order.link ?? { type: "earn-rule", id: rule.code },
    ...(order.memo === undefined ? {} : { memo: order.memo }),
    ...(situation.actingFor === undefined ? {} : { actingFor: situation.actingFor }),
    ...(receiving.lot === undefined ? {} : { lot: receiving.lot }),
  };
  const plan: Plan = {
    postings: receiving.postings.map((side) => ({ ...side, counters })),
    budgets: budgetUse(district, from, amount),
    relations: [],
    entries: [entry],
  };
  return { plan, pool: from.id };
};

/** `amount` in `parts` integers that differ by at most one and sum to it (largest remainder with equal weights). */
export const spread = (amount: number, parts: number): number[] => {
  const whole = Math.floor(amount / parts);
  return Array.from({ length: parts }, (_, index) => whole + (index < amount - whole * parts ? 1 : 0));
};

/** Issuance gives a hard-budget pool more to spend; `shares` says how much each shard receives. */
export const planFunding = (
  order: { readonly id: string; readonly pool: string; readonly amount: number; readonly memo?: string | undefined },
  { district, actor }: Situation,
): { readonly plan: Plan; readonly shares: readonly number[] } | { readonly refusals: readonly Refusal[] } => {
  const to = accountRef(order.pool);
  if (to.pool === undefined || !poolExists(district, to)) {
    return { refusals: [refuse("resource/not-found", { what: "pool", id: order.pool })] };
  }
  const budget = hardBudget(district, to);
  if (!budget) return { refusals: [refuse("ledger/pool-open", { pool: to.id })] };
  const from = accountRef(poolAccount(to.community, "issuance", to.unit));
  const wrong = shapeRefusals({ from: from.id, to: to.id, amount: order.amount }, from, to, { district });
  if (wrong.length > 0) return { refusals: wrong };
  const entry: Draft = {
    id: order.id,
    leg: 0,
    reversal: false,
    kind: "funding",
    from: from.id,
    to: to.id,
    amount: order.amount,
    category: "funding",
    by: actor.id,
    ...(order.memo === undefined ? {} : { memo: order.memo }),
  };
  const plan: Plan = { postings: [], budgets: [], relations: [], entries: [entry] };
  return { plan, shares: spread(order.amount, budget.shards) };
};

export type ClaimState = "pending" | "accepted" | "rejected";

/** The transition table of a claim: a decision is final. Conditions, documentation and tests come from it. */
export const CLAIM_TRANSITIONS: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  pending: ["accepted", "rejected"],
  accepted: [],
  rejected: [],
};

/** Work that a resident says they have done. */
export interface Claim {
  readonly id: string;
  readonly account: string;
  readonly community: string;
  readonly rule: string;
  readonly quantity: number;
  /** Fixed when the claim is made: a later change of the rule's rate does not touch work already done. */
  readonly amount: number;
  readonly memo?: string;
  readonly evidence?: EntryLink;
  readonly state: ClaimState;
  readonly createdMs: number;
  readonly by: string;
  readonly actingFor?: string;
  readonly decidedBy?: string;
  readonly decidedMs?: number;
  readonly reason?: string;
  readonly transfer?: string;
  readonly revision: number;
  readonly fingerprint: string;
}

/** The resident for whom the claim is made. */
export const claimant = (claim: Pick<Claim, "account">): string => {
  const ref = accountRef(claim.account);
  if (ref.pool !== undefined) throw new Error("a claim for a pool");
  return ref.holder;
};

/** Why the approver may not decide on the claim now, or nothing. */
export const decisionRefusals = (claim: Claim, next: ClaimState, situation: Situation): Refusal[] => {
  const own = selfApproval(situation, [claimant(claim), claim.by]);
  if (own.length > 0) return own;
  return CLAIM_TRANSITIONS[claim.state].includes(next) ? [] : [refuse("ledger/claim-resolved", { state: claim.state })];
};

/** The claim after its decision, one revision on. */
export const decided = (
  claim: Claim,
  state: Exclude<ClaimState, "pending">,
  { actor, now }: Situation,
  outcome: Pick<Claim, "reason" | "transfer">,
): Claim => ({
  ...claim,
  ...outcome,
  state,
  decidedBy: actor.id,
  decidedMs: now.getTime(),
  revision: claim.revision + 1,
});

/** The claim as its first answer showed it. */
export const asClaimed = ({
  decidedBy: _by,
  decidedMs: _at,
  reason: _reason,
  transfer: _transfer,
  ...claim
}: Claim): Claim => ({ ...claim, state: "pending", revision: 1 });

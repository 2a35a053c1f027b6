/** Transfers between members, and between members and pools: who may pay whom, and what it does to both. */
import { unitPolicy } from "../../../schemas/district.ts";
import { holds } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { type Account, type AccountRef, accountRef, poolExists } from "./account.ts";
import type { EntryKind, EntryLink } from "./entry.ts";
import { type Plan, type Planned, principal, type RelationNeed, type Situation } from "./plan.ts";
import { pays, policyOf, receives } from "./sides.ts";

export interface TransferOrder {
  readonly id: string;
  readonly leg: number;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly category: string;
  readonly memo?: string | undefined;
  readonly link?: EntryLink | undefined;
  readonly kind?: EntryKind;
}

/** Pools that any member may pay into by a plain transfer. */
const GIVING_POOLS = ["donation"];

/**
 * Plans one transfer, or gives the reasons that need no account to be read. `payer` is the paying account as far as it
 * is known.
 */
export const planTransfer = (
  order: TransferOrder,
  situation: Situation,
  payer: Pick<Account, "community"> | null | undefined,
): Planned => {
  const from = accountRef(order.from);
  const to = accountRef(order.to);
  const wrong = [...shapeRefusals(order, from, to, situation), ...authorityRefusals(from, to, situation)];
  if (wrong.length > 0) return { refusals: wrong };
  return { plan: buildPlan(order, from, to, situation, payer?.community) };
};

/**
 * Faults of the order itself, the same for every account state: units, steps, existence of pools, size of one
 * payment.
 */
export const shapeRefusals = (
  order: Pick<TransferOrder, "from" | "to" | "amount">,
  from: AccountRef,
  to: AccountRef,
  { district }: Pick<Situation, "district">,
  { capped = true }: { readonly capped?: boolean } = {},
): Refusal[] => {
  if (from.id === to.id) return [refuse("ledger/same-account")];
  if (from.unit !== to.unit) return [refuse("ledger/unit-mismatch", { from: from.id, to: to.id })];
  const policy = unitPolicy(district, from.unit);
  if (!policy) return [refuse("ledger/unit-unknown", { units: district.units.map((unit) => unit.code).join(", ") })];
  for (const ref of [from, to]) {
    if (ref.pool !== undefined && !poolExists(district, ref)) {
      return [refuse("resource/not-found", { what: "account", id: ref.id })];
    }
  }
  const refusals: Refusal[] = [];
  if (order.amount % policy.step !== 0) refusals.push(refuse("ledger/step", { unit: policy.code, step: policy.step }));
  const cap = policy.paymentCaps.find((candidate) => candidate.period === "activity");
  if (cap && capped && from.pool === undefined && order.amount > cap.limit) {
    refusals.push(refuse("ledger/cap-activity", { limit: cap.limit, amount: order.amount }));
  }
  return refusals;
};

/** Who may pay from `from` to `to`, as far as ids and roles tell; shared wallets are judged in the write. */
const authorityRefusals = (from: AccountRef, to: AccountRef, situation: Situation): Refusal[] => {
  const { actor, district } = situation;
  if (from.pool !== undefined) {
    return holds(actor, "district-admin", from.community)
      ? []
      : [refuse("auth/forbidden", { needs: "district-admin" })];
  }
  if (actor.roles.includes("district-admin")) return [];
  if (to.pool !== undefined) {
    return GIVING_POOLS.includes(to.pool) ? [] : [refuse("auth/forbidden", { needs: "district-admin" })];
  }
  // A unit that the district has not is refused as that, beside this.
  const scope = unitPolicy(district, from.unit)?.transferable;
  return scope === "none" ? [refuse("ledger/not-transferable", { unit: from.unit, scope })] : [];
};

const buildPlan = (
  order: TransferOrder,
  from: AccountRef,
  to: AccountRef,
  situation: Situation,
  home: string | undefined,
): Plan => {
  const { district, now, actor } = situation;
  const admin = actor.roles.includes("district-admin");
  const scope = policyOf(district, from.unit).transferable;
  const community = admin || scope === "district" ? undefined : communityOf(from, to, situation, home);
  const own = from.pool !== undefined || admin || from.holder === principal(situation);
  const paying = pays(district, from, order.amount, now, {
    spender: own ? undefined : principal(situation),
    community,
    capped: true,
  });
  const receiving = receives(district, to, order.amount, now, { community });
  const { id, leg, amount, category, memo, link } = order;
  return {
    postings: [...paying.postings, ...receiving.postings],
    budgets: [...paying.budgets, ...receiving.budgets],
    relations: admin ? [] : relationNeeds(from, to, scope),
    entries: [
      {
        id,
        leg,
        reversal: false,
        kind: order.kind ?? "transfer",
        from: from.id,
        to: to.id,
        amount,
        category,
        by: actor.id,
        ...(memo === undefined ? {} : { memo }),
        ...(link === undefined ? {} : { link }),
        ...(situation.actingFor === undefined ? {} : { actingFor: situation.actingFor }),
        ...(receiving.lot === undefined ? {} : { lot: receiving.lot }),
      },
    ],
  };
};

/**
 * The community in which both sides must stand: a pool's own, else the payer's. Until the payer is known the first that
 * the token names stands for it, so that the usual payment needs no read; where that is wrong (another person's
 * account, a token of several communities or none) the write meets the payer, and the next decision is right.
 */
const communityOf = (from: AccountRef, to: AccountRef, { actor }: Situation, home: string | undefined): string => {
  if (from.pool !== undefined) return from.community;
  return to.pool !== undefined ? to.community : (home ?? actor.communities[0] ?? "");
};

const relationNeeds = (from: AccountRef, to: AccountRef, scope: string): RelationNeed[] =>
  (scope === "household" || scope === "kin") && from.pool === undefined && to.pool === undefined
    ? [{ scope, a: from.holder, b: to.holder, unit: from.unit }]
    : [];

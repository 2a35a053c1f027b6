/** Points buy services: a redemption is a transfer to the redemption pool, ended by delivery or by one cancellation. */
import { createHash } from "node:crypto";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf, type Periods, periodsAt } from "../../shared/time.ts";
import { accountRef, memberAccount, poolAccount } from "./account.ts";
import { type CatalogueItem, itemRefusals } from "./catalogue.ts";
import type { Draft } from "./entry.ts";
import { type Plan, principal, type Situation } from "./plan.ts";
import { pays } from "./sides.ts";

export type RedemptionState = "redeemed" | "fulfilled" | "cancelled";

/** The transition table of a redemption: delivery and cancellation exclude each other. */
export const REDEMPTION_TRANSITIONS: Readonly<Record<RedemptionState, readonly RedemptionState[]>> = {
  redeemed: ["fulfilled", "cancelled"],
  fulfilled: [],
  cancelled: [],
};

/** What one person uses of an item's personal limit, in the period that ran when they redeemed. */
export interface LimitUse {
  readonly item: string;
  readonly person: string;
  readonly period: keyof Periods;
  readonly number: number;
  readonly limit: number;
  readonly quantity: number;
}

/** What the record of a redemption says beyond its journal entry. */
export interface RedemptionTerms {
  readonly quantity: number;
  readonly price: number;
  readonly stocked: boolean;
  readonly period?: Pick<LimitUse, "period" | "number">;
  readonly cancelUntilMs: number;
  readonly voucher: string;
}

/** How a redemption ended. */
export interface Ending {
  readonly by: string;
  readonly atMs: number;
}

export interface Redemption extends RedemptionTerms {
  readonly id: string;
  readonly item: string;
  readonly account: string;
  readonly community: string;
  readonly amount: number;
  readonly stampMs: number;
  readonly by: string;
  readonly actingFor?: string;
  readonly fulfilled?: Ending;
  readonly cancelled?: Ending;
}

/** State that the endings come to. */
export const redemptionState = (redemption: Pick<Redemption, "fulfilled" | "cancelled">): RedemptionState =>
  redemption.cancelled ? "cancelled" : redemption.fulfilled ? "fulfilled" : "redeemed";

/** Whose personal limit a redemption counts against: the person, whatever account pays. */
export const buyerOf = (redemption: Pick<Redemption, "by" | "actingFor">): string =>
  redemption.actingFor ?? redemption.by;

export interface RedemptionOrder {
  readonly id: string;
  readonly quantity: number;
  readonly expectedPrice: number;
  readonly account?: string | undefined;
}

/** An item's price, offer and unit against what the buyer was shown. */
const offerRefusals = (
  order: RedemptionOrder,
  account: string,
  item: CatalogueItem,
  situation: Situation,
): Refusal[] => {
  const ref = accountRef(account);
  if (ref.pool !== undefined) return [refuse("resource/not-found", { what: "account", id: account })];
  if (!item.active) return [refuse("ledger/item-unavailable")];
  if (ref.unit !== item.unit) {
    return [refuse("ledger/unit-mismatch", { from: account, to: poolOf(item) })];
  }
  const refusals = itemRefusals(situation.district, item);
  if (item.price !== order.expectedPrice) refusals.push(refuse("ledger/price-changed", { price: item.price }));
  return refusals;
};

const poolOf = (item: Pick<CatalogueItem, "community" | "unit">): string =>
  poolAccount(item.community, "redemption", item.unit);

/** The account that pays: the one named, else the person's own in the item's unit. */
export const payingAccount = (
  order: Pick<RedemptionOrder, "account">,
  item: Pick<CatalogueItem, "unit">,
  situation: Situation,
): string => order.account ?? memberAccount(principal(situation), item.unit);

/** The use that an order makes of the item's personal limit, or undefined when the item has none. */
export const limitUse = (item: CatalogueItem, quantity: number, situation: Situation): LimitUse | undefined => {
  if (!item.perPerson) return undefined;
  const { period, limit } = item.perPerson;
  const number = periodsAt(situation.now, situation.district.zone)[period];
  return { item: item.id, person: principal(situation), period, number, limit, quantity };
};

/** Why stock and personal limit, as far as they are known, do not suffice. */
const quotaRefusals = (
  quantity: number,
  stock: number | undefined,
  use: LimitUse | undefined,
  used: number | undefined,
): Refusal[] => {
  const refusals: Refusal[] = [];
  if (stock !== undefined && stock < quantity) {
    refusals.push(refuse("ledger/out-of-stock", { stock, needed: quantity }));
  }
  if (use && (used ?? 0) + quantity > use.limit) {
    refusals.push(refuse("ledger/item-limit", { period: use.period, limit: use.limit, used: used ?? 0 }));
  }
  return refusals;
};

export interface PlannedRedemption {
  readonly plan: Plan;
  readonly terms: Omit<RedemptionTerms, "voucher">;
  readonly use: LimitUse | undefined;
}

/**
 * Plans a redemption of `item` as it was read just now; `stock` and `used` are what is known of pieces left and of
 * the personal limit.
 * Payment caps do not apply: they bound gifts between members, and what a community sells is bounded by stock and
 * personal limits.
 */
export const planRedemption = (
  order: RedemptionOrder,
  item: CatalogueItem,
  seen: { readonly stock?: number | undefined; readonly used?: number | undefined },
  situation: Situation,
): PlannedRedemption | { readonly refusals: readonly Refusal[] } => {
  const { district, now, actor } = situation;
  const account = payingAccount(order, item, situation);
  const wrong = offerRefusals(order, account, item, situation);
  if (wrong.length > 0) return { refusals: wrong };
  const use = limitUse(item, order.quantity, situation);
  const short = quotaRefusals(order.quantity, seen.stock, use, seen.used);
  if (short.length > 0) return { refusals: short };
  const ref = accountRef(account);
  const amount = item.price * order.quantity;
  const spender = ref.pool === undefined && ref.holder === principal(situation) ? undefined : principal(situation);
  const paying = pays(district, ref, amount, now, { spender, community: item.community, capped: false });
  const entry: Draft = {
    id: order.id,
    leg: 0,
    reversal: false,
    kind: "redemption",
    from: account,
    to: poolOf(item),
    amount,
    category: "redemption",
    by: actor.id,
    link: { type: "catalogue-item", id: item.id },
    ...(situation.actingFor === undefined ? {} : { actingFor: situation.actingFor }),
  };
  const minutes = item.cancelWindowMinutes ?? district.redemption.cancelWindowMinutes;
  return {
    plan: { postings: paying.postings, budgets: [], relations: [], entries: [entry] },
    use,
    terms: {
      quantity: order.quantity,
      price: item.price,
      stocked: item.stocked,
      cancelUntilMs: now.getTime() + minutes * 60_000,
      ...(use === undefined ? {} : { period: { period: use.period, number: use.number } }),
    },
  };
};

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VOUCHER_LENGTH = 8;

/** Eight characters without look-alikes (Crockford's base 32, 40 bits) from a text that nobody else knows. */
export const voucherOf = (secret: string): string => {
  const digest = createHash("sha256").update(`voucher ${secret}`).digest();
  return Array.from(digest.subarray(0, VOUCHER_LENGTH), (byte) => CROCKFORD[byte % CROCKFORD.length]).join("");
};

/** True when what was read out matches the voucher; look-alikes are read as what they look like. */
export const voucherMatches = (voucher: string, given: string): boolean =>
  given.toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1") === voucher;

const endedRefusals = (redemption: Redemption): Refusal[] => {
  const { fulfilled, cancelled } = redemption;
  if (cancelled) return [refuse("ledger/already-reversed", { id: redemption.id })];
  return fulfilled ? [refuse("ledger/redemption-fulfilled", { at: instantOf(fulfilled.atMs) })] : [];
};

/**
 * Why it may not be cancelled now: ended, or past the window for the buyer; an officer's cancellation knows no
 * window.
 */
export const cancelRefusals = (redemption: Redemption, now: Date, officer: boolean): Refusal[] => {
  const ended = endedRefusals(redemption);
  if (ended.length > 0 || officer || now.getTime() < redemption.cancelUntilMs) return ended;
  return [refuse("ledger/cancel-window", { until: instantOf(redemption.cancelUntilMs) })];
};

/** Why it may not be marked as delivered: ended, or the voucher is wrong; an officer needs none. */
export const fulfilRefusals = (redemption: Redemption, voucher: string | undefined, officer: boolean): Refusal[] => {
  const proven = voucher === undefined ? officer : voucherMatches(redemption.voucher, voucher);
  return proven ? endedRefusals(redemption) : [refuse("ledger/voucher-wrong")];
};

/** Shares of an amount, and what a fund's restriction lets its money do. */
import type * as z from "zod";
import type { FundConfig } from "../../../schemas/fund/config.ts";
import type { Fund as FundSchema, MovementKind, Restriction } from "../../../schemas/fund/resources.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";

const BPS = 10_000;

/** The part of an amount that so many basis points are, rounded down. */
export const partOf = (amount: number, bps: number): number => Math.floor((amount * bps) / BPS);

/**
 * An amount divided by weights that sum to 10,000: each part is rounded down, and what is left goes one by one to the
 * largest remainders, the earlier first among equals (largest remainder). The parts sum to the amount.
 */
export const divide = (amount: number, weights: readonly number[]): number[] => {
  const parts = weights.map((bps) => partOf(amount, bps));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const order = weights
    .map((bps, index) => ({ index, remainder: (amount * bps) % BPS }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] as number) + 1;
  return parts;
};

export interface Fund {
  readonly id: string;
  readonly community: string;
  readonly name: string;
  readonly unit: string;
  readonly state: z.infer<typeof FundSchema>["state"];
  readonly restriction: Restriction;
  readonly openedMs: number;
  readonly by: string;
  readonly reason?: string | undefined;
  /** From when on what is left is to leave it, ms; until it is closed, since money may still come back. */
  readonly dueMs?: number | undefined;
  readonly revision: number;
}

/** Sums over a fund's life, and the room that administrative costs still have. */
export interface Totals {
  readonly income: number;
  readonly disbursed: number;
  readonly returned: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
  readonly adminCosts: number;
  readonly givenBack: number;
  readonly adminRoom: number;
}

/** The sums of a fund that has just opened. */
export const NO_TOTALS: Totals = {
  income: 0,
  disbursed: 0,
  returned: 0,
  transferredIn: 0,
  transferredOut: 0,
  adminCosts: 0,
  givenBack: 0,
  adminRoom: 0,
};

export interface Movement {
  readonly id: string;
  readonly fund: string;
  readonly kind: MovementKind;
  readonly amount: number;
  readonly transfer: string;
  readonly source?: string | undefined;
  readonly period?: string | undefined;
  readonly basis?: number | undefined;
  readonly bps?: number | undefined;
  readonly application?: string | undefined;
  readonly other?: string | undefined;
  readonly reason?: string | undefined;
  readonly document?: { readonly name: string; readonly ref: string; readonly sha256: string } | undefined;
  readonly by: string;
  readonly atMs: number;
}

/** Whether the local day (`YYYYMMDD`) is past the last one on which the fund's money may be committed. */
export const isExpired = ({ restriction }: Pick<Fund, "restriction">, day: string): boolean =>
  restriction.expiresOn !== undefined && day > restriction.expiresOn.replaceAll("-", "");

/** Why a fund takes and promises nothing (any more) on that local day, or nothing. */
export const standingRefusals = (fund: Fund, day: string): Refusal[] => {
  if (fund.state === "closed") return [refuse("fund/closed", { fund: fund.id })];
  return fund.state === "expired" || isExpired(fund, day)
    ? [refuse("fund/expired", { fund: fund.id, expiresOn: fund.restriction.expiresOn ?? "" })]
    : [];
};

/** Why the fund's money may not serve a purpose, or nothing. */
export const purposeRefusals = ({ id, restriction }: Pick<Fund, "id" | "restriction">, purpose: string): Refusal[] =>
  restriction.purposes.length === 0 || restriction.purposes.includes(purpose)
    ? []
    : [refuse("fund/foreign-purpose", { fund: id, purpose, purposes: restriction.purposes.join(", ") })];

/**
 * Why money may not move from one fund to another, or nothing: money leaves a restricted fund only for a fund that
 * cannot spend it on anything else.
 */
export const transferRefusals = (from: Fund, to: Fund): Refusal[] => {
  if (to.restriction.purposes.length === 0) return purposeRefusals(from, "*");
  return to.restriction.purposes.flatMap((purpose) => purposeRefusals(from, purpose)).slice(0, 1);
};

/** What an income says of its division. */
export interface IncomeTerms {
  readonly kind: string;
  readonly gross: number;
  readonly costs: number;
  readonly period?: string | undefined;
  readonly shares: readonly { readonly fund: string; readonly bps: number }[];
}

/** Why an income cannot be divided as it says, or nothing. */
export const incomeRefusals = ({ kind, gross, costs, period, shares }: IncomeTerms, config: FundConfig): Refusal[] => {
  const sum = shares.reduce((total, { bps }) => total + bps, 0);
  const distinct = new Set(shares.map(({ fund }) => fund)).size;
  const whole = kind !== "donation" || sum === BPS;
  const limit = kind === "common-parts" ? partOf(gross, config.costCapBps) : 0;
  return [
    ...(sum > BPS || distinct !== shares.length || !whole ? [refuse("fund/shares", { sum })] : []),
    ...(costs > limit ? [refuse("fund/costs-too-high", { costs, limit })] : []),
    ...((period === undefined) === (kind === "donation")
      ? []
      : [refuse("request/invalid", {}, [{ field: "/period", reason: "donation: none; others: YYYY-MM / 捐赠不填" }])]),
  ];
};

/** What one income comes to: the part of each share in order, and what the source keeps. */
export const divideIncome = ({ gross, costs, shares }: IncomeTerms): { parts: number[]; kept: number } => {
  const bps = shares.map((share) => share.bps);
  const rest = BPS - bps.reduce((sum, each) => sum + each, 0);
  const parts = divide(gross - costs, [...bps, rest]);
  return { parts: parts.slice(0, -1), kept: parts.at(-1) as number };
};

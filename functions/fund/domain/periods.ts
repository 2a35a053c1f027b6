/** A community's funds in a quarter or a year. */
import type * as z from "zod";
import type { FundPeriod, PeriodDisclosure } from "../../../schemas/fund/periods.ts";
import { MovementKind } from "../../../schemas/fund/resources.ts";
import { dayAfter, dayIso, dayStart, instantOf, monthsAfter } from "../../shared/time.ts";
import type { Application } from "./grant.ts";
import type { Fund, Movement } from "./money.ts";
import { ratiosOf } from "./ratios.ts";
import { isInflow, unspentOf } from "./unspent.ts";

type FundView = z.infer<typeof FundPeriod>;
type Disclosure = z.infer<typeof PeriodDisclosure>;

/** First and last local day of a period, and the instants (ms) at which it begins and has ended. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** The span of a quarter (`2026-Q4`) or year (`2026`) in the district's zone. */
export const spanOf = (period: string, zone: string): Span => {
  const [year, quarter] = period.split("-Q");
  const first = `${year}${String(quarter === undefined ? 1 : Number(quarter) * 3 - 2).padStart(2, "0")}01`;
  const next = monthsAfter(first, quarter === undefined ? 12 : 3);
  return {
    ...{ from: dayIso(first), to: dayIso(dayAfter(next, -1)) },
    ...{ startMs: dayStart(first, zone).getTime(), endMs: dayStart(next, zone).getTime() },
  };
};

const sum = (movements: readonly Pick<Movement, "amount">[]): number =>
  movements.reduce((total, { amount }) => total + amount, 0);

const comesIn = (movement: Pick<Movement, "kind">): boolean => isInflow(movement) || movement.kind === "return";

/** What lies in a fund after all of these movements. */
const cashAfter = (movements: readonly Movement[]): number =>
  sum(movements.filter(comesIn)) - sum(movements.filter((movement) => !comesIn(movement)));

/** A fund in a period, from all of its movements before the period's end, the oldest first. */
export const fundIn = (fund: Fund, movements: readonly Movement[], { startMs, endMs }: Span): FundView => {
  const within = movements.filter(({ atMs }) => atMs >= startMs);
  const flow = (kind: Movement["kind"]) => {
    const own = within.filter((movement) => movement.kind === kind);
    return { count: own.length, amount: sum(own) };
  };
  const flows = Object.fromEntries(MovementKind.options.map((kind) => [kind, flow(kind)])) as FundView["flows"];
  const amount = (...kinds: readonly Movement["kind"][]) =>
    kinds.reduce((total, kind) => total + flows[kind].amount, 0);
  const income = amount("donation", "surplus-share", "common-parts", "parking-split");
  const [disbursed, returned, adminCosts] = [amount("payment"), amount("return"), amount("admin-cost")];
  const transferredIn = amount("transfer-in", "expiry-in");
  const closing = cashAfter(movements);
  return {
    ...{ fund: fund.id, name: fund.name, unit: fund.unit as FundView["unit"] },
    restriction: { ...fund.restriction, purposes: [...fund.restriction.purposes] },
    opening: cashAfter(movements.filter(({ atMs }) => atMs < startMs)),
    ...{ flows, income, expenditure: disbursed - returned + adminCosts, closing },
    ratios: ratiosOf({ income, disbursed, returned, transferredIn, adminCosts }),
    unspent: unspentOf(movements.filter(isInflow).reverse(), closing, endMs),
  };
};

const at = ({ atMs }: Movement) => instantOf(atMs);

/** What the movements of a period say of themselves: shares with their basis, costs, payments and what came back. */
export const listedIn = (within: readonly Movement[]) => ({
  shares: within.flatMap((each): Disclosure["shares"] => {
    const { fund, kind, source, period, basis, bps, amount } = each;
    if (kind === "donation" || source === undefined || period === undefined) return [];
    return [{ fund, kind, source, period, basis, bps, amount, at: at(each) }];
  }),
  adminCosts: within.flatMap((each): Disclosure["adminCosts"] => {
    const { fund, kind, amount, reason = "", document } = each;
    return kind === "admin-cost" ? [{ fund, amount, reason, document, at: at(each) }] : [];
  }),
  payments: grantsMoved(within, "payment"),
  returns: grantsMoved(within, "return"),
});

const grantsMoved = (within: readonly Movement[], wanted: "payment" | "return"): Disclosure["payments"] =>
  within.flatMap((each) => {
    const { fund, kind, amount, application } = each;
    return kind === wanted && application !== undefined ? [{ fund, application, amount, at: at(each) }] : [];
  });

/** An award as it was made; what became of it since stands in the disclosure of its call and in later periods. */
export const awardIn = (application: Application, names: ReadonlyMap<string, string>): Disclosure["awards"][number] => {
  const { id, call, fund, unit, title, startsOn, endsOn, applicant, award = 0, awardedMs = 0, decision } = application;
  const recipient =
    applicant.kind === "organisation" ? { ...applicant, name: names.get(applicant.id) } : { kind: applicant.kind };
  return {
    ...{ id, call, fund, unit: unit as FundView["unit"], title, startsOn, endsOn, recipient, award },
    ...{ awardedAt: instantOf(awardedMs), decision },
  };
};

/** Columns of a period's CSV. */
export const PERIOD_HEADER = [
  ...["fund", "name", "unit", "purposes", "opening", ...MovementKind.options, "income", "expenditure", "closing"],
  ...["spentBps", "adminBps", "unspentSince", "unspentMeanAgeDays"],
];

/** A fund's row of the CSV, amounts in minor units. */
export const periodRow = (view: FundView) => [
  ...[view.fund, view.name, view.unit, view.restriction.purposes.join(" "), view.opening],
  ...MovementKind.options.map((kind) => view.flows[kind].amount),
  ...[view.income, view.expenditure, view.closing, view.ratios.spentBps, view.ratios.adminBps],
  ...[view.unspent.since, view.unspent.meanAgeDays],
];

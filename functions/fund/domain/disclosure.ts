/** A call's disclosure in the shapes of its files. Persons are not named; organisations are. */
import type { GivingPackage } from "../../../schemas/fund/disclosure.ts";
import type { Application, FundCall } from "./grant.ts";
import { shareBps } from "./ratios.ts";

/** Sums over a call's applications. */
export const callTotals = (all: readonly Application[]) => {
  const granted = all.filter(({ award }) => award !== undefined);
  const sum = (of: (application: Application) => number) => granted.reduce((total, each) => total + of(each), 0);
  const sums = {
    awarded: sum(({ award = 0 }) => award),
    paid: sum((each) => each.paid),
    returned: sum((each) => each.returned),
  };
  return {
    applications: all.length,
    awards: granted.length,
    ...sums,
    spentBps: shareBps(sums.paid - sums.returned, sums.awarded),
  };
};

const DIVISOR: Readonly<Record<string, number>> = { cny: 100 };

/** Currency of a unit by ISO 4217: money by its code, points by the code for no currency. */
const currencyOf = (unit: string): string => (unit === "cny" ? "CNY" : "X".repeat(3));

/**
 * Awards by the 360Giving standard. An individual is named by the application's id only, so that nobody can be found
 * by their grant.
 */
export const givingOf = (
  calls: ReadonlyMap<string, FundCall>,
  all: readonly Application[],
  names: ReadonlyMap<string, string>,
  funder: { readonly district: string; readonly name: string },
): GivingPackage => ({
  grants: all.flatMap((application) => {
    const { id, title, award, awardedMs, applicant, startsOn, endsOn, unit, paid } = application;
    const call = calls.get(application.call);
    if (award === undefined || awardedMs === undefined || call === undefined) return [];
    const divisor = DIVISOR[unit] ?? 1;
    const organisation = {
      id: `360G-linli-${funder.district}-org-${applicant.id}`,
      name: names.get(applicant.id) ?? "?",
    };
    const person = { id: `360G-linli-${funder.district}-person-${id}`, name: "Individual" };
    return [
      {
        ...{ id: `360G-linli-${funder.district}-${id}`, title, description: call.title, currency: currencyOf(unit) },
        ...{ amountAwarded: award / divisor, amountDisbursed: paid / divisor },
        awardDate: new Date(awardedMs).toISOString(),
        plannedDates: [{ startDate: startsOn, endDate: endsOn }],
        fundingOrganization: [{ id: `360G-linli-${funder.district}`, name: funder.name }],
        ...(applicant.kind === "organisation"
          ? { recipientOrganization: [organisation] }
          : { recipientIndividual: person }),
        grantProgramme: [{ code: call.id, title: call.title }],
      },
    ];
  }),
});

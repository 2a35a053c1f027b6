/** What is published of a call: its sums, and its awards by the 360Giving standard without persons. */
import { describe, expect, it } from "vitest";
import { callTotals, givingOf } from "../../../functions/fund/domain/disclosure.ts";
import { GivingPackage } from "../../../schemas/fund/disclosure.ts";
import { applicationOf, awardedOf, callOf } from "./builders.ts";

describe("a call's sums", () => {
  it("count every application, and money of its awards alone", () => {
    const all = [
      awardedOf(300_000, 1, { paid: 200_000, returned: 50_000 }),
      awardedOf(100_000, 2, { paid: 100_000 }),
      applicationOf({ state: "upheld" }),
    ];
    expect(callTotals(all)).toEqual({
      ...{ applications: 3, awards: 2, awarded: 400_000, paid: 300_000, returned: 50_000 },
      // 250,000 of 400,000.
      spentBps: 6_250,
    });
  });

  it("of a call without applications are all nothing", () => {
    expect(callTotals([])).toEqual({ applications: 0, awards: 0, awarded: 0, paid: 0, returned: 0, spentBps: 0 });
  });
});

describe("awards by the 360Giving standard", () => {
  const funder = { district: "keqiao", name: "Keqiao" };
  const awardedMs = Date.parse("2026-07-02T08:00:00.000Z");
  const calls = new Map([["call-1", callOf()]]);
  const own = { id: "appl-1", startsOn: "2027-01-01", endsOn: "2027-03-31", paid: 100_050 };
  const published = (...all: Parameters<typeof givingOf>[1]) =>
    givingOf(calls, all, new Map([["org-7", "Garden club"]]), funder).grants;

  it("have a person as an individual under the award's id, in yuan, with who gave and for what", () => {
    expect(published(awardedOf(300_000, awardedMs, own))).toEqual([
      {
        ...{ id: "360G-linli-keqiao-appl-1", title: "Roof garden", description: "Gardens", currency: "CNY" },
        ...{ amountAwarded: 3_000, amountDisbursed: 1_000.5, awardDate: "2026-07-02T08:00:00.000Z" },
        plannedDates: [{ startDate: "2027-01-01", endDate: "2027-03-31" }],
        fundingOrganization: [{ id: "360G-linli-keqiao", name: "Keqiao" }],
        recipientIndividual: { id: "360G-linli-keqiao-person-appl-1", name: "Individual" },
        grantProgramme: [{ code: "call-1", title: "Gardens" }],
      },
    ]);
  });

  it("name an organisation, and never the person who wrote for it", () => {
    const applicant = { kind: "organisation", id: "org-7" } as const;
    const [grant] = published(awardedOf(300_000, awardedMs, { ...own, applicant, author: "person-9" }));
    expect(grant?.recipientOrganization).toEqual([{ id: "360G-linli-keqiao-org-org-7", name: "Garden club" }]);
    expect(grant).not.toHaveProperty("recipientIndividual");
    expect(JSON.stringify(grant)).not.toContain("person");
    const [unnamed] = published(awardedOf(1, awardedMs, { applicant: { kind: "organisation", id: "org-8" } }));
    expect(unnamed?.recipientOrganization).toEqual([{ id: "360G-linli-keqiao-org-org-8", name: "?" }]);
  });

  it("of points stay whole points under the code for no currency (ISO 4217)", () => {
    expect(published(awardedOf(300, awardedMs, { unit: "points", paid: 50 }))).toMatchObject([
      { currency: "X".repeat(3), amountAwarded: 300, amountDisbursed: 50 },
    ]);
  });

  it("are made of awards alone: an application without one, or of an unknown call, is not listed", () => {
    expect(published(applicationOf({ state: "upheld" }))).toEqual([]);
    expect(published(applicationOf({ award: 5 }), applicationOf({ awardedMs: 5 }))).toEqual([]);
    expect(published(awardedOf(5, 5, { call: "call-9" }))).toEqual([]);
  });

  it("keep the rules of the standard", () => {
    const applicant = { kind: "organisation", id: "org-7" } as const;
    const all = [awardedOf(300_000, awardedMs, own), awardedOf(5, awardedMs, { id: "appl-2", applicant })];
    expect(GivingPackage.safeParse({ grants: published(...all) }).success).toBe(true);
  });
});

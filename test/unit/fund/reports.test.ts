/** When a project reports, and what may be claimed back of a grant. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimable, monthsOn, reportDates, termRefusals } from "../../../functions/fund/domain/grant.ts";
import { FundConfig, PROJECT_MONTHS_MAX } from "../../../schemas/fund/config.ts";

describe("so many months on", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-31", 3, "2026-06-30"],
    ["2026-05-15", 3, "2026-08-15"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-01", 1, "2027-01-01"],
    ["2026-10-31", 14, "2027-12-31"],
  ])("from %s by %d is %s: the same day, or the last of a shorter month", (date, months, then) => {
    expect(monthsOn(date, months)).toBe(then);
  });
});

describe("a project's reports", () => {
  const config = FundConfig.parse({});

  it("of six months or less are its final one alone, three months after its end", () => {
    expect(reportDates({ startsOn: "2027-01-01", endsOn: "2027-06-30" }, config)).toEqual({
      ...{ interim: [], final: "2027-09-30" },
    });
    expect(reportDates({ startsOn: "2027-01-01", endsOn: "2027-07-01" }, config)).toEqual({
      ...{ interim: [], final: "2027-10-01" },
    });
  });

  it("of a day more than six months are due every three months too (Charity Law, article 79)", () => {
    expect(reportDates({ startsOn: "2027-01-01", endsOn: "2027-07-02" }, config)).toEqual({
      ...{ interim: ["2027-04-01", "2027-07-01"], final: "2027-10-02" },
    });
  });

  it("in between end before the project does: on its last day the final one is what is owed", () => {
    const { interim } = reportDates({ startsOn: "2027-01-31", endsOn: "2027-10-31" }, config);
    expect(interim).toEqual(["2027-04-30", "2027-07-31"]);
  });

  it("keep the district's own limits", () => {
    const own = FundConfig.parse({ longProjectMonths: 2, reportMonths: 1, finalReportMonths: 6 });
    expect(reportDates({ startsOn: "2027-01-31", endsOn: "2027-04-15" }, own)).toEqual({
      ...{ interim: ["2027-02-28", "2027-03-31"], final: "2027-10-15" },
    });
  });

  it("are one a month at most, and so no more than the longest project has months", () => {
    const monthly = FundConfig.parse({ longProjectMonths: 1, reportMonths: 1 });
    const startsOn = "2027-01-01";
    const endsOn = monthsOn("2026-12-31", PROJECT_MONTHS_MAX);
    const longest = { startsOn, endsOn, plan: [] };
    const rules = { projectMonthsMax: PROJECT_MONTHS_MAX };
    expect(termRefusals(longest, { awardMax: 0 }, rules)).toEqual([]);
    expect(reportDates(longest, monthly).interim).toHaveLength(PROJECT_MONTHS_MAX - 1);
  });

  it("leave no gap longer than the district allows, from a long project's first day to its last", () => {
    const day = fc.integer({ min: 0, max: 1_000 }).map((days) => new Date(days * 86_400_000 + Date.UTC(2026, 0, 1)));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 6 }), (first, months, every) => {
        const startsOn = first.toISOString().slice(0, 10);
        const endsOn = monthsOn(startsOn, months);
        const rules = { ...config, reportMonths: every };
        const { interim, final } = reportDates({ startsOn, endsOn }, rules);
        expect(final > endsOn).toBe(true);
        expect(interim).toEqual([...interim].sort());
        expect(interim.every((date) => startsOn < date && date < endsOn)).toBe(true);
        expect(interim.length).toBe(months <= 6 ? 0 : Math.ceil(months / every) - 1);
      }),
    );
  });
});

describe("a clawback", () => {
  it("is at most what was paid and has not come back", () => {
    expect(claimable({ paid: 300, returned: 100 })).toBe(200);
    expect(claimable({ paid: 300, returned: 300 })).toBe(0);
  });
});

/** What a call and an application must say of themselves before anything is decided. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateRefusals, planned, projectName, termRefusals } from "../../../functions/fund/domain/grant.ts";
import { Slug } from "../../../schemas/primitives.ts";
import { applicationOf } from "./builders.ts";

describe("a call", () => {
  const [noon, later] = ["2026-06-10T12:00:00+08:00", "2026-06-10T12:00:00.001+08:00"];

  it("opens before it closes, by the instant and not by its text", () => {
    expect(dateRefusals({ opensAt: noon, closesAt: later })).toEqual([]);
    // 12:00 in Shaoxing is 04:00 in Greenwich, before 05:00 there.
    expect(dateRefusals({ opensAt: noon, closesAt: "2026-06-10T05:00:00Z" })).toEqual([]);
  });

  it.each([
    [later, noon],
    [noon, noon],
    [noon, "2026-06-10T04:00:00Z"],
  ])("that opens at %s and closes at %s is refused with both", (opensAt, closesAt) => {
    expect(dateRefusals({ opensAt, closesAt })).toEqual([{ code: "fund/call-dates", params: { opensAt, closesAt } }]);
  });
});

describe("an application", () => {
  const plan = (...amounts: readonly number[]) => amounts.map((amount) => ({ amount, condition: "photos" }));
  const rules = { projectMonthsMax: 12 };
  const days = { startsOn: "2027-01-01", endsOn: "2027-03-31" };

  it("asks for the sum of its tranches", () => {
    expect(planned(applicationOf().plan)).toBe(300_000);
    expect(planned([])).toBe(0);
  });

  it("may ask for all that the call allows for one award, and not for a fen more", () => {
    expect(termRefusals({ plan: plan(400, 200), ...days }, { awardMax: 600 }, rules)).toEqual([]);
    expect(termRefusals({ plan: plan(400, 201), ...days }, { awardMax: 600 }, rules)).toEqual([
      { code: "fund/over-award-max", params: { amount: 601, limit: 600 } },
    ]);
  });

  it("is of a project that ends on its first day at the earliest", () => {
    const ends = (endsOn: string) =>
      termRefusals({ plan: plan(1), startsOn: "2027-01-02", endsOn }, { awardMax: 1 }, rules);
    expect(ends("2027-01-02")).toEqual([]);
    expect(ends("2027-01-01")).toEqual([
      { code: "fund/project-dates", params: { startsOn: "2027-01-02", endsOn: "2027-01-01" } },
    ]);
  });

  it.each([
    ["2027-01-01", 12, "2027-12-31"],
    ["2027-01-02", 12, "2028-01-01"],
    // A year from the end of February ends with the day before the next one's.
    ["2028-02-29", 12, "2029-02-27"],
    ["2027-01-31", 1, "2027-02-27"],
    ["2198-12-31", 120, "2208-12-30"],
  ])("of a project that starts on %s and may last %i months ends by %s", (startsOn, projectMonthsMax, latest) => {
    const ends = (endsOn: string) =>
      termRefusals({ plan: plan(1), startsOn, endsOn }, { awardMax: 1 }, { projectMonthsMax });
    const dayAfter = new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10);
    expect(ends(latest)).toEqual([]);
    expect(ends(dayAfter)).toEqual([
      {
        ...{ code: "fund/project-too-long", params: { months: projectMonthsMax, latest } },
        fields: [{ field: "/endsOn", reason: `<= ${latest}` }],
      },
    ]);
  });

  it("hears all that is wrong at once", () => {
    const wrong = { plan: plan(2), startsOn: "2027-01-02", endsOn: "2027-01-01" };
    expect(termRefusals(wrong, { awardMax: 1 }, rules).map(({ code }) => code)).toEqual([
      "fund/over-award-max",
      "fund/project-dates",
    ]);
  });

  it("is named as a project of a poll by its id: a slug that begins with a letter, and no two alike", () => {
    expect(projectName("018f2a6e-7c11-7abc-8def-0123456789ab")).toBe("a18f2a6e7c117abc8def0123456789ab");
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (one, other) => {
        expect(Slug.safeParse(projectName(one)).success).toBe(true);
        // Both ids begin with the same digit for as long as instants (ms) have 44 bits: until the year 2527.
        const alike = one.slice(1) === other.slice(1);
        expect(projectName(one) === projectName(other)).toBe(alike);
      }),
    );
  });
});

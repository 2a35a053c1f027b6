/** Up to when the calendar reaches, and which orders stand in one transaction. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isResting } from "../../../functions/timebank/domain/members.ts";
import { cutoffOf, groupsOf, type Load } from "../../../functions/timebank/domain/settlement.ts";
import type { RedemptionDays } from "../../../schemas/timebank/policy.ts";

const cutoff = (now: string, days: RedemptionDays, zone: string, at = "02:00"): string =>
  new Date(cutoffOf(new Date(now), { days, at, zone })).toISOString();

describe("the calendar's latest instant", () => {
  const daily = { on: "any-day" } as const;

  it.each([
    ["the same day", "2026-06-15T04:00:00Z", "2026-06-14T18:00:00.000Z"],
    ["at the instant itself", "2026-06-14T18:00:00Z", "2026-06-14T18:00:00.000Z"],
    ["a millisecond before it, the day before", "2026-06-14T17:59:59.999Z", "2026-06-13T18:00:00.000Z"],
    ["across a year", "2026-12-31T17:00:00Z", "2026-12-30T18:00:00.000Z"],
  ])("%s", (_name, now, expected) => {
    expect(cutoff(now, daily, "Asia/Shanghai")).toBe(expected);
  });

  it.each([
    ["02:00", "2026-03-29T12:00:00Z", "2026-03-29T01:00:00.000Z"],
    // Skipped by the clocks: an hour on, when 01:30 would have been.
    ["01:30", "2026-03-29T12:00:00Z", "2026-03-29T01:30:00.000Z"],
    // Passed twice: the first time.
    ["01:30", "2026-10-25T12:00:00Z", "2026-10-25T00:30:00.000Z"],
    ["02:00", "2026-10-25T12:00:00Z", "2026-10-25T02:00:00.000Z"],
  ])("of %s in London when the clocks change", (at, now, expected) => {
    expect(cutoff(now, daily, "Europe/London", at)).toBe(expected);
  });

  it("of a monthly and a quarterly calendar stays the same until the next one, however late the run is", () => {
    const monthly = { on: "monthly", day: 5 } as const;
    const quarterly = { on: "quarterly", day: 10 } as const;
    for (const now of ["2026-07-04T19:00:00Z", "2026-07-20T04:00:00Z", "2026-08-04T17:59:59Z"]) {
      expect(cutoff(now, monthly, "Asia/Shanghai")).toBe("2026-07-04T18:00:00.000Z");
    }
    for (const now of ["2026-07-09T18:00:00Z", "2026-09-30T04:00:00Z", "2026-10-09T17:59:59Z"]) {
      expect(cutoff(now, quarterly, "Asia/Shanghai")).toBe("2026-07-09T18:00:00.000Z");
    }
  });

  it("is never after now and never rises before a settlement instant has come", () => {
    const days = fc.constantFrom<RedemptionDays>(daily, { on: "monthly", day: 28 }, { on: "quarterly", day: 1 });
    const zone = fc.constantFrom("Asia/Shanghai", "Europe/London", "America/St_Johns");
    const now = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(now, days, zone, (ms, on, where) => {
        const calendar = { days: on, at: "02:00", zone: where };
        const found = cutoffOf(new Date(ms), calendar);
        expect(found).toBeLessThanOrEqual(ms);
        expect(cutoffOf(new Date(found), calendar)).toBe(found);
        expect(cutoffOf(new Date(found - 1), calendar)).toBeLessThan(found);
      }),
    );
  });
});

describe("groups of orders", () => {
  const load = (id: number, ...accounts: string[]): Load => ({ id: String(id), items: 3, accounts });
  const itemsOf = (group: readonly Load[]): number =>
    group.reduce((sum, { items }) => sum + items, 0) + new Set(group.flatMap(({ accounts }) => accounts)).size;

  it("hold each order once and never more items than a transaction", () => {
    const name = fc.nat(20).map(String);
    const drawn = fc.array(fc.tuple(name, name), { maxLength: 200 });
    fc.assert(
      fc.property(drawn, fc.integer({ min: 5, max: 100 }), (pairs, itemsMax) => {
        const loads = pairs.map(([from, to], index) => load(index, from, to));
        const groups = groupsOf(loads, itemsMax);
        expect(
          groups
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(loads.map(({ id }) => id).sort());
        for (const group of groups) expect(itemsOf(group)).toBeLessThanOrEqual(itemsMax);
      }),
    );
  });

  const ids = (loads: readonly Load[], itemsMax: number) =>
    groupsOf(loads, itemsMax).map((all) => all.map(({ id }) => id));

  it("have an account once for all the orders that share it, up to the last item of a transaction", () => {
    const shared = [load(1, "elder", "ann"), load(2, "bo", "elder"), load(3, "elder", "cy")];
    // Three items an order, one account they share and one of each: nine of their own and four accounts.
    expect(ids(shared, 13)).toEqual([["1", "2", "3"]]);
    expect(ids(shared, 12)).toEqual([["1", "2"], ["3"]]);
    expect(ids(shared, 8)).toEqual([["1"], ["2"], ["3"]]);
  });

  it("count anew in each transaction", () => {
    const shared = [1, 2, 3, 4, 5, 6].map((id) => load(id, "elder", `v${id}`));
    expect(ids(shared, 9)).toEqual([
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(ids([load(1, "a", "b"), load(2, "a", "b")], 8)).toEqual([["1", "2"]]);
  });

  it("bring together by the account that most orders share, whichever side it is on", () => {
    const loads = [load(1, "e1", "vera"), load(2, "e2", "wu"), load(3, "vera", "e3"), load(4, "wu", "e4")];
    expect(ids(loads, 9)).toEqual([
      ["1", "3"],
      ["2", "4"],
    ]);
    expect(ids([load(1, "a", "b"), load(2, "ab", "x"), load(3, "b", "a")], 8)).toEqual([["1", "3"], ["2"]]);
  });

  it("go by the names of accounts that are shared alike, and by the order of confirmation within them", () => {
    expect(ids([load(1, "a", "b"), load(2, "a", "c"), load(3, "b", "d")], 9)).toEqual([["1", "2"], ["3"]]);
    expect(ids([load(1, "a", "b"), load(2, "ab", "c"), load(3, "a", "z")], 9)).toEqual([["1", "3"], ["2"]]);
    expect(ids([load(2, "a", "b"), load(1, "b", "a"), load(3, "a", "b")], 99)).toEqual([["2", "1", "3"]]);
  });

  it("keep together what shares an account, so that it is written as seldom as can be", () => {
    const loads = Array.from({ length: 60 }, (_, index) => load(index, `elder-${index}`, `volunteer-${index % 3}`));
    const groups = groupsOf(loads, 100);
    const written = groups.map((group) => new Set(group.flatMap(({ accounts }) => accounts)).size);
    // Sixty elders once each, and each of three volunteers in no more groups than their twenty orders need.
    expect(written.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(60 + 3 + groups.length - 1);
  });
});

it("hours rest when nothing has moved them for the months of the rule, by the zone's calendar", () => {
  const last = Date.parse("2026-01-31T12:00:00Z") * 1_000;
  const rests = (today: string, balance = 60, noticeMonths = 1) =>
    isResting({ balance, last }, { noticeMonths }, today, "Asia/Shanghai");
  expect([rests("20260227"), rests("20260228"), rests("20260228", 0)]).toEqual([false, true, false]);
  expect(isResting({ balance: 60, last }, null, "20290101", "Asia/Shanghai")).toBe(false);
});

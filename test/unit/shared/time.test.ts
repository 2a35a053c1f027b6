/** Periods and expiry in a district's zone, across midnights, years and days of 23 and 25 hours. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stampOf, stampText } from "../../../functions/shared/stamp.ts";
import { dayStart, dayText, expiryDay, periodsAt } from "../../../functions/shared/time.ts";

const SHAOXING = "Asia/Shanghai";

describe("periods", () => {
  it("change at local midnight, weeks on Monday, months and years on their first day", () => {
    const before = periodsAt(new Date("2026-12-31T15:59:59.999Z"), SHAOXING);
    const after = periodsAt(new Date("2026-12-31T16:00:00Z"), SHAOXING);
    expect([after.day - before.day, after.month - before.month, after.year - before.year]).toEqual([1, 1, 1]);
    const sunday = periodsAt(new Date("2026-06-14T04:00:00Z"), SHAOXING);
    const monday = periodsAt(new Date("2026-06-15T04:00:00Z"), SHAOXING);
    expect(monday.week - sunday.week).toBe(1);
  });

  it("rise by one from day to day, whatever the zone", () => {
    const zones = fc.constantFrom(SHAOXING, "Europe/London", "America/St_Johns", "Pacific/Apia");
    const instants = fc.date({ min: new Date("2015-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const start = dayStart(dayText(instant, zone), zone);
        const { day, week } = periodsAt(instant, zone);
        expect(periodsAt(start, zone).day).toBe(day);
        expect(periodsAt(new Date(start.getTime() - 1), zone).day).toBe(day - 1);
        expect(week).toBe(Math.floor((day + 3) / 7));
      }),
    );
  });
});

describe("a local day", () => {
  it("of the spring change in London has 23 hours, of the autumn change 25, and Shaoxing has none", () => {
    const hours = (day: string, next: string, zone: string) =>
      (dayStart(next, zone).getTime() - dayStart(day, zone).getTime()) / 3_600_000;
    expect(hours("20260329", "20260330", "Europe/London")).toBe(23);
    expect(hours("20261025", "20261026", "Europe/London")).toBe(25);
    expect(hours("20260329", "20260330", SHAOXING)).toBe(24);
  });
});

describe("a credit", () => {
  it("made at any time of a month expires when the twelfth month after it has ended", () => {
    expect(expiryDay(new Date("2026-06-15T04:00:00Z"), SHAOXING, 12)).toBe("20270701");
    expect(expiryDay(new Date("2026-05-31T16:00:00Z"), SHAOXING, 12)).toBe("20270701");
    expect(expiryDay(new Date("2026-05-31T15:59:59Z"), SHAOXING, 12)).toBe("20270601");
    expect(expiryDay(new Date("2026-01-31T04:00:00Z"), SHAOXING, 1)).toBe("20260301");
  });
});

describe("a stamp", () => {
  it("survives its text, and an instant without microseconds means its whole millisecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000_000 }), (stamp) => {
        expect(stampOf(stampText(stamp))).toBe(stamp);
      }),
    );
    expect(stampOf("2026-06-15T12:00:00+08:00")).toBe(Date.parse("2026-06-15T04:00:00Z") * 1_000 + 999);
  });
});

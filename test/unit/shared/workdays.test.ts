import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodsAt } from "../../../functions/shared/time.ts";
import { afterWorkdays, isWorkday } from "../../../functions/shared/workdays.ts";
import { WorkCalendar } from "../../../schemas/district.ts";

const ZONE = "Asia/Shanghai";
const none = WorkCalendar.parse({});
/** A week off whose Sunday before and Saturday after are worked. */
const week = WorkCalendar.parse({
  holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
  workdays: ["2026-09-27", "2026-10-10"],
});
const endOf = (from: string, count: number, calendar = none) =>
  afterWorkdays(new Date(from), count, calendar, ZONE).toISOString();
const dayOf = (instant: string) => periodsAt(new Date(instant), ZONE).day;

describe("working days", () => {
  it("the day of the event is not counted, and the last one counts to its end", () => {
    // Monday noon: Tuesday to Monday are five working days.
    expect(endOf("2026-06-15T12:00:00+08:00", 5)).toBe("2026-06-22T16:00:00.000Z");
    expect(endOf("2026-06-15T23:59:59+08:00", 1)).toBe("2026-06-16T16:00:00.000Z");
  });

  it("no days end with the day of the event itself", () => {
    expect(endOf("2026-06-15T12:00:00+08:00", 0)).toBe("2026-06-15T16:00:00.000Z");
  });

  it("leaves out holidays and counts the weekends that are worked for them", () => {
    expect(endOf("2026-09-25T12:00:00+08:00", 1, week)).toBe("2026-09-27T16:00:00.000Z");
    expect(endOf("2026-09-30T12:00:00+08:00", 3, week)).toBe("2026-10-10T16:00:00.000Z");
  });

  it("knows the weekday of days before 1970", () => {
    expect(isWorkday(dayOf("1969-12-28T12:00:00+08:00"), none)).toBe(false);
    expect(isWorkday(dayOf("1969-12-29T12:00:00+08:00"), none)).toBe(true);
  });

  it("refuses a calendar without working days", () => {
    const first = Date.parse("2026-06-15T00:00:00Z");
    const all = Array.from({ length: 200 }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10));
    const calendar = WorkCalendar.parse({ holidays: all });
    expect(() => endOf("2026-06-15T12:00:00+08:00", 1, calendar)).toThrow("no working day");
  });

  it("exactly so many working days lie between the event and its term, whatever the calendar", () => {
    const date = fc.integer({ min: 0, max: 90 }).map((day) => new Date(Date.UTC(2026, 0, day + 1)));
    const dates = fc.uniqueArray(
      date.map((each) => each.toISOString().slice(0, 10)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(date, fc.nat(15), dates, dates, (from, count, holidays, workdays) => {
        const calendar = WorkCalendar.parse({ holidays: holidays.filter((day) => !workdays.includes(day)), workdays });
        const term = periodsAt(afterWorkdays(from, count, calendar, ZONE), ZONE).day;
        const start = periodsAt(from, ZONE).day;
        const between = Array.from({ length: term - start - 1 }, (_, index) => start + 1 + index);
        expect(between.filter((day) => isWorkday(day, calendar))).toHaveLength(count);
        expect(count === 0 || isWorkday(term - 1, calendar)).toBe(true);
      }),
    );
  });
});

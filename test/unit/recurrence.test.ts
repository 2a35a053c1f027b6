/**
 * Recurring times: the examples that RFC 5545 prints in section 3.8.5.3 (those to the day and coarser), days on which
 * the clock changes, and what is refused before it can cost anything.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../../functions/shared/intervals.ts";
import {
  nextOccurrence,
  OCCURRENCES_MAX,
  occurrencesIn,
  recurrenceFault,
  WINDOW_DAYS_MAX,
} from "../../functions/shared/recurrence.ts";
import { localMs, localText } from "../../functions/shared/time.ts";
import { toldIn } from "../../schemas/primitives.ts";
import { RecurrenceRule, RecurringTime } from "../../schemas/recurrence.ts";

const DAY = 86_400_000;
const NEW_YORK = "America/New_York";

/** Local beginnings from the start on: `count` of them, or all where the series ends before. */
const series = async (time: RecurringTime, count: number): Promise<string[]> => {
  const found: string[] = [];
  let afterMs = localMs(time.start, time.zone) - 1;
  while (found.length < count) {
    const next = await nextOccurrence(time, afterMs);
    if (!next) return [...found, "end"];
    found.push(localText(next.fromMs, time.zone));
    afterMs = next.untilMs;
  }
  return found;
};

/** The RFC's lists: a date without a year is in the year of the one before it; `end` says that the series ends. */
const listed = (start: string, dates: string): string[] => {
  let year = start.slice(0, 4);
  return dates.split(" ").map((date) => {
    if (date === "end") return date;
    if (date.length === 10) year = date.slice(0, 4);
    return `${year}-${date.slice(-5)}T09:00`;
  });
};

const EXAMPLES: readonly (readonly [start: string, rule: string, dates: string])[] = [
  ["1997-09-02", "FREQ=DAILY;COUNT=10", "09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11 end"],
  ["1997-09-02", "FREQ=DAILY;INTERVAL=2", "09-02 09-04 09-06 09-08 09-10 09-12 09-14 09-16"],
  ["1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "09-02 09-12 09-22 10-02 10-12 end"],
  ["1997-09-02", "FREQ=WEEKLY;COUNT=10", "09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04 end"],
  [
    "1997-09-02",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "09-02 09-16 09-30 10-14 10-28 11-11 11-25 12-09 12-23 1998-01-06 01-20 02-03 02-17",
  ],
  [
    "1997-09-02",
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02 end",
  ],
  [
    "1997-09-02",
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02 end",
  ],
  [
    "1997-09-01",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01 10-03 10-13 10-15 10-17 10-27 10-29 10-31 11-10 11-12 11-14 11-24",
  ],
  [
    "1997-09-02",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16 end",
  ],
  [
    "1997-09-05",
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "09-05 10-03 11-07 12-05 1998-01-02 02-06 03-06 04-03 05-01 06-05 end",
  ],
  ["1997-09-05", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "09-05 10-03 11-07 12-05 end"],
  [
    "1997-09-07",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "09-07 09-28 11-02 11-30 1998-01-04 01-25 03-01 03-29 05-03 05-31 end",
  ],
  ["1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "09-22 10-20 11-17 12-22 1998-01-19 02-16 end"],
  ["1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "09-28 10-29 11-28 12-29 1998-01-29 02-26"],
  [
    "1997-09-02",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    "09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15 1998-01-02 01-15 end",
  ],
  [
    "1997-09-30",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "09-30 10-01 10-31 11-01 11-30 12-01 12-31 1998-01-01 01-31 02-01 end",
  ],
  [
    "1997-09-10",
    "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    "09-10 09-11 09-12 09-13 09-14 09-15 1999-03-10 03-11 03-12 03-13 end",
  ],
  [
    "1997-09-02",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "09-02 09-09 09-16 09-23 09-30 11-04 11-11 11-18 11-25 1998-01-06 01-13 01-20 01-27 03-03 03-10 03-17 03-24 03-31",
  ],
  [
    "1997-06-10",
    "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "06-10 07-10 1998-06-10 07-10 1999-06-10 07-10 2000-06-10 07-10 2001-06-10 07-10 end",
  ],
  [
    "1997-03-10",
    "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "03-10 1999-01-10 02-10 03-10 2001-01-10 02-10 03-10 2003-01-10 02-10 03-10 end",
  ],
  [
    "1997-01-01",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "01-01 04-10 07-19 2000-01-01 04-09 07-18 2003-01-01 04-10 07-19 2006-01-01 end",
  ],
  ["1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "05-19 1998-05-18 1999-05-17"],
  ["1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "05-12 1998-05-11 1999-05-17"],
  [
    "1997-03-13",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "03-13 03-20 03-27 1998-03-05 03-12 03-19 03-26 1999-03-04 03-11 03-18 03-25",
  ],
  [
    "1997-06-05",
    "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "06-05 06-12 06-19 06-26 07-03 07-10 07-17 07-24 07-31 08-07 08-14 08-21 08-28 1998-06-04",
  ],
  ["1997-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998-02-13 03-13 11-13 1999-08-13 2000-10-13"],
  [
    "1997-09-13",
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "09-13 10-11 11-08 12-13 1998-01-10 02-07 03-07 04-11 05-09 06-13",
  ],
  ["1996-11-05", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "11-05 2000-11-07 2004-11-02"],
  ["1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "09-04 10-07 11-06 end"],
  ["1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "09-29 10-30 11-27 12-30 1998-01-29 02-26 03-30"],
  ["1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "08-05 08-10 08-19 08-24 end"],
  ["1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "08-05 08-17 08-19 08-31 end"],
  ["2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "01-15 01-30 02-15 03-15 03-30 end"],
];

describe("the examples of RFC 5545 section 3.8.5.3", () => {
  it.each(EXAMPLES)("%s %s", async (day, rule, dates) => {
    expect(RecurrenceRule.safeParse(rule).success).toBe(true);
    const time = { start: `${day}T09:00`, zone: NEW_YORK, minutes: 60, rule };
    const wanted = listed(day, dates);
    expect(await series(time, wanted.length)).toEqual(wanted);
  });

  it("daily until Christmas Eve: 113 days, the last one the 23rd", async () => {
    const rule = "FREQ=DAILY;UNTIL=19971224T000000Z";
    const all = await series({ start: "1997-09-02T09:00", zone: NEW_YORK, minutes: 60, rule }, 200);
    expect(all).toHaveLength(114);
    expect(all.slice(-2)).toEqual(["1997-12-23T09:00", "end"]);
  });

  it.each([
    "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
  ])("every day in January for three years: %s", async (rule) => {
    const all = await series({ start: "1998-01-01T09:00", zone: NEW_YORK, minutes: 60, rule }, 200);
    expect(all).toHaveLength(3 * 31 + 1);
    expect(all.at(-2)).toBe("2000-01-31T09:00");
  });

  it("leaves out EXDATE, adds RDATE", async () => {
    const time = {
      start: "1997-09-02T09:00",
      zone: NEW_YORK,
      minutes: 60,
      rule: "FREQ=DAILY;COUNT=5",
      exclude: ["1997-09-03T09:00", "1997-09-05"],
      also: ["1997-09-04T15:30", "1997-09-20T09:00"],
    };
    expect(await series(time, 9)).toEqual([
      "1997-09-02T09:00",
      "1997-09-04T09:00",
      "1997-09-04T15:30",
      "1997-09-06T09:00",
      "1997-09-20T09:00",
      "end",
    ]);
  });
});

const hours = ({ fromMs, untilMs }: Interval): number => (untilMs - fromMs) / 3_600_000;
const window = (from: string, until: string) => ({ fromMs: Date.parse(from), untilMs: Date.parse(until) });
const text = ({ fromMs, untilMs }: Interval) => [new Date(fromMs).toISOString(), new Date(untilMs).toISOString()];

describe("days on which the clock changes", () => {
  const london = { start: "2026-01-01T00:00", zone: "Europe/London", days: 1, rule: "FREQ=DAILY" };

  it("last 23 hours in London on 2026-03-29 and 25 on 2026-10-25", async () => {
    const spring = await occurrencesIn(london, window("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z"));
    expect(spring.map(hours)).toEqual([24, 23, 24]);
    expect(text(spring[1] as Interval)).toEqual(["2026-03-29T00:00:00.000Z", "2026-03-29T23:00:00.000Z"]);
    const autumn = await occurrencesIn(london, window("2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z"));
    expect(autumn.map(hours)).toEqual([24, 25, 24]);
    expect(text(autumn[1] as Interval)).toEqual(["2026-10-24T23:00:00.000Z", "2026-10-26T00:00:00.000Z"]);
  });

  it("do not exist in Shanghai", async () => {
    const time = { ...london, zone: "Asia/Shanghai" };
    const year = await occurrencesIn(time, window("2026-01-01T00:00:00+08:00", "2027-01-01T00:00:00+08:00"));
    expect(year).toHaveLength(365);
    expect(new Set(year.map(hours))).toEqual(new Set([24]));
  });

  it("leave nine o'clock at nine o'clock", async () => {
    const time = { ...london, start: "2026-01-01T09:00", days: 0, minutes: 60 };
    const found = await occurrencesIn(time, window("2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z"));
    expect(found.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual([
      "2026-03-28T09:00:00.000Z",
      "2026-03-29T08:00:00.000Z",
    ]);
  });

  it("skip a time that does not exist, and take the first of one that happens twice", async () => {
    const time = { ...london, start: "2026-01-01T01:30", days: 0, minutes: 30 };
    const spring = await occurrencesIn(time, window("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z"));
    expect(spring.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual(["2026-03-30T00:30:00.000Z"]);
    const autumn = await occurrencesIn(time, window("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"));
    expect(autumn.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual(["2026-10-25T00:30:00.000Z"]);
  });

  it("do not stretch exact minutes", async () => {
    const time = { ...london, start: "2026-01-01T22:00", days: 0, minutes: 600 };
    const [night] = await occurrencesIn(time, window("2026-03-28T23:00:00Z", "2026-03-29T02:00:00Z"));
    expect(night && hours(night)).toBe(10);
    expect(night && localText(night.untilMs, london.zone)).toBe("2026-03-29T09:00");
  });
});

describe("an expansion", () => {
  const weekly = { start: "2026-11-02T22:00", zone: "Asia/Shanghai", minutes: 240, rule: "FREQ=WEEKLY" };

  it("has what began before the window and reaches into it, and nothing that only touches it", async () => {
    const reaching = await occurrencesIn(weekly, window("2026-11-10T01:00:00+08:00", "2026-11-10T03:00:00+08:00"));
    expect(reaching.map(text)).toEqual([["2026-11-09T14:00:00.000Z", "2026-11-09T18:00:00.000Z"]]);
    expect(await occurrencesIn(weekly, window("2026-11-10T02:00:00+08:00", "2026-11-16T22:00:00+08:00"))).toEqual([]);
  });

  it("keeps to the days on which the time is valid", async () => {
    const time = { ...weekly, validFrom: "2026-11-09", validUntil: "2026-11-23" };
    const found = await occurrencesIn(time, window("2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z"));
    expect(found.map(({ fromMs }) => localText(fromMs, time.zone))).toEqual(["2026-11-09T22:00", "2026-11-16T22:00"]);
  });

  it("refuses a window above its limit", async () => {
    const fromMs = Date.parse("2026-01-01T00:00:00Z");
    const within = { fromMs, untilMs: fromMs + WINDOW_DAYS_MAX * DAY };
    expect(await occurrencesIn(weekly, within)).toHaveLength(14);
    await expect(occurrencesIn(weekly, { ...within, untilMs: within.untilMs + 1 })).rejects.toThrow(RangeError);
  });

  it("never has more than its limit, even of the densest rule", async () => {
    const rule = "FREQ=DAILY;BYHOUR=0,3,6,9,12,15,18,21";
    const time = { ...weekly, rule, days: 31, minutes: 1_440, start: "2025-01-01T00:00" };
    const fromMs = Date.parse("2026-01-01T00:00:00Z");
    const found = await occurrencesIn(time, { fromMs, untilMs: fromMs + WINDOW_DAYS_MAX * DAY });
    expect(found.length).toBeGreaterThan(8 * WINDOW_DAYS_MAX);
    expect(found.length).toBeLessThanOrEqual(OCCURRENCES_MAX);
  });

  it("is the same in one window as in two that meet", async () => {
    const rule = fc.constantFrom(
      "FREQ=DAILY",
      "FREQ=WEEKLY;BYDAY=SU,MO",
      "FREQ=MONTHLY;BYDAY=-1SU",
      "FREQ=DAILY;INTERVAL=3",
    );
    const zone = fc.constantFrom("Europe/London", "Asia/Shanghai", "Pacific/Apia");
    const hour = fc.integer({ min: 0, max: 120 * 24 });
    await fc.assert(
      fc.asyncProperty(rule, zone, hour, fc.integer({ min: 1, max: 2_000 }), async (aRule, aZone, cut, minutes) => {
        const time = { start: "2026-02-01T01:30", zone: aZone, minutes, rule: aRule };
        const fromMs = Date.parse("2026-02-20T00:00:00Z");
        const [cutMs, untilMs] = [fromMs + cut * 3_600_000, fromMs + 130 * DAY];
        const whole = await occurrencesIn(time, { fromMs, untilMs });
        const first = await occurrencesIn(time, { fromMs, untilMs: cutMs });
        const second = await occurrencesIn(time, { fromMs: cutMs, untilMs });
        const both = new Map([...first, ...second].map((each) => [each.fromMs, each]));
        expect([...both.values()]).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a rule is refused", () => {
  it.each([
    ["FREQ=HOURLY", "too dense"],
    ["FREQ=MINUTELY;INTERVAL=15", "too dense"],
    ["FREQ=SECONDLY", "too dense"],
    ["FREQ=FORTNIGHTLY", "FREQ must be"],
    ["INTERVAL=2", "FREQ is missing"],
    ["FREQ=DAILY;RSCALE=CHINESE", "unknown part RSCALE"],
    ["FREQ=DAILY;BYSECOND=1", "unknown part BYSECOND"],
    ["FREQ=DAILY;toString=1", "unknown part toString"],
    ["FREQ=DAILY;FREQ=WEEKLY", "FREQ may stand once"],
    ["FREQ=DAILY;", "NAME=value"],
    ["FREQ=DAILY;INTERVAL=0", "INTERVAL must be"],
    ["FREQ=DAILY;INTERVAL=367", "INTERVAL must be"],
    ["FREQ=DAILY;COUNT=0", "COUNT must be"],
    ["FREQ=DAILY;COUNT=367", "COUNT must be"],
    ["FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z", "not both"],
    ["FREQ=DAILY;UNTIL=20270230T000000Z", "UNTIL must be"],
    ["FREQ=DAILY;UNTIL=20270101", "UNTIL must be"],
    ["FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8", "at most 8 times a day"],
    ["FREQ=DAILY;BYHOUR=0,1,2;BYMINUTE=0,20,40", "at most 8 times a day"],
    ["FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY must be"],
    ["FREQ=MONTHLY;BYMONTHDAY=1,1", "BYMONTHDAY must be"],
    ["FREQ=WEEKLY;BYMONTHDAY=1", "no meaning in WEEKLY"],
    ["FREQ=WEEKLY;BYDAY=2MO", "no meaning in WEEKLY"],
    ["FREQ=MONTHLY;BYDAY=6MO", "no meaning in MONTHLY"],
    ["FREQ=MONTHLY;BYWEEKNO=20", "no meaning in MONTHLY"],
    ["FREQ=DAILY;BYYEARDAY=20", "no meaning in DAILY"],
    ["FREQ=DAILY;BYSETPOS=1", "needs another BY part"],
  ])("%s: %s", (rule, reason) => {
    const [issue] = RecurrenceRule.safeParse(rule).error?.issues ?? [];
    expect(issue?.message).toContain(reason);
    expect(toldIn(String(issue?.message), "zh")).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never occurs"],
    ["FREQ=DAILY;UNTIL=20251231T000000Z", "never occurs"],
    ["FREQ=DAILY;INTERVAL=7;BYDAY=TU", "never occurs"],
    ["FREQ=DAILY;COUNT=100;BYMONTH=2;BYMONTHDAY=30", "COUNT lies too far ahead"],
    ["FREQ=DAILY;COUNT=366;BYMONTHDAY=30;BYDAY=SA", "COUNT lies too far ahead"],
  ])("%s %s", async (rule, reason) => {
    expect(RecurrenceRule.safeParse(rule).success).toBe(true);
    const time = { start: "2026-01-05T09:00", zone: "Asia/Shanghai", minutes: 60, rule };
    expect((await recurrenceFault(time))?.en).toContain(reason);
  });

  it("that its exceptions leave nothing of", async () => {
    const time = { start: "2026-01-05T09:00", zone: "Asia/Shanghai", minutes: 60, rule: "FREQ=DAILY;COUNT=2" };
    expect(await recurrenceFault({ ...time, exclude: ["2026-01-05"] })).toBeUndefined();
    const none = await recurrenceFault({ ...time, exclude: ["2026-01-05", "2026-01-06T09:00"] });
    expect(none?.en).toContain("never occurs");
  });

  it("a leap day on a Monday is rare, not absurd", async () => {
    const rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO";
    const time = { start: "2026-01-05T09:00", zone: "Asia/Shanghai", minutes: 60, rule };
    expect(await recurrenceFault(time)).toBeUndefined();
  });
});

describe("the schema of a recurring time", () => {
  const good = { start: "2026-11-30T09:00", zone: "Asia/Shanghai", minutes: 60 };

  it.each([
    [{}, true],
    [{ start: "2026-11-30T09:00:00" }, true],
    [{ start: "2026-02-30T09:00" }, false],
    [{ start: "2026-11-30T09:00:30" }, false],
    [{ start: "2026-11-30T09:00+08:00" }, false],
    [{ start: "1969-11-30T09:00" }, false],
    [{ zone: "Asia/Nowhere" }, false],
    [{ minutes: 0 }, false],
    [{ minutes: 0, days: 1 }, true],
    [{ days: 32 }, false],
    [{ exclude: ["2026-12-01", "2026-12-02T09:00"] }, true],
    [{ exclude: ["yesterday"] }, false],
    [{ also: ["2026-12-01"] }, false],
    [{ weekly: true }, false],
  ])("%j: %s", (change, fits) => {
    expect(RecurringTime.safeParse({ ...good, ...change }).success).toBe(fits);
  });
});

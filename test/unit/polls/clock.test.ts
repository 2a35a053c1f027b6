/** The clocks of a poll: notice, window and publication in the community's zone; turnout without small cells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AHEAD_DAYS_MAX,
  earliestOpening,
  noticeRefusals,
  publicationOf,
  windowRefusals,
} from "../../../functions/polls/domain/calendar.ts";
import { extensionRefusals } from "../../../functions/polls/domain/poll.ts";
import { type Cell, suppressed } from "../../../functions/polls/domain/turnout.ts";
import { PollsConfig } from "../../../schemas/polls/config.ts";
import { SUPPRESS_BELOW } from "../../../schemas/polls/resources.ts";
import { DAY_MS, pollOf, ZONE } from "./builders.ts";

const at = (text: string): Date => new Date(text);
const iso = (ms: number): string => new Date(ms).toISOString();

describe("notice", () => {
  it.each([
    // The day of notice is not counted, whatever its hour: fifteen whole days follow it.
    ["2026-06-15T00:00:00+08:00", false, "2026-06-30T16:00:00.000Z"],
    ["2026-06-15T23:59:59+08:00", false, "2026-06-30T16:00:00.000Z"],
    ["2026-06-16T00:00:00+08:00", false, "2026-07-01T16:00:00.000Z"],
    ["2026-06-15T12:00:00+08:00", true, "2026-06-22T16:00:00.000Z"],
  ])("given at %s (extraordinary: %s) opens at %s at the earliest", (now, extraordinary, earliest) => {
    expect(iso(earliestOpening(at(now), extraordinary, ZONE))).toBe(earliest);
  });

  it("counts days of 23 and 25 hours as days", () => {
    const zone = "Europe/Berlin";
    // Summer time ends on 25 October 2026.
    expect(iso(earliestOpening(at("2026-10-20T12:00:00+02:00"), true, zone))).toBe("2026-10-27T23:00:00.000Z");
  });

  describe.each([
    [false, 15, "2026-06-30T16:00:00.000Z"],
    [true, 7, "2026-06-22T16:00:00.000Z"],
  ] as const)("of an extraordinary meeting: %s", (extraordinary, days, earliest) => {
    const now = at("2026-06-15T12:00:00+08:00");
    const openMs = Date.parse(earliest);
    const refusals = (open: number, correctMs = now.getTime() + 1) =>
      noticeRefusals({ correctMs, openMs: open, closeMs: open + 7 * DAY_MS }, extraordinary, now, ZONE);

    it("is long enough to the millisecond, or tells the days and the earliest opening", () => {
      expect(refusals(openMs)).toEqual([]);
      expect(refusals(openMs - 1)).toEqual([{ code: "polls/notice-too-short", params: { days, earliest } }]);
    });

    it("leaves some time for corrections of the roll", () => {
      const params = { until: "2026-06-15T04:00:00.000Z", opens: earliest };
      expect(refusals(openMs, now.getTime())).toEqual([{ code: "polls/correction-window", params }]);
    });
  });
});

describe("a window", () => {
  const openMs = Date.parse("2026-07-10T09:00:00+08:00");
  const day = DAY_MS;
  const codes = (days: number, correctMs = openMs - day, extra = 0) =>
    windowRefusals(
      { correctMs, openMs, closeMs: openMs + days * day + extra },
      at("2026-06-15T12:00:00+08:00"),
      ZONE,
    ).map(({ code }) => code);

  it("is five to sixty days long, to the millisecond", () => {
    expect([codes(5, undefined, -1), codes(5), codes(60), codes(60, undefined, 1)]).toEqual([
      ["polls/window"],
      [],
      [],
      ["polls/window"],
    ]);
  });

  it("opens after corrections have ended, and not years ahead", () => {
    expect(codes(7, openMs)).toEqual(["polls/correction-window"]);
    const far = { correctMs: 0, openMs: openMs + 500 * day, closeMs: openMs + 507 * day };
    expect(windowRefusals(far, at("2026-06-15T12:00:00+08:00"), ZONE)[0]?.code).toBe("polls/window");
  });

  it("is planned four hundred days ahead at most, to the millisecond", () => {
    const now = at("2026-06-15T12:00:00+08:00");
    const planned = (open: number) =>
      windowRefusals({ correctMs: open - 1, openMs: open, closeMs: open + 7 * day }, now, ZONE);
    const last = now.getTime() + AHEAD_DAYS_MAX * day;
    expect(planned(last)).toEqual([]);
    expect(planned(last + 1)).toEqual([
      {
        code: "polls/window",
        params: {
          from: "2027-07-20T04:00:00.001Z",
          earliest: "2027-07-25T04:00:00.001Z",
          latest: "2027-09-18T04:00:00.001Z",
        },
      },
    ]);
  });

  it("that is wrong tells its bounds; corrections that end too late tell both instants", () => {
    const now = at("2026-06-15T12:00:00+08:00");
    const bounds = {
      from: "2026-07-10T01:00:00.000Z",
      earliest: "2026-07-15T01:00:00.000Z",
      latest: "2026-09-08T01:00:00.000Z",
    };
    expect(windowRefusals({ correctMs: 0, openMs, closeMs: openMs }, now, ZONE)).toEqual([
      { code: "polls/window", params: bounds },
    ]);
    const instants = { until: "2026-07-10T01:00:00.000Z", opens: "2026-07-10T01:00:00.000Z" };
    expect(windowRefusals({ correctMs: openMs, openMs, closeMs: openMs + 7 * day }, now, ZONE)).toEqual([
      { code: "polls/correction-window", params: instants },
    ]);
    expect(codes(7, openMs - 1)).toEqual([]);
  });
});

describe("an extension", () => {
  const poll = pollOf();
  const { openMs, closeMs } = poll;
  const extend = (to: number, now = closeMs - 1) => extensionRefusals(poll, to, new Date(now), ZONE);
  const outside = [
    {
      code: "polls/window",
      params: {
        from: "2026-07-10T01:00:00.000Z",
        earliest: "2026-07-20T01:00:00.000Z",
        latest: "2026-09-08T01:00:00.000Z",
      },
    },
  ];

  it("moves the close on, never back, up to sixty days in all", () => {
    expect(extend(closeMs + 1)).toEqual([]);
    expect(extend(openMs + 60 * DAY_MS)).toEqual([]);
    expect(extend(closeMs)).toEqual(outside);
    expect(extend(closeMs - DAY_MS)).toEqual(outside);
    expect(extend(openMs + 60 * DAY_MS + 1)).toEqual(outside);
  });

  it("comes before the close, not at it", () => {
    const closed = [{ code: "polls/closed", params: { until: "2026-07-20T01:00:00.000Z" } }];
    expect(extend(closeMs + DAY_MS, closeMs)).toEqual(closed);
    expect(extend(closeMs + DAY_MS, closeMs + 1)).toEqual(closed);
  });
});

describe("publication", () => {
  const config = PollsConfig.parse({});
  const calendar = {
    holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
    workdays: ["2026-10-10"],
  };

  it.each([
    // Monday: Tuesday to Monday of the next week are five working days.
    ["2026-06-15T12:00:00+08:00", "2026-06-22T16:00:00.000Z"],
    // Before the national holiday: 30 September, 8 and 9 October, the worked Saturday 10, Monday 12.
    ["2026-09-29T12:00:00+08:00", "2026-10-12T16:00:00.000Z"],
  ])("at %s stands until %s: five whole working days after its own", (now, until) => {
    expect(iso(publicationOf(at(now), config, calendar, ZONE).untilMs)).toBe(until);
  });

  it("keeps the evidence for two years by default, never less than the months asked for, of 31 days each", () => {
    const until = (evidence: PollsConfig) =>
      publicationOf(at("2026-06-15T12:00:00+08:00"), evidence, calendar, ZONE).evidenceUntil;
    expect(until(config)).toBe("2028-06-28");
    expect(until(PollsConfig.parse({ evidenceMonths: 12 }))).toBe("2027-06-22");
  });
});

describe("turnout by building", () => {
  const cell = fc
    .record({ entitled: fc.nat(60), share: fc.nat(100) })
    .map(({ entitled, share }) => ({ entitled, voted: Math.floor((entitled * share) / 100) }));
  const cells = fc
    .array(cell, { maxLength: 12 })
    .map((all) => all.map((one, at): Cell => ({ building: `${at}`, ...one })));

  it("shows no small cell, and withheld ones cannot be worked out from the total", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const shown = suppressed(all);
        const withheld = all.filter((_, at) => shown[at]?.voted === null);
        for (const [at, one] of all.entries()) {
          const visible = shown[at];
          if (visible?.voted === null) continue;
          expect(visible).toEqual(one);
          expect(Math.min(one.voted, one.entitled - one.voted)).toBeGreaterThanOrEqual(SUPPRESS_BELOW);
        }
        // All withheld tell no more than the total, which is public; some must hide as many people as a cell does.
        if (withheld.length === 0 || withheld.length === all.length) return;
        expect(withheld.length).toBeGreaterThan(1);
        const voted = withheld.reduce((sum, one) => sum + one.voted, 0);
        const entitled = withheld.reduce((sum, one) => sum + one.entitled, 0);
        expect(Math.min(voted, entitled - voted)).toBeGreaterThanOrEqual(SUPPRESS_BELOW);
      }),
    );
  });

  it("withholds a second building beside a single small one", () => {
    const all = [
      { building: "1", entitled: 40, voted: 20 },
      { building: "2", entitled: 40, voted: 4 },
      { building: "3", entitled: 60, voted: 40 },
      { building: "4", entitled: 90, voted: 60 },
    ];
    expect(suppressed(all)).toEqual([
      { building: "1", entitled: null, voted: null },
      { building: "2", entitled: null, voted: null },
      { building: "3", entitled: 60, voted: 40 },
      { building: "4", entitled: 90, voted: 60 },
    ]);
  });

  it.each([
    ["ten voted and ten did not: shown", [{ entitled: 20, voted: 10 }], ["10"]],
    ["nine voted", [{ entitled: 20, voted: 9 }], ["-"]],
    ["nine did not", [{ entitled: 20, voted: 11 }], ["-"]],
    [
      "two small ones hide each other only with ten between them",
      [
        { entitled: 40, voted: 5 },
        { entitled: 40, voted: 4 },
        { entitled: 60, voted: 30 },
        { entitled: 60, voted: 20 },
      ],
      ["-", "-", "30", "-"],
    ],
    [
      "two small ones of ten together stand alone",
      [
        { entitled: 40, voted: 5 },
        { entitled: 40, voted: 5 },
        { entitled: 60, voted: 30 },
      ],
      ["-", "-", "30"],
    ],
    [
      "the same of those who did not vote",
      [
        { entitled: 40, voted: 36 },
        { entitled: 40, voted: 35 },
        { entitled: 60, voted: 30 },
      ],
      ["-", "-", "-"],
    ],
    [
      "ten who did not vote hide each other",
      [
        { entitled: 40, voted: 35 },
        { entitled: 40, voted: 35 },
        { entitled: 60, voted: 30 },
      ],
      ["-", "-", "30"],
    ],
    ["no buildings", [], []],
  ] as const)("%s", (_, numbers, shown) => {
    const all = numbers.map((one, index) => ({ building: `${index}`, ...one }));
    expect(suppressed(all).map(({ voted }) => (voted === null ? "-" : `${voted}`))).toEqual(shown);
  });
});

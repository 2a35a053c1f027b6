/** How a person stands: marks, exclusion, appeal and debts, with the policy's numbers. */
import { describe, expect, it } from "vitest";
import {
  type Appeal,
  afterNoShow,
  afterOverstay,
  decided,
  MARKS_MAX,
  oneLess,
  owing,
  type Parker,
} from "../../../functions/parking/domain/standing.ts";
import { DAY } from "../../support/clock.ts";
import { testRules } from "../../support/parking.ts";
import { NOON, uuid } from "./make.ts";

const parkerOf = (fields: Partial<Parker> = {}): Parker => ({
  ...{ resident: uuid(1), open: 2, recalls: 0, owed: {}, overstaysMs: [], noShowsMs: [], revision: 4 },
  ...fields,
});
/** 15 minutes are free, 3 in 180 days or one above 1,440 minutes exclude for 90 days. */
const rules = testRules();
const noShowRules = testRules({ standing: { ...rules.standing, noShows: 2 } });
const appealOf = (fields: Partial<Appeal> = {}): Appeal => ({
  ...{ state: "open", atMs: NOON, community: "lujing", reason: "the gate was broken" },
  ...fields,
});

describe("an overstay", () => {
  it("within the free minutes is no mark; a minute more is one", () => {
    const parker = parkerOf();
    expect(afterOverstay(parker, rules, 15, NOON)).toBe(parker);
    expect(afterOverstay(parker, rules, 16, NOON)).toEqual({ ...parker, overstaysMs: [NOON] });
  });

  it("above the longest excludes at once, one of just that length does not", () => {
    const parker = parkerOf();
    const marked = { ...parker, overstaysMs: [NOON] };
    expect(afterOverstay(parker, rules, 1_440, NOON)).toEqual(marked);
    expect(afterOverstay(parker, rules, 1_441, NOON)).toEqual({ ...marked, excludedMs: NOON + 90 * DAY });
  });

  it.each([
    ["the third in 180 days excludes for 90", [NOON - 180 * DAY + 1, NOON - DAY], true],
    ["a mark of 180 days ago counts no more", [NOON - 180 * DAY, NOON - DAY], false],
    ["the second does not", [NOON - DAY], false],
    ["more than enough exclude again", [NOON - 3 * DAY, NOON - 2 * DAY, NOON - DAY], true],
  ])("by number: %s", (_what, overstaysMs, isExcluded) => {
    expect(afterOverstay(parkerOf({ overstaysMs }), rules, 16, NOON)).toEqual({
      ...parkerOf({ overstaysMs: [...overstaysMs, NOON] }),
      ...(isExcluded ? { excludedMs: NOON + 90 * DAY } : {}),
    });
  });

  it("never shortens an exclusion that reaches further", () => {
    const longer = parkerOf({ excludedMs: NOON + 91 * DAY });
    const shorter = parkerOf({ excludedMs: NOON + 89 * DAY });
    const until = (parker: Parker) => afterOverstay(parker, rules, 1_441, NOON).excludedMs;
    expect([until(longer), until(shorter)]).toEqual([NOON + 91 * DAY, NOON + 90 * DAY]);
  });

  it("that excludes leaves an appeal open, and forgets one that was decided on an earlier exclusion", () => {
    const left = (appeal: Appeal) => afterOverstay(parkerOf({ appeal }), rules, 1_441, NOON).appeal;
    expect(left(appealOf())).toEqual(appealOf());
    expect([left(appealOf({ state: "granted" })), left(appealOf({ state: "rejected" }))]).toEqual([
      undefined,
      undefined,
    ]);
    const marked = afterOverstay(parkerOf({ appeal: appealOf({ state: "rejected" }) }), rules, 16, NOON);
    expect(marked.appeal).toEqual(appealOf({ state: "rejected" }));
  });

  it("keeps the latest marks only", () => {
    const overstaysMs = Array.from({ length: MARKS_MAX }, (_, index) => NOON - 400 * DAY + index);
    expect(afterOverstay(parkerOf({ overstaysMs }), rules, 16, NOON).overstaysMs).toEqual([
      ...overstaysMs.slice(1),
      NOON,
    ]);
  });
});

describe("not coming", () => {
  it("is a mark, and excludes nobody where the rules do not say how often", () => {
    const often = parkerOf({ noShowsMs: Array.from({ length: 19 }, (_, index) => NOON - index) });
    expect(afterNoShow(often, rules, NOON)).toEqual({ ...often, noShowsMs: [...often.noShowsMs, NOON] });
  });

  it.each([
    ["the first does not exclude", [], false],
    ["the second in 180 days does", [NOON - 180 * DAY + 1], true],
    ["one of 180 days ago counts no more", [NOON - 180 * DAY], false],
  ])("twice excludes where the rules say so: %s", (_what, noShowsMs, isExcluded) => {
    expect(afterNoShow(parkerOf({ noShowsMs }), noShowRules, NOON)).toEqual({
      ...parkerOf({ noShowsMs: [...noShowsMs, NOON] }),
      ...(isExcluded ? { excludedMs: NOON + 90 * DAY } : {}),
    });
  });
});

describe("an appeal", () => {
  const parker = parkerOf({
    ...{ excludedMs: NOON + DAY, overstaysMs: [NOON - 1], noShowsMs: [NOON - 2], owed: { points: 20 } },
    appeal: appealOf(),
  });
  const about = { atMs: NOON, community: "lujing", decidedBy: uuid(7), decision: "as the log shows" };

  it("granted ends the exclusion and wipes the marks; debts stay, and its reason goes", () => {
    expect(decided(parker, appealOf(), true, uuid(7), "as the log shows")).toEqual({
      ...parkerOf({ owed: { points: 20 }, appeal: { state: "granted", ...about } }),
      excludedMs: undefined,
    });
  });

  it("rejected changes nothing else", () => {
    expect(decided(parker, appealOf(), false, uuid(7), "as the log shows")).toEqual({
      ...parker,
      appeal: { state: "rejected", ...about },
    });
  });
});

describe("a debt", () => {
  it("grows and falls by unit, and is gone when it is paid", () => {
    const owes = (parker: Parker) => parker.owed;
    const first = owing(parkerOf({ owed: { minutes: 3 } }), "points", 20);
    expect(owes(first)).toEqual({ minutes: 3, points: 20 });
    expect(owes(owing(first, "points", 5))).toEqual({ minutes: 3, points: 25 });
    expect(owes(owing(first, "points", -19))).toEqual({ minutes: 3, points: 1 });
    expect(owes(owing(first, "points", -20))).toEqual({ minutes: 3 });
    expect(owing(first, "points", -20)).toEqual(parkerOf({ owed: { minutes: 3 } }));
  });

  it("is no part of the count of bookings, which falls by one with each that ends", () => {
    expect(oneLess(parkerOf({ owed: { points: 1 } }))).toEqual(parkerOf({ open: 1, owed: { points: 1 } }));
  });
});

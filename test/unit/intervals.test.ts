/** Sets of instants: each operation against the same one on a line of hours, one by one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  differenceOf,
  type Interval,
  intersectionOf,
  lengthOf,
  overridden,
  unionOf,
} from "../../functions/shared/intervals.ts";

const HOURS = 24;
const interval = fc
  .tuple(fc.integer({ min: 0, max: HOURS }), fc.integer({ min: 0, max: HOURS }))
  .map(([fromMs, untilMs]) => ({ fromMs, untilMs }));
const some = fc.array(interval, { maxLength: 8 });

/** Which of the hours are in the set. */
const hoursOf = (intervals: readonly Interval[]): boolean[] =>
  Array.from({ length: HOURS }, (_, hour) => intervals.some(({ fromMs, untilMs }) => fromMs <= hour && hour < untilMs));

/** Sorted, none empty, none touching the next. */
const isTidy = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ fromMs, untilMs }, at) => {
    const next = intervals[at + 1];
    return fromMs < untilMs && (next === undefined || untilMs < next.fromMs);
  });

const check = (result: readonly Interval[], hours: readonly boolean[]) => {
  expect(hoursOf(result)).toEqual(hours);
  expect(isTidy(result)).toBe(true);
};

describe("sets of instants", () => {
  it("unite, intersect and differ as their hours do", () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [inA, inB] = [hoursOf(a), hoursOf(b)];
        check(
          unionOf([...a, ...b]),
          inA.map((yes, hour) => yes || inB[hour] === true),
        );
        check(
          intersectionOf(a, b),
          inA.map((yes, hour) => yes && inB[hour] === true),
        );
        check(
          differenceOf(a, b),
          inA.map((yes, hour) => yes && inB[hour] !== true),
        );
        expect(lengthOf(unionOf(a))).toBe(inA.filter(Boolean).length);
      }),
    );
  });

  it("are open or closed as the last override that names the hour says", () => {
    const override = fc.tuple(interval, fc.boolean()).map(([each, open]) => ({ ...each, open }));
    fc.assert(
      fc.property(some, fc.array(override, { maxLength: 6 }), (open, overrides) => {
        const wanted = hoursOf(open).map((yes, hour) => {
          const last = overrides.findLast(({ fromMs, untilMs }) => fromMs <= hour && hour < untilMs);
          return last ? last.open : yes;
        });
        check(overridden(open, overrides), wanted);
      }),
    );
  });
});

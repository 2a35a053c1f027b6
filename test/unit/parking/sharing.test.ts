/** Points for sharing: whole hours, and never above a day's or a month's maximum. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterSharing, type SharingUse, sharingPoints } from "../../../functions/parking/domain/sharing.ts";
import type { Sharing } from "../../../schemas/parking/policy.ts";

const rules: Sharing = { pool: "reward", unit: "points", perHour: 4, dayMax: 10, monthMax: 15 };
const fresh: SharingUse = { owner: "o", day: "", today: 0, thisMonth: 0, revision: 0 };

describe("points for sharing", () => {
  it.each([
    [59, 0],
    [60, 4],
    [119, 4],
    [120, 8],
    [180, 10],
    [10_080, 10],
  ])("%i minutes on a fresh day are %i", (minutes, points) => {
    expect(sharingPoints(rules, minutes, fresh, "20261130")).toBe(points);
  });

  it("leave the next day its maximum, and the next month its own", () => {
    const first = afterSharing(fresh, 10, "20261129");
    expect(sharingPoints(rules, 600, first, "20261129")).toBe(0);
    const second = afterSharing(first, sharingPoints(rules, 600, first, "20261130"), "20261130");
    expect(second).toMatchObject({ today: 5, thisMonth: 15, revision: 2 });
    expect(sharingPoints(rules, 600, second, "20261130")).toBe(0);
    expect(sharingPoints(rules, 600, second, "20261201")).toBe(10);
  });

  it("never pass a maximum, whatever stays end in whatever order of days", () => {
    const stays = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2_000 })));
    const limits = fc.record({
      perHour: fc.integer({ min: 1, max: 50 }),
      dayMax: fc.integer({ min: 1, max: 100 }),
      monthMax: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(stays, limits, (ends, changes) => {
        const own = { ...rules, ...changes };
        const sums = new Map<string, number>();
        let use = fresh;
        for (const [offset, minutes] of [...ends].sort(([a], [b]) => a - b)) {
          const day = new Date(Date.UTC(2026, 10, 1 + offset)).toISOString().slice(0, 10).replaceAll("-", "");
          const given = sharingPoints(own, minutes, use, day);
          expect(given).toBeGreaterThanOrEqual(0);
          expect(given).toBeLessThanOrEqual(Math.floor(minutes / 60) * own.perHour);
          if (given > 0) use = afterSharing(use, given, day);
          for (const period of [day, day.slice(0, 6)]) sums.set(period, (sums.get(period) ?? 0) + given);
        }
        for (const [period, sum] of sums) {
          expect(sum).toBeLessThanOrEqual(period.length === 8 ? own.dayMax : own.monthMax);
        }
      }),
    );
  });
});

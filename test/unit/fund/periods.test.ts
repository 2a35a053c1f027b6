/** Spans of periods, ratios and ages, with numbers worked out by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanOf } from "../../../functions/fund/domain/periods.ts";
import { ratiosOf, shareBps } from "../../../functions/fund/domain/ratios.ts";
import { unspentOf } from "../../../functions/fund/domain/unspent.ts";
import { BALANCE_MAX } from "../../../schemas/primitives.ts";

const DAY = 86_400_000;

describe("a period", () => {
  it("is a quarter or a year of the district's calendar", () => {
    expect(spanOf("2026-Q4", "Asia/Shanghai")).toEqual({
      ...{ from: "2026-10-01", to: "2026-12-31" },
      ...{ startMs: Date.parse("2026-10-01T00:00:00+08:00"), endMs: Date.parse("2027-01-01T00:00:00+08:00") },
    });
    expect(spanOf("2028-Q1", "Asia/Shanghai").to).toBe("2028-03-31");
    expect(spanOf("2026", "Asia/Shanghai")).toMatchObject({ from: "2026-01-01", to: "2026-12-31" });
  });

  it("of a year is its four quarters without a gap", () => {
    const quarters = [1, 2, 3, 4].map((each) => spanOf(`2026-Q${each}`, "Asia/Shanghai"));
    const year = spanOf("2026", "Asia/Shanghai");
    expect([quarters[0]?.startMs, quarters[3]?.endMs]).toEqual([year.startMs, year.endMs]);
    for (const index of [0, 1, 2]) expect(quarters[index]?.endMs).toBe(quarters[index + 1]?.startMs);
  });
});

describe("a ratio", () => {
  it("is rounded down, is nothing of nothing, and never passes the whole", () => {
    expect([shareBps(1, 3), shareBps(0, 0), shareBps(5, 0), shareBps(-1, 5), shareBps(7, 5)]).toEqual([
      3_333, 0, 0, 0, 10_000,
    ]);
    expect(ratiosOf({ income: 300, transferredIn: 100, disbursed: 150, returned: 50, adminCosts: 25 })).toEqual({
      ...{ spentBps: 2_500, adminBps: 2_000 },
    });
  });

  it("is exact for the largest sums", () => {
    const sums = fc.integer({ min: 1, max: BALANCE_MAX });
    fc.assert(
      fc.property(sums, sums, (part, whole) => {
        const bps = BigInt(shareBps(part, whole));
        const [x, y] = [BigInt(Math.min(part, whole)) * 10_000n, BigInt(whole)];
        expect(bps * y <= x && x < (bps + 1n) * y).toBe(true);
      }),
    );
  });
});

describe("unspent money", () => {
  it("is of the newest lots, for the oldest is spent first", () => {
    const lots = [
      { amount: 100, atMs: 90 * DAY },
      { amount: 100, atMs: 50 * DAY },
      { amount: 100, atMs: 0 },
    ];
    expect(unspentOf(lots, 150, 100 * DAY)).toEqual({
      ...{ amount: 150, since: new Date(50 * DAY).toISOString() },
      // (100 * 10 + 50 * 50) / 150 = 23.3
      meanAgeDays: 23,
    });
    expect(unspentOf(lots, 0, 100 * DAY)).toEqual({ amount: 0, meanAgeDays: 0 });
  });

  it("that no lot explains is as old as the oldest that is known", () => {
    expect(unspentOf([{ amount: 10, atMs: 0 }], 30, 4 * DAY)).toMatchObject({ amount: 30, meanAgeDays: 4 });
  });
});

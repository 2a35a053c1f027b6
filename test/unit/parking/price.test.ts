/** Prices, refunds and shares, with numbers worked out by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addedShares,
  NO_SHARES,
  overstayPrice,
  priceOf,
  refundOf,
  sharesOf,
  withinRoom,
} from "../../../functions/parking/domain/price.ts";
import { apportion } from "../../../functions/shared/shares.ts";
import type { PricePlan } from "../../../schemas/parking/policy.ts";
import { testRules } from "../../support/parking.ts";

describe("a price", () => {
  const plan: PricePlan = {
    unit: "points",
    steps: [
      { untilMinutes: 60, everyMinutes: 30, amount: 5 },
      { untilMinutes: null, everyMinutes: 60, amount: 4 },
    ],
    dayCap: 30,
  };
  it.each([
    [30, 5],
    [31, 10],
    [60, 10],
    [61, 14],
    [300, 26],
    [600, 30],
    [1_440, 30],
    [1_441, 35],
    [2_880, 60],
    [10_080, 210],
  ])("of %d minutes is %d", (minutes, price) => expect(priceOf(plan, minutes)).toBe(price));

  it.each([
    [15, 0],
    [16, 20],
    [75, 20],
    [76, 40],
  ])("of an overstay of %d minutes is %d", (minutes, price) =>
    expect(overstayPrice(plan, testRules(), minutes)).toBe(price),
  );

  it.each([
    [1_440, 102],
    [1_441, 106],
    [1_500, 106],
    [1_501, 110],
  ])("without a cap goes on over midnight: of %d minutes it is %d", (minutes, price) =>
    expect(priceOf({ ...plan, dayCap: null }, minutes)).toBe(price),
  );

  it("of an overstay is never below nothing, however many minutes are free", () => {
    const rules = testRules({ overstay: { freeMinutes: 240, percent: 200 } });
    expect([1, 180, 240, 241].map((minutes) => overstayPrice(plan, rules, minutes))).toEqual([0, 0, 0, 20]);
  });

  it("of an overstay is rounded down, and has no cap of a day", () => {
    const rules = testRules({ overstay: { freeMinutes: 0, percent: 150 } });
    const odd = { ...plan, steps: [{ untilMinutes: null, everyMinutes: 60, amount: 5 }] };
    expect([overstayPrice(odd, rules, 60), overstayPrice(odd, rules, 1_440)]).toEqual([7, 180]);
  });

  it("never falls as a stay gets longer by what a cap or a step leaves of it", () => {
    const steps = fc
      .record({
        end: fc.integer({ min: 1, max: 300 }),
        every: fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 })),
        amount: fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })),
      })
      .map(({ end, every, amount }): PricePlan["steps"] => [
        { untilMinutes: end, everyMinutes: every[0], amount: amount[0] },
        { untilMinutes: null, everyMinutes: every[1], amount: amount[1] },
      ]);
    const cap = fc.option(fc.integer({ min: 0, max: 500 }));
    fc.assert(
      fc.property(steps, cap, fc.integer({ min: 1, max: 10_080 }), (own, dayCap, minutes) => {
        const made: PricePlan = { unit: "points", steps: own, dayCap };
        expect(priceOf(made, minutes + 1)).toBeGreaterThanOrEqual(priceOf(made, minutes));
        if (dayCap !== null) expect(priceOf(made, minutes)).toBeLessThanOrEqual(Math.ceil(minutes / 1_440) * dayCap);
      }),
    );
  });

  it("comes back by the rules, rounded up for the renter", () => {
    const booked = { amount: 25, createdMs: 0, fromMs: 100 * 3_600_000 };
    const back = (hoursBefore: number) => refundOf(testRules(), booked, (100 - hoursBefore) * 3_600_000);
    expect([back(24), back(23.99), back(2), back(1.99), back(-1)]).toEqual([25, 13, 13, 0, 0]);
    expect(refundOf(testRules(), { ...booked, createdMs: 99 * 3_600_000 }, 99 * 3_600_000 + 600_000)).toBe(25);
  });

  it("comes back whole so soon after booking, until the stay begins", () => {
    const start = 100 * 3_600_000;
    const booked = { amount: 25, createdMs: start - 300_000, fromMs: start };
    const back = (nowMs: number) => refundOf(testRules(), booked, nowMs);
    expect([back(start - 1), back(start), back(start + 1)]).toEqual([25, 0, 0]);
    const earlier = { ...booked, createdMs: start - 3_600_000 };
    expect([600_000, 600_001].map((ms) => refundOf(testRules(), earlier, earlier.createdMs + ms))).toEqual([25, 0]);
  });

  it("is split into parts that sum to it, each within one of its share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 }),
        (amount, weights) => {
          const sum = weights.reduce((all, weight) => all + weight, 0);
          if (sum === 0) return;
          const parts = apportion(amount, weights);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(amount);
          for (const [index, part] of parts.entries()) {
            expect(Math.abs(part - (amount * (weights[index] as number)) / sum)).toBeLessThan(1);
          }
        },
      ),
    );
    expect(sharesOf(testRules(), 35)).toEqual({ owner: 31, property: 2, fund: 2 });
    expect(() => apportion(1, [0, 0])).toThrow(RangeError);
  });

  it("goes to the owner only as far as their account has room; the rest goes where the rules say", () => {
    const shares = { owner: 31, property: 2, fund: 2 };
    const to = (ownerFull: "fund" | "property", room: number) => withinRoom(testRules({ ownerFull }), shares, room);
    expect(to("fund", 31)).toEqual({ shares, forgone: 0 });
    expect(to("fund", 30)).toEqual({ shares: { owner: 30, property: 2, fund: 3 }, forgone: 1 });
    expect(to("property", 0)).toEqual({ shares: { owner: 0, property: 33, fund: 2 }, forgone: 31 });
    expect(withinRoom(testRules(), shares, 0).shares.fund).toBe(33);
  });

  it("of a stay and of its overstay are added part by part", () => {
    expect(addedShares({ owner: 31, property: 2, fund: 3 }, { owner: 20, property: 5, fund: 7 })).toEqual({
      owner: 51,
      property: 7,
      fund: 10,
    });
    expect(addedShares(NO_SHARES, NO_SHARES)).toEqual({ owner: 0, property: 0, fund: 0 });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divide, divideIncome, incomeRefusals, NO_TOTALS } from "../../../functions/fund/domain/money.ts";
import { FundConfig, tierOf } from "../../../schemas/fund/config.ts";

describe("shares", () => {
  it("of 10,001 fen by thirds: the largest remainder takes the odd fen, and all of it is shared", () => {
    expect(divide(10_001, [3_333, 3_333, 3_334])).toEqual([3_333, 3_333, 3_335]);
    expect(divide(100, [3_334, 3_333, 3_333])).toEqual([34, 33, 33]);
    expect(divide(1, [5_000, 5_000])).toEqual([1, 0]);
  });

  it("give the odd fen to the largest remainder, not to the largest share; the earlier among equals", () => {
    // 3.1 and 1.9.
    expect(divide(5, [6_200, 3_800])).toEqual([3, 2]);
    // 2.5, 2.5, 2.5, 2.5: two are left.
    expect(divide(10, [2_500, 2_500, 2_500, 2_500])).toEqual([3, 3, 2, 2]);
  });

  it("sum to the amount, and each is within one minor unit of its exact part", () => {
    const weights = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 9 }).map((some) => {
      return [...some, 10_000 - some.reduce((sum, each) => sum + each, 0)];
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (amount, bps) => {
        const parts = divide(amount, bps);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          expect(Math.abs(part * 10_000 - amount * (bps[index] as number))).toBeLessThan(10_000);
        }
      }),
    );
  });

  it("of an income: costs come off first, and the source keeps what is not shared", () => {
    const shares = [{ fund: "a", bps: 2_500 }];
    expect(divideIncome({ kind: "common-parts", gross: 1_001, costs: 300, shares })).toEqual({
      parts: [175],
      kept: 526,
    });
    const three = ["a", "b", "c"].map((fund) => ({ fund, bps: 3_333 }));
    expect(divideIncome({ kind: "surplus-share", gross: 10_000, costs: 0, shares: three })).toEqual({
      parts: [3_333, 3_333, 3_333],
      kept: 1,
    });
  });
});

describe("an income", () => {
  const config = FundConfig.parse({});
  const shares = [{ fund: "a", bps: 10_000 }];
  const codes = (terms: Parameters<typeof incomeRefusals>[0]) => incomeRefusals(terms, config).map(({ code }) => code);

  it("may take costs off common parts only, and up to the cap to the fen", () => {
    const common = { kind: "common-parts", gross: 1_003, period: "2026", shares };
    expect(codes({ ...common, costs: 300 })).toEqual([]);
    expect(incomeRefusals({ ...common, costs: 301 }, config)).toEqual([
      { code: "fund/costs-too-high", params: { costs: 301, limit: 300 } },
    ]);
    expect(codes({ kind: "parking-split", gross: 1_003, period: "2026", shares, costs: 1 })).toEqual([
      "fund/costs-too-high",
    ]);
  });

  it("shares out a donation whole, nothing above the whole, and no fund twice", () => {
    const half = [{ fund: "a", bps: 5_000 }];
    expect(codes({ kind: "donation", gross: 1, costs: 0, shares: half })).toEqual(["fund/shares"]);
    expect(codes({ kind: "surplus-share", gross: 1, costs: 0, period: "2026", shares: half })).toEqual([]);
    const shared = (...all: typeof shares) =>
      incomeRefusals({ kind: "surplus-share", gross: 1, costs: 0, period: "2026", shares: all }, config);
    expect(shared({ fund: "a", bps: 5_000 }, { fund: "b", bps: 5_000 })).toEqual([]);
    expect(shared({ fund: "a", bps: 5_000 }, { fund: "b", bps: 5_001 })).toEqual([
      { code: "fund/shares", params: { sum: 10_001 } },
    ]);
    expect(shared(...half, ...half)).toEqual([{ code: "fund/shares", params: { sum: 10_000 } }]);
  });

  it("names its period unless it is a donation", () => {
    const refused = [
      {
        ...{ code: "request/invalid", params: {} },
        fields: [{ field: "/period", reason: "donation: none; others: YYYY-MM / 捐赠不填" }],
      },
    ];
    expect(incomeRefusals({ kind: "surplus-share", gross: 1, costs: 0, shares }, config)).toEqual(refused);
    expect(incomeRefusals({ kind: "donation", gross: 1, costs: 0, period: "2026", shares }, config)).toEqual(refused);
    expect(codes({ kind: "donation", gross: 1, costs: 0, shares })).toEqual([]);
  });
});

it("a fund that has just opened has moved nothing, and costs have no room in it yet", () => {
  expect(NO_TOTALS).toEqual({
    ...{ income: 0, disbursed: 0, returned: 0, transferredIn: 0, transferredOut: 0, adminCosts: 0, givenBack: 0 },
    adminRoom: 0,
  });
});

describe("tiers of approval", () => {
  const tiers = [
    { upTo: 500, approvers: 1, roles: ["fund-treasurer"] },
    { upTo: null, approvers: 3, roles: ["district-admin"] },
  ];

  it("fit each amount once, limits included", () => {
    const config = FundConfig.parse({ tiers });
    expect([499, 500, 501].map((amount) => tierOf(config, amount).approvers)).toEqual([1, 1, 3]);
  });

  it("must rise and end without a limit", () => {
    expect(FundConfig.safeParse({ tiers: tiers.slice(0, 1) }).success).toBe(false);
    expect(FundConfig.safeParse({ tiers: [tiers[0], ...tiers] }).success).toBe(false);
  });
});

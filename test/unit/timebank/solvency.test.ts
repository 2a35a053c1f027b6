/** Claims by age against minutes spent one by one, and what may be published of a tally. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMember,
  type Behind,
  careMonths,
  claimsByAge,
  type Dated,
  emptyTally,
  published,
} from "../../../functions/timebank/domain/solvency.ts";

const BOUNDS = [30, 20, 10];
const change = (stamp: number, amount: number, fields: Partial<Dated> = {}): Dated => ({
  ...{ stamp, change: amount, kind: "transfer", category: "gift", reversal: false },
  ...fields,
});
const earned = (amount: number): Dated => change(35, amount, { link: { type: "order" } });

/** The age of a stamp, youngest 0. */
const ageOf = (stamp: number): number => BOUNDS.filter((bound) => stamp < bound).length;

/** Every minute a coin with its stamp; debits spend the oldest coin. */
const coins = (opening: number, changes: readonly Dated[]): number[] => {
  const held = Array.from({ length: opening }, () => 0);
  for (const { change: amount, stamp } of changes) {
    if (amount > 0) for (let coin = 0; coin < amount; coin++) held.push(stamp);
    else held.splice(0, -amount);
  }
  const ages = [0, 0, 0, 0];
  for (const stamp of held) ages[ageOf(stamp)] = (ages[ageOf(stamp)] ?? 0) + 1;
  return ages;
};

describe("claims by age", () => {
  it("are what is left when the oldest minutes are spent first", () => {
    const steps = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -20, max: 20 })), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(50), steps, (opening, drawn) => {
        let balance = opening;
        const changes = drawn
          .toSorted(([one], [other]) => one - other)
          .flatMap(([stamp, wanted]) => {
            const amount = Math.max(wanted, -balance);
            balance += amount;
            return amount === 0 ? [] : [change(stamp, amount)];
          });
        expect(claimsByAge(balance, changes, BOUNDS)).toEqual(coins(opening, changes));
      }),
    );
  });

  it("of a debt are none", () => {
    expect(claimsByAge(-5, [change(35, 10)], BOUNDS)).toEqual([0, 0, 0, 0]);
  });
});

describe("a member in the tally", () => {
  const tallied = (opening: number, changes: readonly Dated[], seededEver = 0) =>
    addMember(emptyTally(), { opening, changes, seededEver }, BOUNDS);

  it("stands behind the figures that have minutes of theirs", () => {
    const changes = [
      change(5, 60, { category: "seed-grant" }),
      change(15, 40, { link: { type: "order" } }),
      change(35, -30, { link: { type: "order" } }),
    ];
    expect(tallied(10, changes, 90)).toEqual({
      ...{ members: 1, leftOut: 0, liabilities: [80, 1] },
      claims: [
        [0, 0],
        [0, 0],
        [40, 1],
        [40, 1],
      ],
      ...{ earned: [40, 1], redeemed: [30, 1], seeded: [60, 1], seededEver: [90, 1] },
    });
  });

  it("without hours, or in debt, stands behind none and lowers none", () => {
    for (const opening of [0, -25]) expect(tallied(opening, [])).toEqual({ ...emptyTally(), members: 1 });
  });
});

describe("what is published", () => {
  const many = (members: number, opening: number, changes: readonly Dated[]) => {
    let tally = emptyTally();
    for (let member = 0; member < members; member++)
      tally = addMember(tally, { opening, changes, seededEver: 0 }, BOUNDS);
    return tally;
  };

  it("is nothing of nine members, and all of ten", () => {
    const nine = published(many(9, 60, [earned(60)]));
    const { leftOut, ...figures } = nine;
    expect([leftOut, ...new Set(Object.values(figures))]).toEqual([0, null]);
    expect(published(many(10, 60, [earned(60)]))).toMatchObject({ members: 10, liabilities: 1_200, earned: 600 });
  });

  it("rates what is redeemed, and shows earnings that nobody redeems as hard to redeem", () => {
    expect(published(many(10, 0, [earned(60), earned(-20)]))).toMatchObject({
      redeemRateBps: 3_333,
      hardToRedeemBps: 0,
    });
    expect(published(many(10, 60, [earned(60)]))).toMatchObject({ redeemRateBps: 0, hardToRedeemBps: 5_000 });
    expect(published(many(10, 180, [earned(60), earned(-15)]))).toMatchObject({
      ...{ redeemRateBps: 2_500, hardToRedeemBps: 5_499 },
      claims: { under3Months: 600, older: 1_650 },
    });
    expect(published(many(10, 60, []))).toMatchObject({ earned: 0, redeemRateBps: null, hardToRedeemBps: null });
  });

  it("never has a figure that one to nine stand behind, nor claims whose rest would tell it", () => {
    const behind = fc.tuple(fc.nat(1_000), fc.nat(30)).map(([m, n]): Behind => (n === 0 ? [0, 0] : [m + n, n]));
    const claims = fc.tuple(behind, behind, behind, behind);
    fc.assert(
      fc.property(fc.nat(60), claims, behind, behind, behind, (members, four, liabilities, one, other) => {
        const sums = { liabilities, claims: four, earned: one, redeemed: other, seeded: one, seededEver: other };
        const told = published({ members, leftOut: 0, ...sums });
        const hidden = ([, n]: Behind) => members < 10 || (n > 0 && n < 10);
        expect(told.liabilities === null).toBe(hidden(liabilities));
        expect(told.earned === null).toBe(hidden(one));
        expect(told.redeemed === null).toBe(hidden(other));
        expect(told.seeded === null).toBe(hidden(one));
        expect(told.claims === null).toBe(four.some(hidden));
        if (hidden(one) || hidden(other)) expect(told.redeemRateBps).toBeNull();
        if (four.some(hidden)) expect(told.hardToRedeemBps).toBeNull();
      }),
    );
  });
});

it("the care pool's months join without a gap", () => {
  const changes = [change(11, 50), change(12, -20), change(21, 20, { reversal: true })];
  const told = careMonths(5, changes, ["2026-01", "2026-02"], (stamp) => (stamp < 20 ? "2026-01" : "2026-02"));
  expect(told).toEqual([
    { month: "2026-02", opening: 35, received: 0, used: 0, corrections: 20, available: 55 },
    { month: "2026-01", opening: 5, received: 50, used: 20, corrections: 0, available: 35 },
  ]);
});

it("an entry of no month that is told is a fault, not a figure left out", () => {
  expect(() => careMonths(0, [change(99, 5)], ["2026-01"], () => "2026-02")).toThrow(RangeError);
});

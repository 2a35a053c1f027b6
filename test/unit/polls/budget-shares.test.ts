/** The Method of Equal Shares, purchase by purchase; what is done with the rest; the comparison with greedy. */
import { describe, expect, it } from "vitest";
import { equalShares } from "../../../functions/polls/tally/budget/equal-shares.ts";
import { phragmen } from "../../../functions/polls/tally/budget/phragmen.ts";
import { choices, named, budgetOf as poll, pricesOf as prices } from "../../support/elections.ts";

const none = { completion: "NONE" } as const;

describe("equal shares", () => {
  it("tells the whole outcome: prices, effective votes, money behind, endowment", () => {
    // Four voters with 5 each: A from two for 2 1/2 each, then B from three for 2 each; C's one has 3 left of 4.
    const box = choices({ AB: 2, BC: 1, D: 1 });
    const result = equalShares(box, poll([5, 6, 4, 9], 20), none);
    expect(result).toMatchObject({
      funded: [1, 0],
      spent: 11,
      ties: [],
      endowment: 20,
      increments: 0,
      stoppedBy: null,
      completed: [],
      comparison: null,
    });
    expect(prices(result)).toEqual([
      ["5/2", "2", "6"],
      ["2", "3", "15"],
      [null, null, "3"],
      [null, null, "5"],
    ]);
    const told = result.outcomes.map(({ funded, round, votes, rejection }) => [
      funded,
      round,
      votes,
      rejection?.reason,
    ]);
    expect(told).toEqual([
      [true, 2, 2, undefined],
      [true, 1, 3, undefined],
      [false, null, 1, "NOT_ENOUGH_BEHIND_IT"],
      [false, null, 1, "NOT_ENOUGH_BEHIND_IT"],
    ]);
  });

  it("counts free projects at once, for nothing, and only those that somebody wants", () => {
    const result = equalShares(choices({ AB: 2, B: 1 }), poll([0, 3, 0], 3), none);
    expect([named(result.funded), prices(result)]).toEqual([
      "AB",
      [
        ["0", "2", "2"],
        ["1", "3", "3"],
        [null, null, "0"],
      ],
    ]);
    const two = equalShares(choices({ AB: 2, B: 1 }), poll([0, 0], 3), none);
    expect([named(two.funded), two.ties.map(({ tied }) => tied)]).toEqual(["AB", [[0, 1]]]);
  });

  it("the poor give all that they have, the rich share the rest equally", () => {
    // Ten each. A (5 votes, 40) takes 8 from each; then B (23) has 2, 2, 10 and 10 behind it: 2, 2, 9 1/2 and 9 1/2.
    const result = equalShares(choices({ A: 3, AB: 2, B: 2, C: 1 }), poll([40, 23, 50], 80), none);
    expect([named(result.funded), prices(result)]).toEqual([
      "AB",
      [
        ["8", "5", "50"],
        ["19/2", "46/19", "24"],
        [null, null, "10"],
      ],
    ]);
  });

  it("whoever gave all that they had has nothing for what comes later", () => {
    // Four each. A (8) takes all of two; B (9) then has 4 behind it, C (4) takes all of the third.
    const result = equalShares(choices({ AB: 1, AC: 1, BC: 1 }), poll([8, 9, 4], 12), none);
    expect([named(result.funded), prices(result)]).toEqual([
      "AC",
      [
        ["4", "2", "8"],
        [null, null, "0"],
        ["4", "1", "4"],
      ],
    ]);
    expect(result.ties).toEqual([{ purpose: "FUND", round: 1, tied: [0, 2], chosen: 0, by: "CANDIDATE_ORDER" }]);
  });

  it("a project looked at before is looked at anew when one of its poor has given the rest elsewhere", () => {
    // Ten each. A (5 votes, 40) leaves its five with 2. B (14) could then have 2, 2, 2 and 8; C (12) is cheaper for its
    // supporters with 2, 5 and 5, and takes the last of one of B's poor: B has 2, 2 and 10.
    // That one has nothing for D (10) either, which is left to its other supporter.
    const box = choices({ D: 1, AB: 2, ABCDE: 1, A: 2, B: 1, C: 2 });
    const result = equalShares(box, poll([40, 14, 12, 10, 1], 90, { minimumVotes: 2 }), none);
    expect([named(result.funded), prices(result)]).toEqual([
      "ACBD",
      [
        ["8", "5", "50"],
        ["10", "7/5", "14"],
        ["5", "12/5", "22"],
        ["10", "1", "10"],
        [null, null, "0"],
      ],
    ]);
  });

  it("counts in fractions of fractions: what is left after a fifth and a third", () => {
    // Ten each. B (5 votes, 7) for 7/5, then A (3 votes, 4) for 4/3; D's one has 10 - 7/5 - 4/3 of the 8 that it costs.
    const result = equalShares(choices({ ABD: 1, AB: 2, B: 2, C: 2 }), poll([4, 7, 30, 8], 70), none);
    expect([named(result.funded), prices(result)]).toEqual([
      "BA",
      [
        ["4/3", "3", "129/5"],
        ["7/5", "5", "50"],
        [null, null, "20"],
        [null, null, "109/15"],
      ],
    ]);
  });

  it("tells a tie in list order, however it was found", () => {
    // Ten each. C (4 votes, 40) takes all of four, one of whom wanted B: A and B then have two votes each.
    const { funded, ties } = equalShares(choices({ A: 2, BC: 1, B: 2, C: 3 }), poll([10, 10, 40], 80), none);
    expect([named(funded), ties]).toEqual([
      "CAB",
      [{ purpose: "FUND", round: 2, tied: [0, 1], chosen: 0, by: "CANDIDATE_ORDER" }],
    ]);
  });

  it.each([
    ["ACB", ["AB", "B", "C"], [-1, -2]],
    ["ABC", ["AC", "C", "B"], [-2, -1]],
  ] as const)(
    "tells prices apart that differ by a part in eight trillion: %s",
    (order, [poor, rich, others], costs) => {
      // S = 2^42 each. A takes 1 of three. One of them gives S - 1 of 2S - 1, the other S: just more than a half.
      const share = 2 ** 42;
      const box = choices({ [poor]: 1, A: 2, [rich]: 1, [others]: 2 });
      const result = equalShares(box, poll([3, 2 * share + costs[0], 2 * share + costs[1]], 6 * share), none);
      expect([named(result.funded), result.ties]).toEqual([order, []]);
    },
  );

  it("the price of a project rises as its supporters grow poor, and the order with it", () => {
    // Ten each. A (2 votes, 10) for 5 each; then of B (12) one has 5, the other 10: 5 and 7; C (8) of one for 8.
    const box = choices({ AB: 1, A: 1, B: 1, C: 1 });
    const result = equalShares(box, poll([10, 12, 8], 40), none);
    expect([named(result.funded), prices(result)]).toEqual([
      "ABC",
      [
        ["5", "2", "20"],
        ["7", "12/7", "15"],
        ["8", "1", "10"],
      ],
    ]);
  });

  it("takes the lowest price per cost also where the sums differ widely", () => {
    const result = equalShares(choices({ AB: 3, A: 1, C: 5 }), poll([4_000_000, 3, 5_000_000], 9_000_000), none);
    expect([named(result.funded), prices(result).map(([price]) => price)]).toEqual([
      "CA",
      ["1000000", null, "1000000"],
    ]);
  });

  it("needs voters, and knows no others' projects", () => {
    expect(() => equalShares(choices({}), poll([1], 1), none)).toThrow(RangeError);
    expect(() => equalShares(choices({ B: 1 }), poll([1], 1), none)).toThrow(RangeError);
    expect(() => phragmen(choices({ C: 1 }), poll([1], 1), { skip: true })).toThrow(RangeError);
  });
});

describe("money that equal shares leave over", () => {
  // Three voters: A and B are wanted by two each, C by one.
  const box = choices({ A: 1, AB: 1, BC: 1 });
  const base = poll([12, 15, 9], 31, { prefer: ["LOWER_COST"] });

  it("add1 begins with the budget, or with a whole number for each voter", () => {
    expect(equalShares(box, base, { completion: "ADD1" })).toMatchObject({
      endowment: 49,
      increments: 6,
      stoppedBy: "BUDGET",
    });
    expect(equalShares(box, base, { completion: "ADD1", wholeStart: true })).toMatchObject({
      endowment: 48,
      increments: 6,
    });
    expect(equalShares(box, base, { completion: "ADD1", wholeStart: false })).toMatchObject({ endowment: 49 });
    expect(equalShares(box, { ...base, budget: 30 }, { completion: "ADD1", wholeStart: true })).toMatchObject({
      endowment: 48,
    });
    expect(equalShares(box, base, { completion: "ADD1", increment: 5 })).toMatchObject({
      endowment: 46,
      increments: 1,
    });
  });

  it("add1 may cost the budget exactly", () => {
    expect(equalShares(box, { ...base, budget: 36 }, { completion: "ADD1" })).toMatchObject({
      funded: [0, 1, 2],
      spent: 36,
      stoppedBy: "ALL_FUNDED",
    });
  });

  it("add1 stops where asked as soon as nothing more fits: by money, or barred otherwise", () => {
    const until = { completion: "ADD1", untilExhaustive: true } as const;
    expect(equalShares(box, { ...base, budget: 30 }, until)).toMatchObject({
      ...{ funded: [0, 2], stoppedBy: "EXHAUSTIVE", increments: 0 },
    });
    // D of 9 would fit to the last fen, so it goes on; with one fen more each A and B are bought, and nothing fits.
    const four = (cost: number) =>
      equalShares(choices({ AD: 1, AB: 1, BC: 1 }), poll([12, 15, 9, cost], 30, { prefer: ["LOWER_COST"] }), until);
    expect(four(9)).toMatchObject({ funded: [0, 1], stoppedBy: "EXHAUSTIVE", increments: 1 });
    expect(four(10)).toMatchObject({ funded: [0, 2], stoppedBy: "EXHAUSTIVE", increments: 0 });
    const out = poll([12, 20, 9], 30, { exclusions: [[0, 2]] });
    expect(equalShares(box, out, until)).toMatchObject({ funded: [0], stoppedBy: "EXHAUSTIVE", increments: 0 });
    const barred = { ...base, budget: 40, exclusions: [[0, 1]], minimumVotes: 2 };
    expect(equalShares(box, barred, until)).toMatchObject({ funded: [0], stoppedBy: "ALL_FUNDED", increments: 0 });
  });

  it("add1 is done when all that anybody wants and nothing bars is funded", () => {
    const four = poll([12, 15, 9, 1], 90);
    expect(equalShares(box, four, { completion: "ADD1" })).toMatchObject({
      stoppedBy: "ALL_FUNDED",
      increments: 0,
      funded: [0, 1, 2],
    });
  });

  it("goes by votes: at once, or after add1", () => {
    const four = poll([12, 15, 9, 4], 31, { prefer: ["LOWER_COST"] });
    const voters = choices({ A: 1, AB: 1, BC: 1, D: 1 });
    expect(equalShares(voters, four, none)).toMatchObject({ funded: [0, 3], completed: [], spent: 16 });
    expect(equalShares(voters, four, { completion: "UTILITARIAN" })).toMatchObject({
      ...{ funded: [0, 3, 1], completed: [1], spent: 31, increments: 0, stoppedBy: null },
    });
    // From 10 3/4 each on B is bought too, for all the money; at 16 3/4 each C would be.
    expect(equalShares(voters, four, { completion: "ADD1U" })).toMatchObject({
      ...{ funded: [0, 1, 3], completed: [], spent: 31, increments: 8, stoppedBy: "BUDGET", endowment: 63 },
    });
  });

  it("by votes breaks ties in rounds after those of the shares", () => {
    const voters = choices({ A: 3, B: 1, C: 1 });
    const { funded, ties } = equalShares(voters, poll([9, 20, 20], 30), { completion: "UTILITARIAN" });
    expect([named(funded), ties]).toEqual([
      "AB",
      [{ purpose: "FUND", round: 2, tied: [1, 2], chosen: 1, by: "CANDIDATE_ORDER" }],
    ]);
  });
});

describe("the comparison with greedy", () => {
  // Shares: A, B and C for three voters. Greedy: D for four voters, and all the money.
  const crowd = choices({ A: 1, B: 1, C: 1, D: 4 });
  const budget = poll([10, 10, 10, 70], 70);
  const compared = (comparison: "NONE" | "PROJECTS" | "COST", box = crowd) =>
    equalShares(box, budget, { completion: "NONE", comparison });

  it("takes the outcome that more voters prefer, with its own ties and rounds", () => {
    const { comparison, funded, spent, outcomes } = compared("PROJECTS");
    expect([comparison, named(funded), spent]).toEqual([{ equalShares: 3, greedy: 4, greedyTaken: true }, "D", 70]);
    expect(outcomes.map(({ round, rejection }) => [round, rejection])).toEqual([
      [null, { reason: "NOT_ENOUGH_BEHIND_IT" }],
      [null, { reason: "NOT_ENOUGH_BEHIND_IT" }],
      [null, { reason: "NOT_ENOUGH_BEHIND_IT" }],
      [1, null],
    ]);
    expect([compared("NONE").comparison, named(compared("NONE").funded)]).toEqual([null, "ABC"]);
  });

  it("counts who prefers neither for neither, and keeps the shares where as many prefer each", () => {
    const even = choices({ A: 1, B: 1, C: 1, D: 3, "": 1 });
    expect(compared("PROJECTS", even).comparison).toEqual({ equalShares: 3, greedy: 3, greedyTaken: false });
    expect(named(compared("PROJECTS", even).funded)).toBe("ABC");
  });

  it("by projects a voter counts them, by cost their money", () => {
    // Two voters want A and D: by projects they have one in each outcome, by cost the dear D counts more.
    const both = choices({ AD: 2, B: 2, C: 1, D: 2 });
    expect(compared("PROJECTS", both).comparison).toEqual({ equalShares: 3, greedy: 2, greedyTaken: false });
    expect(compared("COST", both).comparison).toEqual({ equalShares: 3, greedy: 4, greedyTaken: true });
  });

  it("logs the ties of the outcome that is taken", () => {
    const tied = choices({ A: 1, B: 1, C: 1, D: 4, E: 4 });
    const five = poll([10, 10, 10, 70, 70], 70);
    const taken = equalShares(tied, five, { completion: "NONE", comparison: "COST" });
    expect([named(taken.funded), taken.ties]).toEqual([
      "D",
      [{ purpose: "FUND", round: 1, tied: [3, 4], chosen: 3, by: "CANDIDATE_ORDER" }],
    ]);
  });
});

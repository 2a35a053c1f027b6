/** Budget polls, rule by rule: money, limits, preferences among equals, greedy and Phragmén. */
import { describe, expect, it } from "vitest";
import type { Box } from "../../../functions/polls/tally/box.ts";
import { equalShares } from "../../../functions/polls/tally/budget/equal-shares.ts";
import { greedy } from "../../../functions/polls/tally/budget/greedy.ts";
import { phragmen } from "../../../functions/polls/tally/budget/phragmen.ts";
import { type BudgetPoll, type BudgetResult, MONEY_MAX } from "../../../functions/polls/tally/budget/poll.ts";
import { seededOrder } from "../../../functions/polls/tally/ties.ts";
import { choices, named, budgetOf as poll, pricesOf as prices } from "../../support/elections.ts";

/** The same with categories: of each project the letters that stand for it. */
const sorted = (of: BudgetPoll, ...categories: readonly string[]): BudgetPoll => ({
  ...of,
  projects: of.projects.map((project, at) => ({ ...project, categories: [...(categories[at] ?? "")] })),
});
const SKIP = { skip: true };

/** Greedy, equal shares and Phragmén with the votes of one box. */
const METHODS: readonly (readonly [string, (box: Box, of: BudgetPoll) => BudgetResult])[] = [
  [
    "greedy",
    (box, of) => {
      const votes = of.projects.map(() => 0);
      for (let at = 0; at < box.size; at++)
        for (const project of box.row(at)) votes[project] = (votes[project] as number) + box.count(at);
      return greedy(of, votes, votes, SKIP);
    },
  ],
  ["equal shares, then by votes", (box, of) => equalShares(box, of, { completion: "UTILITARIAN" })],
  ["Phragmén", (box, of) => phragmen(box, of, SKIP)],
];

describe.each(METHODS)("%s", (_, funds) => {
  const box = choices({ A: 5, B: 4, C: 3, D: 2 });
  const funded = (of: BudgetPoll) => named([...funds(box, of).funded].sort());
  const rejections = (of: BudgetPoll) => funds(box, of).outcomes.map(({ rejection }) => rejection);

  it.each([-1, 0.5, Number.NaN, MONEY_MAX + 1])("takes no money of %d", (money) => {
    expect(() => funds(box, poll([1, 1, 1, 1], money))).toThrow(RangeError);
    expect(() => funds(box, poll([1, 1, 1, money], 9))).toThrow(RangeError);
  });

  it("takes any whole money up to the most", () => {
    expect(funded(poll([MONEY_MAX, 1, 1, 1], 0))).toBe("");
    expect(funded(poll([MONEY_MAX, 1, 1, 1], MONEY_MAX))).toMatch(/A|BCD/);
  });

  it("spends the budget to the last fen and not one more", () => {
    expect(funds(box, poll([10, 20, 30, 40], 100))).toMatchObject({ spent: 100, funded: expect.any(Array) });
    expect(funded(poll([10, 20, 30, 40], 100))).toBe("ABCD");
    expect(funds(box, poll([10, 20, 30, 40], 99)).spent).toBe(60);
  });

  it("asks for the least votes, reached exactly or not", () => {
    const of = poll([1, 1, 1, 1], 9, { minimumVotes: 3 });
    expect(funded(of)).toBe("ABC");
    expect(rejections(of)).toEqual([null, null, null, { reason: "BELOW_MINIMUM_VOTES", votes: 2, minimum: 3 }]);
  });

  it("funds one of a group, whichever group names it", () => {
    const of = poll([1, 1, 1, 1], 9, { exclusions: [[1], [2, 0]] });
    expect(funded(of)).toBe("ABD");
    expect(rejections(of)).toEqual([null, null, { reason: "EXCLUDED", by: 0 }, null]);
  });

  it("gives a category its money to the last fen and not one more", () => {
    const of = sorted(poll([10, 20, 30, 40], 200, { categoryLimits: { g: 50, w: 45 } }), "g", "gw", "w", "gx");
    expect(funded(of)).toBe("AB");
    expect(rejections(of)).toEqual([
      null,
      null,
      { reason: "CATEGORY_LIMIT", category: "w", left: 25 },
      { reason: "CATEGORY_LIMIT", category: "g", left: 20 },
    ]);
    expect(funded({ ...of, categoryLimits: { g: 70, w: 50 } })).toBe("ABCD");
  });
});

describe("preferences among projects that a method leaves equal", () => {
  const scores = [7, 7, 7, 7];
  const votes = [3, 5, 5, 3];
  const costs = [60, 70, 60, 50];
  const decided = (...prefer: NonNullable<BudgetPoll["prefer"]>) => {
    const { ties, funded } = greedy(poll(costs, 100, { prefer }), votes, scores, SKIP);
    return [named(funded), ties[0]];
  };
  const tie = (chosen: number, by: string, tied = [0, 1, 2, 3]) => ({ purpose: "FUND", round: 1, tied, chosen, by });

  it.each([
    [["HIGHER_COST"], "B", tie(1, "HIGHER_COST")],
    [["LOWER_COST"], "D", tie(3, "LOWER_COST")],
    [["MORE_SUPPORT", "LOWER_COST"], "C", tie(2, "LOWER_COST")],
    [["MORE_SUPPORT", "HIGHER_COST"], "B", tie(1, "HIGHER_COST")],
    // Two of most support are left for the declared rule.
    [["MORE_SUPPORT"], "B", tie(1, "CANDIDATE_ORDER", [1, 2])],
    [[], "A", tie(0, "CANDIDATE_ORDER")],
  ] as const)("%o", (prefer, first, log) => {
    expect(decided(...prefer)).toEqual([expect.stringMatching(new RegExp(`^${first}`)), log]);
  });

  it("leave the rest to lots by the projects' ids where that is declared", () => {
    for (const seed of ["1", "2", "3", "4"]) {
      const { funded } = greedy(poll([60, 60, 60, 60], 60, { ties: { by: "SEEDED", seed } }), votes, scores, SKIP);
      expect(funded).toEqual(seededOrder(["A", "B", "C", "D"], seed).slice(0, 1));
    }
  });

  it("are not asked of one alone", () => {
    expect(greedy(poll([60, 50], 100, { prefer: ["LOWER_COST"] }), [5, 4], [5, 4], SKIP).ties).toEqual([]);
  });
});

describe("greedy", () => {
  const unpriced = { price: null, effectiveVotes: null, money: null };
  const votes = [5, 4, 3, 2];

  it("tells of each project round, votes and why not", () => {
    const of = poll([50, 60, 40, 10], 100);
    expect(greedy(of, votes, [5, 4, 9, 1], { skip: true, threshold: 2 })).toEqual({
      funded: [2, 0],
      spent: 90,
      outcomes: [
        { project: 0, votes: 5, funded: true, round: 2, rejection: null, ...unpriced },
        {
          project: 1,
          votes: 4,
          funded: false,
          round: null,
          rejection: { reason: "OVER_BUDGET", left: 10 },
          ...unpriced,
        },
        { project: 2, votes: 3, funded: true, round: 1, rejection: null, ...unpriced },
        {
          project: 3,
          votes: 2,
          funded: false,
          round: null,
          rejection: { reason: "BELOW_THRESHOLD", score: 1, threshold: 2 },
          ...unpriced,
        },
      ],
      ties: [],
    });
  });

  it("without skipping passes over what is barred, and stops at what only lacks money", () => {
    const of = poll([50, 60, 40, 10], 100, { minimumVotes: 3, exclusions: [[0, 1]] });
    const { funded, outcomes } = greedy(of, votes, votes, { skip: false });
    expect(named(funded)).toBe("AC");
    expect(outcomes.map(({ rejection }) => rejection?.reason)).toEqual([
      undefined,
      "EXCLUDED",
      undefined,
      "BELOW_MINIMUM_VOTES",
    ]);
  });

  it("funds equals together where all fit, and one after the other by the rule where not", () => {
    const equals = [5, 5, 5, 1];
    const together = greedy(poll([10, 20, 30, 9], 60), equals, equals, SKIP);
    expect([named(together.funded), together.ties]).toEqual(["ABC", []]);
    const apart = greedy(poll([10, 20, 30, 9], 59), equals, equals, SKIP);
    expect([named(apart.funded), apart.ties]).toEqual([
      "ABD",
      [
        { purpose: "FUND", round: 1, tied: [0, 1, 2], chosen: 0, by: "CANDIDATE_ORDER" },
        { purpose: "FUND", round: 2, tied: [1, 2], chosen: 1, by: "CANDIDATE_ORDER" },
      ],
    ]);
    const grouped = greedy(poll([10, 20, 30, 9], 90, { exclusions: [[1, 2]] }), equals, equals, SKIP);
    expect(grouped.ties.map(({ tied, round }) => [round, tied])).toEqual([
      [1, [0, 1, 2]],
      [2, [1, 2]],
    ]);
  });
});

describe("sequential Phragmén", () => {
  const times = (result: BudgetResult) => prices(result).map(([price]) => price);

  it("supporters begin to save anew when they have bought", () => {
    // A (2 votes, 4) at 2; C (3) by its one voter at 3; B (5) by one from 2 on and one from the start: at 7/2.
    const box = choices({ A: 1, AB: 1, B: 1, C: 1 });
    const result = phragmen(box, poll([4, 5, 3], 12), { skip: false });
    expect([named(result.funded), times(result)]).toEqual(["ACB", ["2", "7/2", "3"]]);
    expect(result).toMatchObject({ spent: 12, ties: [] });
  });

  it("keeps exact times over several purchases of the same voters", () => {
    const result = phragmen(choices({ ABC: 3 }), poll([1, 1, 1], 3), { skip: false });
    expect(times(result)).toEqual(["1/3", "2/3", "1"]);
    // All three at 1. After A its two begin anew: C (4) at 5/4, and B (3) from 1, 5/4 and 5/4 on: at 13/6.
    // A (2) at 1; C (4) by one from 1 and two from the start, at 5/3; B (5) by one from 5/3 and one from 0: 10/3.
    const thrice = phragmen(choices({ ABC: 1, A: 1, C: 2, B: 1 }), poll([2, 5, 4], 11), { skip: false });
    expect([named(thrice.funded), times(thrice)]).toEqual(["ACB", ["1", "10/3", "5/3"]]);
    const mixed = phragmen(choices({ AB: 1, BC: 2, AC: 1, C: 1 }), poll([2, 3, 4], 9), { skip: false });
    expect([named(mixed.funded), times(mixed)]).toEqual(["ACB", ["1", "13/6", "5/4"]]);
  });

  it("breaks a tie of time by the rule, round by round", () => {
    const result = phragmen(choices({ A: 2, B: 2, C: 2 }), poll([4, 4, 4], 8), SKIP);
    expect([named(result.funded), result.ties]).toEqual([
      "AB",
      [
        { purpose: "FUND", round: 1, tied: [0, 1, 2], chosen: 0, by: "CANDIDATE_ORDER" },
        { purpose: "FUND", round: 2, tied: [1, 2], chosen: 1, by: "CANDIDATE_ORDER" },
      ],
    ]);
    expect(result.outcomes.map(({ funded, round }) => [funded, round])).toEqual([
      [true, 1],
      [true, 2],
      [false, null],
    ]);
    expect(result.outcomes[2]).toEqual({
      project: 2,
      votes: 2,
      funded: false,
      round: null,
      rejection: { reason: "OVER_BUDGET", left: 0 },
      price: null,
      effectiveVotes: null,
      money: null,
    });
  });
});

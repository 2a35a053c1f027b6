/** Budget polls, rule by rule: money, limits, preferences among equals, completions and the comparison of outcomes. */
import { describe, expect, it } from "vitest";
import type { Box } from "../../../functions/polls/tally/box.ts";
import { equalShares } from "../../../functions/polls/tally/budget/equal-shares.ts";
import { greedy } from "../../../functions/polls/tally/budget/greedy.ts";
import { phragmen } from "../../../functions/polls/tally/budget/phragmen.ts";
import { type BudgetPoll, type BudgetResult, MONEY_MAX } from "../../../functions/polls/tally/budget/poll.ts";
import { type Ratio, ratioText } from "../../../functions/polls/tally/ratio.ts";
import { choices, letters, named } from "../../support/elections.ts";

const poll = (costs: readonly number[], budget: number, more: Partial<BudgetPoll> = {}): BudgetPoll => ({
  projects: letters(costs.length).map((id, place) => ({ id, cost: costs[place] as number })),
  budget,
  ties: { by: "CANDIDATE_ORDER" },
  ...more,
});
/** The same with categories: of each project the letters that stand for it. */
const sorted = (of: BudgetPoll, ...categories: readonly string[]): BudgetPoll => ({
  ...of,
  projects: of.projects.map((project, at) => ({ ...project, categories: [...(categories[at] ?? "")] })),
});
const text = (value: Ratio | null | undefined): string | null => (value ? ratioText(value) : null);
/** Price, effective votes and money of each project. */
const prices = ({ outcomes }: BudgetResult) =>
  outcomes.map(({ price, effectiveVotes, money }) => [text(price), text(effectiveVotes), text(money)]);
const none = { completion: "NONE" } as const;
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
    expect(result.outcomes.map(({ round, votes, rejection }) => [round, votes, rejection?.reason ?? null])).toEqual([
      [2, 2, null],
      [1, 3, null],
      [null, 1, "NOT_ENOUGH_BEHIND_IT"],
      [null, 1, "NOT_ENOUGH_BEHIND_IT"],
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
    const box = choices({ AB: 2, ABC: 1, A: 2, B: 1, C: 2 });
    const result = equalShares(box, poll([40, 14, 12], 80), none);
    expect([named(result.funded), prices(result)]).toEqual([
      "ACB",
      [
        ["8", "5", "50"],
        ["10", "7/5", "14"],
        ["5", "12/5", "22"],
      ],
    ]);
  });

  it("the price of a project rises as its supporters grow poor, and the order with it", () => {
    // Ten each. A (2 votes, 10) for 5 each; then of B (12) one has 5, the other 10: 5 and 7; C (8) of one with 10 for 8.
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
    expect(() => phragmen(choices({ C: 1 }), poll([1], 1), SKIP)).toThrow(RangeError);
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

describe("sequential Phragmén", () => {
  const times = (result: BudgetResult) => prices(result).map(([price]) => price);

  it("supporters begin to save anew when they have bought", () => {
    // A (2 votes, 4) at 2; C (3) by its one voter at 3; B (5) when one has saved from 2 on and one from the start: at 7/2.
    const box = choices({ A: 1, AB: 1, B: 1, C: 1 });
    const result = phragmen(box, poll([4, 5, 3], 12), { skip: false });
    expect([named(result.funded), times(result)]).toEqual(["ACB", ["2", "7/2", "3"]]);
    expect(result).toMatchObject({ spent: 12, ties: [] });
  });

  it("keeps exact times over several purchases of the same voters", () => {
    const result = phragmen(choices({ ABC: 3 }), poll([1, 1, 1], 3), { skip: false });
    expect(times(result)).toEqual(["1/3", "2/3", "1"]);
    // All three could be had at 1. After A its two begin anew: C (4) at 5/4, and B (3) from 1, 5/4 and 5/4 on: at 13/6.
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

/** Participatory budgeting by hand. */
import { describe, expect, it } from "vitest";
import { equalShares } from "../../../functions/polls/tally/budget/equal-shares.ts";
import { greedy } from "../../../functions/polls/tally/budget/greedy.ts";
import { phragmen } from "../../../functions/polls/tally/budget/phragmen.ts";
import type { BudgetResult } from "../../../functions/polls/tally/budget/poll.ts";
import { ratioText } from "../../../functions/polls/tally/ratio.ts";
import { choices, named, budgetOf as poll } from "../../support/elections.ts";

const reasons = ({ outcomes }: BudgetResult): string[] =>
  outcomes.map(({ rejection }) => rejection?.reason ?? "FUNDED");

describe("greedy", () => {
  const votes = [9, 8, 7, 6];

  it("passes over what does not fit, or stops there", () => {
    const skip = greedy(poll([50, 60, 40, 10], 100), votes, votes, { skip: true });
    expect([named(skip.funded), skip.spent, reasons(skip)]).toEqual([
      "ACD",
      100,
      ["FUNDED", "OVER_BUDGET", "FUNDED", "FUNDED"],
    ]);
    const stop = greedy(poll([50, 60, 40, 10], 100), votes, votes, { skip: false });
    expect([named(stop.funded), reasons(stop)]).toEqual(["A", ["FUNDED", "OVER_BUDGET", "AFTER_STOP", "AFTER_STOP"]]);
    expect(stop.outcomes[3]?.rejection).toEqual({ reason: "AFTER_STOP", by: 1 });
  });

  it("asks for a score, for votes, for one project of a group and for a share of its category", () => {
    const base = poll([10, 10, 10, 10], 100);
    const threshold = greedy(base, votes, [70, 80, 90, 60], { skip: true, threshold: 70 });
    expect([named(threshold.funded), threshold.outcomes[3]?.rejection]).toEqual([
      "CBA",
      { reason: "BELOW_THRESHOLD", score: 60, threshold: 70 },
    ]);
    expect(reasons(greedy({ ...base, minimumVotes: 7 }, votes, votes, { skip: false }))[3]).toBe("BELOW_MINIMUM_VOTES");
    const exclusive = greedy({ ...base, exclusions: [[0, 2]] }, votes, votes, { skip: false });
    expect([named(exclusive.funded), exclusive.outcomes[2]?.rejection]).toEqual(["ABD", { reason: "EXCLUDED", by: 0 }]);
    const projects = base.projects.map((project) => ({ ...project, categories: ["green"] }));
    const limited = greedy({ ...base, projects, categoryLimits: { green: 25 } }, votes, votes, { skip: true });
    expect(limited.outcomes[2]?.rejection).toEqual({ reason: "CATEGORY_LIMIT", category: "green", left: 5 });
  });

  it("breaks a tie only when not all of the tied fit, by preference first", () => {
    const tied = [5, 5, 5];
    expect(greedy(poll([10, 10, 10], 30), tied, tied, { skip: true }).ties).toEqual([]);
    const listed = greedy(poll([20, 10, 10], 30), tied, tied, { skip: true });
    expect([named(listed.funded), listed.ties[0]]).toEqual([
      "AB",
      { purpose: "FUND", round: 1, tied: [0, 1, 2], chosen: 0, by: "CANDIDATE_ORDER" },
    ]);
    const cheaper = greedy(poll([20, 10, 15], 30, { prefer: ["LOWER_COST"] }), tied, tied, { skip: true });
    expect([named(cheaper.funded), cheaper.ties[0]?.by]).toEqual(["BC", "LOWER_COST"]);
  });
});

describe("the Method of Equal Shares", () => {
  // Three voters with 10 each. A costs 12 (voters 1, 2), B 15 (2, 3), C 9 (3).
  const box = choices({ A: 1, AB: 1, BC: 1 });
  const costs = [12, 15, 9];
  const base = poll(costs, 30, { prefer: ["LOWER_COST"] });

  it("buys by effective votes: A and B have two each, the cheaper A goes first; then B's supporters lack 1", () => {
    const result = equalShares(box, base, { completion: "NONE" });
    expect([named(result.funded), result.spent]).toEqual(["AC", 21]);
    expect(
      result.outcomes.map(({ price, effectiveVotes, money }) =>
        [price, effectiveVotes, money].map((one) => one && ratioText(one)),
      ),
    ).toEqual([
      ["6", "2", "20"],
      [null, null, "5"],
      ["9", "1", "10"],
    ]);
    expect(result.ties).toEqual([{ purpose: "FUND", round: 1, tied: [0, 1], chosen: 0, by: "LOWER_COST" }]);
    expect(reasons(result)).toEqual(["FUNDED", "NOT_ENOUGH_BEHIND_IT", "FUNDED"]);
  });

  it("lets the poor pay what they have: with 11 each voter 2 gives his last 5 for B and voter 3 pays 10", () => {
    const result = equalShares(box, { ...base, budget: 33 }, { completion: "NONE" });
    expect(named(result.funded)).toBe("AB");
    expect(ratioText(result.outcomes[1]?.price ?? { num: 0n, den: 1n })).toBe("10");
    expect(ratioText(result.outcomes[1]?.effectiveVotes ?? { num: 0n, den: 1n })).toBe("3/2");
  });

  it("add1 stops before the first increment that would overspend: with 17 each A, B and C cost 36 of 30", () => {
    const result = equalShares(box, base, { completion: "ADD1" });
    expect(result).toMatchObject({ funded: [0, 1], spent: 27, increments: 6, stoppedBy: "BUDGET", endowment: 48 });
  });

  it("add1u spends what is left by votes", () => {
    const four = poll([12, 15, 9, 3], 30, { prefer: ["LOWER_COST"] });
    expect(equalShares(choices({ A: 1, AB: 1, BC: 1 }), four, { completion: "ADD1U" })).toMatchObject({
      funded: [0, 1, 3],
      completed: [3],
      spent: 30,
    });
  });

  it("add1 stops when all is funded, or nothing more fits where asked", () => {
    expect(equalShares(choices({ A: 2 }), poll([1], 10), { completion: "ADD1" }).stoppedBy).toBe("ALL_FUNDED");
    const exhaustive = equalShares(box, poll([20, 25, 11], 30), { completion: "ADD1", untilExhaustive: true });
    expect(exhaustive).toMatchObject({ stoppedBy: "EXHAUSTIVE", increments: 0, funded: [0] });
  });

  it("is compared with greedy: taken is what more voters prefer", () => {
    const crowd = choices({ A: 1, B: 1, C: 1, D: 4 });
    const budget = poll([10, 10, 10, 70], 70);
    const result = equalShares(crowd, budget, { completion: "NONE", comparison: "PROJECTS" });
    expect(result.comparison).toEqual({ equalShares: 3, greedy: 4, greedyTaken: true });
    expect(named(result.funded)).toBe("D");
    expect(equalShares(crowd, budget, { completion: "NONE" }).funded).toEqual([0, 1, 2]);
  });

  it("keeps to groups of which one is funded, and counts blank ballots as voters", () => {
    const exclusive = equalShares(box, { ...base, exclusions: [[0, 2]] }, { completion: "NONE" });
    expect([named(exclusive.funded), exclusive.outcomes[2]?.rejection]).toEqual(["A", { reason: "EXCLUDED", by: 0 }]);
    expect(equalShares(choices({ A: 1, "": 1 }), poll([10], 10), { completion: "NONE" }).funded).toEqual([]);
    expect(() => equalShares(choices({}), base, { completion: "NONE" })).toThrow(RangeError);
  });

  it("is exact where floating point is not: a third of the money thrice is all of it", () => {
    const thirds = choices({ ABC: 3 });
    const result = equalShares(thirds, poll([1, 1, 1], 3), { completion: "NONE" });
    expect([named(result.funded), result.spent]).toEqual(["ABC", 3]);
    const large = equalShares(choices({ A: 7, B: 3 }), poll([7 * 2 ** 40, 3 * 2 ** 40], 10 * 2 ** 40), {
      completion: "NONE",
    });
    expect(large.spent).toBe(10 * 2 ** 40);
  });
});

describe("equal shares at the edge of machine integers", () => {
  it("tells a purse one unit short of a price of four trillion from one that has it", () => {
    // Four voters with 2^42 each. All but the last pay 1 for A. B needs every unit that the first and the last have:
    // the first gives 2^42 - 1, the last 2^42, which is the price; half of the cost each would be half a unit less.
    const share = 2 ** 42;
    const result = equalShares(choices({ AB: 1, A: 2, B: 1 }), poll([3, 2 * share - 1], 4 * share), {
      completion: "NONE",
    });
    expect(named(result.funded)).toBe("AB");
    expect(ratioText(result.outcomes[1]?.price ?? { num: 0n, den: 1n })).toBe(String(share));
    const short = equalShares(choices({ AB: 1, A: 2, B: 1 }), poll([3, 2 * share], 4 * share), { completion: "NONE" });
    expect([named(short.funded), ratioText(short.outcomes[1]?.money ?? { num: 0n, den: 1n })]).toEqual([
      "A",
      String(2 * share - 1),
    ]);
  });
});

describe("sequential Phragmén", () => {
  it("buys at the time when the supporters have the cost: A at 1/3, B at 1/2, then C at 3/2", () => {
    const result = phragmen(choices({ A: 3, B: 1, BC: 1 }), poll([1, 1, 1], 3), { skip: false });
    expect(result.funded.map((project) => ratioText(result.outcomes[project]?.price ?? { num: 0n, den: 1n }))).toEqual([
      "1/3",
      "1/2",
      "3/2",
    ]);
  });

  it("stops at the first purchase over the budget, or passes it over", () => {
    const box = choices({ A: 4, B: 3, C: 1 });
    const stopped = phragmen(box, poll([4, 9, 5], 10), { skip: false });
    expect([named(stopped.funded), reasons(stopped)]).toEqual(["A", ["FUNDED", "OVER_BUDGET", "AFTER_STOP"]]);
    expect(named(phragmen(box, poll([4, 9, 5], 10), { skip: true }).funded)).toBe("AC");
  });

  it("funds nothing that nobody supports", () => {
    expect(reasons(phragmen(choices({ A: 1 }), poll([1, 1], 5), { skip: false }))).toEqual([
      "FUNDED",
      "NOT_ENOUGH_BEHIND_IT",
    ]);
  });
});

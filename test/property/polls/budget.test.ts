/** Laws of participatory budgeting, and the exact fast counts beside naive ones with fractions for each voter. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { equalShares } from "../../../functions/polls/tally/budget/equal-shares.ts";
import { greedy } from "../../../functions/polls/tally/budget/greedy.ts";
import { phragmen } from "../../../functions/polls/tally/budget/phragmen.ts";
import type { BudgetPoll } from "../../../functions/polls/tally/budget/poll.ts";
import { ratio, ratioText } from "../../../functions/polls/tally/ratio.ts";
import { letters } from "../../support/elections.ts";
import { compareRatio, naiveEqualShares, naivePhragmen } from "../../support/naive-tally.ts";

const PROJECTS = 6;
const cost = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100_000 }));
const election = fc.record({
  costs: fc.array(cost, { minLength: PROJECTS, maxLength: PROJECTS }),
  voters: fc.array(fc.subarray([0, 1, 2, 3, 4, 5]), { minLength: 1, maxLength: 20 }),
  budget: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300_000 })),
});

const boxOf = (voters: readonly (readonly number[])[]): Box => {
  const box = new Box();
  for (const voter of voters) box.add(choiceCells(voter));
  return box;
};

const pollOf = (costs: readonly number[], budget: number, more: Partial<BudgetPoll> = {}): BudgetPoll => ({
  projects: letters(PROJECTS).map((id, place) => ({ id, cost: costs[place] as number })),
  budget,
  ties: { by: "CANDIDATE_ORDER" },
  ...more,
});

const votesOf = (voters: readonly (readonly number[])[]): number[] =>
  Array.from({ length: PROJECTS }, (_, project) => voters.filter((voter) => voter.includes(project)).length);

describe("the Method of Equal Shares", () => {
  it("is what the definition says, purchase by purchase and price by price", () => {
    fc.assert(
      fc.property(election, ({ costs, voters, budget }) => {
        const ours = equalShares(boxOf(voters), pollOf(costs, budget), { completion: "NONE" });
        const { bought } = naiveEqualShares({ costs, voters }, budget);
        expect(
          ours.funded.map((project) => [project, ratioText(ours.outcomes[project]?.price ?? ratio(0n, 1n))]),
        ).toEqual(bought.map(({ project, price }) => [project, ratioText(price)]));
      }),
      { numRuns: 300 },
    );
  });

  it("is the same with large sums and many voters of one ballot", () => {
    const scaled = fc.record({
      costs: fc.array(fc.integer({ min: 1, max: 2 ** 40 }), { minLength: PROJECTS, maxLength: PROJECTS }),
      voters: fc.array(fc.subarray([0, 1, 2, 3, 4, 5]), { minLength: 1, maxLength: 8 }),
      copies: fc.integer({ min: 1, max: 7 }),
      budget: fc.integer({ min: 1, max: 2 ** 42 }),
    });
    fc.assert(
      fc.property(scaled, ({ costs, voters, copies, budget }) => {
        const all = Array.from({ length: copies }, () => voters).flat();
        const ours = equalShares(boxOf(all), pollOf(costs, budget), { completion: "NONE" });
        expect(ours.funded).toEqual(
          naiveEqualShares({ costs, voters: all }, budget).bought.map(({ project }) => project),
        );
      }),
    );
  });

  it("spends within the budget, and leaves nothing that its supporters could still pay for", () => {
    fc.assert(
      fc.property(election, ({ costs, voters, budget }) => {
        const result = equalShares(boxOf(voters), pollOf(costs, budget), { completion: "NONE" });
        expect(result.spent).toBeLessThanOrEqual(budget);
        for (const { project, funded, money } of result.outcomes) {
          const order = compareRatio(money ?? ratio(-1n, 1n), ratio(BigInt(costs[project] as number), 1n));
          expect(funded ? order >= 0 : order < 0).toBe(true);
        }
      }),
    );
  });

  it("asks nobody for more than his share, and effective votes never exceed the votes nor rise", () => {
    fc.assert(
      fc.property(election, ({ costs, voters, budget }) => {
        const result = equalShares(boxOf(voters), pollOf(costs, budget), { completion: "NONE" });
        const share = ratio(BigInt(budget), BigInt(voters.length));
        const effective = result.funded.map((project) => result.outcomes[project]?.effectiveVotes ?? ratio(0n, 1n));
        for (const [index, project] of result.funded.entries()) {
          const { price, votes } = result.outcomes[project] as (typeof result.outcomes)[number];
          expect(compareRatio(price ?? share, share)).toBeLessThanOrEqual(0);
          expect(compareRatio(effective[index] ?? share, ratio(BigInt(votes), 1n))).toBeLessThanOrEqual(0);
          if (index > 0)
            expect(compareRatio(effective[index - 1] ?? share, effective[index] ?? share)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("add1 never overspends, stops where it says, and one increment more would overspend", () => {
    fc.assert(
      fc.property(election, ({ costs, voters, budget }) => {
        const increment = Math.ceil(budget / voters.length / 10);
        const result = equalShares(boxOf(voters), pollOf(costs, budget), { completion: "ADD1", increment });
        expect(result.spent).toBeLessThanOrEqual(budget);
        expect(result.endowment).toBe(budget + result.increments * increment * voters.length);
        const next = naiveEqualShares({ costs, voters }, result.endowment + increment * voters.length).bought;
        const spent = next.reduce((sum, { project }) => sum + (costs[project] as number), 0);
        if (result.stoppedBy === "BUDGET") expect(spent).toBeGreaterThan(budget);
        else expect(spent).toBe(result.spent);
      }),
      { numRuns: 50 },
    );
  });

  it("add1u leaves nothing that fits", () => {
    fc.assert(
      fc.property(election, ({ costs, voters, budget }) => {
        const increment = Math.ceil(budget / voters.length / 10);
        const result = equalShares(boxOf(voters), pollOf(costs, budget), { completion: "ADD1U", increment });
        for (const { project, funded } of result.outcomes) {
          if (!funded) expect(result.spent + (costs[project] as number)).toBeGreaterThan(budget);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("sequential Phragmén", () => {
  it("is what the definition says, purchase by purchase and time by time", () => {
    fc.assert(
      fc.property(election, ({ costs, voters, budget }) => {
        const ours = phragmen(boxOf(voters), pollOf(costs, budget), { skip: false });
        expect(
          ours.funded.map((project) => [project, ratioText(ours.outcomes[project]?.price ?? ratio(0n, 1n))]),
        ).toEqual(naivePhragmen({ costs, voters }, budget).map(({ project, time }) => [project, ratioText(time)]));
      }),
      { numRuns: 300 },
    );
  });
});

describe("every rule", () => {
  const limited = fc.record({
    exclusions: fc.array(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
    minimumVotes: fc.integer({ min: 0, max: 4 }),
    green: fc.integer({ min: 0, max: 60 }),
  });

  it("keeps the budget, the groups, the minimum and the categories, and says why a project is left out", () => {
    fc.assert(
      fc.property(election, limited, ({ costs, voters, budget }, { exclusions, minimumVotes, green }) => {
        const base = pollOf(costs, budget, { exclusions, minimumVotes, categoryLimits: { green } });
        const projects = base.projects.map((one, place) => (place % 2 === 0 ? { ...one, categories: ["green"] } : one));
        const poll = { ...base, projects };
        const [box, votes] = [boxOf(voters), votesOf(voters)];
        const increment = Math.ceil(budget / voters.length / 5);
        const results = [
          greedy(poll, votes, votes, { skip: true }),
          greedy(poll, votes, votes, { skip: false }),
          equalShares(box, poll, { completion: "ADD1U", increment, comparison: "COST" }),
          phragmen(box, poll, { skip: true }),
        ];
        for (const { funded, spent, outcomes } of results) {
          const total = (list: readonly number[]) => list.reduce((sum, one) => sum + (costs[one] as number), 0);
          expect(spent).toBe(total(funded));
          expect(spent).toBeLessThanOrEqual(budget);
          for (const group of exclusions)
            expect(funded.filter((one) => group.includes(one)).length).toBeLessThanOrEqual(1);
          for (const one of funded) expect(votes[one]).toBeGreaterThanOrEqual(minimumVotes);
          expect(total(funded.filter((one) => one % 2 === 0))).toBeLessThanOrEqual(green);
          for (const outcome of outcomes) expect(outcome.funded).toBe(outcome.rejection === null);
        }
      }),
    );
  });

  it("does not depend on the order of ballots", () => {
    fc.assert(
      fc.property(election, ({ costs, voters, budget }) => {
        const poll = pollOf(costs, budget);
        const [one, other] = [voters, [...voters].reverse()].map((all) => {
          const box = boxOf(all);
          const shares = equalShares(box, poll, { completion: "UTILITARIAN", comparison: "PROJECTS" });
          return [shares.outcomes, shares.comparison, phragmen(box, poll, { skip: false }).outcomes];
        });
        expect(one).toEqual(other);
      }),
    );
  });
});

/** From ballots to the result of a budget poll: each method, each limit, ties, quorum, and money by project. */
import { describe, expect, it } from "vitest";
import { Box } from "../../../functions/polls/tally/box.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import { choices } from "../../support/elections.ts";
import { budgetBy, half, result, settled, votesOf } from "./builders.ts";

describe("a budget", () => {
  /** Three voters want the road (60), two the park (50), one the lamp (40), of 100. */
  const votes = votesOf(choices({ A: 3, B: 2, C: 1 }));
  const asked = (...question: Parameters<typeof budgetBy>): Partial<PollRules> => ({
    class: "COMMUNITY_FUND_BUDGET",
    mode: "envelope",
    question: budgetBy(...question),
  });
  const greedy = { method: "GREEDY", skip: true } as const;
  const funded = (rules: Partial<PollRules>, of = votes) => result(rules, of).winners;

  it("greedy, passing over what does not fit: tells projects, money and why not, by id", () => {
    const unpriced = { price: null, effectiveVotes: null, money: null };
    expect(result(asked(greedy), votes)).toEqual({
      method: "GREEDY",
      passed: true,
      reason: null,
      tests: [],
      entitled: 10,
      ballots: 6,
      winners: ["road", "lamp"],
      funded: [
        { project: "road", amount: 60 },
        { project: "lamp", amount: 40 },
      ],
      ties: [],
      detail: {
        projects: ["road", "park", "lamp"],
        spent: 100,
        outcomes: [
          { project: 0, votes: 3, funded: true, round: 1, rejection: null, ...unpriced },
          {
            project: 1,
            votes: 2,
            funded: false,
            round: null,
            rejection: { reason: "OVER_BUDGET", left: 40 },
            ...unpriced,
          },
          { project: 2, votes: 1, funded: true, round: 2, rejection: null, ...unpriced },
        ],
      },
    });
  });

  it.each([
    ["greedy that stops at the first that does not fit", asked({ method: "GREEDY", skip: false }), ["road"]],
    ["greedy with a least score", asked({ ...greedy, threshold: 2 }), ["road"]],
    ["Phragmén that stops at the first over the budget", asked({ method: "PHRAGMEN", skip: false }), ["road"]],
    ["Phragmén that passes over it", asked({ method: "PHRAGMEN", skip: true }), ["road", "lamp"]],
    ["equal shares: sixteen fen each buy nothing alone", asked({ method: "EQUAL_SHARES", completion: "NONE" }), []],
    ["equal shares completed by votes", asked({ method: "EQUAL_SHARES", completion: "UTILITARIAN" }), ["road", "lamp"]],
    ["a limit of a category", asked(greedy, { categoryLimits: { works: 60 } }), ["road"]],
    ["a least number of votes", asked(greedy, { minimumVotes: 2 }), ["road"]],
    [
      "a group of which one is funded",
      asked(greedy, {
        exclusions: [
          ["park", "road"],
          ["lamp", "road"],
        ],
      }),
      ["road"],
    ],
    ["more money", asked(greedy, { budget: 150 }), ["road", "park", "lamp"]],
  ] as const)("%s", (_, rules, projects) => {
    expect(funded(rules)).toEqual(projects);
  });

  it("equal shares follow the rules of the poll: add1 gives each voter four fen more at a time", () => {
    const rules = asked({ method: "EQUAL_SHARES", completion: "ADD1", increment: 4 });
    // With 20 2/3 each the road's three have 62 and buy it; with 28 2/3 the park's two would buy too, for 110 in all.
    expect(result(rules, votes)).toMatchObject({
      winners: ["road"],
      detail: {
        increments: 2,
        endowment: 148,
        stoppedBy: "BUDGET",
        outcomes: [{ price: "20", effectiveVotes: "3" }, {}, {}],
      },
    });
  });

  it("greedy with a least score passes over what does not fit, if it declares to", () => {
    const of = votesOf(choices({ A: 3, B: 2, C: 2 }));
    expect(funded(asked({ ...greedy, threshold: 2 }), of)).toEqual(["road", "lamp"]);
    expect(funded(asked({ method: "GREEDY", skip: false, threshold: 2 }), of)).toEqual(["road"]);
  });

  it("Phragmén tells when each was bought: three have the road's 60 at 20 each, two the park's 50 at 25", () => {
    const found = result(asked({ method: "PHRAGMEN", skip: true }, { budget: 150 }), votes);
    expect(found.detail).toMatchObject({ outcomes: [{ price: "20" }, { price: "25" }, { price: "40" }] });
  });

  it("prefers among equals what it declares to", () => {
    const tied = votesOf(choices({ A: 2, B: 2, C: 1 }));
    const found = result(asked(greedy, { prefer: ["LOWER_COST"] }), tied);
    expect([found.winners, found.ties]).toEqual([
      ["park", "lamp"],
      [{ purpose: "FUND", round: 1, tied: ["road", "park"], chosen: "park", by: "LOWER_COST" }],
    ]);
    expect(funded(asked(greedy), tied)).toEqual(["road", "lamp"]);
    const lots = settled(asked(greedy, { ties: { by: "SEEDED" } }), tied);
    expect(lots).toEqual({ done: false, question: { purpose: "FUND", round: 1, tied: [0, 1] } });
  });

  it.each([
    ["nothing is funded", asked({ method: "EQUAL_SHARES", completion: "NONE" }), {}, { passed: false, reason: null }],
    ["the quorum is missed", { ...asked(greedy), quorum: half }, { entitled: 13 }, { passed: false, reason: null }],
    ["the quorum is reached", { ...asked(greedy), quorum: half }, { entitled: 12 }, { passed: true, reason: null }],
  ] as const)("%s", (_, rules, fields, verdict) => {
    expect(result(rules, { ...votes, ...fields })).toMatchObject(verdict);
  });

  it("of which nobody voted funds nothing: there are no shares to divide", () => {
    const rules = asked({ method: "EQUAL_SHARES", completion: "UTILITARIAN" });
    expect(result(rules, votesOf(new Box()))).toEqual({
      method: "EQUAL_SHARES",
      passed: false,
      reason: "NOBODY_VOTED",
      tests: [],
      entitled: 10,
      ballots: 0,
      winners: [],
      funded: [],
      ties: [],
      detail: { projects: ["road", "park", "lamp"] },
    });
  });
});

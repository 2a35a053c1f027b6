/** Scores by weighted criteria, who is counted, who decides, and when: scoring and decision are apart. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  approvalRefusals,
  approverRoles,
  changedBy,
  meanOf,
  secondRefusals,
  weigh,
  windowRefusals,
} from "../../../functions/fund/domain/grant.ts";
import { FundConfig } from "../../../schemas/fund/config.ts";
import { FUND_RULES } from "../../support/fund.ts";
import { applicationOf, callOf } from "./builders.ts";

describe("a score", () => {
  const { criteria } = callOf();

  it("weighs the points of each criterion, in 0.0001 of 100 points", () => {
    // 80 by 60 % and 70 by 40 % is 76.
    expect(weigh({ use: 80, cost: 70 }, criteria)).toBe(760_000);
    expect(weigh({ cost: 70, use: 80 }, criteria)).toBe(760_000);
    expect(weigh({ use: 0, cost: 1 }, criteria)).toBe(4_000);
  });

  it.each([
    ["lacks one", { use: 80 }],
    ["has one too many", { use: 80, cost: 70, charm: 90 }],
    ["has a foreign one instead", { use: 80, charm: 90 }],
    ["is empty", {}],
  ])(
    "that %s of the call's criteria is refused with their codes",
    (_what, points: Readonly<Record<string, number>>) => {
      expect(weigh(points, criteria)).toEqual({ code: "fund/criteria-differ", params: { criteria: "use, cost" } });
    },
  );

  it("of full points in everything is 100 whatever the weights, and none is 0", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 9 });
    fc.assert(
      fc.property(weights, (some) => {
        const all = [...some, 10_000 - some.reduce((sum, each) => sum + each, 0)];
        const made = all.map((weightBps, index) => ({ code: `c${index}`, name: "criterion", weightBps }));
        const points = (each: number) => Object.fromEntries(made.map(({ code }) => [code, each]));
        expect([weigh(points(100), made), weigh(points(0), made)]).toEqual([1_000_000, 0]);
      }),
    );
  });
});

describe("an application's score", () => {
  const scores = [
    { reviewer: "a", weighted: 700_000 },
    { reviewer: "b", weighted: 800_001 },
    { reviewer: "c", weighted: 100_000 },
  ];

  it("is the mean of its reviewers' scores, rounded down", () => {
    expect(meanOf(scores.slice(0, 2), [], 2)).toEqual({ count: 2, score: 750_000 });
    expect(meanOf(scores, [], 1)).toEqual({ count: 3, score: 533_333 });
  });

  it("counts no score of a recused reviewer", () => {
    expect(meanOf(scores, ["c"], 2)).toEqual({ count: 2, score: 750_000 });
    expect(meanOf(scores, ["a", "b"], 1)).toEqual({ count: 1, score: 100_000 });
  });

  it("needs the call's least number of scores that count", () => {
    expect(meanOf(scores, ["c"], 3)).toEqual({ code: "fund/too-few-scores", params: { scores: 2, needs: 3 } });
    expect(meanOf([], [], 1)).toEqual({ code: "fund/too-few-scores", params: { scores: 0, needs: 1 } });
  });

  it("lies between the lowest and the highest that count, however many are recused", () => {
    const given = fc.uniqueArray(fc.record({ reviewer: fc.nat(9).map(String), weighted: fc.nat(1_000_000) }), {
      ...{ selector: ({ reviewer }: { reviewer: string }) => reviewer, minLength: 1, maxLength: 10 },
    });
    fc.assert(
      fc.property(given, fc.uniqueArray(fc.nat(9).map(String), { maxLength: 10 }), (all, recused) => {
        const free = all.filter(({ reviewer }) => !recused.includes(reviewer)).map(({ weighted }) => weighted);
        const mean = meanOf(all, recused, 1);
        if ("code" in mean) {
          expect(free).toEqual([]);
          return;
        }
        expect(mean.count).toBe(free.length);
        expect(mean.score).toBeGreaterThanOrEqual(Math.min(...free));
        expect(mean.score).toBeLessThanOrEqual(Math.max(...free));
      }),
    );
  });
});

describe("the time in which objections are heard", () => {
  const until = Date.parse("2026-07-01T16:00:00.000Z");

  it("is over at its last instant, and nothing is awarded or paid before", () => {
    expect(windowRefusals(until, new Date(until))).toEqual([]);
    expect(windowRefusals(until, new Date(until - 1))).toEqual([
      { code: "fund/objection-window", params: { until: "2026-07-01T16:00:00.000Z" } },
    ]);
  });

  it("is not over where it never began", () => {
    expect(windowRefusals(undefined, new Date(until))).toEqual([
      { code: "fund/objection-window", params: { until: "?" } },
    ]);
  });
});

describe("an award", () => {
  const tiers = [
    { upTo: 300_000, approvers: 1, roles: ["fund-treasurer"] },
    { upTo: null, approvers: 2, roles: ["district-admin"] },
  ];
  const config = FundConfig.parse({ ...FUND_RULES, tiers });
  const asks = (amount: number, approvals: readonly string[]) =>
    applicationOf({ plan: [{ amount, condition: "photos" }], approvals });

  it("is approved by the roles of the tier that its amount falls into", () => {
    expect([300_000, 300_001].map((amount) => approverRoles(config, amount))).toEqual([
      ["fund-treasurer"],
      ["district-admin"],
    ]);
  });

  it.each([
    [300_000, []],
    [300_001, ["one"]],
    // One person's two approvals are one.
    [300_001, ["one", "one"]],
  ] as const)("of %d fen approved by %j lacks approvals of its tier", (amount, approvals) => {
    const needs = amount > 300_000 ? 2 : 1;
    expect(approvalRefusals(asks(amount, approvals), config)).toEqual([
      { code: "fund/approvals-missing", params: { approvals: new Set(approvals).size, needs } },
    ]);
  });

  it("with as many approvers as its tier asks for, or more, may be made", () => {
    expect(approvalRefusals(asks(300_000, ["one"]), config)).toEqual([]);
    expect(approvalRefusals(asks(300_001, ["one", "two"]), config)).toEqual([]);
    expect(approvalRefusals(asks(300_000, ["one", "two"]), config)).toEqual([]);
  });

  it("is counted by the sum of its tranches, not by one of them", () => {
    const two = applicationOf({ approvals: ["one"] });
    expect(approvalRefusals(two, config)).toEqual([]);
    const plan = [...two.plan, { amount: 1, condition: "nails" }];
    expect(approvalRefusals({ ...two, plan }, config)).toEqual([
      { code: "fund/approvals-missing", params: { approvals: 1, needs: 2 } },
    ]);
  });
});

describe("the second of two persons", () => {
  it("is none of those before: who proposed or approved does not approve", () => {
    expect(secondRefusals(["wang", "li"], "chen")).toEqual([]);
    expect(secondRefusals(["wang", "li"], "li")).toEqual([{ code: "fund/same-person", params: { person: "li" } }]);
  });

  it("may be anyone where nobody has acted yet", () => {
    expect(secondRefusals([undefined], "li")).toEqual([]);
  });
});

it("every change says who made it, why and by which command, under the next revision", () => {
  const before = applicationOf({ dueMs: 5, by: "wang", reason: "before", revision: 7 });
  expect(changedBy(before, { by: "li", reason: "complete", command: "approve" })).toEqual({
    ...{ by: "li", reason: "complete", command: "approve", dueMs: 5, revision: 8 },
  });
});

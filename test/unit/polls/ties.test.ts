/** Ties never by accident: what is declared, logged and asked; from scores to tiers, from tiers to seats. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fillSeats, tiersByScore } from "../../../functions/polls/tally/ranking.ts";
import { ratio, ratioText } from "../../../functions/polls/tally/ratio.ts";
import { seededOrder, settle, type TieAnswer, type TieRule, Ties } from "../../../functions/polls/tally/ties.ts";
import { letters } from "../../support/elections.ts";

const tiesOf = (rule: TieRule) => new Ties(rule, letters(4));
const asking = (...answers: readonly TieAnswer[]) => tiesOf({ by: "ASK", answers });
const LISTED: TieRule = { by: "CANDIDATE_ORDER" };

describe("the last word", () => {
  it("by list order: the earlier is elected, the later eliminated", () => {
    const ties = tiesOf(LISTED);
    expect([ties.choose("ELECT", 1, [3, 1, 2]), ties.choose("ELIMINATE", 2, [3, 1, 2])]).toEqual([1, 3]);
    expect(ties.choose("FUND", 3, [2, 0])).toBe(0);
    expect(ties.log).toEqual([
      { purpose: "ELECT", round: 1, tied: [3, 1, 2], chosen: 1, by: "CANDIDATE_ORDER" },
      { purpose: "ELIMINATE", round: 2, tied: [3, 1, 2], chosen: 3, by: "CANDIDATE_ORDER" },
      { purpose: "FUND", round: 3, tied: [2, 0], chosen: 0, by: "CANDIDATE_ORDER" },
    ]);
  });

  it("by lots: in the order of the SHA-256 of seed and id in hexadecimal, which anyone can compute", () => {
    const ids = letters(26);
    const lot = (id: string) => createHash("sha256").update(`2026-11-01 3D/${id}`).digest("hex");
    const order = [...ids].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)).map((id) => ids.indexOf(id));
    expect(seededOrder(ids, "2026-11-01 3D")).toEqual(order);
    const ties = new Ties({ by: "SEEDED", seed: "2026-11-01 3D" }, ids);
    const all = ids.map((_, at) => at);
    expect(ties.ordered(all)).toEqual(order);
    expect([ties.choose("ELECT", 1, all), ties.choose("ELIMINATE", 2, all)]).toEqual([order[0], order[25]]);
    expect(ties.log.map(({ by }) => by)).toEqual(["SEEDED", "SEEDED"]);
  });

  it("orders candidates by preference, in list order where it is to ask", () => {
    expect(tiesOf(LISTED).ordered([3, 0, 2])).toEqual([0, 2, 3]);
    expect(asking().ordered([3, 0, 2])).toEqual([0, 2, 3]);
  });

  it("says nothing of one alone", () => {
    const ties = asking();
    expect([ties.choose("ELECT", 1, [2]), ties.log]).toEqual([2, []]);
  });
});

describe("a tie that is asked", () => {
  const answer: TieAnswer = { purpose: "ELECT", round: 2, tied: [3, 1], chosen: 3 };
  const ask = (...answers: readonly TieAnswer[]) => settle(() => asking(...answers).choose("ELECT", 2, [3, 1]));
  const question = { done: false, question: { purpose: "ELECT", round: 2, tied: [1, 3] } };

  it("stops the count with its question, candidates in list order", () => {
    expect(ask()).toEqual(question);
  });

  it("goes on with the answer to exactly it", () => {
    expect(ask(answer)).toEqual({ done: true, result: 3 });
    expect(ask({ ...answer, round: 1, chosen: 1 }, answer)).toEqual({ done: true, result: 3 });
    const ties = asking(answer);
    ties.choose("ELECT", 2, [3, 1]);
    expect(ties.log).toEqual([{ ...answer, by: "ASK" }]);
  });

  it.each([
    ["of another purpose", { purpose: "ELIMINATE" as const }],
    ["of another round", { round: 3 }],
    ["of more candidates", { tied: [1, 2, 3] }],
    ["of fewer candidates", { tied: [3] }],
    ["of other candidates", { tied: [3, 2] }],
    ["of somebody who is not tied", { chosen: 2 }],
  ])("does not go on with an answer %s", (_, other) => {
    expect(ask({ ...answer, ...other })).toEqual(question);
  });

  it("is the only exception that is an answer: a bug passes through", () => {
    expect(() =>
      settle(() => {
        throw new RangeError("a bug");
      }),
    ).toThrow(new RangeError("a bug"));
    expect(settle(() => 7)).toEqual({ done: true, result: 7 });
  });
});

describe("earlier rounds", () => {
  /** Votes of candidates 0 to 3 in rounds 1 to 3; candidate 3 was not counted in round 3. */
  const votes = [
    [5n, 4n, 3n, 3n],
    [6n, 5n, 5n, 4n],
    [6n, 6n, 6n, undefined],
  ];
  const earlier = (round: number, candidate: number) => {
    if (!votes[round - 1]) throw new Error(`no round ${round}`);
    return votes[round - 1]?.[candidate];
  };
  const chosen = (rule: Partial<TieRule>, purpose: TieAnswer["purpose"], round: number, tied: readonly number[]) => {
    const ties = tiesOf({ by: "CANDIDATE_ORDER", previousRounds: true, ...rule } as TieRule);
    ties.choose(purpose, round, tied, earlier);
    return ties.log;
  };
  const by = "PREVIOUS_ROUND";

  it("decide by the latest that tells them apart: more votes to elect, fewer to eliminate", () => {
    expect(chosen({}, "ELECT", 4, [1, 0, 2])).toEqual([
      { purpose: "ELECT", round: 4, tied: [1, 0, 2], chosen: 0, by, comparedRound: 2 },
    ]);
    expect(chosen({}, "ELIMINATE", 4, [0, 1])).toEqual([
      { purpose: "ELIMINATE", round: 4, tied: [0, 1], chosen: 1, by, comparedRound: 2 },
    ]);
  });

  it("are looked at one after the other, each among those who are still equal", () => {
    // Rounds 3 and 2 leave 1 and 2 equal and 0 ahead; of the two, 2 had fewer in round 1.
    expect(chosen({}, "ELIMINATE", 4, [0, 1, 2])).toEqual([
      { purpose: "ELIMINATE", round: 4, tied: [0, 1, 2], chosen: 2, by, comparedRound: 1 },
    ]);
    expect(chosen({}, "ELECT", 3, [1, 2])).toEqual([
      { purpose: "ELECT", round: 3, tied: [1, 2], chosen: 1, by, comparedRound: 1 },
    ]);
  });

  it("find the fewest and the most wherever they stand", () => {
    const rising = (_: number, candidate: number) => BigInt(candidate);
    const falling = (_: number, candidate: number) => BigInt(-candidate);
    const ties = tiesOf({ by: "CANDIDATE_ORDER", previousRounds: true });
    const all = [0, 1, 2];
    expect([ties.choose("ELIMINATE", 2, all, rising), ties.choose("ELECT", 2, all, rising)]).toEqual([0, 2]);
    expect([ties.choose("ELIMINATE", 2, all, falling), ties.choose("ELECT", 2, all, falling)]).toEqual([2, 0]);
  });

  it("count who was not there as having nothing", () => {
    expect(chosen({}, "ELIMINATE", 4, [2, 3])[0]).toMatchObject({ chosen: 3, comparedRound: 3 });
    expect(chosen({}, "ELECT", 4, [3, 2])[0]).toMatchObject({ chosen: 2, comparedRound: 3 });
  });

  it("leave the last word to those that they cannot tell apart", () => {
    expect(chosen({}, "ELIMINATE", 2, [2, 3])).toEqual([
      { purpose: "ELIMINATE", round: 2, tied: [2, 3], chosen: 3, by: "CANDIDATE_ORDER" },
    ]);
    const ask = settle(() => chosen({ by: "ASK", answers: [] }, "ELIMINATE", 2, [0, 3, 2]));
    expect(ask).toEqual({ done: false, question: { purpose: "ELIMINATE", round: 2, tied: [2, 3] } });
  });

  it("are not looked at unless declared, nor in the first round, nor by a method without rounds", () => {
    const order = { by: "CANDIDATE_ORDER" };
    expect(chosen({ previousRounds: false }, "ELECT", 4, [0, 1])[0]).toMatchObject(order);
    expect(chosen({}, "ELECT", 1, [0, 1])[0]).toMatchObject(order);
    const ties = tiesOf({ by: "CANDIDATE_ORDER", previousRounds: true });
    expect([ties.choose("ELECT", 4, [0, 1]), ties.log[0]?.by]).toEqual([0, "CANDIDATE_ORDER"]);
  });
});

describe("tiers and seats", () => {
  it("the highest score is the first tier; equals share one, in list order", () => {
    expect(tiersByScore([3, 7, 3, 0, 7, 3])).toEqual([[1, 4], [0, 2, 5], [3]]);
    expect(tiersByScore([2n ** 70n, 2n ** 70n + 1n])).toEqual([[1], [0]]);
    expect(tiersByScore([10, 9, 100])).toEqual([[2], [0], [1]]);
    expect(tiersByScore([])).toEqual([]);
  });

  it("seats go to whole tiers; a tie at the last seats is broken seat by seat", () => {
    const ties = tiesOf(LISTED);
    expect(fillSeats([[3], [2, 1, 0]], 3, ties)).toEqual([3, 0, 1]);
    expect(ties.log).toEqual([
      { purpose: "ELECT", round: 2, tied: [2, 1, 0], chosen: 0, by: "CANDIDATE_ORDER" },
      { purpose: "ELECT", round: 3, tied: [2, 1], chosen: 1, by: "CANDIDATE_ORDER" },
    ]);
  });

  it.each([
    [1, [3]],
    [3, [3, 2, 1]],
    [4, [3, 2, 1, 0]],
    [9, [3, 2, 1, 0]],
  ])("%i seats need no tie broken where tiers fit", (seats, elected) => {
    const ties = asking();
    expect([fillSeats([[3], [2, 1], [0]], seats, ties), ties.log]).toEqual([elected, []]);
  });
});

describe("a fraction", () => {
  it.each([
    [6n, 4n, "3/2"],
    [4n, 2n, "2"],
    [0n, 5n, "0"],
    [-6n, 4n, "-3/2"],
    [6n, -4n, "-3/2"],
    [-6n, -4n, "3/2"],
    [1n, 3n, "1/3"],
  ])("%s over %s is %s in lowest terms, its denominator positive", (num, den, text) => {
    expect(ratioText(ratio(num, den))).toBe(text);
  });
});

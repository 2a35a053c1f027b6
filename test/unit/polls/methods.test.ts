/** Worked elections with the results that the methods' own papers and textbooks give. */
import { describe, expect, it } from "vitest";
import { copeland, minimax, schulze } from "../../../functions/polls/tally/condorcet.ts";
import { pairwise } from "../../../functions/polls/tally/pairwise.ts";
import { rankedPairs } from "../../../functions/polls/tally/ranked-pairs.ts";
import { approval, borda, cumulative, plurality, score } from "../../../functions/polls/tally/scoring.ts";
import { settle } from "../../../functions/polls/tally/ties.ts";
import { instantRunoff } from "../../../functions/polls/tally/transfer/count.ts";
import { choices, contest, named, points, rankings, tiersText } from "../../support/elections.ts";

// The capital of Tennessee: Memphis A, Nashville B, Chattanooga C, Knoxville D, by distance.
const tennessee = { "A>B>C>D": 42, "B>C>D>A": 26, "C>D>B>A": 15, "D>C>B>A": 17 };
// Schulze 2011, example 1: 45 voters, five candidates; the result is E, A, C, B, D.
const schulze1 = {
  "A>C>B>E>D": 5,
  "A>D>E>C>B": 5,
  "B>E>D>A>C": 8,
  "C>A>B>E>D": 3,
  "C>A>E>B>D": 7,
  "C>B>A>D>E": 2,
  "D>C>E>B>A": 7,
  "E>B>A>D>C": 8,
};

describe("one electorate, another winner by each method", () => {
  const four = contest(4);
  const table = pairwise(rankings(tennessee), 4, "LAST");

  it("plurality: the largest minority", () => {
    expect(plurality(choices({ A: 42, B: 26, C: 15, D: 17 }), four)).toMatchObject({
      winners: [0],
      scores: [42, 26, 15, 17],
    });
  });

  it("instant runoff: C leaves, then B, whose ballots go to D", () => {
    const result = instantRunoff(rankings(tennessee), four);
    expect(result.rounds.map(({ eliminated, elected }) => named(eliminated) || named(elected))).toEqual([
      "C",
      "B",
      "D",
    ]);
    expect(
      result.rounds.map(({ votes }) => votes.map((one) => (one === null ? null : Number(one / result.unit)))),
    ).toEqual([
      [42, 26, 15, 17],
      [42, 26, null, 32],
      [42, null, null, 58],
    ]);
    expect(result.rounds[1]?.transfers).toEqual([{ from: 1, to: 3, votes: 26n * result.unit }]);
  });

  it("Borda: 3, 2, 1, 0 points, in halves", () => {
    expect(borda(rankings(tennessee), four)).toMatchObject({ winners: [1], scores: [252, 388, 346, 214], scale: 2 });
  });

  it("Condorcet methods: B beats everyone", () => {
    expect(table.beats[4]).toBe(58);
    expect(copeland(table, four)).toMatchObject({ winners: [1], condorcetWinner: 1, condorcetLoser: 0, smith: [1] });
    expect(tiersText(schulze(table, four, "WINNING_VOTES").tiers)).toBe("B > C > D > A");
    expect(tiersText(rankedPairs(table, four, "MARGINS").tiers)).toBe("B > C > D > A");
    expect(minimax(table, four, "WINNING_VOTES")).toMatchObject({ winners: [1], worst: [58, 0, 68, 83] });
    expect(minimax(table, four, "MARGINS")).toMatchObject({ winners: [1], worst: [16, -16, 36, 66] });
    expect(minimax(table, four, "OPPOSITION")).toMatchObject({ winners: [1], worst: [58, 42, 68, 83] });
  });
});

describe("Schulze's paper, example 1", () => {
  const five = contest(5);
  const table = pairwise(rankings(schulze1), 5, "LAST");

  it.each(["WINNING_VOTES", "MARGINS"] as const)("ranks E, A, C, B, D by %s", (by) => {
    expect(tiersText(schulze(table, five, by).tiers)).toBe("E > A > C > B > D");
  });

  it("finds the strengths of the strongest paths that the paper prints", () => {
    const { paths } = schulze(table, five, "WINNING_VOTES");
    expect(Array.from({ length: 5 }, (_, a) => [...paths.slice(a * 5, a * 5 + 5)])).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
  });

  it("has no Condorcet winner; all five are in the Smith set", () => {
    expect(copeland(table, five)).toMatchObject({ condorcetWinner: null, smith: [0, 1, 2, 3, 4] });
  });
});

describe("paradoxes by name", () => {
  it("Condorcet's: majorities for A over B, B over C and C over A are a circle; the weakest gives way", () => {
    const circle = { "A>B>C": 8, "B>C>A": 7, "C>A>B": 6 };
    const table = pairwise(rankings(circle), 3, "LAST");
    const result = rankedPairs(table, contest(3), "WINNING_VOTES");
    expect(result.condorcetWinner).toBeNull();
    expect(result.rounds.map(({ locked, skipped }) => [locked.length, skipped.length])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(tiersText(result.tiers)).toBe("A > B > C");
  });

  it("non-monotonicity of instant runoff: A loses by being ranked higher", () => {
    const before = rankings({ "A>B>C": 39, "B>C>A": 35, "C>A>B": 26 });
    const after = rankings({ "A>B>C": 49, "B>C>A": 25, "C>A>B": 26 });
    expect(named(instantRunoff(before, contest(3)).winners)).toBe("A");
    expect(named(instantRunoff(after, contest(3)).winners)).toBe("C");
  });

  it("no-show: two voters who rank A last elect it by coming", () => {
    // Without them C leaves first and B wins; with them B leaves first and its ballots go to A.
    const reversed = { "A>B>C": 7, "B>A>C": 5, "C>B>A": 4 };
    expect(named(instantRunoff(rankings(reversed), contest(3)).winners)).toBe("B");
    expect(named(instantRunoff(rankings({ ...reversed, "C>B>A": 6 }), contest(3)).winners)).toBe("A");
  });

  it("Condorcet's against Borda: Borda passes over a candidate whom a majority ranks first", () => {
    const box = rankings({ "A>B>C": 3, "B>C>A": 2 });
    expect(named(borda(box, contest(3)).winners)).toBe("B");
    expect(pairwise(box, 3, "LAST").beats[1]).toBe(3);
  });

  it("opposition: minimax by opposition can miss a Condorcet winner when ballots leave candidates equal", () => {
    const table = pairwise(rankings({ "A>B": 5, "B>A": 4, "C>A=B": 4, "A=B=C": 8, "A=B>C": 5 }), 3, "LAST");
    expect(copeland(table, contest(3)).condorcetWinner).toBe(0);
    expect(minimax(table, contest(3), "WINNING_VOTES").winners).toEqual([0]);
    expect(minimax(table, contest(3), "OPPOSITION").worst).toEqual([4, 5, 14]);
  });
});

describe("ballots that do not count, and blank ones", () => {
  it("tells overvotes, undervotes and points out of range apart", () => {
    const box = choices({ A: 2, AB: 3, "": 1 });
    expect(plurality(box, contest(2))).toMatchObject({ valid: 3, blank: 1, invalid: { OVERVOTE: 3, UNDERVOTE: 0 } });
    expect(approval(box, contest(2), { min: 2 })).toMatchObject({ scores: [3, 3], invalid: { UNDERVOTE: 2 } });
  });

  it("adds points and refuses those beyond the rule", () => {
    const box = points([
      [{ A: 5, B: 0 }, 2],
      [{ A: 6 }, 1],
      [{ B: 3 }, 3],
    ]);
    expect(score(box, contest(2), { max: 5 })).toMatchObject({ scores: [10, 9], invalid: { OUT_OF_RANGE: 1 } });
    expect(cumulative(box, contest(2), { points: 5 })).toMatchObject({ scores: [10, 9], invalid: { OUT_OF_RANGE: 1 } });
    expect(cumulative(points([[{ A: 3, B: 3 }, 1]]), contest(2), { points: 5 }).invalid.OVERVOTE).toBe(1);
    expect(cumulative(box, contest(2), { points: 5, spendAll: true })).toMatchObject({ invalid: { UNDERVOTE: 3 } });
    expect(cumulative(box, contest(2), { points: 9, maxEach: 3 })).toMatchObject({ invalid: { OUT_OF_RANGE: 3 } });
  });

  it("refuses a ballot for someone who does not stand", () => {
    expect(() => plurality(choices({ C: 1 }), contest(2))).toThrow(RangeError);
    expect(() => pairwise(rankings({ "A>C": 1 }), 2, "LAST")).toThrow(RangeError);
    expect(() => borda(rankings({ C: 1 }), contest(2))).toThrow(RangeError);
    expect(() => instantRunoff(rankings({ C: 1 }), contest(2))).toThrow(RangeError);
  });

  it("shares places: unranked candidates share what is left, or get nothing", () => {
    const box = rankings({ "A>B=C": 1, D: 1 });
    expect(borda(box, contest(4)).scores).toEqual([6 + 2, 3 + 2, 3 + 2, 0 + 6]);
    expect(borda(box, contest(4), { unranked: "NOTHING", lastPlace: 1 }).scores).toEqual([8, 5, 5, 8]);
  });
});

describe("ties", () => {
  const box = choices({ A: 3, B: 3, C: 1 });

  it("are broken by list order and logged", () => {
    const { winners, ties } = plurality(box, contest(3));
    expect(winners).toEqual([0]);
    expect(ties).toEqual([{ purpose: "ELECT", round: 1, tied: [0, 1], chosen: 0, by: "CANDIDATE_ORDER" }]);
  });

  it("are none of the rule's business when they decide nothing", () => {
    expect(plurality(box, contest(3, 2)).ties).toEqual([]);
  });

  it("are broken by a seed in the order of SHA-256 of seed/id, as anyone can compute it", () => {
    const winnerOf = (seed: string) => plurality(box, contest(3, 1, { by: "SEEDED", seed })).winners[0];
    const seeds = Array.from({ length: 40 }, (_, index) => winnerOf(`seed ${index}`));
    expect(new Set(seeds)).toEqual(new Set([0, 1]));
    expect(winnerOf("x")).toBe(winnerOf("x"));
  });

  it("stop the count with a question under ASK, and go on with the answer", () => {
    const asked = settle(() => plurality(box, contest(3, 1, { by: "ASK", answers: [] })));
    expect(asked).toEqual({ done: false, question: { purpose: "ELECT", round: 1, tied: [0, 1] } });
    const answers = [{ purpose: "ELECT" as const, round: 1, tied: [1, 0], chosen: 1 }];
    expect(plurality(box, contest(3, 1, { by: "ASK", answers })).winners).toEqual([1]);
    const foreign = [{ purpose: "ELECT" as const, round: 1, tied: [0, 1], chosen: 2 }];
    expect(settle(() => plurality(box, contest(3, 1, { by: "ASK", answers: foreign }))).done).toBe(false);
  });
});

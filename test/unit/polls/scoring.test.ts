/** Methods that add up: which ballots count, what each gives to whom, and who is elected. */
import { describe, expect, it } from "vitest";
import { OVERVOTED, rankingCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { approval, borda, cumulative, plurality, score } from "../../../functions/polls/tally/scoring.ts";
import { choices, contest, points, rankings } from "../../support/elections.ts";

const none = { OVERVOTE: 0, UNDERVOTE: 0, OUT_OF_RANGE: 0 };

describe("approval", () => {
  const box = choices({ AB: 3, C: 2, ABC: 1, "": 4 });

  it("gives a point to each named candidate and tells valid, blank and invalid ballots", () => {
    expect(approval(box, contest(4, 2))).toEqual({
      winners: [0, 1],
      tiers: [[0, 1], [2], [3]],
      scores: [4, 4, 3, 0],
      scale: 1,
      valid: 10,
      blank: 4,
      invalid: none,
      ties: [],
    });
  });

  it.each([
    [{ max: 2 }, [3, 3, 2], { ...none, OVERVOTE: 1 }, 9],
    [{ max: 1 }, [0, 0, 2], { ...none, OVERVOTE: 4 }, 6],
    [{ min: 2 }, [4, 4, 1], { ...none, UNDERVOTE: 2 }, 8],
    [{ min: 2, max: 2 }, [3, 3, 0], { ...none, OVERVOTE: 1, UNDERVOTE: 2 }, 7],
    [{ min: 1, max: 3 }, [4, 4, 3], none, 10],
  ] as const)(
    "with limits %o: a ballot outside them gives nothing, a blank one is valid",
    (rules, scores, invalid, valid) => {
      expect(approval(box, contest(3), rules)).toMatchObject({ scores, invalid, valid, blank: 4 });
    },
  );

  it("plurality is approval of one", () => {
    expect(plurality(box, contest(3))).toEqual(approval(box, contest(3), { max: 1 }));
  });
});

describe("points", () => {
  const box = points([
    [{ A: 5, B: 0 }, 2],
    [{ B: 4 }, 3],
    [{}, 1],
  ]);

  it("of a score add up; one out of range spoils the ballot, not the others", () => {
    expect(score(box, contest(2), { max: 5 })).toEqual({
      winners: [1],
      tiers: [[1], [0]],
      scores: [10, 12],
      scale: 1,
      valid: 6,
      blank: 1,
      invalid: none,
      ties: [],
    });
    expect(score(box, contest(2), { max: 4 })).toMatchObject({
      scores: [0, 12],
      valid: 4,
      invalid: { ...none, OUT_OF_RANGE: 2 },
    });
    const later = points([[{ A: 1, B: 9 }, 1]]);
    expect(score(later, contest(2), { max: 8 })).toMatchObject({ scores: [0, 0], invalid: { OUT_OF_RANGE: 1 } });
  });

  it.each([
    ["all that a ballot has", { points: 5 }, [10, 12], none],
    ["less than a ballot gives", { points: 4 }, [0, 12], { ...none, OUT_OF_RANGE: 2 }],
    ["the most for one", { points: 5, maxEach: 4 }, [0, 12], { ...none, OUT_OF_RANGE: 2 }],
    [
      "all to be spent: the blank ballot is no undervote",
      { points: 5, spendAll: true },
      [10, 0],
      { ...none, UNDERVOTE: 3 },
    ],
    ["not all to be spent", { points: 9, spendAll: false }, [10, 12], none],
  ] as const)("cumulative, %s", (_, rules, scores, invalid) => {
    expect(cumulative(box, contest(2), rules)).toMatchObject({ scores, invalid, blank: 1 });
  });

  it("cumulative, together more than a ballot has, though each is within the most for one", () => {
    const spread = points([[{ A: 3, B: 3 }, 2]]);
    expect(cumulative(spread, contest(2), { points: 6, maxEach: 3 })).toMatchObject({ scores: [6, 6], invalid: none });
    expect(cumulative(spread, contest(2), { points: 5, maxEach: 3 })).toMatchObject({
      scores: [0, 0],
      invalid: { ...none, OVERVOTE: 2 },
    });
  });

  it.each(["C", "D"])("for %s, who does not stand of two, are a fault", (letter) => {
    const stray = points([[{ [letter]: 1 }, 1]]);
    expect(() => score(stray, contest(2), { max: 5 })).toThrow(RangeError);
    expect(() => cumulative(stray, contest(2), { points: 5 })).toThrow(RangeError);
    expect(() => approval(choices({ [letter]: 1 }), contest(2))).toThrow(RangeError);
    expect(() => borda(rankings({ [letter]: 1 }), contest(2))).toThrow(RangeError);
  });
});

describe("Borda, in halves", () => {
  const scores = (ballots: Record<string, number>, rules = {}) => borda(rankings(ballots), contest(4), rules).scores;

  it.each([
    ["three, two, one, nought", { "A>B>C>D": 1 }, [6, 4, 2, 0]],
    ["equals share their places", { "A=B>C>D": 1 }, [5, 5, 2, 0]],
    ["all equal", { "A=B=C=D": 2 }, [6, 6, 6, 6]],
    ["who is left out shares what is left", { "A>B": 2 }, [12, 8, 2, 2]],
    ["empty ranks are passed over", { "A>>B>>>C>D": 1 }, [6, 4, 2, 0]],
    ["of a name repeated the first counts", { "A>A>B>A>C>D": 1 }, [6, 4, 2, 0]],
    ["also within a rank that it shares", { "A>B=A>C>D": 1 }, [6, 4, 2, 0]],
    ["a blank ballot gives nothing", { "": 5, "A>B>C>D": 1 }, [6, 4, 2, 0]],
  ] as const)("%s", (_, ballots, expected) => {
    expect(scores(ballots)).toEqual(expected);
  });

  it("by Borda's own points the last place has one, and who is left out may get nothing", () => {
    expect(scores({ "A>B>C>D": 1 }, { lastPlace: 1 })).toEqual([8, 6, 4, 2]);
    expect(scores({ "A>B": 1 }, { lastPlace: 1 })).toEqual([8, 6, 3, 3]);
    expect(scores({ "A>B": 1 }, { unranked: "NOTHING" })).toEqual([6, 4, 0, 0]);
    expect(scores({ "A>B": 1 }, { unranked: "SHARE_THE_REST" })).toEqual([6, 4, 1, 1]);
  });

  it("passes over an overvote of which the record does not say whom", () => {
    const box = new Box();
    box.add(rankingCells([[0], [OVERVOTED], [1]]));
    expect(borda(box, contest(4))).toMatchObject({ scores: [6, 4, 1, 1], scale: 2, valid: 1, blank: 0 });
  });
});

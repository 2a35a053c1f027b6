/** Duels between candidates, and the methods that rank by them: what the table holds, and each method's own account. */
import { describe, expect, it } from "vitest";
import { OVERVOTED, rankingCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { copeland, minimax, schulze, strength, undefeatedTiers } from "../../../functions/polls/tally/condorcet.ts";
import { count, type Method } from "../../../functions/polls/tally/methods.ts";
import {
  condorcetLoser,
  condorcetWinner,
  type Pairwise,
  pairwise,
  smithSet,
} from "../../../functions/polls/tally/pairwise.ts";
import { type Majority, rankedPairs } from "../../../functions/polls/tally/ranked-pairs.ts";
import { approval, borda, cumulative, plurality, score } from "../../../functions/polls/tally/scoring.ts";
import { settle } from "../../../functions/polls/tally/ties.ts";
import { instantRunoff, transferCount } from "../../../functions/polls/tally/transfer/count.ts";
import { choices, contest, named, points, rankings, tiersText } from "../../support/elections.ts";

/** A table from rows: row a says how many ballots prefer a to each. */
const duels = (...rows: readonly (readonly number[])[]): Pairwise => ({
  candidates: rows.length,
  beats: Uint32Array.from(rows.flat()),
});
const rowsOf = ({ candidates, beats }: Pairwise): number[][] =>
  Array.from({ length: candidates }, (_, a) => [...beats.slice(a * candidates, (a + 1) * candidates)]);

describe("the table of duels", () => {
  const box = rankings({ "A>B=C": 3, "C>A": 2, B: 1, "": 4 });

  it("where who is left out stands below the others, equally", () => {
    expect(rowsOf(pairwise(box, 4, "LAST"))).toEqual([
      [0, 5, 3, 5],
      [1, 0, 1, 4],
      [2, 2, 0, 5],
      [0, 0, 0, 0],
    ]);
  });

  it("where leaving out says nothing", () => {
    expect(rowsOf(pairwise(box, 4, "NO_OPINION"))).toEqual([
      [0, 3, 3, 0],
      [0, 0, 0, 0],
      [2, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it.each(["LAST", "NO_OPINION"] as const)(
    "reads empty ranks, repeated names and unnamed overvotes: %s",
    (unranked) => {
      const odd = new Box();
      odd.add(rankingCells([[], [1], [], [OVERVOTED], [0], [1], [2]]), 2);
      expect(rowsOf(pairwise(odd, 3, unranked))).toEqual([
        [0, 0, 2],
        [2, 0, 2],
        [0, 0, 0],
      ]);
    },
  );

  it("counts whoever comes up for the first time in a later ballot", () => {
    expect(rowsOf(pairwise(rankings({ A: 1, "B>C": 2 }), 3, "LAST"))).toEqual([
      [0, 1, 1],
      [2, 0, 2],
      [2, 0, 0],
    ]);
  });

  it("holds nothing without ballots, and refuses a candidate who does not stand", () => {
    expect(rowsOf(pairwise(new Box(), 2, "LAST"))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(() => pairwise(rankings({ C: 1 }), 2, "LAST")).toThrow(RangeError);
    expect(rowsOf(pairwise(rankings({ B: 1 }), 2, "LAST"))).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});

describe("winner, loser and Smith set", () => {
  it.each([
    ["a winner beats every other, a loser is beaten by every other", duels([0, 3, 3], [2, 0, 3], [2, 2, 0]), 0, 2, [0]],
    ["the last on the list too", duels([0, 2, 2], [3, 0, 2], [3, 3, 0]), 2, 0, [2]],
    ["a draw is no win and no loss", duels([0, 2, 3], [2, 0, 3], [2, 2, 0]), null, 2, [0, 1]],
    ["nor at the end", duels([0, 3, 3], [2, 0, 2], [2, 2, 0]), 0, null, [0]],
    ["a circle has neither", duels([0, 3, 2], [2, 0, 3], [3, 2, 0]), null, null, [0, 1, 2]],
    ["a circle above a loser", duels([0, 5, 3, 2], [0, 0, 0, 0], [2, 5, 0, 3], [3, 5, 2, 0]), null, 1, [0, 2, 3]],
    [
      "who draws with a member belongs",
      duels([0, 3, 2, 2], [2, 0, 2, 3], [2, 2, 0, 2], [3, 2, 2, 0]),
      null,
      null,
      [0, 1, 2, 3],
    ],
    ["draws all round", duels([0, 1], [1, 0]), null, null, [0, 1]],
    ["one alone", duels([0]), 0, 0, [0]],
    ["nobody", duels(), null, null, []],
  ] as const)("%s", (_, table, winner, loser, smith) => {
    expect([condorcetWinner(table), condorcetLoser(table), smithSet(table)]).toEqual([winner, loser, smith]);
  });

  it("the Smith set takes in whoever its members do not beat, one after the other", () => {
    // A has most wins; D draws with A, C beats D, B draws with C: all belong, E does not.
    const table = duels([0, 3, 3, 2, 3], [2, 0, 2, 3, 3], [2, 2, 0, 3, 3], [2, 2, 2, 0, 3], [2, 2, 2, 2, 0]);
    expect(smithSet(table)).toEqual([0, 1, 2, 3]);
  });
});

describe("the strength of a majority", () => {
  it("is its votes, or its votes less those against it; without a majority nothing", () => {
    const table = duels([0, 7], [4, 0]);
    const by = (a: number, b: number) => [strength(table, a, b, "WINNING_VOTES"), strength(table, a, b, "MARGINS")];
    expect([by(0, 1), by(1, 0)]).toEqual([
      [7, 3],
      [0, 0],
    ]);
    expect(strength(duels([0, 5], [5, 0]), 0, 1, "WINNING_VOTES")).toBe(0);
  });
});

/** A beats B 10 to 9, B beats C 8 to 1, C beats A 7 to 5: by votes A's majority is the strongest, by margins B's. */
const circle = duels([0, 10, 5], [9, 0, 8], [7, 1, 0]);

describe("methods on a circle", () => {
  it("Schulze by winning votes and by margins", () => {
    const votes = schulze(circle, contest(3), "WINNING_VOTES");
    expect([tiersText(votes.tiers), rowsOf({ candidates: 3, beats: votes.paths })]).toEqual([
      "A > B > C",
      [
        [0, 10, 8],
        [7, 0, 8],
        [7, 7, 0],
      ],
    ]);
    const margins = schulze(circle, contest(3), "MARGINS");
    expect([tiersText(margins.tiers), rowsOf({ candidates: 3, beats: margins.paths })]).toEqual([
      "B > C > A",
      [
        [0, 1, 1],
        [2, 0, 7],
        [2, 1, 0],
      ],
    ]);
  });

  it("Schulze: who beats nobody has no path to anybody", () => {
    const table = duels([0, 0, 9, 0], [0, 0, 0, 0], [0, 0, 0, 0], [9, 0, 0, 0]);
    expect(rowsOf({ candidates: 4, beats: schulze(table, contest(4), "WINNING_VOTES").paths })).toEqual([
      [0, 0, 9, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [9, 0, 9, 0],
    ]);
  });

  it("minimax by winning votes, by margins and by opposition", () => {
    expect(minimax(circle, contest(3), "WINNING_VOTES")).toMatchObject({ worst: [7, 10, 8], winners: [0] });
    expect(minimax(circle, contest(3), "MARGINS")).toMatchObject({ worst: [2, 1, 7], winners: [1] });
    expect(minimax(circle, contest(3), "OPPOSITION")).toMatchObject({ worst: [9, 10, 8], winners: [2] });
  });

  it("minimax: who is never beaten has no defeat by votes, and by margins the narrowest win", () => {
    const table = duels([0, 5, 9], [4, 0, 9], [1, 1, 0]);
    expect(minimax(table, contest(3), "WINNING_VOTES").worst).toEqual([0, 5, 9]);
    expect(minimax(table, contest(3), "MARGINS").worst).toEqual([-1, 1, 8]);
    expect(minimax(duels([0]), contest(1), "WINNING_VOTES").worst).toEqual([0]);
  });

  it("Copeland: majorities won less those lost, a draw counts for neither", () => {
    const table = duels([0, 3, 2, 3], [2, 0, 3, 3], [2, 2, 0, 3], [2, 2, 2, 0]);
    expect(copeland(table, contest(4))).toMatchObject({ scores: [2, 1, 0, -3], tiers: [[0], [1], [2], [3]] });
  });

  it("a relation with a circle has no tiers: a fault, not an order", () => {
    expect(() => undefeatedTiers(3, (a, b) => b === (a + 1) % 3)).toThrow("circle");
    expect(undefeatedTiers(3, (a, b) => a === 2 && b === 0)).toEqual([[1, 2], [0]]);
    expect(undefeatedTiers(0, () => true)).toEqual([]);
  });
});

describe("ranked pairs", () => {
  const pair = (text: string, votes: number, against: number): Majority => ({
    winner: text.charCodeAt(0) - 65,
    loser: text.charCodeAt(1) - 65,
    votes,
    against,
  });

  it("locks from the strongest down, and leaves out what would close a circle", () => {
    const votes = rankedPairs(circle, contest(3), "WINNING_VOTES");
    expect(votes.rounds).toEqual([
      { round: 1, locked: [pair("AB", 10, 9)], skipped: [] },
      { round: 2, locked: [pair("BC", 8, 1)], skipped: [] },
      { round: 3, locked: [], skipped: [pair("CA", 7, 5)] },
    ]);
    expect([tiersText(votes.tiers), votes.winners, votes.ties]).toEqual(["A > B > C", [0], []]);
    const margins = rankedPairs(circle, contest(3), "MARGINS");
    expect(margins.rounds).toEqual([
      { round: 1, locked: [pair("BC", 8, 1)], skipped: [] },
      { round: 2, locked: [pair("CA", 7, 5)], skipped: [] },
      { round: 3, locked: [], skipped: [pair("AB", 10, 9)] },
    ]);
    expect(tiersText(margins.tiers)).toBe("B > C > A");
  });

  it("of equal winning votes takes the one with fewer against it first; by margins that is the margin anyway", () => {
    // B over C 8 to 2 before A over B 8 to 3; C over A 7 to 4 is left out.
    const table = duels([0, 8, 4], [3, 0, 8], [7, 2, 0]);
    expect(rankedPairs(table, contest(3), "WINNING_VOTES").rounds.map(({ locked }) => locked)).toEqual([
      [pair("BC", 8, 2)],
      [pair("AB", 8, 3)],
      [],
    ]);
    // By margins 5 (A over B 9 to 4, B over C 8 to 3) is one strength, whatever the votes.
    const even = duels([0, 9, 6], [4, 0, 8], [7, 3, 0]);
    expect(rankedPairs(even, contest(3), "MARGINS").rounds.map(({ locked }) => locked)).toEqual([
      [pair("AB", 9, 4), pair("BC", 8, 3)],
      [],
    ]);
    expect(rankedPairs(even, contest(3), "WINNING_VOTES").rounds).toHaveLength(3);
  });

  it("a draw is no majority; nothing locked leaves all in one tier", () => {
    const { rounds, tiers } = rankedPairs(duels([0, 5], [5, 0]), contest(2), "WINNING_VOTES");
    expect([rounds, tiersText(tiers)]).toEqual([[], "A=B"]);
  });

  it("locks through others: A over B over C over D ranks A above D, so D over A is left out", () => {
    const table = duels([0, 9, 0, 3], [0, 0, 8, 0], [0, 0, 0, 7], [4, 0, 0, 0]);
    const { rounds, tiers } = rankedPairs(table, contest(4), "WINNING_VOTES");
    expect(rounds.at(-1)).toEqual({ round: 4, locked: [], skipped: [pair("DA", 4, 3)] });
    expect(tiersText(tiers)).toBe("A > B > C > D");
  });

  it("locks what follows from others already: A over C after A over B over C", () => {
    const { rounds } = rankedPairs(duels([0, 9, 7], [0, 0, 8], [0, 0, 0]), contest(3), "WINNING_VOTES");
    expect(rounds.at(-1)).toEqual({ round: 3, locked: [pair("AC", 7, 0)], skipped: [] });
  });

  it("locks in any order: what stands above and below is joined", () => {
    // C over D, then A over B, then B over C joins both; D over A comes last.
    const table = duels([0, 8, 0, 3], [0, 0, 7, 0], [0, 0, 0, 9], [4, 0, 0, 0]);
    expect(tiersText(rankedPairs(table, contest(4), "WINNING_VOTES").tiers)).toBe("A > B > C > D");
  });

  describe("equally strong majorities", () => {
    /** All three of a circle 5 to 4: only two of them can be locked. */
    const even = duels([0, 5, 4], [4, 0, 5], [5, 4, 0]);
    const by = "MARGINS";

    it("in a circle fall by the order of their winners, each over the least preferred loser first", () => {
      const { rounds, ties, tiers } = rankedPairs(even, contest(3), by);
      expect(rounds).toEqual([{ round: 1, locked: [pair("AB", 5, 4), pair("BC", 5, 4)], skipped: [pair("CA", 5, 4)] }]);
      expect(ties).toEqual([
        { purpose: "LOCK", round: 1, tied: [0, 1, 2], chosen: 0, by: "CANDIDATE_ORDER" },
        { purpose: "LOCK", round: 1, tied: [1, 2], chosen: 1, by: "CANDIDATE_ORDER" },
      ]);
      expect(tiersText(tiers)).toBe("A > B > C");
    });

    it("by lots in the seeded order", () => {
      const seeded = (seed: string) => tiersText(rankedPairs(even, contest(3, 1, { by: "SEEDED", seed }), by).tiers);
      expect(new Set(Array.from({ length: 30 }, (_, at) => seeded(`${at}`)))).toEqual(
        new Set(["A > B > C", "B > C > A", "C > A > B"]),
      );
    });

    it("are asked for by their winners", () => {
      const ask = contest(3, 1, { by: "ASK", answers: [] });
      const question = { purpose: "LOCK", round: 1, tied: [0, 1, 2] };
      expect(settle(() => rankedPairs(even, ask, by))).toEqual({ done: false, question });
    });

    it("of a winner who is answered lock its own, not another's over the same loser", () => {
      // The circle A, B, C, and both A and B over D, all 5 to 4.
      const table = duels([0, 5, 4, 5], [4, 0, 5, 5], [5, 4, 0, 0], [4, 4, 0, 0]);
      const answers = [
        { purpose: "LOCK" as const, round: 1, tied: [0, 1, 2], chosen: 1 },
        { purpose: "LOCK" as const, round: 1, tied: [0, 2], chosen: 2 },
      ];
      const { rounds } = rankedPairs(table, contest(4, 1, { by: "ASK", answers }), by);
      expect(rounds).toEqual([
        {
          round: 1,
          locked: [pair("BD", 5, 4), pair("BC", 5, 4), pair("CA", 5, 4), pair("AD", 5, 4)],
          skipped: [pair("AB", 5, 4)],
        },
      ]);
    });

    it("of one winner lock the one over the least preferred loser first", () => {
      // A over B, A over C, B over D and D over A are equal; the circle A, B, D decides who is left out: D over A.
      const table = duels([0, 5, 5, 4], [4, 0, 4, 5], [4, 4, 0, 4], [5, 4, 4, 0]);
      const { rounds } = rankedPairs(table, contest(4), by);
      expect(rounds).toEqual([
        {
          round: 1,
          locked: [pair("AC", 5, 4), pair("AB", 5, 4), pair("BD", 5, 4)],
          skipped: [pair("DA", 5, 4)],
        },
      ]);
    });

    it("break no tie when all fit together, or when those that do not are out already", () => {
      expect(rankedPairs(duels([0, 5, 5], [4, 0, 5], [4, 4, 0]), contest(3), by).ties).toEqual([]);
      // C over B (9 to 0) and B over A (8 to 0) are locked; then A over C and D over A are equal: A over C is out.
      const table = duels([0, 0, 5, 4], [8, 0, 0, 0], [4, 9, 0, 0], [5, 0, 0, 0]);
      const { rounds, ties } = rankedPairs(table, contest(4), by);
      expect([rounds.at(-1), ties.filter(({ purpose }) => purpose === "LOCK")]).toEqual([
        { round: 3, locked: [pair("DA", 5, 4)], skipped: [pair("AC", 5, 4)] },
        [],
      ]);
    });
  });
});

describe("a method by its name", () => {
  const four = contest(4, 2);
  const ranked = rankings({ "A>B>C>D": 42, "B>C>D>A": 26, "C>D>B>A": 15, "D>C>B>A": 17, "A>C": 3, "": 2 });
  const named4 = choices({ A: 3, BC: 2, "": 1, D: 4 });
  const given = points([
    [{ A: 5, B: 1 }, 2],
    [{ C: 6 }, 3],
  ]);
  const rules = { overvotes: "ALWAYS_SKIP_TO_NEXT_RANK", quota: "HARE" } as const;
  const table = (unranked: "LAST" | "NO_OPINION") => pairwise(ranked, 4, unranked);
  const unranked = "NO_OPINION";
  const methods: readonly (readonly [Method, Box, () => unknown])[] = [
    [{ method: "PLURALITY" }, named4, () => plurality(named4, four)],
    [{ method: "APPROVAL", rules: { max: 1 } }, named4, () => approval(named4, four, { max: 1 })],
    [{ method: "APPROVAL" }, named4, () => approval(named4, four)],
    [{ method: "SCORE", rules: { max: 5 } }, given, () => score(given, four, { max: 5 })],
    [{ method: "CUMULATIVE", rules: { points: 6 } }, given, () => cumulative(given, four, { points: 6 })],
    [{ method: "BORDA", rules: { lastPlace: 1 } }, ranked, () => borda(ranked, four, { lastPlace: 1 })],
    [{ method: "COPELAND", unranked }, ranked, () => copeland(table(unranked), four)],
    [{ method: "COPELAND", unranked: "LAST" }, ranked, () => copeland(table("LAST"), four)],
    [{ method: "MINIMAX", unranked, by: "OPPOSITION" }, ranked, () => minimax(table(unranked), four, "OPPOSITION")],
    [{ method: "SCHULZE", unranked, by: "MARGINS" }, ranked, () => schulze(table(unranked), four, "MARGINS")],
    [{ method: "RANKED_PAIRS", unranked, by: "MARGINS" }, ranked, () => rankedPairs(table(unranked), four, "MARGINS")],
    [{ method: "IRV", rules }, ranked, () => instantRunoff(ranked, four, rules)],
    [{ method: "STV", rules }, ranked, () => transferCount(ranked, four, rules)],
  ];
  it.each(methods)("%o counts as that method with its rules", (method, box, expected) => {
    expect(count(box, four, method)).toEqual(expected());
  });

  it("instant runoff has one seat, whatever the contest says", () => {
    expect(named(instantRunoff(ranked, four).winners)).toBe(named(transferCount(ranked, contest(4)).winners));
  });
});

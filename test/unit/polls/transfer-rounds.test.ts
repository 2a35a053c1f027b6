/** Transferable votes round by round: who is elected or leaves and why, where the votes go, and what is left over. */
import { describe, expect, it } from "vitest";
import { OVERVOTED, rankingCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { settle } from "../../../functions/polls/tally/ties.ts";
import { instantRunoff, transferCount } from "../../../functions/polls/tally/transfer/count.ts";
import type { TransferResult, TransferRound, TransferRules } from "../../../functions/polls/tally/transfer/rules.ts";
import { contest, named, rankings } from "../../support/elections.ts";

const NOBODY_ENDED = { BLANK: 0n, EXHAUSTED: 0n, OVERVOTE: 0n, SKIPPED_RANKS: 0n, DUPLICATE: 0n, FINAL_SURPLUS: 0n };
/** Ballots without decimals, so that a vote is 1. */
const whole = { decimals: 0 };

/** A round as a line: votes, who is elected (+) or leaves (-), and why. */
const line = ({ votes, elected, eliminated, reason }: TransferRound): string =>
  [
    votes.map((one) => one ?? "-").join(" "),
    elected.length > 0 ? `+${named(elected)}` : "",
    eliminated.length > 0 ? `-${named(eliminated)}` : "",
    reason,
  ]
    .filter((part) => part !== "")
    .join(" ");
const lines = ({ rounds }: TransferResult): string[] => rounds.map(line);
const runoff = (ballots: Record<string, number>, candidates: number, rules: Partial<TransferRules> = {}) =>
  instantRunoff(rankings(ballots), contest(candidates), { ...whole, ...rules });

describe("a round", () => {
  it("tells threshold, votes, decision, transfers, what ended before and what rounding left", () => {
    const { rounds, winners, unit, ties } = runoff({ "A>B": 4, B: 3, "C>B": 2, C: 1, "": 1 }, 3);
    expect(rounds).toEqual([
      {
        round: 1,
        threshold: 6n,
        votes: [4n, 3n, 3n],
        elected: [],
        eliminated: [2],
        reason: "FEWEST_VOTES",
        transfers: [
          { from: 2, to: 1, votes: 2n },
          { from: 2, to: "EXHAUSTED", votes: 1n },
        ],
        ended: { ...NOBODY_ENDED, BLANK: 1n },
        residual: 0n,
      },
      {
        round: 2,
        threshold: 5n,
        votes: [4n, 5n, null],
        elected: [1],
        eliminated: [],
        reason: "THRESHOLD",
        transfers: [],
        ended: { ...NOBODY_ENDED, BLANK: 1n, EXHAUSTED: 1n },
        residual: 0n,
      },
    ]);
    expect([winners, unit, ties]).toEqual([
      [1],
      1n,
      [{ purpose: "ELIMINATE", round: 1, tied: [1, 2], chosen: 2, by: "CANDIDATE_ORDER" }],
    ]);
  });

  it("of several seats passes surpluses on, all of the last where all seats are filled", () => {
    const { rounds } = transferCount(rankings({ "A>B>C": 8, B: 2, C: 2 }), contest(3, 2), { decimals: 1 });
    // Threshold 12 / 3 + 1 = 5; A's surplus of 3 of 8 is 0.3 of each of its ballots.
    expect(rounds.map(line)).toEqual([
      "80 20 20 +A THRESHOLD",
      "50 44 20 -C FEWEST_VOTES",
      "50 44 - +B SEATS_LEFT",
      "50 44 - NONE",
    ]);
    expect(rounds.map(({ transfers, residual }) => [transfers, residual])).toEqual([
      [
        [
          { from: 0, to: 1, votes: 24n },
          { from: 0, to: "RESIDUAL", votes: 6n },
        ],
        0n,
      ],
      [[{ from: 2, to: "EXHAUSTED", votes: 20n }], 6n],
      [[], 6n],
      [[], 6n],
    ]);
  });

  it("after which all seats are filled gives surpluses to nobody: they end", () => {
    const { rounds } = transferCount(rankings({ "A>C": 5, "B>C": 5, C: 1 }), contest(3, 2), { decimals: 1 });
    expect(rounds[0]).toMatchObject({
      elected: [0, 1],
      transfers: [
        { from: 0, to: "FINAL_SURPLUS", votes: 10n },
        { from: 1, to: "FINAL_SURPLUS", votes: 10n },
      ],
    });
    expect(rounds[1]).toMatchObject({
      votes: [40n, 40n, 10n],
      ended: { FINAL_SURPLUS: 20n },
      elected: [],
      reason: "NONE",
    });
    expect(rounds).toHaveLength(2);
  });

  it("elects the highest alone where one is elected a round, at the threshold", () => {
    const { rounds } = transferCount(rankings({ A: 5, B: 6, C: 1 }), contest(3, 2), {
      ...whole,
      winnersPerRound: "ONE",
    });
    expect(rounds.map(line)).toEqual(["5 6 1 +B THRESHOLD", "5 5 1 +A THRESHOLD", "5 5 1 NONE"]);
  });

  it("elects in the order of votes, equal ones in list order", () => {
    const box = rankings({ A: 6, B: 9, C: 6, D: 9, E: 1 });
    expect(transferCount(box, contest(5, 4), { decimals: 0, quota: "DROOP" })).toMatchObject({ winners: [1, 3, 0, 2] });
    expect(transferCount(rankings({ B: 2, C: 5, A: 1 }), contest(3, 3), whole).winners).toEqual([2, 1, 0]);
  });

  it("never makes votes: votes, ended and residual add up to the ballots in every round", () => {
    const box = rankings({ "A>B>C": 17, "B>A": 11, "C>D>E": 7, "D>A=B": 5, "E>A>D": 3, "": 2 });
    for (const decimals of [0, 1, 4]) {
      const { rounds, unit } = transferCount(box, contest(5, 3), { decimals });
      for (const { votes, ended, residual } of rounds) {
        const all = [...votes.map((one) => one ?? 0n), ...Object.values(ended), residual];
        expect(all.reduce((sum, one) => sum + one)).toBe(45n * unit);
      }
    }
  });
});

describe("the last rounds", () => {
  it("two left for one seat: the one with more votes, by the rule for ties when equal", () => {
    expect(lines(runoff({ A: 2, B: 3 }, 2))).toEqual(["2 3 +B THRESHOLD"]);
    const even = runoff({ A: 3, B: 3 }, 2);
    expect(lines(even)).toEqual(["3 3 +A MOST_VOTES"]);
    expect(even.ties).toEqual([{ purpose: "ELECT", round: 1, tied: [0, 1], chosen: 0, by: "CANDIDATE_ORDER" }]);
    const ask = contest(2, 1, { by: "ASK", answers: [] });
    expect(settle(() => instantRunoff(rankings({ A: 3, B: 3 }), ask))).toEqual({
      done: false,
      question: { purpose: "ELECT", round: 1, tied: [0, 1] },
    });
  });

  it("the threshold follows the votes that still count, or stays the first round's", () => {
    const ballots = { A: 4, B: 3, C: 2, D: 1 };
    const thresholds = (rules: object) => runoff(ballots, 4, rules).rounds.map(({ threshold }) => threshold);
    expect(thresholds({})).toEqual([6n, 5n, 4n]);
    expect(thresholds({ firstRoundThreshold: true })).toEqual([6n, 6n, 6n]);
    expect(lines(runoff(ballots, 4, { firstRoundThreshold: true }))).toEqual([
      "4 3 2 1 -D FEWEST_VOTES",
      "4 3 2 - -C FEWEST_VOTES",
      "4 3 - - +A MOST_VOTES",
    ]);
    expect(lines(runoff(ballots, 4))).toEqual([
      "4 3 2 1 -D FEWEST_VOTES",
      "4 3 2 - -C FEWEST_VOTES",
      "4 3 - - +A THRESHOLD",
    ]);
  });

  it("a threshold of the first round: most votes win among the last two, and a tie is broken", () => {
    const tied = runoff({ A: 4, B: 4, C: 2, D: 1 }, 4, { firstRoundThreshold: true });
    expect(lines(tied).at(-1)).toBe("4 4 - - +A MOST_VOTES");
    expect(tied.ties).toEqual([{ purpose: "ELECT", round: 3, tied: [0, 1], chosen: 0, by: "CANDIDATE_ORDER" }]);
  });

  it("a threshold of the first round: of the last two the one with more votes, whether it reaches it or not", () => {
    const rules = { firstRoundThreshold: true };
    expect(lines(runoff({ A: 3, B: 4, C: 2, D: 1 }, 4, rules)).at(-1)).toBe("3 4 - - +B MOST_VOTES");
    expect(lines(runoff({ A: 4, B: 3, "C>A": 2, D: 1 }, 4, rules)).at(-1)).toBe("6 3 - - +A MOST_VOTES");
  });

  it("goes on until two are left, with the threshold at which the winner won", () => {
    const result = runoff({ A: 6, B: 2, "C>B": 2, D: 1 }, 4, { continueUntilTwo: true });
    expect(lines(result)).toEqual([
      "6 2 2 1 +A THRESHOLD",
      "6 2 2 1 -D FEWEST_VOTES",
      "6 2 2 - -C FEWEST_VOTES",
      "6 4 - - NONE",
    ]);
    expect(result.rounds.map(({ threshold }) => threshold)).toEqual([6n, 6n, 6n, 6n]);
    expect(result.winners).toEqual([0]);
    const fewer = runoff({ A: 7, B: 3, C: 2, D: 1 }, 4, { continueUntilTwo: true });
    expect(fewer.rounds.map(({ threshold }) => threshold)).toEqual([7n, 7n, 7n, 7n]);
    const late = runoff({ A: 4, B: 3, "C>A": 2, D: 1 }, 4, { continueUntilTwo: true });
    expect(lines(late)).toEqual(["4 3 2 1 -D FEWEST_VOTES", "4 3 2 - -C FEWEST_VOTES", "6 3 - - +A THRESHOLD"]);
    expect(late.rounds.map(({ threshold }) => threshold)).toEqual([6n, 5n, 5n]);
  });

  it("ends after the rounds that it may have", () => {
    const ballots = { A: 4, B: 3, C: 2, D: 1 };
    expect(lines(runoff(ballots, 4, { roundsMax: 2 }))).toEqual(["4 3 2 1 -D FEWEST_VOTES", "4 3 2 - -C FEWEST_VOTES"]);
    expect(runoff(ballots, 4, { roundsMax: 0 }).rounds).toEqual([]);
    expect(runoff(ballots, 4, { roundsMax: 9 }).winners).toEqual([0]);
  });

  it("ends when nobody is left for a seat", () => {
    expect(transferCount(rankings({ A: 1 }), contest(2, 3), { ...whole, excluded: [0, 1] })).toMatchObject({
      winners: [],
      rounds: [],
    });
  });
});

describe("batches", () => {
  const batch = { batchElimination: true };

  it("leave together when all of them with those below stay below the next", () => {
    expect(lines(runoff({ A: 20, B: 12, C: 4, D: 3, E: 2 }, 5, batch))).toEqual([
      "20 12 4 3 2 -EDC BATCH",
      "20 12 - - - +A THRESHOLD",
    ]);
  });

  it("as many votes together as the next has could still win: they stay", () => {
    expect(lines(runoff({ A: 9, B: 8, C: 5, D: 3, E: 2 }, 5, batch))[0]).toBe("9 8 5 3 2 -E FEWEST_VOTES");
    expect(lines(runoff({ A: 9, B: 8, C: 6, D: 3, E: 2 }, 5, batch))[0]).toBe("9 8 6 3 2 -ED BATCH");
  });

  it("of one are no batch, and equals leave in list order", () => {
    expect(lines(runoff({ A: 5, B: 4, C: 1 }, 3, batch))[0]).toBe("5 4 1 -C FEWEST_VOTES");
    expect(lines(runoff({ A: 5, B: 5, C: 1 }, 3, batch))[0]).toBe("5 5 1 -C FEWEST_VOTES");
    expect(lines(runoff({ A: 9, B: 9, C: 1, D: 1 }, 4, batch))[0]).toBe("9 9 1 1 -CD BATCH");
  });

  it("who have no votes at all leave one by one with the next, never before somebody equal", () => {
    expect(lines(runoff({ A: 5, B: 5 }, 4, batch))).toEqual(["5 5 0 0 -CD BATCH", "5 5 - - +A MOST_VOTES"]);
  });

  it("leave two where the count goes on until two are left", () => {
    const ballots = { A: 20, B: 5, C: 3, D: 1 };
    expect(lines(runoff(ballots, 4, batch))).toEqual(["20 5 3 1 +A THRESHOLD"]);
    expect(lines(runoff(ballots, 4, { ...batch, continueUntilTwo: true }))).toEqual([
      "20 5 3 1 +A THRESHOLD",
      "20 5 3 1 -DC BATCH",
      "20 5 - - NONE",
    ]);
    expect(lines(runoff({ A: 20, B: 10, C: 9, D: 2, E: 1 }, 5, { ...batch, continueUntilTwo: true }))).toEqual([
      "20 10 9 2 1 -ED BATCH",
      "20 10 9 - - +A THRESHOLD",
      "20 10 9 - - -C FEWEST_VOTES",
      "20 10 - - - NONE",
    ]);
  });

  it("leave only the winner where the count need not go on", () => {
    // The first round's threshold of 8 is out of A's reach once the write-ins are gone.
    const rules = { ...batch, firstRoundThreshold: true, undeclared: 3 };
    expect(lines(runoff({ A: 5, B: 2, C: 1, D: 6 }, 4, rules))).toEqual([
      "5 2 1 6 -D UNDECLARED",
      "5 2 1 - -CB BATCH",
      "5 - - - +A SEATS_LEFT",
    ]);
  });
});

describe("candidates who withdrew and write-ins without a name", () => {
  it("excluded ones are on ballots and never counted, also where the count goes on until two", () => {
    const result = runoff({ "A>B": 6, "C>A": 3, D: 2, A: 1 }, 4, { excluded: [0], continueUntilTwo: true });
    expect(lines(result)).toEqual(["- 6 3 2 +B THRESHOLD", "- 6 3 2 -D FEWEST_VOTES", "- 6 3 - NONE"]);
    expect(result.rounds[0]?.ended.EXHAUSTED).toBe(1n);
  });

  it("undeclared write-ins leave first, whatever votes they have, and only they", () => {
    expect(lines(runoff({ A: 2, B: 3, C: 9 }, 3, { undeclared: 2 }))).toEqual([
      "2 3 9 -C UNDECLARED",
      "2 3 - +B THRESHOLD",
    ]);
    expect(lines(runoff({ A: 9, B: 1, "C>B": 2 }, 3, { undeclared: 2 }))).toEqual([
      "9 1 2 -C UNDECLARED",
      "9 3 - +A THRESHOLD",
    ]);
  });

  it("without votes they are in nobody's way, and are not elected at a threshold", () => {
    expect(lines(runoff({ A: 3, B: 1 }, 3, { undeclared: 2 }))).toEqual(["3 1 0 +A THRESHOLD"]);
    expect(lines(runoff({ A: 3, B: 3 }, 3, { undeclared: 2 }))).toEqual([
      "3 3 0 -C FEWEST_VOTES",
      "3 3 - +A MOST_VOTES",
    ]);
    expect(lines(runoff({ A: 3, B: 3, C: 1 }, 3, { excluded: [2], undeclared: 2 }))).toEqual(["3 3 - +A MOST_VOTES"]);
  });
});

describe("how ranks are read", () => {
  const first = (text: string, rules: Partial<TransferRules> = {}) => {
    const [round] = runoff({ [text]: 1, A: 5, B: 5 }, 3, rules).rounds as [TransferRound];
    const ended = Object.entries(round.ended).find(([, votes]) => votes > 0n)?.[0];
    return ended ?? named([[5n, 5n, 0n].findIndex((votes, at) => round.votes[at] !== votes)]);
  };
  const SKIP = { overvotes: "ALWAYS_SKIP_TO_NEXT_RANK" } as const;
  const IF_SEVERAL = { overvotes: "EXHAUST_IF_MULTIPLE_CONTINUING" } as const;

  it.each([
    ["C", {}, "C"],
    ["A=B>C", {}, "OVERVOTE"],
    ["A=B>C", { excluded: [0] }, "OVERVOTE"],
    ["A=B>C", SKIP, "C"],
    ["A=C>C", SKIP, "C"],
    ["A=B", SKIP, "EXHAUSTED"],
    ["A=B>C", IF_SEVERAL, "OVERVOTE"],
    ["A=B>C", { ...IF_SEVERAL, excluded: [0] }, "B"],
    ["A=B>C", { ...IF_SEVERAL, excluded: [1] }, "A"],
    ["A=B>C", { ...IF_SEVERAL, excluded: [0, 1] }, "C"],
    [">C", {}, "C"],
    [">C", { skippedRanksMax: 0 }, "SKIPPED_RANKS"],
    [">>C", { skippedRanksMax: 2 }, "C"],
    ["", {}, "BLANK"],
    [">", {}, "BLANK"],
    ["A>A>C", { exhaustOnDuplicate: true, excluded: [0] }, "DUPLICATE"],
    ["A>A>C", { excluded: [0] }, "C"],
    ["A>B=A>C", { exhaustOnDuplicate: true, ...SKIP, excluded: [0, 1] }, "DUPLICATE"],
    ["A=B>A>C", { exhaustOnDuplicate: true, ...SKIP, excluded: [0, 1] }, "DUPLICATE"],
    ["A=B>A>C", { ...SKIP, excluded: [0, 1] }, "C"],
    ["A>B=C>C", { ...IF_SEVERAL, excluded: [0, 1] }, "C"],
  ] as const)("%s under %o counts for %s", (text, rules, target) => {
    if ("excluded" in rules) {
      const { rounds } = runoff({ [text]: 1 }, 3, rules);
      const ended = Object.entries(rounds[0]?.ended ?? {}).find(([, votes]) => votes > 0n)?.[0];
      expect(ended ?? named([rounds[0]?.votes.indexOf(1n) ?? -1])).toBe(target);
    } else expect(first(text, rules)).toBe(target);
  });

  it("an overvote of which the record does not say whom ends a ballot, or is passed over", () => {
    const ended = (rules: Partial<TransferRules>, ...ranks: readonly (readonly number[])[]) => {
      const box = new Box();
      box.add(rankingCells(ranks));
      return instantRunoff(box, contest(3), { ...whole, ...rules }).rounds[0];
    };
    expect(ended({}, [OVERVOTED], [2])?.ended.OVERVOTE).toBe(1n);
    expect(ended(IF_SEVERAL, [OVERVOTED], [2])?.ended.OVERVOTE).toBe(1n);
    expect(ended(SKIP, [OVERVOTED], [2])?.votes).toEqual([0n, 0n, 1n]);
  });

  it("a ballot moves on to the next who continues, ranks that it shares included", () => {
    // C leaves first, its ballot goes to A. In the other count B's pass over nobody: of C and D only D continues.
    const result = runoff({ "A>B": 3, "B>C>A=C": 2, "C>A": 1 }, 3, IF_SEVERAL);
    expect(lines(result)).toEqual(["3 2 1 -C FEWEST_VOTES", "4 2 - +A THRESHOLD"]);
    const last = runoff({ "A>B": 4, "B>C=D>A": 2, "C>D": 1, "D>C": 3 }, 4, IF_SEVERAL);
    expect(lines(last)).toEqual(["4 2 1 3 -C FEWEST_VOTES", "4 2 - 4 -B FEWEST_VOTES", "4 - - 6 +D THRESHOLD"]);
  });

  it("refuses a candidate who does not stand", () => {
    expect(() => runoff({ D: 1 }, 3)).toThrow(RangeError);
    expect(() => runoff({ "A>D": 1 }, 3)).toThrow(RangeError);
  });
});

describe("surpluses of surpluses", () => {
  it("carry on each ballot's own value", () => {
    // Seats 3, threshold 5. A (10) passes on half of each ballot: B has 2 + 5 = 7, whose surplus of 2 is 0.2857 of each
    // ballot's value: 0.2857 of B's own two, and half of that of A's ten.
    const { rounds } = transferCount(rankings({ "A>B>C": 10, "B>C": 2, C: 3, D: 4 }), contest(4, 3), {});
    expect(rounds.map(({ votes }) => votes.map(String).join(" "))).toEqual([
      "100000 20000 30000 40000",
      "50000 70000 30000 40000",
      "50000 50000 49994 40000",
      "50000 50000 49994 null",
      "50000 50000 49994 null",
    ]);
    expect(rounds[1]?.transfers).toEqual([
      { from: 1, to: 2, votes: 5_714n + 14_280n },
      { from: 1, to: "RESIDUAL", votes: 6n },
    ]);
  });

  it("an elected candidate without a surplus passes nothing on", () => {
    const { rounds } = transferCount(rankings({ "A>B": 4, B: 1, C: 3, D: 3 }), contest(4, 2), whole);
    expect(rounds[0]).toMatchObject({ threshold: 4n, elected: [0], transfers: [], residual: 0n });
    expect(rounds[1]?.votes).toEqual([4n, 1n, 3n, 3n]);
  });
});

describe("decimals", () => {
  it.each([-1, 21, 0.5, Number.NaN])("of %d are out of bounds", (decimals) => {
    expect(() => transferCount(new Box(), contest(2), { decimals })).toThrow(RangeError);
  });

  it.each([0, 20])("of %d are within them", (decimals) => {
    expect(transferCount(rankings({ A: 1 }), contest(1), { decimals }).unit).toBe(10n ** BigInt(decimals));
  });
});

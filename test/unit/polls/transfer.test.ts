/** Instant runoff and STV by hand: thresholds, surpluses, and each option in RCTab's vocabulary. */
import { describe, expect, it } from "vitest";
import { OVERVOTED, rankingCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { instantRunoff, transferCount } from "../../../functions/polls/tally/transfer/count.ts";
import type { TransferResult } from "../../../functions/polls/tally/transfer/rules.ts";
import { contest, named, rankings } from "../../support/elections.ts";

/** Votes by round as decimals, `-` for the eliminated. */
const votes = ({ rounds, unit }: TransferResult): string[] =>
  rounds.map((round) => round.votes.map((one) => (one === null ? "-" : String(Number(one) / Number(unit)))).join(" "));

const steps = ({ rounds }: TransferResult): string[] =>
  rounds.map(({ elected, eliminated }) => `${named(elected)}${eliminated.length > 0 ? `-${named(eliminated)}` : ""}`);

describe("STV, weighted inclusive Gregory", () => {
  const box = rankings({ "A>B": 6, "A>C": 2, B: 4, C: 3 });

  it("passes on the same part of each ballot: threshold 6 of 15 for two seats, A's 8 pass on a quarter each", () => {
    const result = transferCount(box, contest(3, 2));
    expect(result.rounds[0]).toMatchObject({ threshold: 60_000n, elected: [0], reason: "THRESHOLD" });
    expect(votes(result)).toEqual(["8 4 3", "6 5.5 3.5", "6 5.5 -", "6 5.5 -"]);
    expect(steps(result)).toEqual(["A", "-C", "B", ""]);
    expect(result.rounds[2]).toMatchObject({ reason: "SEATS_LEFT", ended: { EXHAUSTED: 35_000n } });
  });

  it("rounds down to the set decimals and says what that leaves with nobody", () => {
    const result = transferCount(rankings({ "A>B": 7, B: 1, C: 2 }), contest(3, 2), { decimals: 1 });
    // Threshold 4; surplus 3 of 7 votes is 0.4 of each ballot: 2.8 go to B, 0.2 are residual.
    expect(votes(result)[1]).toBe("4 3.8 2");
    expect(result.rounds[0]?.transfers).toEqual([
      { from: 0, to: 1, votes: 28n },
      { from: 0, to: "RESIDUAL", votes: 2n },
    ]);
    expect(result.rounds[1]?.residual).toBe(2n);
  });

  it("knows Droop and Hare thresholds, whole or with decimals", () => {
    const threshold = (rules: Parameters<typeof transferCount>[2]) =>
      transferCount(box, contest(3, 2), rules).rounds[0]?.threshold;
    expect(threshold({ quota: "DROOP" })).toBe(60_000n);
    expect(threshold({ quota: "DROOP", fractionalThreshold: true })).toBe(50_001n);
    expect(threshold({ quota: "HARE" })).toBe(80_000n);
    expect(threshold({ quota: "HARE", fractionalThreshold: true })).toBe(75_000n);
    expect(threshold({ decimals: 20 })).toBe(6n * 10n ** 20n);
  });

  it("asks for at least one unit when no ballot counts: Hare's share of nothing would elect everybody", () => {
    const result = transferCount(rankings({ "A=B": 3 }), contest(3, 1), { quota: "HARE" });
    expect(result.rounds[0]).toMatchObject({ threshold: 10_000n, elected: [] });
    expect(result.winners).toEqual([0]);
  });

  it("elects one or several a round", () => {
    const both = rankings({ A: 5, B: 5, C: 1 });
    expect(steps(transferCount(both, contest(3, 2)))).toEqual(["AB", ""]);
    const one = transferCount(both, contest(3, 2), { winnersPerRound: "ONE" });
    expect(steps(one)).toEqual(["A", "B", ""]);
    expect(one.ties).toEqual([{ purpose: "ELECT", round: 1, tied: [0, 1], chosen: 0, by: "CANDIDATE_ORDER" }]);
  });

  it("elects everyone when there are no more candidates than seats", () => {
    expect(named(transferCount(rankings({ A: 1 }), contest(2, 3)).winners)).toBe("AB");
    expect(transferCount(new Box(), contest(2, 1)).winners).toHaveLength(1);
  });

  it("passes a surplus to those still to be elected only, not to another winner of the round", () => {
    const result = transferCount(rankings({ "A>B>C": 9, "B>A>C": 7, C: 1, D: 1 }), contest(4, 3));
    expect(steps(result)[0]).toBe("AB");
    expect(votes(result)[1]).toBe("5 5 6.9995 1");
  });
});

describe("how a ballot is read", () => {
  const irv = (ballots: Record<string, number>, rules = {}) => instantRunoff(rankings(ballots), contest(3), rules);
  const base = { A: 3, B: 2 };

  it("an overvote ends the ballot, is passed over, or ends it while several of its candidates continue", () => {
    const ballots = { ...base, "A=B>C": 1, "B=C": 2 };
    const ended = (rules: object) => irv(ballots, rules).rounds[0]?.ended;
    expect(ended({ overvotes: "EXHAUST_IMMEDIATELY" })).toMatchObject({ OVERVOTE: 30_000n, EXHAUSTED: 0n });
    expect(ended({ overvotes: "ALWAYS_SKIP_TO_NEXT_RANK" })).toMatchObject({ OVERVOTE: 0n, EXHAUSTED: 20_000n });
    expect(ended({ overvotes: "EXHAUST_IF_MULTIPLE_CONTINUING" })).toMatchObject({ OVERVOTE: 30_000n });
    const later = irv({ A: 3, B: 2, C: 1, "C>B=C": 1 }, { overvotes: "EXHAUST_IF_MULTIPLE_CONTINUING" });
    expect(votes(later)).toEqual(["3 2 2", "3 3 -"]);
  });

  it("an unnamed overvote is an overvote, and for preferences an empty rank", () => {
    const box = rankings(base);
    box.add(rankingCells([[OVERVOTED], [2]]));
    expect(instantRunoff(box, contest(3)).rounds[0]?.ended.OVERVOTE).toBe(10_000n);
    expect(votes(instantRunoff(box, contest(3), { overvotes: "ALWAYS_SKIP_TO_NEXT_RANK" }))[0]).toBe("3 2 1");
  });

  it("skipped ranks end a ballot when there are more in a row than allowed", () => {
    const ballots = { ...base, ">A": 1, ">>C": 1, "C>>>A": 1 };
    const first = (skippedRanksMax: number | null) => irv(ballots, { skippedRanksMax }).rounds[0];
    expect(first(0)?.ended.SKIPPED_RANKS).toBe(20_000n);
    expect(first(1)?.ended.SKIPPED_RANKS).toBe(10_000n);
    expect(first(2)?.ended.SKIPPED_RANKS).toBe(0n);
    expect(first(null)?.ended.SKIPPED_RANKS).toBe(0n);
  });

  it("a duplicate ends a ballot, or the first mention counts", () => {
    const ballots = { A: 3, B: 3, "C>C>B": 2 };
    const exhausts = irv(ballots, { exhaustOnDuplicate: true });
    expect(exhausts.rounds[1]?.ended.DUPLICATE).toBe(20_000n);
    expect(named(irv(ballots).winners)).toBe("B");
  });

  it("a ballot without ranks is blank, not exhausted", () => {
    expect(irv({ ...base, "": 4 }).rounds[0]?.ended).toMatchObject({ BLANK: 40_000n, EXHAUSTED: 0n });
  });
});

describe("instant runoff's options", () => {
  const box = rankings({ "A>B": 40, "B>A": 30, "C>B": 20, "D>C": 10, "E>D": 4 });

  it("a winner of the first round can be followed by more rounds until two are left", () => {
    const clear = rankings({ A: 60, B: 20, "C>B": 15, "D>C": 5 });
    expect(steps(instantRunoff(clear, contest(4)))).toEqual(["A"]);
    const result = instantRunoff(clear, contest(4), { continueUntilTwo: true });
    expect(steps(result)).toEqual(["A", "-D", "-C", ""]);
    expect(result.winners).toEqual([0]);
  });

  it("batch elimination drops all who cannot catch up together", () => {
    expect(steps(instantRunoff(box, contest(5)))).toEqual(["-E", "-D", "-C", "B"]);
    const batch = instantRunoff(box, contest(5), { batchElimination: true });
    expect(batch.rounds[0]).toMatchObject({ reason: "BATCH", eliminated: [4, 3] });
    expect(named(batch.winners)).toBe(named(instantRunoff(box, contest(5)).winners));
  });

  it("the threshold can be the first round's: then nobody may reach it and the most votes win", () => {
    const short = rankings({ A: 40, B: 35, C: 25 });
    expect(instantRunoff(short, contest(3), { firstRoundThreshold: true }).rounds.at(-1)).toMatchObject({
      reason: "MOST_VOTES",
      elected: [0],
      threshold: 510_000n,
    });
  });

  it("excluded candidates get nothing; undeclared write-ins leave first and nobody is elected before", () => {
    const excluded = instantRunoff(rankings({ "A>B": 5, C: 3 }), contest(3), { excluded: [0] });
    expect(votes(excluded)[0]).toBe("- 5 3");
    const undeclared = instantRunoff(rankings({ A: 8, "C>A": 1 }), contest(3), { undeclared: 2 });
    expect(undeclared.rounds.map(({ reason }) => reason)).toEqual(["UNDECLARED", "THRESHOLD"]);
  });

  it("a tie for last place looks at earlier rounds first when declared so", () => {
    // After D leaves, B and C both have 5; in round 1 C had 3 and B 4.
    const tied = rankings({ A: 7, B: 4, C: 3, "D>C": 2, "D>B": 1 });
    const contestOf = (previousRounds: boolean) => contest(4, 1, { by: "CANDIDATE_ORDER", previousRounds });
    const ties = instantRunoff(tied, contestOf(true)).ties;
    expect(ties.filter(({ by }) => by === "PREVIOUS_ROUND")).toEqual([
      { purpose: "ELIMINATE", round: 2, tied: [1, 2], chosen: 2, by: "PREVIOUS_ROUND", comparedRound: 1 },
    ]);
    expect(instantRunoff(tied, contestOf(false)).ties.at(-1)).toMatchObject({ by: "CANDIDATE_ORDER", chosen: 2 });
  });

  it("refuses decimals out of bounds", () => {
    expect(() => transferCount(box, contest(5), { decimals: 21 })).toThrow(RangeError);
  });
});

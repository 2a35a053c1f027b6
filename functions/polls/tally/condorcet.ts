/** What the Condorcet methods share: their input, how strong a majority is, and how a result is put together. */
import { BALLOTS_MAX } from "./box.ts";
import { condorcetLoser, condorcetWinner, type Pairwise, prefer, smithSet } from "./pairwise.ts";
import { fillSeats, type Tiers, tiersByScore } from "./ranking.ts";
import type { Contest } from "./scoring.ts";
import { type TieLog, Ties } from "./ties.ts";

/** How strong the majority of a over b is: the ballots for it, or by how many it wins. */
export type Strength = "WINNING_VOTES" | "MARGINS";

export interface CondorcetResult {
  readonly winners: readonly number[];
  readonly tiers: Tiers;
  readonly condorcetWinner: number | null;
  readonly condorcetLoser: number | null;
  readonly smith: readonly number[];
  readonly table: Pairwise;
  readonly ties: readonly TieLog[];
}

/** Fills the seats from the tiers and adds what the table says by itself. */
export const condorcetResult = (
  table: Pairwise,
  contest: Contest,
  tiers: Tiers,
  ties = new Ties(contest.ties, contest.candidates),
): CondorcetResult => ({
  winners: fillSeats(tiers, contest.seats, ties),
  tiers,
  condorcetWinner: condorcetWinner(table),
  condorcetLoser: condorcetLoser(table),
  smith: smithSet(table),
  table,
  ties: ties.log,
});

/** Strength of the majority of a over b; 0 without a majority. */
export const strength = (table: Pairwise, a: number, b: number, by: Strength): number => {
  const [won, lost] = [prefer(table, a, b), prefer(table, b, a)];
  if (won <= lost) return 0;
  return by === "WINNING_VOTES" ? won : won - lost;
};

/** A score for each candidate from its duels with each other one. */
export const scoreDuels = (
  table: Pairwise,
  start: number,
  fold: (score: number, candidate: number, other: number) => number,
): number[] =>
  Array.from({ length: table.candidates }, (_, candidate) => {
    let score = start;
    for (let other = 0; other < table.candidates; other++)
      if (other !== candidate) score = fold(score, candidate, other);
    return score;
  });

/** Copeland's result: `scores` are wins less losses. */
export interface CopelandResult extends CondorcetResult {
  readonly scores: readonly number[];
}

/** Copeland (1951): a candidate's majorities won less those lost. */
export const copeland = (table: Pairwise, contest: Contest): CopelandResult => {
  const scores = scoreDuels(table, 0, (score, a, b) => score + Math.sign(prefer(table, a, b) - prefer(table, b, a)));
  return { ...condorcetResult(table, contest, tiersByScore(scores)), scores };
};

/** Minimax's result: `worst` is each candidate's worst duel, the smaller the better. */
export interface MinimaxResult extends CondorcetResult {
  readonly worst: readonly number[];
}

/**
 * Minimax (Simpson 1969, Kramer 1977): whose worst defeat is the smallest, by the ballots for it or by its margin; by
 * `OPPOSITION`, whose strongest opposition is the smallest, defeat or not. Opposition can miss a Condorcet winner when
 * ballots leave candidates equal.
 */
export const minimax = (table: Pairwise, contest: Contest, by: Strength | "OPPOSITION"): MinimaxResult => {
  const against = (a: number, b: number): number => {
    if (by === "OPPOSITION") return prefer(table, b, a);
    // A candidate without defeats is told apart by its narrowest win: a negative margin against it.
    return by === "MARGINS" ? prefer(table, b, a) - prefer(table, a, b) : strength(table, b, a, by);
  };
  const least = by === "MARGINS" ? -BALLOTS_MAX : 0;
  const worst = scoreDuels(table, least, (score, a, b) => Math.max(score, against(a, b)));
  return { ...condorcetResult(table, contest, tiersByScore(worst.map((score) => -score))), worst };
};

export interface SchulzeResult extends CondorcetResult {
  /** `paths[a * candidates + b]`: the strongest path from a to b, each as strong as its weakest majority. */
  readonly paths: Uint32Array;
}

/**
 * Schulze (2011): a ranks above b when the strongest path of majorities from a to b is stronger than the one back.
 * A tier holds the candidates that none of those left ranks above; paths are taken over all candidates.
 */
export const schulze = (table: Pairwise, contest: Contest, by: Strength): SchulzeResult => {
  const { candidates } = table;
  const paths = new Uint32Array(candidates * candidates);
  for (let a = 0; a < candidates; a++) {
    for (let b = 0; b < candidates; b++) if (a !== b) paths[a * candidates + b] = strength(table, a, b, by);
  }
  for (let via = 0; via < candidates; via++) {
    for (let a = 0; a < candidates; a++) {
      if (a === via) continue;
      const first = paths[a * candidates + via] as number;
      for (let b = 0; b < candidates; b++) {
        if (b === a || b === via) continue;
        const through = Math.min(first, paths[via * candidates + b] as number);
        if (through > (paths[a * candidates + b] as number)) paths[a * candidates + b] = through;
      }
    }
  }
  const above = (a: number, b: number): boolean =>
    (paths[a * candidates + b] as number) > (paths[b * candidates + a] as number);
  return { ...condorcetResult(table, contest, undefeatedTiers(candidates, above)), paths };
};

/** Tiers of a relation without circles: first those that nobody is above, then the same among the rest. */
export const undefeatedTiers = (candidates: number, above: (a: number, b: number) => boolean): Tiers => {
  const tiers: number[][] = [];
  let left = Array.from({ length: candidates }, (_, candidate) => candidate);
  while (left.length > 0) {
    const tier = left.filter((candidate) => !left.some((other) => above(other, candidate)));
    if (tier.length === 0) throw new Error("the relation has a circle");
    tiers.push(tier);
    left = left.filter((candidate) => !tier.includes(candidate));
  }
  return tiers;
};

/**
 * Methods that add up: plurality, approval (Brams and Fishburn 1978), score, cumulative and Borda (1781). Sums are
 * exact: whole points, Borda's in halves because candidates who share a rank share its places.
 */
import { foreign, NEXT_RANK, OVERVOTED } from "./ballot.ts";
import type { Box } from "./box.ts";
import { fillSeats, type Tiers, tiersByScore } from "./ranking.ts";
import { type TieLog, type TieRule, Ties } from "./ties.ts";

/** Whom the poll is about, how many seats there are, and the declared rule for ties. */
export interface Contest {
  /** Stable ids in list order; a ballot's cells are positions in it. */
  readonly candidates: readonly string[];
  readonly seats: number;
  readonly ties: TieRule;
}

/** Why a ballot does not count: more or less than the rule allows, or points outside its range. */
export type Fault = "OVERVOTE" | "UNDERVOTE" | "OUT_OF_RANGE";

export interface ScoreResult {
  readonly winners: readonly number[];
  readonly tiers: Tiers;
  /** Points of each candidate times `scale`. */
  readonly scores: readonly number[];
  /** 2 for Borda (halves), 1 otherwise. */
  readonly scale: 1 | 2;
  readonly valid: number;
  /** Valid ballots that support nobody. */
  readonly blank: number;
  readonly invalid: Readonly<Record<Fault, number>>;
  readonly ties: readonly TieLog[];
}

/** Adds a row's points to `scores` with its count, or says why it does not count. */
type Reader = (cells: Uint16Array, from: number, to: number, count: number, scores: number[]) => Fault | undefined;

const total = (box: Box, contest: Contest, scale: 1 | 2, read: Reader): ScoreResult => {
  const scores = contest.candidates.map(() => 0);
  const invalid: Record<Fault, number> = { OVERVOTE: 0, UNDERVOTE: 0, OUT_OF_RANGE: 0 };
  const { cells } = box;
  let blank = 0;
  for (let index = 0; index < box.size; index++) {
    const [from, to, count] = [box.start(index), box.start(index + 1), box.count(index)];
    const fault = read(cells, from, to, count, scores);
    if (fault) invalid[fault] += count;
    else if (from === to) blank += count;
  }
  const ties = new Ties(contest.ties, contest.candidates);
  const tiers = tiersByScore(scores);
  const winners = fillSeats(tiers, contest.seats, ties);
  const valid = box.total - Object.values(invalid).reduce((sum, one) => sum + one, 0);
  return { winners, tiers, scores, scale, valid, blank, invalid, ties: ties.log };
};

/** How many candidates a ballot may name. */
export interface ChoiceRules {
  readonly min?: number;
  readonly max?: number;
}

/**
 * Approval: a point to each named candidate.
 *
 * @param box rows of `choiceCells`
 * @param rules a ballot with more names than `max` is an overvote, with fewer than `min` (unless blank) an undervote
 */
export const approval = (box: Box, contest: Contest, rules: ChoiceRules = {}): ScoreResult => {
  const { min = 0, max = contest.candidates.length } = rules;
  return total(box, contest, 1, (cells, from, to, count, scores) => {
    const named = to - from;
    if (named > max) return "OVERVOTE";
    if (named > 0 && named < min) return "UNDERVOTE";
    for (let at = from; at < to; at++) {
      const candidate = cells[at] as number;
      if (candidate >= scores.length) foreign(candidate);
      scores[candidate] = (scores[candidate] as number) + count;
    }
    return undefined;
  });
};

/** Plurality: a point to the one named candidate; who names several overvotes. */
export const plurality = (box: Box, contest: Contest): ScoreResult => approval(box, contest, { max: 1 });

const addPoints = (cells: Uint16Array, from: number, to: number, count: number, scores: number[]): void => {
  for (let at = from; at < to; at += 2) {
    const candidate = cells[at] as number;
    if (candidate >= scores.length) foreign(candidate);
    scores[candidate] = (scores[candidate] as number) + (cells[at + 1] as number) * count;
  }
};

/**
 * Score: the sum of each candidate's points; who is not scored gets none.
 *
 * @param box rows of `pointCells`
 * @param rules points run from 0 to `max`
 */
export const score = (box: Box, contest: Contest, rules: { readonly max: number }): ScoreResult =>
  total(box, contest, 1, (cells, from, to, count, scores) => {
    for (let at = from; at < to; at += 2) if ((cells[at + 1] as number) > rules.max) return "OUT_OF_RANGE";
    addPoints(cells, from, to, count, scores);
    return undefined;
  });

/** Points that a cumulative ballot gives out. */
export interface CumulativeRules {
  /** Sum of a ballot's points, at most. */
  readonly points: number;
  /** Points for one candidate, at most; by default all. */
  readonly maxEach?: number;
  /** Whether all points must be given out. */
  readonly spendAll?: boolean;
}

/**
 * Cumulative voting: each ballot spreads a number of points.
 *
 * @param box rows of `pointCells`
 */
export const cumulative = (box: Box, contest: Contest, rules: CumulativeRules): ScoreResult => {
  const { points, maxEach = points, spendAll = false } = rules;
  return total(box, contest, 1, (cells, from, to, count, scores) => {
    let given = 0;
    for (let at = from; at < to; at += 2) {
      const here = cells[at + 1] as number;
      if (here > maxEach) return "OUT_OF_RANGE";
      given += here;
    }
    if (given > points) return "OVERVOTE";
    if (spendAll && from < to && given < points) return "UNDERVOTE";
    addPoints(cells, from, to, count, scores);
    return undefined;
  });
};

export interface BordaRules {
  /** Points of the last place: 0 (m-1, ..., 0, the usual form) or 1 (m, ..., 1, Borda's own). */
  readonly lastPlace?: 0 | 1;
  /** Candidates that a ballot leaves out share the places after its last rank, or get nothing. */
  readonly unranked?: "SHARE_THE_REST" | "NOTHING";
}

/**
 * Borda: m-1 points for the first place down to 0 for the last; candidates who share a rank share its places equally.
 * Of a candidate ranked twice the first mention counts, empty ranks are passed over.
 *
 * @param box rows of `rankingCells`
 * @returns scores in halves (`scale` 2)
 */
export const borda = (box: Box, contest: Contest, rules: BordaRules = {}): ScoreResult => {
  const { lastPlace = 0, unranked = "SHARE_THE_REST" } = rules;
  const all = contest.candidates.length;
  const seen = new Int32Array(all).fill(-1);
  const group: number[] = [];
  let stamp = -1;
  let placed = 0;
  // Places placed+1 .. placed+k carry all-placed-1+lastPlace down in steps of one: twice their mean is the sum of ends.
  const share = (scores: number[], count: number): void => {
    const twice = (all - placed - 1 + lastPlace) * 2 - (group.length - 1);
    for (const candidate of group) scores[candidate] = (scores[candidate] as number) + twice * count;
    placed += group.length;
    group.length = 0;
  };
  return total(box, contest, 2, (cells, from, to, count, scores) => {
    stamp += 1;
    placed = 0;
    for (let at = from; at < to; at++) {
      const cell = cells[at] as number;
      if (cell === NEXT_RANK) {
        share(scores, count);
      } else if (cell !== OVERVOTED && seen[cell] !== stamp) {
        if (cell >= all) foreign(cell);
        seen[cell] = stamp;
        group.push(cell);
      }
    }
    share(scores, count);
    if (from === to || unranked === "NOTHING") return undefined;
    for (let candidate = 0; candidate < all; candidate++) if (seen[candidate] !== stamp) group.push(candidate);
    share(scores, count);
    return undefined;
  });
};

/** How ballots are written into a box. */
import { CELL_MAX } from "./box.ts";

/** Mark between two ranks of a ranking. Two in a row leave a rank empty; candidates between two marks share a rank. */
export const NEXT_RANK = CELL_MAX;
/** Stands alone in a rank where several candidates were marked and the record does not say which. */
export const OVERVOTED = CELL_MAX - 1;
/** Candidates of a poll, at most. */
export const CANDIDATES_MAX = 1_000;
/** Points for one candidate, at most. */
export const POINTS_MAX = 10_000;

/** A ballot names a candidate that the contest does not have: a bug of whoever filled the box, never a vote. */
export const foreign = (cell: number): never => {
  throw new RangeError(`no candidate ${cell}`);
};

const ascending = (a: number, b: number): number => a - b;

/** A choice or an approval: the distinct candidates in ascending order; no cells for a blank ballot. */
export const choiceCells = (candidates: readonly number[]): number[] => [...new Set(candidates)].sort(ascending);

/**
 * Points: candidate and points in turn, candidates ascending. Zero points are written: a score of zero is an opinion.
 *
 * @param points candidate and points; each candidate once
 */
export const pointCells = (points: readonly (readonly [candidate: number, points: number])[]): number[] =>
  [...points].sort((a, b) => a[0] - b[0]).flat();

/** A ranking, most preferred rank first: candidates of a rank ascending, `NEXT_RANK` between ranks. */
export const rankingCells = (ranks: readonly (readonly number[])[]): number[] =>
  ranks.flatMap((rank, index) => [...(index === 0 ? [] : [NEXT_RANK]), ...[...rank].sort(ascending)]);

/** The ranks of a row that `rankingCells` wrote; a row without cells is a ballot without ranks. */
export const ranksOf = (row: ArrayLike<number>): number[][] => {
  if (row.length === 0) return [];
  const ranks: number[][] = [[]];
  for (let at = 0; at < row.length; at++) {
    const cell = row[at] as number;
    if (cell === NEXT_RANK) ranks.push([]);
    else ranks.at(-1)?.push(cell);
  }
  return ranks;
};

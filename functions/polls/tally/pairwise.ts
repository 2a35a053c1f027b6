/** Who is preferred to whom on how many ballots: the table that every Condorcet method starts from. */
import { foreign, NEXT_RANK, OVERVOTED } from "./ballot.ts";
import type { Box } from "./box.ts";

/** What a ballot says of candidates that it leaves out: ranked below the others (equally), or nothing. */
export type Unranked = "LAST" | "NO_OPINION";

/** `beats[a * candidates + b]` ballots prefer a to b. Entries are whole numbers up to the number of ballots. */
export interface Pairwise {
  readonly candidates: number;
  readonly beats: Uint32Array;
}

/**
 * Counts preferences of rankings with ties and gaps. Of a candidate ranked twice the first mention counts.
 * Linear in the ballots and quadratic in the candidates that a ballot ranks, not in all candidates.
 *
 * @param box rows of `rankingCells`
 */
export const pairwise = (box: Box, candidates: number, unranked: Unranked): Pairwise => {
  const beats = new Uint32Array(candidates * candidates);
  /** Ballots that rank a: with `LAST` they prefer a to everyone but those found at or above it. */
  const ranked = new Uint32Array(candidates);
  const notBelow = new Uint32Array(candidates * candidates);
  const list = new Uint16Array(candidates);
  const rankOf = new Uint16Array(candidates);
  const seen = new Int32Array(candidates).fill(-1);
  const { cells } = box;
  for (let index = 0; index < box.size; index++) {
    const count = box.count(index);
    const end = box.start(index + 1);
    let length = 0;
    let rank = 0;
    for (let at = box.start(index); at < end; at++) {
      const cell = cells[at] as number;
      if (cell === NEXT_RANK) rank += 1;
      else if (cell === OVERVOTED) continue;
      else if (cell >= candidates) foreign(cell);
      else if (seen[cell] !== index) {
        seen[cell] = index;
        rankOf[length] = rank;
        list[length++] = cell;
      }
    }
    for (let low = 0; low < length; low++) {
      const b = list[low] as number;
      ranked[b] = (ranked[b] as number) + count;
      for (let high = 0; high < low; high++) {
        const a = list[high] as number;
        const tied = rankOf[high] === rankOf[low];
        if (unranked === "LAST") {
          notBelow[b * candidates + a] = (notBelow[b * candidates + a] as number) + count;
          if (tied) notBelow[a * candidates + b] = (notBelow[a * candidates + b] as number) + count;
        } else if (!tied) {
          beats[a * candidates + b] = (beats[a * candidates + b] as number) + count;
        }
      }
    }
  }
  if (unranked === "LAST") {
    for (let a = 0; a < candidates; a++) {
      for (let b = 0; b < candidates; b++) {
        const at = a * candidates + b;
        if (a !== b) beats[at] = (ranked[a] as number) - (notBelow[at] as number);
      }
    }
  }
  return { candidates, beats };
};

/** Ballots that prefer `a` to `b`. */
export const prefer = ({ candidates, beats }: Pairwise, a: number, b: number): number =>
  beats[a * candidates + b] as number;

const everyOther = (table: Pairwise, candidate: number, holds: (other: number) => boolean): boolean => {
  for (let other = 0; other < table.candidates; other++) if (other !== candidate && !holds(other)) return false;
  return true;
};

/** The candidate who is preferred to each other one by more ballots than the reverse; null when there is none. */
export const condorcetWinner = (table: Pairwise): number | null => {
  for (let a = 0; a < table.candidates; a++) {
    if (everyOther(table, a, (b) => prefer(table, a, b) > prefer(table, b, a))) return a;
  }
  return null;
};

/** The candidate to whom each other one is preferred by more ballots than the reverse; null when there is none. */
export const condorcetLoser = (table: Pairwise): number | null => {
  for (let a = 0; a < table.candidates; a++) {
    if (everyOther(table, a, (b) => prefer(table, b, a) > prefer(table, a, b))) return a;
  }
  return null;
};

/**
 * The Smith set (Smith 1973): the smallest set whose members each beat every candidate outside it. Ascending.
 * Grown from the candidates with the most wins: whoever is not beaten by a member belongs to it.
 */
export const smithSet = (table: Pairwise): number[] => {
  const wins = (a: number): number => {
    let count = 0;
    for (let b = 0; b < table.candidates; b++) if (a !== b && prefer(table, a, b) > prefer(table, b, a)) count += 1;
    return count;
  };
  const scores = Array.from({ length: table.candidates }, (_, candidate) => wins(candidate));
  const most = Math.max(0, ...scores);
  const members = new Set(scores.flatMap((score, candidate) => (score === most ? [candidate] : [])));
  for (const member of members) {
    for (let other = 0; other < table.candidates; other++) {
      if (!members.has(other) && prefer(table, member, other) <= prefer(table, other, member)) members.add(other);
    }
  }
  return [...members].sort((a, b) => a - b);
};

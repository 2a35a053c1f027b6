/** From scores to tiers, and from tiers to seats. */
import type { Ties } from "./ties.ts";

/** Candidates from the best tier to the last; candidates of one tier are equal by the method itself. */
export type Tiers = readonly (readonly number[])[];

/** Groups candidates by score, the highest first; equal ones stay in list order, as sorting is stable. */
export const tiersByScore = (scores: readonly (number | bigint)[]): Tiers => {
  const order = scores.map((_, candidate) => candidate).sort((a, b) => compare(scores, b, a));
  const tiers: number[][] = [];
  for (const candidate of order) {
    const last = tiers.at(-1);
    if (last && scores[last[0] as number] === scores[candidate]) last.push(candidate);
    else tiers.push([candidate]);
  }
  return tiers;
};

const compare = (scores: readonly (number | bigint)[], a: number, b: number): number => {
  const [x, y] = [scores[a] as number | bigint, scores[b] as number | bigint];
  return x < y ? -1 : x > y ? 1 : 0;
};

/**
 * Fills `seats` from the top of the tiers. Only a tie at the last seat decides something; it is broken one seat at a
 * time by the declared rule and logged.
 *
 * @returns the elected in the order of the tiers; fewer than `seats` when there are fewer candidates
 */
export const fillSeats = (tiers: Tiers, seats: number, ties: Ties): number[] => {
  const elected: number[] = [];
  for (const tier of tiers) {
    const room = seats - elected.length;
    if (room <= 0) break;
    if (tier.length <= room) {
      elected.push(...tier);
      continue;
    }
    let left = [...tier];
    for (let seat = 0; seat < room; seat++) {
      const chosen = ties.choose("ELECT", elected.length + 1, left);
      elected.push(chosen);
      left = left.filter((candidate) => candidate !== chosen);
    }
  }
  return elected;
};

/** Ballots of the tally's benchmark: from a fixed seed, neither all alike nor all different. */
import { choiceCells, pointCells, rankingCells } from "../../functions/polls/tally/ballot.ts";

const SEED = 20_261_125;

/** A small generator of integers (xorshift), the same on every machine. */
class Dice {
  #state = SEED;

  /** From 0 to `sides - 1`. */
  roll(sides: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % sides;
  }

  /** The lesser of two rolls: low numbers are popular. */
  popular(sides: number): number {
    return Math.min(this.roll(sides), this.roll(sides));
  }

  /** Up to `length` different numbers, popular ones more often and earlier. */
  several(length: number, sides: number): number[] {
    const chosen = new Set<number>();
    for (let draw = 0; draw < length; draw++) chosen.add(this.popular(sides));
    return [...chosen];
  }
}

export type BallotKind = "choice" | "approval" | "points" | "ranking" | "projects";

const MAKERS: Readonly<Record<BallotKind, (dice: Dice, candidates: number) => number[]>> = {
  choice: (dice, candidates) => choiceCells([dice.popular(candidates)]),
  approval: (dice, candidates) => choiceCells(dice.several(1 + dice.roll(5), candidates)),
  points: (dice, candidates) =>
    pointCells(dice.several(1 + dice.roll(5), candidates).map((candidate) => [candidate, dice.roll(6)] as const)),
  ranking: (dice, candidates) =>
    rankingCells(dice.several(1 + dice.roll(2 * candidates), candidates).map((candidate) => [candidate])),
  projects: (dice, candidates) => choiceCells(dice.several(1 + dice.roll(12), candidates)),
};

/** Ballots one after the other, as a reader of shards would hand them over. */
export interface Ballots {
  readonly cells: Uint16Array;
  readonly starts: Uint32Array;
}

/** Makes `count` ballots of a kind. */
export const makeBallots = (kind: BallotKind, count: number, candidates: number): Ballots => {
  const dice = new Dice();
  const starts = new Uint32Array(count + 1);
  let cells = new Uint16Array(count * 4);
  for (let ballot = 0; ballot < count; ballot++) {
    const row = MAKERS[kind](dice, candidates);
    const from = starts[ballot] as number;
    if (from + row.length > cells.length) {
      const more = new Uint16Array(cells.length * 2);
      more.set(cells);
      cells = more;
    }
    cells.set(row, from);
    starts[ballot + 1] = from + row.length;
  }
  return { cells, starts };
};

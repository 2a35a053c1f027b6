/**
 * Ranked pairs (Tideman 1987; ties as Zavist and Tideman 1989): majorities are locked from the strongest down, leaving
 * out those that would close a circle with what is locked; the locked ones rank the candidates.
 */
import { type CondorcetResult, condorcetResult, type Strength, undefeatedTiers } from "./condorcet.ts";
import { type Pairwise, prefer } from "./pairwise.ts";
import type { Contest } from "./scoring.ts";
import { Ties } from "./ties.ts";

/** A majority of `winner` over `loser`: its ballots and those against it. */
export interface Majority {
  readonly winner: number;
  readonly loser: number;
  readonly votes: number;
  readonly against: number;
}

/** Majorities of one strength, and what became of each. */
export interface LockRound {
  readonly round: number;
  readonly locked: readonly Majority[];
  /** Left out, as the candidates were already ranked the other way round. */
  readonly skipped: readonly Majority[];
}

export interface RankedPairsResult extends CondorcetResult {
  readonly rounds: readonly LockRound[];
}

const majorities = (table: Pairwise): Majority[] => {
  const found: Majority[] = [];
  for (let winner = 0; winner < table.candidates; winner++) {
    for (let loser = 0; loser < table.candidates; loser++) {
      if (winner === loser) continue;
      const [votes, against] = [prefer(table, winner, loser), prefer(table, loser, winner)];
      if (votes > against) found.push({ winner, loser, votes, against });
    }
  }
  return found;
};

/** By winning votes, of equal ones the one with fewer ballots against it is stronger; by margins only margins count. */
const stronger =
  (by: Strength) =>
  (a: Majority, b: Majority): number =>
    by === "WINNING_VOTES" ? b.votes - a.votes || a.against - b.against : margin(b) - margin(a);

const margin = ({ votes, against }: Majority): number => votes - against;

/** What is locked, closed under "ranks above": `reaches(a, b)` when a stands above b through locked majorities. */
class Locked {
  readonly #size: number;
  readonly #reach: Uint8Array;

  constructor(size: number, reach = new Uint8Array(size * size)) {
    this.#size = size;
    this.#reach = reach;
  }

  copy(): Locked {
    return new Locked(this.#size, this.#reach.slice());
  }

  reaches(a: number, b: number): boolean {
    return this.#reach[a * this.#size + b] === 1;
  }

  /** Locks a over b; false, and nothing done, when b stands above a. */
  lock(a: number, b: number): boolean {
    if (this.reaches(b, a)) return false;
    if (this.reaches(a, b)) return true;
    for (let high = 0; high < this.#size; high++) {
      if (high !== a && !this.reaches(high, a)) continue;
      this.#reach[high * this.#size + b] = 1;
      for (let low = 0; low < this.#size; low++) if (this.reaches(b, low)) this.#reach[high * this.#size + low] = 1;
    }
    return true;
  }
}

const groupsOf = (pairs: readonly Majority[], by: Strength): Majority[][] => {
  const compare = stronger(by);
  const groups: Majority[][] = [];
  for (const pair of [...pairs].sort(compare)) {
    const last = groups.at(-1);
    if (last && compare(last[0] as Majority, pair) === 0) last.push(pair);
    else groups.push([pair]);
  }
  return groups;
};

/**
 * Order of equally strong majorities when it matters: by the declared order of the candidates, the majority of the most
 * preferred winner first, of one winner's the one over the least preferred loser first.
 */
const tieOrder = (group: readonly Majority[], ties: Ties, round: number): Majority[] => {
  const left = [...group];
  const ordered: Majority[] = [];
  while (left.length > 0) {
    const winner = ties.choose("LOCK", round, [...new Set(left.map((pair) => pair.winner))]);
    const his = left.filter((pair) => pair.winner === winner);
    for (const loser of ties.ordered(his.map((pair) => pair.loser)).reverse()) {
      const index = left.findIndex((pair) => pair.winner === winner && pair.loser === loser);
      ordered.push(...left.splice(index, 1));
    }
  }
  return ordered;
};

/** Whether all of a group can be locked together: then their order decides nothing and no tie is broken. */
const fitTogether = (locked: Locked, group: readonly Majority[]): boolean => {
  const trial = locked.copy();
  return group.every(({ winner, loser }) => trial.lock(winner, loser));
};

/**
 * Ranked pairs by winning votes or by margins.
 *
 * @returns a round for each strength, with what was locked and what was left out; under `ASK` a question names the
 * winners of the majorities of which one is to be locked first
 */
export const rankedPairs = (table: Pairwise, contest: Contest, by: Strength): RankedPairsResult => {
  const ties = new Ties(contest.ties, contest.candidates);
  const locked = new Locked(table.candidates);
  const rounds: LockRound[] = groupsOf(majorities(table), by).map((group, index) => {
    const round = index + 1;
    const open = group.filter(({ winner, loser }) => !locked.reaches(loser, winner));
    const order = fitTogether(locked, open) ? open : tieOrder(open, ties, round);
    const kept = new Set(order.filter(({ winner, loser }) => locked.lock(winner, loser)));
    return { round, locked: [...kept], skipped: group.filter((pair) => !kept.has(pair)) };
  });
  const tiers = undefeatedTiers(table.candidates, (a, b) => locked.reaches(a, b));
  return { ...condorcetResult(table, contest, tiers, ties), rounds };
};

/**
 * Sequential Phragmén for projects with costs (Phragmén 1894; Los, Christoff and Grossi 2022). Every voter earns money
 * at the same speed; as soon as the supporters of a project together have its cost they buy it and their purses are
 * empty. The first purchase that the budget does not allow ends the count, or is passed over. Exact times.
 */
import type { Box } from "../box.ts";
import { gcd, type Ratio, ratio } from "../ratio.ts";
import { Limits } from "./limits.ts";
import {
  type BudgetPoll,
  type BudgetResult,
  checkPoll,
  firstBy,
  type ProjectOutcome,
  ProjectTies,
  type Rejection,
} from "./poll.ts";
import { Supporters } from "./purses.ts";

export interface PhragmenRules {
  /** Whether a purchase over the budget is passed over (true) or ends the count. */
  readonly skip: boolean;
}

/** Times as numerators over one common denominator. */
class Times {
  readonly #supporters: Supporters;
  readonly #poll: BudgetPoll;
  /** Times of purchases; the first is the start. */
  readonly #times: bigint[] = [0n];
  /** By ballot: which purchase emptied its purse last. */
  readonly #last: Uint32Array;
  /** By project: sum over its supporters of when they began to save. */
  readonly #starts: bigint[];
  #denominator = 1n;

  constructor(supporters: Supporters, poll: BudgetPoll) {
    this.#supporters = supporters;
    this.#poll = poll;
    this.#last = new Uint32Array(supporters.box.size);
    this.#starts = poll.projects.map(() => 0n);
  }

  /** Below 0, 0 or above 0 as a can be bought before, with or after b. */
  compare(a: number, b: number): number {
    const left = this.#top(a) * this.#votes(b);
    const right = this.#top(b) * this.#votes(a);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** Buys a project as soon as its supporters have its cost; the time of it. */
  buy(project: number): Ratio {
    const votes = this.#votes(project);
    const top = this.#top(project);
    const common = gcd(top, votes);
    this.#extend(votes / common);
    const now = top / common;
    const place = this.#times.push(now) - 1;
    this.#restart(project, place);
    return ratio(now, this.#denominator);
  }

  #votes(project: number): bigint {
    return BigInt(this.#supporters.votes[project] as number);
  }

  /** Time of purchase times the votes, over the common denominator. */
  #top(project: number): bigint {
    return BigInt(this.#poll.projects[project]?.cost ?? 0) * this.#denominator + (this.#starts[project] as bigint);
  }

  #extend(factor: bigint): void {
    if (factor === 1n) return;
    this.#denominator *= factor;
    for (const [place, time] of this.#times.entries()) this.#times[place] = time * factor;
    for (const [project, start] of this.#starts.entries()) this.#starts[project] = start * factor;
  }

  /** The supporters begin to save anew: what that adds to each project's starts, counted first and multiplied once. */
  #restart(bought: number, place: number): void {
    const { box, of } = this.#supporters;
    const width = place + 1;
    const moved = new Uint32Array(this.#starts.length * width);
    for (const ballot of of[bought] as Uint32Array) {
      const from = this.#last[ballot] as number;
      const count = box.count(ballot);
      const end = box.start(ballot + 1);
      for (let cell = box.start(ballot); cell < end; cell++) {
        const at = (box.cells[cell] as number) * width + from;
        moved[at] = (moved[at] as number) + count;
      }
      this.#last[ballot] = place;
    }
    const now = this.#times[place] as bigint;
    for (let project = 0; project < this.#starts.length; project++) {
      for (let from = 0; from < width; from++) {
        const count = moved[project * width + from] as number;
        if (count === 0) continue;
        this.#starts[project] =
          (this.#starts[project] as bigint) + BigInt(count) * (now - (this.#times[from] as bigint));
      }
    }
  }
}

/**
 * Sequential Phragmén.
 *
 * @param box rows of `choiceCells`
 * @returns funded projects in the order of purchase; `price` is the time of it, in minor units that a voter has earned
 */
export const phragmen = (box: Box, poll: BudgetPoll, rules: PhragmenRules): BudgetResult => {
  checkPoll(poll);
  const supporters = new Supporters(box, poll.projects.length);
  const { votes } = supporters;
  const ties = new ProjectTies(poll, votes);
  const limits = new Limits(poll, votes);
  const times = new Times(supporters, poll);
  const prices = new Map<number, ProjectOutcome["price"]>();
  const rejections = new Map<number, Rejection>();
  let open = poll.projects.flatMap((_, project) => ((votes[project] as number) > 0 ? [project] : []));
  for (;;) {
    open = open.filter((project) => !limits.barred(project));
    if (rules.skip) open = open.filter((project) => !overBudget(limits, rejections, project));
    const first = firstBy(open, (a, b) => times.compare(a, b));
    if (first.length === 0) break;
    const project = ties.choose(prices.size + 1, first);
    if (overBudget(limits, rejections, project)) {
      for (const other of open) if (other !== project) rejections.set(other, { reason: "AFTER_STOP", by: project });
      break;
    }
    prices.set(project, times.buy(project));
    limits.fund(project);
    open = open.filter((other) => other !== project);
  }
  const funded = [...prices.keys()];
  const outcomes = poll.projects.map((_, project): ProjectOutcome => {
    const round = funded.indexOf(project) + 1 || null;
    const why = limits.barred(project) ?? rejections.get(project) ?? { reason: "NOT_ENOUGH_BEHIND_IT" as const };
    const rejection = round === null ? why : null;
    const price = prices.get(project) ?? null;
    const priced = { price, effectiveVotes: null, money: null };
    return { project, votes: votes[project] as number, funded: round !== null, round, rejection, ...priced };
  });
  return { funded, spent: limits.spent, outcomes, ties: ties.ties.log };
};

const overBudget = (limits: Limits, rejections: Map<number, Rejection>, project: number): boolean => {
  const rejection = limits.rejects(project);
  if (rejection?.reason !== "OVER_BUDGET") return false;
  rejections.set(project, rejection);
  return true;
};

/**
 * Greedy participatory budgeting, as most cities count: projects by score, the highest first, while the money lasts.
 * The variants are those that Pabulib names `greedy`, `greedy-no-skip` and `greedy-threshold`.
 */
import { tiersByScore } from "../ranking.ts";
import { Limits } from "./limits.ts";
import { type BudgetPoll, type BudgetResult, checkPoll, ProjectTies, type Rejection } from "./poll.ts";

export interface GreedyRules {
  /** Whether a project that does not fit is passed over (true) or ends the count. */
  readonly skip: boolean;
  /** Score that a project needs, at least. */
  readonly threshold?: number;
}

/** Adds projects by score to what is funded already. */
export class Greedy {
  readonly funded: number[] = [];
  readonly rejections = new Map<number, Rejection>();
  readonly #limits: Limits;
  readonly #ties: ProjectTies;
  readonly #skip: boolean;
  /** Projects funded by another rule before. */
  readonly #before: number;
  #stoppedBy: number | undefined;

  constructor(limits: Limits, ties: ProjectTies, skip: boolean, before = 0) {
    this.#before = before;
    this.#limits = limits;
    this.#ties = ties;
    this.#skip = skip;
  }

  /** Goes through projects of one score. Their order is a tie only when they cannot all be funded. */
  tier(projects: readonly number[]): void {
    let left = [...projects];
    for (;;) {
      left = left.filter((project) => !this.#isSettled(project));
      if (left.length === 0) return;
      const next = this.#limits.allFit(left) ? left : [this.#ties.choose(this.#before + this.funded.length + 1, left)];
      for (const project of next) this.#fund(project);
      left = left.filter((project) => !next.includes(project));
    }
  }

  /** Notes why a project is out. Without skipping, one that only lacks money is still to be met: it ends the count. */
  #isSettled(project: number): boolean {
    const rejection = this.#rejection(project);
    if (rejection) this.rejections.set(project, rejection);
    return rejection !== undefined;
  }

  #rejection(project: number): Rejection | undefined {
    if (this.#stoppedBy !== undefined) return { reason: "AFTER_STOP", by: this.#stoppedBy };
    return this.#skip ? this.#limits.rejects(project) : this.#limits.barred(project);
  }

  #fund(project: number): void {
    const rejection = this.#limits.rejects(project);
    if (rejection) {
      this.rejections.set(project, rejection);
      this.#stoppedBy = project;
      return;
    }
    this.#limits.fund(project);
    this.funded.push(project);
  }
}

/**
 * Greedy count.
 *
 * @param votes ballots for each project, for minimum votes and the explanation
 * @param scores what projects are ordered by: the votes themselves, or points
 */
export const greedy = (
  poll: BudgetPoll,
  votes: readonly number[],
  scores: readonly number[],
  rules: GreedyRules,
): BudgetResult => {
  checkPoll(poll);
  const limits = new Limits(poll, votes);
  const ties = new ProjectTies(poll, votes);
  const count = new Greedy(limits, ties, rules.skip);
  const { threshold = 0 } = rules;
  const below = (project: number): boolean => (scores[project] as number) < threshold;
  for (const tier of tiersByScore(scores)) if (!below(tier[0] as number)) count.tier(tier);
  const outcomes = poll.projects.map((_, project) => {
    const round = count.funded.indexOf(project) + 1 || null;
    const rejection: Rejection | null = below(project)
      ? { reason: "BELOW_THRESHOLD", score: scores[project] as number, threshold }
      : (count.rejections.get(project) ?? null);
    const unpriced = { price: null, effectiveVotes: null, money: null };
    return { project, votes: votes[project] as number, funded: round !== null, round, rejection, ...unpriced };
  });
  return { funded: count.funded, spent: limits.spent, outcomes, ties: ties.ties.log };
};

/** What stands between a project and the money: the budget, exclusion groups, categories, minimum votes. */
import type { BudgetPoll, Rejection } from "./poll.ts";

/** The limits of a poll and what is left of them as projects are funded. */
export class Limits {
  spent = 0;
  readonly #poll: BudgetPoll;
  readonly #votes: readonly number[];
  readonly #budget: number;
  readonly #funded = new Set<number>();
  readonly #byCategory = new Map<string, number>();

  /** @param budget another limit than the poll's: the money of a trial run */
  constructor(poll: BudgetPoll, votes: readonly number[], budget = poll.budget) {
    this.#poll = poll;
    this.#votes = votes;
    this.#budget = budget;
  }

  /** Money not yet spent. */
  get left(): number {
    return this.#budget - this.spent;
  }

  /** Why a project cannot be funded, whatever money is left; undefined when only money could be short. */
  barred(project: number): Rejection | undefined {
    const votes = this.#votes[project] as number;
    const { minimumVotes = 0, exclusions = [], categoryLimits = {}, projects } = this.#poll;
    if (votes < minimumVotes) return { reason: "BELOW_MINIMUM_VOTES", votes, minimum: minimumVotes };
    for (const group of exclusions) {
      const by = group.includes(project)
        ? group.find((other) => other !== project && this.#funded.has(other))
        : undefined;
      if (by !== undefined) return { reason: "EXCLUDED", by };
    }
    for (const category of projects[project]?.categories ?? []) {
      const limit = categoryLimits[category];
      if (limit === undefined) continue;
      const left = limit - (this.#byCategory.get(category) ?? 0);
      if ((projects[project]?.cost ?? 0) > left) return { reason: "CATEGORY_LIMIT", category, left };
    }
    return undefined;
  }

  /** Why a project cannot be funded now. */
  rejects(project: number): Rejection | undefined {
    const cost = this.#poll.projects[project]?.cost ?? 0;
    return this.barred(project) ?? (cost > this.left ? { reason: "OVER_BUDGET", left: this.left } : undefined);
  }

  /** Takes a project's money; the caller has asked `rejects` or `barred`. */
  fund(project: number): void {
    const { cost = 0, categories = [] } = this.#poll.projects[project] ?? {};
    this.spent += cost;
    this.#funded.add(project);
    for (const category of categories) this.#byCategory.set(category, (this.#byCategory.get(category) ?? 0) + cost);
  }

  /** Whether all of these can be funded together, so that their order decides nothing. */
  allFit(projects: readonly number[]): boolean {
    const trial = this.copy();
    return projects.every((project) => {
      if (trial.rejects(project)) return false;
      trial.fund(project);
      return true;
    });
  }

  /** The same limits with the same money spent. */
  copy(): Limits {
    const copy = new Limits(this.#poll, this.#votes, this.#budget);
    for (const project of this.#funded) copy.fund(project);
    return copy;
  }
}

/** Participatory budgeting: what is decided, what limits it, and how ties between projects are broken. */
import type { Ratio } from "../ratio.ts";
import { type TieLog, type TieRule, Ties } from "../ties.ts";

export interface Project {
  readonly id: string;
  /** Whole minor units of money (fen). */
  readonly cost: number;
  readonly categories?: readonly string[];
}

/** What decides between projects that the rule itself leaves equal, before the declared tie rule. */
export type Preference = "MORE_SUPPORT" | "LOWER_COST" | "HIGHER_COST";

export interface BudgetPoll {
  readonly projects: readonly Project[];
  readonly budget: number;
  readonly ties: TieRule;
  readonly prefer?: readonly Preference[];
  /** Groups of projects of which at most one is funded (two plans for one site). */
  readonly exclusions?: readonly (readonly number[])[];
  /** Ballots that a project needs to be considered. */
  readonly minimumVotes?: number;
  /** Money that a category may take, at most. */
  readonly categoryLimits?: Readonly<Record<string, number>>;
}

/** Why a project was not funded. */
export type Rejection =
  | { readonly reason: "OVER_BUDGET"; readonly left: number }
  | { readonly reason: "EXCLUDED"; readonly by: number }
  | { readonly reason: "CATEGORY_LIMIT"; readonly category: string; readonly left: number }
  | { readonly reason: "BELOW_MINIMUM_VOTES"; readonly votes: number; readonly minimum: number }
  | { readonly reason: "BELOW_THRESHOLD"; readonly score: number; readonly threshold: number }
  | { readonly reason: "AFTER_STOP"; readonly by: number }
  | { readonly reason: "NOT_ENOUGH_BEHIND_IT" };

/** A project's explanation. */
export interface ProjectOutcome {
  readonly project: number;
  /** Ballots that support it. */
  readonly votes: number;
  readonly funded: boolean;
  /** Round of funding, from 1 in the order of funding; null when not funded. */
  readonly round: number | null;
  readonly rejection: Rejection | null;
  /** Equal shares: what each supporter with enough money pays. Phragmén: the time of purchase. Null otherwise. */
  readonly price: Ratio | null;
  /** Equal shares: cost over price, the votes that it is as strong as. */
  readonly effectiveVotes: Ratio | null;
  /** Money of its supporters when it was funded, or at the end. */
  readonly money: Ratio | null;
}

export interface BudgetResult {
  /** In the order of funding. */
  readonly funded: readonly number[];
  readonly spent: number;
  /** One for each project, in list order: funded or with the reason why not. */
  readonly outcomes: readonly ProjectOutcome[];
  readonly ties: readonly TieLog[];
}

/** Money of a poll, at most, in minor units: sums and products of the count stay exact. */
export const MONEY_MAX = 2 ** 46;

/** @throws RangeError when a cost or the budget is not a whole number from 0 to `MONEY_MAX` */
export const checkPoll = ({ projects, budget }: BudgetPoll): void => {
  for (const money of [budget, ...projects.map(({ cost }) => cost)]) {
    if (!Number.isInteger(money) || money < 0 || money > MONEY_MAX) throw new RangeError(`money ${money}`);
  }
};

/** The first of `projects` by `compare`, and all that are equal to it. */
export const firstBy = (projects: readonly number[], compare: (a: number, b: number) => number): number[] => {
  let best: number[] = [];
  for (const project of projects) {
    const order = best.length === 0 ? -1 : compare(project, best[0] as number);
    if (order < 0) best = [project];
    else if (order === 0) best.push(project);
  }
  return best;
};

/** Breaks ties between projects: by preference where that tells them apart, then by the declared rule. */
export class ProjectTies {
  readonly ties: Ties;
  readonly #poll: BudgetPoll;
  readonly #votes: readonly number[];

  constructor(poll: BudgetPoll, votes: readonly number[]) {
    this.#poll = poll;
    this.#votes = votes;
    this.ties = new Ties(
      poll.ties,
      poll.projects.map(({ id }) => id),
    );
  }

  choose(round: number, tied: readonly number[]): number {
    let left = [...tied];
    for (const by of this.#poll.prefer ?? []) {
      const values = left.map((project) => this.#value(by, project));
      const best = Math.max(...values);
      left = left.filter((_, index) => values[index] === best);
      if (left.length > 1 || tied.length === 1) continue;
      const chosen = left[0] as number;
      this.ties.log.push({ purpose: "FUND", round, tied, chosen, by });
      return chosen;
    }
    return this.ties.choose("FUND", round, left);
  }

  #value(by: Preference, project: number): number {
    const cost = this.#poll.projects[project]?.cost ?? 0;
    if (by === "MORE_SUPPORT") return this.#votes[project] as number;
    return by === "LOWER_COST" ? -cost : cost;
  }
}

/**
 * The Method of Equal Shares with cost satisfaction (Peters and Skowron 2020; Peters, Pierczyński and Skowron 2021;
 * equalshares.net). Every voter gets an equal share of the money. A project is bought from the shares of its
 * supporters, its cost split as equally as they can; each time the one with the most effective votes, that is with the
 * lowest price per unit of cost. All numbers are exact.
 */
import type { Box } from "../box.ts";
import { tiersByScore } from "../ranking.ts";
import { ratio } from "../ratio.ts";
import { Greedy } from "./greedy.ts";
import { Limits } from "./limits.ts";
import { type BudgetPoll, type BudgetResult, checkPoll, firstBy, type ProjectOutcome, ProjectTies } from "./poll.ts";
import { type Payment, Purses, Supporters } from "./purses.ts";

/** What is done with money that the equal shares leave over. */
export interface EqualSharesRules {
  /**
   * - `NONE`: it is left over.
   * - `ADD1`: every voter gets `increment` more, again and again, while the outcome costs no more than the budget.
   * - `ADD1U`: the same, then projects by votes while they fit (utilitarian completion).
   * - `UTILITARIAN`: projects by votes at once.
   */
  readonly completion: "NONE" | "ADD1" | "ADD1U" | "UTILITARIAN";
  /** Minor units that a voter gets more in each step of `ADD1`; 100 is a yuan. */
  readonly increment?: number;
  /** Whether `ADD1` starts from a whole number of minor units for each voter. */
  readonly wholeStart?: boolean;
  /** Whether `ADD1` stops as soon as no further project fits into the budget. */
  readonly untilExhaustive?: boolean;
  /**
   * Comparison step: the greedy outcome is taken instead when more voters prefer it, by how many funded projects they
   * support, or by what these cost.
   */
  readonly comparison?: "NONE" | "PROJECTS" | "COST";
}

export interface EqualSharesResult extends BudgetResult {
  /** Money of all voters together in the run that counts, in minor units. */
  readonly endowment: number;
  /** How often `ADD1` gave more; why it stopped. */
  readonly increments: number;
  readonly stoppedBy: "BUDGET" | "ALL_FUNDED" | "EXHAUSTIVE" | "INCREMENTS" | null;
  /** Projects that the utilitarian completion added. */
  readonly completed: readonly number[];
  readonly comparison: Comparison | null;
}

/** How many voters prefer which outcome. */
export interface Comparison {
  readonly equalShares: number;
  readonly greedy: number;
  readonly greedyTaken: boolean;
}

/** Steps of `ADD1`, at most: beyond, the increment was chosen too small for the poll. */
export const INCREMENTS_MAX = 100_000;

interface Run {
  readonly funded: readonly number[];
  readonly spent: number;
  readonly payments: ReadonlyMap<number, Payment>;
  readonly purses: Purses;
  readonly limits: Limits;
  readonly ties: ProjectTies;
}

/** One run of equal shares with a given sum of money, without completion. */
class EqualShares {
  readonly #poll: BudgetPoll;
  readonly #supporters: Supporters;
  readonly #purses: Purses;
  readonly #limits: Limits;
  readonly #ties: ProjectTies;
  readonly #keys: number[];
  readonly #payments = new Map<number, Payment>();
  readonly #funded: number[] = [];
  readonly #explains: boolean;
  #open: number[];

  /** @param explains whether exact prices are kept; a trial run of a search needs none */
  constructor(poll: BudgetPoll, supporters: Supporters, money: number, explains = false) {
    this.#explains = explains;
    this.#poll = poll;
    this.#supporters = supporters;
    this.#purses = new Purses(
      supporters,
      poll.projects.map(({ cost }) => cost),
      money,
    );
    this.#limits = new Limits(poll, supporters.votes, money);
    this.#ties = new ProjectTies(poll, supporters.votes);
    const { projects } = poll;
    this.#open = projects.flatMap((_, project) => ((supporters.votes[project] as number) > 0 ? [project] : []));
    this.#keys = projects.map(({ cost }, project) => {
      return cost > 0 && (supporters.votes[project] as number) > 0 ? this.#purses.firstKey(project) : 0;
    });
  }

  run(): Run {
    for (;;) {
      this.#open = this.#open.filter((project) => !this.#limits.barred(project));
      const best = this.#best();
      if (best.length === 0) break;
      const project = this.#ties.choose(this.#funded.length + 1, best);
      this.#pay(project);
      this.#limits.fund(project);
      this.#funded.push(project);
      this.#open = this.#open.filter((other) => other !== project);
    }
    return {
      funded: this.#funded,
      spent: this.#limits.spent,
      payments: this.#payments,
      purses: this.#purses,
      limits: this.#limits,
      ties: this.#ties,
    };
  }

  #pay(project: number): void {
    const isFree = this.#poll.projects[project]?.cost === 0;
    if (this.#explains) this.#payments.set(project, isFree ? this.#free(project) : this.#purses.payment(project));
    if (!isFree) this.#purses.pay(project);
  }

  #free(project: number): Payment {
    const votes = ratio(BigInt(this.#supporters.votes[project] as number), 1n);
    return { price: ratio(0n, 1n), effectiveVotes: votes, money: this.#purses.moneyBehind(project) };
  }

  /** The projects with the lowest price over cost; several only when they are exactly equal. */
  #best(): number[] {
    const free = this.#open.filter((project) => this.#poll.projects[project]?.cost === 0);
    if (free.length > 0) return free;
    const waiting = [...this.#open];
    const seen: { readonly project: number; readonly low: number }[] = [];
    let lowest = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const project = this.#next(waiting, lowest);
      if (project === undefined) break;
      const bounds = this.#purses.look(project);
      if (!bounds) {
        this.#open = this.#open.filter((other) => other !== project);
        continue;
      }
      this.#keys[project] = bounds.low;
      seen.push({ project, low: bounds.low });
      lowest = Math.min(lowest, bounds.high);
    }
    const contenders = seen.flatMap(({ project, low }) => (low <= lowest ? [project] : []));
    return firstBy(contenders, (a, b) => this.#purses.compare(a, b)).sort((a, b) => a - b);
  }

  /** Takes the project of the lowest key that could still be the best: prices only rise, old keys are lower bounds. */
  #next(waiting: number[], lowest: number): number | undefined {
    let place = -1;
    let key = lowest;
    for (let at = 0; at < waiting.length; at++) {
      const here = this.#keys[waiting[at] as number] as number;
      if (here < key || (place < 0 && here === key)) {
        key = here;
        place = at;
      }
    }
    return place < 0 ? undefined : waiting.splice(place, 1)[0];
  }
}

interface Search {
  readonly money: number;
  readonly increments: number;
  readonly stoppedBy: EqualSharesResult["stoppedBy"];
}

/** Nothing that could still be funded is left: more money changes nothing. */
const allFunded = ({ funded, limits }: Run, supporters: Supporters): boolean =>
  supporters.votes.every((votes, project) => votes === 0 || funded.includes(project) || limits.barred(project));

const isExhaustive = ({ funded, spent, limits }: Run, poll: BudgetPoll): boolean =>
  poll.projects.every(({ cost }, project) => {
    return funded.includes(project) || spent + cost > poll.budget || limits.barred(project) !== undefined;
  });

/** Add1: the last run, before the first that costs more than the budget. */
const addOneByOne = (poll: BudgetPoll, supporters: Supporters, rules: EqualSharesRules): Search => {
  const step = supporters.voters * (rules.increment ?? 1);
  const rest = rules.wholeStart === true ? poll.budget % supporters.voters : 0;
  let money = poll.budget - rest;
  let run = new EqualShares(poll, supporters, money).run();
  for (let increments = 0; ; increments++) {
    const found = { money, increments };
    if (allFunded(run, supporters)) return { ...found, stoppedBy: "ALL_FUNDED" };
    if (rules.untilExhaustive === true && isExhaustive(run, poll)) return { ...found, stoppedBy: "EXHAUSTIVE" };
    if (increments === INCREMENTS_MAX) return { ...found, stoppedBy: "INCREMENTS" };
    const next = new EqualShares(poll, supporters, money + step).run();
    if (next.spent > poll.budget) return { ...found, stoppedBy: "BUDGET" };
    money += step;
    run = next;
  }
};

const search = (poll: BudgetPoll, supporters: Supporters, rules: EqualSharesRules): Search => {
  if (rules.completion === "ADD1" || rules.completion === "ADD1U") return addOneByOne(poll, supporters, rules);
  return { money: poll.budget, increments: 0, stoppedBy: null };
};

/** Greedy by votes on top of what is funded, within the budget. */
const byVotes = (poll: BudgetPoll, votes: readonly number[], funded: readonly number[], ties: ProjectTies): Greedy => {
  const limits = new Limits(poll, votes);
  for (const project of funded) limits.fund(project);
  const count = new Greedy(limits, ties, true, funded.length);
  for (const tier of tiersByScore(votes)) count.tier(tier.filter((project) => !funded.includes(project)));
  return count;
};

const compareOutcomes = (
  poll: BudgetPoll,
  box: Box,
  shares: readonly number[],
  greedy: readonly number[],
  by: "PROJECTS" | "COST",
): Comparison => {
  const worth = poll.projects.map(({ cost }) => (by === "COST" ? cost : 1));
  const [inShares, inGreedy] = [new Set(shares), new Set(greedy)];
  let [forShares, forGreedy] = [0, 0];
  for (let ballot = 0; ballot < box.size; ballot++) {
    let balance = 0;
    for (const project of box.row(ballot)) {
      if (inShares.has(project)) balance += worth[project] as number;
      if (inGreedy.has(project)) balance -= worth[project] as number;
    }
    if (balance > 0) forShares += box.count(ballot);
    if (balance < 0) forGreedy += box.count(ballot);
  }
  return { equalShares: forShares, greedy: forGreedy, greedyTaken: forGreedy > forShares };
};

/**
 * The Method of Equal Shares.
 *
 * @param box rows of `choiceCells`, blank ballots included: they have a share that nobody spends
 * @returns what is funded, and for each project its price, effective votes and the money behind it
 */
export const equalShares = (box: Box, poll: BudgetPoll, rules: EqualSharesRules): EqualSharesResult => {
  checkPoll(poll);
  if (box.total === 0) throw new RangeError("no voters: nobody has a share");
  const supporters = new Supporters(box, poll.projects.length);
  const { votes } = supporters;
  const { money, increments, stoppedBy } = search(poll, supporters, rules);
  const run = new EqualShares(poll, supporters, money, true).run();
  const completes = rules.completion === "ADD1U" || rules.completion === "UTILITARIAN";
  const completion = completes ? byVotes(poll, votes, run.funded, run.ties) : undefined;
  const completed = completion?.funded ?? [];
  const shares = [...run.funded, ...completed];
  const by = rules.comparison ?? "NONE";
  const rivalTies = new ProjectTies(poll, votes);
  const rival = by === "NONE" ? undefined : byVotes(poll, votes, [], rivalTies);
  const comparison = rival && by !== "NONE" ? compareOutcomes(poll, box, shares, rival.funded, by) : null;
  const funded = comparison?.greedyTaken && rival ? rival.funded : shares;
  const limits = new Limits(poll, votes);
  for (const project of funded) limits.fund(project);
  const outcomes = poll.projects.map((_, project): ProjectOutcome => {
    const round = funded.indexOf(project) + 1 || null;
    const payment = run.payments.get(project);
    const rejection = round === null ? (limits.barred(project) ?? { reason: "NOT_ENOUGH_BEHIND_IT" as const }) : null;
    return {
      project,
      votes: votes[project] as number,
      funded: round !== null,
      round,
      rejection,
      price: payment?.price ?? null,
      effectiveVotes: payment?.effectiveVotes ?? null,
      money: payment?.money ?? run.purses.moneyBehind(project),
    };
  });
  const ties = (comparison?.greedyTaken ? rivalTies : run.ties).ties.log;
  return {
    funded,
    spent: limits.spent,
    outcomes,
    ties,
    endowment: money,
    increments,
    stoppedBy,
    completed,
    comparison,
  };
};

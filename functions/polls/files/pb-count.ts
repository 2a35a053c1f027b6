/**
 * Counting a `.pb` file: by the rule that the file names, as Pabulib's own checker does, or by a method that is given.
 */
import { type EqualSharesRules, equalShares } from "../tally/budget/equal-shares.ts";
import { type GreedyRules, greedy } from "../tally/budget/greedy.ts";
import { phragmen } from "../tally/budget/phragmen.ts";
import type { BudgetPoll, BudgetResult, Preference } from "../tally/budget/poll.ts";
import type { TieRule } from "../tally/ties.ts";
import type { PbPoll } from "./pb-poll.ts";

/** Cost that Pabulib gives to a withdrawn project, in the file's money. */
const WITHDRAWN_COST = 999_999_999;

/** Whether a project of a file was withdrawn. */
export const isWithdrawn = ({ cost }: { readonly cost: number }, { scale }: Pick<PbPoll, "scale">): boolean =>
  cost === WITHDRAWN_COST * scale;

/** A method of participatory budgeting with its options, as a poll declares it. */
export type PbMethod =
  | ({ readonly method: "GREEDY" } & GreedyRules)
  | ({ readonly method: "EQUAL_SHARES" } & EqualSharesRules)
  | { readonly method: "PHRAGMEN"; readonly skip: boolean };

const ADD1: EqualSharesRules = { completion: "ADD1", wholeStart: true };

/** Methods of the rules that files name; `threshold` in the file's points. */
const RULES: Readonly<Record<string, (threshold: number) => PbMethod>> = {
  greedy: () => ({ method: "GREEDY", skip: true }),
  "greedy-threshold": (threshold) => ({ method: "GREEDY", skip: true, threshold }),
  "greedy-no-skip": (threshold) => ({ method: "GREEDY", skip: false, threshold }),
  equalshares: () => ({ method: "EQUAL_SHARES", completion: "NONE" }),
  "equalshares-comparison": () => ({ method: "EQUAL_SHARES", completion: "NONE", comparison: "PROJECTS" }),
  "equalshares/add1": () => ({ method: "EQUAL_SHARES", ...ADD1 }),
  "equalshares/add1-comparison": () => ({ method: "EQUAL_SHARES", ...ADD1, comparison: "PROJECTS" }),
};
/** As Pabulib's checker breaks ties of equal shares. */
const SHARES_PREFER: readonly Preference[] = ["LOWER_COST", "MORE_SUPPORT"];

/** The method of a file's rule; undefined for a rule that the library does not have. */
export const pbMethodOf = ({ rule }: PbPoll, threshold: string | undefined): PbMethod | undefined =>
  Object.hasOwn(RULES, rule) ? RULES[rule]?.(Number(threshold ?? 0)) : undefined;

/** Counts a file: greedy methods by its points where ballots carry some, the others by whom a ballot supports. */
export const countPb = (poll: PbPoll, method: PbMethod, ties: TieRule): BudgetResult => {
  const projects = poll.projects.map((project) => ({
    ...project,
    // A withdrawn project is one that no limit lets through.
    ...(isWithdrawn(project, poll) ? { categories: ["withdrawn"] } : {}),
  }));
  const prefer = poll.rule.startsWith("equalshares") && method.method === "EQUAL_SHARES" ? SHARES_PREFER : [];
  const budget: BudgetPoll = { projects, budget: poll.budget, prefer, categoryLimits: { withdrawn: 0 }, ties };
  switch (method.method) {
    case "GREEDY": {
      const { skip, threshold } = method;
      const scaled = threshold === undefined ? {} : { threshold: threshold * poll.pointScale };
      return greedy(budget, poll.votes, poll.scores, { skip, ...scaled });
    }
    case "EQUAL_SHARES": {
      const { method: _name, ...rules } = method;
      return equalShares(poll.box, budget, rules);
    }
    case "PHRAGMEN":
      return phragmen(poll.box, budget, { skip: method.skip });
  }
};

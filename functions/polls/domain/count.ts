/**
 * From the rows of all shards to the result: identical rows are counted once, the tally library does the rest, and what
 * it says becomes plain JSON with ids in the place of positions.
 */

import type * as z from "zod";
import type { PollResult, PollRules } from "../../../schemas/polls/resources.ts";
import { type HeadRules, headVerdict, RESIDENTS_ASSEMBLY } from "../tally/assembly.ts";
import type { Box } from "../tally/box.ts";
import { equalShares } from "../tally/budget/equal-shares.ts";
import { greedy } from "../tally/budget/greedy.ts";
import { phragmen } from "../tally/budget/phragmen.ts";
import type { BudgetPoll, BudgetResult } from "../tally/budget/poll.ts";
import { type Inequality, inequality, type Threshold } from "../tally/inequality.ts";
import { count, type Method } from "../tally/methods.ts";
import { type OwnedUnit, type OwnersChoice, ownersVerdict } from "../tally/owners.ts";
import { ratioText } from "../tally/ratio.ts";
import { type Settled, settle, type TieAnswer, type TieLog, type TieRule } from "../tally/ties.ts";
import { optionIds, unpackCells } from "./choice.ts";

/** A result before the hashes that name what it is of. */
export type Outcome = Omit<z.input<typeof PollResult>, "poll" | "rulesHash" | "rollRoot" | "ballotRoot" | "resultHash">;

/** What is counted: owners' units, or the ballots in a box. */
export interface Votes {
  /** `<head>|<area>|<cells>` with how often it occurs; without cells a unit that nobody voted for. Empty for others. */
  readonly units: Iterable<readonly [row: string, times: number]>;
  readonly box: Box;
  /** Entries of the roll, and those that voted or took the token with which to vote. */
  readonly entitled: number;
  readonly voted: number;
}

/** What officers have answered to ties so far. */
export interface TieAnswers {
  readonly seed?: string | undefined;
  readonly answers: readonly TieAnswer[];
}

const MORE_THAN_HALF: Threshold = { num: 1, den: 2, strict: true };
/** Yes or no where no law says more: more than half of those who take part, and the quorum if one is set. */
const headRules = (rules: PollRules): HeadRules =>
  rules.class === "RESIDENTS_ASSEMBLY"
    ? RESIDENTS_ASSEMBLY
    : { quorum: rules.quorum, approval: MORE_THAN_HALF, base: "PARTICIPANTS" };

const tieRule = (
  rule: { by: "CANDIDATE_ORDER" | "SEEDED" | "ASK"; previousRounds?: boolean | undefined },
  given: TieAnswers,
): TieRule => {
  const rest = rule.previousRounds === undefined ? {} : { previousRounds: rule.previousRounds };
  if (rule.by === "CANDIDATE_ORDER") return { by: "CANDIDATE_ORDER", ...rest };
  if (rule.by === "SEEDED" && given.seed !== undefined) return { by: "SEEDED", seed: given.seed, ...rest };
  // Lots wait for their seed: without one the count asks at the first tie that decides something.
  return { by: "ASK", answers: rule.by === "ASK" ? given.answers : [], ...rest };
};

/** Tests beside the method's own: the quorum that the poll set for itself. */
const quorumTests = ({ quorum, electorate }: PollRules, { voted, box, entitled }: Votes): Inequality[] => {
  // A token that was taken and not used is no vote.
  const part = electorate.kind === "OWNERS" ? voted : box.total;
  return quorum === null ? [] : [inequality("QUORUM", part, entitled, quorum)];
};

/** The library's numbers as JSON: large integers and fractions as text, typed arrays as lists. */
export const plain = (value: unknown): unknown => {
  if (typeof value === "bigint") return String(value);
  if (value === null || typeof value !== "object") return value;
  if (ArrayBuffer.isView(value)) return [...(value as Uint32Array)];
  if (Array.isArray(value)) return value.map(plain);
  const { num, den } = value as { num?: unknown; den?: unknown };
  if (typeof num === "bigint" && typeof den === "bigint") return ratioText({ num, den });
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, plain(member)]),
  );
};

const shownTies = (ties: readonly TieLog[], ids: readonly string[]) =>
  ties.map(({ purpose, round, tied, chosen, by }) => ({
    purpose,
    round,
    tied: tied.map((at) => ids[at] as string),
    chosen: ids[chosen] as string,
    by,
  }));

const base = { winners: [], funded: [], ties: [] };

const ANSWERS: readonly OwnersChoice[] = ["YES", "NO", "ABSTAIN", "WITH_MAJORITY"];

/** The units that rows of owners stand for. */
const unitsOf = (rows: Votes["units"]): OwnedUnit[] => {
  const units: OwnedUnit[] = [];
  for (const [row, times] of rows) {
    const [head, area, cells] = row.split("|") as [string, string, string];
    const choice = cells === "" ? null : (ANSWERS[unpackCells(cells)[0] as number] as OwnersChoice);
    for (let at = 0; at < times; at++) units.push({ unit: String(units.length), head, area: Number(area), choice });
  }
  return units;
};

const ownersOutcome = (rules: PollRules, votes: Votes): Outcome => {
  const matter = rules.class === "OWNERS_SPECIAL" ? "SPECIAL" : "ORDINARY";
  const verdict = ownersVerdict(unitsOf(votes.units), {
    matter,
    silentWithMajority: rules.silentWithMajority !== null,
  });
  const { tests, passed, reason, ...detail } = verdict;
  const quorum = quorumTests(rules, votes);
  return {
    ...base,
    method: `OWNERS_${matter}`,
    passed: passed && quorum.every(({ holds }) => holds),
    reason,
    tests: [...tests, ...quorum],
    entitled: votes.entitled,
    ballots: votes.voted,
    // Names of heads would tell how single owners voted.
    detail: plain({ ...detail, splitHeads: detail.splitHeads.length }) as Record<string, unknown>,
  };
};

const headsOutcome = (rules: PollRules, votes: Votes): Outcome => {
  const counted = { YES: 0, NO: 0, ABSTAIN: 0, WITH_MAJORITY: 0 };
  const { box } = votes;
  for (let at = 0; at < box.size; at++) counted[ANSWERS[box.row(at)[0] as number] as OwnersChoice] += box.count(at);
  const heads = { entitled: votes.entitled, yes: counted.YES, no: counted.NO, abstain: counted.ABSTAIN };
  const { tests, passed, reason } = headVerdict(heads, headRules(rules));
  const quorum = rules.class === "RESIDENTS_ASSEMBLY" ? quorumTests(rules, votes) : [];
  return {
    ...base,
    method: "YES_NO",
    passed: rules.class === "OPINION" ? null : passed && quorum.every(({ holds }) => holds),
    reason,
    tests: [...tests, ...quorum],
    entitled: votes.entitled,
    ballots: box.total,
    detail: { heads },
  };
};

/** Chosen things pass when the quorum holds and there is something chosen; an opinion decides nothing. */
const chosen = (rules: PollRules, votes: Votes, found: number) => {
  const tests = quorumTests(rules, votes);
  const reason = votes.entitled === 0 ? "EMPTY_ROLL" : votes.box.total === 0 ? "NOBODY_VOTED" : null;
  const passes = reason === null && found > 0 && tests.every(({ holds }) => holds);
  return {
    tests,
    reason,
    passed: rules.class === "OPINION" ? null : passes,
    entitled: votes.entitled,
    ballots: votes.box.total,
  };
};

type OfKind<Kind extends PollRules["question"]["kind"]> = Extract<PollRules["question"], { kind: Kind }>;

const choiceOutcome = (question: OfKind<"CHOICE">, rules: PollRules, votes: Votes, given: TieAnswers): Outcome => {
  const ids = optionIds(question);
  const contest = { candidates: ids, seats: question.seats, ties: tieRule(question.ties, given) };
  const { box } = votes;
  const { winners, ties, ...detail } = count(box, contest, question.method as Method);
  const elected = box.total === 0 ? [] : winners.map((at) => ids[at] as string);
  return {
    ...base,
    ...chosen(rules, votes, elected.length),
    method: question.method.method,
    winners: elected,
    ties: shownTies(ties, ids),
    detail: { options: [...ids], ...(plain(detail) as Record<string, unknown>) },
  };
};

const budgetResult = ({ method }: OfKind<"BUDGET">, box: Box, poll: BudgetPoll): BudgetResult => {
  switch (method.method) {
    case "EQUAL_SHARES": {
      const { method: _name, ...rules } = method;
      return equalShares(box, poll, rules as Parameters<typeof equalShares>[2]);
    }
    case "PHRAGMEN":
      return phragmen(box, poll, { skip: method.skip });
    case "GREEDY": {
      const votes = poll.projects.map(() => 0);
      for (let index = 0; index < box.size; index++) {
        for (const project of box.row(index)) votes[project] = (votes[project] as number) + box.count(index);
      }
      const { skip, threshold } = method;
      return greedy(poll, votes, votes, threshold === undefined ? { skip } : { skip, threshold });
    }
  }
};

const budgetOutcome = (question: OfKind<"BUDGET">, rules: PollRules, votes: Votes, given: TieAnswers): Outcome => {
  const ids = optionIds(question);
  const { projects, budget, prefer, exclusions, minimumVotes, categoryLimits } = question;
  const optional = { prefer, minimumVotes, categoryLimits };
  const poll = {
    projects,
    budget,
    ties: tieRule(question.ties, given),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    ...(exclusions === undefined ? {} : { exclusions: exclusions.map((group) => group.map((id) => ids.indexOf(id))) }),
  } as BudgetPoll;
  const { box } = votes;
  const method = question.method.method;
  // Without a voter there are no shares to divide.
  if (box.total === 0) return { ...base, ...chosen(rules, votes, 0), method, detail: { projects: [...ids] } };
  const { funded, ties, ...detail } = budgetResult(question, box, poll);
  const paid = funded.map((at) => ({ project: ids[at] as string, amount: projects[at]?.cost ?? 0 }));
  return {
    ...base,
    ...chosen(rules, votes, paid.length),
    method,
    winners: paid.map(({ project }) => project),
    funded: paid,
    ties: shownTies(ties, ids),
    detail: { projects: [...ids], ...(plain(detail) as Record<string, unknown>) },
  };
};

/** The outcome of a poll, or the tie that it waits for. */
export const outcomeOf = (rules: PollRules, votes: Votes, given: TieAnswers): Settled<Outcome> =>
  settle((): Outcome => {
    const { question } = rules;
    switch (question.kind) {
      case "YES_NO":
        return rules.electorate.kind === "OWNERS" ? ownersOutcome(rules, votes) : headsOutcome(rules, votes);
      case "CHOICE":
        return choiceOutcome(question, rules, votes, given);
      case "BUDGET":
        return budgetOutcome(question, rules, votes, given);
    }
  });

/** Pabulib: the file's own `rule` and `selected` column are the known result. */
import { column, type PbFile, readPb } from "../../../functions/polls/files/pb.ts";
import { type PbPoll, pbPoll } from "../../../functions/polls/files/pb-poll.ts";
import { type EqualSharesRules, equalShares } from "../../../functions/polls/tally/budget/equal-shares.ts";
import { greedy } from "../../../functions/polls/tally/budget/greedy.ts";
import type { BudgetPoll, BudgetResult, Preference } from "../../../functions/polls/tally/budget/poll.ts";
import type { TieRule } from "../../../functions/polls/tally/ties.ts";
import { type Case, compareCounts, type Format, setDifference, skipped, type Verdict } from "../cases.ts";

/** Cost that Pabulib gives to a withdrawn project. */
const WITHDRAWN_COST = 999_999_999;

type Rule = (poll: BudgetPoll, file: PbPoll, threshold: number) => BudgetResult;

const shares =
  (rules: EqualSharesRules): Rule =>
  (poll, file) =>
    equalShares(file.box, poll, rules);

const ADD1: EqualSharesRules = { completion: "ADD1", wholeStart: true };

const RULES: Readonly<Record<string, Rule>> = {
  greedy: (poll, { votes, scores }) => greedy(poll, votes, scores, { skip: true }),
  "greedy-threshold": (poll, { votes, scores }, threshold) => greedy(poll, votes, scores, { skip: true, threshold }),
  "greedy-no-skip": (poll, { votes, scores }, threshold) => greedy(poll, votes, scores, { skip: false, threshold }),
  equalshares: shares({ completion: "NONE" }),
  "equalshares-comparison": shares({ completion: "NONE", comparison: "PROJECTS" }),
  "equalshares/add1": shares(ADD1),
  "equalshares/add1-comparison": shares({ ...ADD1, comparison: "PROJECTS" }),
};
/** As Pabulib's checker breaks ties of equal shares. */
const SHARES_PREFER: readonly Preference[] = ["LOWER_COST", "MORE_SUPPORT"];

/** The file's own totals, where it has a column for them, must be those of its ballots: else it left ballots out. */
const totalsDiffer = (file: PbFile, poll: PbPoll): string | null => {
  const [name, ours, scale] = column(file.projects, "score")
    ? (["score", poll.scores, poll.pointScale] as const)
    : (["votes", poll.votes, 1] as const);
  const told = column(file.projects, name);
  if (!told) return null;
  const place = told.findIndex((cell, index) => cell !== "" && Number(cell) * scale !== ours[index]);
  if (place < 0) return null;
  const { id } = poll.projects[place] as { readonly id: string };
  return `its ballots give project ${id} ${(ours[place] as number) / scale} ${name}, the file says ${told[place]}`;
};

const compare = (file: PbFile, poll: PbPoll, selected: readonly number[], rule: Rule): Verdict => {
  const ids = poll.projects.map(({ id }) => id);
  const known = new Set(selected);
  const threshold = Number(file.meta.get("min_project_score_threshold") ?? 0) * poll.pointScale;
  const prefer = poll.rule.startsWith("equalshares") ? SHARES_PREFER : [];
  const projects = poll.projects.map((project) => ({
    ...project,
    // A withdrawn project is one that no limit lets through.
    ...(project.cost === WITHDRAWN_COST * poll.scale ? { categories: ["withdrawn"] } : {}),
  }));
  const base = { projects, budget: poll.budget, prefer, categoryLimits: { withdrawn: 0 } };
  const count = (ties: TieRule) => rule({ ...base, ties }, poll, threshold);
  const name = (places: readonly number[]) => places.map((place) => ids[place] as string);
  return compareCounts(
    count,
    ({ funded }) => setDifference(name(funded), name(selected)),
    ({ tied }) => tied.find((project) => known.has(project)) ?? tied[0],
  );
};

const run = (text: string): Verdict => {
  const read = readPb(text);
  if ("faults" in read) return { verdict: "DISAGREES", reason: faultText(read.faults) };
  const poll = pbPoll(read.election);
  if ("faults" in poll) return { verdict: "DISAGREES", reason: faultText(poll.faults) };
  const rule = Object.hasOwn(RULES, poll.election.rule) ? RULES[poll.election.rule] : undefined;
  if (!rule) return skipped(`rule ${poll.election.rule || "not told"}`);
  if (!poll.election.selected) return skipped("no column selected");
  const incomplete = totalsDiffer(read.election, poll.election);
  return incomplete === null
    ? compare(read.election, poll.election, poll.election.selected, rule)
    : skipped(incomplete);
};

const faultText = ([first]: readonly { readonly line: number; readonly reason: string }[]): string =>
  `cannot be read: line ${first?.line}: ${first?.reason}`;

const ruleOf = (text: string): string => /^rule;(.*)$/m.exec(text.slice(0, 20_000))?.[1]?.trim() ?? "not told";

export const pbFormat: Format = {
  name: "pb",
  *cases({ paths, read }): Iterable<Case> {
    for (const file of paths.filter((path) => path.endsWith(".pb"))) {
      const text = read(file);
      yield { file, method: ruleOf(text), run: () => run(text) };
    }
  },
};

/**
 * The ballots of a counted poll as an election file for other people's tools. Rows stand in the order of what they say,
 * so that neither voter nor time shows; no weight is written anywhere.
 */
import type { FileFormat } from "../../../schemas/polls/files.ts";
import type { Question } from "../../../schemas/polls/question.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import { formOf, optionIds } from "../domain/choice.ts";
import { Box } from "../tally/box.ts";
import { writePointsCvr } from "./cvr.ts";
import { writeRanks } from "./formats.ts";
import { writePb } from "./pb.ts";
import type { RankedElection } from "./ranked.ts";

type BudgetQuestion = Extract<Question, { kind: "BUDGET" }>;

const BY_FORM: Readonly<Record<ReturnType<typeof formOf>, readonly FileFormat[]>> = {
  answer: ["csv"],
  options: ["csv"],
  points: ["csv"],
  ranks: ["cvotes", "blt", "csv"],
};

/** Formats that hold the ballots of a poll; none for owners, whose ballots count by area, which is never published. */
export const fitsOf = ({ question, electorate }: Pick<PollRules, "question" | "electorate">): readonly FileFormat[] => {
  if (electorate.kind === "OWNERS") return [];
  if (question.kind === "BUDGET") return ["pb"];
  const isPlurality = question.kind === "CHOICE" && question.method.method === "PLURALITY";
  return isPlurality ? ["blt", "cvotes", "csv"] : BY_FORM[formOf(question)];
};

/** A box whose distinct ballots stand in the order of their cells, whatever the order in which they came. */
export const sorted = (box: Box): Box => {
  const rows = Array.from({ length: box.size }, (_, index) => index);
  const compare = (a: number, b: number): number => {
    const [one, other] = [box.row(a), box.row(b)];
    const at = one.findIndex((cell, index) => cell !== other[index]);
    return at < 0 ? one.length - other.length : (one[at] as number) - (other[at] ?? -1);
  };
  const made = new Box();
  for (const index of rows.sort(compare)) made.add(box.row(index), box.count(index));
  return made;
};

/** Whether leaving an option out puts it last, as `.cvotes` can say; undefined where the method says nothing of it. */
const implicit = (question: Question): boolean | undefined =>
  question.kind === "CHOICE" && "unranked" in question.method ? question.method.unranked === "LAST" : undefined;

const electionOf = ({ question, title }: Pick<PollRules, "question" | "title">, box: Box): RankedElection => {
  const implicitRanking = implicit(question);
  return {
    title: title.zh,
    candidates: optionIds(question),
    ...(question.kind === "CHOICE" ? { seats: question.seats } : {}),
    ...(implicitRanking === undefined ? {} : { implicitRanking }),
    box,
  };
};

const FEN_DIGITS = 2;
/** Fen as yuan with two decimals. */
const yuan = (fen: number): string => {
  const digits = String(fen).padStart(FEN_DIGITS + 1, "0");
  return `${digits.slice(0, -FEN_DIGITS)}.${digits.slice(-FEN_DIGITS)}`;
};

/** Rules as Pabulib names them, where it has a name. */
const ruleOf = ({ method }: BudgetQuestion): string => {
  if (method.method === "PHRAGMEN") return "phragmen";
  if (method.method === "GREEDY") return method.skip ? "greedy" : "greedy-no-skip";
  const completion = method.completion === "ADD1" ? "/add1" : "";
  return `equalshares${completion}${(method.comparison ?? "NONE") === "NONE" ? "" : "-comparison"}`;
};

const section = (columns: string[], cells: readonly string[][]) => ({
  columns,
  rows: cells.map((row) => ({ line: 0, cells: row })),
});

const pbText = (
  rules: Pick<PollRules, "title" | "community">,
  question: BudgetQuestion,
  box: Box,
  funded: readonly string[],
): string => {
  const ids = question.projects.map(({ id }) => id);
  const votes: string[][] = [];
  const supporters = ids.map(() => 0);
  for (let index = 0; index < box.size; index++) {
    const row = [...box.row(index)];
    for (const cell of row) supporters[cell] = (supporters[cell] as number) + box.count(index);
    const named = row.map((cell) => ids[cell]).join(",");
    for (let copy = 0; copy < box.count(index); copy++) votes.push([String(votes.length + 1), named]);
  }
  const { min, max } = question.ballot;
  const meta = {
    ...{ description: rules.title.zh, country: "China", unit: rules.community, currency: "CNY" },
    ...{ num_projects: ids.length, num_votes: box.total, budget: yuan(question.budget) },
    ...{ vote_type: "approval", rule: ruleOf(question) },
    ...(min === undefined ? {} : { min_length: min }),
    ...(max === undefined ? {} : { max_length: max }),
  };
  const projects = question.projects.map(({ id, cost, categories, name }, at) => {
    const selected = funded.includes(id) ? "1" : "0";
    return [id, yuan(cost), categories.join(","), name.zh, String(supporters[at]), selected];
  });
  return writePb({
    meta: new Map(Object.entries(meta).map(([key, value]) => [key, String(value)])),
    projects: section(["project_id", "cost", "category", "name", "votes", "selected"], projects),
    votes: section(["voter_id", "vote"], votes),
  });
};

/** The ballots of a poll in a format that fits (`fitsOf`), by option ids; `funded` are ids of a budget's projects. */
export const ballotFile = (
  rules: Pick<PollRules, "question" | "title" | "community">,
  box: Box,
  funded: readonly string[],
  format: FileFormat,
): string => {
  const { question } = rules;
  const rows = sorted(box);
  if (question.kind === "BUDGET") return pbText(rules, question, rows, funded);
  const election = electionOf(rules, rows);
  if (formOf(question) === "points") return writePointsCvr(election);
  return writeRanks(format as Exclude<FileFormat, "pb">, election);
};

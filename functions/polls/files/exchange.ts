/**
 * Polls as election files and back: the ballots of a counted poll for other people's tools, and a file's options as the
 * question of a draft. A file holds no more than the ballots: rows stand in an order that tells nothing.
 */
import type { Question } from "../../../schemas/polls/question.ts";
import { formOf, optionIds } from "../domain/choice.ts";
import { NEXT_RANK } from "../tally/ballot.ts";
import { Box } from "../tally/box.ts";
import { readBlt, writeBlt } from "./blt.ts";
import { readCvotes, writeCvotes } from "./cvotes.ts";
import { readCvr, writeCvr } from "./cvr.ts";
import { readPb, writePb } from "./pb.ts";
import { pbPoll } from "./pb-poll.ts";
import type { RankedElection } from "./ranked.ts";
import type { FileFault, Read } from "./text.ts";

/** Formats of election files, by their usual file ending; `csv` is a cast vote record. */
export type FileFormat = "pb" | "blt" | "cvotes" | "csv";

type Form = ReturnType<typeof formOf>;
type ChoiceQuestion = Extract<Question, { kind: "CHOICE" }>;
type BudgetQuestion = Extract<Question, { kind: "BUDGET" }>;

const BY_FORM: Readonly<Record<Form, readonly FileFormat[]>> = {
  answer: ["csv"],
  options: ["csv"],
  points: [],
  ranks: ["blt", "cvotes", "csv"],
};

/** Formats that can hold a question's ballots; points fit none of them. */
export const formatsOf = (question: Question): readonly FileFormat[] =>
  question.kind === "BUDGET" ? ["pb", "csv"] : BY_FORM[formOf(question)];

/** A row of approvals as a ranking of one rank; the others are rankings already. */
const ranked = (question: Question, box: Box): RankedElection => ({
  candidates: optionIds(question),
  seats: question.kind === "CHOICE" ? question.seats : 1,
  implicitRanking: !(
    question.kind === "CHOICE" &&
    "unranked" in question.method &&
    question.method.unranked !== "LAST"
  ),
  box,
});

const rowsOf = (box: Box, ids: readonly string[]): string[][] => {
  const rows: string[][] = [];
  for (let index = 0; index < box.size; index++) {
    const vote = [...box.row(index)].map((cell) => ids[cell] as string).join(",");
    for (let copy = 0; copy < box.count(index); copy++) rows.push([String(rows.length + 1), vote]);
  }
  return rows;
};

const RULES: Readonly<Record<BudgetQuestion["method"]["method"], string>> = {
  GREEDY: "greedy",
  EQUAL_SHARES: "equalshares",
  PHRAGMEN: "phragmen",
};

const FEN = 100;
const yuan = (fen: number): string => `${Math.floor(fen / FEN)}.${String(fen % FEN).padStart(2, "0")}`;

const pbText = (question: BudgetQuestion, box: Box, funded: readonly string[]): string => {
  const { projects, budget, method } = question;
  const filled = (rows: string[][]) => rows.map((cells) => ({ line: 0, cells }));
  const meta = {
    country: "China",
    currency: "CNY",
    num_projects: projects.length,
    num_votes: box.total,
    budget: yuan(budget),
    rule: RULES[method.method],
    vote_type: "approval",
  };
  return writePb({
    meta: new Map(Object.entries(meta).map(([key, value]) => [key, String(value)])),
    projects: {
      columns: ["project_id", "cost", "category", "name", "selected"],
      rows: filled(
        projects.map(({ id, cost, categories, name }) => {
          const selected = funded.includes(id) ? "1" : "0";
          return [id, yuan(cost), categories.join(","), name.zh, selected];
        }),
      ),
    },
    votes: {
      columns: ["voter_id", "vote"],
      rows: filled(
        rowsOf(
          box,
          projects.map(({ id }) => id),
        ),
      ),
    },
  });
};

/** The ballots of a poll as the text of a file, by option ids; undefined where the format cannot hold them. */
export const electionFile = (
  question: Question,
  box: Box,
  funded: readonly string[],
  format: FileFormat,
): string | undefined => {
  if (!formatsOf(question).includes(format)) return undefined;
  if (question.kind === "BUDGET" && format === "pb") return pbText(question, box, funded);
  const election = ranked(question, box);
  return format === "blt" ? writeBlt(election) : format === "cvotes" ? writeCvotes(election) : writeCvr(election);
};

/** What a file would be as a question, and the ballots in it. */
export interface FileQuestion {
  readonly question: Question;
  readonly ballots: number;
  readonly distinct: number;
}

const text = (name: string) => {
  const one =
    name
      .replaceAll(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim()
      .slice(0, 200) || "-";
  return { zh: one, en: one };
};
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Ids as the file has them where they can stand, else by position. */
const idsOf = (names: readonly string[], letter: string): string[] => {
  const fit = names.every((name) => name.length <= 32 && SLUG.test(name)) && new Set(names).size === names.length;
  return fit ? [...names] : names.map((_, place) => `${letter}${place + 1}`);
};

const rankedQuestion = ({ candidates, seats = 1, withdrawn = [], box }: RankedElection): FileQuestion => {
  const ids = idsOf(candidates, "o");
  const hasRanks = Array.from({ length: box.size }, (_, index) => box.row(index)).some((row) =>
    row.includes(NEXT_RANK),
  );
  const method: ChoiceQuestion["method"] = { method: hasRanks ? (seats === 1 ? "IRV" : "STV") : "PLURALITY" };
  const options = candidates
    .map((name, place) => ({ id: ids[place] as string, name: text(name) }))
    .filter((_, place) => !withdrawn.includes(place));
  const question = { kind: "CHOICE" as const, options, seats, method, ties: { by: "CANDIDATE_ORDER" as const } };
  return { question, ballots: box.total, distinct: box.size };
};

const budgetQuestion = (source: string): Read<FileQuestion> => {
  const file = readPb(source);
  if ("faults" in file) return file;
  const read = pbPoll(file.election);
  if ("faults" in read) return read;
  const { projects, budget, scale, box, rule } = read.election;
  const fen = (amount: number): number => Math.round((amount * FEN) / scale);
  const names = file.election.projects.columns.indexOf("name");
  const ids = idsOf(
    projects.map(({ id }) => id),
    "p",
  );
  const method: BudgetQuestion["method"] = rule.startsWith("equal")
    ? { method: "EQUAL_SHARES", completion: "ADD1U", comparison: "NONE" }
    : { method: "GREEDY", skip: true };
  const question: BudgetQuestion = {
    kind: "BUDGET",
    projects: projects.map(({ id, cost }, place) => ({
      id: ids[place] as string,
      name: text(file.election.projects.rows[place]?.cells[names] || id),
      cost: fen(cost),
      categories: [],
    })),
    budget: fen(budget),
    method,
    ties: { by: "CANDIDATE_ORDER" },
    ballot: {},
  };
  return { election: { question, ballots: box.total, distinct: box.size } };
};

/** The question of a file, for a draft; or its faults by line. */
export const questionOf = (source: string, format: FileFormat): Read<FileQuestion> => {
  if (format === "pb") return budgetQuestion(source);
  const read = format === "blt" ? readBlt(source) : format === "cvotes" ? readCvotes(source) : readCvr(source);
  return "faults" in read ? read : { election: rankedQuestion(read.election) };
};

/** Faults as the fields of a refusal. */
export const fieldsOf = (faults: readonly FileFault[]) =>
  faults.map(({ line, reason }) => ({ field: `/text line ${line}`, reason }));

/** A box of packed ballots. */
export const boxOf = (ballots: Iterable<ArrayLike<number>>): Box => {
  const box = new Box();
  for (const cells of ballots) box.add(cells);
  return box;
};

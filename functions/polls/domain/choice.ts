/**
 * What a ballot says, checked against the poll's question, and the short row of numbers as which it is stored and
 * counted (tally/ballot.ts). Overvotes and undervotes are refused when they are cast, so none reaches a count.
 */
import { ANSWERS, type Choice, type Question } from "../../../schemas/polls/question.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { choiceCells, pointCells, rankingCells, ranksOf } from "../tally/ballot.ts";

/** A ballot's cells, or every reason against it. */
export type Cast = { readonly cells: readonly number[] } | { readonly refusals: readonly Refusal[] };

type ChoiceQuestion = Extract<Question, { kind: "CHOICE" }>;
type Form = "answer" | "options" | "points" | "ranks";

/** What a ballot of a question states. */
export const formOf = (question: Question): Form => {
  if (question.kind === "YES_NO") return "answer";
  if (question.kind === "BUDGET") return "options";
  switch (question.method.method) {
    case "PLURALITY":
    case "APPROVAL":
      return "options";
    case "SCORE":
    case "CUMULATIVE":
      return "points";
    default:
      return "ranks";
  }
};

/** Ids of what a ballot can name, in list order: positions in it are the cells. */
export const optionIds = (question: Question): readonly string[] => {
  if (question.kind === "YES_NO") return ANSWERS;
  return (question.kind === "CHOICE" ? question.options : question.projects).map(({ id }) => id);
};

/** How many options a ballot may name. */
const limitsOf = (question: Question): { readonly min: number; readonly max: number } => {
  const all = optionIds(question).length;
  if (question.kind === "BUDGET") return { min: question.ballot.min ?? 0, max: question.ballot.max ?? all };
  if (question.kind === "YES_NO" || question.method.method === "PLURALITY") return { min: 0, max: 1 };
  const rules = question.method.method === "APPROVAL" ? question.method.rules : undefined;
  return { min: rules?.min ?? 0, max: rules?.max ?? all };
};

const strangers = (named: readonly string[], ids: readonly string[]): Refusal[] => {
  const stranger = named.find((id) => !ids.includes(id));
  if (stranger !== undefined) return [refuse("polls/unknown-option", { option: stranger })];
  const twice = named.find((id, index) => named.indexOf(id) !== index);
  return twice === undefined ? [] : [refuse("polls/duplicate-option", { option: twice })];
};

const tooMany = (found: number, { min, max }: { readonly min: number; readonly max: number }): Refusal[] => {
  if (found > max) return [refuse("polls/overvote", { found, limit: max })];
  return found > 0 && found < min ? [refuse("polls/undervote", { found, limit: min })] : [];
};

const optionsCast = (question: Question, options: readonly string[]): Cast => {
  const ids = optionIds(question);
  const refusals = [...strangers(options, ids), ...tooMany(options.length, limitsOf(question))];
  if (refusals.length > 0) return { refusals };
  return { cells: choiceCells(options.map((id) => ids.indexOf(id))) };
};

type Points = readonly { readonly option: string; readonly points: number }[];

const pointRefusals = ({ method }: ChoiceQuestion, points: Points): Refusal[] => {
  const most = points.reduce((max, one) => Math.max(max, one.points), 0);
  if (method.method === "SCORE") return tooMany(most, { min: 0, max: method.rules.max });
  if (method.method !== "CUMULATIVE") return [];
  const { points: all, maxEach = all, spendAll = false } = method.rules;
  const given = points.reduce((sum, one) => sum + one.points, 0);
  return [
    ...tooMany(most, { min: 0, max: maxEach }),
    ...tooMany(given, { min: 0, max: all }),
    // Noughts alone are points that were not spent, as the count has it, and no blank ballot.
    ...(spendAll && points.length > 0 && given < all ? [refuse("polls/undervote", { found: given, limit: all })] : []),
  ];
};

const pointsCast = (question: ChoiceQuestion, points: Points): Cast => {
  const ids = optionIds(question);
  const named = points.map(({ option }) => option);
  const refusals = [...strangers(named, ids), ...pointRefusals(question, points)];
  if (refusals.length > 0) return { refusals };
  return { cells: pointCells(points.map(({ option, points: each }) => [ids.indexOf(option), each] as const)) };
};

/** Counts that move a ballot from candidate to candidate have no use for two in one rank. */
const onePerRank = ({ method }: ChoiceQuestion): boolean => method.method === "IRV" || method.method === "STV";

const ranksCast = (question: ChoiceQuestion, ranks: readonly (readonly string[])[]): Cast => {
  const ids = optionIds(question);
  const crowded = Math.max(0, ...ranks.map((rank) => rank.length));
  const refusals = [
    ...strangers(ranks.flat(), ids),
    ...(onePerRank(question) && crowded > 1 ? [refuse("polls/overvote", { found: crowded, limit: 1 })] : []),
  ];
  if (refusals.length > 0) return { refusals };
  const filled = ranks.filter((rank) => rank.length > 0);
  return { cells: rankingCells(filled.map((rank) => rank.map((id) => ids.indexOf(id)))) };
};

/**
 * The cells of a ballot, or why it cannot be cast: another form than the question's, an option that is not the poll's,
 * one named twice, too many or too few. `WITH_MAJORITY` is an answer of owners only.
 */
export const castOf = (question: Question, choice: Choice, owners: boolean): Cast => {
  const needs = formOf(question);
  if (!(needs in choice)) return { refusals: [refuse("polls/choice-form", { needs })] };
  if ("answer" in choice) {
    if (choice.answer === "WITH_MAJORITY" && !owners) {
      return { refusals: [refuse("polls/unknown-option", { option: choice.answer })] };
    }
    return optionsCast(question, [choice.answer]);
  }
  if ("options" in choice) return optionsCast(question, choice.options);
  if (question.kind !== "CHOICE") return { refusals: [refuse("polls/choice-form", { needs })] };
  return "points" in choice ? pointsCast(question, choice.points) : ranksCast(question, choice.ranks);
};

/** Cells as text for storage: base64url of unsigned 16-bit numbers, most significant byte first. */
export const packCells = (cells: ArrayLike<number>): string => {
  const bytes = Buffer.alloc(cells.length * 2);
  for (let at = 0; at < cells.length; at++) bytes.writeUInt16BE(cells[at] as number, at * 2);
  return bytes.toString("base64url");
};

/** Cells from their text. */
export const unpackCells = (text: string): number[] => {
  const bytes = Buffer.from(text, "base64url");
  return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(at * 2));
};

/** What a stored ballot says. */
export const choiceOf = (question: Question, text: string): Choice => {
  const ids = optionIds(question);
  const cells = unpackCells(text);
  const idAt = (cell: number): string => ids[cell] as string;
  switch (formOf(question)) {
    case "answer":
      return { answer: ANSWERS[cells[0] as number] as (typeof ANSWERS)[number] };
    case "options":
      return { options: cells.map(idAt) };
    case "points":
      return {
        points: cells.flatMap((cell, at) =>
          at % 2 === 0 ? [{ option: idAt(cell), points: cells[at + 1] as number }] : [],
        ),
      };
    case "ranks":
      return { ranks: ranksOf(cells).map((rank) => rank.map(idAt)) };
  }
};

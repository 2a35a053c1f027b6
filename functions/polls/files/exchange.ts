/** What an officer makes of an election file: the question of a draft, a count, the same ballots in another format. */
import type * as z from "zod";
import type { ConvertedFile, FileCount, FileFormat, FileQuestion } from "../../../schemas/polls/files.ts";
import { OPTIONS_MAX, type Question, SEATS_MAX } from "../../../schemas/polls/question.ts";
import { plain } from "../domain/count.ts";
import type { Box } from "../tally/box.ts";
import { count, type Method } from "../tally/methods.ts";
import type { TieLog, TieRule } from "../tally/ties.ts";
import { sorted } from "./ballot-file.ts";
import { writePointsCvr } from "./cvr.ts";
import { asChoices, asFirsts, type BudgetFile, type FileElection, hasRanks, writeRanks } from "./formats.ts";
import { idsOf, textOf } from "./naming.ts";
import { countPb, type PbMethod, pbMethodOf } from "./pb-count.ts";
import { budgetQuestion } from "./pb-question.ts";
import { type RankedElection, Unwritable } from "./ranked.ts";
import type { FileFault } from "./text.ts";

/** Why a file's ballots do not fit what was asked of them, in both languages. */
export interface Unfit {
  readonly unfit: { readonly en: string; readonly zh: string };
}

type Faulty = { readonly faults: readonly FileFault[] };
type RankedFile = Exclude<FileElection, { kind: "BUDGET" }>;

const fault = (reason: string, zh: string): Faulty => ({ faults: [{ line: 0, reason, zh }] });

/** Everything that is more than a poll holds, or less than a choice needs. */
const boundFaults = (all: number, least: number, seats: number): Faulty | undefined => {
  if (all < least) return fault(`${all} candidates, at least ${least}`, `候选项 ${all} 个，至少 ${least} 个`);
  if (all > OPTIONS_MAX)
    return fault(`${all} candidates, at most ${OPTIONS_MAX}`, `候选项 ${all} 个，最多 ${OPTIONS_MAX} 个`);
  const most = Math.min(all, SEATS_MAX);
  return seats > most ? fault(`${seats} seats, at most ${most}`, `席位 ${seats} 个，最多 ${most} 个`) : undefined;
};

/** The usual method for such ballots: points add up, one name is a vote, equal ranks ask for pairwise comparison. */
const proposed = ({ kind, election }: RankedFile, format: FileFormat, seats: number): Method => {
  if (kind === "POINTS") return { method: "SCORE", rules: { max: Math.max(1, mostPoints(election.box)) } };
  if (format === "cvotes") {
    const unranked = election.implicitRanking === false ? "NO_OPINION" : "LAST";
    return { method: "SCHULZE", unranked, by: "WINNING_VOTES" };
  }
  if (hasRanks(election)) return seats === 1 ? { method: "IRV" } : { method: "STV" };
  return hasShared(election.box) ? { method: "APPROVAL" } : { method: "PLURALITY" };
};

const mostPoints = (box: Box): number => {
  let most = 0;
  for (let at = 1; at < box.start(box.size); at += 2) most = Math.max(most, box.cells[at] as number);
  return most;
};

const hasShared = (box: Box): boolean => {
  for (let index = 0; index < box.size; index++) if (box.row(index).length > 1) return true;
  return false;
};

/** The question of a file for a draft, or what of it no poll can hold. */
export const questionOf = (read: FileElection, format: FileFormat): z.input<typeof FileQuestion> | Faulty => {
  if (read.kind === "BUDGET") return budgetQuestion(read.file);
  const { withdrawn } = read;
  const { candidates, seats = 1, box } = read.election;
  const faulty = boundFaults(candidates.length, 2, seats);
  if (faulty) return faulty;
  const ids = idsOf(candidates, "o");
  const options = candidates.map((name, at) => ({ id: ids[at] as string, name: textOf(name) }));
  const method = proposed(read, format, seats) as Extract<Question, { kind: "CHOICE" }>["method"];
  const question = { kind: "CHOICE" as const, options, seats, method, ties: { by: "CANDIDATE_ORDER" as const } };
  return { question, ballots: box.total, distinct: box.size, withdrawn };
};

/** How a count is asked for. */
export interface CountOrder {
  readonly method: Method | PbMethod | undefined;
  readonly seats: number | undefined;
  readonly ties: TieRule;
}

const BUDGET_METHODS: readonly string[] = ["GREEDY", "EQUAL_SHARES", "PHRAGMEN"];
const isBudget = (method: Method | PbMethod): method is PbMethod => BUDGET_METHODS.includes(method.method);
const POINTS: readonly string[] = ["SCORE", "CUMULATIVE"];

const unfit = (en: string, zh: string): Unfit => ({ unfit: { en, zh } });

const tiesOf = (ties: readonly TieLog[], names: readonly string[]) =>
  ties.map(({ tied, chosen, by }) => ({
    tied: tied.map((at) => names[at] as string),
    chosen: names[chosen] as string,
    by,
  }));

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name));

type Count = z.input<typeof FileCount>;

/** Increments of a completion times different ballots, at most: some fifteen seconds of a request. */
const WORK_MAX = 50_000_000;

/** Why a completion by increments would take longer than a request may: they are too small for the money. */
const tooLong = ({ poll }: BudgetFile, method: PbMethod): Unfit | undefined => {
  if (method.method !== "EQUAL_SHARES" || !method.completion.startsWith("ADD1")) return undefined;
  const least = Math.ceil((poll.budget * poll.box.size) / (poll.box.total * WORK_MAX));
  if ((method.increment ?? 1) >= least) return undefined;
  return unfit(`take an increment of at least ${least}`, `increment 至少为 ${least}`);
};

const budgetCount = (file: BudgetFile, { method, ties }: CountOrder): Count | Unfit | Faulty => {
  const { poll, meta } = file;
  const names = poll.projects.map(({ id }) => id);
  const faulty = boundFaults(names.length, 1, 1);
  if (faulty) return faulty;
  const used = method ?? pbMethodOf(poll, meta.get("min_project_score_threshold"));
  if (!used) return unfit(`name a method: rule "${poll.rule}"`, `请指定 method：规则“${poll.rule}”`);
  if (!isBudget(used))
    return unfit("a budget's method is GREEDY, EQUAL_SHARES or PHRAGMEN", "预算应按 GREEDY、EQUAL_SHARES 或 PHRAGMEN");
  if (poll.box.total === 0) return fault("no ballots", "没有选票");
  const long = tooLong(file, used);
  if (long) return long;
  const { funded, ties: broken, ...detail } = countPb(poll, used, ties);
  const winners = funded.map((at) => names[at] as string);
  const told = poll.selected?.map((at) => names[at] as string) ?? null;
  return {
    ...{ method: used.method, candidates: names, ballots: poll.box.total, distinct: poll.box.size, winners },
    ...{ ties: tiesOf(broken, names), told, agrees: told && sameNames(winners, told) },
    detail: plain(detail) as Record<string, unknown>,
  };
};

/** The ballots as a method reads them. */
const readFor = (method: Method, { kind, election }: RankedFile): Box | Unfit => {
  if (POINTS.includes(method.method) !== (kind === "POINTS")) {
    return unfit("SCORE and CUMULATIVE count points, other methods ranks", "SCORE、CUMULATIVE 计分数，其他方法计名次");
  }
  if (method.method === "PLURALITY") return asFirsts(election.box);
  return method.method === "APPROVAL" ? asChoices(election.box) : election.box;
};

/** Counts a file; names in the answer are the file's. */
export const countFile = (read: FileElection, format: FileFormat, order: CountOrder): Count | Unfit | Faulty => {
  if (read.kind === "BUDGET") return budgetCount(read.file, order);
  const { candidates, seats: told = 1, box } = read.election;
  const seats = order.seats ?? told;
  const faulty = boundFaults(candidates.length, 1, seats);
  if (faulty) return faulty;
  const method = order.method ?? proposed(read, format, seats);
  if (isBudget(method)) return unfit("only a .pb file holds a budget", "只有 .pb 文件含预算");
  if (method.method === "IRV" && seats > 1) return unfit("IRV elects one; take STV", "IRV 只选一个；请用 STV");
  const rows = readFor(method, read);
  if ("unfit" in rows) return rows;
  const { winners, ties, ...detail } = count(rows, { candidates, seats, ties: order.ties }, method);
  return {
    ...{ method: method.method, candidates: [...candidates], ballots: box.total, distinct: box.size },
    winners: box.total === 0 ? [] : winners.map((at) => candidates[at] as string),
    ...{ ties: tiesOf(ties, candidates), told: null, agrees: null },
    detail: plain(detail) as Record<string, unknown>,
  };
};

const written = (election: RankedElection, to: Exclude<FileFormat, "pb">): string | Unfit => {
  try {
    return writeRanks(to, election);
  } catch (error) {
    if (error instanceof Unwritable) return unfit(error.message, error.zh);
    throw error;
  }
};

/** The ballots of a file in another format. */
export const convertFile = (read: FileElection, to: FileFormat): z.input<typeof ConvertedFile> | Unfit => {
  if (to === "pb") return unfit("a .pb file needs costs and a budget", ".pb 文件需要费用与预算");
  const done = (text: string | Unfit, ballots: number) =>
    typeof text === "string" ? { format: to, text, ballots } : text;
  if (read.kind === "BUDGET") {
    const { projects, box } = read.file.poll;
    if (to !== "csv") return unfit("approvals are no ranking; take csv", "赞成票不是排序；请用 csv");
    return done(written({ candidates: projects.map(({ id }) => id), box: sorted(box) }, "csv"), box.total);
  }
  const election = { ...read.election, box: sorted(read.election.box) };
  if (read.kind === "RANKS") return done(written(election, to), election.box.total);
  return to === "csv"
    ? done(writePointsCvr(election), election.box.total)
    : unfit("points are no ranking; take csv", "分数不是排序；请用 csv");
};

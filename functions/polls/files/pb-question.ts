/** A `.pb` file's projects and budget as the question of a draft: money in fen, its rule where a poll has it. */
import type * as z from "zod";
import type { FileQuestion } from "../../../schemas/polls/files.ts";
import { OPTIONS_MAX, POLL_MONEY_MAX, type Question } from "../../../schemas/polls/question.ts";
import type { BudgetFile } from "./formats.ts";
import { idsOf, textOf } from "./naming.ts";
import { isWithdrawn, type PbMethod, pbMethodOf } from "./pb-count.ts";
import type { FileFault } from "./text.ts";

type BudgetQuestion = Extract<Question, { kind: "BUDGET" }>;
type Method = z.input<typeof FileQuestion>["question"] & { kind: "BUDGET" };

const FEN = 100;
const CATEGORIES_MAX = 5;

const GREEDY: PbMethod = { method: "GREEDY", skip: true };

/** A threshold in points is none in ballots, which is what a poll's projects are ordered by. */
const methodOf = (file: BudgetFile): Method["method"] => {
  const method = pbMethodOf(file.poll, file.meta.get("min_project_score_threshold")) ?? GREEDY;
  if (method.method !== "GREEDY") return method as Method["method"];
  const { skip, threshold } = method;
  const votes = file.poll.voteType === "approval" && Number.isSafeInteger(threshold) ? threshold : undefined;
  return { method: "GREEDY", skip, ...(votes === undefined ? {} : { threshold: votes }) };
};

/** How many projects a ballot may name, as the file says and as the list allows. */
const limitsOf = ({ meta }: BudgetFile, all: number): BudgetQuestion["ballot"] => {
  const whole = (key: string): number | undefined => {
    const value = meta.get(key) ?? "";
    return /^\d{1,6}$/.test(value) ? Math.min(Number(value), all) : undefined;
  };
  const [min, max] = [whole("min_length"), whole("max_length")];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined || max < 1 ? {} : { max }) };
};

/** Amounts of the file in fen; a fraction of a fen, nothing, or more than a poll holds is a fault. */
const moneyOf = (file: BudgetFile, kept: readonly number[], faults: FileFault[]) => {
  const { budget, projects, scale } = file.poll;
  const fen = (amount: number, what: string, zh: string): number => {
    const value = (amount * FEN) / scale;
    if (Number.isSafeInteger(value) && value >= 1 && value <= POLL_MONEY_MAX) return value;
    const reason = `${what} is not a whole number of fen from 1 to ${POLL_MONEY_MAX}`;
    faults.push({ line: 0, reason, zh: `${zh}应为 1 至 ${POLL_MONEY_MAX} 的整数分` });
    return 1;
  };
  return {
    budget: fen(budget, "budget", "预算"),
    costs: kept.map((at) => fen(projects[at]?.cost ?? 0, `cost of ${projects[at]?.id}`, `${projects[at]?.id} 的费用`)),
  };
};

/** The question of a file, or what of it no poll can hold. */
export const budgetQuestion = (
  file: BudgetFile,
): z.input<typeof FileQuestion> | { readonly faults: readonly FileFault[] } => {
  const { poll, names } = file;
  const kept = poll.projects.flatMap((project, at) => (isWithdrawn(project, poll) ? [] : [at]));
  const faults: FileFault[] = [];
  if (kept.length < 1 || kept.length > OPTIONS_MAX) {
    const reason = `${kept.length} projects, 1 to ${OPTIONS_MAX}`;
    faults.push({ line: 0, reason, zh: `项目 ${kept.length} 个，应为 1 至 ${OPTIONS_MAX} 个` });
  }
  const { budget, costs } = moneyOf(file, kept, faults);
  if (faults.length > 0) return { faults };
  const ids = idsOf(
    kept.map((at) => poll.projects[at]?.id ?? ""),
    "p",
  );
  const projects = kept.map((place, at) => ({
    id: ids[at] as string,
    name: textOf(names[place] ?? ""),
    cost: costs[at] as number,
    categories: categoriesOf(poll.projects[place]?.categories ?? []),
  }));
  const ties = { by: "CANDIDATE_ORDER" as const };
  const question = { kind: "BUDGET" as const, projects, budget, method: methodOf(file), ties };
  return {
    question: { ...question, ballot: limitsOf(file, kept.length) },
    ...{ ballots: poll.box.total, distinct: poll.box.size, withdrawn: poll.projects.length - kept.length },
  };
};

/** Categories that can be named in a poll; the file's other ones are dropped. */
const categoriesOf = (categories: readonly string[]): string[] =>
  categories.filter((category) => idsOf([category], "c")[0] === category).slice(0, CATEGORIES_MAX);

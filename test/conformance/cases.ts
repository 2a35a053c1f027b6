/** What a format gives the command: elections with known results, each with a way to count it again. */
import { type Settled, settle, type TieQuestion, type TieRule } from "../../functions/polls/tally/ties.ts";

export type Verdict =
  | { readonly verdict: "AGREES" }
  /** A tie was to be broken; broken as the known result tells, everything else agrees. */
  | { readonly verdict: "AGREES_BY_TIE" }
  | { readonly verdict: "DISAGREES"; readonly reason: string }
  /** Nothing to compare: a method or a file that the library does not have. */
  | { readonly verdict: "SKIPPED"; readonly reason: string };

export interface Case {
  readonly file: string;
  /** Method, with its variant. */
  readonly method: string;
  readonly run: () => Verdict;
}

/** A folder as a format sees it. */
export interface Folder {
  /** Paths below the folder, sorted, with `/`. */
  readonly paths: readonly string[];
  readonly read: (path: string) => string;
}

export interface Format {
  readonly name: string;
  /** Cases of the folder; those of one path are together. */
  readonly cases: (folder: Folder) => Iterable<Case>;
}

export const skipped = (reason: string): Verdict => ({ verdict: "SKIPPED", reason });

const TIES_MAX = 500;

/** Counts with each tie answered by what is known of the result. */
export const countTold = <T>(
  count: (rule: TieRule) => T,
  answer: (question: TieQuestion) => number | undefined,
): T | undefined => {
  const answers: { purpose: TieQuestion["purpose"]; round: number; tied: readonly number[]; chosen: number }[] = [];
  while (answers.length < TIES_MAX) {
    const settled: Settled<T> = settle(() => count({ by: "ASK", answers }));
    if (settled.done) return settled.result;
    const chosen = answer(settled.question);
    if (chosen === undefined) return undefined;
    answers.push({ ...settled.question, chosen });
  }
  return undefined;
};

/** Compares a count in list order; when it had ties and differs, one with the ties as the known result tells them. */
export const compareCounts = <T>(
  count: (rule: TieRule) => T,
  difference: (result: T, told: boolean) => string | null,
  answer: (question: TieQuestion) => number | undefined,
): Verdict => {
  const result = count({ by: "CANDIDATE_ORDER" });
  const reason = difference(result, false);
  if (reason === null) return { verdict: "AGREES" };
  const told = countTold(count, answer);
  return told !== undefined && difference(told, true) === null
    ? { verdict: "AGREES_BY_TIE" }
    : { verdict: "DISAGREES", reason };
};

/** Says how two lists of names differ, null when they hold the same names. */
export const setDifference = (ours: readonly string[], known: readonly string[]): string | null => {
  const missing = known.filter((name) => !ours.includes(name));
  const extra = ours.filter((name) => !known.includes(name));
  if (missing.length + extra.length === 0) return null;
  return `missing ${missing.join(", ") || "-"}; not in the known result ${extra.join(", ") || "-"}`;
};

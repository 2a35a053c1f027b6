/**
 * Ties never by accident: the rule is declared before opening, every tie that decides something is logged, and lots are
 * drawn from a seed by a rule that anyone can repeat.
 */
import { createHash } from "node:crypto";

/** What was to be decided: who wins, who leaves, what is funded, which majority is locked first. */
export type TiePurpose = "ELECT" | "ELIMINATE" | "FUND" | "LOCK";

/**
 * The last word on a tie.
 * - `CANDIDATE_ORDER`: the earlier on the list is preferred.
 * - `SEEDED`: preferred is who comes first when the candidates stand in the order of SHA-256 of `<seed>/<id>`, as text.
 *   The seed is public and fixed after the ballots are (a lottery drawing, say), so nobody can aim at an order.
 * - `ASK`: the count stops and asks; `answers` holds what was answered so far.
 */
export type LastWord =
  | { readonly by: "CANDIDATE_ORDER" }
  | { readonly by: "SEEDED"; readonly seed: string }
  | { readonly by: "ASK"; readonly answers: readonly TieAnswer[] };

/** Declared rule: first, where the method has rounds, who stood better in the latest round that tells them apart. */
export type TieRule = LastWord & { readonly previousRounds?: boolean };

/** An answer to a tie that was asked: of exactly these candidates, in this round, this one is chosen. */
export interface TieAnswer {
  readonly purpose: TiePurpose;
  readonly round: number;
  readonly tied: readonly number[];
  readonly chosen: number;
}

/** A tie as it was broken. `chosen` is elected, eliminated, funded or locked first, as `purpose` says. */
export interface TieLog extends TieAnswer {
  readonly by: LastWord["by"] | "PREVIOUS_ROUND" | "MORE_SUPPORT" | "LOWER_COST" | "HIGHER_COST";
  /** The earlier round that told them apart, for `PREVIOUS_ROUND`. */
  readonly comparedRound?: number;
}

/** The question that stops a count under `ASK`. */
export interface TieQuestion {
  readonly purpose: TiePurpose;
  readonly round: number;
  readonly tied: readonly number[];
}

/** Ends a count that needs an answer; `settle` turns it into a value. */
export class TieUnresolved extends Error {
  readonly question: TieQuestion;
  constructor(question: TieQuestion) {
    super(`tie in round ${question.round} between ${question.tied.join(", ")}`);
    this.question = question;
  }
}

/** A finished count, or the question that it waits for. */
export type Settled<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly question: TieQuestion };

/** Runs a count; an unanswered tie comes back as a question, any other exception is a bug and passes through. */
export const settle = <T>(count: () => T): Settled<T> => {
  try {
    return { done: true, result: count() };
  } catch (error) {
    if (error instanceof TieUnresolved) return { done: false, question: error.question };
    throw error;
  }
};

/** Candidates in the seeded order: SHA-256 of `<seed>/<id>`, smallest first. */
export const seededOrder = (ids: readonly string[], seed: string): number[] => {
  const lots = ids.map((id) => createHash("sha256").update(`${seed}/${id}`).digest("hex"));
  return ids.map((_, index) => index).sort((a, b) => ((lots[a] as string) < (lots[b] as string) ? -1 : 1));
};

/** Tallies of an earlier round: the count of a candidate then, undefined when it was not counted. */
export type Earlier = (round: number, candidate: number) => bigint | undefined;

const sameSet = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((candidate) => b.includes(candidate));

/** Breaks the ties of one count by its declared rule and keeps the log. */
export class Ties {
  readonly log: TieLog[] = [];
  readonly #rule: TieRule;
  readonly #places: readonly number[];

  /** @param ids candidates' stable ids in list order, which the seeded order hashes */
  constructor(rule: TieRule, ids: readonly string[]) {
    this.#rule = rule;
    const order = rule.by === "SEEDED" ? seededOrder(ids, rule.seed) : ids.map((_, index) => index);
    const places = new Array<number>(ids.length);
    order.forEach((candidate, place) => {
      places[candidate] = place;
    });
    this.#places = places;
  }

  /** Candidates from the most to the least preferred by the last word; under `ASK` in list order. */
  ordered(candidates: readonly number[]): number[] {
    return [...candidates].sort((a, b) => this.#place(a) - this.#place(b));
  }

  /**
   * Chooses one of the tied candidates and logs it; one alone is chosen without a word.
   *
   * @param earlier tallies of earlier rounds, where the method has them
   * @throws TieUnresolved under `ASK` without an answer for exactly this tie
   */
  choose(purpose: TiePurpose, round: number, tied: readonly number[], earlier?: Earlier): number {
    if (tied.length === 1) return tied[0] as number;
    const wantsLeast = purpose === "ELIMINATE";
    let left = [...tied].sort((a, b) => a - b);
    if (this.#rule.previousRounds && earlier) {
      for (let compared = round - 1; compared > 0; compared--) {
        left = extreme(left, (candidate) => earlier(compared, candidate), wantsLeast);
        if (left.length > 1) continue;
        const chosen = left[0] as number;
        this.log.push({ purpose, round, tied, chosen, by: "PREVIOUS_ROUND", comparedRound: compared });
        return chosen;
      }
    }
    const chosen = this.#lastWord(purpose, round, left);
    this.log.push({ purpose, round, tied, chosen, by: this.#rule.by });
    return chosen;
  }

  #lastWord(purpose: TiePurpose, round: number, tied: readonly number[]): number {
    if (this.#rule.by !== "ASK") {
      const ordered = this.ordered(tied);
      return (purpose === "ELIMINATE" ? ordered.at(-1) : ordered[0]) as number;
    }
    const answer = this.#rule.answers.find(
      (one) => one.purpose === purpose && one.round === round && sameSet(one.tied, tied),
    );
    if (answer === undefined || !tied.includes(answer.chosen)) throw new TieUnresolved({ purpose, round, tied });
    return answer.chosen;
  }

  #place(candidate: number): number {
    return this.#places[candidate] as number;
  }
}

function extreme(
  candidates: readonly number[],
  tallyOf: (candidate: number) => bigint | undefined,
  least: boolean,
): number[] {
  const tallies = candidates.map((candidate) => tallyOf(candidate) ?? 0n);
  const best = tallies.reduce((a, b) => ((least ? b < a : b > a) ? b : a));
  return candidates.filter((_, index) => tallies[index] === best);
}

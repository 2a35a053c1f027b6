/**
 * Votes by heads. Residents' assembly: Organic Law of Urban Residents' Committees, articles 9 and 10: more than half
 * of those entitled (all residents of 18 and over, or one of each household, or the groups' representatives) attend,
 * and more than half of those who attend agree. Other polls set a quorum and a share of their own.
 */
import { type Inequality, inequality, type Threshold } from "./inequality.ts";

/** Heads behind each answer; whoever attended without an answer counts as abstaining. */
export interface HeadCount {
  /** Entries of the frozen roll. */
  readonly entitled: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export interface HeadRules {
  /** Share of the entitled that has to take part; null asks for none. */
  readonly quorum: Threshold | null;
  readonly approval: Threshold;
  /** What approval is a share of: all who took part, those who said yes or no, or all entitled. */
  readonly base: "PARTICIPANTS" | "YES_AND_NO" | "ENTITLED";
}

export interface HeadVerdict {
  readonly passed: boolean;
  /** Nobody is entitled, or nobody took part: nothing is decided, whatever the tests say. */
  readonly reason: "EMPTY_ROLL" | "NOBODY_VOTED" | null;
  /** Quorum where there is one, then approval. */
  readonly tests: readonly Inequality[];
}

const MORE_THAN_HALF: Threshold = { num: 1, den: 2, strict: true };

/** Articles 9 and 10: a majority attends, and a majority of those attending agrees. */
export const RESIDENTS_ASSEMBLY: HeadRules = {
  quorum: MORE_THAN_HALF,
  approval: MORE_THAN_HALF,
  base: "PARTICIPANTS",
};

/**
 * The verdict of a yes/no vote by heads.
 *
 * @param count whole numbers; more votes than entitled is a bug of the caller
 * @throws RangeError when more voted than are entitled
 */
export const headVerdict = (count: HeadCount, rules: HeadRules = RESIDENTS_ASSEMBLY): HeadVerdict => {
  const voted = count.yes + count.no + count.abstain;
  if (voted > count.entitled) throw new RangeError(`${voted} votes of ${count.entitled} entitled`);
  const bases = { PARTICIPANTS: voted, YES_AND_NO: count.yes + count.no, ENTITLED: count.entitled };
  const tests = [
    ...(rules.quorum ? [inequality("QUORUM", voted, count.entitled, rules.quorum)] : []),
    inequality("APPROVAL", count.yes, bases[rules.base], rules.approval),
  ];
  const reason = count.entitled === 0 ? "EMPTY_ROLL" : bases[rules.base] === 0 ? "NOBODY_VOTED" : null;
  return { passed: reason === null && tests.every(({ holds }) => holds), reason, tests };
};

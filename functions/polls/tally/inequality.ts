/** A legal threshold as two exact integers with the sign between them, so that a verdict can be checked by hand. */

/** A share: `num / den`; strict means more than, otherwise at least. */
export interface Threshold {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
}

/** One test of a verdict: `den * part` on the left, `num * whole` on the right. */
export interface Inequality {
  readonly name: string;
  /** What is counted, and of what. */
  readonly part: number;
  readonly whole: number;
  readonly left: number;
  readonly sign: ">" | ">=";
  readonly right: number;
  readonly holds: boolean;
}

const exact = (value: number): number => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is no exact count`);
  return value;
};

/**
 * Whether `part` reaches the threshold of `whole`.
 *
 * @param part a whole number of heads or of 0.01 m², as `whole`; both products must stay exact
 * @throws RangeError when a number is negative, not whole or too large to be exact
 */
export const inequality = (name: string, part: number, whole: number, threshold: Threshold): Inequality => {
  const left = exact(threshold.den * exact(part));
  const right = exact(threshold.num * exact(whole));
  const sign = threshold.strict ? ">" : ">=";
  return { name, part, whole, left, sign, right, holds: threshold.strict ? left > right : left >= right };
};

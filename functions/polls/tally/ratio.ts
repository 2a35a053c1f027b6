/** Exact fractions: two big integers, the denominator positive, in lowest terms. */

export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** Greatest common divisor of two non-negative integers (Euclid); 0 only when both are 0. */
export const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The fraction `num / den` in lowest terms; `den` is not 0. */
export const ratio = (num: bigint, den: bigint): Ratio => {
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num < 0n ? -num : num, den * sign) * sign;
  return { num: num / divisor, den: den / divisor };
};

/** As `n` or `n/d`, which reads back exactly. */
export const ratioText = ({ num, den }: Ratio): string => (den === 1n ? `${num}` : `${num}/${den}`);

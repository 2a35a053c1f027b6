/** Dividing an amount so that the parts sum to the whole (largest remainder, Hamilton's method). */

/**
 * Parts of `amount` (an integer of at least 0) in proportion to integer weights; units left over go to the largest
 * remainders, ties to the earlier weight. Throws where no weight is above 0.
 */
export const apportion = (amount: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) throw new RangeError("no weight is above 0");
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((product) => Number(product / BigInt(sum)));
  const left = amount - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % BigInt(sum) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] as number) + 1;
  return parts;
};

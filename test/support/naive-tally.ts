/** The methods again as their definitions say, one voter after the other, with fractions and no shortcuts. */
import { type Ratio, ratio } from "../../functions/polls/tally/ratio.ts";

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compareRatio = (a: Ratio, b: Ratio): number => {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
};

const add = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den + b.num * a.den, a.den * b.den);
const minus = (a: Ratio, b: Ratio): Ratio => add(a, { num: -b.num, den: b.den });
const whole = (value: number): Ratio => ratio(BigInt(value), 1n);
const divide = (a: Ratio, by: bigint): Ratio => ratio(a.num, a.den * by);

export interface NaiveProjects {
  readonly costs: readonly number[];
  /** Approved projects, a voter each. */
  readonly voters: readonly (readonly number[])[];
}

/** The price of a project: the least p with sum of min(purse, p) over its supporters equal to the cost, or null. */
const priceOf = (purses: readonly Ratio[], cost: Ratio): Ratio | null => {
  const sorted = [...purses].sort(compareRatio);
  let left = cost;
  for (const [index, purse] of sorted.entries()) {
    const price = divide(left, BigInt(sorted.length - index));
    if (compareRatio(price, purse) <= 0) return price;
    left = minus(left, purse);
  }
  return null;
};

/** Equal shares: funded projects in order with their prices; ties by list order. */
export const naiveEqualShares = ({ costs, voters }: NaiveProjects, money: number) => {
  const purses = voters.map(() => ratio(BigInt(money), BigInt(voters.length)));
  const bought: { readonly project: number; readonly price: Ratio }[] = [];
  for (;;) {
    let best: { project: number; price: Ratio; rate: Ratio } | undefined;
    for (const [project, cost] of costs.entries()) {
      if (bought.some((one) => one.project === project)) continue;
      const behind = voters.flatMap((approved, voter) => (approved.includes(project) ? [purses[voter] as Ratio] : []));
      const price = behind.length === 0 ? null : priceOf(behind, whole(cost));
      if (!price) continue;
      const rate = divide(price, BigInt(cost));
      if (!best || compareRatio(rate, best.rate) < 0) best = { project, price, rate };
    }
    if (!best) return { bought, purses };
    const { project, price } = best;
    bought.push({ project, price });
    for (const [voter, approved] of voters.entries()) {
      const purse = purses[voter] as Ratio;
      if (approved.includes(project)) purses[voter] = compareRatio(purse, price) <= 0 ? whole(0) : minus(purse, price);
    }
  }
};

/** Sequential Phragmén: purchases with their times, until the first over the budget; ties by list order. */
export const naivePhragmen = ({ costs, voters }: NaiveProjects, budget: number) => {
  const since = voters.map(() => whole(0));
  const bought: { readonly project: number; readonly time: Ratio }[] = [];
  let spent = 0;
  for (;;) {
    let best: { project: number; time: Ratio } | undefined;
    for (const [project, cost] of costs.entries()) {
      if (bought.some((one) => one.project === project)) continue;
      const starts = voters.flatMap((approved, voter) => (approved.includes(project) ? [since[voter] as Ratio] : []));
      if (starts.length === 0) continue;
      const time = divide(starts.reduce(add, whole(cost)), BigInt(starts.length));
      if (!best || compareRatio(time, best.time) < 0) best = { project, time };
    }
    if (!best || spent + (costs[best.project] as number) > budget) return bought;
    const { project, time } = best;
    bought.push(best);
    spent += costs[project] as number;
    for (const [voter, approved] of voters.entries()) if (approved.includes(project)) since[voter] = time;
  }
};

/** Strict rankings counted from scratch each round, whole ballots; the least preferred in list order leaves a tie. */
export const naiveRunoff = (ballots: readonly (readonly number[])[], candidates: number): number => {
  const gone = new Set<number>();
  for (;;) {
    const votes = new Map<number, number>();
    for (let one = 0; one < candidates; one++) if (!gone.has(one)) votes.set(one, 0);
    for (const ballot of ballots) {
      const first = ballot.find((one) => !gone.has(one));
      if (first !== undefined) votes.set(first, (votes.get(first) ?? 0) + 1);
    }
    const order = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const active = order.reduce((sum, [, count]) => sum + count, 0);
    if (order.length <= 2 || (order[0]?.[1] ?? 0) * 2 > active) return order[0]?.[0] ?? -1;
    gone.add(order.at(-1)?.[0] ?? -1);
  }
};

/** Ballots as ranks by candidate (lower is better, Infinity unranked): how many prefer a to b. */
export const naivePrefer = (ballots: readonly (readonly number[])[], a: number, b: number): number =>
  ballots.filter((ranks) => (ranks[a] as number) < (ranks[b] as number)).length;

/** The strongest path from a to b over all simple paths. */
export const naiveStrongest = (
  size: number,
  strength: (a: number, b: number) => number,
  a: number,
  b: number,
): number => {
  const walk = (at: number, seen: ReadonlySet<number>, weakest: number): number => {
    if (at === b) return weakest;
    let best = 0;
    for (let next = 0; next < size; next++) {
      const here = strength(at, next);
      if (!seen.has(next) && here > 0)
        best = Math.max(best, walk(next, new Set([...seen, next]), Math.min(weakest, here)));
    }
    return best;
  };
  return walk(a, new Set([a]), Number.MAX_SAFE_INTEGER);
};

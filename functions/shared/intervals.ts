/** Arithmetic of half-open intervals [fromMs, untilMs) in milliseconds since 1970, all pure and linear after a sort. */

/** From an instant up to, not including, another one. */
export interface Interval {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The same set of instants as sorted intervals that neither overlap nor touch. */
export const unionOf = (intervals: readonly Interval[]): Interval[] => {
  const sorted = intervals.filter(({ fromMs, untilMs }) => fromMs < untilMs).sort((a, b) => a.fromMs - b.fromMs);
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && next.fromMs <= last.untilMs) {
      merged[merged.length - 1] = { fromMs: last.fromMs, untilMs: Math.max(last.untilMs, next.untilMs) };
    } else merged.push({ fromMs: next.fromMs, untilMs: next.untilMs });
  }
  return merged;
};

/** The instants that are in both sets, as sorted intervals. */
export const intersectionOf = (a: readonly Interval[], b: readonly Interval[]): Interval[] => {
  const [left, right] = [unionOf(a), unionOf(b)];
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i] as Interval, right[j] as Interval];
    const fromMs = Math.max(one.fromMs, other.fromMs);
    const untilMs = Math.min(one.untilMs, other.untilMs);
    if (fromMs < untilMs) common.push({ fromMs, untilMs });
    if (one.untilMs < other.untilMs) i++;
    else j++;
  }
  return common;
};

/** The instants of `a` that are not in `b`, as sorted intervals. */
export const differenceOf = (a: readonly Interval[], b: readonly Interval[]): Interval[] => {
  const holes = unionOf(b);
  const left: Interval[] = [];
  let first = 0;
  for (const whole of unionOf(a)) {
    let fromMs = whole.fromMs;
    while (first < holes.length && (holes[first] as Interval).untilMs <= fromMs) first++;
    for (let at = first; at < holes.length && (holes[at] as Interval).fromMs < whole.untilMs; at++) {
      const hole = holes[at] as Interval;
      if (fromMs < hole.fromMs) left.push({ fromMs, untilMs: hole.fromMs });
      fromMs = Math.max(fromMs, hole.untilMs);
    }
    if (fromMs < whole.untilMs) left.push({ fromMs, untilMs: whole.untilMs });
  }
  return left;
};

/** Milliseconds in a set of intervals that do not overlap, such as any answer of this module. */
export const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0);

/** A stretch of time that overrides what stood there: open or closed, whatever the rules say. */
export interface Override extends Interval {
  readonly open: boolean;
}

/** Open times under overrides, of which a later one in the list wins over an earlier one. */
export const overridden = (open: readonly Interval[], overrides: readonly Override[]): Interval[] => {
  let times = unionOf(open);
  for (const override of overrides) {
    times = override.open ? unionOf(times.concat(override)) : differenceOf(times, [override]);
  }
  return times;
};

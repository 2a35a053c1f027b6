/** Use of a pooled lot by quarters of an hour: a stretch uses every quarter that it touches. */
import type { Interval } from "../../shared/intervals.ts";
import { type LocalDay, localDays, QUARTER_MS } from "./day.ts";

/** Change of a lot's use in the quarters of one local day. */
export interface QuarterUse {
  readonly day: LocalDay;
  /** Change by quarter, counted from the instant at which the local day starts; never 0. */
  readonly change: ReadonlyMap<number, number>;
}

const add = (
  uses: Map<string, { day: LocalDay; change: Map<number, number> }>,
  day: LocalDay,
  at: number,
  by: number,
) => {
  const use = uses.get(day.day) ?? { day, change: new Map<number, number>() };
  uses.set(day.day, use);
  const next = (use.change.get(at) ?? 0) + by;
  if (next === 0) use.change.delete(at);
  else use.change.set(at, next);
};

/** What changes when one stretch takes the place of another; either may be missing. */
export const quarterUses = (before: Interval | undefined, after: Interval | undefined, zone: string): QuarterUse[] =>
  usesOf(before ? [before] : [], after ? [after] : [], zone);

/** What changes when some stretches are given back and others are taken: one use a local day. */
export const usesOf = (given: readonly Interval[], taken: readonly Interval[], zone: string): QuarterUse[] => {
  const uses = new Map<string, { day: LocalDay; change: Map<number, number> }>();
  const changes = [...given.map((one) => [one, -1] as const), ...taken.map((one) => [one, 1] as const)];
  for (const [stretch, by] of changes) {
    for (const day of localDays(stretch, zone)) {
      const first = Math.floor((Math.max(stretch.fromMs, day.fromMs) - day.fromMs) / QUARTER_MS);
      const end = Math.ceil((Math.min(stretch.untilMs, day.untilMs) - day.fromMs) / QUARTER_MS);
      for (let quarter = first; quarter < end; quarter++) add(uses, day, quarter, by);
    }
  }
  return [...uses.values()].filter(({ change }) => change.size > 0);
};

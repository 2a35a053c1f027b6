/**
 * Use of a pooled lot in DynamoDB: one item a lot and local day with a counter for each quarter of an hour. Taking is
 * one conditional update that reads nothing: each counter must be below the capacity.
 */
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import { QUARTERS_MAX } from "../domain/day.ts";
import type { QuarterUse } from "../domain/quarters.ts";

/** Key of a lot's counters of a local day. */
export const quartersKey = (lot: string, day: string): Key => ({ pk: `GL#${lot}`, sk: `Q#${day}` });

const KEEP_SECONDS = 60 * 86_400;
const nameOf = (quarter: number): string => `u${quarter}`;

/** Spaces in use in a quarter; an item that is not there has none. */
export const usedIn = (item: Item | undefined | null, quarter: number): number =>
  (item?.[nameOf(quarter)] as number | undefined) ?? 0;

/** The first counters of a day, all of them zero but for this use. */
const first = (lot: string, { day, change }: QuarterUse): Write => {
  const counters = Array.from({ length: QUARTERS_MAX }, (_, quarter) => [nameOf(quarter), change.get(quarter) ?? 0]);
  const ttl = Math.floor(day.untilMs / 1_000) + KEEP_SECONDS;
  return create({ ...quartersKey(lot, day.day), ...Object.fromEntries(counters), ttl });
};

/** Counts a change of use on the counters of a day; `absent` when they are known not to be there yet. */
export const countQuarters = (lot: string, use: QuarterUse, capacity: number, absent: boolean): Write => {
  if (absent) return first(lot, use);
  const changes = [...use.change];
  // One name for each different change; short names keep the expression of a whole day below DynamoDB's 4 KB.
  const sizes = [...new Set(changes.map(([, by]) => by))];
  const name = (by: number): string => (by > 0 ? `p${by}` : `m${-by}`);
  const limit = (by: number): number => (by > 0 ? capacity - by : -by);
  return {
    type: "update",
    key: quartersKey(lot, use.day.day),
    update: `ADD ${changes.map(([quarter, by]) => `${nameOf(quarter)} :${name(by)}`).join(", ")}`,
    condition: {
      expression: changes
        .map(([quarter, by]) => `${nameOf(quarter)} ${by > 0 ? "<=" : ">="} :${name(by)}l`)
        .join(" AND "),
      names: {},
      values: Object.fromEntries(
        sizes.flatMap((by) => [
          [`:${name(by)}`, by],
          [`:${name(by)}l`, limit(by)],
        ]),
      ),
    },
  };
};

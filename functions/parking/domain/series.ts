/** A series: many dates of one space or pooled lot that somebody asked for at once. */
import type * as z from "zod";
import { SERIES_DATES_MAX, type SeriesMode } from "../../../schemas/parking/series.ts";
import { derivedId } from "../../shared/derived.ts";
import type { Interval } from "../../shared/intervals.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { type Busy, type DayDocument, obstacle, reach, touches, withBusy } from "./day.ts";

/** A series as it is kept: what was asked for. What became of each date is read from the record of its booking. */
export interface Series {
  readonly id: string;
  readonly community: string;
  readonly space: string | undefined;
  readonly lot: string;
  readonly renter: string;
  readonly by: string;
  readonly mode: z.infer<typeof SeriesMode>;
  readonly unit: "points" | "minutes" | "cny";
  /** By their beginnings; no two overlap. */
  readonly dates: readonly Interval[];
  readonly createdMs: number;
  readonly fingerprint: string;
}

/** Id of a date's booking: always the same, so that a series that was cut short can be gone through again. */
export const dateId = (series: string, { fromMs }: Interval): string =>
  derivedId("series-booking", series, String(fromMs));

/** Why dates, by their beginnings, are no series: none, too many, overlapping. */
export const datesRefusals = (dates: readonly Interval[]): Refusal[] => {
  const { length } = dates;
  if (length < 1 || length > SERIES_DATES_MAX) {
    return [refuse("parking/series-dates", { dates: length, limit: SERIES_DATES_MAX })];
  }
  return dates.slice(1).flatMap(({ fromMs }, index) => {
    const before = dates[index] as Interval;
    return fromMs < before.untilMs
      ? [refuse("parking/series-overlap", { from: instantOf(before.fromMs), other: instantOf(fromMs) })]
      : [];
  });
};

/**
 * All stretches taken one after the other: the documents one revision on, each once; or what is in the way of which
 * (by their place in `wanted`), when it is in the way of any.
 */
export const takeAll = (
  days: readonly DayDocument[],
  wanted: readonly Busy[],
  nowMs: number,
): { readonly days: readonly DayDocument[] } | { readonly refused: ReadonlyMap<number, "closed" | "taken"> } => {
  const refused = new Map<number, "closed" | "taken">();
  let next = [...days];
  for (const [index, busy] of wanted.entries()) {
    const around = next.filter(({ day }) => touches(day, reach(busy)));
    const wrong = obstacle(around, busy, nowMs);
    if (wrong) refused.set(index, wrong);
    else next = next.map((document) => withBusy(document, busy, nowMs));
  }
  if (refused.size > 0) return { refused };
  // Several stretches in one document are one write.
  return {
    days: next.map((document, index) => ({ ...document, revision: (days[index] as DayDocument).revision + 1 })),
  };
};

/** The dates that a series asks for: as they are listed, or by a recurring time in the lot's zone. */
import type * as z from "zod";
import type { SeriesTime, seriesOperations } from "../../../../schemas/parking/series.ts";
import { told } from "../../../../schemas/primitives.ts";
import type { Call } from "../../../shared/call.ts";
import type { Interval } from "../../../shared/intervals.ts";
import { nextOccurrence, occurrencesIn, recurrenceFault, WINDOW_DAYS_MAX } from "../../../shared/recurrence.ts";
import { type Refusal, refuse } from "../../../shared/refusal.ts";
import { instantOf, localMs } from "../../../shared/time.ts";

type Ops = typeof seriesOperations;

const DAY_MS = 86_400_000;

/** A date with the member of the request that asks for it. */
export interface Dated extends Interval {
  readonly field: string;
}

/** What a refused date is called in a problem: where it was asked for, when it is, and why. */
export const fieldOf = ({ field, fromMs, untilMs }: Dated, code: string) => ({
  field,
  reason: `${instantOf(fromMs)}/${instantOf(untilMs)} ${code}`,
});

type Dates = { readonly dates: readonly Dated[] } | { readonly refusals: readonly Refusal[] };

const recurring = async (asked: z.output<typeof SeriesTime>, zone: string, aheadDays: number): Promise<Dates> => {
  const time = { ...asked, zone };
  const fault = await recurrenceFault(time);
  if (fault) {
    return { refusals: [refuse("request/invalid", {}, [{ field: "/recurring", reason: told(fault.en, fault.zh) }])] };
  }
  const fromMs = Math.min(...[time.start, ...(time.also ?? [])].map((local) => localMs(local, zone)));
  const untilMs = fromMs + WINDOW_DAYS_MAX * DAY_MS;
  const found = await occurrencesIn(time, { fromMs, untilMs });
  const later = await nextOccurrence(time, untilMs);
  // Nothing is dropped in silence: what lies beyond the window is beyond what can be booked, too.
  if (later && later.fromMs >= untilMs) return { refusals: [refuse("parking/too-far", { days: aheadDays })] };
  return { dates: found.map((date) => ({ ...date, field: "/recurring" })) };
};

/** The dates of a request by their beginnings; how many they are is not judged here. */
export const datesOf = async (
  { recurring: time, stays = [] }: Pick<Call<Ops["createParkingSeries"]>["body"], "recurring" | "stays">,
  zone: string,
  aheadDays: number,
): Promise<Dates> => {
  if (time) return recurring(time, zone, aheadDays);
  const dates = stays.map(({ from, until }, index) => ({
    fromMs: Date.parse(from),
    untilMs: Date.parse(until),
    field: `/stays/${index}`,
  }));
  return { dates: dates.sort((a, b) => a.fromMs - b.fromMs) };
};

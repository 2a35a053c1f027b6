/** What a series came to, date by date: the records of the dates' bookings, or the refusals kept in their place. */
import type * as z from "zod";
import type { Series as SeriesSchema } from "../../../../schemas/parking/series.ts";
import type { Call } from "../../../shared/call.ts";
import type { Deps } from "../../../shared/deps.ts";
import { problemOf } from "../../../shared/problem.ts";
import type { Refusal } from "../../../shared/refusal.ts";
import { instantOf } from "../../../shared/time.ts";
import type { Item } from "../../../shared/write.ts";
import { asCreated, type Booking } from "../../domain/booking.ts";
import { stateAt } from "../../domain/lifecycle.ts";
import { dateId, type Series } from "../../domain/series.ts";
import { bookingKey, toBooking } from "../../store/bookings.ts";
import { policyOf } from "../support.ts";

export type SeriesView = z.input<typeof SeriesSchema>;
type DateView = SeriesView["dates"][number];

/** Whom a report is for. */
export type Reader = Pick<Call, "locale" | "requestId">;

/** What became of one date: a booking, a refusal, or nothing yet; a booking that was not cancelled has both. */
export interface Fate {
  readonly booking?: Booking | undefined;
  readonly refusal?: Refusal | undefined;
}

const viewRefusal = (refusal: Refusal, { locale, requestId }: Reader): DateView["refusal"] => {
  const { code, title, detail, alternatives } = problemOf(refusal, locale, requestId);
  return { code, title, detail, ...(alternatives ? { alternatives: [...alternatives] as never } : {}) };
};

/** A series with the fates of its dates, in their order; `nowMs` decides what has run out. */
export const viewSeries = (series: Series, fates: readonly Fate[], nowMs: number, reader: Reader): SeriesView => {
  const dates = series.dates.map(({ fromMs, untilMs }, index): DateView => {
    const { booking, refusal } = fates[index] as Fate;
    return {
      ...{ from: instantOf(fromMs), until: instantOf(untilMs) },
      outcome: booking ? "booked" : refusal ? "refused" : "open",
      ...(booking ? { booking: booking.id, state: stateAt(booking, nowMs), amount: booking.amount } : {}),
      ...(refusal ? { refusal: viewRefusal(refusal, reader) } : {}),
    };
  });
  const { id, community, space, lot, renter, by, mode, unit, createdMs } = series;
  const booked = dates.filter(({ outcome }) => outcome === "booked");
  return {
    ...{ id, community, ...(space === undefined ? {} : { space }), lot, renter, by, mode },
    booked: booked.length,
    amount: booked.reduce((sum, { amount = 0 }) => sum + amount, 0),
    ...{ unit, dates, createdAt: instantOf(createdMs) },
  };
};

const fateOf = (item: Item | undefined): Fate => {
  if (item === undefined) return {};
  return Array.isArray(item.no) ? { refusal: (item.no as Refusal[])[0] } : { booking: toBooking(item) };
};

/** The fates of a series' dates as they are now, in one read. */
export const fatesOf = async (series: Series, { db }: Pick<Deps, "db">): Promise<Fate[]> => {
  const keys = series.dates.map((date) => bookingKey(dateId(series.id, date)));
  const items = new Map((await db.getMany(keys)).map((item) => [item.pk, item]));
  return keys.map(({ pk }) => fateOf(items.get(pk)));
};

/** The series as it was when each date was first decided, which is what a replay shows. */
export const firstReport = async (series: Series, reader: Reader, deps: Deps): Promise<SeriesView> => {
  const fates = (await fatesOf(series, deps)).map(({ booking, refusal }) => ({
    booking: booking && asCreated(booking, policyOf(deps, booking.policy)),
    refusal,
  }));
  return viewSeries(series, fates, series.createdMs, reader);
};

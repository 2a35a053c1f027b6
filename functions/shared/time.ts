/**
 * Calendar arithmetic in the district's zone: the periods that caps count in, and the day on which a credit expires.
 * Temporal by functions rather than classes: the same rules in half the bundle.
 */
import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import {
  addDays as addDateDays,
  addMonths,
  create,
  startOfMonth,
  toString as toText,
  toZonedDateTime,
} from "temporal-polyfill/fns/PlainDate";
import {
  create as createDateTime,
  toString as dateTimeText,
  toZonedDateTime as zonedOf,
} from "temporal-polyfill/fns/PlainDateTime";
import { addDays, toInstant, toPlainDate, toPlainDateTime } from "temporal-polyfill/fns/ZonedDateTime";

/** Numbers that name the local day, ISO week, month and year of an instant; each rises by one from period to period. */
export interface Periods {
  readonly day: number;
  readonly week: number;
  readonly month: number;
  readonly year: number;
}

const DAY_MS = 86_400_000;

const localDate = (instant: Date, zone: string) =>
  toPlainDate(toZonedDateTimeISO(fromEpochMilliseconds(instant.getTime()), zone));

/** The periods that hold at `instant` in `zone`. Weeks begin on Monday (ISO 8601). */
export const periodsAt = (instant: Date, zone: string): Periods => {
  const { year, month, day: dayOfMonth } = localDate(instant, zone);
  const day = Math.floor(Date.UTC(year, month - 1, dayOfMonth) / DAY_MS);
  // 1970-01-01 was a Thursday, so three days on the ISO week begins.
  return { day, week: Math.floor((day + 3) / 7), month: year * 12 + month - 1, year };
};

/** `YYYYMMDD` of the local day, which sorts and compares as text. */
export const dayText = (instant: Date, zone: string): string => toText(localDate(instant, zone)).replaceAll("-", "");

/**
 * `YYYYMMDD` of the first local day on which a credit made at `instant` has expired: the month after the `months`-th.
 */
export const expiryDay = (instant: Date, zone: string, months: number): string =>
  toText(addMonths(startOfMonth(localDate(instant, zone)), months + 1)).replaceAll("-", "");

/** `YYYY-MM-DD` of a `YYYYMMDD`. */
export const dayIso = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;

/** The instant at which the local day `YYYYMMDD` begins in `zone` (23 h and 25 h days included). */
export const dayStart = (day: string, zone: string): Date => {
  const date = create(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8)));
  return new Date(toInstant(toZonedDateTime(date, zone)).epochMilliseconds);
};

/** The local day `days` days after (or before) the local day `YYYYMMDD`. */
export const dayAfter = (day: string, days: number): string => {
  const date = create(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8)));
  return toText(addDateDays(date, days)).replaceAll("-", "");
};

/** The local day `months` months after (or before) the local day `YYYYMMDD`; the last of a shorter month. */
export const monthsAfter = (day: string, months: number): string => {
  const date = create(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8)));
  return toText(addMonths(date, months)).replaceAll("-", "");
};

/** An instant as answers show it (RFC 3339, UTC), from milliseconds. */
export const instantOf = (ms: number): string => new Date(ms).toISOString();

/**
 * The instant (ms) of a local time `YYYY-MM-DDTHH:MM` in `zone`. A time that happens twice is the first of them; one
 * that a change of the clock skips is read with the offset before it (RFC 5545 section 3.3.5).
 */
export const localMs = (local: string, zone: string): number => {
  const [year, month, day, hour, minute] = local.split(/[-T:]/).map(Number);
  const plain = createDateTime(year as number, month as number, day as number, hour, minute);
  return toInstant(zonedOf(plain, zone)).epochMilliseconds;
};

/** The instant (ms) so many local days later, at the same local time: a day is 23, 24 or 25 hours long. */
export const plusLocalDays = (ms: number, zone: string, days: number): number =>
  toInstant(addDays(toZonedDateTimeISO(fromEpochMilliseconds(ms), zone), days)).epochMilliseconds;

/** The local time of an instant (ms) as `YYYY-MM-DDTHH:MM`. */
export const localText = (ms: number, zone: string): string =>
  dateTimeText(toPlainDateTime(toZonedDateTimeISO(fromEpochMilliseconds(ms), zone))).slice(0, 16);

/**
 * Working days of a district: Monday to Friday, less the holidays and with the shifted working days that its calendar
 * names (the State Council announces both for each year).
 */
import type { WorkCalendar } from "../../schemas/district.ts";
import { dayStart, periodsAt } from "./time.ts";

const DAY_MS = 86_400_000;
/** Days looked through for one more working day before the calendar is taken for wrong. */
const GAP_DAYS_MAX = 60;

/** `YYYY-MM-DD` of a numbered day (`periodsAt(...).day`). */
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Whether a numbered day (`periodsAt(...).day`) is a working day. */
export const isWorkday = (day: number, { holidays, workdays }: WorkCalendar): boolean => {
  const date = dateOf(day);
  if (workdays.includes(date)) return true;
  // 1970-01-01 was a Thursday: three days on, the week begins with Monday as 0.
  return (((day + 3) % 7) + 7) % 7 < 5 && !holidays.includes(date);
};

/**
 * The instant at which `count` working days have ended since `from`, whose own local day is not counted (Civil Code,
 * articles 201 and 203: periods in days begin on the next day and end with the last one).
 */
export const afterWorkdays = (from: Date, count: number, calendar: WorkCalendar, zone: string): Date => {
  let { day } = periodsAt(from, zone);
  for (let left = count; left > 0; left--) {
    const last = day + GAP_DAYS_MAX;
    do {
      if (day === last) throw new RangeError(`no working day in ${GAP_DAYS_MAX} days`);
      day += 1;
    } while (!isWorkday(day, calendar));
  }
  return dayStart(dateOf(day + 1).replaceAll("-", ""), zone);
};

/**
 * Clocks of a poll in the community's zone. Periods of days begin on the day after the event (Civil Code, article 201)
 * and end with a whole day.
 */
import type { WorkCalendar } from "../../../schemas/district.ts";
import type { PollsConfig } from "../../../schemas/polls/config.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { dayIso, dayStart, dayText, plusLocalDays } from "../../shared/time.ts";
import { afterWorkdays } from "../../shared/workdays.ts";

/** Days of notice before voting begins: regulations on property management, article 14 (15 days before a meeting). */
export const NOTICE_DAYS = 15;
/** Days of notice of an extraordinary meeting. */
export const EXTRAORDINARY_NOTICE_DAYS = 7;
/** Days for which a poll is open, at least and at most, extensions included. */
export const WINDOW_DAYS_MIN = 5;
export const WINDOW_DAYS_MAX = 60;
/** Days ahead for which a poll may be planned. */
export const AHEAD_DAYS_MAX = 400;

/** The earliest instant (ms) at which a poll of which notice is given at `now` may open. */
export const earliestOpening = (now: Date, extraordinary: boolean, zone: string): number => {
  const days = extraordinary ? EXTRAORDINARY_NOTICE_DAYS : NOTICE_DAYS;
  return plusLocalDays(dayStart(dayText(now, zone), zone).getTime(), zone, days + 1);
};

/** The times of a poll, in ms. */
export interface Times {
  readonly correctMs: number;
  readonly openMs: number;
  readonly closeMs: number;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** Refusals of a window: in order, not too far ahead, 5 to 60 days long. */
export const windowRefusals = ({ correctMs, openMs, closeMs }: Times, now: Date, zone: string): Refusal[] => {
  const [earliest, latest] = [
    plusLocalDays(openMs, zone, WINDOW_DAYS_MIN),
    plusLocalDays(openMs, zone, WINDOW_DAYS_MAX),
  ];
  if (openMs > plusLocalDays(now.getTime(), zone, AHEAD_DAYS_MAX)) {
    return [refuse("polls/window", { from: iso(openMs), earliest: iso(earliest), latest: iso(latest) })];
  }
  if (closeMs < earliest || closeMs > latest) {
    return [refuse("polls/window", { from: iso(openMs), earliest: iso(earliest), latest: iso(latest) })];
  }
  return correctMs < openMs ? [] : [refuse("polls/correction-window", { until: iso(correctMs), opens: iso(openMs) })];
};

/** Refusals of notice given now: too short before opening, or the roll's dispute window is over before it began. */
export const noticeRefusals = (times: Times, extraordinary: boolean, now: Date, zone: string): Refusal[] => {
  const earliest = earliestOpening(now, extraordinary, zone);
  const days = extraordinary ? EXTRAORDINARY_NOTICE_DAYS : NOTICE_DAYS;
  if (times.openMs < earliest) return [refuse("polls/notice-too-short", { days, earliest: iso(earliest) })];
  return times.correctMs > now.getTime()
    ? []
    : [refuse("polls/correction-window", { until: iso(times.correctMs), opens: iso(times.openMs) })];
};

/** When a result published at `now` has stood long enough (ms), and until which local day its evidence is kept. */
export const publicationOf = (
  now: Date,
  config: PollsConfig,
  calendar: WorkCalendar,
  zone: string,
): { readonly untilMs: number; readonly evidenceUntil: string } => {
  // A month counts as 31 days: never less than the months that the law asks for.
  return {
    untilMs: afterWorkdays(now, config.publicationWorkingDays, calendar, zone).getTime(),
    evidenceUntil: dayIso(dayText(new Date(plusLocalDays(now.getTime(), zone, config.evidenceMonths * 31)), zone)),
  };
};

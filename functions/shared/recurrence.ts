/**
 * Expands recurring times (RFC 5545) to instants. Recurrence arithmetic is rrule-temporal's, loaded when it is first
 * needed; grammar and limits are ours (`schemas/recurrence.ts`), so every expansion is bounded. ADR 0032.
 */
import {
  EXCEPTIONS_MAX,
  LENGTH_DAYS_MAX,
  type RecurringTime,
  type RuleFault,
  TIMES_A_DAY_MAX,
} from "../../schemas/recurrence.ts";
import type { Interval } from "./intervals.ts";
import { localMs, localText, plusLocalDays } from "./time.ts";

/** Longest window that is expanded at once, in days. */
export const WINDOW_DAYS_MAX = 400;
/** Most occurrences in one expansion, by what the grammar lets a rule say. */
export const OCCURRENCES_MAX = TIMES_A_DAY_MAX * (WINDOW_DAYS_MAX + LENGTH_DAYS_MAX + 2) + EXCEPTIONS_MAX;
/** A rule that does not occur within so many years of its start is taken never to occur. */
export const FIRST_WITHIN_YEARS = 40;

const DAY_MS = 86_400_000;
const WINDOW_MAX_MS = WINDOW_DAYS_MAX * DAY_MS;
const YEAR_DAYS = 366;
/** Periods and candidates that one query may go through; far above what a rule within the grammar needs. */
const WORK = { maxIterations: 100_000, maxCandidateEvaluations: 200_000 };
/** A rule with a COUNT is counted from its start each time, so its whole series may go through so many periods. */
const COUNTED_WORK = { maxIterations: 5_000, maxCandidateEvaluations: 20_000 };

const ruleOf = async ({ start, zone, rule }: RecurringTime, work = WORK) => {
  const { RRuleTemporal } = await import("rrule-temporal");
  const dtstart = `${start.slice(0, 16).replaceAll(/[-:]/g, "")}00`;
  const rruleString = `DTSTART;TZID=${zone}:${dtstart}\nRRULE:${rule}`;
  return new RRuleTemporal({ rruleString, strict: true, cache: false, ...work });
};

type Rule = Awaited<ReturnType<typeof ruleOf>>;

/** Beginnings (ms) in [fromMs, untilMs), in order; before EXDATE and validity. */
const beginnings = (time: RecurringTime, rule: Rule | undefined, { fromMs, untilMs }: Interval): number[] => {
  const given = (time.also ?? []).map((local) => localMs(local, time.zone));
  if (rule === undefined) given.push(localMs(time.start, time.zone));
  else {
    const found = rule.between(new Date(fromMs), new Date(untilMs), true);
    given.push(...found.map(({ epochMilliseconds }) => epochMilliseconds));
  }
  const inside = given.filter((ms) => ms >= fromMs && ms < untilMs);
  return [...new Set(inside)].sort((a, b) => a - b);
};

const kept = ({ zone, exclude = [], validFrom, validUntil }: RecurringTime, ms: number): boolean => {
  if (exclude.length === 0 && validFrom === undefined && validUntil === undefined) return true;
  const local = localText(ms, zone);
  const day = local.slice(0, 10);
  if ((validFrom !== undefined && day < validFrom) || (validUntil !== undefined && day >= validUntil)) return false;
  return !exclude.some((left) => left === day || left.slice(0, 16) === local);
};

const endOf = ({ zone, days = 0, minutes = 0 }: RecurringTime, ms: number): number =>
  (days === 0 ? ms : plusLocalDays(ms, zone, days)) + minutes * 60_000;

const within = (time: RecurringTime, rule: Rule | undefined, { fromMs, untilMs }: Interval): Interval[] => {
  // A beginning before the window may reach into it; a day more, for the one that has 25 hours.
  const reachMs = ((time.days ?? 0) + 1) * DAY_MS + (time.minutes ?? 0) * 60_000;
  const occurrences = beginnings(time, rule, { fromMs: fromMs - reachMs, untilMs })
    .filter((ms) => kept(time, ms))
    .map((ms) => ({ fromMs: ms, untilMs: endOf(time, ms) }))
    .filter((occurrence) => occurrence.untilMs > fromMs);
  if (occurrences.length > OCCURRENCES_MAX) throw new RangeError(`above ${OCCURRENCES_MAX} occurrences`);
  return occurrences;
};

const ruleIn = (time: RecurringTime): Promise<Rule> | undefined => (time.rule === undefined ? undefined : ruleOf(time));

/**
 * The occurrences that have an instant in the window, whole and in order; they may overlap where the rule's own do.
 * Throws `RangeError` for a window above `WINDOW_DAYS_MAX` days, and above `OCCURRENCES_MAX` occurrences, which no
 * time that passed its schema has.
 */
export const occurrencesIn = async (time: RecurringTime, window: Interval): Promise<Interval[]> => {
  if (window.untilMs - window.fromMs > WINDOW_MAX_MS) throw new RangeError(`a window above ${WINDOW_DAYS_MAX} days`);
  return within(time, await ruleIn(time), window);
};

/** The first occurrence that ends after an instant (ms), within `FIRST_WITHIN_YEARS`; undefined where there is none. */
export const nextOccurrence = async (time: RecurringTime, afterMs: number): Promise<Interval | undefined> => {
  const rule = await ruleIn(time);
  const lastMs = afterMs + FIRST_WITHIN_YEARS * YEAR_DAYS * DAY_MS;
  for (let fromMs = afterMs; fromMs < lastMs; fromMs += WINDOW_MAX_MS) {
    const [first] = within(time, rule, { fromMs, untilMs: fromMs + WINDOW_MAX_MS });
    if (first) return first;
  }
  return undefined;
};

const isCountable = async (time: RecurringTime): Promise<boolean> => {
  if (!time.rule?.includes("COUNT=")) return true;
  const rule = await ruleOf(time, COUNTED_WORK);
  try {
    return rule.all().length > 0;
  } catch {
    // The library's one way to say that the work is above its limit.
    return false;
  }
};

/** Why a recurring time that fits its schema is refused before it is stored; undefined where it is good. */
export const recurrenceFault = async (time: RecurringTime): Promise<RuleFault | undefined> => {
  if (!(await isCountable(time))) {
    return {
      zh: `COUNT 过远：须在 ${COUNTED_WORK.maxIterations} 个周期内数完`,
      en: `its COUNT lies too far ahead: it must be reached within ${COUNTED_WORK.maxIterations} periods`,
    };
  }
  if (await nextOccurrence(time, localMs(time.start, time.zone))) return undefined;
  return {
    zh: `开始后 ${FIRST_WITHIN_YEARS} 年内从不发生`,
    en: `never occurs within ${FIRST_WITHIN_YEARS} years of its start`,
  };
};

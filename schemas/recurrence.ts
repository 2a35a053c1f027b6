/**
 * Recurring times as clients send them: DTSTART with its zone, a length, and the rule of RFC 5545, checked against the
 * RFC's grammar and against limits that keep every expansion small. `functions/shared/recurrence.ts` expands them.
 */
import * as z from "zod";
import { LocalDate, told, Zone } from "./primitives.ts";

/** Longest rule in characters. */
export const RULE_CHARACTERS_MAX = 200;
/** Most beginnings in one local day. */
export const TIMES_A_DAY_MAX = 8;
/** Largest INTERVAL. */
export const INTERVAL_MAX = 366;
/** Largest COUNT. */
export const COUNT_MAX = 366;
/** Most single dates left out (EXDATE) or added (RDATE), each. */
export const EXCEPTIONS_MAX = 100;
/** Longest occurrence: so many days and less than one more. */
export const LENGTH_DAYS_MAX = 31;

/** What is wrong with a part of a rule, in both languages. */
export interface RuleFault {
  readonly zh: string;
  readonly en: string;
}

const fault = (zh: string, en: string): RuleFault => ({ zh, en });

type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
const FREQUENCIES: readonly string[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] satisfies Frequency[];
const WEEKDAY = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;
const UNTIL = /^(\d{4})(\d{2})(\d{2})T([01]\d|2[0-3])([0-5]\d)([0-5]\d)Z$/;

/** Whole numbers in a range, either side of zero where `signed`, never zero unless the range begins there. */
const within = (low: number, high: number, signed = false) => {
  const one = (text: string): boolean => {
    if (!(signed ? /^[+-]?\d{1,4}$/ : /^\d{1,4}$/).test(text)) return false;
    const value = Math.abs(Number(text));
    return value >= low && value <= high;
  };
  return one;
};

const each = (value: string, good: (text: string) => boolean): boolean => {
  const items = value.split(",");
  return new Set(items).size === items.length && items.every(good);
};

const isUntil = (value: string): boolean => {
  const [, year, month, day] = UNTIL.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

/** What each part may say, by the table of RFC 5545 section 3.3.10. */
const PARTS: Readonly<Record<string, { readonly good: (value: string) => boolean; readonly wants: string }>> = {
  FREQ: { good: (value) => FREQUENCIES.includes(value), wants: FREQUENCIES.join(" | ") },
  INTERVAL: { good: within(1, INTERVAL_MAX), wants: `1-${INTERVAL_MAX}` },
  COUNT: { good: within(1, COUNT_MAX), wants: `1-${COUNT_MAX}` },
  UNTIL: { good: isUntil, wants: "YYYYMMDDTHHMMSSZ" },
  WKST: { good: (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value), wants: "MO-SU" },
  BYMONTH: { good: (value) => each(value, within(1, 12)), wants: "1-12" },
  BYWEEKNO: { good: (value) => each(value, within(1, 53, true)), wants: "±1-53" },
  BYYEARDAY: { good: (value) => each(value, within(1, 366, true)), wants: "±1-366" },
  BYMONTHDAY: { good: (value) => each(value, within(1, 31, true)), wants: "±1-31" },
  BYDAY: { good: (value) => each(value, (day) => WEEKDAY.test(day)), wants: "MO-SU" },
  BYHOUR: { good: (value) => each(value, within(0, 23)), wants: "0-23" },
  BYMINUTE: { good: (value) => each(value, within(0, 59)), wants: "0-59" },
  BYSETPOS: { good: (value) => each(value, within(1, 366, true)), wants: "±1-366" },
};

const partFault = (name: string, value: string): RuleFault | undefined => {
  if (name === "FREQ" && /^(HOURLY|MINUTELY|SECONDLY)$/.test(value)) {
    return fault(
      `FREQ=${value} 过密：请用 DAILY 并以 BYHOUR、BYMINUTE 列出时刻`,
      `FREQ=${value} is too dense: use DAILY and list the times by BYHOUR and BYMINUTE`,
    );
  }
  const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!part) return fault(`未知部分 ${name.slice(0, 20)}`, `unknown part ${name.slice(0, 20)}`);
  return part.good(value) ? undefined : fault(`${name} 应为 ${part.wants}`, `${name} must be ${part.wants}`);
};

/** Pairs of parts that the RFC forbids together. */
const clash = (parts: ReadonlyMap<string, string>): RuleFault | undefined => {
  const frequency = parts.get("FREQ") ?? "";
  const not = (name: string, where: string) => fault(`${name} 不能用于 ${where}`, `${name} has no meaning in ${where}`);
  if (parts.has("COUNT") && parts.has("UNTIL")) {
    return fault("COUNT 与 UNTIL 只能有一个", "COUNT or UNTIL, not both");
  }
  if (parts.has("BYWEEKNO") && frequency !== "YEARLY") return not("BYWEEKNO", frequency);
  if (parts.has("BYYEARDAY") && frequency !== "YEARLY") return not("BYYEARDAY", frequency);
  if (parts.has("BYMONTHDAY") && frequency === "WEEKLY") return not("BYMONTHDAY", frequency);
  const ordinals = (parts.get("BYDAY") ?? "").split(",").flatMap((day) => WEEKDAY.exec(day)?.[1] ?? []);
  const highest = frequency === "MONTHLY" ? 5 : frequency === "YEARLY" && !parts.has("BYWEEKNO") ? 53 : 0;
  if (ordinals.some((ordinal) => Number(ordinal) === 0 || Math.abs(Number(ordinal)) > highest)) {
    return not(`BYDAY=${ordinals[0]}…`, frequency);
  }
  const others = [...parts.keys()].filter((name) => name.startsWith("BY") && name !== "BYSETPOS");
  if (parts.has("BYSETPOS") && others.length === 0) {
    return fault("BYSETPOS 需与另一个 BY 部分同用", "BYSETPOS needs another BY part");
  }
  return undefined;
};

/** What is wrong with the value of an RRULE property (RFC 5545 section 3.3.10); undefined where nothing is. */
export const ruleFault = (rule: string): RuleFault | undefined => {
  const parts = new Map<string, string>();
  for (const part of rule.split(";")) {
    const [name = "", value = "", ...rest] = part.split("=");
    if (value === "" || rest.length > 0)
      return fault("应为 名称=值，以分号相隔", "must be NAME=value, parted by semicolons");
    if (parts.has(name)) return fault(`${name} 只能有一个`, `${name} may stand once`);
    const wrong = partFault(name, value);
    if (wrong) return wrong;
    parts.set(name, value);
  }
  if (!parts.has("FREQ")) return fault("缺少 FREQ", "FREQ is missing");
  const many = (name: string): number => parts.get(name)?.split(",").length ?? 1;
  if (many("BYHOUR") * many("BYMINUTE") > TIMES_A_DAY_MAX) {
    return fault(`一天至多 ${TIMES_A_DAY_MAX} 次`, `at most ${TIMES_A_DAY_MAX} times a day`);
  }
  return clash(parts);
};

/**
 * A recurrence rule of RFC 5545 section 3.3.10: daily to yearly, to the minute, each part once, COUNT or UNTIL but not
 * both, UNTIL in UTC.
 */
export const RecurrenceRule = z
  .string()
  .min(1)
  .max(RULE_CHARACTERS_MAX)
  .superRefine((rule, context) => {
    const wrong = ruleFault(rule);
    if (wrong) context.addIssue({ code: "custom", message: told(wrong.en, wrong.zh) });
  })
  .meta({
    description: "Value of an RRULE (RFC 5545 section 3.3.10), daily to yearly.",
    examples: ["FREQ=WEEKLY;BYDAY=MO,WE"],
  });

/** Local date and time to the minute, without offset: the zone stands beside it. */
export const LocalTime = z
  .string()
  .regex(
    /^(19[7-9]\d|2[01]\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:00(\.0{1,3})?)?$/,
    told("must be a local time such as 2026-11-30T09:00", "应为当地时间，如 2026-11-30T09:00"),
  )
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, told("no such day", "没有这一天"))
  .meta({ description: "Local time `YYYY-MM-DDTHH:MM`, 1970 to 2199.", examples: ["2026-11-30T09:00"] });

const Left = z.union([LocalDate, LocalTime]);

/**
 * Fields of a recurring time. It lasts `days` local days (23, 24 or 25 hours each, as the zone has it) and then
 * `minutes` exact minutes (RFC 5545 section 3.3.6). A rule keeps the local time across a change of the clock; a time
 * that a spring day skips does not occur.
 */
export const recurringTime = {
  start: LocalTime.describe("DTSTART: local time of the first beginning, in `zone`."),
  zone: Zone,
  days: z.int().min(0).max(LENGTH_DAYS_MAX).optional().describe("Whole local days that it lasts."),
  minutes: z.int().min(0).max(1_440).optional().describe("Exact minutes that it lasts, after `days`."),
  rule: RecurrenceRule.optional().describe("RRULE; left out, it is once."),
  exclude: z
    .array(Left)
    .max(EXCEPTIONS_MAX)
    .optional()
    .describe("EXDATE: beginnings, or all of a local day, left out."),
  also: z.array(LocalTime).max(EXCEPTIONS_MAX).optional().describe("RDATE: further beginnings."),
  validFrom: LocalDate.optional().describe("First local day on which it may begin."),
  validUntil: LocalDate.optional().describe("First local day on which it may not begin any more."),
};

/** A recurring time: DTSTART with its zone (so that 9 o'clock stays 9 o'clock), a length, a rule and its exceptions. */
export const RecurringTime = z
  .strictObject(recurringTime)
  .refine(
    ({ days = 0, minutes = 0 }) => days + minutes > 0,
    told("days or minutes must be above 0", "days 或 minutes 须大于 0"),
  )
  .meta({ id: "RecurringTime" });
export type RecurringTime = z.infer<typeof RecurringTime>;

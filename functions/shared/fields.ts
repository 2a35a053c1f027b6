/** Turns schema issues into field errors with a reason in the caller's language. */
import type * as z from "zod";
import { toldIn } from "../../schemas/primitives.ts";
import type { Locale } from "./problem.ts";
import type { FieldError } from "./refusal.ts";

/** Most field errors in one answer. */
export const FIELD_ERRORS_MAX = 20;

type Issue = z.core.$ZodIssue;

const say = (locale: Locale, zh: string, en: string): string => (locale === "en" ? en : zh);

/** What a limit counts: characters of a text, entries of a list or record, nothing for a number. */
const COUNTED: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: [" 个字符", " characters"],
  array: [" 项", " entries"],
  record: [" 项", " entries"],
};

const countedOf = (origin: string, locale: Locale): string => {
  const [zh, en] = COUNTED[origin] ?? ["", ""];
  return say(locale, zh, en);
};

/** Chinese for the kinds of values that JSON has. */
const KINDS: Readonly<Record<string, string>> = {
  string: "文本",
  number: "数字",
  int: "整数",
  boolean: "是或否（true/false）",
  array: "列表",
  object: "对象",
};

/** Why a value is wrong and what would be right, in one language; `missing` where nothing stands at its path. */
export const reasonOf = (issue: Issue, missing: boolean, locale: Locale): string => {
  if (missing) return say(locale, "必填", "is missing; add it");
  switch (issue.code) {
    case "invalid_type":
      return say(locale, `类型应为${KINDS[issue.expected] ?? ` ${issue.expected}`}`, `must be ${issue.expected}`);
    case "too_big":
      return say(locale, `最多 ${issue.maximum}`, `at most ${issue.maximum}`) + countedOf(issue.origin, locale);
    case "too_small":
      return say(locale, `至少 ${issue.minimum}`, `at least ${issue.minimum}`) + countedOf(issue.origin, locale);
    case "invalid_union":
      return say(locale, "不是可用的形式", "has none of the forms allowed here");
    case "invalid_value":
      return say(locale, `只能是 ${issue.values.join("、")}`, `must be one of ${issue.values.join(", ")}`);
    case "unrecognized_keys":
      return unknownField(locale);
    case "not_multiple_of":
      return say(locale, `应为 ${issue.divisor} 的整数倍`, `must be a multiple of ${issue.divisor}`);
    default:
      return toldIn(issue.message, locale === "en" ? "en" : "zh");
  }
};

/** Reason of a field that nothing here knows. */
export const unknownField = (locale: Locale): string => say(locale, "未知字段，请删除", "unknown field; remove it");

/** True where what was given has nothing at a path. */
export const isMissing = (given: unknown, path: readonly PropertyKey[]): boolean => {
  let value = given;
  for (const name of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[name];
  return value === undefined;
};

/**
 * Field errors of a failed parse of what was given; `place` is `body`, `query` or `path`. Body fields are JSON
 * pointers (RFC 6901).
 */
export const fieldErrors = (
  error: z.ZodError,
  given: unknown,
  place: "body" | "query" | "path",
  locale: Locale,
): FieldError[] =>
  error.issues
    .flatMap((issue) => {
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
      return keys.map((key) => {
        const path = [...issue.path, ...(key === undefined ? [] : [key])].map(String);
        const field =
          place === "body"
            ? `/${path.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`
            : `${place}.${path.join(".")}`;
        const missing = key === undefined && isMissing(given, issue.path);
        return { field: field.slice(0, 200), reason: reasonOf(issue, missing, locale) };
      });
    })
    .slice(0, FIELD_ERRORS_MAX);

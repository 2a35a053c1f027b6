/** Turns schema issues into field errors with a reason in the caller's language. */
import type * as z from "zod";
import type { Locale } from "./problem.ts";
import type { FieldError } from "./refusal.ts";

/** Most field errors in one answer. */
export const FIELD_ERRORS_MAX = 20;

type Issue = z.core.$ZodIssue;

const say = (locale: Locale, zh: string, en: string): string => (locale === "en" ? en : zh);

const reasonOf = (issue: Issue, locale: Locale): string => {
  switch (issue.code) {
    case "invalid_type":
      return say(locale, `类型应为 ${issue.expected}`, `must be ${issue.expected}`);
    case "too_big":
      return say(locale, `不得大于 ${issue.maximum}`, `at most ${issue.maximum}`);
    case "too_small":
      return say(locale, `不得小于 ${issue.minimum}`, `at least ${issue.minimum}`);
    case "invalid_format":
      return say(locale, `格式应为 ${issue.format}`, `must have the format ${issue.format}`);
    case "invalid_value":
      return say(locale, `只能是 ${issue.values.join("、")}`, `must be one of ${issue.values.join(", ")}`);
    case "unrecognized_keys":
      return say(locale, "未知字段，请删除", "unknown field; remove it");
    case "not_multiple_of":
      return say(locale, `应为 ${issue.divisor} 的整数倍`, `must be a multiple of ${issue.divisor}`);
    case "custom":
      // A check of ours may say its reason in both languages.
      return say(locale, String(issue.params?.zh ?? issue.message), issue.message);
    default:
      return issue.message;
  }
};

/** Field errors of a failed parse; `place` is `body`, `query` or `path`. Body fields are JSON pointers (RFC 6901). */
export const fieldErrors = (error: z.ZodError, place: "body" | "query" | "path", locale: Locale): FieldError[] =>
  error.issues
    .flatMap((issue) => {
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
      return keys.map((key) => {
        const path = [...issue.path, ...(key === undefined ? [] : [key])].map(String);
        const field =
          place === "body"
            ? `/${path.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`
            : `${place}.${path.join(".")}`;
        return { field: field.slice(0, 200), reason: reasonOf(issue, locale) };
      });
    })
    .slice(0, FIELD_ERRORS_MAX);

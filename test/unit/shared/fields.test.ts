import { describe, expect, it } from "vitest";
import * as z from "zod";
import { fieldErrors } from "../../../functions/shared/fields.ts";
import type { Locale } from "../../../functions/shared/problem.ts";
import { Instant, LocalDate, line, Slug, toldIn, Uuid } from "../../../schemas/primitives.ts";
import { operations } from "../../../schemas/routes.ts";

const Body = z.strictObject({
  id: Uuid,
  name: line(5),
  at: Instant,
  day: LocalDate.optional(),
  tags: z.array(Slug).optional(),
  others: z.array(z.int()).max(2).optional(),
  amount: z.int().min(1).max(9).optional(),
});

const reasons = (given: unknown, locale: Locale, schema: z.ZodType = Body) =>
  Object.fromEntries(
    fieldErrors(schema.safeParse(given).error as z.ZodError, given, "body", locale).map((row) => [
      row.field,
      row.reason,
    ]),
  );

const WRONG = { id: "A", name: "123456", day: "1.2.2026", tags: ["A b"], others: [1, 2, 3], amount: 10, more: 1 };

describe("what is wrong with a field", () => {
  it("is said in English", () => {
    expect(reasons(WRONG, "en")).toEqual({
      "/id": "must be a UUID in lower case",
      "/name": "at most 5 characters",
      "/at": "is missing; add it",
      "/day": "must be a date such as 2026-11-25",
      "/others": "at most 2 entries",
      "/tags/0": "only lower-case letters, digits and single hyphens, a letter first",
      "/amount": "at most 9",
      "/more": "unknown field; remove it",
    });
  });

  it("is said in Chinese", () => {
    expect(reasons(WRONG, "zh-CN")).toEqual({
      "/id": "应为小写的 UUID",
      "/name": "最多 5 个字符",
      "/at": "必填",
      "/day": "应为日期，如 2026-11-25",
      "/others": "最多 2 项",
      "/tags/0": "只能用小写字母、数字和单个连字符，以字母开头",
      "/amount": "最多 9",
      "/more": "未知字段，请删除",
    });
  });

  it("of a wrong type is the type, of a null too", () => {
    const given = { id: 1, name: null, at: "2026-11-25T09:00:00+08:00" };
    expect(reasons(given, "en")).toEqual({ "/id": "must be string", "/name": "must be string" });
  });

  it("that fits no form says so", () => {
    expect(reasons(true, "en", z.union([z.string(), z.int()]))).toEqual({ "/": "has none of the forms allowed here" });
  });
});

/** What zod keeps of a schema or check, as far as this test walks it. */
interface Definition {
  readonly check?: string;
  readonly format?: string;
  readonly error?: (issue: object) => unknown;
  readonly [member: string]: unknown;
}

const definitionOf = (node: unknown): Definition | undefined =>
  (node as { _zod?: { def?: Definition } } | undefined)?._zod?.def;

/** Checks of a schema and of all within it whose own words reach the caller, with their paths; what a `superRefine`
 * says depends on the value. */
const checksOf = (node: unknown, path: string, seen: Set<unknown>): [path: string, check: Definition][] => {
  const definition = definitionOf(node);
  if (!definition || seen.has(node)) return [];
  seen.add(node);
  const own = [definition, ...((definition.checks as unknown[] | undefined) ?? []).map(definitionOf)].filter(
    (each) => each?.check === "string_format" || (each?.check === "custom" && "fn" in each),
  ) as Definition[];
  const inner = Object.entries(definition).flatMap(([name, value]): [string, unknown][] => {
    if (name === "shape") return Object.entries(value as object);
    return Array.isArray(value) ? value.map((each) => [name, each]) : [[name, value]];
  });
  return [
    ...own.map((check): [string, Definition] => [path, check]),
    ...inner.flatMap(([name, value]) => checksOf(value, `${path}.${name}`, seen)),
  ];
};

describe("every format and rule of a request", () => {
  const checks = operations.flatMap(({ id, params, query, body }) =>
    Object.entries({ params, query, body }).flatMap(([place, schema]) => checksOf(schema, `${id} ${place}`, new Set())),
  );

  it("is told in both languages: give its message with `told(en, zh)`", () => {
    expect(checks.length).toBeGreaterThan(500);
    const mute = checks.filter(([, { error }]) => {
      const message = error?.({});
      return typeof message !== "string" || toldIn(message, "en") === toldIn(message, "zh");
    });
    expect(mute.map(([path, { check, format }]) => `${path}: ${format ?? check}`)).toEqual([]);
  });
});

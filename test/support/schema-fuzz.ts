/**
 * Values from schemas: what fits a schema, its bounds included, and the ways in which a fitting value can be spoilt.
 * The schema is what OpenAPI shows of a body (JSON Schema 2020-12), so that the tests speak of the published contract.
 */
import fc from "fast-check";
import * as z from "zod";

/** The keywords that the API's schemas use. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** A schema with what its references lead to. */
export interface Root {
  readonly schema: Schema;
  readonly defs: Readonly<Record<string, Schema>>;
}

/** What a request may send under a zod schema. */
export const rootOf = (schema: z.ZodType): Root => {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  return { schema: json, defs: json.$defs ?? {} };
};

const follow = (schema: Schema, { defs }: Root): Schema =>
  schema.$ref === undefined ? schema : (defs[schema.$ref.replace("#/$defs/", "")] as Schema);

/** Values of the test's world, so that requests reach real objects; each is used where it fits the pattern. */
export type Pool = readonly string[];

const LENGTH_MAX = 400;
/** Longest text that is sent whole: a file is longer, and one above its limit is above the body's. */
const WHOLE_MAX = 20_000;

const text = (schema: Schema, pool: Pool): fc.Arbitrary<string> => {
  const { pattern, format, minLength = 0, maxLength = LENGTH_MAX } = schema;
  const fits = (value: string) =>
    value.length >= minLength && value.length <= maxLength && (!pattern || new RegExp(pattern, "u").test(value));
  const known = pool.filter(fits);
  if (format === "date-time") return fc.constantFrom("2026-06-15T04:00:00.000Z", "2026-06-20T00:00:00+08:00");
  if (format === "date") return fc.constantFrom("1950-01-01", "2024-02-29", "9999-12-31");
  const plain = pattern === undefined || pattern.includes("\\p");
  const made = plain
    ? fc.oneof(
        fc.string({ unit: "grapheme", minLength: Math.max(1, minLength), maxLength: Math.min(maxLength, 40) }),
        fc.constant("长".repeat(Math.min(maxLength, WHOLE_MAX))),
      )
    : fc.stringMatching(new RegExp(pattern), { maxLength });
  const fresh = made.map((value) => value.trim()).filter(fits);
  return known.length === 0 ? fresh : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, fresh);
};

const number = ({ minimum = -1_000, maximum = 1_000_000_000 }: Schema): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));

const record = (schema: Schema, root: Root, pool: Pool): fc.Arbitrary<unknown> => {
  const entries = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(entries.map(([name, part]) => [name, fitting(part, root, pool)]));
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
};

/** Values that fit a schema; rules that JSON Schema cannot say (a sum, an order of dates) they may still break. */
export const fitting = (given: Schema, root: Root, pool: Pool): fc.Arbitrary<unknown> => {
  const schema = follow(given, root);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, root, pool)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object":
      return record(schema, root, pool);
    case "array":
      return fc.array(fitting(schema.items ?? {}, root, pool), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    case "string":
      return text(schema, pool);
    case "integer":
    case "number":
      return number(schema);
    case "boolean":
      return fc.boolean();
    default:
      return fc.constant(null);
  }
};

/** One way to spoil a value: the place (a JSON pointer, RFC 6901), what is wrong there, and the spoilt value. */
export interface Spoilt {
  readonly pointer: string;
  readonly what: string;
  readonly value: unknown;
}

type Place = (value: unknown) => unknown;

const tooLong = ({ maxLength = Number.POSITIVE_INFINITY }: Schema): [string, unknown][] =>
  maxLength <= WHOLE_MAX ? [["a text too long", "x".repeat(maxLength + 1)]] : [];

const ofText = (schema: Schema): [string, unknown][] => [
  ["a number for a text", 7],
  ...(schema.enum ? ([["a value that is not listed", "no such value"]] as [string, unknown][]) : []),
  ...tooLong(schema),
  ["control characters", "a\u0000b"],
];

const ofNumber = ({ minimum, maximum }: Schema): [string, unknown][] => [
  ["a text for a number", "1"],
  ["a fraction", 1.5],
  ["a huge number", 1e300],
  ...(maximum === undefined ? [] : ([["one more than the maximum", maximum + 1]] as [string, unknown][])),
  ...(minimum === undefined ? [] : ([["one less than the minimum", minimum - 1]] as [string, unknown][])),
];

const wrongs = (schema: Schema, value: unknown): [string, unknown][] => {
  switch (schema.type) {
    case "string":
      return ofText(schema);
    case "integer":
    case "number":
      return ofNumber(schema);
    case "boolean":
      return [["a text for a flag", "true"]];
    case "array": {
      const list = value as unknown[];
      const many = schema.maxItems !== undefined && list.length > 0;
      const full = many ? Array.from({ length: (schema.maxItems ?? 0) + 1 }, () => list[0]) : [];
      return [["an object for a list", {}], ...(many ? ([["too many of a list", full]] as [string, unknown][]) : [])];
    }
    default:
      return [["a list for an object", []]];
  }
};

const pointerPart = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** Every single way in which a fitting value is spoilt; alternatives are spoilt as a whole, by a value of no kind. */
export const spoilt = (given: Schema, root: Root, value: unknown, pointer = "", place: Place = (x) => x): Spoilt[] => {
  const schema = follow(given, root);
  const at = (what: string, bad: unknown, where = pointer): Spoilt => ({ pointer: where, what, value: place(bad) });
  if (schema.anyOf ?? schema.oneOf) return [at("a value of no kind", [[["?"]]])];
  if (schema.const !== undefined) return [at("another constant", "no such value")];
  const here = wrongs(schema, value).map(([what, bad]) => at(what, bad));
  if (schema.type === "array") {
    const [first, ...rest] = value as unknown[];
    if (first === undefined || !schema.items) return here;
    return [...here, ...spoilt(schema.items, root, first, `${pointer}/0`, (bad) => place([bad, ...rest]))];
  }
  if (schema.type !== "object") return here;
  const object = value as Record<string, unknown>;
  const { "": _none, ...whole } = object;
  const inside = Object.entries(schema.properties ?? {})
    .filter(([name]) => object[name] !== undefined)
    .flatMap(([name, part]) =>
      spoilt(part, root, object[name], `${pointer}/${pointerPart(name)}`, (bad) => place({ ...whole, [name]: bad })),
    );
  const missing = (schema.required ?? []).map((name) => {
    const { [name]: _gone, ...rest } = object;
    return at("a required field left out", rest, `${pointer}/${pointerPart(name)}`);
  });
  const unknown =
    schema.additionalProperties === false
      ? [at("an unknown field", { ...whole, unheardOf: true }, `${pointer}/unheardOf`)]
      : [];
  return [...here, ...inside, ...missing, ...unknown];
};

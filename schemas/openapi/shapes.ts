/** From zod schemas to JSON Schemas: named schemas become components of the file, recurring primitives too. */
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { AccountId, Amount, Cursor, Instant, LocalDate, Slug, Text, UnitCode, Uuid } from "../primitives.ts";

/** A JSON object. */
export type Json = { readonly [key: string]: unknown };

/** Whether a schema is shown as what a client sends or as what it receives; they differ where a field has a default. */
export type Side = "input" | "output";

/** Reference to a named schema of the file. */
export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

interface Primitive {
  readonly schema: z.ZodType;
  /** Something that a reader knows at sight; a random string that merely fits the pattern teaches nothing. */
  readonly sample: unknown;
  /** Patterned strings are known whatever a field says of itself; plainer things must agree to the last word. */
  readonly exact?: true;
}

/** The UUID that all examples use for a key; the reference page sends a fresh one wherever it is left. */
export const UUID_SAMPLE = "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901";

const primitives: Readonly<Record<string, Primitive>> = {
  AccountId: { schema: AccountId, sample: "0190a000-0000-7000-8000-000000000001.points" },
  Amount: { schema: Amount, sample: 300, exact: true },
  Cursor: { schema: Cursor, sample: "WyIyMDI2LTExLTIzIl0" },
  Instant: { schema: Instant, sample: "2026-11-23T09:30:00+08:00" },
  LocalDate: { schema: LocalDate, sample: "2026-11-23" },
  Slug: { schema: Slug, sample: "lujing" },
  Text: { schema: Text, sample: { zh: "鹭境社区", en: "Lujing" }, exact: true },
  UnitCode: { schema: UnitCode, sample: "points", exact: true },
  Uuid: { schema: Uuid, sample: UUID_SAMPLE },
};

const LINE_PATTERN = "^[^\\p{Cc}\\p{Cs}]*$";
const LINE_SAMPLE = "文字";
const annotations: readonly string[] = ["description", "default", "examples", "title", "deprecated"];

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const without = (object: Json, keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

const pick = (object: Json, keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));

const mapValues = (object: Json, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** Keywords that hold a schema or a list of schemas, then those that hold maps of schemas (JSON Schema 2020-12). */
const schemaKeywords: readonly string[] = [
  "items",
  "prefixItems",
  "additionalProperties",
  "propertyNames",
  "anyOf",
  "oneOf",
  "allOf",
  "not",
];
const mapKeywords: readonly string[] = ["properties", "patternProperties"];

/** Applies `change` to a schema and everything in it, the innermost first; values such as defaults are left alone. */
const mapSchema = (node: unknown, change: (schema: Json) => Json): unknown => {
  if (Array.isArray(node)) return node.map((part) => mapSchema(part, change));
  if (!isObject(node)) return node;
  const inner = Object.entries(node).map(([key, value]) => {
    if (schemaKeywords.includes(key)) return [key, mapSchema(value, change)];
    if (mapKeywords.includes(key) && isObject(value)) return [key, mapValues(value, (part) => mapSchema(part, change))];
    return [key, value];
  });
  return change(Object.fromEntries(inner));
};

const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * RFC 3339 formats say what zod's long patterns say; a line of free text gets a sample that is text; an integer without
 * a bound of its own has none to show.
 */
const tidy = (schema: Json): Json => {
  if (schema.maximum === SAFE) return tidy(without(schema, ["maximum"]));
  if (schema.minimum === -SAFE) return tidy(without(schema, ["minimum"]));
  if (schema.format === "date-time" || schema.format === "date") return without(schema, ["pattern"]);
  if (schema.pattern === LINE_PATTERN && !("examples" in schema)) return { ...schema, examples: [LINE_SAMPLE] };
  return schema;
};

const knownPrimitives = Object.entries(primitives).map(([name, { schema, sample, exact }]) => {
  const json = mapSchema(without(z.toJSONSchema(schema, { io: "input" }) as Json, ["$schema"]), tidy) as Json;
  return { name, json, bare: without(json, ["description"]), exact: exact === true, sample };
});

/** Turns a primitive into a reference to its component, keeping what the field says of itself. */
const namePrimitive = (schema: Json): Json => {
  for (const { name, json, bare, exact } of knownPrimitives) {
    const own = pick(schema, annotations);
    if (!isDeepStrictEqual(without(schema, annotations), without(bare, annotations))) continue;
    if (exact && own.description !== json.description) continue;
    return { ...ref(name), ...(own.description === json.description ? without(own, ["description"]) : own) };
  }
  return schema;
};

const DEFINITION = /^#\/\$defs\/(.+)$/;

/** Collects the named schemas of one file while it is built; `finish` settles their names when all are known. */
export class Shapes {
  readonly #named: Record<Side, Map<string, Json>> = { input: new Map(), output: new Map() };
  readonly #added = new Map<string, Json>();

  /** JSON Schema of `schema` seen from one side; throws where zod cannot represent it or two schemas share a name. */
  of(schema: z.ZodType, side: Side): Json {
    const { $defs = {}, ...root } = z.toJSONSchema(schema, { io: side }) as Json & { $defs?: Json };
    for (const [name, json] of Object.entries($defs)) {
      if (name.startsWith("__")) throw new Error("a recursive schema needs .meta({ id }) to have a name in OpenAPI");
      put(this.#named[side], name, this.#shown(json, side));
    }
    return this.#shown(without(root, ["$schema"]), side);
  }

  /** Adds a schema that no zod schema stands behind and returns a reference to it. */
  add(name: string, json: Json): Json {
    put(this.#added, name, json);
    return ref(name);
  }

  #shown(schema: unknown, side: Side): Json {
    const pending = (node: Json): Json => {
      const name = typeof node.$ref === "string" ? DEFINITION.exec(node.$ref)?.[1] : undefined;
      return name === undefined ? node : { ...node, $ref: pendingRef(name, side) };
    };
    return mapSchema(schema, (node) => namePrimitive(tidy(pending(node)))) as Json;
  }

  /** Components in the order of their names, and a function that settles the references in the rest of the document. */
  finish(): { schemas: Json; settle: (document: Json) => Json } {
    const twofold = this.#twofold();
    const settle = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(settle);
      if (!isObject(node)) return node;
      return mapValues(node, (value) => (typeof value === "string" ? settledRef(value, twofold) : settle(value)));
    };
    const all = new Map<string, Json>();
    for (const { name, json, sample } of knownPrimitives) put(all, name, { ...json, examples: [sample] });
    for (const [name, json] of this.#added) put(all, name, settle(json) as Json);
    for (const [name, json] of this.#named.output) put(all, name, settle(json) as Json);
    for (const [name, json] of this.#named.input) {
      put(all, twofold.has(name) ? `${name}Input` : name, settle(json) as Json);
    }
    const schemas = Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { schemas, settle: (document) => settle(document) as Json };
  }

  /** Names whose two sides differ, directly or through a schema that they refer to. */
  #twofold(): ReadonlySet<string> {
    const { input, output } = this.#named;
    const both = [...input.keys()].filter((name) => output.has(name));
    const text = (json: Json | undefined) => JSON.stringify(json).replaceAll("@input", "@output");
    const found = new Set(both.filter((name) => text(input.get(name)) !== text(output.get(name))));
    for (let size = -1; size !== found.size; ) {
      size = found.size;
      for (const name of both) {
        const uses = [...found].some((other) =>
          JSON.stringify(input.get(name)).includes(`"${pendingRef(other, "input")}"`),
        );
        if (uses) found.add(name);
      }
    }
    return found;
  }
}

const pendingRef = (name: string, side: Side): string => `#pending/${name}@${side}`;

const settledRef = (text: string, twofold: ReadonlySet<string>): string => {
  const [, name = "", side] = /^#pending\/(.+)@(input|output)$/.exec(text) ?? [];
  if (side === undefined) return text;
  return String(ref(side === "input" && twofold.has(name) ? `${name}Input` : name).$ref);
};

const put = (names: Map<string, Json>, name: string, json: Json): void => {
  const earlier = names.get(name);
  if (earlier && !isDeepStrictEqual(earlier, json)) throw new Error(`two schemas are named ${name}; rename one`);
  names.set(name, json);
};

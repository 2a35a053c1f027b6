/**
 * Which changes of a contract would break a consumer of the same version: compares recorded JSON Schemas with
 * today's.
 */
import * as z from "zod";
import { contracts, eventNames } from "./contracts.ts";
import { dataSchemaOf } from "./envelope.ts";

/** JSON Schema as far as contracts use it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
}

/** Recorded contracts: JSON Schema of the data by schema name (`urn:linli:event:...`). */
export type Contracts = Readonly<Record<string, JsonSchema>>;

/** Today's contracts, as __snapshots__/contract.json records them. */
export const describeContracts = (): Contracts =>
  Object.fromEntries(
    eventNames.map((name) => {
      const { $schema, ...schema } = z.toJSONSchema(contracts[name], { io: "input" }) as JsonSchema;
      return [dataSchemaOf(name), schema];
    }),
  );

/**
 * Sentences that say how `after` breaks what was promised by `before`; empty when consumers and recorded events stay
 * valid.
 * A member may be added as optional, and a code may be added to a list of codes: consumers pass over what they do not
 * know.
 * Anything else needs a new version beside the old one.
 */
export const incompatibilities = (before: Contracts, after: Contracts): string[] =>
  Object.entries(before).flatMap(([name, schema]) => {
    const now = after[name];
    return now === undefined ? [`${name} is gone`] : compare(name, schema, now);
  });

const compare = (path: string, before: JsonSchema, after: JsonSchema): string[] => {
  const had = before.properties ?? {};
  const has = after.properties ?? {};
  const required = new Set(before.required);
  const stillRequired = new Set(after.required);
  return [
    ...Object.keys(had)
      .filter((member) => has[member] === undefined)
      .map((member) => `${path}: ${member} is gone`),
    ...[...stillRequired]
      .filter((member) => !required.has(member))
      .map((member) => `${path}: ${member} is now required`),
    ...[...required]
      .filter((member) => has[member] !== undefined && !stillRequired.has(member))
      .map((member) => `${path}: ${member} may now be missing`),
    ...Object.entries(had).flatMap(([member, schema]) => {
      const now = has[member];
      return now === undefined ? [] : compare(`${path}: ${member}`, schema, now);
    }),
    ...(before.enum ?? [])
      .filter((code) => after.enum !== undefined && !after.enum.includes(code))
      .map((code) => `${path}: ${JSON.stringify(code)} is gone`),
    ...(rest(before) === rest(after) ? [] : [`${path}: values have changed`]),
  ];
};

/** The keywords that say which values are allowed; descriptions and members are compared elsewhere or not at all. */
const rest = ({ properties, required, description, enum: codes, items, ...keywords }: JsonSchema): string =>
  JSON.stringify({ ...keywords, hasCodes: codes !== undefined, items: items && rest(items as JsonSchema) });

/**
 * The vocabulary of write sets: what a domain decision asks the database to do, one action an item, each with a
 * condition.
 */
import type { Value } from "./expression.ts";

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Readonly<Record<string, Value>> & Key;

export interface Condition {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Value>>;
}

/** One action on one item. Every action has a condition: create, expected revision, or state. */
export type Write =
  | { readonly type: "put"; readonly item: Item; readonly condition: Condition }
  | { readonly type: "update"; readonly key: Key; readonly update: string; readonly condition: Condition }
  | { readonly type: "delete"; readonly key: Key; readonly condition: Condition }
  | { readonly type: "check"; readonly key: Key; readonly condition: Condition };

/** The key that a write acts on. */
export const writeKey = (write: Write): Key =>
  write.type === "put" ? { pk: write.item.pk, sk: write.item.sk } : write.key;

/** One string for a key, for maps and messages. */
export const keyText = (key: Key): string => `${key.pk}|${key.sk}`;

/** Most actions in one transaction (DynamoDB's own limit). */
export const TRANSACTION_ITEMS_MAX = 100;

/** Condition that the item does not exist yet. */
export const absent: Condition = { expression: "attribute_not_exists(#pk)", names: { "#pk": "pk" }, values: {} };

/** Condition that always holds: the write may be taken twice, whatever stands there. */
export const always: Condition = {
  expression: "attribute_exists(#pk) OR attribute_not_exists(#pk)",
  names: { "#pk": "pk" },
  values: {},
};

/** Condition that an attribute equals a value, such as a revision or a state. */
export const equal = (attribute: string, value: Value): Condition => ({
  expression: "#a = :a",
  names: { "#a": attribute },
  values: { ":a": value },
});

/** Write sets as one, with a single check where several ask for the same item to be checked the same way. */
export const together = (...sets: readonly (readonly Write[])[]): Write[] => {
  const seen = new Map<string, Write>();
  for (const write of sets.flat()) {
    const name = keyText(writeKey(write));
    const earlier = seen.get(name);
    if (earlier === undefined || earlier.type === "check") seen.set(name, write);
    else if (write.type !== "check") throw new Error(`two writes on ${name}`);
  }
  return [...seen.values()];
};

/** Creates an item; refused by the database if its key is taken. */
export const create = (item: Item): Write => ({ type: "put", item, condition: absent });

/** Replaces an item whose `attribute` still has the value that was read. */
export const replace = (item: Item, attribute: string, seen: Value): Write => ({
  type: "put",
  item,
  condition: equal(attribute, seen),
});

/**
 * Stored shapes at work: items of older versions are read as what this release writes, and what it writes says its
 * version. So stores know one shape only, and both versions live in one table during a deploy and until the job
 * `migrate-shapes` has gone through it.
 */
import { type Shape, type Stored, shapes } from "../../schemas/shapes.ts";
import type { Value } from "./expression.ts";
import type { Item, Key, Write } from "./write.ts";

/** Attribute with an item's version; an item without it is of version 1. */
export const VERSION = "v";

/** What the kernel asks of the registry. */
export interface Shapes {
  /** The kind that a key belongs to; undefined for a key that no line of the registry fits. */
  find(key: Key): Shape | undefined;
  /** True for an item that an older release stored. */
  isOld(item: Item): boolean;
  /** The item as this release would have written it. Throws what an upgrade throws. */
  current(item: Item): Item;
  /** The write as this release makes it: with its version, and in place only on items that have it. */
  versioned(write: Write): Write;
  /** Stores an old item in the current shape, if nothing of it has changed since it was read. */
  upgrade(item: Item): Write;
}

const versionOf = ({ upgrades = [] }: Shape): number => upgrades.length + 1;

const partitionOf = (pk: string): string => pk.slice(0, pk.indexOf("#") + 1) || pk;

const fits = (pattern: string, sk: string): boolean =>
  pattern.endsWith("*") ? sk.startsWith(pattern.slice(0, -1)) : sk === pattern;

const storedVersion = (item: Item): number => (item[VERSION] as number | undefined) ?? 1;

/** `update` with one more term in its SET or REMOVE clause; an expression has each clause at most once. */
const withTerm = (update: string, clause: "SET" | "REMOVE", term: string): string =>
  new RegExp(`\\b${clause} `).test(update)
    ? update.replace(new RegExp(`\\b${clause} `), `${clause} ${term}, `)
    : `${update} ${clause} ${term}`;

const stampedUpdate = (write: Write & { type: "update" }, version: number): Write => {
  const { expression, names, values } = write.condition;
  const name = { "#shape": VERSION };
  // Over an item of a later release the version is taken back: that release then derives again what it had added.
  if (version === 1) {
    const condition = { expression, names: { ...names, ...name }, values };
    return { ...write, update: withTerm(write.update, "REMOVE", "#shape"), condition };
  }
  const guard = "(attribute_not_exists(#shapepk) OR #shape >= :shape)";
  return {
    ...write,
    update: withTerm(write.update, "SET", "#shape = :shape"),
    condition: {
      expression: `(${expression}) AND ${guard}`,
      names: { ...names, ...name, "#shapepk": "pk" },
      values: { ...values, ":shape": version },
    },
  };
};

const stampedPut = (write: Write & { type: "put" }, version: number): Write => {
  const { [VERSION]: before, ...item } = write.item;
  if (version > 1) return { ...write, item: { ...write.item, [VERSION]: version } };
  return before === undefined ? write : { ...write, item: item as Item };
};

/**
 * Only what differs is written, and only while every attribute is as it was read: no revision is needed, and what a
 * release beside this one adds at the same moment is not lost.
 */
const upgradeWrite = (item: Item, fresh: Item): Write => {
  const all = [...new Set([...Object.keys(item), ...Object.keys(fresh)])];
  const names = Object.fromEntries(all.map((name, index) => [`#n${index}`, name]));
  const values: Record<string, Value> = {};
  const [same, sets, removes]: [string[], string[], string[]] = [[], [], []];
  for (const [index, name] of all.entries()) {
    if (item[name] === undefined) same.push(`attribute_not_exists(#n${index})`);
    else {
      same.push(`#n${index} = :o${index}`);
      values[`:o${index}`] = item[name];
    }
    if (fresh[name] === item[name]) continue;
    if (fresh[name] === undefined) removes.push(`#n${index}`);
    else {
      sets.push(`#n${index} = :f${index}`);
      values[`:f${index}`] = fresh[name];
    }
  }
  return {
    type: "update",
    key: { pk: item.pk, sk: item.sk },
    update: `SET ${sets.join(", ")}${removes.length > 0 ? ` REMOVE ${removes.join(", ")}` : ""}`,
    condition: { expression: same.join(" AND "), names, values },
  };
};

/** The registry ready for use; tests give one with kinds of their own. */
export const openShapes = (registry: readonly Shape[] = shapes): Shapes => {
  const byPartition = new Map<string, Shape[]>();
  for (const shape of registry) byPartition.set(shape.pk, [...(byPartition.get(shape.pk) ?? []), shape]);
  const find = ({ pk, sk }: Key): Shape | undefined =>
    byPartition.get(partitionOf(pk))?.find((shape) => fits(shape.sk, sk));
  /** Version that this release writes there. What a refusal left under a client's key has one shape for all kinds. */
  const written = (item: Item): number => (item.no === undefined ? versionOf(find(item) ?? NO_SHAPE) : 1);
  const hasUpgrades = registry.some((shape) => versionOf(shape) > 1);
  const isOld = (item: Item): boolean => hasUpgrades && storedVersion(item) < written(item);
  const current = (item: Item): Item => (isOld(item) ? upgraded(item, find(item) as Shape) : item);
  return {
    find,
    isOld,
    current,
    versioned: (write) => {
      if (write.type === "put") return stampedPut(write, written(write.item));
      return write.type === "update" ? stampedUpdate(write, versionOf(find(write.key) ?? NO_SHAPE)) : write;
    },
    upgrade: (item) => upgradeWrite(item, current(item)),
  };
};

const NO_SHAPE: Shape = { kind: "", pk: "", sk: "" };

const upgraded = (item: Item, { kind, upgrades = [] }: Shape): Item => {
  let fresh: Stored = item;
  for (const upgrade of upgrades.slice(storedVersion(item) - 1)) fresh = upgrade(fresh);
  if (fresh.pk !== item.pk || fresh.sk !== item.sk) throw new TypeError(`an upgrade of ${kind} moved its item`);
  return { ...fresh, [VERSION]: upgrades.length + 1 } as Item;
};

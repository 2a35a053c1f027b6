/**
 * DynamoDB capacity units computed from item images, so that a budget is counted and never guessed.
 * Rules: Amazon DynamoDB Developer Guide, "DynamoDB Item sizes and formats", "Read and write operations",
 * "Provisioned throughput considerations for Global Secondary Indexes".
 */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { type IndexDefinition, tableDefinition } from "../../schemas/table.ts";

/** An item in wire form. */
export type Image = Readonly<Record<string, AttributeValue>>;

/** Bytes of a write unit and of a read unit. */
export const WRITE_UNIT_BYTES = 1_024;
export const READ_UNIT_BYTES = 4_096;
/** A transactional request prepares and commits, so it is charged twice. */
export const TRANSACTION_FACTOR = 2;

const NUMBER_BYTES_MAX = 21;
const CONTAINER_BYTES = 3;
const ELEMENT_BYTES = 1;

/**
 * Bytes of a number in decimal text: half a byte a significant digit, one byte more, one for a minus sign; 21 at
 * most.
 */
export const numberBytes = (text: string): number => {
  const digits = text
    .replace(/[eE].*$/, "")
    .replace(/[-+.]/g, "")
    .replace(/^0+/, "")
    .replace(/0+$/, "").length;
  return Math.min(Math.ceil(digits / 2) + 1 + (text.startsWith("-") ? 1 : 0), NUMBER_BYTES_MAX);
};

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
const textBytes = (text: string): number => Buffer.byteLength(text, "utf8");
const container = (elements: readonly number[]): number =>
  CONTAINER_BYTES + sum(elements) + ELEMENT_BYTES * elements.length;

/**
 * Bytes of an attribute's value. Sets are counted like lists, which the guide says of documents and leaves open for
 * sets.
 */
export const valueBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return textBytes(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.B !== undefined) return value.B.byteLength;
  if (value.SS !== undefined) return container(value.SS.map(textBytes));
  if (value.NS !== undefined) return container(value.NS.map(numberBytes));
  if (value.BS !== undefined) return container(value.BS.map((bytes) => bytes.byteLength));
  if (value.L !== undefined) return container(value.L.map(valueBytes));
  if (value.M !== undefined) {
    return container(Object.entries(value.M).map(([name, member]) => textBytes(name) + valueBytes(member)));
  }
  return 1;
};

/** Bytes of an item: names and values in UTF-8. 0 for an absent item. */
export const itemBytes = (item: Image | undefined): number =>
  item === undefined ? 0 : sum(Object.entries(item).map(([name, value]) => textBytes(name) + valueBytes(value)));

const started = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit));

/**
 * Write units of one item: by the larger of its images before and after, doubled in a transaction. A condition check
 * passes one image twice.
 */
export const writeUnits = (before: Image | undefined, after: Image | undefined, transactional: boolean): number =>
  started(Math.max(itemBytes(before), itemBytes(after)), WRITE_UNIT_BYTES) * (transactional ? TRANSACTION_FACTOR : 1);

/** What an index keeps of an item, or undefined when the item is not in it (sparse). */
export const indexImage = (index: IndexDefinition, item: Image | undefined): Image | undefined => {
  if (item?.[index.partition.name] === undefined || item[index.sort.name] === undefined) return undefined;
  if (index.projection === "ALL") return item;
  const kept = [tableDefinition.partition.name, tableDefinition.sort.name, index.partition.name, index.sort.name];
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.includes(name)));
};

const same = (a: AttributeValue | undefined, b: AttributeValue | undefined): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** Maps with their members in order and sets sorted, so that equal values have equal text. */
const canonical = (value: AttributeValue | undefined): unknown => {
  if (value?.SS !== undefined) return { SS: [...value.SS].sort() };
  if (value?.NS !== undefined) return { NS: [...value.NS].sort() };
  if (value?.L !== undefined) return { L: value.L.map(canonical) };
  if (value?.M !== undefined) {
    const members = Object.entries(value.M).sort(([a], [b]) => (a < b ? -1 : 1));
    return { M: members.map(([name, member]) => [name, canonical(member)]) };
  }
  return value;
};

const unchanged = (a: Image, b: Image): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => same(a[name], b[name]));
};

/**
 * Write units of one index: none when its entry stays the same, one put or delete when the entry comes or goes,
 * a delete and a put when its key changes, else one write by the larger image. Index writes are asynchronous and
 * never doubled.
 */
export const indexUnits = (index: IndexDefinition, before: Image | undefined, after: Image | undefined): number => {
  const old = indexImage(index, before);
  const now = indexImage(index, after);
  if (!old && !now) return 0;
  if (!old || !now) return started(itemBytes(old ?? now), WRITE_UNIT_BYTES);
  const moved = [index.partition.name, index.sort.name].some((name) => !same(old[name], now[name]));
  if (moved) return started(itemBytes(old), WRITE_UNIT_BYTES) + started(itemBytes(now), WRITE_UNIT_BYTES);
  return unchanged(old, now) ? 0 : started(Math.max(itemBytes(old), itemBytes(now)), WRITE_UNIT_BYTES);
};

/** Write units of all indexes of the table. */
export const allIndexUnits = (before: Image | undefined, after: Image | undefined): number =>
  sum(tableDefinition.indexes.map((index) => indexUnits(index, before, after)));

/** Read units of so many bytes read together: half when the read may be eventually consistent. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  started(bytes, READ_UNIT_BYTES) * (consistent ? 1 : 0.5);

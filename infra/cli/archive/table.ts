/** What export and restore ask of the table. No request of a resident comes this way, so it may scan. */
import { setTimeout as delay } from "node:timers/promises";
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  TransactWriteItemsCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { lineOf, type WireItem } from "./typed-json.ts";

/** A table behind a client. */
export interface TableRef {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** The most that one request may hold, by DynamoDB's limits. */
const GET_ITEMS_MAX = 100;
const BATCH_ITEMS_MAX = 25;
const TRANSACTION_ITEMS_MAX = 100;
/** A request has at most 16 MB, a transaction 4 MB; the text of an item is longer than the item. */
const BATCH_BYTES_MAX = 12 * 1024 * 1024;
const TRANSACTION_BYTES_MAX = 3 * 1024 * 1024;
const PAGE_ITEMS = 1_000;
/** A throttled request is given up after this many rounds, about a minute in all. */
const ROUNDS_MAX = 12;
const BACKOFF_BASE_MS = 25;
const BACKOFF_MS_MAX = 10_000;

/** Key of an item in wire form. */
export const keyOf = (item: WireItem): WireItem => {
  const { pk, sk } = item;
  if (pk === undefined || sk === undefined) throw new TypeError("an item without its key");
  return { pk, sk };
};

/** A key as text, for maps and messages. */
export const keyName = ({ pk, sk }: WireItem): string => `${pk?.S} ${sk?.S}`;

/** Every item after the given key in the table's own order, each read strongly. */
export async function* scanItems({ client, table }: TableRef, after?: WireItem): AsyncGenerator<WireItem> {
  let start = after;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        Limit: PAGE_ITEMS,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Number of items, by a strongly consistent count. */
export const countItems = async ({ client, table }: TableRef): Promise<number> => {
  let count = 0;
  let start: WireItem | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        Select: "COUNT",
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    count += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start);
  return count;
};

const backOff = async (round: number): Promise<void> => {
  if (round === ROUNDS_MAX) throw new Error("the table took no more requests; run the same command again later");
  await delay(Math.random() * Math.min(BACKOFF_BASE_MS * 2 ** round, BACKOFF_MS_MAX));
};

/** Puts a batch, whatever stood under its keys, and again what was throttled. */
const putBatch = async ({ client, table }: TableRef, items: readonly WireItem[]): Promise<void> => {
  let pending: WriteRequest[] = items.map((item) => ({ PutRequest: { Item: item } }));
  for (let round = 0; pending.length > 0; round++) {
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: pending } }));
    pending = answer.UnprocessedItems?.[table] ?? [];
    if (pending.length > 0) await backOff(round);
  }
};

const putTransaction = async ({ client, table }: TableRef, items: readonly WireItem[]): Promise<void> => {
  const puts = items.map((item) => ({ Put: { TableName: table, Item: item } }));
  await client.send(new TransactWriteItemsCommand({ TransactItems: puts }));
};

/** A way to write many items. */
export interface Writer {
  readonly itemsMax: number;
  readonly bytesMax: number;
  /** Requests under way at once. */
  readonly atOnce: number;
  readonly put: (target: TableRef, items: readonly WireItem[]) => Promise<void>;
}

/** On AWS: batches, at one write unit a KB, as many at once as a table on demand takes from the start. */
export const batchWriter: Writer = {
  itemsMax: BATCH_ITEMS_MAX,
  bytesMax: BATCH_BYTES_MAX,
  atOnce: 8,
  put: putBatch,
};

/** For an engine on this machine: it goes to the disk once a transaction, but for each item of a batch. */
export const transactionWriter: Writer = {
  itemsMax: TRANSACTION_ITEMS_MAX,
  bytesMax: TRANSACTION_BYTES_MAX,
  atOnce: 1,
  put: putTransaction,
};

function* groupsOf(items: readonly WireItem[], { itemsMax, bytesMax }: Writer): Generator<WireItem[]> {
  let group: WireItem[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(lineOf(item));
    if (group.length === itemsMax || (group.length > 0 && bytes + size > bytesMax)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(item);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

/** Puts items, whatever stood under their keys; `done` hears of so many more. */
export const putItems = async (
  target: TableRef,
  items: readonly WireItem[],
  writer: Writer,
  done: (items: number) => void,
): Promise<void> => {
  const groups = groupsOf(items, writer);
  const work = async (): Promise<void> => {
    // The workers share one generator: each takes the next group when it is free.
    for (let next = groups.next(); !next.done; next = groups.next()) {
      await writer.put(target, next.value);
      done(next.value.length);
    }
  };
  await Promise.all(Array.from({ length: writer.atOnce }, work));
};

/** The stored items of these keys by their `keyName`, read strongly, a hundred a request. */
export const getItems = async (
  { client, table }: TableRef,
  keys: readonly WireItem[],
): Promise<Map<string, WireItem>> => {
  const found = new Map<string, WireItem>();
  for (let start = 0; start < keys.length; start += GET_ITEMS_MAX) {
    let pending: WireItem[] = keys.slice(start, start + GET_ITEMS_MAX);
    for (let round = 0; pending.length > 0; round++) {
      const answer = await client.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys: pending, ConsistentRead: true } } }),
      );
      for (const item of answer.Responses?.[table] ?? []) found.set(keyName(item), item);
      const left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
      // An answer of 16 MB ends early without being throttled: only a round that brought nothing waits.
      if (left.length === pending.length) await backOff(round);
      pending = left;
    }
  }
  return found;
};

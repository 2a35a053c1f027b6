/** What export and restore ask of the table. No request of a resident comes this way, so it may scan. */
import { setTimeout as delay } from "node:timers/promises";
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import type { WireItem } from "./typed-json.ts";

/** A table behind a client. */
export interface TableRef {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** The most that one request may hold, by DynamoDB's limits. */
export const WRITE_ITEMS_MAX = 25;
const GET_ITEMS_MAX = 100;
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

/** Puts up to `WRITE_ITEMS_MAX` items, whatever stood under their keys, and again those that were throttled. */
export const putItems = async ({ client, table }: TableRef, items: readonly WireItem[]): Promise<void> => {
  let pending: WriteRequest[] = items.map((item) => ({ PutRequest: { Item: item } }));
  for (let round = 0; pending.length > 0; round++) {
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: pending } }));
    pending = answer.UnprocessedItems?.[table] ?? [];
    if (pending.length > 0) await backOff(round);
  }
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

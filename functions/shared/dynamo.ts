/** The only place that talks to DynamoDB: reads, and `commit`, which turns a write set into one conditional request. */
import {
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { asBusy, asked, Busy, isNamed } from "./dynamo-errors.ts";
import { openShapes, type Shapes } from "./shape.ts";
import { type Item, type Key, keyText, TRANSACTION_ITEMS_MAX, type Write, writeKey } from "./write.ts";

export { Busy } from "./dynamo-errors.ts";

/**
 * The table's indexes: `g1` and `g2` project whole items (journal by payer and by payee), `g3` keys only (lists and
 * due dates).
 */
export type Index = "g1" | "g2" | "g3";

export interface QueryInput {
  readonly index?: Index;
  readonly partition: string;
  /** Sort key bounds, inclusive; strings on the table and `g3`, numbers on `g1` and `g2`. */
  readonly from?: string | number;
  readonly to?: string | number;
  readonly prefix?: string;
  readonly descending?: boolean;
  readonly limit: number;
  readonly after?: Record<string, unknown>;
}

export interface QueryPage {
  readonly items: readonly Item[];
  /** Exclusive start key of the next page. */
  readonly last?: Record<string, unknown>;
}

/**
 * What became of a write set. `failed` lists the writes whose condition did not hold, each with the item found (null
 * when absent).
 */
export type Commit =
  | { readonly ok: true }
  | { readonly ok: false; readonly failed: readonly { readonly key: Key; readonly found: Item | null }[] };

/** Names of the SDK's and Node's errors after which nobody knows whether a request took effect. */
const UNKNOWN_OUTCOMES = ["TimeoutError", "AbortError", "InternalServerError", "RequestTimeout"];

/**
 * True for an error that says nothing against what was asked, only that it was not answered: throttling, conflicts
 * that outlasted the retries, a broken or slow connection. The same request may be made again, after a look at what
 * is there.
 */
export const isTransient = (error: unknown): boolean =>
  error instanceof Busy ||
  (error instanceof Error &&
    (UNKNOWN_OUTCOMES.includes(error.name) || typeof (error as { readonly code?: unknown }).code === "string"));

/** Sees every write set around its commit; the local event feed uses it, on AWS the table's stream does this work. */
export interface CommitObserver {
  /** Called before the request with what is about to be written; returns what to call when the outcome is known. */
  before(writes: readonly Write[]): (committed: boolean) => void;
}

/** Adds up write units as the database reports them, those of a table's indexes apart. */
export interface Spending {
  table: number;
  indexes: number;
}

export interface Db {
  get(key: Key, options?: { readonly consistent?: boolean }): Promise<Item | undefined>;
  /** Reads up to any number of keys strongly, 100 a request; order of the keys, absent ones left out. */
  getMany(keys: readonly Key[]): Promise<Item[]>;
  query(input: QueryInput): Promise<QueryPage>;
  /** `spending`, where given, grows by what the committed writes cost; a refused write set reports nothing. */
  commit(writes: readonly Write[], spending?: Spending): Promise<Commit>;
  /** Items as they are stored, in whatever shape; for jobs only, since it reads all there is. */
  scan(input: ScanInput): Promise<QueryPage>;
  /** True for an item as `scan` gives it that an older release stored. */
  isOld(item: Item): boolean;
  /**
   * Brings an item as `scan` gives it to the current shape; false when it has that already. Throws what the upgrade
   * throws, and `Busy` when the item keeps changing.
   */
  renew(item: Item): Promise<boolean>;
  /** Waits at random before the next attempt, longer with each: so that those who met do not meet again. */
  pause(attempt: number): Promise<void>;
}

/** One segment of the table, from a key on. */
export interface ScanInput {
  readonly segment: number;
  readonly segments: number;
  readonly after?: Key | undefined;
  readonly limit: number;
}

export interface DbOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly observer?: CommitObserver;
  /** The kinds of items; those of the product unless a test has its own. */
  readonly shapes?: Shapes;
  /** Waits between conflict retries; injected so that tests do not sleep. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Number in [0, 1) for jitter. */
  readonly random?: () => number;
}

/** Most attempts of one write set when every reason is a conflict. */
export const CONFLICT_ATTEMPTS_MAX = 8;
const BATCH_GET_MAX = 100;
const UNPROCESSED_ROUNDS_MAX = 8;
const BACKOFF_BASE_MS = 5;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes the SDK client with the timeouts that keep a request within a Lambda's own. */
export const makeClient = (config: DynamoDBClientConfig): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 4,
    requestHandler: { requestTimeout: 4_000, connectionTimeout: 1_000 },
    ...config,
  });

/** Opens the table. */
export const openDb = (options: DbOptions): Db => {
  const { table, shapes = openShapes() } = options;
  const doc = DynamoDBDocumentClient.from(options.client, { marshallOptions: { removeUndefinedValues: true } });
  const attempt = (writes: readonly Write[], spending?: Spending) => commitWithRetry(doc, options, writes, spending);
  return {
    get: async (key, { consistent = true } = {}) => {
      const command = new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: consistent });
      const item = (await asked(doc.send(command))).Item as Item | undefined;
      return item && shapes.current(item);
    },
    getMany: async (keys) => (await getMany(doc, table, keys)).map(shapes.current),
    query: async (input) => {
      const page = await query(doc, table, input);
      // Of an index that has keys only there is nothing to bring up to date.
      return input.index === "g3" ? page : { ...page, items: page.items.map(shapes.current) };
    },
    commit: async (writes, spending) => {
      if (writes.length === 0 || writes.length > TRANSACTION_ITEMS_MAX) throw new RangeError(`${writes.length} writes`);
      const versioned = writes.map(shapes.versioned);
      const settle = options.observer?.before(versioned);
      const outcome = await commitCurrent((tried) => attempt(tried, spending), shapes, versioned);
      settle?.(outcome.ok);
      return outcome;
    },
    pause: (attempt) => backOff(options, attempt),
    scan: (input) => scan(doc, table, input),
    isOld: shapes.isOld,
    renew: (item) => renew(attempt, shapes, item),
  };
};

type Attempt = (writes: readonly Write[]) => Promise<Commit>;

/** Most times that one item is met in an old shape, by one commit or by the job. */
const RENEWALS_MAX = 8;

/** Brings one item to the current shape; against writers at the same moment every attribute must be as it was read. */
const renew = async (attempt: Attempt, shapes: Shapes, item: Item): Promise<boolean> => {
  let met: Item | null | undefined = item;
  for (let round = 0; round < RENEWALS_MAX; round++) {
    if (!met || !shapes.isOld(met)) return false;
    const outcome = await attempt([shapes.upgrade(met)]);
    if (outcome.ok) return true;
    met = outcome.failed[0]?.found;
  }
  throw new Busy("the item kept changing");
};

/**
 * Commits; where an update in place meets an item of an older shape, that item is brought up to date and the write set
 * tried again.
 */
const commitCurrent = async (attempt: Attempt, shapes: Shapes, writes: readonly Write[]): Promise<Commit> => {
  const updated = new Set(writes.flatMap((write) => (write.type === "update" ? [keyText(write.key)] : [])));
  for (let round = 0; round < RENEWALS_MAX; round++) {
    const outcome = await attempt(writes);
    if (outcome.ok) return outcome;
    const old = outcome.failed.flatMap(({ key, found }) =>
      found && updated.has(keyText(key)) && shapes.isOld(found) ? [found] : [],
    );
    if (old.length === 0) {
      return {
        ok: false,
        failed: outcome.failed.map(({ key, found }) => ({ key, found: found && shapes.current(found) })),
      };
    }
    for (const item of old) await renew(attempt, shapes, item);
  }
  throw new Busy("items kept coming back in an old shape");
};

const scan = async (doc: DynamoDBDocumentClient, table: string, input: ScanInput): Promise<QueryPage> => {
  const { segment, segments, after, limit } = input;
  const command = new ScanCommand({
    TableName: table,
    ConsistentRead: true,
    Segment: segment,
    TotalSegments: segments,
    Limit: limit,
    ...(after ? { ExclusiveStartKey: { ...after } } : {}),
  });
  const answer = await asked(doc.send(command));
  const items = (answer.Items ?? []) as Item[];
  return answer.LastEvaluatedKey ? { items, last: answer.LastEvaluatedKey } : { items };
};

const getMany = async (doc: DynamoDBDocumentClient, table: string, keys: readonly Key[]): Promise<Item[]> => {
  const found = new Map<string, Item>();
  for (let start = 0; start < keys.length; start += BATCH_GET_MAX) {
    const unique = new Map(
      keys.slice(start, start + BATCH_GET_MAX).map((key) => [keyText(key), { pk: key.pk, sk: key.sk }]),
    );
    let pending: Record<string, unknown>[] = [...unique.values()];
    for (let round = 0; pending.length > 0; round++) {
      if (round === UNPROCESSED_ROUNDS_MAX) throw new Busy("unprocessed keys");
      const answer = await asked(
        doc.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: pending, ConsistentRead: true } } })),
      );
      for (const item of (answer.Responses?.[table] ?? []) as Item[]) found.set(keyText(item), item);
      pending = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    }
  }
  return keys.flatMap((key) => found.get(keyText(key)) ?? []);
};

const query = async (doc: DynamoDBDocumentClient, table: string, input: QueryInput): Promise<QueryPage> => {
  const [pk, sk] = input.index ? [`${input.index}p`, `${input.index}s`] : ["pk", "sk"];
  const values: Record<string, unknown> = { ":p": input.partition };
  const conditions = ["#p = :p"];
  if (input.prefix !== undefined) {
    values[":b"] = input.prefix;
    conditions.push("begins_with(#s, :b)");
  } else if (input.from !== undefined || input.to !== undefined) {
    if (input.from !== undefined) values[":f"] = input.from;
    if (input.to !== undefined) values[":t"] = input.to;
    if (input.from !== undefined && input.to !== undefined) conditions.push("#s BETWEEN :f AND :t");
    else conditions.push(input.from !== undefined ? "#s >= :f" : "#s <= :t");
  }
  const command = new QueryCommand({
    TableName: table,
    ...(input.index ? { IndexName: input.index.replace("g", "gs") } : { ConsistentRead: true }),
    KeyConditionExpression: conditions.join(" AND "),
    ExpressionAttributeNames: { "#p": pk, ...(conditions.length > 1 ? { "#s": sk } : {}) },
    ExpressionAttributeValues: values,
    ScanIndexForward: !input.descending,
    Limit: input.limit,
    ...(input.after ? { ExclusiveStartKey: input.after } : {}),
  });
  const answer = await asked(doc.send(command));
  const items = (answer.Items ?? []) as Item[];
  return answer.LastEvaluatedKey ? { items, last: answer.LastEvaluatedKey } : { items };
};

/** Waits up to 5 ms before the first retry, and up to twice as long before each further one. */
const backOff = ({ sleep = pause, random = Math.random }: DbOptions, attempt: number): Promise<void> =>
  sleep(random() * BACKOFF_BASE_MS * 2 ** attempt);

const commitWithRetry = async (
  doc: DynamoDBDocumentClient,
  options: DbOptions,
  writes: readonly Write[],
  spending: Spending | undefined,
): Promise<Commit> => {
  const { table } = options;
  for (let attempt = 0; attempt < CONFLICT_ATTEMPTS_MAX; attempt++) {
    const outcome =
      writes.length === 1 && writes[0]?.type !== "check"
        ? await writeOne(doc, table, writes[0] as Write, spending)
        : await writeAll(doc, table, writes, spending);
    if (outcome !== "conflict") return outcome;
    await backOff(options, attempt);
  }
  throw new Busy("transaction conflicts outlasted the retries");
};

const conditionOf = ({ condition }: Write) => ({
  ConditionExpression: condition.expression,
  ...(Object.keys(condition.names).length > 0 ? { ExpressionAttributeNames: condition.names } : {}),
  ...(Object.keys(condition.values).length > 0 ? { ExpressionAttributeValues: condition.values } : {}),
  ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
});

/** Asks for the bill where somebody adds it up. */
const billed = (spending: Spending | undefined) =>
  spending === undefined ? {} : { ReturnConsumedCapacity: "INDEXES" as const };

const addUp = (spending: Spending | undefined, bill: ConsumedCapacity | ConsumedCapacity[] | undefined): void => {
  if (spending === undefined) return;
  for (const { CapacityUnits = 0, GlobalSecondaryIndexes = {} } of [bill ?? []].flat()) {
    const indexes = Object.values(GlobalSecondaryIndexes).reduce((sum, index) => sum + (index.CapacityUnits ?? 0), 0);
    spending.indexes += indexes;
    spending.table += CapacityUnits - indexes;
  }
};

const writeOne = async (
  doc: DynamoDBDocumentClient,
  table: string,
  write: Write,
  spending: Spending | undefined,
): Promise<Commit | "conflict"> => {
  const request = { TableName: table, ...conditionOf(write), ...billed(spending) };
  try {
    if (write.type === "put") {
      addUp(spending, (await doc.send(new PutCommand({ ...request, Item: { ...write.item } }))).ConsumedCapacity);
    } else if (write.type === "update") {
      const update = new UpdateCommand({ ...request, Key: { ...write.key }, UpdateExpression: write.update });
      addUp(spending, (await doc.send(update)).ConsumedCapacity);
    } else if (write.type === "delete") {
      const { ConsumedCapacity } = await doc.send(new DeleteCommand({ ...request, Key: { ...write.key } }));
      addUp(spending, ConsumedCapacity);
    } else throw new TypeError("a lone check has no use here");
    return { ok: true };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return { ok: false, failed: [{ key: writeKey(write), found: itemOf(error.Item) }] };
    }
    if (isNamed(error, "TransactionConflictException")) return "conflict";
    throw asBusy(error);
  }
};

const writeAll = async (
  doc: DynamoDBDocumentClient,
  table: string,
  writes: readonly Write[],
  spending: Spending | undefined,
): Promise<Commit | "conflict"> => {
  try {
    const TransactItems = writes.map((write) => actionOf(table, write));
    const { ConsumedCapacity } = await doc.send(new TransactWriteCommand({ TransactItems, ...billed(spending) }));
    addUp(spending, ConsumedCapacity);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) {
      if (isNamed(error, "TransactionInProgressException")) return "conflict";
      throw asBusy(error);
    }
    return explain(error, writes);
  }
};

/**
 * Reads the reasons of a cancelled transaction; anything but failed conditions and conflicts is a fault, never
 * guessed at.
 */
const explain = (error: TransactionCanceledException, writes: readonly Write[]): Commit | "conflict" => {
  const reasons = error.CancellationReasons ?? [];
  const failed = reasons.flatMap((reason, index) =>
    reason.Code === "ConditionalCheckFailed"
      ? [{ key: writeKey(writes[index] as Write), found: itemOf(reason.Item) }]
      : [],
  );
  if (failed.length > 0) return { ok: false, failed };
  const others = reasons.filter((reason) => reason.Code !== undefined && reason.Code !== "None");
  if (others.length > 0 && others.every((reason) => reason.Code === "TransactionConflict")) return "conflict";
  if (others.some((reason) => reason.Code === "ThrottlingError" || reason.Code === "ProvisionedThroughputExceeded")) {
    throw new Busy("throttled", { cause: error });
  }
  throw error;
};

const actionOf = (table: string, write: Write): NonNullable<TransactWriteCommandInput["TransactItems"]>[number] => {
  const condition = conditionOf(write);
  switch (write.type) {
    case "put":
      return { Put: { TableName: table, Item: { ...write.item }, ...condition } };
    case "update":
      return { Update: { TableName: table, Key: { ...write.key }, UpdateExpression: write.update, ...condition } };
    case "delete":
      return { Delete: { TableName: table, Key: { ...write.key }, ...condition } };
    case "check":
      return { ConditionCheck: { TableName: table, Key: { ...write.key }, ...condition } };
  }
};

/** Items inside errors arrive in wire form; the document client unmarshalls successful answers only. */
const itemOf = (raw: Parameters<typeof unmarshall>[0] | undefined): Item | null =>
  raw ? (unmarshall(raw) as Item) : null;

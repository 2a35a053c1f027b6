/**
 * Measures what it costs to learn locally of every committed change: the evidence of docs/adr/0004-event-feed.md.
 * `node infra/local/measure-feed.ts [--engine dynoxide|dynamodb-local] [--seconds 4]`
 */
import { randomBytes } from "node:crypto";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type AttributeValue,
  BatchGetItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { type Engine, type EngineKind, startEngine } from "./engine.ts";

const CLIENT_COUNTS = [1, 16];
const ITEMS_PER_TRANSACTION = 4;
const PADDING_BYTES = 150;
const SECONDS_DEFAULT = 4;
const SECONDS_MAX = 10;
const UNFINISHED_INTENTS = 100;
const WARM_SECONDS = 1;
const TABLE = "measured";
const STREAM_TARGET = "DynamoDBStreams_20120810";

type Image = Record<string, AttributeValue>;
type Commit = (images: readonly Image[]) => Promise<void>;

interface Variant {
  readonly name: string;
  readonly hasStream: boolean;
  readonly intentLog: "none" | "page cache" | "disk";
}

const VARIANTS: readonly Variant[] = [
  { name: "a no feed", hasStream: false, intentLog: "none" },
  { name: "b stream", hasStream: true, intentLog: "none" },
  { name: "c intent log", hasStream: false, intentLog: "page cache" },
  { name: "d log, synced", hasStream: false, intentLog: "disk" },
];

const client = (engine: Engine): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: engine.endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });

const createTable = (database: DynamoDBClient, name: string, hasStream: boolean) =>
  database.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      ...(hasStream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" } } : {}),
    }),
  );

/** New items of about 400 bytes each. */
const newImages = (id: string): Image[] =>
  Array.from({ length: ITEMS_PER_TRANSACTION }, (_, index) => ({
    pk: { S: `${id}#${index}` },
    transaction: { S: id },
    amount: { N: String(index) },
    padding: { S: randomBytes(PADDING_BYTES).toString("hex") },
  }));

const committer =
  (database: DynamoDBClient, table: string): Commit =>
  async (images) => {
    const puts = images.map((image) => ({
      Put: { TableName: table, Item: image, ConditionExpression: "attribute_not_exists(pk)" },
    }));
    await database.send(new TransactWriteItemsCommand({ TransactItems: puts }));
  };

/**
 * A line before the transaction with what it will write, and one after it. In the page cache they outlive the process;
 * only a synced first line outlives a power cut too.
 */
const logged =
  (commit: Commit, file: number, isSynced: boolean): Commit =>
  async (images) => {
    const id = images[0]?.pk?.S;
    writeSync(file, `${JSON.stringify({ id, images })}\n`);
    if (isSynced) fdatasyncSync(file);
    await commit(images);
    writeSync(file, `${JSON.stringify({ done: id })}\n`);
  };

/**
 * Unfinished intents of a log, and of those the ones whose transaction did commit, learnt from the first record of
 * each.
 */
const recover = async (database: DynamoDBClient, table: string, logFile: string) => {
  const open = new Map<string, readonly Image[]>();
  for (const line of readFileSync(logFile, "utf8").split("\n")) {
    // A last line that was cut off belongs to a transaction that had not been sent.
    if (!line.endsWith("}")) continue;
    const entry: { id?: string; done?: string; images?: Image[] } = JSON.parse(line);
    if (entry.id && entry.images) open.set(entry.id, entry.images);
    if (entry.done) open.delete(entry.done);
  }
  const keys = [...open.keys()].map((pk) => ({ pk: { S: pk } }));
  const found = await database.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys } } }));
  return { unfinished: open.size, committed: found.Responses?.[table]?.length ?? 0 };
};

interface Rate {
  readonly perSecond: number;
  /** Rate in the last quarter of the time over that in the first: below 1 the engine slows as it fills. */
  readonly lastOverFirst: number;
}

const run = async (commit: Commit, prefix: string, clients: number, seconds: number): Promise<Rate> => {
  const started = performance.now();
  const total = seconds * 1_000;
  const quarters = [0, 0, 0, 0];
  const worker = async (name: string) => {
    for (let index = 0; performance.now() - started < total; index++) {
      await commit(newImages(`${name}-${index}`));
      const quarter = Math.min(3, Math.floor(((performance.now() - started) / total) * 4));
      quarters[quarter] = (quarters[quarter] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => worker(`${prefix}-${index}`)));
  const count = quarters.reduce((sum, quarter) => sum + quarter, 0);
  const elapsedSeconds = (performance.now() - started) / 1_000;
  return { perSecond: count / elapsedSeconds, lastOverFirst: (quarters[3] ?? 0) / Math.max(1, quarters[0] ?? 0) };
};

const streamCall = async (engine: Engine, operation: string, body: object): Promise<Record<string, unknown>> => {
  const response = await fetch(engine.endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `${STREAM_TARGET}.${operation}`,
      "x-amz-date": "20260101T000000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
};

/** First records that the table's stream still gives. */
const streamRecords = async (engine: Engine, table: string): Promise<number> => {
  const { Streams } = (await streamCall(engine, "ListStreams", { TableName: table })) as {
    Streams?: { StreamArn: string }[];
  };
  const StreamArn = Streams?.[0]?.StreamArn;
  const description = (await streamCall(engine, "DescribeStream", { StreamArn })) as {
    StreamDescription?: { Shards?: { ShardId: string }[] };
  };
  const ShardId = description.StreamDescription?.Shards?.[0]?.ShardId;
  const position = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
  const { ShardIterator } = await streamCall(engine, "GetShardIterator", position);
  const { Records } = (await streamCall(engine, "GetRecords", { ShardIterator })) as { Records?: unknown[] };
  return Records?.length ?? 0;
};

/** Counts what the stream gives, before and after the engine is started anew on its file. */
const measureRestart = async (engine: Engine, dataFile: string): Promise<string> => {
  const before = await streamRecords(engine, TABLE);
  await engine.stop();
  const restarted = await startEngine({ kind: engine.kind, dataFile });
  try {
    return `  stream: first page ${before} records, after a restart ${await streamRecords(restarted, TABLE)}`;
  } finally {
    await restarted.stop();
  }
};

/** One line of the table, and what is worth knowing of its feed afterwards; on a data file of its own. */
const measure = async (kind: EngineKind, variant: Variant, clients: number, seconds: number): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), "linli-measure-"));
  const dataFile = join(folder, "data.db");
  const logFile = join(folder, "intents.log");
  const log = openSync(logFile, "a");
  const engine = await startEngine({ kind, dataFile });
  const database = client(engine);
  try {
    await createTable(database, TABLE, variant.hasStream);
    const plain = committer(database, TABLE);
    await run(plain, "warm", clients, WARM_SECONDS);
    const commit = variant.intentLog === "none" ? plain : logged(plain, log, variant.intentLog === "disk");
    const { perSecond, lastOverFirst } = await run(commit, "run", clients, seconds);
    const cells = [variant.name.padEnd(13), String(clients).padStart(7), perSecond.toFixed(0).padStart(6)];
    const lines = [`| ${cells.join(" | ")} | ${lastOverFirst.toFixed(2).padStart(20)} |`];
    if (variant.hasStream) lines.push(await measureRestart(engine, dataFile));
    if (variant.intentLog === "page cache") lines.push(await measureRecovery(database, logFile, log));
    return lines;
  } finally {
    database.destroy();
    await engine.stop();
    closeSync(log);
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Leaves intents as a crash would, every second one committed, and lets the recovery find which. */
const measureRecovery = async (database: DynamoDBClient, logFile: string, log: number): Promise<string> => {
  const commit = committer(database, TABLE);
  for (let index = 0; index < UNFINISHED_INTENTS; index++) {
    const images = newImages(`crash-${index}`);
    writeSync(log, `${JSON.stringify({ id: images[0]?.pk?.S, images })}\n`);
    if (index % 2 === 0) await commit(images);
  }
  const started = performance.now();
  const { unfinished, committed } = await recover(database, TABLE, logFile);
  const elapsedMs = (performance.now() - started).toFixed(0);
  return `  recovery: ${committed} of ${unfinished} unfinished intents had committed (half did), in ${elapsedMs} ms`;
};

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "dynoxide" },
    seconds: { type: "string", default: String(SECONDS_DEFAULT) },
  },
});
const engineKind: EngineKind = values.engine === "dynamodb-local" ? "dynamodb-local" : "dynoxide";
const cellSeconds = Math.min(SECONDS_MAX, Math.max(1, Number(values.seconds)));

console.log(
  `${engineKind}, ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, ${cellSeconds} s each`,
);
console.log("| feed          | clients | tx / s | last quarter / first |");
for (const variant of VARIANTS) {
  for (const clients of CLIENT_COUNTS) {
    for (const line of await measure(engineKind, variant, clients, cellSeconds)) console.log(line);
  }
}

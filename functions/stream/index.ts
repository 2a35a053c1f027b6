/**
 * Lambda of the table's stream: derives the event of each committed item and puts it on the district's bus.
 * A record that could not be sent is reported with everything after it, so Lambda sends them again in the same order:
 * at least once, and what was sent before is not repeated.
 */
import { readFileSync } from "node:fs";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import { derive } from "../../events/derive.ts";
import { Slug } from "../../schemas/primitives.ts";
import { type Log, makeLog } from "../shared/log.ts";
import { type Outgoing, packRequests } from "./batches.ts";
import { alteredPartition, newImage } from "./store.ts";

/** Variables that the stack sets. */
export const StreamEnv = z.object({
  /** Name or ARN of the event bus. */
  LINLI_BUS: z.string().min(1),
  /** Path of the district's file; beside the bundle on Lambda. */
  LINLI_DISTRICT: z.string().default("district.json"),
});
export type StreamEnv = z.input<typeof StreamEnv>;

/** What a caller may put in place of the real thing. */
export interface StreamOverrides {
  readonly client?: EventBridgeClient;
  readonly log?: Log;
  /** Waits between attempts; injected so that tests do not sleep. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** The district's id, instead of reading its file. */
  readonly district?: string;
}

/** Handler of a batch of stream records; answers with the first record that has to come again, if any. */
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/** Attempts for the entries of one request before Lambda is told to send the records again. */
export const ATTEMPTS_MAX = 4;
const BACKOFF_BASE_MS = 50;
const CLIENT_ATTEMPTS_MAX = 3;
const REQUEST_TIMEOUT_MS = 3_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const readDistrictId = (path: string): string =>
  z.object({ id: Slug }).parse(JSON.parse(readFileSync(path, "utf8"))).id;

/** Makes the handler; throws where a variable or the district's file is wrong. */
export const create = (env: StreamEnv, overrides: StreamOverrides = {}): StreamHandler => {
  const settings = StreamEnv.parse(env);
  const { log = makeLog("stream"), sleep = pause } = overrides;
  const district = overrides.district ?? readDistrictId(settings.LINLI_DISTRICT);
  const client =
    overrides.client ??
    new EventBridgeClient({
      maxAttempts: CLIENT_ATTEMPTS_MAX,
      requestHandler: { requestTimeout: REQUEST_TIMEOUT_MS, connectionTimeout: 1_000 },
    });
  const send = (request: readonly Outgoing[]) => sendAll(client, settings.LINLI_BUS, request, sleep);
  return async ({ Records }) => {
    const { outgoing, faulty } = deriveAll(Records, district, log);
    for (const request of packRequests(outgoing)) {
      const missed = await send(request);
      if (missed === undefined) continue;
      log.error(
        "events.delivery-failed",
        { type: missed.entry.event.type, event: missed.entry.event.id },
        missed.cause,
      );
      return comeAgain(missed.entry.record);
    }
    return faulty === undefined ? { batchItemFailures: [] } : comeAgain(faulty);
  };
};

const comeAgain = (record: string): DynamoDBBatchResponse => ({ batchItemFailures: [{ itemIdentifier: record }] });

/**
 * Events of the records up to one whose item breaks its contract: that one, `faulty`, ends in the queue for dead
 * letters.
 */
const deriveAll = (records: readonly DynamoDBRecord[], district: string, log: Log) => {
  const outgoing: Outgoing[] = [];
  for (const record of records) {
    const number = record.dynamodb?.SequenceNumber ?? "";
    const altered = alteredPartition(record);
    if (altered) log.error("events.append-only-altered", { record: number, item: altered });
    try {
      const image = newImage(record);
      const event = image && derive(image, district);
      if (event) outgoing.push({ event, detail: JSON.stringify(event), record: number });
    } catch (error) {
      log.error("events.delivery-failed", { record: number }, error);
      return { outgoing, faulty: number };
    }
  }
  return { outgoing, faulty: undefined };
};

/**
 * Sends one request, and again what the bus did not take; gives the first entry that it would not take, with the last
 * cause.
 */
const sendAll = async (
  client: EventBridgeClient,
  bus: string,
  request: readonly Outgoing[],
  sleep: (ms: number) => Promise<void>,
): Promise<{ readonly entry: Outgoing; readonly cause?: unknown } | undefined> => {
  let pending = request;
  let cause: unknown;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    if (attempt > 0) await sleep(BACKOFF_BASE_MS * 2 ** attempt);
    try {
      const { Entries = [] } = await client.send(
        new PutEventsCommand({ Entries: pending.map((out) => entryOf(bus, out)) }),
      );
      // An entry without an answer counts as refused: it is sent again rather than lost.
      pending = pending.filter((_, index) => Entries[index]?.EventId === undefined);
    } catch (error) {
      cause = error;
    }
    if (pending.length === 0) return undefined;
  }
  return { entry: pending[0] as Outgoing, cause };
};

const entryOf = (bus: string, { event, detail }: Outgoing) => ({
  EventBusName: bus,
  Source: event.source,
  DetailType: event.type,
  Time: new Date(event.time),
  Detail: detail,
});

let ready: StreamHandler | undefined;

/** Entry of the Lambda: made once, at the first batch, from the environment. */
export const handler: StreamHandler = (event) => {
  ready ??= create(process.env as unknown as StreamEnv);
  return ready(event);
};

/**
 * How a commit reads the database's answers: conflicts are retried only when every reason is one, and nothing is
 * guessed.
 */
import {
  type CancellationReason,
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { Busy, CONFLICT_ATTEMPTS_MAX, type Db, openDb } from "../../../functions/shared/dynamo.ts";
import { create } from "../../../functions/shared/write.ts";

const mock = mockClient(DynamoDBDocumentClient);
const writes = [create({ pk: "A", sk: "1" }), create({ pk: "B", sk: "1" })];
const meta = { $metadata: {}, message: "cancelled" };
const cancelled = (...reasons: CancellationReason[]) =>
  new TransactionCanceledException({ ...meta, CancellationReasons: reasons });
const conflict = { Code: "TransactionConflict" };
const none = { Code: "None" };
const failed = { Code: "ConditionalCheckFailed", Item: { pk: { S: "B" }, sk: { S: "1" }, bal: { N: "7" } } };

let waits: number[];
let db: Db;

beforeEach(() => {
  mock.reset();
  waits = [];
  db = openDb({
    client: new DynamoDBClient({ region: "local" }),
    table: "t",
    random: () => 1,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
});

describe("a transaction", () => {
  it("whose every reason is a conflict is tried again, waiting longer each time", async () => {
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled(conflict, none))
      .rejectsOnce(cancelled(conflict, conflict))
      .resolves({});
    expect(await db.commit(writes)).toEqual({ ok: true });
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(3);
    expect(waits).toEqual([5, 10]);
  });

  it("with a failed condition among conflicts is not tried again: the item found explains it", async () => {
    mock.on(TransactWriteCommand).rejects(cancelled(conflict, failed));
    expect(await db.commit(writes)).toEqual({
      ok: false,
      failed: [{ key: { pk: "B", sk: "1" }, found: { pk: "B", sk: "1", bal: 7 } }],
    });
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it("in conflict for ever ends as busy, never as a refusal", async () => {
    mock.on(TransactWriteCommand).rejects(cancelled(conflict, none));
    await expect(db.commit(writes)).rejects.toBeInstanceOf(Busy);
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(CONFLICT_ATTEMPTS_MAX);
  });

  it("that was throttled ends as busy", async () => {
    mock.on(TransactWriteCommand).rejects(cancelled({ Code: "ThrottlingError" }, none));
    await expect(db.commit(writes)).rejects.toBeInstanceOf(Busy);
  });

  it("cancelled for a reason that is none of ours is a fault", async () => {
    const error = cancelled({ Code: "ValidationError" }, none);
    mock.on(TransactWriteCommand).rejects(error);
    await expect(db.commit(writes)).rejects.toBe(error);
  });
});

describe("a lone write", () => {
  it("costs no transaction, and reports the item that stood in its way", async () => {
    const Item = { pk: { S: "A" }, sk: { S: "1" } };
    mock.on(PutCommand).rejects(new ConditionalCheckFailedException({ ...meta, Item }));
    expect(await db.commit(writes.slice(0, 1))).toEqual({
      ok: false,
      failed: [{ key: { pk: "A", sk: "1" }, found: { pk: "A", sk: "1" } }],
    });
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(0);
  });
});

describe("a read", () => {
  it("that was throttled ends as busy: the answer is 503, not a fault of ours", async () => {
    const throttled = Object.assign(new Error("slow down"), { name: "ThrottlingException" });
    mock.rejects(throttled);
    const key = { pk: "A", sk: "1" };
    await expect(db.get(key)).rejects.toBeInstanceOf(Busy);
    await expect(db.getMany([key])).rejects.toBeInstanceOf(Busy);
    await expect(db.query({ partition: "A", limit: 1 })).rejects.toBeInstanceOf(Busy);
    await expect(db.scan({ segment: 0, segments: 1, limit: 1 })).rejects.toBeInstanceOf(Busy);
  });
});

/** The stream's consumer: everything that was committed goes out, in order, within the bus's limits, at least once. */
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { derive } from "../../../events/derive.ts";
import recorded from "../../../events/invocations/stream.json" with { type: "json" };
import { silentLog } from "../../../functions/shared/log.ts";
import type { Item } from "../../../functions/shared/write.ts";
import { ENTRIES_MAX, entryBytes, packRequests, REQUEST_BYTES_MAX } from "../../../functions/stream/batches.ts";
import { ATTEMPTS_MAX, create } from "../../../functions/stream/index.ts";
import { images, uuid } from "./images.ts";

const bus = mockClient(EventBridgeClient);
const waits: number[] = [];
const consume = create(
  { LINLI_BUS: "linli-demo" },
  {
    district: "demo",
    log: silentLog,
    sleep: async (ms) => {
      waits.push(ms);
    },
    client: new EventBridgeClient({ region: "cn-north-1" }),
  },
);

const holdImage = (number: number, revision = 1): Item => ({
  ...images["ledger.hold.created"],
  pk: `H#${uuid(number)}`,
  rev: revision,
});

const recordOf = (item: Item, sequence: string): DynamoDBRecord => ({
  eventName: "INSERT",
  dynamodb: {
    NewImage: marshall(item, { removeUndefinedValues: true }) as NonNullable<
      DynamoDBRecord["dynamodb"]
    >["NewImage"] & {},
    SequenceNumber: sequence,
  },
});

const streamOf = (items: readonly Item[]): DynamoDBStreamEvent => ({
  Records: items.map((item, index) => recordOf(item, String(index))),
});

const sent = () => bus.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
const sentIds = () => sent().map((entries) => entries.map(({ Detail }) => JSON.parse(Detail ?? "").id as string));
const idOf = (number: number, revision = 1) => `hold:${uuid(number)}:${revision}`;

/** Takes everything but the events whose ids are named. */
const takeAllBut = (...refused: string[]) =>
  bus.on(PutEventsCommand).callsFake(({ Entries }) => ({
    Entries: Entries.map(({ Detail }: { Detail: string }, index: number) =>
      refused.includes(JSON.parse(Detail).id) ? { ErrorCode: "InternalFailure" } : { EventId: String(index) },
    ),
  }));

beforeEach(() => {
  bus.reset();
  waits.length = 0;
});

describe("a batch of stream records", () => {
  it("bears no event where an item was only stored in another shape", async () => {
    takeAllBut();
    const changed = (before: Item, after: Item): DynamoDBRecord => {
      const { dynamodb } = recordOf(after, "1");
      return { eventName: "MODIFY", dynamodb: { ...dynamodb, OldImage: recordOf(before, "0").dynamodb?.NewImage } };
    };
    const hold = holdImage(1);
    await consume({ Records: [changed(hold, { ...hold, v: 2 })] });
    expect(sentIds()).toEqual([]);
    const next = { ...holdImage(1, 2), v: 2, at: Number(hold.at) + 1 };
    await consume({ Records: [changed({ ...hold, v: 2 }, next)] });
    expect(sentIds()).toEqual([[idOf(1, 2)]]);
  });

  it("becomes the events of the items that bear one, as structured CloudEvents on the district's bus", async () => {
    takeAllBut();
    const answer = await consume(recorded as unknown as DynamoDBStreamEvent);
    expect(answer).toEqual({ batchItemFailures: [] });
    const entries = sent().flat();
    expect(entries.map(({ DetailType }) => DetailType)).toEqual([
      "linli.ledger.transfer.posted.v1",
      "linli.ledger.hold.created.v1",
      "linli.ledger.hold.posted.v1",
    ]);
    expect(entries[0]).toMatchObject({
      EventBusName: "linli-demo",
      Source: "/linli/demo",
      Time: new Date("2026-01-01T00:00:00.123Z"),
    });
    expect(JSON.parse(entries[0]?.Detail ?? "")).toEqual(
      JSON.parse(JSON.stringify(derive(images["ledger.transfer.posted"], "demo"))),
    );
  });

  it("sends nothing when no item bears an event", async () => {
    expect(await consume(streamOf([{ pk: "A#x", sk: "A", rev: 1 }]))).toEqual({ batchItemFailures: [] });
    expect(sent()).toEqual([]);
  });

  it("sends again only what the bus did not take", async () => {
    bus
      .on(PutEventsCommand)
      .resolvesOnce({ Entries: [{ EventId: "a" }, { ErrorCode: "ThrottlingException" }, { EventId: "c" }] })
      .resolves({ Entries: [{ EventId: "b" }] });
    expect(await consume(streamOf([holdImage(1), holdImage(2), holdImage(3)]))).toEqual({ batchItemFailures: [] });
    expect(sentIds()).toEqual([[idOf(1), idOf(2), idOf(3)], [idOf(2)]]);
    expect(waits).toHaveLength(1);
  });

  it("asks Lambda for the earliest record that it could not send, and sends nothing of a later request", async () => {
    takeAllBut(idOf(2));
    const many = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((number) => holdImage(number));
    expect(await consume(streamOf(many))).toEqual({ batchItemFailures: [{ itemIdentifier: "1" }] });
    expect(sent()).toHaveLength(ATTEMPTS_MAX);
    expect(sentIds().flat()).not.toContain(idOf(11));
  });

  it("asks for everything again when the bus cannot be reached", async () => {
    bus.on(PutEventsCommand).rejects(new Error("unreachable"));
    expect(await consume(streamOf([holdImage(1), holdImage(2)]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "0" }],
    });
  });

  it("counts an entry that the bus does not answer for as not taken", async () => {
    bus.on(PutEventsCommand).resolves({ Entries: [{ EventId: "a" }] });
    expect(await consume(streamOf([holdImage(1), holdImage(2)]))).toEqual({ batchItemFailures: [] });
    expect(sentIds()).toEqual([[idOf(1), idOf(2)], [idOf(2)]]);
  });

  it("sends what comes before an item that breaks its contract, and gives that one up to Lambda", async () => {
    takeAllBut();
    const broken = { ...holdImage(2), amt: "many" };
    expect(await consume(streamOf([holdImage(1), broken, holdImage(3)]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "1" }],
    });
    expect(sentIds()).toEqual([[idOf(1)]]);
  });
});

describe("requests to the bus", () => {
  const outgoing = (items: readonly Item[], padding = 0) =>
    items.flatMap((item) => {
      const event = derive(item, "demo");
      return event ? [{ event, detail: JSON.stringify(event) + " ".repeat(padding), record: "0" }] : [];
    });
  const holds = Array.from({ length: 25 }, (_, index) => holdImage(index));

  it("hold ten events at most", () => {
    expect(packRequests(outgoing(holds)).map(({ length }) => length)).toEqual([ENTRIES_MAX, ENTRIES_MAX, 5]);
  });

  it("hold 256 KB at most, all bytes counted", () => {
    const requests = packRequests(outgoing(holds, 60_000));
    expect(requests.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4, 4, 1]);
    for (const request of requests) {
      expect(request.reduce((sum, entry) => sum + entryBytes(entry), 0)).toBeLessThanOrEqual(REQUEST_BYTES_MAX);
    }
  });

  it("never hold two events of one aggregate, and keep all of them in order", () => {
    const items = [holdImage(1), holdImage(2), holdImage(1, 2), holdImage(3), holdImage(1, 3)];
    const packed = packRequests(outgoing(items)).map((request) => request.map(({ event }) => event.id));
    expect(packed).toEqual([[idOf(1), idOf(2)], [idOf(1, 2), idOf(3)], [idOf(1, 3)]]);
  });
});

it("refuses to start without the name of the bus", () => {
  expect(() => create({} as never, { district: "demo" })).toThrow();
});

describe("an append-only item", () => {
  const seen: unknown[] = [];
  const watch = create(
    { LINLI_BUS: "linli-demo" },
    {
      district: "demo",
      client: new EventBridgeClient({ region: "cn-north-1" }),
      log: { info: () => undefined, error: (code, fields) => seen.push([code, fields?.item]) },
    },
  );
  const change = (pk: string, eventName: "INSERT" | "MODIFY" | "REMOVE", principalId?: string): DynamoDBRecord => ({
    eventName,
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: "T" } }, SequenceNumber: "1" },
    ...(principalId ? { userIdentity: { type: "Service", principalId } } : {}),
  });
  const reported = async (...Records: DynamoDBRecord[]) => {
    seen.length = 0;
    await watch({ Records });
    return seen;
  };

  it("that is changed or removed is reported, so that an alarm rings", async () => {
    const found = await reported(change("T#1", "MODIFY"), change("K#1", "REMOVE"), change("CS#1", "MODIFY"));
    const code = "events.append-only-altered";
    expect(found).toEqual([code, code, code].map((each, index) => [each, ["T#1", "K#1", "CS#1"][index]]));
  });

  it("that is created, other items, and removal by DynamoDB's own clock are nothing to report", async () => {
    const clock = change("K#1", "REMOVE", "dynamodb.amazonaws.com");
    expect(await reported(change("T#1", "INSERT"), change("A#1", "MODIFY"), change("TT#1", "REMOVE"), clock)).toEqual(
      [],
    );
  });
});

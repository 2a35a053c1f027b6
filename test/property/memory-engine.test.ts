/**
 * The engine in memory answers as the embedded one does: random requests of every kind that the kernel makes are sent
 * to both, and answers, refusals and tables must be equal. The simulation stands on it.
 */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { expect, it } from "vitest";
import { scanItems } from "../../infra/cli/archive/table.ts";
import { lineOf } from "../../infra/cli/archive/typed-json.ts";
import { MemoryTable, memoryClient } from "../support/engine/memory.ts";
import { makeTable } from "../support/harness.ts";

const partition = fc.constantFrom("A#1", "A#2", "T#1");
const sort = fc.constantFrom("a", "ab", "b", "c");
const key = fc.record({ pk: partition, sk: sort });
const small = fc.integer({ min: -3, max: 9 });
const item = fc.record(
  {
    pk: partition,
    sk: sort,
    n: small,
    s: fc.constantFrom("x", "xy", "y"),
    set: fc.constantFrom(new Set(["x"]), new Set(["x", "z"])),
    l: fc.constantFrom(["x"], ["xz", "z"]),
    m: fc.record({ a: small }),
    b: fc.constant(new Uint8Array([1, 2])),
    g1p: fc.constantFrom("J#1", "J#2"),
    g1s: small,
    g3p: fc.constant("L"),
    g3s: fc.constantFrom("1", "2", "10"),
  },
  { requiredKeys: ["pk", "sk"] },
);
const NAMES = { "#pk": "pk", "#n": "n", "#s": "s", "#set": "set", "#l": "l", "#m": "m", "#a": "a" } as const;

/** A condition with the names and values that it uses and no others, as DynamoDB demands. */
const condition = fc
  .tuple(
    fc.constantFrom(
      "attribute_not_exists(#pk)",
      "attribute_exists(#pk) OR attribute_not_exists(#pk)",
      "#pk <> :t OR attribute_not_exists(#n)",
      "attribute_exists(#n)",
      "#n = :v",
      "#n <> :v",
      "#n >= :v AND #n < :w",
      "(attribute_not_exists(#n) OR #n <= :v)",
      "NOT #n > :v",
      "#n BETWEEN :v AND :w",
      "contains(#set, :t)",
      "contains(#l, :t)",
      "begins_with(#s, :t)",
      "#s = :t AND attribute_exists(#n)",
      "#m.#a >= :v",
    ),
    small,
    small,
    fc.constantFrom("x", "z"),
  )
  .map(([text, a, b, t]) => ({ text, values: { ":v": Math.min(a, b), ":w": Math.max(a, b), ":t": t } }));

const update = fc.constantFrom(
  "SET #n = :u",
  "ADD #n :u",
  "SET #n = if_not_exists(#n, :u) + :u",
  "REMOVE #s",
  "SET #s = :x ADD #n :u",
);

const used = (text: string, all: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(text)));

const expressions = (texts: readonly string[], values: Readonly<Record<string, unknown>>) => {
  const text = texts.join(" ");
  const [names, given] = [used(text, NAMES), used(text, values)];
  return {
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names as Record<string, string> } : {}),
    ...(Object.keys(given).length > 0 ? { ExpressionAttributeValues: given } : {}),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
};

const put = fc.tuple(item, condition).map(([Item, { text, values }]) => ({
  Put: { TableName: "t", Item, ConditionExpression: text, ...expressions([text], values) },
}));
const change = fc.tuple(key, condition, update, small).map(([Key, { text, values }, UpdateExpression, u]) => ({
  Update: {
    TableName: "t",
    Key,
    UpdateExpression,
    ConditionExpression: text,
    ...expressions([text, UpdateExpression], { ...values, ":u": u, ":x": "xy" }),
  },
}));
const remove = fc.tuple(key, condition).map(([Key, { text, values }]) => ({
  Delete: { TableName: "t", Key, ConditionExpression: text, ...expressions([text], values) },
}));
const check = fc.tuple(key, condition).map(([Key, { text, values }]) => ({
  ConditionCheck: { TableName: "t", Key, ConditionExpression: text, ...expressions([text], values) },
}));

const range = fc.oneof(
  fc.constant({ text: "", values: {} }),
  fc.constantFrom("a", "b").map((b) => ({ text: " AND begins_with(#o, :b)", values: { ":b": b } })),
  fc.constantFrom("a", "ab", "c").map((f) => ({ text: " AND #o >= :f", values: { ":f": f } })),
  fc.constantFrom(["a", "b"], ["ab", "c"]).map(([f, t]) => ({
    text: " AND #o BETWEEN :f AND :t",
    values: { ":f": f, ":t": t },
  })),
);
const query = fc
  .tuple(partition, range, fc.boolean(), fc.integer({ min: 1, max: 4 }))
  .map(([pk, { text, values }, ScanIndexForward, Limit]) => ({
    TableName: "t",
    KeyConditionExpression: `#p = :p${text}`,
    ExpressionAttributeNames: { "#p": "pk", ...(text === "" ? {} : { "#o": "sk" }) },
    ExpressionAttributeValues: { ":p": pk, ...values },
    ScanIndexForward,
    Limit,
    ConsistentRead: true,
  }));
const indexQuery = fc
  .constantFrom({ index: "gs1", p: "g1p", value: "J#1" }, { index: "gs3", p: "g3p", value: "L" })
  .map(({ index, p, value }) => ({
    TableName: "t",
    IndexName: index,
    KeyConditionExpression: "#p = :p",
    ExpressionAttributeNames: { "#p": p },
    ExpressionAttributeValues: { ":p": value },
  }));

type Send = (doc: DynamoDBDocumentClient, table: string) => Promise<unknown>;
interface Request {
  readonly name: string;
  /** What is sent, for the message of a failure. */
  readonly input: unknown;
  readonly send: Send;
}
const request = (name: string, input: unknown, send: Send): Request => ({ name, input, send });
const withTable = (input: object, table: string): never => ({ ...input, TableName: table }) as never;

type Action = Readonly<Record<string, object>>;
const targetOf = (action: Action): string => {
  const input = Object.values(action)[0] as { Key?: { pk: string; sk: string }; Item?: { pk: string; sk: string } };
  const { pk, sk } = (input.Key ?? input.Item) as { pk: string; sk: string };
  return `${pk} ${sk}`;
};
const inTable = (action: Action, table: string): object =>
  Object.fromEntries(Object.entries(action).map(([kind, input]) => [kind, withTable(input, table)]));

const requests: fc.Arbitrary<Request> = fc.oneof(
  put.map(({ Put }) => request("put", Put, (doc, table) => doc.send(new PutCommand(withTable(Put, table))))),
  change.map(({ Update }) =>
    request("update", Update, (doc, table) => doc.send(new UpdateCommand(withTable(Update, table)))),
  ),
  fc
    .uniqueArray(fc.oneof<fc.Arbitrary<Action>[]>(put, change, remove, check), {
      minLength: 1,
      maxLength: 3,
      selector: targetOf,
    })
    .map((actions) =>
      request("transact", actions, (doc, table) => {
        const TransactItems = actions.map((action) => inTable(action, table));
        return doc.send(new TransactWriteCommand({ TransactItems }));
      }),
    ),
  key.map((Key) =>
    request("get", Key, (doc, table) => doc.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))),
  ),
  query.map((input) => request("query", input, (doc, table) => doc.send(new QueryCommand(withTable(input, table))))),
  indexQuery.map((input) =>
    request("index", input, (doc, table) => doc.send(new QueryCommand(withTable(input, table)))),
  ),
  fc
    .uniqueArray(key, { minLength: 1, maxLength: 4, selector: ({ pk, sk }) => `${pk} ${sk}` })
    .map((Keys) =>
      request("batch", Keys, (doc, table) =>
        doc.send(new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } })),
      ),
    ),
);

/** One text for equal values: members and sets in order. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Set) return [...value].sort();
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([name, member]) => [name, canonical(member)]),
  );
};
const sorted = (items: readonly unknown[] | undefined): string[] | undefined =>
  items?.map((each) => JSON.stringify(canonical(each))).sort();

/** What an answer or a refusal says, without the metadata of the transport. */
const outcome = async (send: Promise<unknown>, name: string): Promise<unknown> => {
  try {
    const answer = (await send) as Record<string, unknown> & {
      Items?: unknown[];
      Responses?: Record<string, unknown[]>;
    };
    if (name === "get") return sorted([answer.Item ?? null]);
    if (name === "batch") return sorted(Object.values(answer.Responses ?? {}).flat());
    if (name === "index") return sorted(answer.Items);
    if (name === "query")
      return { items: answer.Items?.map((each) => sorted([each])), last: canonical(answer.LastEvaluatedKey) };
    return "done";
  } catch (error) {
    const fault = error as {
      name: string;
      CancellationReasons?: { Code?: string; Item?: Record<string, AttributeValue> }[];
    };
    if (!["ConditionalCheckFailedException", "TransactionCanceledException"].includes(fault.name)) throw error;
    const found = (error as { Item?: Record<string, AttributeValue> }).Item;
    const reasons = fault.CancellationReasons?.map(({ Code, Item }) => [Code, Item && lineOf(Item)]);
    return { name: fault.name, found: found && lineOf(found), reasons };
  }
};

it("gives the same answers, refusals and tables", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: 20, maxLength: 60 }), async (sent) => {
      const { client, table } = await makeTable();
      const memory = new MemoryTable();
      const [real, fake] = [DynamoDBDocumentClient.from(client), DynamoDBDocumentClient.from(memoryClient(memory))];
      for (const [index, { name, send }] of sent.entries()) {
        const theirs = await outcome(send(real, table), name);
        const ours = await outcome(send(fake, table), name);
        expect(ours, `${name} ${index} of ${JSON.stringify(sent.map(({ input }) => input))}`).toEqual(theirs);
        const kind = `${name} ${typeof ours === "object" && ours !== null && "name" in ours ? ours.name : "ok"}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      const stored: string[] = [];
      for await (const each of scanItems({ client, table })) stored.push(lineOf(each));
      expect(memory.dump().map(lineOf).sort()).toEqual(stored.sort());
    }),
    { numRuns: 25 },
  );
  // A run in which nothing was ever refused or found would prove nothing.
  const kinds = [
    "put ok",
    "put ConditionalCheckFailedException",
    "transact ok",
    "transact TransactionCanceledException",
  ];
  for (const kind of [...kinds, "query ok", "index ok", "get ok", "batch ok"])
    expect(seen.get(kind), kind).toBeGreaterThan(2);
}, 120_000);

/**
 * DynamoDB's semantics in memory, deterministic and fast: what the kernel sends through the real SDK client is answered
 * here instead of by a server. Held against the embedded engine by test/property/memory-engine.test.ts.
 */
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { tableDefinition } from "../../../schemas/table.ts";
import { compareValues, holds, type Placeholders, updated, type Wire } from "./expression.ts";

type Input = Readonly<Record<string, unknown>>;

const placeholders = (input: Input): Placeholders => ({
  names: (input.ExpressionAttributeNames ?? {}) as Placeholders["names"],
  values: (input.ExpressionAttributeValues ?? {}) as Placeholders["values"],
});
const textOf = (key: Wire): string => `${key.pk?.S}\n${key.sk?.S}`;
const keyOf = ({ pk, sk }: Wire): Wire => ({ pk, sk }) as Wire;

/** One write of a request, on its own or in a transaction. */
interface Change {
  readonly kind: "Put" | "Update" | "Delete" | "ConditionCheck";
  readonly input: Input;
}

interface IndexShape {
  readonly partition: string;
  readonly sort: string;
  readonly keysOnly: boolean;
}

const BASE: IndexShape = { partition: "pk", sort: "sk", keysOnly: false };
const INDEXES = new Map(
  tableDefinition.indexes.map(({ name, partition, sort, projection }) => [
    name as string,
    { partition: partition.name, sort: sort.name, keysOnly: projection === "KEYS_ONLY" },
  ]),
);

const EQUALS = /^(#\w+) = (:\w+)(?: AND (.*))?$/;

/** A table in memory. */
export class MemoryTable {
  readonly #items = new Map<string, Wire>();
  /** Items by index and partition value, so that a query looks at one partition only. */
  readonly #partitions = new Map<string, Map<string, Wire>>();

  /** Every item, in the order of their keys. */
  dump(): Wire[] {
    return [...this.#items.keys()].sort().map((key) => this.#items.get(key) as Wire);
  }

  /** Answers one command as DynamoDB would; throws the SDK's exceptions. */
  answer(command: string, input: Input): object {
    switch (command) {
      case "GetItemCommand": {
        const item = this.#items.get(textOf(input.Key as Wire));
        return item ? { Item: structuredClone(item) } : {};
      }
      case "BatchGetItemCommand":
        return this.#batchGet(input.RequestItems as Record<string, { Keys: Wire[] }>);
      case "QueryCommand":
        return this.#query(input);
      case "PutItemCommand":
        return this.#one({ kind: "Put", input });
      case "UpdateItemCommand":
        return this.#one({ kind: "Update", input });
      case "DeleteItemCommand":
        return this.#one({ kind: "Delete", input });
      case "TransactWriteItemsCommand":
        return this.#transact(input.TransactItems as Record<Change["kind"], Input>[]);
      default:
        throw new Error(`the memory engine has no ${command}`);
    }
  }

  #batchGet(request: Record<string, { Keys: Wire[] }>): object {
    const Responses = Object.fromEntries(
      Object.entries(request).map(([table, { Keys }]) => [
        table,
        Keys.map((key) => this.#items.get(textOf(key)))
          .filter((item) => item !== undefined)
          .map((item) => structuredClone(item)),
      ]),
    );
    return { Responses, UnprocessedKeys: {} };
  }

  #query(input: Input): object {
    const name = input.IndexName as string | undefined;
    const shape = name === undefined ? BASE : (INDEXES.get(name) as IndexShape);
    const given = placeholders(input);
    const [, , value, range] = EQUALS.exec(input.KeyConditionExpression as string) ?? [];
    const wanted = given.values[value as string] as AttributeValue;
    const order = (a: Wire, b: Wire): number =>
      (compareValues(a[shape.sort] as AttributeValue, b[shape.sort] as AttributeValue) ?? 0) ||
      (textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b)));
    const found = [...(this.#partitions.get(`${shape.partition} ${wanted.S ?? wanted.N}`)?.values() ?? [])]
      .filter((item) => holds(range, given, item))
      .sort(order);
    if (input.ScanIndexForward === false) found.reverse();
    const start = input.ExclusiveStartKey as Wire | undefined;
    const forward = input.ScanIndexForward === false ? -1 : 1;
    const rest = start ? found.filter((item) => order(item, start) * forward > 0) : found;
    const limit = (input.Limit as number | undefined) ?? rest.length;
    const page = rest.slice(0, limit);
    const last = page.length === limit ? page.at(-1) : undefined;
    const keys = (item: Wire): Wire =>
      Object.fromEntries(
        [...new Set(["pk", "sk", shape.partition, shape.sort])].map((each) => [each, item[each] as AttributeValue]),
      );
    return {
      Items: page.map((item) => structuredClone(shape.keysOnly ? keys(item) : item)),
      Count: page.length,
      ...(last ? { LastEvaluatedKey: keys(last) } : {}),
    };
  }

  #one(change: Change): object {
    const found = this.#items.get(this.#target(change));
    if (!this.#holds(change)) {
      throw new ConditionalCheckFailedException({
        $metadata: {},
        message: "The conditional request failed",
        ...(found ? { Item: structuredClone(found) } : {}),
      });
    }
    this.#apply(change);
    return {};
  }

  #transact(actions: readonly Record<Change["kind"], Input>[]): object {
    const changes = actions.map((action): Change => {
      const [kind, input] = Object.entries(action)[0] as [Change["kind"], Input];
      return { kind, input };
    });
    if (new Set(changes.map((change) => this.#target(change))).size < changes.length) {
      throw Object.assign(new Error("one item twice in a transaction"), { name: "ValidationException" });
    }
    const reasons = changes.map((change) => {
      if (this.#holds(change)) return { Code: "None" };
      const found = this.#items.get(this.#target(change));
      return { Code: "ConditionalCheckFailed", ...(found ? { Item: structuredClone(found) } : {}) };
    });
    if (reasons.some(({ Code }) => Code !== "None")) {
      throw new TransactionCanceledException({ $metadata: {}, message: "cancelled", CancellationReasons: reasons });
    }
    for (const change of changes) this.#apply(change);
    return {};
  }

  #target({ kind, input }: Change): string {
    return textOf((kind === "Put" ? input.Item : input.Key) as Wire);
  }

  #holds(change: Change): boolean {
    const { input } = change;
    return holds(
      input.ConditionExpression as string | undefined,
      placeholders(input),
      this.#items.get(this.#target(change)),
    );
  }

  #apply(change: Change): void {
    const { kind, input } = change;
    const name = this.#target(change);
    const before = this.#items.get(name);
    if (kind === "ConditionCheck") return;
    const after =
      kind === "Put"
        ? structuredClone(input.Item as Wire)
        : kind === "Update"
          ? updated(input.UpdateExpression as string, placeholders(input), before, keyOf(input.Key as Wire))
          : undefined;
    if (after) this.#items.set(name, after);
    else this.#items.delete(name);
    this.#index(name, before, after);
  }

  #index(name: string, before: Wire | undefined, after: Wire | undefined): void {
    for (const { partition, sort } of [BASE, ...INDEXES.values()]) {
      const place = (item: Wire | undefined): string | undefined =>
        item?.[partition] && item[sort] ? `${partition} ${item[partition].S ?? item[partition].N}` : undefined;
      const [from, to] = [place(before), place(after)];
      if (from !== undefined) this.#partitions.get(from)?.delete(name);
      if (to === undefined || after === undefined) continue;
      const there = this.#partitions.get(to) ?? new Map<string, Wire>();
      this.#partitions.set(to, there);
      there.set(name, after);
    }
  }
}

/** How one command is carried out: by default at once. */
export type Carrier = (command: string, input: Input, answer: () => object) => Promise<object>;

const options = { removeUndefinedValues: true };
const wire = (value: unknown): unknown => marshall(value as Record<string, unknown>, options);
const native = (value: unknown): unknown => unmarshall(value as Wire);

/** Members that hold an item, a key or values, each with what is inside it. */
const HOLDERS = ["Item", "Key", "ExpressionAttributeValues", "ExclusiveStartKey", "LastEvaluatedKey"];
const LISTS = ["Items", "Keys"];

/** A request or an answer with every item in it changed from one form to the other. */
const converted = (value: unknown, change: (item: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((member) => converted(member, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (HOLDERS.includes(name)) return [name, member === undefined ? member : change(member)];
      if (LISTS.includes(name)) return [name, (member as unknown[]).map(change)];
      if (name === "Responses") {
        const tables = Object.entries(member as Record<string, unknown[]>);
        return [name, Object.fromEntries(tables.map(([table, items]) => [table, items.map(change)]))];
      }
      return [
        name,
        ["TransactItems", "RequestItems"].includes(name) ? converted(member, change) : nested(member, change),
      ];
    }),
  );
};

const nested = (member: unknown, change: (item: unknown) => unknown): unknown =>
  typeof member === "object" && member !== null && !Array.isArray(member) ? converted(member, change) : member;

/**
 * An SDK client whose commands are answered by `table`, for the document client: items are native on its side and in
 * wire form on the table's. `carry` may delay a command or put faults in its way.
 */
export const memoryClient = (
  table: MemoryTable,
  carry: Carrier = async (_c, _i, answer) => answer(),
): DynamoDBClient => {
  const client = new DynamoDBClient({ region: "memory", credentials: { accessKeyId: "m", secretAccessKey: "m" } });
  client.middlewareStack.add(
    // Not calling `next` ends the chain here: nothing is serialised, signed or sent.
    (_next, context) => async (args) => {
      const command = String((context as { commandName?: string }).commandName);
      const input = converted(args.input, wire) as Input;
      const output = await carry(command, input, () => table.answer(command, input));
      return { output: { $metadata: {}, ...(converted(output, native) as object) } as never, response: {} };
    },
    { step: "initialize", name: "memory", priority: "low" },
  );
  return client;
};

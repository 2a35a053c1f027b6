/**
 * A DynamoDB client that counts: every command's kind, and for writes the images before and after, read by a second
 * client.
 */
import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  DynamoDBClient,
  type GetItemCommandInput,
  type PutItemCommandInput,
  type QueryCommandInput,
  type TransactWriteItemsCommandInput,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, type NativeAttributeValue } from "@aws-sdk/util-dynamodb";
import { REVOCATIONS } from "../../../functions/shared/revocations.ts";
import { allIndexUnits, type Image, itemBytes, readUnits, writeUnits } from "../../support/units.ts";

/** One item that a write touched, or only checked. */
export interface TouchedItem {
  readonly key: string;
  readonly before: Image | undefined;
  readonly after: Image | undefined;
}

/** Write units of the table and of its indexes together. */
export interface Units {
  readonly base: number;
  readonly index: number;
}

/** What one operation did to the database. */
export interface Measurement {
  readonly writeCalls: number;
  /** Write calls that a condition refused; they are charged all the same. */
  readonly refusedCalls: number;
  readonly readCalls: number;
  readonly readUnits: number;
  readonly items: readonly TouchedItem[];
  /** By the developer guide's rules, from the images. */
  readonly computed: Units;
  /** As the engine itself reports them: a second opinion, on the calls that succeeded. */
  readonly reported: Units;
}

const BATCH_GET_MAX = 100;
const NOTHING: Measurement = {
  writeCalls: 0,
  refusedCalls: 0,
  readCalls: 0,
  readUnits: 0,
  items: [],
  computed: { base: 0, index: 0 },
  reported: { base: 0, index: 0 },
};

/** A process reads the list of revocations once in ten seconds, whatever the requests: no request's cost. */
const isBackground = (input: object): boolean =>
  (input as QueryCommandInput).ExpressionAttributeValues?.[":p"]?.S === REVOCATIONS;

type WriteInput = TransactWriteItemsCommandInput | PutItemCommandInput | UpdateItemCommandInput;
interface Capacity {
  readonly CapacityUnits?: number;
}
type Native = Record<string, NativeAttributeValue>;
/** Answers reach the middleware as the document client gives them. */
interface Output {
  readonly Item?: Native;
  readonly Items?: readonly Native[];
  readonly Responses?: Readonly<Record<string, readonly Native[]>>;
  readonly ConsumedCapacity?: Consumed | readonly Consumed[];
}
interface Consumed {
  readonly Table?: Capacity;
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, Capacity>>;
}

const keyOf = (item: Image) => ({ pk: item.pk as AttributeValue, sk: item.sk as AttributeValue });
const keyText = (item: Image): string => `${item.pk?.S}|${item.sk?.S}`;

const keysOf = (input: WriteInput): Image[] => {
  if ("TransactItems" in input) {
    return (input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) =>
      keyOf((Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key) as Image),
    );
  }
  return [keyOf(("Item" in input ? input.Item : (input as UpdateItemCommandInput).Key) as Image)];
};

const tableOf = (input: WriteInput): string => {
  const action = "TransactItems" in input ? input.TransactItems?.[0] : undefined;
  const { Put, Update, Delete, ConditionCheck } = action ?? {};
  const named = Put ?? Update ?? Delete ?? ConditionCheck ?? (input as PutItemCommandInput);
  return named.TableName as string;
};

const WRITES = ["TransactWriteItemsCommand", "PutItemCommand", "UpdateItemCommand", "DeleteItemCommand"];
const READS = ["GetItemCommand", "BatchGetItemCommand", "QueryCommand"];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const wireBytes = (item: Native | undefined): number => itemBytes(item && marshall(item));

/** Read units of one answer: of a whole page for a query, of each item by itself otherwise. */
const unitsRead = (name: string, input: object, output: Output): number => {
  if (name === "QueryCommand") {
    const { ConsistentRead } = input as QueryCommandInput;
    return readUnits(sum((output.Items ?? []).map(wireBytes)), ConsistentRead === true);
  }
  if (name === "GetItemCommand") {
    return readUnits(wireBytes(output.Item), (input as GetItemCommandInput).ConsistentRead === true);
  }
  const tables = Object.entries((input as BatchGetItemCommandInput).RequestItems ?? {});
  const units = tables.flatMap(([table, { Keys, ConsistentRead }]) => {
    const found = new Map((output.Responses?.[table] ?? []).map((item) => [`${item.pk}|${item.sk}`, item]));
    return (Keys ?? []).map((key) => readUnits(wireBytes(found.get(keyText(key))), ConsistentRead === true));
  });
  return sum(units);
};

const consumed = ({ ConsumedCapacity = [] }: Output): Units => {
  const all = [ConsumedCapacity].flat() as Consumed[];
  const indexes = all.flatMap(({ GlobalSecondaryIndexes = {} }) => Object.values(GlobalSecondaryIndexes));
  return {
    base: sum(all.map(({ Table }) => Table?.CapacityUnits ?? 0)),
    index: sum(indexes.map(({ CapacityUnits = 0 }) => CapacityUnits)),
  };
};

const plus = (a: Units, b: Units): Units => ({ base: a.base + b.base, index: a.index + b.index });

/**
 * Counts what passes through `client`. Measured requests must come one after another: images are read around each
 * write.
 */
export class Meter {
  readonly client: DynamoDBClient;
  readonly #probe: DynamoDBClient;
  #count: Measurement = NOTHING;

  constructor(endpoint: string) {
    const config = { endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
    this.#probe = new DynamoDBClient(config);
    this.client = new DynamoDBClient(config);
    // The step after serialisation: the request's text is what goes over the wire, whoever made the command.
    this.client.middlewareStack.add(
      (next, context) => async (args) => {
        const name = context.commandName ?? "";
        const request = args.request as { body: string | Uint8Array };
        const { body } = request;
        const input: object = JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body));
        if (WRITES.includes(name)) {
          return this.#write(name, input as WriteInput, (changed) => {
            request.body = JSON.stringify(changed);
            return next(args);
          });
        }
        const result = await next(args);
        if (READS.includes(name) && !isBackground(input)) this.#read(name, input, result.output as Output);
        return result;
      },
      { step: "build", priority: "high", name: "meter" },
    );
  }

  /** Runs `work` and says what passed meanwhile. */
  async measure<Result>(work: () => Promise<Result>): Promise<{ result: Result; measured: Measurement }> {
    this.#count = NOTHING;
    const result = await work();
    return { result, measured: this.#count };
  }

  async #write<Result extends { output: object }>(
    name: string,
    input: WriteInput,
    send: (input: WriteInput) => Promise<Result>,
  ): Promise<Result> {
    const keys = keysOf(input);
    const table = tableOf(input);
    const before = await this.#images(table, keys);
    let reported: Units | undefined;
    try {
      const result = await send({ ...input, ReturnConsumedCapacity: "INDEXES" });
      reported = consumed(result.output as Output);
      return result;
    } finally {
      const after = await this.#images(table, keys);
      const items = keys.map(keyText).map((key) => ({ key, before: before.get(key), after: after.get(key) }));
      this.#add(name, items, reported);
    }
  }

  #add(name: string, items: readonly TouchedItem[], reported: Units | undefined): void {
    const transactional = name === "TransactWriteItemsCommand";
    const computed = items
      .map(({ before, after }) => ({
        base: writeUnits(before, after, transactional),
        index: allIndexUnits(before, after),
      }))
      .reduce(plus, this.#count.computed);
    this.#count = {
      ...this.#count,
      writeCalls: this.#count.writeCalls + 1,
      refusedCalls: this.#count.refusedCalls + (reported ? 0 : 1),
      items: [...this.#count.items, ...items],
      computed,
      reported: reported ? plus(this.#count.reported, reported) : this.#count.reported,
    };
  }

  #read(name: string, input: object, output: Output): void {
    const units = unitsRead(name, input, output);
    this.#count = {
      ...this.#count,
      readCalls: this.#count.readCalls + 1,
      readUnits: this.#count.readUnits + units,
    };
  }

  async #images(table: string, keys: readonly Image[]): Promise<Map<string, Image>> {
    const found = new Map<string, Image>();
    for (let start = 0; start < keys.length; start += BATCH_GET_MAX) {
      const Keys = keys.slice(start, start + BATCH_GET_MAX).map(keyOf);
      const answer = await this.#probe.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
      );
      for (const item of answer.Responses?.[table] ?? []) found.set(keyText(item), item);
    }
    return found;
  }
}

/**
 * Sees to it that every kind of item that the product writes is in the registry of shapes, and keeps a sample of each
 * in `test/fixtures/shapes`.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AttributeValue, type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { openShapes } from "../../functions/shared/shape.ts";
import { lineOf } from "../../infra/cli/archive/typed-json.ts";

/** Folder of the samples. */
export const SAMPLES = join(import.meta.dirname, "..", "fixtures", "shapes");

/** File of a kind's sample of one version. */
export const sampleFile = (kind: string, version: number): string => join(SAMPLES, `${kind}.v${version}.json`);

/** A stored item of one version, and what its reader makes of it. */
export interface Sample {
  readonly item: Readonly<Record<string, AttributeValue>>;
  readonly read?: unknown;
}

/** A sample as its file has it: a line an attribute, so that a change shows. */
export const sampleText = ({ item, read }: Sample): string => {
  const linesOf = (members: object) =>
    Object.entries(members)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const readText = read === undefined ? "" : `,\n  "read": {\n${linesOf(read as object)}\n  }`;
  return `{\n  "item": {\n${linesOf(item)}\n  }${readText}\n}\n`;
};

type Fields = Readonly<Record<string, unknown>>;
interface Written {
  readonly TableName?: string;
  readonly Item?: Fields;
  readonly Key?: Fields;
}

const shapes = openShapes();

const textOf = (value: unknown): string => (typeof value === "string" ? value : String((value as { S: string }).S));

const writtenBy = (command: string, input: Fields): readonly Written[] => {
  if (command === "TransactWriteItemsCommand") {
    const items = (input.TransactItems ?? []) as readonly { readonly Put?: Written; readonly Update?: Written }[];
    return items.flatMap(({ Put, Update }) => Put ?? Update ?? []);
  }
  return /^(Put|Update)ItemCommand$/.test(command) ? [input as Written] : [];
};

/** One sentence for each item that a request writes without the registry knowing its kind. */
export const unknownKinds = (command: string, input: object): readonly string[] =>
  writtenBy(command, input as Fields).flatMap(({ Item, Key }) => {
    const { pk, sk } = (Item ?? Key ?? {}) as Fields;
    if (shapes.find({ pk: textOf(pk), sk: textOf(sk) })) return [];
    return [
      `no line of schemas/shapes.ts fits ${textOf(pk)} | ${textOf(sk)}: add { kind, pk, sk } there, and its sample ` +
        "with LINLI_SHAPES=record npx vitest run <a test that writes one>",
    ];
  });

const storedItem = async (client: DynamoDBClient, { TableName, Item, Key }: Written) => {
  if (Item) return typeof Item.pk === "string" ? marshall(Item, { removeUndefinedValues: true }) : Item;
  const { pk, sk } = Key as Fields;
  const command = new GetItemCommand({ TableName, Key: { pk: { S: textOf(pk) }, sk: { S: textOf(sk) } } });
  return (await client.send(command)).Item;
};

/** Keeps a sample of each kind that a request has written and that has none yet; only with `LINLI_SHAPES=record`. */
export const recordSamples = async (client: DynamoDBClient, command: string, input: object): Promise<void> => {
  if (process.env.LINLI_SHAPES !== "record") return;
  for (const written of writtenBy(command, input as Fields)) {
    const { pk, sk } = (written.Item ?? written.Key ?? {}) as Fields;
    const shape = shapes.find({ pk: textOf(pk), sk: textOf(sk) });
    const file = shape && sampleFile(shape.kind, (shape.upgrades?.length ?? 0) + 1);
    if (!file || existsSync(file)) continue;
    const item = (await storedItem(client, written)) as Record<string, AttributeValue> | undefined;
    // What a refusal left under a client's key is no sample of the kind.
    if (!item || item.no !== undefined) continue;
    mkdirSync(SAMPLES, { recursive: true });
    writeFileSync(file, sampleText({ item: (JSON.parse(lineOf(item)) as { Item: Sample["item"] }).Item }));
  }
};

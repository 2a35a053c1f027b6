/** The item that stands in a table while it is being restored: whose restore it is, and how far it has come. */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  ResourceNotFoundException,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { Failure } from "../cli.ts";
import type { TableRef } from "./table.ts";
import type { WireItem } from "./typed-json.ts";

/** No record of the product has this partition. */
const KEY: WireItem = { pk: { S: "RESTORE" }, sk: { S: "R" } };

/** Whether an item is the marker of a restore. */
export const isMarker = ({ pk, sk }: WireItem): boolean => pk?.S === KEY.pk?.S && sk?.S === KEY.sk?.S;

const notEmpty = (table: string): Failure =>
  new Failure({
    zh: `表 ${table} 不是空的，没有写入任何内容；请恢复到一个新建的空表。`,
    en: `The table ${table} is not empty and was left as it is; restore into a new, empty table.`,
  });

const otherRestore = (table: string): Failure =>
  new Failure({
    zh: `表 ${table} 中有另一份导出的恢复尚未完成；请先完成它，或换一个空表。`,
    en: `The restore of another export into ${table} is unfinished; finish that one, or take another empty table.`,
  });

const noTable = (table: string, cause: unknown): Failure =>
  new Failure(
    {
      zh: `没有表 ${table}；请先用 deploy 建立它，或用 --table 指定。`,
      en: `There is no table ${table}; make it with deploy, or name another with --table.`,
    },
    undefined,
    { cause },
  );

const hasOthers = async ({ client, table }: TableRef): Promise<boolean> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new ScanCommand({ TableName: table, ConsistentRead: true, Limit: 2 }),
  );
  return Items.some((item) => !isMarker(item)) || (Items.length === 0 && LastEvaluatedKey !== undefined);
};

/**
 * Claims an empty table for the export of this fingerprint, or finds the claim of an interrupted restore of the same
 * export; returns the chunk to go on with. The marker is written before the table is seen to be empty, so that of two
 * restores only one goes on. Throws `Failure`, with the table as it was.
 */
export const claimTable = async (target: TableRef, fingerprint: string): Promise<number> => {
  const { client, table } = target;
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: { ...KEY, export: { S: fingerprint }, next: { N: "0" } },
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    );
  } catch (error) {
    if (error instanceof ResourceNotFoundException) throw noTable(table, error);
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: KEY, ConsistentRead: true }));
    if (Item?.export?.S !== fingerprint) throw otherRestore(table);
    return Number(Item.next?.N);
  }
  if (!(await hasOthers(target))) return 0;
  await releaseTable(target, fingerprint);
  throw notEmpty(table);
};

const held = (fingerprint: string) => ({
  ConditionExpression: "#e = :e",
  ExpressionAttributeNames: { "#e": "export" },
  ExpressionAttributeValues: { ":e": { S: fingerprint } },
});

/** Notes that the chunks before `next` are written. */
export const advanceMarker = async ({ client, table }: TableRef, fingerprint: string, next: number): Promise<void> => {
  const { ExpressionAttributeNames, ExpressionAttributeValues, ConditionExpression } = held(fingerprint);
  await client.send(
    new UpdateItemCommand({
      TableName: table,
      Key: KEY,
      UpdateExpression: "SET #n = :n",
      ConditionExpression,
      ExpressionAttributeNames: { ...ExpressionAttributeNames, "#n": "next" },
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ":n": { N: String(next) } },
    }),
  );
};

/** Takes the marker of this restore away. */
export const releaseTable = async ({ client, table }: TableRef, fingerprint: string): Promise<void> => {
  await client.send(new DeleteItemCommand({ TableName: table, Key: KEY, ...held(fingerprint) }));
};

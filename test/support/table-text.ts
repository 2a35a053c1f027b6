/** The whole table as text: what tests look through for what must not be there, or compare before and after. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { inject } from "vitest";
import type { App } from "./harness.ts";

const client = () =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: inject("engine").endpoint,
      region: "local",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    }),
  );

/** The engine gives members in any order; sorted, the same item is the same line. */
const sorted = (value: unknown): unknown => {
  if (value instanceof Set) return [...value].sort();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Every item as a line of JSON, sorted; records of refusals under a client's key are left out. */
export const tableText = async ({ table }: Pick<App, "table">): Promise<string[]> => {
  const lines: string[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client().send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    for (const item of page.Items ?? []) {
      if (item.no === undefined) {
        lines.push(JSON.stringify(item, (_, value) => sorted(value)));
      }
    }
    start = page.LastEvaluatedKey;
  } while (start);
  return lines.sort();
};

/**
 * Counts what requests cost the table, as the engine reports it: write units of the base table and of the indexes,
 * and read units.
 */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";

interface Capacity {
  readonly CapacityUnits?: number;
  readonly Table?: { readonly CapacityUnits?: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
}

export interface Cost {
  /** Write calls: each is one round trip, whatever its items. */
  readonly calls: number;
  readonly table: number;
  readonly indexes: number;
  readonly reads: number;
}

/**
 * Whether the engine's figures can be believed. DynamoDB Local adds up the different figures of a transaction's items,
 * each once (two items of two units cost two), and doubles index writes.
 */
export const reportsUnits = inject("engine").kind !== "dynamodb-local";

const WRITES = /^(Put|Update|Delete|Transact)/;

/** A client that keeps the bill; `take` returns what has been spent since it was last asked. */
export const meteredClient = (): { readonly client: DynamoDBClient; take(): Cost } => {
  const client = new DynamoDBClient({
    endpoint: inject("engine").endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  let bill = { calls: 0, table: 0, indexes: 0, reads: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "INDEXES" });
      const answer = await next(args);
      const reported = (answer.output as { ConsumedCapacity?: Capacity | Capacity[] }).ConsumedCapacity ?? [];
      const write = WRITES.test(String(context.commandName));
      if (write) bill = { ...bill, calls: bill.calls + 1 };
      for (const capacity of [reported].flat()) {
        const indexes = Object.values(capacity.GlobalSecondaryIndexes ?? {});
        const ofIndexes = indexes.reduce((sum, index) => sum + (index.CapacityUnits ?? 0), 0);
        const ofTable = (capacity.CapacityUnits ?? 0) - ofIndexes;
        bill = write
          ? { ...bill, table: bill.table + ofTable, indexes: bill.indexes + ofIndexes }
          : { ...bill, reads: bill.reads + (capacity.CapacityUnits ?? 0) };
      }
      return answer;
    },
    { step: "initialize", name: "meter" },
  );
  return {
    client,
    take: () => {
      const spent = bill;
      bill = { calls: 0, table: 0, indexes: 0, reads: 0 };
      return spent;
    },
  };
};

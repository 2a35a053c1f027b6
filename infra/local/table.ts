/** The district's table on a local engine: made when it is missing, dropped on reset. */
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import { createTableInput } from "../../schemas/table.ts";

/** Makes the table unless it is there; returns whether it was made. */
export const ensureTable = async (client: DynamoDBClient, table: string): Promise<boolean> => {
  try {
    await client.send(new DescribeTableCommand({ TableName: table }));
    return false;
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
  try {
    await client.send(new CreateTableCommand(createTableInput(table)));
    return true;
  } catch (error) {
    if (error instanceof ResourceInUseException) return false;
    throw error;
  }
};

/** Empties the table by making it anew. */
export const emptyTable = async (client: DynamoDBClient, table: string): Promise<void> => {
  await client.send(new DeleteTableCommand({ TableName: table }));
  await client.send(new CreateTableCommand(createTableInput(table)));
};

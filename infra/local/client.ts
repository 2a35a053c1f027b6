/** SDK client of an engine on this machine. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Any credentials do: local engines do not check them. */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } });

/** Items as the table's stream carries them. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { appendOnlyPartitions } from "../../schemas/table.ts";
import type { Item } from "../shared/write.ts";

/** The item as the change left it; undefined when it was removed. */
export const newImage = (record: DynamoDBRecord): Item | undefined => {
  const image = record.dynamodb?.NewImage;
  return image === undefined ? undefined : (unmarshall(image as Record<string, AttributeValue>) as Item);
};

/** Who acts when DynamoDB removes an item whose time to live is over. */
const SERVICE = "dynamodb.amazonaws.com";

/**
 * The partition key of an append-only item that was changed or removed in place, undefined for every other record.
 * No role of the stack may do that, but IAM cannot tell a put that replaces an item from one that creates it.
 */
export const alteredPartition = ({ eventName, dynamodb, userIdentity }: DynamoDBRecord): string | undefined => {
  const partition = dynamodb?.Keys?.pk?.S;
  if (partition === undefined || eventName === "INSERT" || userIdentity?.principalId === SERVICE) return undefined;
  return appendOnlyPartitions.some((prefix) => partition.startsWith(prefix)) ? partition : undefined;
};

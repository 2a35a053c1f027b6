/** Items as the table's stream carries them. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { appendOnlyPartitions } from "../../schemas/table.ts";
import { openShapes, VERSION } from "../shared/shape.ts";
import type { Item } from "../shared/write.ts";

const shapes = openShapes();

const itemOf = (image: unknown): Item | undefined =>
  image === undefined ? undefined : shapes.current(unmarshall(image as Record<string, AttributeValue>) as Item);

/**
 * The item as the change left it, in the current shape; undefined when it was removed, or when nothing happened: the
 * job `migrate-shapes` stores an item in another shape under its old revision and stamp.
 */
export const newImage = ({ dynamodb }: DynamoDBRecord): Item | undefined => {
  const [before, after] = [itemOf(dynamodb?.OldImage), itemOf(dynamodb?.NewImage)];
  const isSame = before?.at !== undefined && before.at === after?.at && before.rev === after?.rev;
  return isSame && dynamodb?.NewImage?.[VERSION] !== undefined ? undefined : after;
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

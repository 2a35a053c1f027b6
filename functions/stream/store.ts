/** Items as the table's stream carries them. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import type { Item } from "../shared/write.ts";

/** The item as the change left it; undefined when it was removed. */
export const newImage = (record: DynamoDBRecord): Item | undefined => {
  const image = record.dynamodb?.NewImage;
  return image === undefined ? undefined : (unmarshall(image as Record<string, AttributeValue>) as Item);
};

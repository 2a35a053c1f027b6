/** The one table of a district, as plain data: the CDK stack, the local server and the tests all make it from here. */
import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** Attribute types as DynamoDB writes them: string and number. */
export type KeyType = "S" | "N";

/** One key attribute. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: KeyType;
}

/** One global secondary index. */
export interface IndexDefinition {
  readonly name: "gs1" | "gs2" | "gs3";
  readonly partition: KeyAttribute;
  readonly sort: KeyAttribute;
  readonly projection: "ALL" | "KEYS_ONLY";
}

/** Keys, indexes, stream and expiry of the table. Billing is on demand everywhere. */
export interface TableDefinition {
  readonly partition: KeyAttribute;
  readonly sort: KeyAttribute;
  readonly indexes: readonly IndexDefinition[];
  /** Images that the stream carries; the events are derived from them. */
  readonly stream: "NEW_AND_OLD_IMAGES";
  /** Attribute with the second (epoch) after which DynamoDB may drop the item. */
  readonly ttl: string;
}

/**
 * Index `gsN` is keyed by the attributes `gNp` and `gNs` (DynamoDB wants names of three characters or more).
 * The first two carry whole items by number (journal by payer, by payee), the third keys by text (lists, due dates).
 * Indexes are sparse: an item without the attributes costs nothing there.
 */
export const tableDefinition: TableDefinition = {
  partition: { name: "pk", type: "S" },
  sort: { name: "sk", type: "S" },
  indexes: [
    { name: "gs1", partition: { name: "g1p", type: "S" }, sort: { name: "g1s", type: "N" }, projection: "ALL" },
    { name: "gs2", partition: { name: "g2p", type: "S" }, sort: { name: "g2s", type: "N" }, projection: "ALL" },
    { name: "gs3", partition: { name: "g3p", type: "S" }, sort: { name: "g3s", type: "S" }, projection: "KEYS_ONLY" },
  ],
  stream: "NEW_AND_OLD_IMAGES",
  ttl: "ttl",
};

/**
 * Partitions whose items are written once and stay as they are: the journal (`T#`), answers kept under a client's key
 * (`K#`), adjustments of stock (`CS#`), the sealed journal (blocks `LB#`, trees `LT#`, daily roots `LR#`), named
 * ballots (`NB#`). On AWS every role is denied to update or delete them; a store that tries fails its test, because the
 * tests' client enforces the same statements.
 */
export const appendOnlyPartitions: readonly string[] = ["T#", "K#", "CS#", "LB#", "LT#", "LR#", "NB#"];

const keySchema = (partition: KeyAttribute, sort: KeyAttribute) => [
  { AttributeName: partition.name, KeyType: "HASH" as const },
  { AttributeName: sort.name, KeyType: "RANGE" as const },
];

/**
 * Input of the SDK's CreateTable for an engine that no CloudFormation reaches (local server, tests).
 * The stream is off unless asked for: the embedded engine commits five times fewer transactions with one.
 */
export const createTableInput = (
  tableName: string,
  { stream = false }: { readonly stream?: boolean } = {},
): CreateTableCommandInput => {
  const { partition, sort, indexes } = tableDefinition;
  const attributes = [partition, sort, ...indexes.flatMap((index) => [index.partition, index.sort])];
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: attributes.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
    KeySchema: keySchema(partition, sort),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index.partition, index.sort),
      Projection: { ProjectionType: index.projection },
    })),
    ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: tableDefinition.stream } } : {}),
  };
};

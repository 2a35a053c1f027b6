/** The emulated account as a rehearsal looks at it: its stack, its table, one function. */
import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
} from "@aws-sdk/client-cloudformation";
import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { GetFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";

/** Credentials of nobody: the emulator takes any. */
export const NOBODY = { accessKeyId: "rehearsal", secretAccessKey: "rehearsal" } as const;

/** What a rehearsal asks of the account. */
export interface Stage {
  /** Physical ids of a stack's resources by logical id, without those that the emulator left out. */
  resources(stack: string): Promise<Map<string, string>>;
  /** Number of events of a stack: a deploy that changes nothing adds none. */
  events(stack: string): Promise<number>;
  /** The template as it was deployed, as JSON text. */
  template(stack: string): Promise<string>;
  /** True while the stack is there. */
  exists(stack: string): Promise<boolean>;
  table(name: string): Promise<TableDescription | undefined>;
  /** Leaves an item in the table, by which a kept table is known. */
  leave(table: string): Promise<void>;
  /** True when the item is there. */
  kept(table: string): Promise<boolean>;
  /** Digest of a function's uploaded code. */
  code(name: string): Promise<string | undefined>;
  close(): void;
}

const MARK = { pk: { S: "REHEARSAL" }, sk: { S: "kept" } };

const isNamed = (error: unknown, ...names: string[]): boolean => error instanceof Error && names.includes(error.name);

/** The account behind an emulator's endpoint. */
export const openStage = (endpoint: string, region: string): Stage => {
  const config = { endpoint, region, credentials: NOBODY, maxAttempts: 2 };
  const cloud = new CloudFormationClient(config);
  const data = new DynamoDBClient(config);
  const functions = new LambdaClient(config);
  return {
    resources: async (stack) => {
      const found = new Map<string, string>();
      for await (const page of paginateListStackResources({ client: cloud }, { StackName: stack })) {
        for (const { LogicalResourceId, PhysicalResourceId, ResourceType } of page.StackResourceSummaries ?? []) {
          // What the emulator left out is listed without a type; some kinds get no physical id there.
          if (LogicalResourceId && ResourceType) found.set(LogicalResourceId, PhysicalResourceId ?? "");
        }
      }
      return found;
    },
    events: async (stack) =>
      (await cloud.send(new DescribeStackEventsCommand({ StackName: stack }))).StackEvents?.length ?? 0,
    template: async (stack) =>
      JSON.stringify(
        JSON.parse((await cloud.send(new GetTemplateCommand({ StackName: stack }))).TemplateBody ?? "null"),
      ),
    exists: async (stack) => {
      try {
        const { Stacks = [] } = await cloud.send(new DescribeStacksCommand({ StackName: stack }));
        return Stacks.some(({ StackStatus }) => StackStatus !== "DELETE_COMPLETE");
      } catch (error) {
        if (isNamed(error, "ValidationError")) return false;
        throw error;
      }
    },
    table: async (name) => {
      try {
        return (await data.send(new DescribeTableCommand({ TableName: name }))).Table;
      } catch (error) {
        if (isNamed(error, "ResourceNotFoundException")) return undefined;
        throw error;
      }
    },
    leave: async (table) => void (await data.send(new PutItemCommand({ TableName: table, Item: MARK }))),
    kept: async (table) =>
      (await data.send(new GetItemCommand({ TableName: table, Key: MARK, ConsistentRead: true }))).Item !== undefined,
    code: async (name) =>
      (await functions.send(new GetFunctionCommand({ FunctionName: name }))).Configuration?.CodeSha256,
    close: () => {
      cloud.destroy();
      data.destroy();
      functions.destroy();
    },
  };
};

/** Which table a command works on: that of a local engine, of a data folder on this machine, or of a stack on AWS. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { loadDistrict } from "../districts/load.ts";
import { localClient } from "../local/client.ts";
import { startEngine } from "../local/engine.ts";
import type { TableRef } from "./archive/table.ts";
import { Failure } from "./cli.ts";

/** Options that several commands share. */
export interface TargetOptions {
  readonly endpoint?: string;
  readonly data?: string;
  readonly table?: string;
  readonly region?: string;
  readonly profile?: string;
  /** Folder of the district files; the repository's own by default. */
  readonly districts?: string;
}

/** A table with what has to be closed afterwards. */
export interface Target extends TableRef {
  /** True for an engine on this machine, whose tables the command may make. */
  readonly local: boolean;
  close(): Promise<void>;
}

/** File of the local server's data inside its folder. */
const DATA_FILE = "linli.db";
/** Throttled requests are tried again for minutes: nobody waits for this command's answer in a browser. */
const ATTEMPTS_MAX = 10;

/** Name of a district's stack. */
export const stackName = (district: string): string => `linli-${district}`;

/** The options with the region that the district's file names, where none is given. */
export const inRegion = <T extends { readonly region?: string; readonly districts?: string }>(
  district: string,
  options: T,
): T => {
  const region = options.region ?? loadDistrict(district, options.districts).aws.region;
  return region === undefined ? options : { ...options, region };
};

/** Region and profile as every SDK client takes them. */
export const awsOptions = ({ region, profile }: TargetOptions) => ({
  maxAttempts: ATTEMPTS_MAX,
  ...(region === undefined ? {} : { region }),
  ...(profile === undefined ? {} : { profile }),
});

const noData = (folder: string): Failure =>
  new Failure({
    zh: `${folder} 中没有本地服务的数据；请用 --data 指定 LINLI_DATA 所指的文件夹。`,
    en: `${folder} holds no data of a local server; name the folder of LINLI_DATA with --data.`,
  });

const tableOfStack = async (district: string, options: TargetOptions): Promise<string> => {
  const client = new CloudFormationClient(awsOptions(options));
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName(district) }));
    const name = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === "TableName")?.OutputValue;
    if (name !== undefined) return name;
  } finally {
    client.destroy();
  }
  throw new Failure({
    zh: `堆栈 ${stackName(district)} 没有输出 TableName；请先 deploy，或用 --table 指定数据表。`,
    en: `The stack ${stackName(district)} has no output TableName; deploy it first, or name the table with --table.`,
  });
};

/** Opens the table that the options name. Throws `Failure`, `EngineUnavailable` or an error of the SDK. */
export const openTarget = async (district: string, options: TargetOptions): Promise<Target> => {
  const { endpoint, data } = options;
  const table = options.table ?? stackName(district);
  if (endpoint !== undefined) {
    const client = localClient(endpoint);
    return { client, table, local: true, close: async () => client.destroy() };
  }
  if (data !== undefined) {
    const dataFile = join(resolve(data), DATA_FILE);
    if (!existsSync(dataFile)) throw noData(data);
    const engine = await startEngine({ kind: "dynoxide", dataFile });
    const client = localClient(engine.endpoint);
    const close = async (): Promise<void> => {
      client.destroy();
      await engine.stop();
    };
    return { client, table, local: true, close };
  }
  const there = inRegion(district, options);
  const named = options.table ?? (await tableOfStack(district, there));
  const client = new DynamoDBClient(awsOptions(there));
  return { client, table: named, local: false, close: async () => client.destroy() };
};

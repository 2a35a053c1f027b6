/** What a deploy would change, and above all what it would lose, from two templates alone. */
import { fullDiff, ResourceImpact } from "@aws-cdk/cloudformation-diff";
import type { Words } from "../cli.ts";
import type { StackTemplate, TemplateResource } from "./synthesise.ts";

/** One resource that changes. */
export interface Change {
  readonly id: string;
  readonly type: string;
  /** Path of the construct inside the stack, or the logical id. */
  readonly path: string;
  readonly kind: "create" | "update" | "replace" | "remove";
  /** Names of the properties that change. */
  readonly properties: readonly string[];
  /** What is lost with it, one sentence each; empty for a harmless change. */
  readonly losses: readonly Words[];
}

/** Difference of two templates. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly broadened: boolean;
}

/** Resources that hold what no deploy can make again, with what goes when they go. */
const STATEFUL: Readonly<Record<string, Words>> = {
  "AWS::DynamoDB::Table": {
    zh: "本区的全部数据会留在旧表中",
    en: "all data of the district stays behind in the old table",
  },
  "AWS::DynamoDB::GlobalTable": {
    zh: "本区的全部数据会留在旧表中",
    en: "all data of the district stays behind in the old table",
  },
  "AWS::S3::Bucket": { zh: "存储桶中的文件会丢失或留在旧桶中", en: "the bucket's files are lost or stay behind" },
  "AWS::SQS::Queue": { zh: "等待处理的失败任务会丢失", en: "given-up work that waits in it is lost" },
  "AWS::Logs::LogGroup": { zh: "日志会丢失或留在旧日志组中", en: "the logs are lost or stay behind" },
  "AWS::KMS::Key": { zh: "用它加密的数据将无法解密", en: "what it encrypts can no longer be read" },
  "AWS::SNS::Topic": { zh: "告警的订阅会丢失", en: "the subscriptions to the alarms are lost" },
  "AWS::Events::EventBus": { zh: "总线上的规则和订阅会丢失", en: "rules and subscribers of the bus are lost" },
  "AWS::Events::Archive": { zh: "存档的事件会丢失", en: "the archived events are lost" },
  "AWS::ApiGatewayV2::Api": {
    zh: "API 的地址会改变，前端将无法访问",
    en: "the API's address changes under its front ends",
  },
};

const KINDS: Partial<Record<ResourceImpact, Change["kind"]>> = {
  [ResourceImpact.WILL_CREATE]: "create",
  [ResourceImpact.WILL_IMPORT]: "create",
  [ResourceImpact.WILL_UPDATE]: "update",
  [ResourceImpact.WILL_REPLACE]: "replace",
  [ResourceImpact.MAY_REPLACE]: "replace",
  [ResourceImpact.WILL_DESTROY]: "remove",
  [ResourceImpact.WILL_ORPHAN]: "remove",
};

const at = (resource: TemplateResource, ...path: string[]): unknown => {
  let value: unknown = resource.Properties;
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
  return value;
};

/** Safeguards of a table whose fall loses nothing yet, but lets the next mistake lose everything. */
const GUARDS: readonly { readonly holds: (resource: TemplateResource) => boolean; readonly words: Words }[] = [
  {
    holds: (resource) => at(resource, "DeletionProtectionEnabled") === true,
    words: { zh: "不再防止误删", en: "it is no longer protected from deletion" },
  },
  {
    holds: (resource) => at(resource, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled") === true,
    words: { zh: "不再有时间点恢复", en: "it can no longer be restored to a point in time" },
  },
  {
    holds: ({ DeletionPolicy }) => DeletionPolicy === "Retain" || DeletionPolicy === "RetainExceptOnCreate",
    words: { zh: "删除堆栈时会连同数据一起删除", en: "it would be deleted with the stack" },
  },
  {
    holds: ({ UpdateReplacePolicy }) => UpdateReplacePolicy === "Retain",
    words: { zh: "替换时旧表会被删除", en: "the old table would be deleted at a replacement" },
  },
];

const indexNames = (resource: TemplateResource): string[] =>
  ((at(resource, "GlobalSecondaryIndexes") ?? []) as { IndexName: string }[]).map(({ IndexName }) => IndexName);

const tableLosses = (before: TemplateResource, after: TemplateResource): Words[] => {
  const fallen = GUARDS.filter(({ holds }) => holds(before) && !holds(after)).map(({ words }) => words);
  const kept = indexNames(after);
  const gone = indexNames(before).filter((name) => !kept.includes(name));
  const indexes = gone.map((name) => ({ zh: `索引 ${name} 会被删除`, en: `the index ${name} is deleted` }));
  const ttl = [before, after].map((resource) => at(resource, "TimeToLiveSpecification", "AttributeName"));
  const expiry =
    ttl[1] !== undefined && ttl[0] !== ttl[1]
      ? [{ zh: `数据会按 ${ttl[1]} 过期删除`, en: `items are dropped by their ${ttl[1]}` }]
      : [];
  return [...fallen, ...indexes, ...expiry];
};

const lossesOf = (kind: Change["kind"], before?: TemplateResource, after?: TemplateResource): Words[] => {
  if (before === undefined) return [];
  const stateful = STATEFUL[before.Type];
  if (kind === "replace" || kind === "remove") return stateful ? [stateful] : [];
  return after && before.Type.startsWith("AWS::DynamoDB::") ? tableLosses(before, after) : [];
};

const pathOf = (id: string, resource: TemplateResource | undefined): string => {
  const path = resource?.Metadata?.["aws:cdk:path"];
  return typeof path === "string" ? path.split("/").slice(1).join("/") : id;
};

/** Compares the template of the last release with the one to be deployed; an absent one is empty. */
export const compareTemplates = (before: StackTemplate | undefined, after: StackTemplate): Comparison => {
  const former = before ?? { Resources: {} };
  const difference = fullDiff(structuredClone(former), structuredClone(after));
  const changes: Change[] = [];
  for (const [id, change] of Object.entries(difference.resources.changes)) {
    const kind = KINDS[change.changeImpact];
    if (kind === undefined) continue;
    const [old, fresh] = [former.Resources[id], after.Resources[id]];
    const type = (fresh ?? old)?.Type ?? "";
    const properties: string[] = [];
    if (old && fresh) change.forEachDifference((_type, name) => properties.push(name));
    const path = pathOf(id, fresh ?? old);
    changes.push({ id, type, path, kind, properties, losses: lossesOf(kind, old, fresh) });
  }
  return { changes, broadened: difference.permissionsBroadened };
};

/** Changes that lose something. */
export const lossesIn = ({ changes }: Comparison): Change[] => changes.filter(({ losses }) => losses.length > 0);

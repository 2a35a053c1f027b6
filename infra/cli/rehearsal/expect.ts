/** What a rehearsal holds the emulator to: pure comparisons of templates, resources and the table. */
import type { TableDescription } from "@aws-sdk/client-dynamodb";
import { createTableInput, tableDefinition } from "../../../schemas/table.ts";
import type { Comparison } from "../stack/compare.ts";
import type { StackTemplate, TemplateResource } from "../stack/synthesise.ts";

/** What moto's CloudFormation accepts and leaves out. */
const NOT_EMULATED: readonly RegExp[] = [
  /^AWS::ApiGatewayV2::/,
  /^AWS::CDK::Metadata$/,
  /^AWS::CloudWatch::Alarm$/,
  /^AWS::Logs::MetricFilter$/,
  /^AWS::S(3|NS|QS)::(Bucket|Topic|Queue)Policy$/,
  /^AWS::Scheduler::/,
];

const isEmulated = ({ Type }: TemplateResource): boolean => !NOT_EMULATED.some((type) => type.test(Type));

const withoutPattern = (resource: TemplateResource): TemplateResource => {
  if (resource.Type !== "AWS::Events::Archive") return resource;
  const { EventPattern: _, ...Properties } = resource.Properties ?? {};
  return { ...resource, Properties };
};

/**
 * The template as the emulator can take it: moto 5.2 reads an archive's pattern as text and stops at the object that
 * CloudFormation wants, and at outputs of what it leaves out. Nothing else differs from what is deployed.
 */
export const forEmulator = ({ Resources, Outputs = {}, ...rest }: StackTemplate): StackTemplate => {
  const all = Object.entries(Resources);
  const absent = all.filter(([, resource]) => !isEmulated(resource)).map(([id]) => JSON.stringify(id));
  const isShown = (output: unknown): boolean => !absent.some((id) => JSON.stringify(output).includes(id));
  return {
    ...rest,
    Resources: Object.fromEntries(all.map(([id, resource]) => [id, withoutPattern(resource)])),
    Outputs: Object.fromEntries(Object.entries(Outputs).filter(([, output]) => isShown(output))),
  };
};

/** Properties that a changed schedule may change, by type; the district's file lies beside every bundle. */
const MAY_CHANGE: Readonly<Record<string, readonly string[]>> = {
  "AWS::Lambda::Function": ["Code"],
  "AWS::Scheduler::Schedule": ["ScheduleExpression"],
  "Custom::LinliBootstrap": ["district"],
};

/** One line for each change that another schedule must not bring about; empty is as it should be. */
export const unexpectedChanges = (comparison: Comparison): string[] => {
  const { changes, broadened } = comparison;
  const wrong = changes.filter(({ kind, type, properties, losses }) => {
    const allowed = MAY_CHANGE[type] ?? [];
    // Bootstrap answers with one identity whatever its properties; CloudFormation only guesses at a replacement.
    const inPlace = kind === "update" || type === "Custom::LinliBootstrap";
    return losses.length > 0 || !inPlace || !properties.every((name) => allowed.includes(name));
  });
  const lines = wrong.map(({ kind, type, path, properties }) => `${kind} ${type} ${path} (${properties.join(", ")})`);
  return broadened ? [...lines, "permissions become broader"] : lines;
};

/** Logical ids of what the emulator should have made of a template and has not; `made` maps them to physical ids. */
export const missingResources = (template: StackTemplate, made: ReadonlyMap<string, string>): string[] =>
  Object.entries(template.Resources)
    .filter(([id, resource]) => isEmulated(resource) && !made.has(id))
    .map(([id, { Type }]) => `${Type} ${id}`);

/**
 * What was replaced or removed between two looks at a stack: its physical id is another one. A custom resource's own is
 * what its function answers, and the emulator runs no functions.
 */
export const replacedResources = (
  { Resources }: StackTemplate,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] =>
  [...before]
    .filter(([id, physical]) => after.get(id) !== physical && !Resources[id]?.Type.startsWith("Custom::"))
    .map(([id]) => id);

type Shape = Pick<
  TableDescription,
  "AttributeDefinitions" | "KeySchema" | "GlobalSecondaryIndexes" | "StreamSpecification"
>;

const byName = (a: string, b: string): number => a.localeCompare(b);

/** Keys, indexes and stream as sorted lines. */
const linesOf = ({ AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification }: Shape): string[] => {
  const keys = (schema: Shape["KeySchema"]) =>
    (schema ?? []).map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`).join(", ");
  return [
    ...(AttributeDefinitions ?? []).map(
      ({ AttributeName, AttributeType }) => `attribute ${AttributeName} ${AttributeType}`,
    ),
    `keys ${keys(KeySchema)}`,
    ...(GlobalSecondaryIndexes ?? []).map(
      (index) => `index ${index.IndexName}: ${keys(index.KeySchema)}, ${index.Projection?.ProjectionType}`,
    ),
    `stream ${StreamSpecification?.StreamEnabled ? StreamSpecification.StreamViewType : "off"}`,
  ].sort(byName);
};

/**
 * Differences between the table that a deploy has made and the one that the local server makes, one line each: `-`
 * is missing on the emulator, `+` is only there.
 */
export const tableDifferences = (deployed: TableDescription): string[] => {
  const local = createTableInput("local", { stream: true });
  const [wanted, found] = [linesOf(local as Shape), linesOf(deployed)];
  const billing = deployed.BillingModeSummary?.BillingMode ?? "PROVISIONED";
  return [
    ...wanted.filter((line) => !found.includes(line)).map((line) => `- ${line}`),
    ...found.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`),
    ...(billing === local.BillingMode ? [] : [`- billing ${local.BillingMode}`, `+ billing ${billing}`]),
    ...(deployed.DeletionProtectionEnabled ? [] : ["- deletion protection"]),
  ];
};

/** What of the table CloudFormation is told but the emulator does not show: expiry, recovery, retention. */
export const templateTableFaults = ({ Resources }: StackTemplate): string[] => {
  const tables = Object.values(Resources).filter(({ Type }) => Type === "AWS::DynamoDB::Table");
  return tables.flatMap(({ Properties = {}, DeletionPolicy, UpdateReplacePolicy }) => {
    const ttl = Properties.TimeToLiveSpecification as { AttributeName?: string } | undefined;
    const recovery = Properties.PointInTimeRecoverySpecification as
      | { PointInTimeRecoveryEnabled?: boolean }
      | undefined;
    return [
      ...(ttl?.AttributeName === tableDefinition.ttl ? [] : [`- expiry by ${tableDefinition.ttl}`]),
      ...(recovery?.PointInTimeRecoveryEnabled ? [] : ["- point-in-time recovery"]),
      ...(DeletionPolicy === "Retain" && UpdateReplacePolicy === "Retain" ? [] : ["- retention"]),
    ];
  });
};

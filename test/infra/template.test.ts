import { describe, expect, it } from "vitest";
import { StreamEnv } from "../../functions/stream/index.ts";
import { actionsOf } from "../../infra/aws/district-stack.ts";
import { jobNames } from "../../infra/districts/schedules.ts";
import type { Operation } from "../../schemas/operation.ts";
import { contexts, operations } from "../../schemas/routes.ts";
import { createTableInput, tableDefinition } from "../../schemas/table.ts";
import { type Resource, synthesise } from "./synth.ts";

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | string[];
  readonly Resource: unknown;
}

const list = <T>(value: T | readonly T[]): T[] => (Array.isArray(value) ? [...value] : [value as T]);

/** Statements of a resource with a policy document. */
const statementsOf = ({ Properties }: Resource): Statement[] =>
  list((Properties.PolicyDocument as { Statement: Statement[] }).Statement);

const GET_ATT = "Fn::GetAtt";
const attribute = (id: string, name: string) => ({ [GET_ATT]: [id, name] });

const districts = ["keqiao", "demo"].map((id) => synthesise(id));
const keqiao = districts[0] as (typeof districts)[number];

const only = (record: Record<string, Resource>): [string, Resource] => {
  const entries = Object.entries(record);
  expect(entries).toHaveLength(1);
  return entries[0] as [string, Resource];
};

/** Key of an operation's route, written out here so that the test does not trust the code under test. */
const keyOf = ({ method, path }: Operation) => `${method} ${path}`;

describe.each(districts)("the stack of $district.id", ({ district, template, resources, findings, text }) => {
  const routes = Object.values(resources("AWS::ApiGatewayV2::Route"));
  const policies = resources("AWS::IAM::Policy");
  const roles = resources("AWS::IAM::Role");

  it("has exactly the routes of the manifest", () => {
    const keys = routes.map(({ Properties }) => Properties.RouteKey as string);
    expect(keys.toSorted()).toEqual(operations.map(keyOf).toSorted());
  });

  it("checks a token on every route that the manifest does not declare public", () => {
    const [authorizer, { Properties }] = only(resources("AWS::ApiGatewayV2::Authorizer"));
    const { issuer, audience } = district.auth;
    expect(Properties.JwtConfiguration).toEqual({ Issuer: issuer, Audience: [audience] });
    for (const operation of operations) {
      const route = routes.find((candidate) => candidate.Properties.RouteKey === keyOf(operation));
      const { AuthorizationType, AuthorizerId } = route?.Properties ?? {};
      const expected = operation.roles === "public" ? ["NONE", undefined] : ["JWT", { Ref: authorizer }];
      expect([AuthorizationType, AuthorizerId], operation.id).toEqual(expected);
    }
  });

  it("throttles every route after it exists and logs every call", () => {
    const [, stage] = only(resources("AWS::ApiGatewayV2::Stage"));
    const settings = stage.Properties.RouteSettings as Record<string, Record<string, number>>;
    expect(Object.keys(settings).sort()).toEqual(operations.map(keyOf).toSorted());
    for (const [key, setting] of Object.entries(settings)) {
      expect(setting.ThrottlingRateLimit, key).toBeGreaterThanOrEqual(district.limits.ratePerSecond);
    }
    expect(stage.DependsOn).toHaveLength(operations.length);
    expect(stage.Properties.AccessLogSettings).toBeDefined();
  });

  it("never grants a wildcard action, a wildcard resource or a managed policy", () => {
    for (const [id, policy] of Object.entries(policies)) {
      for (const statement of statementsOf(policy)) {
        for (const action of list(statement.Action)) expect(action, id).toMatch(/^[a-z]+:[A-Za-z]+$/);
        expect(JSON.stringify(statement.Resource), id).not.toContain("*");
      }
    }
    for (const [id, role] of Object.entries(roles)) {
      expect(role.Properties.ManagedPolicyArns, id).toBeUndefined();
      expect(role.Properties.Policies, id).toBeUndefined();
    }
  });

  it.each(contexts)("lets the function of %s do what its operations declare and nothing more", (context) => {
    const [table] = only(resources("AWS::DynamoDB::Table"));
    const role = Object.keys(roles).find((id) => id.toLowerCase().startsWith(`api${context}role`));
    const policy = Object.values(policies).find(
      ({ Properties }) => JSON.stringify(Properties.Roles) === JSON.stringify([{ Ref: role }]),
    ) as Resource;
    const granted = statementsOf(policy).filter(({ Action }) => list(Action)[0]?.startsWith("dynamodb:"));
    const onTable = granted.filter(
      (statement) => JSON.stringify(statement.Resource) === JSON.stringify(attribute(table, "Arn")),
    );
    const declared = new Set(Object.values(operations).flatMap((op) => (op.context === context ? op.actions : [])));
    expect(onTable.flatMap(({ Action }) => list(Action)).sort()).toEqual(
      [...declared].map((a) => `dynamodb:${a}`).sort(),
    );
    const onIndexes = granted.filter((statement) => !onTable.includes(statement));
    if (!declared.has("Query")) return expect(onIndexes).toEqual([]);
    expect(onIndexes).toHaveLength(1);
    expect(onIndexes[0]?.Action).toBe("dynamodb:Query");
    const names = list(onIndexes[0]?.Resource).map((arn) => /index\/(\w+)/.exec(JSON.stringify(arn))?.[1]);
    expect(names).toEqual(tableDefinition.indexes.map(({ name }) => name));
  });

  it("has the table that the local engine has", () => {
    const [, { Properties }] = only(resources("AWS::DynamoDB::Table"));
    const { TableName: _name, StreamSpecification, ...local } = createTableInput("any", { stream: true });
    expect(Properties).toMatchObject({
      BillingMode: local.BillingMode,
      KeySchema: local.KeySchema,
      AttributeDefinitions: local.AttributeDefinitions,
      GlobalSecondaryIndexes: local.GlobalSecondaryIndexes,
      StreamSpecification: { StreamViewType: StreamSpecification?.StreamViewType },
      TimeToLiveSpecification: { AttributeName: tableDefinition.ttl, Enabled: true },
    });
  });

  it("keeps the table through any deploy, restorable to any second", () => {
    const [, table] = only(resources("AWS::DynamoDB::Table"));
    expect(table).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    expect(table.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it("keeps its logs for more than six months and through any deploy", () => {
    for (const [id, log] of Object.entries(resources("AWS::Logs::LogGroup"))) {
      expect(log.Properties.RetentionInDays, id).toBeGreaterThan(184);
      expect(log.DeletionPolicy, id).toBe("Retain");
    }
  });

  it("rings an alarm at the first message in any queue", () => {
    const alarms = Object.values(resources("AWS::CloudWatch::Alarm")).map(({ Properties }) => Properties);
    const queues = Object.keys(resources("AWS::SQS::Queue"));
    expect(queues.length).toBeGreaterThan(0);
    for (const queue of queues) {
      const own = alarms.filter(
        ({ MetricName, Dimensions }) =>
          MetricName === "ApproximateNumberOfMessagesVisible" &&
          JSON.stringify(Dimensions).includes(JSON.stringify(attribute(queue, "QueueName"))),
      );
      expect(
        own.map(({ Threshold }) => Threshold),
        queue,
      ).toEqual([1]);
    }
  });

  it("rings an alarm when a function fails or is throttled, when events are late and when the API answers 5xx", () => {
    const alarms = Object.values(resources("AWS::CloudWatch::Alarm")).map(({ Properties }) => Properties);
    for (const id of Object.keys(resources("AWS::Lambda::Function"))) {
      const own = alarms.filter(({ Dimensions }) => JSON.stringify(Dimensions).includes(`"${id}"`));
      expect(
        own.map(({ MetricName }) => MetricName),
        id,
      ).toEqual(expect.arrayContaining(["Errors", "Throttles"]));
    }
    expect(alarms.map(({ MetricName }) => MetricName)).toEqual(expect.arrayContaining(["IteratorAge", "5xx"]));
    for (const alarm of alarms) expect(alarm.AlarmActions, String(alarm.AlarmDescription)).toHaveLength(1);
  });

  it("starts every job in the district's zone, with retries and a queue for what was given up", () => {
    const schedules = Object.values(resources("AWS::Scheduler::Schedule")).map(({ Properties }) => Properties);
    const queues = Object.keys(resources("AWS::SQS::Queue"));
    const started = schedules.map((schedule) => {
      expect(schedule.ScheduleExpressionTimezone).toBe(district.zone);
      const target = schedule.Target as { DeadLetterConfig: { Arn: unknown }; RetryPolicy: object; Input: string };
      expect(queues.map((queue) => attribute(queue, "Arn"))).toContainEqual(target.DeadLetterConfig.Arn);
      expect(target.RetryPolicy).toMatchObject({ MaximumRetryAttempts: 3 });
      return (JSON.parse(target.Input) as { job: string }).job;
    });
    expect(started.toSorted()).toEqual([...jobNames].sort());
  });

  it("gives up a job's failed run to the queue as well, because the scheduler only hands the call over", () => {
    const jobs = Object.entries(resources("AWS::Lambda::Function")).filter(([id]) => id.startsWith("JobsJob"));
    expect(jobs).toHaveLength(jobNames.length);
    for (const [id, { Properties }] of jobs) expect(Properties.DeadLetterConfig, id).toBeDefined();
  });

  it("halves a batch of changes that fails and keeps where the failing one stands", () => {
    const [, { Properties }] = only(resources("AWS::Lambda::EventSourceMapping"));
    expect(Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      StartingPosition: "TRIM_HORIZON",
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });

  it("runs Node 24 on every function with the settings that the functions read", () => {
    const table = Object.keys(resources("AWS::DynamoDB::Table"))[0];
    for (const [id, { Properties }] of Object.entries(resources("AWS::Lambda::Function"))) {
      expect(Properties.Runtime, id).toBe("nodejs24.x");
      expect(Properties.Architectures, id).toEqual(["arm64"]);
      expect(Properties.Environment, id).toMatchObject({
        Variables: { LINLI_TABLE: { Ref: table }, LINLI_DISTRICT: "district.json", LINLI_VERSION: "0.0.0" },
      });
    }
  });

  it("gives the stream's consumer the variables that it refuses to start without", () => {
    const functions = Object.entries(resources("AWS::Lambda::Function"));
    const stream = functions.find(([id]) => id.startsWith("EventsStream"))?.[1];
    const { Variables } = (stream?.Properties.Environment ?? {}) as { Variables: Record<string, unknown> };
    const [bus] = Object.keys(resources("AWS::Events::EventBus"));
    expect(Variables.LINLI_BUS).toEqual({ Ref: bus });
    const values = Object.fromEntries(Object.keys(Variables).map((name) => [name, "set"]));
    expect(StreamEnv.safeParse(values).success).toBe(true);
  });

  it("has no finding of cdk-nag without a reason beside the resource", () => {
    expect(findings).toEqual([]);
  });

  it("fits both partitions: no ARN, endpoint or service of one of them", () => {
    expect(text).not.toMatch(/arn:aws(-cn)?:/);
    expect(text).not.toMatch(/amazonaws\.com\.cn|\.amazonaws\.com\//);
    const types = new Set(
      Object.values(template.toJSON().Resources as Record<string, Resource>).map(({ Type }) => Type),
    );
    expect([...types].filter((type) => /Cognito|XRay|Lambda::Url|GlobalTable|CloudFront/.test(type))).toEqual([]);
    expect(text).not.toContain("TracingConfig");
  });
});

describe("a stack in a China region", () => {
  it("runs on x86_64 and needs nothing else", () => {
    const china = synthesise("keqiao", "cn-north-1");
    for (const { Properties } of Object.values(china.resources("AWS::Lambda::Function"))) {
      expect(Properties.Architectures).toEqual(["x86_64"]);
    }
    expect(china.findings).toEqual([]);
    expect(china.text).not.toMatch(/arn:aws:/);
  });
});

describe("the permissions of a context", () => {
  it("are the union of what its operations declare", () => {
    const [some] = operations;
    if (!some) throw new Error("the manifest is empty");
    const made = [
      { ...some, context: "system" as const, actions: ["PutItem", "GetItem"] as const },
      { ...some, context: "system" as const, actions: ["GetItem", "Query"] as const },
      { ...some, context: "ledger" as const, actions: ["DeleteItem"] as const },
    ];
    expect(actionsOf("system", made)).toEqual(["GetItem", "PutItem", "Query"]);
  });

  it("stand in one template for all districts: only data differs", () => {
    const types = districts.map(({ template }) =>
      Object.values(template.toJSON().Resources as Record<string, Resource>)
        .map(({ Type }) => Type)
        .sort(),
    );
    expect(types[0]).toEqual(types[1]);
    expect(keqiao.district.id).toBe("keqiao");
  });
});

import { describe, expect, it } from "vitest";
import { Env } from "../../functions/shared/env.ts";
import { StreamEnv } from "../../functions/stream/index.ts";
import { listDistricts } from "../../infra/districts/load.ts";
import { jobNames } from "../../infra/districts/schedules.ts";
import { isOpen } from "../../schemas/operation.ts";
import { operations } from "../../schemas/routes.ts";
import { createTableInput, tableDefinition } from "../../schemas/table.ts";
import { routeTaken } from "./gateway.ts";
import { type Resource, synthesise } from "./synth.ts";

const GET_ATT = "Fn::GetAtt";
const attribute = (id: string, name: string) => ({ [GET_ATT]: [id, name] });

const districts = listDistricts().map((id) => synthesise(id));

const only = (record: Record<string, Resource>): [string, Resource] => {
  const entries = Object.entries(record);
  expect(entries).toHaveLength(1);
  return entries[0] as [string, Resource];
};

describe.each(districts)("the stack of $district.id", ({ district, resources, findings }) => {
  const routes = Object.values(resources("AWS::ApiGatewayV2::Route"));

  it("has a route for each operation, none that no operation takes, and no key twice", () => {
    const taken = new Set(operations.map((operation) => routeTaken(routes, operation)));
    expect([...taken].map(({ Properties }) => Properties.RouteKey).toSorted()).toEqual(
      routes.map(({ Properties }) => Properties.RouteKey).toSorted(),
    );
    expect(new Set(routes.map(({ Properties }) => Properties.RouteKey)).size).toBe(routes.length);
  });

  it("lets steps of one thing share a route, for a stack holds 500 resources and an API 300 routes", () => {
    expect(routes.length).toBeLessThan(operations.length * 0.8);
    expect(routes.map(({ Properties }) => Properties.RouteKey)).toContain(
      "POST /v1/parking/bookings/{bookingId}/{step}",
    );
  });

  it("checks a token on every route that the manifest does not declare public", () => {
    const [authorizer, { Properties }] = only(resources("AWS::ApiGatewayV2::Authorizer"));
    const { issuer, audience } = district.auth;
    expect(Properties.JwtConfiguration).toEqual({ Issuer: issuer, Audience: [audience] });
    for (const operation of operations) {
      const { AuthorizationType, AuthorizerId } = routeTaken(routes, operation).Properties;
      const expected = isOpen(operation) ? ["NONE", undefined] : ["JWT", { Ref: authorizer }];
      expect([AuthorizationType, AuthorizerId], operation.id).toEqual(expected);
    }
    // A shared route is never open: what it lets in need not be an operation that the manifest declares so.
    const open = routes.filter(({ Properties: { AuthorizationType } }) => AuthorizationType === "NONE");
    expect(open.filter(({ Properties: { RouteKey } }) => String(RouteKey).endsWith("{step}"))).toEqual([]);
  });

  it("throttles every route after it exists and logs every call", () => {
    const [, stage] = only(resources("AWS::ApiGatewayV2::Stage"));
    const settings = stage.Properties.RouteSettings as Record<string, Record<string, number>>;
    expect(Object.keys(settings).sort()).toEqual(routes.map(({ Properties }) => Properties.RouteKey).toSorted());
    for (const [key, setting] of Object.entries(settings)) {
      expect(setting.ThrottlingRateLimit, key).toBeGreaterThanOrEqual(district.limits.ratePerSecond);
    }
    expect(stage.DependsOn).toHaveLength(routes.length);
    expect(stage.Properties.AccessLogSettings).toBeDefined();
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
    // Besides those on a schedule, bootstrap at every deploy and migrate-shapes by hand.
    expect(jobs).toHaveLength(jobNames.length + 2);
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

  it("runs Node 24 on every function with exactly the variables that its own schema takes", () => {
    for (const [id, { Properties }] of Object.entries(resources("AWS::Lambda::Function"))) {
      expect(Properties.Runtime, id).toBe("nodejs24.x");
      expect(Properties.Architectures, id).toEqual(["arm64"]);
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      const values = Object.fromEntries(Object.keys(Variables).map((name) => [name, "set"]));
      const schema = id.startsWith("EventsStream") ? StreamEnv : Env;
      // Strict: a variable that the function does not know is one that nobody reads.
      expect(schema.strict().parse(values), id).toEqual(values);
      if (schema === Env)
        expect(Variables.LINLI_TABLE, id).toEqual({ Ref: only(resources("AWS::DynamoDB::Table"))[0] });
      else expect(Variables.LINLI_BUS, id).toEqual({ Ref: only(resources("AWS::Events::EventBus"))[0] });
      expect(Variables.LINLI_DISTRICT, id).toBe("district.json");
    }
  });

  it("has no finding of cdk-nag without a reason beside the resource", () => {
    expect(findings).toEqual([]);
  });
});

describe("all districts", () => {
  it("stand in one template: what they switch on adds, only data differs in the rest", () => {
    const ids = districts.map(({ district, template }) => {
      const own = Object.keys(template.toJSON().Resources as Record<string, Resource>);
      return own.filter((id) => !(district.aws.customerKey && id.startsWith("DataKey"))).sort();
    });
    for (const each of ids) expect(each).toEqual(ids[0]);
    expect(districts.length).toBeGreaterThan(6);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { idOf } from "./policies.ts";
import { synthesise } from "./synth.ts";

const FOLDER = "docs/runbooks";
const stack = synthesise("demo");
const alarms = Object.values(stack.resources("AWS::CloudWatch::Alarm")).map(({ Properties }) => Properties);
const runbookOf = (description: unknown) => /Runbook: docs\/runbooks\/([a-z-]+)\.md$/.exec(String(description))?.[1];
const GET_ATT = "Fn::GetAtt";

describe("alarms", () => {
  it("each say what happened, name a runbook and notify the topic", () => {
    for (const { AlarmDescription, AlarmActions } of alarms) {
      expect(runbookOf(AlarmDescription), String(AlarmDescription)).toBeDefined();
      expect(AlarmActions).toEqual([{ Ref: idOf(stack, "AWS::SNS::Topic") }]);
    }
  });

  it("and runbooks are the same set, and each runbook tells meaning, first look, repair and proof", () => {
    const linked = new Set(alarms.map(({ AlarmDescription }) => `${runbookOf(AlarmDescription)}.md`));
    const pages = readdirSync(FOLDER).filter((name) => name !== "README.md" && !name.startsWith("restore"));
    expect(pages.sort()).toEqual([...linked].sort());
    for (const page of pages) {
      const headings = readFileSync(`${FOLDER}/${page}`, "utf8").match(/^## .*$/gm);
      expect(headings, page).toEqual(["## What it means", "## Look first", "## Repair", "## Over when"]);
    }
  });

  it("are all in the list of the runbooks' front page", () => {
    const front = readFileSync(`${FOLDER}/README.md`, "utf8");
    for (const page of readdirSync(FOLDER)) if (page !== "README.md") expect(front).toContain(`(${page})`);
  });

  it("ring at the first message in any queue", () => {
    const queues = Object.keys(stack.resources("AWS::SQS::Queue"));
    expect(queues).toHaveLength(2);
    for (const queue of queues) {
      const own = alarms.filter(
        ({ MetricName, Dimensions }) =>
          MetricName === "ApproximateNumberOfMessagesVisible" &&
          JSON.stringify(Dimensions).includes(JSON.stringify({ [GET_ATT]: [queue, "QueueName"] })),
      );
      expect(own.map(({ Threshold }) => Threshold)).toEqual([1]);
    }
  });

  it("ring when a function fails or is throttled", () => {
    const sums = alarms.filter(({ Metrics }) => JSON.stringify(Metrics ?? "").includes('"Throttles"'));
    const throttles = sums.map(({ Metrics }) => JSON.stringify(Metrics));
    for (const { Metrics } of sums) {
      // CloudWatch adds up ten metrics in an alarm at most; the eleventh entry is the sum.
      expect((Metrics as unknown[]).length).toBeLessThanOrEqual(11);
      expect(JSON.stringify(Metrics)).toContain('"SUM(METRICS())"');
    }
    for (const id of Object.keys(stack.resources("AWS::Lambda::Function"))) {
      const own = alarms.filter(({ Dimensions }) => JSON.stringify(Dimensions ?? "").includes(`"${id}"`));
      expect(
        own.map(({ MetricName }) => MetricName),
        id,
      ).toContain("Errors");
      expect(
        throttles.filter((metrics) => metrics.includes(`"${id}"`)),
        id,
      ).toHaveLength(1);
    }
  });

  it("ring when a scheduled job stays silent, also when nothing at all is measured", () => {
    const silent = alarms.filter(({ MetricName }) => MetricName === "Invocations");
    expect(silent).toHaveLength(Object.keys(stack.resources("AWS::Scheduler::Schedule")).length);
    for (const { TreatMissingData, Period, EvaluationPeriods, ComparisonOperator } of silent) {
      expect([TreatMissingData, ComparisonOperator]).toEqual(["breaching", "LessThanThreshold"]);
      // CloudWatch looks back a day at most.
      expect(Number(Period) * Number(EvaluationPeriods)).toBeLessThanOrEqual(86_400);
    }
  });

  it("ring when events are late, the API fails or is slow, the table refuses, an append-only item changes", () => {
    const metrics = alarms.map(({ MetricName }) => JSON.stringify(MetricName));
    for (const name of ["IteratorAge", "5xx", "Latency", "ReadThrottleEvents", "WriteThrottleEvents"]) {
      expect(metrics).toContain(`"${name}"`);
    }
    const filters = Object.values(stack.resources("AWS::Logs::MetricFilter"));
    expect(filters.map(({ Properties }) => Properties.FilterPattern)).toEqual([
      '{ $.code = "events.append-only-altered" }',
    ]);
    const made = filters[0]?.Properties.MetricTransformations as { MetricName: unknown }[] | undefined;
    expect(metrics).toContain(JSON.stringify(made?.[0]?.MetricName));
  });
});

describe("the rest of operations", () => {
  it("has one dashboard with the API, the functions, the table, the events and the jobs", () => {
    const dashboard = idOf(stack, "AWS::CloudWatch::Dashboard");
    const body = JSON.stringify(stack.resources("AWS::CloudWatch::Dashboard")[dashboard]?.Properties.DashboardBody);
    for (const part of ["API: latency", "Functions: errors", "Table: units", "Events: age", "Jobs: failed"]) {
      expect(body).toContain(part);
    }
  });

  it("keeps events for a replay", () => {
    const archive = stack.resources("AWS::Events::Archive")[idOf(stack, "AWS::Events::Archive")]?.Properties;
    expect(archive).toMatchObject({
      SourceArn: { [GET_ATT]: [idOf(stack, "AWS::Events::EventBus"), "Arn"] },
      RetentionDays: 400,
    });
  });

  it("bootstraps inside the deploy, after the permissions and again when the district's file changes", () => {
    const [id, resource] = Object.entries(stack.resources("Custom::LinliBootstrap"))[0] ?? [];
    expect(id).toBeDefined();
    const lambda = idOf(stack, "AWS::Lambda::Function", "JobsJobBootstrapFunction");
    expect(resource?.Properties).toMatchObject({
      ServiceToken: { [GET_ATT]: [lambda, "Arn"] },
      ServiceTimeout: "300",
      district: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(resource?.DependsOn?.join()).toContain("JobsJobBootstrapRoleDefaultPolicy");
    expect(stack.resources("AWS::Lambda::Function")[lambda]?.Properties.Handler).toBe("index.onDeploy");
  });
});

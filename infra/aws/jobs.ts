/** Jobs on AWS: one function a job from the jobs bundle, started in the district's zone, and one at every deploy. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Aws, CustomResource, Duration } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { jobActions, jobNames } from "../../functions/jobs/index.ts";
import type { District } from "../../schemas/district.ts";
import { type JobName, type Schedule, schedulesOf } from "../districts/schedules.ts";
import { ContextFunction, type FunctionSetting } from "./context-function.ts";
import { deadLetters } from "./dead-letters.ts";
import type { DistrictTable } from "./table.ts";

/** A job works in slices with a cursor; Lambda's own maximum leaves each slice all the time there is. */
const TIMEOUT_SECONDS = 900;
const RETRIES_MAX = 3;
/** A start that is an hour late is worth nothing: the next one does its work. */
const START_AGE_SECONDS_MAX = 3_600;
/** Communities and pools of a whole district are made in seconds; the deploy fails when this is over. */
const BOOTSTRAP_SECONDS = 300;
const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;

/** Actions of every job, known before any construct is made: constructs are made without waiting. */
const ACTIONS = new Map(await Promise.all(jobNames.map(async (name) => [name, await jobActions(name)] as const)));

/** What the jobs work on and with. */
export interface JobsProps {
  readonly district: District;
  readonly table: DistrictTable;
  readonly setting: FunctionSetting;
}

/** Makes schedules, functions and one queue for starts and runs that were given up. */
export class Jobs extends Construct {
  /** The functions of the scheduled jobs by name. */
  readonly functions = new Map<JobName, ContextFunction>();
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: JobsProps) {
    super(scope, id);
    const queue = deadLetters(this, "JobDeadLetters", props.setting.alarms, "job-dead-letters");
    this.queue = queue;
    const role = new Role(this, "SchedulerRole", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] }));
    for (const schedule of schedulesOf(props.district)) this.#add(schedule, role, props);
    // Started by hand after a deploy that raised the version of a stored shape (docs/adr/0030).
    this.#function("migrate-shapes", props, "handler");
    this.#bootstrap(props);
  }

  #function(
    job: JobName | "bootstrap" | "migrate-shapes",
    { table, setting }: JobsProps,
    entry: "handler" | "onDeploy",
  ): ContextFunction {
    return new ContextFunction(this, `Job${pascal(job)}`, {
      setting,
      bundle: "jobs",
      entry,
      timeoutSeconds: entry === "onDeploy" ? BOOTSTRAP_SECONDS : TIMEOUT_SECONDS,
      statements: table.statements(ACTIONS.get(job) ?? []),
      deadLetters: this.queue,
    });
  }

  #add(schedule: Schedule, role: Role, props: JobsProps): void {
    const { job } = schedule;
    // The scheduler only hands the call over; Lambda retries a failed run twice and then gives it up to the queue.
    const made = this.#function(job, props, "handler");
    this.functions.set(job, made);
    const { lambda } = made;
    role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [lambda.functionArn] }));
    const started = new CfnSchedule(this, `Schedule${pascal(job)}`, {
      description: `Linli: ${job}`,
      scheduleExpression: scheduleExpression(schedule),
      scheduleExpressionTimezone: props.district.zone,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: lambda.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ job }),
        deadLetterConfig: { arn: this.queue.queueArn },
        retryPolicy: { maximumRetryAttempts: RETRIES_MAX, maximumEventAgeInSeconds: START_AGE_SECONDS_MAX },
      },
    });
    // A schedule made before its role may start the function is refused by the service.
    started.node.addDependency(role);
    props.setting.alarms.onSilence(`Job${pascal(job)}`, lambda, silenceHours(schedule));
  }

  /**
   * Runs bootstrap inside the deploy, as a custom resource that CloudFormation calls directly: a deploy succeeds only
   * when the communities of the district's file and their pools exist. Called again whenever the file changes.
   */
  #bootstrap(props: JobsProps): void {
    const { lambda } = this.#function("bootstrap", props, "onDeploy");
    const file = readFileSync(join(props.setting.bundles, "jobs", "district.json"));
    const resource = new CustomResource(this, "Bootstrap", {
      serviceToken: lambda.functionArn,
      resourceType: "Custom::LinliBootstrap",
      serviceTimeout: Duration.seconds(BOOTSTRAP_SECONDS),
      properties: { district: createHash("sha256").update(file).digest("hex") },
    });
    // The function's permissions stand in a policy of their own, which it does not wait for by itself.
    if (lambda.role) resource.node.addDependency(lambda.role);
  }
}

/** Expression of EventBridge Scheduler: `rate(5 minutes)`, or `cron(30 2 * * ? *)` for 02:30 in the schedule's zone. */
export const scheduleExpression = (schedule: Schedule): string => {
  if ("everyMinutes" in schedule) {
    const { everyMinutes } = schedule;
    return `rate(${everyMinutes} minute${everyMinutes === 1 ? "" : "s"})`;
  }
  const [hours, minutes] = schedule.dailyAt.split(":").map(Number);
  return `cron(${minutes} ${hours} * * ? *)`;
};

/** Whole hours after which a job is silent: any 24 hold a daily start; two starts may pass of a more frequent one. */
const silenceHours = (schedule: Schedule): number =>
  "everyMinutes" in schedule
    ? Math.min(HOURS_PER_DAY, Math.ceil((2 * schedule.everyMinutes) / MINUTES_PER_HOUR) + 1)
    : HOURS_PER_DAY;

const pascal = (name: string): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_all, _dash, letter) => letter.toUpperCase());

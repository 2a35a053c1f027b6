/** Scheduled jobs on AWS: one function a job from the jobs bundle, started in the district's zone. */
import { Aws } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { District } from "../../schemas/district.ts";
import type { TableAction } from "../../schemas/operation.ts";
import { type Schedule, schedulesOf } from "../districts/schedules.ts";
import { ContextFunction, type FunctionSetting } from "./context-function.ts";
import { deadLetters } from "./dead-letters.ts";
import type { DistrictTable } from "./table.ts";

/** What jobs do to the table: page through lists, read fresh, commit conditional transactions. */
export const JOB_ACTIONS: readonly TableAction[] = [
  "BatchGetItem",
  "ConditionCheckItem",
  "DeleteItem",
  "GetItem",
  "PutItem",
  "Query",
  "UpdateItem",
];

/** A job works in slices with a cursor; Lambda's own maximum leaves each slice all the time there is. */
const TIMEOUT_SECONDS = 900;
const RETRIES_MAX = 3;
/** A start that is an hour late is worth nothing: the next one does its work. */
const START_AGE_SECONDS_MAX = 3_600;

/** Makes schedules, functions and one queue for starts and runs that were given up. */
export class Jobs extends Construct {
  constructor(scope: Construct, id: string, district: District, table: DistrictTable, setting: FunctionSetting) {
    super(scope, id);
    const queue = deadLetters(this, "JobDeadLetters", setting.alarms);
    const role = new Role(this, "SchedulerRole", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] }));
    for (const schedule of schedulesOf(district)) this.#add(schedule, district.zone, queue, role, table, setting);
  }

  #add(
    schedule: Schedule,
    zone: string,
    queue: Queue,
    role: Role,
    table: DistrictTable,
    setting: FunctionSetting,
  ): void {
    // The scheduler only hands the call over; Lambda retries a failed run twice and then gives it up to the queue.
    const { lambda } = new ContextFunction(this, `Job${pascal(schedule.job)}`, {
      setting,
      bundle: "jobs",
      timeoutSeconds: TIMEOUT_SECONDS,
      statements: table.statements(JOB_ACTIONS),
      deadLetters: queue,
    });
    role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [lambda.functionArn] }));
    const started = new CfnSchedule(this, `Schedule${pascal(schedule.job)}`, {
      description: `Linli: ${schedule.job}`,
      scheduleExpression: scheduleExpression(schedule),
      scheduleExpressionTimezone: zone,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: lambda.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ job: schedule.job }),
        deadLetterConfig: { arn: queue.queueArn },
        retryPolicy: { maximumRetryAttempts: RETRIES_MAX, maximumEventAgeInSeconds: START_AGE_SECONDS_MAX },
      },
    });
    // A schedule made before its role may start the function is refused by the service.
    started.node.addDependency(role);
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

const pascal = (name: string): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_all, _dash, letter) => letter.toUpperCase());

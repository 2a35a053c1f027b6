/** Alarms of a district and the topic that carries them; each description says what happened and names its runbook. */
import { Aws, Duration, Validations } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { MessageCode } from "../../functions/shared/log.ts";

const PERIOD = Duration.minutes(5);
const HOUR = Duration.hours(1);
/** Metrics that one alarm may add up (CloudWatch's limit). */
export const METRICS_PER_ALARM_MAX = 10;
/** Events that wait longer than this in the stream are late for whoever listens; the stream itself keeps 24 hours. */
const ITERATOR_AGE_MS_MAX = 5 * 60 * 1_000;
/** Answers 5xx in a period that are more than one unlucky request. */
const SERVER_ERRORS_MIN = 5;
/** A hundredth of the requests slower than this for a quarter of an hour is more than cold starts. */
const LATENCY_MS_MAX = 3_000;
const LATENCY_PERIODS = 3;
/** Metrics that log lines make. */
export const NAMESPACE = "Linli";

/** A metric of the whole API as API Gateway names it, in periods of five minutes. */
export const apiMetric = (apiId: string, metricName: string, statistic: string): Metric =>
  new Metric({ namespace: "AWS/ApiGateway", metricName, dimensionsMap: { ApiId: apiId }, period: PERIOD, statistic });

/** The runbook that an alarm's description ends with; `docs/runbooks/<name>.md` says what to do. */
export type Runbook =
  | "api-server-errors"
  | "api-slow"
  | "function-errors"
  | "function-throttles"
  | "job-dead-letters"
  | "job-silent"
  | "journal-altered"
  | "stream-dead-letters"
  | "stream-late"
  | "table-throttles";

interface AlarmProps {
  readonly runbook: Runbook;
  /** What happened, in a sentence. */
  readonly what: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Periods in a row; default 1. */
  readonly periods?: number;
  /** True to ring below the threshold, and when nothing at all is measured. */
  readonly below?: boolean;
}

/** Makes alarms that all notify one topic; administrators subscribe to it. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly #functions: { readonly name: string; readonly lambda: IFunction }[] = [];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { enforceSSL: true });
    // A topic with a policy of its own loses the default one, under which alarms of the account may publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    Validations.of(this.topic).acknowledge({
      id: "AwsSolutions-SNS2",
      reason: "Alarm texts name functions and queues, no person; a key would have to be opened to CloudWatch.",
    });
  }

  /** Any error of a function in five minutes; its throttles are watched by `onThrottles`. */
  onFunction(name: string, lambda: IFunction): void {
    const errors = lambda.metricErrors({ period: PERIOD, statistic: Stats.SUM });
    const crashed = `The function ${name} crashed or timed out.`;
    this.#add(`${name}Errors`, { runbook: "function-errors", what: crashed, metric: errors, threshold: 1 });
    this.#functions.push({ name, lambda });
  }

  /**
   * Any throttle in five minutes, one alarm for some functions: a stack has 500 resources at most, and routes need
   * them. Called once, when every function has been made.
   */
  onThrottles(): void {
    for (let start = 0; start < this.#functions.length; start += METRICS_PER_ALARM_MAX) {
      const group = this.#functions.slice(start, start + METRICS_PER_ALARM_MAX);
      const usingMetrics = Object.fromEntries(
        group.map(({ lambda }, index) => [
          `t${index}`,
          lambda.metricThrottles({ period: PERIOD, statistic: Stats.SUM }),
        ]),
      );
      const metric = new MathExpression({ expression: "SUM(METRICS())", usingMetrics, period: PERIOD });
      const what = `A function was throttled: ${group.map(({ name }) => name).join(", ")}.`;
      const id = `Throttles${start / METRICS_PER_ALARM_MAX + 1}`;
      this.#add(id, { runbook: "function-throttles", what, metric, threshold: 1 });
    }
  }

  /** Any message in a dead-letter queue. */
  onQueue(name: string, queue: IQueue, runbook: Runbook): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: Stats.MAXIMUM });
    this.#add(`${name}Depth`, { runbook, what: `${name} holds work that was given up.`, metric, threshold: 1 });
  }

  /** The consumer of the table's stream falls behind. */
  onIteratorAge(name: string, lambda: IFunction): void {
    const metric = lambda.metric("IteratorAge", { period: PERIOD, statistic: Stats.MAXIMUM });
    const what = `${name} is five minutes behind the table's stream.`;
    this.#add(`${name}IteratorAge`, { runbook: "stream-late", what, metric, threshold: ITERATOR_AGE_MS_MAX });
  }

  /** Faults that a function caught and answered with 5xx, which its own error count does not show; and slowness. */
  onApi(apiId: string): void {
    const metric = (metricName: string, statistic: string) => apiMetric(apiId, metricName, statistic);
    this.#add("ApiServerErrors", {
      runbook: "api-server-errors",
      what: "The API answered 5xx several times in five minutes.",
      metric: metric("5xx", Stats.SUM),
      threshold: SERVER_ERRORS_MIN,
    });
    this.#add("ApiSlow", {
      runbook: "api-slow",
      what: "One request in a hundred has taken longer than three seconds for a quarter of an hour.",
      metric: metric("Latency", "p99"),
      threshold: LATENCY_MS_MAX,
      periods: LATENCY_PERIODS,
    });
  }

  /** Requests that the table refused for their rate. */
  onTable(table: Table): void {
    for (const metricName of ["ReadThrottleEvents", "WriteThrottleEvents"]) {
      const metric = table.metric(metricName, { period: PERIOD, statistic: Stats.SUM });
      const what = `The table refused requests for their rate (${metricName}).`;
      this.#add(`Table${metricName}`, { runbook: "table-throttles", what, metric, threshold: 1 });
    }
  }

  /** A job that has not been called for `hours` hours, though its schedule says so. */
  onSilence(name: string, lambda: IFunction, hours: number): void {
    const metric = lambda.metricInvocations({ period: HOUR, statistic: Stats.SUM });
    const what = `The job ${name} has not run for ${hours} hours.`;
    this.#add(`${name}Silent`, { runbook: "job-silent", what, metric, threshold: 1, periods: hours, below: true });
  }

  /** Any line in a log with a code that must never appear. */
  onMessage(name: string, log: ILogGroup, code: MessageCode, runbook: Runbook, what: string): void {
    const filter = new MetricFilter(this, `${name}Filter`, {
      logGroup: log,
      filterPattern: FilterPattern.stringValue("$.code", "=", code),
      metricNamespace: NAMESPACE,
      metricName: `${name}-${Aws.STACK_NAME}`,
    });
    this.#add(name, { runbook, what, metric: filter.metric({ period: PERIOD, statistic: Stats.SUM }), threshold: 1 });
  }

  #add(id: string, { runbook, what, metric, threshold, periods = 1, below = false }: AlarmProps): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: `${what} Runbook: docs/runbooks/${runbook}.md`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

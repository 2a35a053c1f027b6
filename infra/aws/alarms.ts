/** Alarms of a district and the topic that carries them; each description says what happened and where to look. */
import { Aws, Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

const PERIOD = Duration.minutes(5);
/** Events that wait longer than this in the stream are late for whoever listens; the stream itself keeps 24 hours. */
const ITERATOR_AGE_MS_MAX = 5 * 60 * 1_000;
/** Answers 5xx in a period that are more than one unlucky request. */
const SERVER_ERRORS_MIN = 5;

/** Makes alarms that all notify one topic; administrators subscribe to it. */
export class Alarms extends Construct {
  readonly topic: Topic;

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
  }

  /** Any error or throttle of a function in five minutes. */
  onFunction(name: string, lambda: IFunction): void {
    const errors = `The function ${name} crashed or timed out: read its log group around the time of the alarm.`;
    this.#add(`${name}Errors`, errors, lambda.metricErrors({ period: PERIOD, statistic: "Sum" }), 1);
    const throttles = `The function ${name} was throttled: look at the account's concurrency limit and at its load.`;
    this.#add(`${name}Throttles`, throttles, lambda.metricThrottles({ period: PERIOD, statistic: "Sum" }), 1);
  }

  /** Any message in a dead-letter queue. */
  onQueue(name: string, queue: IQueue): void {
    const description = `${name} holds work that was given up: read a message, repair the cause, run the work again.`;
    const metric = queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: "Maximum" });
    this.#add(`${name}Depth`, description, metric, 1);
  }

  /** The consumer of the table's stream falls behind. */
  onIteratorAge(name: string, lambda: IFunction): void {
    const description = `${name} is five minutes behind the table's stream: look for a record that it cannot take.`;
    const metric = lambda.metric("IteratorAge", { period: PERIOD, statistic: "Maximum" });
    this.#add(`${name}IteratorAge`, description, metric, ITERATOR_AGE_MS_MAX);
  }

  /** Faults that a function caught and answered with 5xx, which its own error count does not show. */
  onServerErrors(apiId: string): void {
    const description =
      "The API answered 5xx several times: find the fault codes in the functions' logs by request id.";
    const metric = new Metric({
      namespace: "AWS/ApiGateway",
      metricName: "5xx",
      dimensionsMap: { ApiId: apiId },
      period: PERIOD,
      statistic: "Sum",
    });
    this.#add("ApiServerErrors", description, metric, SERVER_ERRORS_MIN);
  }

  #add(id: string, alarmDescription: string, metric: IMetric, threshold: number): void {
    const alarm = new Alarm(this, id, {
      alarmDescription,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

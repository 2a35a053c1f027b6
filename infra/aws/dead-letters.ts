/** A queue for work that was given up, with its alarm. */
import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Alarms, Runbook } from "./alarms.ts";

/** The longest that SQS keeps a message. */
const RETENTION = Duration.days(14);

/** Makes an encrypted queue that takes TLS only and rings an alarm with `runbook` at its first message. */
export const deadLetters = (scope: Construct, id: string, alarms: Alarms, runbook: Runbook): Queue => {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: RETENTION,
  });
  const reason = "It is a dead-letter queue itself, of a schedule, a function or a stream consumer.";
  for (const rule of ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"]) {
    Validations.of(queue).acknowledge({ id: rule, reason });
  }
  alarms.onQueue(id, queue, runbook);
  return queue;
};

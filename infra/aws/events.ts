/** From committed changes to events: the table's stream, its consumer, and the district's event bus. */
import { Duration, Stack } from "aws-cdk-lib";
import { Archive, EventBus } from "aws-cdk-lib/aws-events";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { CfnEventSourceMapping } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { ContextFunction, type FunctionSetting } from "./context-function.ts";
import { deadLetters } from "./dead-letters.ts";
import type { DistrictTable } from "./table.ts";

/** Events can be replayed for so long; the journal itself is kept for ever. */
const ARCHIVE_DAYS = 400;
/** Variable with the name of the bus, read by the stream function. */
export const BUS_VARIABLE = "LINLI_BUS";

const TIMEOUT_SECONDS = 60;
/** Records in one call; EventBridge takes ten events a request. */
const BATCH_RECORDS_MAX = 100;
/** With halving on error a batch of a hundred is down to one record after seven failures. */
const RETRIES_MAX = 10;

/** Makes bus, consumer and mapping. Records of one item stay in order: a shard is read one batch at a time. */
export class Events extends Construct {
  readonly bus: EventBus;

  /** The stream's consumer and the queue of what it gave up. */
  readonly stream: ContextFunction;
  readonly queue: Queue;

  constructor(scope: Construct, id: string, table: DistrictTable, setting: FunctionSetting) {
    super(scope, id);
    this.bus = new EventBus(this, "Bus");
    new Archive(this, "Archive", {
      sourceEventBus: this.bus,
      description: "Everything that the district published, to be replayed to a subscriber that lost it",
      eventPattern: { account: [Stack.of(this).account] },
      retention: Duration.days(ARCHIVE_DAYS),
    });
    const queue = deadLetters(this, "StreamDeadLetters", setting.alarms, "stream-dead-letters");
    this.queue = queue;
    const { LINLI_DISTRICT } = setting.environment;
    this.stream = new ContextFunction(this, "Stream", {
      setting,
      bundle: "stream",
      timeoutSeconds: TIMEOUT_SECONDS,
      environment: { [BUS_VARIABLE]: this.bus.eventBusName, ...(LINLI_DISTRICT ? { LINLI_DISTRICT } : {}) },
      deadLetters: queue,
      statements: [
        table.streamStatement(),
        new PolicyStatement({ actions: ["events:PutEvents"], resources: [this.bus.eventBusArn] }),
        new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] }),
      ],
    });
    const { lambda, log } = this.stream;
    const mapping = new CfnEventSourceMapping(this, "Mapping", {
      functionName: lambda.functionArn,
      eventSourceArn: table.streamArn(),
      startingPosition: "TRIM_HORIZON",
      batchSize: BATCH_RECORDS_MAX,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: RETRIES_MAX,
      functionResponseTypes: ["ReportBatchItemFailures"],
      destinationConfig: { onFailure: { destination: queue.queueArn } },
    });
    // Lambda checks on creation that the role may read the stream and write the queue.
    if (lambda.role) mapping.node.addDependency(lambda.role);
    setting.alarms.onIteratorAge("Stream", lambda);
    const what = "An item that is written once was changed or removed.";
    setting.alarms.onMessage("JournalAltered", log, "events.append-only-altered", "journal-altered", what);
  }
}

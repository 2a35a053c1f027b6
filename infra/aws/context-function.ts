/** A Lambda function of Linli: prebuilt bundle, own role with named actions, own log group, and alarms. */
import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  type Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";

/** Memory of every function in MB; CPU grows with it, and the import of a bundle is CPU. */
const MEMORY_MB = 512;
/** Network logs are kept for at least six months (PRC Cybersecurity Law, article 21); the next choice is a year. */
export const LOG_RETENTION: RetentionDays = RetentionDays.ONE_YEAR;

/** What all functions of a district have in common. */
export interface FunctionSetting {
  /** Folder of the bundles: `<name>/index.mjs` with the district's file beside it. */
  readonly bundles: string;
  readonly architecture: Architecture;
  /** True where X-Ray traces every call. */
  readonly tracing: boolean;
  /** Variables that every function gets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly alarms: Alarms;
}

/** What one function needs. */
export interface ContextFunctionProps {
  readonly setting: FunctionSetting;
  /** Folder of the bundle; also the service name in logs. */
  readonly bundle: string;
  /** Export of the bundle that Lambda calls; default `handler`. */
  readonly entry?: string;
  readonly timeoutSeconds: number;
  /** All that the function may do, besides writing its own log. */
  readonly statements: readonly PolicyStatement[];
  /** Instead of the variables of all functions. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where an asynchronous call goes that failed three times; without one nothing calls it asynchronously. */
  readonly deadLetters?: IQueue;
}

/** Makes the function. Its role starts empty: no managed policy, no wildcard. */
export class ContextFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: ContextFunctionProps) {
    super(scope, id);
    const { setting } = props;
    this.log = new LogGroup(this, "Log", { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.RETAIN });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.log.grantWrite(role);
    for (const statement of props.statements) role.addToPolicy(statement);
    this.lambda = new LambdaFunction(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      architecture: setting.architecture,
      handler: `index.${props.entry ?? "handler"}`,
      code: Code.fromAsset(`${setting.bundles}/${props.bundle}`),
      memorySize: MEMORY_MB,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...(props.environment ?? setting.environment) },
      role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      ...(setting.tracing ? { tracing: Tracing.ACTIVE } : {}),
      ...(props.deadLetters ? { deadLetterQueue: props.deadLetters } : {}),
    });
    this.#acknowledge(props);
    setting.alarms.onFunction(id, this.lambda);
  }

  #acknowledge({ setting, deadLetters }: ContextFunctionProps): void {
    const acknowledge = (rule: string, reason: string) => Validations.of(this).acknowledge({ id: rule, reason });
    if (deadLetters) {
      const reason = "Its dead-letter queue takes a run that failed; a destination would hold the same a second time.";
      acknowledge("Serverless-LambdaAsyncFailureDestination", reason);
    } else {
      const reason = "It is called synchronously, so its caller sees the failure and nothing is left to keep.";
      acknowledge("Serverless-LambdaAsyncFailureDestination", reason);
      acknowledge("Serverless-LambdaDLQ", reason);
    }
    if (setting.tracing) {
      const reason = "X-Ray's actions know no resource; the district's file switched tracing on.";
      acknowledge("AwsSolutions-IAM5[Resource::*]", reason);
    } else {
      const reason = "The China regions have no X-Ray for Lambda; elsewhere aws.tracing of the district's file is it.";
      acknowledge("Serverless-LambdaTracing", reason);
    }
  }
}

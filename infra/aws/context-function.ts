/** A Lambda function of Linli: prebuilt bundle, own role with named actions, own log group, and alarms. */
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
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
  /** Variables that every function gets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly alarms: Alarms;
}

/** What one function needs. */
export interface ContextFunctionProps {
  readonly setting: FunctionSetting;
  /** Folder of the bundle; also the service name in logs. */
  readonly bundle: string;
  readonly timeoutSeconds: number;
  /** All that the function may do, besides writing its own log. */
  readonly statements: readonly PolicyStatement[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where an asynchronous call goes that failed three times. */
  readonly deadLetters?: IQueue;
}

/** Makes the function. Its role starts empty: no managed policy, no wildcard. */
export class ContextFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: ContextFunctionProps) {
    super(scope, id);
    const { setting } = props;
    const logGroup = new LogGroup(this, "Log", { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.RETAIN });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    for (const statement of props.statements) role.addToPolicy(statement);
    this.lambda = new LambdaFunction(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      architecture: setting.architecture,
      handler: "index.handler",
      code: Code.fromAsset(`${setting.bundles}/${props.bundle}`),
      memorySize: MEMORY_MB,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...setting.environment, ...props.environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...(props.deadLetters ? { deadLetterQueue: props.deadLetters } : {}),
    });
    setting.alarms.onFunction(id, this.lambda);
  }
}

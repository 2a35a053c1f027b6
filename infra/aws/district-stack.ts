/** Everything that a district has on AWS, as a list of intents. */
import { Annotations, App, type AppProps, CfnOutput, Stack, Tags, Token, Validations } from "aws-cdk-lib";
import { Architecture } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Construct } from "constructs";
import type { District } from "../../schemas/district.ts";
import type { Context, Operation, TableAction } from "../../schemas/operation.ts";
import { contexts, operations } from "../../schemas/routes.ts";
import { Alarms } from "./alarms.ts";
import { Api } from "./api.ts";
import { ContextFunction } from "./context-function.ts";
import { Events } from "./events.ts";
import { Jobs } from "./jobs.ts";
import { DistrictTable } from "./table.ts";

/** A request takes milliseconds; ten seconds leave room for a cold start and for retried conflicts. */
const API_TIMEOUT_SECONDS = 10;

/** What a district's stack is made from. */
export interface DistrictStackProps {
  readonly district: District;
  /** Folder with `<function>/index.mjs` and `<function>/district.json`, as `infra/bundle.ts` writes it. */
  readonly bundles: string;
  /** Version that `/health` tells. */
  readonly version: string;
  /** Account and region; without them the template fits any. */
  readonly env?: { readonly account?: string; readonly region?: string };
}

/** DynamoDB actions that the operations of a context need, sorted; the source of its function's permissions. */
export const actionsOf = (context: Context, all: readonly Operation[] = operations): TableAction[] => {
  const own = all.filter((operation) => operation.context === context);
  return [...new Set(own.flatMap((operation) => operation.actions))].sort();
};

/** One district: table, a function for each context behind the HTTP API, jobs, events, alarms. */
export class DistrictStack extends Stack {
  constructor(scope: Construct, id: string, props: DistrictStackProps) {
    const { district, bundles, version, env } = props;
    super(scope, id, {
      description: `Linli, district ${district.id}`,
      terminationProtection: true,
      ...(env ? { env } : {}),
    });
    Tags.of(this).add("linli:district", district.id);
    if (!district.auth.issuer.startsWith("https://")) {
      const message = `The issuer ${district.auth.issuer} is not https: API Gateway will refuse it.`;
      Annotations.of(this).addWarningV2("linli:issuer", message);
    }
    const alarms = new Alarms(this, "Alarms");
    const table = new DistrictTable(this, "Data");
    const environment = {
      LINLI_TABLE: table.table.tableName,
      LINLI_DISTRICT: "district.json",
      LINLI_VERSION: version,
    };
    const setting = { bundles, architecture: architectureOf(this.region), environment, alarms };
    const functions = new Map(
      contexts.map((context) => {
        const statements = table.statements(actionsOf(context));
        const name = `Api${context.charAt(0).toUpperCase()}${context.slice(1)}`;
        const timeoutSeconds = API_TIMEOUT_SECONDS;
        return [
          context,
          new ContextFunction(this, name, { setting, bundle: context, timeoutSeconds, statements }).lambda,
        ];
      }),
    );
    const api = new Api(this, "Http", { district, operations, functions, alarms });
    new Jobs(this, "Jobs", district, table, setting);
    const events = new Events(this, "Events", table, setting);
    new CfnOutput(this, "ApiUrl", { value: api.url });
    new CfnOutput(this, "TableName", { value: table.table.tableName });
    new CfnOutput(this, "EventBusName", { value: events.bus.eventBusName });
    new CfnOutput(this, "AlarmTopicArn", { value: alarms.topic.topicArn });
  }
}

/** Graviton is cheaper; the China regions get x86_64, where every instance type of Lambda is on offer. */
const architectureOf = (region: string): Architecture =>
  !Token.isUnresolved(region) && region.startsWith("cn-") ? Architecture.X86_64 : Architecture.ARM_64;

/** An app with one district's stack, checked by cdk-nag at synthesis: a finding without a reason stops it. */
export const districtApp = (props: DistrictStackProps, appProps: AppProps = {}): { app: App; stack: DistrictStack } => {
  const app = new App(appProps);
  const stack = new DistrictStack(app, `linli-${props.district.id}`, props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack };
};

/** Everything that a district has on AWS, as a list of intents. */
import { Annotations, App, type AppProps, CfnOutput, Stack, Tags, Token, Validations } from "aws-cdk-lib";
import { Architecture } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import type { Construct } from "constructs";
import type { District } from "../../schemas/district.ts";
import { Alarms } from "./alarms.ts";
import { Api } from "./api.ts";
import { ContextFunction } from "./context-function.ts";
import { DistrictDashboard } from "./dashboard.ts";
import { EdgeStack } from "./edge.ts";
import { Events } from "./events.ts";
import { Jobs } from "./jobs.ts";
import { apiFunctions } from "./plan.ts";
import { isChina, requireCapabilities } from "./regions.ts";
import { DistrictTable } from "./table.ts";

/** A request takes milliseconds; ten seconds leave room for a cold start and for retried conflicts. */
const API_TIMEOUT_SECONDS = 10;
/** Imports and erasures may take as long as API Gateway waits, which is half a minute. */
const ADMIN_TIMEOUT_SECONDS = 29;

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

/** One district: table, functions behind the HTTP API, jobs, events, alarms, dashboard. */
export class DistrictStack extends Stack {
  readonly api: Api;

  constructor(scope: Construct, id: string, props: DistrictStackProps) {
    const { district, bundles, version, env } = props;
    super(scope, id, {
      description: `Linli, district ${district.id}`,
      terminationProtection: true,
      crossRegionReferences: district.aws.edge,
      ...(env ? { env } : {}),
    });
    requireCapabilities(district, Token.isUnresolved(this.region) ? undefined : this.region);
    tag(this, district);
    if (!district.auth.issuer.startsWith("https://")) {
      const message = `The issuer ${district.auth.issuer} is not https: API Gateway will refuse it.`;
      Annotations.of(this).addWarningV2("linli:issuer", message);
    }
    const alarms = new Alarms(this, "Alarms");
    const table = new DistrictTable(this, "Data", district.aws);
    alarms.onTable(table.table);
    const environment = {
      LINLI_TABLE: table.table.tableName,
      LINLI_DISTRICT: "district.json",
      LINLI_VERSION: version,
    };
    const architecture = architectureOf(this.region);
    const setting = { bundles, architecture, tracing: district.aws.tracing, environment, alarms };
    const functions = new Map(
      apiFunctions().map((plan) => {
        const timeoutSeconds = plan.admin ? ADMIN_TIMEOUT_SECONDS : API_TIMEOUT_SECONDS;
        const statements = table.statements(plan.actions);
        const made = new ContextFunction(this, plan.name, {
          setting,
          bundle: plan.context,
          timeoutSeconds,
          statements,
        });
        return [plan, made.lambda];
      }),
    );
    const api = new Api(this, "Http", { district, functions, alarms });
    this.api = api;
    const jobs = new Jobs(this, "Jobs", { district, table, setting });
    const events = new Events(this, "Events", table, setting);
    alarms.onThrottles();
    new DistrictDashboard(this, "Dashboard", { district, apiId: api.apiId, functions, table, jobs, events });
    new CfnOutput(this, "ApiUrl", { value: api.url });
    new CfnOutput(this, "TableName", { value: table.table.tableName });
    new CfnOutput(this, "EventBusName", { value: events.bus.eventBusName });
    new CfnOutput(this, "AlarmTopicArn", { value: alarms.topic.topicArn });
  }
}

/** Tags whatever can have tags; event source mappings cannot in the China regions (docs.amazonaws.cn, page lambda). */
const tag = (stack: Stack, district: District): void => {
  const excludeResourceTypes = isChina(stack.region) ? ["AWS::Lambda::EventSourceMapping"] : [];
  Tags.of(stack).add("linli:district", district.id, { excludeResourceTypes });
};

/** Graviton is cheaper; the China regions get x86_64, where every instance type of Lambda is on offer. */
const architectureOf = (region: string): Architecture => (isChina(region) ? Architecture.X86_64 : Architecture.ARM_64);

/** An app with one district's stack, checked by cdk-nag at synthesis: a finding without a reason stops it. */
export const districtApp = (
  props: DistrictStackProps,
  appProps: AppProps = {},
): { readonly app: App; readonly stack: DistrictStack; readonly edge?: EdgeStack } => {
  const app = new App(appProps);
  const { district } = props;
  const stack = new DistrictStack(app, `linli-${district.id}`, props);
  const { account, region } = stack;
  const edge = district.aws.edge
    ? new EdgeStack(app, `linli-${district.id}-edge`, { district, apiId: stack.api.apiId, account, region })
    : undefined;
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { app, stack, ...(edge ? { edge } : {}) };
};

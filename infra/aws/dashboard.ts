/** One page that shows whether a district is well: requests, functions, table, events, jobs. */
import { Duration } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric, Stats, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { District } from "../../schemas/district.ts";
import { apiMetric } from "./alarms.ts";
import type { Events } from "./events.ts";
import type { Jobs } from "./jobs.ts";
import type { ApiFunction } from "./plan.ts";
import type { DistrictTable } from "./table.ts";

const PERIOD = Duration.minutes(5);
const WHOLE_ROW = 24;
const HALF_ROW = 12;

/** What the dashboard shows. */
export interface DashboardProps {
  readonly district: District;
  readonly apiId: string;
  readonly functions: ReadonlyMap<ApiFunction, IFunction>;
  readonly table: DistrictTable;
  readonly jobs: Jobs;
  readonly events: Events;
}

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: HALF_ROW });

/** Makes the dashboard `linli-<district>`. */
export class DistrictDashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { district, jobs, events } = props;
    const dashboard = new Dashboard(this, "Page", { dashboardName: `linli-${district.id}` });
    const markdown = `# ${district.name.zh} ${district.name.en}\nWhat to do when an alarm rings: docs/runbooks`;
    dashboard.addWidgets(new TextWidget({ markdown, width: WHOLE_ROW, height: 2 }));
    dashboard.addWidgets(...apiWidgets(props));
    dashboard.addWidgets(...tableWidgets(props));
    const { lambda } = events.stream;
    const age = lambda.metric("IteratorAge", { period: PERIOD, statistic: Stats.MAXIMUM });
    const depth = (label: string, queue: Events["queue"]) =>
      queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: Stats.MAXIMUM, label });
    const runs = [...jobs.functions].map(([label, job]) => job.lambda.metricInvocations({ period: PERIOD, label }));
    const failures = [...jobs.functions].map(([label, job]) => job.lambda.metricErrors({ period: PERIOD, label }));
    dashboard.addWidgets(
      graph("Events: age of the oldest change (ms)", [age], [lambda.metricErrors({ period: PERIOD })]),
      graph("Work given up", [depth("events", events.queue), depth("jobs", jobs.queue)]),
    );
    dashboard.addWidgets(graph("Jobs: runs", runs), graph("Jobs: failed runs", failures));
  }
}

const apiWidgets = ({ apiId, functions }: DashboardProps): GraphWidget[] => {
  const api = (metricName: string, statistic: string) =>
    apiMetric(apiId, metricName, statistic).with({ label: `${metricName} ${statistic}` });
  const each = (of: (lambda: IFunction, label: string) => IMetric) =>
    [...functions].map(([{ name }, lambda]) => of(lambda, name));
  return [
    graph("API: requests and refusals", [api("Count", Stats.SUM)], [api("4xx", Stats.SUM), api("5xx", Stats.SUM)]),
    graph("API: latency (ms)", [api("Latency", "p50"), api("Latency", "p99")]),
    graph(
      "Functions: duration (ms)",
      each((lambda, label) => lambda.metricDuration({ period: PERIOD, statistic: "p99", label })),
    ),
    graph(
      "Functions: errors and throttles",
      each((lambda, label) => lambda.metricErrors({ period: PERIOD, label })),
      each((lambda, label) => lambda.metricThrottles({ period: PERIOD, label })),
    ),
  ];
};

const tableWidgets = ({ table: { table } }: DashboardProps): GraphWidget[] => {
  const metric = (name: string) => table.metric(name, { period: PERIOD, statistic: Stats.SUM });
  const written = [metric("ConsumedWriteCapacityUnits"), metric("ConsumedReadCapacityUnits")];
  return [
    graph("Table: units consumed", written),
    graph("Table: refused for their rate", [metric("WriteThrottleEvents"), metric("ReadThrottleEvents")]),
  ];
};

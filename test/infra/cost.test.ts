import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ALARM_METRICS, costFile, costPage, unitsFile } from "../../infra/aws/cost.ts";
import { synthesise } from "./synth.ts";

const units = readFileSync(unitsFile, "utf8");

it("the cost page is what the measured table makes of it (node infra/aws/cost.ts)", () => {
  if (process.env.LINLI_UPDATE) writeFileSync(costFile, costPage(units));
  expect(readFileSync(costFile, "utf8")).toBe(costPage(units));
});

it("more write units cost more, and an operation that is no longer measured is missed", () => {
  const dollars = (page: string) => Number(/\*\*([\d.]+) dollars a month/.exec(page)?.[1]);
  expect(dollars(costPage(units))).toBeGreaterThan(0);
  const heavier = units.replace(/^(\| reward from an open pool \|[^|]*\|[^|]*\|) \d+ /m, "$1 400 ");
  expect(dollars(costPage(heavier))).toBeGreaterThan(dollars(costPage(units)));
  expect(() => costPage(units.replace("| account read |", "| account seen |"))).toThrow(/no row "account read"/);
});

it("the alarms that it counts are those of the template, and no route has metrics of its own", () => {
  const { resources } = synthesise("demo");
  const alarms = Object.values(resources("AWS::CloudWatch::Alarm")).map(({ Properties }) => Properties);
  // An alarm over a sum lists the sum beside what it adds up.
  const watched = alarms.map(({ Metrics }) => (Array.isArray(Metrics) ? Metrics.length - 1 : 1));
  expect(watched.reduce((sum, count) => sum + count, 0)).toBe(ALARM_METRICS);
  const [stage] = Object.values(resources("AWS::ApiGatewayV2::Stage"));
  expect(JSON.stringify(stage?.Properties)).not.toContain('"DetailedMetricsEnabled":true');
});

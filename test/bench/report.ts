/** The benchmark's page: ratios first, then what they come from. */
import type { Measurement } from "../integration/budget/meter.ts";
import type { CpuResult } from "./cpu.ts";
import { machineLine, tableOf } from "./markdown.ts";
import type { LoadKind, Rate } from "./rates.ts";
import type { Shape } from "./server.ts";

export interface Results {
  readonly cpu: readonly CpuResult[];
  readonly cost: ReadonlyMap<Shape, Measurement>;
  readonly engines: readonly {
    readonly storage: "file" | "memory";
    readonly kinds: readonly { readonly kind: LoadKind; readonly rates: readonly Rate[] }[];
  }[];
  readonly tookSeconds: number;
  /** Load of the machine before anything was measured: above 0.5 others were at work and the numbers are low. */
  readonly loadBefore: number;
}

/** What the pages call the shapes. */
export const NAMES: Readonly<Record<Shape, string>> = {
  linli: "Linli: three items, blind",
  textbook: "textbook: read, then six items",
  "read-first": "read, then three items",
};

const times = (a: number, b: number): string => `${(a / b).toFixed(2)}×`;

const ratios = ({ engines }: Results): string[] => {
  const rows = engines.flatMap(({ storage, kinds }) =>
    kinds.map(({ kind, rates }) => {
      const [ours, ...rivals] = rates as [Rate, ...Rate[]];
      return [`${kind.name}, ${storage}`, ...rivals.map((rival) => times(ours.perSecond, rival.perSecond))];
    }),
  );
  return tableOf(["transfers a second, Linli against", NAMES.textbook, NAMES["read-first"]], rows);
};

const costs = ({ cost }: Results): string[] =>
  tableOf(
    ["one transfer", "items", "write units", "+ indexes", "write calls", "read calls", "read units"],
    [...cost].map(([shape, { items, computed, writeCalls, readCalls, readUnits }]) => [
      NAMES[shape],
      ...[items.length, computed.base, computed.index, writeCalls, readCalls, readUnits].map(String),
    ]),
  );

const cpuTable = ({ cpu }: Results): string[] =>
  tableOf(
    ["own CPU of a request, median", "without the AWS SDK, µs", "with the AWS SDK, µs", "requests"],
    cpu.map(({ name, micros, microsWithSdk, requests }) => [
      name,
      micros.toFixed(0),
      microsWithSdk.toFixed(0),
      String(requests),
    ]),
  );

const rateRow = ({ shape, perSecond, runs, p50Ms, p99Ms, transfers, refused, ...counts }: Rate): string[] => [
  NAMES[shape],
  perSecond.toFixed(0),
  runs.map((run) => run.toFixed(0)).join(", "),
  p50Ms.toFixed(1),
  p99Ms.toFixed(1),
  (counts.writeCalls / transfers).toFixed(2),
  (counts.readCalls / transfers).toFixed(2),
  String(refused),
  (counts.cpuMicros / transfers).toFixed(0),
];

const RATE_HEADINGS = [
  "shape",
  "transfers/s",
  "by run",
  "p50 ms",
  "p99 ms",
  "write calls",
  "read calls",
  "503s",
  "server CPU µs",
];

const rateTables = ({ engines }: Results): string[] =>
  engines.flatMap(({ storage, kinds }) =>
    kinds.flatMap(({ kind, rates }) => [
      "",
      `### ${kind.name}, engine's data in ${storage === "file" ? "a file" : "memory"}`,
      "",
      ...tableOf(RATE_HEADINGS, rates.map(rateRow)),
    ]),
  );

/** The page in Markdown. */
export const reportOf = (results: Results): string =>
  [
    "# Benchmark",
    "",
    machineLine(results.tookSeconds, results.loadBefore),
    "",
    "Made by `npm run bench`: the embedded engine, the server and the load generator share this machine. Shapes",
    "alternate in one run, so compare ratios; absolute rates are this machine's. After each engine's runs the balances",
    "are summed: nothing was made or lost.",
    "",
    "## Ratios",
    "",
    ...ratios(results),
    "",
    ...costs(results),
    "",
    "## CPU",
    "",
    ...cpuTable(results),
    "",
    "## Rates over HTTP",
    ...rateTables(results),
    "",
  ].join("\n");

/** The lines for the README: ratios and own CPU. */
export const excerptOf = (results: Results): string[] => [
  "Rates over HTTP beside two rivals on the same engine in one run, and own CPU, by `npm run bench`",
  "([whole page](docs/bench/latest.md)):",
  "",
  ...ratios(results),
  "",
  ...cpuTable(results),
  "",
  "Where a ratio is below 1 the embedded engine is the reason: its time grows with the item, and our account item,",
  "with its caps, lots and limits, is eight times the rival's. On DynamoDB both are one kilobyte, one unit",
  "([ADR 0002](docs/adr/0002-ledger-write-shape.md)).",
];

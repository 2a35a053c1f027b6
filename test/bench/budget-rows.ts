/** Rows of the table of budgets, each measured by what already measures it: budget tests, the bundler, benchmarks. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleFunctions } from "../../infra/bundle.ts";
import type { Measurement } from "../integration/budget/meter.ts";
import { BUDGETS, COUNTED_VARIABLE, type Counted, readCounted } from "../support/budgets.ts";
import type { CpuResult } from "./cpu.ts";
import { NAMES } from "./report.ts";
import type { Shape } from "./server.ts";
import { measureSettlement } from "./settlement.ts";
import { ROUNDS, WORKLOADS, type Workload } from "./settlement-town.ts";
import { measureTally } from "./tally.ts";
import { BENCH_CASES } from "./tally-cases.ts";

/** One measured figure under a budget. */
export interface BudgetRow {
  readonly budget: keyof typeof BUDGETS;
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: string;
  readonly how: string;
  /** What rivals took in the same run. */
  readonly beside?: string;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const VITEST = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const INTEGRATION = "test/integration";
/** Which budget tests count for the table. */
const COUNTING = ["budget/budget", "parking/budget", "polls/budget", "polls/secret-budget"].map(
  (name) => `${INTEGRATION}/${name}.test.ts`,
);
const KILOBYTE = 1_024;
const MICROSECONDS = 1_000_000;

/** Runs the budget tests, which hold the budgets, and gives what they counted; throws when one fails. */
export const countByTests = (): Counted[] => {
  const folder = mkdtempSync(join(tmpdir(), "linli-counted-"));
  const file = join(folder, "counted");
  try {
    const argv = [VITEST, "run", "--project", "engine", "--maxWorkers=1", "--reporter=dot", ...COUNTING];
    const env = { ...process.env, [COUNTED_VARIABLE]: file };
    const run = spawnSync(process.execPath, argv, { cwd: ROOT, env, encoding: "utf8" });
    if (run.status !== 0) throw new Error(`a budget test failed: ${run.stdout}${run.stderr}`);
    return readCounted(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const isTable = (budget: keyof typeof BUDGETS): budget is "transfer" | "toPool" | "booking" | "ballot" =>
  "table" in BUDGETS[budget] && budget !== "settlement";

/** What rivals of a transfer write and read, counted in the same run. */
const transferRivals = (cost: ReadonlyMap<Shape, Measurement>): string =>
  [...cost]
    .filter(([shape]) => shape !== "linli")
    .map(([shape, { computed, readUnits }]) => `${NAMES[shape]}: ${computed.base} and ${readUnits} read units`)
    .join("; ");

/** Rows of what the budget tests counted; a transfer's stand beside those of its rivals. */
export const countedRows = (counted: readonly Counted[], cost: ReadonlyMap<Shape, Measurement>): BudgetRow[] => {
  const order = Object.keys(BUDGETS);
  const sorted = [...counted].sort((a, b) => order.indexOf(a.budget) - order.indexOf(b.budget));
  return sorted.flatMap(({ budget, what, table, indexes, calls, reads }): BudgetRow[] => {
    if (!isTable(budget)) throw new RangeError(`${budget} is not counted in write units`);
    const how = `budget test: ${calls} write call, ${indexes} index units, ${reads} read units`;
    const row = { budget, what, limit: BUDGETS[budget].table, measured: table, unit: "write units", how };
    if (budget !== "transfer") return [row];
    const whole = { ...row, limit: BUDGETS.transfer.whole, measured: table + indexes, unit: "with indexes" };
    return [
      { ...row, beside: transferRivals(cost) },
      { ...whole, how: "budget test" },
    ];
  });
};

/** What each function loads at its start, bundled as for Lambda. */
export const bundleRows = async (): Promise<BudgetRow[]> => {
  const outDir = mkdtempSync(join(tmpdir(), "linli-bundles-"));
  try {
    const reports = await bundleFunctions({ outDir });
    return reports.map(({ name, bytes, lazyBytes }) => ({
      budget: "bundle",
      what: `function ${name}`,
      limit: BUDGETS.bundle.kilobytes,
      measured: bytes / KILOBYTE,
      unit: "KB",
      how: `esbuild, minified; ${(lazyBytes / KILOBYTE).toFixed(0)} KB more when asked for`,
    }));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
};

/** Own CPU of a request; the row with the SDK says what its marshalling and signing add to it. */
export const cpuRows = (cpu: readonly CpuResult[]): BudgetRow[] => {
  const row = (what: string, measured: number, requests: number): BudgetRow => ({
    ...{ budget: "request", what, limit: BUDGETS.request.cpuMicros, measured, unit: "µs" },
    how: `median of ${requests.toLocaleString("en")} requests, the database answers at once`,
  });
  return cpu.flatMap(({ name, micros, microsWithSdk, requests }) => [
    row(`${name}, own CPU`, micros, requests),
    row(`${name}, own CPU with the AWS SDK`, microsWithSdk, requests),
  ]);
};

/** Orders of the rows: enough that the batches of a round are as many as they get. */
const ORDERS = 10_000;
const ORDERS_OTHERS = 1_000;

/** Settlement of each workload by the job; the rounds stand beside settling one by one. */
export const settlementRows = async (): Promise<BudgetRow[]> => {
  const unitsEach = async (way: "job" | "one by one", workload: Workload, orders: number) => {
    const { measured } = await measureSettlement([way, workload, orders]);
    return { units: measured.writeUnits / orders, micros: (measured.cpuSeconds * MICROSECONDS) / orders };
  };
  const rows: BudgetRow[] = [];
  for (const workload of WORKLOADS) {
    const orders = workload === ROUNDS ? ORDERS : ORDERS_OTHERS;
    const { units, micros } = await unitsEach("job", workload, orders);
    const what = `settlement, an order of ${orders.toLocaleString("en")}: ${workload.what}`;
    const how = `the job on the embedded engine; ${micros.toFixed(0)} µs own CPU each`;
    const row = { budget: "settlement" as const, what, limit: BUDGETS.settlement.table, measured: units };
    rows.push({ ...row, unit: "write units", how });
  }
  const single = await unitsEach("one by one", ROUNDS, ORDERS_OTHERS);
  const beside = `one by one: ${single.units.toFixed(2)} and ${single.micros.toFixed(0)} µs`;
  return rows.map((row, place) => (WORKLOADS[place] === ROUNDS ? { ...row, beside } : row));
};

/** A million ballots by every method, each in a process of its own. */
export const tallyRows = (progress: (name: string) => void): BudgetRow[] =>
  BENCH_CASES.flatMap(({ name, ballots }, place): BudgetRow[] => {
    if (ballots !== BUDGETS.tally.ballots) return [];
    progress(name);
    const { boxSeconds, countSeconds, peakMegabytes } = measureTally(place);
    return [
      {
        ...{ budget: "tally", what: `tally of 1,000,000 ballots: ${name}`, limit: BUDGETS.tally.seconds },
        ...{ measured: boxSeconds + countSeconds, unit: "CPU s" },
        how: `one core; ${countSeconds.toFixed(2)} s of it counting; ${peakMegabytes.toFixed(0)} MB`,
      },
    ];
  });

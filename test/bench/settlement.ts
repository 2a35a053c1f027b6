/**
 * `npm run bench:settlement`: settles orders in numbers, beside settling them one by one, and writes the table to
 * docs/bench/settlement.md. Each row is a process of its own on a table of its own, so that its peak memory is its own.
 * `--most n` leaves out the rows of more orders than that.
 */
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runNamed } from "../../functions/jobs/index.ts";
import { Known } from "../../functions/shared/command.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { dueIds } from "../../functions/shared/due.ts";
import { SYSTEM_ACTOR } from "../../functions/shared/jobs.ts";
import { together } from "../../functions/shared/write.ts";
import { settled } from "../../functions/timebank/http/steps.ts";
import { advance } from "../../functions/timebank/http/transition.ts";
import { SETTLEMENT } from "../../functions/timebank/jobs/names.ts";
import { orderKey, toOrder, UNSETTLED } from "../../functions/timebank/store.ts";
import { isMain, measuredApart, type Spent, spending, writeRows } from "./apart.ts";
import { depsOf, makeOrders, ROUNDS, WORKLOADS, type Workload } from "./settlement-town.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/settlement.md", import.meta.url));
const MICROSECONDS = 1_000_000;

/** How a row settles: the job, or each order in a transaction of its own. */
export type Way = "job" | "one by one";

/** One row, as its process tells it. */
type Measured = Counted & Spent;

/** What settling so many orders came to. */
export interface Row {
  readonly way: Way;
  readonly workload: Workload;
  readonly orders: number;
  readonly measured: Measured;
  /** Of the engine, while the orders were settled. */
  readonly engineSeconds: number;
}

interface Counted {
  readonly settled: number;
  readonly writeUnits: number;
  readonly indexUnits: number;
}

const byJob = async (deps: Deps): Promise<Counted> => {
  for (;;) {
    const { state, sums = {} } = await runNamed(SETTLEMENT, deps);
    const { settled = 0, writeUnits = 0, indexUnits = 0 } = sums;
    if (state === "finished") return { settled, writeUnits, indexUnits };
  }
};

/** What a job without batches does: reads an order and its hold, settles it in a transaction of its own. */
const oneByOne = async (deps: Deps): Promise<Counted> => {
  const spending = { table: 0, indexes: 0 };
  let done = 0;
  for (let after: string | null = null; ; ) {
    const list = { partition: UNSETTLED, keyOf: orderKey };
    const { ids, next } = await dueIds(deps.db, list, deps.clock.now(), after, 100);
    for (const id of ids) {
      const item = await deps.db.get(orderKey(id));
      if (!item) continue;
      const known = new Known();
      const scene = {
        ...{ deps, known, side: "system" as const, person: SYSTEM_ACTOR.id, mover: { actor: SYSTEM_ACTOR } },
        ...{ now: deps.clock.now(), zone: deps.district.zone },
      };
      const made = await advance("settle", toOrder(item), scene, settled);
      if (made === "moved" || "refusals" in made) throw new Error("an order could not be settled");
      if (!(await deps.db.commit(together(made.writes), spending)).ok) throw new Error("an order was not settled");
      done += 1;
    }
    if (next === null) return { settled: done, writeUnits: spending.table, indexUnits: spending.indexes };
    after = next;
  }
};

const measure = (way: Way, endpoint: string, table: string): Promise<Measured> => {
  const deps = depsOf(endpoint, table);
  return spending(() => (way === "job" ? byJob(deps) : oneByOne(deps)));
};

/** What is settled, and how. */
export type Case = readonly [way: Way, workload: Workload, orders: number];

/** Settles a case in a process and on a table of its own. */
export const measureSettlement = async ([way, workload, orders]: Case): Promise<Row> => {
  process.stderr.write(`${way}, ${workload.name}, ${orders} ...\n`);
  const row = await measuredApart<Measured>(fileURLToPath(import.meta.url), async (endpoint) => {
    return { way, table: await makeOrders(endpoint, workload, orders) };
  });
  if (row.measured.settled !== orders) throw new Error(`${row.measured.settled} of ${orders} orders were settled`);
  return { way, workload, orders, ...row };
};

const CASES: readonly Case[] = [
  ["job", ROUNDS, 1_000],
  ...WORKLOADS.map((workload) => ["job", workload, 3_000] as const),
  ["one by one", ROUNDS, 3_000],
  ["job", ROUNDS, 10_000],
  ["job", ROUNDS, 30_000],
  ["job", ROUNDS, 100_000],
];

const HEADINGS = ["way", "accounts meet", "orders", "s", "own CPU, µs an order", "engine's CPU, µs an order"];
const UNITS = ["peak, MB", "write units an order", "+ indexes"];
const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const rowOf = ({ way, workload, orders, measured, engineSeconds }: Row): string => {
  const { seconds, cpuSeconds, peakMegabytes, writeUnits, indexUnits } = measured;
  const each = (total: number): string => ((total * MICROSECONDS) / orders).toFixed(0);
  const units = [(writeUnits / orders).toFixed(2), (indexUnits / orders).toFixed(2)];
  const times = [seconds.toFixed(0), each(cpuSeconds), each(engineSeconds)];
  return line([way, workload.name, orders.toLocaleString("en"), ...times, peakMegabytes.toFixed(0), ...units]);
};

const pageOf = (rows: readonly Row[]): string => {
  const sorted = [...rows].sort((a, b) => (a.way === b.way ? a.orders - b.orders : a.way < b.way ? 1 : -1));
  const headings = [...HEADINGS, ...UNITS];
  return [
    "# Settlement",
    "",
    "`npm run bench:settlement` settles confirmed orders on the embedded engine (in memory), each row with an engine",
    `and in a process of its own. ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version},`,
    "shared with much other work: seconds say little, the processor's time and the units do.",
    "",
    line(headings),
    line(headings.map((_, place) => (place < 2 ? ":--" : "--:"))),
    ...sorted.map(rowOf),
    "",
    ...WORKLOADS.map(({ name, what }) => `- ${name}: ${what}.`),
    "- one by one: the order, its hold, its entry and both accounts in a transaction for each order; honour was",
    "  counted at confirmation, or it would cost the volunteer's item besides.",
    "",
  ].join("\n");
};

if (isMain(import.meta.url)) {
  const { most, row } = parseArgs({ options: { most: { type: "string" }, row: { type: "string" } } }).values;
  const cases = CASES.filter(([, , orders]) => orders <= Number(most ?? Number.POSITIVE_INFINITY));
  if (row === undefined) await writeRows(cases, PAGE, { measure: measureSettlement, rowOf, pageOf });
  else {
    const { way, endpoint, table } = JSON.parse(row) as { way: Way; endpoint: string; table: string };
    process.stdout.write(JSON.stringify(await measure(way, endpoint, table)));
  }
}

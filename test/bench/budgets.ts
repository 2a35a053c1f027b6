/**
 * `npm run bench:budgets`, and the last part of `npm run bench`: everything that the design limits, measured and set
 * beside its limit in docs/bench/budgets.md, and the worst of each kind in the README.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import type { Measurement } from "../integration/budget/meter.ts";
import { withSection } from "../support/section.ts";
import { isMain } from "./apart.ts";
import {
  type BudgetRow,
  bundleRows,
  countByTests,
  countedRows,
  cpuRows,
  settlementRows,
  tallyRows,
} from "./budget-rows.ts";
import { measureCost } from "./cost.ts";
import { type CpuResult, measureCpu } from "./cpu.ts";
import { machineLine, tableOf } from "./markdown.ts";
import type { Shape } from "./server.ts";
import { makeTown } from "./town.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/budgets.md", import.meta.url));
const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const MILLISECONDS = 1_000;

/** Two significant places for what is not whole. */
const figure = (value: number): string => {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
};

const shareOf = ({ measured, limit }: BudgetRow): number => measured / limit;
const isOver = (row: BudgetRow): boolean => shareOf(row) > 1;
const ratio = (row: BudgetRow): string =>
  `${isOver(row) ? "**" : ""}${shareOf(row).toFixed(2)}${isOver(row) ? "**" : ""}`;

const cellsOf = (row: BudgetRow): string[] => [
  row.what,
  `${figure(row.limit)} ${row.unit}`,
  figure(row.measured),
  ratio(row),
];

/** What is known of the figures above their budget. */
const OVER = [
  "In bold: above the budget. Settlement moves an order, its hold and its entry and two accounts, and says why three",
  "units cannot be had in [ADR 0031](../adr/0031-settlement-write-shape.md). Own CPU is budgeted without the engine;",
  "the AWS SDK's marshalling, signing and parsing are shown as well, because Lambda runs them too.",
];

const pageOf = (rows: readonly BudgetRow[], machine: string): string =>
  [
    "# Budgets",
    "",
    machine,
    "",
    "Made by `npm run bench` (`npm run bench:budgets` makes this page alone). Units are counted by the budget tests",
    "that hold them; seconds and µs are the processor's time, which other work on the machine lengthens a little.",
    "",
    ...OVER,
    "",
    ...tableOf(
      ["what", "at most", "measured", "of the budget", "how", "beside it"],
      rows.map((row) => [...cellsOf(row), row.how, row.beside ?? ""]),
      [0, 4, 5],
    ),
    "",
  ].join("\n");

/** The row of each budget that comes nearest to its limit, or passes it farthest. */
const worstOf = (rows: readonly BudgetRow[]): BudgetRow[] => {
  const worst = new Map<string, BudgetRow>();
  for (const row of rows) {
    const known = worst.get(row.budget);
    if (!known || shareOf(row) > shareOf(known)) worst.set(row.budget, row);
  }
  return [...worst.values()];
};

const excerptOf = (rows: readonly BudgetRow[]): string[] => [
  "The design's budgets, the worst row of each ([all rows, and how](docs/bench/budgets.md), `npm run bench:budgets`);",
  "above 1 is over the budget, which that page explains:",
  "",
  ...tableOf(["what", "at most", "measured", "of the budget"], worstOf(rows).map(cellsOf)),
];

/** What `npm run bench` has measured when it comes here. */
export interface Known {
  readonly cpu: readonly CpuResult[];
  readonly cost: ReadonlyMap<Shape, Measurement>;
}

/** Measures every budget that is not yet known, and writes the page and the README's part. */
export const writeBudgets = async ({ cpu, cost }: Known, progress: (text: string) => void): Promise<void> => {
  const started = performance.now();
  const [loadBefore = 0] = loadavg();
  progress("budget tests ...");
  const counted = countedRows(countByTests(), cost);
  progress("bundles ...");
  const bundles = await bundleRows();
  progress("settlement ...");
  const settlement = await settlementRows();
  const tally = tallyRows((name) => progress(`tally, ${name} ...`));
  const rows = [...counted, ...bundles, ...cpuRows(cpu), ...settlement, ...tally];
  writeFileSync(PAGE, pageOf(rows, machineLine((performance.now() - started) / MILLISECONDS, loadBefore)));
  writeFileSync(README, withSection(readFileSync(README, "utf8"), "budgets", excerptOf(rows)));
};

if (isMain(import.meta.url)) {
  const cost = await measureCost(await makeTown(2));
  await writeBudgets({ cpu: await measureCpu(), cost }, (text) => process.stderr.write(`${text}\n`));
}

/**
 * `npm run bench`: measures, prints the page, writes it to docs/bench/latest.md and its ratios into the README; then
 * the table of budgets.
 * `--seconds n` sets the time of each run's kind.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { withSection } from "../support/section.ts";
import { writeBudgets } from "./budgets.ts";
import { measureCost } from "./cost.ts";
import { measureCpu } from "./cpu.ts";
import { type LoadKind, measureRates } from "./rates.ts";
import { excerptOf, reportOf } from "./report.ts";
import { makeTown } from "./town.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/latest.md", import.meta.url));
const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const PEOPLE = 400;
/** Seconds of each shape under each kind of load: 45 runs' worth stays below three minutes. */
const SECONDS_DEFAULT = 8;
const SECONDS_MAX = 10;

const ONE: LoadKind = { name: "1 connection", connections: 1 };
const SIXTEEN: LoadKind = { name: "16 connections", connections: 16 };
const HOT: LoadKind = { name: "16 connections, one payee", connections: 16, hot: true };

const progress = (text: string): boolean => process.stderr.write(`${text}\n`);

const { values } = parseArgs({ options: { seconds: { type: "string", default: String(SECONDS_DEFAULT) } } });
const seconds = Math.min(SECONDS_MAX, Math.max(1, Number(values.seconds) || SECONDS_DEFAULT));
const started = performance.now();
const [loadBefore = 0] = loadavg();
const town = await makeTown(PEOPLE);

progress("CPU of the handler ...");
const cpu = await measureCpu();
progress("units of a transfer ...");
const cost = await measureCost(town);
progress("rates, data in a file ...");
const file = await measureRates(town, "file", [ONE, SIXTEEN, HOT], seconds);
progress("rates, data in memory ...");
const memory = await measureRates(town, "memory", [SIXTEEN], seconds);

const tookSeconds = (performance.now() - started) / 1_000;
const engines = [
  { storage: "file" as const, kinds: file },
  { storage: "memory" as const, kinds: memory },
];
const results = { cpu, cost, engines, tookSeconds, loadBefore };
const page = reportOf(results);
writeFileSync(PAGE, page);
writeFileSync(README, withSection(readFileSync(README, "utf8"), "bench", excerptOf(results)));
process.stdout.write(page);
await writeBudgets({ cpu, cost }, progress);

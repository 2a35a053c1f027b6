/**
 * `npm run bench:close`: closes and counts polls by the scheduled job on the embedded engine, and writes the table to
 * docs/bench/closing.md. Each row is a process of its own on a table of its own, so that its peak memory is its own.
 * `--most n` leaves out the rows of more ballots than that.
 */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runNamed } from "../../functions/jobs/index.ts";
import { pollKey, toPoll } from "../../functions/polls/store/poll.ts";
import { resultOf } from "../../functions/polls/store/result.ts";
import { startEngine } from "../../infra/local/engine.ts";
import type { BallotMode } from "../../schemas/polls/resources.ts";
import { closingDeps, makeClosing } from "../support/closing.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/closing.md", import.meta.url));
const KILOBYTES = 1_024;
const MICROSECONDS = 1_000_000;
const MILLISECONDS = 1_000;
const HUNDREDTHS = 100;

/** One row, as its process tells it. */
interface Measured {
  readonly ballots: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

interface Row {
  readonly mode: BallotMode;
  readonly ballots: number;
  readonly measured: Measured;
  /** Of the engine, while the poll was closed and counted. */
  readonly engineSeconds: number;
}

const measure = async (endpoint: string, table: string, poll: string): Promise<Measured> => {
  const deps = closingDeps(endpoint, table);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  while ((await runNamed("polls-due", deps)).state !== "finished");
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / MILLISECONDS;
  const item = await deps.db.get(pollKey(poll));
  if (!item || toPoll(item).state !== "counted") throw new Error("the poll was not counted");
  const { ballots } = await resultOf(deps.db, poll);
  const peakMegabytes = process.resourceUsage().maxRSS / KILOBYTES;
  return { ballots, seconds, cpuSeconds: (user + system) / MICROSECONDS, peakMegabytes };
};

/** Seconds of the processor that a process has taken so far, by Linux's own count in hundredths (proc(5)). */
const cpuOf = (pid: number | undefined): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / HUNDREDTHS;
};

const measureApart = async (mode: BallotMode, ballots: number): Promise<Row> => {
  const { endpoint, pid, stop } = await startEngine();
  try {
    const table = `bench-${randomUUID()}`;
    const poll = await makeClosing(endpoint, table, { mode, ballots });
    const argv = [fileURLToPath(import.meta.url), "--row", JSON.stringify({ endpoint, table, poll })];
    const before = cpuOf(pid);
    const child = spawnSync(process.execPath, argv, { encoding: "utf8" });
    if (child.status !== 0) throw new Error(child.stderr);
    const measured = JSON.parse(child.stdout) as Measured;
    if (measured.ballots !== ballots) throw new Error(`${measured.ballots} of ${ballots} ballots were counted`);
    return { mode, ballots, measured, engineSeconds: cpuOf(pid) - before };
  } finally {
    await stop();
  }
};

const CASES: readonly (readonly [BallotMode, number])[] = [
  ["envelope", 1_000],
  ["envelope", 10_000],
  ["envelope", 100_000],
  ["token", 100_000],
  ["named", 100_000],
];

const HEADINGS = ["ballots are", "ballots", "roll", "s", "own CPU, s", "engine's CPU, s", "peak, MB"];
const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const rowOf = ({ mode, ballots, measured, engineSeconds }: Row): string => {
  const { seconds, cpuSeconds, peakMegabytes } = measured;
  const roll = Math.ceil((ballots * 10) / 7);
  const times = [seconds, cpuSeconds, engineSeconds].map((each) => each.toFixed(1));
  return line([mode, ...[ballots, roll].map((each) => each.toLocaleString("en")), ...times, peakMegabytes.toFixed(0)]);
};

const pageOf = (rows: readonly Row[]): string =>
  [
    "# Closing and counting a poll",
    "",
    "`npm run bench:close` runs the scheduled job `polls-due` over a poll whose window has just ended, until it is",
    "counted: close, turnout from the roll, for secret ballots the Merkle tree over sealed leaves and the signed",
    "bundle, the count (instant runoff among five), call-backs drawn. Seven of ten on the roll voted. On the embedded",
    "engine (in memory), each row with an engine and in a process of its own;",
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, shared with other work: the`,
    "processor's time says more than seconds. Node takes what memory there is: with a heap of 200 MB, as in a small",
    "Lambda, the peak was 180 MB at 100,000 envelopes.",
    "",
    line(HEADINGS),
    line(HEADINGS.map((_, place) => (place === 0 ? ":--" : "--:"))),
    ...rows.map(rowOf),
    "",
  ].join("\n");

const main = async (most: number): Promise<void> => {
  const rows: Row[] = [];
  for (const [mode, ballots] of CASES) {
    if (ballots > most) continue;
    process.stderr.write(`${mode}, ${ballots} ...\n`);
    rows.push(await measureApart(mode, ballots));
    process.stderr.write(`${rowOf(rows.at(-1) as Row)}\n`);
    writeFileSync(PAGE, pageOf(rows));
  }
  process.stdout.write(pageOf(rows));
};

const { values } = parseArgs({ options: { most: { type: "string", default: "100000" }, row: { type: "string" } } });
if (values.row === undefined) await main(Number(values.most));
else {
  const { endpoint, table, poll } = JSON.parse(values.row) as { endpoint: string; table: string; poll: string };
  process.stdout.write(JSON.stringify(await measure(endpoint, table, poll)));
}

/**
 * `npm run bench:close`: closes and counts polls by the scheduled job on the embedded engine, and writes the table to
 * docs/bench/closing.md. Each row is a process of its own on a table of its own, so that its peak memory is its own.
 * `--most n` leaves out the rows of more ballots than that.
 */
import { randomUUID } from "node:crypto";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runNamed } from "../../functions/jobs/index.ts";
import { pollKey, toPoll } from "../../functions/polls/store/poll.ts";
import { resultOf } from "../../functions/polls/store/result.ts";
import type { BallotMode } from "../../schemas/polls/resources.ts";
import { closingDeps, makeClosing } from "../support/closing.ts";
import { isMain, measuredApart, type Spent, spending, writeRows } from "./apart.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/closing.md", import.meta.url));
/** One row, as its process tells it. */
interface Measured extends Spent {
  readonly ballots: number;
}

/** What closing a poll of so many ballots came to. */
export interface Row {
  readonly mode: BallotMode;
  readonly ballots: number;
  readonly measured: Measured;
  /** Of the engine, while the poll was closed and counted. */
  readonly engineSeconds: number;
}

const measure = (endpoint: string, table: string, poll: string): Promise<Measured> => {
  const deps = closingDeps(endpoint, table);
  return spending(async () => {
    while ((await runNamed("polls-due", deps)).state !== "finished");
    const item = await deps.db.get(pollKey(poll));
    if (!item || toPoll(item).state !== "counted") throw new Error("the poll was not counted");
    const { ballots } = await resultOf(deps.db, poll);
    return { ballots };
  });
};

/** Closes and counts a case in a process and on a table of its own. */
export const measureClosing = async ([mode, ballots]: Case): Promise<Row> => {
  process.stderr.write(`${mode}, ${ballots} ...\n`);
  const row = await measuredApart<Measured>(fileURLToPath(import.meta.url), async (endpoint) => {
    const table = `bench-${randomUUID()}`;
    return { table, poll: await makeClosing(endpoint, table, { mode, ballots }) };
  });
  if (row.measured.ballots !== ballots) throw new Error(`${row.measured.ballots} of ${ballots} ballots were counted`);
  return { mode, ballots, ...row };
};

/** What is closed: ballots of a mode, so many. */
export type Case = readonly [BallotMode, number];
const CASES: readonly Case[] = [
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

if (isMain(import.meta.url)) {
  const { most, row } = parseArgs({ options: { most: { type: "string" }, row: { type: "string" } } }).values;
  const cases = CASES.filter(([, ballots]) => ballots <= Number(most ?? Number.POSITIVE_INFINITY));
  if (row === undefined) await writeRows(cases, PAGE, { measure: measureClosing, rowOf, pageOf });
  else {
    const { endpoint, table, poll } = JSON.parse(row) as { endpoint: string; table: string; poll: string };
    process.stdout.write(JSON.stringify(await measure(endpoint, table, poll)));
  }
}

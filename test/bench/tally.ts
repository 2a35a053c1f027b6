/**
 * `node test/bench/tally.ts`: counts a million ballots by every method, and participatory budgeting of a city, and
 * prints a table in Markdown. Each row is a process of its own, so that its peak memory is its own.
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { Box } from "../../functions/polls/tally/box.ts";
import { isMain } from "./apart.ts";
import { makeBallots } from "./tally-ballots.ts";
import { BENCH_CASES, type BenchCase } from "./tally-cases.ts";

/** One row, as its process tells it. */
export interface Measured {
  readonly distinct: number;
  readonly boxSeconds: number;
  readonly countSeconds: number;
  readonly peakMegabytes: number;
  readonly outcome: string;
}

const KILOBYTES = 1_024;
const MICROSECONDS = 1_000_000;

/** Time of the processor, which other programs on the machine do not lengthen as they do the clock's. */
const secondsOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / MICROSECONDS;

const measure = ({ kind, ballots, candidates, count }: BenchCase): Measured => {
  const { cells, starts } = makeBallots(kind, ballots, candidates);
  const box = new Box();
  const begin = process.cpuUsage();
  for (let ballot = 0; ballot < ballots; ballot++) box.add(cells.subarray(starts[ballot], starts[ballot + 1]));
  const filled = process.cpuUsage(begin);
  const middle = process.cpuUsage();
  const outcome = count(box);
  const counted = process.cpuUsage(middle);
  return {
    distinct: box.size,
    boxSeconds: secondsOf(filled),
    countSeconds: secondsOf(counted),
    peakMegabytes: process.resourceUsage().maxRSS / KILOBYTES,
    outcome,
  };
};

const HEADINGS = ["method", "ballots", "distinct", "box, CPU s", "count, CPU s", "peak, MB", "outcome"];

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** Counts a case of the list in a process of its own; with another number of ballots where one is given. */
export const measureTally = (place: number, ballots?: number): Measured => {
  const argv = [fileURLToPath(import.meta.url), String(place), ...(ballots === undefined ? [] : [String(ballots)])];
  const child = spawnSync(process.execPath, argv, { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Measured;
};

/** The table's lines. */
export const tallyTable = (progress: (name: string) => void): string[] => [
  line(HEADINGS),
  line(HEADINGS.map((_, place) => (place === 0 || place === HEADINGS.length - 1 ? ":--" : "--:"))),
  ...BENCH_CASES.map(({ name, ballots }, place) => {
    progress(name);
    const { distinct, boxSeconds, countSeconds, peakMegabytes, outcome } = measureTally(place);
    const numbers = [boxSeconds.toFixed(2), countSeconds.toFixed(2), peakMegabytes.toFixed(0)];
    return line([name, ballots.toLocaleString("en"), distinct.toLocaleString("en"), ...numbers, outcome]);
  }),
];

if (isMain(import.meta.url)) {
  const [, , place, ballots] = process.argv;
  if (place !== undefined) {
    const given = BENCH_CASES[Number(place)] as BenchCase;
    process.stdout.write(JSON.stringify(measure({ ...given, ballots: Number(ballots ?? given.ballots) })));
  } else {
    const table = tallyTable((name) => process.stderr.write(`${name} ...\n`));
    const [cpu] = cpus();
    const machine = `${cpus().length} cores (${cpu?.model.trim()}), Node ${process.version}; one core is used`;
    process.stdout.write(`${["Exact tally, seeded ballots.", machine, "", ...table].join("\n")}\n`);
  }
}

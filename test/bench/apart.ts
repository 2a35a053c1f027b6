/** Benchmarks whose rows are measured in processes of their own, so that a peak of memory is a row's own. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startEngine } from "../../infra/local/engine.ts";

const KILOBYTES = 1_024;
const MICROSECONDS = 1_000_000;
const MILLISECONDS = 1_000;
const HUNDREDTHS = 100;

/** Whether Node was started with the module of this address, and did not only import it. */
export const isMain = (url: string): boolean => process.argv[1] === fileURLToPath(url);

/** What a piece of work took of this process. */
export interface Spent {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Does the work, and says what it came to with what it took. */
export const spending = async <Result extends object>(work: () => Promise<Result>): Promise<Result & Spent> => {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    ...result,
    seconds: (performance.now() - begun) / MILLISECONDS,
    cpuSeconds: (user + system) / MICROSECONDS,
    peakMegabytes: process.resourceUsage().maxRSS / KILOBYTES,
  };
};

/** Seconds of the processor that a process has taken so far, by Linux's own count in hundredths (proc(5)). */
const cpuOf = (pid: number | undefined): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / HUNDREDTHS;
};

/**
 * Prepares a table on an engine of its own, and lets `file` measure it in a process called with `--row` and what
 * `prepare` gave; that process prints its result as JSON. `engineSeconds` is the engine's own processor time meanwhile.
 */
export const measuredApart = async <Result>(
  file: string,
  prepare: (endpoint: string) => Promise<object>,
): Promise<{ readonly measured: Result; readonly engineSeconds: number }> => {
  const { endpoint, pid, stop } = await startEngine();
  try {
    const argv = [file, "--row", JSON.stringify({ endpoint, ...(await prepare(endpoint)) })];
    const before = cpuOf(pid);
    const child = spawnSync(process.execPath, argv, { encoding: "utf8" });
    if (child.status !== 0) throw new Error(child.stderr);
    return { measured: JSON.parse(child.stdout) as Result, engineSeconds: cpuOf(pid) - before };
  } finally {
    await stop();
  }
};

/** Measures one case after another; the page is written after each, so that what was measured is never lost. */
export const writeRows = async <Case, Row>(
  cases: readonly Case[],
  page: string,
  {
    measure,
    rowOf,
    pageOf,
  }: {
    readonly measure: (each: Case) => Promise<Row>;
    readonly rowOf: (row: Row) => string;
    readonly pageOf: (rows: readonly Row[]) => string;
  },
): Promise<void> => {
  const rows: Row[] = [];
  for (const each of cases) {
    rows.push(await measure(each));
    process.stderr.write(`${rowOf(rows.at(-1) as Row)}\n`);
    writeFileSync(page, pageOf(rows));
  }
  process.stdout.write(pageOf(rows));
};

/** The design's budgets: held by the tests, and printed beside what was measured (`npm run bench`). */
import { appendFileSync, readFileSync } from "node:fs";

/** What one of a kind may cost at most. */
export const BUDGETS = {
  /** Write units in the table, and with the indexes. */
  transfer: { table: 6, whole: 8 },
  /** Write units in the table: pools never sit in the transaction. */
  toPool: { table: 4 },
  /** Write units in the table, 2 h or 14 h in minute precision. */
  booking: { table: 12 },
  /** Write units in the table, named or secret. */
  ballot: { table: 4 },
  /** Read units of a search among 50,000 spaces. */
  search: { readUnits: 48 },
  /** Minified KB that a function loads at its start. */
  bundle: { kilobytes: 400 },
  /** Microseconds of own processor time a request, without the engine: the median. */
  request: { cpuMicros: 300 },
  /** Write units a settled order, amortised. */
  settlement: { table: 3 },
  /** Seconds of one core for 1,000,000 ballots by any method: "seconds" in the design, held to mean below ten. */
  tally: { ballots: 1_000_000, seconds: 10 },
} as const;

/** What a budget test counted of one operation. */
export interface Counted {
  readonly budget: keyof typeof BUDGETS;
  readonly what: string;
  /** Write units in the table and in its indexes. */
  readonly table: number;
  readonly indexes: number;
  /** Write calls. */
  readonly calls: number;
  /** Read units. */
  readonly reads: number;
}

/** Names the file that gathers what the budget tests count. */
export const COUNTED_VARIABLE = "LINLI_COUNTED";

/** Adds to the gathering file, where there is one: in the benchmark, not in a test run. */
export const recordCounted = ({ budget, what, table, indexes, calls, reads }: Counted): void => {
  const file = process.env[COUNTED_VARIABLE];
  if (file !== undefined) {
    appendFileSync(file, `${JSON.stringify({ budget, what, table, indexes, calls, reads } satisfies Counted)}\n`);
  }
};

/** What was gathered, in the order of the tests. */
export const readCounted = (file: string): Counted[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Counted);

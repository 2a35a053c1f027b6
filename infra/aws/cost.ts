/**
 * `node infra/aws/cost.ts` writes `docs/cost.md`: what 100,000 residents cost a month, from the measured table of write
 * units, an assumed month and assumed prices. Change an assumption here and run it again; a test compares the page.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { jobNames } from "../districts/schedules.ts";
import { apiFunctions } from "./plan.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** The measured table, and the page made from it. */
export const unitsFile = `${ROOT}docs/bench/write-units.md`;
export const costFile = `${ROOT}docs/cost.md`;

const RESIDENTS = 100_000;
const MILLION = 1_000_000;
const BYTES_PER_GB = 1_000_000_000;
const DAYS_PER_MONTH = 30;
const MINUTES_PER_MONTH = DAYS_PER_MONTH * 24 * 60;
/** Journal entries and lists stand in about one whole-item index besides the table. */
const COPIES = 2;
/** Storage is that of a district which has run for so long. */
const MONTHS_STORED = 12;

/** Dollars in us-east-1, from memory on 2026-11-25 and not looked up: check each against the AWS price list. */
const PRICES = {
  "DynamoDB, million write units": 0.625,
  "DynamoDB, million read units": 0.125,
  "DynamoDB, GB-month": 0.25,
  "DynamoDB point-in-time recovery, GB-month": 0.2,
  "HTTP API, million requests": 1,
  "Lambda arm64, million GB-seconds": 13.3334,
  "Lambda, million requests": 0.2,
  "EventBridge, million custom events": 1,
  "CloudWatch Logs, GB taken in": 0.5,
  "CloudWatch, alarm": 0.1,
  "CloudWatch, custom metric": 0.3,
  "CloudWatch, dashboard": 3,
} as const;
type Price = keyof typeof PRICES;

/** How often a resident does what in a month: a lively district, not a measured one. */
const MONTH: Readonly<Record<string, number>> = {
  "transfer, member to member, typical memo": 2,
  "donation, member to pool": 0.2,
  "reward from an open pool": 4,
  "redemption, with stock": 1,
  "redemption delivered": 1,
  "hold, typical memo": 0.5,
  "post of a hold, whole": 0.5,
  "payment request made": 0.5,
  "payment request accepted": 0.4,
  "reversal, typical memo": 0.02,
  "account read": 10,
  "statement, a page of 20": 4,
};

/** What a call takes besides the table's units, and what runs without calls. */
const ASSUMED = {
  callSeconds: 0.025,
  streamSeconds: 0.03,
  functionGb: 0.5,
  logBytesPerCall: 600,
  jobRunsPerMonth: MINUTES_PER_MONTH / 15 + MINUTES_PER_MONTH / 5 + MINUTES_PER_MONTH / 60 + 2 * DAYS_PER_MONTH,
  jobSeconds: 5,
  /** Read units of the jobs for each resident and day: every account is looked at for expiry and checkpoints. */
  jobReadsPerResidentDay: 3,
  metrics: 1,
} as const;

/** Functions of a district: of the API, of the jobs, bootstrap, migrate-shapes, the stream's consumer. */
const FUNCTIONS = apiFunctions().length + jobNames.length + 3;
/**
 * Metrics that alarms watch, which is what is charged: two of each function, silence of each job, two queues, the
 * stream's age, the API, the table, the journal.
 */
export const ALARM_METRICS = 2 * FUNCTIONS + jobNames.length + 2 + 1 + 2 + 2 + 1;

interface Row {
  readonly bytes: number;
  readonly units: number;
  readonly indexUnits: number;
  readonly readUnits: number;
}

/** Rows of the measured table by operation. */
const rowsOf = (page: string): ReadonlyMap<string, Row> =>
  new Map(
    page.split("\n").flatMap((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      const [, name = "", , bytes = "", units, indexUnits, , , readUnits] = cells;
      if (cells.length < 10 || !/^\d+$/.test(units ?? "")) return [];
      const row = {
        bytes: Number.parseInt(bytes, 10) || 0,
        units: Number(units),
        indexUnits: Number(indexUnits),
        readUnits: Number(readUnits),
      };
      return [[name, row] as const];
    }),
  );

interface Usage {
  readonly price: Price;
  readonly amount: number;
  readonly from: string;
}

const usageOf = (rows: ReadonlyMap<string, Row>): Usage[] => {
  const total = (of: (row: Row) => number): number =>
    Object.entries(MONTH).reduce((sum, [name, times]) => {
      const row = rows.get(name);
      if (!row) throw new Error(`the measured table has no row "${name}"`);
      return sum + of(row) * times * RESIDENTS;
    }, 0);
  const calls = total(() => 1);
  const changes = total((row) => (row.units > 0 ? 1 : 0));
  const writes = total((row) => row.units + row.indexUnits);
  const jobReads = ASSUMED.jobReadsPerResidentDay * RESIDENTS * DAYS_PER_MONTH;
  const reads = total((row) => row.readUnits) + jobReads;
  const storedGb = (total((row) => row.bytes) * COPIES * MONTHS_STORED) / BYTES_PER_GB;
  const runs = calls + changes + ASSUMED.jobRunsPerMonth;
  const seconds =
    calls * ASSUMED.callSeconds + changes * ASSUMED.streamSeconds + ASSUMED.jobRunsPerMonth * ASSUMED.jobSeconds;
  return [
    { price: "DynamoDB, million write units", amount: writes / MILLION, from: "measured units × assumed month" },
    { price: "DynamoDB, million read units", amount: reads / MILLION, from: "measured units × month, and the jobs" },
    { price: "DynamoDB, GB-month", amount: storedGb, from: `measured bytes × ${MONTHS_STORED} months × ${COPIES}` },
    { price: "DynamoDB point-in-time recovery, GB-month", amount: storedGb, from: "the same bytes" },
    { price: "HTTP API, million requests", amount: calls / MILLION, from: "assumed month" },
    { price: "Lambda, million requests", amount: runs / MILLION, from: "calls, changes, runs of jobs" },
    {
      price: "Lambda arm64, million GB-seconds",
      amount: (seconds * ASSUMED.functionGb) / MILLION,
      from: `${ASSUMED.callSeconds * 1_000} ms a call, ${ASSUMED.functionGb} GB`,
    },
    { price: "EventBridge, million custom events", amount: changes / MILLION, from: "an event a change" },
    {
      price: "CloudWatch Logs, GB taken in",
      amount: (runs * ASSUMED.logBytesPerCall) / BYTES_PER_GB,
      from: `${ASSUMED.logBytesPerCall} bytes a call`,
    },
    { price: "CloudWatch, alarm", amount: ALARM_METRICS, from: "the template" },
    { price: "CloudWatch, custom metric", amount: ASSUMED.metrics, from: "the template" },
    { price: "CloudWatch, dashboard", amount: 1, from: "the template" },
  ];
};

const money = (dollars: number): string => dollars.toFixed(2);

/** The page as text, from the text of the measured table. Throws when a row of the assumed month is not in it. */
export const costPage = (units: string): string => {
  const usage = usageOf(rowsOf(units));
  const lines = usage.map(({ price, amount, from }) => {
    const cells = [price, PRICES[price], amount.toFixed(2), money(PRICES[price] * amount), from];
    return `| ${cells.join(" | ")} |`;
  });
  const sum = usage.reduce((total, { price, amount }) => total + PRICES[price] * amount, 0);
  const month = Object.entries(MONTH).map(([name, times]) => `| ${name} | ${times} |`);
  return `# What a district costs

**${money(sum)} dollars a month for 100,000 residents**, made by \`node infra/aws/cost.ts\` (a test compares), if:

- **Prices** are those of us-east-1 in dollars, **from memory on 2026-11-25, not looked up**: check each against AWS's
  price list. The China regions have prices of their own in yuan. No free tier, tax or transfer out is counted.
- **The month** below is a lively district's, not a measured one.
- Units and bytes of each operation are measured: [write-units](bench/write-units.md).

| what | dollars each | amount | dollars | from |
| :-- | --: | --: | --: | :-- |
${lines.join("\n")}
| **sum** | | | **${money(sum)}** | ${((sum / RESIDENTS) * 100).toFixed(3)} cents a resident |

A resident's month:

| operation | times |
| :-- | --: |
${month.join("\n")}

Not in it: the edge (CloudFront and WAF have a price a month and a request), a key of the district's own, tracing,
exports to S3. CloudWatch's metrics for each route are off: at about six metrics a route they would cost more than
everything else, and the access log has the same numbers.
`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(costFile, costPage(readFileSync(unitsFile, "utf8")));
}

/** All scheduled jobs behind one entry: Lambda is invoked with the name of a job, the local server runs one by name. */
import type { CloudFormationCustomResourceEvent, Context } from "aws-lambda";
import * as z from "zod";
import type { JobAction } from "../../schemas/operation.ts";
import type { Deps } from "../shared/deps.ts";
import { type Env, makeDeps, type Overrides } from "../shared/env.ts";
import { type Job, type Report, RUN_ACTIONS, runJob } from "../shared/jobs.ts";
import { answerDeploy } from "./deploy.ts";

interface Entry {
  readonly run: (deps: Deps, deadlineMs: number) => Promise<Report>;
  readonly actions: () => Promise<readonly JobAction[]>;
}

/** A job whose code is loaded when it runs: a function on AWS has one job and starts with that context's code alone. */
const entry = <Cursor>(load: () => Promise<Job<Cursor>>): Entry => ({
  run: async (deps, deadlineMs) => runJob({ ...(await load()), deps, deadlineMs }),
  actions: async () => [...new Set([...RUN_ACTIONS, ...(await load()).actions])].sort(),
});

const ledger = () => import("../ledger/jobs.ts");
const residents = () => import("../residents/jobs.ts");
const timebank = () => import("../timebank/jobs.ts");
const fund = () => import("../fund/jobs.ts");

/** Every job by its name. */
const jobs = {
  bootstrap: entry(async () => (await residents()).bootstrapJob),
  "migrate-shapes": entry(async () => (await import("../shared/migrate.ts")).migrateShapesJob),
  "pool-fold": entry(async () => (await ledger()).poolFoldJob),
  "hold-expiry": entry(async () => (await ledger()).holdExpiryJob),
  "points-expiry": entry(async () => (await ledger()).pointsExpiryJob),
  "balance-checkpoint": entry(async () => (await ledger()).balanceCheckpointJob),
  "ledger-seal": entry(async () => (await ledger()).ledgerSealJob),
  "finish-erasures": entry(async () => (await residents()).finishErasuresJob),
  "orders-due": entry(async () => (await timebank()).ordersDueJob),
  "fund-calls": entry(async () => (await fund()).fundCallsJob),
  "fund-reports": entry(async () => (await fund()).fundReportsJob),
  "fund-expiry": entry(async () => (await fund()).fundExpiryJob),
  "bookings-due": entry(async () => (await import("../parking/jobs.ts")).bookingsDueJob),
  "parking-days": entry(async () => (await import("../parking/jobs.ts")).parkingDaysJob),
  "parking-waitlist": entry(async () => (await import("../parking/jobs.ts")).parkingWaitlistJob),
  "timebank-settlement": entry(async () => (await timebank()).settlementJob),
  "timebank-solvency": entry(async () => (await timebank()).solvencyJob),
  "polls-due": entry(async () => (await import("../polls/jobs.ts")).pollsDueJob),
} as const satisfies Record<string, Entry>;

export type JobName = keyof typeof jobs;

/** Names of all jobs, as schedules and `POST /_local/jobs/{job}` give them. */
export const jobNames = Object.keys(jobs) as readonly JobName[];

/** DynamoDB actions that a job needs, its run's record included; sorted. */
export const jobActions = (name: JobName): Promise<readonly JobAction[]> => jobs[name].actions();

/** Time kept free at the end of a function's own limit, for the page at work and its record. */
const RESERVE_MS = 20_000;
/** Time of one run where nothing else limits it. */
const RUN_MS = 10 * 60_000;

/**
 * Runs a job now with given dependencies; throws for a name that is not a job's. `deadlineMs` is an instant of the
 * injected clock.
 */
export const runNamed = async (
  name: string,
  deps: Deps,
  deadlineMs = deps.clock.now().getTime() + RUN_MS,
): Promise<Report> => {
  if (!Object.hasOwn(jobs, name)) throw new RangeError(`no job is called ${name}: ${jobNames.join(", ")}`);
  return jobs[name as JobName].run(deps, deadlineMs);
};

/** What the jobs bundle exports to the local server. */
export interface JobsEntry {
  readonly create: (env: Env, overrides?: Overrides) => { run(name: string): Promise<Report> };
  readonly handler: (event: unknown, context: Context) => Promise<Report>;
  readonly jobNames: readonly JobName[];
}

/** Makes the jobs from the environment, with a clock and an observer of the caller's own. */
export const create: JobsEntry["create"] = (env, overrides) => {
  const deps = makeDeps(env, "jobs", overrides);
  return { run: (name) => runNamed(name, deps) };
};

/** Input of a schedule; a schedule may add members of its own. */
const Invocation = z.object({ job: z.string() });

let ready: Deps | undefined;

/**
 * Lambda entry: runs the job that the event names until shortly before the function's own limit; a run cut short is
 * resumed by the next.
 */
export const handler: JobsEntry["handler"] = (event, context) => start(Invocation.parse(event).job, context);

/** Lambda entry at a deploy: bootstraps the district before CloudFormation goes on, or fails the deploy. */
export const onDeploy = (event: CloudFormationCustomResourceEvent, context: Context): Promise<void> =>
  answerDeploy(event, () => start("bootstrap", context));

const start = (job: string, context: Context): Promise<Report> => {
  ready ??= makeDeps(process.env as unknown as Env, "jobs");
  const left = Math.max(context.getRemainingTimeInMillis() - RESERVE_MS, 1);
  return runNamed(job, ready, ready.clock.now().getTime() + left);
};

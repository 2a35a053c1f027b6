/**
 * The one path of every job: pages of work under a deadline, a cursor kept after each page, failures set aside with
 * their reasons.
 *
 * A job's effects are conditional writes of their own, so a page may be done twice or by two runners and counts once.
 * The run's record only says where to go on: after a crash or at the deadline the next run resumes there, and of two
 * runners at one record the slower one stops.
 */
import * as z from "zod";
import type { JobAction, TableAction } from "../../schemas/operation.ts";
import type { Deps } from "./deps.ts";
import { Busy } from "./dynamo.ts";
import type { Actor } from "./policy.ts";
import { create, type Item, type Key, replace } from "./write.ts";

/** Who acts when a job acts: no person, no role. A fixed UUID of version 8, so that journals can name it. */
export const SYSTEM_ACTOR: Actor = { id: "00000000-0000-8000-8000-000000000001", roles: [], communities: [] };

/** Most failures kept on a record with their reasons; all are counted. */
export const FAILURES_KEPT_MAX = 20;
/** What every run does for its own record: find the run before, keep its place. */
export const RUN_ACTIONS: readonly TableAction[] = ["PutItem", "Query"];
/** Most pages of one run, against a cursor that does not move. */
const PAGES_MAX = 1_000_000;
/** A run older than this is not resumed: the state has moved on, and starting over costs no more than one pass. */
const RESUME_MS = 6 * 60 * 60_000;
/** Records are dropped after this long. */
const KEEP_SECONDS = 90 * 24 * 60 * 60;
const REASON_MAX = 200;

/** What became of one item. */
export type Outcome = "changed" | "unchanged";

export interface Failure {
  /** Opaque id of the item. */
  readonly item: string;
  /** Code of a refusal or message of a fault. */
  readonly reason: string;
}

export interface Counts {
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** Numbers of a job's own by name, such as minutes or write units. */
export type Sums = Readonly<Record<string, number>>;

/** Most names among a run's sums; what comes under a further name is added to `other`. */
export const SUMS_MAX = 40;

/** What one page of work did; `next` is null after the last one. */
export interface JobPage<Cursor> {
  readonly next: Cursor | null;
  readonly changed: number;
  readonly unchanged: number;
  readonly failures: readonly Failure[];
  /** Added up on the run's record. */
  readonly sums?: Sums;
}

export interface Job<Cursor> {
  readonly name: string;
  /** Shape of the cursor when it comes back from the record. */
  readonly cursor: z.ZodType<Cursor>;
  /** DynamoDB actions of its pages, the source of its function's permissions; `RUN_ACTIONS` come on top. */
  readonly actions: readonly JobAction[];
  /**
   * Does one page, from the cursor on (undefined at the start). Anything it throws fails the run, whose record stays
   * at the page before.
   */
  readonly page: (cursor: Cursor | undefined, deps: Deps) => Promise<JobPage<Cursor>>;
}

export interface RunOptions<Cursor> extends Job<Cursor> {
  readonly deps: Deps;
  /** Instant (ms) after which no further page is begun. */
  readonly deadlineMs: number;
}

/** What a run reports. `paused`: the deadline came, the next run goes on; `taken-over`: another runner has this run. */
export interface Report {
  readonly job: string;
  readonly run: string;
  readonly state: "finished" | "paused" | "taken-over";
  readonly resumed: boolean;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly pages: number;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  /** Where the job counts numbers of its own. */
  readonly sums?: Sums;
}

interface Progress {
  readonly key: Key;
  readonly startedMs: number;
  readonly revision: number;
  readonly cursor: unknown;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  readonly sums: Sums;
}

/** Adds two sets of sums by name. */
export const addSums = (a: Sums, b: Sums): Sums => {
  const sums: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const known = Object.hasOwn(sums, name) || Object.keys(sums).length < SUMS_MAX;
    const under = known ? name : "other";
    sums[under] = (sums[under] ?? 0) + value;
  }
  return sums;
};

/** Key of a run's record. */
export const runKey = (job: string, run: string): Key => ({ pk: `JOB#${job}`, sk: `R#${run}` });

/** Does `work` on each item; one that fails is set aside with its reason and the rest go on. */
export const eachItem = async <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  work: (item: T) => Promise<Outcome>,
): Promise<Omit<JobPage<never>, "next">> => {
  let changed = 0;
  let unchanged = 0;
  const failures: Failure[] = [];
  for (const item of items) {
    try {
      if ((await work(item)) === "changed") changed += 1;
      else unchanged += 1;
    } catch (error) {
      failures.push({ item: nameOf(item), reason: reasonOf(error) });
    }
  }
  return { changed, unchanged, failures };
};

/** What is kept of an error as the reason why an item was set aside. */
export const reasonOf = (error: unknown): string => {
  const text = error instanceof Busy ? `busy: ${error.message}` : error instanceof Error ? error.message : "unknown";
  return text.slice(0, REASON_MAX);
};

/** Runs a job to its end or its deadline, resuming the run before when that was cut short. */
export const runJob = async <Cursor>(options: RunOptions<Cursor>): Promise<Report> => {
  const { deps, name } = options;
  let { progress, resumed } = await begin(options);
  deps.log.info("job.started", { job: name, run: progress.key.sk, resumed });
  let state: Report["state"] = "paused";
  let pages = 0;
  while (pages < PAGES_MAX && deps.clock.now().getTime() < options.deadlineMs) {
    const cursor = progress.cursor === null ? undefined : options.cursor.parse(progress.cursor);
    const page = await options.page(cursor, deps);
    pages += 1;
    for (const { item, reason } of page.failures) deps.log.error("job.item-failed", { job: name, item, reason });
    const moved = advanced(progress, page);
    const kept = await deps.db.commit([replace(itemOf(moved, page.next === null, deps), "rev", progress.revision)]);
    progress = moved;
    if (!kept.ok || page.next === null) {
      state = kept.ok ? "finished" : "taken-over";
      break;
    }
  }
  const { counts, failures, sums, startedMs, key } = progress;
  deps.log.info("job.finished", { job: name, run: key.sk, state, ...counts });
  return {
    job: name,
    run: key.sk.slice(2),
    state,
    resumed,
    startedAt: new Date(startedMs).toISOString(),
    endedAt: deps.clock.now().toISOString(),
    pages,
    counts,
    failures,
    ...(Object.keys(sums).length === 0 ? {} : { sums }),
  };
};

const advanced = <Cursor>(progress: Progress, page: JobPage<Cursor>): Progress => ({
  ...progress,
  revision: progress.revision + 1,
  cursor: page.next,
  counts: {
    changed: progress.counts.changed + page.changed,
    unchanged: progress.counts.unchanged + page.unchanged,
    failed: progress.counts.failed + page.failures.length,
  },
  failures: [...progress.failures, ...page.failures].slice(0, FAILURES_KEPT_MAX),
  sums: addSums(progress.sums, page.sums ?? {}),
});

const begin = async <Cursor>({
  name,
  deps,
  cursor,
}: RunOptions<Cursor>): Promise<{ progress: Progress; resumed: boolean }> => {
  const now = deps.clock.now().getTime();
  const [latest] = (await deps.db.query({ partition: `JOB#${name}`, prefix: "R#", descending: true, limit: 1 })).items;
  if (latest?.state === "running" && now - Number(latest.start) < RESUME_MS) {
    const progress = toProgress(latest);
    // A cursor that an older version left is not understood: the run starts over.
    if (progress.cursor === null || cursor.safeParse(progress.cursor).success) return { progress, resumed: true };
  }
  const progress: Progress = {
    key: runKey(name, deps.ids.next()),
    startedMs: now,
    revision: 1,
    cursor: null,
    counts: { changed: 0, unchanged: 0, failed: 0 },
    failures: [],
    sums: {},
  };
  const made = await deps.db.commit([create(itemOf(progress, false, deps))]);
  if (!made.ok) throw new Error("a fresh run id was taken");
  return { progress, resumed: false };
};

const itemOf = (progress: Progress, finished: boolean, { clock }: Pick<Deps, "clock">): Item => ({
  ...progress.key,
  state: finished ? "finished" : "running",
  start: progress.startedMs,
  touched: clock.now().getTime(),
  rev: progress.revision,
  cur: JSON.stringify(progress.cursor),
  n: { ...progress.counts },
  fail: progress.failures.map((failure) => ({ ...failure })),
  ...(Object.keys(progress.sums).length === 0 ? {} : { sums: { ...progress.sums } }),
  ttl: Math.floor(progress.startedMs / 1_000) + KEEP_SECONDS,
});

const toProgress = (item: Item): Progress => ({
  key: { pk: item.pk, sk: item.sk },
  startedMs: item.start as number,
  revision: item.rev as number,
  cursor: JSON.parse(String(item.cur)) as unknown,
  counts: item.n as Counts,
  failures: item.fail as Failure[],
  sums: (item.sums as Sums | undefined) ?? {},
});

/** A run as its record tells, for those who watch over a job. */
export interface RunRecord {
  readonly id: string;
  readonly state: "running" | "finished";
  readonly startedMs: number;
  /** When its last page was kept. */
  readonly touchedMs: number;
  readonly cursor: unknown;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  readonly sums: Sums;
}

const toRecord = (item: Item): RunRecord => {
  const { startedMs, cursor, counts, failures, sums } = toProgress(item);
  const state = item.state as RunRecord["state"];
  return { id: item.sk.slice(2), state, startedMs, touchedMs: item.touched as number, cursor, counts, failures, sums };
};

/** One run of a job; undefined where there is none, or its record has been dropped. */
export const runOf = async (db: Deps["db"], job: string, run: string): Promise<RunRecord | undefined> => {
  const item = await db.get(runKey(job, run));
  return item && toRecord(item);
};

/** Runs of a job, the newest first, from before the run `before` on. */
export const runsOf = async (
  db: Deps["db"],
  job: string,
  before: string | undefined,
  limit: number,
): Promise<{ readonly runs: readonly RunRecord[]; readonly next: string | null }> => {
  const after = before === undefined ? {} : { after: { ...runKey(job, before) } };
  const { pk } = runKey(job, "");
  const { items, last } = await db.query({ partition: pk, prefix: "R#", descending: true, limit, ...after });
  const runs = items.map(toRecord);
  return { runs, next: last ? (runs.at(-1)?.id ?? null) : null };
};

/** Cursor of a job that goes through a list that the district's file gives. */
export const IndexCursor = z.strictObject({ index: z.int().min(0) });

/** A job that is done in one page by `actions`; `work` returns how many items it changed. */
export const wholeJob = (
  name: string,
  actions: readonly TableAction[],
  work: (deps: Deps) => Promise<number>,
): Job<never> => ({
  name,
  cursor: z.never(),
  actions,
  page: async (_cursor, deps) => ({ next: null, changed: await work(deps), unchanged: 0, failures: [] }),
});

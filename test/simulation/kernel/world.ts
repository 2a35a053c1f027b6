/** A district in memory: the real handlers and jobs on the engine in memory, under a scheduler and a clock of ours. */
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { jobActions, jobNames, runNamed } from "../../../functions/jobs/index.ts";
import type { HttpHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { makeDeps } from "../../../functions/shared/env.ts";
import { silentLog } from "../../../functions/shared/log.ts";
import type { Actor } from "../../../functions/shared/policy.ts";
import type { District } from "../../../schemas/district.ts";
import { HOUR, TestClock } from "../../support/clock.ts";
import { MemoryTable, memoryClient } from "../../support/engine/memory.ts";
import { seededRandom } from "../../support/faults.ts";
import type { Mutant } from "./mutants.ts";
import { as, makeTask, Scheduler } from "./scheduler.ts";

// What is loaded at its first use takes as long as the machine pleases: so before any play.
await Promise.all([...jobNames.map(jobActions), import("rrule-temporal")]);

/** A Monday noon in Shaoxing. */
export const START = "2026-06-15T04:00:00.000Z";
/** Longest that the plays last whose ends are told in hours after the start; a longer one ends as much later. */
const PLAY_MS = 10 * HOUR;
/** Processes that answer requests, each with a clock a little ahead of the last one's. */
const SERVERS = 2;
const SKEW_MS = 120;
/** Times that a client asks again under its key before the play counts as stuck. */
const TRIES_MAX = 80;
/** Chance that the process that answers a request dies under it. */
const CRASH_RATE = 0.03;
const CRASH_REQUESTS_MAX = 4;

/** Moves the clock to where all that a play can have begun is over, so many milliseconds after its start. */
export const toTheEnd = ({ clock }: Pick<World, "clock">, afterMs: number): void => {
  const later = Math.max(clock.now().getTime() - Date.parse(START) - PLAY_MS, 0);
  clock.set(new Date(Date.parse(START) + later + afterMs).toISOString());
};

/** A request as a client makes it; sent again unchanged until its outcome is known. */
export interface Send {
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  /** Left out by whoever must not say who they are. */
  readonly actor?: Actor | undefined;
  readonly key: string;
  readonly body?: unknown;
  readonly revision?: number;
}

/** What became of a request. */
export interface Outcome {
  readonly status: number;
  /** Code of the refusal, if it is one. */
  readonly code?: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers have every shape
  readonly body: any;
}

/** What answers the requests of a play: the dependencies of one process, made into a context's real handler. */
export type Surface = (deps: Deps) => HttpHandler;

/** What every part of a play is given. */
export interface World {
  readonly random: () => number;
  readonly clock: TestClock;
  readonly district: District;
  readonly table: MemoryTable;
  readonly scheduler: Scheduler;
  /** Dependencies of each process; the first is also the jobs'. */
  readonly servers: readonly Deps[];
  /** What the processes logged as faults. */
  readonly faults: string[];
  /** A fresh UUID, the same in each play of the seed. */
  readonly id: () => string;
  /** Sends a request until its outcome is known; undefined when it is not after `tries`. */
  send(request: Send): Promise<Outcome>;
  send(request: Send, tries: number | undefined): Promise<Outcome | undefined>;
  /** Runs a job, dying at a random request the first `crashes` times, then to its end. */
  run(job: string, crashes: number): Promise<void>;
}

const encode = (actor: Actor): string => Buffer.from(JSON.stringify(actor)).toString("base64url");

const counter = (prefix: string): (() => string) => {
  let count = 0;
  return () => `${prefix}-8000-${(++count).toString(16).padStart(12, "0")}`;
};

const eventOf = ({ method, path, actor, key, body, revision }: Send): APIGatewayProxyEventV2 => {
  const [rawPath = "", query = ""] = path.split("?");
  return {
    version: "2.0",
    rawPath,
    rawQueryString: query,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    headers: {
      ...(actor === undefined ? {} : { authorization: `Bearer ${encode(actor)}` }),
      "content-type": "application/json",
      "idempotency-key": key,
      "accept-language": "en",
      ...(revision === undefined ? {} : { "if-match": `"${revision}"` }),
    },
    requestContext: { requestId: key, http: { method, path: rawPath } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
};

const server = (
  index: number,
  world: Pick<World, "district" | "clock" | "scheduler" | "random" | "faults">,
  table: MemoryTable,
) => {
  const { district, clock, scheduler, random, faults } = world;
  const skewed = { now: () => new Date(clock.now().getTime() + index * SKEW_MS) };
  const next = counter(`0190a000-000${index}-7000`);
  const deps = makeDeps({ LINLI_TABLE: "simulated" }, "simulation", {
    client: memoryClient(table, scheduler.carry),
    district,
    clock: skewed,
    ids: { next },
    random,
    sleep: async () => undefined,
    log: { ...silentLog, error: (_code, _fields, error) => void faults.push(String((error as Error)?.stack ?? error)) },
  });
  // Tokens are not what is simulated: signatures are checked in threads, whose order no seed decides.
  const verify = async (token: string) => ({
    actor: JSON.parse(Buffer.from(token, "base64url").toString()) as Actor,
    issuedAt: 0,
  });
  return { ...deps, verify };
};

const isKnown = ({ status }: Outcome): boolean => status !== 503;

/** Makes the world of a seed whose requests a surface answers; `mutant` spoils the processes on purpose. */
export const makeWorld = (seed: number, district: District, surface: Surface, mutant?: Mutant): World => {
  const random = seededRandom(seed);
  const scheduler = new Scheduler(random);
  const clock = new TestClock(START);
  const table = new MemoryTable();
  const base = { district, clock, scheduler, random, faults: [] as string[] };
  const plain = Array.from({ length: SERVERS }, (_, index) => server(index, base, table));
  const servers: readonly Deps[] = mutant ? plain.map((deps) => mutant.spoil(deps)) : plain;
  const handlers: readonly HttpHandler[] = servers.map((deps) => surface(deps));
  const once = async (request: Send): Promise<Outcome | undefined> => {
    const dies = random() < CRASH_RATE ? 1 + Math.floor(random() * CRASH_REQUESTS_MAX) : undefined;
    const task = makeTask(request.path, dies);
    const handler = handlers[Math.floor(random() * handlers.length)] as HttpHandler;
    const reply = await Promise.race([as(task, () => handler(eventOf(request), {} as Context)), task.dead]);
    if (reply === undefined) return undefined;
    const body = reply.body === undefined ? undefined : JSON.parse(reply.body);
    return { status: Number(reply.statusCode), body, ...(Number(reply.statusCode) < 400 ? {} : { code: body.code }) };
  };
  /** Jobs that run now, each as often as it does. */
  const atWork: string[] = [];
  return {
    ...base,
    table,
    servers,
    id: counter("0190b000-0000-7000"),
    send: (async (request: Send, most?: number) => {
      for (let tries = 0; tries < (most ?? TRIES_MAX); tries++) {
        const outcome = await once(request);
        if (outcome && isKnown(outcome)) return outcome;
      }
      if (most !== undefined) return undefined;
      throw new Error(`no outcome of ${request.method} ${request.path}`);
    }) as World["send"],
    run: async (job, crashes) => {
      let last: unknown;
      const deps = servers[0] as Deps;
      atWork.push(job);
      try {
        for (let tries = 0; tries < TRIES_MAX; tries++) {
          const dies = tries < crashes ? 1 + Math.floor(random() * 20) : undefined;
          const task = makeTask(job, dies);
          const work = as(task, () => runNamed(job, deps)).catch((error: unknown) => faultOf(error));
          const report = await Promise.race([work, task.dead]);
          last = report ?? last;
          if (report?.state === "finished" && report.counts.failed === 0) return;
          // Its double brings the run to its end; without one it was a late write of its own that took it over.
          if (report?.state === "taken-over" && atWork.filter((each) => each === job).length > 1) return;
        }
      } finally {
        atWork.splice(atWork.indexOf(job), 1);
      }
      throw new Error(`the job ${job} never came to its end: ${JSON.stringify(last)}`);
    },
  };
};

/** A run that met a fault of the table fails and is tried again; anything else is a finding. */
const faultOf = (error: unknown): undefined => {
  const name = (error as Error).name;
  const code = (error as { code?: string }).code;
  const busy = (error as Error).constructor.name === "Busy";
  if (busy || code === "ECONNRESET" || ["InternalServerError", "ThrottlingException"].includes(name)) return undefined;
  throw error;
};

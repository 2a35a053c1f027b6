/**
 * The whole platform in one process: engine, table, bundles, feed, scheduler and HTTP server, started in this order
 * and stopped in reverse.
 */
import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { JobsEntry } from "../../functions/jobs/index.ts";
import { roleGrantsOf } from "../../functions/residents/port.ts";
import type { HttpHandler } from "../../functions/shared/app.ts";
import { type Env, makeDeps, type Overrides } from "../../functions/shared/env.ts";
import type { HttpEntry } from "../../functions/shared/lambda.ts";
import type { Log } from "../../functions/shared/log.ts";
import type { District } from "../../schemas/district.ts";
import type { Context } from "../../schemas/operation.ts";
import { contexts } from "../../schemas/routes.ts";
import { bundleFunctions } from "../bundle.ts";
import { districtFile, loadDistrict } from "../districts/load.ts";
import { localClient } from "./client.ts";
import { LocalClock } from "./clock.ts";
import { consoleLog } from "./console-log.ts";
import { type Engine, type EngineOptions, startEngine } from "./engine.ts";
import { usualSubscribers } from "./feed/subscribers.ts";
import { type Feed, openFeed } from "./feed.ts";
import { type ServerOptions, serve } from "./http-server.ts";
import { createIssuer, type Issuer } from "./issuer.ts";
import { localRoutes } from "./local-routes.ts";
import { seedPeople } from "./people.ts";
import { StartRefused } from "./refused.ts";
import { startScheduler } from "./scheduler.ts";
import { emptyTable, ensureTable } from "./table.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface LocalOptions {
  /** Folder of everything that outlives a restart. */
  readonly dataDir: string;
  readonly districtId: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** A free port is taken where somebody else has `port`; otherwise the start is refused. */
  readonly portMayChange?: boolean;
  readonly engine?: Omit<EngineOptions, "dataFile">;
  /** HTTP endpoint that receives events (CloudEvents). */
  readonly eventsUrl?: string;
  /** Scheduled jobs run by the clock; tests run them by hand. */
  readonly schedule: boolean;
  /** "json": the lines that Lambda writes; "text": errors only, for people. Default "text". */
  readonly log?: "text" | "json";
}

export interface LocalApp {
  readonly url: string;
  readonly engine: Engine;
  readonly district: District;
  readonly clock: LocalClock;
  stop(): Promise<void>;
}

interface Parts {
  readonly env: Env;
  readonly district: District;
  readonly clock: LocalClock;
  readonly issuer: Issuer;
  readonly feed: Feed;
  /** Undefined leaves the functions to their own. */
  readonly log: Log | undefined;
}

const version = (): string =>
  (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version;

/** Bundles the functions and loads them, as Lambda would; each makes its own dependencies from the environment. */
const loadFunctions = async (dataDir: string, env: Env, overrides: Overrides) => {
  const outDir = join(dataDir, "bundles");
  const reports = await bundleFunctions({ outDir });
  const load = async <Entry>(name: string): Promise<Entry> => {
    const report = reports.find((candidate) => candidate.name === name);
    if (!report) throw new Error(`no bundle of ${name}`);
    return (await import(pathToFileURL(report.file).href)) as Entry;
  };
  const handlers: Partial<Record<Context, HttpHandler>> = {};
  for (const context of contexts) handlers[context] = (await load<HttpEntry>(context)).create(env, overrides);
  const { create, jobNames } = await load<JobsEntry>("jobs");
  return { handlers: handlers as Record<Context, HttpHandler>, jobs: create(env, overrides), jobNames };
};

const startFeed = async (options: LocalOptions, env: Env, overrides: Overrides & { district: District }) => {
  const { db, log } = makeDeps(env, "feed", overrides);
  const feed = openFeed({
    dir: join(options.dataDir, "feed"),
    db,
    district: overrides.district.id,
    subscribers: usualSubscribers({ file: join(options.dataDir, "events.ndjson"), url: options.eventsUrl }),
    log,
  });
  await feed.start();
  return feed;
};

/** Listens on the chosen port, or on a free one where that is taken and none was asked for. */
const listen = async (server: ServerOptions, { port, portMayChange = false }: LocalOptions) => {
  try {
    return await serve(server, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && portMayChange) return serve(server);
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const reason = code === "EACCES" ? "needs more rights than this user has" : "is taken by another program";
    throw new StartRefused(`Port ${port} ${reason}; choose another in LINLI_PORT, or 0 for a free one.`);
  }
};

/** Loads the functions, seeds the table and listens. */
const serveParts = async (options: LocalOptions, parts: Parts, client: DynamoDBClient) => {
  const { env, district, clock, issuer, feed, log } = parts;
  const overrides: Overrides = { clock, observer: feed.observer, ...(log ? { log } : {}) };
  const { handlers, jobs, jobNames } = await loadFunctions(options.dataDir, env, overrides);
  const deps = makeDeps(env, "local", { ...overrides, district });
  const seed = async () => {
    await jobs.run("bootstrap");
    await seedPeople(deps);
  };
  await seed();
  const local = localRoutes({
    district,
    issuer,
    clock,
    jobNames,
    runJob: (name) => jobs.run(name),
    reset: async () => {
      await emptyTable(client, env.LINLI_TABLE);
      clock.reset();
      await seed();
    },
    grants: (sub) => roleGrantsOf(deps.db, sub),
  });
  const http = await listen({ handlers, local, log: deps.log }, options);
  const schedule = () =>
    startScheduler(
      district,
      (name) => jobs.run(name),
      (job, error) => deps.log.error("job.failed", { job }, error),
    );
  return { http, schedule };
};

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { message } = error as Error;
    throw new StartRefused(`The data folder cannot be used (${message}); choose another in LINLI_DATA.`);
  }
};

/** Starts everything; throws a readable error when a part cannot start, with the parts before it stopped. */
export const startLocal = async (options: LocalOptions): Promise<LocalApp> => {
  const started: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts(options, (end) => started.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Each part that was started is told to `started` with the way to end it. */
const startParts = async (options: LocalOptions, started: (end: () => unknown) => void) => {
  const { dataDir } = options;
  const district = loadDistrict(options.districtId);
  makeFolder(dataDir);
  const log = options.log === "json" ? undefined : consoleLog();
  const clock = new LocalClock({ file: join(dataDir, "clock.json") });
  const engine = await startEngine({ ...options.engine, dataFile: join(dataDir, "linli.db") });
  started(() => engine.stop());
  const { issuer: iss, audience } = district.auth;
  const issuer = await createIssuer({ issuer: iss, audience, dataDir });
  const env: Env = {
    LINLI_TABLE: `linli-${district.id}`,
    LINLI_DISTRICT: districtFile(district.id),
    LINLI_VERSION: version(),
    LINLI_DYNAMODB_ENDPOINT: engine.endpoint,
    LINLI_JWKS: JSON.stringify(issuer.jwks()),
  };
  const client = localClient(engine.endpoint);
  started(() => client.destroy());
  await ensureTable(client, env.LINLI_TABLE);
  const feed = await startFeed(options, env, { clock, district, ...(log ? { log } : {}) });
  started(() => feed.stop());
  const { http, schedule } = await serveParts(options, { env, district, clock, issuer, feed, log }, client);
  started(() => http.close());
  if (options.schedule) {
    const scheduler = schedule();
    started(() => scheduler.stop());
  }
  return { url: http.url, engine, district, clock };
};

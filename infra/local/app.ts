/**
 * The whole platform in one process: engine, table, bundles, feed, scheduler and HTTP server, started in this order
 * and stopped in reverse.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { JobsEntry } from "../../functions/jobs/index.ts";
import { roleGrantsOf } from "../../functions/residents/port.ts";
import type { HttpHandler } from "../../functions/shared/app.ts";
import type { CommitObserver } from "../../functions/shared/dynamo.ts";
import { type Env, makeDeps, type Overrides } from "../../functions/shared/env.ts";
import type { HttpEntry } from "../../functions/shared/lambda.ts";
import type { District } from "../../schemas/district.ts";
import type { Context } from "../../schemas/operation.ts";
import { contexts } from "../../schemas/routes.ts";
import { bundleFunctions } from "../bundle.ts";
import { districtFile, loadDistrict } from "../districts/load.ts";
import { localClient } from "./client.ts";
import { LocalClock } from "./clock.ts";
import { type Engine, type EngineOptions, startEngine } from "./engine.ts";
import { usualSubscribers } from "./feed/subscribers.ts";
import { type Feed, openFeed } from "./feed.ts";
import { serve } from "./http-server.ts";
import { createIssuer, type Issuer } from "./issuer.ts";
import { localRoutes } from "./local-routes.ts";
import { seedPeople } from "./people.ts";
import { type Scheduler, startScheduler } from "./scheduler.ts";
import { emptyTable, ensureTable } from "./table.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface LocalOptions {
  /** Folder of everything that outlives a restart. */
  readonly dataDir: string;
  readonly districtId: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly engine?: Omit<EngineOptions, "dataFile">;
  /** HTTP endpoint that receives events (CloudEvents). */
  readonly eventsUrl?: string;
  /** Scheduled jobs run by the clock; tests run them by hand. */
  readonly schedule: boolean;
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

const startFeed = async (options: LocalOptions, env: Env, district: District, clock: LocalClock): Promise<Feed> => {
  const feed = openFeed({
    dir: join(options.dataDir, "feed"),
    db: makeDeps(env, "feed", { clock, district }).db,
    district: district.id,
    subscribers: usualSubscribers({ file: join(options.dataDir, "events.ndjson"), url: options.eventsUrl }),
  });
  await feed.start();
  return feed;
};

const serveParts = async (options: LocalOptions, parts: Parts, engine: Engine) => {
  const { env, district, clock, issuer, feed } = parts;
  const observer: CommitObserver = feed.observer;
  const { handlers, jobs, jobNames } = await loadFunctions(options.dataDir, env, { clock, observer });
  const deps = makeDeps(env, "local", { clock, district, observer });
  const client = localClient(engine.endpoint);
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
  const http = await serve({ handlers, local }, options.port);
  const scheduler: Scheduler | undefined = options.schedule
    ? startScheduler(district, (name) => jobs.run(name))
    : undefined;
  return { http, scheduler };
};

/** Starts everything; throws a readable error when a part cannot start, with the parts before it stopped. */
export const startLocal = async (options: LocalOptions): Promise<LocalApp> => {
  mkdirSync(options.dataDir, { recursive: true });
  const district = loadDistrict(options.districtId);
  const clock = new LocalClock({ file: join(options.dataDir, "clock.json") });
  const engine = await startEngine({ ...options.engine, dataFile: join(options.dataDir, "linli.db") });
  try {
    const { issuer: iss, audience } = district.auth;
    const issuer = await createIssuer({ issuer: iss, audience, dataDir: options.dataDir });
    const env: Env = {
      LINLI_TABLE: `linli-${district.id}`,
      LINLI_DISTRICT: districtFile(district.id),
      LINLI_VERSION: version(),
      LINLI_DYNAMODB_ENDPOINT: engine.endpoint,
      LINLI_JWKS: JSON.stringify(issuer.jwks()),
    };
    await ensureTable(localClient(engine.endpoint), env.LINLI_TABLE);
    const feed = await startFeed(options, env, district, clock);
    const { http, scheduler } = await serveParts(options, { env, district, clock, issuer, feed }, engine);
    const stop = async () => {
      scheduler?.stop();
      await http.close();
      await feed.stop();
      await engine.stop();
    };
    return { url: http.url, engine, district, clock, stop };
  } catch (error) {
    await engine.stop();
    throw error;
  }
};

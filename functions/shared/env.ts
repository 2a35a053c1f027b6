/** From environment variables to dependencies: the same for Lambda, the local server and the tests. */
import { readFileSync } from "node:fs";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { District } from "../../schemas/district.ts";
import { makeVerifier } from "./auth.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Deps } from "./deps.ts";
import { type CommitObserver, makeClient, openDb } from "./dynamo.ts";
import { type Ids, systemIds } from "./ids.ts";
import { type Log, makeLog } from "./log.ts";
import { withRevocations } from "./revocations.ts";
import type { Shapes } from "./shape.ts";
import { Stamps } from "./stamp.ts";

/** Variables that every function reads; the stack sets exactly these. */
export const Env = z.object({
  LINLI_TABLE: z.string().min(1),
  /** Path of the district's file; beside the bundle on Lambda. */
  LINLI_DISTRICT: z.string().default("district.json"),
  LINLI_VERSION: z.string().default("dev"),
  /** Other engine than AWS's own. */
  LINLI_DYNAMODB_ENDPOINT: z.url().optional(),
  /** Key set of the local issuer, as JSON; on AWS keys are fetched from the issuer. */
  LINLI_JWKS: z.string().optional(),
});
export type Env = z.input<typeof Env>;

/** What a caller may put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly observer?: CommitObserver;
  readonly log?: Log;
  readonly client?: DynamoDBClient;
  readonly shapes?: Shapes;
  readonly district?: District;
}

/** Reads and checks the district's file. */
export const readDistrict = (path: string): District => District.parse(JSON.parse(readFileSync(path, "utf8")));

const LOCAL_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

/** Builds the dependencies of one function; throws where a variable or the district's file is wrong. */
export const makeDeps = (env: Env, service: string, overrides: Overrides = {}): Deps => {
  const settings = Env.parse(env);
  const clock = overrides.clock ?? systemClock;
  const district = overrides.district ?? readDistrict(settings.LINLI_DISTRICT);
  const endpoint = settings.LINLI_DYNAMODB_ENDPOINT;
  const client =
    overrides.client ??
    makeClient(endpoint === undefined ? {} : { endpoint, region: "local", credentials: LOCAL_CREDENTIALS });
  // It copies every answer for a log line that nobody writes: a twelfth of the time of a job that reads much.
  client.middlewareStack.remove("loggerMiddleware");
  const db = openDb({
    client,
    table: settings.LINLI_TABLE,
    ...(overrides.observer ? { observer: overrides.observer } : {}),
    ...(overrides.shapes ? { shapes: overrides.shapes } : {}),
    ...(overrides.sleep ? { sleep: overrides.sleep } : {}),
    ...(overrides.random ? { random: overrides.random } : {}),
  });
  const verify = makeVerifier({
    district,
    clock,
    ...(settings.LINLI_JWKS === undefined ? {} : { jwks: JSON.parse(settings.LINLI_JWKS) as { keys: object[] } }),
  });
  return {
    db,
    clock,
    ids: overrides.ids ?? systemIds,
    stamps: new Stamps(clock),
    district,
    log: overrides.log ?? makeLog(service),
    verify: withRevocations(verify, db, clock),
    random: overrides.random ?? Math.random,
    version: settings.LINLI_VERSION,
  };
};

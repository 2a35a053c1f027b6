/** Searches among 50,000 spaces, or fewer, through the handler: read units counted from item sizes, times, own CPU. */
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { parkingHandlers } from "../../functions/parking/http.ts";
import { makeHandler } from "../../functions/shared/app.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { localClient } from "../../infra/local/client.ts";
import { startEngine } from "../../infra/local/engine.ts";
import { ensureTable } from "../../infra/local/table.ts";
import { parkingOperations } from "../../schemas/parking/operations.ts";
import { Meter } from "../integration/budget/meter.ts";
import { TestClock } from "../support/clock.ts";
import { parkingDistrict, testRules } from "../support/parking.ts";
import { anywhere, buildTown } from "./parking-town.ts";

/** First pages asked for in each case. */
export const SEARCHES = 60;
/** Of the spaces that are taken where days are written. */
export const TAKEN_SHARE = 0.6;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = "2026-06-15T00:00:00.000Z";
const RENTER = "0190e000-0000-7000-8000-000000000001";
const PATH = "/v1/parking/free-places";

const district = parkingDistrict();
const stay = { fromMs: Date.parse(NOW) + 4 * HOUR_MS, untilMs: Date.parse(NOW) + 6 * HOUR_MS };
const overrides = { district, clock: new TestClock(NOW), log: silentLog };

/** What the searches of one case came to; units and milliseconds in rising order. */
export interface Searched {
  readonly name: string;
  readonly units: readonly number[];
  readonly ms: readonly number[];
  /** Own CPU of one search, in milliseconds. */
  readonly cpuMs: number;
  /** Places on a page. */
  readonly found: number;
}

const eventOf = (query: Readonly<Record<string, string>>): APIGatewayProxyEventV2 =>
  ({
    ...{ version: "2.0", rawPath: PATH, rawQueryString: "", queryStringParameters: query },
    headers: { authorization: "Bearer bench" },
    requestContext: { requestId: "bench", http: { method: "GET", path: PATH } },
  }) as unknown as APIGatewayProxyEventV2;

const rising = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

const searched = async (name: string, deps: Deps, meter: Meter, laterMs: number): Promise<Searched> => {
  const handler = makeHandler(parkingOperations, parkingHandlers, deps);
  const once = async () => {
    const { latE6, lonE6 } = anywhere();
    const [from, until] = [stay.fromMs, stay.untilMs].map((ms) => new Date(ms + laterMs).toISOString());
    const query = {
      latE6: String(latE6),
      lonE6: String(lonE6),
      radius: "1000",
      from: String(from),
      until: String(until),
    };
    const begun = performance.now();
    const { result, measured } = await meter.measure(() => handler(eventOf(query), {} as Context));
    if (result.statusCode !== 200) throw new Error(String(result.body));
    const found = JSON.parse(String(result.body)).items.length as number;
    return { units: measured.readUnits, ms: performance.now() - begun, found };
  };
  // The first one loads what the others use.
  await once();
  const before = process.cpuUsage();
  const all = [];
  for (let index = 0; index < SEARCHES; index++) all.push(await once());
  const { user, system } = process.cpuUsage(before);
  return {
    name,
    units: rising(all.map(({ units }) => units)),
    ms: rising(all.map(({ ms }) => ms)),
    cpuMs: (user + system) / 1_000 / SEARCHES,
    found: all.reduce((sum, { found }) => sum + found, 0) / SEARCHES,
  };
};

/** Builds the town on an engine of its own and searches it, on a day that is written and on one that is not. */
export const measureSearch = async (lots?: number): Promise<readonly Searched[]> => {
  const engine = await startEngine({ kind: "dynoxide" });
  try {
    await ensureTable(localClient(engine.endpoint), "parking");
    const meter = new Meter(engine.endpoint);
    const env = { LINLI_TABLE: "parking", LINLI_DYNAMODB_ENDPOINT: engine.endpoint, LINLI_VERSION: "bench" };
    await buildTown(makeDeps(env, "bench", overrides), testRules(), { ...stay, share: TAKEN_SHARE }, lots);
    const actor = { id: RENTER, roles: ["resident"], communities: ["lujing"], district: district.id };
    const verify = async () => ({ actor, issuedAt: 0 });
    const made = makeDeps(env, "bench", { ...overrides, client: meter.client });
    const deps = { ...made, verify } as unknown as Deps;
    return [
      await searched("written, 60 % taken", deps, meter, 0),
      await searched("not written yet, all free", deps, meter, DAY_MS),
    ];
  } finally {
    await engine.stop();
  }
};

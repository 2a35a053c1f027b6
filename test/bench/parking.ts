/**
 * `npm run bench:parking`: searches among 50,000 spaces, and bookings of few spaces by many clients in three shapes,
 * whose overlaps are counted. Writes docs/bench/parking.md.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Booking } from "../../functions/parking/domain/booking.ts";
import { parkingHandlers } from "../../functions/parking/http.ts";
import { createSpace } from "../../functions/parking/store/places.ts";
import { makeHandler } from "../../functions/shared/app.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { localClient } from "../../infra/local/client.ts";
import { startEngine } from "../../infra/local/engine.ts";
import { ensureTable } from "../../infra/local/table.ts";
import { parkingOperations } from "../../schemas/parking/operations.ts";
import type { ParkingPolicy } from "../../schemas/parking/policy.ts";
import { Meter } from "../integration/budget/meter.ts";
import { TestClock } from "../support/clock.ts";
import { seededRandom } from "../support/faults.ts";
import { parkingDistrict, testRules } from "../support/parking.ts";
import { overlapsOf, type Shape, shapesOf } from "./parking-shapes.ts";
import { anywhere, buildTown, commitAll, LOTS, OWNER, SPACES_EACH, spaceOf } from "./parking-town.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/parking.md", import.meta.url));
const SEARCHES = 60;
const CLIENTS = 16;
const ATTEMPTS = 30;
const CROWDED = 3;
const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;
const NOW = "2026-06-15T00:00:00.000Z";
const RENTER = "0190e000-0000-7000-8000-000000000001";
const ADMIN_COMMUNITY = ["lujing"];

const district = parkingDistrict();
const policy = { ...testRules(), bufferMinutes: 0 } as ParkingPolicy;
const nowMs = Date.parse(NOW);
const stay = { fromMs: nowMs + 4 * HOUR_MS, untilMs: nowMs + 6 * HOUR_MS };
const iso = (ms: number): string => new Date(ms).toISOString();

const searchEvent = (query: Readonly<Record<string, string>>): APIGatewayProxyEventV2 =>
  ({
    ...{ version: "2.0", rawPath: "/v1/parking/free-places", rawQueryString: "", queryStringParameters: query },
    headers: { authorization: `Bearer ${Buffer.from(RENTER).toString("base64url")}` },
    requestContext: { requestId: "bench", http: { method: "GET", path: "/v1/parking/free-places" } },
  }) as unknown as APIGatewayProxyEventV2;

interface Searched {
  readonly units: readonly number[];
  readonly ms: readonly number[];
  readonly found: number;
  readonly cpuMs: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
const rising = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

const search = async (env: Parameters<typeof makeDeps>[0], meter: Meter, dayOffset: number): Promise<Searched> => {
  const verify = async () => ({
    actor: { id: RENTER, roles: ["resident"], communities: ADMIN_COMMUNITY, district: district.id },
    issuedAt: 0,
  });
  const made = makeDeps(env, "bench", { district, clock: new TestClock(NOW), log: silentLog, client: meter.client });
  const handler = makeHandler(parkingOperations, parkingHandlers, { ...made, verify } as unknown as Deps);
  const [units, ms]: [number[], number[]] = [[], []];
  let found = 0;
  const ask = async () => {
    const { latE6, lonE6 } = anywhere();
    const begun = performance.now();
    const query = {
      ...{ latE6: String(latE6), lonE6: String(lonE6), radius: "1000" },
      ...{ from: iso(stay.fromMs + dayOffset), until: iso(stay.untilMs + dayOffset) },
    };
    const { result, measured } = await meter.measure(() => handler(searchEvent(query), {} as Context));
    if (result.statusCode !== 200) throw new Error(String(result.body));
    units.push(measured.readUnits);
    ms.push(performance.now() - begun);
    found += JSON.parse(String(result.body)).items.length;
  };
  await ask();
  [units.length, ms.length, found] = [0, 0, 0];
  const before = process.cpuUsage();
  for (let index = 0; index < SEARCHES; index++) await ask();
  const { user, system } = process.cpuUsage(before);
  return { units: rising(units), ms: rising(ms), found, cpuMs: (user + system) / 1_000 / SEARCHES };
};

const bookingOf = (number: number, space: string, lot: string, fromMs: number, hours: number): Booking => ({
  id: `0190f000-0000-7000-8000-${String(number).padStart(12, "0")}`,
  ...{ community: "lujing", state: "confirmed", start: "confirmed", space, lot, owner: OWNER },
  ...{ renter: RENTER, by: RENTER, changedBy: RENTER, price: policy.price, amount: 0, policy: 1, buffer: 0 },
  ...{ fromMs, untilMs: fromMs + hours * HOUR_MS, holds: [], changes: 0, createdMs: nowMs },
  ...{ revision: 1, fingerprint: "" },
});

interface Crowd {
  readonly shape: Shape;
  readonly taken: number;
  readonly seconds: number;
  readonly overlaps: number;
  readonly units: readonly [number, number];
}

const lotOf = (index: number) => ({ id: `0190b000-0000-7000-8000-9999999999${index}0`, at: anywhere() });

/** Many clients book two hours at random within one day of few spaces; then what stands is compared. */
const crowd = async (shape: Shape, index: number, plain: Deps, metered: Deps, meter: Meter): Promise<Crowd> => {
  const lot = lotOf(index);
  const spaces = Array.from({ length: CROWDED + 2 }, (_, number) =>
    spaceOf(lot, 900_000 + index * 100 + number, policy),
  );
  await commitAll(plain, spaces.map(createSpace));
  const ids = spaces.map(({ id }) => id);
  const random = seededRandom(11);
  const wanted = Array.from({ length: CLIENTS * ATTEMPTS }, (_, number) => {
    const fromMs = nowMs + 24 * HOUR_MS + Math.floor(random() * 64) * QUARTER_MS;
    return bookingOf(index * 10_000 + number, ids[number % CROWDED] as string, lot.id, fromMs, 2);
  });
  const stood: Booking[] = [];
  const begun = performance.now();
  const client = async (number: number): Promise<void> => {
    for (let each = number; each < wanted.length; each += CLIENTS) {
      const booking = wanted[each] as Booking;
      if (await shape.book(booking, plain)) stood.push(booking);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  const seconds = (performance.now() - begun) / 1_000;
  const unitsOf = async (space: number, hours: number): Promise<number> => {
    const booking = bookingOf(
      index * 10_000 + 9_000 + space,
      ids[space] as string,
      lot.id,
      nowMs + 30 * HOUR_MS,
      hours,
    );
    return (await meter.measure(() => shape.book(booking, metered))).measured.computed.base;
  };
  const units = [await unitsOf(CROWDED, 2), await unitsOf(CROWDED + 1, 14)] as const;
  const stays = stood.map(({ fromMs, untilMs, space }) => ({ fromMs, untilMs, space: String(space) }));
  return { shape, taken: stood.length, seconds, overlaps: overlapsOf(stays), units };
};

const engine = await startEngine({ kind: "dynoxide" });
try {
  await ensureTable(localClient(engine.endpoint), "parking");
  const meter = new Meter(engine.endpoint);
  const env = { LINLI_TABLE: "parking", LINLI_DYNAMODB_ENDPOINT: engine.endpoint, LINLI_VERSION: "bench" };
  const overrides = { district, clock: new TestClock(NOW), log: silentLog };
  const plain = makeDeps(env, "bench", overrides);
  const metered = makeDeps(env, "bench", { ...overrides, client: meter.client });
  const load = loadavg()[0] ?? 0;
  const crowds: Crowd[] = [];
  for (const [index, shape] of shapesOf(policy).entries())
    crowds.push(await crowd(shape, index, plain, metered, meter));
  await buildTown(plain, policy, { ...stay, share: 0.6 });
  const written = await search(env, meter, 0);
  const unwritten = await search(env, meter, 24 * HOUR_MS);
  const searchRow = (name: string, { units, ms, found, cpuMs }: Searched): string =>
    `| ${[
      name,
      ...[at(units, 0.5), at(units, 0.95), at(units, 1)].map((unit) => unit.toFixed(1)),
      ...[at(ms, 0.5), at(ms, 0.95)].map((each) => each.toFixed(0)),
      cpuMs.toFixed(1),
      (found / SEARCHES).toFixed(1),
    ].join(" | ")} |`;
  const first = crowds[0] as Crowd;
  const rate = ({ taken, seconds }: Crowd): number => taken / seconds;
  const page = [
    "# Parking",
    "",
    `\`npm run bench:parking\`: ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, shared with other`,
    `work (load ${load.toFixed(1)} at the start). Units are counted from item sizes; compare times as ratios only.`,
    "",
    "## Search",
    "",
    `${(LOTS * SPACES_EACH).toLocaleString("en")} spaces in ${LOTS} lots over about 100 km², all always open, 60 % taken in the`,
    `two hours asked for; ${SEARCHES} first pages of 10 places within 1 km of points at random. Budget: 48 read units.`,
    "",
    "| days | read units, median | 95 % | most | ms, median | ms, 95 % | own CPU, ms | places found |",
    "| :-- | --: | --: | --: | --: | --: | --: | --: |",
    searchRow("written, 60 % taken", written),
    searchRow("not written yet, all free", unwritten),
    "",
    "## Booking",
    "",
    `${CLIENTS} clients ask for ${CLIENTS * ATTEMPTS} stays of 2 h within a day of ${CROWDED} spaces, by three shapes of storage without ledger and`,
    "HTTP, on the same engine in one run. Overlaps are pairs of accepted stays of one space that overlap.",
    "",
    "| shape | accepted | accepted a second | against ours | overlaps | write units, 2 h | 14 h over midnight |",
    "| :-- | --: | --: | --: | --: | --: | --: |",
    ...crowds.map(
      (each) =>
        `| ${[each.shape.name, each.taken, rate(each).toFixed(0), `${(rate(each) / rate(first)).toFixed(2)}×`, each.overlaps, ...each.units].join(" | ")} |`,
    ),
    "",
    "A booking of the product also holds points and counts for its renter: 10 units for 2 h, 12 for 14 h (test/integration/parking/budget.test.ts).",
    "",
  ].join("\n");
  if (first.overlaps > 0) throw new Error(`${first.overlaps} overlaps`);
  writeFileSync(PAGE, page);
  process.stdout.write(page);
} finally {
  await engine.stop();
}

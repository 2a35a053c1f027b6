/**
 * `npm run bench:parking`: searches among 50,000 spaces, and bookings of few spaces by many clients in three shapes,
 * whose overlaps are counted. Writes docs/bench/parking.md.
 */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import type { Booking } from "../../functions/parking/domain/booking.ts";
import { createSpace } from "../../functions/parking/store/places.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { localClient } from "../../infra/local/client.ts";
import { startEngine } from "../../infra/local/engine.ts";
import { ensureTable } from "../../infra/local/table.ts";
import { Meter } from "../integration/budget/meter.ts";
import { BUDGETS } from "../support/budgets.ts";
import { TestClock } from "../support/clock.ts";
import { seededRandom } from "../support/faults.ts";
import { parkingDistrict, testRules } from "../support/parking.ts";
import { commitAll } from "./commit-all.ts";
import { machineLine, tableOf } from "./markdown.ts";
import { measureSearch, SEARCHES, type Searched } from "./parking-search.ts";
import { overlapsOf, type Shape, shapesOf } from "./parking-shapes.ts";
import { anywhere, LOTS, OWNER, SPACES_EACH, spaceOf } from "./parking-town.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/parking.md", import.meta.url));
const CLIENTS = 16;
const ATTEMPTS = 30;
const CROWDED = 3;
const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;
const NOW = "2026-06-15T00:00:00.000Z";
const RENTER = "0190e000-0000-7000-8000-000000000001";

const policy = testRules({ bufferMinutes: 0 });
const nowMs = Date.parse(NOW);

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
  /** Write units of 2 h, and of 14 h over midnight. */
  readonly units: readonly number[];
}

/** Many clients book two hours at random within one day of few spaces; then what stands is compared. */
const crowd = async (shape: Shape, index: number, plain: Deps, metered: Deps, meter: Meter): Promise<Crowd> => {
  const lot = { id: `0190b000-0000-7000-8000-99999999999${index}`, at: anywhere() };
  const spaces = [...Array(CROWDED + 2).keys()].map((number) => spaceOf(lot, 900_000 + index * 100 + number, policy));
  await commitAll(plain, spaces.map(createSpace));
  const ids = spaces.map(({ id }) => id);
  const random = seededRandom(11);
  const wanted = [...Array(CLIENTS * ATTEMPTS).keys()].map((number) => {
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
  await Promise.all([...Array(CLIENTS).keys()].map(client));
  const seconds = (performance.now() - begun) / 1_000;
  const units: number[] = [];
  for (const [space, hours] of [[CROWDED, 2] as const, [CROWDED + 1, 14] as const]) {
    const number = index * 10_000 + 9_000 + space;
    const booking = bookingOf(number, ids[space] as string, lot.id, nowMs + 30 * HOUR_MS, hours);
    units.push((await meter.measure(() => shape.book(booking, metered))).measured.computed.base);
  }
  const stays = stood.map(({ fromMs, untilMs, space }) => ({ fromMs, untilMs, space: String(space) }));
  return { shape, taken: stood.length, seconds, overlaps: overlapsOf(stays), units };
};

const measureCrowds = async (): Promise<readonly Crowd[]> => {
  const engine = await startEngine({ kind: "dynoxide" });
  try {
    await ensureTable(localClient(engine.endpoint), "parking");
    const meter = new Meter(engine.endpoint);
    const env = { LINLI_TABLE: "parking", LINLI_DYNAMODB_ENDPOINT: engine.endpoint, LINLI_VERSION: "bench" };
    const overrides = { district: parkingDistrict(), clock: new TestClock(NOW), log: silentLog };
    const plain = makeDeps(env, "bench", overrides);
    const metered = makeDeps(env, "bench", { ...overrides, client: meter.client });
    const crowds: Crowd[] = [];
    for (const [index, shape] of shapesOf(policy).entries()) {
      crowds.push(await crowd(shape, index, plain, metered, meter));
    }
    return crowds;
  } finally {
    await engine.stop();
  }
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;

const searchCells = ({ name, units, ms, found, cpuMs }: Searched): string[] => [
  name,
  ...[0.5, 0.95, 1].map((share) => at(units, share).toFixed(1)),
  ...[0.5, 0.95].map((share) => at(ms, share).toFixed(0)),
  cpuMs.toFixed(1),
  found.toFixed(1),
];

const started = performance.now();
const [loadBefore = 0] = loadavg();
const crowds = await measureCrowds();
const [ours] = crowds;
if (!ours || ours.overlaps > 0) throw new Error("stays overlap in the product's own shape");
const searches = await measureSearch();
const rate = ({ taken, seconds }: Crowd): number => taken / seconds;
const page = [
  "# Parking",
  "",
  machineLine((performance.now() - started) / 1_000, loadBefore),
  "",
  "Made by `npm run bench:parking` on the embedded engine. Units are counted from item sizes; compare times as ratios.",
  "",
  "## Search",
  "",
  `${(LOTS * SPACES_EACH).toLocaleString("en")} spaces in ${LOTS} lots over about 100 km², all always open;`,
  `${SEARCHES} first pages of 10 places within 1 km of points at random, two hours each.`,
  `At most ${BUDGETS.search.readUnits} read units an answer: it stops there and says where to go on.`,
  "",
  ...tableOf(
    ["days", "read units, median", "95 %", "most", "ms, median", "ms, 95 %", "own CPU, ms", "places found"],
    searches.map(searchCells),
  ),
  "",
  "## Booking",
  "",
  `${CLIENTS} clients ask for ${CLIENTS * ATTEMPTS} stays of 2 h within a day of ${CROWDED} spaces, in one run`,
  "in three shapes of storage, without ledger and HTTP. Overlaps are pairs of accepted stays of one space that meet:",
  "that is what the fastest shape pays with.",
  "",
  ...tableOf(
    ["shape", "accepted", "accepted a second", "against ours", "overlaps", "write units, 2 h", "14 h over midnight"],
    crowds.map((each) => [
      each.shape.name,
      String(each.taken),
      rate(each).toFixed(0),
      `${(rate(each) / rate(ours)).toFixed(2)}×`,
      String(each.overlaps),
      ...each.units.map(String),
    ]),
  ),
  "",
  "With the ledger's hold, the renter's count and the idempotency record a booking costs 10 units for 2 h and 12 for",
  "14 h (`test/integration/parking/budget.test.ts`).",
  "",
].join("\n");
writeFileSync(PAGE, page);
process.stdout.write(page);

/**
 * Series by many clients at once over few spaces and a pooled lot, with conflicts, throttling and answers lost before
 * and after the commit; then a minute array says whether any two bookings overlap, and each series whether it is whole.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Booking, heldFor } from "../../../functions/parking/domain/booking.ts";
import { type State, TAKING } from "../../../functions/parking/domain/lifecycle.ts";
import { bookingKey, parkerKey, toBooking, toParker } from "../../../functions/parking/store/bookings.ts";
import { act, driver, type Garage, lotIn, nextNoon, pointsOf, spaceIn } from "../../integration/parking/world.ts";
import type { Made } from "../../integration/residents/world.ts";
import { seededRandom } from "../../support/faults.ts";
import type { Reply } from "../../support/harness.ts";
import { testRules } from "../../support/parking.ts";
import { faultless, insisting, startFaulty } from "./faulty.ts";

const SERIES = 24;
const WORKERS = 8;
const DRIVERS = 4;
const SPACES = 2;
const CAPACITY = 2;
const OPENING = 3_000;
const TRIES_MAX = 200;
const DAYS = 5;
const BUFFER = 15;
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

let garage: Garage;
const plan = faultless();
const insist = insisting(TRIES_MAX);
const FAULTS = { conflict: 0.12, throttle: 0.03, "lost-before": 0.06, "lost-after": 0.06 };

beforeAll(async () => {
  garage = await startFaulty(plan, testRules({ quota: 100 }));
});
afterAll(() => garage.app.stop());

/** Minutes of a space that two bookings have at once, or that lie within the buffer of another renter's. */
const overlapsOf = (bookings: readonly Booking[], startMs: number): number => {
  const length = (DAYS + 3) * 1_440;
  const at = (ms: number) => Math.round((ms - startMs) / MINUTE);
  let overlaps = 0;
  for (const own of Map.groupBy(bookings, ({ space }) => space).values()) {
    const taken = Array.from({ length }, () => new Set<string>());
    const reached = Array.from({ length }, () => new Set<string>());
    for (const { id, fromMs, untilMs, renter } of own) {
      for (let minute = at(fromMs); minute < at(untilMs); minute++) taken[minute]?.add(id);
      for (let minute = at(fromMs); minute < at(untilMs) + BUFFER; minute++) reached[minute]?.add(renter);
    }
    for (const { fromMs, untilMs } of own) {
      for (let minute = at(fromMs); minute < at(untilMs); minute++) {
        if ((taken[minute]?.size ?? 0) > 1 || (reached[minute]?.size ?? 0) > 1) overlaps += 1;
      }
    }
  }
  return overlaps;
};

const loadOf = (bookings: readonly Booking[], startMs: number): number => {
  const load = new Array<number>((DAYS + 3) * 1_440).fill(0);
  for (const { fromMs, untilMs } of bookings) {
    for (let at = (fromMs - startMs) / MINUTE; at < (untilMs - startMs) / MINUTE; at++) load[at] = (load[at] ?? 0) + 1;
  }
  return Math.max(...load);
};

type Request = {
  readonly driver: number;
  readonly place: number;
  readonly mode: string;
  readonly quarters: readonly (number | null)[];
  readonly length: number;
  readonly cancel: boolean;
};

const request: fc.Arbitrary<Request> = fc.record({
  driver: fc.nat(DRIVERS - 1),
  place: fc.nat(SPACES),
  mode: fc.constantFrom("all-or-nothing", "best-effort"),
  /** A beginning (quarter of the day) for each day, or none. */
  quarters: fc.array(fc.option(fc.nat(95), { freq: 3 }), { minLength: DAYS, maxLength: DAYS }),
  length: fc.oneof(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 24, max: 56 })),
  cancel: fc.boolean(),
});

/** One play: who asks for what where, and what was booked. */
interface Play {
  readonly startMs: number;
  readonly drivers: readonly Made[];
  readonly places: readonly ({ readonly space: string } | { readonly lot: string })[];
  readonly booked: string[];
}

const startPlay = async (): Promise<Play> => {
  nextNoon(garage);
  const startMs = garage.app.clock.now().getTime();
  const owner = await driver(garage);
  const [owned, pooled] = [await lotIn(garage), await lotIn(garage, { kind: "pooled", capacity: CAPACITY })];
  const places: Play["places"][number][] = [];
  for (let index = 0; index < SPACES; index++) places.push({ space: await spaceIn(garage, owned, owner) });
  const drivers: Made[] = [];
  for (let index = 0; index < DRIVERS; index++) drivers.push(await driver(garage, OPENING));
  return { startMs, drivers, places: [...places, { lot: pooled }], booked: [] };
};

/** Books a series until its outcome is known, looks whether the same request is answered alike, and may cancel it. */
const serve = async (one: Request, { startMs, drivers, places, booked }: Play): Promise<void> => {
  const who = drivers[one.driver] as Made;
  const iso = (ms: number) => new Date(ms).toISOString();
  const stays = one.quarters.flatMap((quarter, day) => {
    const fromMs = startMs + day * DAY + (quarter ?? 0) * 15 * MINUTE;
    return quarter === null ? [] : [{ from: iso(fromMs), until: iso(fromMs + one.length * 15 * MINUTE) }];
  });
  const key = uuidv7();
  const body = { ...places[one.place], stays, plate: "浙D12345", mode: one.mode };
  const send = () => garage.post("/v1/parking/series", who.token, body, key);
  const reply = await insist(send);
  expect([201, 400, 409, 422]).toContain(reply.status);
  const again = await insist(send);
  const told = ({ status, body }: Reply) => [status, body.dates, body.code];
  expect(told(again)).toEqual(told(reply));
  if (reply.status !== 201) return;
  const ids = reply.body.dates.flatMap(({ booking }: { booking?: string }) => booking ?? []) as string[];
  if (one.mode === "all-or-nothing") expect(ids.length).toBe(stays.length);
  for (const date of reply.body.dates) expect(date.outcome).not.toBe("open");
  booked.push(...ids);
  if (!one.cancel) return;
  const cancelKey = uuidv7();
  const cancelled = await insist(() => garage.post(`/v1/parking/series/${key}/cancel`, who.token, {}, cancelKey));
  expect(cancelled.status, cancelled.text).toBe(200);
};

/** Compares places, points and counts with what the bookings say. */
const prove = async ({ startMs, drivers, booked }: Play): Promise<void> => {
  expect(new Set(booked).size).toBe(booked.length);
  const { db } = garage.app.deps;
  const items = await db.getMany(booked.map(bookingKey));
  expect(items.length).toBe(booked.length);
  const taking = items.map(toBooking).filter(({ state }) => TAKING.includes(state as State));
  const [inLot, inSpaces] = [true, false].map((lot) => taking.filter(({ space }) => (space === undefined) === lot));
  expect(overlapsOf(inSpaces as Booking[], startMs)).toBe(0);
  expect(loadOf(inLot as Booking[], startMs)).toBeLessThanOrEqual(CAPACITY);
  for (const who of drivers) {
    const own = taking.filter(({ renter }) => renter === who.id);
    const { balance, holdsOut } = await pointsOf(garage, who);
    expect([balance, holdsOut]).toEqual([OPENING, own.reduce((sum, one) => sum + heldFor(one), 0)]);
    expect(toParker(who.id, await db.get(parkerKey(who.id))).open).toBe(own.length);
  }
  // What stands can be ended by the ordinary rules.
  for (const { id, renter } of taking.slice(0, 3)) {
    const who = drivers.find((one) => one.id === renter) as Made;
    expect((await act(garage, id, "cancel", who.token)).status).toBe(200);
  }
};

describe(`${SERIES} series by ${WORKERS} clients over ${SPACES} spaces and a lot, under faults`, () => {
  it("never overlap, are whole or nothing where they say so, keep every point, and have one effect a key", async () => {
    // Few runs, so values from all over the day: the first runs of a biased array would all begin at noon.
    const requests = fc.noBias(fc.array(request, { minLength: SERIES, maxLength: SERIES }));
    const property = fc.asyncProperty(requests, fc.integer(), async (asked, seed) => {
      plan.rates = {};
      const play = await startPlay();
      Object.assign(plan, { random: seededRandom(seed), rates: FAULTS });
      let next = 0;
      const work = async () => {
        for (let index = next++; index < asked.length; index = next++) await serve(asked[index] as Request, play);
      };
      await Promise.all(Array.from({ length: WORKERS }, work));
      plan.rates = {};
      await prove(play);
    });
    await fc.assert(property, { numRuns: 3 });
    expect([...plan.injected.keys()].sort()).toEqual(["conflict", "lost-after", "lost-before", "throttle"]);
  }, 180_000);
});

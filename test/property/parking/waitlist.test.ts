/**
 * The waitlist against a model: people book, wait, cancel and let offers lapse; then two runs of the job at once, under
 * conflicts and lost answers, must offer exactly what a walk through the queue on a minute array offers.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { type Booking, heldFor } from "../../../functions/parking/domain/booking.ts";
import { type State, stateAt, TAKING } from "../../../functions/parking/domain/lifecycle.ts";
import type { WaitEntry } from "../../../functions/parking/domain/waitlist.ts";
import { bookingKey, toBooking } from "../../../functions/parking/store/bookings.ts";
import { toWait, waitKey } from "../../../functions/parking/store/waitlist.ts";
import {
  act,
  book,
  driver,
  type Garage,
  lotIn,
  must,
  nextNoon,
  pointsOf,
  spaceIn,
} from "../../integration/parking/world.ts";
import type { Made } from "../../integration/residents/world.ts";
import { seededRandom } from "../../support/faults.ts";
import { testRules } from "../../support/parking.ts";
import { faultless, startFaulty } from "./faulty.ts";

const DRIVERS = 6;
const CAPACITY = 2;
const OPENING = 5_000;
const STEPS = 40;
const RUNS_MAX = 60;
const BUFFER = 15;
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const LAST_QUARTER = 20;

let garage: Garage;
const plan = faultless();
const FAULTS = { conflict: 0.2, throttle: 0.05, "lost-before": 0.1, "lost-after": 0.1 };

beforeAll(async () => {
  garage = await startFaulty(plan, testRules({ quota: 100, waitlist: { offerMinutes: 20 } }));
});
afterAll(() => garage.app.stop());

interface Step {
  readonly what: "book" | "wait" | "cancel" | "confirm" | "leave" | "tick" | "serve";
  readonly driver: number;
  readonly inLot: boolean;
  readonly quarter: number;
  readonly quarters: number;
  readonly pick: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    "book",
    "book",
    "wait",
    "wait",
    "wait",
    "cancel",
    "cancel",
    "confirm",
    "leave",
    "tick",
    "serve",
    "serve",
  ),
  driver: fc.nat(DRIVERS - 1),
  inLot: fc.boolean(),
  quarter: fc.integer({ min: 6, max: LAST_QUARTER }),
  quarters: fc.integer({ min: 4, max: 16 }),
  pick: fc.nat(1_000),
});

/** One play: what was booked and who waits, by ids in the order of making. */
interface Play {
  readonly startMs: number;
  readonly drivers: readonly Made[];
  readonly space: string;
  readonly lot: string;
  readonly bookings: string[];
  readonly waits: string[];
}

const startPlay = async (): Promise<Play> => {
  nextNoon(garage);
  const startMs = garage.app.clock.now().getTime();
  const owner = await driver(garage);
  const space = await spaceIn(garage, await lotIn(garage), owner);
  const lot = await lotIn(garage, { kind: "pooled", capacity: CAPACITY });
  const drivers: Made[] = [];
  for (let index = 0; index < DRIVERS; index++) drivers.push(await driver(garage, OPENING));
  const bookings: string[] = [];
  const iso = (quarter: number) => new Date(startMs + quarter * QUARTER).toISOString();
  // Everything is taken, each half of the time by somebody else.
  for (const [index, place] of [{ space }, { lot }, { lot }].entries()) {
    for (const [half, [from, until]] of [[6, 20] as const, [21, 36] as const].entries()) {
      const body = { ...place, from: iso(from), until: iso(until), plate: "浙D12345", confirm: true };
      bookings.push(must(await book(garage, drivers[2 * index + half] as Made, body)).id);
    }
  }
  return { startMs, drivers, space, lot, bookings, waits: [] };
};

const now = (): number => garage.app.clock.now().getTime();
const bookingsOf = async ({ bookings }: Play): Promise<Booking[]> =>
  (await garage.app.deps.db.getMany(bookings.map(bookingKey))).map(toBooking);
const waitsOf = async ({ waits }: Play): Promise<WaitEntry[]> =>
  (await garage.app.deps.db.getMany(waits.map(waitKey))).map(toWait);

/** Minutes of a stretch, its buffer on both sides included where it is asked for. */
const minutesOf = ({ fromMs, untilMs }: { fromMs: number; untilMs: number }, buffer = 0): number[] =>
  Array.from({ length: (untilMs - fromMs) / MINUTE + 2 * buffer }, (_, at) => fromMs / MINUTE - buffer + at);

type Stay = Pick<Booking, "fromMs" | "untilMs" | "renter" | "space">;

/** Whether a stretch fits beside what stands, by a minute array. */
const fits = (wanted: Stay, standing: readonly Stay[]): boolean => {
  const load = new Map<number, number>();
  const same = standing.filter(({ space }) => space === wanted.space);
  for (const one of same) {
    const buffer = wanted.space === undefined || one.renter === wanted.renter ? 0 : BUFFER;
    for (const minute of minutesOf(one, buffer)) load.set(minute, (load.get(minute) ?? 0) + 1);
  }
  const most = wanted.space === undefined ? CAPACITY : 1;
  return minutesOf(wanted).every((minute) => (load.get(minute) ?? 0) < most);
};

/** What stands: a space is free when a hold runs out, a lot's counters when the hold has been ended. */
const standing = (bookings: readonly Booking[]): Booking[] =>
  bookings.filter((one) => {
    const state = one.space === undefined ? one.state : stateAt(one, now());
    return TAKING.includes(state as State);
  });

/** Whom a walk through the queue in the order of joining offers what is free now. */
const expected = (waits: readonly WaitEntry[], bookings: readonly Booking[]): string[] => {
  const taken: Stay[] = standing(bookings);
  return waits.flatMap((entry) => {
    if (entry.state !== "waiting" || entry.fromMs <= now() || !fits(entry, taken)) return [];
    taken.push(entry);
    return [entry.id];
  });
};

/** Runs a job until one run has gone through, as the scheduler does. */
const insist = async (job: string): Promise<void> => {
  for (let tries = 0; tries < RUNS_MAX; tries++) {
    try {
      const { state, failures } = await runNamed(job, garage.app.deps);
      if (state === "finished" && failures.length === 0) return;
    } catch {
      // A run that was cut short is resumed by the next.
    }
  }
  throw new Error(`${job} never went through`);
};

const serve = async (play: Play, random: () => number): Promise<void> => {
  await insist("bookings-due");
  const before = await waitsOf(play);
  const wanted = expected(before, await bookingsOf(play));
  Object.assign(plan, { random, rates: FAULTS });
  await Promise.all([insist("parking-waitlist"), insist("parking-waitlist")]);
  plan.rates = {};
  const after = await waitsOf(play);
  const waiting = new Set(before.filter(({ state }) => state === "waiting").map(({ id }) => id));
  const offered = after.filter(({ id, state }) => waiting.has(id) && state === "offered");
  expect(offered.map(({ id }) => id)).toEqual(wanted);
  play.bookings.push(...offered.map(({ booking }) => booking as string));
  for (const { state, fromMs, plate } of after) {
    expect(state === "waiting").toBe(plate !== undefined);
    if (fromMs <= now()) expect(state).not.toBe("waiting");
  }
};

const take = async (one: Step, play: Play, random: () => number): Promise<void> => {
  const who = play.drivers[one.driver] as Made;
  const fromMs = play.startMs + one.quarter * QUARTER;
  const [from, until] = [fromMs, fromMs + one.quarters * QUARTER].map((ms) => new Date(ms).toISOString());
  const stay = { ...(one.inLot ? { lot: play.lot } : { space: play.space }), from, until, plate: "浙D12345" };
  const any = <T>(list: readonly T[]): T | undefined => list[one.pick % Math.max(list.length, 1)];
  const tokenOf = (renter: string) => play.drivers.find(({ id }) => id === renter)?.token ?? "";
  switch (one.what) {
    case "book": {
      const reply = await book(garage, who, { ...stay, confirm: true });
      if (reply.status === 201) play.bookings.push(reply.body.id);
      return;
    }
    case "wait": {
      const key = uuidv7();
      const reply = await garage.post("/v1/parking/waitlist", who.token, { ...stay, maxPrice: OPENING }, key);
      expect([201, 409, 422]).toContain(reply.status);
      if (reply.status === 201) play.waits.push(key);
      // Whoever waits in the order of the clock: two of one millisecond stand in the order of their requests.
      garage.app.clock.advance(1);
      return;
    }
    case "leave": {
      const entry = any((await waitsOf(play)).filter(({ state }) => state === "waiting"));
      if (entry) await garage.post(`/v1/parking/waitlist/${entry.id}/cancel`, tokenOf(entry.renter));
      return;
    }
    case "tick":
      return garage.app.clock.advance((1 + (one.pick % 4)) * 5 * MINUTE);
    case "serve":
      return serve(play, random);
    default: {
      const booking = any(standing(await bookingsOf(play)));
      if (booking) await act(garage, booking.id, one.what, tokenOf(booking.renter));
    }
  }
};

/** Compares places, offers and points with what the records say. */
const prove = async (play: Play): Promise<void> => {
  await insist("bookings-due");
  expect(new Set(play.bookings).size).toBe(play.bookings.length);
  const bookings = await bookingsOf(play);
  const stays = standing(bookings);
  for (const [index, one] of stays.entries())
    expect(
      fits(
        one,
        stays.filter((_, at) => at !== index),
      ),
    ).toBe(true);
  const offers = (await waitsOf(play)).flatMap(({ booking }) => booking ?? []);
  expect(new Set(offers).size).toBe(offers.length);
  for (const { id } of play.drivers) {
    const own = bookings.filter(({ renter }) => renter === id);
    const who = play.drivers.find((one) => one.id === id) as Made;
    const { balance, holdsOut } = await pointsOf(garage, who);
    const paid = own.reduce((sum, one) => sum + (one.paid ?? 0), 0);
    const held = own.filter(({ state }) => TAKING.includes(state as State)).reduce((sum, one) => sum + heldFor(one), 0);
    expect([balance, holdsOut]).toEqual([OPENING - paid, held]);
  }
};

describe(`${STEPS} steps of ${DRIVERS} people over a space and a lot`, () => {
  it("offer each free stretch once, in the order of joining, whoever runs the job and however often", async () => {
    const property = fc.asyncProperty(
      fc.noBias(fc.array(step, { minLength: STEPS, maxLength: STEPS })),
      fc.integer(),
      async (steps, seed) => {
        const random = seededRandom(seed);
        plan.rates = {};
        const play = await startPlay();
        await insist("parking-waitlist");
        for (const one of steps) await take(one, play, random);
        // Everything becomes free at once: most of those who wait want the same hours.
        for (const { id } of standing(await bookingsOf(play))) {
          await act(garage, id, "cancel", garage.steward, { as: "operator" });
        }
        await serve(play, random);
        await prove(play);
      },
    );
    await fc.assert(property, { numRuns: 4 });
    expect([...plan.injected.keys()].sort()).toEqual(["conflict", "lost-after", "lost-before", "throttle"]);
  }, 180_000);
});

/**
 * Many clients at once over few spaces, with conflicts, throttling and answers lost before and after the commit; then a
 * minute array says whether any two bookings overlap, any lot is over its capacity, any point is missing.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Booking, heldFor } from "../../../functions/parking/domain/booking.ts";
import { type State, TAKING } from "../../../functions/parking/domain/lifecycle.ts";
import { bookingKey, parkerKey, toBooking, toParker } from "../../../functions/parking/store/bookings.ts";
import { act, book, driver, type Garage, lotIn, nextNoon, pointsOf, spaceIn } from "../../integration/parking/world.ts";
import type { Made } from "../../integration/residents/world.ts";
import { seededRandom } from "../../support/faults.ts";
import { testRules } from "../../support/parking.ts";
import { faultless, insisting, startFaulty } from "./faulty.ts";

const SPACES = 2;
const CAPACITY = 2;
const DRIVERS = 6;
const REQUESTS = 60;
const WORKERS = 12;
const TRIES_MAX = 80;
const OPENING = 2_000;
const BUFFER = 15;
const MINUTE = 60_000;
const HOURS = 30;

let garage: Garage;
const plan = faultless();
const insist = insisting(TRIES_MAX);
const FAULTS = { conflict: 0.15, throttle: 0.03, "lost-before": 0.07, "lost-after": 0.07 };

beforeAll(async () => {
  garage = await startFaulty(plan, testRules({ quota: 100 }));
});
afterAll(() => garage.app.stop());

/** What a minute array says of the bookings that take a place: overlaps with buffers, and the highest load. */
const bruteForce = (bookings: readonly Booking[], startMs: number) => {
  const minutes = (HOURS + 24) * 60;
  const at = (ms: number) => Math.round((ms - startMs) / MINUTE);
  let overlaps = 0;
  const bySpace = Map.groupBy(bookings, ({ space }) => space);
  for (const [space, own] of bySpace) {
    if (space === undefined) continue;
    const renters = Array.from({ length: minutes }, () => new Set<string>());
    const taken = new Array<number>(minutes).fill(0);
    for (const { fromMs, untilMs, renter } of own) {
      for (let minute = at(fromMs); minute < at(untilMs); minute++) {
        taken[minute] = (taken[minute] as number) + 1;
        if ((taken[minute] as number) > 1) overlaps += 1;
      }
      for (let minute = at(fromMs); minute < at(untilMs) + BUFFER; minute++) renters[minute]?.add(renter);
    }
    for (const { fromMs, untilMs } of own) {
      for (let minute = at(fromMs); minute < at(untilMs); minute++) {
        if ((renters[minute]?.size ?? 0) > 1) overlaps += 1;
      }
    }
  }
  const load = new Array<number>(minutes).fill(0);
  for (const { fromMs, untilMs } of bySpace.get(undefined) ?? []) {
    for (let minute = at(fromMs); minute < at(untilMs); minute++) load[minute] = (load[minute] as number) + 1;
  }
  return { overlaps, load: Math.max(...load) };
};

/** What statistics count of each place, without the zeros. */
const endsCounted = async (lots: readonly string[], atMs: number): Promise<Map<string, object>> => {
  const month = new Date(atMs + 8 * 60 * MINUTE).toISOString().slice(0, 7);
  const counted = new Map<string, object>();
  for (const lot of lots) {
    const path = `/v1/parking/lots/${lot}/statistics?month=${month}`;
    const { body } = await garage.app.call("GET", path, { token: garage.steward });
    for (const { space = lot, ended } of body.items as { space?: string; ended: Record<string, number> }[]) {
      counted.set(space, Object.fromEntries(Object.entries(ended).filter(([, count]) => count > 0)));
    }
  }
  return counted;
};

const request = fc.record({
  driver: fc.nat(DRIVERS - 1),
  place: fc.nat(SPACES),
  quarter: fc.nat(HOURS * 4 - 1),
  quarters: fc.integer({ min: 2, max: 60 }),
  after: fc.constantFrom("stay", "confirm", "cancel", "extend", "move", "revoke"),
  by: fc.nat(12),
});

describe(`${REQUESTS} requests by ${WORKERS} clients over ${SPACES} spaces and a lot, under faults`, () => {
  it("never overlap, stay within the capacity, keep every point, and have one effect a key", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: REQUESTS, maxLength: REQUESTS }),
        fc.integer(),
        async (requests, seed) => {
          plan.rates = {};
          nextNoon(garage);
          const startMs = garage.app.clock.now().getTime();
          const owner = await driver(garage);
          const [owned, pooled] = [await lotIn(garage), await lotIn(garage, { kind: "pooled", capacity: CAPACITY })];
          const spaces: string[] = [];
          for (let index = 0; index < SPACES; index++)
            spaces.push(await spaceIn(garage, owned, owner, { label: `${index}` }));
          const drivers: Made[] = [];
          for (let index = 0; index < DRIVERS; index++) drivers.push(await driver(garage, OPENING));
          Object.assign(plan, { random: seededRandom(seed), rates: FAULTS });
          const place = (index: number) => (index === SPACES ? { lot: pooled } : { space: spaces[index] as string });
          const iso = (quarter: number) => new Date(startMs + quarter * 15 * MINUTE).toISOString();
          const made = new Map<string, number>();
          const serve = async (one: (typeof requests)[number]): Promise<void> => {
            const who = drivers[one.driver] as Made;
            const key = uuidv7();
            const stay = { from: iso(one.quarter), until: iso(one.quarter + one.quarters) };
            const body = { ...place(one.place), ...stay, plate: "浙D12345", confirm: one.after === "stay" };
            const reply = await insist(() => book(garage, who, body, key));
            expect([201, 409]).toContain(reply.status);
            if (reply.status !== 201) return;
            made.set(key, one.driver);
            const change = (what: string, token: string, more: object = {}) => {
              const id = uuidv7();
              return insist(() => act(garage, key, what, token, more, id));
            };
            const later = { until: iso(one.quarter + one.quarters + one.by) };
            const other = { ...place((one.place + 1) % (SPACES + 1)), ...stay };
            if (one.after === "cancel") await change("cancel", who.token);
            else if (one.after === "revoke") await change("cancel", garage.steward, { as: "operator" });
            else if (one.after === "extend") await change("extend", who.token, later);
            else if (one.after === "move") await change("move", who.token, other);
            else if (one.after === "confirm") await change("confirm", who.token);
          };
          let next = 0;
          const work = async () => {
            for (let index = next++; index < requests.length; index = next++) {
              await serve(requests[index] as (typeof requests)[number]);
            }
          };
          await Promise.all(Array.from({ length: WORKERS }, work));
          plan.rates = {};
          const items = await garage.app.deps.db.getMany([...made.keys()].map(bookingKey));
          expect(items.length).toBe(made.size);
          const taking = items.map(toBooking).filter(({ state }) => TAKING.includes(state as State));
          const { overlaps, load } = bruteForce(taking, startMs);
          expect(overlaps).toBe(0);
          expect(load).toBeLessThanOrEqual(CAPACITY);
          const ended = Map.groupBy(items.map(toBooking), ({ space }) => space ?? pooled);
          for (const [id, counted] of await endsCounted([owned, pooled], startMs)) {
            const own = (ended.get(id) ?? []).filter(({ endedMs }) => endedMs !== undefined);
            const byState = Object.fromEntries(
              [...Map.groupBy(own, ({ state }) => state)].map(([s, l]) => [s, l.length]),
            );
            expect(counted, "each end counted once").toEqual(byState);
          }
          for (const [index, who] of drivers.entries()) {
            const own = taking.filter(({ renter }) => renter === who.id);
            const account = await pointsOf(garage, who);
            // Nothing was paid yet, so every point is either free or held for a booking that stands.
            expect([account.balance, account.holdsOut]).toEqual([
              OPENING,
              own.reduce((sum, one) => sum + heldFor(one), 0),
            ]);
            const count = await garage.app.deps.db.get(parkerKey(who.id));
            expect(toParker(who.id, count).open, `driver ${index}`).toBe(own.length);
          }
        },
      ),
      { numRuns: 3 },
    );
    expect([...plan.injected.keys()].sort()).toEqual(["conflict", "lost-after", "lost-before", "throttle"]);
  }, 180_000);
});

describe("64 clients for one slot", () => {
  it.each(["space", "lot"] as const)(
    "of a %s: exactly one has it, the others are told what else there is",
    async (kind) => {
      plan.rates = {};
      nextNoon(garage);
      const startMs = garage.app.clock.now().getTime();
      const lot = await lotIn(garage, kind === "lot" ? { kind: "pooled", capacity: 1 } : {});
      const target = kind === "lot" ? { lot } : { space: await spaceIn(garage, lot, await driver(garage)) };
      const drivers: Made[] = [];
      for (let index = 0; index < 64; index++) drivers.push(await driver(garage, 100));
      const from = new Date(startMs + 60 * MINUTE).toISOString();
      const until = new Date(startMs + 180 * MINUTE).toISOString();
      const body = { ...target, from, until, plate: "浙D12345", confirm: true };
      const replies = await Promise.all(drivers.map((who) => insist(() => book(garage, who, body))));
      const codes = replies.map((reply) => (reply.status === 201 ? "booked" : reply.body.code));
      expect(codes.filter((code) => code === "booked").length).toBe(1);
      const refused = kind === "lot" ? "parking/full" : "parking/taken";
      expect(codes.filter((code) => code === refused).length).toBe(63);
      const lost = replies.find(({ status }) => status === 409);
      expect(lost?.body.alternatives.length).toBe(3);
    },
    60_000,
  );
});

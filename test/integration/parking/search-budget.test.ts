/** A search reads no more than its budget, however full the town is, and always gets on. */
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { busyFor } from "../../../functions/parking/domain/booking.ts";
import { localDay, withBusy } from "../../../functions/parking/domain/day.ts";
import { createSpace, saveDay } from "../../../functions/parking/store/places.ts";
import { commitAll } from "../../bench/commit-all.ts";
import { OWNER, spaceOf } from "../../bench/parking-town.ts";
import { BUDGETS } from "../../support/budgets.ts";
import { HOUR } from "../../support/clock.ts";
import { testRules } from "../../support/parking.ts";
import { Meter } from "../budget/meter.ts";
import type { Made } from "../residents/world.ts";
import { driver, type Garage, later, lotIn, must, nextNoon, startGarage } from "./world.ts";

const HERE = { latE6: 30_002_000, lonE6: 120_580_000 };
const LOTS = 6;
const SPACES_EACH = 60;
const meter = new Meter(inject("engine").endpoint);
let garage: Garage;
let renter: Made;

beforeAll(async () => {
  garage = await startGarage({ overrides: { client: meter.client } });
  renter = await driver(garage, 100);
  nextNoon(garage);
  const { deps } = garage.app;
  const fromMs = Date.parse(later(garage, HOUR));
  for (let number = 0; number < LOTS; number++) {
    const lot = { id: await lotIn(garage, { at: HERE }), at: HERE };
    const spaces = Array.from({ length: SPACES_EACH }, (_, index) =>
      spaceOf(lot, number * SPACES_EACH + index, testRules()),
    );
    // Every space is held: the lists say that it may be free, and each has to be read to know that it is not.
    const days = spaces.map((space) => {
      const day = localDay(fromMs, space.zone);
      const spot = { id: space.id, lot: lot.id, label: space.label };
      const held = { fromMs, untilMs: fromMs + 2 * HOUR, renter: OWNER, state: "held", buffer: 15 };
      const busy = busyFor({ ...held, id: space.id, expiresMs: fromMs } as Parameters<typeof busyFor>[0]);
      return saveDay(withBusy({ space: spot, day, revision: 0, availability: 1, open: [day], busy: [] }, busy, 0));
    });
    await commitAll(deps, [...spaces.slice(0, 40).map(createSpace), ...days.slice(0, 40)]);
    await commitAll(deps, [...spaces.slice(40).map(createSpace), ...days.slice(40)]);
  }
}, 60_000);
afterAll(() => garage.app.stop());

it("of a town that is held throughout stays within its units page by page, and comes to the end", async () => {
  const query = { ...HERE, radius: 1_000, from: later(garage, HOUR), until: later(garage, 3 * HOUR) };
  const text = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const search = new URLSearchParams([...text, ...(cursor ? [["cursor", cursor] as [string, string]] : [])]);
    const ask = () => garage.app.call("GET", `/v1/parking/free-places?${search}`, { token: renter.token });
    const { result, measured } = await meter.measure(ask);
    const body: { items: unknown[]; next: string | null } = must(result);
    expect(body.items).toEqual([]);
    expect(measured.readUnits).toBeLessThanOrEqual(BUDGETS.search.readUnits);
    cursor = body.next;
    if (cursor !== null) {
      expect(seen).not.toContain(cursor);
      seen.add(cursor);
    }
  } while (cursor !== null);
  // 360 spaces, of which a page can judge fewer than 24.
  expect(seen.size).toBeGreaterThanOrEqual(15);
});

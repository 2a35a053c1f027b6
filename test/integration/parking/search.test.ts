/** Searching what is free near a place: what is listed, what is left out, in which order, page by page. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { dayKey } from "../../../functions/parking/store/places.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import type { Made } from "../residents/world.ts";
import {
  ALWAYS,
  act,
  book,
  driver,
  type Garage,
  later,
  lotIn,
  must,
  nextNoon,
  openSpace,
  SHANGHAI,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

/** A place of its own for each test: about eleven kilometres north of the last one. */
let north = 29;
const here = () => ({ latE6: north * 100_000 + 1_000_000, lonE6: 120_580_000 });
let garage: Garage;
let owner: Made;
let renter: Made;

beforeAll(async () => {
  garage = await startGarage();
  owner = await driver(garage, 1_000);
  renter = await driver(garage, 100_000);
}, 60_000);
afterAll(() => garage.app.stop());
beforeEach(() => {
  north += 1;
  nextNoon(garage);
});

type Query = Readonly<Record<string, string | number | boolean>>;

const find = (query: Query = {}, who = renter) => {
  const all = { ...here(), from: later(garage, HOUR), until: later(garage, 3 * HOUR), ...query };
  const text = new URLSearchParams(Object.entries(all).map(([name, value]): [string, string] => [name, String(value)]));
  return garage.app.call("GET", `/v1/parking/free-places?${text}`, { token: who.token });
};

/** All places of all pages. */
const findAll = async (query: Query = {}) => {
  const items: { space?: string; lot: string; metres: number; free: number; amount: number }[] = [];
  let next: string | null = null;
  let pages = 0;
  do {
    const body: { items: typeof items; next: string | null } = must(
      await find({ ...query, ...(next ? { cursor: next } : {}) }),
    );
    items.push(...body.items);
    next = body.next;
    pages += 1;
  } while (next !== null && pages < 50);
  return items;
};

const away = (metresNorth: number) => ({ ...here(), latE6: here().latE6 + Math.round(metresNorth / 0.1112) });

describe("a search", () => {
  it("gives the nearest first, with price and distance, whether or not the days were written", async () => {
    const far = await lotIn(garage, { at: away(400) });
    const near = await lotIn(garage, { at: away(100) });
    await lotIn(garage, { at: away(800) });
    const spaces = [
      await spaceIn(garage, far, owner, { label: "A" }),
      await spaceIn(garage, near, owner, { label: "B" }),
      await spaceIn(garage, near, owner, { label: "A", ev: true, heightCm: 200 }),
    ];
    const expected = [
      {
        space: spaces[2],
        lot: near,
        label: "A",
        metres: 100,
        ev: true,
        heightCm: 200,
        amount: 20,
        unit: "points",
        free: 1,
      },
      { space: spaces[1], lot: near, label: "B", metres: 100, ev: false, heightCm: 600, asksOwner: false },
      { space: spaces[0], lot: far, label: "A", metres: 400 },
    ];
    expect(must(await find())).toMatchObject({ items: expected, next: null });
    expect((await runNamed("parking-days", garage.app.deps)).counts.changed).toBeGreaterThanOrEqual(3);
    expect(must(await find())).toMatchObject({ items: expected, next: null });
  });

  it("leaves out what is taken, closed, withdrawn, one's own, too low, without charger or too dear", async () => {
    const lot = await lotIn(garage, { at: here() });
    const [free, taken, , gone, , low] = [
      await spaceIn(garage, lot, owner, { label: "1", ev: true }),
      await spaceIn(garage, lot, owner, { label: "2" }),
      await spaceIn(garage, lot, owner, { label: "3" }, { rules: [] }),
      await spaceIn(garage, lot, owner, { label: "4" }),
      await spaceIn(garage, lot, renter, { label: "5" }),
      await spaceIn(garage, lot, owner, { label: "6", heightCm: 150 }),
    ];
    must(await book(garage, await driver(garage, 100), stayIn(garage, taken)));
    must(await openSpace(garage, gone, owner.token, { rules: [ALWAYS] }, { state: "withdrawn" }));
    const ids = async (query: Query = {}) => (await findAll(query)).map(({ space }) => space);
    for (const written of [false, true]) {
      if (written) await runNamed("parking-days", garage.app.deps);
      expect(await ids()).toEqual([free, low]);
      expect(await ids({ heightCm: 151 })).toEqual([free]);
      expect(await ids({ ev: true })).toEqual([free]);
      expect(await ids({ priceMax: 19 })).toEqual([]);
      expect(await ids({ priceMax: 20 })).toEqual([free, low]);
      expect(await ids({ from: later(garage, 4 * HOUR), until: later(garage, 5 * HOUR) })).toEqual([free, taken, low]);
    }
  });

  it("sees a hold end and an opening by the minute, with days written before", async () => {
    const lot = await lotIn(garage, { at: here() });
    const space = await spaceIn(garage, lot, owner);
    await runNamed("parking-days", garage.app.deps);
    const other = await driver(garage, 100);
    must(await book(garage, other, stayIn(garage, space, { confirm: false })));
    expect(await findAll()).toEqual([]);
    garage.app.clock.advance(6 * 60_000);
    garage.app.clock.set(
      new Date(Math.ceil(garage.app.clock.now().getTime() / (15 * 60_000)) * 15 * 60_000).toISOString(),
    );
    expect(await findAll()).toHaveLength(1);
    must(await openSpace(garage, space, owner.token, { rules: [] }));
    expect(await findAll()).toEqual([]);
    must(await openSpace(garage, space, owner.token, { rules: [ALWAYS] }));
    expect(await findAll()).toHaveLength(1);
    const { id } = must(await book(garage, other, stayIn(garage, space)));
    expect(await findAll()).toEqual([]);
    must(await act(garage, id, "cancel", other.token));
    expect(await findAll()).toHaveLength(1);
  });

  it("finds a pooled lot while something is left of it, and says how much", async () => {
    const lot = await lotIn(garage, { kind: "pooled", capacity: 2, at: here() });
    expect(await findAll()).toMatchObject([{ lot, free: 2, amount: 20, metres: 0 }]);
    const stay = stayIn(garage, lot, { space: undefined, lot });
    must(await book(garage, renter, stay));
    expect(await findAll()).toMatchObject([{ lot, free: 1 }]);
    must(await book(garage, renter, stay));
    expect(await findAll()).toEqual([]);
  });

  it("goes through many spaces page by page, each once, in one order", async () => {
    const lots = [
      await lotIn(garage, { at: away(10) }),
      await lotIn(garage, { kind: "pooled", capacity: 1, at: away(20) }),
    ];
    const made: string[] = [];
    for (let index = 0; index < 23; index++) {
      made.push(await spaceIn(garage, lots[0] as string, owner, { label: `S${String(index).padStart(2, "0")}` }));
    }
    const pages = [];
    let cursor: string | undefined;
    do {
      const { items, next } = must(await find({ limit: 5, ...(cursor ? { cursor } : {}) }));
      expect(items.length).toBeLessThanOrEqual(5);
      pages.push(items);
      cursor = next ?? undefined;
    } while (cursor);
    const found = pages.flat().map(({ space, lot }) => space ?? lot);
    expect(found).toEqual([...made, lots[1]]);
  });

  it("asks for a stay that can be booked at all, and for a cursor of its own", async () => {
    const code = async (query: Query) => (await find(query)).body.code;
    expect(await code({ until: later(garage, HOUR) })).toBe("parking/interval");
    expect(await code({ from: later(garage, HOUR + 60_000) })).toBe("parking/grid");
    expect(await code({ from: later(garage, -DAY), until: later(garage, -HOUR) })).toBe("parking/past");
    expect(await code({ radius: 1_001 })).toBe("request/invalid");
    expect(await code({ limit: 11 })).toBe("request/invalid");
    expect(await code({ cursor: "e30" })).toBe("request/bad-cursor");
  });

  it("finds exactly what quotes call free, whatever was written, opened or booked before", async () => {
    const lot = await lotIn(garage, { at: here() });
    const space = fc.record({
      start: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 1, max: 40 }).map((halves) => halves * 30),
      reopened: fc.boolean(),
      booked: fc.option(fc.integer({ min: 2, max: 40 })),
    });
    const scene = fc.record({
      spaces: fc.array(space, { minLength: 1, maxLength: 4 }),
      written: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(
        scene,
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 2, max: 60 }),
        async (made, at, length) => {
          const other = await driver(garage, 1_000);
          const ids: string[] = [];
          for (const each of made.spaces) {
            const hour = String(each.start).padStart(2, "0");
            const rule = { start: `2026-01-01T${hour}:00`, zone: SHANGHAI, minutes: each.minutes, rule: "FREQ=DAILY" };
            const id = await spaceIn(garage, lot, owner, {}, { rules: [rule] });
            ids.push(id);
            if (made.written === 1) await runNamed("parking-days", garage.app.deps);
            if (each.reopened) must(await openSpace(garage, id, owner.token, { rules: [ALWAYS] }));
            const from = (each.booked ?? 0) * 900_000;
            // Refused where it is closed: then nothing is booked.
            if (each.booked)
              await book(
                garage,
                other,
                stayIn(garage, id, { from: later(garage, from), until: later(garage, from + HOUR) }),
              );
          }
          if (made.written === 2) await runNamed("parking-days", garage.app.deps);
          const stay = { from: later(garage, at * 900_000), until: later(garage, (at + length) * 900_000) };
          const free: string[] = [];
          for (const id of ids) {
            const quote = await garage.post("/v1/parking/quotes", renter.token, { space: id, ...stay });
            if (must(quote).free) free.push(id);
          }
          const found = (await findAll(stay)).map((place) => place.space).filter((id) => ids.includes(id ?? ""));
          expect(found.toSorted()).toEqual(free.toSorted());
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("the days ahead", () => {
  it("are written once, by two runs at once too, and again where the windows have changed", async () => {
    const lot = await lotIn(garage, { at: here() });
    const space = await spaceIn(garage, lot, owner);
    const { db } = garage.app.deps;
    const today = new Date(garage.app.clock.now().getTime() + 8 * HOUR).toISOString().slice(0, 10).replaceAll("-", "");
    const read = () => db.get(dayKey(space, today));
    expect(await read()).toBeUndefined();
    await Promise.all([runNamed("parking-days", garage.app.deps), runNamed("parking-days", garage.app.deps)]);
    expect(await read()).toMatchObject({ rev: 1, win: 2 });
    await runNamed("parking-days", garage.app.deps);
    expect(await read()).toMatchObject({ rev: 1, win: 2 });
    must(await openSpace(garage, space, owner.token, { rules: [] }));
    await runNamed("parking-days", garage.app.deps);
    expect(await read()).toMatchObject({ rev: 2, win: 3 });
  });
});

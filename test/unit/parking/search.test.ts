/** What a search reads: lists leave out only what cannot be free, and an answer has a budget. */
import { describe, expect, it } from "vitest";
import { openQuarters } from "../../../functions/parking/domain/day.ts";
import {
  candidates,
  type ListedDay,
  type ListedSpace,
  Purse,
  suits,
  type Wish,
} from "../../../functions/parking/domain/search.ts";
import { dayOf, fromNoon, ZONE } from "./make.ts";

describe("a place", () => {
  const low = { ev: false, heightCm: 200 };
  it.each([
    ["any vehicle, where nothing is said", {}, low, true],
    ["a vehicle of just its height", { heightCm: 200 }, low, true],
    ["no vehicle a centimetre higher", { heightCm: 201 }, low, false],
    ["nobody who needs a charger that it has not", { ev: true }, low, false],
    ["who needs a charger that it has", { ev: true }, { ...low, ev: true }, true],
    ["who needs none, although it has one", { ev: false }, { ...low, ev: true }, true],
    ["who needs none", { ev: false }, low, true],
  ])("suits %s", (_what, wish: Partial<Wish>, place, does) => {
    expect(suits(place, { ...fromNoon(0, 1), ...wish })).toBe(does);
  });
});

describe("the list of a lot", () => {
  const document = dayOf(ZONE, "2026-12-01T12:00:00+08:00", [fromNoon(0, 2)]);
  const facts = { windows: 2, open: true, ev: false, heightCm: 200 };
  const spaceOf = (id: string, changes: Partial<typeof facts> = {}): ListedSpace => ({
    ...{ id, at: `at-${id}`, facts: { ...facts, ...changes } },
  });
  const listed = (windows: number): ListedDay => ({ windows, quarters: openQuarters(document) });
  const found = (space: ListedSpace, entry: ListedDay | undefined, wish: Wish) =>
    candidates([space], new Map(entry ? [[space.id, entry]] : []), document.day, wish).length === 1;
  const [free, taken] = [fromNoon(0, 1), fromNoon(3, 4)];

  it.each([
    ["one that its day shows free", spaceOf("a"), listed(2), free, true],
    ["not one that its day shows taken", spaceOf("a"), listed(2), taken, false],
    ["one whose day was made from other windows", spaceOf("a"), listed(1), taken, true],
    ["one whose day is not listed", spaceOf("a"), undefined, taken, true],
    ["one of an older release, of which nothing is known", { id: "a", at: "at-a" }, listed(2), taken, true],
    ["one of which neither is known", { id: "a", at: "at-a" }, undefined, taken, true],
    ["not one that is withdrawn", spaceOf("a", { open: false }), undefined, free, false],
    ["not one without a charger that is needed", spaceOf("a"), undefined, { ...free, ev: true }, false],
    ["one with a charger that is needed", spaceOf("a", { ev: true }), undefined, { ...free, ev: true }, true],
  ])("leaves to be read %s", (_what, space, entry, wish, is) => expect(found(space, entry, wish)).toBe(is));

  it("keeps its order, each space judged by its own day", () => {
    const spaces = [spaceOf("c"), spaceOf("a"), spaceOf("b")];
    const days = new Map([
      ["a", listed(2)],
      ["c", { windows: 2, quarters: new Uint8Array(13) }],
    ]);
    expect(candidates(spaces, days, document.day, free).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("an answer's budget", () => {
  it("is 48 read units, of which strong reads take one each", () => {
    const purse = new Purse();
    expect([purse.affords(1), purse.affords(5)]).toEqual([48, 9]);
    purse.pay(40);
    expect([purse.affords(1), purse.affords(3), purse.affords(9)]).toEqual([8, 2, 0]);
    purse.pay(40);
    expect(purse.affords(1)).toBe(0);
  });

  it.each([
    [0, 95],
    [4_096, 95],
    [4_097, 94],
    [8_192, 94],
    [8_193, 93],
  ])("pays half a unit for each started 4 KB of a list: after %d bytes %d half units are left", (bytes, halves) => {
    const purse = new Purse();
    purse.payQuery(bytes);
    expect(purse.affords(0.5)).toBe(halves);
  });
});

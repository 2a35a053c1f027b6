/** When a space is open, and whether it takes bookings at all. */
import { describe, expect, it } from "vitest";
import { openWindows, overrideRefusals, type Space, spaceRefusals } from "../../../functions/parking/domain/place.ts";
import type { Interval } from "../../../functions/shared/intervals.ts";
import { instantOf } from "../../../functions/shared/time.ts";
import { testRules } from "../../support/parking.ts";
import { fromNoon, stretch, uuid } from "./make.ts";

const spaceOf = (fields: Partial<Space> = {}): Space => ({
  ...{ id: uuid(81), community: "lujing", lot: uuid(82), label: "B-12", owner: uuid(2), approval: "auto" },
  ...{ at: { latE6: 30_000_000, lonE6: 120_000_000 }, zone: "Asia/Shanghai", ev: false, heightCm: 200 },
  ...{ price: testRules().price, availability: { rules: [], overrides: [] }, windows: 1, decision: undefined },
  ...{ state: "open", by: uuid(2), revision: 1, fingerprint: "fp" },
  ...fields,
});
const told = ({ fromMs, untilMs }: Interval) => ({ from: instantOf(fromMs), until: instantOf(untilMs) });
const override = (from: number, until: number, open: boolean) => ({ ...told(fromNoon(from, until)), open });

describe("a space's windows in a day", () => {
  const day = stretch("2026-12-01T00:00:00+08:00", "2026-12-02T00:00:00+08:00");
  const windows = (occurrences: readonly Interval[], overrides: Space["availability"]["overrides"] = []) =>
    openWindows(spaceOf({ availability: { rules: [], overrides } }), occurrences, day);

  it("are the recurring ones, without what lies before or after it", () => {
    expect(windows([fromNoon(-20, -11), fromNoon(0, 1), fromNoon(11, 20)])).toEqual([
      fromNoon(-12, -11),
      fromNoon(0, 1),
      fromNoon(11, 12),
    ]);
    expect(windows([fromNoon(-14, -12), fromNoon(12, 14)])).toEqual([]);
  });

  it("are opened and closed by overrides, of which a later one wins", () => {
    const closed = override(1, 4, false);
    expect(windows([fromNoon(0, 6)], [closed])).toEqual([fromNoon(0, 1), fromNoon(4, 6)]);
    expect(windows([fromNoon(0, 6)], [closed, override(2, 3, true)])).toEqual([
      fromNoon(0, 1),
      fromNoon(2, 3),
      fromNoon(4, 6),
    ]);
    expect(windows([fromNoon(0, 6)], [override(2, 3, true), closed])).toEqual([fromNoon(0, 1), fromNoon(4, 6)]);
    expect(windows([], [override(-20, 20, true)])).toEqual([day]);
  });
});

describe("a space", () => {
  const stay = fromNoon(1, 3);

  it("that was withdrawn takes no booking, whatever covers it", () => {
    const withdrawn = [{ code: "parking/withdrawn", params: {} }];
    const decision = { document: "2026/3", ...told(stay) };
    expect(spaceRefusals(spaceOf({ state: "withdrawn" }), stay)).toEqual(withdrawn);
    expect(spaceRefusals(spaceOf({ state: "withdrawn", owner: undefined, decision }), stay)).toEqual(withdrawn);
  });

  it("with an owner needs no decision", () => expect(spaceRefusals(spaceOf(), stay)).toEqual([]));

  it.each([
    ["there is none", undefined, false],
    ["it covers just the stay", fromNoon(1, 3), true],
    ["it begins a millisecond later", { ...stay, fromMs: stay.fromMs + 1 }, false],
    ["it ends a millisecond earlier", { ...stay, untilMs: stay.untilMs - 1 }, false],
    ["it covers more", fromNoon(0, 24), true],
  ])("of all owners is bookable while a decision covers the stay (Civil Code art. 278 item 8): %s", (_what, of, is) => {
    const decision = of && { document: "2026/3", ...told(of) };
    expect(spaceRefusals(spaceOf({ owner: undefined, decision }), stay)).toEqual(
      is ? [] : [{ code: "parking/not-covered", params: {} }],
    );
  });
});

describe("an override", () => {
  it.each([
    ["of a minute", 1 / 60, true],
    ["without length", 0, false],
    ["that ends before it begins", -1, false],
    ["of 400 days", 9_600, true],
    ["of a minute more", 9_600 + 1 / 60, false],
  ])("is a stretch of at most 400 days: one %s", (_what, length, isTaken) => {
    const fine = override(0, 1, true);
    const one = override(2, 2 + length, false);
    const { from, until } = one;
    expect(overrideRefusals([fine, one, fine], 400)).toEqual(
      isTaken ? [] : [{ code: "parking/interval", params: { from, until } }],
    );
  });
});

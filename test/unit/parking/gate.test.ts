/** Gates: whose key is valid, which reading is believed, which plate may be meant, and when a vehicle may pass. */
import { describe, expect, it } from "vitest";
import {
  ACCESS_AHEAD_MS,
  believable,
  type Gate,
  nearly,
  onTime,
  passing,
  rekeyed,
  revoked,
  validGenerations,
} from "../../../functions/parking/domain/gate.ts";
import { DAY, MINUTE } from "../../support/clock.ts";
import { testRules } from "../../support/parking.ts";
import { fromNoon, NOON, uuid } from "./make.ts";

const gate: Gate = {
  ...{ id: uuid(1), community: "lujing", lot: uuid(2), name: "North", state: "active", generation: 3 },
  ...{ by: uuid(3), revision: 5, fingerprint: "fp" },
};

describe("a gate's key", () => {
  it("gets the next number; the one before stays valid for the minutes named, to the millisecond", () => {
    const next = rekeyed(gate, NOON, 60);
    expect(next).toEqual({ ...gate, generation: 4, previousMs: NOON + 60 * MINUTE, revision: 6 });
    const valid = (nowMs: number) => validGenerations(next, nowMs);
    expect([valid(NOON), valid(NOON + 60 * MINUTE - 1), valid(NOON + 60 * MINUTE)]).toEqual([[4, 3], [4, 3], [4]]);
  });

  it("of a gate that never had another is the only one", () => expect(validGenerations(gate, NOON)).toEqual([3]));

  it("of a revoked gate is never valid, not even the one before", () => {
    const gone = revoked(rekeyed(gate, NOON, 60));
    expect(gone).toEqual({ ...gate, state: "revoked", generation: 4, previousMs: undefined, revision: 7 });
    expect([validGenerations(gone, NOON), validGenerations({ ...gone, previousMs: NOON + 1 }, NOON)]).toEqual([[], []]);
  });
});

describe("a gate's clock", () => {
  it.each([
    [-5 * MINUTE, true],
    [-5 * MINUTE - 1, false],
    [5 * MINUTE, true],
    [5 * MINUTE + 1, false],
  ])("may be off by five minutes either way: sent %d ms from now", (ms, isTaken) =>
    expect(onTime(NOON + ms, NOON)).toBe(isTaken),
  );

  it.each([
    [0, true],
    [5 * MINUTE, true],
    [5 * MINUTE + 1, false],
    [-7 * DAY, true],
    [-7 * DAY - 1, false],
  ])("is believed for a reading of up to seven days ago, and none of the future: read %d ms from now", (ms, isTaken) =>
    expect(believable(NOON + ms, NOON)).toBe(isTaken),
  );
});

describe("a plate that was read", () => {
  it.each([
    ["浙D12345", "浙D12346", true],
    ["浙D12345", "沪D12345", true],
    ["浙D12345", "浙D12345", false],
    ["浙D12345", "浙D12354", false],
    ["浙D12345", "浙D1234", false],
    ["浙D12345", "浙D123456", false],
    ["", "", false],
  ])("%s is nearly %s where exactly one character differs: %s", (one, other, isNearly) => {
    expect([nearly(one, other), nearly(other, one)]).toEqual([isNearly, isNearly]);
  });
});

describe("a vehicle", () => {
  it("is on a gate's access list a day before it may pass", () => expect(ACCESS_AHEAD_MS).toBe(DAY));

  it("may pass from some minutes before the beginning until the grace after the end", () => {
    expect(passing(fromNoon(1, 2), testRules())).toEqual({
      fromMs: NOON + 50 * MINUTE,
      untilMs: NOON + 135 * MINUTE,
    });
  });
});

/** The waitlist of a place: who may join, in which order it goes, and what becomes of an entry. */
import { describe, expect, it } from "vitest";
import {
  asJoined,
  cancelRefusals,
  ceilingRefusals,
  joined,
  leaving,
  OWN_MAX,
  offerExpiry,
  passedOver,
  placeOf,
  QUEUE_MAX,
  type Queue,
  queueRefusals,
  type WaitEntry,
  waitStateAt,
  withoutEntries,
} from "../../../functions/parking/domain/waitlist.ts";
import { refuse } from "../../../functions/shared/refusal.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import { testRules } from "../../support/parking.ts";
import { fromNoon, NOON, uuid } from "./make.ts";

describe("a queue", () => {
  const entry = (id: number, renter = id, from = 1): WaitEntry => ({
    ...{ id: uuid(id), community: "lujing", lot: uuid(90), renter: uuid(renter), by: uuid(renter) },
    ...{ ...fromNoon(from, from + 1), plate: { hash: "h", end: "345", sealed: "s" }, maxPrice: 20, unit: "points" },
    ...{ state: "waiting", joinedMs: NOON, changedBy: uuid(renter), revision: 1, fingerprint: "fp" },
  });
  const queueOf = (entries: readonly WaitEntry[]): Queue =>
    entries.reduce(joined, { place: uuid(90), waiting: [], revision: 0 });

  it("keeps the order of joining, and counts each change", () => {
    const queue = queueOf([entry(1), entry(2), entry(3)]);
    const left = withoutEntries(queue, [uuid(2)]);
    expect([left.waiting.map(({ id }) => id), left.revision]).toEqual([[uuid(1), uuid(3)], 4]);
  });

  it("is full for a person and for a place; what has begun counts no more", () => {
    const own = queueOf(Array.from({ length: OWN_MAX }, (_, index) => entry(index, 7)));
    expect(queueRefusals(own, uuid(7), NOON)[0]).toMatchObject({ code: "parking/wait-own", params: { limit: 3 } });
    expect(queueRefusals(own, uuid(8), NOON)).toEqual([]);
    expect(queueRefusals(own, uuid(7), NOON + HOUR)).toEqual([]);
    const full = queueOf(Array.from({ length: QUEUE_MAX }, (_, index) => entry(index)));
    expect(queueRefusals(full, uuid(99), NOON)).toEqual([{ code: "parking/wait-full", params: { limit: 50 } }]);
    expect(queueRefusals(withoutEntries(full, [uuid(3)]), uuid(99), NOON)).toEqual([]);
  });

  it("keeps a plate only while somebody waits, and a reason once", () => {
    const passed = passedOver(entry(1), refuse("parking/quota"), uuid(9), NOON);
    expect([passed.passed, passed.revision]).toEqual([{ code: "parking/quota", atMs: NOON }, 2]);
    expect(passedOver(passed, refuse("parking/quota"), uuid(9), NOON + HOUR)).toBe(passed);
    const offered = leaving(passed, "offered", uuid(9), NOON, uuid(5));
    expect([offered.plate, offered.passed, offered.booking, offered.revision]).toEqual([
      undefined,
      undefined,
      uuid(5),
      3,
    ]);
    expect(leaving(passed, "ended", uuid(9), NOON).passed?.code).toBe("parking/quota");
    expect(asJoined(offered)).toMatchObject({ state: "waiting", revision: 1, changedBy: uuid(1) });
  });

  it("offers for the policy's minutes, 30 without, and never beyond the beginning", () => {
    const minutes = (rules: Readonly<Record<string, unknown>>, from: number) =>
      (offerExpiry(testRules(rules), fromNoon(from, 9), NOON) - NOON) / MINUTE;
    expect([minutes({}, 1), minutes({ waitlist: { offerMinutes: 45 } }, 1), minutes({}, 0.25)]).toEqual([30, 45, 15]);
  });

  it("is that of a space, or of a pooled lot", () => {
    expect([placeOf(entry(1)), placeOf({ ...entry(1), space: uuid(91) })]).toEqual([uuid(90), uuid(91)]);
  });

  it("offers nobody a stay above the price that they named", () => {
    expect([ceilingRefusals(19, 20), ceilingRefusals(20, 20)]).toEqual([[], []]);
    expect(ceilingRefusals(21, 20)).toEqual([{ code: "parking/above-ceiling", params: { price: 21, maxPrice: 20 } }]);
  });

  it.each(["offered", "ended", "cancelled"] as const)(
    "leaves an entry that is %s as it is, whatever the time",
    (state) => {
      const gone = leaving(entry(1), state, uuid(9), NOON + 1);
      expect(waitStateAt(gone, NOON + 2 * HOUR)).toBe(state);
      expect(cancelRefusals(gone, NOON + 2)).toEqual([
        { code: "parking/wait-state", params: { state, since: "2026-12-01T04:00:00.001Z" } },
      ]);
    },
  );

  it("ends when the stretch begins, for readers at once", () => {
    expect([waitStateAt(entry(1), NOON + HOUR - 1), waitStateAt(entry(1), NOON + HOUR)]).toEqual(["waiting", "ended"]);
    expect(cancelRefusals(entry(1), NOON)).toEqual([]);
    expect(cancelRefusals(entry(1), NOON + HOUR)[0]).toMatchObject({
      code: "parking/wait-state",
      params: { state: "ended", since: "2026-12-01T05:00:00.000Z" },
    });
  });
});

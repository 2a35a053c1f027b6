/** Days of a space: where they begin and end, what is open, taken and free in them, and their bytes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Busy,
  collide,
  type DayDocument,
  freeTimes,
  live,
  localDays,
  MINUTE_MS,
  mayFit,
  obstacle,
  openQuarters,
  reach,
  renterTag,
  withBusy,
  without,
} from "../../../functions/parking/domain/day.ts";
import { packBusy, packWindows, unpackBusy, unpackWindows } from "../../../functions/parking/store/pack.ts";
import { at, busy, dayOf, fromNoon, hours, NOON, stretch, uuid, ZONE } from "./make.ts";

describe("local days", () => {
  it.each([
    ["Europe/London", "2026-03-29T00:00:00Z", 23],
    ["Europe/London", "2026-10-24T23:00:00Z", 25],
    ["Australia/Lord_Howe", "2026-04-04T13:00:00Z", 24.5],
    ["Asia/Shanghai", "2026-10-24T16:00:00Z", 24],
    ["Asia/Shanghai", "2028-02-28T16:00:00Z", 24],
  ])("of %s from %s are %d hours long", (zone, from, length) => {
    const [day] = localDays({ fromMs: at(from), untilMs: at(from) + 1 }, zone);
    expect(day && [day.fromMs, hours(day)]).toEqual([at(from), length]);
  });

  it("of a stretch that ends at midnight do not include the day that begins then", () => {
    const night = stretch("2026-06-15T12:00:00Z", "2026-06-15T16:00:00Z");
    expect(localDays(night, ZONE).map(({ day }) => day)).toEqual(["20260615"]);
    expect(localDays({ ...night, untilMs: night.untilMs + 1 }, ZONE).map(({ day }) => day)).toEqual([
      "20260615",
      "20260616",
    ]);
  });

  it("of a stretch lie side by side and hold all of it, in every zone", () => {
    const zone = fc.constantFrom(
      "Asia/Shanghai",
      "Europe/London",
      "America/Sao_Paulo",
      "Australia/Lord_Howe",
      "Pacific/Apia",
    );
    const from = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2029-01-01T00:00:00Z") });
    fc.assert(
      fc.property(zone, from, fc.integer({ min: 1, max: 8 * 86_400_000 }), (name, fromMs, length) => {
        const days = localDays({ fromMs, untilMs: fromMs + length }, name);
        expect(days[0]?.fromMs).toBeLessThanOrEqual(fromMs);
        expect(days.at(-1)?.untilMs).toBeGreaterThanOrEqual(fromMs + length);
        expect(days.every((day, index) => index === 0 || day.fromMs === days[index - 1]?.untilMs)).toBe(true);
      }),
    );
  });
});

describe("a day's document", () => {
  it("keeps two renters the larger buffer apart, one renter none", () => {
    const one = busy(stretch("2026-06-15T10:00:00Z", "2026-06-15T11:00:00Z"));
    const next = (from: string, fields: Partial<Busy>) =>
      busy(stretch(from, "2026-06-15T12:00:00Z"), { booking: uuid(2), ...fields });
    const other = { renter: "00000002", buffer: 30 };
    expect(collide(one, next("2026-06-15T11:00:00Z", {}))).toBe(false);
    expect(collide(one, next("2026-06-15T11:29:00Z", other))).toBe(true);
    expect(collide(one, next("2026-06-15T11:30:00Z", other))).toBe(false);
    expect(collide(next("2026-06-15T11:29:00Z", other), one)).toBe(true);
    expect(collide(next("2026-06-15T11:30:00Z", other), one)).toBe(false);
  });

  it("tells renters apart by the last eight characters of their ids", () => {
    expect(renterTag("019a0000-0000-7000-8000-00000000abcd")).toBe("0000abcd");
  });

  it("has a hold in it until the very millisecond at which the hold ends", () => {
    const [hold, booked] = [busy(fromNoon(0, 1), { expiresMs: NOON }), busy(fromNoon(2, 3))];
    expect([live([hold, booked], NOON - 1), live([hold, booked], NOON)]).toEqual([[hold, booked], [booked]]);
  });

  it("is touched by a stretch with its buffer on both sides", () => {
    expect(reach({ ...fromNoon(0, 1), buffer: 30 })).toEqual(fromNoon(-0.5, 1.5));
  });

  const noon = "2026-12-01T12:00:00+08:00";
  it.each([
    ["lies in it", fromNoon(0, 1), true],
    ["ends a buffer before it", fromNoon(-14, -12.25), false],
    ["ends within a buffer before it", fromNoon(-14, -12.2), true],
    ["begins a buffer after it", fromNoon(12.25, 14), false],
    ["begins within a buffer after it", fromNoon(12.2, 14), true],
  ])("has a stretch only where that touches it with its buffer: one that %s", (_what, times, taken) => {
    const document = dayOf(ZONE, noon, []);
    const wanted = busy(times);
    expect(withBusy(document, wanted, NOON)).toEqual({ ...document, revision: 2, busy: taken ? [wanted] : [] });
  });

  it("has a booking once: a later stretch of it replaces the earlier one, and what has expired goes with it", () => {
    const other = busy(fromNoon(5, 6), { booking: uuid(2) });
    const expired = busy(fromNoon(8, 9), { booking: uuid(3), kind: "held", expiresMs: NOON });
    const document = dayOf(ZONE, noon, [], [busy(fromNoon(0, 1)), other, expired]);
    const later = busy(fromNoon(3, 4));
    expect(withBusy(document, later, NOON)).toEqual({ ...document, revision: 2, busy: [other, later] });
    expect(without(document, uuid(1), NOON)).toEqual({ ...document, revision: 2, busy: [other] });
  });

  it("keeps no booking from its own place when it is moved or made longer", () => {
    const day = dayOf(ZONE, noon, [fromNoon(0, 2)], [busy(fromNoon(0, 1)), busy(fromNoon(2, 3), { booking: uuid(2) })]);
    expect(obstacle([day], busy(fromNoon(0.5, 2)), NOON)).toBeUndefined();
    // The owner may have closed the space since: what the booking had stays its own.
    const closed: DayDocument = { ...day, open: [fromNoon(1, 2)] };
    expect(obstacle([closed], busy(fromNoon(0, 2)), NOON)).toBe("closed");
    expect(obstacle([closed], busy(fromNoon(0, 2)), NOON, [fromNoon(0, 1)])).toBeUndefined();
  });

  it("that is stored in two days' documents is one stretch, and free times leave it out", () => {
    const overMidnight = busy(fromNoon(11, 13));
    const days = [noon, "2026-12-02T12:00:00+08:00"].map((instant) => {
      const made = dayOf(ZONE, instant, [], [overMidnight]);
      return { ...made, open: [made.day] };
    });
    expect(freeTimes(days, fromNoon(10, 14), NOON)).toEqual([fromNoon(10, 11), fromNoon(13, 14)]);
  });

  it("two stretches that may not both stand always meet in a document, whatever their buffers", () => {
    const minute = fc.integer({ min: 0, max: 3 * 1_440 });
    const one = fc.record({
      from: minute,
      length: fc.integer({ min: 30, max: 600 }),
      buffer: fc.integer({ min: 0, max: 120 }),
    });
    const base = at("2026-10-23T23:00:00Z");
    fc.assert(
      fc.property(one, one, (a, b) => {
        const made = [a, b].map(({ from, length, buffer }, index) => ({
          ...busy(stretch("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), {
            booking: uuid(index),
            renter: `0000000${index}`,
            buffer,
          }),
          fromMs: base + from * MINUTE_MS,
          untilMs: base + (from + length) * MINUTE_MS,
        }));
        const [first, second] = made as [Busy, Busy];
        if (!collide(first, second)) return;
        const days = localDays({ fromMs: base - 86_400_000, untilMs: base + 6 * 86_400_000 }, "Europe/London");
        const documents = days.map((day) => ({
          space: { id: "", lot: "", label: "" },
          day,
          revision: 1,
          availability: 1,
          open: [],
          busy: [],
        }));
        const holds = (wanted: Busy) =>
          documents.filter((each) => withBusy(each, wanted, 0).busy.length > 0).map(({ day }) => day.day);
        expect(holds(first).some((day) => holds(second).includes(day))).toBe(true);
      }),
    );
  });

  it("is closed where no window is open, across midnight too; an expired hold is in nobody's way", () => {
    const night = dayOf("Asia/Shanghai", "2026-06-15T12:00:00Z", [
      stretch("2026-06-15T11:00:00Z", "2026-06-15T16:00:00Z"),
    ]);
    const morning = dayOf("Asia/Shanghai", "2026-06-15T17:00:00Z", [
      stretch("2026-06-15T16:00:00Z", "2026-06-15T23:00:00Z"),
    ]);
    const stay = busy(stretch("2026-06-15T11:00:00Z", "2026-06-15T23:00:00Z"), {
      booking: uuid(2),
      renter: "00000002",
    });
    expect(obstacle([night, morning], stay, 0)).toBeUndefined();
    expect(obstacle([night], stay, 0)).toBe("closed");
    const hold = busy(stretch("2026-06-15T12:00:00Z", "2026-06-15T13:00:00Z"), { kind: "held", expiresMs: 5_000 });
    const held = [{ ...night, busy: [hold] }, morning];
    expect([obstacle(held, stay, 4_999), obstacle(held, stay, 5_000)]).toEqual(["taken", undefined]);
  });

  it("has a bit for each quarter that may be free, 92 on a day of 23 hours and 100 on one of 25", () => {
    const count = (bits: Uint8Array) =>
      [...bits].reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
    for (const [from, quarters] of [
      ["2026-03-29T00:00:00Z", 92],
      ["2026-10-24T23:00:00Z", 100],
    ] as const) {
      const day = dayOf("Europe/London", from, []);
      const open = { ...day, open: [day.day] };
      expect(count(openQuarters(open))).toBe(quarters);
      const taken = { ...open, busy: [busy({ fromMs: at(from), untilMs: at(from) + 16 * MINUTE_MS })] };
      expect(count(openQuarters(taken))).toBe(quarters - 1);
      expect([...openQuarters(taken)][0]).toBe(0b0111_1111);
      // A hold may end without anybody writing, so it takes no bit.
      const held = {
        ...open,
        busy: [busy({ fromMs: at(from), untilMs: at(from) + 16 * MINUTE_MS }, { expiresMs: 1 })],
      };
      expect(count(openQuarters(held))).toBe(quarters);
      expect(freeTimes([taken], day.day, 0).map(hours)).toEqual([quarters / 4 - 16 / 60]);
      expect(openQuarters(open).length).toBe(13);
    }
  });

  it("shows in its bits where a stretch may fit: all of its quarters within the day are free", () => {
    // Quarters 48 to 51 and 56 to 95 are free.
    const day = dayOf(ZONE, noon, [fromNoon(0, 1), fromNoon(2, 12)]);
    const bits = openQuarters(day);
    const quarters = Array.from({ length: 104 }, (_, quarter) => quarter);
    const isFree = (quarter: number) => (quarter >= 48 && quarter < 52) || (quarter >= 56 && quarter < 96);
    expect(quarters.filter((quarter) => ((bits[quarter >> 3] as number) << (quarter & 7)) & 0x80)).toEqual(
      quarters.filter(isFree),
    );
    const fits = [fromNoon(0, 1), fromNoon(0.25, 0.5), fromNoon(2, 12), fromNoon(11, 20), fromNoon(-24, -12)];
    expect(fits.map((times) => mayFit(bits, day.day, times))).toEqual([true, true, true, true, true]);
    const no = [fromNoon(-0.1, 1), fromNoon(0, 1.1), fromNoon(0.5, 2.5), fromNoon(1, 2), fromNoon(-13, -11.9)];
    expect(no.map((times) => mayFit(bits, day.day, times))).toEqual([false, false, false, false, false]);
  });

  it("is the same after it was packed into bytes", () => {
    const from = at("2026-06-15T16:00:00Z");
    const minute = fc.integer({ min: -10_100, max: 11_600 }).map((value) => from + value * MINUTE_MS);
    const one = fc.record({
      booking: fc.uuid(),
      fromMs: minute,
      untilMs: minute,
      renter: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((value) => value.toString(16).padStart(8, "0")),
      kind: fc.constantFrom("held" as const, "pending" as const, "booked" as const),
      buffer: fc.integer({ min: 0, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const stretches = all.map((each) => ({ ...each }));
        expect(unpackBusy(packBusy(stretches, from), from)).toEqual(stretches);
      }),
    );
    const windows = [
      stretch("2026-06-15T16:00:00Z", "2026-06-15T23:15:00Z"),
      stretch("2026-06-16T01:00:00Z", "2026-06-16T16:00:00Z"),
    ];
    expect(unpackWindows(packWindows(windows, from), from)).toEqual(windows);
    const held = { ...busy(stretch("2026-06-15T17:00:00Z", "2026-06-15T18:00:00Z")), expiresMs: 1_767_225_600_001 };
    // Rounded up to the second: a hold is never shorter than was promised.
    expect(unpackBusy(packBusy([held], from), from)[0]?.expiresMs).toBe(1_767_225_601_000);
    expect(
      packBusy(
        Array.from({ length: 20 }, () => held),
        from,
      ).length,
    ).toBe(600);
  });
});

/** Days, prices, refunds, shares, plates and bytes of shared parking, with numbers worked out by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stretchRefusals } from "../../../functions/parking/domain/booking.ts";
import {
  type Busy,
  collide,
  type DayDocument,
  freeTimes,
  localDays,
  MINUTE_MS,
  obstacle,
  openQuarters,
  withBusy,
} from "../../../functions/parking/domain/day.ts";
import { plateOf } from "../../../functions/parking/domain/plate.ts";
import { overstayPrice, priceOf, refundOf, sharesOf } from "../../../functions/parking/domain/price.ts";
import { quarterUses } from "../../../functions/parking/domain/quarters.ts";
import { packBusy, packWindows, unpackBusy, unpackWindows } from "../../../functions/parking/store/pack.ts";
import { apportion } from "../../../functions/shared/shares.ts";
import type { PricePlan } from "../../../schemas/parking/policy.ts";
import { testRules } from "../../support/parking.ts";

const at = (text: string): number => Date.parse(text);
const stretch = (from: string, until: string) => ({ fromMs: at(from), untilMs: at(until) });
const hours = ({ fromMs, untilMs }: { fromMs: number; untilMs: number }) => (untilMs - fromMs) / 3_600_000;
const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const busy = (from: string, until: string, fields: Partial<Busy> = {}): Busy => ({
  ...stretch(from, until),
  booking: uuid(1),
  renter: "00000001",
  kind: "booked",
  buffer: 15,
  ...fields,
});

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

const dayOf = (zone: string, from: string, open: DayDocument["open"], taken: readonly Busy[] = []): DayDocument => {
  const [day] = localDays({ fromMs: at(from), untilMs: at(from) + 1 }, zone);
  if (!day) throw new Error("no day");
  return { space: { id: uuid(9), lot: uuid(8), label: "A-1" }, day, revision: 1, availability: 1, open, busy: taken };
};

describe("a day's document", () => {
  it("keeps two renters the larger buffer apart, one renter none", () => {
    const one = busy("2026-06-15T10:00:00Z", "2026-06-15T11:00:00Z");
    const next = (from: string, fields: Partial<Busy>) =>
      busy(from, "2026-06-15T12:00:00Z", { booking: uuid(2), ...fields });
    const other = { renter: "00000002", buffer: 30 };
    expect(collide(one, next("2026-06-15T11:00:00Z", {}))).toBe(false);
    expect(collide(one, next("2026-06-15T11:29:00Z", other))).toBe(true);
    expect(collide(one, next("2026-06-15T11:30:00Z", other))).toBe(false);
    expect(collide(next("2026-06-15T11:29:00Z", other), one)).toBe(true);
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
          ...busy("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", {
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
    const stay = busy("2026-06-15T11:00:00Z", "2026-06-15T23:00:00Z", { booking: uuid(2), renter: "00000002" });
    expect(obstacle([night, morning], stay, 0)).toBeUndefined();
    expect(obstacle([night], stay, 0)).toBe("closed");
    const hold = busy("2026-06-15T12:00:00Z", "2026-06-15T13:00:00Z", { kind: "held", expiresMs: 5_000 });
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
      const taken = { ...open, busy: [busy(from, from, { untilMs: at(from) + 16 * MINUTE_MS })] };
      expect(count(openQuarters(taken))).toBe(quarters - 1);
      expect([...openQuarters(taken)][0]).toBe(0b0111_1111);
      // A hold may end without anybody writing, so it takes no bit.
      const held = { ...open, busy: [busy(from, from, { untilMs: at(from) + 16 * MINUTE_MS, expiresMs: 1 })] };
      expect(count(openQuarters(held))).toBe(quarters);
      expect(freeTimes([taken], day.day, 0).map(hours)).toEqual([quarters / 4 - 16 / 60]);
    }
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
    const held = { ...busy("2026-06-15T17:00:00Z", "2026-06-15T18:00:00Z"), expiresMs: 1_767_225_600_001 };
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

describe("a stretch of time", () => {
  const now = new Date("2026-10-25T00:00:00Z");
  const code = (from: string, until: string, zone = "Europe/London") =>
    stretchRefusals(stretch(from, until), testRules(), zone, now)[0]?.code;
  it.each([
    ["ends before it begins", "2026-10-25T10:00:00Z", "2026-10-25T09:00:00Z", "parking/interval"],
    ["has no length", "2026-10-25T10:00:00Z", "2026-10-25T10:00:00Z", "parking/interval"],
    ["is too short", "2026-10-25T10:00:00Z", "2026-10-25T10:15:00Z", "parking/duration"],
    ["is too long", "2026-10-25T10:00:00Z", "2026-11-01T10:15:00Z", "parking/duration"],
    ["is off the grid", "2026-10-25T10:05:00Z", "2026-10-25T11:05:00Z", "parking/grid"],
    ["is off the grid by a second", "2026-10-25T10:00:01Z", "2026-10-25T11:00:01Z", "parking/grid"],
    ["has begun more than a step ago", "2026-10-24T23:45:00Z", "2026-10-25T11:00:00Z", "parking/past"],
    ["is too far ahead", "2026-12-25T00:00:00Z", "2026-12-25T02:00:00Z", "parking/too-far"],
    ["is a whole week", "2026-10-25T10:00:00Z", "2026-11-01T10:00:00Z", undefined],
    ["crosses the hour that comes twice", "2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z", undefined],
  ])("that %s", (_what, from, until, expected) => expect(code(from, until)).toBe(expected));
});

describe("a price", () => {
  const plan: PricePlan = {
    unit: "points",
    steps: [
      { untilMinutes: 60, everyMinutes: 30, amount: 5 },
      { untilMinutes: null, everyMinutes: 60, amount: 4 },
    ],
    dayCap: 30,
  };
  it.each([
    [30, 5],
    [31, 10],
    [60, 10],
    [61, 14],
    [300, 26],
    [600, 30],
    [1_440, 30],
    [1_441, 35],
    [2_880, 60],
    [10_080, 210],
  ])("of %d minutes is %d", (minutes, price) => expect(priceOf(plan, minutes)).toBe(price));

  it.each([
    [15, 0],
    [16, 20],
    [75, 20],
    [76, 40],
  ])("of an overstay of %d minutes is %d", (minutes, price) =>
    expect(overstayPrice(plan, testRules(), minutes)).toBe(price),
  );

  it("comes back by the rules, rounded up for the renter", () => {
    const booked = { amount: 25, createdMs: 0, fromMs: 100 * 3_600_000 };
    const back = (hoursBefore: number) => refundOf(testRules(), booked, (100 - hoursBefore) * 3_600_000);
    expect([back(24), back(23.99), back(2), back(1.99), back(-1)]).toEqual([25, 13, 13, 0, 0]);
    expect(refundOf(testRules(), { ...booked, createdMs: 99 * 3_600_000 }, 99 * 3_600_000 + 600_000)).toBe(25);
  });

  it("is split into parts that sum to it, each within one of its share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 }),
        (amount, weights) => {
          const sum = weights.reduce((all, weight) => all + weight, 0);
          if (sum === 0) return;
          const parts = apportion(amount, weights);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(amount);
          for (const [index, part] of parts.entries()) {
            expect(Math.abs(part - (amount * (weights[index] as number)) / sum)).toBeLessThan(1);
          }
        },
      ),
    );
    expect(sharesOf(testRules(), 35)).toEqual({ owner: 31, property: 2, fund: 2 });
    expect(() => apportion(1, [0, 0])).toThrow(RangeError);
  });
});

describe("a plate", () => {
  it.each([
    ["浙D12345", "浙D12345"],
    ["浙d·1234a", "浙D1234A"],
    ["粤 B F12345", "粤BF12345"],
    ["沪AD12345", "沪AD12345"],
    ["京A12345D", "京A12345D"],
    ["粤Z1234港", "粤Z1234港"],
    ["京A1234学", "京A1234学"],
    ["使014578", "使014578"],
    ["沪A1234领", "沪A1234领"],
  ])("%s is %s", (typed, plate) => expect(plateOf(typed)).toBe(plate));

  it.each([
    "",
    "12345",
    "浙D1234",
    "浙DI2345",
    "浙DO2345",
    "浙I12345",
    "港A12345",
    "浙D123456",
    "浙DABCDE",
    "浙AL12345",
    "ABC-1234",
  ])("%j is none", (typed) => expect(plateOf(typed)).toBeUndefined());
});

describe("quarters of a pooled lot", () => {
  it("are those that the stretch touches, counted from the day's first instant, and cancel out in a change", () => {
    const uses = quarterUses(undefined, stretch("2026-06-15T15:20:00Z", "2026-06-15T16:10:00Z"), "Asia/Shanghai");
    expect(uses.map(({ day, change }) => [day.day, [...change]])).toEqual([
      [
        "20260615",
        [
          [93, 1],
          [94, 1],
          [95, 1],
        ],
      ],
      ["20260616", [[0, 1]]],
    ]);
    const moved = quarterUses(
      stretch("2026-06-15T01:00:00Z", "2026-06-15T02:00:00Z"),
      stretch("2026-06-15T01:15:00Z", "2026-06-15T02:15:00Z"),
      "Asia/Shanghai",
    );
    expect([...(moved[0]?.change ?? [])]).toEqual([
      [36, -1],
      [40, 1],
    ]);
  });
});

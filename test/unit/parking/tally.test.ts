/** What is counted of bookings by place and local month. */
import { describe, expect, it } from "vitest";
import type { Booking } from "../../../functions/parking/domain/booking.ts";
import { STATES } from "../../../functions/parking/domain/lifecycle.ts";
import { backTally, endTally, paidTally, type Tally } from "../../../functions/parking/domain/tally.ts";
import { at, bookingOf, fromNoon, NOON, stretch, ZONE } from "./make.ts";

const told = (tally: Tally) => Object.fromEntries(tally);
const shares = { owner: 18, property: 1, fund: 2 };
/** The last millisecond of November and the first of December, in the zone of the lot. */
const [NOVEMBER, DECEMBER] = [at("2026-11-30T15:59:59.999Z"), at("2026-11-30T16:00:00Z")];
const pooled = bookingOf({ owner: undefined, space: undefined });
const common = bookingOf({ owner: undefined });

describe("a payment", () => {
  it.each([
    [
      "of a private space: each part by itself",
      bookingOf(),
      { "points:owner": 18, "points:property": 1, "points:fund": 2 },
    ],
    ["of a pooled lot: the owner's part is the property's", pooled, { "points:property": 19, "points:fund": 2 }],
    ["of a common space: the owner's part is the fund's", common, { "points:property": 1, "points:fund": 20 }],
  ])("is counted in its month %s", (_what, booking: Booking, parts) => {
    const paid = (atMs: number) => told(paidTally(booking, shares, 3, ZONE, atMs));
    expect([paid(NOVEMBER), paid(DECEMBER)]).toEqual([
      { "202611": { "points:forgone": 3, ...parts } },
      { "202612": { "points:forgone": 3, ...parts } },
    ]);
  });

  it("is counted in the unit of its price", () => {
    const booking = bookingOf({ price: { ...bookingOf().price, unit: "cny" } });
    expect(told(paidTally(booking, shares, 0, ZONE, NOON))).toEqual({
      "202612": { "cny:forgone": 0, "cny:owner": 18, "cny:property": 1, "cny:fund": 2 },
    });
  });
});

describe("what is paid back", () => {
  const toldBack = (booking: Booking, [from, full]: Parameters<typeof backTally>[2], forgone: number) =>
    told(backTally(booking, { refund: 7, forgone }, [from, full], ZONE, NOVEMBER));

  it.each([
    ["the owner", bookingOf(), "owner", "points:back-owner"],
    ["the property", bookingOf(), "property", "points:back-property"],
    ["the property for a pooled lot's owner", pooled, "owner", "points:back-property"],
    ["the fund for a common space's owner", common, "owner", "points:back-fund"],
  ] as const)("is counted as paid by %s", (_what, booking, from, name) => {
    expect(toldBack(booking, [from, "fund"], 0)).toEqual({ "202611": { [name]: 7, "points:fund": 0 } });
  });

  it.each([
    ["owner and fund", bookingOf(), ["owner", "fund"], { "points:back-owner": 9, "points:fund": 2 }],
    ["owner and property", bookingOf(), ["owner", "property"], { "points:back-owner": 9, "points:property": 2 }],
    ["property and fund", bookingOf(), ["property", "fund"], { "points:back-property": 9, "points:fund": 2 }],
    ["the property alone", bookingOf(), ["property", "property"], { "points:back-property": 7, "points:property": 0 }],
    ["a pooled lot alone", pooled, ["owner", "property"], { "points:back-property": 7, "points:property": 0 }],
    ["the fund alone", common, ["owner", "fund"], { "points:back-fund": 7, "points:fund": 0 }],
  ] as const)("and has no room with the renter was paid to another, unless a pool would pay itself: %s", (...row) => {
    const [, booking, between, counts] = row;
    expect(toldBack(booking, between, 2)).toEqual({ "202611": counts });
  });
});

describe("an end", () => {
  const ended = { endedMs: NOON };

  it.each(STATES)("in the state %s is counted, and the minutes only where the place was kept", (state) => {
    const minutes = state === "completed" || state === "no-show" ? { minutes: 120 } : {};
    expect(told(endTally(bookingOf({ state, ...ended }), ZONE))).toEqual({
      "202612": { [`end-${state}`]: 1, ...minutes },
    });
  });

  it("counts the money and what was late with it", () => {
    const booking = bookingOf({ state: "completed", ...ended, shares, forgone: 3, overstayMinutes: 25 });
    expect(told(endTally(booking, ZONE))).toEqual({
      "202612": {
        ...{ "end-completed": 1, minutes: 120, overstays: 1, "overstay-minutes": 25 },
        ...{ "points:forgone": 3, "points:owner": 18, "points:property": 1, "points:fund": 2 },
      },
    });
    const inTime = bookingOf({ state: "completed", ...ended, shares, overstayMinutes: 0 });
    expect(told(endTally(inTime, ZONE))["202612"]).toEqual({
      ...{ "end-completed": 1, minutes: 120 },
      ...{ "points:forgone": 0, "points:owner": 18, "points:property": 1, "points:fund": 2 },
    });
  });

  it("over the end of a month counts minutes where they lie, the rest where the stay ended", () => {
    const times = stretch("2026-11-29T14:00:00Z", "2026-11-30T17:30:00Z");
    const booking = bookingOf({ ...times, state: "completed", endedMs: times.untilMs });
    expect(told(endTally(booking, ZONE))).toEqual({
      "202611": { minutes: 26 * 60 },
      "202612": { "end-completed": 1, minutes: 90 },
    });
    const leftEarly = { ...booking, endedMs: NOVEMBER };
    expect(told(endTally(leftEarly, ZONE))).toEqual({
      "202611": { "end-completed": 1, minutes: 26 * 60 },
      "202612": { minutes: 90 },
    });
  });

  it("of an older record that does not say when stands at the stay's end", () => {
    const booking = bookingOf({ ...fromNoon(1, 3), state: "rejected" });
    expect(Object.keys(told(endTally(booking, ZONE)))).toEqual(["202612"]);
    expect(Object.keys(told(endTally({ ...booking, endedMs: NOVEMBER }, ZONE)))).toEqual(["202611"]);
  });
});

/** A booking: when it runs out, what is due of it, who stands to it how, and what a replay shows of it. */
import { describe, expect, it } from "vitest";
import {
  asCreated,
  type Booking,
  busyFor,
  closed,
  dueOf,
  expiryOf,
  forgotten,
  heldFor,
  maySee,
  moved,
  noShowAt,
  overstayed,
  sidesOf,
} from "../../../functions/parking/domain/booking.ts";
import { STATES, type State } from "../../../functions/parking/domain/lifecycle.ts";
import type { Actor } from "../../../functions/shared/policy.ts";
import type { Role } from "../../../schemas/roles.ts";
import { DAY, MINUTE } from "../../support/clock.ts";
import { testRules } from "../../support/parking.ts";
import { bookingOf, fromNoon, NOON, uuid } from "./make.ts";

/** A hold of 5 minutes, 120 for an owner's answer, no-show at 30, 15 of grace, plates for 30 days. */
const rules = testRules();
const TAKEN: readonly State[] = ["held", "pending-owner", "confirmed", "active", "overstay"];

describe("a hold", () => {
  it("of the price is the sum of its reservations", () => {
    const amounts = [20, 5, 1].map((amount, index) => ({ id: uuid(index), amount }));
    expect([heldFor({ holds: amounts }), heldFor({ holds: [] })]).toEqual([26, 0]);
  });

  it.each(STATES)("in state %s runs out after the rules' minutes, or not at all", (state) => {
    const minutes = { held: 5, "pending-owner": 120 } as Partial<Record<State, number>>;
    const after = minutes[state];
    expect(expiryOf(state, rules, NOON)).toBe(after === undefined ? undefined : NOON + after * MINUTE);
  });

  it.each([
    ["held", "held"],
    ["pending-owner", "pending"],
    ["confirmed", "booked"],
    ["active", "booked"],
    ["overstay", "booked"],
  ] as const)("stands in its days while it is %s as %s, without the renter's name", (state, kind) => {
    const booking = bookingOf({ state, expiresMs: NOON + 5 * MINUTE });
    expect(busyFor(booking)).toEqual({
      ...{ ...fromNoon(1, 3), booking: uuid(80), renter: "00000001", kind, buffer: 15, expiresMs: NOON + 5 * MINUTE },
    });
  });
});

describe("a booking", () => {
  it("moves on by one revision, with who moved it", () => {
    const booking = bookingOf({ expiresMs: NOON });
    const next = moved(booking, "active", uuid(5), { inMs: NOON });
    expect(next).toEqual({ ...booking, state: "active", changedBy: uuid(5), inMs: NOON, revision: 4 });
    expect(moved(booking, "active", uuid(5))).toEqual({ ...booking, state: "active", changedBy: uuid(5), revision: 4 });
  });

  it("comes to an end at an instant, after which nothing of it runs out", () => {
    const held = bookingOf({ state: "held", expiresMs: NOON });
    const end = { changedBy: uuid(5), expiresMs: undefined, endedMs: NOON, revision: 4 };
    expect(closed(held, "expired", uuid(5), new Date(NOON))).toEqual({ ...held, state: "expired", ...end });
    expect(closed(held, "completed", uuid(5), new Date(NOON), { paid: 20 })).toEqual({
      ...{ ...held, state: "completed", ...end, paid: 20 },
    });
  });

  it("loses its plate when the time for it is over, and nothing else", () => {
    expect(forgotten(bookingOf())).toEqual({ ...bookingOf(), plate: undefined, revision: 4 });
  });
});

describe("a replay", () => {
  const { by, createdMs, plate, price } = bookingOf();
  const origin = { ...fromNoon(0, 2), space: uuid(70), lot: uuid(71), amount: 15, price: { ...price, dayCap: 7 } };
  const first = { id: uuid(83), amount: 20 };
  /** All that has happened to a booking since it was made. */
  const later: Partial<Booking> = {
    ...{ state: "disputed", holds: [first, { id: uuid(84), amount: 5 }], changes: 2, expiresMs: NOON + 1, inMs: NOON },
    ...{ outMs: NOON, overstayMinutes: 1, paid: 20, owed: 3, shares: { owner: 1, property: 1, fund: 1 }, forgone: 1 },
    ...{
      reward: 2,
      reason: "r",
      adjustment: 3,
      adjustmentForgone: 1,
      endedMs: NOON,
      changedBy: uuid(9),
      revision: 9,
      series: uuid(60),
    },
  };
  const made = {
    ...{ id: uuid(80), community: "lujing", owner: uuid(2), renter: uuid(1), by, plate, createdMs, fingerprint: "fp" },
    ...{ series: uuid(60), start: "held", state: "held", policy: 1, buffer: 15, holds: [first], changes: 0 },
    ...{ expiresMs: NOON + 5 * MINUTE, changedBy: by, revision: 1 },
  };

  it("shows a booking as it was made, whatever came of it", () => {
    const { fromMs, untilMs, space, lot, amount } = bookingOf();
    expect(asCreated(bookingOf(later), rules)).toEqual({ ...made, fromMs, untilMs, space, lot, amount, price });
  });

  it("shows where and when it was before it was moved or made longer", () => {
    expect(asCreated(bookingOf({ ...later, origin }), rules)).toEqual({ ...made, ...origin });
  });

  it("of one that was booked at once shows no time to confirm, of a free one no reservation", () => {
    const free = asCreated(bookingOf({ ...later, start: "confirmed", holds: [] }), rules);
    expect([free.state, free.expiresMs, free.holds]).toEqual(["confirmed", undefined, []]);
    const asked = asCreated(bookingOf({ ...later, start: "pending-owner" }), rules);
    expect([asked.state, asked.expiresMs]).toEqual(["pending-owner", NOON + 120 * MINUTE]);
  });
});

describe("what is due of a booking", () => {
  const ends = STATES.filter((state) => !TAKEN.includes(state));

  it.each([
    ["held", { expiresMs: NOON + 1 }, NOON + 1],
    ["pending-owner", { expiresMs: NOON + 2 }, NOON + 2],
    ["confirmed", { expiresMs: NOON + 1 }, NOON + 90 * MINUTE],
    ["active", { expiresMs: NOON + 1 }, NOON + 195 * MINUTE],
    ["overstay", { endedMs: NOON }, undefined],
  ] as const)("while it is %s comes at its time: %j", (state, fields, due) => {
    expect(dueOf(bookingOf({ state, ...fields }), rules)).toBe(due);
  });

  it.each(ends)("once it is %s is the end of its plate, where it has one", (state) => {
    const due = (fields: Partial<Booking>) => dueOf(bookingOf({ state, ...fields }), rules);
    expect(due({ endedMs: NOON })).toBe(NOON + 30 * DAY);
    expect([due({ endedMs: NOON, plate: undefined }), due({ endedMs: undefined })]).toEqual([undefined, undefined]);
  });

  it("is that nobody has come by the rules' minutes after the beginning", () => {
    expect(noShowAt(bookingOf(), rules)).toBe(NOON + 90 * MINUTE);
    expect(noShowAt(bookingOf(), testRules({ noShowMinutes: 1 }))).toBe(NOON + 61 * MINUTE);
  });
});

describe("an overstay", () => {
  const end = bookingOf().untilMs;
  it.each([
    [-60 * MINUTE, 0],
    [0, 0],
    [15 * MINUTE, 0],
    [15 * MINUTE + 1, 1],
    [16 * MINUTE, 1],
    [16 * MINUTE + 1, 2],
  ])("has the started minutes behind end and grace: %d ms after the end they are %d", (ms, minutes) =>
    expect(overstayed(bookingOf(), rules, end + ms)).toBe(minutes),
  );
});

describe("who stands to a booking", () => {
  const actorOf = (roles: readonly Role[], communities = ["lujing"]): Actor => ({ id: uuid(50), roles, communities });
  const nobody = actorOf(["resident"]);
  it.each([
    ["its renter", nobody, uuid(1), ["renter"], true],
    ["its owner", nobody, uuid(2), ["owner"], true],
    ["who sent it for another", nobody, uuid(3), [], false],
    ["another resident", nobody, uuid(4), [], false],
    ["a steward of the community", actorOf(["steward"]), uuid(4), ["operator"], true],
    ["a steward of another one", actorOf(["steward"], ["other"]), uuid(4), [], false],
    ["the district's administrator", actorOf(["district-admin"], []), uuid(4), ["operator"], true],
    ["an auditor of the community", actorOf(["auditor"]), uuid(4), [], true],
    ["an auditor of another one", actorOf(["auditor"], ["other"]), uuid(4), [], false],
    ["a steward who rents it", actorOf(["steward"]), uuid(1), ["renter", "operator"], true],
    ["a steward who owns it", actorOf(["steward"]), uuid(2), ["owner", "operator"], true],
  ] as const)("%s: sides and sight", (_who, actor, person, sides, sees) => {
    expect([sidesOf(bookingOf(), actor, person), maySee(bookingOf(), actor, person)]).toEqual([sides, sees]);
  });

  it("an owner who rents their own space stands on both sides", () => {
    expect(sidesOf(bookingOf({ owner: uuid(1) }), nobody, uuid(1))).toEqual(["renter", "owner"]);
  });
});

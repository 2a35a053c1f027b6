/** One item for each event of shared parking, as its store writes it, with personal data wherever some could stand. */
import type { EventName } from "../../../events/contracts.ts";
import type { Booking } from "../../../functions/parking/domain/booking.ts";
import { leaving, type WaitEntry } from "../../../functions/parking/domain/waitlist.ts";
import { createBooking, moveBooking } from "../../../functions/parking/store/bookings.ts";
import { saveWait } from "../../../functions/parking/store/waitlist.ts";
import type { Item, Write } from "../../../functions/shared/write.ts";
import { testRules } from "../../support/parking.ts";

const STAMP = 1_767_225_600_123_456;
const NOW = 1_767_225_600_123;
const HOUR = 3_600_000;
const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const itemOf = (write: Write): Item => {
  if (write.type !== "put") throw new Error("no put");
  return write.item;
};

/** The items of the waitlist. */
const waitImages = (personal: string) => {
  const waiting: WaitEntry = {
    ...{ id: uuid(84), community: "lujing", space: uuid(81), lot: uuid(82), renter: uuid(1), by: uuid(1) },
    ...{ fromMs: NOW + HOUR, untilMs: NOW + 3 * HOUR, maxPrice: 20, unit: "points", state: "waiting" },
    plate: { hash: personal, end: personal, sealed: personal },
    passed: { code: "ledger/insufficient-available", atMs: NOW },
    ...{ joinedMs: NOW, changedBy: uuid(1), revision: 1, fingerprint: "fp" },
  };
  return {
    "parking.waitlist.waiting": itemOf(saveWait(waiting, STAMP)),
    "parking.waitlist.offered": itemOf(saveWait(leaving(waiting, "offered", uuid(3), NOW, uuid(80)), STAMP)),
    "parking.waitlist.ended": itemOf(saveWait(leaving(waiting, "ended", uuid(3), NOW), STAMP)),
    "parking.waitlist.cancelled": itemOf(saveWait(leaving(waiting, "cancelled", uuid(1), NOW), STAMP)),
  } satisfies Partial<Record<EventName, Item>>;
};

/** The items; `personal` is written where people may write text. */
export const parkingImages = (personal: string): Readonly<Record<string, Item>> => {
  const made: Booking = {
    id: uuid(80),
    community: "lujing",
    state: "held",
    start: "held",
    space: uuid(81),
    lot: uuid(82),
    owner: uuid(2),
    renter: uuid(1),
    by: uuid(1),
    fromMs: NOW + HOUR,
    untilMs: NOW + 3 * HOUR,
    plate: { hash: personal, end: personal, sealed: personal },
    amount: 20,
    price: testRules().price,
    policy: 1,
    buffer: 15,
    holds: [{ id: uuid(83), amount: 20 }],
    changes: 0,
    expiresMs: NOW + 300_000,
    createdMs: NOW,
    changedBy: uuid(1),
    revision: 1,
    fingerprint: "fp",
  };
  const first = (state: Booking["state"]): Item => itemOf(createBooking({ ...made, state, start: state }, NOW, STAMP));
  const at = (state: Booking["state"], changes: Partial<Booking> = {}): Item => {
    const next = { ...made, ...changes, state, reason: personal, changedBy: uuid(3), revision: 2 };
    return itemOf(moveBooking(next, made, undefined, STAMP));
  };
  const paid = { paid: 20, shares: { owner: 18, property: 1, fund: 1 }, endedMs: NOW + 4 * HOUR };
  return {
    ...waitImages(personal),
    "parking.booking.held": first("held"),
    "parking.booking.pending-owner": first("pending-owner"),
    "parking.booking.confirmed": first("confirmed"),
    "parking.booking.active": at("active", { inMs: NOW }),
    "parking.booking.overstay": at("overstay", { inMs: NOW }),
    "parking.booking.completed": at("completed", { ...paid, overstayMinutes: 76, owed: 40, forgone: 3, reward: 8 }),
    "parking.booking.expired": at("expired"),
    "parking.booking.rejected": at("rejected"),
    "parking.booking.cancelled-by-renter": at("cancelled-by-renter", paid),
    "parking.booking.cancelled-by-owner": at("cancelled-by-owner"),
    "parking.booking.cancelled-by-operator": at("cancelled-by-operator"),
    "parking.booking.no-show": at("no-show", paid),
    "parking.booking.disputed": at("disputed", paid),
    "parking.booking.resolved": at("resolved", { ...paid, adjustment: 15, adjustmentForgone: 9 }),
  } satisfies Partial<Record<EventName, Item>>;
};

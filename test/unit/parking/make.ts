/** Bookings, days, people and stretches of time for the tests of parking's rules, with what a test names replaced. */
import type { Booking } from "../../../functions/parking/domain/booking.ts";
import { type Busy, type DayDocument, localDay } from "../../../functions/parking/domain/day.ts";
import type { Interval } from "../../../functions/shared/intervals.ts";
import { HOUR } from "../../support/clock.ts";
import { testRules } from "../../support/parking.ts";

export const ZONE = "Asia/Shanghai";
/** Midday of a Tuesday in `ZONE`. */
export const NOON = Date.parse("2026-12-01T12:00:00+08:00");

export const at = (text: string): number => Date.parse(text);
export const stretch = (from: string, until: string): Interval => ({ fromMs: at(from), untilMs: at(until) });
/** From so many hours after `NOON` until so many. */
export const fromNoon = (from: number, until: number): Interval => ({
  fromMs: NOON + from * HOUR,
  untilMs: NOON + until * HOUR,
});
export const hours = ({ fromMs, untilMs }: Interval): number => (untilMs - fromMs) / HOUR;
export const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const busy = (times: Interval, fields: Partial<Busy> = {}): Busy => ({
  ...times,
  ...{ booking: uuid(1), renter: "00000001", kind: "booked", buffer: 15 },
  ...fields,
});

/** The document of the local day that `instant` is in, at revision 1. */
export const dayOf = (
  zone: string,
  instant: string,
  open: DayDocument["open"],
  taken: readonly Busy[] = [],
): DayDocument => ({
  space: { id: uuid(9), lot: uuid(8), label: "A-1" },
  ...{ day: localDay(at(instant), zone), revision: 1, availability: 1, open, busy: taken },
});

/** A confirmed stay of person 1 on the space of person 2, from an hour after `NOON` for two hours, booked at `NOON`. */
export const bookingOf = (fields: Partial<Booking> = {}): Booking => ({
  ...{ id: uuid(80), community: "lujing", state: "confirmed", start: "held", space: uuid(81), lot: uuid(82) },
  ...{ owner: uuid(2), renter: uuid(1), by: uuid(3), plate: { hash: "h", end: "345", sealed: "s" } },
  ...{ ...fromNoon(1, 3), amount: 20, price: testRules().price, policy: 1, buffer: 15, changes: 0 },
  ...{ holds: [{ id: uuid(83), amount: 20 }], createdMs: NOON, changedBy: uuid(1), revision: 3, fingerprint: "fp" },
  ...fields,
});

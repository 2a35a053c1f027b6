/** A booking: what it is made of, whether a stretch of time may be booked at all, and how it moves. */
import type * as z from "zod";
import type { ParkingPolicy, PricePlan } from "../../../schemas/parking/policy.ts";
import type { BookingState } from "../../../schemas/parking/resources.ts";
import type { Interval } from "../../shared/intervals.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { type Busy, type BusyKind, localDay, MINUTE_MS, renterTag } from "./day.ts";
import type { Side } from "./lifecycle.ts";
import type { Shares } from "./price.ts";

/** Most times that a booking can be extended or moved: each may need a reservation of its own. */
export const CHANGES_MAX = 8;
const DAY_MS = 1_440 * MINUTE_MS;

/** A plate as it is stored: a keyed hash, the last three characters, and the text sealed for the gates. */
export interface StoredPlate {
  readonly hash: string;
  readonly end: string;
  readonly sealed: string;
}

/** What a booking was when it was made, kept once it has been changed, so that a replay shows the first answer. */
export interface Origin extends Interval {
  readonly space?: string | undefined;
  readonly lot: string;
  readonly amount: number;
  readonly price: PricePlan;
}

export interface Booking extends Origin {
  readonly id: string;
  readonly community: string;
  readonly state: z.infer<typeof BookingState>;
  /** State in which it was made. */
  readonly start: z.infer<typeof BookingState>;
  readonly owner?: string | undefined;
  readonly renter: string;
  readonly by: string;
  readonly plate?: StoredPlate | undefined;
  /** Version of the rules that it keeps. */
  readonly policy: number;
  readonly buffer: number;
  /** Reservations of the price, in the order they were made. */
  readonly holds: readonly { readonly id: string; readonly amount: number }[];
  /** Extensions and moves so far. */
  readonly changes: number;
  readonly origin?: Origin | undefined;
  readonly expiresMs?: number | undefined;
  readonly inMs?: number | undefined;
  readonly outMs?: number | undefined;
  readonly overstayMinutes?: number | undefined;
  readonly paid?: number | undefined;
  readonly owed?: number | undefined;
  readonly shares?: Shares | undefined;
  /** What of the owner's share went to another, for their account had no room for it. */
  readonly forgone?: number | undefined;
  /** Points that the owner got for sharing. */
  readonly reward?: number | undefined;
  readonly reason?: string | undefined;
  readonly adjustment?: number | undefined;
  /** What of the adjustment went to another than the renter, for their account had no room for it. */
  readonly adjustmentForgone?: number | undefined;
  readonly createdMs: number;
  readonly endedMs?: number | undefined;
  readonly changedBy: string;
  /** The series that it is a date of. */
  readonly series?: string | undefined;
  readonly revision: number;
  readonly fingerprint: string;
}

/** What is reserved for a booking. */
export const heldFor = ({ holds }: Pick<Booking, "holds">): number =>
  holds.reduce((sum, { amount }) => sum + amount, 0);

/** Whole minutes of a stretch; its ends are on a grid of minutes. */
export const minutesOf = ({ fromMs, untilMs }: Interval): number => (untilMs - fromMs) / MINUTE_MS;

const offGrid = (ms: number, zone: string, gridMinutes: number): boolean =>
  (ms - localDay(ms, zone).fromMs) % (gridMinutes * MINUTE_MS) !== 0;

/** Why a stretch can be no booking, whoever asks: order, grid, length, past, how far ahead. */
export const stretchRefusals = (
  stretch: Interval,
  policy: ParkingPolicy,
  zone: string,
  now: Date,
  /** A stay that has begun may be made longer. */
  begun = false,
): Refusal[] => {
  const { fromMs, untilMs } = stretch;
  const [from, until] = [instantOf(fromMs), instantOf(untilMs)];
  if (untilMs <= fromMs) return [refuse("parking/interval", { from, until })];
  const { gridMinutes, minMinutes, maxMinutes, aheadDays } = policy;
  const minutes = minutesOf(stretch);
  if (minutes < minMinutes || minutes > maxMinutes) {
    return [refuse("parking/duration", { minutes: Math.floor(minutes), min: minMinutes, max: maxMinutes })];
  }
  if (offGrid(fromMs, zone, gridMinutes) || offGrid(untilMs, zone, gridMinutes)) {
    return [refuse("parking/grid", { minutes: gridMinutes })];
  }
  const nowMs = now.getTime();
  // The step of the grid that is running may still be booked: people book when they stand before the gate.
  const earliestMs = begun ? Number.NEGATIVE_INFINITY : nowMs - gridMinutes * MINUTE_MS;
  if (fromMs <= earliestMs || untilMs <= nowMs) return [refuse("parking/past", { from, now: now.toISOString() })];
  return fromMs > nowMs + aheadDays * DAY_MS ? [refuse("parking/too-far", { days: aheadDays })] : [];
};

const BUSY_KIND: Partial<Record<Booking["state"], BusyKind>> = { held: "held", "pending-owner": "pending" };

/** The stretch that a booking takes of its space. */
export const busyFor = (booking: Booking): Busy => ({
  booking: booking.id,
  fromMs: booking.fromMs,
  untilMs: booking.untilMs,
  renter: renterTag(booking.renter),
  kind: BUSY_KIND[booking.state] ?? "booked",
  buffer: booking.buffer,
  expiresMs: booking.expiresMs,
});

/** The booking one revision on. */
export const moved = (
  booking: Booking,
  state: Booking["state"],
  by: string,
  changes: Partial<Booking> = {},
): Booking => ({ ...booking, ...changes, state, changedBy: by, revision: booking.revision + 1 });

/** The booking at an end: nothing runs out any more. */
export const closed = (
  booking: Booking,
  state: Booking["state"],
  by: string,
  now: Date,
  changes: Partial<Booking> = {},
): Booking => moved(booking, state, by, { expiresMs: undefined, endedMs: now.getTime(), ...changes });

/** The booking as it was when it was made. */
export const asCreated = (booking: Booking, policy: ParkingPolicy): Booking => {
  const { id, community, owner, renter, by, plate, createdMs, fingerprint, start, series, holds } = booking;
  const { fromMs, untilMs, space, lot, amount, price } = booking.origin ?? booking;
  const kept = { id, community, owner, renter, by, plate, createdMs, fingerprint, start, series };
  const [first] = holds;
  return {
    ...kept,
    ...{ fromMs, untilMs, space, lot, amount, price },
    state: start,
    policy: booking.policy,
    buffer: booking.buffer,
    holds: first ? [first] : [],
    changes: 0,
    expiresMs: expiryOf(start, policy, createdMs),
    changedBy: by,
    revision: 1,
  };
};

/** When a booking in `state`, entered at `sinceMs`, runs out by itself; undefined where it does not. */
export const expiryOf = (state: Booking["state"], policy: ParkingPolicy, sinceMs: number): number | undefined => {
  if (state === "held") return sinceMs + policy.holdMinutes * MINUTE_MS;
  return state === "pending-owner" ? sinceMs + policy.ownerAnswerMinutes * MINUTE_MS : undefined;
};

/** When somebody who has not come counts as that. */
export const noShowAt = ({ fromMs }: Pick<Booking, "fromMs">, { noShowMinutes }: ParkingPolicy): number =>
  fromMs + noShowMinutes * MINUTE_MS;

/** When something is to happen to the booking by itself; undefined where nothing is. */
export const dueOf = (booking: Booking, policy: ParkingPolicy): number | undefined => {
  switch (booking.state) {
    case "held":
    case "pending-owner":
      return booking.expiresMs;
    case "confirmed":
      return noShowAt(booking, policy);
    case "active":
      return booking.untilMs + policy.graceMinutes * MINUTE_MS;
    case "overstay":
      return undefined;
    default:
      return booking.plate && booking.endedMs !== undefined ? booking.endedMs + policy.plateDays * DAY_MS : undefined;
  }
};

/** Minutes beyond the end and the grace at `atMs`; a started minute counts. */
export const overstayed = (booking: Booking, policy: ParkingPolicy, atMs: number): number =>
  Math.max(0, Math.ceil((atMs - booking.untilMs) / MINUTE_MS) - policy.graceMinutes);

/** Sides on which somebody stands to a booking. */
export const sidesOf = (
  booking: Pick<Booking, "community" | "owner" | "renter">,
  actor: Actor,
  person: string,
): Exclude<Side, "system">[] => [
  ...(booking.renter === person ? (["renter"] as const) : []),
  ...(booking.owner === person ? (["owner"] as const) : []),
  ...(holdsAny(actor, ["steward", "district-admin"], booking.community) ? (["operator"] as const) : []),
];

/** The booking without the plate, whose time is over. */
export const forgotten = (booking: Booking): Booking => ({
  ...booking,
  plate: undefined,
  revision: booking.revision + 1,
});

/** Whether somebody may know of a booking. */
export const maySee = (
  booking: Pick<Booking, "community" | "owner" | "renter">,
  actor: Actor,
  person: string,
): boolean => sidesOf(booking, actor, person).length > 0 || holdsAny(actor, ["auditor"], booking.community);

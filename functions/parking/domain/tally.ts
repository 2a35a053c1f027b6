/**
 * What is counted of bookings by place and local month, in the transaction that ends or pays one, so that the figures
 * are the bookings' and the ledger's own. Numbers only: nobody who parks or owns is in them.
 */
import { dayText } from "../../shared/time.ts";
import type { Booking } from "./booking.ts";
import { localDays, MINUTE_MS } from "./day.ts";
import type { State } from "./lifecycle.ts";
import type { Back, Shares } from "./price.ts";

/** Changes of counts by name. */
export type Counts = Readonly<Record<string, number>>;
/** Changes of counts by local month `YYYYMM`. */
export type Tally = ReadonlyMap<string, Counts>;

/** Name of the count of bookings that ended in a state. */
export const endCount = (state: State): string => `end-${state}`;
/** Name of the sum of a unit that somebody got, minor units; `back`: paid back by them. */
export const incomeCount = (unit: string, what: keyof Shares | "forgone" | `back-${keyof Shares}`): string =>
  `${unit}:${what}`;
/** Minutes of stays that were kept until their beginning, split at the ends of months. */
export const MINUTES = "minutes";
/** Stays that left after the grace, and by how many minutes. */
export const OVERSTAYS = "overstays";
/** See `OVERSTAYS`. */
export const OVERSTAY_MINUTES = "overstay-minutes";

/** Ends at which the place was kept for the renter for the whole stay. */
const KEPT: readonly State[] = ["completed", "no-show"];

const monthOf = (ms: number, zone: string): string => dayText(new Date(ms), zone).slice(0, 6);

/** Who gets the owner's part: of a pooled lot the property, of a common space the fund. */
const payee = ({ owner, space }: Booking, part: keyof Shares): keyof Shares => {
  if (part !== "owner" || owner !== undefined) return part;
  return space === undefined ? "property" : "fund";
};

const added = (a: Counts, b: Counts): Counts => {
  const sum: Record<string, number> = { ...a };
  for (const [name, by] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + by;
  return sum;
};

const incomeOf = (booking: Booking, shares: Shares, forgone: number): Counts => {
  const { unit } = booking.price;
  const parts = (["owner", "property", "fund"] as const).map((part): Counts => {
    return { [incomeCount(unit, payee(booking, part))]: shares[part] };
  });
  return parts.reduce(added, { [incomeCount(unit, "forgone")]: forgone });
};

/** Counts of a payment at `atMs`, of a booking or of a debt. */
export const paidTally = (booking: Booking, shares: Shares, forgone: number, zone: string, atMs: number): Tally =>
  new Map([[monthOf(atMs, zone), incomeOf(booking, shares, forgone)]]);

/** Counts of what is paid back at `atMs`: `elsewhere` gets what the renter's account has no room for. */
export const backTally = (
  booking: Booking,
  { refund, forgone }: Back,
  [from, elsewhere]: readonly [from: "owner" | "property", elsewhere: keyof Shares],
  zone: string,
  atMs: number,
): Tally => {
  const { unit } = booking.price;
  const by = payee(booking, from);
  // A pool pays nothing to itself.
  const gone = by === elsewhere ? 0 : forgone;
  const counts = { [incomeCount(unit, `back-${by}`)]: refund + gone, [incomeCount(unit, elsewhere)]: gone };
  return new Map([[monthOf(atMs, zone), counts]]);
};

/** Counts of a booking that has come to its end: the end and the money in the month of it, minutes where they lie. */
export const endTally = (booking: Booking, zone: string): Tally => {
  const { state, overstayMinutes = 0, shares, forgone = 0 } = booking;
  const ended = monthOf(booking.endedMs ?? booking.untilMs, zone);
  const late: Counts = overstayMinutes > 0 ? { [OVERSTAYS]: 1, [OVERSTAY_MINUTES]: overstayMinutes } : {};
  const money = shares ? incomeOf(booking, shares, forgone) : {};
  const tally = new Map([[ended, added({ [endCount(state)]: 1, ...late }, money)]]);
  if (!KEPT.includes(state)) return tally;
  for (const day of localDays(booking, zone)) {
    const lengthMs = Math.min(booking.untilMs, day.untilMs) - Math.max(booking.fromMs, day.fromMs);
    const month = day.day.slice(0, 6);
    tally.set(month, added(tally.get(month) ?? {}, { [MINUTES]: lengthMs / MINUTE_MS }));
  }
  return tally;
};

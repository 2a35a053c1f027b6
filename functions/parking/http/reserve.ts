/** Reserving the price of a booking when it is made or grows, by the ledger's port. */
import type { ParkingPolicy } from "../../../schemas/parking/policy.ts";
import { holdAllOwned, type Mover, memberAccount, type OwnedHold, poolAccount } from "../../ledger/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Refusal } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Booking } from "../domain/booking.ts";

/** Whose holds they are in the ledger. */
export const OWNER = "parking";
/** Category of payments for stays. */
export const CATEGORY = "parking";
/** Pool that a payment passes through on its way to its parts; per booking it comes to zero. */
const THROUGH = "clearing";

/** Who moves money, with what is known. */
export interface Till {
  readonly known: Known;
  readonly deps: Deps;
  readonly mover: Mover;
  readonly policy: ParkingPolicy;
}

/** The account that a payment passes through. */
export const throughOf = (booking: Booking): string => poolAccount(booking.community, THROUGH, booking.price.unit);
/** How the ledger's entries name a booking. */
export const linkOf = ({ id }: Booking) => ({ type: "booking", id });

/** What a reservation for a booking says. */
const holdFor = (booking: Booking, amount: number, id: string): OwnedHold => ({
  id,
  owner: OWNER,
  link: linkOf(booking),
  from: memberAccount(booking.renter, booking.price.unit),
  to: throughOf(booking),
  amount,
  category: CATEGORY,
  untilMs: booking.untilMs,
  spareRoom: 0,
});

/** The bookings with their prices reserved, all or none: one write an account, whatever their number. */
export const reserveAll = async (
  bookings: readonly Booking[],
  { known, deps, mover }: Till,
): Promise<
  | { readonly bookings: readonly Booking[]; readonly writes: readonly Write[] }
  | { readonly refusals: readonly Refusal[] }
> => {
  const held = bookings.map((booking) =>
    booking.amount === 0
      ? booking
      : { ...booking, holds: [...booking.holds, { id: deps.ids.next(), amount: booking.amount }] },
  );
  const orders = held.flatMap((booking) => booking.holds.map(({ id, amount }) => holdFor(booking, amount, id)));
  if (orders.length === 0) return { bookings, writes: [] };
  const made = await holdAllOwned(orders, mover, known, deps);
  return "refusals" in made ? made : { bookings: held, writes: made.writes };
};

/** The booking with so much more reserved from its renter, and the writes that reserve it. */
export const reserve = async (
  booking: Booking,
  amount: number,
  { known, deps, mover }: Till,
): Promise<
  { readonly booking: Booking; readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] }
> => {
  if (amount <= 0) return { booking, writes: [] };
  const id = deps.ids.next();
  const held = await holdAllOwned([holdFor(booking, amount, id)], mover, known, deps);
  if ("refusals" in held) return held;
  return { booking: { ...booking, holds: [...booking.holds, { id, amount }] }, writes: held.writes };
};

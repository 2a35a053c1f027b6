/** The price of a booking: reserved when it is made, paid in three parts or freed at its end, by the ledger's port. */
import { unitPolicy } from "../../../schemas/district.ts";
import type { ParkingPolicy } from "../../../schemas/parking/policy.ts";
import {
  holdAllOwned,
  type Movement,
  type Mover,
  memberAccount,
  moveOwned,
  type OwnedHold,
  type OwnedTransfer,
  poolAccount,
  settleOwned,
} from "../../ledger/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Refusal } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Booking } from "../domain/booking.ts";
import { NO_SHARES, type Shares, sharesOf, withinRoom } from "../domain/price.ts";
import { configOf } from "./support.ts";

const OWNER = "parking";
const CATEGORY = "parking";
/** Pool that a payment passes through on its way to its parts; per booking it comes to zero. */
const THROUGH = "clearing";

/** Who moves money, with what is known. */
export interface Till {
  readonly known: Known;
  readonly deps: Deps;
  readonly mover: Mover;
  readonly policy: ParkingPolicy;
}

const throughOf = (booking: Booking): string => poolAccount(booking.community, THROUGH, booking.price.unit);
const linkOf = ({ id }: Booking) => ({ type: "booking", id });

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

/**
 * Accounts that the three parts go to. The owner's part of a pooled lot is the property's, of a common space the
 * fund's.
 */
const payees = (booking: Booking, { deps }: Till): Readonly<Record<keyof Shares, string>> => {
  const { propertyPool, fundPool } = configOf(deps);
  const { unit } = booking.price;
  const property = poolAccount(booking.community, propertyPool, unit);
  const fund = poolAccount(booking.community, fundPool, unit);
  const common = booking.space === undefined ? property : fund;
  return { owner: booking.owner === undefined ? common : memberAccount(booking.owner, unit), property, fund };
};

const PARTS: readonly (keyof Shares)[] = ["owner", "property", "fund"];

/** What of the holds is posted: the earlier ones first. */
const endsOf = (booking: Booking, due: number, deps: Deps) => {
  let left = due;
  return booking.holds.map(({ id, amount }) => {
    const posted = Math.min(amount, left);
    left -= posted;
    return { hold: id, transfer: deps.ids.next(), amount: posted };
  });
};

/** What is paid at the end: of the reserved price, and a fee beside it. */
export interface Due {
  readonly price: number;
  /** Overstay: the owner's alone, not split. */
  readonly fee: number;
}

/** What a payment came to: its shares, and what of the owner's their account had no room for. */
export interface Split {
  readonly shares: Shares;
  readonly forgone: number;
}

/** A paid booking's members, with the writes. */
export type Paid =
  | ({ readonly paid: number; readonly writes: readonly Write[] } & Split)
  | { readonly refusals: readonly Refusal[] };

/**
 * Room for points that the owner's account has, where refusals speak of it: none where it is frozen or closed.
 * Undefined where they are about something else.
 */
const ownersRoom = (booking: Booking, refusals: readonly Refusal[], { deps }: Till): number | undefined => {
  if (booking.owner === undefined) return undefined;
  const { unit } = booking.price;
  const account = memberAccount(booking.owner, unit);
  const shut = refusals.some(
    ({ code, params }) => /^ledger\/account-(frozen|closed)$/.test(code) && params.account === account,
  );
  if (shut) return 0;
  // Only the owner's account is asked for room: pools have no ceiling, and the renter pays.
  const full = refusals.find(({ code }) => code === "ledger/ceiling");
  if (!full) return undefined;
  const room = Number(full.params.room);
  return room - (room % (unitPolicy(deps.district, unit)?.step ?? 1));
};

/** Tries to give the owner their share; where their account has no room for it, the rest goes where the rules say. */
const asRoomAllows = async <Made extends object>(
  booking: Booking,
  shares: Shares,
  till: Till,
  pay: (split: Split) => Promise<Made | { readonly refusals: readonly Refusal[] }>,
): Promise<Made | { readonly refusals: readonly Refusal[] }> => {
  const made = await pay({ shares, forgone: 0 });
  const room = "refusals" in made ? ownersRoom(booking, made.refusals, till) : undefined;
  return room === undefined || room >= shares.owner ? made : pay(withinRoom(till.policy, shares, room));
};

/** Ends every hold of a booking: posts what is due, splits it exactly, frees the rest, and takes the fee beside it. */
export const settle = (booking: Booking, { price, fee }: Due, till: Till): Promise<Paid> => {
  const whole = sharesOf(till.policy, price);
  return asRoomAllows(booking, { ...whole, owner: whole.owner + fee }, till, (split) =>
    settleAs(booking, { price, fee }, split, till),
  );
};

const settleAs = async (booking: Booking, { price, fee }: Due, split: Split, till: Till): Promise<Paid> => {
  const { known, deps, mover } = till;
  const { shares } = split;
  const to = payees(booking, till);
  const through = throughOf(booking);
  const transfer = deps.ids.next();
  const leg = { id: transfer, category: CATEGORY, link: linkOf(booking) };
  const from = memberAccount(booking.renter, booking.price.unit);
  const fees: OwnedTransfer[] =
    fee === 0 ? [] : [{ ...leg, leg: PARTS.length + 1, earned: false, from, to: through, amount: fee }];
  const parts: OwnedTransfer[] = PARTS.flatMap((part, index) =>
    shares[part] === 0
      ? []
      : [{ ...leg, leg: index + 1, earned: false, from: through, to: to[part], amount: shares[part] }],
  );
  const work = { owner: OWNER, ends: endsOf(booking, price, deps), moves: [...fees, ...parts] };
  if (work.ends.length === 0 && work.moves.length === 0) return { paid: 0, ...split, writes: [] };
  const made = await settleOwned(work, mover, known, deps);
  return "refusals" in made ? made : { paid: price + fee, ...split, writes: made.writes };
};

const movesOf = (
  booking: Booking,
  from: string,
  parts: readonly (readonly [to: string, amount: number])[],
  { known, deps, mover }: Till,
): Promise<Movement> => {
  const order = { id: deps.ids.next(), category: CATEGORY, link: linkOf(booking), earned: false, from };
  const paid = parts.filter(([, amount]) => amount > 0);
  const orders = paid.map(([to, amount], index) => ({ ...order, leg: paid.length === 1 ? 0 : index + 1, to, amount }));
  return moveOwned(orders, mover, known, deps);
};

/** Pays so much back to the renter of an ended booking, as entries of their own. */
export const payBack = async (
  booking: Booking,
  amount: number,
  from: "owner" | "property",
  till: Till,
): Promise<Movement> => {
  if (amount === 0) return { writes: [] };
  const renter = memberAccount(booking.renter, booking.price.unit);
  return movesOf(booking, payees(booking, till)[from], [[renter, amount]], till);
};

/** Pays what the renter still owes for overstaying to the owner, whose alone it is as far as they have room for it. */
export const payDebt = (booking: Booking, owed: number, till: Till): Promise<Paid> => {
  const to = payees(booking, till);
  const renter = memberAccount(booking.renter, booking.price.unit);
  return asRoomAllows(booking, { ...NO_SHARES, owner: owed }, till, async (split): Promise<Paid> => {
    const parts = PARTS.map((part) => [to[part], split.shares[part]] as const);
    const made = await movesOf(booking, renter, parts, till);
    return "refusals" in made ? made : { paid: owed, ...split, writes: made.writes };
  });
};

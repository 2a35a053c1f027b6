/** The price of a booking: reserved when it is made, paid in three parts or freed at its end, by the ledger's port. */
import type { ParkingPolicy } from "../../../schemas/parking/policy.ts";
import {
  holdOwned,
  type Movement,
  type Mover,
  memberAccount,
  moveOwned,
  type OwnedTransfer,
  poolAccount,
  settleOwned,
} from "../../ledger/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Refusal } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Booking } from "../domain/booking.ts";
import { type Shares, sharesOf } from "../domain/price.ts";
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
  const held = await holdOwned(
    {
      id,
      owner: OWNER,
      link: linkOf(booking),
      from: memberAccount(booking.renter, booking.price.unit),
      to: throughOf(booking),
      amount,
      category: CATEGORY,
      untilMs: booking.untilMs,
      spareRoom: 0,
    },
    mover,
    known,
    deps,
  );
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

/** A paid booking's members, with the writes. */
export type Paid =
  | { readonly paid: number; readonly shares: Shares; readonly writes: readonly Write[] }
  | { readonly refusals: readonly Refusal[] };

/** Ends every hold of a booking: posts what is due, splits it exactly, frees the rest, and takes the fee beside it. */
export const settle = async (booking: Booking, { price, fee }: Due, till: Till): Promise<Paid> => {
  const { known, deps, mover, policy } = till;
  const split = sharesOf(policy, price);
  const shares = { ...split, owner: split.owner + fee };
  const to = payees(booking, till);
  const through = throughOf(booking);
  const transfer = deps.ids.next();
  const leg = { id: transfer, category: CATEGORY, link: linkOf(booking) };
  const fees: OwnedTransfer[] =
    fee === 0
      ? []
      : [
          {
            ...leg,
            leg: PARTS.length + 1,
            earned: false,
            from: memberAccount(booking.renter, booking.price.unit),
            to: through,
            amount: fee,
          },
        ];
  const parts: OwnedTransfer[] = PARTS.flatMap((part, index) =>
    shares[part] === 0
      ? []
      : [{ ...leg, leg: index + 1, earned: false, from: through, to: to[part], amount: shares[part] }],
  );
  const work = { owner: OWNER, ends: endsOf(booking, price, deps), moves: [...fees, ...parts] };
  if (work.ends.length === 0 && work.moves.length === 0) return { paid: 0, shares, writes: [] };
  const made = await settleOwned(work, mover, known, deps);
  return "refusals" in made ? made : { paid: price + fee, shares, writes: made.writes };
};

const moveOne = (booking: Booking, from: string, to: string, amount: number, till: Till): Promise<Movement> => {
  const { known, deps, mover } = till;
  const order = {
    id: deps.ids.next(),
    leg: 0,
    category: CATEGORY,
    link: linkOf(booking),
    earned: false,
    ...{ from, to, amount },
  };
  return moveOwned([order], mover, known, deps);
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
  return moveOne(booking, payees(booking, till)[from], renter, amount, till);
};

/** Pays what the renter still owes for overstaying to the owner, whose alone it is. */
export const payDebt = (booking: Booking, owed: number, till: Till): Promise<Movement> =>
  moveOne(booking, memberAccount(booking.renter, booking.price.unit), payees(booking, till).owner, owed, till);

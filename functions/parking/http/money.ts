/** The price of a booking at its end: paid in three parts or freed, by the ledger's port. */
import { unitPolicy } from "../../../schemas/district.ts";
import {
  type Movement,
  memberAccount,
  moveOwned,
  type OwnedTransfer,
  poolAccount,
  settleOwned,
} from "../../ledger/port.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Refusal } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Booking } from "../domain/booking.ts";
import { type Back, NO_SHARES, type Shares, sharesOf, withinRoom } from "../domain/price.ts";
import { CATEGORY, linkOf, OWNER, type Till, throughOf } from "./reserve.ts";
import { configOf } from "./support.ts";

/** Category of points for sharing. */
const SHARING = "parking-sharing";

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
/** Legs of a payment: its parts from 1 on, the renter's fee, points for sharing. */
const FEE_LEG = PARTS.length + 1;
const REWARD_LEG = FEE_LEG + 1;

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
  /** Points that the owner is to get for sharing, where there are some. */
  readonly reward?: number;
}

/** What a payment came to: its shares, and what of the owner's their account had no room for. */
export interface Split {
  readonly shares: Shares;
  readonly forgone: number;
  /** Points for sharing, out of the reward pool of the rules. */
  readonly reward: number;
}

/** A paid booking's members, with the writes. */
export type Paid =
  | ({ readonly paid: number; readonly writes: readonly Write[] } & Split)
  | { readonly refusals: readonly Refusal[] };

/** Room of the one account that may be full, in whole steps; undefined where refusals are about something else. */
const roomLeft = (unit: string, refusals: readonly Refusal[], { district }: Deps): number | undefined => {
  const full = refusals.find(({ code }) => code === "ledger/ceiling");
  if (!full) return undefined;
  const room = Number(full.params.room);
  return room - (room % (unitPolicy(district, unit)?.step ?? 1));
};

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
  // Only the owner's account is asked for room: pools have no ceiling, and the renter pays.
  return shut ? 0 : roomLeft(unit, refusals, deps);
};

/** Whether refusals keep points for sharing away: the pool is empty, or the account takes none of the unit. */
const withoutReward = ({ owner, price }: Booking, refusals: readonly Refusal[], { policy }: Till): boolean => {
  const unit = policy.sharing?.unit;
  if (refusals.some(({ code }) => code === "ledger/budget-exhausted")) return true;
  if (owner === undefined || unit === undefined || unit === price.unit) return false;
  // The refusal of a full account does not say which one it is; points are the first to stay away.
  return refusals.some(
    ({ code, params }) => code === "ledger/ceiling" || params.account === memberAccount(owner, unit),
  );
};

/** Less for the owner, as refusals ask for it; undefined where they are about something else. */
const lessened = (booking: Booking, split: Split, refusals: readonly Refusal[], till: Till): Split | undefined => {
  const { shares, reward, forgone } = split;
  if (reward > 0 && withoutReward(booking, refusals, till)) return { ...split, reward: 0 };
  const room = ownersRoom(booking, refusals, till);
  if (room === undefined || room >= shares.owner + reward) return undefined;
  const within = withinRoom(till.policy, shares, room);
  return {
    shares: within.shares,
    forgone: forgone + within.forgone,
    reward: Math.min(reward, room - within.shares.owner),
  };
};

/** Most attempts at a payment: as wanted, within the owner's room, without points for sharing. */
const ATTEMPTS_MAX = 3;

/** Tries to give the owner their share; where their account has no room for it, the rest goes where the rules say. */
const asRoomAllows = async <Made extends object>(
  booking: Booking,
  wanted: Omit<Split, "forgone">,
  till: Till,
  pay: (split: Split) => Promise<Made | { readonly refusals: readonly Refusal[] }>,
): Promise<Made | { readonly refusals: readonly Refusal[] }> => {
  let split: Split = { ...wanted, forgone: 0 };
  let made = await pay(split);
  for (let attempt = 1; attempt < ATTEMPTS_MAX && "refusals" in made; attempt++) {
    const less = lessened(booking, split, made.refusals, till);
    if (!less) break;
    split = less;
    made = await pay(split);
  }
  return made;
};

/** Ends every hold of a booking: posts what is due, splits it exactly, frees the rest, and takes the fee beside it. */
export const settle = (booking: Booking, due: Due, till: Till): Promise<Paid> => {
  const whole = sharesOf(till.policy, due.price);
  const wanted = { shares: { ...whole, owner: whole.owner + due.fee }, reward: due.reward ?? 0 };
  return asRoomAllows(booking, wanted, till, (split) => settleAs(booking, due, split, till));
};

/** The movement of points for sharing beside a payment's parts. */
const rewardLeg = (
  { community, owner }: Booking,
  amount: number,
  leg: Pick<OwnedTransfer, "id" | "link">,
  { policy }: Till,
): OwnedTransfer[] => {
  if (amount === 0 || owner === undefined || policy.sharing === undefined) return [];
  const { pool, unit } = policy.sharing;
  const [from, to] = [poolAccount(community, pool, unit), memberAccount(owner, unit)];
  return [{ ...leg, leg: REWARD_LEG, earned: true, category: SHARING, from, to, amount }];
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
    fee === 0 ? [] : [{ ...leg, leg: FEE_LEG, earned: false, from, to: through, amount: fee }];
  const parts: OwnedTransfer[] = PARTS.flatMap((part, index) =>
    shares[part] === 0
      ? []
      : [{ ...leg, leg: index + 1, earned: false, from: through, to: to[part], amount: shares[part] }],
  );
  const rewards = rewardLeg(booking, split.reward, leg, till);
  const work = { owner: OWNER, ends: endsOf(booking, price, deps), moves: [...fees, ...parts, ...rewards] };
  if (work.ends.length === 0 && work.moves.length === 0) return { paid: 0, ...split, writes: [] };
  const made = await settleOwned(work, mover, known, deps);
  return "refusals" in made ? made : { paid: price + fee, ...split, writes: made.writes };
};

const movesOf = async (
  booking: Booking,
  from: string,
  parts: readonly (readonly [to: string, amount: number])[],
  { known, deps, mover }: Till,
): Promise<Movement> => {
  const order = { id: deps.ids.next(), category: CATEGORY, link: linkOf(booking), earned: false, from };
  const paid = parts.filter(([, amount]) => amount > 0);
  if (paid.length === 0) return { writes: [] };
  const orders = paid.map(([to, amount], index) => ({ ...order, leg: paid.length === 1 ? 0 : index + 1, to, amount }));
  return moveOwned(orders, mover, known, deps);
};

/**
 * Pays so much back to the renter of an ended booking, as entries of their own. What their account has no room for goes
 * where the rules say for a full owner's; what a pool would pay to itself stays in it.
 */
export const payBack = async (
  booking: Booking,
  amount: number,
  from: "owner" | "property",
  till: Till,
): Promise<({ readonly writes: readonly Write[] } & Back) | { readonly refusals: readonly Refusal[] }> => {
  const { unit } = booking.price;
  const to = payees(booking, till);
  const pay = async (refund: number) => {
    const back = { refund, forgone: amount - refund };
    const parts = [
      [memberAccount(booking.renter, unit), refund] as const,
      [to[till.policy.ownerFull], back.forgone] as const,
    ];
    const others = parts.filter(([account]) => account !== to[from]);
    const made = await movesOf(booking, to[from], others, till);
    return "refusals" in made ? made : { ...back, writes: made.writes };
  };
  const whole = await pay(amount);
  const room = "refusals" in whole ? roomLeft(unit, whole.refusals, till.deps) : undefined;
  return room === undefined ? whole : pay(room);
};

/** Pays what the renter still owes for overstaying to the owner, whose alone it is as far as they have room for it. */
export const payDebt = (booking: Booking, owed: number, till: Till): Promise<Paid> => {
  const to = payees(booking, till);
  const renter = memberAccount(booking.renter, booking.price.unit);
  const wanted = { shares: { ...NO_SHARES, owner: owed }, reward: 0 };
  return asRoomAllows(booking, wanted, till, async (split): Promise<Paid> => {
    const parts = PARTS.map((part) => [to[part], split.shares[part]] as const);
    const made = await movesOf(booking, renter, parts, till);
    return "refusals" in made ? made : { paid: owed, ...split, writes: made.writes };
  });
};

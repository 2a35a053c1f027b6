/** What a stay costs, what a cancellation gives back, and how a payment is split: integers throughout. */
import type { ParkingPolicy, PricePlan } from "../../../schemas/parking/policy.ts";
import { apportion } from "../../shared/shares.ts";

const DAY_MINUTES = 1_440;
const HOUR_MINUTES = 60;
const MINUTE_MS = 60_000;

/** Price of so many minutes by the plan's steps alone, whose ends rise: each started period counts. */
const stepped = ({ steps }: PricePlan, minutes: number): number => {
  let sum = 0;
  let from = 0;
  for (const { untilMinutes, everyMinutes, amount } of steps) {
    const until = Math.min(untilMinutes ?? minutes, minutes);
    sum += Math.ceil((until - from) / everyMinutes) * amount;
    from = until;
  }
  return sum;
};

/** Price of so many minutes; with a cap each started 24 hours are priced by themselves and cost at most the cap. */
export const priceOf = (plan: PricePlan, minutes: number): number => {
  const { dayCap } = plan;
  if (dayCap === null) return stepped(plan, minutes);
  const whole = Math.floor(minutes / DAY_MINUTES);
  const rest = minutes % DAY_MINUTES;
  return whole * Math.min(stepped(plan, DAY_MINUTES), dayCap) + Math.min(stepped(plan, rest), dayCap);
};

/** Price of an overstay: nothing within the free minutes, then each started hour at a multiple of the usual price. */
export const overstayPrice = (plan: PricePlan, policy: ParkingPolicy, minutes: number): number => {
  const { freeMinutes, percent } = policy.overstay;
  if (minutes <= freeMinutes) return 0;
  const hours = Math.ceil((minutes - freeMinutes) / HOUR_MINUTES);
  // Halves of a minor unit are the renter's: rounded down.
  return Math.floor((hours * stepped(plan, HOUR_MINUTES) * percent) / 100);
};

/** What of `amount` the renter gets back who cancels now; rounded up, so that no doubt is the renter's loss. */
export const refundOf = (
  { refund }: ParkingPolicy,
  booking: { readonly amount: number; readonly createdMs: number; readonly fromMs: number },
  nowMs: number,
): number => {
  const aheadMs = booking.fromMs - nowMs;
  if (aheadMs > 0 && nowMs - booking.createdMs <= refund.coolingMinutes * MINUTE_MS) return booking.amount;
  const step = refund.steps.find(({ hoursBefore }) => aheadMs >= hoursBefore * HOUR_MINUTES * MINUTE_MS);
  return step ? Math.ceil((booking.amount * step.percent) / 100) : 0;
};

/** What owner, property and fund get. */
export interface Shares {
  readonly owner: number;
  readonly property: number;
  readonly fund: number;
}

/** What is paid back to a renter: what reaches them, and what their account has no room for. */
export interface Back {
  readonly refund: number;
  readonly forgone: number;
}

/** Nothing for anybody. */
export const NO_SHARES: Shares = { owner: 0, property: 0, fund: 0 };

/** Both together. */
export const addedShares = (a: Shares, b: Shares): Shares => ({
  owner: a.owner + b.owner,
  property: a.property + b.property,
  fund: a.fund + b.fund,
});

/**
 * Shares of which the owner gets no more than their account has room for; what is above goes where the rules say, and
 * is counted in that share. The sum stays.
 */
export const withinRoom = (
  { ownerFull }: Pick<ParkingPolicy, "ownerFull">,
  shares: Shares,
  room: number,
): { readonly shares: Shares; readonly forgone: number } => {
  const owner = Math.min(shares.owner, room);
  const forgone = shares.owner - owner;
  return { shares: { ...shares, owner, [ownerFull]: shares[ownerFull] + forgone }, forgone };
};

/** A payment in its three parts, which sum to it (largest remainder). */
export const sharesOf = ({ split }: Pick<ParkingPolicy, "split">, amount: number): Shares => {
  const [owner, property, fund] = apportion(amount, [split.owner, split.property, split.fund]);
  return { owner: owner as number, property: property as number, fund: fund as number };
};

/** Data of shared parking's events from its items. */
import { toBooking } from "../../functions/parking/store/bookings.ts";
import { toWait } from "../../functions/parking/store/waitlist.ts";
import type { parkingContracts } from "../contracts/parking.ts";
import { instantOf, type Pick, type Picks } from "./pick.ts";

const booking: Pick = (image) => {
  const one = toBooking(image);
  return {
    booking: one.id,
    community: one.community,
    state: one.state,
    space: one.space,
    lot: one.lot,
    renter: one.renter,
    owner: one.owner,
    from: instantOf(one.fromMs),
    until: instantOf(one.untilMs),
    unit: one.price.unit,
    amount: one.amount,
    policy: one.policy,
    overstayMinutes: one.overstayMinutes,
    paid: one.paid,
    owed: one.owed,
    shares: one.shares,
    forgone: one.forgone,
    reward: one.reward,
    adjustment: one.adjustment,
    adjustmentForgone: one.adjustmentForgone,
    by: one.changedBy,
    revision: one.revision,
  };
};

const waitlist: Pick = (image) => {
  const one = toWait(image);
  return {
    entry: one.id,
    community: one.community,
    state: one.state,
    space: one.space,
    lot: one.lot,
    renter: one.renter,
    from: instantOf(one.fromMs),
    until: instantOf(one.untilMs),
    passedOver: one.passed?.code,
    booking: one.booking,
    by: one.changedBy,
    revision: one.revision,
  };
};

/** One pick for each event of shared parking. */
export const parkingPicks: Picks<keyof typeof parkingContracts> = {
  "parking.waitlist.waiting": waitlist,
  "parking.waitlist.offered": waitlist,
  "parking.waitlist.ended": waitlist,
  "parking.waitlist.cancelled": waitlist,
  "parking.booking.held": booking,
  "parking.booking.pending-owner": booking,
  "parking.booking.confirmed": booking,
  "parking.booking.active": booking,
  "parking.booking.overstay": booking,
  "parking.booking.completed": booking,
  "parking.booking.expired": booking,
  "parking.booking.rejected": booking,
  "parking.booking.cancelled-by-renter": booking,
  "parking.booking.cancelled-by-owner": booking,
  "parking.booking.cancelled-by-operator": booking,
  "parking.booking.no-show": booking,
  "parking.booking.disputed": booking,
  "parking.booking.resolved": booking,
};

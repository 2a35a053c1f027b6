/**
 * Data of shared parking's events, version 1: opaque ids, times and amounts. Plates, reasons and who stands beside whom
 * stay in parking.
 */
import * as z from "zod";
import { BookingState, Shares } from "../../schemas/parking/resources.ts";
import { WaitState } from "../../schemas/parking/waitlist.ts";
import { Slug, UnitCode, Uuid } from "../../schemas/primitives.ts";
import { Doer, EventInstant, Quantity, Revision } from "./fields.ts";

const booking = z.object({
  booking: Uuid,
  community: Slug,
  state: BookingState,
  space: Uuid.optional().describe("Missing for a pooled lot."),
  lot: Uuid,
  renter: Uuid,
  owner: Uuid.optional(),
  from: EventInstant,
  until: EventInstant,
  unit: UnitCode,
  amount: z.int().min(0).describe("Price of the stay, minor units."),
  policy: z.int().min(1),
  overstayMinutes: Quantity.optional(),
  paid: Quantity.optional(),
  owed: Quantity.optional(),
  shares: Shares.optional(),
  forgone: Quantity.optional().describe("What the owner's account had no room for, within another's share."),
  reward: Quantity.optional().describe("Points that the owner got for sharing."),
  adjustment: z.int().min(0).optional(),
  adjustmentForgone: Quantity.optional().describe("Of it what the renter's account had no room for."),
  by: Doer,
  revision: Revision,
});

const waitlist = z.object({
  entry: Uuid,
  community: Slug,
  state: WaitState,
  space: Uuid.optional().describe("Missing for a pooled lot."),
  lot: Uuid,
  renter: Uuid,
  from: EventInstant,
  until: EventInstant,
  passedOver: z.string().max(60).optional().describe("Code of the reason why the stretch went to the next."),
  booking: Uuid.optional().describe("The hold that was offered."),
  by: Doer,
  revision: Revision,
});

/** Schemas of the data by event name, one for each state that a booking, or an entry of the waitlist, comes to. */
export const parkingContracts = {
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
} as const;

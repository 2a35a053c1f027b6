/** What shared parking shows: lots, spaces, when they are open, quotes and bookings. Instants are RFC 3339. */
import * as z from "zod";
import { Instant, line, Slug, Text, told, UnitCode, Uuid, Zone } from "../primitives.ts";
import { RecurringTime } from "../recurrence.ts";
import { BOOKING_MINUTES_MAX, PricePlan } from "./policy.ts";

/** Most recurring windows of a space. */
export const RULES_MAX = 7;
/** Most exceptions to them: stretches opened or closed. */
export const OVERRIDES_MAX = 30;
/** Largest pooled lot, in spaces. */
export const CAPACITY_MAX = 5_000;
/** Most alternatives beside a refusal. */
export const ALTERNATIVES_MAX = 3;
/** Longest range of a free-busy answer, in days. */
export const FREE_BUSY_DAYS_MAX = 31;
/** Longest override, in days. */
export const OVERRIDE_DAYS_MAX = 400;

/** `owned`: spaces with owners of their own; `pooled`: so many alike, of which any is given. */
export const LotKind = z.enum(["owned", "pooled"]);

/** Where something is, in millionths of a degree (WGS 84), so that it stays an integer. */
export const Point = z
  .strictObject({ latE6: z.int().min(-90_000_000).max(90_000_000), lonE6: z.int().min(-180_000_000).max(180_000_000) })
  .meta({ id: "Point", description: "WGS 84, millionths of a degree." });

/** What a space or lot offers, and what fits into it. */
export const features = {
  ev: z.boolean().default(false).describe("Has a charger."),
  heightCm: z.int().min(100).max(600).default(600).describe("Highest vehicle that fits."),
};

/** Fields of a lot. */
export const lotFields = {
  name: Text,
  at: Point,
  ...features,
  price: PricePlan.optional().describe("Left out: the district's."),
};

/** A place with spaces. */
export const Lot = z
  .strictObject({
    id: Uuid,
    community: Slug,
    kind: LotKind,
    zone: Zone.describe("Local days and windows are counted in it."),
    ...lotFields,
    ev: z.boolean(),
    heightCm: z.int(),
    capacity: z.int().min(1).max(CAPACITY_MAX).optional().describe("Of a pooled lot."),
    state: z.enum(["open", "closed"]),
    revision: z.int().min(1),
  })
  .meta({ id: "ParkingLot" });

/** A stretch that is open or closed whatever the recurring windows say; a later one wins over an earlier one. */
export const Override = z.strictObject({
  from: Instant,
  until: Instant.describe("Not included."),
  open: z.boolean(),
});

/** When a space is open. */
export const Availability = z
  .strictObject({
    rules: z.array(RecurringTime).max(RULES_MAX),
    overrides: z.array(Override).max(OVERRIDES_MAX),
  })
  .meta({ id: "ParkingAvailability" });

/** Why residents may book a space that belongs to all owners (Civil Code art. 278 item 8). */
export const Decision = z
  .strictObject({
    document: line(200).optional().describe("Number or address of the decision's document, where no poll is named."),
    from: Instant,
    until: Instant.describe("Not included."),
    poll: Uuid.optional().describe(
      "Owners' poll on item 8 with subject `common-parts-parking`: bookable only while what it passed is in force.",
    ),
  })
  .refine(
    ({ document, poll }) => document !== undefined || poll !== undefined,
    told("document or poll", "须给出决定文件或表决"),
  )
  .meta({ id: "ParkingDecision" });

/** One space of an owned lot. */
export const Space = z
  .strictObject({
    id: Uuid,
    lot: Uuid,
    community: Slug,
    label: line(30),
    kind: z.enum(["private", "common"]),
    owner: Uuid.optional().describe("Of a private space."),
    ...features,
    ev: z.boolean(),
    heightCm: z.int(),
    at: Point,
    zone: Zone,
    approval: z.enum(["auto", "owner"]).describe("Whether the owner accepts each booking."),
    price: PricePlan,
    availability: Availability,
    decision: Decision.optional().describe("Of a common space: bookable only while it covers the booking."),
    state: z.enum(["open", "withdrawn"]),
    revision: z.int().min(1),
  })
  .meta({ id: "ParkingSpace" });

/** States of a booking, see docs/parking.md. */
export const BookingState = z.enum([
  "held",
  "pending-owner",
  "confirmed",
  "active",
  "overstay",
  "completed",
  "expired",
  "rejected",
  "cancelled-by-renter",
  "cancelled-by-owner",
  "cancelled-by-operator",
  "no-show",
  "disputed",
  "resolved",
]);
export type BookingState = z.infer<typeof BookingState>;

/** Side on which somebody acts. */
export const Side = z.enum(["renter", "owner", "operator", "system"]);

/** A stretch that could be booked instead. */
export const Alternative = z
  .strictObject({ space: Uuid.optional(), lot: Uuid.optional(), from: Instant, until: Instant })
  .meta({ id: "ParkingAlternative" });
export type Alternative = z.infer<typeof Alternative>;

/** Which space (or pooled lot), from when until when. */
export const stay = {
  space: Uuid.optional().describe("One of an owned lot; else give `lot`."),
  lot: Uuid.optional().describe("A pooled lot; else give `space`."),
  from: Instant,
  until: Instant.describe("Not included."),
};

/** Whether exactly one of space and lot is given. */
export const oneTarget = ({ space, lot }: { space?: string | undefined; lot?: string | undefined }): boolean =>
  (space === undefined) !== (lot === undefined);

/** What a payment is split into; the parts sum to the whole. */
export const Shares = z.strictObject({
  owner: z.int().min(0),
  property: z.int().min(0),
  fund: z.int().min(0),
});

/** What a stay would cost, under which rules. */
export const Quote = z
  .strictObject({
    ...stay,
    minutes: z.int().min(1).max(BOOKING_MINUTES_MAX),
    amount: z.int().min(0).describe("Minor units of `unit`."),
    unit: UnitCode,
    shares: Shares,
    policy: z.int().min(1).describe("Version of the rules."),
    free: z.boolean().describe("As seen now; only a booking is a promise."),
    alternatives: z.array(Alternative).max(ALTERNATIVES_MAX),
  })
  .meta({ id: "ParkingQuote" });

/** A booking and all that became of it. */
export const Booking = z
  .strictObject({
    id: Uuid,
    community: Slug,
    state: BookingState,
    ...stay,
    lot: Uuid,
    renter: Uuid,
    by: Uuid,
    plateEnd: z.string().max(3).optional().describe("Last three characters of the plate, until it is erased."),
    amount: z.int().min(0).describe("Price of the stay in minor units."),
    held: z.int().min(0).describe("Reserved until the end."),
    unit: UnitCode,
    policy: z.int().min(1),
    expiresAt: Instant.optional().describe("When a hold or an owner's time to answer ends."),
    checkedInAt: Instant.optional(),
    checkedOutAt: Instant.optional(),
    overstayMinutes: z.int().min(0).optional(),
    paid: z.int().min(0).optional().describe("What was paid at the end, overstay included."),
    owed: z.int().min(0).optional().describe("Overstay that the renter could not pay."),
    shares: Shares.optional(),
    forgone: z
      .int()
      .min(1)
      .optional()
      .describe(
        "What the owner's account had no room for; it is part of the fund's share, or the property's by policy.",
      ),
    reward: z.int().min(1).optional().describe("Points that the owner got for sharing, from the rules' reward pool."),
    reason: line(100).optional(),
    adjustment: z.int().min(0).optional().describe("Paid back when a dispute was resolved."),
    adjustmentForgone: z
      .int()
      .min(1)
      .optional()
      .describe("Of it what the renter's account had no room for; the fund has it, or the property by policy."),
    series: Uuid.optional().describe("The series that it is a date of."),
    createdAt: Instant,
    endedAt: Instant.optional(),
    revision: z.int().min(1),
  })
  .meta({ id: "ParkingBooking" });

/** A stretch in which a space is taken, without saying by whom. */
export const BusyTime = z.strictObject({ from: Instant, until: Instant, kind: z.enum(["held", "booked"]) });

/** When a space is open and when it is taken. */
export const FreeBusy = z
  .strictObject({
    space: Uuid,
    from: Instant,
    until: Instant,
    open: z.array(z.strictObject({ from: Instant, until: Instant })),
    busy: z.array(BusyTime),
    free: z.array(z.strictObject({ from: Instant, until: Instant })),
  })
  .meta({ id: "ParkingFreeBusy" });

/** How a person stands with shared parking. */
export const Standing = z
  .strictObject({
    resident: Uuid,
    open: z.int().min(0).describe("Bookings that have not ended."),
    overstays: z.array(Instant).describe("When they left beyond the free minutes, the latest last."),
    noShows: z.array(Instant),
    ownerCancellations: z.int().min(0),
    excludedUntil: Instant.optional().describe("They cannot book until then."),
    owed: z.array(z.strictObject({ unit: UnitCode, amount: z.int().min(1) })).describe("Must be paid before booking."),
    appeal: z.enum(["none", "open", "granted", "rejected"]),
    appealedAt: Instant.optional(),
    appealReason: line(200).optional().describe("Until it is decided."),
    decision: line(200).optional(),
    revision: z.int().min(0),
  })
  .meta({ id: "ParkingStanding" });

/** Licence plate as people type it; the rules of mainland plates are the domain's. */
export const Plate = z.string().min(5).max(20).describe("Mainland plate, new-energy plates included.");

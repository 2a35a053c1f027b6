/** What the time bank shows: orders, codes, offers, members, group services. Minutes are integers. */
import * as z from "zod";
import { Amount, Instant, line, Slug, told, Uuid, Zone } from "../primitives.ts";
import { recurringTime } from "../recurrence.ts";
import { Sex } from "../residents/resources.ts";
import { ProfileId } from "./policy.ts";

/** How far ahead a service can be asked for, in days. */
export const AHEAD_DAYS_MAX = 60;
/** Most skills on an order or offer. */
export const SKILLS_MAX = 10;
/** Most recurring times in an offer. */
export const AVAILABILITY_MAX = 14;
/** Most volunteers on one attendance list: four items each still fit one transaction. */
export const ATTENDEES_MAX = 20;
/** Digits of a one-time code. */
export const CODE_DIGITS = 6;
/** Longest cell of a place: five characters are about 4.9 km, so that no home can be read from it. */
export const GEOHASH_MAX = 5;

/** A coarse place (geohash). */
export const CoarsePlace = z
  .string()
  .min(1)
  .max(GEOHASH_MAX)
  .regex(/^[0-9b-hjkmnp-z]+$/, told("must be a geohash", "应为 geohash"))
  .meta({ description: "Geohash of at most five characters (about 4.9 km)." });

/** States of an order, see docs/timebank.md. */
export const OrderState = z.enum([
  "draft",
  "declined",
  "requested",
  "matched",
  "accepted",
  "checked-in",
  "checked-out",
  "confirmed",
  "settled",
  "disputed",
  "resolved",
  "cancelled",
  "no-show",
  "expired",
]);
export type OrderState = z.infer<typeof OrderState>;

/** Whose hours pay: the person's who asks, or the care pool's for people on the care list. */
export const Payer = z.enum(["own-hours", "care-pool"]);

/** Side on which somebody acts. */
export const Side = z.enum(["recipient", "volunteer", "steward", "system"]);

const session = {
  checkedInAt: Instant.optional(),
  checkedOutAt: Instant.optional(),
};

/** What is asked for. */
export const orderTerms = {
  category: Slug,
  from: Instant,
  until: Instant.describe("Not included."),
  minutes: z.int().min(1).max(1_440).describe("Estimate; no more than this is ever credited."),
  skills: z.array(Slug).max(SKILLS_MAX).default([]),
  sex: Sex.optional().describe("Preferred sex of the volunteer."),
  urgency: z.enum(["normal", "urgent"]).default("normal"),
  area: CoarsePlace.optional(),
};

/** Where the volunteer goes; shown after acceptance only. */
export const Address = z.strictObject({ unitId: Uuid.optional(), directions: line(100).optional() });

/** A request for service and all that became of it. */
export const Order = z
  .strictObject({
    id: Uuid,
    community: Slug,
    state: OrderState,
    recipient: Uuid,
    requester: Uuid.describe("Whose hours pay, unless the care pool does."),
    payer: Payer,
    by: Uuid,
    phone: z.boolean().describe("Taken by phone, by `by`."),
    ...orderTerms,
    skills: z.array(Slug),
    urgency: z.enum(["normal", "urgent"]),
    policy: ProfileId.describe("The rules that this order keeps, whatever comes later."),
    volunteer: Uuid.optional(),
    held: z.int().min(0).optional().describe("Minutes reserved at acceptance."),
    creditTo: z.enum(["member", "care-pool", "honour-only"]).optional(),
    ...session,
    measured: z.int().min(0).optional().describe("Minutes between signing in and out."),
    credited: z.int().min(0).optional().describe("Minutes after rounding and price, at most `held`."),
    proposal: z.strictObject({ side: Side, checkedInAt: Instant, checkedOutAt: Instant }).optional(),
    reason: line(100).optional(),
    transfer: Uuid.optional().describe("Ledger transfer that paid it."),
    address: Address.optional().describe("For both sides, from acceptance on, until it is erased."),
    createdAt: Instant,
    confirmedAt: Instant.optional(),
    disputedAt: Instant.optional(),
    endedAt: Instant.optional(),
    revision: z.int().min(1),
  })
  .meta({ id: "Order" });

/** A one-time code, shown once to the side that asked; the other side enters it. */
export const OneTimeCode = z
  .strictObject({
    order: Uuid,
    purpose: z.enum(["check-in", "check-out"]),
    code: z.string().regex(/^\d{6}$/),
    expiresAt: Instant,
  })
  .meta({ id: "OneTimeCode" });

/** When a volunteer can serve: once, or by a rule with its exceptions. */
export const Availability = z.strictObject({
  start: recurringTime.start,
  zone: Zone,
  minutes: z.int().min(15).max(1_440),
  rule: recurringTime.rule,
  validFrom: recurringTime.validFrom,
  validUntil: recurringTime.validUntil,
});
export type Availability = z.infer<typeof Availability>;

/** What an offer says. */
export const offerTerms = {
  skills: z.array(Slug).max(SKILLS_MAX),
  areas: z.array(CoarsePlace).max(SKILLS_MAX),
  availability: z.array(Availability).min(1).max(AVAILABILITY_MAX),
};

/** A volunteer's offer to serve. */
export const Offer = z
  .strictObject({
    id: Uuid,
    volunteer: Uuid,
    community: Slug,
    state: z.enum(["open", "withdrawn"]),
    ...offerTerms,
    revision: z.int().min(1),
  })
  .meta({ id: "Offer" });

/** What one member has done and may do. */
export const Member = z
  .strictObject({
    id: Uuid,
    honourMinutes: z.int().min(0).describe("Minutes served in a lifetime; never falls."),
    stars: z.int().min(0),
    served: z.int().min(0).describe("Orders."),
    ratings: z.strictObject({ count: z.int().min(0), sum: z.int().min(0) }),
    seedGranted: z.int().min(0),
    careListed: z.boolean(),
  })
  .meta({ id: "TimebankMember" });

/** Entry on the care list: who needs care that they cannot earn. */
export const CareFlag = z
  .strictObject({ resident: Uuid, listed: z.boolean(), by: Uuid, at: Instant })
  .meta({ id: "CareFlag" });

/** A movement of hours outside an order. */
export const HoursMoved = z
  .strictObject({ transfer: Uuid, kind: z.enum(["gift", "donation", "seed-grant"]), minutes: Amount, by: Uuid })
  .meta({ id: "HoursMoved" });

/** Service by a group, with its attendance. */
export const GroupService = z
  .strictObject({
    id: Uuid,
    community: Slug,
    category: Slug,
    from: Instant,
    until: Instant,
    policy: ProfileId,
    minutesGo: z.enum(["to-care-pool", "to-members"]),
    attendance: z.array(z.strictObject({ volunteer: Uuid, minutes: z.int().min(0) })),
    by: Uuid,
  })
  .meta({ id: "GroupService" });

/** One rule's verdict: what is, and what the rule asks for. */
export const Verdict = z
  .strictObject({
    rule: Slug,
    pass: z.boolean(),
    code: z.string().max(60).optional().describe("The refusal that an attempt would meet."),
    params: z.record(z.string(), z.union([z.string(), z.number()])).describe("The numbers behind it."),
  })
  .meta({ id: "Verdict" });

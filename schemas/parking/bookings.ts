/** Operations on bookings: one for each transition of their life, see docs/parking.md. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { AMOUNT_MAX, Instant, line, page, pageQuery, told, Uuid } from "../primitives.ts";
import { Booking, oneTarget, Plate, Quote, stay } from "./resources.ts";

const people = ["resident", "guardian", "steward", "district-admin"] as const;
const operators = ["steward", "district-admin"] as const;
const Reason = line(100);
const params = z.strictObject({ bookingId: Uuid });
const lookup = ["parking/not-offered", "resource/not-found"] as const;
const write: Operation["actions"] = ["GetItem", "BatchGetItem", "PutItem", "UpdateItem"];
const proved: Operation["actions"] = [...write, "ConditionCheckItem"];

/** What is wrong with a stretch of time. */
export const stretch = [
  "parking/interval",
  "parking/grid",
  "parking/duration",
  "parking/past",
  "parking/too-far",
] as const;
/** Why a good stretch cannot be had; each comes with up to three alternatives. */
export const taken = [
  "parking/closed",
  "parking/taken",
  "parking/full",
  "parking/withdrawn",
  "parking/not-covered",
] as const;
/** What a movement of the renter's points may meet. */
export const money = [
  "ledger/account-frozen",
  "ledger/account-closed",
  "ledger/insufficient-available",
  "ledger/cap-activity",
  "ledger/cap-day",
  "ledger/cap-week",
  "ledger/cap-month",
  "ledger/cap-year",
  "ledger/too-soon",
  "ledger/ceiling",
] as const;
const always = [
  ...lookup,
  "parking/wrong-state",
  "residents/proxy-invalid",
  "auth/forbidden",
  "request/key-reused",
] as const;

const onBooking = {
  context: "parking",
  method: "POST",
  params,
  reply: Booking,
  status: 200,
  repeat: "key",
  actions: write,
} as const;
const at = "/v1/parking/bookings/{bookingId}";
const command = <Shape extends z.ZodRawShape>(members: Shape) => z.strictObject({ id: Uuid.optional(), ...members });
const price = z
  .int()
  .min(0)
  .max(AMOUNT_MAX)
  .optional()
  .describe("What the caller was shown; another price is refused.");

/** Quotes, booking, reading. */
const booking = {
  quoteStay: operation({
    id: "quoteStay",
    context: "parking",
    method: "POST",
    path: "/v1/parking/quotes",
    summary: "What a stay would cost, how it would be split, whether it is free now, and what else is",
    roles: "signed-in",
    body: z.strictObject(stay).refine(oneTarget, told("space or lot", "须给出车位或停车场之一")),
    reply: Quote,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem", "Query"],
    refusals: [...lookup, ...stretch],
  }),
  createBooking: operation({
    id: "createBooking",
    context: "parking",
    method: "POST",
    path: "/v1/parking/bookings",
    summary: "Hold a stay for some minutes, or book it at once; the price is reserved in the same transaction",
    roles: people,
    body: z
      .strictObject({
        id: Uuid.optional(),
        ...stay,
        plate: Plate,
        confirm: z.boolean().default(false).describe("Book at once instead of holding."),
        expectedPrice: price,
      })
      .refine(oneTarget, told("space or lot", "须给出车位或停车场之一")),
    reply: Booking,
    status: 201,
    repeat: "key",
    writeUnits: 14,
    actions: [...proved, "Query"],
    refusals: [
      ...lookup,
      ...stretch,
      ...taken,
      "parking/plate",
      "parking/own-space",
      "parking/quota",
      "parking/excluded",
      "parking/owed",
      "parking/price-changed",
      ...money,
      "residents/proxy-invalid",
      "request/key-reused",
    ],
  }),
  getBooking: operation({
    id: "getBooking",
    context: "parking",
    method: "GET",
    path: "/v1/parking/bookings/{bookingId}",
    summary: "A booking, for its renter, the space's owner and officers",
    roles: "signed-in",
    params,
    reply: Booking,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem"],
    refusals: [...lookup, "residents/proxy-invalid"],
  }),
  listBookings: operation({
    id: "listBookings",
    context: "parking",
    method: "GET",
    path: "/v1/parking/residents/{residentId}/bookings",
    summary: "Bookings of a person by their beginning, the last first",
    roles: "signed-in",
    params: z.strictObject({ residentId: Uuid }),
    query: z.strictObject(pageQuery),
    reply: page(Booking),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "GetItem"],
    refusals: [...lookup, "residents/proxy-invalid", "request/bad-cursor"],
  }),
};

/** Before and during the stay. */
const staying = {
  confirmBooking: operation({
    id: "confirmBooking",
    ...onBooking,
    path: `${at}/confirm`,
    summary: "Make a hold a booking before it runs out; where the owner accepts each, it waits for them",
    roles: people,
    body: command({}),
    writeUnits: 14,
    actions: proved,
    refusals: [...always, "parking/hold-expired", "parking/not-covered"],
  }),
  acceptBooking: operation({
    id: "acceptBooking",
    ...onBooking,
    path: `${at}/accept`,
    summary: "Accept a booking of one's space",
    roles: people,
    body: command({}),
    writeUnits: 14,
    refusals: [...always, "parking/hold-expired"],
  }),
  rejectBooking: operation({
    id: "rejectBooking",
    ...onBooking,
    path: `${at}/reject`,
    summary: "The owner does not accept; what was reserved is free again",
    roles: people,
    body: command({ reason: Reason }),
    writeUnits: 20,
    refusals: always,
  }),
  cancelBooking: operation({
    id: "cancelBooking",
    ...onBooking,
    path: `${at}/cancel`,
    summary: "Cancel as renter (refund by the rules), owner (all back, and a mark) or officer (all back)",
    roles: people,
    body: command({ reason: Reason.optional(), as: z.enum(["renter", "owner", "operator"]).optional() }),
    writeUnits: 40,
    refusals: [...always, ...money],
  }),
  extendBooking: operation({
    id: "extendBooking",
    ...onBooking,
    path: `${at}/extend`,
    summary: "Stay longer, in one transaction: the booking is never given up for it",
    roles: people,
    body: command({ until: Instant, expectedPrice: price }),
    writeUnits: 20,
    actions: [...proved, "Query"],
    refusals: [...always, ...stretch, ...taken, "parking/price-changed", "parking/changes", ...money],
  }),
  moveBooking: operation({
    id: "moveBooking",
    ...onBooking,
    path: `${at}/move`,
    summary: "Another time or space, in one transaction: both or neither",
    roles: people,
    body: command({ ...stay, expectedPrice: price }),
    writeUnits: 24,
    actions: [...proved, "Query"],
    refusals: [
      ...always,
      ...stretch,
      ...taken,
      "parking/own-space",
      "parking/asks-owner",
      "parking/unit",
      "parking/price-changed",
      "parking/changes",
      ...money,
    ],
  }),
  checkInParking: operation({
    id: "checkInParking",
    ...onBooking,
    path: `${at}/check-in`,
    summary: "The vehicle is there: from some minutes before the beginning on",
    roles: people,
    body: command({}),
    writeUnits: 10,
    refusals: [...always, "parking/outside-window"],
  }),
  checkOutParking: operation({
    id: "checkOutParking",
    ...onBooking,
    path: `${at}/check-out`,
    summary: "The vehicle has left: the stay is paid and split; minutes beyond the grace cost more",
    roles: people,
    body: command({}),
    writeUnits: 50,
    refusals: [...always, ...money],
  }),
};

/** What goes wrong. */
const trouble = {
  reportParkingNoShow: operation({
    id: "reportParkingNoShow",
    ...onBooking,
    path: `${at}/no-show`,
    summary: "Nobody came; the space is free again and the stay is paid",
    roles: people,
    body: command({}),
    writeUnits: 50,
    refusals: [...always, "parking/too-early", ...money],
  }),
  disputeBooking: operation({
    id: "disputeBooking",
    ...onBooking,
    path: `${at}/dispute`,
    summary: "Renter or owner objects to how a booking ended",
    roles: people,
    body: command({ reason: Reason }),
    writeUnits: 10,
    refusals: always,
  }),
  resolveParkingDispute: operation({
    id: "resolveParkingDispute",
    ...onBooking,
    path: `${at}/resolve`,
    summary: "An officer decides: so much goes back to the renter, by entries of its own",
    roles: operators,
    body: command({
      refund: z.int().min(0).max(AMOUNT_MAX),
      from: z.enum(["owner", "property"]).default("property"),
      reason: Reason,
    }),
    writeUnits: 30,
    refusals: [...always, "parking/over-refund", "ledger/budget-exhausted", ...money],
  }),
};

/** Operations on bookings by id. */
export const bookingOperations = { ...booking, ...staying, ...trouble };

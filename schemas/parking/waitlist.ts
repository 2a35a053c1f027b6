/** Operations on the waitlist: people who wait for a stretch of one space or pooled lot to become free. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { AMOUNT_MAX, Instant, page, pageQuery, Slug, told, UnitCode, Uuid } from "../primitives.ts";
import { stretch } from "./bookings.ts";
import { BookingState, oneTarget, Plate, stay } from "./resources.ts";

const people = ["resident", "guardian", "steward", "district-admin"] as const;
const params = z.strictObject({ waitId: Uuid });
const lookup = ["parking/not-offered", "resource/not-found", "residents/proxy-invalid"] as const;

/** States of an entry: it waits until it is offered a stay, cancelled, or ended because the stretch has begun. */
export const WaitState = z.enum(["waiting", "offered", "ended", "cancelled"]);

/** An entry of the waitlist; an offer is an ordinary booking in state `held`. */
export const WaitEntry = z
  .strictObject({
    id: Uuid,
    community: Slug,
    state: WaitState,
    ...stay,
    lot: Uuid,
    renter: Uuid,
    by: Uuid,
    plateEnd: z.string().max(3).optional().describe("While it waits; then the booking has the plate, or nobody."),
    maxPrice: z.int().min(0).describe("Highest price at which a stay is offered, minor units."),
    unit: UnitCode,
    passedOver: z
      .strictObject({ code: z.string().max(60), at: Instant })
      .optional()
      .describe("Why the stretch, when it was free, was offered to the next; the entry waits on."),
    booking: Uuid.optional().describe("The offer: confirm it before it runs out."),
    bookingState: BookingState.optional(),
    offerExpiresAt: Instant.optional(),
    joinedAt: Instant,
    endedAt: Instant.optional(),
    revision: z.int().min(1),
  })
  .meta({ id: "ParkingWaitEntry" });

/** Operations on the waitlist by id. */
export const waitlistOperations = {
  joinParkingWaitlist: operation({
    id: "joinParkingWaitlist",
    context: "parking",
    method: "POST",
    path: "/v1/parking/waitlist",
    summary: "Wait for a stretch that is taken: who has waited longest is offered it as a hold when it is free",
    roles: people,
    body: z
      .strictObject({
        id: Uuid.optional(),
        ...stay,
        plate: Plate,
        maxPrice: z.int().min(0).max(AMOUNT_MAX).describe("No stay is offered that costs more, minor units."),
      })
      .refine(oneTarget, told("space or lot", "须给出车位或停车场之一")),
    reply: WaitEntry,
    status: 201,
    repeat: "key",
    writeUnits: 16,
    actions: ["GetItem", "BatchGetItem", "PutItem", "ConditionCheckItem", "Query"],
    refusals: [
      ...lookup,
      ...stretch,
      "parking/closed",
      "parking/withdrawn",
      "parking/not-covered",
      "parking/plate",
      "parking/own-space",
      "parking/excluded",
      "parking/owed",
      "parking/above-ceiling",
      "parking/wait-free",
      "parking/wait-full",
      "parking/wait-own",
      "request/key-reused",
    ],
  }),
  getParkingWait: operation({
    id: "getParkingWait",
    context: "parking",
    method: "GET",
    path: "/v1/parking/waitlist/{waitId}",
    summary: "An entry of the waitlist with its offer, for its renter and officers",
    roles: "signed-in",
    params,
    reply: WaitEntry,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem"],
    refusals: lookup,
  }),
  listParkingWaits: operation({
    id: "listParkingWaits",
    context: "parking",
    method: "GET",
    path: "/v1/parking/residents/{residentId}/waitlist",
    summary: "What a person waits for, and what they were offered, the last first",
    roles: "signed-in",
    params: z.strictObject({ residentId: Uuid }),
    query: z.strictObject(pageQuery),
    reply: page(WaitEntry),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "GetItem", "BatchGetItem"],
    refusals: [...lookup, "request/bad-cursor"],
  }),
  cancelParkingWait: operation({
    id: "cancelParkingWait",
    context: "parking",
    method: "POST",
    path: "/v1/parking/waitlist/{waitId}/cancel",
    summary: "Wait no longer; an offer is declined by cancelling its booking",
    roles: people,
    params,
    body: z.strictObject({ id: Uuid.optional() }),
    reply: WaitEntry,
    status: 200,
    repeat: "key",
    writeUnits: 18,
    actions: ["GetItem", "PutItem", "ConditionCheckItem"],
    refusals: [...lookup, "parking/wait-state", "auth/forbidden", "request/key-reused"],
  }),
};

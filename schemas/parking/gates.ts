/** Operations on gates: their keys, what they may let in while they are offline, and what they have seen. */
import * as z from "zod";
import type { ErrorCode } from "../errors.ts";
import { operation } from "../operation.ts";
import { Instant, line, page, pageQuery, Slug, told, Uuid } from "../primitives.ts";
import { bookingOperations, money } from "./bookings.ts";
import { Plate } from "./resources.ts";

const operators = ["steward", "district-admin"] as const;
const lookup = ["parking/not-offered", "resource/not-found"] as const;
/** What a device may meet; one answer for an unknown or revoked gate and a wrong signature. */
const device = ["parking/not-offered", "parking/gate-signature", "parking/gate-clock"] as const;
const params = z.strictObject({ gateId: Uuid });

/** Longest time that a replaced key stays valid, in minutes. */
export const KEY_OVERLAP_MAX = 10_080;

/** A gate of a lot; its key only in the answers that issue one. */
export const Gate = z
  .strictObject({
    id: Uuid,
    community: Slug,
    lot: Uuid,
    name: line(60),
    state: z.enum(["active", "revoked"]),
    generation: z.int().min(1).describe("Number of the key."),
    key: z
      .string()
      .length(43)
      .optional()
      .describe("32 bytes in base64url, for HMAC-SHA-256; shown where it is issued."),
    previousUntil: Instant.optional().describe("Until when the key before is still valid."),
    revision: z.int().min(1),
  })
  .meta({ id: "ParkingGate" });

const Signature = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, told("must be 32 bytes in base64url", "应为 base64url 编码的 32 字节"))
  .describe("HMAC-SHA-256 by the gate's key; docs/parking.md says over what.");

/** What became of what a gate has seen. */
export const GateEvent = z
  .strictObject({
    id: Uuid,
    gate: Uuid,
    direction: z.enum(["entry", "exit"]),
    at: Instant,
    booking: Uuid.optional(),
    outcome: z
      .enum(["checked-in", "checked-out", "waiting", "unmatched", "dismissed"])
      .describe("waiting: an exit whose entry has not been told yet. unmatched: somebody has to look."),
    reason: z.enum(["no-booking", "plate", "plate-nearly", "window", "state", "refused"]).optional(),
    resolution: z
      .strictObject({ by: Uuid, at: Instant, reason: line(200) })
      .optional()
      .describe("What an operator decided on an unmatched one."),
  })
  .meta({ id: "ParkingGateEvent" });

/** One vehicle that a gate may let in and out. */
const Admission = z.strictObject({
  booking: Uuid,
  plate: z.string().max(20),
  state: z.enum(["confirmed", "active", "overstay"]),
  from: Instant.describe("The beginning less the minutes for coming early."),
  until: Instant.describe("The end and the grace."),
});

/** Operations on gates. */
export const gateOperations = {
  createParkingGate: operation({
    id: "createParkingGate",
    context: "parking",
    method: "POST",
    path: "/v1/parking/lots/{lotId}/gates",
    summary: "Register a gate of a lot; the answer has the key of its device",
    roles: operators,
    params: z.strictObject({ lotId: Uuid }),
    body: z.strictObject({ id: Uuid.optional(), name: line(60) }),
    reply: Gate,
    status: 201,
    repeat: "key",
    writeUnits: 2,
    actions: ["GetItem", "PutItem"],
    refusals: [...lookup, "auth/forbidden", "request/key-reused"],
  }),
  changeParkingGateKey: operation({
    id: "changeParkingGateKey",
    context: "parking",
    method: "POST",
    path: "/v1/parking/gates/{gateId}/key",
    summary: "Give a gate a new key, the old one valid for some minutes more; or revoke the gate for good",
    roles: operators,
    params,
    body: z.strictObject({
      id: Uuid.optional(),
      overlapMinutes: z.int().min(0).max(KEY_OVERLAP_MAX).default(60),
      revoke: z.boolean().default(false),
    }),
    reply: Gate,
    status: 200,
    repeat: "key",
    writeUnits: 4,
    actions: ["GetItem", "PutItem"],
    refusals: [...lookup, "parking/gate-revoked", "auth/forbidden", "request/key-reused"],
  }),
  recordGateEvent: operation({
    id: "recordGateEvent",
    context: "parking",
    method: "POST",
    path: "/v1/parking/gates/{gateId}/events",
    summary: "What a gate has seen, signed by its device: an entry checks a booking in, an exit out, in any order",
    roles: "public",
    params,
    body: z.strictObject({
      id: Uuid.describe("Made by the device; the same event is sent again under the same id."),
      direction: z.enum(["entry", "exit"]),
      plate: Plate,
      confidence: z.int().min(0).max(100).describe("Of the reading, in percent."),
      at: Instant.describe("When the plate was read."),
      booking: Uuid.optional().describe("Which the device found in its access list; left out: none."),
      sentAt: Instant,
      signature: Signature,
    }),
    reply: GateEvent,
    status: 200,
    repeat: "content",
    writeUnits: 54,
    actions: [...new Set([...bookingOperations.checkOutParking.actions, "ConditionCheckItem" as const])],
    refusals: [...device, "parking/plate", "request/key-reused", ...money],
  }),
  listGateQueue: operation({
    id: "listGateQueue",
    context: "parking",
    method: "GET",
    path: "/v1/parking/gates/{gateId}/unmatched",
    summary: "What a gate has seen that fits no booking, the longest waiting first",
    roles: operators,
    params,
    query: z.strictObject(pageQuery),
    reply: page(GateEvent),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query", "BatchGetItem"],
    refusals: [...lookup, "auth/forbidden", "request/bad-cursor"],
  }),
  resolveGateEvent: operation({
    id: "resolveGateEvent",
    context: "parking",
    method: "POST",
    path: "/v1/parking/gates/{gateId}/events/{eventId}/resolution",
    summary: "Say which booking an unmatched reading was of, which checks it in or out; or dismiss it",
    roles: operators,
    params: z.strictObject({ gateId: Uuid, eventId: Uuid }),
    body: z.strictObject({
      id: Uuid.optional(),
      booking: Uuid.optional().describe("Left out: dismissed."),
      reason: line(200),
    }),
    reply: GateEvent,
    status: 200,
    repeat: "key",
    writeUnits: 56,
    actions: bookingOperations.checkOutParking.actions,
    refusals: [
      ...new Set<ErrorCode>([
        ...bookingOperations.checkInParking.refusals,
        ...bookingOperations.checkOutParking.refusals,
        "parking/gate-resolved",
        "auth/forbidden",
        "request/key-reused",
      ]),
    ],
  }),
  getGateAccess: operation({
    id: "getGateAccess",
    context: "parking",
    method: "GET",
    path: "/v1/parking/gates/{gateId}/access",
    summary: "Plates and times of the bookings of the next 24 hours, for the gate's device alone; ETag, works offline",
    roles: "public",
    params,
    query: z.strictObject({ ...pageQuery, sentAt: Instant, signature: Signature }),
    reply: page(Admission),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: [...device, "request/bad-cursor"],
  }),
};

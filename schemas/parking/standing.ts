/** Operations on how people stand: marks, debts, exclusion and appeal. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { line, page, pageQuery, Slug, Uuid } from "../primitives.ts";
import { money } from "./bookings.ts";
import { Booking, Standing } from "./resources.ts";

const people = ["resident", "guardian", "steward", "district-admin"] as const;
const operators = ["steward", "district-admin"] as const;
const params = z.strictObject({ residentId: Uuid });
const lookup = ["parking/not-offered", "resource/not-found", "residents/proxy-invalid"] as const;
const Reason = line(200);
const at = "/v1/parking/residents/{residentId}/standing";

/** Standing. */
export const standingOperations = {
  getParkingStanding: operation({
    id: "getParkingStanding",
    context: "parking",
    method: "GET",
    path: at,
    summary: "Marks, debts, exclusion and appeal of a person, for them and officers",
    roles: "signed-in",
    params,
    reply: Standing,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem"],
    refusals: lookup,
  }),
  appealParkingExclusion: operation({
    id: "appealParkingExclusion",
    context: "parking",
    method: "POST",
    path: `${at}/appeal`,
    summary: "Appeal against one's exclusion, once for each",
    roles: people,
    params,
    body: z.strictObject({ id: Uuid.optional(), reason: Reason }),
    reply: Standing,
    status: 200,
    repeat: "key",
    writeUnits: 10,
    actions: ["GetItem", "PutItem", "ConditionCheckItem"],
    refusals: [...lookup, "parking/not-excluded", "parking/appealed", "request/key-reused"],
  }),
  decideParkingAppeal: operation({
    id: "decideParkingAppeal",
    context: "parking",
    method: "POST",
    path: `${at}/decide`,
    summary: "Decide an appeal: granted it ends the exclusion and wipes the marks; debts stay",
    roles: operators,
    params,
    body: z.strictObject({ id: Uuid.optional(), granted: z.boolean(), reason: Reason }),
    reply: Standing,
    status: 200,
    repeat: "key",
    writeUnits: 10,
    actions: ["GetItem", "PutItem"],
    refusals: [...lookup, "parking/no-appeal", "auth/forbidden", "request/key-reused"],
  }),
  listParkingAppeals: operation({
    id: "listParkingAppeals",
    context: "parking",
    method: "GET",
    path: "/v1/parking/appeals",
    summary: "Open appeals of a community, the oldest first",
    roles: operators,
    query: z.strictObject({ ...pageQuery, community: Slug }),
    reply: page(Standing),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "BatchGetItem"],
    refusals: ["parking/not-offered", "auth/forbidden", "request/bad-cursor"],
  }),
  payParkingDebt: operation({
    id: "payParkingDebt",
    context: "parking",
    method: "POST",
    path: "/v1/parking/bookings/{bookingId}/pay",
    summary: "Pay what is still owed for overstaying; it is the owner's alone",
    roles: people,
    params: z.strictObject({ bookingId: Uuid }),
    body: z.strictObject({ id: Uuid.optional() }),
    reply: Booking,
    status: 200,
    repeat: "key",
    writeUnits: 24,
    actions: ["GetItem", "PutItem", "UpdateItem"],
    refusals: [
      ...lookup,
      "parking/wrong-state",
      "parking/nothing-owed",
      "auth/forbidden",
      "request/key-reused",
      ...money,
    ],
  }),
};

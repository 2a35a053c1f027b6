/** Operations that rank who fits a request, and which requests fit a volunteer, each with an explained score. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Uuid } from "../primitives.ts";
import { Order } from "./resources.ts";

/** Most matches in one answer. */
export const MATCHES_MAX = 20;

/** What a component gave of what it can give; all together can give 1,000. */
export const MatchPart = z
  .strictObject({
    component: z.enum(["skill", "distance", "overlap", "fairShare", "ratings", "sex", "urgency"]),
    points: z.int().min(0).max(1_000),
    of: z.int().min(0).max(1_000),
    params: z.record(z.string(), z.number()).describe("The numbers behind it, such as steps, minutes, ratings."),
  })
  .meta({ id: "MatchPart" });

const scored = {
  total: z.int().min(0).max(1_000),
  components: z.array(MatchPart),
};

const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(MATCHES_MAX).default(MATCHES_MAX) });

/** Rankings. */
export const matchOperations = {
  listVolunteerMatches: operation({
    id: "listVolunteerMatches",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/orders/{orderId}/matches",
    summary: "Volunteers who fit an open request, the best first, each with the parts of the score",
    roles: ["steward", "district-admin"],
    params: z.strictObject({ orderId: Uuid }),
    query,
    reply: z.strictObject({ items: z.array(z.strictObject({ volunteer: Uuid, ...scored })) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem", "Query"],
    refusals: ["timebank/not-offered", "timebank/wrong-state", "resource/not-found"],
  }),
  listOrderMatches: operation({
    id: "listOrderMatches",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/matches",
    summary: "Open requests that fit one's own offers, the best first, each with the parts of the score",
    roles: ["resident", "guardian"],
    query,
    reply: z.strictObject({ items: z.array(z.strictObject({ order: Order, ...scored })) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem", "Query"],
    refusals: ["timebank/not-offered", "residents/proxy-invalid"],
  }),
};

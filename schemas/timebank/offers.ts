/** Operations on offers, and on the policy that all of the time bank follows. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { Instant, page, pageQuery, Slug, Uuid } from "../primitives.ts";
import { PolicyProfile, ProfileId } from "./policy.ts";
import { Offer, offerTerms, Verdict } from "./resources.ts";

const write: Operation["actions"] = ["GetItem", "PutItem", "ConditionCheckItem"];

/** Offers to serve. */
export const offerOperations = {
  createOffer: operation({
    id: "createOffer",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/offers",
    summary: "Offer to serve: skills, areas and recurring times (RFC 5545)",
    roles: ["resident", "guardian"],
    body: z.strictObject({ id: Uuid.optional(), community: Slug, ...offerTerms }),
    reply: Offer,
    status: 201,
    repeat: "key",
    writeUnits: 10,
    actions: write,
    refusals: ["timebank/not-offered", "auth/forbidden", "residents/proxy-invalid", "request/key-reused"],
  }),
  updateOffer: operation({
    id: "updateOffer",
    context: "timebank",
    method: "PATCH",
    path: "/v1/timebank/offers/{offerId}",
    summary: "Change or withdraw one's own offer",
    roles: ["resident", "guardian"],
    params: z.strictObject({ offerId: Uuid }),
    body: z.strictObject({
      state: z.enum(["open", "withdrawn"]).optional(),
      skills: offerTerms.skills.optional(),
      areas: offerTerms.areas.optional(),
      availability: offerTerms.availability.optional(),
    }),
    reply: Offer,
    status: 200,
    repeat: "if-match",
    writeUnits: 10,
    actions: write,
    refusals: ["timebank/not-offered", "resource/not-found", "request/stale", "request/if-match-missing"],
  }),
  listOffers: operation({
    id: "listOffers",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/offers",
    summary: "Open offers of a community, for its stewards",
    roles: ["steward", "district-admin"],
    query: z.strictObject({ ...pageQuery, community: Slug }),
    reply: page(Offer),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "BatchGetItem"],
    refusals: ["timebank/not-offered", "auth/forbidden", "request/bad-cursor"],
  }),
};

/** The rules, and what they say of a person and an act. */
export const policyOperations = {
  listPolicies: operation({
    id: "listPolicies",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/policies",
    summary: "Every version of the district's rules with their sources, and which holds for new orders",
    roles: "signed-in",
    reply: z.strictObject({ current: ProfileId, items: z.array(PolicyProfile) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: [],
    refusals: ["timebank/not-offered"],
  }),
  explainPolicy: operation({
    id: "explainPolicy",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/policy:explain",
    summary: "For a person and an intended act: each rule with pass or fail and the number behind it",
    roles: "signed-in",
    body: z.strictObject({
      act: z.enum(["redeem", "give", "serve"]),
      person: Uuid.describe("Who redeems, gives or serves."),
      other: Uuid.optional().describe("For whom they redeem, to whom they give, whom they serve."),
      minutes: z.int().min(1).max(1_440).optional(),
      at: Instant.optional().describe("When; left out, now."),
    }),
    reply: z.strictObject({ policy: ProfileId, allowed: z.boolean(), verdicts: z.array(Verdict) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem"],
    refusals: ["timebank/not-offered", "resource/not-found", "residents/proxy-invalid"],
  }),
};

/** Operations on calls: the commands are those of their table in docs/fund.md. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { page, pageQuery, Slug, Uuid } from "../primitives.ts";
import { callTerms, Decision, FundCall } from "./grants.ts";
import { Reason } from "./resources.ts";

const officers = ["steward", "district-admin"] as const;
const read: Operation["actions"] = ["GetItem", "BatchGetItem"];
const write: Operation["actions"] = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"];
const always = ["fund/not-offered", "resource/not-found", "auth/forbidden", "request/key-reused"] as const;
const moves = [...always, "fund/wrong-state"] as const;
const onCall = z.strictObject({ callId: Uuid });
const id = Uuid.optional();

/** Operations on calls. */
export const callOperations = {
  createFundCall: operation({
    id: "createFundCall",
    context: "fund",
    method: "POST",
    path: "/v1/fund/calls",
    summary: "Draft a call for applications to a fund",
    roles: officers,
    body: z.strictObject({ id, fund: Uuid, ...callTerms }),
    reply: FundCall,
    status: 201,
    repeat: "key",
    writeUnits: 13,
    actions: write,
    refusals: [...always, "fund/foreign-purpose", "fund/expired", "fund/closed", "fund/call-dates"],
  }),
  getFundCall: operation({
    id: "getFundCall",
    context: "fund",
    method: "GET",
    path: "/v1/fund/calls/{callId}",
    summary: "A call, for everyone of its community once it is published",
    roles: "signed-in",
    params: onCall,
    reply: FundCall,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: read,
    refusals: ["fund/not-offered", "resource/not-found"],
  }),
  listFundCalls: operation({
    id: "listFundCalls",
    context: "fund",
    method: "GET",
    path: "/v1/fund/calls",
    summary: "Calls of a community, newest first",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery, community: Slug }),
    reply: page(FundCall),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query"],
    refusals: ["fund/not-offered", "auth/forbidden", "request/bad-cursor"],
  }),
  updateFundCall: operation({
    id: "updateFundCall",
    context: "fund",
    method: "PATCH",
    path: "/v1/fund/calls/{callId}",
    summary: "Change the terms of a call that has not opened; criteria are fixed from then on",
    roles: officers,
    params: onCall,
    body: z.strictObject(callTerms).partial(),
    reply: FundCall,
    status: 200,
    repeat: "if-match",
    writeUnits: 13,
    actions: write,
    refusals: [
      "fund/not-offered",
      "resource/not-found",
      "auth/forbidden",
      "fund/criteria-fixed",
      "fund/foreign-purpose",
      "fund/call-dates",
      "request/stale",
      "request/if-match-missing",
    ],
  }),
  stepFundCall: operation({
    id: "stepFundCall",
    context: "fund",
    method: "POST",
    path: "/v1/fund/calls/{callId}/steps",
    summary: "Move a call on by a command of its table",
    roles: officers,
    params: onCall,
    body: z.strictObject({
      id,
      command: z.enum([
        "publish",
        "begin-review",
        "publish-shortlist",
        "begin-vote",
        "propose-awards",
        "give-notice",
        "conclude",
        "complete",
        "cancel",
      ]),
      reason: Reason,
      decision: Decision.optional().describe("For `propose-awards` of a call that residents decide."),
    }),
    reply: FundCall,
    status: 200,
    repeat: "key",
    writeUnits: 64,
    actions: write,
    refusals: [
      ...moves,
      "fund/announcement-too-short",
      "fund/call-dates",
      "fund/unfinished",
      "fund/vote-missing",
      "fund/decision-differs",
      "fund/over-budget",
      "fund/too-many-awards",
      "fund/objection-window",
    ],
  }),
};

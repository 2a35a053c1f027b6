/** Operations on what a poll is checked by: its bundle in parts. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Cursor, Uuid } from "../primitives.ts";
import { BundleBallot, BundleHead } from "./bundle.ts";

const params = z.strictObject({ pollId: Uuid });
const query = z.strictObject({
  cursor: Cursor.optional(),
  format: z.enum(["json", "ndjson"]).default("json").describe("`ndjson`: the parts joined are the file to verify."),
});

const reply = z.strictObject({
  head: BundleHead.nullable().describe("The signed document; on the first part only."),
  ballots: z.array(BundleBallot).describe("In the order of their names, or of what named ones say."),
  next: Cursor.nullable(),
});

export const bundleOperations = {
  getPollBundle: operation({
    id: "getPollBundle",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/bundle",
    summary: "Signed bundle of a published secret poll, in parts",
    roles: "public",
    params,
    query,
    reply,
    status: 200,
    media: ["application/x-ndjson"],
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: ["resource/not-found", "polls/mode", "polls/no-result", "request/bad-cursor"],
  }),
  getOpenedPollBundle: operation({
    id: "getOpenedPollBundle",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/bundle/opened",
    summary: "The bundle of a counted poll with its ballots opened: for auditors, of named ballots for officers too",
    roles: ["auditor", "poll-officer"],
    params,
    query,
    reply,
    status: 200,
    media: ["application/x-ndjson"],
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "PutItem", "Query"],
    refusals: ["resource/not-found", "polls/no-result", "request/bad-cursor"],
  }),
};

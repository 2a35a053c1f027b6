/** Operations on what a secret poll publishes: its bundle in parts, and its ballots as election files. */
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
  ballots: z.array(BundleBallot).describe("In the order of their names."),
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
    summary: "The bundle of a counted poll with its ballots opened, for auditors",
    roles: ["auditor"],
    params,
    query,
    reply,
    status: 200,
    media: ["application/x-ndjson"],
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "PutItem", "Query"],
    refusals: ["resource/not-found", "polls/mode", "polls/no-result", "request/bad-cursor"],
  }),
};

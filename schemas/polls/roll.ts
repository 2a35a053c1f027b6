/** Operations on the roll of a poll: reading it, putting it right before it is sealed, proving an entry. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { line, page, pageQuery, Uuid } from "../primitives.ts";
import { moveRefusals, onePoll, onPoll } from "./drafting.ts";
import { RollEntry, RollProof } from "./resources.ts";

/** Most entries of one voter that an answer lists. */
export const OWN_ENTRIES_MAX = 100;

const oneEntry = z.strictObject({ pollId: Uuid, entryId: Uuid });
const lookup = ["resource/not-found"] as const;

/** The roll. */
export const rollOperations = {
  correctPollRoll: operation({
    ...onPoll,
    id: "correctPollRoll",
    path: "/v1/polls/{pollId}/roll-corrections",
    summary: "Put an entry right from the register as it is now, until corrections end; counted in public",
    body: z.strictObject({
      id: Uuid.optional(),
      entry: Uuid.describe("Unit, resident or household."),
      reason: line(200),
    }),
    writeUnits: 20,
    actions: ["GetItem", "PutItem", "DeleteItem"],
    refusals: [...moveRefusals, "polls/roll-frozen", "polls/roll-unfinished"],
  }),
  listPollRoll: operation({
    id: "listPollRoll",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/roll",
    summary: "The roll, for officers and auditors; who voted, never how unless ballots are named",
    roles: ["poll-officer", "auditor"],
    params: onePoll,
    query: z.strictObject({ ...pageQuery }),
    reply: page(RollEntry),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: [...lookup, "request/bad-cursor"],
  }),
  listOwnPollEntries: operation({
    id: "listOwnPollEntries",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/entries",
    summary: "Entries that the caller, or the person they act for, may vote for",
    roles: "signed-in",
    params: onePoll,
    query: z.strictObject({
      organisation: Uuid.optional().describe("Entries of an organisation that the caller represents."),
    }),
    reply: z.strictObject({ items: z.array(RollEntry).max(OWN_ENTRIES_MAX) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["BatchGetItem", "ConditionCheckItem", "GetItem", "Query"],
    refusals: [...lookup, "residents/proxy-invalid"],
  }),
  getPollRollProof: operation({
    id: "getPollRollProof",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/entries/{entryId}/roll-proof",
    summary: "Proof that one's entry stands in the roll whose root was published before opening (RFC 9162)",
    roles: "signed-in",
    params: oneEntry,
    reply: RollProof,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: [...lookup, "polls/not-on-roll", "polls/roll-unfinished", "residents/proxy-invalid"],
  }),
};

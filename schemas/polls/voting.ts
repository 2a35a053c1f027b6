/** Operations of voting by name: casting, one's own ballots, turnout; secret ballots have operations of their own. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { line, page, pageQuery, Uuid } from "../primitives.ts";
import { onePoll } from "./drafting.ts";
import { Choice } from "./question.ts";
import { Channel, NamedBallot, Turnout } from "./resources.ts";

/** Path parameters of everything below an entry. */
export const oneEntry = z.strictObject({ pollId: Uuid, entryId: Uuid });

/** What a ballot that cannot be cast may meet, whatever its mode. */
export const castRefusals = [
  "resource/not-found",
  "polls/mode",
  "polls/channel",
  "polls/not-on-roll",
  "polls/not-open",
  "polls/closed",
  "polls/already-cast",
  "polls/choice-form",
  "polls/unknown-option",
  "polls/duplicate-option",
  "polls/overvote",
  "polls/undervote",
  "residents/proxy-invalid",
  "request/key-reused",
] as const;

/** Voting by name. */
export const votingOperations = {
  castNamedBallot: operation({
    id: "castNamedBallot",
    context: "polls",
    method: "POST",
    path: "/v1/polls/{pollId}/entries/{entryId}/ballots",
    summary: "Vote by name for an entry: oneself, as a proxy, for an organisation; officers enter paper and phone",
    roles: "signed-in",
    params: oneEntry,
    body: z.strictObject({
      id: Uuid.optional(),
      choice: Choice,
      organisation: Uuid.optional().describe("The voter is an organisation that the caller represents."),
      channel: Channel.exclude(["proxy"]).default("web").describe("Other than `web`: entered by an officer."),
      voter: Uuid.optional().describe("For officers: whose ballot they enter."),
      evidence: line(80).optional().describe("For officers: number of the paper, time of the call."),
    }),
    reply: NamedBallot,
    status: 201,
    repeat: "key",
    writeUnits: 4,
    actions: ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"],
    refusals: [...castRefusals, "polls/own-ballot-stands", "polls/proxy-limit", "auth/forbidden", "request/invalid"],
  }),
  listNamedBallots: operation({
    id: "listNamedBallots",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/entries/{entryId}/ballots",
    summary: "All ballots ever cast for an entry; the last one counts. For its voters, officers and auditors",
    roles: "signed-in",
    params: oneEntry,
    query: z.strictObject({ ...pageQuery }),
    reply: page(NamedBallot),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["ConditionCheckItem", "GetItem", "Query"],
    refusals: ["resource/not-found", "polls/not-on-roll", "residents/proxy-invalid", "request/bad-cursor"],
  }),
  getPollTurnout: operation({
    id: "getPollTurnout",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/turnout",
    summary: "Turnout as last taken, by building; small numbers are withheld so that none can be worked out",
    roles: "signed-in",
    params: onePoll,
    reply: Turnout,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem"],
    refusals: ["resource/not-found"],
  }),
};

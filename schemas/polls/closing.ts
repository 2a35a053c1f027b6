/** Operations from extension to the last objection: closing itself and counting are the job's. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { Instant, line, page, pageQuery, Uuid } from "../primitives.ts";
import { moveRefusals, onePoll, onPoll, POLL_OFFICERS } from "./drafting.ts";
import { OptionId } from "./question.ts";
import { Callback, Minutes, Objection, PollResult, TieQuestion } from "./resources.ts";

const read: Operation["actions"] = ["GetItem", "Query"];
const looking = {
  context: "polls",
  method: "GET",
  params: onePoll,
  status: 200,
  repeat: "read",
  writeUnits: 0,
} as const;

/** What follows the casting of ballots. */
export const closingOperations = {
  extendPoll: operation({
    ...onPoll,
    id: "extendPoll",
    path: "/v1/polls/{pollId}/extend",
    summary: "Let a poll go on before it closes because turnout is short; 60 days in all at most",
    body: z.strictObject({ id: Uuid.optional(), closeAt: Instant, reason: line(200) }),
    writeUnits: 12,
    refusals: [...moveRefusals, "polls/window", "polls/closed", "polls/turnout-reached"],
  }),
  getPollTie: operation({
    ...looking,
    id: "getPollTie",
    path: "/v1/polls/{pollId}/tie",
    summary: "The tie that a count waits for",
    roles: POLL_OFFICERS,
    reply: TieQuestion,
    actions: ["GetItem"],
    refusals: ["resource/not-found", "polls/no-tie"],
  }),
  answerPollTie: operation({
    ...onPoll,
    id: "answerPollTie",
    path: "/v1/polls/{pollId}/tie-answers",
    summary: "Answer a tie as declared: the seed that was drawn in public, or who is chosen; then the count goes on",
    body: z.strictObject({
      id: Uuid.optional(),
      seed: line(100).optional().describe("Where the rule is lots by a seed."),
      chosen: OptionId.optional().describe("Where the rule is to ask: elected, eliminated, funded or locked first."),
    }),
    writeUnits: 10,
    refusals: [...moveRefusals, "polls/no-tie"],
  }),
  publishPollResult: operation({
    ...onPoll,
    id: "publishPollResult",
    path: "/v1/polls/{pollId}/publish",
    summary: "Publish a counted result; a decision that passed is in force from then on",
    body: z.strictObject({ id: Uuid.optional() }),
    writeUnits: 14,
    actions: ["GetItem", "PutItem", "Query"],
    refusals: [...moveRefusals, "polls/not-counted"],
  }),
  getPollResult: operation({
    ...looking,
    id: "getPollResult",
    path: "/v1/polls/{pollId}/result",
    summary: "The result: each test with both sides, rounds, reasons, ties; officers and auditors see it once counted",
    roles: "signed-in",
    reply: PollResult,
    actions: read,
    refusals: ["resource/not-found", "polls/no-result"],
  }),
  getPollMinutes: operation({
    ...looking,
    id: "getPollMinutes",
    path: "/v1/polls/{pollId}/minutes",
    summary: "Minutes: rules, roll, turnout, result, call-backs and objections; with roll and ballots the evidence",
    roles: ["poll-officer", "auditor", "district-admin"],
    reply: Minutes,
    actions: read,
    refusals: ["resource/not-found", "polls/no-result"],
  }),
  recordPollCallback: operation({
    ...onPoll,
    id: "recordPollCallback",
    path: "/v1/polls/{pollId}/callbacks",
    summary: "Record what calling back a voter of the drawn sample brought",
    body: z.strictObject({
      id: Uuid.optional(),
      entry: Uuid,
      outcome: z.enum(["confirmed", "denied", "unreachable"]),
      note: line(200).optional(),
    }),
    reply: Callback,
    writeUnits: 4,
    refusals: ["resource/not-found", "polls/no-result", "request/key-reused"],
  }),
  objectToPollResult: operation({
    ...onPoll,
    id: "objectToPollResult",
    path: "/v1/polls/{pollId}/objections",
    summary: "Object to a result while it stands published",
    roles: "signed-in",
    body: z.strictObject({ id: Uuid.optional(), text: line(1_000) }),
    reply: Objection,
    status: 201,
    writeUnits: 2,
    refusals: ["resource/not-found", "polls/objections-closed", "request/key-reused"],
  }),
  listPollObjections: operation({
    ...looking,
    id: "listPollObjections",
    path: "/v1/polls/{pollId}/objections",
    summary: "Objections to a result, for officers and auditors; one's own for everyone",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery }),
    reply: page(Objection),
    actions: read,
    refusals: ["resource/not-found", "request/bad-cursor"],
  }),
  answerPollObjection: operation({
    ...onPoll,
    id: "answerPollObjection",
    path: "/v1/polls/{pollId}/objections/{objectionId}/answer",
    summary: "Answer an objection once, upheld or not",
    params: z.strictObject({ pollId: Uuid, objectionId: Uuid }),
    body: z.strictObject({ id: Uuid.optional(), answer: line(1_000), upheld: z.boolean() }),
    reply: Objection,
    writeUnits: 10,
    actions: ["GetItem", "PutItem", "UpdateItem"],
    refusals: ["resource/not-found", "polls/objection-answered", "request/key-reused"],
  }),
  annulPollResult: operation({
    ...onPoll,
    id: "annulPollResult",
    path: "/v1/polls/{pollId}/annul",
    summary: "Annul a published result, as after an upheld objection or a judgment; its decision is revoked at once",
    body: z.strictObject({ id: Uuid.optional(), reason: line(200) }),
    writeUnits: 14,
    actions: ["GetItem", "PutItem", "UpdateItem"],
    refusals: moveRefusals,
  }),
};

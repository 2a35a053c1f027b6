/** Operations on a poll before it opens: drafting, notice, reading; see docs/polls.md. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { line, page, pageQuery, Slug, Uuid } from "../primitives.ts";
import { Poll, PollBrief, PollRules, pollTerms } from "./resources.ts";

/** Who runs polls. */
export const POLL_OFFICERS = ["poll-officer", "district-admin"] as const;
/** Path parameters of everything below a poll. */
export const onePoll = z.strictObject({ pollId: Uuid });

const write: Operation["actions"] = ["GetItem", "PutItem"];
const terms = ["polls/class", "polls/window", "polls/correction-window", "request/invalid"] as const;

/** What every command of an officer on a poll has in common. */
export const onPoll = {
  context: "polls",
  method: "POST",
  roles: POLL_OFFICERS,
  params: onePoll,
  reply: Poll,
  status: 200,
  repeat: "key",
  actions: write,
} as const;

/** What every such command may meet. */
export const moveRefusals = ["polls/wrong-state", "resource/not-found", "request/key-reused"] as const;

/** Drafting, notice, reading. */
export const draftingOperations = {
  createPoll: operation({
    id: "createPoll",
    context: "polls",
    method: "POST",
    path: "/v1/polls",
    summary: "Draft a poll: class, electorate, question, method, times",
    roles: POLL_OFFICERS,
    body: z.strictObject({ id: Uuid.optional(), community: Slug, ...pollTerms }),
    reply: Poll,
    status: 201,
    repeat: "key",
    writeUnits: 10,
    actions: ["GetItem", "ConditionCheckItem", "PutItem"],
    refusals: [...terms, "auth/forbidden", "resource/not-found", "request/key-reused"],
  }),
  updatePoll: operation({
    id: "updatePoll",
    context: "polls",
    method: "PATCH",
    path: "/v1/polls/{pollId}",
    summary: "Change a draft; after notice the rules are frozen",
    roles: POLL_OFFICERS,
    params: onePoll,
    body: z.strictObject(pollTerms).partial(),
    reply: Poll,
    status: 200,
    repeat: "if-match",
    writeUnits: 8,
    actions: write,
    refusals: [...terms, "polls/rules-frozen", "resource/not-found", "request/stale", "request/if-match-missing"],
  }),
  getPoll: operation({
    id: "getPoll",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}",
    summary: "A poll; a draft for its officers and auditors only",
    roles: "signed-in",
    params: onePoll,
    reply: Poll,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem"],
    refusals: ["resource/not-found"],
  }),
  getPollRules: operation({
    id: "getPollRules",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/rules",
    summary: "The frozen rules, whose canonical JSON (RFC 8785) has the hash that the poll shows",
    roles: "signed-in",
    params: onePoll,
    reply: PollRules,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem"],
    refusals: ["resource/not-found"],
  }),
  listPolls: operation({
    id: "listPolls",
    context: "polls",
    method: "GET",
    path: "/v1/polls",
    summary: "Polls of a community, newest first",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery, community: Slug }),
    reply: page(PollBrief),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query"],
    refusals: ["auth/forbidden", "request/bad-cursor"],
  }),
  givePollNotice: operation({
    ...onPoll,
    id: "givePollNotice",
    path: "/v1/polls/{pollId}/notice",
    summary: "Give notice: freezes the rules by their hash and begins the roll",
    body: z.strictObject({ id: Uuid.optional() }),
    writeUnits: 10,
    refusals: [...moveRefusals, ...terms, "polls/notice-too-short"],
  }),
  cancelPoll: operation({
    ...onPoll,
    id: "cancelPoll",
    path: "/v1/polls/{pollId}/cancel",
    summary: "Call a poll off before it opens",
    body: z.strictObject({ id: Uuid.optional(), reason: line(200) }),
    writeUnits: 12,
    refusals: moveRefusals,
  }),
};

/** From extension to annulment: what officers do with a poll that is open or counted, and reading its result. */
import type * as z from "zod";
import type { closingOperations } from "../../../schemas/polls/closing.ts";
import type { Minutes, PollResult, PollRules } from "../../../schemas/polls/resources.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import { publicationOf } from "../domain/calendar.ts";
import { optionIds } from "../domain/choice.ts";
import { PUBLIC_STATES } from "../domain/lifecycle.ts";
import { extensionRefusals, type Poll, READERS } from "../domain/poll.ts";
import { createDecision, revokeDecision } from "../store/decision.ts";
import { callbackKey, putTies, resultOf, type Ties, tieKey, toCallbacks, toTies } from "../store/result.ts";
import { surveyKey, toSurvey } from "../store/survey.ts";
import { inequality, type Threshold } from "../tally/inequality.ts";
import { viewCallback } from "./callbacks.ts";
import { objectionsOf } from "./objections.ts";
import { noPoll, pollOf, rulesOf, viewPoll } from "./support.ts";
import { give } from "./transition.ts";
import { turnoutOf } from "./turnout.ts";

type Ops = typeof closingOperations;
type ResultView = z.input<typeof PollResult>;

/** The share of the roll that has to take part: by law, else by the poll's own quorum. */
const participation = ({ class: of, quorum }: PollRules): Threshold | null => {
  if (of === "OWNERS_ORDINARY" || of === "OWNERS_SPECIAL") return { num: 2, den: 3, strict: false };
  return of === "RESIDENTS_ASSEMBLY" ? { num: 1, den: 2, strict: true } : quorum;
};

/** Refuses an extension once turnout, as last taken, is what the poll needs. */
const reached = async (poll: Poll, rules: PollRules, deps: Deps) => {
  const item = await deps.db.get(surveyKey(poll.id));
  const needs = participation(rules);
  if (!item || needs === null) return [];
  const { voted, entitled, area, areaVoted } = toSurvey(item);
  const enough =
    inequality("TURNOUT", voted, entitled, needs).holds &&
    (area === 0 || inequality("TURNOUT_AREA", areaVoted, area, needs).holds);
  return enough ? [refuse("polls/turnout-reached", { voted, entitled })] : [];
};

const extend = give<Call<Ops["extendPoll"]>>("extend", (call) => async (poll, { deps, now }) => {
  const closeMs = Date.parse(call.body.closeAt);
  const refusals = [
    ...extensionRefusals(poll, closeMs, now, deps.district.zone),
    ...(await reached(poll, await rulesOf(poll.id, deps), deps)),
  ];
  if (refusals.length > 0) return { refusals };
  return { changes: { closeMs, reason: call.body.reason } };
});

const tie = async (call: Call<Ops["getPollTie"]>, deps: Deps) => {
  const poll = await pollOf(call.params.pollId, call.actor, new Known(), deps);
  const { question } = toTies(await deps.db.get(tieKey(poll.id)));
  if (!poll.asks || !question) return reject("polls/no-tie");
  const rules = await rulesOf(poll.id, deps);
  const ids = optionIds(rules.question);
  const rule = rules.question.kind === "YES_NO" ? "ASK" : rules.question.ties.by;
  const needs = rule === "SEEDED" ? ("seed" as const) : ("chosen" as const);
  const { purpose, round } = question;
  return { body: { poll: poll.id, purpose, round, tied: question.tied.map((at) => ids[at] as string), needs } };
};

/** The ties of a poll with one more answer; undefined where it does not answer what is asked. */
const answered = (ties: Ties, rules: PollRules, body: Call<Ops["answerPollTie"]>["body"]): Ties | undefined => {
  const { question, answers } = ties;
  if (!question || rules.question.kind === "YES_NO") return undefined;
  if (rules.question.ties.by === "SEEDED") {
    return body.seed === undefined || body.chosen !== undefined ? undefined : { seed: body.seed, answers };
  }
  const chosen = body.chosen === undefined ? -1 : optionIds(rules.question).indexOf(body.chosen);
  if (body.seed !== undefined || !question.tied.includes(chosen)) return undefined;
  return { answers: [...answers, { ...question, chosen }] };
};

const answer = give<Call<Ops["answerPollTie"]>>("answer", (call) => async (poll, { deps }) => {
  if (!poll.asks) return { refusals: [refuse("polls/no-tie")] };
  const ties = toTies(await deps.db.get(tieKey(poll.id)));
  const next = answered(ties, await rulesOf(poll.id, deps), call.body);
  if (!next) return { refusals: [refuse("polls/no-tie")] };
  return { changes: { asks: false }, writes: [putTies(poll.id, next)] };
});

/** The decision that a published result brings into force: none where nothing passed, or nothing was decided. */
const decisionWrites = (poll: Poll, rules: PollRules, result: ResultView, publishedMs: number): Write[] => {
  if (result.passed !== true) return [];
  const funded = Object.fromEntries(result.funded.map(({ project, amount }) => [project, amount]));
  const decision = {
    id: poll.id,
    community: poll.community,
    class: poll.class,
    matter: rules.matter,
    purpose: rules.subject?.purpose,
    refs: rules.subject?.refs ?? [],
    winners: result.winners,
    funded,
    resultHash: result.resultHash,
    publishedMs,
    state: "in-force" as const,
  };
  return [createDecision(decision)];
};

const publish = give<Call<Ops["publishPollResult"]>>("publish", () => async (poll, { deps, now }) => {
  const result = await resultOf(deps.db, poll.id);
  const { polls, calendar, zone } = deps.district;
  const { untilMs, evidenceUntil } = publicationOf(now, polls, calendar, zone);
  const writes = decisionWrites(poll, await rulesOf(poll.id, deps), result, now.getTime());
  return { changes: { publishedMs: now.getTime(), publishedUntilMs: untilMs, evidenceUntil }, writes };
});

const annul = give<Call<Ops["annulPollResult"]>>("annul", (call) => (poll, { now }) => ({
  changes: { reason: call.body.reason },
  writes: poll.passed === true ? [revokeDecision(poll.id, now.getTime())] : [],
}));

/** The poll of a call whose result the caller may see: published, or counted for officers and auditors. */
export const countedPoll = async (id: string, actor: Call["actor"], deps: Deps): Promise<Poll> => {
  const poll = await pollOf(id, actor, new Known(), deps);
  if (PUBLIC_STATES.includes(poll.state)) return poll;
  if (poll.state === "counted" && holdsAny(actor, READERS, poll.community)) return poll;
  return reject("polls/no-result", { state: poll.state });
};

/** The record of a counted poll but for its objections. */
export const recordOf = async (
  poll: Poll,
  deps: Deps,
): Promise<Omit<z.input<typeof Minutes>, "objections" | "moreObjections">> => {
  const rules = await rulesOf(poll.id, deps);
  return {
    poll: viewPoll(poll, rules),
    rules,
    turnout: await turnoutOf(poll, deps),
    result: await resultOf(deps.db, poll.id),
    callbacks: toCallbacks(await deps.db.get(callbackKey(poll.id))).items.map(viewCallback),
  };
};

const minutes = async (call: Call<Ops["getPollMinutes"]>, deps: Deps): Promise<Answer<z.input<typeof Minutes>>> => {
  const poll = await countedPoll(call.params.pollId, call.actor, deps);
  if (!holdsAny(call.actor, READERS, poll.community)) return noPoll(poll.id);
  const { items, next } = await objectionsOf(poll.id, { limit: 100 }, deps);
  return { body: { ...(await recordOf(poll, deps)), objections: items, moreObjections: next !== null } };
};

/** Handlers of what follows the casting of ballots, but for call-backs and objections. */
export const closingHandlers: Pick<
  Handlers<Ops>,
  | "extendPoll"
  | "getPollTie"
  | "answerPollTie"
  | "publishPollResult"
  | "annulPollResult"
  | "getPollResult"
  | "getPollMinutes"
> = {
  extendPoll: extend,
  getPollTie: tie,
  answerPollTie: answer,
  publishPollResult: publish,
  annulPollResult: annul,
  getPollResult: async (call, deps) => {
    const poll = await countedPoll(call.params.pollId, call.actor, deps);
    return { body: await resultOf(deps.db, poll.id) };
  },
  getPollMinutes: minutes,
};

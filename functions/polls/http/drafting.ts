/** Drafting a poll, reading polls, notice, and calling one off. */
import type { draftingOperations } from "../../../schemas/polls/drafting.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import { communityCheck } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command as Change, type Decision, Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { writeKey } from "../../shared/write.ts";
import { noticeRefusals } from "../domain/calendar.ts";
import { stateRefusals } from "../domain/lifecycle.ts";
import { moved, OFFICERS, type Poll, runs, seesPoll, termsRefusals, timesOf } from "../domain/poll.ts";
import { createPoll, movePoll, pollKey, pollList, putRules, rulesText, textHash, toPoll } from "../store/poll.ts";
import { newTokenKey } from "../tokens/make.ts";
import { noPoll, type PollView, pollOf, rulesOf, viewPoll } from "./support.ts";
import { give } from "./transition.ts";

type Ops = typeof draftingOperations;
type DraftCall = Call<Ops["createPoll"]>;

const newPoll = (call: DraftCall, rules: PollRules, createdMs: number, by: string): Poll => ({
  id: call.key,
  community: rules.community,
  class: rules.class,
  mode: rules.mode,
  title: rules.title,
  state: "draft",
  ...timesOf(rules),
  built: false,
  entries: 0,
  skipped: 0,
  corrections: { added: 0, amended: 0, struck: 0 },
  extensions: 0,
  asks: false,
  by,
  createdMs,
  changedBy: by,
  revision: 1,
  fingerprint: call.fingerprint,
});

const rulesOfCall = (call: DraftCall, deps: Deps): PollRules => {
  const { id: _id, ...terms } = call.body;
  return { ...terms, poll: call.key, silentWithMajority: deps.district.polls.silentWithMajority };
};

const judged = (rules: PollRules, deps: Deps): Refusal[] =>
  termsRefusals(rules, deps.district.polls, deps.clock.now(), deps.district.zone);

const draftCommand = (call: DraftCall, deps: Deps): Change<PollView> => ({
  slot: pollKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known): Decision<PollView> => {
    const { actor, body } = call;
    const { community } = body;
    if (!holdsAny(actor, OFFICERS, community)) return { refusals: [refuse("auth/forbidden", { needs: community })] };
    const check = communityCheck(community);
    if (known.get(writeKey(check)) === null) {
      return { refusals: [refuse("resource/not-found", { what: "community", id: community })] };
    }
    const rules = rulesOfCall(call, deps);
    const refusals = judged(rules, deps);
    if (refusals.length > 0) return { refusals };
    const poll = newPoll(call, rules, deps.clock.now().getTime(), actor.id);
    return { writes: [...createPoll(poll, rules, deps.stamps.take()), check], answer: viewPoll(poll, rules) };
  },
  // A draft may have been edited since: its first answer is made from the same request again.
  replay: (item) => {
    const { createdMs, by } = toPoll(item);
    const rules = rulesOfCall(call, deps);
    return viewPoll(newPoll(call, rules, createdMs, by), rules);
  },
  status: 201,
});

const update = async (call: Call<Ops["updatePoll"]>, deps: Deps): Promise<Answer<PollView>> => {
  const { actor, body, params } = call;
  const poll = await pollOf(params.pollId, actor, new Known(), deps);
  if (!runs(actor, poll)) return noPoll(poll.id);
  const frozen = stateRefusals("edit", poll.state);
  if (frozen.length > 0) return { refusals: frozen };
  if (poll.revision !== call.revision) return { refusals: [refuse("request/stale", { current: poll.revision })] };
  const changes = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const { silentWithMajority } = deps.district.polls;
  const rules: PollRules = { ...(await rulesOf(poll.id, deps)), ...changes, silentWithMajority };
  const refusals = judged(rules, deps);
  if (refusals.length > 0) return { refusals };
  const { class: of, mode, title } = rules;
  const next = moved(poll, "edit", actor.id, { class: of, mode, title, ...timesOf(rules) });
  const move = movePoll(next, poll, deps.stamps.take(), "edited");
  const outcome = await deps.db.commit([move, putRules(rules)]);
  if (outcome.ok) return { body: viewPoll(next, rules), revision: next.revision };
  const [first] = outcome.failed;
  return { refusals: [refuse("request/stale", { current: first?.found ? toPoll(first.found).revision : "?" })] };
};

const brief = (poll: Poll) => ({
  id: poll.id,
  community: poll.community,
  state: poll.state,
  class: poll.class,
  title: { ...poll.title },
  mode: poll.mode,
  openAt: instantOf(poll.openMs),
  closeAt: instantOf(poll.closeMs),
  ...(poll.publishedMs === undefined || poll.passed === undefined ? {} : { passed: poll.passed }),
  revision: poll.revision,
});

const list = async (call: Call<Ops["listPolls"]>, deps: Deps) => {
  const { community, ...paging } = call.query;
  if (!seesPoll(call.actor, { community, state: "noticed" })) return reject("auth/forbidden", { needs: community });
  const source = { index: "g1" as const, partition: pollList(community), descending: true };
  const { items, next } = await pageOf(deps, source, pollKey, paging);
  const polls = items.map(toPoll).filter((poll) => seesPoll(call.actor, poll));
  return { body: { items: polls.map(brief), next } };
};

const notice = give<Call<Ops["givePollNotice"]>>("notice", () => async (poll, { deps, now }) => {
  const rules = await rulesOf(poll.id, deps);
  const refusals = [
    ...judged(rules, deps),
    ...noticeRefusals(timesOf(rules), rules.extraordinary, now, deps.district.zone),
  ];
  if (refusals.length > 0) return { refusals };
  // The key of the poll's tokens is made here, before anybody can ask for one.
  const writes = rules.mode === "token" ? [await newTokenKey(poll.id, deps)] : [];
  return { changes: { noticedMs: now.getTime(), rulesHash: textHash(rulesText(rules)) }, writes };
});

const cancel = give<Call<Ops["cancelPoll"]>>("cancel", (call) => (poll, { now }) => {
  if (poll.state === "sealed" && now.getTime() >= poll.openMs) {
    return { refusals: [refuse("polls/wrong-state", { state: "open", needs: "draft, noticed, sealed" })] };
  }
  return { changes: { reason: call.body.reason } };
});

/** Handlers of drafting, notice and reading. */
export const draftingHandlers: Handlers<Ops> = {
  createPoll: (call, deps) => run(deps.db, draftCommand(call, deps)),
  updatePoll: update,
  getPoll: async (call, deps) => {
    const poll = await pollOf(call.params.pollId, call.actor, new Known(), deps);
    return { body: viewPoll(poll, await rulesOf(poll.id, deps)), revision: poll.revision };
  },
  getPollRules: async (call, deps) => {
    const poll = await pollOf(call.params.pollId, call.actor, new Known(), deps);
    return { body: await rulesOf(poll.id, deps) };
  },
  listPolls: list,
  givePollNotice: notice,
  cancelPoll: cancel,
};

/** What the handlers share: polls as the caller may see them, who acts in whose name, and views. */
import type * as z from "zod";
import type { PollRules, Poll as PollSchema, RollEntry as RollEntrySchema } from "../../../schemas/polls/resources.ts";
import { type Acting, actingPerson, actingProofs } from "../../residents/port.ts";
import type { Call } from "../../shared/call.ts";
import { itemOf, type Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Actor } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import { choiceOf } from "../domain/choice.ts";
import { type Poll, seesPoll } from "../domain/poll.ts";
import { pollKey, rulesKey, toPoll, toRules } from "../store/poll.ts";
import type { RollEntry } from "../store/roll.ts";

export type PollView = z.input<typeof PollSchema>;
export type EntryView = z.input<typeof RollEntrySchema>;

/** Scope of proxies that may vote for somebody. */
const SCOPE = "polls";

/** A call on a poll. */
export type PollCall = Pick<Call, "actor" | "actingFor" | "key" | "fingerprint"> & {
  readonly params: { readonly pollId: string };
};

/** The person in whose name a call is made; without a proxy in force for somebody else the call ends. */
export const personOf = (call: Acting, deps: Deps): Promise<string> => actingPerson(call, SCOPE, deps);

/** Proof in the transaction that the proxy, if one acts, is still in force. */
export const proxyWrites = (call: Acting, deps: Deps): Write[] => actingProofs(call, SCOPE, deps);

/** Ends a call: there is no such poll, or the caller may not know of it. */
export const noPoll = (id: string): never => reject("resource/not-found", { what: "poll", id });

/** The poll of a call as it stands, when the caller may know of it. */
export const pollOf = async (id: string, actor: Actor, known: Known, deps: Pick<Deps, "db">): Promise<Poll> => {
  const item = await itemOf(pollKey(id), known, deps);
  const poll = item && toPoll(item);
  return poll && seesPoll(actor, poll) ? poll : noPoll(id);
};

/** The terms of a poll that exists. */
export const rulesOf = async (id: string, deps: Pick<Deps, "db">): Promise<PollRules> => {
  const item = await deps.db.get(rulesKey(id));
  return item ? toRules(item) : noPoll(id);
};

const at = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : instantOf(ms));

/** A poll as it is shown. */
export const viewPoll = (poll: Poll, rules: PollRules): PollView => {
  const { poll: _poll, community: _community, silentWithMajority: _silent, ...terms } = rules;
  const view: PollView = {
    ...terms,
    id: poll.id,
    community: poll.community,
    state: poll.state,
    closeAt: instantOf(poll.closeMs),
    rulesHash: poll.rulesHash,
    roll: {
      built: poll.built,
      entries: poll.entries,
      skipped: poll.skipped,
      corrections: { ...poll.corrections },
      root: poll.rollRoot,
    },
    by: poll.by,
    createdAt: instantOf(poll.createdMs),
    noticedAt: at(poll.noticedMs),
    extensions: poll.extensions,
    closedAt: at(poll.closedMs),
    countedAt: at(poll.countedMs),
    asks: poll.asks,
    passed: poll.publishedMs === undefined ? undefined : poll.passed,
    publishedAt: at(poll.publishedMs),
    publishedUntil: at(poll.publishedUntilMs),
    evidenceUntil: poll.evidenceUntil,
    reason: poll.reason,
    revision: poll.revision,
  };
  // Members without a value are left out, so that a replay from JSON shows the same.
  return JSON.parse(JSON.stringify(view)) as PollView;
};

/** An entry as it is shown; channel and choice only to those who may see them. */
export const viewEntry = (entry: RollEntry, poll: Poll, rules: PollRules, showsChoice: boolean): EntryView => {
  const view: EntryView = {
    poll: poll.id,
    entry: entry.entry,
    building: entry.building,
    area: entry.area,
    areaSource: entry.areaSource as EntryView["areaSource"],
    voters: entry.voters.map((voter) => voter.slice(2)),
    voted: entry.voted,
    channel: showsChoice ? entry.channel : undefined,
    opensAt: instantOf(entry.openMs),
    closesAt: instantOf(Math.max(entry.closeMs, poll.closeMs)),
    choice: showsChoice && entry.cells !== undefined ? choiceOf(rules.question, entry.cells) : undefined,
  };
  return JSON.parse(JSON.stringify(view)) as EntryView;
};

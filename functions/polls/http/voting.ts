/** Voting by name over HTTP: who casts for whom by which channel, one transaction, and the ballots of an entry. */
import * as z from "zod";
import type { NamedBallot as NamedBallotSchema, PollRules } from "../../../schemas/polls/resources.ts";
import type { votingOperations } from "../../../schemas/polls/voting.ts";
import { representsCheck } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, itemOf, Known, run } from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { type Item, type Write, writeKey } from "../../shared/write.ts";
import { type Attempt, castRefusals } from "../domain/casting.ts";
import { castOf, choiceOf, packCells } from "../domain/choice.ts";
import { VOTING_STATES } from "../domain/lifecycle.ts";
import { BALLOT_READERS, OFFICERS, type Poll } from "../domain/poll.ts";
import {
  BALLOT_PREFIX,
  ballotKey,
  ballotPartition,
  castBallot,
  countProxy,
  type NamedBallot,
  proxyUseKey,
  toBallot,
} from "../store/ballot.ts";
import { entryKey, toEntry } from "../store/roll.ts";
import { mayVote } from "./roll.ts";
import { personOf, pollOf, proxyWrites, rulesOf } from "./support.ts";
import { turnoutOf } from "./turnout.ts";

type Ops = typeof votingOperations;
type CastCall = Call<Ops["castNamedBallot"]>;
type BallotView = z.input<typeof NamedBallotSchema>;

/** Who casts: in whose name, by which channel, and what proves in the transaction that they may. */
interface Caster {
  readonly voter: string;
  readonly person: string;
  readonly channel: NamedBallot["channel"];
  readonly checks: readonly Write[];
}

const wrong = (field: string, reason: string) => reject("request/invalid", {}, [{ field, reason }]);

/** An officer enters what came by phone, on paper or at the door; without evidence it could not be called back. */
const officerCaster = ({ actor, body }: CastCall, poll: Poll): Caster => {
  if (!holdsAny(actor, OFFICERS, poll.community)) return reject("auth/forbidden", { needs: OFFICERS.join(", ") });
  if (body.voter === undefined) return wrong("/voter", "missing");
  if (body.evidence === undefined) return wrong("/evidence", "missing");
  return { voter: `r:${body.voter}`, person: body.voter, channel: body.channel, checks: [] };
};

const casterOf = async (call: CastCall, poll: Poll, deps: Deps): Promise<Caster> => {
  const { body, actor } = call;
  const caster = body.channel === "web" ? undefined : officerCaster(call, poll);
  const person = caster?.person ?? (await personOf(call, deps));
  const { organisation } = body;
  const represents = organisation === undefined ? [] : [representsCheck(organisation, person)];
  const voter = organisation === undefined ? `r:${person}` : `o:${organisation}`;
  if (caster) return { ...caster, voter, checks: represents };
  const channel = person === actor.id ? "web" : "proxy";
  return { voter, person, channel, checks: [...represents, ...proxyWrites(call, deps)] };
};

const view = (ballot: NamedBallot, rules: PollRules): BallotView => ({
  id: ballot.id,
  poll: ballot.poll,
  entry: ballot.entry,
  channel: ballot.channel,
  by: ballot.by,
  castAt: instantOf(ballot.castMs),
  choice: choiceOf(rules.question, ballot.cells),
});

/** What stands against the ballot before its entry is looked at. */
const ballotRefusals = (poll: Poll, rules: PollRules, { channel }: Caster): Refusal[] => {
  if (rules.mode !== "named") return [refuse("polls/mode", { mode: rules.mode, needs: "named" })];
  if (!rules.channels.includes(channel)) {
    return [refuse("polls/channel", { channel, channels: rules.channels.join(", ") })];
  }
  if (VOTING_STATES.includes(poll.state)) return [];
  // Before the root is published nothing opens; after closing nothing reopens.
  return ["draft", "noticed"].includes(poll.state)
    ? [refuse("polls/not-open", { opens: instantOf(poll.openMs) })]
    : [refuse("polls/closed", { until: instantOf(poll.closeMs) })];
};

/** What the items met so far say against the cast. */
const metRefusals = (known: Known, attempt: Attempt, { checks }: Caster, entry: Item | null | undefined): Refusal[] => {
  if (entry !== undefined) {
    const refusals = castRefusals(entry ? toEntry(entry) : undefined, attempt);
    if (refusals.length > 0) return refusals;
  }
  const failed = checks.some((check) => known.get(writeKey(check)) !== undefined);
  return failed ? [refuse("polls/not-on-roll", { entry: attempt.entry })] : [];
};

/** Counts the person among those for whom the proxy votes, or refuses when there are too many. */
const proxyCount = (call: CastCall, { person }: Caster, known: Known, limit: number): Write[] | Refusal => {
  const { pollId } = call.params;
  const full = limit === 0 || known.get(proxyUseKey(pollId, call.actor.id));
  return full ? refuse("polls/proxy-limit", { limit }) : [countProxy(pollId, call.actor.id, person, limit)];
};

const decideCast = async (call: CastCall, deps: Deps, known: Known): Promise<Decision<BallotView>> => {
  const { pollId, entryId } = call.params;
  const poll = await pollOf(pollId, call.actor, new Known(), deps);
  const rules = await rulesOf(pollId, deps);
  const caster = await casterOf(call, poll, deps);
  const early = ballotRefusals(poll, rules, caster);
  if (early.length > 0) return { refusals: early };
  const cast = castOf(rules.question, call.body.choice, rules.electorate.kind === "OWNERS");
  if ("refusals" in cast) return cast;
  const nowMs = deps.clock.now().getTime();
  const { voter, channel, checks } = caster;
  const proxy = channel === "proxy";
  const attempt = { entry: entryId, voter, proxy, changeable: rules.changeable, closeMs: poll.closeMs, nowMs };
  const met = known.get(entryKey(pollId, entryId));
  const refusals = metRefusals(known, attempt, caster, met);
  if (refusals.length > 0) return { refusals };
  const counted = proxy ? proxyCount(call, caster, known, rules.proxyPersonsMax) : [];
  if ("code" in counted) return { refusals: [counted] };
  const cells = packCells(cast.cells);
  const { evidence } = call.body;
  const ballot = {
    id: call.key,
    poll: pollId,
    entry: entryId,
    channel,
    voter,
    by: call.actor.id,
    cells,
    castMs: nowMs,
  };
  const entry = met ? toEntry(met) : undefined;
  const stamp = deps.stamps.take(1, entry?.stamp);
  const terms = { rulesHash: poll.rulesHash ?? "", stamp, fingerprint: call.fingerprint };
  const writes = castBallot({ ...ballot, evidence }, attempt, entry, terms);
  return { writes: [...writes, ...counted, ...checks], answer: view(ballot, rules) };
};

const castCommand = (call: CastCall, deps: Deps): Command<BallotView> => {
  const { pollId, entryId } = call.params;
  const slot = ballotKey(pollId, entryId, call.key);
  return {
    slot,
    fingerprint: call.fingerprint,
    decide: (known) => decideCast(call, deps, known),
    replay: async (item) => view(toBallot(item), await rulesOf(pollId, deps)),
    status: 201,
  };
};

const Place = z.strictObject({ b: z.uuid() });

const list = async (call: Call<Ops["listNamedBallots"]>, deps: Deps) => {
  const { pollId, entryId } = call.params;
  const person = await personOf(call, deps);
  const poll = await pollOf(pollId, call.actor, new Known(), deps);
  const item = await itemOf(entryKey(pollId, entryId), new Known(), deps);
  const reads = holdsAny(call.actor, BALLOT_READERS, poll.community);
  if (!item || !(reads || (await mayVote(toEntry(item), person, deps)))) {
    return reject("polls/not-on-roll", { entry: entryId });
  }
  const rules = await rulesOf(pollId, deps);
  const { limit, cursor } = call.query;
  const after = cursor === undefined ? {} : { after: { ...ballotKey(pollId, entryId, decodeCursor(Place, cursor).b) } };
  const partition = ballotPartition(pollId, entryId);
  const page = await deps.db.query({ partition, prefix: BALLOT_PREFIX, limit, ...after });
  const last = page.last && page.items.at(-1);
  // What a refusal left under a client's key is no ballot.
  const ballots = page.items.filter(({ no }) => no === undefined).map(toBallot);
  const items = ballots.sort((a, b) => a.castMs - b.castMs).map((ballot) => view(ballot, rules));
  return { body: { items, next: last ? encodeCursor({ b: last.sk.slice(BALLOT_PREFIX.length) }) : null } };
};

/** Handlers of voting by name. */
export const votingHandlers: Handlers<Ops> = {
  castNamedBallot: (call, deps) => run(deps.db, castCommand(call, deps)),
  listNamedBallots: list,
  getPollTurnout: async (call, deps): Promise<Answer<z.input<Ops["getPollTurnout"]["reply"]>>> => {
    const poll = await pollOf(call.params.pollId, call.actor, new Known(), deps);
    return { body: await turnoutOf(poll, deps) };
  },
};

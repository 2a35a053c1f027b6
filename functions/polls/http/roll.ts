/** The roll over HTTP: corrections from the register, reading it, one's own entries, and proof of an entry. */
import * as z from "zod";
import { OWN_ENTRIES_MAX, type rollOperations } from "../../../schemas/polls/roll.ts";
import { representsCheck } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { itemOf, Known } from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { leafHash } from "../../shared/merkle.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import { BALLOT_READERS, type Corrections } from "../domain/poll.ts";
import { entryNow } from "../electorate.ts";
import { ROLL_TREE, rollSort } from "../jobs/roll.ts";
import {
  amendEntry,
  correctionNote,
  enterEntry,
  entriesOf,
  entryKey,
  entryLeaf,
  type RollEntry,
  SHARDS,
  shardPage,
  strikeEntry,
  toEntry,
} from "../store/roll.ts";
import { proveLeaf } from "../store/tree.ts";
import { type EntryView, noPoll, personOf, pollOf, rulesOf, viewEntry } from "./support.ts";
import { give } from "./transition.ts";

type Ops = typeof rollOperations;

/** What a correction does: the writes, and which count rises. */
const corrected = (
  before: RollEntry | undefined,
  after: RollEntry | undefined,
): { readonly kind: keyof Corrections | "unchanged"; readonly writes: readonly Write[] } => {
  if (before && after) {
    if (entryLeaf(before) === entryLeaf(after)) return { kind: "unchanged", writes: [] };
    return { kind: "amended", writes: amendEntry(before, after) };
  }
  if (after) return { kind: "added", writes: enterEntry(after) };
  return before ? { kind: "struck", writes: strikeEntry(before) } : { kind: "unchanged", writes: [] };
};

const correct = give<Call<Ops["correctPollRoll"]>>("correct", (call) => async (poll, { deps, known, now }) => {
  const { entry, reason } = call.body;
  if (!poll.built) return { refusals: [refuse("polls/roll-unfinished")] };
  if (now.getTime() >= poll.correctMs) return { refusals: [refuse("polls/roll-frozen", { state: "sealed" })] };
  const item = await itemOf(entryKey(poll.id, entry), known, deps);
  const after = await entryNow(poll, await rulesOf(poll.id, deps), entry, deps);
  if (!item && !after) return { refusals: [refuse("resource/not-found", { what: "entry", id: entry })] };
  const { kind, writes } = corrected(item && toEntry(item), after);
  const corrections = kind === "unchanged" ? poll.corrections : raised(poll.corrections, kind);
  const note = correctionNote(poll.id, call.key, { entry, kind, reason, by: call.actor.id, atMs: now.getTime() });
  return { changes: { corrections }, writes: [...writes, note] };
});

const raised = (corrections: Corrections, kind: keyof Corrections): Corrections => ({
  ...corrections,
  [kind]: corrections[kind] + 1,
});

const Place = z.strictObject({
  s: z
    .int()
    .min(0)
    .max(SHARDS.length - 1),
  a: z.uuid().nullable(),
});

/** Entries from a cursor on, across shards, up to a limit. */
export const rollFrom = async (poll: string, limit: number, cursor: string | undefined, deps: Pick<Deps, "db">) => {
  let { s: shard, a: after } = cursor === undefined ? { s: 0, a: null } : decodeCursor(Place, cursor);
  const entries: RollEntry[] = [];
  while (shard < SHARDS.length && entries.length < limit) {
    const page = await shardPage(deps.db, poll, SHARDS[shard] as string, after, limit - entries.length);
    entries.push(...page.items.map(toEntry));
    after = page.last ? (entries.at(-1)?.entry ?? null) : null;
    if (!page.last) shard += 1;
  }
  return { entries, next: shard < SHARDS.length ? encodeCursor({ s: shard, a: after }) : null };
};

type Listed = Answer<{ items: EntryView[]; next: string | null }>;

const list = async (call: Call<Ops["listPollRoll"]>, deps: Deps): Promise<Listed> => {
  const { limit, cursor } = call.query;
  const poll = await pollOf(call.params.pollId, call.actor, new Known(), deps);
  if (!holdsAny(call.actor, BALLOT_READERS, poll.community)) return noPoll(poll.id);
  const rules = await rulesOf(poll.id, deps);
  const { entries, next } = await rollFrom(poll.id, limit, cursor, deps);
  return { body: { items: entries.map((entry) => viewEntry(entry, poll, rules, true)), next } };
};

const own = async (call: Call<Ops["listOwnPollEntries"]>, deps: Deps): Promise<Answer<{ items: EntryView[] }>> => {
  const person = await personOf(call, deps);
  const poll = await pollOf(call.params.pollId, call.actor, new Known(), deps);
  const rules = await rulesOf(poll.id, deps);
  const { organisation } = call.query;
  const represents = organisation === undefined || (await deps.db.commit([representsCheck(organisation, person)])).ok;
  if (!represents) return reject("resource/not-found", { what: "organisation", id: organisation });
  const voter = organisation === undefined ? `r:${person}` : `o:${organisation}`;
  const ids = await entriesOf(deps.db, voter, poll.id, OWN_ENTRIES_MAX);
  const items = await deps.db.getMany(ids.map((id) => entryKey(poll.id, id)));
  return { body: { items: items.map((item) => viewEntry(toEntry(item), poll, rules, true)) } };
};

const proof = async (call: Call<Ops["getPollRollProof"]>, deps: Deps) => {
  const person = await personOf(call, deps);
  const { pollId, entryId } = call.params;
  const poll = await pollOf(pollId, call.actor, new Known(), deps);
  if (poll.rollRoot === undefined) return reject("polls/roll-unfinished");
  const item = await deps.db.get(entryKey(pollId, entryId));
  const entry = item && toEntry(item);
  const reads = holdsAny(call.actor, BALLOT_READERS, poll.community);
  if (!entry || !(reads || (await mayVote(entry, person, deps)))) {
    return reject("polls/not-on-roll", { entry: entryId });
  }
  const leaf = entryLeaf(entry);
  const proved = await proveLeaf(deps.db, pollId, ROLL_TREE, rollSort(entryId), leafHash(Buffer.from(leaf, "utf8")));
  if (!proved) throw new Error("a sealed roll without its entry");
  const path = proved.path.map((hash) => hash.toString("base64url"));
  const { index, size } = proved;
  return { body: { poll: pollId, entry: entryId, leaf, index, size, path, root: poll.rollRoot } };
};

/** Whether a person may vote for an entry, as themselves or for an organisation. */
export const mayVote = async ({ voters }: RollEntry, person: string, deps: Deps): Promise<boolean> => {
  if (voters.includes(`r:${person}`)) return true;
  for (const voter of voters.filter((each) => each.startsWith("o:"))) {
    if ((await deps.db.commit([representsCheck(voter.slice(2), person)])).ok) return true;
  }
  return false;
};

/** Handlers of the roll. */
export const rollHandlers: Handlers<Ops> = {
  correctPollRoll: correct,
  listPollRoll: list,
  listOwnPollEntries: own,
  getPollRollProof: proof,
};

/** Making the roll after notice, and sealing it when corrections have ended. */
import * as z from "zod";
import type { Deps } from "../../shared/deps.ts";
import { Busy, type Db } from "../../shared/dynamo.ts";
import { leafHash, MerkleBuilder } from "../../shared/merkle.ts";
import { keyText, TRANSACTION_ITEMS_MAX, type Write, writeKey } from "../../shared/write.ts";
import type { Poll } from "../domain/poll.ts";
import { rollPage } from "../electorate.ts";
import { enterEntry, entryLeaf, type RollEntry, SHARDS, shardPage, toEntry } from "../store/roll.ts";
import { CHUNK_LEAVES, headOfChunks, putChunk } from "../store/tree.ts";
import { moveBySystem, type StepPage, type StepWork } from "./step.ts";

/** Name of the tree over a roll. */
export const ROLL_TREE = "roll";
const ROUNDS_MAX = 5;

/** Where the making of a roll stands: cursor of the register, people skipped so far. */
export const RollPlace = z.strictObject({
  cursor: z.string(),
  entries: z.int().min(0),
  skipped: z.int().min(0),
});

const batches = (entries: readonly RollEntry[]): Write[][] => {
  const made: Write[][] = [];
  for (const writes of entries.map(enterEntry)) {
    const last = made.at(-1);
    if (last && last.length + writes.length <= TRANSACTION_ITEMS_MAX) last.push(...writes);
    else made.push([...writes]);
  }
  return made;
};

/** Commits what is missing of a page: an earlier run of it, or another runner, may have entered some. */
const enterMissing = async (db: Db, writes: readonly Write[]): Promise<void> => {
  let left = writes;
  for (let round = 0; left.length > 0; round++) {
    if (round === ROUNDS_MAX) throw new Busy("the roll is being made elsewhere");
    const outcome = await db.commit(left);
    if (outcome.ok) return;
    const there = new Set(outcome.failed.map(({ key }) => keyText(key)));
    left = left.filter((write) => !there.has(keyText(writeKey(write))));
  }
};

/** One page of the register goes onto the roll; the last one tells the poll that its roll is made. */
export const rollStep: StepWork<z.infer<typeof RollPlace>> = async (poll, rules, place, deps) => {
  const page = await rollPage(poll, rules, place?.cursor ?? null, deps);
  for (const batch of batches(page.entries)) await enterMissing(deps.db, batch);
  const entries = (place?.entries ?? 0) + page.entries.length;
  const skipped = (place?.skipped ?? 0) + page.skipped;
  if (page.next !== null) return { next: { cursor: page.next, entries, skipped }, changed: page.entries.length };
  await moveBySystem(poll, "roll", { built: true, entries, skipped }, deps);
  return { next: null, changed: page.entries.length };
};

/** Where sealing stands: the revision it began at, the place in the roll, and the tree so far. */
export const SealPlace = z.strictObject({
  revision: z.int(),
  shard: z.int().min(0),
  after: z.string().nullable(),
  chunk: z.int().min(0),
  size: z.int().min(0),
  peaks: z.array(z.string()),
});
type SealPlace = z.infer<typeof SealPlace>;

const START = { shard: 0, after: null, chunk: 0, size: 0, peaks: [] };

/** Entries from a place on, across shards, until a chunk is full or the roll ends. */
const nextEntries = async (poll: string, place: Pick<SealPlace, "shard" | "after">, deps: Deps) => {
  const entries: RollEntry[] = [];
  let { shard, after } = place;
  while (shard < SHARDS.length && entries.length < CHUNK_LEAVES) {
    const limit = CHUNK_LEAVES - entries.length;
    const page = await shardPage(deps.db, poll, SHARDS[shard] as string, after, limit);
    entries.push(...page.items.map(toEntry));
    after = page.last ? (entries.at(-1)?.entry ?? null) : null;
    if (!page.last) shard += 1;
  }
  return { entries, shard, after };
};

/** Sort text of an entry in its roll: shard, then id. */
export const rollSort = (entry: string): string => `${entry.slice(-1)}${entry}`;

const seal = async (poll: Poll, builder: MerkleBuilder, chunks: number, deps: Deps): Promise<boolean> => {
  const head = await headOfChunks(deps.db, poll.id, ROLL_TREE, chunks);
  const rollRoot = builder.root().toString("base64url");
  return moveBySystem(poll, "seal", { rollRoot, entries: builder.size }, deps, [head]);
};

/** One chunk of the roll goes into the tree; the last publishes the root, unless a correction came in between. */
export const sealStep: StepWork<SealPlace> = async (poll, _rules, given, deps): Promise<StepPage<SealPlace>> => {
  const place = given?.revision === poll.revision ? given : { ...START, revision: poll.revision };
  const builder = new MerkleBuilder({
    size: place.size,
    peaks: place.peaks.map((peak) => Buffer.from(peak, "base64url")),
  });
  const { entries, shard, after } = await nextEntries(poll.id, place, deps);
  const leaves = entries.map((entry) => leafHash(Buffer.from(entryLeaf(entry), "utf8")));
  for (const leaf of leaves) builder.add(leaf);
  const [first] = entries;
  if (first) await deps.db.commit([putChunk(poll.id, ROLL_TREE, place.chunk, rollSort(first.entry), leaves)]);
  const chunk = place.chunk + (first ? 1 : 0);
  if (shard === SHARDS.length) {
    await seal(poll, builder, chunk, deps);
    return { next: null, changed: entries.length };
  }
  const { size, peaks } = builder.frontier();
  const kept = peaks.map((peak) => peak.toString("base64url"));
  return { next: { revision: place.revision, shard, after, chunk, size, peaks: kept }, changed: entries.length };
};

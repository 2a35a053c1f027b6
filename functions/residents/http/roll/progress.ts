/** One import at work: what it has read of the database, the one way in which it writes, and the time it has. */
import type { Deps } from "../../../shared/deps.ts";
import { Busy } from "../../../shared/dynamo.ts";
import { type Item, type Key, keyText, type Write } from "../../../shared/write.ts";
import { real } from "../../store/record.ts";

/** Records read ahead in one go; bounds the memory of an import whatever its file. */
const CHUNK_KEYS = 400;
/** Transactions at work at the same time; the rows of one household go one after the other. */
const LANES = 8;
/** Most attempts at one row while others change the same records. */
const ROUNDS_MAX = 8;
/** Time of one request, within the 30 s that API Gateway waits; the same request goes on where it stopped. */
export const IMPORT_MS_MAX = 20_000;

/** Ends a request whose time is up; what is done stays done. */
export class Unfinished extends Error {}

export interface Import {
  readonly deps: Deps;
  readonly community: string;
  /** The client's key, the mark on everything that this import changes. */
  readonly key: string;
  readonly by: string;
  /** True where nothing is written and the report tells what would be. */
  readonly dry: boolean;
  readonly startedMs: number;
  /** Records as last read or written, null where there is none. */
  readonly seen: Map<string, Item | null>;
}

/** Begins an import, or what is left of one. */
export const startImport = (from: Omit<Import, "seen" | "startedMs">): Import => ({
  ...from,
  startedMs: from.deps.clock.now().getTime(),
  seen: new Map(),
});

/** Reads ahead what is not known yet. */
export const prefetch = async ({ deps, seen }: Import, keys: readonly Key[]): Promise<void> => {
  const unknown = keys.filter((key) => !seen.has(keyText(key)));
  for (const key of unknown) seen.set(keyText(key), null);
  for (const item of await deps.db.getMany(unknown)) seen.set(keyText(item), real(item) ?? null);
};

/** The record under a key that was read ahead. */
export const seenItem = ({ seen }: Import, key: Key): Item | null => seen.get(keyText(key)) ?? null;

/**
 * Decides on the records under `keys` and commits; decides again on fresh ones while others change them. Ends with
 * `Unfinished` when the time of the request is up.
 */
export const settle = async <Result>(
  run: Import,
  keys: readonly Key[],
  decide: () => { readonly writes: readonly Write[]; readonly result: Result },
): Promise<Result> => {
  if (run.deps.clock.now().getTime() - run.startedMs >= IMPORT_MS_MAX) throw new Unfinished();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    await prefetch(run, keys);
    const { writes, result } = decide();
    if (writes.length === 0) return result;
    if (run.dry || (await run.deps.db.commit(writes)).ok) {
      for (const write of writes) if (write.type === "put") run.seen.set(keyText(write.item), write.item);
      return result;
    }
    for (const key of keys) run.seen.delete(keyText(key));
  }
  throw new Busy("a row's records kept changing");
};

/** Groups in chunks of about as many records as are read ahead in one go. */
const chunksOf = <Group>(groups: readonly Group[], keysOf: (group: Group) => readonly Key[]): Group[][] => {
  const chunks: Group[][] = [];
  let room = 0;
  for (const group of groups) {
    const size = keysOf(group).length;
    if (size > room || chunks.length === 0) {
      chunks.push([]);
      room = CHUNK_KEYS;
    }
    chunks.at(-1)?.push(group);
    room -= size;
  }
  return chunks;
};

/** Works through groups in chunks: reads ahead, then several groups at a time. */
export const inChunks = async <Group>(
  run: Import,
  groups: readonly Group[],
  keysOf: (group: Group) => readonly Key[],
  work: (group: Group) => Promise<void>,
): Promise<void> => {
  for (const chunk of chunksOf(groups, keysOf)) {
    // A rehearsal keeps what it pretends to have written; everything else is read again when it is needed.
    if (!run.dry) run.seen.clear();
    await prefetch(run, chunk.flatMap(keysOf));
    const waiting = chunk.values();
    const lane = async () => {
      for (const group of waiting) await work(group);
    };
    // All lanes come to rest before the request ends, also when one of them fails.
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
  }
};

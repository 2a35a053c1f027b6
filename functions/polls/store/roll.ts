/**
 * The frozen roll of a poll in 16 shards. An entry carries all that a cast depends on (window, hash of the rules, who
 * may vote), so that a cast touches no item of the whole poll. What a ballot mode adds to an entry stands beside it.
 */
import { createHash } from "node:crypto";
import type { Channel } from "../../../schemas/polls/resources.ts";
import { canonicalText } from "../../shared/canonical.ts";
import type { Db, QueryPage } from "../../shared/dynamo.ts";
import { always, create, type Item, type Key, type Write } from "../../shared/write.ts";

/** Names of the shards: the last hexadecimal digit of an entry's id, which is random in a UUID. */
export const SHARDS: readonly string[] = [..."0123456789abcdef"];

/** Shard of an entry. */
export const shardOf = (entry: string): string => entry.slice(-1);
/** Partition of a shard. */
export const shardPartition = (poll: string, shard: string): string => `VR#${poll}#${shard}`;
/** Prefix of entries in their shard. */
export const ENTRY_PREFIX = "E#";
/** Key of an entry. */
export const entryKey = (poll: string, entry: string): Key => ({
  pk: shardPartition(poll, shardOf(entry)),
  sk: `${ENTRY_PREFIX}${entry}`,
});
/** Partition of what one person (`r:<id>`) or organisation (`o:<id>`) may vote for. */
export const voterPartition = (voter: string): string => `PW#${voter}`;

/** An entry of the roll. */
export interface RollEntry {
  readonly poll: string;
  readonly entry: string;
  /** `r:<resident>` or `o:<organisation>`. */
  readonly voters: readonly string[];
  readonly building?: string | undefined;
  /** Owners: 0.01 m², its source, and the head that the unit belongs to. */
  readonly area?: number | undefined;
  readonly areaSource?: string | undefined;
  readonly head?: string | undefined;
  readonly openMs: number;
  readonly closeMs: number;
  readonly rulesHash: string;
  /** True once a ballot has been cast, in whatever mode. */
  readonly voted: boolean;
  readonly channel?: Channel | undefined;
  /** Who cast the ballot that counts, where ballots are named. */
  readonly by?: string | undefined;
  /** Named ballots: cells of the ballot that counts, see domain/choice.ts. */
  readonly cells?: string | undefined;
  /** Stamp of the ballot that counts. */
  readonly stamp?: number | undefined;
}

const fieldsOf = (entry: RollEntry) => ({
  who: [...entry.voters],
  bd: entry.building,
  area: entry.area,
  src: entry.areaSource,
  head: entry.head,
  open: entry.openMs,
  close: entry.closeMs,
  rules: entry.rulesHash,
});

/** An entry from its item. */
export const toEntry = (item: Item): RollEntry => ({
  poll: item.pk.slice(3, 39),
  entry: item.sk.slice(ENTRY_PREFIX.length),
  voters: item.who as string[],
  building: item.bd as string | undefined,
  area: item.area as number | undefined,
  areaSource: item.src as string | undefined,
  head: item.head as string | undefined,
  openMs: item.open as number,
  closeMs: item.close as number,
  rulesHash: item.rules as string,
  voted: item.st === "cast",
  channel: item.chan as Channel | undefined,
  by: item.by as string | undefined,
  cells: item.ch as string | undefined,
  stamp: item.last as number | undefined,
});

/** Which voters may vote for which entries, found by voter. */
const linkKey = (voter: string, poll: string, entry: string): Key => ({
  pk: voterPartition(voter),
  sk: `${poll}#${entry}`,
});

/** Writes that enter an entry; each may have been made by an earlier run of the same page. */
export const enterEntry = (entry: RollEntry): readonly Write[] => [
  create({ ...entryKey(entry.poll, entry.entry), ...fieldsOf(entry), st: "ready" }),
  ...entry.voters.map((voter) => link(voter, entry)),
];

const link = (voter: string, { poll, entry }: RollEntry): Write => ({
  type: "put",
  item: linkKey(voter, poll, entry),
  condition: always,
});

const unlink = (voter: string, { poll, entry }: RollEntry): Write => ({
  type: "delete",
  key: linkKey(voter, poll, entry),
  condition: always,
});

const unvoted = { expression: "#s = :ready", names: { "#s": "st" }, values: { ":ready": "ready" } };

/** Puts an entry in the place of what stood there, which nobody has voted on. */
export const amendEntry = (before: RollEntry, after: RollEntry): readonly Write[] => [
  {
    type: "put",
    item: { ...entryKey(after.poll, after.entry), ...fieldsOf(after), st: "ready" },
    condition: unvoted,
  },
  ...before.voters.filter((voter) => !after.voters.includes(voter)).map((voter) => unlink(voter, before)),
  ...after.voters.filter((voter) => !before.voters.includes(voter)).map((voter) => link(voter, after)),
];

/** Takes an entry off the roll. */
export const strikeEntry = (entry: RollEntry): readonly Write[] => [
  { type: "delete", key: entryKey(entry.poll, entry.entry), condition: unvoted },
  ...entry.voters.map((voter) => unlink(voter, entry)),
];

/** Keeps why an entry was put right, for the record; the public sees counts only. */
export const correctionNote = (
  poll: string,
  id: string,
  note: {
    readonly entry: string;
    readonly kind: string;
    readonly reason: string;
    readonly by: string;
    readonly atMs: number;
  },
): Write =>
  create({
    pk: `PL#${poll}`,
    sk: `${NOTE_PREFIX}${id}`,
    ent: note.entry,
    kind: note.kind,
    why: note.reason,
    by: note.by,
    made: note.atMs,
  });

const NOTE_PREFIX = "C#";

/** A page of the corrections of a roll, in the order of their keys, and the key after which the next one begins. */
export const correctionsPage = async (db: Db, poll: string, after: string | null, limit: number) => {
  const partition = `PL#${poll}`;
  const from = after === null ? {} : { after: { pk: partition, sk: `${NOTE_PREFIX}${after}` } };
  const page = await db.query({ partition, prefix: NOTE_PREFIX, limit, ...from });
  const notes = page.items.map((item) => ({
    entry: String(item.ent),
    kind: String(item.kind),
    reason: String(item.why),
    by: String(item.by),
    atMs: item.made as number,
  }));
  return { notes, after: page.last ? String(page.last.sk).slice(NOTE_PREFIX.length) : null };
};

/** What the published root commits to of an entry: canonical JSON; ids are opaque, so it tells nobody's name. */
export const entryLeaf = ({ entry, voters, building, area, areaSource, head }: RollEntry): string =>
  canonicalText({
    entry,
    voters: [...voters].sort(),
    ...(building === undefined ? {} : { building }),
    ...(area === undefined ? {} : { area }),
    ...(areaSource === undefined ? {} : { areaSource }),
    ...(head === undefined ? {} : { head }),
  });

/** A page of a shard, in the order of entry ids. */
export const shardPage = (
  db: Db,
  poll: string,
  shard: string,
  after: string | null,
  limit: number,
): Promise<QueryPage> =>
  db.query({
    partition: shardPartition(poll, shard),
    prefix: ENTRY_PREFIX,
    limit,
    ...(after === null ? {} : { after: { ...entryKey(poll, after) } }),
  });

/** Short name of a head for storage: 128 bits of SHA-256. */
export const headName = (head: string): string => createHash("sha256").update(head).digest("base64url").slice(0, 22);

/** Entries of a poll that a voter may vote for; at most `limit`. */
export const entriesOf = async (db: Db, voter: string, poll: string, limit: number): Promise<string[]> => {
  const { items } = await db.query({ partition: voterPartition(voter), prefix: `${poll}#`, limit });
  return items.map(({ sk }) => sk.slice(poll.length + 1));
};

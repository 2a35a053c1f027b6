/**
 * The sealed journal in DynamoDB: blocks (`LB#`), parts of the days' trees (`LT#`) and the days themselves (`LR#`) are
 * written once; only the heads of the chains and of the log move on, each from the state that was read.
 */
import type { Db } from "../../shared/dynamo.ts";
import type { Frontier } from "../../shared/merkle.ts";
import { HASH_BYTES } from "../../shared/merkle.ts";
import type { PublicKey, Signature } from "../../shared/signing.ts";
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { Account } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import {
  BLOCK_ENTRIES,
  type Block,
  type Day,
  type Head,
  journalOrder,
  newHead,
  type SealedEntry,
} from "../domain/seal.ts";
import { accountList } from "./account.ts";
import { journal } from "./statement.ts";

const STAMP_DIGITS = 16;
const ID_BYTES = 16;
const ENTRY_BYTES = ID_BYTES + 1 + HASH_BYTES;
const REVERSAL_BIT = 0x80;

const stampSort = (stamp: number): string => String(stamp).padStart(STAMP_DIGITS, "0");
const bytesOf = (hex: string): Buffer => Buffer.from(hex, "hex");
const hexOf = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString("hex");

/** Hashes one after another, as items keep them. */
export const packHashes = (hashes: readonly Uint8Array[]): Buffer => Buffer.concat(hashes);

/** The hashes of such bytes. */
export const unpackHashes = (bytes: unknown): Buffer[] => {
  const all = Buffer.from(bytes as Uint8Array);
  return Array.from({ length: all.length / HASH_BYTES }, (_, index) =>
    all.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
};

const packEntry = ({ id, reversal, leg, leaf }: SealedEntry): Buffer =>
  Buffer.concat([bytesOf(id.replaceAll("-", "")), Buffer.of(leg | (reversal ? REVERSAL_BIT : 0)), leaf]);

const unpackEntry = (bytes: Buffer): SealedEntry => {
  const hex = bytes.toString("hex", 0, ID_BYTES);
  const mark = bytes[ID_BYTES] as number;
  return {
    id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
    reversal: (mark & REVERSAL_BIT) !== 0,
    leg: mark & ~REVERSAL_BIT,
    leaf: bytes.subarray(ID_BYTES + 1),
  };
};

/** Partition of an account's blocks. */
export const blocksOf = (account: string): string => `LB#${account}`;

/** The item of a block. */
export const blockItem = (block: Block): Item => ({
  pk: blocksOf(block.account),
  sk: stampSort(block.from),
  n: block.first,
  to: block.to,
  p: bytesOf(block.previous),
  e: Buffer.concat(block.entries.map(packEntry)),
});

/** The block of an item. */
export const toBlock = (item: Item): Block => {
  const all = Buffer.from(item.e as Uint8Array);
  return {
    account: item.pk.slice("LB#".length),
    first: item.n as number,
    entries: Array.from({ length: all.length / ENTRY_BYTES }, (_, index) =>
      unpackEntry(all.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES)),
    ),
    previous: hexOf(item.p),
    from: Number(item.sk),
    to: item.to as number,
  };
};

/** Creates a block; whoever comes second meets the one that is there. */
export const createBlock = (block: Block): Write => create(blockItem(block));

/** Most blocks between one and the head of its day's root: a pool of 25,000 entries in a day. */
export const BLOCKS_READ_MAX = 100;

/** The block of `account` that holds `stamp`, if it is sealed, with those after it that begin up to `through`. */
export const blocksFrom = async (db: Db, account: string, stamp: number, through: number): Promise<Block[]> => {
  const before = { partition: blocksOf(account), to: stampSort(stamp), descending: true, limit: 1 };
  const [found] = (await db.query(before)).items;
  if (!found) return [];
  const range = { partition: blocksOf(account), from: found.sk, to: stampSort(through), limit: BLOCKS_READ_MAX };
  return (await db.query(range)).items.map(toBlock);
};

/** Key of the head of an account's chain. */
export const headKey = (account: string): Key => ({ pk: `LH#${account}`, sk: "H" });

/** The head of an item. */
export const toHead = (item: Item): Head => ({
  account: item.pk.slice("LH#".length),
  count: item.n as number,
  block: hexOf(item.h),
  stamp: item.to as number,
  balance: item.bal as number,
});

const headItem = ({ account, count, block, stamp, balance }: Head): Item => ({
  ...headKey(account),
  n: count,
  h: bytesOf(block),
  to: stamp,
  bal: balance,
});

/** Moves a head on from the one that was read. */
export const moveHead = (before: Head, after: Head): Write =>
  before.count === 0 ? create(headItem(after)) : replace(headItem(after), "n", before.count);

/** Heads of accounts, each new where nothing has been sealed; in the order of `accounts`. */
export const headsOf = async (db: Db, accounts: readonly string[]): Promise<Head[]> => {
  const found = new Map((await db.getMany(accounts.map(headKey))).map((item) => [item.pk, toHead(item)]));
  return accounts.map((account) => found.get(headKey(account).pk) ?? newHead(account));
};

/**
 * Entries after `head` up to `through` in journal order: those of one block. A block ends between stamps only, so that
 * the next begins above its last one.
 */
export const entriesAfter = async (db: Db, head: Head, through: number, most = BLOCK_ENTRIES): Promise<Entry[]> => {
  const entries: Entry[] = [];
  const window = { after: head.stamp, upTo: through, page: most + 1 };
  for await (const entry of journal(db, head.account, window)) {
    if (entries.length >= most && entry.stamp !== entries.at(-1)?.stamp) break;
    entries.push(entry);
  }
  return entries.sort(journalOrder);
};

/** Place of an account in the days' trees: by community, unit and id. */
export const treePlace = ({ community, unit, id }: Pick<Account, "community" | "unit" | "id">): string =>
  `${accountList(community, unit).slice("AL#".length)}#${id}`;

/** A stored part of a day's tree: consecutive leaves, `PART_LEAVES` of them but for the last part. */
export interface TreePart {
  readonly day: string;
  /** Leaves before this part. */
  readonly first: number;
  /** Places of its first and last account. */
  readonly from: string;
  readonly to: string;
  readonly leaves: readonly Buffer[];
  /** Sum of the accounts' sealed entries. */
  readonly entries: number;
}

/** Sorts after every place. */
const TOP = "~";
const treePartition = (day: string): string => `LT#${day}`;

/** Creates a part of a day's tree. */
export const createPart = ({ day, first, from, to, leaves, entries }: TreePart): Write =>
  create({ pk: treePartition(day), sk: from, i: first, z: to, h: packHashes(leaves), n: entries });

/** The part of an item. */
export const toPart = (item: Item): TreePart => ({
  day: item.pk.slice("LT#".length),
  first: item.i as number,
  from: item.sk,
  to: item.z as string,
  leaves: unpackHashes(item.h),
  entries: item.n as number,
});

/** The part of a day's tree that holds an account's place. */
export const partAt = async (db: Db, day: string, place: string): Promise<TreePart | undefined> => {
  const query = { partition: treePartition(day), to: place, descending: true, limit: 1 };
  const [found] = (await db.query(query)).items;
  return found && toPart(found);
};

const PARTS_PAGE = 100;

/** All parts of a day's tree in their order. */
export async function* partsOf(db: Db, day: string): AsyncGenerator<TreePart, void> {
  let after: Record<string, unknown> | undefined;
  do {
    const page = await db.query({ partition: treePartition(day), limit: PARTS_PAGE, ...(after ? { after } : {}) });
    for (const item of page.items) if (item.sk !== TOP) yield toPart(item);
    after = page.last;
  } while (after);
}

/** Creates the list of the parts' roots, which every path through the tree needs. */
export const createTop = (day: string, roots: readonly Buffer[]): Write =>
  create({ pk: treePartition(day), sk: TOP, h: packHashes(roots) });

/** Roots of the parts of a finished day. */
export const topOf = async (db: Db, day: string): Promise<Buffer[]> => {
  const item = await db.get({ pk: treePartition(day), sk: TOP });
  if (!item) throw new Error(`the tree of ${day} has no top`);
  return unpackHashes(item.h);
};

/** A day's root as published, with what its place in the log is proved by. */
export interface PublishedDay {
  readonly day: Day;
  /** Roots of the log's perfect subtrees before this day, and with it. */
  readonly before: readonly Buffer[];
  readonly log: Buffer;
  readonly signature: Signature;
  readonly key: PublicKey;
}

const daysOf = (district: string): string => `LR#${district}`;
const daySort = (day: string): string => day.replaceAll("-", "");
/** Partition of `g1` in which days stand by their number. */
const dayNumbers = "LRN";

const dayItem = ({ day, before, log, signature, key }: PublishedDay, at: number): Item => ({
  pk: daysOf(day.district),
  sk: daySort(day.day),
  g1p: dayNumbers,
  g1s: day.number,
  ev: "ledger.root.published",
  rev: day.number + 1,
  at,
  day: day.day,
  thr: day.through,
  acc: day.accounts,
  ent: day.entries,
  tree: bytesOf(day.tree),
  peaks: packHashes(before),
  log,
  sig: signature.sig,
  kid: key.kid,
  x: key.x,
});

/** The published day of an item. */
export const toDay = (item: Item): PublishedDay => ({
  day: {
    district: item.pk.slice("LR#".length),
    day: item.day as string,
    number: item.g1s as number,
    through: item.thr as number,
    accounts: item.acc as number,
    entries: item.ent as number,
    tree: hexOf(item.tree),
  },
  before: unpackHashes(item.peaks),
  log: Buffer.from(item.log as Uint8Array),
  signature: { kid: item.kid as string, sig: item.sig as string },
  key: { kty: "OKP", crv: "Ed25519", x: item.x as string, kid: item.kid as string },
});

/** The log of days as far as it has come: the last day, and the frontier of the tree over all of them. */
export interface Log {
  readonly day: string;
  readonly frontier: Frontier;
}

const logKey = (district: string): Key => ({ pk: `LH#${district}`, sk: "LOG" });

/** The log's state; a new log has no day. */
export const readLog = async (db: Db, district: string): Promise<Log> => {
  const item = await db.get(logKey(district));
  return item
    ? { day: item.day as string, frontier: { size: item.n as number, peaks: unpackHashes(item.peaks) } }
    : { day: "", frontier: { size: 0, peaks: [] } };
};

/** Publishes a day and moves the log on from the state that was read, in one transaction. */
export const publishDay = (published: PublishedDay, before: Log, after: Frontier, at: number): Write[] => {
  const { district, day } = published.day;
  const item: Item = { ...logKey(district), n: after.size, day, peaks: packHashes(after.peaks) };
  const moved = before.frontier.size === 0 ? create(item) : replace(item, "n", before.frontier.size);
  return [create(dayItem(published, at)), moved];
};

/** The first published day whose local day is `day` or later. */
export const dayFrom = async (db: Db, district: string, day: string): Promise<PublishedDay | undefined> => {
  const [found] = (await db.query({ partition: daysOf(district), from: daySort(day), limit: 1 })).items;
  return found && toDay(found);
};

/** The published day of exactly this local day. */
export const dayOf = async (db: Db, district: string, day: string): Promise<PublishedDay | undefined> => {
  const item = await db.get({ pk: daysOf(district), sk: daySort(day) });
  return item && toDay(item);
};

/** The published day with this number; the index may not show the newest one yet. */
export const dayNumbered = async (db: Db, number: number): Promise<PublishedDay | undefined> => {
  const range = { index: "g1", partition: dayNumbers, from: number, to: number, limit: 1 } as const;
  const [found] = (await db.query(range)).items;
  return found && toDay(found);
};

/** A page of days, newest first, before the local day `after` (all when undefined). */
export const dayPage = async (
  db: Db,
  district: string,
  after: string | undefined,
  limit: number,
): Promise<{ readonly days: readonly PublishedDay[]; readonly next: string | null }> => {
  const partition = daysOf(district);
  const start = after === undefined ? {} : { after: { pk: partition, sk: daySort(after) } };
  const page = await db.query({ partition, descending: true, limit, ...start });
  const days = page.items.map(toDay);
  return { days, next: page.last ? (days.at(-1)?.day.day ?? null) : null };
};

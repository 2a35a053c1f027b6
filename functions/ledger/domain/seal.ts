/**
 * Sealing the journal: each account's entries in journal order, cut into blocks that are chained by their hashes, and
 * a Merkle tree over the chains' heads for each day. All bytes that are hashed are canonical JSON (RFC 8785) of a
 * document whose `type` says what it is; docs/verify.md describes them for other programs.
 */
import { hash } from "node:crypto";
import { type Canonical, canonicalBytes } from "../../shared/canonical.ts";
import { leafHash, merkleRoot } from "../../shared/merkle.ts";
import type { Entry } from "./entry.ts";
import { changeOf } from "./statement.ts";

/** Entries of one block, unless more share its last stamp: with 49 bytes each a block stays within 13 KB. */
export const BLOCK_ENTRIES = 256;
/** Account heads of one stored part of a day's tree: a power of two, so that each part is a whole subtree. */
export const PART_LEAVES = 256;
/** `previous` of an account's first block. */
export const GENESIS = "0".repeat(64);

/** Place of an entry among those of its account: by stamp; on a pool, where stamps may be shared, then by id. */
export const journalOrder = (a: Entry, b: Entry): number => {
  if (a.stamp !== b.stamp) return a.stamp - b.stamp;
  const [one, other] = [entryName(a), entryName(b)];
  return one < other ? -1 : Number(one > other);
};

/** Id, side and leg of an entry as one text that sorts. */
export const entryName = ({ id, reversal, leg }: Pick<Entry, "id" | "reversal" | "leg">): string =>
  `${id}${reversal ? "R" : "T"}${String(leg).padStart(2, "0")}`;

/** The document that stands for an entry: all of it. */
export const entryDocument = ({ link, ...entry }: Entry): Canonical => ({
  type: "linli.ledger.entry.v1",
  ...entry,
  ...(link === undefined ? {} : { link: { ...link } }),
});

/** Leaf of an entry in the tree of its block. */
export const entryLeaf = (entry: Entry): Buffer => leafHash(canonicalBytes(entryDocument(entry)));

/** An entry as a block keeps it. */
export interface SealedEntry {
  readonly id: string;
  readonly reversal: boolean;
  readonly leg: number;
  readonly leaf: Buffer;
}

/** Consecutive entries of one account. */
export interface Block {
  readonly account: string;
  /** Entries of the account before this block. */
  readonly first: number;
  readonly entries: readonly SealedEntry[];
  /** Hash of the block before, hex; `GENESIS` for the first. */
  readonly previous: string;
  /** Stamps of its first and last entry. */
  readonly from: number;
  readonly to: number;
}

/** What a block's hash is taken of. */
export interface BlockHeader {
  readonly account: string;
  readonly first: number;
  readonly count: number;
  /** Root of the tree over the leaves of its entries, hex. */
  readonly entries: string;
  readonly previous: string;
}

/** Header of a block. */
export const headerOf = ({ account, first, entries, previous }: Block): BlockHeader => ({
  account,
  first,
  count: entries.length,
  entries: merkleRoot(entries.map(({ leaf }) => leaf)).toString("hex"),
  previous,
});

/** Hash of a block by its header: SHA-256 of the canonical text, hex. */
export const blockHash = (header: BlockHeader): string =>
  hash("sha256", canonicalBytes({ type: "linli.ledger.block.v1", ...header }), "hex");

/** Where the chain of an account ends. */
export interface Head {
  readonly account: string;
  /** Entries sealed so far. */
  readonly count: number;
  /** Hash of the last block, hex. */
  readonly block: string;
  /** Stamp of the last sealed entry. */
  readonly stamp: number;
  /** Balance after it, minor units. */
  readonly balance: number;
}

/** The head of an account that nothing has been sealed of. */
export const newHead = (account: string): Head => ({ account, count: 0, block: GENESIS, stamp: 0, balance: 0 });

/** The next block after `head`; `entries` are what follows in journal order, at least one. */
export const nextBlock = (head: Head, entries: readonly Entry[]): Block => ({
  account: head.account,
  first: head.count,
  entries: entries.map((entry) => ({
    id: entry.id,
    reversal: entry.reversal,
    leg: entry.leg,
    leaf: entryLeaf(entry),
  })),
  previous: head.block,
  from: (entries[0] as Entry).stamp,
  to: (entries.at(-1) as Entry).stamp,
});

/** The head after a block whose entries are `entries`. */
export const headAfter = (head: Head, block: Block, entries: readonly Entry[]): Head => ({
  account: head.account,
  count: head.count + block.entries.length,
  block: blockHash(headerOf(block)),
  stamp: block.to,
  balance: entries.reduce((sum, entry) => sum + changeOf(entry, head.account), head.balance),
});

/** True when the first entries of one block are the other's: two runs with different horizons may cut differently. */
export const isBeginning = (part: Block, whole: Block): boolean =>
  part.first === whole.first &&
  part.previous === whole.previous &&
  part.entries.every(({ leaf }, index) => whole.entries[index]?.leaf.equals(leaf) ?? false);

/** Leaf of an account's head in a day's tree. */
export const headLeaf = ({ account, count, block }: Pick<Head, "account" | "count" | "block">): Buffer =>
  leafHash(canonicalBytes({ type: "linli.ledger.account-head.v1", account, entries: count, head: block }));

/** What a day's root says. */
export interface Day {
  readonly district: string;
  /** Local day, `YYYY-MM-DD`, that the root covers to its end. */
  readonly day: string;
  /** Place among the district's roots, from 0. */
  readonly number: number;
  /** Every entry with this stamp or a lower one is sealed, µs. */
  readonly through: number;
  /** Accounts with sealed entries: leaves of the tree. */
  readonly accounts: number;
  /** Entries sealed so far, each counted once for either account. */
  readonly entries: number;
  /** Root of the tree over the accounts' heads, hex. */
  readonly tree: string;
}

/** The document of a day's root. */
export const dayDocument = (day: Day) => ({ type: "linli.ledger.day.v1", ...day }) as const;

/** Leaf of a day in the log of all days. */
export const dayLeaf = (day: Day): Buffer => leafHash(canonicalBytes(dayDocument(day)));

/** What the district signs each day: the log of all its days so far. */
export const checkpointDocument = ({ district, day, number }: Day, root: Uint8Array) =>
  ({
    type: "linli.ledger.checkpoint.v1",
    district,
    day,
    size: number + 1,
    root: Buffer.from(root).toString("hex"),
  }) as const;

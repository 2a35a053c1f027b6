/**
 * Merkle trees over long lists, kept as chunks of leaf hashes with each chunk's root: a proof reads one head and one or
 * two chunks, whatever the length. A chunk is a perfect subtree but for the last.
 */
import type { Db } from "../../shared/dynamo.ts";
import {
  HASH_BYTES,
  inclusionRanges,
  type LeafRange,
  MerkleBuilder,
  merkleRoot,
  nodeHash,
} from "../../shared/merkle.ts";
import { always, type Item, type Key, type Write } from "../../shared/write.ts";

/** Leaves of a chunk; a power of two, 32 KB of hashes. */
export const CHUNK_LEAVES = 1_024;

const CHUNK_DIGITS = 6;
const prefixOf = (tree: string): string => `L#${tree}#`;
/** Key of a tree's chunk within its poll. */
const chunkKey = (poll: string, tree: string, chunk: number): Key => ({
  pk: `PL#${poll}`,
  sk: `${prefixOf(tree)}${String(chunk).padStart(CHUNK_DIGITS, "0")}`,
});
/** Key of a tree's head: roots of its chunks and where each begins. */
const headKey = (poll: string, tree: string): Key => ({ pk: `PL#${poll}`, sk: `LH#${tree}` });

/** Writes a chunk; the same again is the same. `first` is the sort text of its first leaf. */
export const putChunk = (
  poll: string,
  tree: string,
  chunk: number,
  first: string,
  leaves: readonly Buffer[],
): Write => ({
  type: "put",
  item: {
    ...chunkKey(poll, tree, chunk),
    first,
    root: merkleRoot(leaves).toString("base64url"),
    n: leaves.length,
    hs: Buffer.concat(leaves),
  },
  condition: always,
});

/** What a tree's head says. */
export interface TreeHead {
  readonly size: number;
  readonly firsts: readonly string[];
  readonly roots: readonly Buffer[];
}

/** Chunks read in one query, each of 32 KB. */
const CHUNKS_A_QUERY = 25;

/** Writes the head of a tree of `chunks` chunks. */
export const headOfChunks = async (db: Db, poll: string, tree: string, chunks: number): Promise<Write> => {
  const items: Item[] = [];
  for (let from = 0; from < chunks; from += CHUNKS_A_QUERY) {
    const to = Math.min(from + CHUNKS_A_QUERY, chunks) - 1;
    const keys = Array.from({ length: to - from + 1 }, (_, index) => chunkKey(poll, tree, from + index));
    items.push(...(await db.getMany(keys)));
  }
  const item = {
    ...headKey(poll, tree),
    n: items.reduce((sum, each) => sum + (each.n as number), 0),
    firsts: items.map((each) => each.first as string),
    roots: items.map((each) => each.root as string),
  };
  return { type: "put", item, condition: always };
};

/** A tree's head; undefined before it is complete. */
export const treeHead = async (db: Db, poll: string, tree: string): Promise<TreeHead | undefined> => {
  const item = await db.get(headKey(poll, tree));
  return (
    item && {
      size: item.n as number,
      firsts: item.firsts as string[],
      roots: (item.roots as string[]).map((root) => Buffer.from(root, "base64url")),
    }
  );
};

/** Root of the tree, from the roots of its chunks. */
export const treeRoot = ({ size, roots }: TreeHead): Buffer => {
  const whole = Math.floor(size / CHUNK_LEAVES);
  const builder = new MerkleBuilder();
  for (const root of roots.slice(0, whole)) builder.add(root, CHUNK_LEAVES);
  const rest = roots[whole];
  return rest === undefined
    ? builder.root()
    : builder.frontier().peaks.reduceRight((right, left) => nodeHash(left, right), rest);
};

/** Leaves of a chunk; none where there is no such chunk. */
export const leavesOf = async (db: Db, poll: string, tree: string, chunk: number): Promise<Buffer[]> => {
  const item = await db.get(chunkKey(poll, tree, chunk));
  const bytes = Buffer.from((item?.hs as Uint8Array | undefined) ?? Buffer.alloc(0));
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
};

/** A leaf's place in its tree with the proof of it. */
export interface Proved {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Buffer[];
}

/** Proof for a leaf whose sort text is known; undefined where the tree has no such leaf. */
export const proveLeaf = async (
  db: Db,
  poll: string,
  tree: string,
  sort: string,
  leaf: Buffer,
): Promise<Proved | undefined> => {
  const head = await treeHead(db, poll, tree);
  const chunk = head ? head.firsts.findLastIndex((first) => first <= sort) : -1;
  if (!head || chunk < 0) return undefined;
  const own = await leavesOf(db, poll, tree, chunk);
  const at = own.findIndex((each) => each.equals(leaf));
  if (at < 0) return undefined;
  const index = chunk * CHUNK_LEAVES + at;
  const last = head.roots.length - 1;
  const ends = last === chunk ? own : await leavesOf(db, poll, tree, last);
  const rootOf = ({ from, to }: LeafRange): Buffer => {
    const inside = Math.floor(from / CHUNK_LEAVES);
    const local = inside === chunk ? own : inside === last ? ends : undefined;
    if (local && to - from <= CHUNK_LEAVES && Math.floor((to - 1) / CHUNK_LEAVES) === inside) {
      return merkleRoot(local.slice(from - inside * CHUNK_LEAVES, to - inside * CHUNK_LEAVES));
    }
    return wholeChunks(head, from, to, ends);
  };
  return { index, size: head.size, path: inclusionRanges(index, head.size).map(rootOf) };
};

/** Root over a range that begins with a chunk; the last chunk may be a part of one. */
const wholeChunks = ({ roots }: TreeHead, from: number, to: number, ends: readonly Buffer[]): Buffer => {
  const builder = new MerkleBuilder();
  for (let at = from; at < to; at += CHUNK_LEAVES) {
    if (at + CHUNK_LEAVES <= to) builder.add(roots[at / CHUNK_LEAVES] as Buffer, CHUNK_LEAVES);
    else for (const leaf of ends) builder.add(leaf);
  }
  return builder.root();
};

/**
 * Binary Merkle trees over an ordered list, with inclusion and consistency proofs (RFC 9162 section 2.1, which is
 * RFC 6962 section 2.1 in new words): SHA-256, prefix 0x00 for a leaf and 0x01 for a node, split at the largest power
 * of two below the size. All hashes here are 32 bytes.
 *
 * A proof is a list of subtree hashes. `inclusionRanges` and `consistencyRanges` name those subtrees by the leaves
 * they span, so that whoever keeps the hashes of whole subtrees can answer without hashing the list again.
 */
import { hash, timingSafeEqual } from "node:crypto";

/** Bytes of every hash. */
export const HASH_BYTES = 32;
/** Most leaves of a tree: what a number counts exactly. */
export const LEAVES_MAX = Number.MAX_SAFE_INTEGER;

const LEAF_PREFIX = Buffer.of(0);
const NODE_PREFIX = Buffer.of(1);

const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash("sha256", Buffer.concat(parts), "buffer");

/** Hash of a leaf's bytes: SHA-256(0x00 || data). */
export const leafHash = (data: Uint8Array): Buffer => sha256(LEAF_PREFIX, data);

/** Hash of the node above two subtrees: SHA-256(0x01 || left || right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE_PREFIX, left, right);

/** Root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Buffer = sha256();

/** Leaves `from` (inclusive) to `to` (exclusive), counted from 0, below one node of the tree. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** Size of a growing tree with the roots of its perfect subtrees, largest first: one for each 1 bit of the size. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Buffer[];
}

/** Largest power of two below `size`, for a size of 2 and more. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

const bitsOf = (size: number): number => [...size.toString(2)].filter((bit) => bit === "1").length;

const isHash = (value: Uint8Array): boolean => value.length === HASH_BYTES;

const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;

/**
 * Builds a root leaf by leaf in O(log n) memory. `frontier` is all of its state, so a job can keep it between runs
 * and go on from it.
 */
export class MerkleBuilder {
  #size: number;
  readonly #peaks: Buffer[];

  /** Starts empty, or where an earlier builder's frontier ended; throws a RangeError for one that is none. */
  constructor(frontier: Frontier = { size: 0, peaks: [] }) {
    const { size, peaks } = frontier;
    const fits = isSize(size) && peaks.every(isHash) && peaks.length === (size === 0 ? 0 : bitsOf(size));
    if (!fits) throw new RangeError("the peaks do not fit the size");
    this.#size = size;
    this.#peaks = peaks.map((peak) => Buffer.from(peak));
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** Appends the hash of a leaf, or the root of a perfect subtree that counts as `span` leaves (a power of two). */
  add(leaf: Uint8Array, span = 1): void {
    if (!isHash(leaf)) throw new RangeError(`a leaf hash has ${HASH_BYTES} bytes`);
    if (this.#size % span !== 0 || this.#size + span > LEAVES_MAX) throw new RangeError("the subtree does not fit");
    let top: Buffer = Buffer.from(leaf);
    for (let count = this.#size / span; count % 2 === 1; count = (count - 1) / 2) {
      top = nodeHash(this.#peaks.pop() as Buffer, top);
    }
    this.#peaks.push(top);
    this.#size += span;
  }

  /** Root over the leaves so far; the builder goes on. */
  root(): Buffer {
    if (this.#peaks.length === 0) return EMPTY_ROOT;
    return this.#peaks.reduceRight((right, left) => nodeHash(left, right));
  }

  /** State to go on from later. */
  frontier(): Frontier {
    return { size: this.#size, peaks: [...this.#peaks] };
  }
}

/** Root over a list of leaf hashes. */
export const merkleRoot = (leaves: Iterable<Uint8Array>): Buffer => {
  const builder = new MerkleBuilder();
  for (const leaf of leaves) builder.add(leaf);
  return builder.root();
};

/**
 * Subtrees whose roots prove that leaf `index` is in the tree of `size` leaves, nearest to the leaf first
 * (RFC 9162 section 2.1.3.1). Throws a RangeError when there is no such leaf.
 */
export const inclusionRanges = (index: number, size: number): LeafRange[] => {
  if (!isSize(size) || !isSize(index) || index >= size) throw new RangeError(`no leaf ${index} among ${size}`);
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
};

/**
 * Subtrees whose roots prove that the tree of `older` leaves is the beginning of the tree of `newer` leaves
 * (RFC 9162 section 2.1.4.1). Nothing needs proving between equal trees, nor from an empty one.
 */
export const consistencyRanges = (older: number, newer: number): LeafRange[] => {
  if (!isSize(newer) || !isSize(older) || older > newer) throw new RangeError(`no ${older} leaves among ${newer}`);
  if (older === 0 || older === newer) return [];
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = newer;
  // Down to the node that ends where the older tree does; it is the older root itself unless something lies before it.
  while (to !== older) {
    const middle = from + splitOf(to - from);
    if (older <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
};

const rootsOf = (leaves: readonly Uint8Array[], ranges: readonly LeafRange[]): Buffer[] =>
  ranges.map(({ from, to }) => merkleRoot(leaves.slice(from, to)));

/** Proof that `leaves[index]` is in the tree over `leaves`, nearest sibling first. */
export const inclusionProof = (leaves: readonly Uint8Array[], index: number): Buffer[] =>
  rootsOf(leaves, inclusionRanges(index, leaves.length));

/** Proof that the tree over the first `older` leaves is the beginning of the tree over all. */
export const consistencyProof = (leaves: readonly Uint8Array[], older: number): Buffer[] =>
  rootsOf(leaves, consistencyRanges(older, leaves.length));

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** What an inclusion proof claims. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the path leads from the leaf at that index to that root (RFC 9162 section 2.1.3.2). */
export const verifyInclusion = ({ leaf, index, size, path, root }: Inclusion): boolean => {
  if (!isSize(size) || !isSize(index) || index >= size || ![leaf, root, ...path].every(isHash)) return false;
  const ranges = inclusionRanges(index, size);
  if (ranges.length !== path.length) return false;
  const top = ranges.reduce((below: Uint8Array, { from }, step) => {
    const sibling = path[step] as Uint8Array;
    return from > index ? nodeHash(below, sibling) : nodeHash(sibling, below);
  }, leaf);
  return same(top, root);
};

/** What a consistency proof claims. */
export interface Consistency {
  readonly older: { readonly size: number; readonly root: Uint8Array };
  readonly newer: { readonly size: number; readonly root: Uint8Array };
  readonly path: readonly Uint8Array[];
}

/** Whether the older tree is the beginning of the newer one (RFC 9162 section 2.1.4.2). */
export const verifyConsistency = ({ older, newer, path }: Consistency): boolean => {
  const sized = isSize(older.size) && isSize(newer.size) && older.size <= newer.size;
  if (!sized || ![older.root, newer.root, ...path].every(isHash)) return false;
  const ranges = consistencyRanges(older.size, newer.size);
  if (ranges.length !== path.length) return false;
  if (older.size === newer.size) return same(older.root, newer.root);
  if (older.size === 0) return same(older.root, EMPTY_ROOT);
  // A range that begins beyond the older tree is in the newer one only; the others are in both.
  const steps = ranges.map(({ from }, step) => ({ shared: from < older.size, given: path[step] as Uint8Array }));
  // An older tree that is a perfect subtree of the newer one is not repeated in the proof.
  const start = ranges[0]?.to === older.size ? steps.shift()?.given : older.root;
  let oldTop = start as Uint8Array;
  let newTop = start as Uint8Array;
  for (const { shared, given } of steps) {
    if (shared) oldTop = nodeHash(given, oldTop);
    newTop = shared ? nodeHash(given, newTop) : nodeHash(newTop, given);
  }
  return same(oldTop, older.root) && same(newTop, newer.root);
};

/** Merkle trees against the definition of RFC 9162 section 2.1, worked by hand, and the laws of their proofs. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consistencyProof,
  consistencyRanges,
  EMPTY_ROOT,
  inclusionProof,
  inclusionRanges,
  leafHash,
  MerkleBuilder,
  merkleRoot,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
} from "../../../functions/shared/merkle.ts";

const sha256 = (hex: string): string => createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");

/** The leaves of the certificate transparency project's own test tree. */
const INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = INPUTS.map((input) => leafHash(Buffer.from(input, "hex")));

/** `count` distinct leaves. */
const some = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => leafHash(Buffer.of(index)));

/** The definition itself, recursive: MTH of RFC 9162. */
const defined = (list: readonly Buffer[]): Buffer => {
  if (list.length === 0) return Buffer.from(sha256(""), "hex");
  if (list.length === 1) return list[0] as Buffer;
  const split = 2 ** Math.ceil(Math.log2(list.length) - 1);
  return nodeHash(defined(list.slice(0, split)), defined(list.slice(split)));
};

const flipped = (hash: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(hash);
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
};

describe("a Merkle tree", () => {
  it("without leaves has the hash of nothing as its root", () => {
    expect(EMPTY_ROOT.toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(merkleRoot([])).toEqual(EMPTY_ROOT);
  });

  it("hashes a leaf behind 00 and a node behind 01, three leaves as two and one", () => {
    const [a, b, c] = ["61", "62", "63"].map((data) => sha256(`00${data}`)) as [string, string, string];
    const root = sha256(`01${sha256(`01${a}${b}`)}${c}`);
    const built = merkleRoot(["a", "b", "c"].map((data) => leafHash(Buffer.from(data))));
    expect(built.toString("hex")).toBe(root);
  });

  it("has the published roots of the certificate transparency test tree at every size", () => {
    expect(leaves.map((_, index) => merkleRoot(leaves.slice(0, index + 1)).toString("hex"))).toEqual(ROOTS);
  });

  it("is what the recursive definition says at every size up to 70", () => {
    for (let size = 0; size <= 70; size++) expect(merkleRoot(some(size))).toEqual(defined(some(size)));
  });

  it("has proofs by the siblings that the RFC's figure of seven leaves names", () => {
    const d = some(7);
    const over = (from: number, to: number): Buffer => defined(d.slice(from, to));
    expect(inclusionProof(d, 0)).toEqual([d[1], over(2, 4), over(4, 7)]);
    expect(inclusionProof(d, 3)).toEqual([d[2], over(0, 2), over(4, 7)]);
    expect(inclusionProof(d, 4)).toEqual([d[5], d[6], over(0, 4)]);
    expect(inclusionProof(d, 6)).toEqual([over(4, 6), over(0, 4)]);
    expect(consistencyProof(d, 3)).toEqual([d[2], d[3], over(0, 2), over(4, 7)]);
    expect(consistencyProof(d, 4)).toEqual([over(4, 7)]);
    expect(consistencyProof(d, 6)).toEqual([over(4, 6), d[6], over(0, 4)]);
  });
});

describe("a builder", () => {
  it("goes on from a kept frontier, and takes whole subtrees, with the same root", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (first, second) => {
        const all = Array.from({ length: first + second }, (_, index) => leafHash(Buffer.from(`${index}`)));
        const builder = new MerkleBuilder();
        for (const leaf of all.slice(0, first)) builder.add(leaf);
        const resumed = new MerkleBuilder(builder.frontier());
        for (const leaf of all.slice(first)) resumed.add(leaf);
        expect(resumed.root()).toEqual(merkleRoot(all));
        const tiles = new MerkleBuilder();
        const whole = all.length - (all.length % 8);
        for (let from = 0; from < whole; from += 8) tiles.add(merkleRoot(all.slice(from, from + 8)), 8);
        for (const leaf of all.slice(whole)) tiles.add(leaf);
        expect(tiles.root()).toEqual(merkleRoot(all));
      }),
    );
  });

  it("keeps no more hashes than the size has bits", () => {
    const builder = new MerkleBuilder();
    for (let count = 1; count <= 1_000; count++) {
      builder.add(leafHash(Buffer.of(count & 255)));
      expect(builder.frontier().peaks.length).toBeLessThanOrEqual(Math.floor(Math.log2(count)) + 1);
    }
  });

  it("refuses a frontier that is none, a leaf of another length and a subtree out of place", () => {
    const leaf = leafHash(Buffer.of(1));
    expect(() => new MerkleBuilder({ size: 3, peaks: [leaf] })).toThrow(RangeError);
    expect(() => new MerkleBuilder({ size: 1, peaks: [leaf.subarray(1)] })).toThrow(RangeError);
    const builder = new MerkleBuilder({ size: 1, peaks: [leaf] });
    expect(() => builder.add(leaf.subarray(1))).toThrow(RangeError);
    expect(() => builder.add(leaf, 2)).toThrow(RangeError);
  });
});

describe("an inclusion proof", () => {
  it("proves every leaf of every tree up to 40 leaves, with at most ceil(log2 n) hashes", () => {
    for (let size = 1; size <= 40; size++) {
      const list = some(size);
      const root = merkleRoot(list);
      for (const [index, leaf] of list.entries()) {
        const path = inclusionProof(list, index);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(verifyInclusion({ leaf, index, size, path, root })).toBe(true);
      }
    }
  });

  it("fails with any other leaf, index, size, root or path", () => {
    const cases = fc.integer({ min: 2, max: 60 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
    fc.assert(
      fc.property(cases, fc.nat(255), fc.nat(), ([size, index], bit, pick) => {
        const list = some(size);
        const claim = {
          leaf: list[index] as Buffer,
          index,
          size,
          path: inclusionProof(list, index),
          root: merkleRoot(list),
        };
        const at = pick % claim.path.length;
        expect(verifyInclusion({ ...claim, leaf: flipped(claim.leaf, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: claim.path.map((h, i) => (i === at ? flipped(h, bit) : h)) })).toBe(
          false,
        );
        expect(verifyInclusion({ ...claim, path: claim.path.slice(1) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: [...claim.path, claim.root] })).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1 + (pick % (size - 1))) % size })).toBe(false);
        expect(verifyInclusion({ ...claim, index: size })).toBe(false);
        expect(verifyInclusion({ ...claim, index: -1 })).toBe(false);
      }),
    );
  });

  it("cannot pass off a node as a leaf", () => {
    const [a, b, c, d] = some(4) as [Buffer, Buffer, Buffer, Buffer];
    const root = merkleRoot([a, b, c, d]);
    const forged = leafHash(Buffer.concat([a, b]));
    expect(verifyInclusion({ leaf: forged, index: 0, size: 2, path: [nodeHash(c, d)], root })).toBe(false);
  });

  it("is refused for a leaf that is not there", () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => inclusionRanges(0, 0)).toThrow(RangeError);
    expect(() => inclusionRanges(-1, 3)).toThrow(RangeError);
  });
});

describe("a consistency proof", () => {
  const claimOf = (older: number, newer: number) => {
    const list = some(newer);
    return {
      older: { size: older, root: merkleRoot(list.slice(0, older)) },
      newer: { size: newer, root: merkleRoot(list) },
      path: consistencyProof(list, older),
    };
  };

  it("holds for all m <= n up to 40 leaves", () => {
    for (let newer = 0; newer <= 40; newer++) {
      for (let older = 0; older <= newer; older++) expect(verifyConsistency(claimOf(older, newer))).toBe(true);
    }
  });

  it("fails when either root, a hash of the path, its length or a size is another", () => {
    const sizes = fc
      .integer({ min: 2, max: 60 })
      .chain((newer) => fc.tuple(fc.integer({ min: 1, max: newer - 1 }), fc.constant(newer)));
    fc.assert(
      fc.property(sizes, fc.nat(255), fc.nat(), ([older, newer], bit, pick) => {
        const claim = claimOf(older, newer);
        const at = pick % claim.path.length;
        const broken = [
          { ...claim, older: { ...claim.older, root: flipped(claim.older.root, bit) } },
          { ...claim, newer: { ...claim.newer, root: flipped(claim.newer.root, bit) } },
          { ...claim, path: claim.path.map((hash, index) => (index === at ? flipped(hash, bit) : hash)) },
          { ...claim, path: claim.path.slice(1) },
          { ...claim, path: [...claim.path, claim.older.root] },
          { ...claim, newer: { ...claim.newer, size: older - 1 } },
        ];
        expect(broken.map(verifyConsistency)).toEqual(broken.map(() => false));
      }),
    );
  });

  it("fails where an early leaf was rewritten", () => {
    const before = some(9);
    const after = [...before.slice(0, 4), leafHash(Buffer.from("other")), ...before.slice(5), ...some(3)];
    const older = { size: 9, root: merkleRoot(before) };
    const newer = { size: 12, root: merkleRoot(after) };
    expect(verifyConsistency({ older, newer, path: consistencyProof(after, 9) })).toBe(false);
  });

  it("between equal trees is empty and still compares the roots", () => {
    const claim = claimOf(7, 7);
    expect(claim.path).toEqual([]);
    expect(verifyConsistency({ ...claim, older: { size: 7, root: flipped(claim.older.root, 3) } })).toBe(false);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
  });

  it("spans subtrees that together are the newer tree", () => {
    expect(consistencyRanges(3, 7)).toEqual([
      { from: 2, to: 3 },
      { from: 3, to: 4 },
      { from: 0, to: 2 },
      { from: 4, to: 7 },
    ]);
  });
});

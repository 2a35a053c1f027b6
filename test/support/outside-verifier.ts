/**
 * A verifier as an outsider would write it from docs/verify.md alone: it imports nothing of the product, so that the
 * page, and not our code, is what a proof is checked by.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

// biome-ignore lint/suspicious/noExplicitAny: an outsider has the JSON and no types
type Json = any;

const sha = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const canonical = (value: Json): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join()}]`
    : value !== null && typeof value === "object"
      ? `{${Object.keys(value)
          .sort()
          .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
          .join()}}`
      : JSON.stringify(value);
const leaf = (document: Json): Buffer => sha("\0", canonical(document));
const node = (left: Buffer, right: Buffer): Buffer => sha("\x01", left, right);
const hex = (text: string): Buffer => Buffer.from(text, "hex");
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);
const root = (leaves: Buffer[]): Buffer =>
  leaves.length === 1
    ? (leaves[0] as Buffer)
    : node(root(leaves.slice(0, split(leaves.length))), root(leaves.slice(split(leaves.length))));
const climb = (start: Buffer, index: number, size: number, path: string[]): string => {
  const up = (at: number, count: number, left: string[]): Buffer => {
    if (count === 1) return start;
    const half = split(count);
    const sibling = hex(left.at(-1) ?? "");
    const rest = left.slice(0, -1);
    return at < half ? node(up(at, half, rest), sibling) : node(sibling, up(at - half, count - half, rest));
  };
  return up(index, size, path).toString("hex");
};
const signed = ({ checkpoint, signature, key }: Json): boolean =>
  verify(
    null,
    Buffer.from(canonical(checkpoint)),
    createPublicKey({ key, format: "jwk" }),
    Buffer.from(signature.sig, "base64url"),
  );

/** True when the answer of `GET /v1/ledger/accounts/{id}/proof` proves its entry under its signed checkpoint. */
export const outsideProof = (proof: Json): boolean => {
  const [first] = proof.blocks;
  let previous = first.previous;
  for (const block of proof.blocks) {
    if (block.previous !== previous) return false;
    previous = sha(canonical(block)).toString("hex");
  }
  const { account, headEntries: entries, day, checkpoint } = proof;
  const head = leaf({ type: "linli.ledger.account-head.v1", account, entries, head: previous });
  return (
    climb(leaf(proof.entry), proof.index, first.count, proof.entryPath) === first.entries &&
    climb(head, proof.headIndex, day.accounts, proof.headPath) === day.tree &&
    climb(leaf(day), day.number, checkpoint.size, proof.dayPath) === checkpoint.root &&
    signed(proof)
  );
};

/** The account of an item in an export whose entries, recomputed, are not what its blocks say; undefined for none. */
export const outsideExport = (folder: string): string | undefined => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ndjson.gz"));
  const lines = files.flatMap((file) =>
    gunzipSync(readFileSync(join(folder, file)))
      .toString()
      .trim()
      .split("\n"),
  );
  const items = lines.map((line) => JSON.parse(line).Item as Json);
  const kinds = "transfer reward redemption hold-post reversal expiry opening funding adjustment".split(" ");
  const entries = items
    .filter(({ pk, g1p }: Json) => pk.S.startsWith("T#") && g1p !== undefined)
    .map((item: Json) => ({
      type: "linli.ledger.entry.v1",
      id: item.pk.S.slice(2),
      leg: Number(item.sk.S.slice(1)),
      reversal: item.sk.S.startsWith("R"),
      kind: kinds[item.k.N],
      from: item.g1p.S.split("#")[1],
      to: item.g2p.S.split("#")[1],
      amount: Number(item.amt.N),
      category: item.cat.S,
      stamp: Number(item.g1s.N),
      by: item.by.S,
      ...(item.memo ? { memo: item.memo.S } : {}),
      ...(item.afor ? { actingFor: item.afor.S } : {}),
      ...(item.lot ? { lot: item.lot.S } : {}),
      ...(item.ref ? { link: { type: item.ref.S.split(":")[0], id: item.ref.S.split(":").slice(1).join(":") } } : {}),
    }));
  for (const block of items.filter(({ pk }: Json) => pk.S.startsWith("LB#"))) {
    const account = block.pk.S.slice(3);
    const kept = Buffer.from(block.e.B, "base64");
    const own = entries
      .filter(({ from, to, stamp }: Json) => (from === account || to === account) && stamp <= Number(block.to.N))
      .sort((a: Json, b: Json) => a.stamp - b.stamp || (a.id < b.id ? -1 : 1))
      .slice(Number(block.n.N));
    if (own.length !== kept.length / 49) return account;
    const leaves = own.map(leaf);
    if (leaves.some((each, index) => !each.equals(kept.subarray(index * 49 + 17, (index + 1) * 49)))) return account;
    const previous = Buffer.from(block.p.B, "base64").toString("hex");
    const document = { type: "linli.ledger.block.v1", account, first: Number(block.n.N), count: leaves.length };
    const made = sha(canonical({ ...document, entries: root(leaves).toString("hex"), previous })).toString("hex");
    const followed = items.some(
      ({ pk, p, h }: Json) =>
        (pk.S === block.pk.S && p?.B && Buffer.from(p.B, "base64").toString("hex") === made) ||
        (pk.S === `LH#${account}` && Buffer.from(h.B, "base64").toString("hex") === made),
    );
    if (!followed) return account;
  }
  return undefined;
};

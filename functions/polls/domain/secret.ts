/**
 * Secret ballots as leaves of a Merkle tree. A ballot is named by a hash of what only its voter had, so names are
 * random and their order tells nothing of voters or time; the tree, the bundle and the storage all stand in it.
 */
import { createHmac, hash } from "node:crypto";
import type { Choice } from "../../../schemas/polls/question.ts";
import { type Canonical, canonicalBytes } from "../../shared/canonical.ts";
import { leafHash } from "../../shared/merkle.ts";

/** Name of the ballot that a secret or token opens: its SHA-256. */
export const ballotName = (secret: string): string => hash("sha256", Buffer.from(secret, "base64url"), "base64url");

/** The bytes that a ballot stands for: canonical JSON of its name and what it says. */
const ballotBytes = (ballot: string, choice: Choice): Buffer =>
  canonicalBytes({ ballot, choice: choice as unknown as Canonical });

/**
 * Leaf of a ballot. With a public audit whoever has name and choice can make it again, so the voter can prove how they
 * voted. Under a seal (32 bytes) it needs the seal too, which auditors get and voters do not.
 */
export const ballotLeaf = (ballot: string, choice: Choice, seal: Uint8Array | undefined): Buffer => {
  const bytes = ballotBytes(ballot, choice);
  return leafHash(seal === undefined ? bytes : createHmac("sha256", seal).update(bytes).digest());
};

/** What the district signs for a voter. No time: two receipts are not told apart by when they were given. */
export const receiptOf = (district: string, poll: string, leaf: Uint8Array) =>
  ({ type: "linli.polls.receipt.v1", district, poll, leaf: Buffer.from(leaf).toString("base64url") }) as const;

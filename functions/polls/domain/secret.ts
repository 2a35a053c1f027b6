/**
 * Secret ballots as leaves of a Merkle tree. A ballot is named by a hash of what only its voter had, so names are
 * random and their order tells nothing of voters or time; the tree, the bundle and the storage all stand in it.
 */
import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import type { Choice } from "../../../schemas/polls/question.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import { leafHash } from "../../shared/merkle.ts";

/** Name of the ballot that a secret or token opens: its SHA-256. */
export const ballotName = (secret: string): string => hash("sha256", Buffer.from(secret, "base64url"), "base64url");

/** A seal (32 bytes) made ready for many leaves: a key made once is six times as fast as one for each leaf. */
export const sealKey = (seal: Uint8Array | undefined): KeyObject | undefined => seal && createSecretKey(seal);

/** Canonical JSON of what a ballot says. */
export const choiceText = (choice: Choice): string => canonicalText(choice as unknown as Canonical);

/**
 * Leaf of a ballot, over the canonical JSON of its name and what it says. With a public audit whoever has name and
 * choice can make it again, so the voter can prove how they voted. Under a seal it needs the seal too, which auditors
 * get and voters do not.
 *
 * @param text `choiceText` of what it says; many ballots say the same
 */
export const ballotLeaf = (ballot: string, text: string, seal: KeyObject | undefined): Buffer =>
  lineLeaf(`{"ballot":${canonicalText(ballot)},"choice":${text}}`, seal);

/** Leaf of a line of canonical JSON, under a seal if there is one. */
export const lineLeaf = (text: string, seal: KeyObject | undefined): Buffer => {
  const bytes = Buffer.from(text, "utf8");
  return leafHash(seal === undefined ? bytes : createHmac("sha256", seal).update(bytes).digest());
};

/** What the district signs for a voter. No time: two receipts are not told apart by when they were given. */
export const receiptOf = (district: string, poll: string, leaf: Uint8Array) =>
  ({ type: "linli.polls.receipt.v1", district, poll, leaf: Buffer.from(leaf).toString("base64url") }) as const;

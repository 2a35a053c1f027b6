/** Operations with which anybody checks the sealed journal: daily roots, their consistency, the proof of one entry. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { AccountId, Cursor, Flag, LEGS_MAX, LocalDate, pageQuery, Slug, Uuid } from "../primitives.ts";

/** SHA-256 in hex. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: "SHA-256, hex." });

/** Most hashes of one path through a tree of at most 2^53 leaves. */
const PATH_MAX = 64;
const path = z.array(Sha256).max(PATH_MAX);
const Count = z.int().min(0);

/** Root of a day: the document whose canonical JSON is a leaf of the log. */
export const LedgerDay = z
  .strictObject({
    type: z.literal("linli.ledger.day.v1"),
    district: Slug,
    day: LocalDate.describe("Local day that the root covers to its end."),
    number: Count.describe("Place among the district's roots, from 0."),
    through: Count.describe("Every entry with this stamp or a lower one is sealed, µs since 1970."),
    accounts: Count.describe("Accounts with sealed entries: leaves of the tree."),
    entries: Count.describe("Entries sealed so far, each counted for both of its accounts."),
    tree: Sha256.describe("Root of the tree over the accounts' heads."),
  })
  .meta({ id: "LedgerDay" });

/** What the district signs each day. */
export const LedgerCheckpoint = z
  .strictObject({
    type: z.literal("linli.ledger.checkpoint.v1"),
    district: Slug,
    day: LocalDate,
    size: Count.describe("Days in the log."),
    root: Sha256.describe("Root of the tree over all days so far."),
  })
  .meta({ id: "LedgerCheckpoint" });

/** A checkpoint with its signature and the key that made it. */
export const SignedCheckpoint = z
  .strictObject({
    checkpoint: LedgerCheckpoint,
    signature: z
      .strictObject({ kid: z.string().max(64), sig: z.string().max(100) })
      .describe("Ed25519 over the canonical JSON of the checkpoint, base64url."),
    key: z.strictObject({
      kty: z.literal("OKP"),
      crv: z.literal("Ed25519"),
      x: z.string().max(64),
      kid: z.string().max(64).describe("RFC 7638 thumbprint of the key."),
    }),
  })
  .meta({ id: "SignedCheckpoint" });

/** A day as published. */
export const PublishedDay = SignedCheckpoint.extend({ day: LedgerDay }).meta({ id: "PublishedDay" });

/** A block of an account's chain by its header. */
export const LedgerBlock = z
  .strictObject({
    type: z.literal("linli.ledger.block.v1"),
    account: AccountId,
    first: Count.describe("Entries of the account before this block."),
    count: z.int().min(1),
    entries: Sha256.describe("Root of the tree over the block's entries."),
    previous: Sha256.describe("Hash of the block before; 64 zeros for the first."),
  })
  .meta({ id: "LedgerBlock" });

/** An entry as it is sealed: its canonical JSON is a leaf of its block's tree. */
export const SealedEntry = z
  .strictObject({
    type: z.literal("linli.ledger.entry.v1"),
    id: Uuid,
    leg: z
      .int()
      .min(0)
      .max(LEGS_MAX * 2),
    reversal: z.boolean(),
    kind: z.string().max(20),
    from: AccountId,
    to: AccountId,
    amount: z.int().min(1),
    category: z.string().max(32),
    stamp: Count.describe("Journal stamp, µs since 1970."),
    by: z.string().max(64),
    memo: z.string().max(400).optional(),
    actingFor: z.string().max(64).optional(),
    link: z.strictObject({ type: z.string().max(64), id: z.string().max(200) }).optional(),
    lot: z.string().max(8).optional(),
  })
  .meta({ id: "SealedEntry" });

/** Everything that leads from one entry to the signed checkpoint of the day that sealed it. */
export const EntryProof = z
  .strictObject({
    entry: SealedEntry,
    account: AccountId,
    index: Count.describe("Place of the entry in its block, from 0."),
    entryPath: path.describe("From the entry's leaf to the root of its block, nearest first."),
    blocks: z
      .array(LedgerBlock)
      .min(1)
      .max(100)
      .describe("Its block and those after it up to the head of the day, each naming the one before."),
    headEntries: Count.describe("Entries of the account up to the head."),
    headIndex: Count.describe("Place of the account among the day's heads."),
    headPath: path.describe("From the head's leaf to the tree of the day."),
    day: LedgerDay,
    dayPath: path.describe("From the day's leaf, the last of the log, to the checkpoint's root."),
    ...SignedCheckpoint.shape,
  })
  .meta({ id: "EntryProof" });

/** Roots and proofs. */
export const proofOperations = {
  listLedgerRoots: operation({
    id: "listLedgerRoots",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/roots",
    summary: "The daily roots of the sealed journal with their signed checkpoints, newest first; open to everyone",
    roles: "public",
    query: z.strictObject({ ...pageQuery }),
    reply: z.strictObject({ items: z.array(PublishedDay), next: Cursor.nullable() }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query"],
    refusals: ["request/bad-cursor"],
  }),
  getLedgerConsistency: operation({
    id: "getLedgerConsistency",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/root-consistency",
    summary: "Proof that the checkpoint of a day continues that of an earlier one: nothing sealed was changed between",
    roles: "public",
    query: z.strictObject({ from: LocalDate, to: LocalDate }),
    reply: z.strictObject({ from: PublishedDay, to: PublishedDay, path }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: ["resource/not-found", "request/invalid"],
  }),
  getEntryProof: operation({
    id: "getEntryProof",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts/{accountId}/proof",
    summary: "Proof that an entry of the account is sealed under a published root, for whoever may read the account",
    roles: "signed-in",
    params: z.strictObject({ accountId: AccountId }),
    query: z.strictObject({
      transfer: Uuid,
      leg: z.coerce
        .number()
        .int()
        .min(0)
        .max(LEGS_MAX * 2)
        .default(0),
      reversal: Flag.default(false),
    }),
    reply: EntryProof,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: ["resource/not-found", "ledger/not-sealed"],
  }),
};

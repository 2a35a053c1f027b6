/** What secret ballots carry over HTTP: secrets, tokens, signatures, receipts and proofs, all in base64url. */
import * as z from "zod";
import { told, Uuid } from "../primitives.ts";
import { Choice } from "./question.ts";

/** Base64url of exactly 32 bytes: the last character has two bits to spare, which are zero. */
const BYTES_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** A voter's own secret: 32 random bytes, made and kept by the voter. */
export const VoterSecret = z
  .string()
  .regex(BYTES_32, told("must be 32 bytes in base64url", "应为 base64url 的 32 字节"))
  .meta({ description: "32 random bytes, base64url." });

/** Name of a secret ballot: SHA-256 of the voter's secret or of the token. */
export const BallotName = z
  .string()
  .regex(BYTES_32, told("must be 32 bytes in base64url", "应为 base64url 的 32 字节"))
  .meta({ description: "SHA-256 of the voter's secret or token, base64url." });

/** 32 bytes of a Merkle tree. */
export const TreeHash = z
  .string()
  .regex(BYTES_32, told("must be 32 bytes in base64url", "应为 base64url 的 32 字节"))
  .meta({ description: "32 bytes, base64url." });

/** A token: 64 bytes, the prepared message of RFC 9474 (32 random bytes, then 32 of the voter's own). */
export const Token = z
  .string()
  .regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, told("must be 64 bytes in base64url", "应为 base64url 的 64 字节"))
  .meta({
    description: "64 bytes, base64url: the message as prepared (RFC 9474), 32 random bytes and 32 of your own.",
  });

/** A blinded message, a blind signature or a finished one: 256 bytes. */
export const TokenSignature = z
  .string()
  .regex(/^[A-Za-z0-9_-]{341}[AQgw]$/, told("must be 256 bytes in base64url", "应为 base64url 的 256 字节"))
  .meta({ description: "256 bytes, base64url." });

/** Public key of a poll's tokens (RFC 7517), for RSABSSA-SHA384-PSS-Randomized. */
export const TokenKeySchema = z
  .strictObject({
    kty: z.literal("RSA"),
    alg: z.literal("PS384"),
    n: z.string().min(300).max(700),
    e: z.string().min(1).max(10),
  })
  .meta({ id: "TokenKey" });

/** An Ed25519 signature and the name of its key, which `/v1/keys` publishes. */
export const SignatureSchema = z
  .strictObject({
    kid: z.string().min(1).max(64),
    sig: z.string().min(1).max(120),
  })
  .meta({ id: "Signature" });

/** A signed promise that this leaf is among the ballots counted, unless its voter replaces it. */
export const BallotReceipt = z
  .strictObject({
    poll: Uuid,
    ballot: BallotName,
    choice: Choice.describe("As recorded: options in the order of the list."),
    receipt: z
      .strictObject({ type: z.literal("linli.polls.receipt.v1"), district: z.string(), poll: Uuid, leaf: TreeHash })
      .describe("What is signed: its canonical JSON (RFC 8785)."),
    signature: SignatureSchema,
  })
  .meta({ id: "BallotReceipt" });

/** Proof that a ballot is among those counted (RFC 9162). */
export const BallotProof = z
  .strictObject({
    poll: Uuid,
    ballot: BallotName,
    leaf: TreeHash,
    index: z.int().min(0),
    size: z.int().min(1),
    path: z.array(TreeHash).max(64),
    root: TreeHash,
  })
  .meta({ id: "BallotProof" });

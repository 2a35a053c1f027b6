/**
 * The bundle of a poll: one JSON value a line. The first holds the signed document with all that the count depended on
 * and came to; each further line is a secret ballot, in the order of names, or named ballots that say the same, in the
 * order of their canonical text.
 */
import * as z from "zod";
import { Instant, Slug, Uuid } from "../primitives.ts";
import { Choice } from "./question.ts";
import { PollResult, PollRules } from "./resources.ts";
import { BallotName, SignatureSchema, Token, TokenKeySchema, TokenSignature, TreeHash } from "./secret.ts";

/** Most tiles of a bundle: some 10 million ballots. */
const TILES_MAX = 10_000;

const count = z.int().min(0);

/** What the district signs when a poll is counted. */
export const BundleDocument = z.strictObject({
  type: z.literal("linli.polls.bundle.v1"),
  district: Slug,
  poll: Uuid,
  version: z.string().max(60).describe("Version of the code that counted."),
  closedAt: Instant,
  rules: PollRules,
  rulesHash: z.string(),
  rollRoot: z.string(),
  turnout: z
    .strictObject({
      entitled: count.describe("Entries of the roll."),
      voted: count.describe("Entries that cast a ballot, or under `token` took a token."),
    })
    .describe("No turnout by time: it would order ballots."),
  ballots: z.strictObject({
    count,
    root: TreeHash.describe("Root over all leaves (RFC 9162)."),
    lines: count.optional().describe("Named ballots: lines of the bundle, as equal ones share a line."),
    tileLeaves: z.int().min(1),
    tiles: z.array(TreeHash).max(TILES_MAX).describe("Roots over each so many ballots, which tell where a fault is."),
  }),
  seal: TreeHash.optional().describe("SHA-256 of the key under which auditors open leaves; not where audit is PUBLIC."),
  tokenKey: TokenKeySchema.optional(),
  ties: z
    .strictObject({
      seed: z.string().max(200).optional(),
      answers: z
        .array(
          z.strictObject({
            purpose: z.enum(["ELECT", "ELIMINATE", "FUND", "LOCK"]),
            round: count,
            tied: z.array(count),
            chosen: count,
          }),
        )
        .optional(),
    })
    .describe("What was drawn or answered where the declared rule for ties asks for it."),
  result: PollResult,
});
export type BundleDocument = z.infer<typeof BundleDocument>;

/** First line of a bundle. */
export const BundleHead = z.strictObject({
  bundle: BundleDocument,
  signature: SignatureSchema,
  key: z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), kid: z.string() }),
  sealKey: TreeHash.optional().describe("For auditors of a SEALED poll."),
});
export type BundleHead = z.infer<typeof BundleHead>;

/** A ballot of a bundle that is open. */
export const OpenBallot = z.strictObject({
  ballot: BallotName,
  choice: Choice,
  token: Token.optional(),
  signature: TokenSignature.optional(),
});

/** A ballot of a bundle that is sealed. */
export const SealedBallot = z.strictObject({ leaf: TreeHash });

/**
 * Named ballots that say the same, without names: of owners with head and area (0.01 m²) of their units, silent ones
 * (null) included, as both count. For auditors and the poll's officers: an area names its owner.
 */
export const NamedBallots = z.strictObject({
  unit: z.strictObject({ head: z.string().max(64), area: count }).optional(),
  choice: Choice.nullable(),
  times: z.int().min(1),
});
export type NamedBallots = z.infer<typeof NamedBallots>;

/** A line after the first. */
export const BundleBallot = z.union([OpenBallot, SealedBallot, NamedBallots]);
export type BundleBallot = z.infer<typeof BundleBallot>;

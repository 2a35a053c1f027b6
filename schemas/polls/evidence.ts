/** The evidence pack of a counted poll: one file of lines that an archive or a court can read and check. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Cursor, Instant, line, Slug, Uuid } from "../primitives.ts";
import { onePoll } from "./drafting.ts";
import { Channel, Hash, Minutes, Objection } from "./resources.ts";
import { SignatureSchema } from "./secret.ts";

const text = z.string().max(20_000);

/** First line: the signed minutes. */
export const EvidenceHead = z
  .strictObject({
    document: z.strictObject({
      type: z.literal("linli.polls.evidence.v1"),
      district: Slug,
      poll: Uuid,
      at: Instant.describe("When the pack was made."),
      text: z.strictObject({ zh: text, en: text }).describe("The minutes to be read: each test with both sides."),
      minutes: Minutes.omit({ objections: true, moreObjections: true }),
      bundle: Hash.describe("SHA-256 of the first line of the poll's bundle as it was signed."),
    }),
    signature: SignatureSchema,
    key: z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), kid: z.string() }),
  })
  .meta({ id: "EvidenceHead" });

/** A line after the first: an objection, a correction of the roll, or an entry of it in the order of its tree. */
export const EvidenceLine = z.union([
  z.strictObject({ objection: Objection }),
  z.strictObject({
    correction: z.strictObject({
      entry: Uuid,
      kind: z.enum(["added", "amended", "struck", "unchanged"]),
      reason: line(200),
      by: Uuid,
      at: Instant,
    }),
  }),
  z.strictObject({
    entry: z.strictObject({
      leaf: z.string().max(4_000).describe("As under the roll's root: see `getPollRollProof`."),
      voted: z.boolean(),
      channel: Channel.optional(),
    }),
  }),
]);

/** Reading the evidence. */
export const evidenceOperations = {
  getPollEvidence: operation({
    id: "getPollEvidence",
    context: "polls",
    method: "GET",
    path: "/v1/polls/{pollId}/evidence",
    summary:
      "Evidence pack: signed minutes, objections, corrections, and the roll with who voted; `ndjson` joins to a file",
    roles: ["poll-officer", "auditor"],
    params: onePoll,
    query: z.strictObject({ cursor: Cursor.optional(), format: z.enum(["json", "ndjson"]).default("json") }),
    reply: z.strictObject({
      head: EvidenceHead.nullable().describe("On the first part only."),
      lines: z.array(EvidenceLine),
      next: Cursor.nullable(),
    }),
    status: 200,
    media: ["application/x-ndjson"],
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "PutItem", "Query"],
    refusals: ["resource/not-found", "polls/no-result", "request/bad-cursor"],
  }),
};

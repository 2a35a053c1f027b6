/** The evidence pack in parts: signed minutes and objections, then corrections, then the roll as its tree has it. */
import { hash } from "node:crypto";
import * as z from "zod";
import type { EvidenceHead, EvidenceLine, evidenceOperations } from "../../../schemas/polls/evidence.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { districtSigner, type Signable } from "../../shared/signing.ts";
import { instantOf } from "../../shared/time.ts";
import { minutesText } from "../domain/minutes.ts";
import { BALLOT_READERS, type Poll } from "../domain/poll.ts";
import { bundleHead } from "../store/bundle.ts";
import { correctionsPage, entryLeaf } from "../store/roll.ts";
import { countedPoll, recordOf } from "./closing.ts";
import { objectionsOf } from "./objections.ts";
import { rollFrom } from "./roll.ts";
import { noPoll } from "./support.ts";

type Ops = typeof evidenceOperations;
type Head = z.input<typeof EvidenceHead>;
type Line = z.input<typeof EvidenceLine>;

/** Lines of one part, at most. */
const PART = 500;
const OBJECTIONS = 100;

/** What comes next of which list; each list has a place of its own. */
const Place = z.strictObject({ of: z.enum(["objections", "corrections", "roll"]), at: z.string().max(400).nullable() });
type Place = z.infer<typeof Place>;

interface Part {
  readonly lines: readonly Line[];
  readonly next: Place | null;
}

const headOf = async (poll: Poll, deps: Deps): Promise<Head> => {
  const minutes = await recordOf(poll, deps);
  const bundle = hash("sha256", (await bundleHead(deps.db, poll.id)) ?? "", "base64url");
  const document = JSON.parse(
    JSON.stringify({
      type: "linli.polls.evidence.v1",
      ...{ district: deps.district.id, poll: poll.id, at: instantOf(deps.clock.now().getTime()) },
      ...{ text: minutesText(minutes), minutes, bundle },
    }),
  ) as Head["document"];
  const signer = await districtSigner(deps.db, "polls");
  return { document, signature: signer.sign(document as unknown as Signable), key: signer.publicKey };
};

const objections = async (poll: string, at: string | null, deps: Deps): Promise<Part> => {
  const page = await objectionsOf(poll, { limit: OBJECTIONS, cursor: at ?? undefined }, deps);
  const next =
    page.next === null ? ({ of: "corrections", at: null } as const) : ({ of: "objections", at: page.next } as const);
  return { lines: page.items.map((objection) => ({ objection })), next };
};

const corrections = async (poll: string, at: string | null, deps: Deps): Promise<Part> => {
  const page = await correctionsPage(deps.db, poll, at, PART);
  const lines = page.notes.map(({ atMs, ...note }) => ({ correction: { ...note, at: instantOf(atMs) } }) as Line);
  return { lines, next: page.after === null ? { of: "roll", at: null } : { of: "corrections", at: page.after } };
};

const roll = async (poll: string, at: string | null, deps: Deps): Promise<Part> => {
  const page = await rollFrom(poll, PART, at ?? undefined, deps);
  const lines = page.entries.map((entry) => ({
    entry: { leaf: entryLeaf(entry), voted: entry.voted, ...(entry.channel ? { channel: entry.channel } : {}) },
  }));
  return { lines, next: page.next === null ? null : { of: "roll", at: page.next } };
};

const LISTS = { objections, corrections, roll } as const;

const evidence = async (
  { params, query, actor }: Call<Ops["getPollEvidence"]>,
  deps: Deps,
): Promise<Answer<z.input<Ops["getPollEvidence"]["reply"]>>> => {
  const poll = await countedPoll(params.pollId, actor, deps);
  if (!holdsAny(actor, BALLOT_READERS, poll.community)) return noPoll(poll.id);
  const place: Place = query.cursor === undefined ? { of: "objections", at: null } : decodeCursor(Place, query.cursor);
  const { lines, next: following } = await LISTS[place.of](poll.id, place.at, deps);
  const head = query.cursor === undefined ? await headOf(poll, deps) : null;
  const next = following === null ? null : encodeCursor(following);
  if (query.format === "json") return { body: { head, lines: [...lines], next } };
  const text = [...(head === null ? [] : [head]), ...lines].map((one) => `${JSON.stringify(one)}\n`).join("");
  return { text, type: "application/x-ndjson", filename: `poll-${poll.id}-evidence.ndjson`, next };
};

/** Handler of the evidence. */
export const evidenceHandlers: Handlers<Ops> = { getPollEvidence: evidence };

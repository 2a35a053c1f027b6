/** The signed document of a counted poll, made when the count is concluded. */
import { hash } from "node:crypto";
import type * as z from "zod";
import type { PollResult, PollRules } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { districtSigner, type Signable } from "../../shared/signing.ts";
import { instantOf } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import type { TieAnswers } from "../domain/count.ts";
import type { Poll } from "../domain/poll.ts";
import { sealOf } from "../http/booth.ts";
import { putBundleHead } from "../store/bundle.ts";
import type { Survey } from "../store/survey.ts";
import { dropPrivateKey, tokenKeyOf } from "../store/token-key.ts";
import { CHUNK_LEAVES, type TreeHead, treeRoot } from "../store/tree.ts";

/** What a count came from and to. */
export interface Counted {
  readonly poll: Poll;
  readonly rules: PollRules;
  readonly survey: Pick<Survey, "entitled" | "voted">;
  readonly told: TieAnswers;
  readonly result: z.input<typeof PollResult>;
  readonly head: TreeHead;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** Writes of a poll's signed document, and of its token key without the private part. */
export const bundleWrites = async (
  { poll, rules, survey, told, result, head }: Counted,
  deps: Deps,
): Promise<readonly Write[]> => {
  const [seal, kept] = await Promise.all([sealOf(rules, deps), tokenKeyOf(deps.db, poll.id)]);
  const signer = await districtSigner(deps.db, "polls");
  const named = rules.mode === "named";
  // Through JSON once: what is signed is what will be read.
  const bundle = JSON.parse(
    JSON.stringify({
      type: "linli.polls.bundle.v1",
      district: deps.district.id,
      poll: poll.id,
      version: deps.version,
      closedAt: instantOf(poll.closedMs ?? poll.closeMs),
      rules,
      rulesHash: poll.rulesHash,
      rollRoot: poll.rollRoot,
      turnout: { entitled: survey.entitled, voted: survey.voted },
      ballots: {
        count: named ? survey.voted : head.size,
        lines: named ? head.size : undefined,
        root: text(treeRoot(head)),
        tileLeaves: CHUNK_LEAVES,
        tiles: head.roots.map(text),
      },
      seal: seal && hash("sha256", seal, "base64url"),
      tokenKey: kept?.publicKey,
      ties: { seed: told.seed, answers: told.answers },
      result,
    }),
  ) as Signable;
  const signed = JSON.stringify({ bundle, signature: signer.sign(bundle), key: signer.publicKey });
  return [...putBundleHead(poll.id, signed), ...(kept ? [dropPrivateKey(poll.id, kept)] : [])];
};

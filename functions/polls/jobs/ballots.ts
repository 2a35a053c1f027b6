/**
 * The tree over secret ballots after close, page by page and resumable. Ballots stand in it in the order of their names,
 * which are hashes of random bytes: the order tells nothing of voters or time, and anyone can check it.
 */
import * as z from "zod";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { choiceOf } from "../domain/choice.ts";
import { ballotLeaf } from "../domain/secret.ts";
import { sealOf } from "../http/booth.ts";
import { type BallotPlace, ballotsFrom, FIRST_BALLOT } from "../store/secret.ts";
import { CHUNK_LEAVES, headOfChunks, putChunk } from "../store/tree.ts";

/** Name of the tree over a poll's secret ballots. */
export const BALLOT_TREE = "ballots";

/** Chunks of one page of the job. */
const CHUNKS_A_PAGE = 16;

/** Where the tree stands: the place in the box, and chunks and leaves so far. */
export const BallotTreePlace = z.strictObject({
  shard: z.int().min(0),
  after: z.string().nullable(),
  chunk: z.int().min(0),
});
export type BallotTreePlace = z.infer<typeof BallotTreePlace>;

/** One page of the tree; null when it is whole and its head is written. A page done twice writes the same. */
export const ballotTreePage = async (
  rules: PollRules,
  from: BallotTreePlace | null,
  deps: Deps,
): Promise<BallotTreePlace | null> => {
  const seal = await sealOf(rules, deps);
  let place: BallotPlace | null = from ?? FIRST_BALLOT;
  let chunk = from?.chunk ?? 0;
  for (let page = 0; page < CHUNKS_A_PAGE && place !== null; page++) {
    const { ballots, next } = await ballotsFrom(deps.db, rules.poll, place, CHUNK_LEAVES);
    const leaves = ballots.map(({ ballot, cells }) => ballotLeaf(ballot, choiceOf(rules.question, cells), seal));
    const [first] = ballots;
    if (first) await deps.db.commit([putChunk(rules.poll, BALLOT_TREE, chunk, first.ballot, leaves)]);
    chunk += first ? 1 : 0;
    place = next;
  }
  if (place !== null) return { ...place, chunk };
  await deps.db.commit([await headOfChunks(deps.db, rules.poll, BALLOT_TREE, chunk)]);
  return null;
};

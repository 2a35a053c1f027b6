/**
 * Secret ballots after close: first the tree over them, page by page and resumable; then, in one reading, the box that
 * is counted. Ballots are read in the order of their names, which tells nothing of voters or time.
 */
import * as z from "zod";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { choiceOf, unpackCells } from "../domain/choice.ts";
import { ballotLeaf } from "../domain/secret.ts";
import { sealOf } from "../http/booth.ts";
import { type BallotPlace, ballotsFrom, FIRST_BALLOT } from "../store/secret.ts";
import { CHUNK_LEAVES, headOfChunks, putChunk } from "../store/tree.ts";
import { Box } from "../tally/box.ts";

/** Name of the tree over a poll's secret ballots. */
export const BALLOT_TREE = "ballots";

/** Chunks of one page of the job. */
const CHUNKS_A_PAGE = 16;
/** Ballots read at once for the count. */
const READ = 10_000;

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

/** All ballots of a poll in a box; nothing of a ballot but what it says goes into it. */
export const boxOfBallots = async (poll: string, deps: Pick<Deps, "db">): Promise<Box> => {
  const box = new Box();
  let place: BallotPlace | null = FIRST_BALLOT;
  while (place !== null) {
    const { ballots, next } = await ballotsFrom(deps.db, poll, place, READ);
    for (const { cells } of ballots) box.add(unpackCells(cells));
    place = next;
  }
  return box;
};

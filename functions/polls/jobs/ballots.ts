/**
 * Secret ballots after close, read once: page by page the tree over them and, beside its chunks, how often each ballot
 * occurs in the page. Ballots are read in the order of their names, which tells nothing of voters or time.
 */
import * as z from "zod";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { choiceOf, unpackCells } from "../domain/choice.ts";
import { ballotLeaf, choiceText, sealKey } from "../domain/secret.ts";
import { sealOf } from "../http/booth.ts";
import { ballotRows, putBallotRows } from "../store/result.ts";
import { type BallotPlace, ballotsFrom, FIRST_BALLOT, type SecretBallot } from "../store/secret.ts";
import { CHUNK_LEAVES, headOfChunks, putChunk, treeHead } from "../store/tree.ts";
import { Box } from "../tally/box.ts";

/** Name of the tree over a poll's secret ballots. */
export const BALLOT_TREE = "ballots";

/** Chunks of one page of the job. */
const CHUNKS_A_PAGE = 16;

/** Where the tree stands: the place in the box, and chunks so far. */
export const BallotTreePlace = z.strictObject({
  shard: z.int().min(0),
  after: z.string().nullable(),
  chunk: z.int().min(0),
});
export type BallotTreePlace = z.infer<typeof BallotTreePlace>;

/** Leaves of ballots; what they say is written out once for all that say the same. */
const leafMaker = (rules: PollRules, seal: Uint8Array | undefined): ((ballot: SecretBallot) => Buffer) => {
  const key = sealKey(seal);
  const texts = new Map<string, string>();
  return ({ ballot, cells }) => {
    let text = texts.get(cells);
    if (text === undefined) {
      text = choiceText(choiceOf(rules.question, cells));
      texts.set(cells, text);
    }
    return ballotLeaf(ballot, text, key);
  };
};

/**
 * One page of the tree; null when it is whole and its head is written. The next chunk is read while one is hashed and
 * written. A page done twice writes the same.
 */
export const ballotTreePage = async (
  rules: PollRules,
  from: BallotTreePlace | null,
  deps: Deps,
): Promise<BallotTreePlace | null> => {
  const leaf = leafMaker(rules, await sealOf(rules, deps));
  const read = (place: BallotPlace) => ballotsFrom(deps.db, rules.poll, place, CHUNK_LEAVES);
  const first = from?.chunk ?? 0;
  const rows = new Map<string, number>();
  let chunk = first;
  for (let ahead = read(from ?? FIRST_BALLOT); ; ) {
    const { ballots, next } = await ahead;
    const goesOn = next !== null && chunk + 1 < first + CHUNKS_A_PAGE;
    if (goesOn) ahead = read(next);
    for (const { cells } of ballots) rows.set(cells, (rows.get(cells) ?? 0) + 1);
    const [one] = ballots;
    const written = one && deps.db.commit([putChunk(rules.poll, BALLOT_TREE, chunk, one.ballot, ballots.map(leaf))]);
    // Both are waited for at once, so that neither can fail unheard.
    await Promise.all([ahead, written]);
    chunk += one ? 1 : 0;
    if (goesOn) continue;
    await putBallotRows(deps.db, rules.poll, first, rows);
    if (next !== null) return { ...next, chunk };
    await deps.db.commit([await headOfChunks(deps.db, rules.poll, BALLOT_TREE, chunk)]);
    return null;
  }
};

/** All ballots of a poll whose tree is whole, in a box; nothing of a ballot but what it says goes into it. */
export const boxOfBallots = async (poll: string, deps: Pick<Deps, "db">): Promise<Box> => {
  const box = new Box();
  const chunks = (await treeHead(deps.db, poll, BALLOT_TREE))?.firsts.length ?? 0;
  for (let first = 0; first < chunks; first += CHUNKS_A_PAGE) {
    for (const [cells, times] of await ballotRows(deps.db, poll, first)) box.add(unpackCells(cells), times);
  }
  return box;
};

/**
 * The tree over named ballots when a poll is counted. Ballots that say the same stand in one line, without voter or
 * time, in the order of their text; of owners also who kept silent, with head and area, because both count.
 */
import type { NamedBallots } from "../../../schemas/polls/bundle.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import type { Deps } from "../../shared/deps.ts";
import { choiceOf } from "../domain/choice.ts";
import { lineLeaf, sealKey } from "../domain/secret.ts";
import { sealOf } from "../http/booth.ts";
import { putBallotRows } from "../store/result.ts";
import { CHUNK_LEAVES, headOfChunks, putChunk } from "../store/tree.ts";
import { BALLOT_TREE } from "./ballots.ts";

/** The line of a row of the count: `<head>|<area>|<cells>` of owners, cells of others. */
const lineOf = ({ question, electorate }: PollRules, row: string, times: number): NamedBallots => {
  if (electorate.kind !== "OWNERS") return { choice: choiceOf(question, row), times };
  const [head = "", area = "", cells = ""] = row.split("|");
  return { unit: { head, area: Number(area) }, choice: cells === "" ? null : choiceOf(question, cells), times };
};

/** Plants the tree with its lines beside it; the same again is the same. */
export const namedTree = async (rules: PollRules, rows: ReadonlyMap<string, number>, deps: Deps): Promise<void> => {
  const seal = sealKey(await sealOf(rules, deps));
  const lines = [...rows].map(([row, times]) => canonicalText(lineOf(rules, row, times) as unknown as Canonical));
  lines.sort((a, b) => (a < b ? -1 : 1));
  let chunk = 0;
  for (; chunk * CHUNK_LEAVES < lines.length; chunk++) {
    const these = lines.slice(chunk * CHUNK_LEAVES, (chunk + 1) * CHUNK_LEAVES);
    const leaves = these.map((line) => lineLeaf(line, seal));
    // Nothing is looked up in this tree by its first leaf.
    const written = deps.db.commit([putChunk(rules.poll, BALLOT_TREE, chunk, "", leaves)]);
    await Promise.all([written, putBallotRows(deps.db, rules.poll, chunk, new Map(these.map((line) => [line, 1])))]);
  }
  await deps.db.commit([await headOfChunks(deps.db, rules.poll, BALLOT_TREE, chunk)]);
};

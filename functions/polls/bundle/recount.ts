/** The count of a bundle's ballots, by the same code and from the same inputs as the one that was signed. */
import type { BundleDocument } from "../../../schemas/polls/bundle.ts";
import { outcomeOf } from "../domain/count.ts";
import { hashed } from "../jobs/count.ts";
import { BundleFault } from "./fault.ts";

/**
 * The result that rules, turnout, answers to ties and ballots come to; `rows` are packed ballots with how often each
 * occurs. Throws a `BundleFault` where the document lacks an answer to a tie.
 */
export const recount = (
  { poll, rules, rulesHash, rollRoot, turnout, ballots, ties }: BundleDocument,
  rows: ReadonlyMap<string, number>,
) => {
  const votes = { rows, entitled: turnout.entitled, voted: ballots.count };
  const settled = outcomeOf(rules, votes, { seed: ties.seed, answers: ties.answers ?? [] });
  if (!settled.done) throw new BundleFault("result", 1, `a tie in round ${settled.question.round} is left open`);
  return hashed({ id: poll, rulesHash, rollRoot }, settled.result);
};

/** The count of a bundle's ballots, by the same code and from the same inputs as the one that was signed. */
import type { BundleDocument } from "../../../schemas/polls/bundle.ts";
import { outcomeOf, type Votes } from "../domain/count.ts";
import { hashed } from "../jobs/count.ts";
import type { Box } from "../tally/box.ts";
import { BundleFault } from "./fault.ts";

/**
 * The result that rules, turnout, answers to ties and ballots, or owners' units, come to. Throws a `BundleFault` where
 * the document lacks an answer to a tie.
 */
export const recount = (
  { poll, rules, rulesHash, rollRoot, turnout, ballots, ties }: BundleDocument,
  box: Box,
  units: Votes["units"],
) => {
  const votes = { units, box, entitled: turnout.entitled, voted: turnout.voted };
  const settled = outcomeOf(rules, votes, { seed: ties.seed, answers: ties.answers ?? [] });
  if (!settled.done) throw new BundleFault("result", 1, `a tie in round ${settled.question.round} is left open`);
  return hashed({ id: poll, rulesHash, rollRoot }, settled.result, ballots.root);
};

/** One entry for every method that elects candidates: the close job, the verifier and the benchmark name it by data. */
import type { Box } from "./box.ts";
import { type CondorcetResult, copeland, minimax, type Strength, schulze } from "./condorcet.ts";
import { pairwise, type Unranked } from "./pairwise.ts";
import { rankedPairs } from "./ranked-pairs.ts";
import {
  approval,
  type BordaRules,
  borda,
  type ChoiceRules,
  type Contest,
  type CumulativeRules,
  cumulative,
  plurality,
  type ScoreResult,
  score,
} from "./scoring.ts";
import { instantRunoff, transferCount } from "./transfer/count.ts";
import type { TransferResult, TransferRules } from "./transfer/rules.ts";

/** A method with its options, as a poll declares it before opening. */
export type Method =
  | { readonly method: "PLURALITY" }
  | { readonly method: "APPROVAL"; readonly rules?: ChoiceRules }
  | { readonly method: "SCORE"; readonly rules: { readonly max: number } }
  | { readonly method: "CUMULATIVE"; readonly rules: CumulativeRules }
  | { readonly method: "BORDA"; readonly rules?: BordaRules }
  | { readonly method: "COPELAND"; readonly unranked: Unranked }
  | { readonly method: "MINIMAX"; readonly unranked: Unranked; readonly by: Strength | "OPPOSITION" }
  | { readonly method: "SCHULZE"; readonly unranked: Unranked; readonly by: Strength }
  | { readonly method: "RANKED_PAIRS"; readonly unranked: Unranked; readonly by: Strength }
  | { readonly method: "IRV"; readonly rules?: Partial<TransferRules> }
  | { readonly method: "STV"; readonly rules?: Partial<TransferRules> };

/** What every result has; the method's own result has its rounds and reasons too. */
export type Counted = ScoreResult | CondorcetResult | TransferResult;

/**
 * Counts a box by a method. The box holds what the method reads: `choiceCells` for plurality and approval, `pointCells`
 * for score and cumulative, `rankingCells` for the others.
 *
 * @throws TieUnresolved when the contest's rule for ties is to ask, see `settle`
 */
export const count = (box: Box, contest: Contest, method: Method): Counted => {
  const table = (unranked: Unranked) => pairwise(box, contest.candidates.length, unranked);
  switch (method.method) {
    case "PLURALITY":
      return plurality(box, contest);
    case "APPROVAL":
      return approval(box, contest, method.rules);
    case "SCORE":
      return score(box, contest, method.rules);
    case "CUMULATIVE":
      return cumulative(box, contest, method.rules);
    case "BORDA":
      return borda(box, contest, method.rules);
    case "COPELAND":
      return copeland(table(method.unranked), contest);
    case "MINIMAX":
      return minimax(table(method.unranked), contest, method.by);
    case "SCHULZE":
      return schulze(table(method.unranked), contest, method.by);
    case "RANKED_PAIRS":
      return rankedPairs(table(method.unranked), contest, method.by);
    case "IRV":
      return instantRunoff(box, contest, method.rules);
    case "STV":
      return transferCount(box, contest, method.rules);
  }
};

/** All operations of polls. */
import { draftingOperations } from "./drafting.ts";
import { rollOperations } from "./roll.ts";
import { secretBallotOperations } from "./secret-ballots.ts";

export const pollsOperations = {
  ...draftingOperations,
  ...rollOperations,
  ...secretBallotOperations,
};

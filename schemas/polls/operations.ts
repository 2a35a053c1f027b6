/** All operations of polls. */
import { bundleOperations } from "./bundles.ts";
import { closingOperations } from "./closing.ts";
import { draftingOperations } from "./drafting.ts";
import { evidenceOperations } from "./evidence.ts";
import { fileOperations } from "./files.ts";
import { rollOperations } from "./roll.ts";
import { secretBallotOperations } from "./secret-ballots.ts";
import { votingOperations } from "./voting.ts";

export const pollsOperations = {
  ...draftingOperations,
  ...rollOperations,
  ...votingOperations,
  ...closingOperations,
  ...bundleOperations,
  ...secretBallotOperations,
  ...fileOperations,
  ...evidenceOperations,
};

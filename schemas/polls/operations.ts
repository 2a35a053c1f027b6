/** All operations of polls. */
import { draftingOperations } from "./drafting.ts";
import { rollOperations } from "./roll.ts";

export const pollsOperations = {
  ...draftingOperations,
  ...rollOperations,
};

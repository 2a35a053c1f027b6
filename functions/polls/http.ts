/** The polls' routes, by operation; each group stands in a file of its own under http/. */
import type { pollsOperations } from "../../schemas/polls/operations.ts";
import type { Handlers } from "../shared/call.ts";
import { draftingHandlers } from "./http/drafting.ts";
import { rollHandlers } from "./http/roll.ts";
import { secretBallotHandlers } from "./http/secret-ballots.ts";

export const pollsHandlers: Handlers<typeof pollsOperations> = {
  ...draftingHandlers,
  ...rollHandlers,
  ...secretBallotHandlers,
};

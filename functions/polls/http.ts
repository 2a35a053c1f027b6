/** The polls' routes, by operation; each group stands in a file of its own under http/. */
import type { pollsOperations } from "../../schemas/polls/operations.ts";
import { type Handlers, whenAsked } from "../shared/call.ts";
import { bundleHandlers } from "./http/bundle.ts";
import { callbackHandlers } from "./http/callbacks.ts";
import { closingHandlers } from "./http/closing.ts";
import { draftingHandlers } from "./http/drafting.ts";
import { objectionHandlers } from "./http/objections.ts";
import { rollHandlers } from "./http/roll.ts";
import { secretBallotHandlers } from "./http/secret-ballots.ts";
import { votingHandlers } from "./http/voting.ts";

export const pollsHandlers: Handlers<typeof pollsOperations> = {
  ...draftingHandlers,
  ...rollHandlers,
  ...votingHandlers,
  ...closingHandlers,
  ...callbackHandlers,
  ...objectionHandlers,
  ...bundleHandlers,
  ...secretBallotHandlers,
  ...whenAsked(
    ["readElectionFile", "countElectionFile", "convertElectionFile", "getPollBallotFile", "getOpenedPollBallotFile"],
    async () => (await import("./http/files.ts")).fileHandlers,
  ),
  ...whenAsked(["getPollEvidence"], async () => (await import("./http/evidence.ts")).evidenceHandlers),
};

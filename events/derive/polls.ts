/** Data of the polls' events from the heads of polls. */
import { toPoll } from "../../functions/polls/store/poll.ts";
import { pollsContracts } from "../contracts/polls.ts";
import { instantOf, type Pick, type Picks } from "./pick.ts";

const pollData: Pick = (image) => {
  const one = toPoll(image);
  return {
    poll: one.id,
    community: one.community,
    class: one.class,
    mode: one.mode,
    state: one.state,
    correctUntil: instantOf(one.correctMs),
    openAt: instantOf(one.openMs),
    closeAt: instantOf(one.closeMs),
    rulesHash: one.rulesHash,
    entries: one.entries,
    rollRoot: one.rollRoot,
    extensions: one.extensions,
    // Known with the count, told with the publication.
    passed: one.publishedMs === undefined ? undefined : one.passed,
    publishedUntil: instantOf(one.publishedUntilMs),
    by: one.changedBy,
    revision: one.revision,
  };
};

type Name = keyof typeof pollsContracts;

/** One pick for each event of polls: all are told from the poll's head. */
export const pollsPicks = Object.fromEntries(
  Object.keys(pollsContracts).map((name) => [name, pollData]),
) as unknown as Picks<Name>;

/**
 * Data of the polls' events, version 1: the poll and its numbers. No event tells of a ballot, of who voted, or of the
 * text that people wrote.
 */
import * as z from "zod";
import { BallotMode, Hash, PollClass, PollState } from "../../schemas/polls/resources.ts";
import { Slug, Uuid } from "../../schemas/primitives.ts";
import { Doer, EventInstant, Revision } from "./fields.ts";

const poll = z.object({
  poll: Uuid,
  community: Slug,
  class: PollClass,
  mode: BallotMode,
  state: PollState,
  correctUntil: EventInstant,
  openAt: EventInstant,
  closeAt: EventInstant,
  rulesHash: Hash.optional(),
  entries: z.int().min(0),
  rollRoot: Hash.optional(),
  extensions: z.int().min(0),
  passed: z.boolean().optional().describe("From publication on."),
  publishedUntil: EventInstant.optional(),
  by: Doer,
  revision: Revision,
});

/** Schemas of the data by event name, one for each row of the table of a poll's life. */
export const pollsContracts = {
  "polls.poll.drafted": poll,
  "polls.poll.edited": poll,
  "polls.poll.noticed": poll,
  "polls.poll.rolled": poll,
  "polls.poll.corrected": poll,
  "polls.poll.sealed": poll,
  "polls.poll.cancelled": poll,
  "polls.poll.opened": poll,
  "polls.poll.extended": poll,
  "polls.poll.closed": poll,
  "polls.poll.asked": poll,
  "polls.poll.answered": poll,
  "polls.poll.counted": poll,
  "polls.poll.published": poll,
  "polls.poll.finalised": poll,
  "polls.poll.annulled": poll,
} as const;

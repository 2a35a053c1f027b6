/** A step of the polls' job: some pages of work on one poll, the last of which moves it on. */
import type { PollRules } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { SYSTEM_ACTOR } from "../../shared/jobs.ts";
import type { Write } from "../../shared/write.ts";
import type { Command } from "../domain/lifecycle.ts";
import { moved, type Poll } from "../domain/poll.ts";
import { moveOf } from "../http/transition.ts";

/** What one page came to: where to go on (null: the step is done), and how much it changed. */
export interface StepPage<Place> {
  readonly next: Place | null;
  readonly changed: number;
  /** True where the poll needs no further look in this run. */
  readonly last?: boolean;
}

export type StepWork<Place> = (
  poll: Poll,
  rules: PollRules,
  place: Place | null,
  deps: Deps,
) => Promise<StepPage<Place>>;

/** Moves a poll on in the job's name; false where somebody else has moved it since it was read. */
export const moveBySystem = async (
  poll: Poll,
  command: Command,
  changes: Partial<Poll>,
  deps: Deps,
  writes: readonly Write[] = [],
): Promise<boolean> => {
  const next = moved(poll, command, SYSTEM_ACTOR.id, changes);
  return (await deps.db.commit([...moveOf(next, poll, command, deps), ...writes])).ok;
};

/**
 * The one path of every officer's command on a poll: who runs it, whether the table allows it, what the step adds, and
 * one conditional transaction of the poll's next revision and the answer under the client's key.
 */
import type { Answer } from "../../shared/call.ts";
import {
  type Command as Change,
  itemOf,
  type Known,
  keepAnswer,
  keptAnswer,
  keySlot,
  run,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Refusal } from "../../shared/refusal.ts";
import { create, type Write } from "../../shared/write.ts";
import { type Command, stateRefusals, transitionOf } from "../domain/lifecycle.ts";
import { dueOf, moved, type Poll, runs } from "../domain/poll.ts";
import { movePoll, setDue } from "../store/poll.ts";
import { noPoll, type PollCall, type PollView, pollOf, rulesOf, viewPoll } from "./support.ts";

/** What a step may use. */
export interface Scene {
  readonly deps: Deps;
  readonly known: Known;
  readonly now: Date;
}

/** What a command changes of the poll and writes beside it, or every reason against it. */
export type Stepped =
  | { readonly changes: Partial<Poll>; readonly writes?: readonly Write[] }
  | { readonly refusals: readonly Refusal[] };

export type Step = (poll: Poll, scene: Scene) => Stepped | Promise<Stepped>;

/** The writes that move a poll on, with the instant at which the job looks at it again. */
export const moveOf = (next: Poll, seen: Poll, command: Command, deps: Pick<Deps, "clock" | "stamps">): Write[] => [
  movePoll(next, seen, deps.stamps.take(), transitionOf(command).event),
  setDue(next.id, dueOf(next, deps.clock.now())),
];

const changeOf = (call: PollCall, deps: Deps, command: Command, step: Step): Change<PollView> => {
  const slot = keySlot(call.key);
  return {
    slot,
    fingerprint: call.fingerprint,
    decide: async (known) => {
      // A replay is answered before anything that has changed since could refuse it.
      if (await itemOf(slot, known, deps)) return { writes: [create(slot)], answer: undefined as never };
      const poll = await pollOf(call.params.pollId, call.actor, known, deps);
      if (!runs(call.actor, poll)) return noPoll(poll.id);
      const wrong = stateRefusals(command, poll.state);
      if (wrong.length > 0) return { refusals: wrong };
      const stepped = await step(poll, { deps, known, now: deps.clock.now() });
      if ("refusals" in stepped) return stepped;
      const rules = await rulesOf(poll.id, deps);
      const next = moved(poll, command, call.actor.id, stepped.changes);
      const answer = viewPoll(next, rules);
      const kept = keepAnswer(call.key, call.fingerprint, answer);
      return { writes: [...moveOf(next, poll, command, deps), ...(stepped.writes ?? []), kept], answer };
    },
    replay: keptAnswer<PollView>,
  };
};

/** Handles a call that gives one command. */
export const give =
  <C extends PollCall>(command: Command, step: (call: C) => Step) =>
  (call: C, deps: Deps): Promise<Answer<PollView>> =>
    run(deps.db, changeOf(call, deps, command, step(call)));

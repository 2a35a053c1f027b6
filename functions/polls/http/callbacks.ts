/** Call-backs: voters drawn by lot are asked whether the ballot under their name is theirs. */
import type * as z from "zod";
import type { closingOperations } from "../../../schemas/polls/closing.ts";
import type { Callback as CallbackSchema } from "../../../schemas/polls/resources.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import { type Command, itemOf, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse } from "../../shared/refusal.ts";
import { create } from "../../shared/write.ts";
import { runs } from "../domain/poll.ts";
import { type Callback, callbackKey, saveCallbacks, toCallbacks } from "../store/result.ts";
import { noPoll, pollOf } from "./support.ts";

type Ops = typeof closingOperations;
type View = z.input<typeof CallbackSchema>;

/** A call-back as it is shown. */
export const viewCallback = (callback: Callback): View => JSON.parse(JSON.stringify(callback)) as View;

const record = (call: Call<Ops["recordPollCallback"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const slot = keySlot(call.key);
    // A replay is answered before anything that has changed since could refuse it.
    if (await itemOf(slot, known, deps)) return { writes: [create(slot)], answer: undefined as never };
    const poll = await pollOf(call.params.pollId, call.actor, known, deps);
    if (!runs(call.actor, poll)) return noPoll(poll.id);
    const kept = await itemOf(callbackKey(poll.id), known, deps);
    if (!kept) return { refusals: [refuse("polls/no-result", { state: poll.state })] };
    const { items, revision } = toCallbacks(kept);
    const { entry, outcome, note } = call.body;
    const drawn = items.find((each) => each.entry === entry);
    if (!drawn) return { refusals: [refuse("resource/not-found", { what: "callback", id: entry })] };
    const next = { ...drawn, outcome, note, by: call.actor.id };
    const saved = items.map((each) => (each === drawn ? next : each));
    const answer = viewCallback(next);
    const answered = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: [saveCallbacks(poll.id, saved, revision), answered], answer };
  },
  replay: keptAnswer<View>,
});

/** Handler of call-backs. */
export const callbackHandlers: Pick<Handlers<Ops>, "recordPollCallback"> = {
  recordPollCallback: (call, deps) => run(deps.db, record(call, deps)),
};

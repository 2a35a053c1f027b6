/** Objections to a published result, and their answers. */
import * as z from "zod";
import type { closingOperations } from "../../../schemas/polls/closing.ts";
import type { Objection as ObjectionSchema } from "../../../schemas/polls/resources.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import { type Command, itemOf, Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { create } from "../../shared/write.ts";
import { READERS, runs } from "../domain/poll.ts";
import {
  answerObjection,
  createObjection,
  OBJECTION_PREFIX,
  type Objection,
  objectionKey,
  toObjection,
} from "../store/objection.ts";
import { pollKey } from "../store/poll.ts";
import { noPoll, pollOf } from "./support.ts";

type Ops = typeof closingOperations;
type View = z.input<typeof ObjectionSchema>;

const view = ({ madeMs, answeredMs, ...objection }: Objection): View =>
  JSON.parse(
    JSON.stringify({
      ...objection,
      madeAt: instantOf(madeMs),
      answeredAt: answeredMs === undefined ? undefined : instantOf(answeredMs),
    }),
  ) as View;

const object = (call: Call<Ops["objectToPollResult"]>, deps: Deps): Command<View> => {
  const { pollId } = call.params;
  return {
    slot: objectionKey(pollId, call.key),
    fingerprint: call.fingerprint,
    decide: async () => {
      const poll = await pollOf(pollId, call.actor, new Known(), deps);
      const now = deps.clock.now().getTime();
      const stands = poll.state === "published" && now < (poll.publishedUntilMs ?? 0);
      if (!stands) return { refusals: [refuse("polls/objections-closed", { state: poll.state })] };
      const objection = { id: call.key, poll: pollId, by: call.actor.id, text: call.body.text, madeMs: now };
      return { writes: [createObjection(objection, call.fingerprint)], answer: view(objection) };
    },
    replay: (item) => {
      const { id, poll, by, text, madeMs } = toObjection(item);
      return view({ id, poll, by, text, madeMs });
    },
    status: 201,
  };
};

const Place = z.strictObject({ o: z.uuid() });

/** A page of a poll's objections. */
export const objectionsOf = async (
  poll: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  deps: Pick<Deps, "db">,
): Promise<{ items: View[]; next: string | null }> => {
  const after = cursor === undefined ? {} : { after: { ...objectionKey(poll, decodeCursor(Place, cursor).o) } };
  const { pk: partition } = pollKey(poll);
  const page = await deps.db.query({ partition, prefix: OBJECTION_PREFIX, limit, ...after });
  const last = page.last && page.items.at(-1);
  // What a refusal left under a client's key is no objection.
  const items = page.items.filter(({ no }) => no === undefined).map((item) => view(toObjection(item)));
  return { items, next: last ? encodeCursor({ o: last.sk.slice(OBJECTION_PREFIX.length) }) : null };
};

const answer = (call: Call<Ops["answerPollObjection"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const slot = keySlot(call.key);
    // A replay is answered before the answer that it gave could refuse it.
    if (await itemOf(slot, known, deps)) return { writes: [create(slot)], answer: undefined as never };
    const { pollId, objectionId } = call.params;
    const poll = await pollOf(pollId, call.actor, known, deps);
    if (!runs(call.actor, poll)) return noPoll(poll.id);
    const item = await itemOf(objectionKey(pollId, objectionId), known, deps);
    if (!item) return { refusals: [refuse("resource/not-found", { what: "objection", id: objectionId })] };
    const objection = toObjection(item);
    if (objection.answer !== undefined) return { refusals: [refuse("polls/objection-answered")] };
    const { upheld } = call.body;
    const next = { ...objection, answer: call.body.answer, upheld, answeredMs: deps.clock.now().getTime() };
    const shown = view(next);
    return { writes: [answerObjection(next), keepAnswer(call.key, call.fingerprint, shown)], answer: shown };
  },
  replay: keptAnswer<View>,
});

/** Handlers of objections. */
export const objectionHandlers: Pick<
  Handlers<Ops>,
  "objectToPollResult" | "listPollObjections" | "answerPollObjection"
> = {
  objectToPollResult: (call, deps) => run(deps.db, object(call, deps)),
  listPollObjections: async (call, deps) => {
    const poll = await pollOf(call.params.pollId, call.actor, new Known(), deps);
    const { items, next } = await objectionsOf(poll.id, call.query, deps);
    const all = holdsAny(call.actor, READERS, poll.community);
    return { body: { items: items.filter(({ by }) => all || by === call.actor.id), next } };
  },
  answerPollObjection: (call, deps) => run(deps.db, answer(call, deps)),
};

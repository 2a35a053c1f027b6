/**
 * The operators' queue of a gate: what fitted no booking, the longest waiting first. An operator names the booking that
 * it was after all, which is checked in or out by the same steps at the instant of the reading, or dismisses it.
 */
import * as z from "zod";
import type { GateEvent as GateEventSchema, gateOperations } from "../../../schemas/parking/gates.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import {
  type Decision,
  itemOf,
  Known,
  keepAnswer,
  keptAnswer,
  keySlot,
  ROUNDS_MAX,
  run,
} from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { type Item, together, type Write } from "../../shared/write.ts";
import type { Gate } from "../domain/gate.ts";
import { bookingKey, toBooking } from "../store/bookings.ts";
import { eventOfQueue, gateEventKey, gateKey, gateQueue, resolveEvent, toGate } from "../store/gates.ts";
import { advance, type Scene } from "./change.ts";
import { mustOperate } from "./lots.ts";
import { arrived, left } from "./steps.ts";
import { configOf, policyOf } from "./support.ts";

type Ops = typeof gateOperations;
type EventView = z.input<typeof GateEventSchema>;
type ResolveCall = Call<Ops["resolveGateEvent"]>;

const Cursor = z.strictObject({ at: z.string().max(80) });

/** A gate of a community whose parking the caller runs; ends the call otherwise. */
const operated = async (call: Pick<ResolveCall, "actor">, id: string, known: Known, deps: Deps): Promise<Gate> => {
  configOf(deps);
  const item = await itemOf(gateKey(id), known, deps);
  if (!item) return reject("resource/not-found", { what: "gate", id });
  const gate = toGate(item);
  mustOperate(call.actor, gate.community);
  return gate;
};

const listGateQueue = async (
  call: Call<Ops["listGateQueue"]>,
  deps: Deps,
): Promise<Answer<{ items: EventView[]; next: string | null }>> => {
  const { id } = await operated(call, call.params.gateId, new Known(), deps);
  const { limit, cursor } = call.query;
  const after = cursor === undefined ? undefined : decodeCursor(Cursor, cursor).at;
  const partition = gateQueue(id);
  const start = after === undefined ? {} : { after: { ...eventOfQueue(id, after), g3p: partition, g3s: after } };
  const page = await deps.db.query({ index: "g3", partition, limit, ...start });
  const items = await deps.db.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
  const last = page.items.at(-1)?.g3s;
  return {
    body: {
      // The index lags: what has been resolved meanwhile is left out.
      items: items.filter(({ res }) => res === undefined).map((item) => JSON.parse(String(item.ans)) as EventView),
      next: page.last && last !== undefined ? encodeCursor({ at: String(last) }) : null,
    },
  };
};

type Done = { readonly outcome: EventView["outcome"]; readonly writes: readonly Write[] };

/** Checks the named booking in or out at the instant of the reading. */
const carriedOut = async (
  call: ResolveCall,
  event: EventView,
  gate: Gate,
  known: Known,
  deps: Deps,
): Promise<Done | Decision<EventView>> => {
  const { booking: id } = call.body;
  if (id === undefined) return { outcome: "dismissed", writes: [] };
  const nowMs = Date.parse(event.at);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const item = await itemOf(bookingKey(id), known, deps);
    const booking = item && toBooking(item);
    if (booking?.lot !== gate.lot) return reject("resource/not-found", { what: "booking", id });
    const mover = { actor: call.actor };
    const policy = policyOf(deps, booking.policy);
    const scene: Scene = { deps, known, now: new Date(nowMs), nowMs, side: "operator", mover, policy };
    const enters = event.direction === "entry";
    const made = await advance(enters ? "check-in" : "check-out", booking, scene, enters ? arrived : left);
    if (made === "moved") continue;
    if ("refusals" in made) return { refusals: made.refusals };
    return { outcome: enters ? "checked-in" : "checked-out", writes: made.writes };
  }
  throw new Busy("the booking kept moving");
};

const decide = async (call: ResolveCall, known: Known, deps: Deps): Promise<Decision<EventView>> => {
  const { gateId, eventId } = call.params;
  const gate = await operated(call, gateId, known, deps);
  const item = await itemOf(gateEventKey(gateId, eventId), known, deps);
  const event = item && (JSON.parse(String(item.ans)) as EventView);
  if (event?.outcome !== "unmatched") return reject("resource/not-found", { what: "gate-event", id: eventId });
  if (item?.res !== undefined) return { refusals: [refuse("parking/gate-resolved")] };
  const done = await carriedOut(call, event, gate, known, deps);
  if (!("outcome" in done)) return done;
  const { booking, reason } = call.body;
  const resolution = { by: call.actor.id, at: instantOf(deps.clock.now().getTime()), reason };
  const answer: EventView = {
    ...event,
    ...(booking === undefined ? {} : { booking }),
    ...{ outcome: done.outcome, resolution },
  };
  const record = resolveEvent(item as Item, resolution);
  return { writes: together(done.writes, [record, keepAnswer(call.key, call.fingerprint, answer)]), answer };
};

const resolveGateEvent = (call: ResolveCall, deps: Deps): Promise<Answer<EventView>> =>
  run<EventView>(deps.db, {
    slot: keySlot(call.key),
    fingerprint: call.fingerprint,
    decide: (known) => decide(call, known, deps),
    replay: keptAnswer<EventView>,
  });

/** Handlers of the queue. */
export const gateQueueHandlers: Pick<Handlers<Ops>, "listGateQueue" | "resolveGateEvent"> = {
  listGateQueue,
  resolveGateEvent,
};

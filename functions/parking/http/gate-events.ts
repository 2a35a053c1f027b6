/**
 * What gates have seen. The record of an event, the booking that it checks in or out and the money are one transaction,
 * judged at the instant of the reading, so that it does not matter when or in which order events are told. No record
 * has a plate.
 */
import type * as z from "zod";
import type { GateEvent as GateEventSchema, gateOperations } from "../../../schemas/parking/gates.ts";
import type { Answer, Call } from "../../shared/call.ts";
import { canonicalText } from "../../shared/canonical.ts";
import { type Decision, itemOf, type Known, ROUNDS_MAX, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { reject } from "../../shared/refusal.ts";
import { create, equal, type Item, together, type Write } from "../../shared/write.ts";
import { type Booking, dueOf } from "../domain/booking.ts";
import { believable, CONFIDENT, EXITS_MAX, type Gate, nearly, passing } from "../domain/gate.ts";
import { plateOf } from "../domain/plate.ts";
import { bookingKey, moveBooking, toBooking } from "../store/bookings.ts";
import { exitKey, gateEventKey, queued, sameExits, saveExits, toExits, type WaitingExits } from "../store/gates.ts";
import { advance, type Scene } from "./change.ts";
import { gateOf } from "./device.ts";
import { openPlate, plateHash } from "./plates.ts";
import { arrived, left } from "./steps.ts";
import { policyOf } from "./support.ts";

type EventCall = Call<(typeof gateOperations)["recordGateEvent"]>;
type EventView = z.input<typeof GateEventSchema>;
type Reason = NonNullable<EventView["reason"]>;

/** A believed reading. */
interface Reading {
  readonly gate: Gate;
  readonly direction: EventView["direction"];
  readonly readMs: number;
  readonly plate: string;
  readonly confidence: number;
  readonly booking?: string | undefined;
}

/** What a reading comes to, with what is written for it; `moved` asks to look again. */
type Seen = { readonly outcome: EventView["outcome"]; readonly reason?: Reason; readonly writes: readonly Write[] };

const unmatched = (reason: Reason): Seen => ({ outcome: "unmatched", reason, writes: [] });

const sceneAt = (booking: Booking, readMs: number, known: Known, deps: Deps): Scene => ({
  ...{ deps, known, now: new Date(readMs), nowMs: readMs, side: "system" },
  mover: { actor: SYSTEM_ACTOR },
  policy: policyOf(deps, booking.policy),
});

/** The booking that a reading is of, or why it is of none. */
const matched = async (reading: Reading, known: Known, deps: Deps): Promise<Booking | Reason> => {
  const { booking: id, gate, plate, confidence } = reading;
  const item = id === undefined ? undefined : await itemOf(bookingKey(id), known, deps);
  const booking = item && toBooking(item);
  if (!booking?.plate || booking.lot !== gate.lot) return "no-booking";
  if (booking.plate.hash === (await plateHash(plate, deps))) return booking;
  return confidence < CONFIDENT && nearly(plate, await openPlate(booking.plate, deps)) ? "plate-nearly" : "plate";
};

/** The booking checked in; and out at once where an exit after this entry has been told before it. */
const entered = async (booking: Booking, reading: Reading, exits: WaitingExits | undefined, scene: Scene) => {
  const first = await advance("check-in", booking, scene, arrived);
  if (first === "moved") return first;
  if ("refusals" in first) return unmatched("window");
  const guard = sameExits(booking.id, exits);
  const outMs = exits?.readMs.find((readMs) => readMs >= reading.readMs);
  if (outMs !== undefined) {
    const both = await left(first.booking, { ...scene, now: new Date(outMs), nowMs: outMs });
    if (!("refusals" in both)) {
      const move = moveBooking(both.booking, booking, dueOf(both.booking, scene.policy), scene.deps.stamps.take());
      return { outcome: "checked-out" as const, writes: together([move], both.writes, [guard]) };
    }
  }
  return { outcome: "checked-in" as const, writes: together(first.writes, [guard]) };
};

/** The exit of a booking whose entry has not been told yet. */
const waiting = (booking: Booking, { readMs }: Reading, exits: WaitingExits | undefined, scene: Scene): Seen => {
  if (readMs < passing(booking, scene.policy).fromMs) return unmatched("window");
  if ((exits?.readMs.length ?? 0) >= EXITS_MAX) return unmatched("state");
  const still: Write = { type: "check", key: bookingKey(booking.id), condition: equal("rev", booking.revision) };
  return { outcome: "waiting", writes: [saveExits(booking.id, readMs, exits), still] };
};

const judge = async (reading: Reading, known: Known, deps: Deps): Promise<Seen> => {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const booking = await matched(reading, known, deps);
    if (typeof booking === "string") return unmatched(booking);
    const { direction, readMs } = reading;
    const scene = sceneAt(booking, readMs, known, deps);
    const inside = booking.state === "active" || booking.state === "overstay";
    if (booking.state !== "confirmed" && !(inside && direction === "exit")) return unmatched("state");
    if (inside) {
      if (readMs < (booking.inMs ?? 0)) return unmatched("state");
      const made = await advance("check-out", booking, scene, left);
      if (made === "moved") continue;
      return "refusals" in made ? unmatched("refused") : { outcome: "checked-out", writes: made.writes };
    }
    const item = await itemOf(exitKey(booking.id), known, deps);
    const exits = item && toExits(item);
    if (direction === "exit") return waiting(booking, reading, exits, scene);
    const made = await entered(booking, reading, exits, scene);
    if (made !== "moved") return made;
  }
  throw new Busy("the booking kept moving");
};

const decide = async (call: EventCall, reading: Reading, slot: Item, known: Known, deps: Deps) => {
  const { id, direction, at, booking } = call.body;
  const { outcome, reason, writes } = await judge(reading, known, deps);
  const answer: EventView = {
    ...{ id, gate: reading.gate.id, direction, at, outcome },
    ...(booking === undefined ? {} : { booking }),
    ...(reason === undefined ? {} : { reason }),
  };
  const place = outcome === "unmatched" ? queued(reading.gate.id, id, reading.readMs) : {};
  const record = create({ ...slot, ans: JSON.stringify(answer), ...place });
  const decision: Decision<EventView> = { writes: together(writes, [record]), answer };
  return decision;
};

/** Takes what a gate has seen, once under the gate's and the event's id. */
export const recordGateEvent = async (call: EventCall, deps: Deps): Promise<Answer<EventView>> => {
  const { sentAt, signature, ...event } = call.body;
  const { gateId } = call.params;
  const signed = { type: "linli.parking.gate-event.v1", gate: gateId, ...event, sentAt };
  const gate = await gateOf(JSON.parse(JSON.stringify(signed)), { sentAt, signature }, deps);
  const plate = plateOf(event.plate) ?? reject("parking/plate");
  const readMs = Date.parse(event.at);
  const nowMs = deps.clock.now().getTime();
  if (!believable(readMs, nowMs)) reject("parking/gate-clock", { at: event.at, now: new Date(nowMs).toISOString() });
  const { direction, confidence, booking } = event;
  const reading: Reading = { gate, direction, readMs, plate, confidence, booking };
  const key = gateEventKey(gateId, event.id);
  // Keyed: nobody can find the plate again by trying all there are.
  const fingerprint = await plateHash(canonicalText(JSON.parse(JSON.stringify(event))), deps);
  return run<EventView>(deps.db, {
    slot: key,
    fingerprint,
    decide: async (known) => {
      return decide(call, reading, { ...key, fp: fingerprint }, known, deps);
    },
    replay: (item) => JSON.parse(String(item.ans)) as EventView,
  });
};

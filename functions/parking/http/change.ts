/**
 * The one path of every transition of a booking: whether the table allows it, what the step adds, and one conditional
 * transaction of the booking's next revision, its stretch, its money, and the answer under the client's key.
 */
import type { ParkingPolicy } from "../../../schemas/parking/policy.ts";
import type { Mover } from "../../ledger/port.ts";
import { actingProofs } from "../../residents/port.ts";
import type { Answer, Call } from "../../shared/call.ts";
import {
  type Decision,
  itemOf,
  type Known,
  keepAnswer,
  keptAnswer,
  keySlot,
  ROUNDS_MAX,
  run,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { create, together, type Write } from "../../shared/write.ts";
import { type Booking, dueOf, maySee, sidesOf } from "../domain/booking.ts";
import { type Command, nextStates, type Side, stateRefusals, transitionOf } from "../domain/lifecycle.ts";
import { bookingKey, moveBooking, toBooking } from "../store/bookings.ts";
import type { Ground } from "./stretch.ts";
import { type BookingView, personOf, policyOf, SCOPE, viewBooking } from "./support.ts";

/** What a step may use. */
export interface Scene extends Ground {
  readonly now: Date;
  readonly side: Side;
  readonly mover: Mover;
  /** The rules that the booking was made under. */
  readonly policy: ParkingPolicy;
}

/** The next booking and what is written beside it, or every reason against it. */
export type Stepped =
  | { readonly booking: Booking; readonly writes: readonly Write[] }
  | { readonly refusals: readonly Refusal[] };

export type Step = (booking: Booking, scene: Scene) => Promise<Stepped> | Stepped;

/** A call on a booking. */
export type BookingCall = Pick<Call, "actor" | "actingFor" | "key" | "fingerprint"> & {
  readonly params: { readonly bookingId: string };
};

/** The booking of a call as it stands, when the caller may know of it. */
export const bookingOf = async (call: BookingCall, person: string, known: Known, deps: Deps): Promise<Booking> => {
  const { bookingId } = call.params;
  const item = await itemOf(bookingKey(bookingId), known, deps);
  const booking = item && toBooking(item);
  return booking && maySee(booking, call.actor, person)
    ? booking
    : reject("resource/not-found", { what: "booking", id: bookingId });
};

/**
 * Whether the booking has moved since it was read. A step reads other items after it (days, holds); when somebody
 * else's move came in between, what they show is no reason to refuse, but the booking's own new state is.
 */
const hasMoved = async (booking: Booking, { known, deps }: Scene): Promise<boolean> => {
  const item = await deps.db.get(bookingKey(booking.id));
  known.set(bookingKey(booking.id), item ?? null);
  return item?.rev !== booking.revision;
};

/** What a command comes to on a booking as it stands: the table first, then the step; `moved` asks to look again. */
export const advance = async (
  command: Command,
  booking: Booking,
  scene: Scene,
  step: Step,
): Promise<Stepped | "moved"> => {
  const wrong = stateRefusals(command, booking, scene.nowMs);
  if (wrong.length > 0) return { refusals: wrong };
  let stepped: Stepped;
  try {
    stepped = await step(booking, scene);
  } catch (error) {
    // An item that does not fit the booking is a fault, but not when the booking has gone on in between.
    if (await hasMoved(booking, scene)) return "moved";
    throw error;
  }
  if ("refusals" in stepped) return (await hasMoved(booking, scene)) ? "moved" : stepped;
  const { booking: next, writes } = stepped;
  if (!nextStates(command, booking.state).includes(next.state)) {
    throw new Error(`${command} does not lead from ${booking.state} to ${next.state}`);
  }
  const move = moveBooking(next, booking, dueOf(next, scene.policy), scene.deps.stamps.take());
  return { booking: next, writes: together([move], writes) };
};

/** How a call names its command: by the side on which it is given, where that decides. */
export type Named = (sides: readonly Side[]) => { readonly command: Command; readonly side: Side } | undefined;

/** The side of those that somebody stands on which may give a command. */
export const namedBy =
  (command: Command): Named =>
  (sides) => {
    const side = sides.find((each) => transitionOf(command).by.includes(each));
    return side === undefined ? undefined : { command, side };
  };

const decideChange = async (
  call: BookingCall,
  deps: Deps,
  known: Known,
  named: Named,
  step: Step,
): Promise<Decision<BookingView>> => {
  const person = await personOf(call, deps);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const booking = await bookingOf(call, person, known, deps);
    const chosen = named(sidesOf(booking, call.actor, person));
    if (!chosen) return { refusals: [refuse("auth/forbidden", { needs: "renter, owner, operator" })] };
    const now = deps.clock.now();
    const scene: Scene = {
      ...{ deps, known, now, nowMs: now.getTime(), side: chosen.side },
      mover: { actor: call.actor, actingFor: call.actingFor },
      policy: policyOf(deps, booking.policy),
    };
    const made = await advance(chosen.command, booking, scene, step);
    if (made === "moved") continue;
    if ("refusals" in made) return made;
    const answer = viewBooking(made.booking, scene.nowMs);
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: together(made.writes, actingProofs(call, SCOPE, deps), [kept]), answer };
  }
  throw new Busy("the booking kept moving");
};

/** Carries a call on a booking out, once under its key. */
export const change = (call: BookingCall, deps: Deps, named: Named, step: Step): Promise<Answer<BookingView>> => {
  const slot = keySlot(call.key);
  return run<BookingView>(deps.db, {
    slot,
    fingerprint: call.fingerprint,
    decide: async (known) => {
      // A replay is answered before anything that has changed since could refuse it.
      const earlier = known.get(slot) ?? (await deps.db.get(slot));
      if (earlier) return { writes: [create(slot)], answer: undefined as never };
      return decideChange(call, deps, known, named, step);
    },
    replay: keptAnswer<BookingView>,
  });
};

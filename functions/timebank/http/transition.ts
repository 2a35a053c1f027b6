/**
 * The one path of every transition: who acts on which side, whether the table allows it, what the step adds, and one
 * conditional transaction of the order's next revision, the hours, and the answer under the client's key.
 */
import type { Mover } from "../../ledger/port.ts";
import type { Answer, Call } from "../../shared/call.ts";
import {
  type Command as Change,
  type Decision,
  type Known,
  keepAnswer,
  keptAnswer,
  keySlot,
  run,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { create, together, type Write } from "../../shared/write.ts";
import { type Command, type Side, stateRefusals, transitionOf } from "../domain/lifecycle.ts";
import { maySee, type Order, sidesOf } from "../domain/order.ts";
import type { When } from "../domain/volunteer.ts";
import { moveOrder, orderKey, toOrder } from "../store.ts";
import { configOf, itemOf, type OrderView, personOf, proxyWrites, viewOrder } from "./support.ts";

/** What a step may use. */
export interface Scene extends When {
  readonly deps: Deps;
  readonly known: Known;
  readonly side: Side;
  /** In whose name. */
  readonly person: string;
  readonly mover: Mover;
}

/** The next order and what is written beside it, or every reason against it. */
export type Stepped =
  | { readonly order: Order; readonly writes: readonly Write[] }
  | { readonly refusals: readonly Refusal[] };

export type Step = (order: Order, scene: Scene) => Promise<Stepped> | Stepped;

/** A call on an order. */
export type OrderCall = Pick<Call, "actor" | "actingFor" | "key" | "fingerprint"> & {
  readonly params: { readonly orderId: string };
};

/** The order of a call as it stands, when the caller may know of it. */
export const orderOf = async (call: OrderCall, person: string, known: Known, deps: Deps): Promise<Order> => {
  configOf(deps);
  const { orderId } = call.params;
  const item = await itemOf(orderKey(orderId), known, deps);
  const order = item && toOrder(item);
  return order && maySee(order, call.actor, person)
    ? order
    : reject("resource/not-found", { what: "order", id: orderId });
};

/** The side on which the caller may give the command; whoever takes an open request becomes its volunteer. */
export const sideFor = (
  order: Order,
  command: Command,
  call: Pick<Call, "actor">,
  person: string,
): Side | undefined => {
  const sides = sidesOf(order, call.actor, person);
  const allowed = transitionOf(command).by;
  if (command === "accept" && order.state === "requested") return "volunteer";
  return sides.find((side) => allowed.includes(side));
};

/** What a command comes to on an order as it stands: the table first, then the step. */
export const advance = async (command: Command, order: Order, scene: Scene, step: Step): Promise<Stepped> => {
  const wrong = stateRefusals(command, order);
  if (wrong.length > 0) return { refusals: wrong };
  const stepped = await step(order, scene);
  if ("refusals" in stepped) return stepped;
  const { to } = transitionOf(command);
  if (!to.includes(stepped.order.state))
    throw new Error(`${command} leads to ${to.join()}, not ${stepped.order.state}`);
  const move = moveOrder(stepped.order, order, scene.deps.stamps.take());
  return { order: stepped.order, writes: [move, ...stepped.writes] };
};

/** The change that a call on an order makes; `command` may depend on the order as it stands. */
const changeOf = (
  call: OrderCall,
  deps: Deps,
  command: (order: Order, person: string) => Command,
  step: Step,
): Change<OrderView> => {
  const slot = keySlot(call.key);
  return {
    slot,
    fingerprint: call.fingerprint,
    decide: async (known): Promise<Decision<OrderView>> => {
      // A replay is answered before anything that has changed since could refuse it.
      if (await itemOf(slot, known, deps)) return { writes: [create(slot)], answer: undefined as never };
      const person = await personOf(call, deps);
      const order = await orderOf(call, person, known, deps);
      const named = command(order, person);
      const side = sideFor(order, named, call, person);
      if (side === undefined)
        return { refusals: [refuse("auth/forbidden", { needs: transitionOf(named).by.join(", ") })] };
      const mover = { actor: call.actor, actingFor: call.actingFor };
      const scene = { deps, known, side, person, mover, now: deps.clock.now(), zone: deps.district.zone };
      const made = await advance(named, order, scene, step);
      if ("refusals" in made) return made;
      const answer = viewOrder(made.order);
      const kept = keepAnswer(call.key, call.fingerprint, answer);
      return { writes: together(made.writes, proxyWrites(call, deps), [kept]), answer };
    },
    replay: keptAnswer<OrderView>,
  };
};

/** Handles a call that gives one command. */
export const give =
  <C extends OrderCall>(command: Command, step: (call: C) => Step) =>
  (call: C, deps: Deps): Promise<Answer<OrderView>> =>
    run(
      deps.db,
      changeOf(call, deps, () => command, step(call)),
    );

/** Handles a call whose command depends on the order as it stands. */
export const giveBy =
  <C extends OrderCall>(command: (call: C) => (order: Order, person: string) => Command, step: (call: C) => Step) =>
  (call: C, deps: Deps): Promise<Answer<OrderView>> =>
    run(deps.db, changeOf(call, deps, command(call), step(call)));

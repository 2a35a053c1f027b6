/**
 * The one path of every transition: who acts on which side, whether the table allows it, what the step adds, and one
 * conditional transaction of the order's next revision, the hours, and the answer under the client's key.
 */
import type { Mover } from "../../ledger/port.ts";
import type { Answer, Call } from "../../shared/call.ts";
import {
  type Command as Change,
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
import { type Command, type Side, stateRefusals, transitionOf } from "../domain/lifecycle.ts";
import { mayBeParted, maySee, type Order, sidesOf } from "../domain/order.ts";
import type { When } from "../domain/volunteer.ts";
import { blockPairKey } from "../store/blocks.ts";
import { moveOrder, orderKey, toOrder } from "../store.ts";
import { configOf, type OrderView, personOf, proxyWrites, viewOrder } from "./support.ts";

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

/** Whether a block parts somebody from who asked, and so hides an order that nobody has taken. */
const isParted = async (order: Order, call: OrderCall, person: string, known: Known, deps: Deps): Promise<boolean> => {
  if (!mayBeParted(order, call.actor, person)) return false;
  const others = [...new Set([order.recipient, order.requester])];
  const pairs = await Promise.all(others.map((other) => itemOf(blockPairKey(person, other), known, deps)));
  return pairs.some((pair) => pair !== undefined);
};

/** The order of a call as it stands, when the caller may know of it. */
export const orderOf = async (call: OrderCall, person: string, known: Known, deps: Deps): Promise<Order> => {
  configOf(deps);
  const { orderId } = call.params;
  const item = await itemOf(orderKey(orderId), known, deps);
  const order = item && toOrder(item);
  return order && maySee(order, call.actor, person) && !(await isParted(order, call, person, known, deps))
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

/**
 * Whether the order has moved since it was read. A step reads other items after the order (its hold, its volunteer);
 * when somebody else's move came in between, what they show is no reason to refuse but the order's own new state is.
 */
const hasMoved = async (order: Order, { known, deps }: Scene): Promise<boolean> => {
  const item = await deps.db.get(orderKey(order.id));
  known.set(orderKey(order.id), item ?? null);
  return item?.rev !== order.revision;
};

/** The step, unless what it refuses or stumbles over is that the order has moved. */
const stepOn = async (order: Order, scene: Scene, step: Step): Promise<Stepped | "moved"> => {
  try {
    const stepped = await step(order, scene);
    return "refusals" in stepped && (await hasMoved(order, scene)) ? "moved" : stepped;
  } catch (error) {
    // An item that does not fit the order is a fault, but not when the order has gone on in between.
    if (await hasMoved(order, scene)) return "moved";
    throw error;
  }
};

/** What a command comes to on an order as it stands: the table first, then the step; `moved` asks to look again. */
export const advance = async (command: Command, order: Order, scene: Scene, step: Step): Promise<Stepped | "moved"> => {
  const wrong = stateRefusals(command, order);
  if (wrong.length > 0) return { refusals: wrong };
  const stepped = await stepOn(order, scene, step);
  if (stepped === "moved" || "refusals" in stepped) return stepped;
  const { to } = transitionOf(command);
  const { state } = stepped.order;
  if (!to.includes(state)) throw new Error(`${command} leads to ${to.join()}, not ${state}`);
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
  const look = async (known: Known, person: string): Promise<Decision<OrderView> | "moved"> => {
    const order = await orderOf(call, person, known, deps);
    const named = command(order, person);
    const side = sideFor(order, named, call, person);
    const needs = transitionOf(named).by.join(", ");
    if (side === undefined) return { refusals: [refuse("auth/forbidden", { needs })] };
    const mover = { actor: call.actor, actingFor: call.actingFor };
    const scene = { deps, known, side, person, mover, now: deps.clock.now(), zone: deps.district.zone };
    const made = await advance(named, order, scene, step);
    if (made === "moved" || "refusals" in made) return made;
    const answer = viewOrder(made.order);
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: together(made.writes, proxyWrites(call, deps), [kept]), answer };
  };
  return {
    slot,
    fingerprint: call.fingerprint,
    decide: async (known) => {
      // A replay is answered before anything that has changed since could refuse it.
      if (await itemOf(slot, known, deps)) return { writes: [create(slot)], answer: undefined as never };
      const person = await personOf(call, deps);
      for (let round = 0; round < ROUNDS_MAX; round++) {
        const decision = await look(known, person);
        if (decision !== "moved") return decision;
      }
      throw new Busy("the order kept moving");
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

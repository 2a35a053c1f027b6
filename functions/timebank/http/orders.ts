/** Orders over HTTP: asking, reading, listing, each transition, ratings, and erasing places. */
import type { orderOperations } from "../../../schemas/timebank/orders.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { together } from "../../shared/write.ts";
import type { Party } from "../domain/code.ts";
import { stateRefusals } from "../domain/lifecycle.ts";
import { isPartedFrom, mayBeParted, maySeeAddress, type Order, sidesOf } from "../domain/order.ts";
import { blockedFor } from "../store/blocks.ts";
import {
  createRating,
  erasePlaces,
  openList,
  orderKey,
  placeKey,
  ratingKey,
  recipientList,
  saveVolunteer,
  toOrder,
  toPlaces,
  volunteerList,
} from "../store.ts";
import { askCommand } from "./asking.ts";
import { signingHandlers } from "./signing.ts";
import {
  accepted,
  agrees,
  confirmed,
  corrected,
  disputed,
  ended,
  matched,
  missed,
  plain,
  proposed,
  resolved,
  settled,
  unmatched,
  withdrawn,
} from "./steps.ts";
import { configOf, type OrderView, personOf, proxyWrites, viewOrder, volunteerOf } from "./support.ts";
import { give, giveBy, orderOf, sideFor } from "./transition.ts";

type Ops = typeof orderOperations;
type Listed = Answer<{ items: OrderView[]; next: string | null }>;

const getOrder = async (call: Call<Ops["getOrder"]>, deps: Deps): Promise<Answer<OrderView>> => {
  const person = await personOf(call, deps);
  const order = await orderOf(call, person, new Known(), deps);
  const item = maySeeAddress(order, call.actor, person) ? await deps.db.get(placeKey(order.id)) : undefined;
  return { body: viewOrder(order, item && toPlaces(item)) };
};

const NOBODY: ReadonlySet<string> = new Set();

const listOrders = async (call: Call<Ops["listOrders"]>, deps: Deps): Promise<Listed> => {
  configOf(deps);
  const { residentId } = call.params;
  const { as, ...paging } = call.query;
  const person = await personOf(call, deps);
  const officer = (order: Order) => holdsAny(call.actor, ["steward", "auditor", "district-admin"], order.community);
  const list =
    as === "recipient"
      ? { index: "g1" as const, partition: recipientList(residentId) }
      : { index: "g2" as const, partition: volunteerList(residentId) };
  const { items, next } = await pageOf(deps, { ...list, descending: true }, orderKey, paging);
  const parted = as === "volunteer" && person === residentId ? await blockedFor(deps.db, person) : NOBODY;
  const hidden = (order: Order) => mayBeParted(order, call.actor, person) && isPartedFrom(order, parted);
  const orders = items.map(toOrder).filter((order) => (person === residentId || officer(order)) && !hidden(order));
  const ends = orders.length === 0 && parted.size === 0;
  return { body: { items: orders.map((order) => viewOrder(order)), next: ends ? null : next } };
};

const listOpen = async (call: Call<Ops["listOpenOrders"]>, deps: Deps): Promise<Listed> => {
  configOf(deps);
  const { community, ...paging } = call.query;
  const { actor } = call;
  if (!actor.communities.includes(community) && !holdsAny(actor, ["district-admin"], community)) {
    return reject("auth/forbidden", { needs: community });
  }
  const list = { index: "g2" as const, partition: openList(community) };
  const { items, next } = await pageOf(deps, list, orderKey, paging);
  const person = await personOf(call, deps);
  const parted = await blockedFor(deps.db, person);
  const orders = items
    .map(toOrder)
    .filter((order) => !mayBeParted(order, actor, person) || !isPartedFrom(order, parted));
  return { body: { items: orders.map((order) => viewOrder(order)), next } };
};

const instants = ({ body }: Call<Ops["correctOrder"]>) => ({
  inMs: Date.parse(body.checkedInAt),
  outMs: Date.parse(body.checkedOutAt),
});

/** A steward corrects at once; a side only what the other side has proposed. */
const correction = (call: Call<Ops["correctOrder"]>) => (order: Order, person: string) => {
  const side = sideFor(order, "correct", call, person);
  const { inMs, outMs } = instants(call);
  return side === "steward" || agrees(order, side ?? "", inMs, outMs) ? ("correct" as const) : ("propose" as const);
};

const correct = giveBy<Call<Ops["correctOrder"]>>(correction, (call) => (order, scene) => {
  const { inMs, outMs } = instants(call);
  const good = scene.side === "steward" || agrees(order, scene.side, inMs, outMs);
  return (good ? corrected : proposed)(inMs, outMs, call.body.reason)(order, scene);
});

type RatingView = { order: string; side: Party; stars: number };

const RATED_FROM: readonly Order["state"][] = ["confirmed", "settled", "resolved"];

const rateCommand = (call: Call<Ops["rateOrder"]>, deps: Deps): Command<RatingView> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<RatingView>> => {
    const person = await personOf(call, deps);
    const order = await orderOf(call, person, known, deps);
    const side = sidesOf(order, call.actor, person).find((each): each is Party => each !== "steward");
    if (side === undefined) return { refusals: [refuse("auth/forbidden", { needs: "recipient, volunteer" })] };
    const wrong = ratingRefusals(order);
    if (wrong.length > 0) return { refusals: wrong };
    if (known.get(ratingKey(order.id, side))) return { refusals: [refuse("timebank/already-rated")] };
    const { stars, comment } = call.body;
    const answer = { order: order.id, side, stars };
    const rating = { stars, comment, by: call.actor.id, atMs: deps.clock.now().getTime() };
    // Who is rated: the other side.
    const rated = side === "recipient" ? order.volunteer : undefined;
    const member = rated === undefined ? undefined : await volunteerOf(rated, known, deps);
    const saved = member
      ? [saveVolunteer({ ...member, ratings: member.ratings + 1, ratingSum: member.ratingSum + stars })]
      : [];
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return {
      writes: together([createRating(order.id, side, rating), kept], saved, proxyWrites(call, deps)),
      answer,
    };
  },
  replay: keptAnswer<RatingView>,
  status: 201,
});

const ratingRefusals = (order: Order): Refusal[] => {
  if (RATED_FROM.includes(order.state)) return [];
  const disputes = stateRefusals("confirm", order).filter(({ code }) => code === "timebank/disputed");
  const params = { state: order.state, needs: RATED_FROM.join(", ") };
  return disputes.length > 0 ? disputes : [refuse("timebank/wrong-state", params)];
};

type Erased = { order: string; erased: true };

const eraseCommand = (call: Call<Ops["eraseOrderPlaces"]>, deps: Deps): Command<Erased> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<Erased>> => {
    const person = await personOf(call, deps);
    const order = await orderOf(call, person, known, deps);
    if (sidesOf(order, call.actor, person).length === 0) {
      return { refusals: [refuse("auth/forbidden", { needs: "recipient, volunteer, steward" })] };
    }
    const answer = { order: order.id, erased: true as const };
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: [erasePlaces(order.id), kept, ...proxyWrites(call, deps)], answer };
  },
  replay: keptAnswer<Erased>,
});

/** Handlers of orders. */
export const orderHandlers: Handlers<Ops> = {
  ...signingHandlers,
  createOrder: (call, deps) => run(deps.db, askCommand(call, deps)),
  getOrder,
  listOrders,
  listOpenOrders: listOpen,
  publishOrder: give("publish", () => plain("requested")),
  declineRequest: give("decline-request", (call: Call<Ops["declineRequest"]>) => ended("declined", call.body.reason)),
  matchOrder: give("match", (call: Call<Ops["matchOrder"]>) => matched(call.body.volunteer)),
  declineMatch: give("decline-match", () => unmatched),
  acceptOrder: give("accept", () => accepted),
  withdrawAcceptance: give("withdraw", () => withdrawn),
  cancelOrder: give("cancel", (call: Call<Ops["cancelOrder"]>) => ended("cancelled", call.body.reason)),
  reportNoShow: give("no-show", () => missed),
  correctOrder: correct,
  confirmOrder: give("confirm", () => confirmed),
  settleOrder: give("settle", () => settled),
  disputeOrder: give("dispute", (call: Call<Ops["disputeOrder"]>) => disputed(call.body.reason)),
  resolveDispute: give("resolve", (call: Call<Ops["resolveDispute"]>) => resolved(call.body.minutes, call.body.reason)),
  rateOrder: (call, deps) => run(deps.db, rateCommand(call, deps)),
  eraseOrderPlaces: (call, deps) => run(deps.db, eraseCommand(call, deps)),
};

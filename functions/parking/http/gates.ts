/** Gates over HTTP: registering, keys, and the list that a gate works with while it is offline. */
import { hash } from "node:crypto";
import type * as z from "zod";
import type { Gate as GateSchema, gateOperations } from "../../../schemas/parking/gates.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { itemOf, Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { Booking } from "../domain/booking.ts";
import { MINUTE_MS } from "../domain/day.ts";
import { ACCESS_AHEAD_MS, type Gate, passing, rekeyed, revoked } from "../domain/gate.ts";
import { bookingKey, placeList, toBooking } from "../store/bookings.ts";
import { createGate, gateKey, saveGate, toGate } from "../store/gates.ts";
import { spaceKey, spaceList } from "../store/places.ts";
import { deviceKey, gateOf } from "./device.ts";
import { recordGateEvent } from "./gate-events.ts";
import type { gateQueueHandlers } from "./gate-queue.ts";
import { mustOperate } from "./lots.ts";
import { openPlate } from "./plates.ts";
import { configOf, lotOf, policyOf } from "./support.ts";

type Ops = typeof gateOperations;
type GateView = z.input<typeof GateSchema>;

/** A gate as it is shown, without its key. */
const viewGate = (gate: Gate): GateView => {
  const { by: _by, fingerprint: _fingerprint, previousMs, ...rest } = gate;
  return { ...rest, ...(previousMs === undefined ? {} : { previousUntil: instantOf(previousMs) }) };
};

const withKey = async (view: GateView, deps: Deps): Promise<GateView> =>
  view.state === "revoked"
    ? view
    : { ...view, key: (await deviceKey(view.id, view.generation, deps)).toString("base64url") };

const createParkingGate = (call: Call<Ops["createParkingGate"]>, deps: Deps): Promise<Answer<GateView>> =>
  run<GateView>(deps.db, {
    slot: gateKey(call.key),
    fingerprint: call.fingerprint,
    decide: async (known) => {
      configOf(deps);
      const lot = await lotOf(call.params.lotId, known, deps);
      mustOperate(call.actor, lot.community);
      const { key: id, fingerprint, actor, body } = call;
      const gate: Gate = {
        ...{ id, community: lot.community, lot: lot.id, name: body.name, state: "active" },
        ...{ generation: 1, by: actor.id, revision: 1, fingerprint },
      };
      return { writes: [createGate(gate)], answer: await withKey(viewGate(gate), deps) };
    },
    replay: (item) => withKey(viewGate({ ...toGate(item), ...FIRST }), deps),
    status: 201,
  });

/** What a gate was when it was made. */
const FIRST = { state: "active", generation: 1, previousMs: undefined, revision: 1 } as const;

const changeParkingGateKey = async (call: Call<Ops["changeParkingGateKey"]>, deps: Deps): Promise<Answer<GateView>> => {
  configOf(deps);
  const made = await run<GateView>(deps.db, {
    slot: keySlot(call.key),
    fingerprint: call.fingerprint,
    decide: async (known) => {
      const { gateId } = call.params;
      const item = await itemOf(gateKey(gateId), known, deps);
      if (!item) return reject("resource/not-found", { what: "gate", id: gateId });
      const gate = toGate(item);
      mustOperate(call.actor, gate.community);
      if (gate.state === "revoked") return { refusals: [refuse("parking/gate-revoked")] };
      const { revoke, overlapMinutes } = call.body;
      const next = revoke ? revoked(gate) : rekeyed(gate, deps.clock.now().getTime(), overlapMinutes);
      const answer = viewGate(next);
      return { writes: [saveGate(next), keepAnswer(call.key, call.fingerprint, answer)], answer };
    },
    replay: keptAnswer<GateView>,
  });
  return "body" in made ? { ...made, body: await withKey(made.body, deps) } : made;
};

/** States in which a vehicle may pass. */
const PASSING = ["confirmed", "active", "overstay"] as const;

const isPassing = (state: Booking["state"]): state is (typeof PASSING)[number] =>
  PASSING.some((each) => each === state);

const admission = async (booking: Booking, nowMs: number, deps: Deps) => {
  const { id, state, plate } = booking;
  const { fromMs, untilMs } = passing(booking, policyOf(deps, booking.policy));
  if (!plate || !isPassing(state) || fromMs > nowMs + ACCESS_AHEAD_MS) return undefined;
  // A vehicle that is in must be let out, however late.
  if (state === "confirmed" && untilMs <= nowMs) return undefined;
  const text = await openPlate(plate, deps);
  return { booking: id, plate: text, state, from: instantOf(fromMs), until: instantOf(untilMs) };
};

/** Most bookings of one space in the days that a list looks at. */
const BOOKINGS_MAX = 200;

/** A page of the bookings at a lot: of a pooled one itself, else of so many of its spaces. */
const bookingsAt = async (lot: string, query: { limit: number; cursor?: string | undefined }, deps: Deps) => {
  const { kind } = await lotOf(lot, new Known(), deps);
  const nowMs = deps.clock.now().getTime();
  const longest = Math.max(...configOf(deps).policies.map(({ maxMinutes }) => maxMinutes)) * MINUTE_MS;
  const range = { index: "g2" as const, from: nowMs - 2 * longest, to: nowMs + 2 * ACCESS_AHEAD_MS };
  if (kind === "pooled") return pageOf(deps, { ...range, partition: placeList(lot) }, bookingKey, query);
  const spaces = await pageOf(deps, { index: "g3", partition: spaceList(lot) }, spaceKey, query);
  const pages = await Promise.all(
    spaces.items.map(({ pk }) => deps.db.query({ ...range, partition: placeList(pk.slice(3)), limit: BOOKINGS_MAX })),
  );
  return { items: pages.flatMap(({ items }) => items), next: spaces.next };
};

const getGateAccess = async (call: Call<Ops["getGateAccess"]>, deps: Deps): Promise<Answer<never>> => {
  const { sentAt, signature, limit, cursor = "" } = call.query;
  const gate = await gateOf(
    { type: "linli.parking.gate-access.v1", gate: call.params.gateId, sentAt, limit, cursor },
    { sentAt, signature },
    deps,
  );
  const { items, next } = await bookingsAt(gate.lot, call.query, deps);
  const nowMs = deps.clock.now().getTime();
  const listed = await Promise.all(items.map((item) => admission(toBooking(item), nowMs, deps)));
  const text = JSON.stringify({ items: listed.filter((one) => one !== undefined), next });
  return { text, type: "application/json", etag: hash("sha256", text, "base64url") };
};

/** Handlers of gates. */
export const gateHandlers: Omit<Handlers<Ops>, keyof typeof gateQueueHandlers> = {
  createParkingGate,
  changeParkingGateKey,
  recordGateEvent,
  getGateAccess,
};

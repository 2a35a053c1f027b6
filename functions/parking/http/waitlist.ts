/** The waitlist over HTTP: joining, reading, leaving. Offers are made by the job `parking-waitlist`. */
import type * as z from "zod";
import type { WaitEntry as EntrySchema, waitlistOperations } from "../../../schemas/parking/waitlist.ts";
import { actingProofs } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Decision, itemOf, Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { create } from "../../shared/write.ts";
import { type Booking, maySee, sidesOf, stretchRefusals } from "../domain/booking.ts";
import { stateAt } from "../domain/lifecycle.ts";
import { plateOf } from "../domain/plate.ts";
import {
  asJoined,
  cancelRefusals,
  ceilingRefusals,
  joined,
  leaving,
  placeOf,
  queueRefusals,
  type WaitEntry,
  waitStateAt,
  withoutEntries,
} from "../domain/waitlist.ts";
import { bookingKey, parkerKey, toBooking } from "../store/bookings.ts";
import { queueKey, saveQueue, saveWait, toQueue, toWait, waiterList, waitKey } from "../store/waitlist.ts";
import { withAlternatives } from "./alternatives.ts";
import { drafted, standingRefusals } from "./booking.ts";
import { readerOf } from "./lists.ts";
import { storePlate } from "./plates.ts";
import { freeNow } from "./quote.ts";
import type { Ground } from "./stretch.ts";
import { learn, personOf, policyOf, SCOPE } from "./support.ts";
import { type Target, targetOf } from "./target.ts";

type Ops = typeof waitlistOperations;
type EntryView = z.input<typeof EntrySchema>;
type JoinCall = Call<Ops["joinParkingWaitlist"]>;

const optional = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : instantOf(ms));

/** An entry as it stands at `nowMs`, with the booking that was offered where there is one. */
const viewEntry = (entry: WaitEntry, booking: Booking | undefined, nowMs: number): EntryView => {
  const { id, community, space, lot, renter, by, plate, maxPrice, unit, passed, revision } = entry;
  const view = {
    ...{ id, community, state: waitStateAt(entry, nowMs), space, lot },
    ...{ from: instantOf(entry.fromMs), until: instantOf(entry.untilMs) },
    ...{ renter, by, plateEnd: plate?.end, maxPrice, unit },
    passedOver: passed && { code: passed.code, at: instantOf(passed.atMs) },
    booking: entry.booking,
    bookingState: booking && stateAt(booking, nowMs),
    offerExpiresAt: optional(booking?.expiresMs),
    joinedAt: instantOf(entry.joinedMs),
    endedAt: optional(entry.endedMs),
    revision,
  };
  // Members without a value are left out, so that a replay from JSON shows the same.
  return JSON.parse(JSON.stringify(view)) as EntryView;
};

/** Why a stretch cannot be waited for: it is none, is not open, or is free now and can be booked. */
const waitRefusals = async (call: JoinCall, draft: Booking, target: Target, ground: Ground) => {
  const { known, deps, nowMs } = ground;
  const wrong = stretchRefusals(draft, policyOf(deps), target.zone, new Date(nowMs));
  if (wrong.length > 0) return wrong;
  if (plateOf(call.body.plate) === undefined) return [refuse("parking/plate")];
  if (target.owner === draft.renter) return [refuse("parking/own-space")];
  const shut = target.refusals(draft);
  if (shut.length > 0) return withAlternatives(shut, draft, ground);
  await learn([parkerKey(draft.renter)], known, deps);
  const unfit = [...ceilingRefusals(draft.amount, call.body.maxPrice), ...standingRefusals(draft.renter, ground)];
  if (unfit.length > 0) return unfit;
  const ranged = await freeNow(draft, ground);
  if ("writes" in ranged) return [refuse("parking/wait-free")];
  const others = ranged.refusals.filter(({ code }) => code !== "parking/taken" && code !== "parking/full");
  return withAlternatives(others, draft, ground);
};

const decideJoin = async (call: JoinCall, known: Known, deps: Deps): Promise<Decision<EntryView>> => {
  const ground: Ground = { known, deps, nowMs: deps.clock.now().getTime() };
  const { body, actor, key, fingerprint } = call;
  const renter = await personOf(call, deps);
  const target = await targetOf(body, ground);
  const draft = drafted(call, renter, target, deps);
  const wrong = await waitRefusals(call, draft, target, ground);
  if (wrong.length > 0) return { refusals: wrong };
  const { space, lot, community, price } = target;
  const place = placeOf({ space, lot });
  await learn([queueKey(place)], known, deps);
  const queue = toQueue(place, known.get(queueKey(place)));
  const full = queueRefusals(queue, renter, ground.nowMs);
  if (full.length > 0) return { refusals: full };
  const entry: WaitEntry = {
    ...{ id: key, community, space, lot, renter, by: actor.id, fromMs: draft.fromMs, untilMs: draft.untilMs },
    plate: await storePlate(plateOf(body.plate) ?? "", deps),
    ...{ maxPrice: body.maxPrice, unit: price.unit, state: "waiting", joinedMs: ground.nowMs },
    ...{ changedBy: actor.id, revision: 1, fingerprint },
  };
  return {
    writes: [saveWait(entry, deps.stamps.take()), saveQueue(joined(queue, entry)), ...actingProofs(call, SCOPE, deps)],
    answer: viewEntry(entry, undefined, ground.nowMs),
  };
};

const join = (call: JoinCall, deps: Deps): Promise<Answer<EntryView>> =>
  run(deps.db, {
    slot: waitKey(call.key),
    fingerprint: call.fingerprint,
    decide: (known) => decideJoin(call, known, deps),
    replay: (item) => {
      const entry = asJoined(toWait(item));
      return viewEntry(entry, undefined, entry.joinedMs);
    },
    status: 201,
  });

type EntryCall = Pick<Call, "actor" | "actingFor"> & { readonly params: { readonly waitId: string } };

/** An entry that the caller may know of; ends the call where there is none. */
const entryOf = async (call: EntryCall, person: string, known: Known, deps: Deps): Promise<WaitEntry> => {
  const { waitId } = call.params;
  const item = await itemOf(waitKey(waitId), known, deps);
  const entry = item && toWait(item);
  return entry && maySee({ ...entry, owner: undefined }, call.actor, person)
    ? entry
    : reject("resource/not-found", { what: "waitlist entry", id: waitId });
};

/** Entries with the bookings that were offered, in one read. */
const viewAll = async (entries: readonly WaitEntry[], deps: Deps): Promise<EntryView[]> => {
  const keys = entries.flatMap(({ booking }) => (booking === undefined ? [] : [bookingKey(booking)]));
  const found = keys.length === 0 ? [] : (await deps.db.getMany(keys)).map(toBooking);
  const bookings = new Map(found.map((booking) => [booking.id, booking]));
  const nowMs = deps.clock.now().getTime();
  return entries.map((entry) => viewEntry(entry, bookings.get(entry.booking ?? ""), nowMs));
};

const getWait = async (call: Call<Ops["getParkingWait"]>, deps: Deps): Promise<Answer<EntryView>> => {
  const person = await personOf(call, deps);
  const [body] = await viewAll([await entryOf(call, person, new Known(), deps)], deps);
  return { body: body as EntryView };
};

const listWaits = async (
  call: Call<Ops["listParkingWaits"]>,
  deps: Deps,
): Promise<Answer<{ items: EntryView[]; next: string | null }>> => {
  const person = await readerOf(call, deps);
  const { residentId } = call.params;
  const list = { index: "g1" as const, partition: waiterList(residentId), descending: true };
  const { items, next } = await pageOf(deps, list, waitKey, call.query);
  const seen = items.map(toWait).filter((entry) => maySee({ ...entry, owner: undefined }, call.actor, person));
  return { body: { items: await viewAll(seen, deps), next: seen.length === 0 ? null : next } };
};

type CancelCall = Call<Ops["cancelParkingWait"]>;

const decideCancel = async (call: CancelCall, known: Known, deps: Deps): Promise<Decision<EntryView>> => {
  const person = await personOf(call, deps);
  const entry = await entryOf(call, person, known, deps);
  if (sidesOf({ ...entry, owner: undefined }, call.actor, person).length === 0) {
    return { refusals: [refuse("auth/forbidden", { needs: "renter, operator" })] };
  }
  const nowMs = deps.clock.now().getTime();
  const wrong = cancelRefusals(entry, nowMs);
  if (wrong.length > 0) return { refusals: wrong };
  const place = placeOf(entry);
  const queue = toQueue(place, await itemOf(queueKey(place), known, deps));
  const next = leaving(entry, "cancelled", call.actor.id, nowMs);
  const answer = viewEntry(next, undefined, nowMs);
  return {
    writes: [
      saveWait(next, deps.stamps.take()),
      saveQueue(withoutEntries(queue, [entry.id])),
      keepAnswer(call.key, call.fingerprint, answer),
      ...actingProofs(call, SCOPE, deps),
    ],
    answer,
  };
};

const cancelWait = (call: CancelCall, deps: Deps): Promise<Answer<EntryView>> => {
  const slot = keySlot(call.key);
  return run<EntryView>(deps.db, {
    slot,
    fingerprint: call.fingerprint,
    decide: async (known) => {
      // A replay is answered before anything that has changed since could refuse it.
      const earlier = known.get(slot) ?? (await deps.db.get(slot));
      if (earlier) return { writes: [create(slot)], answer: undefined as never };
      return decideCancel(call, known, deps);
    },
    replay: keptAnswer<EntryView>,
  });
};

/** Handlers of the waitlist. */
export const waitlistHandlers: Handlers<Ops> = {
  joinParkingWaitlist: join,
  getParkingWait: getWait,
  listParkingWaits: listWaits,
  cancelParkingWait: cancelWait,
};

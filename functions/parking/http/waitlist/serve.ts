/**
 * Serves the queue of one place: whoever has waited longest, and whose whole stretch is free, is offered it as a hold.
 *
 * Everything is judged on one reading of queue, days and counters. An offer is one transaction of the hold with its
 * stretch and points, the entry's move and the queue, so that of two runs at once one wins, and the other reads anew.
 */
import { itemOf, Known, ROUNDS_MAX } from "../../../shared/command.ts";
import type { Deps } from "../../../shared/deps.ts";
import { Busy } from "../../../shared/dynamo.ts";
import { type Outcome, SYSTEM_ACTOR } from "../../../shared/jobs.ts";
import { type Refusal, Refused, refuse } from "../../../shared/refusal.ts";
import { instantOf } from "../../../shared/time.ts";
import { type Key, together, type Write } from "../../../shared/write.ts";
import { type Booking, busyFor, dueOf, stretchRefusals } from "../../domain/booking.ts";
import { localDays, reach } from "../../domain/day.ts";
import {
  ceilingRefusals,
  leaving,
  offerExpiry,
  passedOver,
  QUEUE_MAX,
  type Queue,
  type WaitEntry,
  withoutEntries,
} from "../../domain/waitlist.ts";
import { beginParking, createBooking } from "../../store/bookings.ts";
import { dayKey } from "../../store/places.ts";
import { quartersKey } from "../../store/quarters.ts";
import { queueKey, saveQueue, saveWait, toQueue, toWait, waitKey } from "../../store/waitlist.ts";
import { drafted, parkerRefusals } from "../booking.ts";
import { reserve } from "../reserve.ts";
import { type Ground, rearrange } from "../stretch.ts";
import { learn, policyOf } from "../support.ts";
import { type Target, targetOf } from "../target.ts";

const BY = SYSTEM_ACTOR.id;

/** Items of places and queues: when one of them is not as it was read, everything is judged anew. */
const SHARED = ["GS#", "GL#", "GQ#", "GW#", "GB#"];

/** The hold that an entry would be offered now. */
const draftFor = (entry: WaitEntry, target: Target, { deps, nowMs }: Ground): Booking => {
  const body = { from: instantOf(entry.fromMs), until: instantOf(entry.untilMs) };
  const wanted = { key: deps.ids.next(), fingerprint: "", actor: { id: entry.by }, body };
  const expiresMs = offerExpiry(policyOf(deps), entry, nowMs);
  return { ...drafted(wanted, entry.renter, target, deps), expiresMs, plate: entry.plate };
};

/** Why the person cannot have what is free. */
const personal = (entry: WaitEntry, draft: Booking, target: Target, ground: Ground): Refusal[] => {
  const policy = policyOf(ground.deps);
  if (target.owner === entry.renter) return [refuse("parking/own-space")];
  return [
    ...stretchRefusals(draft, policy, target.zone, new Date(ground.nowMs)),
    ...(draft.price.unit === entry.unit ? [] : [refuse("parking/unit", { units: entry.unit })]),
    ...ceilingRefusals(draft.amount, entry.maxPrice),
    ...parkerRefusals(entry.renter, policy.quota, ground),
  ];
};

/** The write set of an offer; `unfit` while the stretch is not free, or why the next is to have it. */
const offerTo = async (
  entry: WaitEntry,
  queue: Queue,
  ground: Ground,
): Promise<{ readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] } | "unfit"> => {
  const { known, deps, nowMs } = ground;
  const policy = policyOf(deps);
  const target = await targetOf(entry.space === undefined ? { lot: entry.lot } : { space: entry.space }, ground);
  const draft = draftFor(entry, target, ground);
  if (target.refusals(draft).length > 0) return "unfit";
  const ranged = await rearrange(undefined, draft, ground);
  if ("refusals" in ranged) return "unfit";
  const wrong = personal(entry, draft, target, ground);
  if (wrong.length > 0) return { refusals: wrong };
  const reserved = await reserve(draft, draft.amount, { known, deps, mover: { actor: SYSTEM_ACTOR }, policy });
  if ("refusals" in reserved) return reserved;
  const { booking } = reserved;
  const offered = leaving(entry, "offered", BY, nowMs, booking.id);
  const writes = together(
    [
      createBooking(booking, dueOf(booking, policy), deps.stamps.take()),
      beginParking(entry.renter, policy.quota, nowMs),
      saveWait(offered, deps.stamps.take()),
      saveQueue(withoutEntries(queue, [entry.id])),
    ],
    ranged.writes,
    reserved.writes,
  );
  return { writes };
};

/** The offer, or the reason against it where one of its parts ended the call. */
const offerOrReason = async (entry: WaitEntry, queue: Queue, ground: Ground) => {
  try {
    return await offerTo(entry, queue, ground);
  } catch (error) {
    // One entry that nothing can be offered to must not keep the others waiting.
    if (error instanceof Refused) return { refusals: error.refusals };
    throw error;
  }
};

/** Reads every day, or every day's counters, that an entry's stretch touches. */
const learnPlaces = async (entries: readonly WaitEntry[], { known, deps, nowMs }: Ground): Promise<void> => {
  const keys = new Map<string, Key>();
  for (const entry of entries) {
    const target = await targetOf(entry.space === undefined ? { lot: entry.lot } : { space: entry.space }, {
      known,
      deps,
    });
    const days = localDays(reach(busyFor(draftFor(entry, target, { known, deps, nowMs }))), target.zone);
    for (const { day } of days) {
      keys.set(day, entry.space === undefined ? quartersKey(entry.lot, day) : dayKey(entry.space, day));
    }
  }
  await learn([...keys.values()], known, deps);
};

/** Notes on an entry why it was passed over, once for each reason. */
const note = async (entry: WaitEntry, refusal: Refusal, { deps, nowMs }: Ground): Promise<boolean> => {
  const next = passedOver(entry, refusal, BY, nowMs);
  return next !== entry && (await deps.db.commit([saveWait(next, deps.stamps.take())])).ok;
};

/** What a look at a queue came to: `met` when others were at work on the same place. */
type Look = "idle" | "noted" | "changed" | "met";

/** Offers one entry its stretch, when that is free; learns of the person's own state until it decides. */
const tryEntry = async (entry: WaitEntry, queue: Queue, ground: Ground): Promise<Look> => {
  const { known, deps } = ground;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const offer = await offerOrReason(entry, queue, ground);
    if (offer === "unfit") return "idle";
    if ("refusals" in offer) return (await note(entry, offer.refusals[0] as Refusal, ground)) ? "noted" : "idle";
    const outcome = await deps.db.commit(offer.writes);
    if (outcome.ok) return "changed";
    if (outcome.failed.some(({ key }) => SHARED.some((prefix) => key.pk.startsWith(prefix)))) return "met";
    for (const { key, found } of outcome.failed) known.set(key, found);
  }
  return "met";
};

/** Ends what has begun: nobody waits for it any more. */
const endOver = async (over: readonly WaitEntry[], queue: Queue, { deps, nowMs }: Ground): Promise<Look> => {
  const ids = over.map(({ id }) => id);
  const ends = over.map((entry) => saveWait(leaving(entry, "ended", BY, nowMs), deps.stamps.take()));
  return (await deps.db.commit([saveQueue(withoutEntries(queue, ids)), ...ends])).ok ? "changed" : "met";
};

const look = async (place: string, deps: Deps): Promise<Look> => {
  const known = new Known();
  const ground: Ground = { known, deps, nowMs: deps.clock.now().getTime() };
  const queue = toQueue(place, await itemOf(queueKey(place), known, deps));
  if (queue.waiting.length === 0) return "idle";
  const entries = (await deps.db.getMany(queue.waiting.map(({ id }) => waitKey(id)))).map(toWait);
  const over = entries.filter(({ fromMs }) => fromMs <= ground.nowMs);
  if (over.length > 0) return endOver(over.slice(0, QUEUE_MAX), queue, ground);
  await learnPlaces(entries, ground);
  let noted = false;
  for (const entry of entries) {
    const came = await tryEntry(entry, queue, ground);
    if (came === "changed" || came === "met") return came;
    noted ||= came === "noted";
  }
  return noted ? "noted" : "idle";
};

/** Makes every offer that can be made from a place's queue now. Safe to be run twice, at once, or late. */
export const serveQueue = async (place: string, deps: Deps): Promise<Outcome> => {
  let outcome: Outcome = "unchanged";
  let met = 0;
  while (met < ROUNDS_MAX) {
    const came = await look(place, deps);
    if (came === "changed" || came === "noted") outcome = "changed";
    if (came === "idle" || came === "noted") return outcome;
    if (came === "met") await deps.db.pause(met++);
  }
  throw new Busy("the queue kept changing");
};

/** The waitlist of one space or pooled lot: who waits, in the order of joining, and how an entry moves. */
import type * as z from "zod";
import type { ParkingPolicy, PricePlan } from "../../../schemas/parking/policy.ts";
import type { WaitState } from "../../../schemas/parking/waitlist.ts";
import type { Interval } from "../../shared/intervals.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { StoredPlate } from "./booking.ts";
import { MINUTE_MS, renterTag } from "./day.ts";

/** Most people who wait for one place at a time. */
export const QUEUE_MAX = 50;
/** Most entries of one person in one queue. */
export const OWN_MAX = 3;
/** Minutes that an offer stands where the district's rules do not say. */
export const OFFER_MINUTES = 30;

/** Somebody waiting for a stretch. */
export interface WaitEntry extends Interval {
  readonly id: string;
  readonly community: string;
  readonly space?: string | undefined;
  readonly lot: string;
  readonly renter: string;
  readonly by: string;
  /** Only while it waits. */
  readonly plate?: StoredPlate | undefined;
  readonly maxPrice: number;
  readonly unit: PricePlan["unit"];
  readonly state: z.infer<typeof WaitState>;
  /** Why, and when first for this reason, it was passed over. */
  readonly passed?: { readonly code: string; readonly atMs: number } | undefined;
  /** The booking that was offered. */
  readonly booking?: string | undefined;
  readonly joinedMs: number;
  readonly endedMs?: number | undefined;
  readonly changedBy: string;
  readonly revision: number;
  readonly fingerprint: string;
}

/** What a queue knows of an entry. */
export interface Waiting {
  readonly id: string;
  readonly renter: string;
  readonly fromMs: number;
  readonly joinedMs: number;
}

/** The queue of one place. */
export interface Queue {
  readonly place: string;
  /** In the order of joining. */
  readonly waiting: readonly Waiting[];
  /** 0 while it has not been stored. */
  readonly revision: number;
}

/** The place that an entry waits for. */
export const placeOf = ({ space, lot }: Pick<WaitEntry, "space" | "lot">): string => space ?? lot;

/** State as it is at `nowMs`: nobody waits for what has begun, whatever the job has done so far. */
export const waitStateAt = (
  { state, fromMs }: Pick<WaitEntry, "state" | "fromMs">,
  nowMs: number,
): WaitEntry["state"] => (state === "waiting" && fromMs <= nowMs ? "ended" : state);

/** Why somebody cannot join a queue now; entries whose time has come count no more. */
export const queueRefusals = ({ waiting }: Queue, renter: string, nowMs: number): Refusal[] => {
  const alive = waiting.filter(({ fromMs }) => fromMs > nowMs);
  const own = alive.filter((one) => one.renter === renterTag(renter));
  if (own.length >= OWN_MAX) return [refuse("parking/wait-own", { limit: OWN_MAX })];
  return alive.length >= QUEUE_MAX ? [refuse("parking/wait-full", { limit: QUEUE_MAX })] : [];
};

/** The queue one revision on with an entry at its end. */
export const joined = (queue: Queue, { id, renter, fromMs, joinedMs }: WaitEntry): Queue => ({
  ...queue,
  waiting: [...queue.waiting, { id, renter: renterTag(renter), fromMs, joinedMs }],
  revision: queue.revision + 1,
});

/** The queue one revision on without some entries. */
export const withoutEntries = (queue: Queue, ids: readonly string[]): Queue => ({
  ...queue,
  waiting: queue.waiting.filter(({ id }) => !ids.includes(id)),
  revision: queue.revision + 1,
});

/** The entry one revision on in a state in which it waits no longer; the plate goes with that. */
export const leaving = (
  entry: WaitEntry,
  state: Exclude<WaitEntry["state"], "waiting">,
  by: string,
  nowMs: number,
  booking?: string,
): WaitEntry => ({
  ...entry,
  ...{ state, changedBy: by, endedMs: nowMs, booking, plate: undefined, revision: entry.revision + 1 },
  passed: state === "offered" ? undefined : entry.passed,
});

/** The entry with the reason why the stretch goes to the next; the same where it is known already. */
export const passedOver = (entry: WaitEntry, { code }: Refusal, by: string, nowMs: number): WaitEntry =>
  entry.passed?.code === code
    ? entry
    : { ...entry, passed: { code, atMs: nowMs }, changedBy: by, revision: entry.revision + 1 };

/** The entry as it was when it was made. */
export const asJoined = (entry: WaitEntry): WaitEntry => ({
  ...entry,
  ...{ state: "waiting", passed: undefined, booking: undefined, endedMs: undefined, changedBy: entry.by, revision: 1 },
});

/** When an offer that is made now runs out: by the rules, and at the latest when the stretch begins. */
export const offerExpiry = ({ waitlist }: ParkingPolicy, { fromMs }: Interval, nowMs: number): number =>
  Math.min(nowMs + (waitlist?.offerMinutes ?? OFFER_MINUTES) * MINUTE_MS, fromMs);

/** The ceiling that somebody named is a condition of their offer. */
export const ceilingRefusals = (price: number, maxPrice: number): Refusal[] =>
  price > maxPrice ? [refuse("parking/above-ceiling", { price, maxPrice })] : [];

/** Why an entry cannot be cancelled any more. */
export const cancelRefusals = (entry: WaitEntry, nowMs: number): Refusal[] => {
  const state = waitStateAt(entry, nowMs);
  if (state === "waiting") return [];
  return [refuse("parking/wait-state", { state, since: instantOf(entry.endedMs ?? entry.fromMs) })];
};

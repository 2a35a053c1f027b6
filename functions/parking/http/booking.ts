/** Booking a stay and asking what it would cost. */

import type { bookingOperations } from "../../../schemas/parking/bookings.ts";
import { actingProofs } from "../../residents/port.ts";
import type { Call } from "../../shared/call.ts";
import type { Command, Decision, Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { together } from "../../shared/write.ts";
import { asCreated, type Booking, dueOf, expiryOf, minutesOf, stretchRefusals } from "../domain/booking.ts";
import { plateOf } from "../domain/plate.ts";
import { priceOf } from "../domain/price.ts";
import { beginParking, bookingKey, createBooking, parkerKey, toBooking, toParker } from "../store/bookings.ts";
import { withAlternatives } from "./alternatives.ts";
import { storePlate } from "./plates.ts";
import { reserve } from "./reserve.ts";
import { type Ground, rearrange } from "./stretch.ts";
import { type BookingView, personOf, policyOf, SCOPE, viewBooking } from "./support.ts";
import { type Target, targetOf } from "./target.ts";

/** A call that books one stay, by itself or as a date of a series. */
export type BookCall = Pick<
  Call<(typeof bookingOperations)["createBooking"]>,
  "actor" | "actingFor" | "key" | "fingerprint" | "body"
> & { readonly series?: string };

/** What a booking is made from. */
export interface Wanted extends Pick<Call, "key" | "fingerprint"> {
  readonly actor: Pick<Call["actor"], "id">;
  readonly body: { readonly from: string; readonly until: string; readonly confirm?: boolean };
  readonly series?: string;
}

const stretchOf = (body: { readonly from: string; readonly until: string }) => ({
  fromMs: Date.parse(body.from),
  untilMs: Date.parse(body.until),
});

/** A booking that nobody has made yet: what it would be, under the present rules. */
export const drafted = (call: Wanted, renter: string, target: Target, deps: Deps): Booking => {
  const policy = policyOf(deps);
  const stretch = stretchOf(call.body);
  const nowMs = deps.clock.now().getTime();
  const state = call.body.confirm ? (target.asksOwner ? "pending-owner" : "confirmed") : "held";
  return {
    id: call.key,
    ...{ space: target.space, lot: target.lot, community: target.community, owner: target.owner, price: target.price },
    ...stretch,
    ...{ state, start: state, renter, by: call.actor.id, changedBy: call.actor.id },
    amount: stretch.untilMs > stretch.fromMs ? priceOf(target.price, minutesOf(stretch)) : 0,
    policy: policy.version,
    buffer: policy.bufferMinutes,
    holds: [],
    changes: 0,
    expiresMs: expiryOf(state, policy, nowMs),
    createdMs: nowMs,
    series: call.series,
    revision: 1,
    fingerprint: call.fingerprint,
  };
};

/** Why a person may not book now whatever it is, when anything has been remembered of them: debts, exclusion. */
export const standingRefusals = (renter: string, { known, nowMs }: Ground): Refusal[] => {
  const { excludedMs, owed } = toParker(renter, known.get(parkerKey(renter)));
  const [debt] = Object.entries<number>(owed);
  if (debt) return [refuse("parking/owed", { unit: debt[0], amount: debt[1] })];
  if (excludedMs !== undefined && excludedMs > nowMs) {
    return [refuse("parking/excluded", { until: instantOf(excludedMs) })];
  }
  return [];
};

/** Why a person may not book one more stay now. */
export const parkerRefusals = (renter: string, quota: number, ground: Ground): Refusal[] => {
  const wrong = standingRefusals(renter, ground);
  if (wrong.length > 0) return wrong;
  const { open } = toParker(renter, ground.known.get(parkerKey(renter)));
  return open >= quota ? [refuse("parking/quota", { limit: quota })] : [];
};

/** The price that was shown must be the price that is asked. */
export const priceRefusals = (price: number, expected: number | undefined): Refusal[] =>
  expected === undefined || expected === price ? [] : [refuse("parking/price-changed", { price, expected })];

const bookingRefusals = (call: BookCall, draft: Booking, target: Target, ground: Ground): Refusal[] => {
  const policy = policyOf(ground.deps);
  const wrong = stretchRefusals(draft, policy, target.zone, new Date(ground.nowMs));
  if (wrong.length > 0) return wrong;
  if (plateOf(call.body.plate) === undefined) return [refuse("parking/plate")];
  if (target.owner === draft.renter) return [refuse("parking/own-space")];
  return [
    ...priceRefusals(draft.amount, call.body.expectedPrice),
    ...target.refusals(draft),
    ...parkerRefusals(draft.renter, policy.quota, ground),
  ];
};

const decideBooking = async (call: BookCall, known: Known, deps: Deps): Promise<Decision<BookingView>> => {
  const ground: Ground = { known, deps, nowMs: deps.clock.now().getTime() };
  const renter = await personOf(call, deps);
  const target = await targetOf(call.body, ground);
  const policy = policyOf(deps);
  const draft = drafted(call, renter, target, deps);
  const wrong = bookingRefusals(call, draft, target, ground);
  if (wrong.length > 0) return { refusals: await withAlternatives(wrong, draft, ground) };
  const ranged = await rearrange(undefined, draft, ground);
  if ("refusals" in ranged) return { refusals: await withAlternatives(ranged.refusals, draft, ground) };
  const mover = { actor: call.actor, actingFor: call.actingFor };
  const reserved = await reserve(draft, draft.amount, { known, deps, mover, policy });
  if ("refusals" in reserved) return reserved;
  const plate = await storePlate(plateOf(call.body.plate) ?? "", deps);
  const booking = { ...reserved.booking, plate };
  const made = createBooking(booking, dueOf(booking, policy), deps.stamps.take());
  const counted = beginParking(renter, policy.quota, ground.nowMs);
  return {
    writes: together([made, counted], ranged.writes, reserved.writes, actingProofs(call, SCOPE, deps)),
    answer: viewBooking(booking, ground.nowMs),
  };
};

/** The command of a booking: its record under the client's key is the idempotency record. */
export const bookCommand = (call: BookCall, deps: Deps): Command<BookingView> => ({
  slot: bookingKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => decideBooking(call, known, deps),
  replay: (item) => {
    const booking = toBooking(item);
    const first = asCreated(booking, policyOf(deps, booking.policy));
    return viewBooking(first, first.createdMs);
  },
  status: 201,
});

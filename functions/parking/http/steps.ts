/** What each transition adds to the booking's next state; the table (domain/lifecycle.ts) has been asked before. */
import { itemOf } from "../../shared/command.ts";
import { refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { together, type Write } from "../../shared/write.ts";
import {
  type Booking,
  CHANGES_MAX,
  closed,
  expiryOf,
  heldFor,
  minutesOf,
  moved,
  noShowAt,
  overstayed,
  stretchRefusals,
} from "../domain/booking.ts";
import { MINUTE_MS } from "../domain/day.ts";
import { overstayPrice, priceOf, refundOf } from "../domain/price.ts";
import { afterNoShow, afterOverstay, oneLess, owing, type Parker } from "../domain/standing.ts";
import { backTally, endTally } from "../domain/tally.ts";
import { endParking, markOwner, parkerKey, saveParker, toParker } from "../store/bookings.ts";
import { addTally } from "../store/tally.ts";
import { withAlternatives } from "./alternatives.ts";
import { priceRefusals } from "./booking.ts";
import type { Scene, Step, Stepped } from "./change.ts";
import { type Due, payBack, settle } from "./money.ts";
import { reserve } from "./reserve.ts";
import { rearrange } from "./stretch.ts";
import { spaceOf, zoneOf } from "./support.ts";
import { type Target, targetOf } from "./target.ts";

const byOf = ({ mover }: Scene): string => mover.actor.id;

/** The stretch is kept for good: a hold becomes a booking, an owner has accepted. */
const kept = async (booking: Booking, state: Booking["state"], scene: Scene): Promise<Stepped> => {
  const expiresMs = expiryOf(state, scene.policy, scene.nowMs);
  const next = moved(booking, state, byOf(scene), { expiresMs });
  // A pooled lot's counters are the same for a hold and a booking.
  if (booking.space === undefined) return { booking: next, writes: [] };
  const ranged = await rearrange(booking, next, scene);
  return "refusals" in ranged ? ranged : { booking: next, writes: ranged.writes };
};

/** The hold becomes a booking; where the owner accepts each, it waits for them. */
export const confirmed: Step = async (booking, scene) => {
  const { known, deps } = scene;
  const space = booking.space === undefined ? undefined : await spaceOf(booking.space, known, deps);
  return kept(booking, space?.approval === "owner" && space.owner !== undefined ? "pending-owner" : "confirmed", scene);
};

/** The owner accepts. */
export const accepted: Step = (booking, scene) => kept(booking, "confirmed", scene);

/** What the owner may get for sharing; nothing where the rules give nothing, and for a place without an owner. */
const sharing = async (booking: Booking, scene: Scene) => {
  const { owner } = booking;
  const rules = scene.policy.sharing;
  if (owner === undefined || rules === undefined) return undefined;
  return (await import("./sharing.ts")).rewardOf(owner, booking, rules, scene);
};

/** An end: the stretch is given back, what is due is paid and the rest freed, and the renter has one booking less. */
const ended = async (
  booking: Booking,
  state: Booking["state"],
  due: Due,
  scene: Scene,
  changes: Partial<Booking> = {},
  count: Write = endParking(booking.renter),
): Promise<Stepped> => {
  const freed = await rearrange(booking, undefined, scene);
  if ("refusals" in freed) return freed;
  const reward = state === "completed" ? await sharing(booking, scene) : undefined;
  const paid = await settle(booking, { ...due, reward: reward?.wanted ?? 0 }, scene);
  if ("refusals" in paid) return paid;
  const forgone = paid.forgone > 0 ? { forgone: paid.forgone } : {};
  const money = paid.paid > 0 ? { paid: paid.paid, shares: paid.shares, ...forgone } : {};
  const given = paid.reward > 0 ? { reward: paid.reward } : {};
  const next = closed(booking, state, byOf(scene), scene.now, { ...money, ...given, ...changes });
  const counted = addTally(next, endTally(next, await zoneOf(next, scene.known, scene.deps)));
  return {
    booking: next,
    writes: together(freed.writes, paid.writes, [count], counted, reward?.counted(paid.reward) ?? []),
  };
};

/** An end at which everything reserved is free again. */
export const released =
  (state: Booking["state"], reason?: string): Step =>
  (booking, scene) =>
    ended(booking, state, { price: 0, fee: 0 }, scene, reason === undefined ? {} : { reason });

/** The renter cancels: a hold costs nothing, a booking what the rules do not refund. */
export const cancelled =
  (reason: string | undefined): Step =>
  (booking, scene) => {
    const refund = booking.state === "confirmed" ? refundOf(scene.policy, booking, scene.nowMs) : booking.amount;
    const due = { price: booking.amount - refund, fee: 0 };
    return ended(booking, "cancelled-by-renter", due, scene, reason === undefined ? {} : { reason });
  };

/** The owner takes the space back: the renter gets everything, the owner a mark. */
export const recalled =
  (reason: string | undefined): Step =>
  async (booking, scene) => {
    const freed = await released("cancelled-by-owner", reason)(booking, scene);
    if ("refusals" in freed || booking.owner === undefined) return freed;
    return { ...freed, writes: together(freed.writes, [markOwner(booking.owner)]) };
  };

/** The renter as they are remembered, and the write of what they are after a stay that earns a mark or a debt. */
const remembered = async ({ renter }: Booking, { known, deps }: Scene) => {
  const seen = toParker(renter, await itemOf(parkerKey(renter), known, deps));
  return { seen, write: (next: Parker): Write => saveParker(oneLess(next), seen) };
};

/** Nobody came within the time for it. */
export const missed: Step = async (booking, scene) => {
  const fromMs = noShowAt(booking, scene.policy);
  if (scene.nowMs < fromMs) return { refusals: [refuse("parking/too-early", { from: instantOf(fromMs) })] };
  const { seen, write } = await remembered(booking, scene);
  const count = write(afterNoShow(seen, scene.policy, scene.nowMs));
  return ended(booking, "no-show", { price: booking.amount, fee: 0 }, scene, {}, count);
};

/** The vehicle is there. */
export const arrived: Step = (booking, scene) => {
  const { earlyMinutes, graceMinutes } = scene.policy;
  const fromMs = booking.fromMs - earlyMinutes * MINUTE_MS;
  const untilMs = booking.untilMs + graceMinutes * MINUTE_MS;
  if (scene.nowMs < fromMs || scene.nowMs >= untilMs) {
    const params = { from: instantOf(fromMs), until: instantOf(untilMs) };
    return { refusals: [refuse("parking/outside-window", params)] };
  }
  return { booking: moved(booking, "active", byOf(scene), { inMs: scene.nowMs }), writes: [] };
};

/** The stay is past its end and the grace. */
export const overdue: Step = (booking, scene) => ({
  booking: moved(booking, "overstay", byOf(scene)),
  writes: [],
});

/** The vehicle has left: the price is paid; a fee for overstaying too, or owed where the renter cannot pay it now. */
export const left: Step = async (booking, scene) => {
  const overstayMinutes = overstayed(booking, scene.policy, scene.nowMs);
  const fee = overstayPrice(booking.price, scene.policy, overstayMinutes);
  const changes = { outMs: scene.nowMs, ...(overstayMinutes === 0 ? {} : { overstayMinutes }) };
  const due = { price: booking.amount, fee };
  if (fee === 0 && overstayMinutes <= scene.policy.overstay.freeMinutes) {
    return ended(booking, "completed", due, scene, changes);
  }
  const { seen, write } = await remembered(booking, scene);
  const marked = afterOverstay(seen, scene.policy, overstayMinutes, scene.nowMs);
  const paid = await ended(booking, "completed", due, scene, changes, write(marked));
  if (!("refusals" in paid) || fee === 0) return paid;
  const debtor = write(owing(marked, booking.price.unit, fee));
  return ended(booking, "completed", { ...due, fee: 0 }, scene, { ...changes, owed: fee }, debtor);
};

/** What a changed stay was before, kept once. */
const originOf = ({ origin, space, lot, fromMs, untilMs, amount, price }: Booking) =>
  origin ?? { space, lot, fromMs, untilMs, amount, price };

/** Another stretch, space or lot, in place of what the booking has. */
const rebooked = async (
  booking: Booking,
  wanted: Pick<Booking, "fromMs" | "untilMs">,
  target: Target,
  expected: number | undefined,
  scene: Scene,
): Promise<Stepped> => {
  if (booking.changes >= CHANGES_MAX) return { refusals: [refuse("parking/changes", { limit: CHANGES_MAX })] };
  const wrong = stretchRefusals(wanted, scene.policy, target.zone, scene.now, wanted.fromMs === booking.fromMs);
  if (wrong.length > 0) return { refusals: wrong };
  if (target.owner === booking.renter) return { refusals: [refuse("parking/own-space")] };
  const amount = priceOf(target.price, minutesOf(wanted));
  const next = moved(booking, booking.state, byOf(scene), {
    ...{ space: target.space, lot: target.lot, owner: target.owner, community: target.community, price: target.price },
    ...{ fromMs: wanted.fromMs, untilMs: wanted.untilMs, amount, changes: booking.changes + 1 },
    origin: originOf(booking),
  });
  const unfit = [...priceRefusals(amount, expected), ...target.refusals(next)];
  if (unfit.length > 0) return { refusals: await withAlternatives(unfit, next, scene) };
  const ranged = await rearrange(booking, next, scene);
  if ("refusals" in ranged) return { refusals: await withAlternatives(ranged.refusals, next, scene) };
  const reserved = await reserve(next, amount - heldFor(booking), scene);
  if ("refusals" in reserved) return reserved;
  return { booking: reserved.booking, writes: together(ranged.writes, reserved.writes) };
};

/** The stay ends later. */
export const extended =
  (until: string, expected: number | undefined): Step =>
  async (booking, scene) => {
    const untilMs = Date.parse(until);
    if (untilMs <= booking.untilMs) {
      return {
        refusals: [refuse("parking/interval", { from: instantOf(booking.untilMs), until: instantOf(untilMs) })],
      };
    }
    const target = await targetOf(booking, scene);
    const pinned = { ...target, price: booking.price };
    return rebooked(booking, { fromMs: booking.fromMs, untilMs }, pinned, expected, scene);
  };

/** The stay is at another time, in another space or lot; in the same unit of account. */
export const shifted =
  (
    body: {
      readonly space?: string | undefined;
      readonly lot?: string | undefined;
      readonly from: string;
      readonly until: string;
    },
    expected: number | undefined,
  ): Step =>
  async (booking, scene) => {
    // Whoever has not come counts as that from then on, whether or not the job has been there.
    if (booking.state === "confirmed" && scene.nowMs >= noShowAt(booking, scene.policy)) {
      return { refusals: [refuse("parking/wrong-state", { state: "no-show", needs: "held, confirmed" })] };
    }
    const target = await targetOf(body, scene);
    const { unit } = booking.price;
    if (target.price.unit !== unit || target.community !== booking.community) {
      return { refusals: [refuse("parking/unit", { units: unit })] };
    }
    if (target.asksOwner && target.space !== booking.space) return { refusals: [refuse("parking/asks-owner")] };
    const stretch = { fromMs: Date.parse(body.from), untilMs: Date.parse(body.until) };
    return rebooked(booking, stretch, target, expected, scene);
  };

/** Somebody objects to how the booking ended. */
export const disputed =
  (reason: string): Step =>
  (booking, scene) => ({ booking: moved(booking, "disputed", byOf(scene), { reason }), writes: [] });

/** An officer decides; what goes back is a movement of its own beside what was paid. */
export const resolved =
  (refund: number, from: "owner" | "property", reason: string): Step =>
  async (booking, scene) => {
    const paid = booking.paid ?? 0;
    if (refund > paid) return { refusals: [refuse("parking/over-refund", { paid })] };
    const back = await payBack(booking, refund, from, scene);
    if ("refusals" in back) return back;
    const zone = await zoneOf(booking, scene.known, scene.deps);
    const counted = addTally(booking, backTally(booking, back, [from, scene.policy.ownerFull], zone, scene.nowMs));
    const adjustmentForgone = back.forgone === 0 ? undefined : back.forgone;
    const next = moved(booking, "resolved", byOf(scene), { reason, adjustment: refund, adjustmentForgone });
    return { booking: next, writes: together(back.writes, counted) };
  };

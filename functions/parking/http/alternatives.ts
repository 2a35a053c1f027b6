/** What else could be had: other spaces of the lot at the same time, then the same space at the nearest times. */
import { ALTERNATIVES_MAX, type Alternative } from "../../../schemas/parking/resources.ts";
import type { Refusal } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { type Booking, busyFor, stretchRefusals } from "../domain/booking.ts";
import { type Busy, type LocalDay, localDays, MINUTE_MS, obstacle, reach } from "../domain/day.ts";
import { type Space, spaceRefusals } from "../domain/place.ts";
import { quarterUses } from "../domain/quarters.ts";
import { spaceKey, spaceList, toSpace } from "../store/places.ts";
import { quartersKey, usedIn } from "../store/quarters.ts";
import { daysOf } from "./days.ts";
import { decided, learnDecisions } from "./decision.ts";
import type { Ground } from "./stretch.ts";
import { learn, lotOf, policyOf, spaceOf } from "./support.ts";

/** Most other spaces of the lot that are looked at. */
const SPACES_MAX = 10;
/** How far the time may be shifted. */
const SHIFT_MS = 24 * 60 * MINUTE_MS;

/** Refusals for which something else may be had. */
const WITH_ALTERNATIVES: readonly string[] = [
  "parking/closed",
  "parking/taken",
  "parking/full",
  "parking/withdrawn",
  "parking/not-covered",
];

const shown = (booking: Booking, target: { space: string } | { lot: string }): Alternative => ({
  ...target,
  from: instantOf(booking.fromMs),
  until: instantOf(booking.untilMs),
});

/** Shifts of the grid by size, earlier and later in turn. */
const shifts = (gridMinutes: number): number[] => {
  const stepMs = gridMinutes * MINUTE_MS;
  const count = Math.floor(SHIFT_MS / stepMs);
  return Array.from({ length: count }, (_, index) => (index + 1) * stepMs).flatMap((shift) => [shift, -shift]);
};

const shiftedBy = <Stretch extends { fromMs: number; untilMs: number }>(stretch: Stretch, ms: number): Stretch => ({
  ...stretch,
  fromMs: stretch.fromMs + ms,
  untilMs: stretch.untilMs + ms,
});

/** The nearest other times at which `fits` says that a booking could be made. */
const otherTimes = (booking: Booking, zone: string, ground: Ground, fits: (busy: Busy) => boolean): Booking[] => {
  const policy = policyOf(ground.deps, booking.policy);
  const found: Booking[] = [];
  for (const shift of shifts(policy.gridMinutes)) {
    const other = shiftedBy(booking, shift);
    if (stretchRefusals(other, policy, zone, new Date(ground.nowMs)).length > 0 || !fits(busyFor(other))) continue;
    found.push(other);
    if (found.length === ALTERNATIVES_MAX) break;
  }
  return found;
};

/** Days that any shifted stretch touches. */
const around = (booking: Booking, zone: string): LocalDay[] => {
  const { fromMs, untilMs } = reach(busyFor(booking));
  return localDays({ fromMs: fromMs - SHIFT_MS, untilMs: untilMs + SHIFT_MS }, zone);
};

const sameSpace = async (booking: Booking, space: Space, ground: Ground): Promise<Alternative[]> => {
  const { known, deps, nowMs } = ground;
  await learnDecisions([space], known, deps);
  if (spaceRefusals(space, booking).length > 0 || "refusals" in decided(space, ground)) return [];
  const days = await daysOf({ space, days: around(booking, space.zone) }, known, deps);
  const times = otherTimes(booking, space.zone, ground, (busy) => obstacle(days, busy, nowMs) === undefined);
  return times.map((other) => shown(other, { space: space.id }));
};

const otherSpaces = async (booking: Booking, ground: Ground): Promise<Alternative[]> => {
  const { known, deps, nowMs } = ground;
  const page = await deps.db.query({ index: "g3", partition: spaceList(booking.lot), limit: SPACES_MAX });
  const ids = page.items.map(({ pk }) => pk.slice(spaceKey("").pk.length)).filter((id) => id !== booking.space);
  await learn(ids.map(spaceKey), known, deps);
  const spaces = ids.flatMap((id) => {
    const item = known.get(spaceKey(id));
    return item ? [toSpace(item)] : [];
  });
  await learnDecisions(spaces, known, deps);
  const found: Alternative[] = [];
  for (const space of spaces) {
    if (space.owner === booking.renter || spaceRefusals(space, booking).length > 0) continue;
    if ("refusals" in decided(space, ground)) continue;
    const wanted = busyFor(booking);
    const days = await daysOf({ space, days: localDays(reach(wanted), space.zone) }, known, deps);
    if (obstacle(days, wanted, nowMs) === undefined) found.push(shown(booking, { space: space.id }));
    if (found.length === ALTERNATIVES_MAX) break;
  }
  return found;
};

const sameLot = async (booking: Booking, ground: Ground): Promise<Alternative[]> => {
  const { known, deps } = ground;
  const lot = await lotOf(booking.lot, known, deps);
  if (lot.state !== "open") return [];
  const keys = around(booking, lot.zone).map(({ day }) => quartersKey(lot.id, day));
  await learn(keys, known, deps);
  const fits = (busy: Busy): boolean =>
    quarterUses(undefined, busy, lot.zone).every(({ day, change }) => {
      const item = known.get(quartersKey(lot.id, day.day));
      return [...change.keys()].every((quarter) => usedIn(item, quarter) < (lot.capacity ?? 0));
    });
  return otherTimes(booking, lot.zone, ground, fits).map((other) => shown(other, { lot: lot.id }));
};

/** Up to three alternatives to a booking that cannot be made. */
export const alternativesTo = async (booking: Booking, ground: Ground): Promise<Alternative[]> => {
  if (booking.space === undefined) return sameLot(booking, ground);
  const others = await otherSpaces(booking, ground);
  if (others.length === ALTERNATIVES_MAX) return others;
  const space = await spaceOf(booking.space, ground.known, ground.deps);
  return [...others, ...(await sameSpace(booking, space, ground))].slice(0, ALTERNATIVES_MAX);
};

/** The refusals, with alternatives beside those for which there can be some. */
export const withAlternatives = async (
  refusals: readonly Refusal[],
  booking: Booking,
  ground: Ground,
): Promise<Refusal[]> => {
  if (!refusals.some(({ code }) => WITH_ALTERNATIVES.includes(code))) return [...refusals];
  const alternatives = await alternativesTo(booking, ground);
  return refusals.map((refusal) => (WITH_ALTERNATIVES.includes(refusal.code) ? { ...refusal, alternatives } : refusal));
};

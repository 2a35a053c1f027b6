/**
 * Taking, moving and giving back the stretch of a booking: the write set on the days of a space or on the counters of a
 * pooled lot. What it replaces and what it becomes are one set, so there is no moment without either.
 */
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import { type Booking, busyFor } from "../domain/booking.ts";
import { busyOf, type DayDocument, localDays, obstacle, reach, withBusy, without } from "../domain/day.ts";
import type { Space } from "../domain/place.ts";
import { type QuarterUse, quarterUses } from "../domain/quarters.ts";
import { saveDay } from "../store/places.ts";
import { countQuarters, quartersKey, usedIn } from "../store/quarters.ts";
import { daysOf } from "./days.ts";
import { decided } from "./decision.ts";
import { lotOf, spaceOf } from "./support.ts";

/** What the stretches are judged and written with. */
export interface Ground {
  readonly known: Known;
  readonly deps: Deps;
  readonly nowMs: number;
}

/** Writes for the caller's transaction, or the reason against them. */
export type Ranged = { readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] };

const paramsOf = ({ fromMs, untilMs }: Booking) => ({ from: instantOf(fromMs), until: instantOf(untilMs) });

/** The days of a space in whose documents a booking stands. */
const touched = async (booking: Booking, space: Space, { known, deps }: Ground): Promise<DayDocument[]> => {
  const days = localDays(reach(busyFor(booking)), space.zone);
  return daysOf({ space, days }, known, deps);
};

const holdsAlready = (days: readonly DayDocument[], before: Booking, after: Booking): boolean =>
  before.fromMs === after.fromMs &&
  before.untilMs === after.untilMs &&
  days.every(({ busy }) => busy.some(({ booking }) => booking === before.id));

/**
 * The space's days with `after` in them, in place of `before` where that stood in the same space, and what proves that
 * a common space may be booked.
 */
const takeSpace = async (
  space: Space,
  before: Booking | undefined,
  after: Booking,
  ground: Ground,
): Promise<Ranged> => {
  const { nowMs } = ground;
  const proof = decided(space, ground);
  if ("refusals" in proof) return proof;
  const days = await touched(after, space, ground);
  const wanted = busyFor(after);
  if (!(before && holdsAlready(days, before, after))) {
    const wrong = obstacle(days, wanted, nowMs, before ? [before] : []);
    if (wrong) return { refusals: [refuse(`parking/${wrong}`, paramsOf(after))] };
  }
  const left = before ? await touched(before, space, ground) : [];
  const names = new Set(days.map(({ day }) => day.day));
  const others = left.filter(({ day }) => !names.has(day.day));
  const next = [...days, ...others].map((document) => withBusy(document, wanted, nowMs));
  return { writes: [...next.map(saveDay), ...proof.writes] };
};

/** The space's days without a booking; a day that is over, or has dropped it, needs no write. */
const freeSpace = async (space: Space, before: Booking, ground: Ground): Promise<Write[]> => {
  const { nowMs } = ground;
  if (reach(busyFor(before)).untilMs <= nowMs) return [];
  const days = await touched(before, space, ground);
  return days
    .filter((document) => busyOf([document]).some(({ booking }) => booking === before.id))
    .map((document) => saveDay(without(document, before.id, nowMs)));
};

const isFull = (lot: string, { day, change }: QuarterUse, capacity: number, known: Known): boolean => {
  const item = known.get(quartersKey(lot, day.day));
  return item ? [...change].some(([quarter, by]) => by > 0 && usedIn(item, quarter) >= capacity) : false;
};

const countLot = async (id: string, before: Booking | undefined, after: Booking | undefined, ground: Ground) => {
  const { known, deps } = ground;
  const lot = await lotOf(id, known, deps);
  const capacity = lot.capacity ?? 0;
  const uses = quarterUses(before, after, lot.zone);
  if (after && uses.some((use) => isFull(id, use, capacity, known))) {
    return { refusals: [refuse("parking/full", paramsOf(after))] };
  }
  return {
    writes: uses.map((use) => countQuarters(id, use, capacity, known.get(quartersKey(id, use.day.day)) === null)),
  };
};

/** The writes that give back `before` and take `after`; either may be missing, and they may be in different places. */
export const rearrange = async (
  before: Booking | undefined,
  after: Booking | undefined,
  ground: Ground,
): Promise<Ranged> => {
  const { known, deps } = ground;
  const same = before && after && before.space === after.space && before.lot === after.lot;
  const writes: Write[] = [];
  if (before && !same) {
    if (before.space !== undefined) {
      writes.push(...(await freeSpace(await spaceOf(before.space, known, deps), before, ground)));
    } else {
      const given = await countLot(before.lot, before, undefined, ground);
      if ("refusals" in given) return given;
      writes.push(...given.writes);
    }
  }
  if (!after) return { writes };
  const taken =
    after.space === undefined
      ? await countLot(after.lot, same ? before : undefined, after, ground)
      : await takeSpace(await spaceOf(after.space, known, deps), same ? before : undefined, after, ground);
  return "refusals" in taken ? taken : { writes: [...writes, ...taken.writes] };
};

/** Takes the stretches of all dates of a series: one write for each document of a day, or for each day's counters. */
import { type Refusal, refuse } from "../../../shared/refusal.ts";
import { instantOf } from "../../../shared/time.ts";
import type { Write } from "../../../shared/write.ts";
import { type Booking, busyFor } from "../../domain/booking.ts";
import { localDays, reach } from "../../domain/day.ts";
import { type QuarterUse, quarterUses, usesOf } from "../../domain/quarters.ts";
import { takeAll } from "../../domain/series.ts";
import { saveDay } from "../../store/places.ts";
import { countQuarters, quartersKey, usedIn } from "../../store/quarters.ts";
import { daysOf } from "../days.ts";
import { decided } from "../decision.ts";
import type { Ground } from "../stretch.ts";
import { lotOf, spaceOf } from "../support.ts";

/** Writes that take every stretch, or why which of them (by their place in the list) cannot be had. */
export type Taken = { readonly writes: readonly Write[] } | { readonly refused: ReadonlyMap<number, Refusal> };

const refusalOf = (why: "closed" | "taken" | "full", { fromMs, untilMs }: Booking): Refusal =>
  refuse(`parking/${why}`, { from: instantOf(fromMs), until: instantOf(untilMs) });

const inSpace = async (id: string, bookings: readonly Booking[], ground: Ground): Promise<Taken> => {
  const { known, deps, nowMs } = ground;
  const space = await spaceOf(id, known, deps);
  const proof = decided(space, ground);
  if ("refusals" in proof) {
    return { refused: new Map(bookings.map((_, index) => [index, proof.refusals[0] as Refusal] as const)) };
  }
  const wanted = bookings.map(busyFor);
  const touched = new Map(wanted.flatMap((busy) => localDays(reach(busy), space.zone)).map((day) => [day.day, day]));
  const days = [...touched.values()].sort((a, b) => a.fromMs - b.fromMs);
  const made = takeAll(await daysOf({ space, days }, known, deps), wanted, nowMs);
  if ("days" in made) return { writes: [...made.days.map(saveDay), ...proof.writes] };
  const refused = [...made.refused].map(([index, why]) => [index, refusalOf(why, bookings[index] as Booking)] as const);
  return { refused: new Map(refused) };
};

const inLot = async (id: string, bookings: readonly Booking[], { known, deps }: Ground): Promise<Taken> => {
  const lot = await lotOf(id, known, deps);
  const capacity = lot.capacity ?? 0;
  const uses = new Map(usesOf([], bookings, lot.zone).map((use) => [use.day.day, use]));
  const isFull = ({ day, change }: QuarterUse): boolean => {
    const item = known.get(quartersKey(id, day.day));
    const all = uses.get(day.day)?.change;
    return item ? [...change.keys()].some((at) => usedIn(item, at) + (all?.get(at) ?? 0) > capacity) : false;
  };
  const refused = bookings.flatMap((booking, index) =>
    quarterUses(undefined, booking, lot.zone).some(isFull) ? [[index, refusalOf("full", booking)] as const] : [],
  );
  if (refused.length > 0) return { refused: new Map(refused) };
  const writes = [...uses.values()].map((use) => {
    return countQuarters(id, use, capacity, known.get(quartersKey(id, use.day.day)) === null);
  });
  return { writes };
};

/** Takes the stretches of bookings that are all in one space, or in one pooled lot. */
export const takeEach = (bookings: readonly Booking[], ground: Ground): Promise<Taken> => {
  const [first] = bookings;
  if (!first) throw new Error("a series without a date");
  return first.space === undefined ? inLot(first.lot, bookings, ground) : inSpace(first.space, bookings, ground);
};

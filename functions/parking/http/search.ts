/**
 * Searching what is free: lots by distance, then the spaces of each in the order of its list. Lists leave out what
 * cannot be free, strong reads judge the rest, and only a booking is a promise. An answer stops before it would read
 * more than its budget and says where the next one goes on.
 */
import * as z from "zod";
import { cellsWithin, metresApart, type PointE6 } from "../../../schemas/geohash.ts";
import type { ParkingPolicy } from "../../../schemas/parking/policy.ts";
import type { FreePlace, searchOperations } from "../../../schemas/parking/search.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { Known } from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { Refused } from "../../shared/refusal.ts";
import { minutesOf, stretchRefusals } from "../domain/booking.ts";
import { type Busy, localDay, localDays, obstacle, reach, renterTag } from "../domain/day.ts";
import { type Lot, type Space, spaceRefusals } from "../domain/place.ts";
import { priceOf } from "../domain/price.ts";
import { quarterUses } from "../domain/quarters.ts";
import { candidates, Purse, suits, type Wish } from "../domain/search.ts";
import { dayKey, spaceKey, toSpace } from "../store/places.ts";
import { quartersKey, usedIn } from "../store/quarters.ts";
import { freeOf, lotsIn, STEP_UNITS_MAX, spacesBehind } from "../store/search.ts";
import { daysOf } from "./days.ts";
import { decided, learnDecisions } from "./decision.ts";
import { learn, personOf, policyOf } from "./support.ts";

type Ops = typeof searchOperations;
type Found = z.input<typeof FreePlace>;

/** Where an answer ended: behind a space of a lot so many metres away, or at the lot where no space is named. */
const Place = z.strictObject({ m: z.int(), lot: z.uuid(), at: z.string().max(140).optional() });
type Place = z.infer<typeof Place>;

interface Quest {
  readonly point: PointE6;
  readonly radius: number;
  readonly wish: Wish;
  readonly limit: number;
  readonly person: string;
  readonly policy: ParkingPolicy;
  readonly purse: Purse;
  readonly deps: Deps;
  readonly now: Date;
}

interface NearLot {
  readonly lot: Lot;
  readonly metres: number;
}

const nearLots = async ({ point, radius, purse, deps }: Quest): Promise<NearLot[]> => {
  const cells = cellsWithin(point, radius);
  const lots = await Promise.all(cells.map(({ cell }) => lotsIn(deps.db, cell, purse)));
  return lots
    .flat()
    .map((lot) => ({ lot, metres: metresApart(point, lot.at) }))
    .filter(({ metres }) => metres <= radius)
    .sort((a, b) => a.metres - b.metres || (a.lot.id < b.lot.id ? -1 : 1));
};

/** The stretch as a booking of this person would take it. */
const busyOf = ({ wish, person, policy }: Quest): Busy => ({
  booking: "",
  ...{ fromMs: wish.fromMs, untilMs: wish.untilMs },
  renter: renterTag(person),
  kind: "held",
  buffer: policy.bufferMinutes,
});

const shown = ({ lot, metres }: NearLot) => ({ lot: lot.id, name: { ...lot.name }, at: { ...lot.at }, metres });

const affordable = (amount: number, { priceMax }: Wish): boolean => priceMax === undefined || amount <= priceMax;

/** A pooled lot with what is left of it in its fullest quarter; undefined where it does not suit or is full. */
const pooled = async (near: NearLot, quest: Quest): Promise<Found | undefined> => {
  const { lot } = near;
  const { wish, policy, purse, deps } = quest;
  const price = lot.price ?? policy.price;
  const amount = priceOf(price, minutesOf(wish));
  if (!suits(lot, wish) || !affordable(amount, wish)) return undefined;
  const known = new Known();
  const uses = quarterUses(undefined, wish, lot.zone);
  purse.pay(uses.length);
  await learn(
    uses.map(({ day }) => quartersKey(lot.id, day.day)),
    known,
    deps,
  );
  const used = uses.flatMap(({ day, change }) => {
    const item = known.get(quartersKey(lot.id, day.day));
    return [...change.keys()].map((quarter) => usedIn(item, quarter));
  });
  const free = (lot.capacity ?? 0) - Math.max(...used);
  if (free <= 0) return undefined;
  const { ev, heightCm } = lot;
  return { ...shown(near), ev, heightCm, asksOwner: false, amount, unit: price.unit, free };
};

const fits = async (space: Space, known: Known, quest: Quest): Promise<boolean> => {
  const { wish, person, now, deps } = quest;
  if (space.owner === person || !suits(space, wish) || spaceRefusals(space, wish).length > 0) return false;
  if (!affordable(priceOf(space.price, minutesOf(wish)), wish) || "refusals" in decided(space, { known, deps }))
    return false;
  const wanted = busyOf(quest);
  const days = await daysOf({ space, days: localDays(reach(wanted), space.zone) }, known, deps);
  return obstacle(days, wanted, now.getTime()) === undefined;
};

/** Which of some spaces are free, by strong reads of the spaces and their days in one request. */
const judge = async (ids: readonly string[], near: NearLot, quest: Quest): Promise<Found[]> => {
  const { wish, purse, deps } = quest;
  const known = new Known();
  const days = localDays(reach(busyOf(quest)), near.lot.zone);
  const keys = ids.flatMap((id) => [spaceKey(id), ...days.map(({ day }) => dayKey(id, day))]);
  purse.pay(keys.length);
  await learn(keys, known, deps);
  const spaces = ids.flatMap((id) => {
    const item = known.get(spaceKey(id));
    return item ? [toSpace(item)] : [];
  });
  purse.pay(new Set(spaces.flatMap(({ decision }) => decision?.poll ?? [])).size);
  await learnDecisions(spaces, known, deps);
  const found: Found[] = [];
  for (const space of spaces) {
    if (!(await fits(space, known, quest))) continue;
    const { id, label, ev, heightCm, price } = space;
    const amount = priceOf(price, minutesOf(wish));
    const asksOwner = space.approval === "owner" && space.owner !== undefined;
    found.push({ ...shown(near), space: id, label, ev, heightCm, asksOwner, amount, unit: price.unit, free: 1 });
  }
  return found;
};

/** What an answer has so far; `next` once it stops before the end. */
interface Walk {
  readonly found: Found[];
  /** Whether anything has been looked at: an answer always gets on. */
  begun: boolean;
  next?: Place;
}

/** Goes through the spaces of a lot behind a place, until the answer is full or would read too much. */
const walkSpaces = async (near: NearLot, from: string | undefined, quest: Quest, walk: Walk): Promise<void> => {
  const { lot, metres } = near;
  const { limit, wish, purse, deps } = quest;
  const each = 1 + localDays(reach(busyOf(quest)), lot.zone).length;
  const day = localDay(wish.fromMs, lot.zone);
  let at = from;
  const stop = (): void => {
    walk.next = { m: metres, lot: lot.id, ...(at === undefined ? {} : { at }) };
  };
  for (let more = true; more; ) {
    if (walk.found.length === limit || (walk.begun && purse.affords(STEP_UNITS_MAX + each) === 0)) {
      return stop();
    }
    const page = await spacesBehind(deps.db, lot.id, at, purse);
    const listed = await freeOf(deps.db, lot.id, day.day, page.spaces, purse);
    const left = candidates(page.spaces, listed, day, wish);
    while (left.length > 0) {
      const count = Math.min(limit - walk.found.length, Math.max(purse.affords(each), walk.begun ? 0 : 1));
      if (count === 0) return stop();
      const batch = left.splice(0, count);
      walk.begun = true;
      walk.found.push(
        ...(await judge(
          batch.map(({ id }) => id),
          near,
          quest,
        )),
      );
      at = batch.at(-1)?.at;
    }
    walk.begun = true;
    at = page.spaces.at(-1)?.at ?? at;
    more = page.more;
  }
};

const walkLots = async (lots: readonly NearLot[], from: Place | undefined, quest: Quest): Promise<Walk> => {
  const walk: Walk = { found: [], begun: false };
  for (const near of lots) {
    const { lot, metres } = near;
    if (from && (metres < from.m || (metres === from.m && lot.id < from.lot))) continue;
    if (stretchRefusals(quest.wish, quest.policy, lot.zone, quest.now).length > 0) continue;
    if (lot.kind === "owned") {
      await walkSpaces(near, lot.id === from?.lot ? from.at : undefined, quest, walk);
      if (walk.next) return walk;
      continue;
    }
    const units = localDays(quest.wish, lot.zone).length;
    if (walk.found.length === quest.limit || (walk.begun && quest.purse.affords(units) === 0)) {
      return { ...walk, next: { m: metres, lot: lot.id } };
    }
    const place = await pooled(near, quest);
    walk.begun = true;
    if (place) walk.found.push(place);
  }
  return walk;
};

const searchParking = async (
  call: Call<Ops["searchParking"]>,
  deps: Deps,
): Promise<Answer<{ items: Found[]; next: string | null }>> => {
  const person = await personOf(call, deps);
  const { latE6, lonE6, radius, from, until, heightCm, ev, priceMax, limit, cursor } = call.query;
  const wish: Wish = { fromMs: Date.parse(from), untilMs: Date.parse(until), heightCm, ev, priceMax };
  const [policy, now] = [policyOf(deps), deps.clock.now()];
  const wrong = stretchRefusals(wish, policy, deps.district.zone, now);
  if (wrong.length > 0) throw new Refused(...wrong);
  const point = { latE6, lonE6 };
  const quest: Quest = { point, radius, wish, limit, person, policy, purse: new Purse(), deps, now };
  const begin = cursor === undefined ? undefined : decodeCursor(Place, cursor);
  const { found, next } = await walkLots(await nearLots(quest), begin, quest);
  return { body: { items: found, next: next ? encodeCursor(next) : null } };
};

/** Handlers of the search. */
export const searchHandlers: Handlers<Ops> = { searchParking };

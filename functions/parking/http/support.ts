/** What the handlers share: the district's rules, who acts in whose name, items and views. */
import type * as z from "zod";
import type { ParkingConfig, ParkingPolicy } from "../../../schemas/parking/policy.ts";
import type {
  Booking as BookingSchema,
  Lot as LotSchema,
  Space as SpaceSchema,
} from "../../../schemas/parking/resources.ts";
import { type Acting, actingPerson } from "../../residents/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { type Item, type Key, keyText } from "../../shared/write.ts";
import { type Booking, heldFor } from "../domain/booking.ts";
import { stateAt } from "../domain/lifecycle.ts";
import type { Lot, Space } from "../domain/place.ts";
import { lotKey, spaceKey, toLot, toSpace } from "../store/places.ts";

export type LotView = z.input<typeof LotSchema>;
export type SpaceView = z.input<typeof SpaceSchema>;
export type BookingView = z.input<typeof BookingSchema>;

/** Scope in which a proxy acts. */
export const SCOPE = "parking";
/** Who runs lots and decides disputes. */
export const OPERATORS = ["steward", "district-admin"] as const;

/** The district's parking; ends the call where it has none. */
export const configOf = (deps: Pick<Deps, "district">): ParkingConfig =>
  deps.district.parking ?? reject("parking/not-offered");

/** A version of the rules; the present one where the file has dropped it, or none is named. */
export const policyOf = (deps: Pick<Deps, "district">, version?: number): ParkingPolicy => {
  const { policies, current } = configOf(deps);
  const found = policies.find((policy) => policy.version === version);
  const present = found ?? policies.find((policy) => policy.version === current);
  if (!present) throw new Error("the district's file was checked for the current rules");
  return present;
};

/** Units that prices can be in: both pools that get a part of a payment exist in them. */
export const pricingUnits = ({ district }: Pick<Deps, "district">): readonly string[] => {
  const { propertyPool, fundPool } = configOf({ district });
  const has = (code: string, unit: string) => district.pools.some((pool) => pool.code === code && pool.unit === unit);
  return district.units.map(({ code }) => code).filter((unit) => has(propertyPool, unit) && has(fundPool, unit));
};

/** The person in whose name a call is made. */
export const personOf = (call: Acting, deps: Deps): Promise<string> => {
  configOf(deps);
  return actingPerson(call, SCOPE, deps);
};

/** Reads what is not known yet of some keys, in one request, and remembers it. */
export const learn = async (keys: readonly Key[], known: Known, deps: Pick<Deps, "db">): Promise<void> => {
  const unknown = keys.filter((key) => known.get(key) === undefined);
  const [only, another] = unknown;
  if (only === undefined) return;
  if (another === undefined) {
    known.set(only, (await deps.db.get(only)) ?? null);
    return;
  }
  const found = new Map((await deps.db.getMany(unknown)).map((item) => [keyText(item), item]));
  for (const key of unknown) known.set(key, found.get(keyText(key)) ?? null);
};

const realOf = (item: Item | null | undefined): Item | undefined =>
  item === null || item?.no !== undefined ? undefined : item;

/** A space; ends the call where there is none. */
export const spaceOf = async (id: string, known: Known, deps: Pick<Deps, "db">): Promise<Space> => {
  await learn([spaceKey(id)], known, deps);
  const item = realOf(known.get(spaceKey(id)));
  return item ? toSpace(item) : reject("resource/not-found", { what: "space", id });
};

/** A lot; ends the call where there is none. */
export const lotOf = async (id: string, known: Known, deps: Pick<Deps, "db">): Promise<Lot> => {
  await learn([lotKey(id)], known, deps);
  const item = realOf(known.get(lotKey(id)));
  return item ? toLot(item) : reject("resource/not-found", { what: "lot", id });
};

/** The zone of the place of a booking. */
export const zoneOf = async (booking: Booking, known: Known, deps: Pick<Deps, "db">): Promise<string> =>
  (booking.space === undefined ? await lotOf(booking.lot, known, deps) : await spaceOf(booking.space, known, deps))
    .zone;

/** Whether somebody may act for a space: its owner, or an officer of its community. */
export const runsSpace = (space: Space, actor: Actor, person: string): boolean =>
  space.owner === person || holdsAny(actor, OPERATORS, space.community);

/** A lot as it is shown. */
export const viewLot = (lot: Lot): LotView => {
  const { by: _by, fingerprint: _fingerprint, price, capacity, ...rest } = lot;
  return { ...rest, ...(price ? { price } : {}), ...(capacity === undefined ? {} : { capacity }) };
};

/** A space as it is shown; its owner only to the owner and officers. */
export const viewSpace = (space: Space, actor: Actor, person: string): SpaceView => {
  const { by: _by, fingerprint: _fingerprint, windows: _windows, owner, decision, ...rest } = space;
  const open = runsSpace(space, actor, person) || holdsAny(actor, ["auditor"], space.community);
  return {
    ...rest,
    kind: owner === undefined ? "common" : "private",
    ...(owner !== undefined && open ? { owner } : {}),
    ...(decision ? { decision } : {}),
  };
};

const optional = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : instantOf(ms));

/** A booking as it stands at `nowMs`. */
export const viewBooking = (booking: Booking, nowMs: number): BookingView => {
  const view = {
    id: booking.id,
    community: booking.community,
    state: stateAt(booking, nowMs),
    space: booking.space,
    lot: booking.lot,
    from: instantOf(booking.fromMs),
    until: instantOf(booking.untilMs),
    renter: booking.renter,
    by: booking.by,
    plateEnd: booking.plate?.end,
    amount: booking.amount,
    held: heldFor(booking),
    unit: booking.price.unit,
    policy: booking.policy,
    expiresAt: optional(booking.expiresMs),
    checkedInAt: optional(booking.inMs),
    checkedOutAt: optional(booking.outMs),
    overstayMinutes: booking.overstayMinutes,
    paid: booking.paid,
    owed: booking.owed,
    shares: booking.shares,
    forgone: booking.forgone,
    reward: booking.reward,
    reason: booking.reason,
    adjustment: booking.adjustment,
    adjustmentForgone: booking.adjustmentForgone,
    series: booking.series,
    createdAt: instantOf(booking.createdMs),
    endedAt: optional(booking.endedMs),
    revision: booking.revision,
  };
  // Members without a value are left out, so that a replay from JSON shows the same.
  return JSON.parse(JSON.stringify(view)) as BookingView;
};

/** Bookings and the people who make them in DynamoDB. */
import { dueSort } from "../../shared/due.ts";
import { always, create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { Booking } from "../domain/booking.ts";
import type { Appeal, Parker } from "../domain/standing.ts";

/** Key of a booking. */
export const bookingKey = (id: string): Key => ({ pk: `GB#${id}`, sk: "B" });
/** Key of what is remembered of a person who books. */
export const parkerKey = (resident: string): Key => ({ pk: `GP#${resident}`, sk: "P" });

/** Index partition (g1) of a person's bookings by their beginning. */
export const renterList = (resident: string): string => `GBR#${resident}`;
/** Index partition (g2) of the bookings of a space, or of a pooled lot, by their beginning. */
export const placeList = (id: string): string => `GBS#${id}`;
/** Index partition (g3) of bookings that something is to happen to by itself, by that instant. */
export const DUE_BOOKINGS = "GX";

const bookingItem = (booking: Booking, dueMs: number | undefined, stamp: number): Item => ({
  ...bookingKey(booking.id),
  com: booking.community,
  state: booking.state,
  was: booking.start,
  sp: booking.space,
  lot: booking.lot,
  own: booking.owner,
  ren: booking.renter,
  by: booking.by,
  from: booking.fromMs,
  till: booking.untilMs,
  pl: booking.plate && { ...booking.plate },
  amt: booking.amount,
  price: booking.price,
  pol: booking.policy,
  buf: booking.buffer,
  holds: booking.holds.map((hold) => ({ ...hold })),
  chg: booking.changes,
  orig: booking.origin && { ...booking.origin },
  exp: booking.expiresMs,
  in: booking.inMs,
  out: booking.outMs,
  over: booking.overstayMinutes,
  paid: booking.paid,
  owed: booking.owed,
  sh: booking.shares && { ...booking.shares },
  fgo: booking.forgone,
  rw: booking.reward,
  why: booking.reason,
  adj: booking.adjustment,
  adjf: booking.adjustmentForgone,
  made: booking.createdMs,
  end: booking.endedMs,
  chby: booking.changedBy,
  ser: booking.series,
  rev: booking.revision,
  fp: booking.fingerprint,
  at: stamp,
  ev: `parking.booking.${booking.state}`,
  g1p: renterList(booking.renter),
  g1s: booking.fromMs,
  g2p: placeList(booking.space ?? booking.lot),
  g2s: booking.fromMs,
  ...(dueMs === undefined ? {} : { g3p: DUE_BOOKINGS, g3s: dueSort(dueMs, booking.id) }),
});

/** A booking from its item. */
export const toBooking = (item: Item): Booking => ({
  id: item.pk.slice(3),
  community: item.com as string,
  state: item.state as Booking["state"],
  start: item.was as Booking["start"],
  space: item.sp as string | undefined,
  lot: item.lot as string,
  owner: item.own as string | undefined,
  renter: item.ren as string,
  by: item.by as string,
  fromMs: item.from as number,
  untilMs: item.till as number,
  plate: item.pl as Booking["plate"],
  amount: item.amt as number,
  price: item.price as Booking["price"],
  policy: item.pol as number,
  buffer: item.buf as number,
  holds: item.holds as Booking["holds"],
  changes: item.chg as number,
  origin: item.orig as Booking["origin"],
  expiresMs: item.exp as number | undefined,
  inMs: item.in as number | undefined,
  outMs: item.out as number | undefined,
  overstayMinutes: item.over as number | undefined,
  paid: item.paid as number | undefined,
  owed: item.owed as number | undefined,
  shares: item.sh as Booking["shares"],
  forgone: item.fgo as number | undefined,
  reward: item.rw as number | undefined,
  reason: item.why as string | undefined,
  adjustment: item.adj as number | undefined,
  adjustmentForgone: item.adjf as number | undefined,
  createdMs: item.made as number,
  endedMs: item.end as number | undefined,
  changedBy: item.chby as string,
  series: item.ser as string | undefined,
  revision: item.rev as number,
  fingerprint: item.fp as string,
});

/** Makes a booking; `dueMs` is when something happens to it by itself. */
export const createBooking = (booking: Booking, dueMs: number | undefined, stamp: number): Write =>
  create(bookingItem(booking, dueMs, stamp));

/** Moves a booking that is still in the state and at the revision that were read. */
export const moveBooking = (next: Booking, seen: Booking, dueMs: number | undefined, stamp: number): Write => ({
  type: "put",
  item: bookingItem(next, dueMs, stamp),
  condition: {
    expression: "#s = :s AND #r = :r",
    names: { "#s": "state", "#r": "rev" },
    values: { ":s": seen.state, ":r": seen.revision },
  },
});

/** Index partition (g3) of a community's open appeals, the oldest first. */
export const appealList = (community: string): string => `GPA#${community}`;

/** A person as stored; one who has done nothing yet has no item. */
export const toParker = (resident: string, item: Item | undefined | null): Parker => ({
  resident,
  open: (item?.n as number | undefined) ?? 0,
  excludedMs: item?.ex as number | undefined,
  recalls: (item?.oc as number | undefined) ?? 0,
  owed: (item?.owed as Parker["owed"] | undefined) ?? {},
  overstaysMs: (item?.os as number[] | undefined) ?? [],
  noShowsMs: (item?.ns as number[] | undefined) ?? [],
  appeal: item?.ap as Appeal | undefined,
  revision: (item?.rev as number | undefined) ?? 0,
});

const listed = ({ community, atMs }: Appeal, resident: string) => ({
  g3p: appealList(community),
  g3s: dueSort(atMs, resident),
});

/**
 * Changes a person as they were read. Without debts there is no attribute `owed`: that is what the condition of a new
 * booking asks for.
 */
export const saveParker = (next: Parker, seen: Parker): Write => {
  const { appeal } = next;
  const item: Item = {
    ...parkerKey(next.resident),
    n: next.open,
    rev: seen.revision + 1,
    ex: next.excludedMs,
    oc: next.recalls === 0 ? undefined : next.recalls,
    owed: Object.keys(next.owed).length === 0 ? undefined : { ...next.owed },
    os: next.overstaysMs.length === 0 ? undefined : [...next.overstaysMs],
    ns: next.noShowsMs.length === 0 ? undefined : [...next.noShowsMs],
    ap: appeal && { ...appeal },
    ...(appeal?.state === "open" ? listed(appeal, next.resident) : {}),
  };
  return seen.revision === 0 ? create(item) : replace(item, "rev", seen.revision);
};

/**
 * So many more bookings (at most the quota) of a person who stays within the quota, is not excluded and owes nothing;
 * needs no read.
 */
export const beginParking = (resident: string, quota: number, nowMs: number, count = 1): Write => ({
  type: "update",
  key: parkerKey(resident),
  update: "ADD #n :more, #v :one",
  condition: {
    expression:
      "(attribute_not_exists(#n) OR #n <= :most) AND (attribute_not_exists(#ex) OR #ex <= :now) AND " +
      "attribute_not_exists(#owed)",
    names: { "#n": "n", "#v": "rev", "#ex": "ex", "#owed": "owed" },
    values: { ":one": 1, ":more": count, ":most": quota - count, ":now": nowMs },
  },
});

/** One booking less. */
export const endParking = (resident: string): Write => ({
  type: "update",
  key: parkerKey(resident),
  update: "ADD #n :less, #v :one",
  condition: {
    expression: "#n >= :one",
    names: { "#n": "n", "#v": "rev" },
    values: { ":one": 1, ":less": -1 },
  },
});

/** A mark for an owner who took a booked space back. */
export const markOwner = (owner: string): Write => ({
  type: "update",
  key: parkerKey(owner),
  update: "ADD #oc :one, #v :one",
  condition: {
    expression: always.expression,
    names: { ...always.names, "#oc": "oc", "#v": "rev" },
    values: { ":one": 1 },
  },
});

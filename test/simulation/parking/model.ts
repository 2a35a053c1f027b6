/**
 * Shared parking on paper: who stands in which minute of a space, and what each driver has and owes. It knows nothing
 * of day documents, holds of the ledger, revisions or records, and is what the product's answers are held against.
 */
import { type ErrorCode, errorEntry } from "../../../schemas/errors.ts";
import { EDGE_MS } from "../kernel/context.ts";

import {
  type Garage,
  isExcluded,
  MINUTE,
  obstacles,
  PAPER_RULES,
  type PaperBooking,
  type PaperPurse,
  type PaperSpace,
  type PaperStretch,
  type ParkingIntent,
  priceOf,
  STANDS,
} from "./garage.ts";

type Decided = Garage | string[];

const purse = (garage: Garage, who: string, by: Partial<PaperPurse>): Garage => {
  const before = garage.purses[who] as PaperPurse;
  const names = Object.keys(before) as (keyof PaperPurse)[];
  const after = Object.fromEntries(names.map((name) => [name, before[name] + (by[name] ?? 0)]));
  return { ...garage, purses: { ...garage.purses, [who]: after as unknown as PaperPurse } };
};

const withBooking = (garage: Garage, id: string, booking: PaperBooking): Garage => ({
  ...garage,
  bookings: { ...garage.bookings, [id]: booking },
});

const freeOf = (garage: Garage, who: string): number => {
  const { balance, held } = garage.purses[who] as PaperPurse;
  return balance - held;
};

/** Nine tenths of a payment are the owner's, the rest is halved; units left over go to the largest remainders. */
const ownersPart = (paid: number): number => {
  const [owner, other] = [paid * 18, paid];
  const left = paid - Math.floor(owner / 20) - 2 * Math.floor(other / 20);
  const first = owner % 20 >= other % 20;
  return Math.floor(owner / 20) + (left > (first ? 0 : 2) ? 1 : 0);
};

/** An end of a booking: so much of what is reserved is paid and split, a fee is the owner's alone. */
const ended = (garage: Garage, id: string, state: string, price: number, fee = 0): Garage => {
  const booking = garage.bookings[id] as PaperBooking;
  const { owner } = garage.spaces[booking.space] as PaperSpace;
  const paid = purse(garage, booking.who, { balance: -price - fee, held: -booking.held });
  const split = purse(paid, owner, { balance: ownersPart(price) + fee });
  return withBooking(split, id, { ...booking, state, held: 0, paid: price + fee, runsOutMs: undefined });
};

const wrongTimes = ({ from, until }: PaperStretch, nowMs: number, begun: boolean): string[] =>
  until <= nowMs || (!begun && from <= nowMs - PAPER_RULES.grid * MINUTE) ? ["parking/past"] : [];

const runsOut = (state: string, nowMs: number): number | undefined => {
  if (state === "held") return nowMs + PAPER_RULES.hold * MINUTE;
  return state === "pending-owner" ? nowMs + PAPER_RULES.answer * MINUTE : undefined;
};

/** Why somebody may not book: the first of a debt, an exclusion, and too many bookings. */
const standing = (garage: Garage, who: string): string[] => {
  const remembered = garage.purses[who] as PaperPurse;
  if (remembered.owed > 0) return ["parking/owed"];
  if (isExcluded(remembered)) return ["parking/excluded"];
  const open = Object.values(garage.bookings).filter((one) => one.who === who && STANDS.includes(one.state)).length;
  return open >= PAPER_RULES.quota ? ["parking/quota"] : [];
};

const book = (garage: Garage, intent: Extract<ParkingIntent, { do: "book" }>, nowMs: number): Decided => {
  const { key, who, space, from, until, confirm } = intent;
  const past = wrongTimes(intent, nowMs, false);
  if (past.length > 0) return past;
  const amount = priceOf(intent);
  const codes = [
    ...standing(garage, who),
    ...obstacles(garage, key, intent, nowMs),
    ...(freeOf(garage, who) < amount ? ["ledger/insufficient-available"] : []),
  ];
  if (codes.length > 0) return codes;
  const state = confirm ? (garage.spaces[space]?.asks ? "pending-owner" : "confirmed") : "held";
  const money = { amount, held: amount, paid: 0, owed: 0 };
  const made = { space, who, from, until, state, ...money, changes: 0, madeMs: nowMs };
  return withBooking(purse(garage, who, { held: amount }), key, { ...made, runsOutMs: runsOut(state, nowMs) });
};

const rebook = (
  garage: Garage,
  id: string,
  wanted: PaperStretch & { readonly space: string },
  nowMs: number,
): Decided => {
  const booking = garage.bookings[id] as PaperBooking;
  if (booking.changes >= PAPER_RULES.changes) return ["parking/changes"];
  const past = wrongTimes(wanted, nowMs, wanted.from === booking.from);
  if (past.length > 0) return past;
  const amount = priceOf(wanted);
  const more = Math.max(0, amount - booking.held);
  const { who } = booking;
  const codes = [
    ...obstacles(garage, id, { ...wanted, who }, nowMs),
    ...(more > 0 && freeOf(garage, who) < more ? ["ledger/insufficient-available"] : []),
  ];
  if (codes.length > 0) return codes;
  const { space, from, until } = wanted;
  const next = { ...booking, space, from, until, amount, held: booking.held + more, changes: booking.changes + 1 };
  return withBooking(purse(garage, who, { held: more }), id, next);
};

const refund = ({ amount, madeMs, from }: PaperBooking, nowMs: number): number => {
  const ahead = (from - nowMs) / MINUTE;
  if (ahead > 0 && nowMs - madeMs <= PAPER_RULES.cooling * MINUTE) return amount;
  if (ahead >= 24 * 60) return amount;
  return ahead >= 2 * 60 ? Math.ceil(amount / 2) : 0;
};

const leave = (garage: Garage, id: string, nowMs: number): Garage => {
  const booking = garage.bookings[id] as PaperBooking;
  const late = Math.max(0, Math.ceil((nowMs - booking.until) / MINUTE) - PAPER_RULES.grace);
  const hours = Math.max(0, Math.ceil((late - PAPER_RULES.free) / 60));
  const fee = hours * 2 * 2 * PAPER_RULES.half;
  const isPayable = freeOf(garage, booking.who) + booking.held - booking.amount >= fee;
  const left = ended(garage, id, "completed", booking.amount, isPayable ? fee : 0);
  const owed = isPayable ? 0 : fee;
  const marked = purse(left, booking.who, { owed, overstays: late > PAPER_RULES.free ? 1 : 0 });
  return withBooking(marked, id, { ...(left.bookings[id] as PaperBooking), owed });
};

/** A debt is paid later: the owner's alone. */
const payDebt = (garage: Garage, id: string): Decided => {
  const booking = garage.bookings[id] as PaperBooking;
  const { who, owed, paid, space } = booking;
  if (owed === 0) return ["parking/nothing-owed"];
  if (freeOf(garage, who) < owed) return ["ledger/insufficient-available"];
  const split = purse(purse(garage, who, { balance: -owed, owed: -owed }), garage.spaces[space]?.owner ?? "", {
    balance: owed,
  });
  return withBooking(split, id, { ...booking, owed: 0, paid: paid + owed });
};

const FROM: Readonly<Record<string, readonly string[]>> = {
  confirm: ["held"],
  accept: ["pending-owner"],
  reject: ["pending-owner"],
  cancel: ["held", "pending-owner", "confirmed"],
  recall: ["confirmed"],
  extend: ["held", "confirmed", "active"],
  move: ["held", "confirmed"],
  "check-in": ["confirmed"],
  "check-out": ["active", "overstay"],
  pay: ["completed"],
};

type OnBooking = Exclude<ParkingIntent, { do: "book" | "close" }>;

const step = (garage: Garage, intent: OnBooking, nowMs: number): Decided => {
  const id = intent.booking;
  const booking = garage.bookings[id] as PaperBooking;
  const owner = garage.spaces[booking.space]?.owner ?? "";
  if ("by" in intent && intent.by !== owner) return ["resource/not-found"];
  const from = FROM[intent.do] as readonly string[];
  if (!from.includes(booking.state)) return ["parking/wrong-state"];
  if (booking.runsOutMs !== undefined && booking.runsOutMs <= nowMs) return ["parking/hold-expired"];
  const kept = (state: string): Garage =>
    withBooking(garage, id, { ...booking, state, runsOutMs: runsOut(state, nowMs) });
  switch (intent.do) {
    case "confirm":
      return kept(garage.spaces[booking.space]?.asks ? "pending-owner" : "confirmed");
    case "accept":
      return kept("confirmed");
    case "reject":
      return ended(garage, id, "rejected", 0);
    case "recall":
      return purse(ended(garage, id, "cancelled-by-owner", 0), owner, { recalls: 1 });
    case "cancel": {
      const back = booking.state === "confirmed" ? refund(booking, nowMs) : booking.amount;
      return ended(garage, id, "cancelled-by-renter", booking.amount - back);
    }
    case "check-in": {
      const [first, last] = [booking.from - PAPER_RULES.early * MINUTE, booking.until + PAPER_RULES.grace * MINUTE];
      return nowMs < first || nowMs >= last
        ? ["parking/outside-window"]
        : withBooking(garage, id, { ...booking, state: "active" });
    }
    case "check-out":
      return leave(garage, id, nowMs);
    case "pay":
      return payDebt(garage, id);
    case "extend":
      return intent.until <= booking.until
        ? ["parking/interval"]
        : rebook(garage, id, { space: booking.space, from: booking.from, until: intent.until }, nowMs);
    case "move":
      if (booking.state === "confirmed" && booking.from + PAPER_RULES.noShow * MINUTE <= nowMs) {
        return ["parking/wrong-state"];
      }
      return garage.spaces[intent.space]?.asks && intent.space !== booking.space
        ? ["parking/asks-owner"]
        : rebook(garage, id, intent, nowMs);
  }
};

/**
 * A change of the windows is asked for at a revision. A repetition whose first try was carried out, but not heard of,
 * is told that the space has changed: it was this change that did it, or another one; the table says which.
 */
const close = (
  garage: Garage,
  intent: Extract<ParkingIntent, { do: "close" }>,
  code: string | undefined,
): Garage | undefined => {
  const space = garage.spaces[intent.space] as PaperSpace;
  const isOld = space.revision !== intent.revision;
  if (isOld) return code === "request/stale" ? garage : undefined;
  if (code !== undefined && code !== "request/stale") return undefined;
  const next = { ...space, closed: intent.closed, revision: space.revision + 1 };
  return { ...garage, spaces: { ...garage.spaces, [intent.space]: next } };
};

/** The garage after a command that got an answer; undefined where it may not get that one. */
export const applyParking = (
  garage: Garage,
  intent: ParkingIntent,
  code: string | undefined,
  nowMs: number,
): Garage | undefined => {
  if (intent.do === "close") return close(garage, intent, code);
  const text = JSON.stringify(intent);
  const earlier = garage.answers[intent.key];
  if (earlier) return code === (earlier.text === text ? earlier.code : "request/key-reused") ? garage : undefined;
  const decided = intent.do === "book" ? book(garage, intent, nowMs) : step(garage, intent, nowMs);
  if (!Array.isArray(decided)) {
    return code === undefined ? { ...decided, answers: { ...decided.answers, [intent.key]: { text } } } : undefined;
  }
  if (code === undefined || !decided.includes(code)) return undefined;
  const pinned = errorEntry(code as ErrorCode).pinned;
  return pinned ? { ...garage, answers: { ...garage.answers, [intent.key]: { text, code } } } : garage;
};

/** The garage after the job that does what time does. */
export const timePasses = (garage: Garage, nowMs: number): Garage =>
  Object.entries(garage.bookings).reduce((before, [id, booking]) => {
    const { state, who, runsOutMs, from, until, amount } = booking;
    if (runsOutMs !== undefined && runsOutMs <= nowMs) return ended(before, id, "expired", 0);
    if (state === "confirmed" && from + PAPER_RULES.noShow * MINUTE <= nowMs) {
      return purse(ended(before, id, "no-show", amount), who, { noShows: 1 });
    }
    if (state === "active" && until + PAPER_RULES.grace * MINUTE <= nowMs) {
      return withBooking(before, id, { ...booking, state: "overstay" });
    }
    return before;
  }, garage);

/** Whether clocks that differ by parts of a second judge everything alike. */
export const isClear = (garage: Garage, nowMs: number): boolean => {
  const within = nowMs % MINUTE;
  if (within < EDGE_MS || within > MINUTE - EDGE_MS) return false;
  const edges = Object.values(garage.bookings).flatMap(({ runsOutMs, madeMs }) => [
    runsOutMs ?? 0,
    madeMs + PAPER_RULES.cooling * MINUTE,
  ]);
  return edges.every((edge) => Math.abs(edge - nowMs) > EDGE_MS);
};

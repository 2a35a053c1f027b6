/**
 * Shared parking on paper: who stands in which minute of a space, and what each driver has. It knows nothing of day
 * documents, holds of the ledger, revisions or records, and is what the product's answers are held against.
 */
import { type ErrorCode, errorEntry } from "../../../schemas/errors.ts";

const MINUTE = 60_000;
const HALF_HOUR = 30;

/** The rules of the play: what a started half hour costs, at most a day, and the limits in minutes. */
export const PAPER_RULES = {
  half: 5,
  dayCap: 60,
  quota: 3,
  hold: 5,
  answer: 120,
  early: 10,
  grace: 15,
  buffer: 15,
  grid: 15,
  cooling: 10,
  noShow: 30,
  free: 15,
  changes: 8,
} as const;

/** A stretch of time in ms, its end not included. */
export interface PaperStretch {
  readonly from: number;
  readonly until: number;
}

/** A space: whether its owner accepts each booking, and when it is closed by way of exception. */
export interface PaperSpace {
  readonly owner: string;
  readonly asks: boolean;
  readonly revision: number;
  readonly closed: readonly PaperStretch[];
}

/** A booking, in the state in which somebody last left it. */
export interface PaperBooking extends PaperStretch {
  readonly space: string;
  readonly who: string;
  readonly state: string;
  readonly amount: number;
  readonly held: number;
  readonly paid: number;
  readonly changes: number;
  readonly madeMs: number;
  readonly runsOutMs?: number | undefined;
}

/** What a person has, and how much of it is reserved. */
export interface PaperPurse {
  readonly balance: number;
  readonly held: number;
}

/** All of it. */
export interface Garage {
  readonly spaces: Readonly<Record<string, PaperSpace>>;
  readonly bookings: Readonly<Record<string, PaperBooking>>;
  readonly purses: Readonly<Record<string, PaperPurse>>;
  readonly answers: Readonly<Record<string, { readonly text: string; readonly code?: string }>>;
}

/** What a command means. */
export type ParkingIntent =
  | ({
      readonly do: "book";
      readonly key: string;
      readonly who: string;
      readonly space: string;
      readonly confirm: boolean;
    } & PaperStretch)
  | { readonly do: "confirm" | "cancel" | "check-in" | "check-out"; readonly key: string; readonly booking: string }
  | { readonly do: "accept" | "reject" | "recall"; readonly key: string; readonly booking: string }
  | { readonly do: "extend"; readonly key: string; readonly booking: string; readonly until: number }
  | ({ readonly do: "move"; readonly key: string; readonly booking: string; readonly space: string } & PaperStretch)
  | {
      readonly do: "close";
      readonly key: string;
      readonly space: string;
      readonly revision: number;
      readonly closed: readonly PaperStretch[];
    };

type Decided = Garage | string[];
const STANDS = ["held", "pending-owner", "confirmed", "active", "overstay"];

/** Whether a booking takes its stretch of the space at this instant. */
export const stands = ({ state, runsOutMs }: PaperBooking, nowMs: number): boolean =>
  STANDS.includes(state) && (runsOutMs === undefined || runsOutMs > nowMs);

/** The minutes of a space, each with the booking that stands in it; two in one minute are a fault of the play. */
export const minutesOf = (
  garage: Garage,
  space: string,
  nowMs: number,
  without?: string,
): ReadonlyMap<number, string> => {
  const minutes = new Map<number, string>();
  for (const [id, booking] of Object.entries(garage.bookings)) {
    if (id === without || booking.space !== space || !stands(booking, nowMs)) continue;
    for (let at = booking.from; at < booking.until; at += MINUTE) {
      const other = minutes.get(at);
      if (other !== undefined) throw new Error(`${id} and ${other} stand in one minute`);
      minutes.set(at, id);
    }
  }
  return minutes;
};

const obstacles = (
  garage: Garage,
  id: string,
  wanted: PaperStretch & { readonly space: string; readonly who: string },
  nowMs: number,
): string[] => {
  const had = garage.bookings[id];
  const closed = garage.spaces[wanted.space]?.closed ?? [];
  const minutes = minutesOf(garage, wanted.space, nowMs, id);
  const buffer = PAPER_RULES.buffer * MINUTE;
  const codes = new Set<string>();
  for (let at = wanted.from - buffer; at < wanted.until + buffer; at += MINUTE) {
    const within = at >= wanted.from && at < wanted.until;
    const own = had !== undefined && had.space === wanted.space && at >= had.from && at < had.until;
    if (within && !own && closed.some(({ from, until }) => from <= at && at < until)) codes.add("parking/closed");
    const other = minutes.get(at);
    if (other !== undefined && (within || garage.bookings[other]?.who !== wanted.who)) codes.add("parking/taken");
  }
  return [...codes];
};

const priceOf = ({ from, until }: PaperStretch): number => {
  const minutes = (until - from) / MINUTE;
  const part = (of: number): number => Math.min(Math.ceil(of / HALF_HOUR) * PAPER_RULES.half, PAPER_RULES.dayCap);
  return Math.floor(minutes / 1_440) * part(1_440) + part(minutes % 1_440);
};

const purse = (garage: Garage, who: string, by: Partial<PaperPurse>): Garage => {
  const before = garage.purses[who] as PaperPurse;
  const after = { balance: before.balance + (by.balance ?? 0), held: before.held + (by.held ?? 0) };
  return { ...garage, purses: { ...garage.purses, [who]: after } };
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

const book = (garage: Garage, intent: Extract<ParkingIntent, { do: "book" }>, nowMs: number): Decided => {
  const { key, who, space, from, until, confirm } = intent;
  const past = wrongTimes(intent, nowMs, false);
  if (past.length > 0) return past;
  const open = Object.values(garage.bookings).filter((one) => one.who === who && STANDS.includes(one.state)).length;
  const amount = priceOf(intent);
  const codes = [
    ...(open >= PAPER_RULES.quota ? ["parking/quota"] : []),
    ...obstacles(garage, key, intent, nowMs),
    ...(freeOf(garage, who) < amount ? ["ledger/insufficient-available"] : []),
  ];
  if (codes.length > 0) return codes;
  const state = confirm ? (garage.spaces[space]?.asks ? "pending-owner" : "confirmed") : "held";
  const money = { amount, held: amount, paid: 0 };
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
  const payable = freeOf(garage, booking.who) + booking.held - booking.amount >= fee;
  return ended(garage, id, "completed", booking.amount, payable ? fee : 0);
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
};

type OnBooking = Exclude<ParkingIntent, { do: "book" | "close" }>;

const step = (garage: Garage, intent: OnBooking, nowMs: number): Decided => {
  const id = intent.booking;
  const booking = garage.bookings[id] as PaperBooking;
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
      return ended(garage, id, "cancelled-by-owner", 0);
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
    const { state, runsOutMs, from, until, amount } = booking;
    if (runsOutMs !== undefined && runsOutMs <= nowMs) return ended(before, id, "expired", 0);
    if (state === "confirmed" && from + PAPER_RULES.noShow * MINUTE <= nowMs) {
      return ended(before, id, "no-show", amount);
    }
    if (state === "active" && until + PAPER_RULES.grace * MINUTE <= nowMs) {
      return withBooking(before, id, { ...booking, state: "overstay" });
    }
    return before;
  }, garage);

/** Whether clocks that differ by parts of a second judge everything alike. */
export const isClear = (garage: Garage, nowMs: number): boolean => {
  const apart = 2_000;
  const within = nowMs % MINUTE;
  if (within < apart || within > MINUTE - apart) return false;
  const edges = Object.values(garage.bookings).flatMap(({ runsOutMs, madeMs }) => [
    runsOutMs ?? 0,
    madeMs + PAPER_RULES.cooling * MINUTE,
  ]);
  return edges.every((edge) => Math.abs(edge - nowMs) > apart);
};

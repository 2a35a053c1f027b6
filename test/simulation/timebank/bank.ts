/**
 * A time bank on paper: hours by person and in the care pool, and orders as lines of a list. What is reserved, what
 * somebody has taken on and what counts towards a cap is read off the list each time, never kept beside it.
 */

/** The rules of the play, in minutes. */
export const PAPER_RULES = {
  step: 15,
  session: 90,
  /** Of a volunteer's local day. */
  day: 150,
  /** Most that an account may have, with what comes to it; more goes to the care pool. */
  cap: 150,
  early: 30,
  silence: 60,
  /** Local hour at which the day before it is settled, and the zone's distance from UTC. */
  settledAt: 14,
  zoneHours: 8,
} as const;

/** A minute and an hour, ms. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** An order on paper; instants in ms. */
export interface PaperOrder {
  readonly state: string;
  readonly who: string;
  readonly care: boolean;
  readonly from: number;
  readonly until: number;
  readonly minutes: number;
  readonly volunteer?: string | undefined;
  /** Minutes that acceptance reserved, and where they will go. */
  readonly held?: number | undefined;
  readonly toCare?: boolean | undefined;
  readonly in?: number | undefined;
  readonly out?: number | undefined;
  /** End of a session that nobody signed out of. */
  readonly stopped?: number | undefined;
  readonly credited?: number | undefined;
  readonly confirmed?: number | undefined;
  /** When something happens by itself. */
  readonly due?: number | undefined;
}

/** What was answered under a key, for its repetition. */
export interface PaperAnswer {
  readonly text: string;
  readonly code?: string;
}

/** The whole time bank. */
export interface Bank {
  readonly hours: Readonly<Record<string, number>>;
  /** Who is on the care list. */
  readonly listed: readonly string[];
  /** What the care pool has, reserved or not. */
  readonly care: number;
  /** Minutes served in a lifetime, and how often. */
  readonly honour: Readonly<Record<string, readonly [minutes: number, times: number]>>;
  readonly orders: Readonly<Record<string, PaperOrder>>;
  /** Gifts, donations and hours that the storage cap took: one journal entry each. */
  readonly moves: number;
  readonly answers: Readonly<Record<string, PaperAnswer>>;
}

type On = { readonly key: string; readonly order: string };

/** What a command means. */
export type BankIntent =
  | {
      readonly do: "ask";
      readonly key: string;
      readonly who: string;
      readonly care: boolean;
      readonly from: number;
      readonly until: number;
      readonly minutes: number;
    }
  | (On & { readonly do: "accept" | "withdraw" | "decline-match" | "dispute"; readonly by: string })
  | (On & { readonly do: "cancel" | "no-show" | "confirm" | "check-in" | "check-out" | "settle" })
  | (On & { readonly do: "match"; readonly volunteer: string })
  | (On & { readonly do: "correct"; readonly in: number; readonly out: number })
  | (On & { readonly do: "resolve"; readonly minutes: number })
  | { readonly do: "give"; readonly key: string; readonly who: string; readonly to: string; readonly minutes: number }
  | { readonly do: "donate"; readonly key: string; readonly who: string; readonly minutes: number };

const HOLDING = ["accepted", "checked-in", "checked-out", "disputed", "confirmed"];

/** Whether an order has minutes reserved in somebody's account or in the care pool. */
export const reserves = ({ state, care, toCare }: PaperOrder): boolean => HOLDING.includes(state) && !(care && toCare);

const sum = (bank: Bank, of: (order: PaperOrder) => number): number =>
  Object.values(bank.orders).reduce((total, order) => total + of(order), 0);

/** Minutes of somebody that are reserved. */
export const heldOf = (bank: Bank, who: string): number =>
  sum(bank, (order) => (reserves(order) && !order.care && order.who === who ? (order.held ?? 0) : 0));

/** Minutes that are reserved for somebody. */
export const comingTo = (bank: Bank, who: string): number =>
  sum(bank, (order) => (reserves(order) && !order.toCare && order.volunteer === who ? (order.held ?? 0) : 0));

/** What the care pool may still use. */
export const careFree = (bank: Bank): number =>
  bank.care - sum(bank, (order) => (reserves(order) && order.care ? (order.held ?? 0) : 0));

/** The local day of an instant, as a number. */
export const dayOf = (ms: number): number => Math.floor((ms + PAPER_RULES.zoneHours * HOUR) / (24 * HOUR));

const DONE = ["accepted", "checked-in", "checked-out", "disputed", "confirmed", "settled", "resolved"];

/** What an order counts towards its volunteer's caps. */
const counts = ({ state, credited, held }: PaperOrder): number => (DONE.includes(state) ? (credited ?? held ?? 0) : 0);

/** Minutes of a volunteer on a local day. */
export const usedOn = (bank: Bank, who: string, day: number): number =>
  sum(bank, (order) => (order.volunteer === who && dayOf(order.from) === day ? counts(order) : 0));

/** A stretch of time that a volunteer has promised, is in, or has served. */
export interface PaperSession {
  readonly order: string;
  readonly kind: "planned" | "running" | "ended";
  readonly from: number;
  readonly until: number;
}

/** Everything that a volunteer has taken on. */
export const sessionsOf = (bank: Bank, who: string): readonly PaperSession[] =>
  Object.entries(bank.orders).flatMap(([id, order]): PaperSession[] => {
    const { state, volunteer, from, until } = order;
    if (volunteer !== who || !DONE.includes(state)) return [];
    if (state === "accepted") return [{ order: id, kind: "planned", from, until }];
    const begun = order.in ?? from;
    if (state === "checked-in") {
      return [{ order: id, kind: "running", from: begun, until: Math.max(until, begun + 1) }];
    }
    return [{ order: id, kind: "ended", from: begun, until: order.out ?? order.stopped ?? until }];
  });

/** The bank with an order changed. */
export const withOrder = (bank: Bank, id: string, changes: Partial<PaperOrder>): Bank => ({
  ...bank,
  orders: { ...bank.orders, [id]: { ...(bank.orders[id] as PaperOrder), ...changes } },
});

/** The bank with more or fewer hours of somebody. */
export const withHours = (bank: Bank, who: string, by: number): Bank => ({
  ...bank,
  hours: { ...bank.hours, [who]: (bank.hours[who] ?? 0) + by },
});

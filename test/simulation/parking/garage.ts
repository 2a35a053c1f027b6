/** The garage on paper: what there is in it, who stands in which minute of a space, and what a stay costs. */

/** A minute in ms. */
export const MINUTE = 60_000;
const HALF_HOUR = 30;

/** The rules of the play: what a started half hour costs, at most a day, the limits in minutes, and of marks. */
export const PAPER_RULES = {
  half: 5,
  dayCap: 60,
  quota: 2,
  hold: 30,
  answer: 120,
  early: 10,
  grace: 15,
  buffer: 15,
  grid: 15,
  cooling: 10,
  noShow: 30,
  free: 15,
  changes: 8,
  overstays: 1,
  noShows: 2,
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
  /** Fee for overstaying that could not be paid. */
  readonly owed: number;
  readonly changes: number;
  readonly madeMs: number;
  readonly runsOutMs?: number | undefined;
}

/** What a person has, how much of it is reserved, what they owe, and what is remembered of them. */
export interface PaperPurse {
  readonly balance: number;
  readonly held: number;
  readonly owed: number;
  readonly overstays: number;
  readonly noShows: number;
  /** How often they took a booked space back. */
  readonly recalls: number;
}

/** Somebody with so many points of whom nothing is remembered. */
export const purseOf = (balance: number): PaperPurse => ({
  ...{ balance, held: 0, owed: 0, overstays: 0, noShows: 0, recalls: 0 },
});

/** Whether somebody may not book any more: exclusions are longer than a play. */
export const isExcluded = ({ overstays, noShows }: PaperPurse): boolean =>
  overstays >= PAPER_RULES.overstays || noShows >= PAPER_RULES.noShows;

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
  | {
      readonly do: "confirm" | "cancel" | "check-in" | "check-out" | "pay";
      readonly key: string;
      readonly booking: string;
    }
  | {
      readonly do: "accept" | "reject" | "recall";
      readonly key: string;
      readonly booking: string;
      /** The owner of its space when it was asked: it may be in another one by now. */
      readonly by: string;
    }
  | { readonly do: "extend"; readonly key: string; readonly booking: string; readonly until: number }
  | ({ readonly do: "move"; readonly key: string; readonly booking: string; readonly space: string } & PaperStretch)
  | {
      readonly do: "close";
      readonly key: string;
      readonly space: string;
      readonly revision: number;
      readonly closed: readonly PaperStretch[];
    };

/** States in which a booking takes its stretch. */
export const STANDS = ["held", "pending-owner", "confirmed", "active", "overstay"];

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

/** Why a stretch cannot be taken at this instant; empty when it can. */
export const obstacles = (
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

/** Points that a stretch costs. */
export const priceOf = ({ from, until }: PaperStretch): number => {
  const minutes = (until - from) / MINUTE;
  const part = (of: number): number => Math.min(Math.ceil(of / HALF_HOUR) * PAPER_RULES.half, PAPER_RULES.dayCap);
  return Math.floor(minutes / 1_440) * part(1_440) + part(minutes % 1_440);
};

/**
 * A day of one space as one document: open windows, busy stretches and what is free of them. Days are local to the
 * lot; every instant is absolute, so days of 23 and 25 hours need no case of their own.
 */
import { differenceOf, type Interval, intersectionOf } from "../../shared/intervals.ts";
import { dayStart, dayText } from "../../shared/time.ts";

/** Milliseconds of a minute and of a quarter of an hour. */
export const MINUTE_MS = 60_000;
/** A quarter of an hour, the step of the bitmap. */
export const QUARTER_MS = 15 * MINUTE_MS;
/** Quarters of the longest local day that a zone has (a change of up to two hours). */
export const QUARTERS_MAX = 104;
/** Surely in the next local day, seen from the start of a day of 22 to 26 hours. */
const NEXT_DAY_MS = 36 * 60 * MINUTE_MS;

/** A local day `YYYYMMDD` with its first instant, and the next day's. */
export interface LocalDay extends Interval {
  readonly day: string;
}

/** The local day that an instant lies in. */
export const localDay = (ms: number, zone: string): LocalDay => {
  const day = dayText(new Date(ms), zone);
  const fromMs = dayStart(day, zone).getTime();
  const next = dayText(new Date(fromMs + NEXT_DAY_MS), zone);
  return { day, fromMs, untilMs: dayStart(next, zone).getTime() };
};

/** The local days that have an instant in a stretch, in order. */
export const localDays = ({ fromMs, untilMs }: Interval, zone: string): LocalDay[] => {
  const days: LocalDay[] = [];
  for (let at = fromMs; at < untilMs; ) {
    const day = localDay(at, zone);
    days.push(day);
    at = day.untilMs;
  }
  return days;
};

/** `held`: until it expires; `pending`: until the owner answers; `booked`: until it ends. */
export type BusyKind = "held" | "pending" | "booked";

/** A stretch that a booking takes of a space. */
export interface Busy extends Interval {
  readonly booking: string;
  /** Tells renters apart without naming them: the last eight characters of the id. */
  readonly renter: string;
  readonly kind: BusyKind;
  /** Minutes that another renter must keep away. */
  readonly buffer: number;
  /** When a hold or an owner's time to answer ends; the stretch is free from then on. */
  readonly expiresMs?: number | undefined;
}

/** The place of a space among those of its lot. */
export interface Spot {
  readonly id: string;
  readonly lot: string;
  readonly label: string;
}

/** One space's document of one day. */
export interface DayDocument {
  readonly space: Spot;
  readonly day: LocalDay;
  /** 0 while it has not been stored. */
  readonly revision: number;
  /** Revision of the space's availability that `open` was made from. */
  readonly availability: number;
  /** Open windows within the day. */
  readonly open: readonly Interval[];
  /** Busy stretches that touch the day, buffers included; they may begin before and end after it. */
  readonly busy: readonly Busy[];
}

/** How a document tells renters apart. */
export const renterTag = (renter: string): string => renter.slice(-8);

/** Busy stretches that still count at `nowMs`; an expired hold is free for everyone, whether or not it was removed. */
export const live = (busy: readonly Busy[], nowMs: number): Busy[] =>
  busy.filter(({ expiresMs }) => expiresMs === undefined || expiresMs > nowMs);

/** The stretch with its buffer on both sides: its booking stands in the documents of every day that this touches. */
export const reach = ({ fromMs, untilMs, buffer }: Interval & Pick<Busy, "buffer">): Interval => ({
  fromMs: fromMs - buffer * MINUTE_MS,
  untilMs: untilMs + buffer * MINUTE_MS,
});

/** Whether two stretches may not both stand: they overlap, or are too close for two different renters. */
export const collide = (a: Busy, b: Busy): boolean => {
  const gapMs = a.renter === b.renter ? 0 : Math.max(a.buffer, b.buffer) * MINUTE_MS;
  return a.fromMs < b.untilMs + gapMs && b.fromMs < a.untilMs + gapMs;
};

/** Busy stretches of all documents, each booking once. */
export const busyOf = (days: readonly DayDocument[]): Busy[] => [
  ...new Map(days.flatMap(({ busy }) => busy).map((one) => [one.booking, one])).values(),
];

/**
 * Why a stretch does not fit: `closed` where it is not open throughout (what the booking had before stays its own),
 * `taken` where another one is in the way.
 */
export const obstacle = (
  days: readonly DayDocument[],
  wanted: Busy,
  nowMs: number,
  had: readonly Interval[] = [],
): "closed" | "taken" | undefined => {
  const open = [...days.flatMap((day) => day.open), ...had];
  if (differenceOf([wanted], open).length > 0) return "closed";
  const others = live(busyOf(days), nowMs).filter(({ booking }) => booking !== wanted.booking);
  return others.some((other) => collide(other, wanted)) ? "taken" : undefined;
};

/** Whether two stretches have an instant in common. */
export const touches = (a: Interval, b: Interval): boolean => a.fromMs < b.untilMs && b.fromMs < a.untilMs;

/** The document one revision on, without a booking's stretch and without what has expired. */
export const without = (document: DayDocument, booking: string, nowMs: number): DayDocument => ({
  ...document,
  revision: document.revision + 1,
  busy: live(document.busy, nowMs).filter((one) => one.booking !== booking),
});

/** The document one revision on, with a stretch in place of what its booking had there. */
export const withBusy = (document: DayDocument, wanted: Busy, nowMs: number): DayDocument => {
  const next = without(document, wanted.booking, nowMs);
  return touches(document.day, reach(wanted)) ? { ...next, busy: [...next.busy, wanted] } : next;
};

/** What is open and not taken within a range, buffers left out. */
export const freeTimes = (days: readonly DayDocument[], range: Interval, nowMs: number): Interval[] => {
  const open = intersectionOf(
    days.flatMap((day) => day.open),
    [range],
  );
  return differenceOf(open, live(busyOf(days), nowMs));
};

/** Quarters of a day that a stretch has an instant in: the first, and the first behind it. */
const quartersIn = (day: Interval, { fromMs, untilMs }: Interval): readonly [number, number] => [
  Math.max(Math.floor((fromMs - day.fromMs) / QUARTER_MS), 0),
  Math.min(Math.ceil((Math.min(untilMs, day.untilMs) - day.fromMs) / QUARTER_MS), QUARTERS_MAX),
];

/**
 * Bitmap of the quarters that may be free, the day's first quarter in the highest bit of the first byte: those with an
 * instant that is open and not booked. Holds count as free, because they end without anybody writing.
 */
export const openQuarters = (document: DayDocument): Uint8Array => {
  const { day, open, busy } = document;
  const bits = new Uint8Array(QUARTERS_MAX / 8);
  const booked = busy.filter(({ expiresMs }) => expiresMs === undefined);
  for (const free of differenceOf(open, booked)) {
    const [first, end] = quartersIn(day, free);
    for (let quarter = first; quarter < end; quarter++) {
      const byte = quarter >> 3;
      bits[byte] = (bits[byte] as number) | (0x80 >> (quarter & 7));
    }
  }
  return bits;
};

/** Whether a bitmap leaves a stretch possible within its day; what it leaves, the document still has to judge. */
export const mayFit = (bits: Uint8Array, day: Interval, stretch: Interval): boolean => {
  const [first, end] = quartersIn(day, stretch);
  for (let quarter = first; quarter < end; quarter++) {
    if (((bits[quarter >> 3] as number) & (0x80 >> (quarter & 7))) === 0) return false;
  }
  return true;
};

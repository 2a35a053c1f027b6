/**
 * What one volunteer has taken on: sessions to come and of the last days, minutes by period, lifetime honour. It is one
 * item under one revision, so two sessions that overlap, or one too many for a cap, cannot both be written.
 */
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { type Periods, periodsAt } from "../../shared/time.ts";
import { starsOf } from "./minutes.ts";

/** Most sessions to come and of the last days on one volunteer. */
export const SESSIONS_MAX = 60;
/** Ended sessions are kept this long, a day more than a steward may record afterwards. */
const KEEP_MS = 8 * 86_400_000;

export interface Session {
  readonly order: string;
  readonly fromMs: number;
  /** Not included; the planned end while it runs. */
  readonly untilMs: number;
  readonly state: "planned" | "running" | "ended";
  /** Minutes that count towards the caps: planned, then credited. */
  readonly minutes: number;
  /** Planned start, in whose periods the minutes count. */
  readonly plannedMs: number;
}

/** A member as the time bank knows them; revision 0 has not been stored yet. */
export interface Volunteer {
  readonly id: string;
  readonly sessions: readonly Session[];
  /** Minutes by period (`d20417`, `w2916`, `m24322`, `y2026`), old periods dropped. */
  readonly used: Readonly<Record<string, number>>;
  /** Minutes credited or planned in a lifetime. */
  readonly total: number;
  /** Minutes served in a lifetime; never falls. */
  readonly honour: number;
  readonly served: number;
  readonly ratings: number;
  readonly ratingSum: number;
  /** Minutes granted from the seed budget. */
  readonly seed: number;
  /** Stars reached under whatever thresholds held then; never falls. */
  readonly stars: number;
  /** Stars that have been announced. */
  readonly told: number;
  /** Last movement of the member's account for which a notice of inactivity went out, µs. */
  readonly quiet: number;
  readonly revision: number;
}

/** A member who has done nothing yet. */
export const newVolunteer = (id: string): Volunteer => ({
  id,
  sessions: [],
  used: {},
  total: 0,
  honour: 0,
  served: 0,
  ratings: 0,
  ratingSum: 0,
  seed: 0,
  stars: 0,
  told: 0,
  quiet: 0,
  revision: 0,
});

const PERIODS = ["day", "week", "month", "year"] as const;
type Period = (typeof PERIODS)[number];
const slot = (period: Period, periods: Periods): string => `${period[0]}${periods[period]}`;
/** How many periods before the present one may still be corrected. */
const BACK: Readonly<Record<Period, number>> = { day: 9, week: 2, month: 1, year: 1 };

const pruned = (volunteer: Volunteer, now: Date, zone: string): Volunteer => {
  const present = periodsAt(now, zone);
  const used = Object.entries(volunteer.used).filter(([name, minutes]) => {
    const period = PERIODS.find((each) => each[0] === name[0]) as Period;
    return minutes > 0 && Number(name.slice(1)) >= present[period] - BACK[period];
  });
  const since = now.getTime() - KEEP_MS;
  const sessions = volunteer.sessions.filter(({ state, untilMs }) => state !== "ended" || untilMs >= since);
  return { ...volunteer, used: Object.fromEntries(used), sessions };
};

const add = (volunteer: Volunteer, plannedMs: number, minutes: number, zone: string): Volunteer => {
  const periods = periodsAt(new Date(plannedMs), zone);
  const used = { ...volunteer.used };
  for (const period of PERIODS) {
    const name = slot(period, periods);
    used[name] = Math.max((used[name] ?? 0) + minutes, 0);
  }
  return { ...volunteer, used, total: Math.max(volunteer.total + minutes, 0) };
};

/** What a volunteer has used of each cap in the periods of an instant, beside its limit. */
export const usages = (volunteer: Volunteer, caps: PolicyProfile["caps"], at: Date, zone: string): Usage[] =>
  usagesIn(volunteer, caps, periodsAt(at, zone));

/** What has been used of a cap, in minutes. */
export interface Usage {
  readonly period: string;
  readonly limit: number;
  readonly used: number;
}

/** What a volunteer has used of each cap in given periods, beside its limit. */
export const usagesIn = (volunteer: Volunteer, caps: PolicyProfile["caps"], periods: Periods): Usage[] => {
  const limits = { day: caps.dayMinutes, week: caps.weekMinutes, month: caps.monthMinutes, year: caps.yearMinutes };
  return [
    ...PERIODS.flatMap((period) => {
      const limit = limits[period];
      return limit === null ? [] : [{ period, limit, used: volunteer.used[slot(period, periods)] ?? 0 }];
    }),
    ...(caps.totalMinutes === null ? [] : [{ period: "lifetime", limit: caps.totalMinutes, used: volunteer.total }]),
  ];
};

/** True where a session has an instant in [fromMs, untilMs). */
export const overlaps = (session: Pick<Session, "fromMs" | "untilMs">, fromMs: number, untilMs: number): boolean =>
  session.fromMs < untilMs && fromMs < session.untilMs;

const overlapRefusal = ({ order, fromMs, untilMs }: Session): Refusal =>
  refuse("timebank/session-overlap", {
    order,
    from: new Date(fromMs).toISOString(),
    until: new Date(untilMs).toISOString(),
  });

export type Taken = { readonly volunteer: Volunteer } | { readonly refusals: readonly Refusal[] };

/** The situation in which a session is judged. */
export interface When {
  readonly now: Date;
  readonly zone: string;
}

/** Takes on a session; refused where it overlaps another one, or its minutes pass a cap of the policy. */
export const take = (
  volunteer: Volunteer,
  session: Session,
  caps: PolicyProfile["caps"],
  { now, zone }: When,
): Taken => {
  const current = pruned(volunteer, now, zone);
  const clash = current.sessions.find((other) => overlaps(other, session.fromMs, session.untilMs));
  if (clash) return { refusals: [overlapRefusal(clash)] };
  if (current.sessions.length >= SESSIONS_MAX) {
    return { refusals: [refuse("timebank/too-many-sessions", { limit: SESSIONS_MAX })] };
  }
  const { minutes } = session;
  const over = usages(current, caps, new Date(session.plannedMs), zone).filter(
    ({ limit, used }) => used + minutes > limit,
  );
  if (over.length > 0) return { refusals: over.map((usage) => refuse("timebank/cap", { ...usage, minutes })) };
  const counted = add(current, session.plannedMs, minutes, zone);
  return { volunteer: { ...counted, sessions: [...current.sessions, session] } };
};

const without = (volunteer: Volunteer, order: string) =>
  volunteer.sessions.filter((session) => session.order !== order);

const sessionOf = (volunteer: Volunteer, order: string): Session | undefined =>
  volunteer.sessions.find((session) => session.order === order);

/** Gives a session back that was not served. */
export const giveBack = (volunteer: Volunteer, order: string, { now, zone }: When): Volunteer => {
  const session = sessionOf(volunteer, order);
  if (!session) return volunteer;
  const freed = add(volunteer, session.plannedMs, -session.minutes, zone);
  return pruned({ ...freed, sessions: without(volunteer, order) }, now, zone);
};

/**
 * Begins a session at the instant of signing in. Refused while another one runs, and where that instant lies in one
 * that has ended: what was measured never overlaps. A session that is only planned does not stand in the way.
 */
export const begin = (volunteer: Volunteer, order: string, inMs: number): Taken => {
  const others = without(volunteer, order);
  const clash = others.find(
    (other) => other.state === "running" || (other.state === "ended" && other.fromMs <= inMs && inMs < other.untilMs),
  );
  if (clash) return { refusals: [overlapRefusal(clash)] };
  const session = sessionOf(volunteer, order);
  if (!session) throw new Error("an accepted order without a session");
  const untilMs = Math.max(session.untilMs, inMs + 1);
  return {
    volunteer: { ...volunteer, sessions: [...others, { ...session, fromMs: inMs, untilMs, state: "running" }] },
  };
};

/** What an order counts so far, whether or not its session is still kept. */
export interface Counted {
  readonly id: string;
  /** Planned start. */
  readonly plannedMs: number;
  /** Minutes that count towards the caps now. */
  readonly counted: number;
}

/** Ends a session (or corrects an ended one): its measured time overlaps no other measured time. */
export const end = (
  volunteer: Volunteer,
  order: Counted,
  measured: { readonly inMs: number; readonly outMs: number; readonly credited: number },
  { now, zone }: When,
): Taken => {
  const others = without(volunteer, order.id);
  const { inMs, outMs, credited } = measured;
  const clash = others.find((other) => {
    if (other.state === "planned") return false;
    return overlaps(other.state === "running" ? { ...other, untilMs: now.getTime() } : other, inMs, outMs);
  });
  if (clash) return { refusals: [overlapRefusal(clash)] };
  const { id, plannedMs } = order;
  const next: Session = { order: id, plannedMs, fromMs: inMs, untilMs: outMs, state: "ended", minutes: credited };
  const counted = add(volunteer, plannedMs, credited - order.counted, zone);
  return { volunteer: { ...counted, sessions: [...others, next] } };
};

/** Ends a session without deciding on its minutes, as when its order is frozen: the volunteer may serve others. */
export const stop = (volunteer: Volunteer, order: string, untilMs: number): Volunteer => ({
  ...volunteer,
  sessions: volunteer.sessions.map((session) =>
    session.order === order && session.state !== "ended"
      ? { ...session, state: "ended", untilMs: Math.max(untilMs, session.fromMs) }
      : session,
  ),
});

/** The stars that a member has by these thresholds, or had by earlier ones: neither a new policy nor time takes one. */
export const starsOfMember = ({ stars, honour: minutes }: Volunteer, thresholds: readonly number[]): number =>
  Math.max(stars, starsOf(minutes, thresholds));

/**
 * Honours decided minutes, and the stars that they reach by `thresholds`; what was counted but not decided is given
 * back to the caps.
 */
export const honour = (
  volunteer: Volunteer,
  order: Counted,
  paid: number,
  { now, zone }: When,
  thresholds: readonly number[],
): Volunteer => {
  const counted = add(volunteer, order.plannedMs, paid - order.counted, zone);
  const sessions = counted.sessions.map((session) =>
    session.order === order.id ? { ...session, minutes: paid } : session,
  );
  const next = { ...counted, sessions, honour: counted.honour + paid, served: counted.served + 1 };
  return pruned({ ...next, stars: starsOfMember(next, thresholds) }, now, zone);
};

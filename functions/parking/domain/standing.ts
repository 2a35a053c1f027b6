/** How a person stands: marks for overstaying and not coming, exclusion, debts, and the appeal against an exclusion. */
import type * as z from "zod";
import type { ParkingPolicy } from "../../../schemas/parking/policy.ts";
import type { UnitCode } from "../../../schemas/primitives.ts";

type Unit = z.infer<typeof UnitCode>;

const DAY_MS = 86_400_000;
/** Most marks of a kind that are kept; no policy asks for more. */
export const MARKS_MAX = 20;

/** An appeal against the exclusion that stands. */
export interface Appeal {
  readonly state: "open" | "granted" | "rejected";
  readonly atMs: number;
  /** Where it is decided. */
  readonly community: string;
  /** In the person's words, until it is decided. */
  readonly reason?: string | undefined;
  /** The officer who decided, and why. */
  readonly decidedBy?: string | undefined;
  readonly decision?: string | undefined;
}

/** What is remembered of a person who books. */
export interface Parker {
  readonly resident: string;
  /** Bookings that have not ended. */
  readonly open: number;
  readonly excludedMs?: number | undefined;
  /** How often, as an owner, they took a booked space back. */
  readonly recalls: number;
  /** Overstay fees that could not be paid, by unit; a unit without a debt has no member. */
  readonly owed: Readonly<Partial<Record<Unit, number>>>;
  /** When they left beyond the free minutes, and when they did not come: the latest of each. */
  readonly overstaysMs: readonly number[];
  readonly noShowsMs: readonly number[];
  readonly appeal?: Appeal | undefined;
  readonly revision: number;
}

const added = (marks: readonly number[], nowMs: number): number[] => [...marks, nowMs].slice(-MARKS_MAX);

const within = (marks: readonly number[], days: number, nowMs: number): number =>
  marks.filter((ms) => ms > nowMs - days * DAY_MS).length;

/** Excluded for the policy's days, never for less than before; what was decided on an earlier one is over. */
const excluded = (parker: Parker, { standing }: ParkingPolicy, nowMs: number): Parker => ({
  ...parker,
  excludedMs: Math.max(parker.excludedMs ?? 0, nowMs + standing.excludedDays * DAY_MS),
  appeal: parker.appeal?.state === "open" ? parker.appeal : undefined,
});

/** After an overstay of so many minutes beyond the grace: within the free minutes it is no mark. */
export const afterOverstay = (parker: Parker, policy: ParkingPolicy, minutes: number, nowMs: number): Parker => {
  if (minutes <= policy.overstay.freeMinutes) return parker;
  const { overstays, days, longMinutes } = policy.standing;
  const marked = { ...parker, overstaysMs: added(parker.overstaysMs, nowMs) };
  const tooMany = within(marked.overstaysMs, days, nowMs) >= overstays;
  return tooMany || minutes > longMinutes ? excluded(marked, policy, nowMs) : marked;
};

/** After not coming; it leads to an exclusion only where the policy says how often. */
export const afterNoShow = (parker: Parker, policy: ParkingPolicy, nowMs: number): Parker => {
  const { noShows, days } = policy.standing;
  const marked = { ...parker, noShowsMs: added(parker.noShowsMs, nowMs) };
  const tooMany = noShows !== undefined && within(marked.noShowsMs, days, nowMs) >= noShows;
  return tooMany ? excluded(marked, policy, nowMs) : marked;
};

/** One booking less. */
export const oneLess = (parker: Parker): Parker => ({ ...parker, open: parker.open - 1 });

/** With so much more owed, or less where `amount` is negative. */
export const owing = (parker: Parker, unit: Unit, amount: number): Parker => {
  const left = (parker.owed[unit] ?? 0) + amount;
  const { [unit]: _before, ...others } = parker.owed;
  return { ...parker, owed: left > 0 ? { ...others, [unit]: left } : others };
};

/** The appeal decided: granted it ends the exclusion and wipes the marks that led to it; debts stay. */
export const decided = (
  parker: Parker,
  appealed: Appeal,
  granted: boolean,
  decidedBy: string,
  decision: string,
): Parker => {
  const { reason: _reason, ...about } = appealed;
  const appeal: Appeal = { ...about, state: granted ? "granted" : "rejected", decidedBy, decision };
  return granted ? { ...parker, appeal, excludedMs: undefined, overstaysMs: [], noShowsMs: [] } : { ...parker, appeal };
};

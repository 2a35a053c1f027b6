/** Points for owners whose space was used: so much for each whole hour, up to a day's and a month's maximum. */
import type { Sharing } from "../../../schemas/parking/policy.ts";

const HOUR_MINUTES = 60;

/** What an owner has got in the latest day (`YYYYMMDD`) and its month in which they got anything. */
export interface SharingUse {
  readonly owner: string;
  readonly day: string;
  readonly today: number;
  readonly thisMonth: number;
  /** 0 while nothing is stored. */
  readonly revision: number;
}

/** What was used as it counts on `day`: yesterday's points leave today's maximum alone. */
const usedOn = (use: SharingUse, day: string): Pick<SharingUse, "today" | "thisMonth"> => ({
  today: use.day === day ? use.today : 0,
  thisMonth: use.day.slice(0, 6) === day.slice(0, 6) ? use.thisMonth : 0,
});

/** Points for a stay of so many booked minutes that is completed on `day`. */
export const sharingPoints = (rules: Sharing, minutes: number, use: SharingUse, day: string): number => {
  const { today, thisMonth } = usedOn(use, day);
  const earned = Math.floor(minutes / HOUR_MINUTES) * rules.perHour;
  return Math.max(0, Math.min(earned, rules.dayMax - today, rules.monthMax - thisMonth));
};

/** The use after so many points were given on `day`. */
export const afterSharing = (use: SharingUse, given: number, day: string): SharingUse => {
  const { today, thisMonth } = usedOn(use, day);
  return { ...use, day, today: today + given, thisMonth: thisMonth + given, revision: use.revision + 1 };
};

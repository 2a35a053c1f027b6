/** Measured minutes to credited minutes: integers only, in the policy's steps. */
import type { PolicyProfile, Pricing } from "../../../schemas/timebank/policy.ts";

const MINUTE_MS = 60_000;

/** What of a policy an order keeps with it, so that it needs no file of rules to be finished. */
export interface Terms {
  readonly stepMinutes: number;
  readonly mode: PolicyProfile["rounding"]["mode"];
  readonly pricing: Pricing;
  readonly sessionMinutes: number;
  readonly earlyMinutes: number;
  readonly codeMinutes: number;
  readonly codeAttempts: number;
  readonly recordDays: number;
  readonly autoHours: number;
  readonly settlement: PolicyProfile["settlement"];
}

/** The terms of an order of this category. */
export const termsOf = (profile: PolicyProfile, category: string): Terms => ({
  stepMinutes: profile.rounding.stepMinutes,
  mode: profile.rounding.mode,
  pricing: profile.pricing.categories.find((each) => each.category === category)?.pricing ?? profile.pricing.usual,
  sessionMinutes: profile.caps.sessionMinutes,
  earlyMinutes: profile.signing.earlyMinutes,
  codeMinutes: profile.signing.codeMinutes,
  codeAttempts: profile.signing.codeAttempts,
  recordDays: profile.signing.recordDays,
  autoHours: profile.confirmation.autoHours,
  settlement: profile.settlement,
});

/** Whole minutes of a session; a part of a minute does not count. */
export const measure = (inMs: number, outMs: number): number => Math.floor((outMs - inMs) / MINUTE_MS);

const down = (minutes: number, step: number): number => Math.floor(minutes / step) * step;
const up = (minutes: number, step: number): number => Math.ceil(minutes / step) * step;
/** Halves go up; doubled so that odd steps stay exact. */
const halfUp = (minutes: number, step: number): number => Math.floor((2 * minutes + step) / (2 * step)) * step;

/** Minutes that measured ones are worth: rounded to the step, priced, and down to the step again. */
export const worthOf = (minutes: number, { stepMinutes, mode, pricing }: Terms): number => {
  if (pricing.by === "service") return minutes > 0 ? pricing.minutes : 0;
  const rounded = mode === "down" ? down(minutes, stepMinutes) : halfUp(minutes, stepMinutes);
  return down(Math.floor((rounded * pricing.percent) / 100), stepMinutes);
};

/** Minutes to hold for an estimate: never less than the same measured minutes would be worth. */
export const holdFor = (estimate: number, { stepMinutes, pricing }: Terms): number => {
  if (pricing.by === "service") return pricing.minutes;
  return up(Math.ceil((up(estimate, stepMinutes) * pricing.percent) / 100), stepMinutes);
};

/** Credited minutes: what the measured ones are worth, never more than was held. */
export const creditOf = (measured: number, held: number, terms: Terms): number =>
  Math.min(worthOf(measured, terms), held);

/** Stars for lifetime minutes: how many of the thresholds are reached. */
export const starsOf = (honour: number, stars: readonly number[]): number =>
  stars.filter((threshold) => honour >= threshold).length;

/** Lots and spaces as the rules see them. */
import type * as z from "zod";
import type { PricePlan } from "../../../schemas/parking/policy.ts";
import type { Availability, Decision, Lot as LotSchema, Point } from "../../../schemas/parking/resources.ts";
import { type Interval, overridden } from "../../shared/intervals.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";

interface Place {
  readonly id: string;
  readonly community: string;
  readonly at: z.infer<typeof Point>;
  readonly zone: string;
  readonly ev: boolean;
  readonly heightCm: number;
  readonly by: string;
  readonly revision: number;
  readonly fingerprint: string;
}

export interface Lot extends Place {
  readonly kind: z.infer<typeof LotSchema>["kind"];
  readonly name: z.infer<typeof LotSchema>["name"];
  readonly price: PricePlan | undefined;
  readonly capacity: number | undefined;
  readonly state: "open" | "closed";
}

export interface Space extends Place {
  readonly lot: string;
  readonly label: string;
  readonly owner: string | undefined;
  readonly approval: "auto" | "owner";
  readonly price: PricePlan;
  readonly availability: z.infer<typeof Availability>;
  /** Rises when the windows change: day documents made from an earlier one are made anew. */
  readonly windows: number;
  readonly decision: z.infer<typeof Decision> | undefined;
  readonly state: "open" | "withdrawn";
}

/** Open windows within a day: what the rules give, under the overrides. */
export const openWindows = (space: Space, occurrences: readonly Interval[], day: Interval): Interval[] => {
  const overrides = space.availability.overrides.map(({ from, until, open }) => ({
    fromMs: Date.parse(from),
    untilMs: Date.parse(until),
    open,
  }));
  return overridden(occurrences, overrides)
    .map(({ fromMs, untilMs }) => ({
      fromMs: Math.max(fromMs, day.fromMs),
      untilMs: Math.min(untilMs, day.untilMs),
    }))
    .filter(({ fromMs, untilMs }) => fromMs < untilMs);
};

/** Why a space takes no booking of this stretch, whatever its days say. */
export const spaceRefusals = (space: Space, stretch: Interval): Refusal[] => {
  if (space.state !== "open") return [refuse("parking/withdrawn")];
  if (space.owner !== undefined) return [];
  const { decision } = space;
  const covered =
    decision !== undefined &&
    Date.parse(decision.from) <= stretch.fromMs &&
    stretch.untilMs <= Date.parse(decision.until);
  return covered ? [] : [refuse("parking/not-covered")];
};

/** Overrides that are no stretch of time, or longer than `daysMax`. */
export const overrideRefusals = (overrides: z.infer<typeof Availability>["overrides"], daysMax: number): Refusal[] => {
  const wrong = overrides.find(({ from, until }) => {
    const lengthMs = Date.parse(until) - Date.parse(from);
    return lengthMs <= 0 || lengthMs > daysMax * 86_400_000;
  });
  if (!wrong) return [];
  const { from, until } = wrong;
  return [refuse("parking/interval", { from: instantOf(Date.parse(from)), until: instantOf(Date.parse(until)) })];
};

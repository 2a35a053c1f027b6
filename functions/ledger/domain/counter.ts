/**
 * Cap counters without a read. A counter is one attribute per cap and slot; its value is `period * BASE + used`. A
 * slot is the period modulo a small number, so at most one live slot and no growth; the value tells which period it
 * counts, so one BETWEEN condition refuses both an exceeded cap and a slot left over from an old period.
 */
import type { Cap } from "../../../schemas/district.ts";
import type { Periods } from "../../shared/time.ts";

type Period = Exclude<Cap["period"], "activity">;

/** Above the largest cap, so that use never carries into the period. */
const BASE = 10_000_000_000;
const SLOTS: Readonly<Record<Period, number>> = { day: 8, week: 4, month: 4, year: 2 };
const LETTER: Readonly<Record<Period, string>> = { day: "d", week: "w", month: "m", year: "y" };

/** Use of one cap by one movement. */
export interface CounterUse {
  /** Name of the cap as shown to people: `payment` or the earn rule's code. */
  readonly cap: string;
  readonly period: Period;
  readonly limit: number;
  readonly amount: number;
  readonly attribute: string;
  /** The other slots of this cap, cleared by the same write. */
  readonly others: readonly string[];
  /** Value of the counter at the start of the period. */
  readonly base: number;
  /** Take use (a payment) or give it back (a hold released in the same period). */
  readonly direction: "take" | "give-back";
}

const attributeOf = (cap: string, period: Period, number: number): string =>
  `c_${cap}_${LETTER[period]}${number % SLOTS[period]}`;

/**
 * Uses of `caps` by `amount` in the periods that hold now; `activity` caps are judged on the amount alone, elsewhere.
 */
export const counterUses = (
  cap: string,
  caps: readonly Cap[],
  periods: Periods,
  amount: number,
  direction: CounterUse["direction"] = "take",
): CounterUse[] =>
  caps.flatMap(({ period, limit }) => {
    if (period === "activity") return [];
    const number = periods[period];
    const attribute = attributeOf(cap, period, number);
    const others = Array.from({ length: SLOTS[period] }, (_, slot) => attributeOf(cap, period, slot)).filter(
      (name) => name !== attribute,
    );
    return [{ cap, period, limit, amount, attribute, others, base: number * BASE, direction }];
  });

/** What the account has used of a cap in its present period. */
export const usedOf = (use: CounterUse, counters: Readonly<Record<string, number>>): number => {
  const value = counters[use.attribute] ?? 0;
  return value >= use.base && value < use.base + BASE ? value - use.base : 0;
};

/** True when the slot holds the count of another period and must be overwritten. */
export const isStale = (use: CounterUse, counters: Readonly<Record<string, number>>): boolean => {
  const value = counters[use.attribute];
  return value !== undefined && (value < use.base || value >= use.base + BASE);
};

/** The same use by another amount, as when several legs of one transaction meet on an account. */
export const addUse = (a: CounterUse, b: CounterUse): CounterUse => ({ ...a, amount: a.amount + b.amount });

/** Which spaces of a lot a search has to look at, by what the lot's lists say of them without reading them. */
import type { Interval } from "../../shared/intervals.ts";
import { type LocalDay, mayFit } from "./day.ts";

/** What somebody looks for. */
export interface Wish extends Interval {
  /** Height of the vehicle. */
  readonly heightCm?: number | undefined;
  /** Only with a charger. */
  readonly ev?: boolean | undefined;
  /** Most that the whole stay may cost, in minor units. */
  readonly priceMax?: number | undefined;
}

/** A space as the list of its lot has it. */
export interface ListedSpace {
  readonly id: string;
  /** Where it stands in the list: a search goes on behind it. */
  readonly at: string;
  /** Missing where an older release stored it: then only the space itself tells. */
  readonly facts?:
    | { readonly windows: number; readonly open: boolean; readonly ev: boolean; readonly heightCm: number }
    | undefined;
}

/** What the list of a day says of a space: from which revision of its windows, and the quarters that may be free. */
export interface ListedDay {
  readonly windows: number;
  readonly quarters: Uint8Array;
}

/** Whether a place has what the vehicle needs. */
export const suits = (place: { readonly ev: boolean; readonly heightCm: number }, wish: Wish): boolean =>
  (wish.ev !== true || place.ev) && place.heightCm >= (wish.heightCm ?? 0);

/**
 * The spaces whose documents have to be read. Lists lag and days may not be listed yet, so they only ever leave out
 * what cannot be free: a space without an entry, or with one made from other windows, stays.
 */
export const candidates = (
  spaces: readonly ListedSpace[],
  days: ReadonlyMap<string, ListedDay>,
  day: LocalDay,
  wish: Wish,
): ListedSpace[] =>
  spaces.filter(({ id, facts }) => {
    if (facts && !(facts.open && suits(facts, wish))) return false;
    const entry = days.get(id);
    const current = entry !== undefined && entry.windows === facts?.windows;
    return !current || mayFit(entry.quarters, day, wish);
  });

/** Read units that one answer may use; DESIGN's budget of a search. */
export const SEARCH_UNITS_MAX = 48;
const READ_BYTES = 4_096;

/** What an answer may still read, in read units: strong reads 1 each started 4 KB, queries of an index half of that. */
export class Purse {
  #left = SEARCH_UNITS_MAX;

  /** How many reads of so many units are left. */
  affords(units: number): number {
    return Math.max(Math.floor(this.#left / units), 0);
  }

  /** Pays for strong reads. */
  pay(units: number): void {
    this.#left -= units;
  }

  /** Pays for a query of an index that gave so many bytes. */
  payQuery(bytes: number): void {
    this.#left -= Math.max(Math.ceil(bytes / READ_BYTES), 1) / 2;
  }
}

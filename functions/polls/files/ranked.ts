/** What the formats for rankings hold in common. */
import type { Box } from "../tally/box.ts";

/** An election by rankings, as a file tells it. */
export interface RankedElection {
  readonly title?: string;
  readonly candidates: readonly string[];
  readonly seats?: number;
  /** Candidates (by position) who withdrew. */
  readonly withdrawn?: readonly number[];
  /** Whether unranked candidates are ranked last (true) or no opinion; undefined when the file does not say. */
  readonly implicitRanking?: boolean;
  /** Rows of `rankingCells`; weights and quantities are counts. */
  readonly box: Box;
}

/** What a format has no way to say, in English as its message and in Chinese. */
export class Unwritable extends RangeError {
  readonly zh: string;
  constructor(message: string, zh: string) {
    super(message);
    this.zh = zh;
  }
}

/** Rows of a file or ballots that they stand for, at most. */
export const ROWS_MAX = 2_000_000;

/** Whether two names are written alike; a file's names are trimmed, and only then compared exactly. */
export const placeOf = (names: ReadonlyMap<string, number>, name: string): number | undefined => names.get(name.trim());

/** Positions by name; undefined with the name that occurs twice. */
export const byName = (
  names: readonly string[],
): { readonly places: ReadonlyMap<string, number>; readonly twice?: string } => {
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) {
    if (places.has(name)) return { places, twice: name };
    places.set(name, place);
  }
  return { places };
};

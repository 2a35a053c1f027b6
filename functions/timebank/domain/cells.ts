/** Coarse places (geohash) as boxes of whole numbers, and how far apart two of them are. */

const DIGITS = "0123456789bcdefghjkmnpqrstuvwxyz";
const BITS_PER_DIGIT = 5;
/** Characters of the finest cell: 13 bits of longitude, 12 of latitude, sides of equal degrees. */
const FINEST = 5;
const WEST_EAST = 8_192;
const SOUTH_NORTH = 4_096;

/** A box in units of the finest cell, east and north not included. */
export interface Cell {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The box of a geohash of one to five characters; throws `RangeError` for anything else. */
export const cellOf = (geohash: string): Cell => {
  if (geohash.length < 1 || geohash.length > FINEST) throw new RangeError(`no coarse place: ${geohash}`);
  let [west, east, south, north] = [0, WEST_EAST, 0, SOUTH_NORTH];
  for (const [index, digit] of [...geohash].entries()) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) throw new RangeError(`no coarse place: ${geohash}`);
    for (let bit = 0; bit < BITS_PER_DIGIT; bit++) {
      const upper = (value >> (BITS_PER_DIGIT - 1 - bit)) % 2 === 1;
      // Bits halve the longitude and the latitude in turn, the longitude first.
      if ((index * BITS_PER_DIGIT + bit) % 2 === 0) [west, east] = halved(west, east, upper);
      else [south, north] = halved(south, north, upper);
    }
  }
  return { west, east, south, north };
};

const halved = (low: number, high: number, upper: boolean): [number, number] => {
  const middle = (low + high) / 2;
  return upper ? [middle, high] : [low, middle];
};

/** Steps from one stretch to another: 0 where they share a cell, 1 where they touch. */
const gap = (low: number, high: number, otherLow: number, otherHigh: number): number => {
  if (low < otherHigh && otherLow < high) return 0;
  return (low < otherLow ? otherLow - high : low - otherHigh) + 1;
};

/** Steps of a king from one box to another, round the 180th meridian where that is shorter. */
export const stepsBetween = (a: Cell, b: Cell): number => {
  const turns = [-WEST_EAST, 0, WEST_EAST];
  const across = Math.min(...turns.map((turn) => gap(a.west, a.east, b.west + turn, b.east + turn)));
  return Math.max(across, gap(a.south, a.north, b.south, b.north));
};

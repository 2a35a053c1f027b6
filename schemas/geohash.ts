/**
 * Geohash cells of six characters (Niemeyer 2008): 15 bits of latitude and of longitude, interleaved, as base 32. Near
 * Shaoxing such a cell is about 1,060 m wide and 610 m high.
 */

/** A point in millionths of a degree (WGS 84). */
export interface PointE6 {
  readonly latE6: number;
  readonly lonE6: number;
}

const ALPHABET = "0123456789bcdefghjkmnpqrstuvwxyz";
const BITS = 15;
/** Rows from pole to pole, and columns around the earth. */
const SIDE = 1 << BITS;
const HALF_TURN_E6 = 180_000_000;
const TURN_E6 = 360_000_000;
/** Metres of a millionth of a degree along a meridian of a sphere of 6,371,008.8 m. */
const METRES_PER_E6 = 0.111_195_08;

const rowOf = (latE6: number): number =>
  Math.min(Math.floor(((latE6 + HALF_TURN_E6 / 2) * SIDE) / HALF_TURN_E6), SIDE - 1);
const columnOf = (lonE6: number): number => Math.min(Math.floor(((lonE6 + HALF_TURN_E6) * SIDE) / TURN_E6), SIDE - 1);

const nameOf = (row: number, column: number): string => {
  let name = "";
  let [value, bits] = [0, 0];
  for (let bit = BITS - 1; bit >= 0; bit--) {
    for (const part of [column, row]) {
      value = (value << 1) | ((part >> bit) & 1);
      bits += 1;
      if (bits % 5 === 0) {
        name += ALPHABET.charAt(value);
        value = 0;
      }
    }
  }
  return name;
};

/** The cell that a point lies in. */
export const geohash6 = ({ latE6, lonE6 }: PointE6): string => nameOf(rowOf(latE6), columnOf(lonE6));

/** Shortest way round the earth, in millionths of a degree. */
const lonApart = (a: number, b: number): number =>
  ((((a - b + HALF_TURN_E6) % TURN_E6) + TURN_E6) % TURN_E6) - HALF_TURN_E6;

/** Whole metres between two points a few kilometres apart (equirectangular). */
export const metresApart = (a: PointE6, b: PointE6): number => {
  const middle = (((a.latE6 + b.latE6) / 2) * Math.PI) / HALF_TURN_E6;
  const [up, across] = [a.latE6 - b.latE6, lonApart(a.lonE6, b.lonE6) * Math.cos(middle)];
  return Math.round(Math.hypot(up, across) * METRES_PER_E6);
};

/** A cell, and how far its nearest point is. */
export interface NearCell {
  readonly cell: string;
  readonly metres: number;
}

const between = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The cells that have a point within `radius` metres, the nearest first. */
export const cellsWithin = (point: PointE6, radius: number): NearCell[] => {
  const [height, width] = [HALF_TURN_E6 / SIDE, TURN_E6 / SIDE];
  const [row, column] = [rowOf(point.latE6), columnOf(point.lonE6)];
  const furthest = between(Math.abs(point.latE6) + radius / METRES_PER_E6, 0, 89_000_000);
  const shrink = Math.cos((furthest * Math.PI) / HALF_TURN_E6);
  const rows = Math.ceil(radius / (height * METRES_PER_E6));
  const columns = Math.min(Math.ceil(radius / (width * METRES_PER_E6 * shrink)), SIDE / 2 - 1);
  const cells: NearCell[] = [];
  for (let up = -rows; up <= rows; up++) {
    if (row + up < 0 || row + up >= SIDE) continue;
    const south = (row + up) * height - HALF_TURN_E6 / 2;
    for (let across = -columns; across <= columns; across++) {
      const west = (column + across) * width - HALF_TURN_E6;
      const nearest = {
        latE6: between(point.latE6, south, south + height),
        lonE6: between(point.lonE6, west, west + width),
      };
      const metres = metresApart(point, nearest);
      if (metres <= radius) cells.push({ cell: nameOf(row + up, (column + across + SIDE) % SIDE), metres });
    }
  }
  return cells.sort((a, b) => a.metres - b.metres || a.cell.localeCompare(b.cell));
};

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsWithin, geohash6, metresApart } from "../../schemas/geohash.ts";

const pointAt = (lat: number, lon: number) => ({ latE6: Math.round(lat * 1e6), lonE6: Math.round(lon * 1e6) });

describe("a geohash cell", () => {
  it.each([
    // Published with the system itself and in the documentation of its implementations.
    [57.64911, 10.40744, "u4pruy"],
    [-25.382708, -49.265506, "6gkzwg"],
    [37.8324, 112.5584, "ww8p1r"],
    [0, 0, "s00000"],
    [90, 180, "zzzzzz"],
    [-90, -180, "000000"],
  ])("of %d, %d is %s", (lat, lon, cell) => {
    expect(geohash6(pointAt(lat, lon))).toBe(cell);
  });
});

describe("the cells around a point", () => {
  const near = fc.record({
    latE6: fc.integer({ min: -75_000_000, max: 75_000_000 }),
    lonE6: fc.integer({ min: -180_000_000, max: 180_000_000 }),
  });

  it("have every point within the radius in them, across the date line too", () => {
    fc.assert(
      fc.property(
        near,
        fc.integer({ min: -12_000, max: 12_000 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.integer({ min: 50, max: 1_000 }),
        (point, up, across, radius) => {
          const wrapped = ((point.lonE6 + across + 540_000_000) % 360_000_000) - 180_000_000;
          const other = { latE6: point.latE6 + up, lonE6: wrapped };
          if (metresApart(point, other) >= radius) return;
          expect(cellsWithin(point, radius).map(({ cell }) => cell)).toContain(geohash6(other));
        },
      ),
    );
  });

  it("are few near Shaoxing, the nearest first", () => {
    const cells = cellsWithin(pointAt(30.002, 120.58), 1_000);
    expect(cells.length).toBeLessThanOrEqual(15);
    expect(cells[0]).toMatchObject({ cell: geohash6(pointAt(30.002, 120.58)), metres: 0 });
    expect(cells.map(({ metres }) => metres)).toEqual(cells.map(({ metres }) => metres).sort((a, b) => a - b));
  });

  it("measure a minute of latitude as a nautical mile", () => {
    expect(metresApart(pointAt(30, 120), pointAt(30 + 1 / 60, 120))).toBeCloseTo(1_853, -1);
    expect(metresApart(pointAt(60, 0), pointAt(60, 1 / 60))).toBeCloseTo(926.6, -1);
    expect(metresApart(pointAt(0, 179.999), pointAt(0, -179.999))).toBe(222);
  });
});

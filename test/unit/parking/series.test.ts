/** A series: its dates, their ids, and all of them taken at once. */
import { describe, expect, it } from "vitest";
import { type Busy, type DayDocument, localDay } from "../../../functions/parking/domain/day.ts";
import { usesOf } from "../../../functions/parking/domain/quarters.ts";
import { dateId, datesRefusals, takeAll } from "../../../functions/parking/domain/series.ts";
import { DAY } from "../../support/clock.ts";
import { fromNoon, NOON, uuid, ZONE } from "./make.ts";

describe("a series", () => {
  const document = (): DayDocument => {
    const day = localDay(NOON, ZONE);
    const space = { id: uuid(1), lot: uuid(2), label: "B1" };
    return { space, day, revision: 7, availability: 1, open: [day], busy: [] };
  };
  const busy = (from: number, until: number, booking: number): Busy => ({
    ...fromNoon(from, until),
    ...{ booking: uuid(booking), renter: "00000001", kind: "booked", buffer: 15 },
  });

  it("writes a day once, whatever the number of its dates", () => {
    const made = takeAll([document()], [busy(0, 1, 1), busy(2, 3, 2), busy(3, 4, 3)], NOON);
    if (!("days" in made)) throw new Error("refused");
    expect(made.days.map(({ revision, busy: all }) => [revision, all.length])).toEqual([[8, 3]]);
  });

  it("writes each day with the dates of that day, buffers included", () => {
    const second = { ...document(), day: localDay(NOON + DAY, ZONE), revision: 2, availability: 3 };
    second.open = [second.day];
    const [first, last, both] = [busy(0, 1, 1), busy(30, 31, 2), busy(11.5, 12, 3)];
    const made = takeAll([document(), second], [first, last, both], NOON);
    expect(made).toEqual({
      days: [
        { ...document(), revision: 8, busy: [first, both] },
        { ...second, revision: 3, busy: [last, both] },
      ],
    });
  });

  it("names every date that cannot be had, also one that another date of it is in the way of", () => {
    const full = { ...document(), busy: [{ ...busy(0, 1, 9), renter: "00000009" }] };
    const made = takeAll([full], [busy(0.5, 2, 1), busy(3, 4, 2), busy(3.5, 5, 3), busy(11, 13, 4)], NOON);
    expect("refused" in made && [...made.refused]).toEqual([
      [0, "taken"],
      [2, "taken"],
      [3, "closed"],
    ]);
  });

  it("has 1 to 48 dates, of which one may begin when another ends", () => {
    const hours = Array.from({ length: 49 }, (_, index) => fromNoon(index, index + 1));
    expect(datesRefusals(hours.slice(1))).toEqual([]);
    expect([datesRefusals([]), datesRefusals(hours)].map(([first]) => [first?.code, first?.params.dates])).toEqual([
      ["parking/series-dates", 0],
      ["parking/series-dates", 49],
    ]);
    expect(datesRefusals([fromNoon(0, 1)])).toEqual([]);
  });

  it("names each date that begins before the one before it has ended", () => {
    const overlap = { from: "2026-12-01T04:00:00.000Z", other: "2026-12-01T05:00:00.000Z" };
    expect(datesRefusals([fromNoon(0, 2), fromNoon(1, 3), fromNoon(3, 4)])).toEqual([
      { code: "parking/series-overlap", params: overlap },
    ]);
    expect(datesRefusals([fromNoon(0, 3), fromNoon(1, 3), fromNoon(2, 4)]).length).toBe(2);
  });

  it("gives a date the same booking whenever it is gone through, and no other", () => {
    expect(dateId(uuid(1), fromNoon(0, 1))).toBe(dateId(uuid(1), fromNoon(0, 2)));
    const ids = [dateId(uuid(1), fromNoon(0, 1)), dateId(uuid(1), fromNoon(1, 2)), dateId(uuid(2), fromNoon(0, 1))];
    expect(new Set(ids).size).toBe(3);
    // Bookings were stored under ids made so: they stay what they are.
    expect(ids[0]).toBe("aab80041-7bcd-8f82-a541-8d2fe5a011a8");
  });

  it("counts a quarter of an hour twice where two of its dates touch it", () => {
    const [use] = usesOf([], [fromNoon(0, 1.1), fromNoon(1.15, 2)], ZONE);
    expect(use?.change.get(52)).toBe(2);
    expect([...(use?.change ?? [])].length).toBe(8);
  });
});

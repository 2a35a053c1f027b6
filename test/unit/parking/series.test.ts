/** Rules of series and of the waitlist on numbers of their own, without a database. */
import { describe, expect, it } from "vitest";
import { type Busy, type DayDocument, localDay } from "../../../functions/parking/domain/day.ts";
import { usesOf } from "../../../functions/parking/domain/quarters.ts";
import { dateId, datesRefusals, takeAll } from "../../../functions/parking/domain/series.ts";
import {
  asJoined,
  cancelRefusals,
  joined,
  leaving,
  OWN_MAX,
  offerExpiry,
  passedOver,
  QUEUE_MAX,
  type Queue,
  queueRefusals,
  type WaitEntry,
  waitStateAt,
  withoutEntries,
} from "../../../functions/parking/domain/waitlist.ts";
import { refuse } from "../../../functions/shared/refusal.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import { testRules } from "../../support/parking.ts";

const ZONE = "Asia/Shanghai";
const NOON = Date.parse("2026-12-01T12:00:00+08:00");
const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const at = (from: number, until: number) => ({ fromMs: NOON + from * HOUR, untilMs: NOON + until * HOUR });

describe("a series", () => {
  const document = (): DayDocument => {
    const day = localDay(NOON, ZONE);
    return { space: uuid(1), day, revision: 7, availability: 1, open: [day], busy: [] };
  };
  const busy = (from: number, until: number, booking: number): Busy => ({
    ...at(from, until),
    ...{ booking: uuid(booking), renter: "00000001", kind: "booked", buffer: 15 },
  });

  it("writes a day once, whatever the number of its dates", () => {
    const made = takeAll([document()], [busy(0, 1, 1), busy(2, 3, 2), busy(3, 4, 3)], NOON);
    if (!("days" in made)) throw new Error("refused");
    expect(made.days.map(({ revision, busy: all }) => [revision, all.length])).toEqual([[8, 3]]);
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
    const hours = Array.from({ length: 49 }, (_, index) => at(index, index + 1));
    expect(datesRefusals(hours.slice(1))).toEqual([]);
    expect([datesRefusals([]), datesRefusals(hours)].map(([first]) => [first?.code, first?.params.dates])).toEqual([
      ["parking/series-dates", 0],
      ["parking/series-dates", 49],
    ]);
    expect(datesRefusals([at(0, 2), at(1, 3)])[0]?.code).toBe("parking/series-overlap");
  });

  it("gives a date the same booking whenever it is gone through, and no other", () => {
    expect(dateId(uuid(1), at(0, 1))).toBe(dateId(uuid(1), at(0, 2)));
    const ids = [dateId(uuid(1), at(0, 1)), dateId(uuid(1), at(1, 2)), dateId(uuid(2), at(0, 1))];
    expect(new Set(ids).size).toBe(3);
  });

  it("counts a quarter of an hour twice where two of its dates touch it", () => {
    const [use] = usesOf([], [at(0, 1.1), at(1.15, 2)], ZONE);
    expect(use?.change.get(52)).toBe(2);
    expect([...(use?.change ?? [])].length).toBe(8);
  });
});

describe("a queue", () => {
  const entry = (id: number, renter = id, from = 1): WaitEntry => ({
    ...{ id: uuid(id), community: "lujing", lot: uuid(90), renter: uuid(renter), by: uuid(renter) },
    ...{ ...at(from, from + 1), plate: { hash: "h", end: "345", sealed: "s" }, maxPrice: 20, unit: "points" },
    ...{ state: "waiting", joinedMs: NOON, changedBy: uuid(renter), revision: 1, fingerprint: "fp" },
  });
  const queueOf = (entries: readonly WaitEntry[]): Queue =>
    entries.reduce(joined, { place: uuid(90), waiting: [], revision: 0 });

  it("keeps the order of joining, and counts each change", () => {
    const queue = queueOf([entry(1), entry(2), entry(3)]);
    const left = withoutEntries(queue, [uuid(2)]);
    expect([left.waiting.map(({ id }) => id), left.revision]).toEqual([[uuid(1), uuid(3)], 4]);
  });

  it("is full for a person and for a place; what has begun counts no more", () => {
    const own = queueOf(Array.from({ length: OWN_MAX }, (_, index) => entry(index, 7)));
    expect(queueRefusals(own, uuid(7), NOON)[0]).toMatchObject({ code: "parking/wait-own", params: { limit: 3 } });
    expect(queueRefusals(own, uuid(8), NOON)).toEqual([]);
    expect(queueRefusals(own, uuid(7), NOON + HOUR)).toEqual([]);
    const full = queueOf(Array.from({ length: QUEUE_MAX }, (_, index) => entry(index)));
    expect(queueRefusals(full, uuid(99), NOON)[0]?.code).toBe("parking/wait-full");
    expect(queueRefusals(withoutEntries(full, [uuid(3)]), uuid(99), NOON)).toEqual([]);
  });

  it("keeps a plate only while somebody waits, and a reason once", () => {
    const passed = passedOver(entry(1), refuse("parking/quota"), uuid(9), NOON);
    expect([passed.passed, passed.revision]).toEqual([{ code: "parking/quota", atMs: NOON }, 2]);
    expect(passedOver(passed, refuse("parking/quota"), uuid(9), NOON + HOUR)).toBe(passed);
    const offered = leaving(passed, "offered", uuid(9), NOON, uuid(5));
    expect([offered.plate, offered.passed, offered.booking, offered.revision]).toEqual([
      undefined,
      undefined,
      uuid(5),
      3,
    ]);
    expect(leaving(passed, "ended", uuid(9), NOON).passed?.code).toBe("parking/quota");
    expect(asJoined(offered)).toMatchObject({ state: "waiting", revision: 1, changedBy: uuid(1) });
  });

  it("offers for the policy's minutes, 30 without, and never beyond the beginning", () => {
    const minutes = (rules: Readonly<Record<string, unknown>>, from: number) =>
      (offerExpiry(testRules(rules), at(from, 9), NOON) - NOON) / MINUTE;
    expect([minutes({}, 1), minutes({ waitlist: { offerMinutes: 45 } }, 1), minutes({}, 0.25)]).toEqual([30, 45, 15]);
  });

  it("ends when the stretch begins, for readers at once", () => {
    expect([waitStateAt(entry(1), NOON + HOUR - 1), waitStateAt(entry(1), NOON + HOUR)]).toEqual(["waiting", "ended"]);
    expect(cancelRefusals(entry(1), NOON)).toEqual([]);
    expect(cancelRefusals(entry(1), NOON + HOUR)[0]).toMatchObject({
      code: "parking/wait-state",
      params: { state: "ended", since: "2026-12-01T05:00:00.000Z" },
    });
  });
});

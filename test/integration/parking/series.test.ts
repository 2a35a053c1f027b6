/** Series of bookings over HTTP: all or none, each by itself, reading, cancelling. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import type { Made } from "../residents/world.ts";
import {
  act,
  book,
  driver,
  type Garage,
  later,
  lotIn,
  must,
  nextNoon,
  pointsOf,
  spaceIn,
  startGarage,
} from "./world.ts";

let garage: Garage;
let owner: Made;
let lot: string;

beforeAll(async () => {
  garage = await startGarage({ district: parkingDistrict([testRules({ quota: 50 })]) });
  owner = await driver(garage);
  lot = await lotIn(garage);
});
afterAll(() => garage.app.stop());
beforeEach(() => nextNoon(garage));

const plate = "浙D12345";
const stays = (count: number, everyMs = DAY, hours = 2) =>
  Array.from({ length: count }, (_, index) => ({
    from: later(garage, HOUR + index * everyMs),
    until: later(garage, (1 + hours) * HOUR + index * everyMs),
  }));
const series = (who: Made, body: object, key = uuidv7()) =>
  garage.post("/v1/parking/series", who.token, { plate, mode: "all-or-nothing", ...body }, key);
const read = async (who: Made, id: string) =>
  must(await garage.app.call("GET", `/v1/parking/series/${id}`, { token: who.token }));
const held = async (who: Made) => (await pointsOf(garage, who)).holdsOut as number;
const outcomes = (body: { dates: { outcome: string }[] }) => body.dates.map(({ outcome }) => outcome);

describe("all or nothing", () => {
  it("books every date in one transaction, and is answered again under its key whatever became of it", async () => {
    const [space, who, key] = [await spaceIn(garage, lot, owner), await driver(garage, 1_000), uuidv7()];
    const body = { space, stays: stays(5), expectedPrice: 100 };
    const first = await series(who, body, key);
    expect(must(first)).toMatchObject({ id: key, mode: "all-or-nothing", booked: 5, amount: 100, unit: "points" });
    expect(first.body.dates[0]).toMatchObject({ ...body.stays[0], outcome: "booked", state: "confirmed", amount: 20 });
    expect(await held(who)).toBe(100);
    const booking = must(
      await garage.app.call("GET", `/v1/parking/bookings/${first.body.dates[2].booking}`, { token: who.token }),
    );
    expect(booking).toMatchObject({ series: key, ...body.stays[2], plateEnd: "345" });
    must(await act(garage, booking.id, "cancel", who.token));
    const again = await series(who, body, key);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, first.body, "true"]);
    expect((await series(who, { ...body, plate: "浙D54321" }, key)).body.code).toBe("request/key-reused");
    expect((await read(who, key)).dates.map(({ state }: { state: string }) => state)).toEqual([
      "confirmed",
      "confirmed",
      "cancelled-by-renter",
      "confirmed",
      "confirmed",
    ]);
  });

  it("books none where one date is taken, names it, says what else there is, and stays so under its key", async () => {
    const [space, who, other] = [
      await spaceIn(garage, lot, owner),
      await driver(garage, 1_000),
      await driver(garage, 1_000),
    ];
    const dates = stays(4);
    const rival = must(await book(garage, other, { space, ...dates[2], plate, confirm: true }));
    const key = uuidv7();
    const refused = await series(who, { space, stays: dates }, key);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: "parking/series-refused", params: { refused: 1, dates: 4 } });
    expect(refused.body.errors).toEqual([
      { field: "/stays/2", reason: `${dates[2]?.from}/${dates[2]?.until} parking/taken` },
    ]);
    expect(refused.body.alternatives.length).toBe(3);
    expect(await held(who)).toBe(0);
    must(await act(garage, rival.id, "cancel", other.token));
    const again = await series(who, { space, stays: dates }, key);
    expect(again.body.errors).toEqual(refused.body.errors);
    expect((await series(who, { space, stays: dates })).status).toBe(201);
  });

  it("takes as many dates as one transaction holds, and refuses more with the numbers", async () => {
    const [space, who] = [await spaceIn(garage, lot, owner), await driver(garage, 2_000)];
    const most = await series(who, { space, stays: stays(32) });
    expect(must(most).booked).toBe(32);
    expect(await held(who)).toBe(640);
    const next = await spaceIn(garage, lot, owner);
    const fresh = await driver(garage, 2_000);
    const more = await series(fresh, { space: next, stays: stays(33) });
    expect([more.status, more.body.code, more.body.params]).toEqual([
      422,
      "parking/series-items",
      { items: 102, limit: 100 },
    ]);
    // Six dates of one day are one document.
    const dense = await series(fresh, { space: next, stays: stays(48, 4 * HOUR) });
    expect([dense.status, dense.body.code]).toEqual([422, "parking/series-items"]);
    const two = Array.from({ length: 44 }, (_, index) => ({
      from: later(garage, HOUR + index * HOUR),
      until: later(garage, 1.5 * HOUR + index * HOUR),
    }));
    expect(must(await series(fresh, { space: next, stays: two })).booked).toBe(44);
  });

  it("counts each date against the quota, and is paid for as a whole or not at all", async () => {
    const [space, who] = [await spaceIn(garage, lot, owner), await driver(garage, 1_000)];
    must(await series(who, { space, stays: stays(30) }));
    const next = await spaceIn(garage, lot, owner);
    const over = await series(who, { space: next, stays: stays(21) });
    expect(over.body).toMatchObject({ code: "parking/series-quota", params: { limit: 50, open: 30, dates: 21 } });
    must(await series(who, { space: next, stays: stays(20) }));
    const poor = await driver(garage, 59);
    const unpaid = await series(poor, { space: await spaceIn(garage, lot, owner), stays: stays(3) });
    expect(unpaid.body.code).toBe("ledger/insufficient-available");
    expect(await held(poor)).toBe(0);
    expect((await series(poor, { space: next, stays: stays(2), expectedPrice: 41 })).body.code).toBe(
      "parking/price-changed",
    );
  });

  it("in a pooled lot takes a space of each date, up to its capacity", async () => {
    const pool = await lotIn(garage, { kind: "pooled", capacity: 1 });
    const [who, other] = [await driver(garage, 1_000), await driver(garage, 1_000)];
    must(await series(who, { lot: pool, stays: stays(3) }));
    const full = await series(other, { lot: pool, stays: stays(4) });
    expect(full.body).toMatchObject({ code: "parking/series-refused", params: { refused: 3, dates: 4 } });
    const after = stays(4).slice(3);
    expect(must(await series(other, { lot: pool, stays: after })).booked).toBe(1);
  });

  it("tells one that is none: no date, too many, overlapping, past, own space, no plate, unbounded", async () => {
    const [space, who] = [await spaceIn(garage, lot, owner), await driver(garage, 100)];
    const code = async (body: object) => {
      const { status, body: said } = await series(who, { space, ...body });
      return [status, said.code];
    };
    const start = later(garage, 9 * HOUR).slice(0, 16);
    const recurring = { start, minutes: 120, rule: "FREQ=DAILY;COUNT=49" };
    expect(await code({ recurring })).toEqual([422, "parking/series-dates"]);
    expect(await code({ recurring: { ...recurring, rule: "FREQ=DAILY" } })).toEqual([400, "request/invalid"]);
    const years = { ...recurring, rule: "FREQ=YEARLY;INTERVAL=2;COUNT=3" };
    expect(await code({ recurring: years })).toEqual([422, "parking/too-far"]);
    const first = recurring.start.slice(0, 10);
    const none = { ...recurring, rule: "FREQ=DAILY;COUNT=2", exclude: [first], validUntil: first };
    expect(await code({ recurring: none })).toEqual([400, "request/invalid"]);
    expect(await code({ recurring: { ...recurring, days: 1, rule: "FREQ=DAILY;COUNT=3" } })).toEqual([
      422,
      "parking/series-overlap",
    ]);
    const past = [{ from: later(garage, -2 * DAY), until: later(garage, -2 * DAY + HOUR) }, ...stays(1)];
    expect(await code({ stays: past })).toEqual([422, "parking/past"]);
    expect(await code({ stays: stays(2), plate: "ABCDEF" })).toEqual([422, "parking/plate"]);
    expect(await code({ stays: stays(2), recurring })).toEqual([400, "request/invalid"]);
    const own = await series(owner, { space, stays: stays(2) });
    expect(own.body.code).toBe("parking/own-space");
  });
});

describe("best effort", () => {
  it("books what can be had, and reports each date with its reason and what else there is", async () => {
    const [space, who, other] = [
      await spaceIn(garage, lot, owner),
      await driver(garage, 60),
      await driver(garage, 100),
    ];
    const dates = stays(5);
    must(await book(garage, other, { space, ...dates[1], plate, confirm: true }));
    const key = uuidv7();
    const body = { space, stays: [...dates, { from: later(garage, 90 * DAY), until: later(garage, 90 * DAY + HOUR) }] };
    const first = await series(who, { ...body, mode: "best-effort" }, key);
    expect(first.status).toBe(201);
    expect(outcomes(first.body)).toEqual(["booked", "refused", "booked", "booked", "refused", "refused"]);
    const codes = first.body.dates.map((date: { refusal?: { code: string } }) => date.refusal?.code);
    expect(codes).toEqual([
      undefined,
      "parking/taken",
      undefined,
      undefined,
      "ledger/insufficient-available",
      "parking/too-far",
    ]);
    expect(first.body.dates[1].refusal).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
    expect(first.body.dates[1].refusal.alternatives.length).toBe(3);
    expect(await held(who)).toBe(60);
    must(await act(garage, first.body.dates[0].booking, "cancel", who.token));
    // By now the last date could be booked; under this key it stays as it was told.
    garage.app.clock.advance(31 * DAY);
    const again = await series(who, { ...body, mode: "best-effort" }, key);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, first.body, "true"]);
    expect((await read(who, key)).dates[0].state).toBe("cancelled-by-renter");
  });

  it("takes 48 dates, more than one transaction holds", async () => {
    const [space, who] = [await spaceIn(garage, lot, owner), await driver(garage, 2_000)];
    const made = must(await series(who, { space, stays: stays(48), mode: "best-effort" }));
    expect([made.booked, await held(who)]).toEqual([48, 960]);
  });
});

describe("a recurring time", () => {
  it("is local to the lot: over a change of the clock, across midnight, on 29 February", async () => {
    const london = await lotIn(garage, { zone: "Europe/London" });
    const open = { start: "2026-01-01T00:00", zone: "Europe/London", days: 1, rule: "FREQ=DAILY" };
    const space = await spaceIn(garage, london, owner, {}, { rules: [open] });
    const who = await driver(garage, 5_000);
    const hours = (body: { dates: { from: string; until: string }[] }) =>
      body.dates.map(({ from, until }) => [from.slice(0, 16), (Date.parse(until) - Date.parse(from)) / HOUR]);
    garage.app.clock.set("2027-03-26T12:00:00Z");
    const night = { start: "2027-03-27T22:00", days: 1, rule: "FREQ=DAILY;INTERVAL=2;COUNT=2" };
    // From 22:00 on the 27th to 22:00 on the 28th it is 23 hours, for the clock goes forward in between.
    expect(hours(must(await series(who, { space, recurring: night })))).toEqual([
      ["2027-03-27T22:00", 23],
      ["2027-03-29T21:00", 24],
    ]);
    garage.app.clock.set("2027-10-29T12:00:00Z");
    const autumn = { start: "2027-10-30T22:00", days: 1, rule: "FREQ=DAILY;COUNT=2" };
    expect(hours(must(await series(who, { space, recurring: autumn })))).toEqual([
      ["2027-10-30T21:00", 25],
      ["2027-10-31T22:00", 24],
    ]);
    garage.app.clock.set("2028-02-27T12:00:00Z");
    const leap = { start: "2028-02-28T23:00", minutes: 120, rule: "FREQ=DAILY;COUNT=3" };
    expect(hours(must(await series(who, { space, recurring: leap })))).toEqual([
      ["2028-02-28T23:00", 2],
      ["2028-02-29T23:00", 2],
      ["2028-03-01T23:00", 2],
    ]);
    const monthly = { start: "2028-02-29T09:00", minutes: 60, rule: "FREQ=MONTHLY;COUNT=2" };
    expect(hours(must(await series(who, { space, recurring: monthly })))).toEqual([
      ["2028-02-29T09:00", 1],
      ["2028-03-29T08:00", 1],
    ]);
    const clash = await series(await driver(garage, 1_000), {
      space,
      recurring: { start: "2028-02-29T23:30", minutes: 60, rule: "FREQ=DAILY;COUNT=1" },
    });
    expect(clash.body.code).toBe("parking/series-refused");
  });
});

describe("cancelling a series", () => {
  it("cancels what has not begun by each booking's own rules, once, with a report per date", async () => {
    const [space, who] = [await spaceIn(garage, lot, owner), await driver(garage, 1_000)];
    const made = must(await series(who, { space, stays: stays(4) }));
    garage.app.clock.advance(HOUR);
    must(await act(garage, made.dates[0].booking, "check-in", who.token));
    must(await act(garage, made.dates[3].booking, "cancel", who.token));
    garage.app.clock.advance(22 * HOUR);
    const key = uuidv7();
    const path = `/v1/parking/series/${made.id}/cancel`;
    const first = await garage.post(path, who.token, { reason: "moving away" }, key);
    expect(must(first).dates.map(({ state }: { state: string }) => state)).toEqual([
      "active",
      "cancelled-by-renter",
      "cancelled-by-renter",
      "cancelled-by-renter",
    ]);
    // The second date begins in two hours (half is paid), the third a day later (nothing is).
    expect((await pointsOf(garage, who)).balance).toBe(990);
    expect(await held(who)).toBe(20);
    const again = await garage.post(path, who.token, { reason: "moving away" }, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect((await garage.post(path, who.token)).body.dates).toEqual(first.body.dates);
  });

  it("is the renter's or an officer's; to others the series is not there", async () => {
    const [space, who, other] = [await spaceIn(garage, lot, owner), await driver(garage, 1_000), await driver(garage)];
    const made = must(await series(who, { space, stays: stays(2) }));
    const path = `/v1/parking/series/${made.id}/cancel`;
    expect((await garage.post(path, other.token)).body.code).toBe("resource/not-found");
    expect((await garage.post(path, garage.auditor)).status).toBe(403);
    expect((await read({ ...who, token: garage.auditor }, made.id)).booked).toBe(2);
    garage.app.clock.advance(15 * MINUTE);
    const all = must(await garage.post(path, garage.steward));
    expect(all.dates.map(({ state }: { state: string }) => state)).toEqual(Array(2).fill("cancelled-by-operator"));
    expect((await pointsOf(garage, who)).balance).toBe(1_000);
  });
});

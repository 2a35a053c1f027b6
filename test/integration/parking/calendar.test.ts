/** Calendar feeds of shared parking: one's bookings and a space, read without a token, silent on people and plates. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import { type Component, instantMs, parseCalendar } from "../../support/ical.ts";
import { refusal } from "../../support/replies.ts";
import { tableText } from "../../support/table-text.ts";
import { empower, type Made } from "../residents/world.ts";
import { act, book, driver, type Garage, later, lotIn, must, nextNoon, spaceIn, startGarage, stayIn } from "./world.ts";

const MINUTE = 60_000;
/** Open from 8:00 to 20:00 in Shaoxing. */
const DAYTIME = { start: "2026-01-01T08:00", zone: "Asia/Shanghai", minutes: 720, rule: "FREQ=DAILY" };
let garage: Garage;
let owner: Made;
let renter: Made;
let lot: string;
let space: string;

beforeAll(async () => {
  garage = await startGarage();
  [owner, renter] = [await driver(garage), await driver(garage, 5_000)];
  lot = await lotIn(garage);
});
afterAll(() => garage.app.stop());
beforeEach(async () => {
  nextNoon(garage);
  space = await spaceIn(garage, lot, owner, {}, { rules: [DAYTIME] });
});

const open = (who: Made, body: object = {}, key = uuidv7()) =>
  garage.post("/v1/parking/calendars", who.token, body, key);
const end = (who: Made, body: object = {}) => garage.post("/v1/parking/calendars/end", who.token, body);
const read = (path: string, headers: Record<string, string> = {}) => garage.app.call("GET", path, { headers });
const events = async (path: string, language = "zh-CN"): Promise<readonly Component[]> => {
  const reply = await read(path, { "accept-language": language });
  expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  return parseCalendar(reply.text).components;
};
const of = (components: readonly Component[], id: string) =>
  components.find(({ properties }) => properties.UID === id)?.properties;
const booked = async (fields: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  must(await book(garage, renter, stayIn(garage, space, fields))).id;
const free = (components: readonly Component[]) =>
  components
    .filter(({ properties }) => properties.TRANSP === "TRANSPARENT" && properties.STATUS === "CONFIRMED")
    .map(({ properties }) => [instantMs(properties.DTSTART), instantMs(properties.DTEND)]);

describe("the calendar of a renter", () => {
  it("shows each booking with state, version and place to whoever has the address, no person or plate", async () => {
    const id = await booked();
    const { status, body } = await open(renter);
    expect(status).toBe(201);
    expect(body.path).toMatch(/^\/v1\/parking\/calendars\/[A-Za-z0-9_-]{43}\.ics$/);
    const shown = must(await garage.app.call("GET", `/v1/parking/bookings/${id}`, { token: renter.token }));
    const event = of(await events(body.path, "en"), id);
    expect(event).toMatchObject({ STATUS: "CONFIRMED", SEQUENCE: "1", SUMMARY: "Parking", TRANSP: "OPAQUE" });
    expect(event?.LOCATION).toBe("B1-001, Garage");
    expect(instantMs(event?.DTSTART)).toBe(Date.parse(shown.from));
    expect(instantMs(event?.DTEND)).toBe(Date.parse(shown.until));
    const { text } = await read(body.path);
    for (const secret of [renter.id, owner.id, "D12345", "345"]) {
      expect(text.replaceAll(/(UID|DTSTAMP|LAST-MODIFIED):\S+/g, "")).not.toContain(secret);
    }
    must(await act(garage, id, "extend", renter.token, { until: later(garage, 4 * HOUR) }));
    const longer = of(await events(body.path), id);
    expect([longer?.SEQUENCE, instantMs(longer?.DTEND) - instantMs(event?.DTEND)]).toEqual(["2", HOUR]);
    must(await act(garage, id, "cancel", renter.token));
    expect(of(await events(body.path), id)).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "3" });
  });

  it("shows a hold as tentative, and as cancelled from when it runs out, before and after the job", async () => {
    const id = await booked({ confirm: false });
    const { path } = must(await open(renter));
    expect(of(await events(path), id)).toMatchObject({ STATUS: "TENTATIVE", SEQUENCE: "1" });
    garage.app.clock.advance(5 * MINUTE);
    const lapsed = of(await events(path), id);
    expect(lapsed).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "2" });
    await runNamed("bookings-due", garage.app.deps);
    expect(of(await events(path), id)).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "2" });
  });

  it("keeps saying that nobody came when that is disputed, and that somebody was there", async () => {
    const missed = await booked();
    const used = await booked({ from: later(garage, 4 * HOUR), until: later(garage, 5 * HOUR) });
    const { path } = must(await open(renter));
    garage.app.clock.advance(2 * HOUR);
    must(await act(garage, missed, "no-show", owner.token));
    must(await act(garage, missed, "dispute", renter.token, { reason: "it rained" }));
    garage.app.clock.advance(2 * HOUR);
    must(await act(garage, used, "check-in", renter.token));
    must(await act(garage, used, "check-out", renter.token));
    must(await act(garage, used, "dispute", renter.token, { reason: "it rained" }));
    const shown = await events(path);
    expect([of(shown, missed)?.STATUS, of(shown, used)?.STATUS]).toEqual(["CANCELLED", "CONFIRMED"]);
  });

  it("shows bookings of the last thirty days and those to come", async () => {
    const id = await booked();
    const { path } = must(await open(renter));
    garage.app.clock.advance(29 * DAY);
    expect(of(await events(path), id)).toBeDefined();
    garage.app.clock.advance(2 * DAY);
    expect(of(await events(path), id)).toBeUndefined();
  });

  it("is not sent again to a reader who has it", async () => {
    const { path } = must(await open(renter));
    const etag = (await read(path)).headers.get("etag") as string;
    const again = await read(path, { "if-none-match": etag });
    expect([again.status, again.text]).toEqual([304, ""]);
    await booked();
    expect((await read(path, { "if-none-match": etag })).status).toBe(200);
  });

  it("has one address at a time; a replay gives the first answer; the table holds no address", async () => {
    const key = uuidv7();
    const first = await open(renter, {}, key);
    const replay = await open(renter, {}, key);
    expect([replay.body, replay.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect(refusal(await open(owner, { space }, key))).toEqual([422, "request/key-reused"]);
    expect(refusal(await open(owner, {}, key))).toEqual([422, "request/key-reused"]);
    expect((await tableText(garage.app)).join()).not.toContain(first.body.path.split("/").at(-1).slice(0, -4));
    const both = await Promise.all([open(renter), open(renter)]);
    const statuses = await Promise.all([first, ...both].map(async ({ body }) => (await read(body.path)).status));
    expect(statuses.toSorted()).toEqual([200, 404, 404]);
    must(await end(renter));
    expect(must(await end(renter))).toEqual({ ended: true });
    for (const { body } of both) expect(refusal(await read(body.path))).toEqual([404, "resource/not-found"]);
  });

  it("is a proxy's to open in the person's name, and leads nowhere once the person is erased", async () => {
    const [ward, proxy] = [await driver(garage), await driver(garage)];
    await empower(garage, ward.id, proxy.id, { scopes: ["parking"] });
    const headers = { "linli-acting-for": ward.id };
    const given = await garage.app.call("POST", "/v1/parking/calendars", { token: proxy.token, body: {}, headers });
    expect(given.status).toBe(201);
    expect(await events(given.body.path)).toEqual([]);
    must(await garage.post(`/v1/residents/${ward.id}/erase`, ward.token, {}));
    expect(refusal(await read(given.body.path))).toEqual([404, "resource/not-found"]);
  });
});

describe("the calendar of a space", () => {
  it("shows when it is booked and when it is free, and nobody who booked it", async () => {
    const id = await booked();
    const held = await booked({ confirm: false, from: later(garage, 4 * HOUR), until: later(garage, 5 * HOUR) });
    const { path } = must(await open(owner, { space }));
    const shown = await events(path, "en");
    expect(of(shown, id)).toMatchObject({ STATUS: "CONFIRMED", SEQUENCE: "1", SUMMARY: "Booked" });
    expect(of(shown, id)?.LOCATION).toBeUndefined();
    expect(of(shown, held)).toBeUndefined();
    const noon = garage.app.clock.now().getTime();
    const opened = noon - 4 * HOUR;
    // Today between the bookings, then every day from 8:00 to 20:00.
    expect(free(shown).slice(0, 4)).toEqual([
      [opened, noon + HOUR],
      [noon + 3 * HOUR, noon + 4 * HOUR],
      [noon + 5 * HOUR, noon + 8 * HOUR],
      [opened + DAY, noon + 8 * HOUR + DAY],
    ]);
    expect(free(shown)).toHaveLength(3 + 14);
    const { text } = await read(path);
    for (const secret of [renter.id, owner.id, "D12345", "renter"]) expect(text).not.toContain(secret);
    must(await act(garage, id, "cancel", renter.token));
    const after = await events(path);
    expect(of(after, id)).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "2" });
    const before = of(shown, `${space}-${opened}`);
    const now = of(after, `${space}-${opened}`);
    expect(instantMs(now?.DTEND)).toBe(noon + 4 * HOUR);
    expect(Number(now?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE));
  });

  it("that is open in more stretches than a calendar takes shows the nearest", async () => {
    // Seven rules, each eight times a day: 56 stretches a day, of which no two touch.
    const rules = Array.from({ length: 7 }, (_, index) => ({
      start: `2026-01-01T00:${String(index * 8).padStart(2, "0")}`,
      ...{ zone: "Asia/Shanghai", minutes: 5, rule: "FREQ=DAILY;BYHOUR=0,3,6,9,12,15,18,21" },
    }));
    const split = await spaceIn(garage, lot, owner, {}, { rules });
    const shown = free(await events(must(await open(owner, { space: split })).path));
    expect(shown).toHaveLength(500);
    expect(shown.map(([from]) => from)).toEqual(shown.map(([from]) => from as number).toSorted((a, b) => a - b));
  });

  it("is the owner's; a common one is an officer's; for others it does not exist", async () => {
    const steward = { id: "", token: garage.steward };
    for (const stranger of [renter, steward]) {
      expect(refusal(await open(stranger, { space }))).toEqual([404, "resource/not-found"]);
    }
    expect(refusal(await open(owner, { space: uuidv7() }))).toEqual([404, "resource/not-found"]);
    const decision = { document: "2026-7", from: later(garage, 0), until: later(garage, 30 * DAY) };
    const common = await spaceIn(garage, lot, owner, { owner: undefined, decision }, { rules: [DAYTIME] });
    expect(refusal(await open(owner, { space: common }))).toEqual([404, "resource/not-found"]);
    const { path } = must(await open(steward, { space: common }));
    expect(free(await events(path))).toHaveLength(15);
    must(await end(steward, { space: common }));
    expect((await read(path)).status).toBe(404);
  });

  it("is another address than the owner's own bookings; no other link leads to one", async () => {
    const [mine, theirs] = [must(await open(owner)), must(await open(owner, { space }))];
    expect([(await read(mine.path)).status, (await read(theirs.path)).status]).toEqual([200, 200]);
    const file = theirs.path.split("/").at(-1) as string;
    for (const wrong of ["x.ics", `${"A".repeat(43)}.ics`, file.slice(0, -4)]) {
      expect(refusal(await read(`/v1/parking/calendars/${wrong}`))).toEqual([404, "resource/not-found"]);
    }
    expect(refusal(await read(`/v1/timebank/calendars/${file}`))).toEqual([404, "resource/not-found"]);
  });
});

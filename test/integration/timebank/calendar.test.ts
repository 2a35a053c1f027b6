/** The calendar feed of a volunteer's sessions: made, read without a token, given anew, ended, and silent on people. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../support/clock.ts";
import { instantMs, parseCalendar } from "../../support/ical.ts";
import { refusal } from "../../support/replies.ts";
import { tableText } from "../../support/table-text.ts";
import { empower, type Made } from "../residents/world.ts";
import { accepted, act, ask, type Bank, helper, later, member, startBank } from "./world.ts";

let bank: Bank;
let elder: Made;
beforeAll(async () => {
  bank = await startBank();
  elder = await member(bank, 6_000);
});
afterAll(() => bank.app.stop());

const open = (who: Made, token = who.token, key = uuidv7()) =>
  bank.post(`/v1/timebank/members/${who.id}/calendar`, token, undefined, key);
const read = (path: string, headers: Record<string, string> = {}) => bank.app.call("GET", path, { headers });

describe("the calendar of a volunteer", () => {
  it("shows sessions with state and version, to whoever has the address, and no person or place", async () => {
    const volunteer = await helper(bank);
    const order = await accepted(bank, elder, volunteer, {
      address: { directions: "second door on the left" },
      area: "wtqw3",
    });
    const matched = await ask(bank, elder, { from: later(bank, 24 * HOUR), until: later(bank, 26 * HOUR) });
    await act(bank, matched, "match", elder.token, { volunteer: volunteer.id });
    const { status, body } = await open(volunteer);
    expect(status).toBe(201);
    expect(body.path).toMatch(/^\/v1\/timebank\/calendars\/[A-Za-z0-9_-]{43}\.ics$/);
    const reply = await read(body.path);
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(reply.headers.get("set-cookie")).toBeNull();
    const { components } = parseCalendar(reply.text);
    expect(components.map(({ properties }) => [properties.UID, properties.STATUS, properties.SEQUENCE])).toEqual([
      [order, "CONFIRMED", "2"],
      [matched, "TENTATIVE", "2"],
    ]);
    const shown = await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: volunteer.token });
    expect(instantMs(components[0]?.properties.DTSTART)).toBe(Date.parse(shown.body.from));
    expect(instantMs(components[0]?.properties.DTEND)).toBe(Date.parse(shown.body.until));
    for (const secret of [elder.id, volunteer.id, "second door", "wtqw"]) expect(reply.text).not.toContain(secret);
    await act(bank, order, "cancel", elder.token, { reason: "visit" });
    const after = parseCalendar((await read(body.path)).text).components[0]?.properties;
    expect(after).toMatchObject({ UID: order, STATUS: "CANCELLED", SEQUENCE: "3" });
  });

  it("shows a proposal no more once a block parts the two", async () => {
    const [asks, volunteer] = [await member(bank, 600), await helper(bank)];
    const order = await ask(bank, asks, { from: later(bank, 30 * HOUR), until: later(bank, 32 * HOUR) });
    await act(bank, order, "match", asks.token, { volunteer: volunteer.id });
    const { path } = (await open(volunteer)).body;
    expect((await read(path)).text).toContain(order);
    expect((await bank.post("/v1/timebank/blocks", asks.token, { person: volunteer.id })).status).toBe(201);
    expect((await read(path)).text).not.toContain(order);
  });

  it("is not sent again to a reader who has it", async () => {
    const volunteer = await helper(bank);
    const { path } = (await open(volunteer)).body;
    const etag = (await read(path)).headers.get("etag") as string;
    const again = await read(path, { "if-none-match": `"other", W/${etag}` });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    await accepted(bank, elder, volunteer, { from: later(bank, 50 * HOUR), until: later(bank, 52 * HOUR) });
    expect((await read(path, { "if-none-match": etag })).status).toBe(200);
  });

  it("has one address at a time; a replay gives the first answer; the table holds no address", async () => {
    const volunteer = await helper(bank);
    const key = uuidv7();
    const first = await open(volunteer, volunteer.token, key);
    const replay = await open(volunteer, volunteer.token, key);
    expect([replay.body, replay.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    const secret = first.body.path.split("/").at(-1).slice(0, -4);
    expect((await tableText(bank.app)).join()).not.toContain(secret);
    const second = await open(volunteer);
    expect(second.body.path).not.toBe(first.body.path);
    expect(refusal(await read(first.body.path))).toEqual([404, "resource/not-found"]);
    expect((await read(second.body.path)).status).toBe(200);
    const late = await open(volunteer, volunteer.token, key);
    expect(late.body).toEqual(first.body);
    expect((await read(first.body.path)).status).toBe(404);
    expect((await read(second.body.path)).status).toBe(200);
  });

  it("keeps one address when two are asked for at once", async () => {
    const volunteer = await helper(bank);
    const both = await Promise.all([open(volunteer), open(volunteer), open(volunteer)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
    const read200 = await Promise.all(both.map(async ({ body }) => (await read(body.path)).status));
    expect(read200.toSorted()).toEqual([200, 404, 404]);
  });

  it("ends, once and again, and may be opened anew", async () => {
    const volunteer = await helper(bank);
    const end = () => bank.post(`/v1/timebank/members/${volunteer.id}/calendar/end`, volunteer.token, undefined);
    expect((await end()).body).toEqual({ ended: true });
    const { path } = (await open(volunteer)).body;
    expect((await end()).body).toEqual({ ended: true });
    expect(refusal(await read(path))).toEqual([404, "resource/not-found"]);
    expect((await end()).status).toBe(200);
    expect((await read((await open(volunteer)).body.path)).status).toBe(200);
  });

  it("is the volunteer's own, or a proxy's to open; nobody else's and no other link leads to it", async () => {
    const [volunteer, other] = [await helper(bank), await helper(bank)];
    expect(refusal(await open(volunteer, other.token))).toEqual([404, "resource/not-found"]);
    expect(refusal(await open(volunteer, bank.steward))).toEqual([403, "auth/forbidden"]);
    await empower(bank, volunteer.id, other.id, { scopes: ["timebank"] });
    const acting = { "linli-acting-for": volunteer.id };
    const given = await bank.app.call("POST", `/v1/timebank/members/${volunteer.id}/calendar`, {
      token: other.token,
      headers: acting,
    });
    expect(given.status).toBe(201);
    for (const file of ["x.ics", `${"A".repeat(43)}.ics`, given.body.path.split("/").at(-1).slice(0, -4), "%00.ics"]) {
      const reply = await read(`/v1/timebank/calendars/${file}`);
      expect(refusal(reply)).toEqual([404, "resource/not-found"]);
      expect(reply.text).not.toContain(file.slice(0, 20));
    }
  });

  it("leads nowhere once its person is erased", async () => {
    const volunteer = await helper(bank);
    const { path } = (await open(volunteer)).body;
    const erased = await bank.post(`/v1/residents/${volunteer.id}/erase`, volunteer.token, {});
    expect(erased.status).toBe(200);
    expect(refusal(await read(path))).toEqual([404, "resource/not-found"]);
  });

  it("shows sessions of the last thirty days and those to come", async () => {
    const volunteer = await helper(bank);
    const order = await accepted(bank, elder, volunteer, {
      from: later(bank, 70 * HOUR),
      until: later(bank, 72 * HOUR),
    });
    const { path } = (await open(volunteer)).body;
    bank.app.clock.advance(25 * DAY);
    expect((await read(path)).text).toContain(order);
    bank.app.clock.advance(20 * DAY);
    expect(parseCalendar((await read(path)).text).components).toEqual([]);
  });
});

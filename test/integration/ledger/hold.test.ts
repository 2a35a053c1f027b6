/** Two-phase transfers over HTTP: hold, post, void, expiry. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SECOND } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";

let app: App;
let ann: Person;
let bo: Person;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  ann = await person(app, 100);
  bo = await person(app);
});

const hold = (amount: number, expiresInSeconds = 60, key: string = uuidv7(), from = ann.points, to = bo.points) =>
  app.call("POST", "/v1/ledger/holds", {
    token: ann.token,
    key,
    body: { from, to, amount, category: "booking", expiresInSeconds },
  });
const post = (id: string, body: object = {}, key: string = uuidv7(), token = ann.token) =>
  app.call("POST", `/v1/ledger/holds/${id}/post`, { token, key, body });
const release = (id: string, key: string = uuidv7(), token = ann.token) =>
  app.call("POST", `/v1/ledger/holds/${id}/void`, { token, key, body: {} });

describe("a hold", () => {
  it("reserves what is available and leaves the balance", async () => {
    const reply = await hold(30);
    expect([reply.status, reply.body.state]).toEqual([201, "open"]);
    expect(await account(app, ann)).toMatchObject({ balance: 100, holdsOut: 30, available: 70 });
    expect(await account(app, bo)).toMatchObject({ balance: 0, holdsIn: 30, room: 99_970 });
  });

  it("cannot be spent elsewhere", async () => {
    await hold(80);
    const reply = await app.call("POST", "/v1/ledger/transfers", {
      token: ann.token,
      body: { from: ann.points, to: bo.points, amount: 30, category: "thanks" },
    });
    expect([reply.status, reply.body.code, reply.body.params.available]).toEqual([
      409,
      "ledger/insufficient-available",
      20,
    ]);
  });

  it("never draws overdraft: an account that may owe 600 minutes reserves only what it has", async () => {
    const reply = await hold(15, 60, uuidv7(), ann.minutes, bo.minutes);
    expect([reply.status, reply.body.code]).toEqual([409, "ledger/not-transferable"]);
    const admin = await staff(app, "district-admin");
    const drawn = await app.call("POST", "/v1/ledger/holds", {
      token: admin,
      body: { from: ann.minutes, to: bo.minutes, amount: 15, category: "care", expiresInSeconds: 60 },
    });
    expect([drawn.status, drawn.body.code]).toEqual([409, "ledger/insufficient-available"]);
    const paid = await app.call("POST", "/v1/ledger/transfers", {
      token: admin,
      body: { from: ann.minutes, to: bo.minutes, amount: 600, category: "care" },
    });
    expect(paid.status).toBe(201);
    const doubled = await app.call("POST", "/v1/ledger/transfers", {
      token: admin,
      body: { from: ann.minutes, to: bo.minutes, amount: 15, category: "care" },
    });
    expect([doubled.status, doubled.body.params.available]).toEqual([409, 0]);
  });

  it("counts against the day's limit, and gives back what it did not use", async () => {
    ann = await person(app, 20_000);
    const first = await hold(5_000);
    await hold(3_000);
    expect((await hold(1)).body.code).toBe("ledger/cap-day");
    await release(first.body.id);
    expect((await hold(5_000)).status).toBe(201);
    expect((await hold(1)).body.code).toBe("ledger/cap-day");
  });
});

describe("posting", () => {
  it("13 of 15 moves 13 and releases 2", async () => {
    const { body } = await hold(15);
    const reply = await post(body.id, { amount: 13 });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ kind: "hold-post", amount: 13, link: { type: "hold", id: body.id } });
    expect(await account(app, ann)).toMatchObject({ balance: 87, holdsOut: 0, available: 87 });
    expect(await account(app, bo)).toMatchObject({ balance: 13, holdsIn: 0, room: 99_987 });
  });

  it("more than is held is refused", async () => {
    const { body } = await hold(15);
    const reply = await post(body.id, { amount: 16 });
    expect([reply.status, reply.body.code]).toEqual([409, "ledger/over-post"]);
    expect((await account(app, ann)).holdsOut).toBe(15);
  });

  it("a second time is refused, and so is voiding what was posted", async () => {
    const { body } = await hold(15);
    const key = uuidv7();
    expect((await post(body.id, {}, key)).status).toBe(201);
    const replay = await post(body.id, {}, key);
    expect([replay.status, replay.headers.get("idempotency-hit")]).toEqual([201, "true"]);
    const second = await post(body.id);
    expect([second.status, second.body.code, second.body.params.state]).toEqual([
      409,
      "ledger/hold-resolved",
      "posted",
    ]);
    expect((await release(body.id)).body.code).toBe("ledger/hold-resolved");
    expect((await account(app, bo)).balance).toBe(15);
  });

  it("is the payer's and the officers' business, not the payee's", async () => {
    const { body } = await hold(15);
    expect((await post(body.id, {}, uuidv7(), bo.token)).status).toBe(403);
    const stranger = await person(app);
    expect((await post(body.id, {}, uuidv7(), stranger.token)).status).toBe(404);
    expect((await post(body.id, {}, uuidv7(), await staff(app, "steward"))).status).toBe(201);
  });

  it("by 64 workers at once has one success and 63 refusals, none of them about funds", async () => {
    const { body } = await hold(15);
    const replies = await Promise.all(Array.from({ length: 64 }, () => post(body.id)));
    const codes = replies.map((reply) => reply.body.code ?? "posted");
    expect(codes.filter((code) => code === "posted")).toHaveLength(1);
    expect(codes.filter((code) => code === "ledger/hold-resolved")).toHaveLength(63);
    expect(await account(app, bo)).toMatchObject({ balance: 15, holdsIn: 0 });
  });
});

describe("voiding", () => {
  it("frees the amount, once, and answers a repeat with the first answer", async () => {
    const { body } = await hold(40);
    const key = uuidv7();
    const first = await release(body.id, key);
    expect([first.status, first.body.state]).toEqual([200, "voided"]);
    expect((await release(body.id, key)).body).toEqual(first.body);
    expect((await release(body.id)).body.code).toBe("ledger/hold-resolved");
    expect(await account(app, ann)).toMatchObject({ balance: 100, holdsOut: 0, available: 100 });
  });

  it("works on a frozen account, so that reservations are not stuck", async () => {
    const { body } = await hold(40);
    const steward = await staff(app, "steward");
    const { headers } = await app.call("GET", `/v1/ledger/accounts/${ann.points}`, { token: steward });
    const frozen = await app.call("PATCH", `/v1/ledger/accounts/${ann.points}`, {
      token: steward,
      headers: { "if-match": headers.get("etag") ?? "" },
      body: { status: "frozen", reason: "lost phone" },
    });
    expect([frozen.status, frozen.body.status]).toEqual([200, "frozen"]);
    expect((await post(body.id)).body.code).toBe("ledger/account-frozen");
    expect((await release(body.id)).status).toBe(200);
    expect((await account(app, ann)).holdsOut).toBe(0);
  });
});

describe("expiry", () => {
  it("is judged at each tick: holds of 1, 2 and 3 seconds end one after the other", async () => {
    const ids = await Promise.all([1, 2, 3].map(async (seconds) => (await hold(10, seconds)).body.id as string));
    const states = async () =>
      Promise.all(
        ids.map(async (id) => (await app.call("GET", `/v1/ledger/holds/${id}`, { token: ann.token })).body.state),
      );
    expect(await states()).toEqual(["open", "open", "open"]);
    for (const expected of [
      ["expired", "open", "open"],
      ["expired", "expired", "open"],
      ["expired", "expired", "expired"],
    ]) {
      app.clock.advance(SECOND);
      expect(await states()).toEqual(expected);
    }
    const late = await post(ids[0] as string);
    expect([late.status, late.body.code]).toEqual([409, "ledger/hold-expired"]);
    expect((await account(app, bo)).balance).toBe(0);
  });
});

describe("reading", () => {
  it("is open to both sides and closed to strangers; lists go by pages of 3, newest first", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index++) {
      app.clock.advance(SECOND);
      ids.push((await hold(1)).body.id);
    }
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const query: string = next === null ? "" : `&cursor=${next}`;
      const page = await app.call("GET", `/v1/ledger/accounts/${bo.points}/holds?side=in&limit=3${query}`, {
        token: bo.token,
      });
      expect(page.status).toBe(200);
      expect(page.body.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.body.items.map((item: { id: string }) => item.id));
      next = page.body.next;
    } while (next !== null);
    expect(seen).toEqual(ids.reverse());
    const stranger = await person(app);
    expect((await app.call("GET", `/v1/ledger/holds/${ids[0]}`, { token: stranger.token })).status).toBe(404);
    const list = await app.call("GET", `/v1/ledger/accounts/${bo.points}/holds`, { token: stranger.token });
    expect(list.status).toBe(404);
  });
});

/** Points for services: redeem within stock and limits, deliver, cancel once. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { meteredClient, reportsUnits } from "../../support/meter.ts";
import { account, type Person, person, pools, staff, wallet } from "../../support/people.ts";
import { persist, refusal } from "../../support/replies.ts";

let app: App;
let ann: Person;
let steward: string;
const meter = meteredClient();

beforeAll(async () => {
  app = await startApp({ overrides: { client: meter.client } });
  await pools(app);
  steward = await staff(app, "steward");
});
afterAll(() => app.stop());
beforeEach(async () => {
  ann = await person(app, 1_000);
});

const offer = async (terms: object = {}, token = steward): Promise<string> => {
  const item = { community: "lujing", name: { zh: "理发", en: "Haircut" }, unit: "points", price: 30, ...terms };
  const reply = await app.call("POST", "/v1/ledger/catalogue-items", { token, body: item });
  expect(reply.status).toBe(201);
  return reply.body.id;
};
const redeem = (item: string, more: object = {}, token = ann.token, key: string = uuidv7(), query = "") =>
  app.call("POST", `/v1/ledger/redemptions${query}`, { token, key, body: { item, expectedPrice: 30, ...more } });
const act = (id: string, what: "cancel" | "fulfil", token = ann.token, body: object = {}, key: string = uuidv7()) =>
  app.call("POST", `/v1/ledger/redemptions/${id}/${what}`, { token, body, key });
const see = (id: string, token = ann.token) => app.call("GET", `/v1/ledger/redemptions/${id}`, { token });
const stockOf = async (item: string): Promise<number> =>
  (await app.call("GET", `/v1/ledger/catalogue-items/${item}`, { token: steward })).body.stock;
const balance = async (who: Person) => (await account(app, who)).balance;

describe("a redemption", () => {
  it("moves price times quantity to the redemption pool and is the transfer itself", async () => {
    const item = await offer();
    const reply = await redeem(item, { quantity: 3 });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      item,
      quantity: 3,
      price: 30,
      amount: 90,
      state: "redeemed",
      account: ann.points,
    });
    expect(reply.body.voucher).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const transfer = await app.call("GET", `/v1/ledger/transfers/${reply.body.id}`, { token: ann.token });
    expect(transfer.body.entries).toHaveLength(1);
    expect(transfer.body.entries[0]).toMatchObject({
      kind: "redemption",
      from: ann.points,
      to: "lujing~redemption.points",
      amount: 90,
      link: { type: "catalogue-item", id: item },
    });
    expect(await account(app, ann)).toMatchObject({ balance: 910, lifetimeEarned: 0 });
    expect((await see(reply.body.id)).body).toEqual(reply.body);
  });

  it.runIf(reportsUnits)("without stock or limit costs four (skipped where units are misreported)", async () => {
    const item = await offer();
    meter.take();
    expect((await redeem(item)).status).toBe(201);
    expect(meter.take()).toMatchObject({ calls: 1, table: 4 });
  });

  it.runIf(reportsUnits)("with stock and limit costs eight (skipped where units are misreported)", async () => {
    const item = await offer({ stock: 9, perPerson: { period: "day", limit: 9 } });
    meter.take();
    expect((await redeem(item)).status).toBe(201);
    expect(meter.take()).toMatchObject({ calls: 1, table: 8 });
  });

  it("repeated under its key happens once, with the first voucher; with another body it is 422", async () => {
    const item = await offer({ stock: 5 });
    const key = uuidv7();
    const first = await redeem(item, {}, ann.token, key);
    await act(first.body.id, "cancel");
    const again = await redeem(item, {}, ann.token, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect((await redeem(item, { quantity: 2 }, ann.token, key)).status).toBe(422);
    expect(await stockOf(item)).toBe(5);
  });

  it("is made at the price that was shown, or refused with the price of now", async () => {
    const item = await offer({ price: 35 });
    const reply = await redeem(item);
    expect([reply.body.code, reply.body.params]).toEqual(["ledger/price-changed", { price: 35 }]);
    expect((await redeem(item, { expectedPrice: 35 })).status).toBe(201);
    expect(await balance(ann)).toBe(965);
  });

  it("of a withdrawn item is refused, of an unknown one 404, of 0 or 21 pieces 400", async () => {
    const item = await offer({ active: false });
    expect(refusal(await redeem(item))).toEqual([409, "ledger/item-unavailable"]);
    expect((await redeem(uuidv7())).status).toBe(404);
    expect((await redeem(item, { quantity: 0 })).status).toBe(400);
    expect((await redeem(item, { quantity: 21 })).status).toBe(400);
  });

  it("needs enough points, and takes neither stock nor limit when there are too few", async () => {
    const item = await offer({ stock: 5, perPerson: { period: "day", limit: 5 } });
    const poor = await person(app, 29);
    const reply = await redeem(item, {}, poor.token);
    expect([reply.body.code, reply.body.params.missing]).toEqual(["ledger/insufficient-available", 1]);
    expect(await stockOf(item)).toBe(5);
    expect(await balance(poor)).toBe(29);
  });

  it("is not bounded by the payment caps, which are for gifts between members", async () => {
    const rich = await person(app, 90_000);
    const item = await offer({ price: 9_000 });
    const reply = await redeem(item, { expectedPrice: 9_000 }, rich.token);
    expect([reply.status, reply.body.amount]).toEqual([201, 9_000]);
  });

  it("of the last 5 by 64 people at once succeeds exactly 5 times", async () => {
    const item = await offer({ stock: 5 });
    const crowd = await Promise.all(Array.from({ length: 64 }, () => person(app, 30)));
    const replies = await Promise.all(crowd.map((who) => persist((key) => redeem(item, {}, who.token, key))));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(5);
    expect(replies.filter((reply) => reply.body.code === "ledger/out-of-stock")).toHaveLength(59);
    expect(await stockOf(item)).toBe(0);
    const balances = await Promise.all(crowd.map(balance));
    expect(balances.filter((points) => points === 0)).toHaveLength(5);
  });

  it("of more than is left says how many there are", async () => {
    const item = await offer({ stock: 2 });
    const reply = await redeem(item, { quantity: 3 });
    expect([reply.body.code, reply.body.params]).toEqual(["ledger/out-of-stock", { stock: 2, needed: 3 }]);
  });

  it("rehearsed names every known obstacle and changes nothing", async () => {
    const item = await offer({ stock: 1, perPerson: { period: "day", limit: 1 } });
    const dry = (more: object = {}) => redeem(item, more, ann.token, uuidv7(), "?dryRun=true");
    expect((await dry()).body).toMatchObject({ accepted: true, answer: { amount: 30 } });
    expect((await dry({ quantity: 2 })).body.refusals.map((one: { code: string }) => one.code)).toEqual([
      "ledger/out-of-stock",
      "ledger/item-limit",
    ]);
    await redeem(item);
    expect((await dry()).body.refusals.map((one: { code: string }) => one.code)).toContain("ledger/item-limit");
    expect(await balance(ann)).toBe(970);
  });
});

describe("a personal limit", () => {
  it("bounds what one person redeems in a period, and begins anew with the next", async () => {
    const item = await offer({ perPerson: { period: "day", limit: 3 } });
    expect((await redeem(item, { quantity: 2 })).status).toBe(201);
    const over = await redeem(item, { quantity: 2 });
    expect([over.body.code, over.body.params]).toEqual(["ledger/item-limit", { period: "day", limit: 3, used: 2 }]);
    expect((await redeem(item)).status).toBe(201);
    expect((await redeem(item, {}, (await person(app, 30)).token)).status).toBe(201);
    app.clock.advance(DAY);
    expect((await redeem(item, { quantity: 3 })).status).toBe(201);
    expect((await redeem(item, { quantity: 4 })).body.params.used).toBe(3);
  });

  it("counts the person, whichever account pays", async () => {
    const item = await offer({ perPerson: { period: "month", limit: 1 } });
    const shared = await wallet(app, [ann], 500);
    expect((await redeem(item)).status).toBe(201);
    expect((await redeem(item, { account: shared })).body.code).toBe("ledger/item-limit");
  });

  it("holds against many requests of one person at once", async () => {
    const item = await offer({ perPerson: { period: "day", limit: 4 } });
    const replies = await Promise.all(
      Array.from({ length: 24 }, () => persist((key) => redeem(item, {}, ann.token, key))),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(4);
    expect(replies.filter((reply) => reply.body.code === "ledger/item-limit")).toHaveLength(20);
    expect(await balance(ann)).toBe(880);
  });
});

describe("a shared wallet", () => {
  it("pays for its spenders and nobody else", async () => {
    const item = await offer();
    const shared = await wallet(app, [ann], 500);
    const reply = await redeem(item, { account: shared });
    expect([reply.status, reply.body.account, reply.body.by]).toEqual([201, shared, ann.id]);
    const stranger = await person(app, 500);
    expect((await redeem(item, { account: shared }, stranger.token)).status).toBe(404);
    expect((await redeem(item, { account: ann.points }, stranger.token)).status).toBe(404);
    expect((await see(reply.body.id, stranger.token)).status).toBe(404);
  });

  it("is spent in its own unit and community", async () => {
    const far = await person(app, 500, "heyuan");
    const item = await offer();
    expect(refusal(await redeem(item, {}, far.token))).toEqual([409, "ledger/outside-community"]);
    expect(refusal(await redeem(item, { account: ann.minutes }))).toEqual([400, "ledger/unit-mismatch"]);
    expect((await redeem(item, { account: "lujing~donation.points" })).status).toBe(404);
  });
});

describe("acting for another person", () => {
  it("needs a proxy in force: without one nothing is redeemed, cancelled or shown", async () => {
    const elder = await person(app, 500);
    const headers = { "linli-acting-for": elder.id };
    const item = await offer({ stock: 5 });
    const body = { item, expectedPrice: 30 };
    const bought = await app.call("POST", "/v1/ledger/redemptions", { token: ann.token, headers, body });
    expect(refusal(bought)).toEqual([403, "residents/proxy-invalid"]);
    const own = await redeem(item, {}, elder.token);
    const path = `/v1/ledger/redemptions/${own.body.id}`;
    const undone = await app.call("POST", `${path}/cancel`, { token: ann.token, headers, body: {} });
    expect(refusal(undone)).toEqual([403, "residents/proxy-invalid"]);
    expect(refusal(await app.call("GET", path, { token: ann.token, headers }))).toEqual([
      403,
      "residents/proxy-invalid",
    ]);
    expect([await balance(elder), await balance(ann), await stockOf(item)]).toEqual([470, 1_000, 4]);
  });
});

describe("a cancellation", () => {
  it("by the buyer within the window gives points, stock and limit back by a reversal, once", async () => {
    const item = await offer({ stock: 5, perPerson: { period: "day", limit: 2 } });
    const { body } = await redeem(item, { quantity: 2 });
    app.clock.advance(HOUR - SECOND);
    const reply = await act(body.id, "cancel");
    expect([reply.status, reply.body.state, reply.body.cancelledBy]).toEqual([200, "cancelled", ann.id]);
    expect([await balance(ann), await stockOf(item)]).toEqual([1_000, 5]);
    const transfer = await app.call("GET", `/v1/ledger/transfers/${body.id}`, { token: ann.token });
    expect(transfer.body.reversals).toHaveLength(1);
    expect(transfer.body.reversals[0]).toMatchObject({
      kind: "reversal",
      from: "lujing~redemption.points",
      amount: 60,
    });
    expect(refusal(await act(body.id, "cancel"))).toEqual([409, "ledger/already-reversed"]);
    expect((await redeem(item, { quantity: 2 })).status).toBe(201);
    expect((await see(body.id)).body).toEqual(reply.body);
  });

  it("repeated under its key is answered the same, and nothing is given back twice", async () => {
    const item = await offer({ stock: 5 });
    const { body } = await redeem(item);
    const key = uuidv7();
    const first = await act(body.id, "cancel", ann.token, {}, key);
    const again = await act(body.id, "cancel", ann.token, {}, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect([await balance(ann), await stockOf(item)]).toEqual([1_000, 5]);
  });

  it("asked for 32 times at once gives back once", async () => {
    const item = await offer({ stock: 5, perPerson: { period: "day", limit: 5 } });
    const { body } = await redeem(item);
    const replies = await Promise.all(
      Array.from({ length: 32 }, () => persist((key) => act(body.id, "cancel", ann.token, {}, key))),
    );
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect(replies.filter((reply) => reply.body.code === "ledger/already-reversed")).toHaveLength(31);
    expect([await balance(ann), await stockOf(item)]).toEqual([1_000, 5]);
  });

  it("after the window is a steward's, who has none", async () => {
    const item = await offer();
    const { body } = await redeem(item);
    app.clock.advance(HOUR);
    const late = await act(body.id, "cancel");
    expect([late.status, late.body.code, late.body.params]).toEqual([
      409,
      "ledger/cancel-window",
      { until: body.cancelUntil },
    ]);
    expect((await act(body.id, "cancel", await staff(app, "steward", ["heyuan"]))).status).toBe(404);
    expect((await act(body.id, "cancel", await staff(app, "auditor"))).status).toBe(403);
    expect((await act(body.id, "cancel", steward)).status).toBe(200);
    expect(await balance(ann)).toBe(1_000);
  });

  it("of a steward's own redemption knows the window like any buyer's", async () => {
    const both = await app.token({ sub: ann.id, roles: ["resident", "steward"] });
    const { body } = await redeem(await offer());
    app.clock.advance(2 * HOUR);
    expect((await act(body.id, "cancel", both)).body.code).toBe("ledger/cancel-window");
  });

  it("goes by the window that held when it was redeemed, the item's own before the district's", async () => {
    const item = await offer({ cancelWindowMinutes: 5 });
    const { body } = await redeem(item);
    expect(Date.parse(body.cancelUntil) - app.clock.now().getTime()).toBe(5 * MINUTE);
    const headers = { "if-match": '"1"' };
    await app.call("PATCH", `/v1/ledger/catalogue-items/${item}`, {
      token: steward,
      headers,
      body: { cancelWindowMinutes: 0 },
    });
    expect((await act(body.id, "cancel")).status).toBe(200);
    expect((await act((await redeem(item)).body.id, "cancel")).body.code).toBe("ledger/cancel-window");
  });

  it("after the period does not give its limit to the next one", async () => {
    const item = await offer({ perPerson: { period: "day", limit: 1 }, cancelWindowMinutes: 3 * 24 * 60 });
    const { body } = await redeem(item);
    app.clock.advance(DAY);
    expect((await redeem(item)).status).toBe(201);
    expect((await act(body.id, "cancel")).status).toBe(200);
    expect((await redeem(item)).body.code).toBe("ledger/item-limit");
  });

  it("is nobody else's, and not reached by the general reversal", async () => {
    const { body } = await redeem(await offer());
    const stranger = await person(app);
    expect((await act(body.id, "cancel", stranger.token)).status).toBe(404);
    expect((await act(uuidv7(), "cancel")).status).toBe(404);
    const undo = await app.call("POST", `/v1/ledger/transfers/${body.id}/reversal`, { token: steward, body: {} });
    expect(refusal(undo)).toEqual([409, "ledger/not-reversible"]);
  });

  it("rehearsed gives nothing back", async () => {
    const { body } = await redeem(await offer());
    const path = `/v1/ledger/redemptions/${body.id}/cancel?dryRun=true`;
    const reply = await app.call("POST", path, { token: ann.token, body: {} });
    expect(reply.body).toMatchObject({ accepted: true, answer: { state: "cancelled" } });
    expect(await balance(ann)).toBe(970);
  });
});

describe("delivery", () => {
  it("by a provider needs the buyer's voucher, and ends the right to cancel", async () => {
    const provider = await app.token({ sub: uuidv7(), roles: ["provider"] });
    const { body } = await redeem(await offer());
    expect(refusal(await act(body.id, "fulfil", provider))).toEqual([403, "ledger/voucher-wrong"]);
    expect(refusal(await act(body.id, "fulfil", provider, { voucher: "ZZZZZZZZ" }))).toEqual([
      403,
      "ledger/voucher-wrong",
    ]);
    const reply = await act(body.id, "fulfil", provider, { voucher: body.voucher.toLowerCase() });
    expect([reply.status, reply.body.state, reply.body.voucher]).toEqual([200, "fulfilled", null]);
    expect(refusal(await act(body.id, "fulfil", provider, { voucher: body.voucher }))).toEqual([
      409,
      "ledger/redemption-fulfilled",
    ]);
    for (const token of [ann.token, steward]) {
      expect(refusal(await act(body.id, "cancel", token))).toEqual([409, "ledger/redemption-fulfilled"]);
    }
    expect((await see(body.id)).body).toMatchObject({ state: "fulfilled", voucher: body.voucher });
    expect(await balance(ann)).toBe(970);
  });

  it("by a steward needs none, and is not possible after a cancellation", async () => {
    const item = await offer();
    const first = await redeem(item);
    expect((await act(first.body.id, "fulfil", steward)).status).toBe(200);
    const second = await redeem(item);
    await act(second.body.id, "cancel");
    expect(refusal(await act(second.body.id, "fulfil", steward))).toEqual([409, "ledger/already-reversed"]);
    expect((await act(first.body.id, "fulfil", await staff(app, "steward", ["heyuan"]))).status).toBe(404);
    expect((await act(first.body.id, "fulfil", ann.token)).status).toBe(403);
  });

  it("and cancellation at once: one of them happens", async () => {
    for (let round = 0; round < 8; round++) {
      const { body } = await redeem(await offer());
      const replies = await Promise.all([
        persist((key) => act(body.id, "fulfil", steward, {}, key)),
        persist((key) => act(body.id, "cancel", ann.token, {}, key)),
      ]);
      expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
      const winner = replies.find((reply) => reply.status === 200);
      expect((await see(body.id)).body.state).toBe(winner?.body.state);
    }
  });
});

describe("the list of an account", () => {
  it("shows its redemptions newest first with their state, and the voucher to its people only", async () => {
    const item = await offer();
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.unshift((await redeem(item)).body.id);
    await act(ids[2] as string, "cancel");
    const list = (query: string, token = ann.token) =>
      app.call("GET", `/v1/ledger/accounts/${ann.points}/redemptions?${query}`, { token });
    const first = await list("limit=2");
    expect(first.body.items.map((one: { id: string }) => one.id)).toEqual(ids.slice(0, 2));
    const second = await list(`limit=2&cursor=${first.body.next}`);
    expect(second.body.items.map((one: { id: string; state: string }) => [one.id, one.state])).toEqual([
      [ids[2], "cancelled"],
    ]);
    expect(second.body.next).toBeNull();
    expect(first.body.items[0].voucher).not.toBeNull();
    expect((await list("", steward)).body.items[0].voucher).toBeNull();
    expect((await list("", (await person(app)).token)).status).toBe(404);
  });
});

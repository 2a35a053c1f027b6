/** What a community offers for points: items, who sees them, how they and their stock change. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../../support/harness.ts";
import { type Person, person, pools, staff } from "../../support/people.ts";
import { refusal } from "../../support/replies.ts";

let app: App;
let ann: Person;
let steward: string;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  ann = await person(app);
  steward = await staff(app, "steward");
});
afterAll(() => app.stop());

const RICE = {
  community: "lujing",
  name: { zh: "大米 5 公斤", en: "Rice, 5 kg" },
  unit: "points",
  price: 120,
  stock: 10 as number | null,
};
const make = (body: object = {}, token = steward, key: string = uuidv7()) =>
  app.call("POST", "/v1/ledger/catalogue-items", { token, key, body: { ...RICE, ...body } });
const see = (id: string, token = ann.token) => app.call("GET", `/v1/ledger/catalogue-items/${id}`, { token });
const edit = (id: string, revision: number, body: object, token = steward) =>
  app.call("PATCH", `/v1/ledger/catalogue-items/${id}`, { token, body, headers: { "if-match": `"${revision}"` } });
const stock = (id: string, delta: number, token = steward, key: string = uuidv7()) =>
  app.call("POST", `/v1/ledger/catalogue-items/${id}/stock`, { token, key, body: { delta, reason: "delivery" } });
const list = (query: string, token = ann.token) => app.call("GET", `/v1/ledger/catalogue-items?${query}`, { token });

describe("an item", () => {
  it("made by a steward is offered to every resident, with its ETag", async () => {
    const made = await make({ perPerson: { period: "month", limit: 2 }, provider: uuidv7() });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...RICE, active: true, revision: 1, description: null });
    const seen = await see(made.body.id);
    expect([seen.body, seen.headers.get("etag")]).toEqual([made.body, '"1"']);
  });

  it("repeated under its key is one item, answered as it was made though it has changed since", async () => {
    const key = uuidv7();
    const first = await make({}, steward, key);
    expect((await edit(first.body.id, 1, { price: 500 })).status).toBe(200);
    const again = await make({}, steward, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect(refusal(await make({ price: 7 }, steward, key))).toEqual([422, "request/key-reused"]);
  });

  it("is made for a community of one's own, in a unit of the district, at a price of whole steps", async () => {
    expect(refusal(await make({ community: "heyuan" }))).toEqual([403, "auth/forbidden"]);
    expect((await make({}, ann.token)).status).toBe(403);
    const admin = await staff(app, "district-admin");
    expect((await make({ community: "nowhere" }, admin)).status).toBe(404);
    expect(refusal(await make({ unit: "cny" }))).toEqual([400, "ledger/unit-unknown"]);
    const odd = await make({ unit: "minutes", price: 20 });
    expect([odd.body.code, odd.body.params]).toEqual(["ledger/step", { unit: "minutes", step: 15 }]);
  });

  it("changes only the members named, on the revision seen", async () => {
    const { body } = await make({ perPerson: { period: "day", limit: 1 }, cancelWindowMinutes: 5 });
    const changed = await edit(body.id, 1, { price: 130, perPerson: null });
    expect(changed.body).toEqual({ ...body, price: 130, perPerson: null, revision: 2 });
    expect(changed.headers.get("etag")).toBe('"2"');
    const stale = await edit(body.id, 1, { price: 140 });
    expect([stale.status, stale.body.params]).toEqual([412, { current: 2 }]);
    expect((await see(body.id)).body.price).toBe(130);
    const bare = await app.call("PATCH", `/v1/ledger/catalogue-items/${body.id}`, {
      token: steward,
      body: { price: 1 },
    });
    expect(bare.status).toBe(428);
    expect((await edit(body.id, 2, {})).status).toBe(400);
    expect((await edit(body.id, 2, { stock: 4 })).status).toBe(400);
  });

  it("edited by two at once on one revision is changed once", async () => {
    const { body } = await make();
    const replies = await Promise.all([edit(body.id, 1, { price: 1 }), edit(body.id, 1, { price: 2 })]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412]);
    const winner = replies.find((reply) => reply.status === 200);
    expect((await see(body.id)).body).toEqual(winner?.body);
  });

  it("is edited by the stewards of its community only", async () => {
    const { body } = await make();
    expect((await edit(body.id, 1, { price: 1 }, ann.token)).status).toBe(403);
    expect((await edit(body.id, 1, { price: 1 }, await staff(app, "steward", ["heyuan"]))).status).toBe(403);
    expect((await edit(uuidv7(), 1, { price: 1 })).status).toBe(404);
  });

  it("withdrawn is hidden from residents and shown to the community's officers", async () => {
    const { body } = await make();
    await edit(body.id, 1, { active: false });
    expect((await see(body.id)).status).toBe(404);
    expect((await see(body.id, await staff(app, "steward", ["heyuan"]))).status).toBe(404);
    expect((await see(body.id, await staff(app, "auditor"))).body.active).toBe(false);
  });
});

describe("the list", () => {
  it("shows what a community offers, page by page, and nothing withdrawn or of another community", async () => {
    const officer = await staff(app, "steward", ["heyuan"]);
    const ids: string[] = [];
    for (const price of [1, 2, 3, 4]) ids.push((await make({ community: "heyuan", price }, officer)).body.id);
    await edit(ids[1] as string, 1, { active: false }, officer);
    const first = await list("community=heyuan&limit=2");
    expect(first.body.items.map((one: { id: string }) => one.id)).toEqual([ids[0], ids[2]]);
    const second = await list(`community=heyuan&limit=2&cursor=${first.body.next}`);
    expect(second.body.items.map((one: { id: string }) => one.id)).toEqual([ids[3]]);
    expect(second.body.items[0].stock).toBe(10);
    const hidden = await list("community=heyuan&active=false", officer);
    expect(hidden.body.items.map((one: { id: string }) => one.id)).toEqual([ids[1]]);
    expect((await list("community=heyuan&active=false")).status).toBe(403);
    expect((await list("community=heyuan&cursor=bm8")).body.code).toBe("request/bad-cursor");
    expect((await list("")).status).toBe(400);
  });
});

describe("stock", () => {
  it("changes by deltas, each kept and made once", async () => {
    const { body } = await make();
    const key = uuidv7();
    const first = await stock(body.id, 5, steward, key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ id: key, item: body.id, delta: 5, reason: "delivery" });
    const again = await stock(body.id, 5, steward, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect((await stock(body.id, 6, steward, key)).status).toBe(422);
    await stock(body.id, -12);
    expect((await see(body.id)).body.stock).toBe(3);
  });

  it("does not change the item's revision, so that editors and deliveries do not fight", async () => {
    const { body } = await make();
    await stock(body.id, 1);
    const edited = await edit(body.id, 1, { price: 99 });
    expect([edited.status, edited.body.stock]).toEqual([200, 11]);
  });

  it("never falls below nothing nor rises above its maximum, also when many change it at once", async () => {
    const { body } = await make();
    const below = await stock(body.id, -11);
    expect([below.body.code, below.body.params]).toEqual(["ledger/out-of-stock", { stock: 10, needed: 11 }]);
    expect((await stock(body.id, 999_991)).body.code).toBe("ledger/stock-full");
    const replies = await Promise.all(Array.from({ length: 16 }, () => stock(body.id, -3)));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(3);
    expect((await see(body.id)).body.stock).toBe(1);
  });

  it("of an unlimited item has nothing to change; a stranger changes none", async () => {
    const { body } = await make({ stock: null });
    expect(refusal(await stock(body.id, 1))).toEqual([409, "ledger/stock-unlimited"]);
    expect((await stock(body.id, 1, ann.token)).status).toBe(403);
    expect((await stock(uuidv7(), 1)).status).toBe(404);
    expect((await stock(body.id, 0)).status).toBe(400);
  });
});

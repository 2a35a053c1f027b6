/** `?dryRun=true` on every command of the ledger that has a key: the answer that would be given, nothing written. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ledgerOperations } from "../../../schemas/ledger/operations.ts";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";

let app: App;
let steward: string;
let ann: Person;
let bo: Person;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  steward = await staff(app, "steward");
});
afterAll(() => app.stop());
beforeEach(async () => {
  [ann, bo] = (await Promise.all([person(app, 1_000), person(app)])) as [Person, Person];
});

const send = (path: string, body: object, token = ann.token, headers: Record<string, string> = {}) =>
  app.call("POST", `/v1/ledger/${path}`, { token, body, headers });
const dry = async (path: string, body: object, token = ann.token, headers: Record<string, string> = {}) => {
  const reply = await send(`${path}?dryRun=true`, body, token, headers);
  expect([reply.status, reply.body.dryRun], reply.text).toEqual([200, true]);
  return { ...reply.body, codes: reply.body.refusals.map(({ code }: { code: string }) => code) };
};
const order = (amount: number) => ({ from: ann.points, to: bo.points, amount, category: "thanks" });
const rows = (...amounts: number[]) => amounts.map((amount) => ({ id: uuidv7(), ...order(amount) }));

describe("a dry run", () => {
  it("is there for every command with a key", () => {
    const without = Object.values(ledgerOperations).filter((each) => each.repeat === "key" && !each.dryRun);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it("of an atomic batch gives all its results or the entry that stands in the way", async () => {
    const good = await dry("transfer-batches", { mode: "atomic", entries: rows(400, 500) });
    expect(good).toMatchObject({ accepted: true, answer: { succeeded: 2 } });
    const bad = await dry("transfer-batches", { mode: "atomic", entries: rows(400, 500, 200) });
    expect(bad).toMatchObject({ accepted: false, codes: ["ledger/batch-leg"], refusals: [{ params: { index: 2 } }] });
    expect((await account(app, ann)).balance).toBe(1_000);
  });

  it("of an independent batch gives each entry's own answer, and leaves every id free", async () => {
    const entries = rows(400, 5_001, 2_000);
    const { answer } = await dry("transfer-batches", { mode: "independent", entries });
    expect(answer.results.map(({ status }: { status: number }) => status)).toEqual([201, 409, 409]);
    expect((await account(app, ann)).balance).toBe(1_000);
    const done = await send("transfer-batches", { mode: "independent", entries });
    expect(done.body.results.map(({ hit }: { hit: boolean }) => hit)).toEqual([false, false, false]);
  });

  it("of ending a hold leaves it open", async () => {
    const { id } = (await send("holds", { ...order(40), expiresInSeconds: 60 })).body;
    expect((await dry(`holds/${id}/void`, {})).answer).toMatchObject({ state: "voided" });
    expect((await dry(`holds/${id}/post`, { amount: 41 })).codes).toEqual(["ledger/over-post"]);
    expect((await send(`holds/${id}/post`, {})).status).toBe(201);
    expect((await dry(`holds/${id}/void`, {})).codes).toEqual(["ledger/hold-resolved"]);
  });

  it("of ending a payment request or a claim leaves it pending", async () => {
    const { id } = (await send("payment-requests", { ...order(5), expiresInSeconds: 60 }, bo.token)).body;
    expect((await dry(`payment-requests/${id}/reject`, {})).answer).toMatchObject({ state: "rejected" });
    expect((await dry(`payment-requests/${id}/cancel`, {}, bo.token)).answer).toMatchObject({ state: "cancelled" });
    expect((await send(`payment-requests/${id}/accept`, {})).status).toBe(201);
    const claim = (await send("earn-claims", { rule: "patrol", quantity: 1 })).body.id;
    const body = { reason: "a photo, please" };
    expect((await dry(`earn-claims/${claim}/reject`, body, steward)).answer).toMatchObject({ state: "rejected" });
    expect((await send(`earn-claims/${claim}/accept`, {}, steward)).status).toBe(201);
  });

  it("of the catalogue's commands makes no item, stock or delivery", async () => {
    const item = { community: "lujing", name: { zh: "理发", en: "Haircut" }, unit: "points", price: 30, stock: 2 };
    expect((await dry("catalogue-items", item, steward)).answer).toMatchObject({ price: 30, stock: 2 });
    const { id } = (await send("catalogue-items", item, steward)).body;
    expect((await dry(`catalogue-items/${id}/stock`, { delta: 5, reason: "new" }, steward)).accepted).toBe(true);
    const taken = await dry(`catalogue-items/${id}/stock`, { delta: -3, reason: "lost" }, steward);
    expect(taken.codes).toEqual(["ledger/out-of-stock"]);
    const bought = (await send("redemptions", { item: id, expectedPrice: 30 })).body.id;
    const fulfilled = await dry(`redemptions/${bought}/fulfil`, {}, steward);
    expect(fulfilled.answer).toMatchObject({ state: "fulfilled" });
    const read = await app.call("GET", `/v1/ledger/redemptions/${bought}`, { token: ann.token });
    expect(read.body.state).toBe("redeemed");
  });

  it("for another person finds out that there is no proxy", async () => {
    const { accepted, codes } = await dry("transfers", order(5), bo.token, { "linli-acting-for": ann.id });
    expect([accepted, codes]).toEqual([false, ["residents/proxy-invalid"]]);
  });
});

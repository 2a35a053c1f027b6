/** Movements that belong together: linked legs, at-most, batches, dry runs, reversals. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";

let app: App;
let ann: Person;
let bo: Person;
let cy: Person;
let admin: string;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  admin = await staff(app, "district-admin");
});
afterAll(() => app.stop());
beforeEach(async () => {
  [ann, bo, cy] = (await Promise.all([person(app, 1_000), person(app), person(app)])) as [Person, Person, Person];
});

const leg = (from: string, to: string, amount: number) => ({ from, to, amount, category: "split" });
const balances = async () => [
  (await account(app, ann)).balance,
  (await account(app, bo)).balance,
  (await account(app, cy)).balance,
];
const linked = (legs: object[], key: string = uuidv7(), token = admin) =>
  app.call("POST", "/v1/ledger/linked-transfers", { token, key, body: { legs } });
const batch = (mode: string, entries: object[], key: string = uuidv7(), token = ann.token) =>
  app.call("POST", "/v1/ledger/transfer-batches", { token, key, body: { mode, entries } });
const reverse = (id: string, body: object = {}, key: string = uuidv7(), token = admin) =>
  app.call("POST", `/v1/ledger/transfers/${id}/reversal`, { token, key, body });
const pay = (from: string, to: string, amount: number, more: object = {}) =>
  app.call("POST", "/v1/ledger/transfers", { token: admin, body: { from, to, amount, category: "thanks", ...more } });

describe("linked transfers", () => {
  it("move all legs in their order: what a leg brings, a later one may spend", async () => {
    const reply = await linked([
      leg(ann.points, bo.points, 300),
      leg(bo.points, cy.points, 120),
      leg(cy.points, "lujing~donation.points", 20),
    ]);
    expect(reply.status).toBe(201);
    expect(reply.body.entries.map((entry: { leg: number }) => entry.leg)).toEqual([1, 2, 3]);
    expect(await balances()).toEqual([700, 180, 100]);
  });

  it("with one bad leg move nothing", async () => {
    const reply = await linked([leg(ann.points, bo.points, 300), leg(bo.points, cy.points, 301)]);
    expect([reply.status, reply.body.code]).toEqual([409, "ledger/insufficient-available"]);
    expect(await balances()).toEqual([1_000, 0, 0]);
  });

  it("in the wrong order cannot spend what comes later", async () => {
    const reply = await linked([leg(bo.points, cy.points, 100), leg(ann.points, bo.points, 100)]);
    expect(reply.body.code).toBe("ledger/insufficient-available");
    expect(await balances()).toEqual([1_000, 0, 0]);
  });

  it("answer a repeat with the first answer", async () => {
    const key = uuidv7();
    const legs = [leg(ann.points, bo.points, 3), leg(ann.points, cy.points, 4)];
    const first = await linked(legs, key);
    const again = await linked(legs, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-hit")).toBe("true");
    expect(await balances()).toEqual([993, 3, 4]);
  });

  it("of 21 legs are refused by the schema", async () => {
    const reply = await linked(Array.from({ length: 21 }, () => leg(ann.points, bo.points, 1)));
    expect([reply.status, reply.body.errors[0].field]).toEqual([400, "/legs"]);
  });
});

describe("an at-most transfer", () => {
  it("moves what is available when that is less, and stores the real amount", async () => {
    const reply = await pay(ann.points, bo.points, 4_000, { mode: "at-most" });
    expect([reply.status, reply.body.amount]).toEqual([201, 1_000]);
    expect(await balances()).toEqual([0, 1_000, 0]);
    const nothing = await pay(ann.points, bo.points, 5, { mode: "at-most" });
    expect([nothing.status, nothing.body.code]).toEqual([409, "ledger/nothing-to-move"]);
  });

  it("moves the whole amount when there is enough", async () => {
    expect((await pay(ann.points, bo.points, 30, { mode: "at-most" })).body.amount).toBe(30);
    expect(await balances()).toEqual([970, 30, 0]);
  });
});

describe("a batch", () => {
  const rows = (...amounts: number[]) =>
    amounts.map((amount) => ({ id: uuidv7(), ...leg(ann.points, bo.points, amount) }));

  it("made atomically moves all", async () => {
    const reply = await batch("atomic", rows(1, 2, 3));
    expect([reply.status, reply.body.succeeded, reply.body.refused]).toEqual([200, 3, 0]);
    expect(await balances()).toEqual([994, 6, 0]);
  });

  it("made atomically moves none when one entry fails, and names it", async () => {
    const reply = await batch("atomic", rows(400, 500, 200));
    expect([reply.status, reply.body.code]).toEqual([409, "ledger/batch-leg"]);
    expect(reply.body.params).toMatchObject({ index: 2, code: "ledger/insufficient-available" });
    expect(await balances()).toEqual([1_000, 0, 0]);
  });

  it("made independently answers each entry, and drops none silently", async () => {
    const reply = await batch("independent", rows(400, 5_001, 500, 200));
    expect([reply.status, reply.body.succeeded, reply.body.refused]).toEqual([200, 2, 2]);
    expect(reply.body.results.map((result: { status: number }) => result.status)).toEqual([201, 409, 201, 409]);
    expect(reply.body.results[3].problem.code).toBe("ledger/insufficient-available");
    expect(await balances()).toEqual([100, 900, 0]);
  });

  it("repeated under the same key moves nothing again; changed under the same key is 422", async () => {
    for (const mode of ["atomic", "independent"]) {
      const key = uuidv7();
      const entries = rows(5, 6);
      const first = await batch(mode, entries, key);
      const again = await batch(mode, entries, key);
      expect(again.body.results.map((result: { transfer: object }) => result.transfer)).toEqual(
        first.body.results.map((result: { transfer: object }) => result.transfer),
      );
      expect(again.headers.get("idempotency-hit")).toBe("true");
      expect((await batch(mode, rows(5, 6), key)).status).toBe(422);
    }
    expect(await balances()).toEqual([978, 22, 0]);
  });

  it("cannot reuse the id of a transfer that exists", async () => {
    const entries = rows(5, 6);
    await batch("atomic", entries.slice(0, 1));
    const reply = await batch("atomic", entries);
    expect(reply.body.params).toMatchObject({ index: 0, code: "request/key-reused" });
    expect(await balances()).toEqual([995, 5, 0]);
  });
});

describe("a dry run", () => {
  it("gives the answer or every reason, and writes nothing", async () => {
    const ask = (body: object) =>
      app.call("POST", "/v1/ledger/transfers?dryRun=true", { token: ann.token, body: { category: "thanks", ...body } });
    const good = await ask({ from: ann.points, to: bo.points, amount: 10 });
    expect(good.body).toMatchObject({ dryRun: true, accepted: true, refusals: [], answer: { amount: 10 } });
    const rich = await person(app, 99_999);
    const bad = await ask({ from: ann.points, to: rich.points, amount: 4_000 });
    expect(bad.status).toBe(200);
    expect(bad.body.accepted).toBe(false);
    expect(bad.body.refusals.map((refusal: { code: string }) => refusal.code)).toEqual([
      "ledger/insufficient-available",
      "ledger/ceiling",
    ]);
    expect(await balances()).toEqual([1_000, 0, 0]);
  });
});

describe("a reversal", () => {
  it("gives back once, linked to its transfer, which stays as it was", async () => {
    const { body } = await pay(ann.points, bo.points, 70);
    const reply = await reverse(body.id, { memo: "paid twice" });
    expect(reply.status).toBe(201);
    expect(reply.body.entries).toEqual([body]);
    expect(reply.body.reversals[0]).toMatchObject({
      kind: "reversal",
      from: bo.points,
      to: ann.points,
      amount: 70,
      reversal: true,
    });
    expect(await balances()).toEqual([1_000, 0, 0]);
    const second = await reverse(body.id);
    expect([second.status, second.body.code]).toEqual([409, "ledger/already-reversed"]);
    const seen = await app.call("GET", `/v1/ledger/transfers/${body.id}`, { token: ann.token });
    expect(seen.body.reversals).toHaveLength(1);
  });

  it("of a hold's post in part gives back what moved, not what was held", async () => {
    const body = { from: ann.points, to: bo.points, amount: 15, category: "deposit", expiresInSeconds: 600 };
    const hold = await app.call("POST", "/v1/ledger/holds", { token: ann.token, body });
    expect(hold.status, hold.text).toBe(201);
    const path = `/v1/ledger/holds/${hold.body.id}/post`;
    const posted = await app.call("POST", path, { token: ann.token, body: { amount: 13 } });
    expect(posted.status, posted.text).toBe(201);
    expect(await balances()).toEqual([987, 13, 0]);
    const reply = await reverse(posted.body.id);
    expect([reply.status, reply.body.reversals[0].amount]).toEqual([201, 13]);
    expect(await balances()).toEqual([1_000, 0, 0]);
  });

  it("is refused with what is missing when the payee has spent it, unless forced into a receivable", async () => {
    const { body } = await pay(ann.points, bo.points, 70);
    await pay(bo.points, cy.points, 50);
    const refused = await reverse(body.id);
    expect([refused.status, refused.body.params.missing]).toEqual([409, 50]);
    const steward = await reverse(body.id, { force: true }, uuidv7(), await staff(app, "steward"));
    expect(steward.status).toBe(403);
    const forced = await reverse(body.id, { force: true });
    expect(forced.status).toBe(201);
    expect(forced.body.reversals.map((entry: { from: string; amount: number }) => [entry.from, entry.amount])).toEqual([
      [bo.points, 20],
      ["lujing~receivable.points", 50],
    ]);
    expect(await balances()).toEqual([1_000, 0, 50]);
  });

  it("undoes every leg of a linked transfer", async () => {
    const { body } = await linked([leg(ann.points, bo.points, 300), leg(bo.points, cy.points, 120)]);
    expect((await reverse(body.id)).status).toBe(201);
    expect(await balances()).toEqual([1_000, 0, 0]);
  });

  it("of what does not exist, or by a steward of another community, is 404", async () => {
    expect((await reverse(uuidv7())).status).toBe(404);
    const { body } = await pay(ann.points, bo.points, 70);
    expect((await reverse(body.id, {}, uuidv7(), await staff(app, "steward", ["heyuan"]))).status).toBe(404);
  });

  it("is not shown to strangers, and the transfer neither", async () => {
    const { body } = await pay(ann.points, bo.points, 70);
    expect((await app.call("GET", `/v1/ledger/transfers/${body.id}`, { token: cy.token })).status).toBe(404);
    expect((await app.call("GET", `/v1/ledger/transfers/${body.id}`, { token: bo.token })).status).toBe(200);
  });
});

describe("a closed account", () => {
  it("neither pays nor receives, and its id is not given to anyone else", async () => {
    const { headers } = await app.call("GET", `/v1/ledger/accounts/${cy.points}`, { token: admin });
    const change = (etag: string, body: object) =>
      app.call("PATCH", `/v1/ledger/accounts/${cy.points}`, { token: admin, headers: { "if-match": etag }, body });
    await pay(ann.points, cy.points, 5);
    const full = await change(headers.get("etag") ?? "", { status: "closed", reason: "moved away" });
    expect([full.status, full.body.code]).toEqual([409, "ledger/account-not-empty"]);
    await pay(cy.points, bo.points, 5);
    expect((await change('"9"', { status: "closed", reason: "moved away" })).status).toBe(412);
    expect(
      (await app.call("PATCH", `/v1/ledger/accounts/${cy.points}`, { token: admin, body: { reason: "x" } })).status,
    ).toBe(428);
    const closed = await change(headers.get("etag") ?? "", { status: "closed", reason: "moved away" });
    expect([closed.status, closed.body.status]).toEqual([200, "closed"]);
    expect((await pay(ann.points, cy.points, 5)).body.code).toBe("ledger/account-closed");
    expect((await pay(cy.points, ann.points, 5)).body.code).toBe("ledger/account-closed");
  });
});

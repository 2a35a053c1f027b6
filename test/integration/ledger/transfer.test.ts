/** Transfers over HTTP: who may pay whom, what is refused, and that nothing moves when it is. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff, wallet } from "../../support/people.ts";

let app: App;
let ann: Person;
let bo: Person;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
});
afterAll(() => app.stop());

const fresh = async (points = 1_000) => {
  ann = await person(app, points);
  bo = await person(app, 0);
};

const pay = (from: string, to: string, amount: unknown, token?: string, more: object = {}, key?: string) =>
  app.call("POST", "/v1/ledger/transfers", {
    body: { from, to, amount, category: "thanks", ...more },
    ...(token === undefined ? {} : { token }),
    ...(key === undefined ? {} : { key }),
  });

describe("a payer pays a payee", () => {
  it("moves the amount, and both balances tell it", async () => {
    await fresh();
    const reply = await pay(ann.points, bo.points, 250, ann.token, { memo: "谢谢帮忙搬家" });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      from: ann.points,
      to: bo.points,
      amount: 250,
      unit: "points",
      by: ann.id,
      memo: "谢谢帮忙搬家",
    });
    expect(await account(app, ann)).toMatchObject({ balance: 750, available: 750, room: 99_250 });
    expect(await account(app, bo)).toMatchObject({ balance: 250, available: 250, lifetimeEarned: 0 });
  });

  it("is recorded as done by the administrator who pays on behalf", async () => {
    await fresh();
    const reply = await pay(ann.points, bo.points, 5, await staff(app, "district-admin"));
    expect(reply.status).toBe(201);
    expect(reply.body.by).not.toBe(ann.id);
  });

  it("lets a member of a household pay from its shared wallet, and nobody else", async () => {
    await fresh();
    const shared = await wallet(app, [ann], 100);
    expect((await pay(shared, bo.points, 40, ann.token)).status).toBe(201);
    const stranger = await pay(shared, bo.points, 40, bo.token);
    expect(stranger.status).toBe(404);
    expect(stranger.body.code).toBe("resource/not-found");
  });

  it("lets anyone give to the community's donation pool, and not to its other pools", async () => {
    await fresh();
    expect((await pay(ann.points, "lujing~donation.points", 10, ann.token)).status).toBe(201);
    expect((await pay(ann.points, "lujing~redemption.points", 10, ann.token)).status).toBe(403);
    expect((await account(app, ann)).balance).toBe(990);
  });
});

describe("a transfer is refused and nothing moves", () => {
  it.each([
    ["-10", -10],
    ["0", 0],
    ["10.5", 10.5],
    ['"1e3"', "1e3"],
    ["2^53", 2 ** 53],
    ["1e400 as Infinity would be", 1e308],
  ])("with the amount %s: 400", async (_name, amount) => {
    await fresh();
    const reply = await pay(ann.points, bo.points, amount, ann.token);
    expect(reply.status).toBe(400);
    expect(reply.body.code).toBe("request/invalid");
    expect(reply.body.errors[0].field).toBe("/amount");
    expect((await account(app, ann)).balance).toBe(1_000);
  });

  it("without a token: 401", async () => {
    await fresh();
    const reply = await pay(ann.points, bo.points, 5);
    expect([reply.status, reply.body.code]).toEqual([401, "auth/missing-token"]);
  });

  it("from a stranger's account: 404, for its existence is not told", async () => {
    await fresh();
    const reply = await pay(ann.points, bo.points, 5, bo.token);
    expect([reply.status, reply.body.code]).toEqual([404, "resource/not-found"]);
    expect((await account(app, ann)).balance).toBe(1_000);
  });

  it("to the payer itself: 400", async () => {
    await fresh();
    const reply = await pay(ann.points, ann.points, 5, ann.token);
    expect([reply.status, reply.body.code]).toEqual([400, "ledger/same-account"]);
  });

  it("to an account that does not exist: 404", async () => {
    await fresh();
    const reply = await pay(ann.points, `${uuidv7()}.points`, 5, ann.token);
    expect([reply.status, reply.body.code]).toEqual([404, "resource/not-found"]);
    expect((await account(app, ann)).balance).toBe(1_000);
  });

  it("between units: 400", async () => {
    await fresh();
    const reply = await pay(ann.points, bo.minutes, 15, ann.token);
    expect([reply.status, reply.body.code]).toEqual([400, "ledger/unit-mismatch"]);
  });

  it("above what is available: 409 with the missing number, balances unchanged", async () => {
    await fresh(100);
    const reply = await pay(ann.points, bo.points, 130, ann.token);
    expect([reply.status, reply.body.code]).toEqual([409, "ledger/insufficient-available"]);
    expect(reply.body.params).toEqual({ needed: 130, available: 100, missing: 30 });
    expect([(await account(app, ann)).balance, (await account(app, bo)).balance]).toEqual([100, 0]);
  });

  it("above the payee's ceiling: 409 with the room", async () => {
    await fresh(5_000);
    const rich = await person(app, 99_000);
    const reply = await pay(ann.points, rich.points, 2_000, ann.token);
    expect([reply.status, reply.body.code]).toEqual([409, "ledger/ceiling"]);
    expect(reply.body.params).toEqual({ room: 1_000, amount: 2_000 });
  });

  it("to a community that the payer does not belong to: 409", async () => {
    await fresh();
    const far = await person(app, 0, "heyuan");
    const reply = await pay(ann.points, far.points, 5, ann.token);
    expect([reply.status, reply.body.code]).toEqual([409, "ledger/outside-community"]);
  });

  it("above the limit of one payment, and of the day, until the next day begins in Shaoxing", async () => {
    await fresh(50_000);
    const once = await pay(ann.points, bo.points, 5_001, ann.token);
    expect([once.status, once.body.code, once.body.params.limit]).toEqual([409, "ledger/cap-activity", 5_000]);
    expect((await pay(ann.points, bo.points, 5_000, ann.token)).status).toBe(201);
    const day = await pay(ann.points, bo.points, 3_001, ann.token);
    expect([day.status, day.body.code]).toEqual([409, "ledger/cap-day"]);
    expect(day.body.params).toMatchObject({ limit: 8_000, used: 5_000, amount: 3_001 });
    expect((await pay(ann.points, bo.points, 3_000, ann.token)).status).toBe(201);
    app.clock.set("2026-06-15T15:59:59Z");
    expect((await pay(ann.points, bo.points, 1, ann.token)).status).toBe(409);
    app.clock.set("2026-06-15T16:00:00Z");
    expect((await pay(ann.points, bo.points, 1, ann.token)).status).toBe(201);
  });
});

describe("the same key", () => {
  it("with the same body gives the first answer again and moves nothing twice", async () => {
    await fresh();
    const key = uuidv7();
    const first = await pay(ann.points, bo.points, 7, ann.token, {}, key);
    const again = await pay(ann.points, bo.points, 7, ann.token, {}, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect([first.headers.get("idempotency-hit"), again.headers.get("idempotency-hit")]).toEqual([null, "true"]);
    expect((await account(app, ann)).balance).toBe(993);
  });

  it("quoted as a structured field is the same key", async () => {
    await fresh();
    const key = uuidv7();
    await pay(ann.points, bo.points, 7, ann.token, {}, key);
    const again = await pay(ann.points, bo.points, 7, ann.token, {}, `"${key}"`);
    expect(again.headers.get("idempotency-hit")).toBe("true");
  });

  it("with another body is 422", async () => {
    await fresh();
    const key = uuidv7();
    await pay(ann.points, bo.points, 7, ann.token, {}, key);
    const other = await pay(ann.points, bo.points, 8, ann.token, {}, key);
    expect([other.status, other.body.code]).toEqual([422, "request/key-reused"]);
    expect((await account(app, ann)).balance).toBe(993);
  });

  it("stays refused after the payer has been funded", async () => {
    await fresh(0);
    const key = uuidv7();
    expect((await pay(ann.points, bo.points, 5, ann.token, {}, key)).status).toBe(409);
    await pay("lujing~issuance.points", ann.points, 100, await staff(app, "district-admin"));
    const again = await pay(ann.points, bo.points, 5, ann.token, {}, key);
    expect([again.status, again.body.code]).toEqual([409, "ledger/insufficient-available"]);
    expect(again.headers.get("idempotency-hit")).toBe("true");
    expect((await pay(ann.points, bo.points, 5, ann.token)).status).toBe(201);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { lotsBalance } from "../../../functions/ledger/domain/expiry.ts";
import { expireAccount } from "../../../functions/ledger/jobs/points-expiry.ts";
import { accountKey, toAccount } from "../../../functions/ledger/store/account.ts";
import { DAY } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";

let app: App;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
});
afterAll(() => app.stop());

const pay = (from: Person, to: Person, amount: number) =>
  app.call("POST", "/v1/ledger/transfers", {
    token: from.token,
    body: { from: from.points, to: to.points, amount, category: "visit" },
  });
const stored = async (who: Person) => toAccount((await app.deps.db.get(accountKey(who.points))) as never);
const expiryPool = async () => {
  const token = await staff(app, "auditor");
  const { body } = await app.call("GET", "/v1/ledger/pools?community=lujing&unit=points", { token });
  return body.items.find((item: { pool: string }) => item.pool === "expiry").balance;
};
/** 00:00 of the day in Shaoxing on which what was credited in June 2026 has expired. */
const EXPIRED = "2027-06-30T16:00:00Z";

describe("points", () => {
  it("expire oldest first, when the month after the twelfth begins, once however often the job runs", async () => {
    const ann = await person(app, 1_000);
    const bo = await person(app, 50);
    await pay(ann, bo, 300);
    app.clock.advance(40 * DAY);
    await pay(bo, ann, 20);
    app.clock.set("2027-06-30T15:59:59Z");
    expect((await runNamed("points-expiry", app.deps)).counts).toMatchObject({ changed: 0, failed: 0 });
    app.clock.set(EXPIRED);
    expect((await runNamed("points-expiry", app.deps)).counts).toMatchObject({ changed: 2, failed: 0 });
    expect((await runNamed("points-expiry", app.deps)).counts.changed).toBe(0);
    // Ann keeps the 20 of July; Bo's 350 of June, less the 20 paid from them, have gone.
    expect(await account(app, ann)).toMatchObject({ balance: 20, expiring: { amount: 20, on: "2027-08-01" } });
    expect(await account(app, bo)).toMatchObject({ balance: 0, expiring: null });
    expect(await expiryPool()).toBe(700 + 330);
    for (const who of [ann, bo]) expect(lotsBalance(await stored(who))).toBe((await stored(who)).balance);
    const statement = await app.call("GET", `/v1/ledger/accounts/${ann.points}/statement?limit=1`, {
      token: ann.token,
    });
    expect(statement.body.items[0]).toMatchObject({ change: -700, balance: 20, transfer: { kind: "expiry" } });
  });

  it("under a hold wait until it ends, and go the next day", async () => {
    const cat = await person(app, 100);
    const dan = await person(app);
    app.clock.set("2028-07-31T10:00:00Z");
    const body = { from: cat.points, to: dan.points, amount: 60, category: "visit", expiresInSeconds: 6 * 3_600 + 60 };
    expect((await app.call("POST", "/v1/ledger/holds", { token: cat.token, body })).status).toBe(201);
    app.clock.set("2028-07-31T16:00:00Z");
    await runNamed("points-expiry", app.deps);
    expect(await account(app, cat)).toMatchObject({ balance: 60, holdsOut: 60, available: 0 });
    app.clock.advance(61_000);
    await runNamed("hold-expiry", app.deps);
    await runNamed("points-expiry", app.deps);
    expect((await account(app, cat)).balance).toBe(60);
    app.clock.advance(DAY);
    await runNamed("points-expiry", app.deps);
    expect((await account(app, cat)).balance).toBe(0);
    expect(lotsBalance(await stored(cat))).toBe(0);
  });

  it("meet payments and other runners at the same moment: decided again, never twice, never below zero", async () => {
    const people = [];
    for (let index = 0; index < 5; index++) people.push(await person(app, 100));
    const friend = await person(app);
    const before = await expiryPool();
    app.clock.set("2029-10-01T00:00:00Z");
    const outcomes = await Promise.all(
      people.flatMap((who) => [
        pay(who, friend, 30),
        ...Array.from({ length: 3 }, async () => expireAccount(await stored(who), app.deps)),
      ]),
    );
    const paid = outcomes.filter((outcome) => typeof outcome === "object" && outcome.status === 201).length;
    expect(await expiryPool()).toBe(before + 500 - 30 * paid);
    for (const who of people) {
      expect((await stored(who)).balance).toBe(0);
      expect(lotsBalance(await stored(who))).toBe(0);
    }
  });

  it("are decided again when a payment came after the account was read", async () => {
    const [hal, ida] = [await person(app, 100), await person(app)];
    const before = await expiryPool();
    app.clock.set("2030-12-01T00:00:00Z");
    const read = await stored(hal);
    expect((await pay(hal, ida, 30)).status).toBe(201);
    app.clock.advance(1_000);
    expect(await expireAccount(read, app.deps)).toBe("changed");
    expect([await expiryPool(), (await stored(hal)).balance]).toEqual([before + 70, 0]);
    expect(lotsBalance(await stored(hal))).toBe(0);
  });

  it("survive a run that dies before or after any of its writes", async () => {
    app.clock.set("2032-02-01T00:00:00Z");
    await runNamed("points-expiry", app.deps);
    const people = [];
    for (let index = 0; index < 3; index++) people.push(await person(app, 100));
    const before = await expiryPool();
    app.clock.set("2033-04-01T00:00:00Z");
    for (let commits = 0; commits < 8; commits++) {
      let left = commits;
      const db = {
        ...app.deps.db,
        commit: (writes: Parameters<typeof app.deps.db.commit>[0]) =>
          left-- <= 0 ? Promise.reject(new Error("the process is dead")) : app.deps.db.commit(writes),
      };
      await runNamed("points-expiry", { ...app.deps, db }).catch(() => undefined);
    }
    expect((await runNamed("points-expiry", app.deps)).counts.failed).toBeLessThanOrEqual(3);
    await runNamed("points-expiry", app.deps);
    expect(await expiryPool()).toBe(before + 300);
    expect((await Promise.all(people.map(stored))).map(({ balance }) => balance)).toEqual([0, 0, 0]);
  });

  it("of a frozen account wait for its release", async () => {
    const eve = await person(app, 100);
    const token = await staff(app, "steward");
    const path = `/v1/ledger/accounts/${eve.points}`;
    const change = async (status: string) => {
      const { headers } = await app.call("GET", path, { token });
      const etag = headers.get("etag") ?? "";
      await app.call("PATCH", path, { token, body: { status, reason: "check" }, headers: { "if-match": etag } });
    };
    await change("frozen");
    app.clock.set("2034-06-01T00:00:00Z");
    await runNamed("points-expiry", app.deps);
    expect((await stored(eve)).balance).toBe(100);
    await change("active");
    await runNamed("points-expiry", app.deps);
    expect((await stored(eve)).balance).toBe(0);
  });

  it("that do not add up are set aside for the audit, and the others still expire", async () => {
    const fay = await person(app, 100);
    const gil = await person(app, 100);
    const broken = await app.deps.db.get(accountKey(fay.points));
    const write = { type: "update" as const, key: accountKey(fay.points), update: "SET spent = :s" };
    const condition = { expression: "ver = :v", names: {}, values: { ":s": 7, ":v": broken?.ver } };
    await app.deps.db.commit([{ ...write, condition }]);
    app.clock.set("2036-06-01T00:00:00Z");
    const report = await runNamed("points-expiry", app.deps);
    expect(report.failures).toEqual([{ item: fay.points, reason: "93 <> 100" }]);
    expect((await stored(gil)).balance).toBe(0);
  });
});

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { stamped } from "../../../functions/ledger/domain/entry.ts";
import { STEP_ENTRIES } from "../../../functions/ledger/jobs/balance-checkpoint.ts";
import { accountKey, toAccount, toItem } from "../../../functions/ledger/store/account.ts";
import { entryItem } from "../../../functions/ledger/store/journal.ts";
import {
  BACK_ENTRIES_MAX,
  balanceAt,
  checkpointAt,
  FORWARD_ENTRIES_MAX,
} from "../../../functions/ledger/store/statement.ts";
import { create, replace } from "../../../functions/shared/write.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { type Person, person, pools, staff } from "../../support/people.ts";
import { refusal } from "../../support/replies.ts";

let app: App;
let ann: Person;
let bo: Person;

const balance = (id: string, token: string, at?: string) =>
  app.call("GET", `/v1/ledger/accounts/${id}/balance${at === undefined ? "" : `?at=${encodeURIComponent(at)}`}`, {
    token,
  });

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  ann = await person(app, 1_000);
  bo = await person(app);
  for (const amount of [100, 20, 3]) {
    app.clock.advance(HOUR);
    await app.call("POST", "/v1/ledger/transfers", {
      token: ann.token,
      body: { from: ann.points, to: bo.points, amount, category: "visit" },
    });
  }
});
afterAll(() => app.stop());

describe("the balance at an instant", () => {
  it("counts every entry up to it: before the account, between payments, at one, and now", async () => {
    const at = async (instant?: string) => (await balance(ann.points, ann.token, instant)).body.balance;
    expect(await at("2026-06-15T03:59:59Z")).toBe(0);
    expect(await at("2026-06-15T04:30:00Z")).toBe(1_000);
    expect(await at("2026-06-15T05:00:00Z")).toBe(900);
    expect(await at("2026-06-15T14:59:59+08:00")).toBe(880);
    expect(await at()).toBe(877);
  });

  it("an instant to come is refused, a stranger gets 404", async () => {
    expect((await balance(ann.points, ann.token, "2027-01-01T00:00:00Z")).body.code).toBe("request/invalid");
    expect((await balance(ann.points, bo.token)).status).toBe(404);
  });

  it("of a pool is exact before, at and after its fold", async () => {
    const token = await staff(app, "auditor");
    const read = async (at?: string) => (await balance("lujing~issuance.points", token, at)).body.balance;
    expect([await read(), await read("2026-06-15T03:00:00Z")]).toEqual([-1_000, 0]);
    await runNamed("pool-fold", app.deps);
    expect([await read(), await read("2026-06-15T03:00:00Z"), await read("2026-06-15T05:00:00Z")]).toEqual([
      -1_000, 0, -1_000,
    ]);
  });
});

describe("a long journal", () => {
  const POOL = "lujing~issuance.points";

  /** Gives someone so many received points one by one, written as the journal has them. */
  const flood = async (who: Person, count: number) => {
    const first = app.deps.stamps.take(count);
    const drafts = Array.from({ length: count }, () => ({
      ...{ id: uuidv7(), leg: 0, reversal: false, kind: "transfer" as const, from: POOL },
      ...{ to: who.points, amount: 1, category: "flood", by: who.id, lot: "20270701" },
    }));
    const entries = stamped(drafts, first);
    for (let start = 0; start < count; start += 100) {
      await app.deps.db.commit(entries.slice(start, start + 100).map((entry) => create(entryItem(entry))));
    }
    const account = toAccount((await app.deps.db.get(accountKey(who.points))) as never);
    const sum = account.balance + count;
    const lots = { "20270701": (account.lots["20270701"] ?? 0) + count };
    const last = first + count - 1;
    const after = { ...account, balance: sum, free: sum, available: sum, room: account.room - count, lots, last };
    await app.deps.db.commit([replace(toItem({ ...after, version: account.version + 1 }), "ver", account.version)]);
    return first;
  };

  const instant = (stamp: number) =>
    `${new Date(Math.floor(stamp / 1_000)).toISOString().slice(0, -1)}${String(stamp % 1_000).padStart(3, "0")}Z`;

  it("gets a checkpoint at the turn of the month, and old balances are read from there", async () => {
    const cat = await person(app);
    const first = await flood(cat, BACK_ENTRIES_MAX + 200);
    expect((await runNamed("balance-checkpoint", app.deps)).counts.changed).toBe(0);
    app.clock.advance(20 * DAY);
    // Of the account, and of the pool that it was paid from.
    expect((await runNamed("balance-checkpoint", app.deps)).counts).toMatchObject({ changed: 2, failed: 0 });
    expect((await runNamed("balance-checkpoint", app.deps)).counts.changed).toBe(0);
    const account = toAccount((await app.deps.db.get(accountKey(cat.points))) as never);
    const kept = await checkpointAt(app.deps.db, cat.points, account.last + 40 * DAY * 1_000);
    expect([kept.balance, new Date(kept.stamp / 1_000).toISOString()]).toEqual([1_200, "2026-06-30T15:59:59.999Z"]);
    const later = await flood(cat, BACK_ENTRIES_MAX + 200);
    const now = toAccount((await app.deps.db.get(accountKey(cat.points))) as never);
    // Far back by the checkpoint's forward walk, near by the walk back: the same arithmetic from both ends.
    expect(await balanceAt(app.deps.db, now, later + 4)).toBe(1_205);
    expect(await balanceAt(app.deps.db, now, first + 9)).toBe(10);
    expect(await balanceAt(app.deps.db, now, now.last - 1)).toBe(2_399);
  });

  it("of one busy month is refused with its own code until the job has kept checkpoints within the month", async () => {
    const shop = await person(app);
    const first = await flood(shop, FORWARD_ENTRIES_MAX + BACK_ENTRIES_MAX + 500);
    const early = instant(first + 9);
    const middle = instant(first + FORWARD_ENTRIES_MAX + 99);
    app.clock.advance(HOUR);
    const token = await staff(app, "auditor");
    expect((await balance(shop.points, shop.token, early)).body.balance).toBe(10);
    const refused = await balance(shop.points, shop.token, middle);
    expect(refusal(refused)).toEqual([503, "ledger/journal-too-long"]);
    expect(refused.headers.get("retry-after")).toBe("3600");
    const statement = (to: string) =>
      app.call("GET", `/v1/ledger/accounts/${shop.points}/statement?limit=1&to=${to}`, { token: shop.token });
    expect(refusal(await statement(middle))).toEqual([503, "ledger/journal-too-long"]);
    expect((await runNamed("balance-checkpoint", app.deps)).counts.failed).toBe(0);
    expect((await balance(shop.points, shop.token, middle)).body.balance).toBe(FORWARD_ENTRIES_MAX + 100);
    expect((await statement(middle)).body.items[0].balance).toBe(FORWARD_ENTRIES_MAX + 99);
    const kept = await checkpointAt(app.deps.db, shop.points, first + FORWARD_ENTRIES_MAX);
    expect(kept.stamp).toBeGreaterThan(first + FORWARD_ENTRIES_MAX - 2 * STEP_ENTRIES);
    // The pool that paid all this has checkpoints as well.
    await runNamed("pool-fold", app.deps);
    expect((await runNamed("balance-checkpoint", app.deps)).counts.failed).toBe(0);
    const before = (await balance(POOL, token, instant(first - 1))).body.balance;
    expect((await balance(POOL, token, middle)).body.balance).toBe(before - FORWARD_ENTRIES_MAX - 100);
  }, 60_000);
});

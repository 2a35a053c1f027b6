import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { foldPool } from "../../../functions/ledger/jobs/pool-fold.ts";
import { accountKey } from "../../../functions/ledger/store/account.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { MINUTE } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { type Person, person, pools, staff } from "../../support/people.ts";

let app: App;
let ann: Person;
let auditor: string;

const give = (amount: number) =>
  app.call("POST", "/v1/ledger/transfers", {
    token: ann.token,
    body: { from: ann.points, to: "lujing~donation.points", amount, category: "gift" },
  });

const donation = async () => {
  const { body } = await app.call("GET", "/v1/ledger/pools?community=lujing&unit=points", { token: auditor });
  return body.items.find((item: { pool: string }) => item.pool === "donation");
};

const stored = async () => (await app.deps.db.get(accountKey("lujing~donation.points"))) as Record<string, number>;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  ann = await person(app, 5_000);
  auditor = await staff(app, "auditor");
});
afterAll(() => app.stop());

describe("pool balances", () => {
  it("are current at once, though nothing is folded before the horizon", async () => {
    await give(10);
    await give(20);
    await runNamed("pool-fold", app.deps);
    expect(await donation()).toMatchObject({ folded: 0, foldedTo: null, tailEntries: 2, balance: 30, budget: null });
  });

  it("are folded once behind the horizon, whatever else arrives, and a second run changes nothing", async () => {
    app.clock.advance(20 * MINUTE);
    await give(5);
    expect((await runNamed("pool-fold", app.deps)).counts).toMatchObject({ changed: 2, failed: 0 });
    const first = await stored();
    expect(await donation()).toMatchObject({ folded: 30, tailEntries: 1, balance: 35 });
    expect((await runNamed("pool-fold", app.deps)).counts).toMatchObject({ changed: 0, failed: 0 });
    expect(await stored()).toEqual(first);
    expect([first.free, first.avail, first.room]).toEqual([
      first.bal,
      30 - Number(first.floor),
      Number(first.ceil) - 30,
    ]);
  });

  it("are the same when folded in steps of a few entries, by three runners at once", async () => {
    for (let amount = 1; amount <= 6; amount++) await give(amount);
    app.clock.advance(20 * MINUTE);
    await Promise.all(Array.from({ length: 3 }, () => foldPool("lujing~donation.points", app.deps, 2)));
    expect(await donation()).toMatchObject({ folded: 30 + 5 + 21, tailEntries: 0, balance: 56 });
  });

  it("survive a crash after any write", async () => {
    for (let amount = 1; amount <= 3; amount++) await give(amount);
    app.clock.advance(20 * MINUTE);
    for (let writes = 0; writes < 4; writes++) {
      await foldPool("lujing~donation.points", dyingAfter(writes, app.deps), 2).catch(() => undefined);
      expect((await donation()).balance).toBe(62);
    }
    await runNamed("pool-fold", app.deps);
    expect(await donation()).toMatchObject({ folded: 62, tailEntries: 0 });
  });
});

/** Dependencies of a process that dies after so many commits: nothing it asks for afterwards happens. */
const dyingAfter = (commits: number, deps: Deps): Deps => {
  let left = commits;
  const dead = () => Promise.reject(new Error("the process is dead"));
  return {
    ...deps,
    db: {
      ...deps.db,
      get: (...given) => (left < 0 ? dead() : deps.db.get(...given)),
      commit: (writes) => (left-- <= 0 ? dead() : deps.db.commit(writes)),
    },
  };
};

describe("a hard budget", () => {
  it("shows what its shards have left together", async () => {
    const admin = await staff(app, "district-admin");
    for (const amount of [100, 50]) {
      await app.call("POST", "/v1/ledger/transfers", {
        token: admin,
        body: { from: "lujing~issuance.points", to: "lujing~elder.points", amount, category: "funding" },
      });
    }
    const { body } = await app.call("GET", "/v1/ledger/pools?community=lujing&unit=points", { token: auditor });
    const elder = body.items.find((item: { pool: string }) => item.pool === "elder");
    expect([elder.balance, elder.budget.available]).toEqual([150, 150]);
    expect(elder.budget.shards.reduce((sum: number, shard: number) => sum + shard, 0)).toBe(150);
  });

  it("is for officers of the community only", async () => {
    const read = (token: string) => app.call("GET", "/v1/ledger/pools?community=lujing&unit=points", { token });
    expect((await read(ann.token)).status).toBe(403);
    expect((await read(await staff(app, "steward", ["heyuan"]))).status).toBe(403);
    expect((await read(await staff(app, "steward"))).status).toBe(200);
  });
});

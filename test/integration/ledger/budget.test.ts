/** Pools with a hard budget pay what they were given and not a point more, whoever asks at once. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { shardKeys } from "../../../functions/ledger/store/budget.ts";
import { testDistrict } from "../../support/district.ts";
import { type App, type Reply, startApp } from "../../support/harness.ts";
import { meteredClient, reportsUnits } from "../../support/meter.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";
import { persist } from "../../support/replies.ts";

const POOL = "lujing~elder.points";
const SHARDS = 4;

let app: App;
let admin: string;
let steward: string;
const meter = meteredClient();

beforeEach(async () => {
  app = await startApp({ overrides: { client: meter.client } });
  await pools(app);
  admin = await staff(app, "district-admin");
  steward = await staff(app, "steward");
  return () => app.stop();
});
afterAll(() => meter.client.destroy());

const fund = (amount: number, token = admin, key: string = uuidv7(), pool = POOL) =>
  app.call("POST", `/v1/ledger/pools/${pool}/fund`, { token, key, body: { amount } });
const visit = (who: Person, quantity = 1, fixed?: string): Promise<Reply> =>
  persist((key) =>
    app.call("POST", "/v1/ledger/rewards", {
      token: steward,
      key: fixed ?? key,
      body: { to: who.id, rule: "visit", quantity },
    }),
  );
const left = async (): Promise<number[]> => {
  const keys = shardKeys(POOL, SHARDS);
  const items = await app.deps.db.getMany(keys);
  return keys.map((key) => Number(items.find((item) => item.sk === key.sk)?.avail ?? 0));
};
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe("funding", () => {
  it("spreads over the shards so that they differ by at most one and sum to the whole", async () => {
    const reply = await fund(1_002);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ kind: "funding", from: "lujing~issuance.points", to: POOL, amount: 1_002 });
    expect(await left()).toEqual([251, 251, 250, 250]);
  });

  it("repeated under its key adds nothing; changed under its key is 422; again under another key adds", async () => {
    const key = uuidv7();
    const first = await fund(100, admin, key);
    const again = await fund(100, admin, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect((await fund(101, admin, key)).body.code).toBe("request/key-reused");
    expect(sum(await left())).toBe(100);
    await fund(3);
    expect(sum(await left())).toBe(103);
  });

  it("is the administrators', for pools that exist and have a budget", async () => {
    expect((await fund(10, steward)).status).toBe(403);
    expect((await fund(10, admin, uuidv7(), "lujing~reward.points")).body.code).toBe("ledger/pool-open");
    expect((await fund(10, admin, uuidv7(), "lujing~nothing.points")).status).toBe(404);
    expect((await fund(10, admin, uuidv7(), "nowhere~elder.points")).status).toBe(404);
    expect((await fund(10, admin, uuidv7(), `${uuidv7()}.points`)).status).toBe(404);
  });

  it("rehearsed adds nothing", async () => {
    const path = `/v1/ledger/pools/${POOL}/fund?dryRun=true`;
    const reply = await app.call("POST", path, { token: admin, body: { amount: 7 } });
    expect(reply.body).toMatchObject({ accepted: true, answer: { amount: 7 } });
    expect(sum(await left())).toBe(0);
  });
});

describe("a reward from a hard budget", () => {
  it.runIf(reportsUnits)(
    "takes its amount from one shard in one call of six units, no read (skipped where the engine misreports units)",
    async () => {
      await fund(400);
      const who = await person(app);
      meter.take();
      expect((await visit(who)).status).toBe(201);
      expect(meter.take()).toMatchObject({ calls: 1, table: 6, reads: 0 });
      expect((await left()).sort()).toEqual([100, 100, 100, 70]);
    },
  );

  it("is paid from several shards when no single one has enough", async () => {
    await fund(100);
    const who = await person(app);
    const reply = await visit(who, 3);
    expect([reply.status, reply.body.amount]).toEqual([201, 90]);
    expect(sum(await left())).toBe(10);
  });

  it("is refused only when all shards together cannot pay, and stays refused under its key", async () => {
    await fund(89);
    const who = await person(app);
    const key = uuidv7();
    const refused = await visit(who, 3, key);
    expect([refused.status, refused.body.code]).toEqual([409, "ledger/budget-exhausted"]);
    expect(refused.body.params).toEqual({ pool: POOL, available: 89, needed: 90 });
    await fund(1_000);
    expect((await visit(who, 3, key)).body.code).toBe("ledger/budget-exhausted");
    expect((await visit(who, 3)).status).toBe(201);
  });

  it("before any funding is refused, not an error", async () => {
    const reply = await visit(await person(app));
    expect([reply.status, reply.body.params.available]).toEqual([409, 0]);
  });

  it("rehearsed sees the budget", async () => {
    const who = await person(app);
    const ask = () =>
      app.call("POST", "/v1/ledger/rewards?dryRun=true", {
        token: steward,
        body: { to: who.id, rule: "visit", quantity: 1 },
      });
    expect((await ask()).body.refusals[0].code).toBe("ledger/budget-exhausted");
    await fund(100);
    expect((await ask()).body.accepted).toBe(true);
    expect(sum(await left())).toBe(100);
  });

  it("asked for by 64 at once is paid exactly as often as the budget allows", async () => {
    await fund(10 * 30 + 29);
    const crowd = await Promise.all(Array.from({ length: 64 }, () => person(app)));
    const replies = await Promise.all(crowd.map((who) => visit(who)));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(10);
    expect(replies.filter((reply) => reply.body.code === "ledger/budget-exhausted")).toHaveLength(54);
    expect(sum(await left())).toBe(29);
    const balances = await Promise.all(crowd.map(async (who) => (await account(app, who)).balance));
    expect(sum(balances)).toBe(300);
  });

  it("in the most shards a pool may have is found wherever it lies, and refused when it lies nowhere", async () => {
    const base = testDistrict();
    const district = { ...base, pools: base.pools.map((pool) => ({ ...pool, shards: 16 })) };
    const wide = await startApp({ district });
    const token = await staff(wide, "steward");
    const budget = await staff(wide, "district-admin");
    const who = await person(wide);
    const ask = () =>
      wide.call("POST", "/v1/ledger/rewards", { token, body: { to: who.id, rule: "visit", quantity: 1 } });
    await wide.call("POST", `/v1/ledger/pools/${POOL}/fund`, { token: budget, body: { amount: 35 } });
    expect((await ask()).status).toBe(201);
    const refused = await ask();
    expect([refused.status, refused.body.params]).toEqual([409, { pool: POOL, available: 5, needed: 30 }]);
    await wide.stop();
  });

  it("given back by a reversal can be spent again", async () => {
    await fund(30);
    const { body } = await visit(await person(app));
    const undo = { token: steward, body: {} };
    expect((await app.call("POST", `/v1/ledger/transfers/${body.id}/reversal`, undo)).status).toBe(201);
    expect(sum(await left())).toBe(30);
    expect((await visit(await person(app))).status).toBe(201);
  });
});

/** A district's life over HTTP, exported by the command, restored elsewhere: the same answers under the same keys. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { accountKey } from "../../../functions/ledger/store/account.ts";
import { districtText } from "../../../infra/cli/commands/files.ts";
import { runDistrict } from "../../../infra/cli/program.ts";
import { fakeCli } from "../../support/cli.ts";
import { MINUTE } from "../../support/clock.ts";
import { testDistrict } from "../../support/district.ts";
import { type App, type CallOptions, type Reply, startApp } from "../../support/harness.ts";
import { account, type Person, person, staff } from "../../support/people.ts";
import { enter, startWorld, type World } from "../residents/world.ts";

let world: World;
let before: App;
let after: App;
let folder: string;
let ann: Person;
let bo: Person;
let steward: string;
let admin: string;

/** Requests of the story, told again to the restored district: each with the answer that it had. */
const told: { readonly method: string; readonly path: string; readonly options: CallOptions; readonly reply: Reply }[] =
  [];

const tell = async (path: string, options: CallOptions, method = "POST"): Promise<Reply> => {
  const full = { ...options, ...(method === "POST" ? { key: uuidv7() } : {}) };
  const reply = await before.call(method, path, full);
  told.push({ method, path, options: full, reply });
  return reply;
};

const district = (args: readonly string[], cli = fakeCli()) => {
  const at = ["--districts", folder, "--endpoint", inject("engine").endpoint];
  return runDistrict(cli, [...args, ...at]);
};

const pay = (from: Person, to: string, amount: number) =>
  tell("/v1/ledger/transfers", { token: from.token, body: { from: from.points, to, amount, category: "thanks" } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "linli-story-"));
  writeFileSync(join(folder, "testqu.json"), districtText(testDistrict()));
  world = await startWorld();
  before = world.app;
  ann = await person(before, 1_000);
  bo = await person(before, 200);
  steward = await staff(before, "steward");
  admin = await staff(before, "district-admin");
  expect((await pay(ann, bo.points, 120)).status).toBe(201);
  expect((await pay(bo, ann.points, 4_000)).body.code).toBe("ledger/insufficient-available");
  const hold = { from: ann.points, to: bo.points, amount: 50, category: "thanks", expiresInSeconds: 600 };
  const held = await tell("/v1/ledger/holds", { token: ann.token, body: hold });
  expect(held.status).toBe(201);
  const item = { community: "lujing", name: { zh: "理发", en: "Haircut" }, unit: "points", price: 30, stock: 5 };
  const offered = await tell("/v1/ledger/catalogue-items", { token: steward, body: item });
  const redemption = { item: offered.body.id, expectedPrice: 30 };
  expect((await tell("/v1/ledger/redemptions", { token: bo.token, body: redemption })).status).toBe(201);
  const resident = { name: "王秀英", phone: "13800138000" };
  expect((await tell("/v1/communities/lujing/residents", { token: admin, body: resident })).status).toBe(201);
  await enter(world);
  before.clock.advance(5 * MINUTE);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await before.stop();
  await after?.stop();
});

describe("a district that is exported and restored", () => {
  const table = `restored-${uuidv7()}`;

  it("is exported at one instant, verified, restored and audited by the command", async () => {
    const cli = fakeCli({ now: () => new Date() });
    const to = join(folder, "backup");
    expect(await district(["export", "testqu", "--table", before.table, "--to", to], cli)).toBe(0);
    const manifest = JSON.parse(readFileSync(join(to, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ district: "testqu", table: before.table, consistency: "instant", passes: 2 });
    const fingerprint = /fingerprint ([0-9a-f]{64})/.exec(cli.printed.join("\n"))?.[1] ?? "";
    expect(await runDistrict(fakeCli(), ["verify", to])).toBe(0);
    const restored = fakeCli({ now: () => new Date() });
    const args = ["restore", "testqu", "--table", table, "--from", to, "--expect", fingerprint];
    expect(await district(args, restored)).toBe(0);
    expect(restored.printed.filter((line) => /^✓ \w+ \w+: .* sum 0$/.test(line))).toHaveLength(4);
    expect(restored.printed.at(-1)).toContain(`${manifest.items} items in ${table} equal the export`);
  });

  it("answers every request of its story as it did, and as a replay", async () => {
    after = await startApp({ table });
    after.clock.set(before.clock.now().toISOString());
    const tokenOf = async (token: string | undefined) => {
      const claims = JSON.parse(Buffer.from(token?.split(".")[1] ?? "", "base64url").toString());
      return after.token({ sub: claims.sub, roles: claims.roles, communities: claims.communities });
    };
    for (const { method, path, options, reply } of told) {
      const again = await after.call(method, path, { ...options, token: await tokenOf(options.token) });
      expect([again.status, again.headers.get("idempotency-hit")], path).toEqual([reply.status, "true"]);
      const { requestId: _first, ...first } = reply.body;
      const { requestId: _second, ...second } = again.body;
      expect(second, path).toEqual(first);
    }
    for (const who of [ann, bo]) {
      const there = { ...who, token: await tokenOf(who.token) };
      expect(await account(after, there)).toEqual(await account(before, who));
      const path = `/v1/ledger/accounts/${who.points}/statement`;
      const [old, restored] = await Promise.all([
        before.call("GET", path, { token: who.token }),
        after.call("GET", path, { token: there.token }),
      ]);
      expect(restored.status).toBe(200);
      expect(restored.body.items.length).toBeGreaterThan(1);
      expect(restored.body).toEqual(old.body);
    }
  });

  it("goes on from there: a new payment moves points once", async () => {
    const token = await after.token({ sub: ann.id });
    const body = { from: ann.points, to: bo.points, amount: 10, category: "thanks" };
    expect((await after.call("POST", "/v1/ledger/transfers", { token, body })).status).toBe(201);
    const balances = [(await account(after, { ...ann, token })).balance, (await account(before, ann)).balance];
    expect(balances).toEqual([870, 880]);
  });

  it("is not called sound when an account was forged in its data", async () => {
    const condition = { expression: "attribute_exists(pk)", names: { "#b": "bal" }, values: { ":b": 5 } };
    const key = accountKey(bo.points);
    await after.deps.db.commit([{ type: "update", key, update: "SET #b = #b + :b", condition }]);
    const cli = fakeCli({ now: () => new Date() });
    expect(await district(["audit", "testqu", "--table", table], cli)).toBe(3);
    expect(cli.printed.join("\n")).toMatch(/✗ lujing points/);
    expect(cli.printed.join("\n")).toContain(bo.points);
  });
});

describe("a job of the command", () => {
  it("runs on the engine's table and prints its report", async () => {
    const cli = fakeCli();
    expect(await district(["jobs", "run", "pool-fold", "testqu", "--table", before.table], cli)).toBe(0);
    expect(JSON.parse(cli.printed.join("\n"))).toMatchObject({ job: "pool-fold", state: "finished" });
  });
});

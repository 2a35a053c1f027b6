import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishErasures } from "../../../functions/residents/jobs.ts";
import { kinshipCheck, proxyCheck, roleGrantsOf } from "../../../functions/residents/port.ts";
import { create } from "../../../functions/shared/write.ts";
import { refusal } from "../../support/replies.ts";
import { build, empower, enter, importRoll, type Made, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);
const erase = (who: Made, token: string, body: object = {}, key = uuidv7()) =>
  call("POST", `/v1/residents/${who.id}/erase`, { token, body, key });
const balance = async (id: string) =>
  (await call("GET", `/v1/ledger/accounts/${id}.points`, { token: world.steward })).body;

const HEADER =
  "resident_ref,name,birth_date,phone,sex,building,unit,area_m2,area_source," +
  "owner_share_percent,household,opening_points";

/** A person with points, brought by a roll. */
const withPoints = async (amount: number): Promise<Made> => {
  const reply = await importRoll(world, `${HEADER}\n${uuidv7()},赵六,,,,,,,,,,${amount}`);
  const id = reply.body.rows[0].residentId;
  return { id, token: await world.app.token({ sub: id }) };
};

/** Everything that the table holds under a person's id or household, as text. */
const stored = async (who: Made): Promise<string> => {
  const { items } = await world.app.deps.db.query({ partition: `R#${who.id}`, limit: 100 });
  return JSON.stringify(items);
};

describe("the right to see", () => {
  it("shows everything that is stored about a person, and where their statements are", async () => {
    const [ann, helper, son] = [await enter(world, { phone: "13800138000" }), await enter(world), await enter(world)];
    const { unitId } = await build(world, { owners: [{ residentId: ann.id, shareBps: 10_000 }] });
    const body = { members: [ann.id, son.id] };
    const home = await call("POST", "/v1/communities/lujing/households", { token: world.steward, body });
    const proxy = await empower(world, ann.id, helper.id);
    const kinship = { a: son.id, b: ann.id, kind: "child" };
    const kin = await call("POST", "/v1/kinships", { token: world.steward, body: kinship });
    const grant = { subject: ann.id, role: "fund-reviewer", communities: ["lujing"] };
    const granted = await call("POST", "/v1/role-grants", { token: world.admin, body: grant });
    const { body: data } = await call("GET", `/v1/residents/${ann.id}/data`, { token: ann.token });
    expect(data).toMatchObject({
      resident: { id: ann.id, phone: "+8613800138000", householdId: home.body.id },
      household: home.body,
      unitsOwned: [{ id: unitId }],
      proxiesFor: [proxy.body],
      proxyOf: [],
      kinships: [kin.body],
      roleGrants: [granted.body],
      accounts: [`${ann.id}.points`, `${ann.id}.minutes`],
      complete: true,
    });
    const statement = await call("GET", data.statements[0], { token: ann.token });
    expect(statement.status).toBe(200);
    expect((await call("GET", `/v1/residents/${helper.id}/data`, { token: helper.token })).body.proxyOf).toEqual([
      proxy.body,
    ]);
  });

  it("shows what the roll said", async () => {
    const who = await withPoints(30);
    const { body } = await call("GET", `/v1/residents/${who.id}/data`, { token: who.token });
    expect(body).toMatchObject({ openingPoints: 30, rollRef: expect.any(String) });
  });

  it("is not the auditor's, nor a neighbour's", async () => {
    const ann = await enter(world);
    const at = `/v1/residents/${ann.id}/data`;
    expect((await call("GET", at, { token: world.auditor })).status).toBe(404);
    expect((await call("GET", at, { token: (await enter(world)).token })).status).toBe(404);
    expect((await call("GET", at, { token: world.steward })).status).toBe(200);
  });
});

describe("the right to erase", () => {
  it("leaves a tombstone and nothing of the person, their household, proxies or kinships", async () => {
    const { deps } = world.app;
    const [ann, bo] = [await enter(world, { name: "Zhang San", phone: "13800138000" }), await enter(world)];
    await call("PATCH", `/v1/residents/${ann.id}`, {
      token: world.steward,
      body: { name: "Zhang Si" },
      headers: { "if-match": '"1"' },
    });
    const body = { members: [ann.id, bo.id] };
    const home = await call("POST", "/v1/communities/lujing/households", { token: world.steward, body });
    const proxies = [await empower(world, ann.id, bo.id), await empower(world, bo.id, ann.id)];
    const kinship = { a: ann.id, b: bo.id, kind: "spouse" };
    const kin = await call("POST", "/v1/kinships", { token: world.steward, body: kinship });
    const grant = { subject: ann.id, role: "fund-reviewer", communities: ["lujing"] };
    await call("POST", "/v1/role-grants", { token: world.admin, body: grant });

    const erased = await erase(ann, ann.token);
    expect(erased.status).toBe(200);
    expect(erased.body).toMatchObject({ id: ann.id, state: "erased", erasedAt: deps.clock.now().toISOString() });
    expect((await call("GET", `/v1/residents/${ann.id}`, { token: ann.token })).body).toEqual(erased.body);
    expect(await stored(ann)).not.toMatch(/Zhang|138/);
    const household = await call("GET", `/v1/households/${home.body.id}`, { token: bo.token });
    expect(household.body.members).toEqual([bo.id]);
    const wallet = await call("GET", `/v1/ledger/accounts/${home.body.id}.points`, { token: bo.token });
    expect(wallet.body.spenders).toEqual([bo.id]);
    for (const { body: proxy } of proxies) {
      expect((await call("POST", `/v1/proxies/${proxy.id}/revoke`, { token: bo.token })).status).toBe(404);
    }
    expect((await call("POST", `/v1/kinships/${kin.body.id}/end`, { token: world.steward })).status).toBe(404);
    expect((await call("GET", `/v1/kinships?resident=${bo.id}`, { token: bo.token })).body.items).toEqual([]);
    expect((await call("GET", `/v1/proxies?person=${bo.id}`, { token: bo.token })).body.items).toEqual([]);
    const { body: data } = await call("GET", `/v1/residents/${ann.id}/data`, { token: world.steward });
    expect(data).toMatchObject({ resident: erased.body, household: null, proxiesFor: [], proxyOf: [], kinships: [] });
    expect(data.roleGrants[0].state).toBe("revoked");
    const marker = create({ pk: `TEST#${uuidv7()}`, sk: "T" });
    const proofs = [kinshipCheck(ann.id, bo.id), proxyCheck(bo.id, ann.id, "ledger", deps.clock.now())];
    const outcome = await deps.db.commit([marker, ...proofs]);
    expect(outcome.ok ? [] : outcome.failed).toHaveLength(2);
  });

  it("keeps the ledger: the person's rows stay under the opaque id and the accounts are closed", async () => {
    const ann = await withPoints(40);
    expect((await erase(ann, ann.token, { forfeit: true })).status).toBe(200);
    expect(await balance(ann.id)).toMatchObject({ status: "closed", balance: 0 });
    const { body } = await call("GET", `/v1/ledger/accounts/${ann.id}.points/statement`, { token: world.steward });
    expect(body.items.map(({ change }: { change: number }) => change)).toEqual([-40, 40]);
  });

  it("waits for an empty account unless the balance is given up; the refusal stays under its key", async () => {
    const ann = await withPoints(40);
    const key = uuidv7();
    const refused = await erase(ann, ann.token, {}, key);
    expect(refusal(refused)).toEqual([409, "residents/balance-left"]);
    expect(refused.body.params).toEqual({ balance: 40, unit: "points" });
    expect((await call("GET", `/v1/residents/${ann.id}`, { token: ann.token })).body.state).toBe("active");
    expect((await erase(ann, ann.token, { forfeit: true })).status).toBe(200);
    const again = await erase(ann, ann.token, {}, key);
    expect([...refusal(again), again.headers.get("idempotency-hit")]).toEqual([409, "residents/balance-left", "true"]);
  });

  it("is done once: a repetition answers the same, another request learns that it is done", async () => {
    const ann = await enter(world);
    const key = uuidv7();
    const [a, b] = await Promise.all([erase(ann, ann.token, {}, key), erase(ann, ann.token, {}, key)]);
    expect([a.status, b.status, a.body]).toEqual([200, 200, b.body]);
    expect((await erase(ann, ann.token, {}, key)).body).toEqual(a.body);
    expect(refusal(await erase(ann, ann.token))).toEqual([409, "residents/erased"]);
  });

  it("is finished by the job when it was cut short after the tombstone", async () => {
    const { deps } = world.app;
    const [ann, bo] = [await enter(world), await enter(world)];
    await empower(world, bo.id, ann.id);
    const tombstone = await deps.db.get({ pk: `R#${ann.id}`, sk: "R" });
    const { g3p: _list, name: _name, ...rest } = tombstone ?? { pk: "", sk: "" };
    const cut = { ...rest, st: "erased", gone: 0, why: "own-request", g3p: "RX", g3s: ann.id };
    const condition = { expression: "#s = :a", names: { "#s": "st" }, values: { ":a": "active" } };
    await deps.db.commit([{ type: "put", item: cut as unknown as NonNullable<typeof tombstone>, condition }]);
    expect(await finishErasures(deps)).toBe(1);
    expect((await call("GET", `/v1/proxies?person=${bo.id}`, { token: bo.token })).body.items).toEqual([]);
    expect(await finishErasures(deps)).toBe(0);
  });

  it("never gives the id to anybody again, not even to the request that first made it", async () => {
    const key = uuidv7();
    const at = "/v1/communities/lujing/residents";
    const options = { token: world.steward, key, body: { name: "Ann" } };
    await call("POST", at, options);
    const ann = { id: key, token: await world.app.token({ sub: key }) };
    await erase(ann, ann.token);
    expect(refusal(await call("POST", at, options))).toEqual([409, "residents/erased"]);
    expect(refusal(await call("POST", at, { ...options, body: { name: "Bo" } }))).toEqual([409, "residents/erased"]);
    const headers = { "if-match": '"2"' };
    const edit = await call("PATCH", `/v1/residents/${key}`, { token: world.steward, body: { name: "Bo" }, headers });
    expect(refusal(edit)).toEqual([409, "residents/erased"]);
    expect((await call("GET", "/v1/me", ann)).body.resident.state).toBe("erased");
    expect(await roleGrantsOf(world.app.deps.db, key)).toMatchObject({ roles: [] });
  });

  it("leaves ownership with the opaque id, so that the unit's shares stay whole until it is sold", async () => {
    const ann = await enter(world);
    const { unitId } = await build(world, { owners: [{ residentId: ann.id, shareBps: 10_000 }] });
    await erase(ann, ann.token);
    const unit = await call("GET", `/v1/units/${unitId}`, { token: world.steward });
    expect(unit.body.owners).toEqual([{ residentId: ann.id, shareBps: 10_000 }]);
    const body = { owners: [{ residentId: (await enter(world)).id, shareBps: 10_000 }] };
    const headers = { "if-match": '"1"' };
    expect((await call("PATCH", `/v1/units/${unitId}`, { token: world.steward, body, headers })).status).toBe(200);
  });

  it("is the person's and the steward's, not a proxy's, an auditor's or a stranger's", async () => {
    const [ann, helper] = [await enter(world), await enter(world)];
    await empower(world, ann.id, helper.id);
    expect(refusal(await erase(ann, helper.token))).toEqual([403, "auth/forbidden"]);
    expect((await erase(ann, world.auditor)).status).toBe(403);
    expect((await erase(ann, world.outsider)).status).toBe(404);
    const byStranger = await erase(ann, (await enter(world)).token);
    expect(byStranger.status).toBe(404);
    expect((await erase(ann, world.steward, { reason: "moved-away" })).status).toBe(200);
  });
});

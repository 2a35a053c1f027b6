/** What officers, proxies and former officers may not see or do any more, and what is not kept. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REVOCATIONS_AGE_MAX_MS } from "../../../functions/shared/revocations.ts";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { build, empower, enter, type Made, officer, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);
const at = "/v1/communities/lujing";
const grantTo = (subject: string, role: string, communities = ["lujing"]) =>
  call("POST", "/v1/role-grants", { token: world.admin, body: { subject, role, communities } });
const erase = (who: Made) => call("POST", `/v1/residents/${who.id}/erase`, { token: who.token, body: {} });
const match = (revision: number) => ({ "if-match": `"${revision}"` });

describe("an auditor", () => {
  it("reads who is on the roll and where, without phone, birth date and sex", async () => {
    const ann = await enter(world, { phone: "13800138000", birthDate: "1950-01-01", sex: "female" });
    const one = await call("GET", `/v1/residents/${ann.id}`, { token: world.auditor });
    expect(one.body).toEqual({
      id: ann.id,
      community: "lujing",
      state: "active",
      name: "王秀英",
      languages: [],
      revision: 1,
    });
    const list = await call("GET", `${at}/residents?limit=100`, { token: world.auditor });
    expect(list.body.items).toContainEqual(one.body);
    expect(list.text).not.toMatch(/138001|1950-01|female/);
    expect((await call("GET", `/v1/residents/${ann.id}`, { token: world.steward })).body.phone).toBe("+8613800138000");
  });
});

describe("a steward", () => {
  it("learns of no ward in another community, neither from the proxies nor from the data of a helper", async () => {
    const [helper, near, far] = [await enter(world), await enter(world), await enter(world, {}, "heyuan")];
    const mine = await empower(world, near.id, helper.id);
    const theirs = await empower({ ...world, steward: world.outsider }, far.id, helper.id, {
      evidence: "certificate 9",
    });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    const wards = async (token: string) => [
      (await call("GET", `/v1/proxies?proxy=${helper.id}`, { token })).body.items.map(({ id }: Made) => id).sort(),
      (await call("GET", `/v1/residents/${helper.id}/data`, { token })).body.proxyOf.map(({ id }: Made) => id).sort(),
    ];
    const both = [mine.body.id, theirs.body.id].sort();
    expect(await wards(world.steward)).toEqual([[mine.body.id], [mine.body.id]]);
    expect(await wards(helper.token)).toEqual([both, both]);
    expect(await wards(world.admin)).toEqual([both, both]);
  });

  it("of another community cannot tell a person's id, erased or not, from one that was never used", async () => {
    const ann = await enter(world);
    await erase(ann);
    const body = { name: "Bo" };
    const options = { token: world.outsider, key: ann.id, body };
    expect(refusal(await call("POST", "/v1/communities/heyuan/residents", options))).toEqual([
      422,
      "request/key-reused",
    ]);
  });
});

describe("a role that was taken back", () => {
  it("ends the tokens that carry it within ten seconds, and not what is signed in later", async () => {
    const { app } = world;
    const sub = uuidv7();
    const mint = () => app.token({ sub, roles: ["steward"] });
    const grant = await grantTo(sub, "steward");
    const old = await mint();
    expect((await call("GET", `${at}/residents`, { token: old })).status).toBe(200);
    expect((await call("POST", `/v1/role-grants/${grant.body.id}/revoke`, { token: world.admin })).status).toBe(200);
    app.clock.advance(REVOCATIONS_AGE_MAX_MS);
    expect(refusal(await call("GET", `${at}/residents`, { token: old }))).toEqual([401, "auth/revoked-token"]);
    const pools = await call("GET", "/v1/ledger/accounts/lujing~reward.points", { token: old });
    expect(refusal(pools)).toEqual([401, "auth/revoked-token"]);
    expect((await call("GET", `${at}/residents`, { token: await mint() })).status).toBe(200);
    const resident = await app.token({ sub });
    expect((await call("GET", "/v1/me", { token: resident })).status).toBe(200);
  });

  it("is taken back with a person's erasure, and none is given to an erased person", async () => {
    const ann = await enter(world);
    await grantTo(ann.id, "auditor");
    const token = await officer(world.app, "auditor", ["lujing"], ann.id);
    await erase(ann);
    world.app.clock.advance(REVOCATIONS_AGE_MAX_MS);
    expect(refusal(await call("GET", `${at}/residents`, { token }))).toEqual([401, "auth/revoked-token"]);
    expect(refusal(await grantTo(ann.id, "steward"))).toEqual([409, "residents/erased"]);
  });
});

describe("an organisation's representatives", () => {
  const spenders = async (id: string) =>
    (await call("GET", `/v1/ledger/accounts/${id}.points`, { token: world.steward })).body.spenders;
  const found = (representatives: readonly string[]) =>
    call("POST", `${at}/organisations`, {
      token: world.steward,
      body: { name: "Owners' committee", kind: "owners-committee", representatives },
    });
  const edit = (id: string, body: object, revision = 1, token = world.steward) =>
    call("PATCH", `/v1/organisations/${id}`, { token, body, headers: match(revision) });

  it("are replaced in one step with who may spend; a stale or foreign edit changes nothing", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const key = uuidv7();
    const body = { name: "Owners' committee", kind: "owners-committee", representatives: [ann.id, ann.id] };
    const made = await call("POST", `${at}/organisations`, { token: world.steward, body, key });
    expect([made.body.representatives, made.headers.get("etag")]).toEqual([[ann.id], '"1"']);
    const [first, second] = await Promise.all([
      edit(made.body.id, { representatives: [bo.id] }),
      edit(made.body.id, { representatives: [bo.id] }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 412]);
    expect(await spenders(key)).toEqual([bo.id]);
    expect(refusal(await edit(key, { name: "x" }, 2, world.outsider))).toEqual([404, "resource/not-found"]);
    expect((await edit(key, { name: "Committee" }, 2)).body).toMatchObject({ representatives: [bo.id], revision: 3 });
    expect((await call("POST", `${at}/organisations`, { token: world.steward, body, key })).body).toEqual(made.body);
    const data = async ({ id, token }: Made) =>
      (await call("GET", `/v1/residents/${id}/data`, { token })).body.represents;
    expect([(await data(ann)).length, (await data(bo))[0].id]).toEqual([0, key]);
  });

  it("are no longer so once they are erased, and no erased person becomes one", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const { body } = await found([ann.id, bo.id]);
    await erase(ann);
    expect(await spenders(body.id)).toEqual([bo.id]);
    expect(refusal(await edit(body.id, { representatives: [ann.id] }, 2))).toEqual([409, "residents/erased"]);
    expect(refusal(await found([ann.id]))).toEqual([409, "residents/erased"]);
    expect(await spenders(body.id)).toEqual([bo.id]);
  });
});

describe("a proxy", () => {
  it("that is a minor is refused, and so is one that outlasts the minority of the person", async () => {
    const [elder, child, parent] = [
      await enter(world, { birthDate: "1950-01-01" }),
      await enter(world, { birthDate: "2008-07-01" }),
      await enter(world),
    ];
    expect(refusal(await empower(world, elder.id, child.id))).toEqual([409, "residents/proxy-minor"]);
    const late = await empower(world, child.id, parent.id);
    expect([...refusal(late), late.body.params]).toEqual([
      409,
      "residents/proxy-beyond-minority",
      { date: "2026-07-01" },
    ]);
    const validUntil = "2026-07-01T00:00:00+08:00";
    expect((await empower(world, child.id, parent.id, { validUntil })).status).toBe(201);
  });

  it("leaves its evidence nowhere once a side is erased, also where it had been ended before", async () => {
    const { deps } = world.app;
    const [ann, bo] = [await enter(world), await enter(world)];
    const { body } = await empower(world, ann.id, bo.id, { evidence: "letter of Zhao Liu" });
    const key = uuidv7();
    const end = () => call("POST", `/v1/proxies/${body.id}/revoke`, { token: ann.token, key });
    const ended = await end();
    expect((await end()).body).toEqual(ended.body);
    expect(JSON.stringify(await deps.db.get({ pk: `K#${key}`, sk: "K" }))).not.toContain("Zhao");
    await erase(ann);
    expect(refusal(await end())).toEqual([404, "resource/not-found"]);
  });
});

describe("what a correction replaced", () => {
  it("is kept for a day, shown in the person's data, and gone with the next edit after it", async () => {
    const { app } = world;
    const ann = await enter(world, { phone: "13800138000" });
    const edit = (revision: number, phone: string) =>
      call("PATCH", `/v1/residents/${ann.id}`, { token: ann.token, body: { phone }, headers: match(revision) });
    const data = async () => (await call("GET", `/v1/residents/${ann.id}/data`, { token: ann.token })).body;
    await edit(1, "13900139000");
    expect((await data()).firstEntered.phone).toBe("+8613800138000");
    app.clock.advance(DAY + 1_000);
    expect((await edit(2, "13700137000")).status).toBe(200);
    expect((await data()).firstEntered).toBeUndefined();
    expect(JSON.stringify(await app.deps.db.get({ pk: `R#${ann.id}`, sk: "R" }))).not.toMatch(/138001|139001/);
  });
});

describe("a list", () => {
  it("refuses the cursor of another building's list instead of a fault", async () => {
    const [one, other] = [await build(world, { number: "1" }), await build(world)];
    const body = { buildingId: one.buildingId, number: "2", area: 1, areaSource: "registry" };
    await call("POST", `${at}/units`, { token: world.steward, body });
    const list = (building: string, cursor = "") =>
      call("GET", `${at}/units?building=${building}&limit=1${cursor}`, { token: world.steward });
    const { next } = (await list(one.buildingId)).body;
    expect((await list(one.buildingId, `&cursor=${next}`)).status).toBe(200);
    expect(refusal(await list(other.buildingId, `&cursor=${next}`))).toEqual([400, "request/bad-cursor"]);
  });
});

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "../../support/replies.ts";
import { build, empower, enter, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);
const ROLL = "/v1/communities/lujing/residents";
const match = (revision: number) => ({ "if-match": `"${revision}"` });

describe("who am I", () => {
  it("is answered with roles, communities and the own record where there is one", async () => {
    const ann = await enter(world, { name: "Ann" });
    const me = await call("GET", "/v1/me", { token: ann.token });
    expect(me.body).toMatchObject({ id: ann.id, roles: ["resident"], communities: ["lujing"] });
    expect(me.body.resident).toMatchObject({ id: ann.id, name: "Ann", state: "active" });
    expect((await call("GET", "/v1/me", { token: world.steward })).body.resident).toBeNull();
  });
});

describe("entering the roll", () => {
  it("opens one account a unit in the same step", async () => {
    const { unitId } = await build(world);
    const body = {
      name: "  李 明 ",
      birthDate: "1950-01-31",
      phone: "13800138000",
      sex: "male",
      unitId,
      languages: ["zh", "zh-yue"],
    };
    const made = await call("POST", ROLL, { token: world.steward, body });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: made.body.id,
      community: "lujing",
      state: "active",
      name: "李 明",
      birthDate: "1950-01-31",
      phone: "+8613800138000",
      sex: "male",
      unitId,
      languages: ["zh", "zh-yue"],
      revision: 1,
    });
    const token = await world.app.token({ sub: made.body.id });
    for (const { code } of world.app.district.units) {
      const account = await call("GET", `/v1/ledger/accounts/${made.body.id}.${code}`, { token });
      expect([account.status, account.body.balance]).toEqual([200, 0]);
    }
  });

  it("happens once for one key, with the first answer even after a change", async () => {
    const key = uuidv7();
    const options = { token: world.steward, body: { name: "Ann" }, key };
    const [a, b] = await Promise.all([call("POST", ROLL, options), call("POST", ROLL, options)]);
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(a.body).toEqual(b.body);
    await call("PATCH", `/v1/residents/${key}`, { token: world.steward, body: { name: "Anna" }, headers: match(1) });
    expect((await call("POST", ROLL, options)).body).toEqual(a.body);
    const other = await call("POST", ROLL, { ...options, body: { name: "Bo" } });
    expect(refusal(other)).toEqual([422, "request/key-reused"]);
  });

  it("refuses birth dates that cannot be, unknown units and units of another community", async () => {
    const post = (fields: object) => call("POST", ROLL, { token: world.admin, body: { name: "Ann", ...fields } });
    for (const birthDate of ["2026-06-16", "1899-12-31", "2023-02-30", "yesterday"]) {
      expect(refusal(await post({ birthDate })), birthDate).toEqual([400, "request/invalid"]);
    }
    expect((await post({ birthDate: "2026-06-15" })).status).toBe(201);
    expect(refusal(await post({ unitId: uuidv7() }))).toEqual([404, "resource/not-found"]);
    const { unitId } = await build(world, {}, "heyuan");
    expect(refusal(await post({ unitId }))).toEqual([409, "residents/other-community"]);
    expect(refusal(await post({ phone: "12345" }))).toEqual([400, "request/invalid"]);
  });

  it("does not tell a steward that a unit of another community exists", async () => {
    const { unitId } = await build(world, {}, "heyuan");
    const reply = await call("POST", ROLL, { token: world.steward, body: { name: "Ann", unitId } });
    expect(refusal(reply)).toEqual([404, "resource/not-found"]);
  });

  it("is for the community's steward: residents are refused, other stewards find nothing", async () => {
    const ann = await enter(world);
    expect((await call("POST", ROLL, { token: ann.token, body: { name: "X" } })).status).toBe(403);
    expect((await call("POST", ROLL, { token: world.auditor, body: { name: "X" } })).status).toBe(403);
    expect((await call("POST", ROLL, { token: world.outsider, body: { name: "X" } })).status).toBe(404);
  });
});

describe("a record", () => {
  it("is seen by the person and the community's officers, and is not there for others", async () => {
    const [ann, bo] = [await enter(world, { name: "Ann" }), await enter(world)];
    const at = `/v1/residents/${ann.id}`;
    const statuses = await Promise.all(
      [ann.token, world.steward, world.auditor, world.admin, bo.token, world.outsider].map(
        async (token) => (await call("GET", at, { token })).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 404, 404]);
    const unknown = await call("GET", `/v1/residents/${uuidv7()}`, { token: bo.token });
    const hidden = await call("GET", at, { token: bo.token });
    expect([unknown.body.code, unknown.body.title]).toEqual([hidden.body.code, hidden.body.title]);
  });

  it("is seen by a proxy while the proxy is in force and covers records", async () => {
    const [elder, helper] = [await enter(world), await enter(world)];
    const at = `/v1/residents/${elder.id}`;
    const status = async () => (await call("GET", at, { token: helper.token })).status;
    const ledgerOnly = await empower(world, elder.id, helper.id, { scopes: ["ledger"] });
    expect(await status()).toBe(404);
    await call("POST", `/v1/proxies/${ledgerOnly.body.id}/revoke`, { token: world.steward });
    const proxy = await empower(world, elder.id, helper.id);
    expect(await status()).toBe(200);
    expect((await call("GET", at, { token: elder.token })).status).toBe(200);
    expect((await call("GET", `/v1/residents/${helper.id}`, { token: elder.token })).status).toBe(404);
    await call("POST", `/v1/proxies/${proxy.body.id}/revoke`, { token: elder.token });
    expect(await status()).toBe(404);
  });

  it("is listed for officers in pages, without the erased", async () => {
    const { outsider } = world;
    const ids = [(await enter(world, {}, "heyuan")).id, (await enter(world, {}, "heyuan")).id];
    const gone = await enter(world, {}, "heyuan");
    await call("POST", `/v1/residents/${gone.id}/erase`, { token: gone.token, body: {} });
    const listed: string[] = [];
    for (let cursor = ""; ; ) {
      const at = `/v1/communities/heyuan/residents?limit=1${cursor && `&cursor=${cursor}`}`;
      const { body } = await call("GET", at, { token: outsider });
      listed.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
      if (cursor === null) break;
    }
    expect(listed).toEqual(expect.arrayContaining(ids));
    expect(listed).not.toContain(gone.id);
    expect((await call("GET", "/v1/communities/heyuan/residents", { token: world.steward })).status).toBe(404);
  });
});

describe("correcting a record", () => {
  it("is the steward's in everything; null removes a field, an empty edit none", async () => {
    const ann = await enter(world, { name: "Ann", phone: "13800138000", sex: "female" });
    const at = `/v1/residents/${ann.id}`;
    const patch = (body: object, revision: number) =>
      call("PATCH", at, { token: world.steward, body, headers: match(revision) });
    const changed = await patch({ name: "Anna", phone: null, birthDate: "1990-02-28" }, 1);
    expect(changed.body).toMatchObject({ name: "Anna", birthDate: "1990-02-28", sex: "female", revision: 2 });
    expect(changed.body.phone).toBeUndefined();
    expect((await call("GET", at, { token: ann.token })).body).toEqual(changed.body);
    expect((await patch({}, 2)).body).toMatchObject({ name: "Anna", revision: 3 });
  });

  it("is the person's and the proxy's in phone and languages only", async () => {
    const [ann, helper] = [await enter(world), await enter(world)];
    await empower(world, ann.id, helper.id);
    const at = `/v1/residents/${ann.id}`;
    const patch = (token: string, body: object, revision: number) =>
      call("PATCH", at, { token, body, headers: match(revision) });
    expect((await patch(ann.token, { phone: "13900139000" }, 1)).body.phone).toBe("+8613900139000");
    expect((await patch(helper.token, { languages: ["zh"] }, 2)).body.languages).toEqual(["zh"]);
    const refused = await patch(ann.token, { name: "Princess", phone: "13800138000" }, 3);
    expect(refusal(refused)).toEqual([403, "auth/forbidden"]);
    expect(refused.body.params.needs).toBe("steward (name)");
    expect(refusal(await patch(helper.token, { birthDate: "1950-01-01" }, 3))).toEqual([403, "auth/forbidden"]);
  });

  it("loses no edit: of two on the same version one is stale", async () => {
    const ann = await enter(world);
    const at = `/v1/residents/${ann.id}`;
    const edits = await Promise.all(
      ["Ann", "Anna", "Anne"].map((name) =>
        call("PATCH", at, { token: world.steward, body: { name }, headers: match(1) }),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const winner = edits.find(({ status }) => status === 200);
    expect((await call("GET", at, { token: ann.token })).body).toEqual(winner?.body);
  });

  it("is not a stranger's", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const body = { phone: "13800138000" };
    const at = `/v1/residents/${ann.id}`;
    expect((await call("PATCH", at, { token: bo.token, body, headers: match(1) })).status).toBe(404);
    expect((await call("PATCH", at, { token: world.outsider, body, headers: match(1) })).status).toBe(404);
  });
});

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedCommunities } from "../../../functions/residents/port.ts";
import { refusal } from "../../support/replies.ts";
import { build, enter, officer, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);

describe("communities", () => {
  it("of the district's file stand from the start, with their pools, and starting again changes nothing", async () => {
    const { app, admin } = world;
    const before = await call("GET", "/v1/communities", { token: admin });
    expect(before.body.items.map(({ id }: { id: string }) => id)).toEqual(["heyuan", "lujing"]);
    const pool = await app.deps.db.get({ pk: "A#lujing~issuance.points", sk: "A" });
    expect(pool).toBeDefined();
    await seedCommunities(app.deps);
    const after = await call("GET", "/v1/communities", { token: admin });
    expect(after.body).toEqual(before.body);
  });

  it("are added once by a district administrator, with the same answer to the same request", async () => {
    const { admin, steward } = world;
    const body = { code: "xinghu", name: { zh: "星湖社区", en: "Xinghu" }, address: "1 Lake Road" };
    const key = uuidv7();
    const made = await call("POST", "/v1/communities", { token: admin, body, key });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({ id: "xinghu", name: body.name, address: body.address, revision: 1 });
    expect(made.headers.get("etag")).toBe('"1"');
    const again = await call("POST", "/v1/communities", { token: admin, body, key });
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, made.body, "true"]);
    const other = await call("POST", "/v1/communities", { token: admin, body });
    expect(refusal(other)).toEqual([409, "resource/exists"]);
    const reused = await call("POST", "/v1/communities", { token: admin, body: { ...body, code: "other" }, key });
    expect(refusal(reused)).toEqual([422, "request/key-reused"]);
    expect((await call("POST", "/v1/communities", { token: steward, body })).status).toBe(403);
  });

  it("are edited under their revision: a stale edit is refused with the current one", async () => {
    const { admin } = world;
    const at = "/v1/communities/heyuan";
    expect(refusal(await call("PATCH", at, { token: admin, body: {} }))[0]).toBe(428);
    const first = await call("PATCH", at, {
      token: admin,
      body: { address: "2 Harmony Road" },
      headers: { "if-match": '"1"' },
    });
    expect([first.status, first.body.address, first.headers.get("etag")]).toEqual([200, "2 Harmony Road", '"2"']);
    const stale = await call("PATCH", at, { token: admin, body: { address: null }, headers: { "if-match": '"1"' } });
    expect([stale.status, stale.body.params.current]).toEqual([412, 2]);
    const second = await call("PATCH", at, { token: admin, body: { address: null }, headers: { "if-match": '"2"' } });
    expect(second.body.address).toBeUndefined();
    expect((await call("GET", at, { token: admin })).body).toEqual(second.body);
  });

  it("that do not exist are not found", async () => {
    expect(refusal(await call("GET", "/v1/communities/nowhere", { token: world.admin }))).toEqual([
      404,
      "resource/not-found",
    ]);
    const body = { name: "X" };
    const made = await call("POST", "/v1/communities/nowhere/residents", { token: world.admin, body });
    expect(refusal(made)).toEqual([404, "resource/not-found"]);
  });
});

describe("buildings", () => {
  it("have a name of their own in their community, and are listed by name in pages", async () => {
    const at = "/v1/communities/lujing/buildings";
    const { steward } = world;
    const names = ["B 3", "B 1", "B 2"];
    for (const name of names) expect((await call("POST", at, { token: steward, body: { name } })).status).toBe(201);
    expect(refusal(await call("POST", at, { token: steward, body: { name: "B 1" } }))).toEqual([
      409,
      "resource/exists",
    ]);
    const first = await call("GET", `${at}?limit=2`, { token: steward });
    const second = await call("GET", `${at}?limit=2&cursor=${first.body.next}`, { token: steward });
    const listed = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);
    expect(listed).toEqual(["B 1", "B 2", "B 3"]);
    expect(second.body.next).toBeNull();
    expect(refusal(await call("GET", `${at}?cursor=nonsense`, { token: steward }))).toEqual([
      400,
      "request/bad-cursor",
    ]);
  });

  it("of one community are not there for the steward of another", async () => {
    const at = "/v1/communities/lujing/buildings";
    expect((await call("GET", at, { token: world.outsider })).status).toBe(404);
    expect((await call("POST", at, { token: world.outsider, body: { name: "B 9" } })).status).toBe(404);
  });
});

describe("units", () => {
  it("belong to owners whose shares make a whole", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const shares = (a: number, b: number) => [
      { residentId: ann.id, shareBps: a },
      { residentId: bo.id, shareBps: b },
    ];
    const { unitId, buildingId } = await build(world, { owners: shares(6_667, 3_333) });
    const seen = await call("GET", `/v1/units/${unitId}`, { token: bo.token });
    expect(seen.body).toMatchObject({ id: unitId, buildingId, area: 8_950, owners: shares(6_667, 3_333) });
    const body = { buildingId, number: "102", area: 100, areaSource: "contract", owners: shares(5_000, 4_999) };
    const refused = await call("POST", "/v1/communities/lujing/units", { token: world.steward, body });
    expect(refusal(refused)).toEqual([400, "residents/unit-shares"]);
    expect(refused.body.params).toEqual({ sum: 9_999, whole: 10_000 });
  });

  it("have a number of their own in their building", async () => {
    const { buildingId } = await build(world);
    const body = { buildingId, number: "101", area: 100, areaSource: "contract" };
    const twice = await call("POST", "/v1/communities/lujing/units", { token: world.steward, body });
    expect(refusal(twice)).toEqual([409, "resource/exists"]);
  });

  it("are made once: a repetition answers the first unit, whatever has been changed since", async () => {
    const { steward } = world;
    const { buildingId } = await build(world);
    const key = uuidv7();
    const body = { buildingId, number: "201", area: 7_000, areaSource: "surveyed" };
    const options = { token: steward, body, key };
    const made = await call("POST", "/v1/communities/lujing/units", options);
    const at = `/v1/units/${key}`;
    const headers = { "if-match": '"1"' };
    expect((await call("PATCH", at, { token: steward, body: { area: 7_100 }, headers })).body.area).toBe(7_100);
    const again = await call("POST", "/v1/communities/lujing/units", options);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, made.body, "true"]);
    expect((await call("GET", at, { token: steward })).body.area).toBe(7_100);
  });

  it("change hands: the new owner sees it, the former one no longer", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const { unitId } = await build(world, { owners: [{ residentId: ann.id, shareBps: 10_000 }] });
    const at = `/v1/units/${unitId}`;
    const body = { owners: [{ residentId: bo.id, shareBps: 10_000 }] };
    const sold = await call("PATCH", at, { token: world.steward, body, headers: { "if-match": '"1"' } });
    expect([sold.status, sold.body.revision]).toEqual([200, 2]);
    expect((await call("GET", at, { token: ann.token })).status).toBe(404);
    expect((await call("GET", at, { token: bo.token })).status).toBe(200);
    const owned = async (id: string, token: string) =>
      (await call("GET", `/v1/residents/${id}/data`, { token })).body.unitsOwned.length;
    expect([await owned(ann.id, ann.token), await owned(bo.id, bo.token)]).toEqual([0, 1]);
  });

  it("may be owned by organisations, but by nobody of another community and nobody unknown", async () => {
    const { steward } = world;
    const body = { name: "Green Homes", kind: "property-company", representatives: [uuidv7()] };
    const made = await call("POST", "/v1/communities/lujing/organisations", { token: steward, body });
    expect(made.status).toBe(201);
    const { unitId } = await build(world, { owners: [{ organisationId: made.body.id, shareBps: 10_000 }] });
    const stranger = await enter(world, {}, "heyuan");
    const change = (owner: object) =>
      call("PATCH", `/v1/units/${unitId}`, {
        token: world.admin,
        body: { owners: [{ ...owner, shareBps: 10_000 }] },
        headers: { "if-match": '"1"' },
      });
    expect(refusal(await change({ residentId: stranger.id }))).toEqual([409, "residents/other-community"]);
    expect(refusal(await change({ residentId: uuidv7() }))).toEqual([404, "resource/not-found"]);
    expect(refusal(await change({ organisationId: stranger.id }))).toEqual([404, "resource/not-found"]);
  });

  it("are seen by who lives there, listed by building for officers, and hidden from everyone else", async () => {
    const { unitId, buildingId } = await build(world);
    const [tenant, stranger] = [await enter(world, { unitId }), await enter(world)];
    expect((await call("GET", `/v1/units/${unitId}`, { token: tenant.token })).status).toBe(200);
    expect((await call("GET", `/v1/units/${unitId}`, { token: stranger.token })).status).toBe(404);
    const at = `/v1/communities/lujing/units?building=${buildingId}`;
    const listed = await call("GET", at, { token: await officer(world.app, "poll-officer") });
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([unitId]);
    expect((await call("GET", at, { token: stranger.token })).status).toBe(403);
    expect((await call("GET", at, { token: world.outsider })).status).toBe(404);
  });
});

describe("organisations", () => {
  it("have accounts that their representatives dispose of, and are known to the whole community", async () => {
    const representative = uuidv7();
    const body = { name: "Care Union", kind: "association", representatives: [representative] };
    const made = await call("POST", "/v1/communities/lujing/organisations", { token: world.steward, body });
    const token = await world.app.token({ sub: representative, roles: ["provider"] });
    const account = await call("GET", `/v1/ledger/accounts/${made.body.id}.points`, { token });
    expect([account.status, account.body.holder]).toEqual([200, { kind: "organisation", id: made.body.id }]);
    const { token: neighbour } = await enter(world);
    expect((await call("GET", `/v1/organisations/${made.body.id}`, { token: neighbour })).body).toEqual(made.body);
    const listed = await call("GET", "/v1/communities/lujing/organisations", { token: neighbour });
    expect(listed.body.items).toContainEqual(made.body);
    expect((await call("GET", `/v1/organisations/${made.body.id}`, { token: world.outsider })).status).toBe(404);
  });
});

/** Finding people and units on a roll, what was said of a unit before, and moving home. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "../../support/replies.ts";
import { build, enter, type Made, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);
const at = "/v1/communities/lujing";
const search = (body: object, token = world.steward) => call("POST", `${at}/residents/search`, { token, body });
const ids = (items: readonly Made[]) => items.map(({ id }) => id);

describe("a search for people", () => {
  it("finds by part of a name, by the last digits of a phone and by home, in pages that miss nobody", async () => {
    const { unitId } = await build(world);
    const chen = [];
    for (let index = 0; index < 5; index++) {
      chen.push((await enter(world, { name: `陈${index}`, phone: `1390000100${index}` })).id);
      await enter(world, { name: `Li ${index}` });
    }
    const home = (await enter(world, { name: "Zoë Chen", unitId })).id;
    expect(ids((await search({ name: "陈" })).body.items)).toEqual([...chen].sort());
    expect(ids((await search({ name: "chen" })).body.items)).toEqual([home]);
    expect(ids((await search({ phone: "1003" })).body.items)).toEqual([chen[3]]);
    expect(ids((await search({ unitId })).body.items)).toEqual([home]);
    const found: string[] = [];
    let cursor: string | null | undefined;
    for (let page = 0; cursor !== null && page < 9; page++) {
      const { body } = await search({ name: "陈", limit: 2, ...(cursor ? { cursor } : {}) });
      expect(body.items.length).toBeLessThanOrEqual(2);
      found.push(...ids(body.items));
      cursor = body.next;
    }
    expect(found).toEqual([...chen].sort());
  });

  it("is the stewards' of that community; it finds no erased person, and refuses bad input", async () => {
    const ann = await enter(world, { name: "Only One" });
    expect(ids((await search({ name: "only one" })).body.items)).toEqual([ann.id]);
    expect(refusal(await search({ name: "only" }, world.outsider))).toEqual([404, "resource/not-found"]);
    expect(refusal(await search({ name: "only" }, world.auditor))).toEqual([403, "auth/forbidden"]);
    await call("POST", `/v1/residents/${ann.id}/erase`, { token: ann.token, body: {} });
    expect((await search({ name: "only one" })).body.items).toEqual([]);
    expect(refusal(await search({ phone: "1" }))).toEqual([400, "request/invalid"]);
    expect(refusal(await search({ cursor: "nonsense" }))).toEqual([400, "request/bad-cursor"]);
  });
});

describe("a list of units", () => {
  it("is narrowed to use, area source, owner, and the developer's", async () => {
    const ann = await enter(world);
    const owned = await build(world, { owners: [{ residentId: ann.id, shareBps: 10_000 }] });
    const { buildingId } = owned;
    const add = async (fields: object) =>
      (
        await call("POST", `${at}/units`, {
          token: world.steward,
          body: { buildingId, area: 1_200, areaSource: "contract", ...fields },
        })
      ).body.id;
    const parking = await add({ number: "P1", use: "parking" });
    const flat = await add({ number: "102" });
    const list = async (query: string) =>
      ids((await call("GET", `${at}/units?building=${buildingId}&${query}`, { token: world.steward })).body.items);
    expect(await list("use=parking")).toEqual([parking]);
    expect(await list("areaSource=contract")).toEqual([flat, parking]);
    expect(await list(`owner=${ann.id}`)).toEqual([owned.unitId]);
    expect(await list("unowned=true")).toEqual([flat, parking]);
    expect(await list("unowned=false&use=residential")).toEqual([owned.unitId]);
  });
});

describe("the versions of a unit", () => {
  it("tell each area with its source and each owner, who replaced them and when, the last first", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const owners = [{ residentId: ann.id, shareBps: 10_000 }];
    const { unitId } = await build(world, { area: 8_950, areaSource: "contract", owners });
    const edit = (revision: number, body: object) =>
      call("PATCH", `/v1/units/${unitId}`, {
        token: world.steward,
        body,
        headers: { "if-match": `"${revision}"` },
      });
    const at = world.app.clock.now().toISOString();
    expect((await edit(1, { area: 8_837, areaSource: "registry" })).status).toBe(200);
    expect((await edit(1, { area: 1 })).status).toBe(412);
    await edit(2, { owners: [{ residentId: bo.id, shareBps: 10_000 }] });
    const list = (query: string, token = world.steward) =>
      call("GET", `/v1/units/${unitId}/versions${query}`, { token });
    const { items } = (await list("")).body;
    expect(items).toMatchObject([
      { revision: 2, area: 8_837, areaSource: "registry", owners, replacedAt: at },
      { revision: 1, area: 8_950, areaSource: "contract", owners, replacedAt: at },
    ]);
    const first = (await list("?limit=1")).body;
    expect((await list(`?limit=1&cursor=${first.next}`)).body.items).toEqual(items.slice(1));
    expect((await list("", bo.token)).status).toBe(200);
    expect((await list("", ann.token)).status).toBe(404);
    expect((await list("", world.outsider)).status).toBe(404);
  });
});

describe("a household that moves", () => {
  it("takes all its members along, once however often it is sent; a foreign home is refused", async () => {
    const members = [await enter(world), await enter(world)];
    const [from, to] = [await build(world), await build(world)];
    const foreign = await build(world, {}, "heyuan");
    const home = await call("POST", `${at}/households`, {
      token: world.steward,
      body: { unitId: from.unitId, members: ids(members) },
    });
    const key = uuidv7();
    const move = (unitId: string | null, token = world.steward, under = key) =>
      call("POST", `/v1/households/${home.body.id}/move`, { token, body: { unitId }, key: under });
    const [a, b] = await Promise.all([move(to.unitId), move(to.unitId)]);
    expect([a.status, b.status, b.body]).toEqual([200, 200, a.body]);
    expect(a.body).toMatchObject({ unitId: to.unitId, revision: 2 });
    for (const { id, token } of members) {
      expect((await call("GET", `/v1/residents/${id}`, { token })).body.unitId).toBe(to.unitId);
    }
    expect(refusal(await move(foreign.unitId, world.steward, uuidv7()))[0]).toBe(404);
    expect(refusal(await move(foreign.unitId, world.admin, uuidv7()))).toEqual([409, "residents/other-community"]);
    expect(refusal(await move(null, world.outsider, uuidv7()))).toEqual([404, "resource/not-found"]);
    expect((await move(null, world.steward, uuidv7())).body.unitId).toBeUndefined();
  });
});

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDistrict } from "../../support/district.ts";
import { refusal } from "../../support/replies.ts";
import { enter, type Made, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  const { limits } = testDistrict();
  world = await startWorld({ district: testDistrict({ limits: { ...limits, householdMembers: 3 } }) });
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);
const form = (members: readonly Made[], key = uuidv7(), token = world.steward) =>
  call("POST", "/v1/communities/lujing/households", { token, key, body: { members: members.map(({ id }) => id) } });
const add = (household: string, member: Made, key = uuidv7()) =>
  call("POST", `/v1/households/${household}/members`, { token: world.steward, key, body: { residentId: member.id } });
const remove = (household: string, member: Made, token: string, key = uuidv7()) =>
  call("DELETE", `/v1/households/${household}/members/${member.id}`, { token, headers: { "idempotency-key": key } });
const spenders = async (household: string, token: string) =>
  (await call("GET", `/v1/ledger/accounts/${household}.points`, { token })).body.spenders;

describe("a household", () => {
  it("shares a wallet that each member may spend", async () => {
    const [ann, bo, cy] = [await enter(world), await enter(world), await enter(world)];
    const made = await form([ann, bo]);
    expect(made.body).toMatchObject({ community: "lujing", members: [ann.id, bo.id], revision: 1 });
    const { id } = made.body;
    expect((await spenders(id, bo.token)).sort()).toEqual([ann.id, bo.id].sort());
    expect((await call("GET", `/v1/households/${id}`, { token: ann.token })).body).toEqual(made.body);
    expect((await call("GET", `/v1/households/${id}`, { token: cy.token })).status).toBe(404);
    expect((await call("GET", `/v1/residents/${ann.id}`, { token: ann.token })).body.householdId).toBe(id);
  });

  it("is formed once for one key, with the first answer even after members have moved", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const key = uuidv7();
    const made = await form([ann, bo], key);
    await remove(key, bo, world.steward);
    await form([bo]);
    const again = await form([ann, bo], key);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, made.body, "true"]);
  });

  it("takes members in and lets them go, and the wallet follows", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const { id } = (await form([ann])).body;
    const key = uuidv7();
    const added = await add(id, bo, key);
    expect([added.status, added.body.members]).toEqual([200, [ann.id, bo.id]]);
    expect((await add(id, bo, key)).headers.get("idempotency-hit")).toBe("true");
    expect((await spenders(id, ann.token)).sort()).toEqual([ann.id, bo.id].sort());
    const left = await remove(id, bo, bo.token);
    expect([left.status, left.body.members]).toEqual([200, [ann.id]]);
    expect(await spenders(id, ann.token)).toEqual([ann.id]);
    expect((await call("GET", `/v1/ledger/accounts/${id}.points`, { token: bo.token })).status).toBe(404);
    expect((await call("GET", `/v1/residents/${bo.id}`, { token: bo.token })).body.householdId).toBeUndefined();
  });

  it("changes nothing when a member is added or a stranger to it removed", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const made = await form([ann]);
    expect((await add(made.body.id, ann)).body).toEqual(made.body);
    expect((await remove(made.body.id, bo, world.steward)).body).toEqual(made.body);
  });

  it("has nobody who is in another one", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const first = await form([ann]);
    const second = await form([bo]);
    const refused = await add(second.body.id, ann);
    expect(refusal(refused)).toEqual([409, "residents/already-member"]);
    expect(refused.body.params).toEqual({ id: ann.id, household: first.body.id });
    expect(refusal(await form([ann]))).toEqual([409, "residents/already-member"]);
  });

  it("wins a person once when two households want them at the same time", async () => {
    const hosts = [await enter(world), await enter(world), await enter(world)];
    const homes = await Promise.all(hosts.map(async (host) => (await form([host])).body.id as string));
    const guest = await enter(world);
    const asked = await Promise.all(homes.map((home) => add(home, guest)));
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const lists = await Promise.all(
      homes.map(async (home) => (await call("GET", `/v1/households/${home}`, { token: world.steward })).body.members),
    );
    expect(lists.filter((members) => members.includes(guest.id))).toHaveLength(1);
  });

  it("has no more members than the district allows, however many ask at once", async () => {
    const host = await enter(world);
    const { id } = (await form([host])).body;
    const guests = [await enter(world), await enter(world), await enter(world), await enter(world)];
    const asked = await Promise.all(guests.map((guest) => add(id, guest)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(refusal(await add(id, await enter(world)))).toEqual([409, "residents/household-full"]);
    expect((await call("GET", `/v1/households/${id}`, { token: world.steward })).body.members).toHaveLength(3);
    expect(refusal(await form([host, ...guests].slice(0, 4)))[0]).toBe(409);
  });

  it("is of one community", async () => {
    const stranger = await enter(world, {}, "heyuan");
    expect(refusal(await form([stranger], uuidv7(), world.admin))).toEqual([409, "residents/other-community"]);
    expect(refusal(await form([stranger]))).toEqual([404, "resource/not-found"]);
  });

  it("is left by oneself or with the steward, not by another member or steward", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const { id } = (await form([ann, bo])).body;
    expect(refusal(await remove(id, ann, bo.token))).toEqual([403, "auth/forbidden"]);
    expect((await remove(id, ann, world.outsider)).status).toBe(404);
    expect((await remove(id, ann, (await enter(world)).token)).status).toBe(404);
    expect((await remove(id, ann, ann.token)).status).toBe(200);
  });
});

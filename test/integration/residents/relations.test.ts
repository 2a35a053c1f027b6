import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  displayNames,
  hasProxy,
  householdCheck,
  kinshipCheck,
  proxyCheck,
  relationChecks,
  residentOf,
  roleGrantsOf,
} from "../../../functions/residents/port.ts";
import { create, type Write } from "../../../functions/shared/write.ts";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { empower, enter, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);

/** Whether a check holds in a transaction of another context. */
const holds = async (...checks: readonly Write[]): Promise<boolean> => {
  const marker = create({ pk: `TEST#${uuidv7()}`, sk: "T" });
  return (await world.app.deps.db.commit([marker, ...checks])).ok;
};

const grant = (body: object, token = world.admin) => call("POST", "/v1/role-grants", { token, body });

describe("a role grant", () => {
  it("is given and taken back by a district administrator, and shown to its subject", async () => {
    const { app, admin } = world;
    const subject = uuidv7();
    const made = await grant({ subject, role: "steward", communities: ["lujing", "heyuan"] });
    expect([made.status, made.body.state]).toEqual([201, "granted"]);
    expect(await roleGrantsOf(app.deps.db, subject)).toMatchObject({
      roles: ["steward"],
      communities: ["heyuan", "lujing"],
    });
    const own = await app.token({ sub: subject, roles: ["resident"], communities: [] });
    const at = `/v1/role-grants?subject=${subject}`;
    expect((await call("GET", at, { token: own })).body.items).toEqual([made.body]);
    expect((await call("GET", at, { token: world.steward })).status).toBe(404);
    const revoked = await call("POST", `/v1/role-grants/${made.body.id}/revoke`, { token: admin });
    expect([revoked.body.state, revoked.body.revokedAt]).toEqual(["revoked", app.clock.now().toISOString()]);
    const again = await call("POST", `/v1/role-grants/${made.body.id}/revoke`, { token: admin });
    expect(again.body).toEqual(revoked.body);
    expect(await roleGrantsOf(app.deps.db, subject)).toEqual({ roles: [], communities: [], grants: [] });
    expect((await call("GET", at, { token: admin })).body.items[0].state).toBe("revoked");
  });

  it("needs communities that exist, and some unless it is the administrator's", async () => {
    const subject = uuidv7();
    expect(refusal(await grant({ subject, role: "steward", communities: ["nowhere"] }))).toEqual([
      404,
      "resource/not-found",
    ]);
    expect(refusal(await grant({ subject, role: "steward", communities: [] }))).toEqual([400, "request/invalid"]);
    expect((await grant({ subject, role: "district-admin", communities: [] })).status).toBe(201);
    expect((await grant({ subject, role: "steward", communities: ["lujing"] }, world.steward)).status).toBe(403);
  });

  it("adds to what a resident may do at home", async () => {
    const ann = await enter(world);
    expect(await roleGrantsOf(world.app.deps.db, ann.id)).toMatchObject({
      roles: ["resident"],
      communities: ["lujing"],
    });
    await grant({ subject: ann.id, role: "fund-reviewer", communities: ["lujing"] });
    expect((await roleGrantsOf(world.app.deps.db, ann.id)).roles).toEqual(["fund-reviewer", "resident"]);
  });
});

describe("a proxy", () => {
  it("proves itself in another's transaction: by scope, from its first instant, to before its last", async () => {
    const { app } = world;
    const [elder, helper] = [await enter(world), await enter(world)];
    const from = new Date(app.clock.now().getTime() + DAY);
    const until = new Date(from.getTime() + DAY);
    const terms = { validFrom: from.toISOString(), validUntil: until.toISOString(), scopes: ["ledger"] };
    const made = await empower(world, elder.id, helper.id, terms);
    expect(made.status).toBe(201);
    const check = (scope: string, at: number) => holds(proxyCheck(elder.id, helper.id, scope, new Date(at)));
    expect(await check("ledger", from.getTime() - 1)).toBe(false);
    expect(await check("ledger", from.getTime())).toBe(true);
    expect(await check("ledger", until.getTime() - 1)).toBe(true);
    expect(await check("ledger", until.getTime())).toBe(false);
    expect(await check("timebank", from.getTime())).toBe(false);
    expect(await holds(proxyCheck(helper.id, elder.id, "ledger", from))).toBe(false);
    expect(await hasProxy(app.deps.db, elder.id, helper.id, "ledger", from)).toBe(true);
    await call("POST", `/v1/proxies/${made.body.id}/revoke`, { token: helper.token });
    expect(await check("ledger", from.getTime())).toBe(false);
    expect(await hasProxy(app.deps.db, elder.id, helper.id, "ledger", from)).toBe(false);
  });

  it("is one at a time for two people; when it has run out or was revoked there may be another", async () => {
    const [elder, helper] = [await enter(world), await enter(world)];
    const first = await empower(world, elder.id, helper.id);
    expect(refusal(await empower(world, elder.id, helper.id))).toEqual([409, "resource/exists"]);
    await call("POST", `/v1/proxies/${first.body.id}/revoke`, { token: world.steward });
    expect((await empower(world, elder.id, helper.id)).status).toBe(201);
    world.app.clock.advance(30 * DAY);
    const third = await empower(world, elder.id, helper.id);
    expect(third.status).toBe(201);
    const listed = await call("GET", `/v1/proxies?person=${elder.id}`, { token: elder.token });
    expect(listed.body.items).toHaveLength(3);
    // Revoking the first once more must not take the third one's proof away.
    await call("POST", `/v1/proxies/${first.body.id}/revoke`, { token: world.steward });
    expect(await holds(proxyCheck(elder.id, helper.id, "ledger", world.app.clock.now()))).toBe(true);
  });

  it("is for two known people, recorded by the steward of the person's community", async () => {
    const [elder, helper] = [await enter(world), await enter(world)];
    expect(refusal(await empower(world, elder.id, elder.id))).toEqual([400, "residents/self-relation"]);
    expect(refusal(await empower(world, uuidv7(), helper.id))).toEqual([404, "resource/not-found"]);
    expect(refusal(await empower(world, elder.id, uuidv7()))).toEqual([409, "residents/proxy-unknown"]);
    const outside = { ...world, steward: world.outsider };
    expect(refusal(await empower(outside, elder.id, helper.id))).toEqual([404, "resource/not-found"]);
    const backwards = { validFrom: "2026-07-02T00:00:00Z", validUntil: "2026-07-02T08:00:00+08:00" };
    expect(refusal(await empower(world, elder.id, helper.id, backwards))).toEqual([400, "request/invalid"]);
  });

  it("may be held by someone from elsewhere who was given the guardian's role", async () => {
    const [elder, daughter] = [await enter(world), uuidv7()];
    await grant({ subject: daughter, role: "guardian", communities: ["lujing"] });
    expect((await empower(world, elder.id, daughter)).status).toBe(201);
    const token = await world.app.token({ sub: daughter, roles: ["guardian"] });
    const wards = await call("GET", `/v1/proxies?proxy=${daughter}`, { token });
    expect(wards.body.items.map(({ person }: { person: string }) => person)).toEqual([elder.id]);
  });

  it("is listed for either side, and hidden from everyone else", async () => {
    const [elder, helper, stranger] = [await enter(world), await enter(world), await enter(world)];
    const { body } = await empower(world, elder.id, helper.id);
    const list = (query: string, token: string) => call("GET", `/v1/proxies?${query}`, { token });
    expect((await list(`person=${elder.id}`, world.auditor)).body.items).toEqual([body]);
    expect((await list(`proxy=${helper.id}`, helper.token)).body.items).toEqual([body]);
    expect((await list(`person=${elder.id}`, stranger.token)).status).toBe(404);
    expect((await list("", elder.token)).status).toBe(400);
    expect((await list(`person=${elder.id}&proxy=${helper.id}`, elder.token)).status).toBe(400);
    expect((await call("POST", `/v1/proxies/${body.id}/revoke`, { token: stranger.token })).status).toBe(404);
  });
});

describe("a kinship", () => {
  const record = (a: string, b: string, kind = "spouse", token = world.steward) =>
    call("POST", "/v1/kinships", { token, body: { a, b, kind } });

  it("is recorded once for two people in either order, and ends", async () => {
    const [ann, bo] = [await enter(world), await enter(world)];
    const made = await record(ann.id, bo.id);
    expect([made.status, made.body.state]).toEqual([201, "active"]);
    expect(refusal(await record(bo.id, ann.id, "sibling"))).toEqual([409, "resource/exists"]);
    expect(await holds(kinshipCheck(ann.id, bo.id))).toBe(true);
    expect(await holds(kinshipCheck(bo.id, ann.id))).toBe(true);
    const ended = await call("POST", `/v1/kinships/${made.body.id}/end`, { token: world.steward });
    expect(ended.body.state).toBe("ended");
    expect(await holds(kinshipCheck(ann.id, bo.id))).toBe(false);
    expect((await record(bo.id, ann.id)).status).toBe(201);
    const listed = await call("GET", `/v1/kinships?resident=${bo.id}`, { token: bo.token });
    expect(listed.body.items.map(({ state }: { state: string }) => state).sort()).toEqual(["active", "ended"]);
  });

  it("joins two different residents whom a steward knows", async () => {
    const ann = await enter(world);
    const far = await enter(world, {}, "heyuan");
    expect(refusal(await record(ann.id, ann.id))).toEqual([400, "residents/self-relation"]);
    expect(refusal(await record(ann.id, uuidv7()))).toEqual([404, "resource/not-found"]);
    expect(refusal(await record(far.id, ann.id))).toEqual([404, "resource/not-found"]);
    expect((await record(ann.id, far.id, "parent")).status).toBe(201);
  });
});

describe("other contexts learn", () => {
  it("how two account holders are related: by household with its wallet, by kinship, or not", async () => {
    const { db } = world.app.deps;
    const [ann, bo, cy] = [await enter(world), await enter(world), await enter(world)];
    const body = { members: [ann.id, bo.id] };
    const home = await call("POST", "/v1/communities/lujing/households", { token: world.steward, body });
    const wallet = home.body.id as string;
    await call("POST", "/v1/kinships", { token: world.steward, body: { a: cy.id, b: ann.id, kind: "child" } });
    const related = async (scope: "household" | "kin", a: string, b: string) => {
      const checks = await relationChecks(db, scope, a, b);
      return checks === null ? false : holds(...checks);
    };
    expect(await related("household", ann.id, bo.id)).toBe(true);
    expect(await related("household", ann.id, wallet)).toBe(true);
    expect(await related("household", cy.id, wallet)).toBe(false);
    expect(await related("household", cy.id, ann.id)).toBe(false);
    expect(await related("household", cy.id, cy.id)).toBe(false);
    expect(await related("kin", ann.id, cy.id)).toBe(true);
    expect(await related("kin", bo.id, ann.id)).toBe(true);
    expect(await related("kin", bo.id, cy.id)).toBe(false);
    expect(await holds(householdCheck(bo.id, wallet))).toBe(true);
    const checks = await relationChecks(db, "household", ann.id, bo.id);
    await call("DELETE", `/v1/households/${wallet}/members/${bo.id}`, {
      token: world.steward,
      headers: { "idempotency-key": uuidv7() },
    });
    expect(await holds(...(checks ?? []))).toBe(false);
  });

  it("names as the reader may see them, and nothing of the erased", async () => {
    const { db } = world.app.deps;
    const [ann, bo, gone] = [await enter(world, { name: "Ann" }), await enter(world), await enter(world)];
    const company = { name: "Green Homes", kind: "property-company" };
    const made = await call("POST", "/v1/communities/lujing/organisations", { token: world.steward, body: company });
    await call("POST", `/v1/residents/${gone.id}/erase`, { token: gone.token, body: {} });
    const ids = [ann.id, bo.id, gone.id, made.body.id, uuidv7()];
    const asAnn = await displayNames(db, ids, { id: ann.id, roles: ["resident"], communities: ["lujing"] });
    expect([...asAnn].sort()).toEqual(
      [
        [ann.id, "Ann"],
        [bo.id, "王**"],
        [made.body.id, "Green Homes"],
      ].sort(),
    );
    const asSteward = await displayNames(db, ids, { id: uuidv7(), roles: ["steward"], communities: ["lujing"] });
    expect(asSteward.get(bo.id)).toBe("王秀英");
    expect(await residentOf(db, uuidv7())).toBeUndefined();
    expect((await residentOf(db, gone.id))?.state).toBe("erased");
  });
});

/** Service earns points: earn rules, rewards by stewards, claims by residents. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { meteredClient, reportsUnits } from "../../support/meter.ts";
import { account, type Person, person, pools, staff, wallet } from "../../support/people.ts";
import { persist, refusal } from "../../support/replies.ts";

let app: App;
let ann: Person;
let steward: string;
const meter = meteredClient();

beforeAll(async () => {
  app = await startApp({ overrides: { client: meter.client } });
  await pools(app);
  steward = await staff(app, "steward");
});
afterAll(() => app.stop());
beforeEach(async () => {
  ann = await person(app);
});

const reward = (body: object, token = steward, key: string = uuidv7(), query = "") =>
  app.call("POST", `/v1/ledger/rewards${query}`, { token, key, body: { rule: "patrol", quantity: 1, ...body } });

describe("earn rules", () => {
  it("are shown to anyone signed in, and to nobody else", async () => {
    const reply = await app.call("GET", "/v1/ledger/earn-rules", { token: ann.token });
    expect(reply.body.items.map((rule: { code: string; rate: number }) => [rule.code, rule.rate])).toEqual([
      ["patrol", 20],
      ["visit", 30],
    ]);
    expect((await app.call("GET", "/v1/ledger/earn-rules")).status).toBe(401);
  });
});

describe("a reward", () => {
  it("pays rate times quantity from the rule's pool and counts towards the lifetime sum", async () => {
    const reply = await reward({ to: ann.id, quantity: 3, memo: "night patrol" });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      kind: "reward",
      from: "lujing~reward.points",
      to: ann.points,
      amount: 60,
      category: "patrol",
      link: { type: "earn-rule", id: "patrol" },
    });
    expect(await account(app, ann)).toMatchObject({ balance: 60, lifetimeEarned: 60, expiring: { amount: 60 } });
  });

  it("raises the lifetime sum for good: spending does not lower it", async () => {
    await reward({ to: ann.id, quantity: 3 });
    const bo = await person(app);
    const pay = { from: ann.points, to: bo.points, amount: 50, category: "thanks" };
    expect((await app.call("POST", "/v1/ledger/transfers", { token: ann.token, body: pay })).status).toBe(201);
    expect(await account(app, ann)).toMatchObject({ balance: 10, lifetimeEarned: 60 });
    expect(await account(app, bo)).toMatchObject({ balance: 50, lifetimeEarned: 0 });
  });

  it.runIf(reportsUnits)(
    "from an open pool costs one write call of four units, no read (skipped where the engine misreports units)",
    async () => {
      meter.take();
      expect((await reward({ to: ann.points })).status).toBe(201);
      expect(meter.take()).toMatchObject({ calls: 1, table: 4, reads: 0 });
    },
  );

  it("is given once under one key, and not again under the same key with other work", async () => {
    const key = uuidv7();
    const first = await reward({ to: ann.id }, steward, key);
    const again = await reward({ to: ann.id }, steward, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect(refusal(await reward({ to: ann.id, quantity: 2 }, steward, key))).toEqual([422, "request/key-reused"]);
    expect((await account(app, ann)).balance).toBe(20);
  });

  it("stays within the rule's cap of the day, which another rule's rewards and the next day do not use", async () => {
    expect((await reward({ to: ann.id, quantity: 4 })).status).toBe(201);
    const over = await reward({ to: ann.id, quantity: 2 });
    expect(refusal(over)).toEqual([409, "ledger/cap-day"]);
    expect(over.body.params).toEqual({ cap: "patrol", limit: 100, used: 80, amount: 40 });
    expect((await reward({ to: ann.id, quantity: 1 })).status).toBe(201);
    app.clock.advance(DAY);
    expect((await reward({ to: ann.id, quantity: 5 })).status).toBe(201);
    expect((await account(app, ann)).balance).toBe(200);
  });

  it("stays within the rule's cap of the week, whichever of its days the rewards fall on", async () => {
    const start = new Date(app.clock.now());
    // On to the next Monday, so that all five days lie in one week.
    app.clock.advance(((8 - start.getUTCDay()) % 7 || 7) * DAY);
    for (let day = 0; day < 4; day++) {
      expect((await reward({ to: ann.id, quantity: 5 })).status).toBe(201);
      app.clock.advance(DAY);
    }
    const over = await reward({ to: ann.id });
    expect(refusal(over)).toEqual([409, "ledger/cap-week"]);
    expect(over.body.params).toMatchObject({ limit: 400, used: 400 });
  });

  it("of more work than one claim may have names the field; of an unknown rule, the rules", async () => {
    const much = await reward({ to: ann.id, quantity: 9 });
    expect([much.status, much.body.errors]).toEqual([400, [{ field: "/quantity", reason: "<= 8" }]]);
    const unknown = await reward({ to: ann.id, rule: "sing" });
    expect(refusal(unknown)).toEqual([400, "ledger/rule-unknown"]);
    expect(unknown.body.params.rules).toBe("patrol, visit");
  });

  it("is never given by stewards to themselves, by account or by id", async () => {
    const me = await person(app);
    const both = await app.token({ sub: me.id, roles: ["resident", "steward"] });
    for (const to of [me.id, me.points]) {
      expect(refusal(await reward({ to }, both))).toEqual([403, "ledger/self-approval"]);
    }
  });

  it("goes to a resident's own account only: not to a shared wallet, which could be the steward's", async () => {
    const me = await person(app);
    const both = await app.token({ sub: me.id, roles: ["resident", "steward"] });
    const shared = await wallet(app, [me], 0);
    expect(refusal(await reward({ to: shared }, both))).toEqual([409, "ledger/residents-only"]);
    expect(refusal(await reward({ to: "lujing~donation.points" }))).toEqual([404, "resource/not-found"]);
    expect(refusal(await reward({ to: ann.minutes }))).toEqual([400, "ledger/unit-mismatch"]);
  });

  it("stays in the steward's communities; the second of them is found without being named", async () => {
    const far = await person(app, 0, "heyuan");
    const outside = await reward({ to: far.id });
    expect(refusal(outside)).toEqual([409, "ledger/outside-community"]);
    const both = await staff(app, "steward", ["lujing", "heyuan"]);
    const inside = await reward({ to: far.id }, both);
    expect([inside.status, inside.body.from]).toEqual([201, "heyuan~reward.points"]);
    expect(refusal(await reward({ to: far.id }, await staff(app, "steward", [])))).toEqual([403, "auth/forbidden"]);
    const admin = await reward({ to: far.id }, await staff(app, "district-admin", []));
    expect([admin.status, admin.body.from]).toEqual([201, "heyuan~reward.points"]);
  });

  it("needs the role: residents and auditors are refused", async () => {
    expect((await reward({ to: ann.id }, ann.token)).status).toBe(403);
    expect((await reward({ to: ann.id }, await staff(app, "auditor"))).status).toBe(403);
  });

  it("to an account that does not exist is 404, to a frozen one refused", async () => {
    expect((await reward({ to: uuidv7() })).status).toBe(404);
    const seen = await app.call("GET", `/v1/ledger/accounts/${ann.points}`, { token: steward });
    const headers = { "if-match": seen.headers.get("etag") as string };
    const body = { status: "frozen", reason: "lost phone" };
    expect(
      (await app.call("PATCH", `/v1/ledger/accounts/${ann.points}`, { token: steward, headers, body })).status,
    ).toBe(200);
    expect(refusal(await reward({ to: ann.id }))).toEqual([409, "ledger/account-frozen"]);
  });

  it("rehearsed tells what would happen and changes nothing", async () => {
    const good = await reward({ to: ann.id, quantity: 2 }, steward, uuidv7(), "?dryRun=true");
    expect(good.body).toMatchObject({ dryRun: true, accepted: true, answer: { amount: 40 } });
    const bad = await reward({ to: ann.id, quantity: 6 }, steward, uuidv7(), "?dryRun=true");
    expect(bad.body.refusals.map((one: { code: string }) => one.code)).toEqual(["ledger/cap-day"]);
    expect((await account(app, ann)).balance).toBe(0);
  });
});

describe("an earn claim", () => {
  const claim = (body: object = {}, token = ann.token, key: string = uuidv7()) =>
    app.call("POST", "/v1/ledger/earn-claims", { token, key, body: { rule: "patrol", quantity: 2, ...body } });
  const act = (id: string, what: string, token = steward, body: object = {}, key: string = uuidv7()) =>
    app.call("POST", `/v1/ledger/earn-claims/${id}/${what}`, { token, body, key });
  const see = (id: string, token: string) => app.call("GET", `/v1/ledger/earn-claims/${id}`, { token });

  it("waits for a steward, moves nothing, and pays once when accepted", async () => {
    const evidence = { type: "photo", id: "album-7" };
    const made = await claim({ memo: "Tuesday night", evidence });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      state: "pending",
      amount: 40,
      account: ann.points,
      community: "lujing",
      evidence,
    });
    expect((await account(app, ann)).balance).toBe(0);
    const paid = await act(made.body.id, "accept");
    expect(paid.status).toBe(201);
    expect(paid.body).toMatchObject({ kind: "reward", amount: 40, link: { type: "earn-claim", id: made.body.id } });
    expect(await account(app, ann)).toMatchObject({ balance: 40, lifetimeEarned: 40 });
    const seen = await see(made.body.id, ann.token);
    expect(seen.body).toMatchObject({ state: "accepted", transfer: paid.body.id });
    expect(refusal(await act(made.body.id, "accept"))).toEqual([409, "ledger/claim-resolved"]);
    expect(refusal(await act(made.body.id, "reject", steward, { reason: "late" }))).toEqual([
      409,
      "ledger/claim-resolved",
    ]);
  });

  it("accepted by 64 requests at once pays once", async () => {
    const { body } = await claim();
    const replies = await Promise.all(
      Array.from({ length: 64 }, () => persist((key) => act(body.id, "accept", steward, {}, key))),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(replies.filter((reply) => reply.body.code === "ledger/claim-resolved")).toHaveLength(63);
    expect((await account(app, ann)).balance).toBe(40);
  });

  it("is accepted again under the same key with the first answer", async () => {
    const { body } = await claim();
    const key = uuidv7();
    const first = await act(body.id, "accept", steward, {}, key);
    const again = await act(body.id, "accept", steward, {}, key);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, first.body, "true"]);
  });

  it("repeated under its key is one claim, shown as it was made even when it has been decided", async () => {
    const key = uuidv7();
    const first = await claim({}, ann.token, key);
    await act(first.body.id, "accept");
    const again = await claim({}, ann.token, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
  });

  it("rejected tells the resident why, and pays nothing", async () => {
    const { body } = await claim();
    expect((await act(body.id, "reject")).status).toBe(400);
    const reply = await act(body.id, "reject", steward, { reason: "no patrol that night" });
    expect([reply.status, reply.body.state]).toEqual([200, "rejected"]);
    expect((await see(body.id, ann.token)).body).toMatchObject({ state: "rejected", reason: "no patrol that night" });
    expect(refusal(await act(body.id, "accept"))).toEqual([409, "ledger/claim-resolved"]);
    expect((await account(app, ann)).balance).toBe(0);
  });

  it("is not decided by the one who made it, nor by a steward of another community", async () => {
    const both = await app.token({ sub: ann.id, roles: ["resident", "steward"] });
    const { body } = await claim({}, both);
    expect(refusal(await act(body.id, "accept", both))).toEqual([403, "ledger/self-approval"]);
    expect(refusal(await act(body.id, "reject", both, { reason: "x" }))).toEqual([403, "ledger/self-approval"]);
    expect((await act(body.id, "accept", await staff(app, "steward", ["heyuan"]))).status).toBe(404);
    expect((await see(body.id, (await person(app)).token)).status).toBe(404);
    expect((await see(body.id, await staff(app, "auditor"))).status).toBe(200);
  });

  it("over the cap stays pending, and may be accepted when the next day has begun", async () => {
    await reward({ to: ann.id, quantity: 4 });
    const { body } = await claim();
    expect(refusal(await act(body.id, "accept"))).toEqual([409, "ledger/cap-day"]);
    expect((await see(body.id, ann.token)).body.state).toBe("pending");
    app.clock.advance(DAY);
    expect((await act(body.id, "accept")).status).toBe(201);
  });

  it("is listed for the stewards of its community until decided, and for the resident for ever", async () => {
    const home = "heyuan";
    const cy = await person(app, 0, home);
    const officer = await staff(app, "steward", [home]);
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) {
      ids.push((await claim({ quantity: count + 1 }, cy.token)).body.id);
      app.clock.advance(1_000);
    }
    const pending = (query: string, token = officer) =>
      app.call("GET", `/v1/ledger/earn-claims?community=${home}&${query}`, { token });
    const first = await pending("limit=2");
    expect(first.body.items.map((one: { id: string }) => one.id)).toEqual(ids.slice(0, 2));
    const second = await pending(`limit=2&cursor=${first.body.next}`);
    expect([second.body.items[0].id, second.body.next]).toEqual([ids[2], null]);
    await act(ids[0] as string, "accept", officer);
    expect((await pending("limit=9")).body.items.map((one: { id: string }) => one.id)).toEqual(ids.slice(1));
    expect((await pending("limit=9", steward)).status).toBe(403);
    expect((await pending("cursor=e30")).body.code).toBe("request/bad-cursor");
    const own = await app.call("GET", `/v1/ledger/accounts/${cy.points}/earn-claims`, { token: cy.token });
    expect(own.body.items.map((one: { id: string; state: string }) => [one.id, one.state])).toEqual([
      [ids[2], "pending"],
      [ids[1], "pending"],
      [ids[0], "accepted"],
    ]);
    expect((await app.call("GET", `/v1/ledger/accounts/${cy.points}/earn-claims`, { token: ann.token })).status).toBe(
      404,
    );
  });

  it("needs an account", async () => {
    const nobody = await app.token({ sub: uuidv7() });
    expect((await claim({}, nobody)).status).toBe(404);
  });
});

/** Payment requests: the payee asks, the payer accepts or rejects, time ends what nobody answers. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SECOND } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { meteredClient, reportsUnits } from "../../support/meter.ts";
import { account, type Person, person, pools, staff, wallet } from "../../support/people.ts";
import { persist, refusal } from "../../support/replies.ts";

let app: App;
let payer: Person;
let payee: Person;
const meter = meteredClient();

beforeAll(async () => {
  app = await startApp({ overrides: { client: meter.client } });
  await pools(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  payer = await person(app, 1_000);
  payee = await person(app);
});

const ask = (more: object = {}, token = payee.token, key: string = uuidv7(), query = "") =>
  app.call("POST", `/v1/ledger/payment-requests${query}`, {
    token,
    key,
    body: {
      from: payer.points,
      to: payee.points,
      amount: 70,
      category: "repair",
      memo: "new washer",
      expiresInSeconds: 600,
      ...more,
    },
  });
type Act = "accept" | "reject" | "cancel";
const act = (id: string, what: Act, token = payer.token, body: object = {}, key: string = uuidv7()) =>
  app.call("POST", `/v1/ledger/payment-requests/${id}/${what}`, { token, body, key });
const see = (id: string, token = payee.token) => app.call("GET", `/v1/ledger/payment-requests/${id}`, { token });
const balances = async () => [(await account(app, payer)).balance, (await account(app, payee)).balance];

describe("a payment request", () => {
  it("waits and moves nothing until the payer accepts; then it is paid under the key of the acceptance", async () => {
    const asked = await ask();
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ state: "pending", from: payer.points, to: payee.points, amount: 70 });
    expect(await balances()).toEqual([1_000, 0]);
    const key = uuidv7();
    const paid = await act(asked.body.id, "accept", payer.token, {}, key);
    expect(paid.status).toBe(201);
    expect(paid.body).toMatchObject({
      id: key,
      kind: "transfer",
      amount: 70,
      memo: "new washer",
      link: { type: "payment-request", id: asked.body.id },
    });
    expect(await balances()).toEqual([930, 70]);
    expect((await see(asked.body.id)).body).toMatchObject({ state: "accepted", transfer: key, endedBy: payer.id });
  });

  it.runIf(reportsUnits)(
    "accepted costs one write call of eight units (skipped where the engine misreports units)",
    async () => {
      const { body } = await ask();
      meter.take();
      expect((await act(body.id, "accept")).status).toBe(201);
      expect(meter.take()).toMatchObject({ calls: 1, table: 8 });
    },
  );

  it("accepted by 32 requests at once is paid once", async () => {
    const { body } = await ask();
    const replies = await Promise.all(
      Array.from({ length: 32 }, () => persist((key) => act(body.id, "accept", payer.token, {}, key))),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(replies.filter((reply) => reply.body.code === "ledger/request-resolved")).toHaveLength(31);
    expect(await balances()).toEqual([930, 70]);
  });

  it("repeated under its key is one request, and an acceptance under its key one payment", async () => {
    const key = uuidv7();
    const first = await ask({}, payee.token, key);
    const accepting = uuidv7();
    const paid = await act(first.body.id, "accept", payer.token, {}, accepting);
    const again = await act(first.body.id, "accept", payer.token, {}, accepting);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([paid.body, "true"]);
    const asked = await ask({}, payee.token, key);
    expect([asked.body, asked.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect((await ask({ amount: 71 }, payee.token, key)).status).toBe(422);
    expect(await balances()).toEqual([930, 70]);
  });

  it("rejected moves nothing, ever, and tells why", async () => {
    const { body } = await ask();
    const reply = await act(body.id, "reject", payer.token, { reason: "not mine" });
    expect([reply.status, reply.body.state, reply.body.reason]).toEqual([200, "rejected", "not mine"]);
    for (const what of ["accept", "reject"] as const) {
      const late = await act(body.id, what);
      expect([late.status, late.body.code, late.body.params.state]).toEqual([
        409,
        "ledger/request-resolved",
        "rejected",
      ]);
    }
    expect((await act(body.id, "cancel", payee.token)).body.code).toBe("ledger/request-resolved");
    expect(await balances()).toEqual([1_000, 0]);
  });

  it("withdrawn by the payee can no longer be paid", async () => {
    const { body } = await ask();
    const key = uuidv7();
    const first = await act(body.id, "cancel", payee.token, {}, key);
    expect(first.body.state).toBe("cancelled");
    const again = await act(body.id, "cancel", payee.token, {}, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([first.body, "true"]);
    expect(refusal(await act(body.id, "accept"))).toEqual([409, "ledger/request-resolved"]);
  });

  it("expires at its instant, seen and refused without any job", async () => {
    const { body } = await ask({ expiresInSeconds: 2 });
    app.clock.advance(2 * SECOND - 1);
    expect((await see(body.id)).body.state).toBe("pending");
    app.clock.advance(1);
    expect((await see(body.id)).body.state).toBe("expired");
    for (const [what, token] of [
      ["accept", payer.token],
      ["reject", payer.token],
      ["cancel", payee.token],
    ] as const) {
      const reply = await act(body.id, what, token);
      expect([reply.body.code, reply.body.params]).toEqual(["ledger/request-expired", { expiresAt: body.expiresAt }]);
    }
    expect(await balances()).toEqual([1_000, 0]);
  });

  it("is paid by the payer and withdrawn by the payee, not the other way, and not by strangers", async () => {
    const { body } = await ask();
    expect(refusal(await act(body.id, "accept", payee.token))).toEqual([403, "auth/forbidden"]);
    expect(refusal(await act(body.id, "reject", payee.token))).toEqual([403, "auth/forbidden"]);
    expect(refusal(await act(body.id, "cancel", payer.token))).toEqual([403, "auth/forbidden"]);
    const stranger = await person(app, 500);
    for (const what of ["accept", "reject", "cancel"] as const) {
      expect((await act(body.id, what, stranger.token)).status).toBe(404);
    }
    expect((await see(body.id, stranger.token)).status).toBe(404);
    expect((await see(body.id, payer.token)).status).toBe(200);
    expect((await see(body.id, await staff(app, "auditor"))).status).toBe(200);
    expect((await act(uuidv7(), "accept")).status).toBe(404);
    expect(await balances()).toEqual([1_000, 0]);
  });

  it("that the payer cannot afford stays pending, and can be paid later under a new key", async () => {
    const { body } = await ask({ amount: 1_001 });
    const key = uuidv7();
    const poor = await act(body.id, "accept", payer.token, {}, key);
    expect([poor.body.code, poor.body.params.missing]).toEqual(["ledger/insufficient-available", 1]);
    expect((await see(body.id)).body.state).toBe("pending");
    const friend = await person(app, 10);
    const gift = { from: friend.points, to: payer.points, amount: 1, category: "thanks" };
    await app.call("POST", "/v1/ledger/transfers", { token: friend.token, body: gift });
    expect((await act(body.id, "accept", payer.token, {}, key)).body.code).toBe("ledger/insufficient-available");
    expect((await act(body.id, "accept")).status).toBe(201);
    expect(await balances()).toEqual([0, 1_001]);
  });

  it("is made for one's own account or a wallet one spends from, to an account that could pay it", async () => {
    const stranger = await person(app);
    expect((await ask({ to: stranger.points })).status).toBe(404);
    expect((await ask({ from: `${uuidv7()}.points` })).status).toBe(404);
    expect((await ask({ from: "lujing~reward.points" })).status).toBe(404);
    expect(refusal(await ask({ from: payee.points }))).toEqual([400, "ledger/same-account"]);
    expect(refusal(await ask({ from: payer.minutes }))).toEqual([400, "ledger/unit-mismatch"]);
    expect(refusal(await ask({ amount: 5_001 }))).toEqual([409, "ledger/cap-activity"]);
    const far = await person(app, 500, "heyuan");
    expect(refusal(await ask({ from: far.points }))).toEqual([409, "ledger/outside-community"]);
    expect((await ask({ expiresInSeconds: 60 * 60 * 24 * 31 })).status).toBe(400);
    const shared = await wallet(app, [payee]);
    expect((await ask({ to: shared })).status).toBe(201);
  });

  it("to a shared wallet is paid by one of its spenders", async () => {
    const shared = await wallet(app, [payer], 500);
    const { body } = await ask({ from: shared });
    expect((await act(body.id, "accept", (await person(app)).token)).status).toBe(404);
    expect((await act(body.id, "accept")).status).toBe(201);
    expect(await balances()).toEqual([1_000, 70]);
  });

  it("for another person, to ask or to pay, needs a proxy in force", async () => {
    const { body } = await ask();
    const helper = await person(app, 100);
    const paying = { token: helper.token, headers: { "linli-acting-for": payer.id }, body: {} };
    const paid = await app.call("POST", `/v1/ledger/payment-requests/${body.id}/accept`, paying);
    expect(refusal(paid)).toEqual([403, "residents/proxy-invalid"]);
    const order = { from: payer.points, to: payee.points, amount: 1, category: "repair", expiresInSeconds: 60 };
    const asking = { token: helper.token, headers: { "linli-acting-for": payee.id }, body: order };
    expect(refusal(await app.call("POST", "/v1/ledger/payment-requests", asking))).toEqual([
      403,
      "residents/proxy-invalid",
    ]);
    const claim = {
      token: helper.token,
      headers: { "linli-acting-for": payee.id },
      body: { rule: "patrol", quantity: 1 },
    };
    expect(refusal(await app.call("POST", "/v1/ledger/earn-claims", claim))).toEqual([403, "residents/proxy-invalid"]);
    expect(await balances()).toEqual([1_000, 0]);
  });

  it("rehearsed, to ask or to pay, changes nothing", async () => {
    const dry = await ask({}, payee.token, uuidv7(), "?dryRun=true");
    expect(dry.body).toMatchObject({ accepted: true, answer: { state: "pending" } });
    const { body } = await ask({ amount: 1_001 });
    const path = `/v1/ledger/payment-requests/${body.id}/accept?dryRun=true`;
    const reply = await app.call("POST", path, { token: payer.token, body: {} });
    expect(reply.body.refusals.map((one: { code: string }) => one.code)).toEqual(["ledger/insufficient-available"]);
    expect((await see(body.id)).body.state).toBe("pending");
  });
});

describe("the lists", () => {
  it("show open requests by expiry to both sides, and move them on when they end or expire", async () => {
    const ids: string[] = [];
    for (const expiresInSeconds of [300, 100, 200]) ids.push((await ask({ expiresInSeconds })).body.id);
    const [late, soon, middle] = ids as [string, string, string];
    const list = async (who: Person, query: string) => {
      const reply = await app.call("GET", `/v1/ledger/accounts/${who.points}/payment-requests?${query}`, {
        token: who.token,
      });
      return reply.body.items.map((one: { id: string; state: string }) => `${one.state} ${one.id}`);
    };
    const open = [soon, middle, late].map((id) => `pending ${id}`);
    expect(await list(payer, "")).toEqual(open);
    expect(await list(payee, "side=outgoing")).toEqual(open);
    expect(await list(payee, "side=incoming")).toEqual([]);
    app.clock.advance(100 * SECOND);
    await act(late, "reject");
    expect(await list(payer, "")).toEqual([`pending ${middle}`]);
    expect(await list(payer, "state=expired")).toEqual([`expired ${soon}`]);
    expect(await list(payer, "state=ended")).toEqual([`rejected ${late}`]);
    expect(await list(payee, "side=outgoing&state=ended")).toEqual([`rejected ${late}`]);
  });

  it("come in pages, for people of the account only", async () => {
    const ids: string[] = [];
    for (const expiresInSeconds of [100, 200, 300]) ids.push((await ask({ expiresInSeconds })).body.id);
    const list = (query: string, token = payer.token) =>
      app.call("GET", `/v1/ledger/accounts/${payer.points}/payment-requests?${query}`, { token });
    const first = await list("limit=2");
    const second = await list(`limit=2&cursor=${first.body.next}`);
    const all = [...first.body.items, ...second.body.items].map((one: { id: string }) => one.id);
    expect([all, second.body.next]).toEqual([ids, null]);
    expect((await list("", payee.token)).status).toBe(404);
    expect((await list("cursor=bm8")).body.code).toBe("request/bad-cursor");
  });
});

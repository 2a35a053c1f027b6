/**
 * What peers get wrong (from reading their code), as HTTP cases: stale balances, lost failures, races on limits,
 * conflicts taken for something else, ids used again, debts counted twice.
 */
import { DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { type App, type Reply, startApp } from "../../support/harness.ts";
import { account, type Person, person, staff } from "../../support/people.ts";
import { refusal } from "../../support/replies.ts";

/** Reasons with which the next transactions of `faulty` are cancelled, whatever they are. */
const cancel: { reasons: string[] | undefined } = { reasons: undefined };

const faultyClient = (): DynamoDBClient => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: inject("engine").endpoint, region: "local", credentials });
  client.middlewareStack.add(
    (next) => async (args) => {
      if (!cancel.reasons || !("TransactItems" in args.input)) return next(args);
      const CancellationReasons = cancel.reasons.map((Code) => ({ Code }));
      throw new TransactionCanceledException({ $metadata: {}, message: "cancelled", CancellationReasons });
    },
    { step: "initialize", name: "cancel" },
  );
  return client;
};

let app: App;
let admin: string;
let ann: Person;
let bo: Person;

beforeAll(async () => {
  app = await startApp({ overrides: { client: faultyClient(), sleep: async () => undefined } });
  await runNamed("bootstrap", app.deps);
  admin = await staff(app, "district-admin");
});
afterAll(() => app.stop());
beforeEach(async () => {
  cancel.reasons = undefined;
  [ann, bo] = (await Promise.all([person(app, 1_000), person(app)])) as [Person, Person];
});

const send = (path: string, body: object, token = ann.token, key: string = uuidv7()): Promise<Reply> =>
  app.call("POST", `/v1/ledger/${path}`, { token, key, body });
const pay = (from: string, to: string, amount: number, token = ann.token, more: object = {}, key: string = uuidv7()) =>
  send("transfers", { from, to, amount, category: "thanks", ...more }, token, key);
const balances = async () => [(await account(app, ann)).balance, (await account(app, bo)).balance];

describe("what peers get wrong, right here", () => {
  it("concurrent transfers leave no stale balance: 40 there and 40 back at once add up", async () => {
    const rich = await person(app, 1_000);
    const there = Array.from({ length: 40 }, () => pay(ann.points, rich.points, 3));
    const back = Array.from({ length: 40 }, () => pay(rich.points, ann.points, 2, rich.token));
    const replies = await Promise.all([...there, ...back]);
    const paid = replies.filter(({ status }) => status === 201).map(({ body }) => body);
    const out = paid.filter(({ from }) => from === ann.points).length;
    const into = paid.length - out;
    expect(replies.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
    expect((await account(app, ann)).balance).toBe(1_000 - 3 * out + 2 * into);
    expect((await account(app, rich)).balance).toBe(1_000 + 3 * out - 2 * into);
  });

  it("a transfer cannot be deleted or edited, only reversed", async () => {
    const { body } = await pay(ann.points, bo.points, 70);
    for (const method of ["DELETE", "PUT", "PATCH"]) {
      const reply = await app.call(method, `/v1/ledger/transfers/${body.id}`, { token: admin, body: {} });
      expect(refusal(reply)).toEqual([404, "request/no-route"]);
    }
    expect(await balances()).toEqual([930, 70]);
    expect((await send(`transfers/${body.id}/reversal`, {}, admin)).status).toBe(201);
    expect(await balances()).toEqual([1_000, 0]);
  });

  it("a payee outside the payer's community is refused by transfer, hold, request and leg alike", async () => {
    const far = await person(app, 0, "heyuan");
    const order = { from: ann.points, to: far.points, amount: 5, category: "thanks" };
    const outside = [409, "ledger/outside-community"];
    expect(refusal(await send("transfers", order))).toEqual(outside);
    expect(refusal(await send("holds", { ...order, expiresInSeconds: 60 }))).toEqual(outside);
    expect(refusal(await send("payment-requests", { ...order, expiresInSeconds: 60 }, far.token))).toEqual(outside);
    const legs = [{ ...order, to: bo.points }, order];
    expect(refusal(await send("linked-transfers", { legs }))).toEqual(outside);
    expect([...(await balances()), (await account(app, far)).balance]).toEqual([1_000, 0, 0]);
  });

  it("the payer's community counts, not the order of communities in the token, nor their absence", async () => {
    const far = await person(app, 0, "heyuan");
    for (const communities of [["heyuan", "lujing"], []]) {
      const token = await app.token({ sub: ann.id, communities });
      expect((await pay(ann.points, bo.points, 5, token)).status).toBe(201);
      expect(refusal(await pay(ann.points, far.points, 5, token))).toEqual([409, "ledger/outside-community"]);
    }
    expect(await balances()).toEqual([990, 10]);
  });

  it("a batch drops no failure: every entry has its own result, in the caller's language", async () => {
    const rows = [10, 5_001, 2_000].map((amount) => ({
      ...{ id: uuidv7(), from: ann.points, to: bo.points, amount, category: "thanks" },
    }));
    const reply = await app.call("POST", "/v1/ledger/transfer-batches", {
      token: ann.token,
      headers: { "accept-language": "zh-CN" },
      body: { mode: "independent", entries: rows },
    });
    expect([reply.status, reply.body.succeeded, reply.body.refused]).toEqual([200, 1, 2]);
    const results = reply.body.results as { id: string; status: number; problem: { code: string; title: string } }[];
    expect(results.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(results.map(({ status }) => status)).toEqual([201, 409, 409]);
    expect(results[1]?.problem).toMatchObject({ code: "ledger/cap-activity", title: "超过单次上限" });
    expect(await balances()).toEqual([990, 10]);
  });

  it("a limit holds under 64 requests at once: the day's 8000 admit exactly 8 payments of 1000", async () => {
    const rich = await person(app, 90_000);
    const replies = await Promise.all(Array.from({ length: 64 }, () => pay(rich.points, bo.points, 1_000, rich.token)));
    const codes = replies.map(({ status, body }) => (status === 201 ? "paid" : body.code));
    expect(codes.filter((code) => code === "paid")).toHaveLength(8);
    expect(codes.filter((code) => code === "ledger/cap-day")).toHaveLength(56);
    expect((await account(app, rich)).balance).toBe(82_000);
  });

  it.each([
    ["a conflict", ["TransactionConflict", "None", "None"]],
    ["throttling", ["None", "ThrottlingError", "None"]],
    ["a conflict beside throttling", ["TransactionConflict", "ThrottlingError", "None"]],
  ])(
    "%s is 503 to be tried again: neither a lack of funds nor a 404, and nothing is pinned",
    async (_name, reasons) => {
      const key = uuidv7();
      cancel.reasons = reasons;
      const reply = await pay(ann.points, bo.points, 5, ann.token, {}, key);
      expect(refusal(reply)).toEqual([503, "server/busy"]);
      expect(reply.headers.get("retry-after")).toMatch(/^\d+$/);
      cancel.reasons = undefined;
      expect((await pay(ann.points, bo.points, 5, ann.token, {}, key)).status).toBe(201);
    },
  );

  it("a cancelled transaction for a reason that nobody knows is a fault of the server, not the client's", async () => {
    cancel.reasons = ["ItemCollectionSizeLimitExceeded", "None", "None"];
    expect((await pay(ann.points, bo.points, 5)).status).toBe(500);
    cancel.reasons = undefined;
    expect(await balances()).toEqual([1_000, 0]);
  });

  it("an id once used is never another's: an erased resident's, a closed account's, a transfer's", async () => {
    const id = uuidv7();
    const at = "/v1/communities/lujing/residents";
    const steward = await staff(app, "steward");
    expect((await app.call("POST", at, { token: steward, key: id, body: { name: "Ann" } })).status).toBe(201);
    const own = await app.token({ sub: id });
    expect((await app.call("POST", `/v1/residents/${id}/erase`, { token: own, body: {} })).status).toBe(200);
    const again = await app.call("POST", at, { token: steward, key: id, body: { name: "Bo" } });
    expect(refusal(again)).toEqual([409, "residents/erased"]);
    expect(refusal(await pay(ann.points, `${id}.points`, 5))).toEqual([409, "ledger/account-closed"]);
    const { body } = await pay(ann.points, bo.points, 5);
    expect(refusal(await pay(ann.points, bo.points, 6, ann.token, {}, body.id))).toEqual([422, "request/key-reused"]);
    const hold = { from: ann.points, to: bo.points, amount: 5, category: "thanks", expiresInSeconds: 60 };
    const held = await send("holds", hold, ann.token, body.id);
    expect(held.body.id).toBe(body.id);
    expect(refusal(await send(`holds/${held.body.id}/post`, {}, ann.token, body.id))).toEqual([
      422,
      "request/key-reused",
    ]);
  });

  it("two phases with an overdraft do not double the debt: a hold draws none, nor does its posting", async () => {
    const from = ann.minutes;
    const order = { from, to: bo.minutes, category: "care" };
    await pay(bo.minutes, from, 60, admin);
    const held = await send("holds", { ...order, amount: 60, expiresInSeconds: 60 }, admin);
    expect(held.status).toBe(201);
    const over = await send("holds", { ...order, amount: 15, expiresInSeconds: 60 }, admin);
    expect(refusal(over)).toEqual([409, "ledger/insufficient-available"]);
    expect((await send(`holds/${held.body.id}/post`, {}, admin)).status).toBe(201);
    const minutes = { points: from, token: ann.token };
    expect(await account(app, minutes)).toMatchObject({ balance: 0, holdsOut: 0, available: 600 });
    expect((await pay(from, bo.minutes, 600, admin)).status).toBe(201);
    expect(await account(app, minutes)).toMatchObject({ balance: -600, available: 0 });
  });
});

describe("kin who give each other minutes", () => {
  it("may do so in several legs and entries of one transaction, which prove their kinship once", async () => {
    const token = await staff(app, "steward");
    const enter = async () => {
      const { body } = await app.call("POST", "/v1/communities/lujing/residents", { token, body: { name: "Ann" } });
      return { id: body.id as string, minutes: `${body.id}.minutes`, token: await app.token({ sub: body.id }) };
    };
    const [a, b] = [await enter(), await enter()];
    const legs = [15, 30].map((amount) => ({ from: a.minutes, to: b.minutes, amount, category: "gift" }));
    expect(refusal(await send("linked-transfers", { legs }, a.token))).toEqual([409, "ledger/not-transferable"]);
    const kin = { a: a.id, b: b.id, kind: "child" };
    expect((await app.call("POST", "/v1/kinships", { token, body: kin })).status).toBe(201);
    expect((await send("linked-transfers", { legs }, a.token)).status).toBe(201);
    const entries = legs.map((leg) => ({ id: uuidv7(), ...leg }));
    expect((await send("transfer-batches", { mode: "atomic", entries }, a.token)).body.succeeded).toBe(2);
    expect((await account(app, { points: b.minutes, token: b.token })).balance).toBe(90);
  });
});

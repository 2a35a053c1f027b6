/** Behaviours that others test, as HTTP cases: those that no file of one operation has. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MINUTE } from "../../support/clock.ts";
import { testDistrict } from "../../support/district.ts";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";
import { refusal } from "../../support/replies.ts";

/** Points of the test district, with minutes that move in steps of a quarter of an hour between any two neighbours. */
const district = () => {
  const plain = testDistrict();
  return testDistrict({
    ...plain,
    units: plain.units.map((unit) => (unit.code === "minutes" ? { ...unit, transferable: "community" } : unit)),
  });
};

let app: App;
let admin: string;
let steward: string;
let ann: Person;
let bo: Person;
let cy: Person;

beforeAll(async () => {
  app = await startApp({ district: district() });
  await pools(app);
  [admin, steward] = (await Promise.all([staff(app, "district-admin"), staff(app, "steward")])) as [string, string];
});
afterAll(() => app.stop());
beforeEach(async () => {
  [ann, bo, cy] = (await Promise.all([person(app, 1_000), person(app), person(app)])) as [Person, Person, Person];
});

const send = (path: string, body: object, token = ann.token, key: string = uuidv7()) =>
  app.call("POST", `/v1/ledger/${path}`, { token, key, body });
const get = (path: string, token = ann.token) => app.call("GET", `/v1/ledger/${path}`, { token });
const order = (amount: unknown, more: object = {}) => ({
  ...{ from: ann.points, to: bo.points, amount, category: "thanks" },
  ...more,
});
const balances = async () =>
  (await Promise.all([ann, bo, cy].map((who) => account(app, who)))).map(({ balance }) => balance);

describe("every way to name an amount", () => {
  const odd = [-10, 0, 10.5, "1e3", 2 ** 53];
  it.each(odd)("refuses %s: 400 at its field, nothing moved", async (amount) => {
    const held = await send("holds", order(20, { expiresInSeconds: 60 }));
    const tries = [
      ["transfers", order(amount), "/amount"],
      ["transfers?dryRun=true", order(amount), "/amount"],
      ["transfers", order(amount, { mode: "at-most" }), "/amount"],
      ["linked-transfers", { legs: [order(1), order(amount)] }, "/legs/1/amount"],
      ["transfer-batches", { mode: "atomic", entries: [{ id: uuidv7(), ...order(amount) }] }, "/entries/0/amount"],
      ["holds", order(amount, { expiresInSeconds: 60 }), "/amount"],
      [`holds/${held.body.id}/post`, { amount }, "/amount"],
      ["payment-requests", order(amount, { expiresInSeconds: 60 }), "/amount"],
    ] as const;
    for (const [path, body, field] of tries) {
      const reply = await send(path, body);
      expect(refusal(reply), path).toEqual([400, "request/invalid"]);
      expect(reply.body.errors[0].field, path).toBe(field);
    }
    expect(await balances()).toEqual([1_000, 0, 0]);
  });
});

describe("who may", () => {
  it("an administrator pays on behalf, and the entry says who did it", async () => {
    const id = uuidv7();
    const token = await app.token({ sub: id, roles: ["district-admin"] });
    const { body } = await send("transfers", order(5), token);
    expect([body.by, body.from]).toEqual([id, ann.points]);
  });

  it("a stranger finds no account to pay from (404); an auditor is known and may not pay at all (403)", async () => {
    expect(refusal(await send("transfers", order(5), cy.token))).toEqual([404, "resource/not-found"]);
    expect(refusal(await send("transfers", order(5), await staff(app, "auditor")))).toEqual([403, "auth/forbidden"]);
    expect(refusal(await send("transfers", order(5), steward))).toEqual([403, "auth/forbidden"]);
  });

  it("a stranger learns nothing of an account by any way to pay from it, empty or not", async () => {
    for (const from of [ann.points, bo.points, `${uuidv7()}.points`]) {
      const to = cy.points;
      const tries = [
        ["transfers", order(5, { from, to })],
        ["transfers", order(5_000, { from, to, mode: "at-most" })],
        ["transfers?dryRun=true", order(5_000, { from, to, mode: "at-most" })],
        ["linked-transfers", { legs: [order(1, { from, to }), order(1, { from, to })] }],
        ["holds", order(5, { from, to, expiresInSeconds: 60 })],
      ] as const;
      for (const [path, body] of tries) {
        const reply = await send(path, body, cy.token);
        const found = path.endsWith("true") ? reply.body.refusals[0] : reply.body;
        expect([found.status, found.code, found.params], path).toEqual([
          ...[404, "resource/not-found"],
          { what: "account", id: from },
        ]);
      }
    }
  });

  it("the counterparty reads a transfer and its hold; a stranger, and a steward elsewhere, find neither", async () => {
    const { body } = await send("transfers", order(5));
    const held = await send("holds", order(5, { expiresInSeconds: 60 }));
    for (const path of [`transfers/${body.id}`, `holds/${held.body.id}`]) {
      expect((await get(path, bo.token)).status).toBe(200);
      expect((await get(path, cy.token)).status).toBe(404);
      expect((await get(path, await staff(app, "steward", ["heyuan"]))).status).toBe(404);
    }
  });
});

describe("the list of an account's movements", () => {
  it("goes by pages of 3, newest first, within times, of one account or category", async () => {
    for (let index = 0; index < 8; index++) {
      app.clock.advance(MINUTE);
      const to = index % 2 === 0 ? bo.points : cy.points;
      await send("transfers", order(index + 1, { to, category: index < 4 ? "early" : "late" }));
    }
    const list = async (query: string) => {
      const amounts: number[] = [];
      const sizes: number[] = [];
      let next: string | null = null;
      do {
        const cursor: string = next === null ? "" : `&cursor=${next}`;
        const { status, body } = await get(`accounts/${ann.points}/statement?limit=3${query}${cursor}`);
        expect(status).toBe(200);
        amounts.push(...body.items.map(({ transfer }: { transfer: { amount: number } }) => transfer.amount));
        sizes.push(body.items.length);
        next = body.next;
      } while (next !== null);
      return { amounts, sizes };
    };
    expect(await list("")).toEqual({ amounts: [8, 7, 6, 5, 4, 3, 2, 1, 1_000], sizes: [3, 3, 3] });
    expect((await list("&category=early")).amounts).toEqual([4, 3, 2, 1]);
    expect((await list(`&counterparty=${cy.points}`)).amounts).toEqual([8, 6, 4, 2]);
    expect((await list(`&counterparty=${cy.points}&category=late`)).amounts).toEqual([8, 6]);
    const ago = (minutes: number) => new Date(app.clock.now().getTime() - minutes * MINUTE).toISOString();
    expect((await list(`&from=${ago(4)}&to=${ago(1)}`)).amounts).toEqual([6, 5, 4]);
  });
});

describe("an at-most transfer", () => {
  const atMost = (amount: number, more: object = {}, token = ann.token) =>
    send("transfers", order(amount, { mode: "at-most", ...more }), token);

  it("moves whole steps only: of 50 free minutes, 45", async () => {
    await send("transfers", { from: bo.minutes, to: ann.minutes, amount: 60, category: "care" }, admin);
    const held = { from: ann.minutes, to: cy.minutes, amount: 15, category: "care" };
    const { headers } = await get(`accounts/${ann.minutes}`, admin);
    const change = { floor: -5, reason: "an overdraft that is no whole step" };
    await app.call("PATCH", `/v1/ledger/accounts/${ann.minutes}`, {
      ...{ token: admin, headers: { "if-match": headers.get("etag") ?? "" }, body: change },
    });
    expect((await send("holds", { ...held, expiresInSeconds: 60 })).status).toBe(201);
    const minutes = { from: ann.minutes, to: bo.minutes };
    expect((await atMost(600, minutes)).body).toMatchObject({ amount: 45 });
    expect(refusal(await atMost(600, minutes))).toEqual([409, "ledger/nothing-to-move"]);
    expect(await account(app, { points: ann.minutes, token: ann.token })).toMatchObject({ balance: 15, available: 5 });
  });

  it("counts the amount that it moves against the limits, not the one it was asked for", async () => {
    expect((await atMost(100_000)).body.amount).toBe(1_000);
    expect(refusal(await atMost(100_000, { from: bo.points, to: cy.points }, admin))).toEqual([201, undefined]);
    const rich = await person(app, 90_000);
    const over = await atMost(100_000, { from: rich.points }, rich.token);
    expect(refusal(over)).toEqual([409, "ledger/cap-activity"]);
  });

  it("from a frozen empty account says that it is frozen", async () => {
    const { headers } = await get(`accounts/${bo.points}`, steward);
    await app.call("PATCH", `/v1/ledger/accounts/${bo.points}`, {
      ...{ token: steward, headers: { "if-match": headers.get("etag") ?? "" } },
      body: { status: "frozen", reason: "lost phone" },
    });
    expect(refusal(await atMost(5, { from: bo.points, to: ann.points }, bo.token))).toEqual([
      ...[409, "ledger/account-frozen"],
    ]);
  });

  it("asked for 32 times at once moves what there is once, and no point twice", async () => {
    const replies = await Promise.all(Array.from({ length: 32 }, () => atMost(700)));
    const moved = replies.filter(({ status }) => status === 201).map(({ body }) => body.amount as number);
    expect(moved.reduce((sum, amount) => sum + amount, 0)).toBe(1_000 - (await balances())[0]);
    expect(moved.slice().sort((a, b) => b - a)).toEqual([700, 300]);
  });

  it("repeated under its key gives the amount that was moved, though there is more now", async () => {
    const key = uuidv7();
    const body = order(4_000, { mode: "at-most" });
    expect((await send("transfers", body, ann.token, key)).body.amount).toBe(1_000);
    await send("transfers", { ...order(500), from: "lujing~issuance.points", to: ann.points }, admin);
    const again = await send("transfers", body, ann.token, key);
    expect([again.body.amount, again.headers.get("idempotency-hit")]).toEqual([1_000, "true"]);
    expect((await balances())[0]).toBe(500);
  });
});

describe("a batch", () => {
  const rows = (count: number, more: object = {}) =>
    Array.from({ length: count }, () => ({ id: uuidv7(), ...order(1, more) }));

  it.each(["atomic", "independent"])("of 101 entries, or with an id twice, made %s, is 400", async (mode) => {
    const many = await send("transfer-batches", { mode, entries: rows(101) });
    const [row] = rows(1);
    const twice = await send("transfer-batches", { mode, entries: [row, row] });
    for (const reply of [many, twice]) {
      expect(refusal(reply)).toEqual([400, "request/invalid"]);
      expect(reply.body.errors[0].field).toBe("/entries");
    }
  });

  it("that is too large for one transaction says so, whatever makes it so: 97 entries fit, 98 do not", async () => {
    expect((await send("transfer-batches", { mode: "atomic", entries: rows(97) })).body.succeeded).toBe(97);
    const over = await send("transfer-batches", { mode: "atomic", entries: rows(98) });
    expect(refusal(over)).toEqual([400, "ledger/too-many-items"]);
    const apart = await send("transfer-batches", { mode: "independent", entries: rows(98) });
    expect(apart.body.succeeded).toBe(98);
    expect(await balances()).toEqual([805, 195, 0]);
  });

  it("made independently answers its repetition entry by entry, with hits and kept refusals", async () => {
    const key = uuidv7();
    const entries = [...rows(1), { ...rows(1)[0], amount: 2_000 }];
    const body = { mode: "independent", entries };
    const first = await send("transfer-batches", body, ann.token, key);
    await send("transfers", { ...order(5_000), from: "lujing~issuance.points", to: ann.points }, admin);
    const again = await send("transfer-batches", body, ann.token, key);
    expect(first.body.results.map(({ hit }: { hit: boolean }) => hit)).toEqual([false, false]);
    expect(again.body.results.map(({ hit }: { hit: boolean }) => hit)).toEqual([true, true]);
    expect(again.body.results.map(({ status }: { status: number }) => status)).toEqual([201, 409]);
  });
});

describe("a hold", () => {
  const hold = (more: object = {}, token = ann.token) =>
    send("holds", order(15, { expiresInSeconds: 60, ...more }), token);

  it("in whole quarters of an hour is posted in whole quarters", async () => {
    await send("transfers", { from: bo.minutes, to: ann.minutes, amount: 60, category: "care" }, admin);
    const { body } = await hold({ from: ann.minutes, to: bo.minutes, amount: 45 });
    expect(refusal(await send(`holds/${body.id}/post`, { amount: 20 }))).toEqual([400, "ledger/step"]);
    expect((await send(`holds/${body.id}/post`, { amount: 30 })).status).toBe(201);
  });

  it("is not taken from a pool, whose balance only its fold knows", async () => {
    const reply = await hold({ from: "lujing~donation.points" }, admin);
    expect([reply.status, reply.body.errors?.[0].field]).toEqual([400, "/from"]);
  });

  it("longer than the district allows, or than 90 days at all, is 400 at its field", async () => {
    for (const expiresInSeconds of [7 * 86_400 + 1, 90 * 86_400 + 1, 0]) {
      expect((await hold({ expiresInSeconds })).body.errors[0].field).toBe("/expiresInSeconds");
    }
  });
});

describe("a reversal", () => {
  const levied = async () => {
    const legs = [order(100), order(8, { from: bo.points, to: "lujing~donation.points", category: "levy" })];
    return (await send("linked-transfers", { legs }, admin)).body.id as string;
  };
  const reverse = (id: string, body: object = {}) => send(`transfers/${id}/reversal`, body, admin);

  it("gives back a transfer with its levy, both once", async () => {
    const id = await levied();
    expect(await balances()).toEqual([900, 92, 0]);
    const reply = await reverse(id);
    expect(reply.body.reversals.map(({ leg, amount }: Record<string, number>) => [leg, amount])).toEqual([
      [2, 8],
      [1, 100],
    ]);
    expect(await balances()).toEqual([1_000, 0, 0]);
    expect(refusal(await reverse(id))).toEqual([409, "ledger/already-reversed"]);
  });

  it("of a levied transfer that was spent says what is missing; forced, the receivable pool pays", async () => {
    const id = await levied();
    await send("transfers", order(90, { from: bo.points, to: cy.points }), bo.token);
    const refused = await reverse(id);
    expect([...refusal(refused), refused.body.params.missing]).toEqual([409, "ledger/insufficient-available", 90]);
    const forced = await reverse(id, { force: true });
    expect(forced.status).toBe(201);
    const parts = forced.body.reversals.map(({ leg, from, amount, link }: Record<string, unknown>) => ({
      ...{ leg, from, amount, link },
    }));
    expect(parts).toEqual([
      { leg: 2, from: "lujing~donation.points", amount: 8 },
      { leg: 1, from: bo.points, amount: 10 },
      { leg: 21, from: "lujing~receivable.points", amount: 90, link: { type: "debtor", id: bo.points } },
    ]);
    expect(await balances()).toEqual([1_000, 0, 90]);
    expect((await get(`transfers/${id}`, admin)).body.reversals).toHaveLength(3);
    expect(refusal(await reverse(id, { force: true }))).toEqual([409, "ledger/already-reversed"]);
  });

  it("forced on a reward that was spent takes it out of the lifetime sum, for it was never earned", async () => {
    const reward = await send("rewards", { to: bo.points, rule: "patrol", quantity: 2 }, steward);
    expect(reward.status).toBe(201);
    await send("transfers", order(40, { from: bo.points, to: cy.points }), bo.token);
    expect((await reverse(reward.body.id, { force: true })).status).toBe(201);
    expect(await account(app, bo)).toMatchObject({ balance: 0, lifetimeEarned: 0 });
  });

  it("forced leaves what is held: the receivable pool pays for it", async () => {
    const { body } = await send("transfers", order(50));
    await send("holds", order(30, { from: bo.points, to: cy.points, expiresInSeconds: 60 }), bo.token);
    const forced = await reverse(body.id, { force: true });
    expect(forced.body.reversals.map(({ amount }: { amount: number }) => amount)).toEqual([20, 30]);
    expect(await account(app, bo)).toMatchObject({ balance: 30, holdsOut: 30, available: 0 });
  });

  it("asked for twice at once under two keys happens once", async () => {
    const { body } = await send("transfers", order(50));
    const replies = await Promise.all([reverse(body.id), reverse(body.id)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await balances()).toEqual([1_000, 0, 0]);
  });
});

describe("a closed account", () => {
  it("refuses both ways, by every way to pay", async () => {
    const { headers } = await get(`accounts/${cy.points}`, admin);
    const { body } = await send("transfers", order(5, { to: cy.points }));
    await send("transfers", order(5, { from: cy.points, to: ann.points }), cy.token);
    const closed = await app.call("PATCH", `/v1/ledger/accounts/${cy.points}`, {
      ...{ token: admin, headers: { "if-match": headers.get("etag") ?? "" } },
      body: { status: "closed", reason: "moved away" },
    });
    expect(closed.body.status).toBe("closed");
    const into = order(5, { to: cy.points });
    const out = order(5, { from: cy.points, to: ann.points });
    const refused = [409, "ledger/account-closed"];
    for (const movement of [into, out]) {
      expect(refusal(await send("transfers", movement, admin))).toEqual(refused);
      expect(refusal(await send("transfers", { ...movement, mode: "at-most" }, admin))).toEqual(refused);
      expect(refusal(await send("holds", { ...movement, expiresInSeconds: 60 }, admin))).toEqual(refused);
      expect(refusal(await send("linked-transfers", { legs: [order(1), movement] }, admin))).toEqual(refused);
      const entries = [{ id: uuidv7(), ...movement }];
      const atomic = await send("transfer-batches", { mode: "atomic", entries }, admin);
      expect(atomic.body.params.code).toBe("ledger/account-closed");
      const apart = await send(
        "transfer-batches",
        { mode: "independent", entries: [{ ...movement, id: uuidv7() }] },
        admin,
      );
      expect(apart.body.results[0].problem.code).toBe("ledger/account-closed");
    }
    expect(refusal(await send("rewards", { to: cy.points, rule: "patrol", quantity: 1 }, steward))).toEqual(refused);
    const asked = { ...out, expiresInSeconds: 60 };
    expect(refusal(await send("payment-requests", asked))).toEqual(refused);
    expect(refusal(await send(`transfers/${body.id}/reversal`, {}, admin))[1]).toBe("ledger/account-closed");
    expect(await balances()).toEqual([1_000, 0, 0]);
  });
});

import { parse } from "csv-parse/sync";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { accountKey, toAccount } from "../../../functions/ledger/store/account.ts";
import { settledAccount } from "../../../functions/ledger/store/statement.ts";
import { decodeCursor, encodeCursor } from "../../../functions/shared/cursor.ts";
import type { Db } from "../../../functions/shared/dynamo.ts";
import { MINUTE } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { type Person, person, pools, staff } from "../../support/people.ts";
import { refusal } from "../../support/replies.ts";

let app: App;
let ann: Person;
let bo: Person;

const pay = (from: Person, to: string, amount: number, more: object = {}) =>
  app.call("POST", "/v1/ledger/transfers", {
    token: from.token,
    body: { from: from.points, to, amount, category: "visit", ...more },
  });

const statement = (who: Person | { points: string; token: string }, query = "") =>
  app.call("GET", `/v1/ledger/accounts/${who.points}/statement${query}`, { token: who.token });

/** Ann begins with 1000, pays Bo 100, 30 for a meal and 5, and gets 50 back; a minute lies between. */
beforeAll(async () => {
  app = await startApp();
  await pools(app);
  ann = await person(app, 1_000);
  bo = await person(app, 200);
  for (const [from, to, amount, more] of [
    [ann, bo, 100, { memo: "=1+1" }],
    [ann, bo, 30, { category: "meal" }],
    [bo, ann, 50, {}],
    [ann, bo, 5, { category: "meal" }],
  ] as const) {
    app.clock.advance(MINUTE);
    expect((await pay(from, to.points, amount, more)).status).toBe(201);
  }
});
afterAll(() => app.stop());

const seen = (body: { items: { change: number; balance: number }[] }) =>
  body.items.map(({ change, balance }) => [change, balance]);

const ALL = [
  [-5, 915],
  [50, 920],
  [-30, 870],
  [-100, 900],
  [1_000, 1_000],
];

describe("a statement", () => {
  it("is newest first with the balance after each entry, down to the opening", async () => {
    const { status, body } = await statement(ann);
    expect([status, body.next]).toEqual([200, null]);
    expect(seen(body)).toEqual(ALL);
    expect(body.expiring).toEqual({ amount: 915, on: "2027-07-01" });
  });

  it("pages of two join to the whole", async () => {
    const pages = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { body }: { body: { items: never[]; next: string | null } } = await statement(
        ann,
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      pages.push(seen(body));
      cursor = body.next;
    }
    expect(pages.map((rows) => rows.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(ALL);
  });

  it("keeps true balances when filtered by category, counterparty and time", async () => {
    expect(seen((await statement(ann, "?category=meal")).body)).toEqual([
      [-5, 915],
      [-30, 870],
    ]);
    expect(seen((await statement(ann, "?counterparty=lujing~issuance.points")).body)).toEqual([[1_000, 1_000]]);
    const query = "?from=2026-06-15T04:02:00Z&to=2026-06-15T04:04:00Z";
    expect(seen((await statement(ann, query)).body)).toEqual([
      [50, 920],
      [-30, 870],
    ]);
  });

  it("names a pool as counterparty without a name, and an unknown resident too", async () => {
    const { body } = await statement(ann);
    expect(body.items.at(-1).counterparty).toEqual({ account: "lujing~issuance.points", name: null });
    expect(body.items[0].counterparty.account).toBe(bo.points);
  });

  it("a page that was begun stays exact when payments come in between", async () => {
    const cat = await person(app, 500);
    await pay(cat, bo.points, 10);
    await pay(cat, bo.points, 20);
    const first = await statement(cat, "?limit=1");
    await pay(cat, bo.points, 40);
    const second = await statement(cat, `?limit=5&cursor=${first.body.next}`);
    expect([...seen(first.body), ...seen(second.body)]).toEqual([
      [-20, 470],
      [-10, 490],
      [500, 500],
    ]);
  });

  it("a stranger gets 404, a steward reads, and a cursor of one account is refused on another", async () => {
    expect((await statement({ points: ann.points, token: bo.token })).status).toBe(404);
    expect((await statement({ points: ann.points, token: await staff(app, "steward") })).status).toBe(200);
    const { next } = (await statement(ann, "?limit=2")).body;
    const foreign = await statement(bo, `?limit=2&cursor=${next}`);
    expect([foreign.status, foreign.body.code]).toEqual([400, "request/bad-cursor"]);
    const other = await statement(ann, `?limit=2&category=meal&cursor=${next}`);
    expect(other.status).toBe(400);
  });

  it("a forged balance in a cursor is refused: cursors that carry sums are sealed", async () => {
    const { next } = (await statement(ann, "?limit=2")).body;
    const [seal, text] = [next.slice(0, 22), next.slice(22)];
    const cursor = decodeCursor(z.object({ s: z.int(), b: z.int() }), text);
    const forged = seal + encodeCursor({ ...cursor, b: cursor.b + 1 });
    expect((await statement(ann, `?limit=2&cursor=${seal}${encodeCursor(cursor)}`)).status).toBe(200);
    for (const bad of [forged, text, seal, `${"A".repeat(22)}${text}`]) {
      expect(refusal(await statement(ann, `?limit=2&cursor=${bad}`))).toEqual([400, "request/bad-cursor"]);
    }
  });

  it("as CSV opens in a spreadsheet: byte order mark, guarded formulas, numbers as numbers", async () => {
    const reply = await statement(ann, "?format=csv");
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(reply.headers.get("content-disposition")).toContain("statement-");
    expect(reply.headers.get("linli-next-cursor")).toBeNull();
    const rows = parse(reply.text, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => [Number(row.change), Number(row.balance)])).toEqual(ALL);
    expect(rows[3]?.memo).toBe("'=1+1");
  });

  it("of a pool shows officers its running balance, though payments never write the pool", async () => {
    const pool = { points: "lujing~donation.points", token: await staff(app, "auditor") };
    await pay(ann, pool.points, 7);
    await pay(bo, pool.points, 3);
    expect(seen((await statement(pool)).body)).toEqual([
      [3, 10],
      [7, 7],
    ]);
    expect((await statement({ ...pool, token: ann.token })).status).toBe(404);
  });
});

describe("an index that lags behind", () => {
  /** The database as it looks while the indexes do not show the latest entries yet. */
  const lagging = (db: Db, until: { reads: number }): Db => ({
    ...db,
    query: async (input) => {
      const page = await db.query(input);
      if (!input.index || until.reads-- <= 0) return page;
      return { items: page.items.slice(0, Math.max(page.items.length - 1, 0)) };
    },
  });
  const read = async (who: Person, reads: number) => {
    const account = toAccount((await app.deps.db.get(accountKey(who.points))) as never);
    return settledAccount(lagging(app.deps.db, { reads }), account, app.deps.clock.now());
  };

  it("is read again, then answered busy rather than with wrong balances; a rested account is not asked", async () => {
    const dan = await person(app, 100);
    await pay(dan, bo.points, 10);
    expect((await read(dan, 2)).balance).toBe(90);
    await expect(read(dan, 100)).rejects.toThrow("not caught up");
    app.clock.advance(2 * MINUTE);
    expect((await read(dan, 100)).balance).toBe(90);
  });
});

describe("an empty account", () => {
  it("an account without entries has an empty statement", async () => {
    const eve = await person(app);
    expect((await statement(eve)).body).toMatchObject({ items: [], next: null, expiring: null });
    expect((await statement({ points: `${uuidv7()}.points`, token: eve.token })).status).toBe(404);
  });
});

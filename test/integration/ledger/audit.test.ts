import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { NOTHING_WALKED, type Walked } from "../../../functions/ledger/domain/audit.ts";
import { horizonStamp } from "../../../functions/ledger/domain/statement.ts";
import { type AccountAudit, auditAccount } from "../../../functions/ledger/http/audit-account.ts";
import { accountKey, toAccount } from "../../../functions/ledger/store/account.ts";
import { Communities } from "../../../functions/ledger/store/audit.ts";
import { transferKey } from "../../../functions/ledger/store/journal.ts";
import { encodeCursor } from "../../../functions/shared/cursor.ts";
import type { Key } from "../../../functions/shared/write.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { type Person, person, pools, staff } from "../../support/people.ts";

let app: App;
let people: Person[];
let auditor: string;
let lastTransfer: string;

const page = (query = "", token = auditor) =>
  app.call("GET", `/v1/ledger/audit?community=lujing&unit=points${query}`, { token });

/** All pages of an audit. */
const audit = async (limit = 100) => {
  const discrepancies = [];
  let cursor = "";
  for (let pages = 1; ; pages++) {
    const { status, body } = await page(`&limit=${limit}${cursor}`);
    expect(status).toBe(200);
    discrepancies.push(...body.discrepancies);
    if (body.next === null) return { ...body, discrepancies, pages };
    cursor = `&cursor=${body.next}`;
  }
};

/** Changes a stored item behind the API's back and says how to put it back. */
const tamper = async (key: Key, attribute: string, value: unknown): Promise<() => Promise<void>> => {
  const set = async (to: unknown) => {
    const condition = { expression: "attribute_exists(pk)", names: { "#a": attribute }, values: { ":a": to } };
    const outcome = await app.deps.db.commit([{ type: "update", key, update: "SET #a = :a", condition }]);
    expect(outcome.ok).toBe(true);
  };
  const before = (await app.deps.db.get(key))?.[attribute];
  await set(value);
  return () => set(before);
};

const pay = async (from: Person, to: string, amount: number) => {
  const body = { from: from.points, to, amount, category: "visit" };
  const reply = await app.call("POST", "/v1/ledger/transfers", { token: from.token, body });
  return reply.body.id as string;
};

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  await pools(app, "heyuan");
  auditor = await staff(app, "auditor");
  people = [];
  for (let index = 0; index < 6; index++) people.push(await person(app, 1_000 * (index + 1)));
  for (const [index, from] of people.entries()) {
    const to = people[(index + 1) % people.length] as Person;
    lastTransfer = await pay(from, to.points, 10 + index);
    await pay(from, "lujing~donation.points", index + 1);
  }
  const [ann, bo] = people as [Person, Person];
  const hold = { from: ann.points, to: bo.points, amount: 25, category: "visit", expiresInSeconds: 600_000 };
  expect((await app.call("POST", "/v1/ledger/holds", { token: ann.token, body: hold })).status).toBe(201);
  app.clock.advance(HOUR);
});
afterAll(() => app.stop());

describe("an audit of honest books", () => {
  it("finds nothing, and members and pools sum to zero, before and after pools are folded", async () => {
    const before = await audit();
    expect(before).toMatchObject({ ok: true, complete: true, sum: 0, found: 0, discrepancies: [] });
    expect(before.totals).toEqual({ members: 21_000 - 21, pools: -21_000 + 21, across: 0 });
    // Eight pools of points and six members; 6 openings, 6 transfers and 6 gifts, each seen from both sides; a hold
    // from both.
    expect(before.checked).toEqual({ accounts: 14, entries: 36, holds: 2 });
    await runNamed("pool-fold", app.deps);
    const after = await audit();
    expect(after).toMatchObject({ ok: true, sum: 0, totals: before.totals });
    expect(after.pools.find((pool: { pool: string }) => pool.pool === "donation")).toMatchObject({
      folded: 21,
      balance: 21,
    });
  });

  it("gives the same totals in pages of one", async () => {
    const whole = await audit();
    const paged = await audit(1);
    expect(paged.pages).toBeGreaterThanOrEqual(14);
    expect([paged.totals, paged.checked, paged.ok]).toEqual([whole.totals, whole.checked, true]);
  });

  it("of a journal too long for one page goes on after the entry where it was cut", async () => {
    const account = toAccount((await app.deps.db.get(accountKey("lujing~issuance.points"))) as never);
    const communities = new Communities(app.deps.db);
    const asOf = horizonStamp(app.clock.now());
    const parts = [];
    let from: Walked | null = NOTHING_WALKED;
    while (from) {
      const part: AccountAudit = await auditAccount(account, { from, asOf, entriesMax: 2, communities }, app.deps);
      parts.push(part);
      from = part.walked;
    }
    expect(parts.map(({ entries }) => entries)).toEqual([2, 2, 2]);
    expect(parts.reduce((sum, { sumAsOf }) => sum + sumAsOf, 0)).toBe(-21_000);
    expect(parts.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("is not disturbed by payments between its pages", async () => {
    const first = await page("&limit=7");
    await pay(people[5] as Person, (people[0] as Person).points, 500);
    await pay(people[0] as Person, "lujing~donation.points", 300);
    app.clock.advance(HOUR);
    const second = await page(`&limit=100&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ ok: true, sum: 0, complete: true });
  });

  it("counts what crossed the community's border", async () => {
    const far = await person(app, 0, "heyuan");
    const admin = await staff(app, "district-admin");
    const body = { from: people[1]?.points, to: far.points, amount: 40, category: "gift" };
    expect((await app.call("POST", "/v1/ledger/transfers", { token: admin, body })).status).toBe(201);
    app.clock.advance(HOUR);
    expect(await audit()).toMatchObject({ ok: true, sum: 0, totals: { across: -40 } });
    const other = await app.call("GET", "/v1/ledger/audit?community=heyuan&unit=points&limit=100", { token: admin });
    expect(other.body).toMatchObject({ ok: true, sum: 0, totals: { across: 40, members: 40 } });
  });

  it("takes no totals but its own: a cursor with other numbers in it is refused", async () => {
    const { next } = (await page("&limit=7")).body;
    const state = JSON.parse(Buffer.from(next.slice(22), "base64url").toString("utf8"));
    const sealed = (value: object) => next.slice(0, 22) + encodeCursor(value);
    expect((await page(`&cursor=${sealed(state)}`)).status).toBe(200);
    for (const forged of [
      { ...state, t: [state.t[0], -state.t[0], state.t[2]] },
      { ...state, found: 0, after: people[5]?.points },
    ]) {
      const reply = await page(`&cursor=${sealed(forged)}`);
      expect([reply.status, reply.body.code]).toEqual([400, "request/bad-cursor"]);
    }
  });

  it("is the auditor's: others are refused, and a cursor of another unit too", async () => {
    expect((await page("", (people[0] as Person).token)).status).toBe(403);
    expect((await page("", await staff(app, "steward"))).status).toBe(403);
    expect((await page("", await staff(app, "auditor", ["heyuan"]))).status).toBe(403);
    const { next } = (await page("&limit=1")).body;
    const other = await app.call("GET", `/v1/ledger/audit?community=lujing&unit=minutes&cursor=${next}`, {
      token: auditor,
    });
    expect(other.body.code).toBe("request/bad-cursor");
  });
});

describe("an audit of books that somebody changed", () => {
  const named = async () =>
    (await audit()).discrepancies.map(({ account, check, member, settled }: Record<string, unknown>) => [
      account,
      check,
      member,
      settled,
    ]);
  const key = (index: number) => accountKey((people[index] as Person).points);

  it("names a balance that is not the sum of its journal, with both numbers", async () => {
    const honest = (await app.deps.db.get(key(2)))?.bal as number;
    const restore = await tamper(key(2), "bal", honest + 1);
    const report = await audit();
    expect(report).toMatchObject({ ok: false, found: 5 });
    expect(report.discrepancies[0]).toEqual({
      ...{ account: people[2]?.points, check: "journal", member: "balance" },
      ...{ expected: honest, found: honest + 1, settled: true },
    });
    await restore();
    expect((await audit()).ok).toBe(true);
  });

  it("names both accounts of an entry whose amount was changed, and the sum stays zero", async () => {
    const restore = await tamper(transferKey(lastTransfer), "amt", 16);
    expect((await named()).map(([account]: string[]) => account)).toEqual([people[0]?.points, people[5]?.points]);
    expect(await audit()).toMatchObject({ ok: false, sum: 0 });
    await restore();
  });

  it.each([
    ["avail", "derived", "available"],
    ["room", "derived", "room"],
    ["free", "derived", "free"],
    ["spent", "lots", "balance"],
  ])("names a wrong %s", async (attribute, check, member) => {
    const restore = await tamper(key(3), attribute, 7);
    expect(await named()).toEqual([[people[3]?.points, check, member, true]]);
    await restore();
  });

  it("names holds that are not what the account has set aside", async () => {
    const restore = await tamper(key(1), "hin", 0);
    expect(await named()).toContainEqual([people[1]?.points, "holds-in", "holdsIn", true]);
    await restore();
  });

  it("names a floor that the journal went below", async () => {
    const debtor = await person(app);
    const body = { from: debtor.minutes, to: (people[0] as Person).minutes, amount: 60, category: "visit" };
    const admin = await staff(app, "district-admin");
    expect((await app.call("POST", "/v1/ledger/transfers", { token: admin, body })).status).toBe(201);
    app.clock.advance(HOUR);
    const minutes = async () =>
      (await app.call("GET", "/v1/ledger/audit?community=lujing&unit=minutes&limit=100", { token: auditor })).body;
    expect((await minutes()).ok).toBe(true);
    // The same journal under a policy and account whose floor is -30 would have been below it.
    const amount = await tamper(transferKey((await lastOf(debtor.minutes)) as string), "amt", 660);
    expect((await minutes()).discrepancies).toContainEqual({
      ...{ account: debtor.minutes, check: "floor", member: "balance", expected: -600, found: -660, settled: true },
    });
    await amount();
  });

  it("sees a pool whose fold was changed, and an account that is gone by the sum", async () => {
    const pool = await tamper(accountKey("lujing~donation.points"), "bal", 1);
    expect(await named()).toContainEqual(["lujing~donation.points", "journal", "balance", true]);
    await pool();
    const gone = await tamper(key(4), "g3p", "elsewhere");
    expect(await audit()).toMatchObject({ ok: false, found: 0, discrepancies: [] });
    await gone();
    expect((await audit()).ok).toBe(true);
  });

  it("marks what it finds on an account that has just moved as unsettled", async () => {
    const restore = await tamper(key(2), "avail", 7);
    await pay(people[3] as Person, (people[2] as Person).points, 1);
    expect(await named()).toEqual([[people[2]?.points, "derived", "available", false]]);
    app.clock.advance(2 * MINUTE);
    expect(await named()).toEqual([[people[2]?.points, "derived", "available", true]]);
    await restore();
  });

  const lastOf = async (account: string) => {
    const { body } = await app.call("GET", `/v1/ledger/accounts/${account}/statement?limit=1`, { token: auditor });
    return body.items[0]?.transfer.id ?? uuidv7();
  };
});

import { spawnSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stamped } from "../../../functions/ledger/domain/entry.ts";
import { EXPORT_ENTRIES_MAX } from "../../../functions/ledger/http/exports.ts";
import { entryItem } from "../../../functions/ledger/store/journal.ts";
import { create } from "../../../functions/shared/write.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { type Person, person, pools, staff } from "../../support/people.ts";

const HLEDGER = spawnSync("hledger", ["--version"]).status === 0;

let app: App;
let ann: Person;
let bo: Person;
let far: Person;
let auditor: string;

const exported = (query: string, token = auditor) =>
  app.call("GET", `/v1/ledger/export?community=lujing&unit=points${query}`, { token });

const post = async (path: string, token: string, body: object) => {
  const reply = await app.call("POST", `/v1/ledger/${path}`, { token, body });
  expect([200, 201]).toContain(reply.status);
  return reply.body;
};

/** Runs hledger on a journal; a UTF-8 locale, since memos are Chinese. */
const hledger = (journal: string, ...args: string[]) =>
  spawnSync("hledger", ["-f", "-", ...args], {
    input: journal,
    encoding: "utf8",
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
  });

/** Balances as hledger computes them, by account name. */
const balances = (journal: string): Record<string, number> => {
  const { stdout, stderr, status } = hledger(journal, "balance", "--flat", "--no-total", "--empty", "-O", "csv");
  expect([stderr, status]).toEqual(["", 0]);
  const rows = parse(stdout, { columns: true }) as { account: string; balance: string }[];
  return Object.fromEntries(rows.map(({ account, balance }) => [account, Number(balance.split(" ")[0])]));
};

const memberName = (who: Person) => `members:${who.id}:points`;

/** What the API says: members by their accounts, pools with their tails. */
const apiBalances = async (people: readonly Person[]): Promise<Record<string, number>> => {
  const all: Record<string, number> = {};
  for (const who of people) {
    const { body } = await app.call("GET", `/v1/ledger/accounts/${who.points}`, { token: auditor });
    all[memberName(who)] = body.balance;
  }
  const { body } = await app.call("GET", "/v1/ledger/pools?community=lujing&unit=points", { token: auditor });
  for (const { pool, balance } of body.items) if (balance !== 0) all[`pools:lujing:${pool}:points`] = balance;
  return all;
};

let linked: string;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  await pools(app, "heyuan");
  auditor = await staff(app, "auditor");
  ann = await person(app, 1_000);
  bo = await person(app, 500);
  far = await person(app, 300, "heyuan");
  const admin = await staff(app, "district-admin");
  const move = (from: Person, to: string, amount: number, memo: string) =>
    post("transfers", from === far ? admin : from.token, { from: from.points, to, amount, category: "visit", memo });
  app.clock.advance(MINUTE);
  const first = await move(ann, bo.points, 30, "; tag:x, date:2020-13-45 | [2020-01-01] 谢谢");
  await move(bo, "lujing~donation.points", 12, "=HYPERLINK(1)");
  app.clock.advance(12 * HOUR);
  linked = (
    await post("linked-transfers", ann.token, {
      legs: [
        { from: ann.points, to: bo.points, amount: 100, category: "share" },
        { from: ann.points, to: "lujing~donation.points", amount: 8, category: "levy" },
      ],
    })
  ).id;
  await post(`transfers/${first.id}/reversal`, await staff(app, "steward"), { memo: "by mistake" });
  await move(far, ann.points, 40, "from the other community");
});
afterAll(() => app.stop());

describe("an export", () => {
  it("as JSON shows each entry once, the other community's only where it touches this one", async () => {
    const { body } = await exported("&format=json");
    const amounts = body.items.map((item: { amount: number; kind: string }) => [item.kind, item.amount]);
    expect(amounts.sort()).toEqual(
      [
        ["opening", 1_000],
        ["opening", 500],
        ["transfer", 30],
        ["transfer", 12],
        ["transfer", 100],
        ["transfer", 8],
        ["reversal", 30],
        ["transfer", 40],
      ].sort(),
    );
    expect(body.next).toBeNull();
  });

  it("as CSV guards formulas and keeps memos as they are", async () => {
    const reply = await exported("&format=csv");
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const rows = parse(reply.text, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(8);
    expect(rows.map(({ memo }) => memo)).toContain("'=HYPERLINK(1)");
    expect(rows.find(({ reversal }) => reversal === "true")).toMatchObject({ kind: "reversal", date: "2026-06-16" });
  });

  it("between two instants holds the movements from the first on, up to the second", async () => {
    const { body } = await exported("&format=json&from=2026-06-15T04:01:00Z&to=2026-06-15T12:00:00Z");
    expect(body.items.map(({ amount }: { amount: number }) => amount).sort()).toEqual([12, 30]);
  });

  it("is the auditor's and the administrator's alone", async () => {
    expect((await exported("", ann.token)).status).toBe(403);
    expect((await exported("", await staff(app, "steward"))).status).toBe(403);
    expect((await exported("", await staff(app, "auditor", ["heyuan"]))).status).toBe(403);
    expect((await exported("", await staff(app, "district-admin", []))).status).toBe(200);
  });
});

describe("an hledger journal", () => {
  it("has one transaction a transfer, a linked one with four postings", async () => {
    const { text } = await exported("&format=hledger");
    const found = text.split("\n\n").find((block) => block.includes(`(${linked})`)) ?? "";
    expect(found.split("\n").filter((line) => /^ {4}(members|pools)/.test(line))).toHaveLength(4);
    expect(text.match(/^2026-/gm)).toHaveLength(7);
  });

  it.skipIf(!HLEDGER)(
    "passes hledger check --strict, and hledger's balances are the API's (skipped without hledger)",
    async () => {
      const { text } = await exported("&format=hledger");
      const checked = hledger(text, "check", "-s");
      expect([checked.stderr, checked.status]).toEqual(["", 0]);
      const computed = balances(text);
      expect(computed[`outside:${far.id}:points`]).toBe(-40);
      delete computed[`outside:${far.id}:points`];
      expect(computed).toEqual(await apiBalances([ann, bo]));
    },
  );

  it.skipIf(!HLEDGER)("of an empty book is valid too (skipped without hledger)", async () => {
    const { text } = await app.call("GET", "/v1/ledger/export?community=lujing&unit=minutes&format=hledger", {
      token: auditor,
    });
    expect(hledger(text, "check", "-s").status).toBe(0);
  });
});

describe("a long journal", () => {
  it("comes in parts that join to the whole, each entry once, hledger confirming them together", async () => {
    const count = EXPORT_ENTRIES_MAX + 500;
    const cat = await person(app);
    const drafts = Array.from({ length: count }, (_, index) => ({
      ...{ id: uuidv7(), leg: 0, reversal: false, kind: "transfer" as const, from: "lujing~issuance.points" },
      ...{ to: "lujing~redemption.points", amount: index + 1, category: "flood", by: cat.id },
    }));
    const entries = stamped(drafts, app.deps.stamps.take(count));
    for (let start = 0; start < count; start += 100) {
      await app.deps.db.commit(entries.slice(start, start + 100).map((entry) => create(entryItem(entry))));
    }
    const ids: string[] = [];
    const texts: string[] = [];
    for (const format of ["json", "hledger"]) {
      let next: string | null = "";
      for (let parts = 0; next !== null; parts++) {
        expect(parts).toBeLessThan(10);
        const reply = await exported(`&format=${format}${next && `&cursor=${next}`}`);
        expect(reply.status).toBe(200);
        if (format === "json")
          ids.push(
            ...reply.body.items.map(({ id, leg, reversal }: Record<string, unknown>) => `${id}/${leg}/${reversal}`),
          );
        else texts.push(reply.text);
        next = format === "json" ? reply.body.next : reply.headers.get("linli-next-cursor");
        const said = /^; linli-next-cursor (\S+)$/m.exec(reply.text)?.[1] ?? null;
        if (format === "hledger") expect(said).toBe(next);
      }
    }
    expect(texts.length).toBeGreaterThan(1);
    expect([ids.length, new Set(ids).size]).toEqual([count + 8, count + 8]);
    if (!HLEDGER) return;
    const whole = texts.join("\n");
    expect(hledger(whole, "check", "-s").stderr).toBe("");
    expect(balances(whole)["pools:lujing:redemption:points"]).toBe((count * (count + 1)) / 2);
  });
});

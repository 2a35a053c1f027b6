/** Two releases on one table: the later one has raised the shape of accounts twice and that of a kind of the test. */
import { readFileSync } from "node:fs";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountKey } from "../../functions/ledger/store/account.ts";
import { type Db, openDb } from "../../functions/shared/dynamo.ts";
import { runJob } from "../../functions/shared/jobs.ts";
import { migrateShapes } from "../../functions/shared/migrate.ts";
import { openShapes, VERSION } from "../../functions/shared/shape.ts";
import { always, create, type Item, replace, type Write } from "../../functions/shared/write.ts";
import { type Shape, shapes, type Upgrade } from "../../schemas/shapes.ts";
import { HOUR } from "../support/clock.ts";
import { type App, makeTable, startApp } from "../support/harness.ts";
import { account, type Person, person, staff } from "../support/people.ts";
import { type Sample, sampleFile } from "../support/shapes.ts";
import { tableText } from "../support/table-text.ts";

/** Items of each segment in one page: small, so that a run has many pages. */
const PAGE = 3;
const ITEMS = 40;

/** An account names its holder shortly, then in its community. Both come from what never changes. */
const short: Upgrade = (item) => ({ ...item, short: String(item.hid).slice(-4) });
const named: Upgrade = (item) => ({ ...item, name: `${String(item.com)}/${String(item.short)}` });

/** Minutes become seconds: added in version 2, the minutes dropped in version 3. */
const addSeconds: Upgrade = (item) => {
  if (typeof item.minutes !== "number") throw new TypeError("no minutes");
  return { ...item, seconds: item.minutes * 60 };
};
const dropMinutes: Upgrade = ({ minutes: _, ...item }) => item as ReturnType<Upgrade>;

const probe: Shape = { kind: "probe", pk: "ZZ#", sk: "P" };
const earlier = [...shapes, probe];
const later = [
  ...shapes.map((shape) => (shape.kind === "account" ? { ...shape, upgrades: [short, named] } : shape)),
  { ...probe, upgrades: [addSeconds, dropMinutes] },
];

/** What an account was stored as before, from its fixture, under another id. */
const sample = unmarshall(
  (JSON.parse(readFileSync(sampleFile("account", 1), "utf8")) as Sample).item as Record<string, AttributeValue>,
) as Item;
const oldAccount = (id: string): Item => ({ ...sample, ...accountKey(`${id}.points`), hid: id, g3s: `${id}.points` });
const probeKey = (index: number) => ({ pk: `ZZ#${index}`, sk: "P" });

const put = (item: Item): Write => ({ type: "put", item, condition: always });

interface Bench {
  readonly app: App;
  readonly before: Db;
  readonly after: Db;
}

/** A table with items of the earlier release. */
const bench = async (): Promise<Bench> => {
  const { client, table } = await makeTable();
  const app = await startApp({ table });
  const before = openDb({ client, table, shapes: openShapes(earlier) });
  const after = openDb({ client, table, shapes: openShapes(later) });
  for (let index = 0; index < ITEMS; index++) {
    const id = `01a21357-0000-7000-8000-${String(index).padStart(12, "0")}`;
    await before.commit([put(oldAccount(id)), put({ ...probeKey(index), minutes: index, rev: 1 })]);
  }
  return { app, before, after };
};

const migrate = ({ app }: Bench, db: Db) =>
  runJob({ ...migrateShapes(PAGE), deps: { ...app.deps, db }, deadlineMs: app.clock.now().getTime() + HOUR });

/** The table without the records of runs. */
const contents = async ({ app }: Bench): Promise<string[]> =>
  (await tableText(app)).filter((line) => !line.includes('"JOB#'));

/** A connection that is cut at the write number `at`, before or after it took place; nothing gets through from then. */
const dying = (db: Db, at: number, when: "before" | "after"): Db => {
  let left = at;
  const dead = () => Promise.reject<never>(new Error("the process is dead"));
  const write =
    <In, Out>(work: (input: In) => Promise<Out>) =>
    async (input: In): Promise<Out> => {
      left -= 1;
      if (left < 0 || (left === 0 && when === "before")) return dead();
      const done = await work(input);
      return left === 0 ? dead() : done;
    };
  return { ...db, commit: write(db.commit), renew: write(db.renew) };
};

let expected: readonly string[];
beforeAll(async () => {
  const plain = await bench();
  const report = await migrate(plain, plain.after);
  expect(report).toMatchObject({ state: "finished", counts: { changed: 2 * ITEMS, failed: 0 } });
  expect(report.pages).toBeGreaterThan(3);
  expected = await contents(plain);
  await plain.app.stop();
});

describe("the migration", () => {
  let made: Bench;
  beforeEach(async () => {
    made = await bench();
    return () => made.app.stop();
  });

  it("leaves every item in the current shape, through all its steps, and changes nothing the second time", async () => {
    expect((await migrate(made, made.after)).counts.changed).toBe(2 * ITEMS);
    expect(await made.before.get(probeKey(7))).toEqual({ ...probeKey(7), seconds: 420, rev: 1, [VERSION]: 3 });
    const found = await made.after.get(accountKey("01a21357-0000-7000-8000-000000000005.points"));
    expect(found).toMatchObject({ short: "0005", name: `${String(sample.com)}/0005`, bal: sample.bal, [VERSION]: 3 });
    expect((await migrate(made, made.after)).counts).toEqual({ changed: 0, unchanged: 0, failed: 0 });
    expect(await contents(made)).toEqual(expected);
  });

  it.each(["before", "after"] as const)("cut short %s any of its writes ends the same", async (when) => {
    // Renewals and records of pages; after each cut the next run goes on.
    for (let at = 1; at <= 12; at++) {
      await migrate(made, dying(made.after, at, when)).catch(() => undefined);
    }
    await migrate(made, made.after);
    await migrate(made, made.after);
    expect(await contents(made)).toEqual(expected);
  });

  it("goes on after the last kept page", async () => {
    let pages = 0;
    const db: Db = {
      ...made.after,
      scan: (input) => (pages++ >= 8 ? Promise.reject(new Error("power cut")) : made.after.scan(input)),
    };
    await expect(migrate(made, db)).rejects.toThrow("power cut");
    expect(await migrate(made, made.after)).toMatchObject({ resumed: true, counts: { changed: 2 * ITEMS } });
    expect(await contents(made)).toEqual(expected);
  });

  it("may run in two processes at once", async () => {
    const reports = await Promise.all([migrate(made, made.after), migrate(made, made.after)]);
    expect(reports.flatMap(({ failures }) => failures)).toEqual([]);
    expect(await contents(made)).toEqual(expected);
  });

  it("overwrites nothing that changes between reading and writing", async () => {
    const racing: Db = {
      ...made.after,
      renew: async (item) => {
        const update = "SET #n = :n";
        const condition = { expression: "attribute_exists(#n)", names: { "#n": "bal" }, values: { ":n": 77 } };
        if (item.sk === "A")
          await made.before.commit([{ type: "update", key: { pk: item.pk, sk: item.sk }, update, condition }]);
        return made.after.renew(item);
      },
    };
    expect((await migrate(made, racing)).counts).toMatchObject({ changed: 2 * ITEMS, failed: 0 });
    expect((await contents(made)).filter((line) => line.includes('"bal":77'))).toHaveLength(ITEMS);
    expect((await contents(made)).filter((line) => !line.includes('"v":3'))).toEqual([]);
  });

  it("sets an item aside that cannot be upgraded, with the reason, and goes on", async () => {
    await made.before.commit([put({ ...probeKey(0), minutes: "none", rev: 2 })]);
    const report = await migrate(made, made.after);
    expect(report.counts).toEqual({ changed: 2 * ITEMS - 1, unchanged: 0, failed: 1 });
    expect(report.failures).toEqual([{ item: "ZZ#0|P", reason: "no minutes" }]);
    expect(await made.before.get(probeKey(0))).toEqual({ ...probeKey(0), minutes: "none", rev: 2 });
  });
});

describe("while both releases write", () => {
  let made: Bench;
  beforeEach(async () => {
    made = await bench();
    return () => made.app.stop();
  });

  it("the later one reads old items as it writes them, by key, by batch and by query", async () => {
    const fresh = { ...probeKey(3), seconds: 180, rev: 1, [VERSION]: 3 };
    expect(await made.after.get(probeKey(3))).toEqual(fresh);
    expect(await made.after.getMany([probeKey(3)])).toEqual([fresh]);
    expect((await made.after.query({ partition: "ZZ#3", limit: 1 })).items).toEqual([fresh]);
    const met = await made.after.commit([
      create({ ...probeKey(3), seconds: 0 }),
      put({ ...probeKey(900), seconds: 1 }),
    ]);
    expect(met).toMatchObject({ ok: false, failed: [{ found: fresh }] });
  });

  it("replaces an old item under its revision, and the earlier one gets it back into its own shape", async () => {
    const read = (await made.after.get(probeKey(3))) as Item;
    expect((await made.after.commit([replace({ ...read, seconds: 999, rev: 2 }, "rev", 1)])).ok).toBe(true);
    const seen = (await made.before.get(probeKey(3))) as Item;
    expect(seen).toEqual({ ...probeKey(3), seconds: 999, rev: 2, [VERSION]: 3 });
    // Rolled back: what the earlier release writes is of its own version again, and upgraded once more.
    expect((await made.before.commit([replace({ ...seen, minutes: 5, rev: 3 }, "rev", 2)])).ok).toBe(true);
    expect(await made.before.get(probeKey(3))).not.toHaveProperty(VERSION);
    expect(await made.after.get(probeKey(3))).toMatchObject({ seconds: 300, rev: 3, [VERSION]: 3 });
  });

  it("brings an old item up to date before it updates it in place, alone or in a transaction", async () => {
    const longer: Write = {
      type: "update",
      key: probeKey(4),
      update: "SET #s = #s + :d",
      condition: { expression: "#s >= :z", names: { "#s": "seconds" }, values: { ":d": 1, ":z": 0 } },
    };
    expect(await made.after.commit([longer])).toEqual({ ok: true });
    expect(await made.before.get(probeKey(4))).toEqual({ ...probeKey(4), seconds: 241, rev: 1, [VERSION]: 3 });
    const other = { ...longer, key: probeKey(5) };
    expect(await made.after.commit([other, put({ ...probeKey(901), seconds: 1 })])).toEqual({ ok: true });
    expect(await made.after.get(probeKey(5))).toMatchObject({ seconds: 301, [VERSION]: 3 });
    // An update that makes its item makes it of the current version.
    const making: Write = {
      ...longer,
      key: probeKey(902),
      update: "SET #s = :d",
      condition: { ...always, ...made902 },
    };
    expect(await made.after.commit([making])).toEqual({ ok: true });
    expect(await made.before.get(probeKey(902))).toEqual({ ...probeKey(902), seconds: 1, [VERSION]: 3 });
  });

  it("an update in place by the earlier one makes the item old again", async () => {
    await migrate(made, made.after);
    const key = accountKey("01a21357-0000-7000-8000-000000000006.points");
    const update = "SET #b = :b REMOVE #x";
    const names = { "#b": "bal", "#x": "none" };
    const condition = { expression: "attribute_exists(#b)", names, values: { ":b": 5 } };
    expect(await made.before.commit([{ type: "update", key, update, condition }])).toEqual({ ok: true });
    expect(await made.before.get(key)).not.toHaveProperty(VERSION);
    expect((await migrate(made, made.after)).counts.changed).toBe(1);
    expect(await made.before.get(key)).toMatchObject({ bal: 5, short: "0006", [VERSION]: 3 });
  });

  it("keeps what a refusal left under a client's key as it is", async () => {
    const refused = { ...probeKey(903), fp: "f", no: [{ code: "ledger/insufficient-available", params: {} }] };
    expect(await made.after.commit([create(refused)])).toEqual({ ok: true });
    expect(await made.after.get(probeKey(903))).toEqual(refused);
    expect((await migrate(made, made.after)).failures).toEqual([]);
  });
});

const made902 = { names: { ...always.names, "#s": "seconds" }, values: { ":d": 1 } };

describe("payments of both releases on one table", () => {
  let before: App;
  let after: App;
  beforeAll(async () => {
    before = await startApp();
    after = await startApp({ table: before.table, overrides: { shapes: openShapes(later) } });
  });
  afterAll(async () => {
    await before.stop();
    await after.stop();
  });

  it("with the job between them lose and make nothing, and end in the current shape", async () => {
    const [ann, bo] = (await Promise.all([person(before, 1_000), person(before, 1_000)])) as [Person, Person];
    // A token says who signed it: each app has an issuer of its own.
    const tokens = new Map([
      [before, { [ann.id]: ann.token, [bo.id]: bo.token }],
      [after, { [ann.id]: await after.token({ sub: ann.id }), [bo.id]: await after.token({ sub: bo.id }) }],
    ]);
    const pay = async (app: App, from: Person, to: Person) => {
      const body = { from: from.points, to: to.points, amount: 3, category: "thanks" };
      const token = tokens.get(app)?.[from.id] ?? "";
      const key = uuidv7();
      for (let attempt = 0; attempt < 20; attempt++) {
        const { status } = await app.call("POST", "/v1/ledger/transfers", { token, body, key });
        // So many at once on two accounts may be told to come again, with one release as with two.
        if (status !== 503) return status;
      }
      return 503;
    };
    const work = Array.from({ length: 24 }, (_, index) =>
      index % 2 === 0 ? pay(before, ann, bo) : pay(after, index % 4 === 1 ? bo : ann, index % 4 === 1 ? ann : bo),
    );
    const run = () => runJob({ ...migrateShapes(1), deps: after.deps, deadlineMs: after.clock.now().getTime() + HOUR });
    const [statuses] = await Promise.all([Promise.all(work), run()]);
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect((await run()).failures).toEqual([]);
    const moved = (12 + 6 - 6) * 3;
    expect((await account(before, ann)).balance).toBe(1_000 - moved);
    expect((await account(before, bo)).balance).toBe(1_000 + moved);
    expect((await before.deps.db.get(accountKey(ann.points)))?.[VERSION]).toBe(3);
    const audit = await after.call("GET", "/v1/ledger/audit?community=lujing&unit=points", {
      token: await staff(after, "auditor"),
    });
    expect(audit.body).toMatchObject({ complete: true, discrepancies: [], sum: 0 });
  });
});

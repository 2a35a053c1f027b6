/** The sealed journal: what the job seals, what an outsider can check of it, and each way to alter it, found. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteItemCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { blockItem, toBlock } from "../../../functions/ledger/store/seal.ts";
import { verifyConsistency } from "../../../functions/shared/merkle.ts";
import type { Item } from "../../../functions/shared/write.ts";
import { exportTable } from "../../../infra/cli/archive/export.ts";
import { scanItems, type TableRef } from "../../../infra/cli/archive/table.ts";
import type { WireItem } from "../../../infra/cli/archive/typed-json.ts";
import { verifyCommand } from "../../../infra/cli/commands/data.ts";
import { BookReader } from "../../../infra/cli/ledger/book.ts";
import { type KeptCheckpoint, verifyLedger } from "../../../infra/cli/ledger/verify.ts";
import { localClient } from "../../../infra/local/client.ts";
import { fakeCli } from "../../support/cli.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import { type App, type Reply, startApp } from "../../support/harness.ts";
import { outsideExport, outsideProof } from "../../support/outside-verifier.ts";
import { type Person, person, pools } from "../../support/people.ts";

let app: App;
let ann: Person;
let bo: Person;
let table: TableRef;
/** Transfers by day of the story. */
const paid: string[][] = [];

const pay = async (from: Person, to: Person, amount: number, memo?: string): Promise<string> => {
  const body = { from: from.points, to: to.points, amount, category: "thanks", ...(memo ? { memo } : {}) };
  const reply = await app.call("POST", "/v1/ledger/transfers", { token: from.token, body });
  expect(reply.status, reply.text).toBe(201);
  return reply.body.id;
};

const seal = () => runNamed("ledger-seal", app.deps);
const proof = (who: Person, transfer: string, query = ""): Promise<Reply> =>
  app.call("GET", `/v1/ledger/accounts/${who.points}/proof?transfer=${transfer}${query}`, { token: who.token });
const roots = async (): Promise<(KeptCheckpoint & { day: { day: string } })[]> =>
  (await app.call("GET", "/v1/ledger/roots?limit=100")).body.items;

/** A day with payments to and from Ann and a reward, sealed the morning after. */
const playDay = async (): Promise<void> => {
  const ids: string[] = [];
  for (let amount = 1; amount <= 3; amount++) {
    ids.push(await pay(ann, bo, amount, `谢谢 ${amount}`), await pay(bo, ann, amount));
    app.clock.advance(HOUR);
  }
  paid.push(ids);
  app.clock.advance(DAY);
  expect(await seal()).toMatchObject({ state: "finished", counts: { failed: 0 } });
};

beforeAll(async () => {
  app = await startApp();
  table = { client: localClient(inject("engine").endpoint), table: app.table };
  await pools(app);
  [ann, bo] = [await person(app, 1_000), await person(app, 1_000)];
  await person(app);
  await playDay();
  await playDay();
  await playDay();
});
afterAll(() => app.stop());

describe("a resident", () => {
  it("checks each entry on either account against its day's signed root, with a verifier of their own", async () => {
    for (const transfer of paid.flat()) {
      for (const who of [ann, bo]) {
        const { status, body, text } = await proof(who, transfer);
        expect(status, text).toBe(200);
        expect(outsideProof(body)).toBe(true);
      }
    }
  });

  it("is shown that a proof fails when any member of it is changed", async () => {
    const { body } = await proof(ann, paid[1]?.[2] as string);
    const zeros = "0".repeat(64);
    const other = { ...body.blocks[0], previous: zeros };
    const changes: [member: string, value: unknown][] = [
      ["entry", { ...body.entry, amount: body.entry.amount + 1 }],
      ["entry", { ...body.entry, memo: "other" }],
      ["index", (body.index + 1) % body.blocks[0].count],
      ["entryPath", [zeros, ...body.entryPath.slice(1)]],
      ["blocks", [other, ...body.blocks.slice(1)]],
      ["headEntries", body.headEntries + 1],
      ["headIndex", (body.headIndex + 1) % body.day.accounts],
      ["headPath", [zeros, ...body.headPath.slice(1)]],
      ["day", { ...body.day, tree: zeros }],
      ["dayPath", [zeros, ...body.dayPath.slice(1)]],
      ["checkpoint", { ...body.checkpoint, root: zeros }],
      ["checkpoint", { ...body.checkpoint, district: "other" }],
      ["signature", { ...body.signature, sig: Buffer.alloc(64).toString("base64url") }],
    ];
    expect(outsideProof(body)).toBe(true);
    for (const [member, value] of changes) expect(outsideProof({ ...body, [member]: value }), member).toBe(false);
  });

  it("gets no proof of another's entry, of none, nor on an account that it does not touch", async () => {
    const stranger = await person(app);
    const [transfer] = paid[0] as [string];
    const others = `/v1/ledger/accounts/${ann.points}/proof?transfer=${transfer}`;
    expect((await app.call("GET", others, { token: stranger.token })).status).toBe(404);
    expect((await proof(stranger, transfer)).body.code).toBe("resource/not-found");
    expect((await proof(ann, transfer, "&leg=3")).body.code).toBe("resource/not-found");
    expect((await proof(ann, transfer, "&reversal=true")).body.code).toBe("resource/not-found");
    expect((await proof(ann, uuidv7())).body.code).toBe("resource/not-found");
  });

  it("is told to come back for an entry of today", async () => {
    const transfer = await pay(ann, bo, 1);
    const reply = await proof(ann, transfer);
    expect([reply.status, reply.body.code, reply.body.params.day]).toEqual([409, "ledger/not-sealed", "2026-06-17"]);
  });
});

describe("everybody", () => {
  it("sees a root a day and a proof that each continues every earlier one", async () => {
    const items = await roots();
    expect(items.map(({ day }) => day.day)).toEqual(["2026-06-17", "2026-06-16", "2026-06-15"]);
    for (const newer of items) {
      for (const older of items.filter(({ checkpoint }) => checkpoint.size <= newer.checkpoint.size)) {
        const query = `?from=${older.day.day}&to=${newer.day.day}`;
        const { body } = await app.call("GET", `/v1/ledger/root-consistency${query}`);
        const at = ({ size, root }: KeptCheckpoint["checkpoint"]) => ({ size, root: Buffer.from(root, "hex") });
        const path = body.path.map((each: string) => Buffer.from(each, "hex"));
        const claim = { older: at(older.checkpoint), newer: at(newer.checkpoint), path };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, older: { ...claim.older, root: Buffer.alloc(32) } })).toBe(false);
      }
    }
  });

  it("is refused days that are not there or in the wrong order", async () => {
    const ask = (from: string, to: string) => app.call("GET", `/v1/ledger/root-consistency?from=${from}&to=${to}`);
    expect((await ask("2026-06-01", "2026-06-17")).body.code).toBe("resource/not-found");
    expect((await ask("2026-06-17", "2026-06-15")).body.code).toBe("request/invalid");
    const page = await app.call("GET", "/v1/ledger/roots?limit=2");
    const rest = await app.call("GET", `/v1/ledger/roots?limit=2&cursor=${page.body.next}`);
    expect(rest.body.items.map(({ day }: { day: { day: string } }) => day.day)).toEqual(["2026-06-15"]);
    expect((await app.call("GET", "/v1/ledger/roots?cursor=abc")).body.code).toBe("request/bad-cursor");
  });
});

describe("the job", () => {
  it("seals a day once: again, and twice at once, it changes nothing", async () => {
    const before = await roots();
    const again = await Promise.all([seal(), seal()]);
    expect(again.map(({ counts }) => counts.changed)).toEqual([0, 0]);
    expect(await roots()).toEqual(before);
  });

  it("publishes each root as an event's item with its number", async () => {
    const items: Item[] = [];
    for await (const item of scanItems(table)) if (item.pk?.S?.startsWith("LR#")) items.push(unmarshall(item) as Item);
    expect(items.map(({ ev, rev }) => [ev, rev]).sort()).toEqual(
      [1, 2, 3].map((rev) => ["ledger.root.published", rev]),
    );
  });
});

/** The ledger of the table as an export has it, with rows changed by `tamper`. */
const checked = async (tamper: (items: Map<string, WireItem>) => void, kept: readonly KeptCheckpoint[] = []) => {
  const items = new Map<string, WireItem>();
  for await (const item of scanItems(table)) items.set(`${item.pk?.S} ${item.sk?.S}`, item);
  tamper(items);
  const reader = new BookReader();
  for (const item of items.values()) reader.take(item);
  return verifyLedger(reader.book(), kept);
};

const keyOf = (transfer: string) => `T#${transfer} T`;
const at = (items: Map<string, WireItem>, key: string): WireItem => {
  const item = items.get(key);
  if (!item) throw new Error(`no item ${key}`);
  return item;
};

describe("an altered table", () => {
  const victim = () => paid[1]?.[2] as string;

  it("is not one: nothing is found, and what is not sealed yet is counted", async () => {
    const report = await checked(() => undefined);
    expect(report).toMatchObject({ days: 3, findings: [] });
    expect(report.unsealed).toBeGreaterThan(0);
  });

  it.each(["amt", "g1s", "cat", "by", "memo"])(
    "with an entry whose %s was changed names that entry",
    async (member) => {
      const { findings } = await checked((items) => {
        const row = at(items, keyOf(victim()));
        const value = row[member] as { N?: string; S?: string };
        const changed = value.N === undefined ? { S: `${value.S}!` } : { N: String(Number(value.N) + 1) };
        items.set(keyOf(victim()), { ...row, [member]: changed } as WireItem);
      });
      const sides = [ann.points, bo.points].sort();
      expect(findings).toEqual(sides.map((account) => ({ what: "entry-altered", account, entry: `${victim()}T00` })));
    },
  );

  it("with an entry removed names it", async () => {
    const { findings } = await checked((items) => void items.delete(keyOf(victim())));
    expect(findings.map(({ what, entry }) => [what, entry])).toEqual(
      [1, 2].map(() => ["entry-removed", `${victim()}T00`]),
    );
  });

  it("with an entry inserted between sealed ones, or after them into a sealed day, names it", async () => {
    const id = uuidv7();
    for (const shift of [1, 10 * 60 * 1_000_000]) {
      const { findings } = await checked((items) => {
        const row = at(items, keyOf(paid[2]?.at(-1) as string));
        const stamp = { N: String(Number(row.g1s?.N) + shift) };
        items.set(keyOf(id), { ...row, pk: { S: `T#${id}` }, g1s: stamp, g2s: stamp });
      });
      expect(findings.map(({ what, entry }) => [what, entry])).toEqual(
        [1, 2].map(() => ["entry-inserted", `${id}T00`]),
      );
    }
  });

  it("with two entries in each other's place names the first", async () => {
    const [one, other] = [paid[1]?.[1] as string, victim()];
    const { findings } = await checked((items) => {
      const [a, b] = [at(items, keyOf(one)), at(items, keyOf(other))];
      items.set(keyOf(one), { ...a, g1s: b.g1s, g2s: b.g2s } as WireItem);
      items.set(keyOf(other), { ...b, g1s: a.g1s, g2s: a.g2s } as WireItem);
    });
    expect(findings.map(({ what, entry }) => [what, entry])).toEqual([1, 2].map(() => ["entry-altered", `${one}T00`]));
    const blocks = await checked((items) => {
      const [key] = [...items.keys()].filter((each) => each.startsWith(`LB#${ann.points}`)).sort();
      const block = toBlock(unmarshall(at(items, key as string)) as Item);
      const swapped = blockItem({ ...block, entries: [...block.entries].reverse() });
      items.set(key as string, { ...at(items, key as string), e: { B: swapped.e as Uint8Array } });
    });
    expect(blocks.findings[0]?.what).toBe("entry-reordered");
  });

  it("with entry and block altered together breaks the chain there", async () => {
    const { findings } = await checked((items) => {
      const [key] = [...items.keys()].filter((each) => each.startsWith(`LB#${ann.points}`)).sort();
      const row = at(items, key as string);
      items.set(key as string, { ...row, p: { B: Buffer.alloc(32, 1) } });
    });
    expect(findings).toMatchObject([{ what: "chain-broken", account: ann.points }]);
  });

  it("with a wrong head, balance, tree, root or signature says so", async () => {
    const first = async (key: (items: Map<string, WireItem>) => string, change: Partial<WireItem>) =>
      (await checked((items) => void items.set(key(items), { ...at(items, key(items)), ...change } as WireItem)))
        .findings[0];
    const zeros = { B: Buffer.alloc(32) };
    const starting = (prefix: string) => (items: Map<string, WireItem>) =>
      [...items.keys()].filter((each) => each.startsWith(prefix) && !each.endsWith("~")).sort()[0] as string;
    expect(await first(() => `LH#${ann.points} H`, { h: zeros })).toMatchObject({ what: "head-wrong" });
    expect(await first(() => `A#${ann.points} A`, { bal: { N: "999999" } })).toMatchObject({ what: "balance-wrong" });
    expect(await first(starting("LT#"), { h: zeros })).toMatchObject({ what: "tree-wrong", day: "2026-06-15" });
    expect(await first(starting("LR#"), { acc: { N: "1" } })).toMatchObject({ what: "tree-wrong", day: "2026-06-15" });
    expect(await first(starting("LR#"), { log: zeros })).toMatchObject({ what: "log-wrong", day: "2026-06-15" });
    const sig = { S: Buffer.alloc(64).toString("base64url") };
    expect(await first(starting("LR#"), { sig })).toMatchObject({ what: "signature-wrong", day: "2026-06-15" });
  });

  it("that was sealed anew as a whole is not what was published", async () => {
    const kept = await roots();
    expect((await checked(() => undefined, kept)).findings).toEqual([]);
    const other = kept.map((each) => ({ ...each, checkpoint: { ...each.checkpoint, root: "0".repeat(64) } }));
    expect((await checked(() => undefined, other)).findings.map(({ what }) => what)).toEqual(
      kept.map(() => "not-as-published"),
    );
  });
});

describe("an export", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "linli-seal-"));
    return () => rmSync(folder, { recursive: true, force: true });
  });
  const district = { id: "testqu", text: '{"id":"testqu"}\n' };
  const take = (to: string) => exportTable({ target: table, folder: to, district, passesMax: 3, cli: fakeCli() });

  it("is verified without a server, by us and by an outsider; an altered row is named by both", async () => {
    const file = join(folder, "roots.json");
    writeFileSync(file, JSON.stringify((await app.call("GET", "/v1/ledger/roots")).body));
    await take(join(folder, "good"));
    const cli = fakeCli();
    expect(await verifyCommand(cli, join(folder, "good"), { published: file })).toBe(0);
    expect(cli.printed.join("\n")).toMatch(/3 daily roots, \d+ sides not sealed yet; 0 findings/);
    expect(outsideExport(join(folder, "good"))).toBeUndefined();

    const Key = { pk: { S: `T#${paid[0]?.[0]}` }, sk: { S: "T" } };
    const { Item: row } = await table.client.send(new GetItemCommand({ TableName: table.table, Key }));
    const put = (Item: WireItem) => table.client.send(new PutItemCommand({ TableName: table.table, Item }));
    await put({ ...(row as WireItem), amt: { N: "77" } });
    await take(join(folder, "bad"));
    await put(row as WireItem);
    const look = fakeCli();
    expect(await verifyCommand(look, join(folder, "bad"), { published: file })).toBe(3);
    expect(look.printed.join("\n")).toContain(`${paid[0]?.[0]}T00: the entry was altered`);
    expect([ann.points, bo.points]).toContain(outsideExport(join(folder, "bad")));
  });
});

it("a journal that was altered before it was sealed is not sealed, and no root is published over it", async () => {
  const before = (await roots()).length;
  const transfer = await pay(ann, bo, 5);
  app.clock.advance(DAY);
  const Key = { pk: { S: `T#${transfer}` }, sk: { S: "T" } };
  const { Item: row } = await table.client.send(new GetItemCommand({ TableName: table.table, Key }));
  await table.client.send(new DeleteItemCommand({ TableName: table.table, Key }));
  await expect(seal()).rejects.toThrow(/adds up to/);
  expect((await roots()).length).toBe(before);
  await table.client.send(new PutItemCommand({ TableName: table.table, Item: row as WireItem }));
  expect((await seal()).state).toBe("finished");
  expect((await roots()).length).toBe(before + 1);
});

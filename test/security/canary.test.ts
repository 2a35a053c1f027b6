/**
 * Canaries: personal data with words that occur nowhere else goes through a full story, on a table that loses answers
 * and throttles. None of them may reach a log line, an event or a cursor, and after the erasure no stored item.
 */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { derive } from "../../events/derive.ts";
import type { CommitObserver } from "../../functions/shared/dynamo.ts";
import { type Log, loggable } from "../../functions/shared/log.ts";
import type { Item } from "../../functions/shared/write.ts";
import { ROLL_COLUMNS } from "../../schemas/residents/roll.ts";
import { startWorld, type World } from "../integration/residents/world.ts";
import { type Fault, faultyClient, seededRandom } from "../support/faults.ts";
import type { CallOptions, Reply } from "../support/harness.ts";
import { seedOf } from "../support/seed.ts";
import { tableText } from "../support/table-text.ts";

/** What is Ann's: all of it must be gone in the end. */
const NAME = "欧阳绯红";
const NEW_NAME = "欧阳绯青";
const HERS = [
  NAME,
  NEW_NAME,
  "13912345678",
  "13987654321",
  "1948-03-09",
  "REF-77-ANN",
  "公证书-绯红-12",
  "绯红家",
] as const;
/** An address stays with the register of buildings, which is nobody's data; it is in no log, event or cursor either. */
const ADDRESS = "绯路八十八号";
/** The refused row's person never gets in: not a word of theirs is kept. */
const REFUSED = ["司马无双", "REF-78-BAD", "1948-33-39"] as const;
const ALL = [...HERS, ADDRESS, ...REFUSED];

const seed = seedOf(process.env, () => 1);
const lines: string[] = [];
const events: string[] = [];
const cursors: string[] = [];
const injected = new Map<Fault, number>();
let world: World;

const write = (code: string, fields: object = {}, error?: unknown) => {
  const shown = error instanceof Error ? loggable(error) : undefined;
  lines.push(JSON.stringify({ code, ...fields, ...(shown && { ...shown, message: shown.message }) }));
};
const log: Log = { info: write, error: write };
const observer: CommitObserver = {
  before: (writes) => (committed) => {
    if (!committed) return;
    for (const each of writes) {
      const event = each.type === "put" ? derive(each.item as Item, "testqu") : undefined;
      if (event) events.push(JSON.stringify(event));
    }
  },
};

/** Chances of faults; nought while the communities are made. */
const rates: Partial<Record<Fault, number>> = {};

beforeAll(async () => {
  const client = faultyClient(inject("engine").endpoint, { rates, random: seededRandom(seed), injected });
  world = await startWorld({ overrides: { client, log, observer, sleep: async () => undefined } });
  Object.assign(rates, { conflict: 0.2, throttle: 0.1, "lost-after": 0.2 });
}, 60_000);
afterAll(() => world.app.stop());

/** Sends under one key until the table has an answer, and keeps what the answer says of where to go on. */
const insist = async (method: string, path: string, options: CallOptions): Promise<Reply> => {
  const key = options.key ?? uuidv7();
  const headers = { "idempotency-key": key, ...options.headers };
  let reply = await world.app.call(method, path, { ...options, headers });
  while (reply.status === 503) reply = await world.app.call(method, path, { ...options, headers });
  if (typeof reply.body?.next === "string") {
    cursors.push(Buffer.from(reply.body.next, "base64url").toString("utf8"), reply.body.next);
  }
  return reply;
};

const roll = (): string => {
  const share = `${ADDRESS},1801,89.5,registry,100`;
  return [
    ROLL_COLUMNS.join(","),
    `${HERS[5]},${NAME},${HERS[4]},${HERS[2]},female,${share},${HERS[7]},400`,
    `REF-79-BO,Bo,,,,,,,,,${HERS[7]},400`,
    `${REFUSED[1]},${REFUSED[0]},${REFUSED[2]},,,,,,,,,`,
  ].join("\n");
};

const imported = async (): Promise<{ readonly ann: string; readonly bo: string }> => {
  const headers = { "content-type": "text/csv" };
  const at = "/v1/communities/lujing/roll-imports";
  const reply = await insist("POST", at, { token: world.steward, raw: roll(), headers });
  expect(reply.body, reply.text).toMatchObject({ imported: 2, rejected: 1 });
  const [ann, bo] = reply.body.rows.map(({ residentId }: { residentId?: string }) => residentId);
  return { ann, bo };
};

/** Transfers, statements, a correction, a proxy, kinship, a role, a search, lists page by page. */
const live = async (ann: string, bo: string) => {
  const { app, steward, admin } = world;
  const [hers, his] = [await app.token({ sub: ann }), await app.token({ sub: bo })];
  const order = { from: `${ann}.points`, to: `${bo}.points`, amount: 5, category: "thanks", memo: "谢谢" };
  for (let n = 0; n < 5; n++) await insist("POST", "/v1/ledger/transfers", { token: hers, body: order });
  const edit = (revision: number, body: object) =>
    insist("PATCH", `/v1/residents/${ann}`, { token: steward, body, headers: { "if-match": `"${revision}"` } });
  const { revision } = (await insist("GET", `/v1/residents/${ann}`, { token: hers })).body;
  // A lost answer may have done its work: then the repetition is stale.
  expect([200, 412]).toContain((await edit(revision, { name: NEW_NAME, phone: HERS[3] })).status);
  const validFrom = app.clock.now().toISOString();
  const proxy = { person: ann, proxy: bo, scopes: ["ledger"], validFrom, validUntil: "2026-07-01T00:00:00Z" };
  const granted = await insist("POST", "/v1/proxies", { token: steward, body: { ...proxy, evidence: HERS[6] } });
  await insist("POST", `/v1/proxies/${granted.body.id}/revoke`, { token: steward });
  await insist("POST", "/v1/kinships", { token: steward, body: { a: ann, b: bo, kind: "sibling" } });
  await insist("POST", "/v1/role-grants", {
    token: admin,
    body: { subject: ann, role: "provider", communities: ["lujing"] },
  });
  const at = "/v1/communities/lujing";
  const found = await insist("POST", `${at}/residents/search`, { token: steward, body: { name: NEW_NAME, limit: 1 } });
  expect(found.body.items).toHaveLength(1);
  for (const list of ["residents", "units", "buildings"])
    await insist("GET", `${at}/${list}?limit=1`, { token: steward });
  const statement = `/v1/ledger/accounts/${bo}.points/statement?limit=2`;
  const shown = await insist("GET", statement, { token: his });
  expect(shown.text).toContain("欧**");
  expect(shown.text).not.toContain(NEW_NAME);
  expect((await insist("GET", statement, { token: steward })).text).toContain(NEW_NAME);
  expect((await insist("GET", `/v1/residents/${ann}/data`, { token: hers })).text).toContain(HERS[5]);
  const gone = await insist("POST", `/v1/residents/${ann}/erase`, { token: hers, body: { forfeit: true } });
  expect(gone.body.state, gone.text).toBe("erased");
};

const none = (texts: readonly string[], words: readonly string[]) =>
  expect(words.flatMap((word) => texts.filter((text) => text.includes(word)).map((text) => [word, text]))).toEqual([]);

describe("personal data", () => {
  it("is stored while it is needed, and in the end nowhere: no item, log line, event or cursor has it", async () => {
    const { ann, bo } = await imported();
    const before = (await tableText(world.app)).join("\n");
    // What makes the rest of the test mean something: these words do get stored.
    for (const word of [NAME, HERS[2], HERS[4], HERS[5], ADDRESS]) expect(before).toContain(word);
    await live(ann, bo);
    none(await tableText(world.app), [...HERS, ...REFUSED]);
    none(lines, ALL);
    none(events, ALL);
    none(cursors, HERS);
    expect(events.length).toBeGreaterThan(10);
    expect(cursors.length).toBeGreaterThan(3);
    expect([...injected.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(3);
    expect(lines.length).toBeGreaterThan(0);
  }, 60_000);
});

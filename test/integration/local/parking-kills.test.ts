/**
 * Two people book and cancel stays in each other's space while the server or its engine is killed, round after round.
 * What had no answer is asked again under its key after the restart: no two stays overlap, days and points agree.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { localPeople } from "../../../infra/local/people.ts";
import { seededRandom } from "../../support/faults.ts";
import { engineOf, killStarted, type Started, start } from "../../support/start.ts";

const ROUNDS = Number(process.env.LINLI_KILLS ?? 2);
const SEED = Number(process.env.LINLI_SEED ?? 1);
const WORKERS = 6;
const SENT_MAX = 60;
const QUARTER = 900_000;
const ROUND_MS_MAX = 180_000;
/** Bookings that take their stretch. */
const STANDING = ["held", "pending-owner", "confirmed"];
const ALWAYS = { start: "2026-01-01T00:00", zone: "Asia/Shanghai", days: 1, rule: "FREQ=DAILY" };

type Name = "ann" | "bo";
type Tokens = Readonly<Record<Name | "steward", string>>;
const names: readonly Name[] = ["ann", "bo"];
const other = (name: Name): Name => (name === "ann" ? "bo" : "ann");

/** A request under its key, with the first answer that came for it. */
interface Asked {
  readonly who: Name;
  readonly path: string;
  readonly body: unknown;
  answer?: { readonly status: number; readonly text: string };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-parking-kills-"));
});
afterAll(() => {
  killStarted();
  rmSync(folder, { recursive: true, force: true });
});

const call = async (url: string, token: string, method: string, path: string, body?: unknown, key = uuidv7()) => {
  const own = method === "PATCH" ? { "if-match": '"1"' } : { "idempotency-key": key };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", ...own };
  const reply = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: reply.status, hit: reply.headers.get("idempotency-hit"), text: await reply.text() };
};

const read = async (url: string, token: string, path: string) => JSON.parse((await call(url, token, "GET", path)).text);

const tokensOf = async ({ url }: Started): Promise<Tokens> => {
  const mint = async (name: string) => (await fetch(`${url}/_local/token?as=${name}`, { method: "POST" })).text();
  return { ann: await mint("ann"), bo: await mint("bo"), steward: await mint("steward") };
};

/** A space of each, always open. */
const openSpaces = async ({ url }: Started, tokens: Tokens): Promise<Record<Name, string>> => {
  const lot = { community: "lujing", kind: "owned", name: { zh: "车库", en: "Garage" }, at: { latE6: 1, lonE6: 1 } };
  const garage = await call(url, tokens.steward, "POST", "/v1/parking/lots", lot);
  expect(garage.status, garage.text).toBe(201);
  const { id } = JSON.parse(garage.text);
  const spaces = { ann: "", bo: "" };
  for (const name of names) {
    const space = { label: name, owner: localPeople[name]?.id };
    const made = await call(url, tokens.steward, "POST", `/v1/parking/lots/${id}/spaces`, space);
    expect(made.status, made.text).toBe(201);
    spaces[name] = JSON.parse(made.text).id;
    const open = { availability: { rules: [ALWAYS], overrides: [] } };
    const opened = await call(url, tokens[name], "PATCH", `/v1/parking/spaces/${spaces[name]}`, open);
    expect(opened.status, opened.text).toBe(200);
  }
  return spaces;
};

const wish = (who: Name, space: string, random: () => number): Asked => {
  const fromMs = (Math.ceil(Date.now() / QUARTER) + 8 + Math.floor(random() * 12)) * QUARTER;
  const [from, until] = [new Date(fromMs).toISOString(), new Date(fromMs + 2 * QUARTER).toISOString()];
  return { who, path: "/v1/parking/bookings", body: { space, from, until, plate: "浙D12345", confirm: true } };
};

/** Books and cancels until `kill` is called after so many requests and the server is gone. */
const useUntilKilled = async (
  server: Started,
  spaces: Record<Name, string>,
  asked: Map<string, Asked>,
  random: () => number,
  kill: () => void,
): Promise<void> => {
  const tokens = await tokensOf(server);
  const count = 10 + Math.floor(random() * SENT_MAX);
  let sent = 0;
  const made: { readonly who: Name; readonly id: string }[] = [];
  const work = async (): Promise<void> => {
    while (sent <= count + WORKERS * 4) {
      const who = names[Math.floor(random() * 2)] as Name;
      const mine = made.findIndex((each) => each.who === who);
      const [old] = mine >= 0 && random() < 0.5 ? made.splice(mine, 1) : [];
      const request = old
        ? { who, path: `/v1/parking/bookings/${old.id}/cancel`, body: {} }
        : wish(who, spaces[other(who)], random);
      const key = uuidv7();
      asked.set(key, request);
      sent += 1;
      if (sent === count) kill();
      try {
        const { status, text } = await call(server.url, tokens[who], "POST", request.path, request.body, key);
        if (status === 503) continue;
        (request as Asked).answer = { status, text };
        if (status === 201) made.push({ who, id: key });
      } catch {
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  await server.end;
};

/** Asks again for everything: an answer stays as it was, what had none gets one. Returns how many had had none. */
const settle = async ({ url }: Started, tokens: Tokens, asked: Map<string, Asked>): Promise<number> => {
  let unheard = 0;
  for (const [key, request] of asked) {
    const { status, text } = await call(url, tokens[request.who], "POST", request.path, request.body, key);
    expect(status, text).toBeLessThan(500);
    if (!request.answer) unheard += 1;
    // A refusal's text names its own request; what it says stays.
    else if (status < 300) expect({ status, text }).toEqual(request.answer);
    else expect(status).toBe(request.answer.status);
    request.answer = { status, text };
  }
  return unheard;
};

interface Shown {
  readonly state: string;
  readonly from: string;
  readonly until: string;
  readonly amount: number;
}

/** Stays of one renter's agree with the other's space and with the renter's points. */
const check = async ({ url }: Started, tokens: Tokens, who: Name, space: string): Promise<void> => {
  const id = localPeople[who]?.id;
  const bookings: Shown[] = [];
  let cursor = "";
  do {
    const path = `/v1/parking/residents/${id}/bookings?limit=100${cursor}`;
    const page: { items: Shown[]; next: string | null } = await read(url, tokens[who], path);
    bookings.push(...page.items);
    cursor = page.next === null ? "" : `&cursor=${page.next}`;
  } while (cursor !== "");
  const standing = bookings.filter(({ state }) => STANDING.includes(state));
  const stays = standing.map(({ from, until }) => ({ from, until })).sort((a, b) => a.from.localeCompare(b.from));
  for (const [index, { from }] of stays.slice(1).entries()) expect(String(stays[index]?.until) <= from).toBe(true);
  const range = `from=${new Date().toISOString()}&until=${new Date(Date.now() + 86_400_000).toISOString()}`;
  const { busy } = await read(url, tokens[who], `/v1/parking/spaces/${space}/free-busy?${range}`);
  expect(busy.map(({ from, until }: Shown) => ({ from, until }))).toEqual(stays);
  const account = await read(url, tokens[who], `/v1/ledger/accounts/${id}.points`);
  expect(account.holdsOut).toBe(standing.reduce((sum, { amount }) => sum + amount, 0));
  expect(account.balance).toBe(localPeople[who]?.points);
};

it(
  `${ROUNDS} kills at random moments leave no overlap, and days and points that agree`,
  async () => {
    const random = seededRandom(SEED);
    const data = join(folder, "data");
    const variables = { LINLI_PORT: "0", LINLI_DATA: data };
    const asked = new Map<string, Asked>();
    let unheard = 0;
    let spaces: Record<Name, string> | undefined;
    for (let round = 0; round < ROUNDS; round++) {
      const server = await start(variables);
      spaces ??= await openSpaces(server, await tokensOf(server));
      const engine = engineOf(data);
      const kill = random() < 0.5 ? () => server.kill("SIGKILL") : () => process.kill(engine, "SIGKILL");
      await useUntilKilled(server, spaces, asked, random, kill);
      const restarted = await start(variables);
      const tokens = await tokensOf(restarted);
      unheard += await settle(restarted, tokens, asked);
      for (const who of names) await check(restarted, tokens, who, spaces[other(who)]);
      restarted.kill("SIGKILL");
      await restarted.end;
    }
    // A kill that cut no request off would prove nothing.
    expect(unheard).toBeGreaterThan(0);
    expect([...asked.values()].filter(({ answer }) => answer?.status === 201).length).toBeGreaterThan(2);
  },
  ROUND_MS_MAX * ROUNDS,
);

/**
 * The server and its engine are killed under load at random moments, round after round, on one folder of data. What
 * had no answer is asked again under its key after the restart. Nothing acknowledged is lost, nothing is done twice.
 * `LINLI_KILLS=100 npx vitest run test/integration/local/kills.test.ts` plays more rounds.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { availableEngines, type EngineKind } from "../../../infra/local/engine.ts";
import { localPeople } from "../../../infra/local/people.ts";
import { seededRandom } from "../../support/faults.ts";
import { engineOf, killStarted, type Started, start } from "../../support/start.ts";

const ROUNDS = Number(process.env.LINLI_KILLS ?? 2);
const SEED = Number(process.env.LINLI_SEED ?? 1);
const WORKERS = 8;
/** A kill comes when so many of a round's requests, drawn up to this, have been sent. */
const SENT_MAX = 120;
const ROUND_MS_MAX = 180_000;

/**
 * DynamoDB Local answers a transaction a moment before it commits it to its file: killed there it forgets what it has
 * just answered (docs/adr/0001-embedded-engine.md). Nothing is done twice all the same.
 */
const ANSWERS_EARLY: readonly EngineKind[] = ["dynamodb-local"];

type Name = "ann" | "bo";
const accounts: Readonly<Record<Name, string>> = {
  ann: `${localPeople.ann?.id}.points`,
  bo: `${localPeople.bo?.id}.points`,
};
const openings: Readonly<Record<Name, number>> = { ann: localPeople.ann?.points ?? 0, bo: localPeople.bo?.points ?? 0 };
const available = await availableEngines();
const isAvailable = (wanted: EngineKind) => available.some((engine) => engine.kind === wanted && engine.available);

/** A payment of one point, with the first answer that came for it. */
interface Payment {
  readonly from: Name;
  readonly to: Name;
  answer?: { readonly status: number; readonly body: string };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-kills-"));
});
afterAll(() => {
  killStarted();
  rmSync(folder, { recursive: true, force: true });
});

const tokensOf = async ({ url }: Started): Promise<Record<Name, string>> => {
  const mint = async (name: Name) => (await fetch(`${url}/_local/token?as=${name}`, { method: "POST" })).text();
  return { ann: await mint("ann"), bo: await mint("bo") };
};

const send = async (url: string, token: string, key: string, { from, to }: Payment) => {
  const reply = await fetch(`${url}/v1/ledger/transfers`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "idempotency-key": key, "content-type": "application/json" },
    body: JSON.stringify({ from: accounts[from], to: accounts[to], amount: 1, category: "thanks" }),
  });
  return { status: reply.status, hit: reply.headers.get("idempotency-hit"), body: await reply.text() };
};

/** Pays to and fro until `kill` is called, after `count` requests have been sent, and the server is gone. */
const payUntilKilled = async (
  server: Started,
  payments: Map<string, Payment>,
  random: () => number,
  kill: () => void,
): Promise<void> => {
  const tokens = await tokensOf(server);
  const count = 1 + Math.floor(random() * SENT_MAX);
  let sent = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const payment: Payment = random() < 0.5 ? { from: "ann", to: "bo" } : { from: "bo", to: "ann" };
      const key = uuidv7();
      payments.set(key, payment);
      sent += 1;
      if (sent === count) kill();
      try {
        const { status, body } = await send(server.url, tokens[payment.from], key, payment);
        if (status === 201) payment.answer = { status, body };
      } catch {
        return;
      }
      if (sent > count + WORKERS * 4) return;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  await server.end;
};

/** What asking again came to: requests that had had no answer, and answers that the engine had forgotten. */
interface Settled {
  readonly asked: number;
  readonly forgotten: number;
}

/** Asks again for everything: what had an answer gets the same, what had none gets its one outcome. */
const settle = async (server: Started, payments: Map<string, Payment>, mayForget: boolean): Promise<Settled> => {
  const tokens = await tokensOf(server);
  let [asked, forgotten] = [0, 0];
  for (const [key, payment] of payments) {
    const { status, hit, body } = await send(server.url, tokens[payment.from], key, payment);
    expect(status, body).toBe(201);
    if (payment.answer && hit === null && mayForget) forgotten += 1;
    else if (payment.answer) expect({ hit, status, body }).toEqual({ hit: "true", ...payment.answer });
    else asked += 1;
    payment.answer = { status, body };
  }
  return { asked, forgotten };
};

const balanceOf = async ({ url }: Started, name: Name, token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` };
  const reply = await fetch(`${url}/v1/ledger/accounts/${accounts[name]}`, { headers });
  return ((await reply.json()) as { balance: number }).balance;
};

const expectBalances = async (server: Started, all: readonly Payment[]): Promise<void> => {
  const tokens = await tokensOf(server);
  for (const name of ["ann", "bo"] as const) {
    const received = all.filter(({ to }) => to === name).length;
    const paid = all.filter(({ from }) => from === name).length;
    expect(await balanceOf(server, name, tokens[name])).toBe(openings[name] + received - paid);
  }
};

describe.each<[EngineKind]>([["dynoxide"], ["dynamodb-local"]])("on %s", (kind) => {
  it.runIf(isAvailable(kind))(
    `${ROUNDS} kills at random moments lose nothing and do nothing twice (skipped without the engine)`,
    async () => {
      const random = seededRandom(SEED);
      const data = join(folder, kind);
      const { LINLI_DYNAMODB_LOCAL } = process.env;
      const variables = { LINLI_PORT: "0", LINLI_DATA: data, LINLI_ENGINE: kind, LINLI_DYNAMODB_LOCAL };
      const all: Payment[] = [];
      let unheard = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const server = await start(variables);
        const payments = new Map<string, Payment>();
        const engine = engineOf(data);
        const ofEngine = random() >= 0.5;
        const kill = ofEngine ? () => process.kill(engine, "SIGKILL") : () => server.kill("SIGKILL");
        await payUntilKilled(server, payments, random, kill);
        const restarted = await start(variables);
        const { asked, forgotten } = await settle(restarted, payments, ofEngine && ANSWERS_EARLY.includes(kind));
        unheard += asked;
        // One answer for each request that was under way at the kill, and no more.
        expect(forgotten).toBeLessThanOrEqual(WORKERS);
        all.push(...payments.values());
        await expectBalances(restarted, all);
        restarted.kill(random() < 0.5 ? "SIGKILL" : "SIGINT");
        await restarted.end;
      }
      // A kill that cut no request off would prove nothing.
      expect(unheard).toBeGreaterThan(0);
    },
    ROUND_MS_MAX * ROUNDS,
  );
});

/**
 * `npm start` from outside: the printed request, stop and restart, and what is left after `kill -9` of the server or
 * its engine.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { availableEngines, type EngineKind } from "../../../infra/local/engine.ts";
import { localPeople } from "../../../infra/local/people.ts";
import { engineOf, killStarted, runs, type Started, start, within } from "../../support/start.ts";

const ENGINE_ENDS_MS_MAX = 8_000;
const STOPS_MS_MAX = 5_000;
const WORKERS = 8;
const ACKNOWLEDGED_MIN = 40;
/** A start takes some seconds where other work fills the machine, one of DynamoDB Local always. */
const SLOW_MS_MAX = 90_000;

const ann = `${localPeople.ann?.id}.points`;
const bo = `${localPeople.bo?.id}.points`;
const OPENING = (localPeople.ann?.points ?? 0) + (localPeople.bo?.points ?? 0);
const available = await availableEngines();
const isAvailable = (wanted: EngineKind) => available.some((engine) => engine.kind === wanted && engine.available);
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-start-"));
});
afterAll(() => {
  killStarted();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (name: string, more: NodeJS.ProcessEnv = {}) => ({
  LINLI_PORT: "0",
  LINLI_DATA: join(folder, name),
  ...more,
});

const tokenOf = async (url: string, name: string): Promise<string> =>
  (await fetch(`${url}/_local/token?as=${name}`, { method: "POST" })).text();

const balanceOf = async (url: string, name: string, account: string): Promise<number> => {
  const headers = { authorization: `Bearer ${await tokenOf(url, name)}` };
  const reply = await fetch(`${url}/v1/ledger/accounts/${account}`, { headers });
  return ((await reply.json()) as { balance: number }).balance;
};

const pay = async (url: string, token: string, key: string, amount = 1) => {
  const reply = await fetch(`${url}/v1/ledger/transfers`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "idempotency-key": key, "content-type": "application/json" },
    body: JSON.stringify({ from: ann, to: bo, amount, category: "thanks" }),
  });
  return { status: reply.status, hit: reply.headers.get("idempotency-hit"), body: await reply.text() };
};

/** The command that the server printed, from `curl` to the end of its last line. */
const printedCurl = (text: string): string => {
  const command = /^curl (?:.*\\\n)*.*$/m.exec(text)?.[0];
  if (command === undefined) throw new Error(`no command in ${text}`);
  return command;
};

/** The same request without curl. */
const asFetch = async (command: string) => {
  const url = /^curl -si (\S+)/.exec(command)?.[1] ?? "";
  const tokenUrl = /curl -sX POST '([^']+)'/.exec(command)?.[1] ?? "";
  const key = /'idempotency-key: ([^']+)'/.exec(command)?.[1] ?? "";
  const body = /-d '([^']+)'/.exec(command)?.[1] ?? "";
  const authorization = `Bearer ${await (await fetch(tokenUrl, { method: "POST" })).text()}`;
  const headers = { authorization, "idempotency-key": key, "content-type": "application/json" };
  const reply = await fetch(url, { method: "POST", headers, body });
  return { status: reply.status, hit: reply.headers.get("idempotency-hit"), body: await reply.text() };
};

const runShell = (command: string) => {
  const { stdout } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  const [head = "", body = ""] = stdout.split("\r\n\r\n");
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]);
  return { status, hit: /^idempotency-hit: (.*)$/im.exec(head)?.[1] ?? null, body };
};

describe("the first request", { timeout: SLOW_MS_MAX }, () => {
  let server: Started;
  beforeAll(async () => {
    server = await start(settings("first"));
  });

  it("works as it is printed, and is a replay when pasted again", async () => {
    const command = printedCurl(server.stdout());
    const send = () => (hasCurl ? runShell(command) : asFetch(command));
    const first = await send();
    expect(first, server.stderr()).toMatchObject({ status: 201, hit: null });
    expect(await send()).toEqual({ status: 201, hit: "true", body: first.body });
    expect(await asFetch(command)).toMatchObject({ hit: "true", body: first.body });
    expect(await balanceOf(server.url, "ann", ann)).toBe(480);
  });

  it.runIf(hasCurl)("of the time bank works as its page has it (skipped without curl)", () => {
    const page = readFileSync(new URL("../../../docs/timebank.md", import.meta.url), "utf8");
    const section = page.slice(page.indexOf("## A first request"));
    const command = /```sh\n([^`]*)```/.exec(section)?.[1]?.replaceAll("http://localhost:8787", server.url) ?? "";
    const reply = runShell(command);
    expect(reply, command).toMatchObject({ status: 201, hit: null });
    expect(JSON.parse(reply.body)).toMatchObject({ state: "requested", recipient: localPeople.ann?.id, minutes: 60 });
    expect(runShell(command).hit).toBe("true");
  });

  it("is all that a newcomer sees: no log line of a job, no error", () => {
    expect(server.stderr()).toBe("");
    expect(server.stdout()).not.toContain('{"level"');
    expect(server.stdout()).toContain(`the data stays in ${join(folder, "first")}.`);
  });

  it("is kept by a stop, which leaves nothing running and says so, and a start after it", async () => {
    const dataDir = join(folder, "first");
    const engine = engineOf(dataDir);
    server.kill("SIGINT");
    const { code, signal, stdout, stderr } = await server.end;
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: "" });
    expect(stdout).toMatch(/stopping \.\.\.\n {2}stopped\n$/);
    expect(runs(engine)).toBe(false);
    expect(existsSync(join(dataDir, "linli.db.engine.json"))).toBe(false);
    expect(readdirSync(join(dataDir, "feed"))).not.toContain("lock");

    const again = await start(settings("first"));
    expect(await balanceOf(again.url, "ann", ann)).toBe(480);
    expect(await balanceOf(again.url, "bo", bo)).toBe(120);
    again.kill("SIGTERM");
    expect((await again.end).code).toBe(0);
  });

  it("is answered when the stop comes while it is under way", async () => {
    const stopped = await start(settings("under-way"));
    expect(await payInTwoParts(stopped, await tokenOf(stopped.url, "ann"))).toBe(201);
    expect((await stopped.end).code).toBe(0);
  });
});

/** Sends half a payment, the signal to stop, and the other half when the server says that it is stopping. */
const payInTwoParts = (server: Started, token: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ from: ann, to: bo, amount: 1, category: "thanks" });
    const outgoing = request(`${server.url}/v1/ledger/transfers`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "idempotency-key": uuidv7(),
        "content-type": "application/json",
        "content-length": body.length,
        expect: "100-continue",
      },
    });
    outgoing.once("continue", async () => {
      outgoing.write(body.slice(0, 10));
      server.kill("SIGINT");
      await within(STOPS_MS_MAX, () => server.stdout().includes("stopping"));
      outgoing.end(body.slice(10));
    });
    outgoing.once("response", (reply) => resolve(reply.resume().statusCode));
    outgoing.once("error", reject);
    outgoing.flushHeaders();
  });

/** Pays from several workers until `enough` have been acknowledged and something ends the server. */
const payUntilCut = async (server: Started, cut: () => void): Promise<Map<string, string>> => {
  const token = await tokenOf(server.url, "ann");
  const acknowledged = new Map<string, string>();
  let isCut = false;
  const work = async () => {
    while (!isCut) {
      const key = uuidv7();
      try {
        const { status, body } = await pay(server.url, token, key);
        if (status === 201) acknowledged.set(key, body);
      } catch {
        return;
      }
      if (acknowledged.size >= ACKNOWLEDGED_MIN && !isCut) {
        isCut = true;
        cut();
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  await server.end;
  return acknowledged;
};

/** Every acknowledged payment answers the same again, and no point came or went. */
const expectKept = async (server: Started, acknowledged: Map<string, string>): Promise<void> => {
  expect(acknowledged.size).toBeGreaterThanOrEqual(ACKNOWLEDGED_MIN);
  const token = await tokenOf(server.url, "ann");
  const before = await balanceOf(server.url, "ann", ann);
  expect(before).toBeLessThanOrEqual(500 - acknowledged.size);
  for (const [key, body] of acknowledged) {
    expect(await pay(server.url, token, key)).toEqual({ status: 201, hit: "true", body });
  }
  expect(await balanceOf(server.url, "ann", ann)).toBe(before);
  expect(before + (await balanceOf(server.url, "bo", bo))).toBe(OPENING);
};

/** What the events in the file are about. */
const subjects = (dataDir: string): Set<string> => {
  const lines = readFileSync(join(dataDir, "events.ndjson"), "utf8").trim().split("\n");
  return new Set(lines.map((line) => JSON.parse(line)).map(({ subject }) => subject as string));
};

describe.each<[EngineKind]>([["dynoxide"], ["dynamodb-local"]])("on %s", (kind) => {
  it.runIf(isAvailable(kind))(
    "after kill -9 of the server its engine ends, every acknowledged payment is found (skipped without the engine)",
    async () => {
      const name = `killed-${kind}`;
      const dataDir = join(folder, name);
      const { LINLI_DYNAMODB_LOCAL } = process.env;
      const variables = settings(name, { LINLI_ENGINE: kind, LINLI_DYNAMODB_LOCAL });
      const server = await start(variables);
      const engine = engineOf(dataDir);
      const acknowledged = await payUntilCut(server, () => server.kill("SIGKILL"));
      expect((await server.end).signal).toBe("SIGKILL");

      // At once, while the engine may still be closing its file.
      const restarted = await start(variables);
      expect(runs(engine)).toBe(false);
      await expectKept(restarted, acknowledged);
      expect(
        await within(ENGINE_ENDS_MS_MAX, () => [...acknowledged.keys()].every((id) => subjects(dataDir).has(id))),
      ).toBe(true);
      restarted.kill("SIGINT");
      expect((await restarted.end).code).toBe(0);
    },
    SLOW_MS_MAX,
  );
});

describe("a crash", { timeout: SLOW_MS_MAX }, () => {
  it("of the server alone leaves no engine behind, without a new start", async () => {
    const server = await start(settings("orphan"));
    const engine = engineOf(join(folder, "orphan"));
    server.kill("SIGKILL");
    await server.end;
    expect(await within(ENGINE_ENDS_MS_MAX, () => !runs(engine))).toBe(true);
  });

  it("of the engine ends the server with a sentence, and the next start finds every acknowledged payment", async () => {
    const server = await start(settings("engine"));
    const engine = engineOf(join(folder, "engine"));
    const acknowledged = await payUntilCut(server, () => process.kill(engine, "SIGKILL"));
    const { code, stderr } = await server.end;
    expect(code).toBe(1);
    expect(stderr).toContain("linli: the engine ended by itself: (ended with SIGKILL)\n");
    const restarted = await start(settings("engine"));
    await expectKept(restarted, acknowledged);
    restarted.kill("SIGINT");
    expect((await restarted.end).code).toBe(0);
  });
});

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOMES, makeRoll, RESIDENTS } from "../../infra/local/demo/make-roll.ts";
import { idMaker, Random } from "../../infra/local/demo/random.ts";
import { readRoll } from "../../infra/local/demo/roll.ts";
import { cellsOf, Screen } from "../../infra/local/demo/screen.ts";
import { answers, type OwnServer, startOwn } from "../../infra/local/demo/server.ts";
import { type Outcome, SMALL_SCALE, tellStory } from "../../infra/local/demo/story.ts";
import { Uuid } from "../../schemas/primitives.ts";

const STORY_MS_MAX = 120_000;
const SEED = 7;

const hasHledger = (() => {
  try {
    return execFileSync("hledger", ["--version"]).length > 0;
  } catch {
    return false;
  }
})();

describe("the demo's story, with a few people", () => {
  let server: OwnServer;
  let folder: string;
  let journalFile: string;
  let printed = "";
  let outcome: Outcome;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "linli-demo-test-"));
    journalFile = join(folder, "linli.journal");
    server = await startOwn();
    const write = (text: string) => {
      printed += text;
    };
    const screen = new Screen({ write, terminal: false });
    const { url, eventsFile } = server;
    outcome = await tellStory({ url, eventsFile, journalFile, screen, scale: SMALL_SCALE, seed: SEED, salt: "" });
  }, STORY_MS_MAX);

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("holds in every point that it claims", () => {
    expect(outcome.failures).toEqual([]);
    expect(outcome.checks).toBeGreaterThanOrEqual(41);
    expect(printed).not.toContain("✗");
  });

  it("shows six rows of the roll with their line, column and reason in both languages", () => {
    const { people, csv } = readRoll({ residentsMax: SMALL_SCALE.residents, salt: "" });
    expect(printed).toContain(`${people.length} 行已导入`);
    expect(printed).toMatch(/^ +\d+ {2}birth_date .*没有这一天$/m);
    expect(printed).toContain("There is no such day");
    expect(csv.trim().split("\n")).toHaveLength(1 + people.length + 6);
  });

  it("counts refusals by code: the overdraft, the second reversal, the late at the opera, the day's cap", () => {
    const { refusals } = outcome;
    expect(refusals.get("ledger/out-of-stock")).toBe(SMALL_SCALE.queue - SMALL_SCALE.seats);
    expect(refusals.get("ledger/already-reversed")).toBe(1);
    expect(refusals.get("ledger/insufficient-available")).toBeGreaterThanOrEqual(1);
    expect(refusals.get("ledger/cap-day")).toBeGreaterThanOrEqual(1);
    expect([...refusals.keys()].every((code) => /^(fund|ledger|timebank)\//.test(code))).toBe(true);
    expect(refusals.get("timebank/no-care-need")).toBe(1);
    expect(refusals.get("timebank/gift-scope")).toBe(1);
    expect(refusals.get("timebank/disputed")).toBe(1);
    expect(refusals.get("fund/objection-window")).toBe(1);
    expect(refusals.get("fund/decision-differs")).toBe(1);
    expect(refusals.get("fund/same-person")).toBe(2);
  });

  it("shows the overdraft's problem and the replay of the request whose line was cut", () => {
    expect(printed).toContain('"code": "ledger/insufficient-available"');
    expect(printed).toContain("Idempotency-Hit: true");
  });

  it("finds all events and writes the books into a file", () => {
    expect(printed).toMatch(/\d+ events delivered/);
    expect(readFileSync(journalFile, "utf8")).toMatch(/^commodity 1000\. points$/m);
  });

  it.skipIf(!hasHledger)("has hledger confirm the books (skipped without hledger)", () => {
    expect(outcome.skipped).toEqual([]);
    expect(printed).toMatch(/✓ hledger [\d.]+ check --strict/);
  });

  it(
    "can be told again on the same server, which then has new people",
    async () => {
      const screen = new Screen({ write: () => undefined, terminal: false });
      const { url, eventsFile } = server;
      const again = { url, eventsFile, journalFile, screen, scale: SMALL_SCALE, seed: SEED, salt: "second" };
      expect((await tellStory(again)).failures).toEqual([]);
    },
    STORY_MS_MAX,
  );

  it("leaves nothing behind when its own server stops", async () => {
    const own = await startOwn();
    expect(await answers(own.url)).toBe(true);
    expect(existsSync(own.eventsFile.replace("events.ndjson", "linli.db"))).toBe(true);
    await own.stop();
    expect(await answers(own.url)).toBe(false);
    expect(existsSync(join(own.eventsFile, ".."))).toBe(false);
  });
});

describe("the demo's parts", () => {
  it("ships the roll that its generator makes", () => {
    expect(readFileSync(new URL("../../infra/local/demo/roll.csv", import.meta.url), "utf8")).toBe(makeRoll());
  });

  it("reads the whole roll: so many people and homes, six mistakes", () => {
    const roll = readRoll({ residentsMax: RESIDENTS, salt: "" });
    expect([roll.people.length, roll.homes, roll.mistaken]).toEqual([RESIDENTS, HOMES, 6]);
  });

  it("salts references, buildings and households, and leaves empty cells and names alone", () => {
    const [plain, salted] = ["", "x"].map((salt) => readRoll({ residentsMax: 3, salt }));
    expect(salted?.people[0]?.household).toBe(`${plain?.people[0]?.household}·x`);
    expect(salted?.people.map(({ name }) => name)).toEqual(plain?.people.map(({ name }) => name));
    expect(salted?.csv).not.toContain(",·x,");
  });

  it("draws the same numbers and ids from the same seed, other ids with another salt", () => {
    const draw = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.int(0, 999)
        )(new Random(seed)),
      );
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    const ids = idMaker(3, "");
    const first = ids();
    expect(Uuid.parse(first)).toBe(idMaker(3, "")());
    expect(ids()).not.toBe(first);
    expect(idMaker(3, "other")()).not.toBe(first);
  });

  it("counts Chinese characters as two cells", () => {
    expect(cellsOf("邻里 Linli，")).toBe(12);
  });

  it("does not take somebody else's server for its own", async () => {
    const stranger = createServer((_, response) => response.end('{"district":"other"}')).listen(0, "127.0.0.1");
    await new Promise((ready) => stranger.once("listening", ready));
    const { port } = stranger.address() as AddressInfo;
    expect(await answers(`http://127.0.0.1:${port}`)).toBe(false);
    stranger.close();
  });
});

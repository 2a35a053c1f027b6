/** A start that cannot be says why in a sentence, with an exit code, no stack and nothing left running. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PORT_DEFAULT } from "../../../infra/local/settings.ts";
import { engineOf, killStarted, refusedStart, start } from "../../support/start.ts";

const SQLITE_HEADER = "SQLite format 3\0";
const DAMAGED_BYTES = 40_000;

let folder: string;
let blocker: Server;
const portOf = (server: Server): string => String((server.address() as { port: number }).port);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "linli-refusals-"));
  blocker = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  killStarted();
  await new Promise((resolve) => blocker.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** A data folder with these files in it. */
const dataWith = (name: string, files: Readonly<Record<string, string>> = {}): string => {
  const dataDir = join(folder, name);
  mkdirSync(dataDir, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dataDir, file), text);
  return dataDir;
};

interface Case {
  readonly title: string;
  /** Made when the test runs: the folder and the taken port are not known before. */
  readonly variables: () => NodeJS.ProcessEnv;
  /** All of standard error. */
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  {
    title: "an unknown district",
    variables: () => ({ LINLI_DISTRICT: "nowhere" }),
    says: /^linli: nowhere\.json is not a district:\n {2}district = "nowhere": .* known districts: demo, \w+.*\n$/,
  },
  {
    title: "a district that is a path",
    variables: () => ({ LINLI_DISTRICT: "../demo" }),
    says: /^linli: \.\.\/demo\.json is not a district:\n.*\n$/,
  },
  {
    title: "every wrong variable at once",
    variables: () => ({ LINLI_PORT: "80a", LINLI_ENGINE: "mysql", LINLI_LOG: "loud", LINLI_EVENTS_URL: "nowhere" }),
    says: /^linli: LINLI_PORT must .*"80a"\.\nLINLI_ENGINE must .*\nLINLI_EVENTS_URL must .*\nLINLI_LOG must .*\n$/,
  },
  {
    title: "a port that is taken",
    variables: () => ({ LINLI_PORT: portOf(blocker) }),
    says: /^linli: Port \d+ is taken by another program; choose another in LINLI_PORT, or 0 for a free one\.\n$/,
  },
  {
    title: "a data folder that is a file",
    variables: () => ({ LINLI_DATA: join(dataWith("a", { file: "" }), "file") }),
    says: /^linli: The data folder cannot be used \(EEXIST.*\); choose another in LINLI_DATA\.\n$/,
  },
  {
    title: "a data file that is none",
    variables: () => ({ LINLI_DATA: dataWith("no-database", { "linli.db": "points\n".repeat(DAMAGED_BYTES) }) }),
    says: /^linli: \S+linli\.db is damaged or no database\. Put a copy .*\n$/,
  },
  {
    title: "a data file that is damaged",
    variables: () => ({
      LINLI_DATA: dataWith("damaged", { "linli.db": SQLITE_HEADER + "x".repeat(DAMAGED_BYTES) }),
    }),
    says: /^linli: \S+linli\.db is damaged or no database\. Put a copy .*\n$/,
  },
  {
    title: "a spoilt key",
    variables: () => ({ LINLI_DATA: dataWith("key", { "issuer-key.json": "{" }) }),
    says: /^linli: \S+issuer-key\.json cannot be read as a key; delete it to have a new one made\.\n$/,
  },
  {
    title: "a spoilt clock",
    variables: () => ({ LINLI_DATA: dataWith("clock", { "clock.json": "{" }) }),
    says: /^linli: \S+clock\.json holds no clock setting; delete it .*\n$/,
  },
  {
    title: "DynamoDB Local without its jar",
    variables: () => ({ LINLI_ENGINE: "dynamodb-local", LINLI_DYNAMODB_LOCAL: dataWith("jar") }),
    says: /^linli: LINLI_DYNAMODB_LOCAL names \S+, where no DynamoDBLocal\.jar is\. Give the folder that holds it\.\n$/,
  },
  {
    title: "DynamoDB Local without Java",
    variables: () => ({
      LINLI_ENGINE: "dynamodb-local",
      LINLI_DYNAMODB_LOCAL: dataWith("jar-only", { "DynamoDBLocal.jar": "" }),
      PATH: "",
      JAVA_HOME: undefined,
    }),
    says: /^linli: DynamoDB Local needs Java; "java -version" did not run\. Install a Java 17 runtime .*\n$/,
  },
  {
    title: "an endpoint where nothing answers",
    variables: () => ({ LINLI_DYNAMODB_ENDPOINT: "http://127.0.0.1:9" }),
    says: /^linli: Nothing answers on http:\/\/127\.0\.0\.1:9\. Start the database there, or unset .*\n$/,
  },
];

describe("a start is refused with a sentence for", () => {
  it.each(cases)("$title", async ({ title, variables, says }) => {
    const dataDir = join(folder, title.replaceAll(/\W/g, "-"));
    const { code, stdout, stderr } = await refusedStart({ LINLI_PORT: "0", LINLI_DATA: dataDir, ...variables() });
    expect(stderr).toMatch(says);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  it("a second server on the same data, which leaves the first alone", async () => {
    const dataDir = dataWith("shared");
    const variables = { LINLI_PORT: "0", LINLI_DATA: dataDir };
    const first = await start(variables);
    const engine = engineOf(dataDir);
    const { code, stdout, stderr } = await refusedStart(variables);
    expect(stderr).toBe(
      `linli: Process ${first.pid} already serves ${join(dataDir, "linli.db")}. ` +
        "Stop it first, or give this one another data folder.\n",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(engineOf(dataDir)).toBe(engine);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    first.kill("SIGINT");
    expect((await first.end).code).toBe(0);
  });
});

describe("the usual port", () => {
  it("gives way to a free one when it is taken and none was asked for", async () => {
    const other = createServer();
    // Somebody else may have it already, which does as well.
    await new Promise<void>((resolve) => {
      other.once("error", () => resolve());
      other.listen(PORT_DEFAULT, "127.0.0.1", resolve);
    });
    const server = await start({ LINLI_DATA: dataWith("usual") });
    const { port } = new URL(server.url);
    expect(server.stderr()).toBe(`linli: port ${PORT_DEFAULT} is taken, using ${port} (choose with LINLI_PORT)\n`);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    server.kill("SIGINT");
    expect((await server.end).code).toBe(0);
    await new Promise((resolve) => other.close(resolve));
  });
});

describe("LINLI_LOG=json", () => {
  it("writes the lines that Lambda writes", async () => {
    const server = await start({ LINLI_PORT: "0", LINLI_DATA: dataWith("json"), LINLI_LOG: "json" });
    const lines = server
      .stdout()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    const codes = lines.map((line) => JSON.parse(line) as { code: string; job: string });
    expect(codes.map(({ code, job }) => `${code} ${job}`)).toEqual(["job.started bootstrap", "job.finished bootstrap"]);
    server.kill("SIGINT");
    expect((await server.end).code).toBe(0);
  });
});

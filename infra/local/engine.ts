/**
 * Starts the database that the local server and the tests run on: the embedded engine, DynamoDB Local, or one that
 * already listens somewhere. The choice and its measurements are in docs/adr/0001-embedded-engine.md.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { EngineUnavailable } from "./engine-errors.ts";
import {
  dynamoDbLocalFolder,
  dynamoDbLocalProgram,
  dynoxideBinary,
  dynoxideProgram,
  javaLauncher,
  type Program,
} from "./engine-programs.ts";
import { claimDataFile, endProcess, recordEngine, releaseDataFile } from "./engine-record.ts";

export { EngineUnavailable } from "./engine-errors.ts";

const ENDPOINT_VARIABLE = "LINLI_DYNAMODB_ENDPOINT";
const START_MS_MAX = 30_000;
const PROBE_MS_MAX = 2_000;
const POLL_MS = 10;
const PORT_ATTEMPTS_MAX = 3;
const STDERR_TAIL_CHARS = 4_000;

/** How the engines' SQLite says that a file is not its own or is damaged. */
const UNREADABLE = /not a (valid SQLite )?database|malformed|corrupt/i;

/**
 * Waits for its standard input, whose other end only this process holds. End of file means that this process is gone
 * without a word: the engine is then ended, so that a killed server or test run leaves nothing behind.
 */
const WATCHER_SCRIPT =
  'read -r word && exit 0; kill -TERM "$1"; ' +
  'for n in 1 2 3 4 5; do sleep 1; kill -0 "$1" || exit 0; done; kill -KILL "$1"';

export type EngineKind = "dynoxide" | "dynamodb-local" | "endpoint";
/** The kinds that are started here, as opposed to found. */
type StartedKind = Exclude<EngineKind, "endpoint">;

export interface EngineOptions {
  /** Default: "endpoint" when an endpoint is given or LINLI_DYNAMODB_ENDPOINT is set, else "dynoxide". */
  readonly kind?: EngineKind;
  /** File that keeps the data; without it the data lives in memory. Ignored for "endpoint". */
  readonly dataFile?: string;
  /** Port on 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** URL of a running DynamoDB; default LINLI_DYNAMODB_ENDPOINT. */
  readonly endpoint?: string;
  /** Aborting gives up the start, or stops the engine that came of it. */
  readonly signal?: AbortSignal;
}

export interface Engine {
  readonly kind: EngineKind;
  /** Base URL for the DynamoDB client. */
  readonly endpoint: string;
  /** Process id of an engine started here. */
  readonly pid?: number;
  /** Settles with the tail of its error output if a started engine ends without `stop`; otherwise never. */
  readonly failed: Promise<string>;
  /** Ends an engine started here and resolves when it has closed its data file; may be called again. */
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolvePort, rejectPort) => {
    const server = createServer();
    server.once("error", rejectPort);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolvePort(port));
    });
  });

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const response = await fetch(endpoint, { signal: AbortSignal.timeout(PROBE_MS_MAX) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
};

interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  hasEnded(): boolean;
  /** Last part of what it wrote to standard error, and how it ended. */
  tail(): string;
  /** Forgets what it has said so far. */
  forget(): void;
  /** Resolves at its end. */
  readonly end: Promise<void>;
}

const launch = (program: Program): Running => {
  // Its own session: Ctrl-C in a terminal must reach the server alone, which then stops the engine in order.
  const child = spawn(program.command, program.args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const errors: Readable | null = child.stderr;
  let tail = "";
  let ended = false;
  errors?.setEncoding("utf8").on("data", (text: string) => {
    tail = (tail + text).slice(-STDERR_TAIL_CHARS);
  });
  const end = new Promise<void>((resolveEnd) => {
    const finish = (how: string) => {
      ended = true;
      tail = `${tail.trim()} (${how})`.trim();
      resolveEnd();
    };
    child.once("error", (error) => finish(error.message));
    child.once("close", (code, signal) => finish(`ended with ${signal ?? `exit code ${code}`}`));
  });
  // Neither the engine nor its pipe keeps this process alive.
  child.unref();
  if (errors && "unref" in errors && typeof errors.unref === "function") errors.unref();
  const forget = () => {
    tail = "";
  };
  return { child, pid: child.pid ?? 0, hasEnded: () => ended, tail: () => tail, forget, end };
};

/** Starts the watcher of engine `pid`; the returned function dismisses it. */
const watch = (pid: number): (() => void) => {
  if (process.platform === "win32") return () => undefined;
  const watcher = spawn("sh", ["-c", WATCHER_SCRIPT, "linli-engine-watcher", String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.on("error", () => undefined);
  watcher.stdin.on("error", () => undefined);
  watcher.unref();
  if ("unref" in watcher.stdin && typeof watcher.stdin.unref === "function") watcher.stdin.unref();
  return () => watcher.stdin.end("stop\n");
};

const untilReady = async (
  running: Running,
  endpoint: string,
  dataFile: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const deadline = performance.now() + START_MS_MAX;
  while (!running.hasEnded()) {
    if (signal?.aborted) throw new EngineUnavailable("aborted", "The start was given up.", "Start again.");
    // A foreign server may have taken the port meanwhile: its answer counts only if our engine got to keep running.
    if (await Promise.race([answers(endpoint), running.end.then(() => false)])) {
      await delay(POLL_MS);
      if (!running.hasEnded()) return;
    }
    if (performance.now() > deadline) {
      const message = `The engine did not answer on ${endpoint} within ${START_MS_MAX} ms. ${running.tail()}`;
      throw new EngineUnavailable("start_timeout", message, "Look at the engine's message above and start again.");
    }
    await delay(POLL_MS);
  }
  throw endedEarly(running.tail(), dataFile);
};

const endedEarly = (tail: string, dataFile: string | undefined): EngineUnavailable => {
  if (dataFile && UNREADABLE.test(tail)) {
    const remedy = "Put a copy of yours in its place, or move it away to begin with an empty database.";
    const cause = new Error(tail);
    return new EngineUnavailable("data_unreadable", `${dataFile} is damaged or no database.`, remedy, { cause });
  }
  const remedy = "Free the port or mend what the engine's message names, then start again.";
  return new EngineUnavailable("exited_early", `The engine ended before it answered: ${tail}.`, remedy);
};

const programOf = (kind: StartedKind, port: number, dataFile: string | undefined): Program =>
  kind === "dynoxide" ? dynoxideProgram(port, dataFile) : dynamoDbLocalProgram(port, dataFile);

/** One attempt on one port. */
const startOn = async (port: number, kind: StartedKind, dataFile: string | undefined, signal?: AbortSignal) => {
  const program = programOf(kind, port, dataFile);
  if (dataFile && program.dataArgument) {
    await claimDataFile(dataFile, program.dataArgument);
    if (program.dataArgument !== dataFile) mkdirSync(program.dataArgument, { recursive: true });
  }
  const running = launch(program);
  const dismissWatcher = running.pid ? watch(running.pid) : () => undefined;
  let stopping: Promise<void> | undefined;
  const end = async () => {
    running.child.ref();
    if (running.pid) await endProcess(running.pid, running.hasEnded);
    dismissWatcher();
    if (dataFile) releaseDataFile(dataFile);
  };
  const stop = () => {
    stopping ??= end();
    return stopping;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    if (dataFile && running.pid) recordEngine(dataFile, running.pid, port);
    await untilReady(running, endpoint, dataFile, signal);
    // Its greeting explains no later end.
    running.forget();
  } catch (error) {
    await stop();
    throw error;
  }
  const failed = new Promise<string>((resolveFailure) => {
    running.end.then(() => {
      dismissWatcher();
      if (!stopping) resolveFailure(running.tail());
    });
  });
  signal?.addEventListener("abort", () => void stop(), { once: true });
  return { kind, endpoint, pid: running.pid, failed, stop } satisfies Engine;
};

const startHere = async (kind: StartedKind, options: EngineOptions): Promise<Engine> => {
  const dataFile = options.dataFile === undefined ? undefined : resolve(options.dataFile);
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOn(options.port ?? (await freePort()), kind, dataFile, options.signal);
    } catch (error) {
      // Between finding a free port and using it another program may take it; with a fixed port there is nothing to
      // retry.
      const mayRetry =
        error instanceof EngineUnavailable && error.code === "exited_early" && options.port === undefined;
      if (!mayRetry || attempt === PORT_ATTEMPTS_MAX) throw error;
    }
  }
};

const useEndpoint = async (endpoint: string | undefined): Promise<Engine> => {
  if (!endpoint || !URL.canParse(endpoint)) {
    const message = `No usable DynamoDB endpoint is given${endpoint ? ` ("${endpoint}" is not a URL)` : ""}.`;
    throw new EngineUnavailable(
      "endpoint_missing",
      message,
      `Set ${ENDPOINT_VARIABLE}, for example http://127.0.0.1:8000.`,
    );
  }
  if (!(await answers(endpoint))) {
    const remedy = `Start the database there, or unset ${ENDPOINT_VARIABLE} to use the embedded engine.`;
    throw new EngineUnavailable("endpoint_unreachable", `Nothing answers on ${endpoint}.`, remedy);
  }
  return { kind: "endpoint", endpoint, failed: new Promise(() => undefined), stop: async () => undefined };
};

/**
 * Starts an engine, or finds the given one, and resolves when it answers.
 * Throws `EngineUnavailable` with a code and a remedy when there is none to be had.
 */
export const startEngine = async (options: EngineOptions = {}): Promise<Engine> => {
  const endpoint = options.endpoint ?? process.env[ENDPOINT_VARIABLE];
  const kind = options.kind ?? (endpoint ? "endpoint" : "dynoxide");
  return kind === "endpoint" ? useEndpoint(endpoint) : startHere(kind, options);
};

export interface EngineAvailability {
  readonly kind: EngineKind;
  readonly available: boolean;
  /** Why not, when not. */
  readonly reason?: string;
}

/** Which engines this machine could run, in the order of preference; nothing is started. */
export const availableEngines = async (): Promise<readonly EngineAvailability[]> => {
  const availability = (kind: StartedKind, probe: () => void): EngineAvailability => {
    try {
      probe();
      return { kind, available: true };
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      return { kind, available: false, reason: `${error.message} ${error.remedy}` };
    }
  };
  const hasEndpoint = Boolean(process.env[ENDPOINT_VARIABLE]);
  return [
    availability("dynoxide", () => void dynoxideBinary()),
    availability("dynamodb-local", () => {
      dynamoDbLocalFolder();
      javaLauncher();
    }),
    {
      kind: "endpoint",
      available: hasEndpoint,
      ...(hasEndpoint ? {} : { reason: `${ENDPOINT_VARIABLE} is not set.` }),
    },
  ];
};

/** A CloudFormation emulator on this machine: one that runs already, or moto's server, started here and ended here. */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Cli, Failure } from "../cli.ts";

/** Variable with the endpoint of an emulator that runs already. */
export const EMULATOR_VARIABLE = "LINLI_EMULATOR";
const PROGRAM = "moto_server";
const START_MS_MAX = 60_000;
const POLL_MS = 100;
const PROBE_MS_MAX = 2_000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** A running emulator; `stop` ends it if it was started here. */
export interface Emulator {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * The endpoint as the CDK wants it: the template's address is only taken for S3 when it says `localhost`. Throws
 * `Failure` for any other machine than this one: a rehearsal must never reach an account.
 */
export const loopbackEndpoint = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" && LOOPBACK.includes(url.hostname) && url.port !== "") {
    return `http://localhost:${url.port}`;
  }
  throw new Failure({
    zh: `${EMULATOR_VARIABLE} 必须是本机地址，如 http://localhost:5000；演练绝不访问其他主机。`,
    en: `${EMULATOR_VARIABLE} must be of this machine, such as http://localhost:5000; a rehearsal reaches no other.`,
  });
};

const programIn = (path = ""): string | undefined =>
  path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, PROGRAM))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** Where an emulator would come from; undefined when there is none. */
export const emulatorOf = (
  env: Cli["env"],
): { readonly endpoint: string } | { readonly program: string } | undefined => {
  const given = env[EMULATOR_VARIABLE];
  if (given !== undefined && given !== "") return { endpoint: loopbackEndpoint(given) };
  const program = programIn(env.PATH);
  return program === undefined ? undefined : { program };
};

const absent = (): Failure =>
  new Failure({
    zh: `本机没有 CloudFormation 模拟器；请运行 pip install 'moto[server]'，或用 ${EMULATOR_VARIABLE} 指定已运行的模拟器。`,
    en:
      "There is no CloudFormation emulator on this machine; run pip install 'moto[server]', or name a running one in " +
      `${EMULATOR_VARIABLE}.`,
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const response = await fetch(`${endpoint}/moto-api/`, { signal: AbortSignal.timeout(PROBE_MS_MAX) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

const started = async (program: string, env: Cli["env"]): Promise<Emulator> => {
  const port = await freePort();
  const options = { stdio: "ignore" as const, env: { ...env } as NodeJS.ProcessEnv };
  const child = spawn(program, ["-H", "127.0.0.1", "-p", String(port)], options);
  // Ctrl-C ends this process by `process.exit`, which runs this and nothing that waits.
  const abandon = (): void => void child.kill("SIGTERM");
  process.once("exit", abandon);
  const stop = async (): Promise<void> => {
    process.off("exit", abandon);
    await end(child);
  };
  let fault: Error | undefined;
  child.once("error", (error) => {
    fault = error;
  });
  const endpoint = `http://localhost:${port}`;
  for (let waited = 0; waited < START_MS_MAX; waited += POLL_MS) {
    if (fault ?? child.exitCode !== null) break;
    if (await answers(endpoint)) return { endpoint, stop };
    await delay(POLL_MS);
  }
  await stop();
  throw new Failure({
    zh: `${program} 没有启动；请单独运行它查看原因，或用 ${EMULATOR_VARIABLE} 指定已运行的模拟器。`,
    en: `${program} did not start; run it by itself to see why, or name a running emulator in ${EMULATOR_VARIABLE}.`,
  });
};

/** The emulator that the environment names or has; throws `Failure` with the remedy when there is none. */
export const openEmulator = async (env: Cli["env"]): Promise<Emulator> => {
  const found = emulatorOf(env);
  if (found === undefined) throw absent();
  return "program" in found ? started(found.program, env) : { ...found, stop: async () => undefined };
};

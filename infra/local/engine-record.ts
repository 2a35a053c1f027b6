/**
 * The note beside a data file that says which process serves it, so that a start after a crash finds what the crash
 * left and a second start does not open the same file twice.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { EngineUnavailable } from "./engine-errors.ts";
import { processFacts } from "./engine-programs.ts";

const POLL_MS = 20;
/** How long an engine may take to close its file after SIGTERM before it is killed. */
export const STOP_MS_MAX = 5_000;

interface EngineRecord {
  /** Process that started the engine. */
  readonly owner: number;
  /** RFC 3339 instant of the start. */
  readonly started: string;
  /** Absent between the claim and the start of the engine. */
  readonly pid?: number;
  readonly port?: number;
}

/** Where the note of `dataFile` is kept. */
export const recordFileOf = (dataFile: string): string => `${dataFile}.engine.json`;

const readRecord = (file: string): EngineRecord | undefined => {
  try {
    const value: Partial<EngineRecord> | null = JSON.parse(readFileSync(file, "utf8"));
    return typeof value?.owner === "number" && typeof value.started === "string" ? (value as EngineRecord) : undefined;
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const signalled = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
};

/** Ends process `pid`: SIGTERM, and SIGKILL when it still runs after `STOP_MS_MAX`. `isOver` says when it has ended. */
export const endProcess = async (pid: number, isOver: () => boolean): Promise<void> => {
  signalled(pid, "SIGTERM");
  for (let waitedMs = 0; waitedMs < STOP_MS_MAX; waitedMs += POLL_MS) {
    if (isOver()) return;
    await delay(POLL_MS);
  }
  signalled(pid, "SIGKILL");
  for (let waitedMs = 0; waitedMs < STOP_MS_MAX && !isOver(); waitedMs += POLL_MS) await delay(POLL_MS);
};

const inUse = (dataFile: string, owner: number): EngineUnavailable =>
  new EngineUnavailable(
    "data_in_use",
    `Process ${owner} already serves ${dataFile}.`,
    "Stop it first, or give this one another data folder.",
  );

/** Ends the engine that a dead owner left on `dataFile`; throws "data_in_use" when its owner lives. */
const settleFormerEngine = async (former: EngineRecord, dataFile: string, dataArgument: string): Promise<void> => {
  const pid = former.pid;
  if (pid === undefined) {
    if (former.owner !== process.pid && isAlive(former.owner)) throw inUse(dataFile, former.owner);
    return;
  }
  // A process id may have been given to another program since: only an engine on this very file is ours to end.
  const facts = processFacts(pid);
  if (!facts?.hasArgument(dataArgument)) return;
  // An engine is handed to another parent when its owner dies, so its parent tells an orphan even if the id was reused.
  if (facts.parent === former.owner) throw inUse(dataFile, former.owner);
  await endProcess(pid, () => !processFacts(pid)?.hasArgument(dataArgument));
};

/**
 * Claims `dataFile` for this process, after ending an engine that a crashed owner left on it.
 * `dataArgument` is the argument by which such an engine is known. Throws `EngineUnavailable` "data_in_use".
 */
export const claimDataFile = async (dataFile: string, dataArgument: string): Promise<void> => {
  const file = recordFileOf(dataFile);
  mkdirSync(dirname(file), { recursive: true });
  const former = readRecord(file);
  if (former) await settleFormerEngine(former, dataFile, dataArgument);
  rmSync(file, { force: true });
  const claim: EngineRecord = { owner: process.pid, started: new Date().toISOString() };
  try {
    writeFileSync(file, JSON.stringify(claim), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw inUse(dataFile, readRecord(file)?.owner ?? 0);
  }
};

/** Notes that engine `pid` serves the claimed `dataFile` on `port`; written whole or not at all. */
export const recordEngine = (dataFile: string, pid: number, port: number): void => {
  const file = recordFileOf(dataFile);
  const record: EngineRecord = { owner: process.pid, started: new Date().toISOString(), pid, port };
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
};

/** Gives `dataFile` up. */
export const releaseDataFile = (dataFile: string): void => rmSync(recordFileOf(dataFile), { force: true });

/** One feed a folder: two processes that append to the same log would deliver each other's changes. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartRefused } from "../refused.ts";

/** Raised when a living process holds the folder. */
export class FeedInUse extends StartRefused {}

/**
 * Instant at which a process began, in the kernel's ticks: tells a process from a later one with the same id. Empty
 * where unknown.
 */
const beginningOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
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

const holderOf = (file: string): number | undefined => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const [pid = "", beginning = ""] = text.trim().split(" ");
  return isAlive(Number(pid)) && beginningOf(Number(pid)) === beginning ? Number(pid) : undefined;
};

/**
 * Claims a folder for this process; gives the function that frees it. Throws `FeedInUse` when another process has it.
 */
export const lockFolder = (dir: string): (() => void) => {
  const file = join(dir, "lock");
  mkdirSync(dir, { recursive: true });
  const holder = holderOf(file);
  if (holder !== undefined) throw new FeedInUse(`Process ${holder} already feeds events from ${dir}.`);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, `${process.pid} ${beginningOf(process.pid)}\n`, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new FeedInUse(`Another process has just claimed ${dir}.`);
  }
  return () => rmSync(file, { force: true });
};

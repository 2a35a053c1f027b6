/** Logs of lines: what was written whole is read back, once and in order, whatever a crash left beside it. */
import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LINE_BYTES_MAX, type Position, SegmentLog } from "../../../infra/local/feed/segments.ts";
import { folder } from "./support.ts";

const SMALL = 40;

const readAll = (log: SegmentLog, from: Position = log.start): string[] => {
  const found: string[] = [];
  for (let at = from; ; ) {
    const { lines, next } = log.read(at, 3);
    found.push(...lines);
    if (lines.length === 0 && next.segment === at.segment && next.offset === at.offset) return found;
    at = next;
  }
};

const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `line-${from + index}`);

describe("a log", () => {
  it("gives its lines back in order across segments, while it is written and after a restart", () => {
    const dir = folder();
    const log = new SegmentLog(dir, "log", SMALL);
    for (const line of lines(1, 20)) log.append(`${line}\n`);
    expect(log.segments.length).toBeGreaterThan(2);
    expect(readAll(log)).toEqual(lines(1, 20));
    log.close();
    const next = new SegmentLog(dir, "log", SMALL);
    next.append("line-21\n");
    expect(readAll(next)).toEqual(lines(1, 21));
  });

  it("goes on after a line that a crash cut off, and does not give that one", () => {
    const dir = folder();
    const log = new SegmentLog(dir, "log", SMALL * 10);
    log.append("line-1\nline-2\n");
    log.close();
    appendFileSync(join(dir, readdirSync(dir)[0] as string), '{"cut":');
    const next = new SegmentLog(dir, "log", SMALL * 10);
    next.append("line-3\n");
    expect(readAll(next)).toEqual(lines(1, 3));
  });

  it("passes over what is no line at all", () => {
    const dir = folder();
    const log = new SegmentLog(dir, "log", SMALL);
    log.append(`${"x".repeat(LINE_BYTES_MAX + 10)}\n`);
    log.append("line-1\n");
    expect(readAll(log).at(-1)).toBe("line-1");
  });

  it("is read on from the oldest segment left when a reader's own is gone", () => {
    const log = new SegmentLog(folder(), "log", SMALL);
    for (const line of lines(1, 20)) log.append(`${line}\n`);
    const [first, second] = log.segments as [number, number];
    log.drop(first);
    expect(readAll(log, { segment: first, offset: 3 })).toEqual(readAll(log, { segment: second, offset: 0 }));
  });

  it("keeps the segment being written", () => {
    const log = new SegmentLog(folder(), "log", SMALL);
    log.append("line-1\n");
    log.drop(log.current);
    expect(readAll(log)).toEqual(["line-1"]);
  });

  it("never gives a number again that a reader may remember", () => {
    const log = new SegmentLog(folder(), "log", SMALL, 7);
    log.append("line-1\n");
    expect(log.segments).toEqual([8]);
    expect(readAll(log, { segment: 7, offset: 99 })).toEqual(["line-1"]);
  });

  it("counts its bytes, also those in more than one byte a character", () => {
    const log = new SegmentLog(folder(), "log", SMALL);
    log.append("邻里\n");
    expect(log.bytes).toBe(7);
    expect(readAll(log)).toEqual(["邻里"]);
  });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Clock } from "../../functions/shared/clock.ts";
import { LocalClock } from "../../infra/local/clock.ts";

const START_MS = Date.parse("2026-03-01T08:00:00.000Z");
const DAY_MS = 86_400_000;

let systemMs: number;
const system: Clock = { now: () => new Date(systemMs) };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-clock-"));
});
beforeEach(() => {
  systemMs = START_MS;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the local clock", () => {
  it("shows the system's time, and after an advance runs on ahead of it", () => {
    const clock = new LocalClock({ system });
    expect(clock.now().getTime()).toBe(START_MS);
    expect(clock.advance(DAY_MS)).toEqual({ now: new Date(START_MS + DAY_MS) });
    systemMs += 5;
    expect(clock.now().getTime()).toBe(START_MS + DAY_MS + 5);
  });

  it("refuses to go backward, also by a negative advance, and stays as it was", () => {
    const clock = new LocalClock({ system });
    clock.advance(DAY_MS);
    expect(clock.set(new Date(START_MS + DAY_MS - 1))).toEqual({
      reason: expect.stringContaining("does not go backward"),
    });
    for (const ms of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(clock.advance(ms)).toEqual({ reason: expect.stringContaining("forward by whole milliseconds") });
    }
    expect(clock.now().getTime()).toBe(START_MS + DAY_MS);
  });

  it("refuses an instant that RFC 3339 cannot write", () => {
    const clock = new LocalClock({ system });
    for (const instant of [new Date(Number.NaN), new Date("+010000-01-01T00:00:00Z")]) {
      expect(clock.set(instant)).toEqual({ reason: expect.stringContaining("can be written") });
    }
    expect(clock.advance(Number.MAX_SAFE_INTEGER)).toHaveProperty("reason");
    expect(clock.now().getTime()).toBe(START_MS);
  });

  it("stands still while frozen, moves only on request, and runs on from there", () => {
    const clock = new LocalClock({ system });
    clock.freeze();
    systemMs += 1_000;
    expect([clock.isFrozen(), clock.now().getTime()]).toEqual([true, START_MS]);
    clock.advance(10);
    expect([clock.isFrozen(), clock.now().getTime()]).toEqual([true, START_MS + 10]);
    clock.run();
    systemMs += 7;
    expect([clock.isFrozen(), clock.now().getTime()]).toEqual([false, START_MS + 17]);
  });

  it("keeps its setting over a restart, and reset forgets it", () => {
    const file = join(folder, "data", "clock.json");
    const first = new LocalClock({ file, system });
    first.advance(DAY_MS);
    expect(new LocalClock({ file, system }).now().getTime()).toBe(START_MS + DAY_MS);
    first.freeze();
    systemMs += 9;
    const second = new LocalClock({ file, system });
    expect([second.isFrozen(), second.now().getTime()]).toEqual([true, START_MS + DAY_MS]);
    second.reset();
    expect(second.now().getTime()).toBe(systemMs);
    expect(readdirSync(join(folder, "data"))).toEqual([]);
    expect(new LocalClock({ file, system }).now().getTime()).toBe(systemMs);
  });

  it.each(["", "{}", "null", '{"offsetMs":"1"}'])("says what to do with a spoilt setting: %j", (text) => {
    const file = join(folder, "spoilt.json");
    writeFileSync(file, text);
    expect(() => new LocalClock({ file, system })).toThrow(/delete it/);
  });

  it("never shows an earlier time than before, whatever is asked of it short of a reset", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("advance" as const), ms: fc.integer({ min: -DAY_MS, max: DAY_MS }) }),
      fc.record({ kind: fc.constant("set" as const), ms: fc.integer({ min: -DAY_MS, max: 100 * DAY_MS }) }),
      fc.record({ kind: fc.constantFrom("freeze" as const, "run" as const, "tick" as const), ms: fc.nat(DAY_MS) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        systemMs = START_MS;
        const clock = new LocalClock({ system });
        let last = clock.now().getTime();
        for (const { kind, ms } of steps) {
          if (kind === "advance") clock.advance(ms);
          else if (kind === "set") clock.set(new Date(START_MS + ms));
          else if (kind === "tick") systemMs += ms;
          else clock[kind]();
          expect(clock.now().getTime()).toBeGreaterThanOrEqual(last);
          last = clock.now().getTime();
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import type { Entry } from "../../../functions/ledger/domain/entry.ts";
import {
  HORIZON_MS,
  horizonStamp,
  isSettled,
  PageOfLines,
  startStamp,
} from "../../../functions/ledger/domain/statement.ts";
import { toCsv } from "../../../functions/shared/csv.ts";

const entry = (stamp: number, amount: number, from = "a.points", category = "visit"): Entry => ({
  id: `id-${stamp}`,
  leg: 0,
  reversal: false,
  kind: "transfer",
  from,
  to: from === "a.points" ? "b.points" : "a.points",
  amount,
  category,
  stamp,
  by: "someone",
});

const page = (lines: number, entries = 100, filter = {}) =>
  new PageOfLines("a.points", 100, filter, { lines, entries });

describe("a page of a statement", () => {
  it("counts every entry in the balance, also those it does not show", () => {
    const shown = page(10, 100, { category: "visit" });
    shown.take(entry(3, 10));
    shown.take(entry(2, 5, "b.points", "meal"));
    shown.take(entry(1, 7, "b.points"));
    expect(shown.lines.map(({ change, balance }) => [change, balance])).toEqual([
      [-10, 100],
      [7, 105],
    ]);
    expect(shown.balanceBefore).toBe(98);
  });

  it("is cut before the first entry that has no room, with the balance after it", () => {
    const shown = page(1);
    expect(shown.take(entry(3, 10))).toBeUndefined();
    expect(shown.take(entry(2, 5))).toEqual({ upTo: 2, balance: 110 });
  });

  it("is never cut between entries of one stamp", () => {
    const shown = page(1);
    shown.take(entry(3, 10));
    expect(shown.take(entry(3, 1))).toBeUndefined();
    expect(shown.take(entry(2, 5))).toEqual({ upTo: 2, balance: 111 });
  });

  it("ends after so many examined entries even when none is shown", () => {
    const shown = page(10, 2, { category: "nothing" });
    shown.take(entry(3, 10));
    shown.take(entry(2, 10));
    expect(shown.take(entry(1, 10))).toEqual({ upTo: 1, balance: 120 });
    expect(shown.lines).toEqual([]);
  });
});

describe("stamps", () => {
  it("an instant begins with its millisecond unless microseconds are given", () => {
    expect(startStamp("1970-01-01T00:00:01Z")).toBe(1_000_000);
    expect(startStamp("1970-01-01T00:00:01.002Z")).toBe(1_002_000);
    expect(startStamp("1970-01-01T00:00:01.002003Z")).toBe(1_002_003);
    expect(startStamp("1970-01-01T08:00:01+08:00")).toBe(1_000_000);
  });

  it("are behind the horizon only when no signed request can still carry an older one", () => {
    const now = new Date("2026-06-15T04:00:00Z");
    expect(HORIZON_MS).toBeGreaterThan(15 * 60_000);
    expect(horizonStamp(now)).toBe((now.getTime() - HORIZON_MS) * 1_000);
    expect(isSettled(now.getTime() * 1_000 - 60_000_001, now)).toBe(true);
    expect(isSettled(now.getTime() * 1_000 - 59_000_000, now)).toBe(false);
  });
});

describe("CSV", () => {
  it("guards texts that a spreadsheet would run as formulas, and leaves numbers alone", () => {
    const text = toCsv(
      ["memo", "change"],
      [
        ["=1+1", -30],
        ["@cmd", 5],
        ['say "hi", 王', 0],
      ],
    );
    expect(text).toBe(`\uFEFFmemo,change\r\n'=1+1,-30\r\n'@cmd,5\r\n"say ""hi"", 王",0\r\n`);
  });
});

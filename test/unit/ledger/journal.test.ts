/** A part of a journal in plain-text accounting, to the last character. */
import { expect, it } from "vitest";
import type { Entry } from "../../../functions/ledger/domain/entry.ts";
import { journalText } from "../../../functions/ledger/domain/hledger.ts";

const entry = (stamp: number, changes: Partial<Entry>): Entry => ({
  ...{ id: `t${stamp}`, leg: 0, reversal: false, kind: "transfer", from: "bo.cny", to: "ann.cny", amount: 30 },
  ...{ category: "visit", stamp: Date.parse("2026-06-15T16:30:00Z") * 1_000 + stamp, by: "ann" },
  ...changes,
});

it("declares what it uses and writes each transfer once, in the order of the stamps, with its legs in theirs", () => {
  const later = entry(2, { memo: "茶", actingFor: "cy", link: { type: "order", id: "o:1" }, reversal: true });
  const legs = [
    entry(1, { leg: 2, from: "ann.cny", to: "lujing~donation.cny", amount: 5 }),
    entry(1, { leg: 1, from: "zed.cny" }),
  ];
  const unit = { code: "cny" as const, scale: 2 };
  const head = { community: "lujing", unit, zone: "Asia/Shanghai", outside: new Set(["bo.cny"]) };
  const text = journalText({ ...head, transfers: [[later], legs], next: "CURSOR" });
  expect(text.split("\n")).toEqual([
    "; Linli journal: community lujing, unit cny, dates in Asia/Shanghai",
    "decimal-mark .",
    "commodity 1000.00 CNY",
    "account members:ann:cny  ; type:A",
    "account members:zed:cny  ; type:A",
    "account outside:bo:cny  ; type:E",
    "account pools:lujing:donation:cny  ; type:E",
    "",
    "2026-06-16 (t1) transfer visit",
    "    ; at:2026-06-15T16：30：00.000001Z",
    "    ; by:ann",
    "    members:zed:cny  -0.30 CNY",
    "    members:ann:cny  0.30 CNY",
    "    members:ann:cny  -0.05 CNY",
    "    pools:lujing:donation:cny  0.05 CNY",
    "",
    "2026-06-16 (t2) transfer visit | 茶",
    "    ; at:2026-06-15T16：30：00.000002Z",
    "    ; by:ann",
    "    ; acting-for:cy",
    "    ; link:order o：1",
    "    ; reverses:t2",
    "    outside:bo:cny  -0.30 CNY",
    "    members:ann:cny  0.30 CNY",
    "",
    "; linli-next-cursor CURSOR",
    "",
  ]);
});

it("of whole units has no decimals, and says nothing of a next part where there is none", () => {
  const unit = { code: "points" as const, scale: 0 };
  const head = { community: "lujing", unit, zone: "Asia/Shanghai", outside: new Set<string>(), next: null };
  expect(journalText({ ...head, transfers: [] })).toBe(
    [
      "; Linli journal: community lujing, unit points, dates in Asia/Shanghai",
      "decimal-mark .",
      "commodity 1000. points",
    ]
      .concat("", "")
      .join("\n"),
  );
});

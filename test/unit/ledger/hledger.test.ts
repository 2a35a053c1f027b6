import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../functions/ledger/domain/entry.ts";
import { accountName, amountText, journalText, plainText } from "../../../functions/ledger/domain/hledger.ts";
import { Memo } from "../../../schemas/primitives.ts";

const HLEDGER = spawnSync("hledger", ["--version"]).status === 0;
const ANN = "0199f3a2-7c41-7b6e-9d05-3e8a1c5b7f20";
const BO = "0199f3a2-7c41-7b6e-9d05-3e8a1c5b7f21";

/** Runs hledger on a journal given by standard input; a UTF-8 locale, since memos are Chinese. */
const hledger = (journal: string, ...args: string[]) =>
  spawnSync("hledger", ["-f", "-", ...args], {
    input: journal,
    encoding: "utf8",
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
  });

const entry = (changes: Partial<Entry> = {}): Entry => ({
  id: "0199f3a2-7c41-7b6e-9d05-3e8a1c5b7f22",
  leg: 0,
  reversal: false,
  kind: "transfer",
  from: `${ANN}.points`,
  to: `${BO}.points`,
  amount: 30,
  category: "visit",
  stamp: Date.parse("2026-06-15T16:30:00Z") * 1_000,
  by: ANN,
  ...changes,
});

const part = (transfers: readonly (readonly Entry[])[], unit = { code: "points" as const, scale: 0 }) =>
  journalText({ community: "lujing", unit, zone: "Asia/Shanghai", transfers, outside: new Set(), next: null });

describe("the hledger journal", () => {
  it("dates a transfer by the district's day and carries its id as code", () => {
    expect(part([[entry()]])).toContain(`2026-06-16 (${entry().id}) transfer visit\n`);
  });

  it("names accounts in ASCII, pools by their community", () => {
    expect(accountName(`${ANN}.points`)).toBe(`members:${ANN}:points`);
    expect(accountName("lujing~issuance.points")).toBe("pools:lujing:issuance:points");
    expect(accountName(`${ANN}.points`, new Set([`${ANN}.points`]))).toBe(`outside:${ANN}:points`);
    expect(part([[entry({ from: "lujing~issuance.points" })]])).toContain(
      "account pools:lujing:issuance:points  ; type:E",
    );
  });

  it("writes fen as yuan with two decimals", () => {
    const cny = { code: "cny" as const, scale: 2 };
    expect([amountText(5, cny), amountText(-12_345, cny), amountText(0, cny)]).toEqual([
      "0.05 CNY",
      "-123.45 CNY",
      "0.00 CNY",
    ]);
  });

  it("lets no memo become a comment, tag, date or second line", () => {
    expect(plainText(" a; b|c, date:2020-01-01 [2020] =3\nx ")).toBe("a； b｜c， date：2020-01-01 ［2020］ ＝3 x");
  });

  it("makes one transaction of the legs of a linked transfer", () => {
    const text = part([
      [entry({ leg: 2, amount: 5, from: `${BO}.points`, to: "lujing~donation.points" }), entry({ leg: 1 })],
    ]);
    expect(text.match(/^\d{4}-/gm)).toHaveLength(1);
    expect(text.split("\n").filter((line) => /^ {4}\w/.test(line))).toHaveLength(4);
  });

  it.skipIf(!HLEDGER)("passes hledger check --strict whatever the memo says (skipped without hledger)", () => {
    const syntax = fc.constantFrom(..."; | , : [ ] = @ { } ( ) * ! 2020-01-01 date:2020-13-45 \" ' % # ~".split(" "));
    const unit = fc.oneof(syntax, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }));
    const memo = fc.string({ unit, minLength: 1, maxLength: 60 }).filter((text) => Memo.safeParse(text).success);
    fc.assert(
      fc.property(fc.array(memo, { minLength: 1, maxLength: 20 }), (memos) => {
        const checked = hledger(
          part(memos.map((text, index) => [entry({ memo: text, leg: 0, stamp: entry().stamp + index })])),
          "check",
          "-s",
        );
        expect(checked.stderr).toBe("");
        expect(checked.status).toBe(0);
      }),
      { numRuns: 15 },
    );
  });

  it.skipIf(!HLEDGER)("is refused by hledger when an amount is changed (skipped without hledger)", () => {
    const text = part([[entry()]]).replace("  30 points", "  31 points");
    expect(hledger(text, "check", "-s").status).not.toBe(0);
  });
});

/** The audit's checks, each found by the one number that is wrong, and the seals that the journal is hashed into. */
import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  holdFindings,
  journalFindings,
  LIMITS_NOTE,
  NOTHING_WALKED,
  ownFindings,
  Walk,
} from "../../../functions/ledger/domain/audit.ts";
import type { Entry } from "../../../functions/ledger/domain/entry.ts";
import { newAccount } from "../../../functions/ledger/domain/opening.ts";
import {
  blockHash,
  checkpointDocument,
  dayDocument,
  dayLeaf,
  entryDocument,
  entryLeaf,
  entryName,
  GENESIS,
  headAfter,
  headerOf,
  headLeaf,
  isBeginning,
  journalOrder,
  newHead,
  nextBlock,
} from "../../../functions/ledger/domain/seal.ts";
import {
  changeOf,
  counterpartyOf,
  horizonStamp,
  isSettled,
  matches,
  PageOfLines,
  presentStamp,
  stampDate,
} from "../../../functions/ledger/domain/statement.ts";
import { canonicalBytes } from "../../../functions/shared/canonical.ts";
import { leafHash, merkleRoot } from "../../../functions/shared/merkle.ts";
import { testDistrict } from "../../support/district.ts";

const ANN = "ann.points";
const entry = (stamp: number, amount: number, changes: Partial<Entry> = {}): Entry => ({
  ...{ id: `t${stamp}`, leg: 0, reversal: false, kind: "transfer", from: ANN, to: "bo.points", amount, stamp },
  ...{ category: "visit", by: "ann" },
  ...changes,
});
const account = {
  ...newAccount(testDistrict(), { kind: "resident", id: "ann", community: "lujing" }, "points"),
  ...{ balance: 100, held: 20, heldIn: 5, free: 80, floor: -10, available: 90, ceiling: 500, room: 395, last: 3 },
  ...{ lots: { "20270101": 130 }, spent: 30 },
};
const toAnn = { from: "cy.points", to: ANN };

describe("a walk through a journal", () => {
  it("adds up, keeps the extremes, and stops counting at the instant and at the last stamp", () => {
    const walk = new Walk(account, 2, NOTHING_WALKED);
    expect(walk.walked).toEqual({ stamp: 0, sum: 0, low: 0, high: 0 });
    for (const next of [entry(1, 40), entry(2, 200, toAnn), entry(3, 60), entry(4, 1)]) walk.take(next);
    expect(walk.walked).toEqual({ stamp: 4, sum: 99, low: -40, high: 160 });
    expect([walk.sumAsOf, walk.sumAtLast, walk.entries]).toEqual([160, 100, 4]);
    expect([...walk.byCounterparty]).toEqual([
      ["bo.points", -40],
      ["cy.points", 200],
    ]);
  });

  it("goes on where another stopped", () => {
    const walk = new Walk(account, 9, { stamp: 1, sum: 7, low: -2, high: 8 });
    expect(walk.sumAtLast).toBe(7);
    walk.take(entry(2, 3));
    walk.take(entry(3, 4));
    expect(walk.walked).toEqual({ stamp: 3, sum: 0, low: -2, high: 8 });
    expect([...walk.byCounterparty]).toEqual([["bo.points", -7]]);
    expect(walk.sumAsOf).toBe(-7);
  });
});

describe("a finding", () => {
  it("names the derived member that is wrong", () => {
    expect(ownFindings(account, true)).toEqual([]);
    for (const [member, right] of Object.entries({ free: 80, available: 90, room: 395 })) {
      expect(ownFindings({ ...account, [member]: right + 1 }, true)).toEqual([
        { account: ANN, check: "derived", member, expected: right, found: right + 1 },
      ]);
    }
  });

  it("names lots that do not add up, in units with expiry and not of pools", () => {
    const wrong = { ...account, spent: 31 };
    expect(ownFindings(wrong, true)).toEqual([
      { account: ANN, check: "lots", member: "balance", expected: 99, found: 100 },
    ]);
    expect(ownFindings(wrong, false)).toEqual([]);
    expect(ownFindings({ ...wrong, holderKind: "pool" }, true)).toEqual([]);
  });

  it("names a journal that comes to another balance, and balances beyond the limits on the way", () => {
    const walk = new Walk(account, 9, { stamp: 0, sum: 100, low: -10, high: 500 });
    const limits = { floor: -10, ceiling: 500 };
    expect(journalFindings(account, walk, limits)).toEqual([]);
    expect(journalFindings(account, walk, { floor: -9, ceiling: 499 })).toEqual([
      { account: ANN, check: "floor", member: "balance", expected: -9, found: -10 },
      { account: ANN, check: "ceiling", member: "balance", expected: 499, found: 500 },
    ]);
    expect(journalFindings({ ...account, balance: 101 }, walk, undefined)).toEqual([
      { account: ANN, check: "journal", member: "balance", expected: 100, found: 101 },
    ]);
    expect(LIMITS_NOTE).toMatch(/loosest of the limits now.*is not stored/);
  });

  it("names holds that are not what is set aside, on either side", () => {
    expect(holdFindings(account, { out: 20, in: 5 })).toEqual([]);
    expect(holdFindings(account, { out: 19, in: 6 })).toEqual([
      { account: ANN, check: "holds-out", member: "holdsOut", expected: 19, found: 20 },
      { account: ANN, check: "holds-in", member: "holdsIn", expected: 6, found: 5 },
    ]);
  });
});

describe("a statement", () => {
  it("reads an entry from the side of its account", () => {
    expect([changeOf(entry(1, 4), ANN), changeOf(entry(1, 4), "bo.points")]).toEqual([-4, 4]);
    expect([counterpartyOf(entry(1, 4), ANN), counterpartyOf(entry(1, 4), "bo.points")]).toEqual(["bo.points", ANN]);
  });

  it("is narrowed by category and counterparty, both at once", () => {
    const seen = (category?: string, counterparty?: string) => matches(entry(1, 4), ANN, { category, counterparty });
    expect([seen(), seen("visit"), seen("meal"), seen(undefined, "bo.points")]).toEqual([true, true, false, true]);
    expect([seen(undefined, "cy.points"), seen("visit", "cy.points"), seen("meal", "bo.points")]).toEqual([
      ...[false, false, false],
    ]);
  });

  it("is full at its very limits of lines and of entries", () => {
    for (const limits of [
      { lines: 2, entries: 9 },
      { lines: 9, entries: 2 },
    ]) {
      const page = new PageOfLines(ANN, 0, {}, limits);
      expect(page.take(entry(3, 1))).toBeUndefined();
      expect(page.take(entry(2, 1))).toBeUndefined();
      expect(page.take(entry(1, 1))).toEqual({ upTo: 1, balance: 2 });
    }
  });

  it("takes stamps as microseconds of the clock", () => {
    const now = new Date(10_000_000);
    expect(stampDate(1_999).getTime()).toBe(1);
    expect(presentStamp(now)).toBe(10_001_000_000);
    expect(horizonStamp(now)).toBe((10_000_000 - 18 * 60_000) * 1_000);
    expect([isSettled(9_940_000_000, now), isSettled(9_940_000_001, now)]).toEqual([true, false]);
  });
});

describe("a seal", () => {
  const entries = [entry(1, 40), entry(2, 200, { ...toAnn, leg: 3, reversal: true })];
  const block = nextBlock(newHead(ANN), entries);

  it("orders entries by stamp, then by id, side and leg", () => {
    expect(journalOrder(entry(1, 1), entry(2, 1))).toBe(-1);
    expect(journalOrder(entry(5, 1), entry(2, 1))).toBe(3);
    expect(journalOrder(entry(1, 1, { id: "a" }), entry(1, 1, { id: "b" }))).toBe(-1);
    expect(journalOrder(entry(1, 1, { id: "b" }), entry(1, 1, { id: "a" }))).toBe(1);
    expect(journalOrder(entry(1, 1), entry(1, 1))).toBe(0);
    expect([entryName({ id: "a", reversal: false, leg: 3 }), entryName({ id: "a", reversal: true, leg: 12 })]).toEqual([
      "aT03",
      "aR12",
    ]);
  });

  it("hashes the whole entry under its type", () => {
    const link = { type: "order", id: "o1" };
    const document = { ...entry(1, 40), type: "linli.ledger.entry.v1" };
    expect(entryDocument(entry(1, 40))).toEqual(document);
    expect(entryDocument(entry(1, 40, { link }))).toEqual({ ...document, link });
    expect(entryLeaf(entry(1, 40))).toEqual(leafHash(canonicalBytes(entryDocument(entry(1, 40)))));
  });

  it("cuts a block after the head, and chains it by its hash", () => {
    const [one, two] = entries.map((each) => entryLeaf(each)) as [Buffer, Buffer];
    expect(newHead(ANN)).toEqual({ account: ANN, count: 0, block: GENESIS, stamp: 0, balance: 0 });
    expect(GENESIS).toBe("0".repeat(64));
    expect(block).toEqual({
      ...{ account: ANN, first: 0, previous: GENESIS, from: 1, to: 2 },
      entries: [
        { id: "t1", reversal: false, leg: 0, leaf: one },
        { id: "t2", reversal: true, leg: 3, leaf: two },
      ],
    });
    const root = merkleRoot([one, two]).toString("hex");
    const header = { account: ANN, first: 0, count: 2, entries: root, previous: GENESIS };
    expect(headerOf(block)).toEqual(header);
    const head = headAfter({ ...newHead(ANN), count: 5, balance: 7 }, block, entries);
    expect(head).toEqual({ account: ANN, count: 7, block: blockHash(header), stamp: 2, balance: 167 });
    const hashed = canonicalBytes({ type: "linli.ledger.block.v1", ...header });
    expect(blockHash(header)).toBe(hash("sha256", hashed, "hex"));
    expect(
      leafHash(canonicalBytes({ type: "linli.ledger.account-head.v1", account: ANN, entries: 7, head: head.block })),
    ).toEqual(headLeaf(head));
  });

  it("knows the beginning of a block from another's", () => {
    const part = nextBlock(newHead(ANN), entries.slice(0, 1));
    expect(isBeginning(part, block)).toBe(true);
    expect(isBeginning(block, part)).toBe(false);
    expect(isBeginning({ ...part, first: 1 }, block)).toBe(false);
    expect(isBeginning({ ...part, previous: "1" }, block)).toBe(false);
    expect(isBeginning(nextBlock(newHead(ANN), [entry(1, 41)]), block)).toBe(false);
  });

  it("of a day says what it covers, and its checkpoint the size of the log", () => {
    const day = { district: "testqu", day: "2026-06-15", number: 4, through: 9, accounts: 2, entries: 3, tree: "ab" };
    expect(dayDocument(day)).toEqual({ ...day, type: "linli.ledger.day.v1" });
    expect(dayLeaf(day)).toEqual(leafHash(canonicalBytes({ ...day, type: "linli.ledger.day.v1" })));
    expect(checkpointDocument(day, Uint8Array.of(1, 171))).toEqual({
      ...{ type: "linli.ledger.checkpoint.v1", district: "testqu", day: "2026-06-15", size: 5, root: "01ab" },
    });
  });
});

/** What one account undergoes: cap counters, merged postings, and every reason against them with its numbers. */
import { describe, expect, it } from "vitest";
import type { Account } from "../../../functions/ledger/domain/account.ts";
import { type CounterUse, counterUses, isStale, usedOf } from "../../../functions/ledger/domain/counter.ts";
import { newAccount } from "../../../functions/ledger/domain/opening.ts";
import {
  availableDelta,
  judge,
  mergeAll,
  mergePostings,
  type Needs,
  posting,
  roomDelta,
} from "../../../functions/ledger/domain/posting.ts";
import { testDistrict } from "../../support/district.ts";

const PERIODS = { day: 20_619, week: 2_946, month: 677, year: 2_026 };
const BASE = 10_000_000_000;
const ACTIVE: Needs = { status: "active" };
const holder = { kind: "resident", id: "ann", community: "lujing" } as const;
const account = (changes: Partial<Account> = {}): Account => ({
  ...newAccount(testDistrict(), holder, "points"),
  balance: 100,
  free: 80,
  held: 20,
  available: 90,
  room: 500,
  ...changes,
});
const dayUse = (amount: number, limit = 100): CounterUse =>
  counterUses("pay", [{ period: "day", limit }], PERIODS, amount)[0] as CounterUse;
const judged = (needs: Needs, state: Partial<Account> = {}) => judge(posting("ann.points", needs, {}), account(state));

describe("a cap's counter", () => {
  it("is one slot of each period, named by the period's number, and clears its other slots", () => {
    const caps = (["day", "week", "month", "year"] as const).map((period, at) => ({ period, limit: at + 1 }));
    const uses = counterUses("pay", [{ period: "activity", limit: 9 }, ...caps], PERIODS, 7);
    expect(uses.map(({ attribute, others }) => [attribute, others])).toStrictEqual([
      ["c_pay_d3", [0, 1, 2, 4, 5, 6, 7].map((slot) => `c_pay_d${slot}`)],
      ["c_pay_w2", ["c_pay_w0", "c_pay_w1", "c_pay_w3"]],
      ["c_pay_m1", ["c_pay_m0", "c_pay_m2", "c_pay_m3"]],
      ["c_pay_y0", ["c_pay_y1"]],
    ]);
    const { others: _others, ...day } = uses[0] as CounterUse;
    const expected = { cap: "pay", period: "day", limit: 1, amount: 7, attribute: "c_pay_d3", direction: "take" };
    expect(day).toStrictEqual({ ...expected, base: 20_619 * BASE });
    expect(counterUses("pay", caps, PERIODS, 7, "give-back")[1]?.direction).toBe("give-back");
  });

  it("counts what it holds of the present period only, and says when it holds another's", () => {
    const use = dayUse(1);
    const cases: [number | undefined, number, boolean][] = [
      [undefined, 0, false],
      [use.base - 1, 0, true],
      [use.base, 0, false],
      [use.base + 42, 42, false],
      [use.base + BASE - 1, BASE - 1, false],
      [use.base + BASE, 0, true],
    ];
    for (const [value, used, stale] of cases) {
      const counters: Record<string, number> = value === undefined ? {} : { [use.attribute]: value };
      expect([usedOf(use, counters), isStale(use, counters)], String(value)).toStrictEqual([used, stale]);
    }
  });
});

describe("a posting", () => {
  it("changes what it says and nothing else", () => {
    const blank = { balance: 0, held: 0, heldIn: 0, spent: 0, earned: 0, lots: {}, counters: [] };
    expect(posting("ann.points", ACTIVE, { held: 3 })).toStrictEqual({
      ...blank,
      account: "ann.points",
      needs: ACTIVE,
      held: 3,
    });
  });

  it("takes holds off what is available, and what is held in off the room", () => {
    const both = posting("ann.points", ACTIVE, { balance: -5, held: 2, heldIn: 3 });
    expect([availableDelta(both), roomDelta(both)]).toStrictEqual([-7, 2]);
  });

  it("merged adds every change, the lots by day and the counters by slot", () => {
    const month = counterUses("pay", [{ period: "month", limit: 9 }], PERIODS, 4)[0] as CounterUse;
    const a = posting("ann.points", ACTIVE, {
      ...{ balance: 1, held: 20, heldIn: 300, spent: 4_000, earned: 50_000 },
      lots: { "20270101": 1, "20270201": 2 },
      counters: [dayUse(3)],
    });
    const b = posting("ann.points", ACTIVE, {
      ...{ balance: 2, held: 30, heldIn: 400, spent: 5_000, earned: 60_000 },
      lots: { "20270201": 5, "20270301": 7 },
      counters: [dayUse(4), month],
    });
    expect(mergePostings(a, b)).toStrictEqual({
      ...{ account: "ann.points", balance: 3, held: 50, heldIn: 700, spent: 9_000, earned: 110_000 },
      lots: { "20270101": 1, "20270201": 7, "20270301": 7 },
      counters: [dayUse(7), month],
      needs: ACTIVE,
    });
  });

  it("merged needs only what the first part does not bring", () => {
    const merged = (first: Needs, change: object, second: Needs) =>
      mergePostings(posting("a.p", first, change), posting("a.p", second, {})).needs;
    const needs = (more: Partial<Needs>): Needs => ({ status: "active", ...more });
    expect(merged(needs({}), { balance: 10 }, needs({ available: 10 }))).toStrictEqual(needs({}));
    expect(merged(needs({}), { balance: 10 }, needs({ available: 11 }))).toStrictEqual(needs({ available: 1 }));
    expect(merged(needs({ available: 5 }), { balance: -5 }, needs({ available: 10 }))).toStrictEqual(
      needs({ available: 15 }),
    );
    expect(merged(needs({ available: 5 }), { balance: 20 }, needs({ available: 10 }))).toStrictEqual(
      needs({ available: 5 }),
    );
    expect(merged(needs({ available: 5 }), { balance: 20 }, needs({}))).toStrictEqual(needs({ available: 5 }));
    expect(merged(needs({ free: 1 }), { held: 4 }, needs({ free: 2 }))).toStrictEqual(needs({ free: 6 }));
    expect(merged(needs({ room: 1 }), { balance: 4, heldIn: 3 }, needs({ room: 2 }))).toStrictEqual(needs({ room: 9 }));
    expect(merged(needs({ spender: "bo" }), {}, needs({ community: "lujing" }))).toStrictEqual(
      needs({ spender: "bo", community: "lujing" }),
    );
  });

  it("merged asks for the stricter status, whichever part asks", () => {
    const statuses = ["active", "earmarked", "open", "any"] as const;
    for (const [i, one] of statuses.entries()) {
      for (const [j, other] of statuses.entries()) {
        const merged = mergePostings(posting("a.p", { status: one }, {}), posting("a.p", { status: other }, {}));
        expect(merged.needs.status, `${one} and ${other}`).toBe(statuses[Math.min(i, j)]);
      }
    }
  });

  it("of several accounts is merged by account, in order of appearance", () => {
    const parts = ["b", "a", "b"].map((name, at) => posting(name, ACTIVE, { balance: 10 ** at }));
    expect(mergeAll(parts).map(({ account: name, balance }) => [name, balance])).toStrictEqual([
      ["b", 101],
      ["a", 10],
    ]);
  });
});

describe("an account refuses", () => {
  it("when it is not there, and when the person is none of its spenders, alike", () => {
    const absent = [{ code: "resource/not-found", params: { what: "account", id: "ann.points" } }];
    expect(judge(posting("ann.points", ACTIVE, {}), null)).toStrictEqual(absent);
    expect(judged({ ...ACTIVE, spender: "bo" }, { spenders: ["cy"], status: "closed" })).toStrictEqual(absent);
    expect(judged({ ...ACTIVE, spender: "bo" }, { spenders: ["cy", "bo"] })).toStrictEqual([]);
  });

  it("by its status what that status does not take part in", () => {
    const [closed, frozen, earmarked] = ["closed", "frozen", "earmarked"].map((status) => `ledger/account-${status}`);
    const table = [
      ["active", [], [closed], [frozen], [earmarked]],
      ["earmarked", [], [closed], [frozen], []],
      ["open", [], [closed], [], []],
      ["any", [], [], [], []],
    ] as const;
    for (const [asked, ...answers] of table) {
      for (const [at, status] of (["active", "closed", "frozen", "earmarked"] as const).entries()) {
        const refusals = judged({ status: asked }, { status });
        expect(
          refusals.map(({ code }) => code),
          `${status} asked to be ${asked}`,
        ).toStrictEqual(answers[at]);
        for (const { params } of refusals) expect(params).toStrictEqual({ account: "ann.points" });
      }
    }
  });

  it("what would leave its community", () => {
    expect(judged({ ...ACTIVE, community: "lujing" })).toStrictEqual([]);
    expect(judged({ ...ACTIVE, community: "heyuan" })).toStrictEqual([
      { code: "ledger/outside-community", params: { community: "heyuan" } },
    ]);
  });

  it("what it has not, at the exact edge, and says how much is missing", () => {
    const short = (needed: number, available: number) => [
      { code: "ledger/insufficient-available", params: { needed, available, missing: 1 } },
    ];
    expect(judged({ ...ACTIVE, available: 90 })).toStrictEqual([]);
    expect(judged({ ...ACTIVE, available: 91 })).toStrictEqual(short(91, 90));
    expect(judged({ ...ACTIVE, free: 80 })).toStrictEqual([]);
    expect(judged({ ...ACTIVE, free: 81 })).toStrictEqual(short(81, 80));
    expect(judged({ ...ACTIVE, available: 91, free: 81 })).toStrictEqual(short(91, 90));
  });

  it("what it has no room for, and never says that its room is negative", () => {
    expect(judged({ ...ACTIVE, room: 500 })).toStrictEqual([]);
    expect(judged({ ...ACTIVE, room: 501 })).toStrictEqual([
      { code: "ledger/ceiling", params: { room: 500, amount: 501 } },
    ]);
    expect(judged({ ...ACTIVE, room: 1 }, { room: -3 })).toMatchObject([{ params: { room: 0, amount: 1 } }]);
  });

  it("what exceeds a cap in the present period, but not what gives use back", () => {
    const counters = { [dayUse(1).attribute]: dayUse(1).base + 60 };
    const by = (use: CounterUse) => judge(posting("ann.points", ACTIVE, { counters: [use] }), account({ counters }));
    expect(by(dayUse(40))).toStrictEqual([]);
    expect(by(dayUse(41))).toStrictEqual([
      { code: "ledger/cap-day", params: { cap: "pay", limit: 100, used: 60, amount: 41 } },
    ]);
    expect(by({ ...dayUse(41), direction: "give-back" })).toStrictEqual([]);
  });

  it("a payment too soon after the last, with the seconds to wait rounded up", () => {
    const idle = { sinceMs: 10_000, nowMs: 40_000 };
    expect(judged({ ...ACTIVE, idle })).toStrictEqual([]);
    expect(judged({ ...ACTIVE, idle }, { lastPaidMs: 10_000 })).toStrictEqual([]);
    expect(judged({ ...ACTIVE, idle }, { lastPaidMs: 12_001 })).toStrictEqual([
      { code: "ledger/too-soon", params: { seconds: 3 } },
    ]);
    expect(judged(ACTIVE, { lastPaidMs: 12_001 })).toStrictEqual([]);
  });
});

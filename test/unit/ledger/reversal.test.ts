/** Reversal: every leg mirrored, lots and budgets as they were, and what a debtor lacks owed by name. */
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../functions/ledger/domain/entry.ts";
import { stamped } from "../../../functions/ledger/domain/entry.ts";
import type { Situation } from "../../../functions/ledger/domain/plan.ts";
import { type Debtor, planForcedReversal, planReversal } from "../../../functions/ledger/domain/reversal.ts";
import { LEGS_MAX } from "../../../schemas/primitives.ts";
import { testDistrict } from "../../support/district.ts";

const situation: Situation = {
  district: testDistrict(),
  now: new Date("2026-06-15T04:00:00Z"),
  actor: { id: "root", roles: ["district-admin"], communities: [] },
};
const entry = (changes: Partial<Entry> = {}): Entry => ({
  ...{ id: "t1", leg: 0, reversal: false, kind: "transfer", from: "ann.points", to: "bo.points", amount: 50 },
  ...{ category: "visit", memo: "old", stamp: 9, by: "ann", lot: "20270701" },
  ...changes,
});
const BLANK = { balance: 0, held: 0, heldIn: 0, spent: 0, earned: 0, lots: {}, counters: [] };
const MIRROR = {
  ...{ id: "t1", leg: 0, reversal: true, kind: "reversal", from: "bo.points", to: "ann.points", amount: 50 },
  ...{ category: "visit", by: "root" },
};

describe("a reversal", () => {
  it("takes the very lot from the payee and gives the payer the amount unspent", () => {
    expect(planReversal([entry()], "wrong person", situation)).toStrictEqual({
      postings: [
        {
          ...{ ...BLANK, account: "bo.points", balance: -50, lots: { "20270701": -50 } },
          needs: { status: "active", available: 50 },
        },
        { ...BLANK, account: "ann.points", balance: 50, spent: -50, needs: { status: "active", room: 50 } },
      ],
      budgets: [],
      relations: [],
      entries: [{ ...MIRROR, memo: "wrong person" }],
    });
  });

  it("keeps the link, gives no lot where there was none, and takes back only a reward's lifetime sum", () => {
    const link = { type: "earn-rule", id: "patrol" };
    const { lot: _lot, ...unlotted } = entry({ link, kind: "reward", from: "lujing~elder.points" });
    const plan = planReversal([unlotted], undefined, situation);
    expect(plan.postings).toMatchObject([{ account: "bo.points", earned: -50 }]);
    expect(plan.postings[0]?.lots).toStrictEqual({});
    expect(plan.entries).toStrictEqual([{ ...MIRROR, to: "lujing~elder.points", link }]);
    expect(plan.budgets).toStrictEqual([{ pool: "lujing~elder.points", amount: -50 }]);
  });

  it("of a payment into a pool takes the budget that it gave, and leaves open pools alone", () => {
    const into = planReversal([entry({ to: "lujing~elder.points" })], undefined, situation);
    expect(into.budgets).toStrictEqual([{ pool: "lujing~elder.points", amount: 50 }]);
    expect(into.postings.map(({ account }) => account)).toStrictEqual(["ann.points"]);
    expect(planReversal([entry({ to: "lujing~reward.points" })], undefined, situation).budgets).toStrictEqual([]);
  });

  it("undoes the last leg first", () => {
    const legs = [entry({ leg: 1 }), entry({ leg: 2, from: "bo.points", to: "cy.points", amount: 20 })];
    const plan = planReversal(legs, undefined, situation);
    expect(plan.entries.map(({ leg }) => leg)).toStrictEqual([2, 1]);
    expect(plan.postings.map(({ account }) => account)).toStrictEqual([
      "cy.points",
      "bo.points",
      "bo.points",
      "ann.points",
    ]);
  });
});

describe("a forced reversal", () => {
  const debtors = (free: number, community = "heyuan"): ReadonlyMap<string, Debtor> =>
    new Map([["bo.points", { free, community }]]);
  const owed = (amount: number) => ({
    ...{ ...MIRROR, amount, from: "heyuan~receivable.points", memo: "m", link: { type: "debtor", id: "bo.points" } },
  });
  const payer = { account: "ann.points", balance: 50, spent: -50 };

  it("is a plain one where the payee has it all", () => {
    for (const free of [50, 51]) {
      expect(planForcedReversal([entry()], debtors(free), "m", situation)).toStrictEqual(
        planReversal([entry()], "m", situation),
      );
    }
  });

  it("takes what is there as spending does, and lets the community's receivable pool give the rest", () => {
    const plan = planForcedReversal([entry()], debtors(20), "m", situation);
    expect(plan.postings).toMatchObject([
      { account: "bo.points", balance: -20, spent: 20, lots: {}, needs: { status: "any", free: 20 } },
      payer,
    ]);
    expect(plan.entries).toStrictEqual([
      { ...MIRROR, leg: 1, amount: 20, memo: "m" },
      { ...owed(30), leg: 2 },
    ]);
  });

  it("of one leg of several gives the rest a leg of its own", () => {
    const plan = planForcedReversal([entry({ leg: 1 })], debtors(20), "m", situation);
    expect(plan.entries).toStrictEqual([
      { ...MIRROR, leg: 1, amount: 20, memo: "m" },
      { ...owed(30), leg: 1 + LEGS_MAX },
    ]);
  });

  it("of nothing left, or less than nothing, leaves the whole to the pool and the payee alone", () => {
    for (const free of [0, -7]) {
      const plan = planForcedReversal([entry()], debtors(free), "m", situation);
      expect(plan.postings).toMatchObject([payer]);
      expect(plan.postings).toHaveLength(1);
      expect(plan.entries).toStrictEqual([owed(50)]);
    }
  });

  it("takes a reward out of the lifetime sum even when nothing of it is left", () => {
    const reward = entry({ kind: "reward", from: "lujing~reward.points" });
    const plan = planForcedReversal([reward], debtors(0), "m", situation);
    expect(plan.postings).toStrictEqual([
      { ...BLANK, account: "bo.points", balance: -0, earned: -50, needs: { status: "any", free: 0 } },
    ]);
  });

  it("lets what one leg gives back pay for the next, and counts no point twice", () => {
    const legs = [entry({ leg: 1 }), entry({ leg: 2, from: "bo.points", to: "cy.points", amount: 40 })];
    const known = new Map([...debtors(10), ["cy.points", { free: 40, community: "lujing" }]] as const);
    const chained = planForcedReversal(legs, known, "m", situation);
    expect(chained.entries.map(({ from, amount }) => [from, amount])).toStrictEqual([
      ["cy.points", 40],
      ["bo.points", 50],
    ]);
    const twice = [entry({ leg: 1, amount: 30 }), entry({ leg: 2, amount: 30 })];
    const drained = planForcedReversal(twice, debtors(40), "m", situation);
    expect(drained.entries.map(({ from, amount }) => [from, amount])).toStrictEqual([
      ["bo.points", 30],
      ["bo.points", 10],
      ["heyuan~receivable.points", 20],
    ]);
  });

  it("of a payment into a pool asks nobody, and keeps the pool's budget", () => {
    const plan = planForcedReversal([entry({ to: "lujing~elder.points" })], new Map(), "m", situation);
    expect(plan.entries).toMatchObject([{ from: "lujing~elder.points", amount: 50 }]);
    expect(plan.budgets).toStrictEqual([{ pool: "lujing~elder.points", amount: 50 }]);
  });
});

it("entries of one write have consecutive stamps", () => {
  const { stamp: _stamp, ...draft } = entry();
  expect(stamped([draft, draft], 41).map(({ stamp }) => stamp)).toStrictEqual([41, 42]);
});

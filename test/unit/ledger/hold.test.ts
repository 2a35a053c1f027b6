/** Two-phase transfers without any storage: what is set aside, what a posting moves, what a release gives back. */
import { describe, expect, it } from "vitest";
import {
  ended,
  endRefusals,
  HOLD_TRANSITIONS,
  type Hold,
  ownerRefusals,
  payerRefusals,
  planHold,
  planPost,
  planRelease,
  stateAt,
} from "../../../functions/ledger/domain/hold.ts";
import type { Situation } from "../../../functions/ledger/domain/plan.ts";
import { testDistrict } from "../../support/district.ts";

const NOW = new Date("2026-06-15T04:00:00Z");
const HOUR = 3_600_000;
const base = testDistrict();
const slow = { ...base, units: base.units.map((unit) => ({ ...unit, paymentIntervalSeconds: 30 })) };
const situation = (changes: Partial<Situation> = {}): Situation => ({
  district: base,
  now: NOW,
  actor: { id: "ann", roles: ["resident"], communities: ["lujing"] },
  ...changes,
});
const hold = (changes: Partial<Hold> = {}): Hold => ({
  ...{ id: "h1", from: "ann.points", to: "bo.points", amount: 50, category: "visit", state: "open", by: "ann" },
  ...{ createdMs: NOW.getTime() - HOUR, expiresMs: NOW.getTime() + 1, revision: 3, fingerprint: "f" },
  ...changes,
});
const BLANK = { balance: 0, held: 0, heldIn: 0, spent: 0, earned: 0, lots: {}, counters: [] };
const uses = (counters: readonly { period: string; amount: number; direction: string }[] | undefined) =>
  counters?.map(({ period, amount, direction }) => [period, amount, direction]);

describe("a hold", () => {
  it("sets aside the payer's free balance and the payee's room", () => {
    const { postings, budgets } = planHold(hold(), situation(), { spender: "ann", community: "lujing", spareRoom: 5 });
    expect(postings).toHaveLength(2);
    const { counters, ...payer } = postings[0] ?? { counters: [] };
    const needs = { status: "active", free: 50, community: "lujing", spender: "ann" };
    expect({ ...payer, counters: [] }).toStrictEqual({ ...BLANK, account: "ann.points", held: 50, needs });
    expect(uses(counters)).toStrictEqual([["day", 50, "take"]]);
    const payee = { status: "active", room: 55, community: "lujing" };
    expect(postings[1]).toStrictEqual({ ...BLANK, account: "bo.points", heldIn: 50, needs: payee });
    expect(budgets).toStrictEqual([]);
  });

  it("asks for no community, spender or spare room that is not named, and keeps the least interval", () => {
    const [payer, payee] = planHold(hold(), situation({ district: slow }), {}).postings;
    const idle = { sinceMs: NOW.getTime() - 30_000, nowMs: NOW.getTime() };
    expect(payer?.needs).toStrictEqual({ status: "active", free: 50, idle });
    expect(payee?.needs).toStrictEqual({ status: "active", room: 50 });
  });

  it("of an envelope asks for what is available beyond its reserve, without caps", () => {
    expect(planHold(hold(), situation(), { earmarked: true, spareRoom: 3 })).toStrictEqual({
      postings: [{ ...BLANK, account: "ann.points", held: 50, needs: { status: "earmarked", available: 50 } }],
      budgets: [],
    });
  });

  it("from a pool takes its hard budget; for a pool it asks for no room", () => {
    const budgets = [{ pool: "lujing~elder.points", amount: 50 }];
    const fromPool = planHold(hold({ from: "lujing~elder.points" }), situation(), {});
    expect(fromPool.postings.map(({ account }) => account)).toStrictEqual(["bo.points"]);
    expect(fromPool.budgets).toStrictEqual(budgets);
    expect(planHold(hold({ from: "lujing~reward.points" }), situation(), {}).budgets).toStrictEqual([]);
    expect(planHold(hold({ from: "lujing~elder.points", amount: 0 }), situation(), {}).budgets).toStrictEqual([]);
    const toPool = planHold(hold({ to: "lujing~donation.points" }), situation(), {});
    expect(toPool.postings.map(({ account }) => account)).toStrictEqual(["ann.points"]);
  });
});

describe("a hold's state", () => {
  it("has a table in which every end is final", () => {
    const ends = ["posted", "voided", "expired"];
    expect(HOLD_TRANSITIONS).toStrictEqual({ open: ends, posted: [], voided: [], expired: [] });
  });

  it("is expired on its very instant, unless it has an owner or has ended", () => {
    expect(stateAt(hold(), NOW)).toBe("open");
    const due = { expiresMs: NOW.getTime() };
    expect(stateAt(hold(due), NOW)).toBe("expired");
    expect(stateAt(hold({ ...due, owner: "parking" }), NOW)).toBe("open");
    expect(stateAt(hold({ ...due, state: "voided" }), NOW)).toBe("voided");
  });

  it("is ended by its owner alone, and never asked of a pool by members", () => {
    expect(ownerRefusals({})).toStrictEqual([]);
    expect(ownerRefusals({ owner: "parking" })).toStrictEqual([
      { code: "ledger/hold-owned", params: { owner: "parking" } },
    ]);
    expect(payerRefusals(hold())).toStrictEqual([]);
    expect(payerRefusals(hold({ from: "lujing~elder.points" }))).toMatchObject([
      { code: "request/invalid", fields: [{ field: "/from", reason: expect.stringContaining("pool") }] },
    ]);
  });

  it("refuses to end twice, too late, above what is held, or in broken steps", () => {
    const at = (changes: Partial<Hold>, amount?: number) => endRefusals(hold(changes), situation(), amount);
    expect(at({})).toStrictEqual([]);
    expect(at({}, 50)).toStrictEqual([]);
    expect(at({}, 51)).toStrictEqual([{ code: "ledger/over-post", params: { held: 50, amount: 51 } }]);
    expect(at({ expiresMs: NOW.getTime() })).toStrictEqual([
      { code: "ledger/hold-expired", params: { expiresAt: "2026-06-15T04:00:00.000000Z" } },
    ]);
    for (const state of ["posted", "voided", "expired"] as const) {
      expect(at({ state })).toStrictEqual([{ code: "ledger/hold-resolved", params: { state } }]);
    }
    const minutes = { from: "ann.minutes", to: "bo.minutes", amount: 60 };
    expect(at(minutes, 45)).toStrictEqual([]);
    expect(at(minutes, 46)).toStrictEqual([{ code: "ledger/step", params: { unit: "minutes", step: 15 } }]);
    expect(at({ ...minutes, amount: 61 })).toStrictEqual([]);
  });

  it("at its end says who, when and how much, one revision on", () => {
    const end = { endedBy: "ann", endedMs: NOW.getTime(), revision: 4 };
    expect(ended(hold(), "posted", situation(), 20)).toStrictEqual({ ...hold(), ...end, state: "posted", posted: 20 });
    expect(ended(hold(), "voided", situation())).toStrictEqual({ ...hold(), ...end, state: "voided" });
  });
});

describe("the posting of a hold", () => {
  it("moves a part, frees the whole hold and gives the rest's use of the caps back", () => {
    const { postings, entries, budgets, relations } = planPost(hold({ memo: "m" }), "t1", 20, situation());
    expect(postings).toHaveLength(2);
    expect(postings[0]).toMatchObject({
      ...{ account: "ann.points", balance: -20, held: -50, heldIn: 0, spent: 20, earned: 0 },
      needs: { status: "active" },
    });
    expect(uses(postings[0]?.counters)).toStrictEqual([["day", 30, "give-back"]]);
    expect(postings[1]).toStrictEqual({
      ...{ ...BLANK, account: "bo.points", balance: 20, heldIn: -50, lots: { "20270701": 20 } },
      needs: { status: "active" },
    });
    expect([budgets, relations]).toStrictEqual([[], []]);
    expect(entries).toStrictEqual([
      {
        ...{ id: "t1", leg: 0, reversal: false, kind: "hold-post", from: "ann.points", to: "bo.points", amount: 20 },
        ...{ category: "visit", by: "ann", memo: "m", lot: "20270701", link: { type: "hold", id: "h1" } },
      },
    ]);
  });

  it("carries its own link and the person acted for, and counts as earned what was", () => {
    const link = { type: "order", id: "o1" };
    const plan = planPost(hold({ link }), "t1", 50, situation({ actingFor: "cy" }), { earned: true });
    expect(plan.entries[0]).toMatchObject({ link, actingFor: "cy" });
    expect(plan.entries[0]).not.toHaveProperty("memo");
    expect(plan.postings[1]?.earned).toBe(50);
    expect(plan.postings[0]?.counters).toStrictEqual([]);
    expect(planPost(hold(), "t1", 50, situation()).postings[1]?.earned).toBe(0);
    expect(
      planPost(hold({ from: "ann.minutes", to: "bo.minutes" }), "t1", 45, situation()).entries[0],
    ).not.toHaveProperty("lot");
  });

  it("to an account that its owner names asks for that account's room", () => {
    const { postings, entries } = planPost(hold({ to: "lujing~donation.points" }), "t1", 20, situation(), {
      payee: "cy.points",
    });
    expect(postings[1]).toMatchObject({ account: "cy.points", heldIn: 0, needs: { status: "active", room: 20 } });
    expect(entries[0]?.to).toBe("cy.points");
  });

  it("takes from an account frozen since only where its owner's record settles what was promised", () => {
    const payer = (options: { frozenPays?: boolean }) => planPost(hold(), "t1", 20, situation(), options).postings[0];
    expect([payer({})?.needs, payer({ frozenPays: true })?.needs]).toStrictEqual([
      { status: "active" },
      { status: "open" },
    ]);
    const envelope = planPost(hold({ earmarked: true }), "t1", 20, situation(), { frozenPays: true });
    expect(envelope.postings[0]?.needs).toStrictEqual({ status: "earmarked" });
  });

  it("out of an envelope keeps to the envelope's status and knows no caps", () => {
    const [payer] = planPost(hold({ earmarked: true }), "t1", 20, situation()).postings;
    expect(payer).toMatchObject({ needs: { status: "earmarked" }, counters: [] });
  });

  it("out of a pool gives the unposted part back to its hard budget", () => {
    const from = "lujing~elder.points";
    const part = planPost(hold({ from }), "t1", 20, situation());
    expect(part.postings.map(({ account }) => account)).toStrictEqual(["bo.points"]);
    expect(part.budgets).toStrictEqual([{ pool: from, amount: -30 }]);
    expect(planPost(hold({ from }), "t1", 50, situation()).budgets).toStrictEqual([]);
    expect(planPost(hold({ to: from }), "t1", 20, situation()).budgets).toStrictEqual([{ pool: from, amount: -20 }]);
  });
});

describe("the release of a hold", () => {
  it("frees both sides, whatever the accounts have become, and moves nothing", () => {
    const { postings, ...rest } = planRelease(hold(), situation());
    const { counters, ...payer } = postings[0] ?? { counters: [] };
    expect(payer).toMatchObject({ account: "ann.points", balance: 0, held: -50, spent: 0, needs: { status: "open" } });
    expect(uses(counters)).toStrictEqual([["day", 50, "give-back"]]);
    expect(postings[1]).toStrictEqual({ ...BLANK, account: "bo.points", heldIn: -50, needs: { status: "any" } });
    expect(rest).toStrictEqual({ budgets: [], entries: [], relations: [] });
  });

  it("gives use of a cap back only in the period in which the hold was made", () => {
    const released = (createdMs: number) => uses(planRelease(hold({ createdMs }), situation()).postings[0]?.counters);
    const midnight = Date.parse("2026-06-14T16:00:00Z");
    expect(released(midnight)).toHaveLength(1);
    const [counter] = planRelease(hold(), situation()).postings[0]?.counters ?? [];
    expect(counter?.attribute).toMatch(/^c_pay_d\d$/);
    expect(released(midnight - 1)).toStrictEqual([]);
  });

  it("gives a pool its hard budget back, and asks nothing of pools", () => {
    const from = "lujing~elder.points";
    const plan = planRelease(hold({ from, to: "lujing~donation.points" }), situation());
    expect(plan.postings).toStrictEqual([]);
    expect(plan.budgets).toStrictEqual([{ pool: from, amount: -50 }]);
  });
});

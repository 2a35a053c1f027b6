/** Who may pay whom, and exactly what a transfer, a hold and a payment request do to both sides. */
import { describe, expect, it } from "vitest";
import { accountRef } from "../../../functions/ledger/domain/account.ts";
import type { Situation } from "../../../functions/ledger/domain/plan.ts";
import { joinPlans, NOTHING } from "../../../functions/ledger/domain/plan.ts";
import { pays, policyOf, receives } from "../../../functions/ledger/domain/sides.ts";
import { planTransfer, shapeRefusals, type TransferOrder } from "../../../functions/ledger/domain/transfer.ts";
import type { District } from "../../../schemas/district.ts";
import { testDistrict } from "../../support/district.ts";

const NOW = new Date("2026-06-15T04:00:00Z");
const ADMIN = { id: "root", roles: ["district-admin" as const], communities: [] };
const base = testDistrict();
/** The district with one member of every unit changed. */
const withUnits = (changes: Partial<District["units"][number]>): District => ({
  ...base,
  units: base.units.map((unit) => ({ ...unit, ...changes })),
});
const situation = (changes: Partial<Situation> = {}): Situation => ({
  district: base,
  now: NOW,
  actor: { id: "ann", roles: ["resident"], communities: ["lujing", "heyuan"] },
  ...changes,
});
const order = (changes: Partial<TransferOrder> = {}): TransferOrder => ({
  ...{ id: "t1", leg: 0, from: "ann.points", to: "bo.points", amount: 30, category: "thanks" },
  ...changes,
});
const plan = (changes: Partial<TransferOrder> = {}, who = situation(), payer?: { community: string }) => {
  const planned = planTransfer(order(changes), who, payer);
  if ("refusals" in planned) throw new Error(JSON.stringify(planned.refusals));
  return planned.plan;
};
const refusals = (changes: Partial<TransferOrder>, who = situation()) => {
  const planned = planTransfer(order(changes), who, undefined);
  return "refusals" in planned ? planned.refusals : [];
};
const BLANK = { balance: 0, held: 0, heldIn: 0, spent: 0, earned: 0, lots: {}, counters: [] };

describe("a transfer between members", () => {
  it("debits one and credits the other with a lot of its own, and is one entry", () => {
    const { postings, ...rest } = plan();
    expect(postings).toHaveLength(2);
    expect(postings[0]).toMatchObject({
      account: "ann.points",
      balance: -30,
      spent: 30,
      held: 0,
      heldIn: 0,
      earned: 0,
    });
    expect(postings[0]?.needs).toStrictEqual({ status: "active", available: 30, community: "lujing" });
    expect(postings[0]?.counters.map(({ cap, period, limit, amount }) => [cap, period, limit, amount])).toStrictEqual([
      ["pay", "day", 8_000, 30],
    ]);
    expect(postings[1]).toStrictEqual({
      ...BLANK,
      account: "bo.points",
      balance: 30,
      lots: { "20270701": 30 },
      needs: { status: "active", room: 30, community: "lujing" },
    });
    expect(rest).toStrictEqual({
      budgets: [],
      relations: [],
      entries: [
        {
          ...{ id: "t1", leg: 0, reversal: false, kind: "transfer", from: "ann.points", to: "bo.points", amount: 30 },
          ...{ category: "thanks", by: "ann", lot: "20270701" },
        },
      ],
    });
  });

  it("carries memo, link, kind and the person acted for", () => {
    const link = { type: "order", id: "o1" };
    const [entry] = plan({ memo: "谢谢", link, kind: "adjustment" }, situation({ actingFor: "cy" })).entries;
    expect(entry).toMatchObject({ memo: "谢谢", link, kind: "adjustment", actingFor: "cy", by: "ann" });
  });

  it("stands in the payer's community where it is known, else in the first of the token", () => {
    expect(plan({}, situation(), { community: "heyuan" }).postings.map(({ needs }) => needs.community)).toStrictEqual([
      "heyuan",
      "heyuan",
    ]);
    const stranger = situation({ actor: { id: "ann", roles: ["resident"], communities: [] } });
    expect(plan({}, stranger).postings[1]?.needs.community).toBe("");
  });

  it("from another's account asks the write whether the person may spend from it", () => {
    expect(plan({ from: "wallet.points" }).postings[0]?.needs.spender).toBe("ann");
    expect(plan({ from: "cy.points" }, situation({ actingFor: "cy" })).postings[0]?.needs.spender).toBeUndefined();
    expect(plan({ from: "wallet.points" }, situation({ actor: ADMIN })).postings[0]?.needs.spender).toBeUndefined();
  });

  it("of minutes asks for a relation between its two sides, unless an administrator moves them", () => {
    const minutes = { from: "ann.minutes", to: "bo.minutes" };
    expect(plan(minutes).relations).toStrictEqual([{ scope: "kin", a: "ann", b: "bo", unit: "minutes" }]);
    expect(plan(minutes).entries[0]).not.toHaveProperty("lot");
    const household = situation({ district: withUnits({ transferable: "household" }) });
    expect(plan(minutes, household).relations).toMatchObject([{ scope: "household" }]);
    expect(plan(minutes, situation({ actor: ADMIN })).relations).toStrictEqual([]);
    expect(plan({ ...minutes, to: "lujing~donation.minutes" }).relations).toStrictEqual([]);
    expect(plan().relations).toStrictEqual([]);
  });

  it("within the whole district, or by an administrator, is bound to no community", () => {
    for (const who of [situation({ district: withUnits({ transferable: "district" }) }), situation({ actor: ADMIN })]) {
      expect(plan({}, who).postings.map(({ needs }) => needs.community)).toStrictEqual([undefined, undefined]);
    }
  });
});

describe("a transfer with a pool", () => {
  it("into the donation pool is a member's to make, in the pool's community", () => {
    const { postings, budgets } = plan({ to: "heyuan~donation.points" });
    expect(postings.map(({ account, needs }) => [account, needs.community])).toStrictEqual([["ann.points", "heyuan"]]);
    expect(budgets).toStrictEqual([]);
  });

  it("into another, or out of any, is an administrator's", () => {
    const forbidden = [{ code: "auth/forbidden", params: { needs: "district-admin" } }];
    expect(refusals({ to: "lujing~reward.points" })).toStrictEqual(forbidden);
    expect(refusals({ from: "lujing~reward.points" })).toStrictEqual(forbidden);
    expect(refusals({ to: "lujing~reward.points" }, situation({ actor: ADMIN }))).toStrictEqual([]);
    expect(refusals({ from: "lujing~reward.points" }, situation({ actor: ADMIN }))).toStrictEqual([]);
  });

  it("uses a hard budget by the amount, or gives it back", () => {
    const who = situation({ actor: ADMIN });
    expect(plan({ from: "lujing~elder.points" }, who).budgets).toStrictEqual([
      { pool: "lujing~elder.points", amount: 30 },
    ]);
    expect(plan({ to: "lujing~elder.points" }, who).budgets).toStrictEqual([
      { pool: "lujing~elder.points", amount: -30 },
    ]);
    expect(plan({ from: "lujing~reward.points" }, who).budgets).toStrictEqual([]);
    expect(plan({ from: "lujing~elder.points" }, who).postings.map(({ account }) => account)).toStrictEqual([
      "bo.points",
    ]);
  });
});

describe("a transfer is refused", () => {
  it.each<[string, Partial<TransferOrder>, string, object]>([
    ["to the same account", { to: "ann.points" }, "ledger/same-account", {}],
    ["between units", { to: "bo.minutes" }, "ledger/unit-mismatch", { from: "ann.points", to: "bo.minutes" }],
    ["in no unit", { from: "ann.gold", to: "bo.gold" }, "ledger/unit-unknown", { units: "points, minutes" }],
    [
      "to no community's pool",
      { to: "x~donation.points" },
      "resource/not-found",
      { what: "account", id: "x~donation.points" },
    ],
    ["above one payment's cap", { amount: 5_001 }, "ledger/cap-activity", { limit: 5_000, amount: 5_001 }],
  ])("%s", (_title, changes, code, params) => {
    expect(refusals(changes)).toStrictEqual([{ code, params }]);
  });

  it("between pools that the district has not", () => {
    const admin = situation({ actor: ADMIN });
    for (const id of ["lujing~gold.points", "lujing~elder.minutes", "lujing~reward.minutes", "x~reward.points"]) {
      const unit = id.slice(id.indexOf(".") + 1);
      const absent = [{ code: "resource/not-found", params: { what: "account", id } }];
      expect(refusals({ from: id, to: `bo.${unit}` }, admin), id).toStrictEqual(absent);
      expect(refusals({ from: `ann.${unit}`, to: id }, admin), id).toStrictEqual(absent);
    }
  });

  it("in amounts that are no whole steps, and not at the cap itself", () => {
    expect(refusals({ from: "ann.minutes", to: "bo.minutes", amount: 31 })).toStrictEqual([
      { code: "ledger/step", params: { unit: "minutes", step: 15 } },
    ]);
    expect(refusals({ amount: 5_000 })).toStrictEqual([]);
    const [first, second] = base.units[0]?.paymentCaps ?? [];
    const turned = withUnits({ paymentCaps: [second, first] as District["units"][number]["paymentCaps"] });
    expect(refusals({ amount: 5_001 }, situation({ district: turned }))).toHaveLength(1);
  });

  it("above the cap unless a pool pays or caps do not apply", () => {
    const [from, to] = [accountRef("lujing~reward.points"), accountRef("bo.points")];
    const much = { from: from.id, to: to.id, amount: 5_001 };
    expect(shapeRefusals(much, from, to, { district: base })).toStrictEqual([]);
    const ann = accountRef("ann.points");
    expect(shapeRefusals({ ...much, from: ann.id }, ann, to, { district: base }, { capped: false })).toStrictEqual([]);
    expect(shapeRefusals({ ...much, from: ann.id }, ann, to, { district: base })).toHaveLength(1);
  });

  it("in a unit that is not transferable, for members only", () => {
    const district = withUnits({ transferable: "none" });
    expect(refusals({}, situation({ district }))).toStrictEqual([
      { code: "ledger/not-transferable", params: { unit: "points", scope: "none" } },
    ]);
    expect(refusals({}, situation({ district, actor: ADMIN }))).toStrictEqual([]);
    expect(refusals({ to: "lujing~donation.points" }, situation({ district }))).toStrictEqual([]);
  });
});

describe("the two sides of a movement", () => {
  const ann = accountRef("ann.points");

  it("of an envelope know neither caps nor expiry", () => {
    expect(pays(base, ann, 7, NOW, { capped: true, earmarked: true })).toStrictEqual({
      postings: [{ ...BLANK, account: ann.id, balance: -7, spent: 7, needs: { status: "earmarked", available: 7 } }],
      budgets: [],
    });
    expect(receives(base, ann, 7, NOW, { earmarked: true })).toStrictEqual({
      postings: [{ ...BLANK, account: ann.id, balance: 7, needs: { status: "earmarked", room: 7 } }],
      budgets: [],
    });
  });

  it("count as earned only what was", () => {
    expect(receives(base, ann, 7, NOW, { earned: true }).postings[0]?.earned).toBe(7);
    expect(receives(base, ann, 7, NOW, {}).postings[0]?.earned).toBe(0);
    expect(receives(base, accountRef("ann.minutes"), 15, NOW, {})).not.toHaveProperty("lot");
  });

  it("keep the least interval between payments where payments are capped", () => {
    const slow = withUnits({ paymentIntervalSeconds: 30 });
    const needs = (district: District, capped: boolean) => pays(district, ann, 7, NOW, { capped }).postings[0]?.needs;
    expect(needs(slow, true)?.idle).toStrictEqual({ sinceMs: NOW.getTime() - 30_000, nowMs: NOW.getTime() });
    expect(needs(slow, false)).not.toHaveProperty("idle");
    expect(needs(base, true)).not.toHaveProperty("idle");
    expect(pays(base, ann, 7, NOW, { capped: false }).postings[0]?.counters).toStrictEqual([]);
    expect(pays(base, ann, 7, NOW, { capped: true, spender: "bo" }).postings[0]?.needs.spender).toBe("bo");
  });

  it("ask for a unit that exists", () => {
    expect(policyOf(base, "minutes").step).toBe(15);
    expect(() => policyOf(base, "gold")).toThrow(/gold/);
  });
});

it("plans are joined in their order, member by member", () => {
  const one = plan({ to: "lujing~elder.points" }, situation({ actor: ADMIN }));
  const two = plan({ from: "ann.minutes", to: "bo.minutes" });
  expect(joinPlans([one, NOTHING, two])).toStrictEqual({
    postings: [...one.postings, ...two.postings],
    entries: [...one.entries, ...two.entries],
    budgets: one.budgets,
    relations: two.relations,
  });
  expect(NOTHING).toStrictEqual({ postings: [], entries: [], budgets: [], relations: [] });
});

/** Requests, rewards, claims and redemptions to the last member: what is planned and refused, with numbers. */
import { describe, expect, it } from "vitest";
import type { Account } from "../../../functions/ledger/domain/account.ts";
import { type CatalogueItem, itemRefusals, mayEdit, maySee } from "../../../functions/ledger/domain/catalogue.ts";
import { expiryEntry, expiryId } from "../../../functions/ledger/domain/expiry.ts";
import { newAccount } from "../../../functions/ledger/domain/opening.ts";
import type { Situation } from "../../../functions/ledger/domain/plan.ts";
import * as redemptions from "../../../functions/ledger/domain/redemption.ts";
import * as requests from "../../../functions/ledger/domain/request.ts";
import * as rewards from "../../../functions/ledger/domain/reward.ts";
import type { District, EarnRule } from "../../../schemas/district.ts";
import { testDistrict } from "../../support/district.ts";

const NOW = new Date("2026-06-15T04:00:00Z");
const base = testDistrict();
const withScope = (transferable: "none" | "district"): District => ({
  ...base,
  units: base.units.map((unit) => ({ ...unit, transferable })),
});
const situation = (changes: Partial<Situation> = {}): Situation => ({
  district: base,
  now: NOW,
  actor: { id: "ann", roles: ["resident"], communities: ["lujing"] },
  ...changes,
});
const account = (id: string, changes: Partial<Account> = {}): Account => ({
  ...newAccount(base, { kind: "resident", id, community: "lujing" }, "points"),
  ...changes,
});
const refusalsOf = (outcome: object) => ("refusals" in outcome ? outcome.refusals : "planned");

describe("a payment request", () => {
  const request: requests.PaymentRequest = {
    ...{ id: "r1", from: "bo.points", to: "ann.points", amount: 30, category: "thanks", memo: "m", state: "pending" },
    ...{ createdMs: 0, expiresMs: NOW.getTime(), by: "ann", revision: 2, fingerprint: "f" },
  };
  const asked = (payer?: Account, payee?: Account, more: Partial<Situation> = {}, amount = 30) =>
    requests.askRefusals({ ...request, amount }, payer, payee, situation(more));

  it("is the payee's to make, of an account that can pay it", () => {
    const [bo, ann] = [account("bo"), account("ann")];
    const absent = (id: string) => [{ code: "resource/not-found", params: { what: "account", id } }];
    expect(asked(bo, ann)).toStrictEqual([]);
    expect(asked(bo, undefined)).toStrictEqual(absent("ann.points"));
    expect(asked(bo, account("cy"))).toStrictEqual(absent("ann.points"));
    expect(asked(bo, ann, { actingFor: "cy" })).toStrictEqual(absent("ann.points"));
    expect(asked(undefined, ann)).toStrictEqual(absent("bo.points"));
    expect(asked(account("bo", { holderKind: "pool" }), ann)).toStrictEqual(absent("bo.points"));
    expect(asked(bo, ann, {}, 5_001)).toMatchObject([{ code: "ledger/cap-activity" }]);
  });

  it("names the side that is closed, and the bounds of the unit", () => {
    const [bo, ann] = [account("bo"), account("ann")];
    const closed = (id: string) => [{ code: "ledger/account-closed", params: { account: id } }];
    expect(asked(account("bo", { status: "closed" }), ann)).toStrictEqual(closed("bo.points"));
    expect(asked(bo, account("ann", { status: "closed" }))).toStrictEqual(closed("ann.points"));
    expect(asked(bo, ann, { district: withScope("none") })).toStrictEqual([
      { code: "ledger/not-transferable", params: { unit: "points", scope: "none" } },
    ]);
    const away = account("bo", { community: "heyuan" });
    expect(asked(away, ann)).toStrictEqual([{ code: "ledger/outside-community", params: { community: "lujing" } }]);
    expect(asked(away, ann, { district: withScope("district") })).toStrictEqual([]);
  });

  it("ends once, in time, and says who ended it", () => {
    expect(requests.endRequestRefusals(request, "accepted", NOW)).toStrictEqual([
      { code: "ledger/request-expired", params: { expiresAt: NOW.toISOString() } },
    ]);
    const end = { endedBy: "ann", endedMs: NOW.getTime(), revision: 3 };
    const done = requests.ended(request, "accepted", situation(), { transfer: "t1" });
    expect(done).toStrictEqual({ ...request, ...end, state: "accepted", transfer: "t1" });
    expect(requests.ended(request, "rejected", situation())).toStrictEqual({ ...request, ...end, state: "rejected" });
    expect(requests.asAsked({ ...done, reason: "r" })).toStrictEqual({ ...request, revision: 1 });
  });

  it("is paid by an entry under another id that links to it", () => {
    const planned = requests.planPayment(request, "t1", situation({ actor: { ...situation().actor, id: "bo" } }), null);
    if ("refusals" in planned) throw new Error("refused");
    expect(planned.plan.entries).toMatchObject([
      {
        ...{ id: "t1", leg: 0, from: "bo.points", to: "ann.points", amount: 30, category: "thanks", memo: "m" },
        link: { type: "payment-request", id: "r1" },
      },
    ]);
  });
});

describe("a reward", () => {
  const steward = situation({ actor: { id: "stew", roles: ["steward"], communities: ["heyuan", "lujing"] } });
  const patrol = base.earnRules[0] as EarnRule;
  const order = { id: "t1", to: "ann.points", rule: patrol, amount: 60 };
  const planned = (changes: Partial<rewards.RewardOrder> = {}, who = steward, known?: Account) => {
    const outcome = rewards.planReward({ ...order, ...changes }, who, known);
    if ("refusals" in outcome) throw new Error("refused");
    return outcome;
  };

  it("is one entry from the paying community's pool, with a lot and lifetime earned", () => {
    const { plan, pool } = planned({}, steward, account("ann"));
    expect(pool).toBe("lujing~reward.points");
    expect(plan.entries).toStrictEqual([
      {
        ...{ id: "t1", leg: 0, reversal: false, kind: "reward", from: "lujing~reward.points", to: "ann.points" },
        ...{ amount: 60, category: "patrol", by: "stew", link: { type: "earn-rule", id: "patrol" }, lot: "20270701" },
      },
    ]);
    expect(plan.relations).toStrictEqual([]);
    expect(plan.postings).toMatchObject([
      { balance: 60, earned: 60, needs: { status: "active", room: 60, community: "lujing" } },
    ]);
  });

  it("carries memo, link and the person acted for, and no lot in a unit that does not expire", () => {
    const link = { type: "claim", id: "c1" };
    const [entry] = planned({ memo: "m", link }, { ...steward, actingFor: "cy" }).plan.entries;
    expect(entry).toMatchObject({ memo: "m", link, actingFor: "cy", from: "heyuan~reward.points" });
    expect(planned().plan.entries[0]).not.toHaveProperty("memo");
    expect(planned().plan.entries[0]).not.toHaveProperty("actingFor");
    const pools = [...base.pools, { code: "hours", name: patrol.name, unit: "minutes", budget: "open" as const }];
    const who = { ...steward, district: { ...base, pools } as District };
    const rule = { ...patrol, unit: "minutes" as const, pool: "hours" };
    expect(planned({ to: "ann.minutes", rule }, who).plan.entries[0]).not.toHaveProperty("lot");
  });

  it("is refused with what it lacks", () => {
    const refused = (changes: Partial<rewards.RewardOrder>, who = steward, known?: Account) =>
      refusalsOf(rewards.planReward({ ...order, ...changes }, who, known));
    expect(refused({ to: "lujing~donation.points" })).toStrictEqual([
      { code: "resource/not-found", params: { what: "account", id: "lujing~donation.points" } },
    ]);
    expect(refused({}, situation({ actor: { id: "x", roles: ["resident"], communities: ["lujing"] } }))).toStrictEqual([
      { code: "auth/forbidden", params: { needs: "steward, district-admin" } },
    ]);
    expect(refused({}, steward, account("ann", { holderKind: "household" }))).toStrictEqual([
      { code: "ledger/residents-only", params: { account: "ann.points" } },
    ]);
    const once = { ...patrol, caps: [{ period: "activity" as const, limit: 60 }] };
    expect(rewards.earnings(once, 3)).toStrictEqual({ amount: 60 });
    expect(rewards.ruleOf(base, "gold")).toStrictEqual({
      refusals: [{ code: "ledger/rule-unknown", params: { rules: "patrol, visit" } }],
    });
    expect(rewards.earnings(patrol, 9)).toStrictEqual({
      refusals: [{ code: "request/invalid", params: {}, fields: [{ field: "/quantity", reason: "<= 8" }] }],
    });
  });

  it("is paid by the member's community where the approver acts for it, else by the approver's first", () => {
    const paying = (who: Situation, known?: Account) => rewards.payingCommunity(who, known);
    expect(paying(steward, account("ann"))).toBe("lujing");
    expect(paying(steward, account("ann", { community: "elsewhere" }))).toBe("heyuan");
    expect(paying(steward)).toBe("heyuan");
    expect(paying(situation({ actor: { id: "root", roles: ["district-admin"], communities: [] } }))).toBe("lujing");
    expect(paying(situation({ actor: { id: "s", roles: ["steward"], communities: ["gone"] } }))).toBeUndefined();
    expect(paying(situation({ actor: { id: "s", roles: ["steward"], communities: ["gone", "heyuan"] } }))).toBe(
      "heyuan",
    );
  });

  it("is funded from issuance, in a hard pool only", () => {
    const root = situation({ actor: { id: "root", roles: ["district-admin"], communities: [] } });
    const fund = (pool: string, amount = 10, memo?: string) =>
      rewards.planFunding({ id: "t1", pool, amount, memo }, root);
    const entry = {
      ...{ id: "t1", leg: 0, reversal: false, kind: "funding", from: "lujing~issuance.points" },
      ...{ to: "lujing~elder.points", amount: 10, category: "funding", by: "root" },
    };
    expect(fund("lujing~elder.points")).toStrictEqual({
      plan: { postings: [], budgets: [], relations: [], entries: [entry] },
      shares: [3, 3, 2, 2],
    });
    expect(fund("lujing~elder.points", 10, "m")).toMatchObject({ plan: { entries: [{ ...entry, memo: "m" }] } });
    for (const pool of ["ann.points", "lujing~gold.points"]) {
      expect(refusalsOf(fund(pool))).toStrictEqual([
        { code: "resource/not-found", params: { what: "pool", id: pool } },
      ]);
    }
    expect(refusalsOf(fund("lujing~reward.points"))).toStrictEqual([
      { code: "ledger/pool-open", params: { pool: "lujing~reward.points" } },
    ]);
    const coarse = { ...base, units: base.units.map((unit) => ({ ...unit, step: 15 })) };
    const order = { id: "t1", pool: "lujing~elder.points", amount: 10 };
    expect(refusalsOf(rewards.planFunding(order, { ...root, district: coarse }))).toMatchObject([
      { code: "ledger/step" },
    ]);
  });
});

describe("a claim", () => {
  const claim: rewards.Claim = {
    ...{ id: "c1", account: "ann.points", community: "lujing", rule: "patrol", quantity: 1, amount: 20 },
    ...{ state: "pending", createdMs: 0, by: "ann", revision: 4, fingerprint: "f" },
  };

  it("is one resident's, decided once, and shown as it was made", () => {
    expect(rewards.claimant(claim)).toBe("ann");
    expect(() => rewards.claimant({ account: "lujing~elder.points" })).toThrow(/pool/);
    const who = situation({ actor: { id: "stew", roles: ["steward"], communities: ["lujing"] } });
    const done = rewards.decided(claim, "rejected", who, { reason: "r" });
    const end = { state: "rejected", decidedBy: "stew", decidedMs: NOW.getTime(), revision: 5, reason: "r" };
    expect(done).toStrictEqual({ ...claim, ...end });
    expect(rewards.decisionRefusals(done, "accepted", who)).toStrictEqual([
      { code: "ledger/claim-resolved", params: { state: "rejected" } },
    ]);
    expect(rewards.asClaimed({ ...done, transfer: "t1" })).toStrictEqual({ ...claim, revision: 1 });
  });
});

describe("a redemption", () => {
  const item: CatalogueItem = {
    ...{ id: "i1", community: "lujing", name: { zh: "理发", en: "Haircut" }, description: null, unit: "points" },
    ...{ price: 30, stocked: true, perPerson: { period: "month", limit: 5 }, cancelWindowMinutes: 10 },
    ...{ provider: null, active: true, revision: 1 },
  };
  const order = { id: "t1", quantity: 2, expectedPrice: 30 };
  const planned = (changes = {}, of: Partial<CatalogueItem> = {}, who = situation(), seen = {}) =>
    redemptions.planRedemption({ ...order, ...changes }, { ...item, ...of }, seen, who);

  it("records its terms, the limit's period and one entry to the redemption pool", () => {
    expect(planned({}, {}, situation(), { stock: 2, used: 3 })).toMatchObject({
      use: { item: "i1", person: "ann", period: "month", number: 2_026 * 12 + 5, limit: 5, quantity: 2 },
      terms: {
        ...{ quantity: 2, price: 30, stocked: true, cancelUntilMs: NOW.getTime() + 600_000 },
        period: { period: "month", number: 2_026 * 12 + 5 },
      },
    });
    const outcome = planned();
    if ("refusals" in outcome) throw new Error("refused");
    expect([outcome.plan.budgets, outcome.plan.relations]).toStrictEqual([[], []]);
    expect(outcome.plan.entries).toStrictEqual([
      {
        ...{ id: "t1", leg: 0, reversal: false, kind: "redemption", from: "ann.points", amount: 60, by: "ann" },
        ...{ to: "lujing~redemption.points", category: "redemption", link: { type: "catalogue-item", id: "i1" } },
      },
    ]);
    const helped = planned({}, {}, situation({ actingFor: "cy" }));
    expect(helped).toMatchObject({ plan: { entries: [{ actingFor: "cy", by: "ann", from: "cy.points" }] } });
    expect(planned({}, { perPerson: null })).not.toHaveProperty("terms.period");
  });

  it("is refused with what is wrong about it", () => {
    const cases: [object, object, object, string, object][] = [
      [
        { account: "lujing~elder.points" },
        {},
        {},
        "resource/not-found",
        { what: "account", id: "lujing~elder.points" },
      ],
      [{}, { active: false }, {}, "ledger/item-unavailable", {}],
      [
        { account: "ann.minutes" },
        {},
        {},
        ...(["ledger/unit-mismatch", { from: "ann.minutes", to: "lujing~redemption.points" }] as const),
      ],
      [{ expectedPrice: 29 }, {}, {}, "ledger/price-changed", { price: 30 }],
      [{}, {}, { stock: 1 }, "ledger/out-of-stock", { stock: 1, needed: 2 }],
      [{}, {}, { used: 4 }, "ledger/item-limit", { period: "month", limit: 5, used: 4 }],
      [{ quantity: 6 }, {}, {}, "ledger/item-limit", { period: "month", limit: 5, used: 0 }],
    ];
    for (const [changes, of, seen, code, params] of cases) {
      expect(refusalsOf(planned(changes, of, situation(), seen)), code).toStrictEqual([{ code, params }]);
    }
    expect(refusalsOf(planned({}, {}, situation(), { stock: 1, used: 4 }))).toHaveLength(2);
  });

  it("is in one state, and once ended says how", () => {
    const by = { by: "ann", atMs: NOW.getTime() };
    const made = {
      ...{ id: "t1", item: "i1", account: "ann.points", community: "lujing", amount: 60, stampMs: 0, by: "ann" },
      ...{ quantity: 2, price: 30, stocked: true, cancelUntilMs: NOW.getTime(), voucher: "ABCD2345" },
    };
    expect([{}, { fulfilled: by }, { cancelled: by }].map((end) => redemptions.redemptionState(end))).toStrictEqual([
      ...["redeemed", "fulfilled", "cancelled"],
    ]);
    expect(redemptions.buyerOf({ by: "ann" })).toBe("ann");
    expect(redemptions.cancelRefusals({ ...made, fulfilled: by }, NOW, true)).toStrictEqual([
      { code: "ledger/redemption-fulfilled", params: { at: NOW.toISOString() } },
    ]);
    expect(redemptions.cancelRefusals({ ...made, cancelled: by }, NOW, false)).toStrictEqual([
      { code: "ledger/already-reversed", params: { id: "t1" } },
    ]);
    expect(redemptions.fulfilRefusals(made, "wrong", false)).toStrictEqual([
      { code: "ledger/voucher-wrong", params: {} },
    ]);
    expect(redemptions.fulfilRefusals(made, undefined, true)).toStrictEqual([]);
    expect(redemptions.voucherOf("secret")).toBe(redemptions.voucherOf("secret"));
    expect(redemptions.voucherMatches("A0B1C1D2", "AOBLCID2")).toBe(true);
  });

  it("is of an item that its community's officers edit, and that members see while it is offered", () => {
    const actor = (role: "resident" | "steward" | "auditor" | "district-admin") => ({
      ...{ id: "o", roles: [role], communities: ["lujing"] },
    });
    const roles = ["resident", "steward", "auditor", "district-admin"] as const;
    expect(roles.map((role) => mayEdit(actor(role), "lujing"))).toStrictEqual([false, true, false, true]);
    expect(roles.map((role) => maySee(actor(role), { ...item, active: false }))).toStrictEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(itemRefusals(base, { ...item, community: "x" })).toStrictEqual([
      { code: "resource/not-found", params: { what: "community", id: "x" } },
    ]);
    expect(itemRefusals(base, { ...item, unit: "gold" })).toStrictEqual([
      { code: "ledger/unit-unknown", params: { units: "points, minutes" } },
    ]);
    expect(itemRefusals(base, { ...item, unit: "minutes", price: 31 })).toStrictEqual([
      { code: "ledger/step", params: { unit: "minutes", step: 15 } },
    ]);
  });
});

it("an expiry is one entry to the community's pool, under the id of account and day", () => {
  expect(expiryEntry(account("ann"), 30, "20270101", "job")).toStrictEqual({
    ...{ id: expiryId("ann.points", "20270101"), leg: 0, reversal: false, kind: "expiry", from: "ann.points" },
    ...{ to: "lujing~expiry.points", amount: 30, category: "expiry", by: "job" },
  });
});

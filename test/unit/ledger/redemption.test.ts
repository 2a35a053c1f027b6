/** Rules of redeeming without any storage: price, limits, the window, vouchers, and what may follow what. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CatalogueItem } from "../../../functions/ledger/domain/catalogue.ts";
import { itemRefusals, maySee } from "../../../functions/ledger/domain/catalogue.ts";
import type { Situation } from "../../../functions/ledger/domain/plan.ts";
import {
  buyerOf,
  cancelRefusals,
  fulfilRefusals,
  planRedemption,
  REDEMPTION_TRANSITIONS,
  type Redemption,
  redemptionState,
  voucherMatches,
  voucherOf,
} from "../../../functions/ledger/domain/redemption.ts";
import {
  endRequestRefusals,
  type PaymentRequest,
  REQUEST_TRANSITIONS,
  type RequestState,
} from "../../../functions/ledger/domain/request.ts";
import { testDistrict } from "../../support/district.ts";

const ANN = "0199f3a2-7c41-7b6e-9d05-3e8a1c5b7f20";
const ELDER = "0199f3a2-7d8c-7e14-a6b2-90c4d7e1f358";
const NOW = new Date("2026-06-15T04:00:00Z");
const district = testDistrict();
const situation = (actingFor?: string): Situation => ({
  district,
  now: NOW,
  actor: { id: ANN, roles: ["resident"], communities: ["lujing"] },
  actingFor,
});
const item = (changes: Partial<CatalogueItem> = {}): CatalogueItem => ({
  id: ELDER,
  community: "lujing",
  name: { zh: "理发", en: "Haircut" },
  description: null,
  unit: "points",
  price: 30,
  stocked: false,
  perPerson: null,
  cancelWindowMinutes: null,
  provider: null,
  active: true,
  revision: 1,
  ...changes,
});
const order = { id: ELDER, quantity: 2, expectedPrice: 30 };
const plan = (of: CatalogueItem, seen = {}, who = situation(), more = {}) =>
  planRedemption({ ...order, ...more }, of, seen, who);
const codes = (outcome: object) =>
  "refusals" in outcome ? (outcome.refusals as { code: string }[]).map(({ code }) => code) : [];

describe("a planned redemption", () => {
  it("debits price times quantity without payment caps, in the item's community", () => {
    const planned = plan(item());
    if ("refusals" in planned) throw new Error("refused");
    expect(planned.plan.postings).toHaveLength(1);
    expect(planned.plan.postings[0]).toMatchObject({
      account: `${ANN}.points`,
      balance: -60,
      spent: 60,
      counters: [],
      needs: { status: "active", available: 60, community: "lujing" },
    });
    expect(planned.terms.cancelUntilMs - NOW.getTime()).toBe(60 * 60_000);
    expect(planned.use).toBeUndefined();
  });

  it("is for the person acted for: their account, their limit", () => {
    const planned = plan(item({ perPerson: { period: "month", limit: 5 } }), {}, situation(ELDER));
    if ("refusals" in planned) throw new Error("refused");
    expect(planned.plan.postings[0]?.account).toBe(`${ELDER}.points`);
    expect(planned.use).toMatchObject({ person: ELDER, quantity: 2, limit: 5 });
    expect(buyerOf({ by: ANN, actingFor: ELDER })).toBe(ELDER);
  });

  it("of another's account asks the write whether they may spend from it", () => {
    const planned = plan(item(), {}, situation(), { account: `${ELDER}.points` });
    expect("plan" in planned && planned.plan.postings[0]?.needs.spender).toBe(ANN);
    const own = plan(item());
    expect("plan" in own && own.plan.postings[0]?.needs.spender).toBeUndefined();
  });

  it("stands or falls with stock and limit at their exact edge", () => {
    const limited = item({ perPerson: { period: "day", limit: 5 } });
    expect(codes(plan(limited, { stock: 2, used: 3 }))).toEqual([]);
    expect(codes(plan(limited, { stock: 1, used: 3 }))).toEqual(["ledger/out-of-stock"]);
    expect(codes(plan(limited, { stock: 2, used: 4 }))).toEqual(["ledger/item-limit"]);
    expect(codes(plan(item(), { used: 1_000 }))).toEqual([]);
  });

  it("is refused at another price, and when withdrawn", () => {
    expect(codes(plan(item({ price: 29 })))).toEqual(["ledger/price-changed"]);
    expect(codes(plan(item({ price: 31 })))).toEqual(["ledger/price-changed"]);
    expect(codes(plan(item({ active: false })))).toEqual(["ledger/item-unavailable"]);
  });
});

describe("the end of a redemption", () => {
  const made = (changes: Partial<Redemption> = {}): Redemption => ({
    id: ELDER,
    item: ELDER,
    account: `${ANN}.points`,
    community: "lujing",
    amount: 60,
    stampMs: NOW.getTime(),
    by: ANN,
    quantity: 2,
    price: 30,
    stocked: false,
    cancelUntilMs: NOW.getTime() + 1,
    voucher: "ABCD2345",
    ...changes,
  });
  const ending = { by: ANN, atMs: 0 };

  it("moves only along its table", () => {
    expect(REDEMPTION_TRANSITIONS).toEqual({ redeemed: ["fulfilled", "cancelled"], fulfilled: [], cancelled: [] });
    for (const redemption of [made(), made({ fulfilled: ending }), made({ cancelled: ending })]) {
      const allowed = REDEMPTION_TRANSITIONS[redemptionState(redemption)];
      expect(cancelRefusals(redemption, NOW, true).length === 0).toBe(allowed.includes("cancelled"));
      expect(fulfilRefusals(redemption, undefined, true).length === 0).toBe(allowed.includes("fulfilled"));
    }
  });

  it("by the buyer must lie before the end of the window; an officer has none", () => {
    const end = new Date(NOW.getTime() + 1);
    expect(cancelRefusals(made(), NOW, false)).toEqual([]);
    expect(cancelRefusals(made(), end, false)).toMatchObject([
      { code: "ledger/cancel-window", params: { until: end.toISOString() } },
    ]);
    expect(cancelRefusals(made(), end, true)).toEqual([]);
  });

  it("by delivery needs the voucher unless an officer says so; a wrong one is wrong for officers too", () => {
    expect(fulfilRefusals(made(), "abcd2345", false)).toEqual([]);
    expect(fulfilRefusals(made(), undefined, false)).toMatchObject([{ code: "ledger/voucher-wrong" }]);
    expect(fulfilRefusals(made(), "ABCD2346", true)).toMatchObject([{ code: "ledger/voucher-wrong" }]);
  });
});

describe("a voucher", () => {
  it("has eight characters without look-alikes, and differs with its secret", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(voucherOf(a)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        expect(voucherOf(a) === voucherOf(b)).toBe(a === b);
      }),
    );
  });

  it("is recognised when read out in lower case or with look-alikes", () => {
    expect(voucherMatches("A0B1C1D2", "aobicld2")).toBe(true);
    expect(voucherMatches("A0B1C1D2", "A0B1C1D")).toBe(false);
  });
});

describe("an item", () => {
  it("must belong to the district, in a unit it uses, at a price of whole steps", () => {
    expect(itemRefusals(district, item())).toEqual([]);
    expect(itemRefusals(district, item({ community: "nowhere" }))).toMatchObject([{ code: "resource/not-found" }]);
    expect(itemRefusals(district, item({ unit: "cny" }))).toMatchObject([{ code: "ledger/unit-unknown" }]);
    expect(itemRefusals(district, item({ unit: "minutes", price: 31 }))).toMatchObject([{ code: "ledger/step" }]);
  });

  it("withdrawn is seen by the officers of its community only", () => {
    const actor = (roles: ("resident" | "steward" | "auditor")[], communities: string[]) => ({
      id: ANN,
      roles,
      communities,
    });
    const hidden = item({ active: false });
    expect(maySee(actor(["resident"], ["lujing"]), item())).toBe(true);
    expect(maySee(actor(["resident"], ["lujing"]), hidden)).toBe(false);
    expect(maySee(actor(["auditor"], ["lujing"]), hidden)).toBe(true);
    expect(maySee(actor(["steward"], ["heyuan"]), hidden)).toBe(false);
  });
});

describe("a payment request", () => {
  const states: RequestState[] = ["pending", "accepted", "rejected", "cancelled", "expired"];
  const request = (state: RequestState, expiresMs: number): PaymentRequest => ({
    id: ELDER,
    from: `${ANN}.points`,
    to: `${ELDER}.points`,
    amount: 1,
    category: "thanks",
    state,
    createdMs: 0,
    expiresMs,
    by: ELDER,
    revision: 1,
    fingerprint: "f",
  });

  it("moves only along its table, whichever end is asked for", () => {
    for (const from of states) {
      for (const to of states) {
        const refused = endRequestRefusals(request(from, NOW.getTime() + 1), to, NOW).length > 0;
        expect(refused, `${from} -> ${to}`).toBe(!REQUEST_TRANSITIONS[from].includes(to));
      }
    }
    expect(states.filter((state) => REQUEST_TRANSITIONS[state].length > 0)).toEqual(["pending"]);
  });

  it("past its time has expired and ends no other way; one that ended before stays as it ended", () => {
    for (const end of ["accepted", "rejected", "cancelled"] as const) {
      expect(endRequestRefusals(request("pending", NOW.getTime()), end, NOW)).toMatchObject([
        { code: "ledger/request-expired" },
      ]);
      expect(endRequestRefusals(request(end, NOW.getTime()), "accepted", NOW)).toMatchObject([
        { code: "ledger/request-resolved", params: { state: end } },
      ]);
    }
  });
});

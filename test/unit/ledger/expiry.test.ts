import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expiryId, LotsMismatch, lotsBalance, planExpiry } from "../../../functions/ledger/domain/expiry.ts";
import { Uuid } from "../../../schemas/primitives.ts";

const account = (lots: Record<string, number>, spent: number, held = 0) => {
  const balance = lotsBalance({ lots, spent });
  return { lots, spent, balance, free: balance - held };
};

describe("expiry of points", () => {
  it("takes what is left of the lots whose day has come, oldest first", () => {
    const plan = planExpiry(account({ "20270101": 100, "20270201": 50 }, 30), "20270101");
    expect(plan).toEqual({ amount: 70, spent: 0, removed: ["20270101"], waiting: null });
  });

  it("takes a lot on its very day, and not the day before", () => {
    expect(planExpiry(account({ "20270101": 100 }, 0), "20261231")).toBeNull();
    expect(planExpiry(account({ "20270101": 100 }, 0), "20270101")?.amount).toBe(100);
  });

  it("folds lots that were spent whole without moving anything, and keeps what was spent of later ones", () => {
    const plan = planExpiry(account({ "20270101": 100, "20270201": 50 }, 120), "20270105");
    expect(plan).toEqual({ amount: 0, spent: 20, removed: ["20270101"], waiting: null });
  });

  it("leaves points under a hold for a later run, as one lot", () => {
    const plan = planExpiry(account({ "20261201": 40, "20270101": 100 }, 0, 90), "20270101");
    expect(plan).toEqual({ amount: 50, spent: 0, removed: ["20261201"], waiting: { day: "20270101", amount: 90 } });
    expect(planExpiry(account({ "20270101": 90 }, 0, 90), "20270101")).toBeNull();
  });

  it("takes of a single lot what no hold keeps", () => {
    const plan = planExpiry(account({ "20270101": 100 }, 0, 90), "20270105");
    expect(plan).toEqual({ amount: 10, spent: 0, removed: [], waiting: { day: "20270101", amount: 90 } });
  });

  it("makes one lot of several that a hold keeps whole, under the last of their days", () => {
    const plan = planExpiry(account({ "20261201": 40, "20270101": 100 }, 0, 140), "20270105");
    expect(plan).toEqual({ amount: 0, spent: 0, removed: ["20261201"], waiting: { day: "20270101", amount: 140 } });
  });

  it("forgets what was spent of a lot whose rest a hold keeps", () => {
    const plan = planExpiry(account({ "20270101": 100 }, 40, 60), "20270105");
    expect(plan).toEqual({ amount: 0, spent: 0, removed: [], waiting: { day: "20270101", amount: 60 } });
  });

  it("expires a refund of points whose lot was folded away", () => {
    const plan = planExpiry(account({ "20270301": 10 }, -25), "20270201");
    expect(plan).toEqual({ amount: 25, spent: 0, removed: [], waiting: null });
    const held = planExpiry(account({ "20270301": 10 }, -25, 35), "20270201");
    expect(held).toEqual({ amount: 0, spent: 0, removed: [], waiting: { day: "20270201", amount: 25 } });
  });

  it("refuses an account whose lots do not add up to its balance", () => {
    expect(() => planExpiry({ lots: { "20270101": 10 }, spent: 0, balance: 11, free: 11 }, "20270101")).toThrow(
      LotsMismatch,
    );
  });

  it("keeps lots less spent equal to the balance, takes no held or unexpired points, and is done after one run", () => {
    const day = fc.integer({ min: 0, max: 9 }).map((number) => `2027010${number}`);
    const lots = fc.dictionary(day, fc.integer({ min: -50, max: 500 }), { maxKeys: 8 });
    const cases = fc.tuple(lots, fc.integer({ min: -100, max: 1_000 }), fc.integer({ min: 0, max: 300 }), day);
    fc.assert(
      fc.property(cases, ([given, spent, held, today]) => {
        const before = account(given, spent, held);
        const plan = planExpiry(before, today);
        if (!plan) return;
        expect(plan.amount).toBeLessThanOrEqual(Math.max(before.free, 0));
        const after: Record<string, number> = { ...given };
        for (const removed of plan.removed) delete after[removed];
        if (plan.waiting) after[plan.waiting.day] = plan.waiting.amount;
        const balance = before.balance - plan.amount;
        expect(lotsBalance({ lots: after, spent: plan.spent })).toBe(balance);
        expect(planExpiry({ lots: after, spent: plan.spent, balance, free: balance - held }, today)).toBeNull();
      }),
    );
  });

  it.each([
    ["20270101", "615e1daa-d951-8c09-8177-5a3f8ec6a52f"],
    ["20270102", "0059c043-56ed-840e-a443-f2701f9fb71f"],
    ["20270103", "46cb2574-ee03-851f-9ee9-3af60ce26760"],
    ["20270104", "d2a9a7c5-0a10-8b8b-92d3-5a7a16c5fdc2"],
  ])("of an account on %s has one id in every release, so that no run expires anything twice", (day, id) => {
    expect(expiryId("0199f3a2-7c41-7b6e-9d05-3e8a1c5b7f20.points", day)).toBe(id);
    expect(Uuid.safeParse(id).success).toBe(true);
  });
});

/** Rules of earning without any storage: rates, caps, who approves, how a budget is spread. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Account } from "../../../functions/ledger/domain/account.ts";
import type { Situation } from "../../../functions/ledger/domain/plan.ts";
import {
  CLAIM_TRANSITIONS,
  type Claim,
  type ClaimState,
  decisionRefusals,
  earnings,
  payingCommunity,
  planFunding,
  planReward,
  rewardAccount,
  ruleOf,
  selfApproval,
  spread,
} from "../../../functions/ledger/domain/reward.ts";
import type { EarnRule } from "../../../schemas/district.ts";
import { testDistrict } from "../../support/district.ts";

const ANN = "0199f3a2-7c41-7b6e-9d05-3e8a1c5b7f20";
const BO = "0199f3a2-7d8c-7e14-a6b2-90c4d7e1f358";
const STEWARD = "0199f3a1-0b52-7c3d-8e6f-12a4b5c6d7e8";
const district = testDistrict();

const situation = (changes: Partial<Situation["actor"]> = {}, actingFor?: string): Situation => ({
  district,
  now: new Date("2026-06-15T04:00:00Z"),
  actor: { id: STEWARD, roles: ["steward"], communities: ["lujing"], ...changes },
  actingFor,
});
const rule = (code = "patrol"): EarnRule => {
  const found = ruleOf(district, code);
  if ("refusals" in found) throw new Error(code);
  return found.rule;
};
const codes = (outcome: object) =>
  "refusals" in outcome ? (outcome.refusals as { code: string }[]).map(({ code }) => code) : [];

describe("earnings", () => {
  it("are rate times quantity", () => {
    expect(earnings(rule(), 3)).toEqual({ amount: 60 });
    expect(earnings(rule(), 8)).toEqual({ amount: 160 });
  });

  it("of more than the rule's largest quantity, or above its cap for one time, are refused", () => {
    expect(codes(earnings(rule(), 9))).toEqual(["request/invalid"]);
    const capped = { ...rule(), caps: [{ period: "activity" as const, limit: 59 }] };
    expect(earnings(capped, 3)).toMatchObject({
      refusals: [{ code: "ledger/cap-activity", params: { limit: 59, amount: 60 } }],
    });
    expect(earnings(capped, 2)).toEqual({ amount: 40 });
  });
});

describe("a budget's spread", () => {
  it("sums to the whole, and its parts differ by at most one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 1, max: 16 }), (amount, parts) => {
        const shares = spread(amount, parts);
        expect(shares).toHaveLength(parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("of funding goes over the pool's own number of shards", () => {
    const funding = planFunding({ id: BO, pool: "lujing~elder.points", amount: 10 }, situation());
    expect("shares" in funding && funding.shares).toEqual([3, 3, 2, 2]);
    expect(codes(planFunding({ id: BO, pool: "lujing~reward.points", amount: 10 }, situation()))).toEqual([
      "ledger/pool-open",
    ]);
    expect(codes(planFunding({ id: BO, pool: `${ANN}.points`, amount: 10 }, situation()))).toEqual([
      "resource/not-found",
    ]);
  });
});

describe("the community that pays", () => {
  it("is the member's where the approver acts for it, else the first the approver acts for, else none", () => {
    const both = situation({ communities: ["heyuan", "lujing"] });
    expect(payingCommunity(both, undefined)).toBe("heyuan");
    expect(payingCommunity(both, { community: "lujing" })).toBe("lujing");
    expect(payingCommunity(situation(), { community: "heyuan" })).toBe("lujing");
    expect(payingCommunity(situation({ communities: [] }), { community: "lujing" })).toBeUndefined();
    expect(payingCommunity(situation({ communities: ["elsewhere"] }), null)).toBeUndefined();
    expect(payingCommunity(situation({ roles: ["resident"] }), { community: "lujing" })).toBeUndefined();
  });

  it("is any community of the district for its administrators", () => {
    const admin = situation({ roles: ["district-admin"], communities: [] });
    expect(payingCommunity(admin, { community: "heyuan" })).toBe("heyuan");
    expect(payingCommunity(admin, undefined)).toBe("lujing");
  });
});

describe("a planned reward", () => {
  const order = { id: BO, to: `${ANN}.points`, rule: rule(), amount: 60 };

  it("credits one account, counts it as earned, and uses each cap of the rule by the amount", () => {
    const planned = planReward(order, situation(), undefined);
    if ("refusals" in planned) throw new Error("refused");
    expect(planned.plan.postings).toHaveLength(1);
    const [side] = planned.plan.postings;
    expect(side).toMatchObject({ balance: 60, earned: 60, lots: { "20270701": 60 }, needs: { community: "lujing" } });
    expect(side?.counters.map(({ cap, period, limit, amount }) => [cap, period, limit, amount])).toEqual([
      ["patrol", "day", 100, 60],
      ["patrol", "week", 400, 60],
      ["patrol", "month", 1_000, 60],
    ]);
    expect(planned.plan.budgets).toEqual([]);
  });

  it("from a hard pool uses its budget by the amount", () => {
    const planned = planReward({ ...order, rule: rule("visit"), amount: 30 }, situation(), undefined);
    expect("plan" in planned && planned.plan.budgets).toEqual([{ pool: "lujing~elder.points", amount: 30 }]);
  });

  it("never goes to the approver, nor to the person they act for", () => {
    expect(codes(planReward({ ...order, to: `${STEWARD}.points` }, situation(), undefined))).toEqual([
      "ledger/self-approval",
    ]);
    expect(codes(planReward(order, situation({}, ANN), undefined))).toEqual(["ledger/self-approval"]);
    expect(selfApproval(situation(), [ANN, BO])).toEqual([]);
  });

  it("goes to residents, not to wallets or pools", () => {
    const wallet = { community: "lujing", holderKind: "household" } as Account;
    expect(codes(planReward(order, situation(), wallet))).toEqual(["ledger/residents-only"]);
    expect(codes(planReward({ ...order, to: "lujing~donation.points" }, situation(), undefined))).toEqual([
      "resource/not-found",
    ]);
  });

  it("named by resident goes to the account in the rule's unit", () => {
    expect(rewardAccount(ANN, rule())).toBe(`${ANN}.points`);
    expect(rewardAccount(`${ANN}.minutes`, rule())).toBe(`${ANN}.minutes`);
    expect(codes(planReward({ ...order, to: `${ANN}.minutes` }, situation(), undefined))).toEqual([
      "ledger/unit-mismatch",
    ]);
  });
});

describe("a claim", () => {
  const claim = (state: ClaimState): Claim => ({
    id: BO,
    account: `${ANN}.points`,
    community: "lujing",
    rule: "patrol",
    quantity: 1,
    amount: 20,
    state,
    createdMs: 0,
    by: ANN,
    revision: 1,
    fingerprint: "f",
  });

  it("moves only along its table: a decision is final", () => {
    expect(CLAIM_TRANSITIONS).toEqual({ pending: ["accepted", "rejected"], accepted: [], rejected: [] });
    for (const from of ["pending", "accepted", "rejected"] as const) {
      for (const to of ["pending", "accepted", "rejected"] as const) {
        const refused = decisionRefusals(claim(from), to, situation()).length > 0;
        expect(refused, `${from} -> ${to}`).toBe(!(from === "pending" && to !== "pending"));
      }
    }
  });

  it("is not decided by its resident, nor by a helper who filed it", () => {
    const refused = [{ code: "ledger/self-approval" }];
    expect(decisionRefusals(claim("pending"), "accepted", situation({ id: ANN }))).toMatchObject(refused);
    expect(decisionRefusals({ ...claim("pending"), by: STEWARD }, "accepted", situation())).toMatchObject(refused);
  });
});

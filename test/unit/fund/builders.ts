/** Whole records for the unit tests of the fund: plain ones, of which a test says what differs. */
import type { Application, FundCall } from "../../../functions/fund/domain/grant.ts";
import type { Fund, Movement } from "../../../functions/fund/domain/money.ts";
import type { Restriction } from "../../../schemas/fund/resources.ts";

/** An open fund in fen for any purpose, some of its restriction replaced. */
export const fundOf = (restriction: Partial<Restriction> = {}, changes: Partial<Fund> = {}): Fund => ({
  ...{ id: "fund-1", community: "lujing", name: "Neighbourhood fund", unit: "cny", state: "open" },
  ...{ restriction: { purposes: [], adminCapBps: 1_000, ...restriction } },
  ...{ openedMs: 0, by: "admin", revision: 1 },
  ...changes,
});

/** A movement of one fen-fund on one instant (ms). */
export const moved = (kind: Movement["kind"], amount: number, atMs: number, changes: Partial<Movement> = {}) => ({
  ...{ id: `${kind}-${atMs}`, fund: "fund-1", kind, amount, transfer: `transfer-${atMs}`, by: "treasurer", atMs },
  ...changes,
});

/** A call for gardens with two criteria, open from 10 to 20 June 2026. */
export const callOf = (changes: Partial<FundCall> = {}): FundCall => ({
  ...{ id: "call-1", community: "lujing", fund: "fund-1", unit: "cny", state: "in-review", createdMs: 0 },
  ...{ title: "Gardens", text: "One a building", purpose: "greening", budget: 1_000_000, awardMax: 600_000 },
  ...{ opensAt: "2026-06-10T00:00:00.000Z", closesAt: "2026-06-20T00:00:00.000Z", blind: true, reviewersMin: 1 },
  criteria: [
    { code: "use", name: "reach", weightBps: 6_000 },
    { code: "cost", name: "cost", weightBps: 4_000 },
  ],
  ...{ decidedBy: "reviewers", by: "steward", command: "begin-review", revision: 5 },
  ...changes,
});

/** A resident's application for 3,000 yuan in two tranches; no award was made yet. */
export const applicationOf = (changes: Partial<Application> = {}): Application => ({
  ...{ id: "018f2a6e-7c11-7abc-8def-0123456789ab", call: "call-1", fund: "fund-1", community: "lujing", unit: "cny" },
  ...{ purpose: "greening", blind: true, state: "scored", applicant: { kind: "resident", id: "person-1" } },
  ...{ author: "person-1", title: "Roof garden", startsOn: "2027-01-01", endsOn: "2027-03-31" },
  plan: [
    { amount: 200_000, condition: "agreement signed" },
    { amount: 100_000, condition: "photos" },
  ],
  ...{ reviewers: ["judge"], recused: [], scores: 1, approvals: [], appealed: false, objections: 0, tranches: [] },
  ...{ paid: 0, returned: 0, reportsDue: [], createdMs: 0, by: "steward", command: "conclude-scoring", revision: 7 },
  ...changes,
});

/** An application whose award of so much was made on an instant (ms). */
export const awardedOf = (award: number, awardedMs: number, changes: Partial<Application> = {}): Application =>
  applicationOf({ state: "active", award, awardedMs, ...changes });

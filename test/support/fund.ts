/** The test district with money and a community fund. */
import type { District } from "../../schemas/district.ts";
import { testDistrict } from "./district.ts";

/** Rules of the tests: two tiers, short terms. */
export const FUND_RULES = {
  announceWorkdays: 5,
  noticeWorkdays: 3,
  appealWorkdays: 3,
  tiers: [
    { upTo: 500_000, approvers: 1, roles: ["fund-treasurer", "district-admin"] },
    { upTo: null, approvers: 2, roles: ["fund-treasurer", "district-admin"] },
  ],
  adminCapBps: 1_000,
  costCapBps: 3_000,
} as const;

/** The test district with fen as a unit and the rules of its funds, some of them replaced. */
export const fundDistrict = (changes: Readonly<Record<string, unknown>> = {}): District => {
  const { units, ...rest } = testDistrict();
  const cny = {
    ...{ code: "cny", name: { zh: "人民币（分）", en: "fen" }, scale: 2, step: 1, transferable: "none", floor: 0 },
    ...{ ceiling: 100_000_000, expiryMonths: null, paymentCaps: [], paymentIntervalSeconds: 0 },
  };
  return testDistrict({
    ...rest,
    units: [...units, cny],
    fund: { ...FUND_RULES, ...changes },
  } as Parameters<typeof testDistrict>[0]);
};

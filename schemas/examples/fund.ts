/** Examples of the community fund's operations, by operation id: those that send a body. */
import type { Examples } from "./ids.ts";

/** A fund that another example opens, under the key of its opening. */
export const FUND = "0199f3a2-b001-7c21-8d2e-4f5a6b7c8d01";
/** A second one, of the same purpose. */
export const ELDER_FUND = "0199f3a2-b001-7c21-8d2e-4f5a6b7c8d02";

/** A document that is kept elsewhere. */
const document = (name: string) => ({
  name,
  ref: "archive/2026/117",
  sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
});

const fund = (name: string) => ({
  ...{ community: "lujing", name, unit: "cny" },
  restriction: { purposes: ["elder-care", "greening"], adminCapBps: 500 },
});
const surplus = (source: string) => ({
  ...{ community: "lujing", unit: "cny", kind: "surplus-share", source, period: "2026", gross: 1_000_001 },
  shares: [
    { fund: FUND, bps: 3_333 },
    { fund: ELDER_FUND, bps: 3_333 },
  ],
});

/** Examples of the community fund. */
export const fundExamples: Examples = {
  createFund: { request: fund("社区微更新资金"), requestEn: fund("Neighbourhood fund") },
  receiveFundIncome: { request: surplus("邻里中心项目"), requestEn: surplus("Neighbourhood centre") },
  donateToFund: { request: { amount: 100 } },
  transferBetweenFunds: {
    request: { to: ELDER_FUND, amount: 1_000, reason: "集中用于助老" },
    requestEn: { to: ELDER_FUND, amount: 1_000, reason: "all for elder care" },
  },
  chargeAdminCost: {
    request: { amount: 500, reason: "印刷公示材料", document: document("发票") },
    requestEn: { amount: 500, reason: "printed notices", document: document("invoice") },
  },
  closeFund: { request: { reason: "项目结束" }, requestEn: { reason: "the project has ended" } },
};

/** Examples of the community fund's operations, by operation id: those that send a body. */
import { BO, type Examples } from "./ids.ts";

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

const call = (title: string, text: string, name: string) => ({
  ...{ fund: FUND, title, text, purpose: "greening", budget: 100_000, awardMax: 60_000, blind: true, reviewersMin: 1 },
  ...{ opensAt: "2026-12-07T09:00:00+08:00", closesAt: "2026-12-21T18:00:00+08:00", decidedBy: "reviewers" },
  criteria: [
    { code: "use", name, weightBps: 6_000 },
    { code: "cost", name: "cost", weightBps: 4_000 },
  ],
});
const application = (title: string, text: string, start: string, end: string) => ({
  ...{ title, text, startsOn: "2027-02-01", endsOn: "2027-04-30" },
  tranches: [
    { amount: 20_000, condition: start },
    { amount: 10_000, condition: end },
  ],
  attachments: [],
});
const because = (zh: string, en: string, more: object = {}) => ({
  request: { ...more, reason: zh },
  requestEn: { ...more, reason: en },
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
  createFundCall: {
    request: call("楼道微花园", "每栋楼一处", "受益面"),
    requestEn: call("Pocket gardens", "One for each building", "reach"),
  },
  updateFundCall: { request: { budget: 120_000 } },
  stepFundCall: because("按计划公布", "as planned", { command: "publish" }),
  createApplication: {
    request: application("三号楼花园", "种植与养护", "签订协议", "完工照片"),
    requestEn: application("Garden at building 3", "planting and care", "agreement signed", "photos of the result"),
  },
  updateApplication: { request: { title: "三号楼屋顶花园" }, requestEn: { title: "Roof garden at building 3" } },
  stepApplication: because("材料齐全", "complete", { command: "submit" }),
  decideApplication: because("符合条件", "meets the conditions", { command: "find-eligible" }),
  assignReviewers: because("轮值", "by rota", { reviewers: [BO] }),
  scoreApplication: {
    request: { points: { use: 80, cost: 70 }, comment: "预算清楚" },
    requestEn: { points: { use: 80, cost: 70 }, comment: "a clear budget" },
  },
  recuseReviewer: because("与申请人是同事", "works with the applicant"),
  objectToAward: { request: { text: "预算与去年重复" }, requestEn: { text: "the budget repeats last year's" } },
  reportOnProject: {
    request: { kind: "interim", text: "已完成一半", document: document("中期报告") },
    requestEn: { kind: "interim", text: "half is done", document: document("interim report") },
  },
  showEvidence: because("协议已签", "the agreement is signed", { evidence: [document("agreement")] }),
  stepTranche: because("核对无误", "checked", { command: "approve" }),
};

/** Examples of the time bank's operations, by operation id: those that send a body. */
import { ANN, BO, type Examples, UNIT } from "./ids.ts";

const from = "2026-12-01T09:00:00+08:00";
const until = "2026-12-01T11:00:00+08:00";
const order = (directions: string) => ({
  ...{ community: "lujing", category: "company", from, until, minutes: 60, skills: ["reading"], area: "wtqw" },
  address: { unitId: UNIT, directions },
});
const because = (zh: string, en: string) => ({ request: { reason: zh }, requestEn: { reason: en } });
const corrected = (reason: string) => ({ checkedInAt: from, checkedOutAt: "2026-12-01T10:00:00+08:00", reason });
const group = { community: "lujing", category: "canteen", from, until, volunteers: [ANN, BO] };
const saturdays = { start: "2026-12-05T09:00:00", zone: "Asia/Shanghai", minutes: 120, rule: "FREQ=WEEKLY;BYDAY=SA" };

/** Examples of the time bank. */
export const timebankExamples: Examples = {
  createOrder: { request: order("后门上三楼"), requestEn: order("rear door, third floor") },
  publishOrder: { request: {} },
  declineRequest: because("不属于助老服务", "no service for elders"),
  matchOrder: { request: { volunteer: BO } },
  declineMatch: { request: {} },
  acceptOrder: { request: {} },
  withdrawAcceptance: { request: {} },
  cancelOrder: because("改约家人陪同", "family comes instead"),
  reportNoShow: { request: {} },
  issueCode: { request: { purpose: "check-in" } },
  checkIn: { request: { code: "048213", place: "wtqw" } },
  checkOut: { request: { code: "730155" } },
  correctOrder: { request: corrected("忘记签退"), requestEn: corrected("forgot to sign out") },
  confirmOrder: { request: {} },
  settleOrder: { request: {} },
  disputeOrder: because("提前离开", "left early"),
  resolveDispute: {
    request: { minutes: 30, reason: "双方认可半小时" },
    requestEn: { minutes: 30, reason: "both agree on half an hour" },
  },
  rateOrder: { request: { stars: 5, comment: "很耐心" }, requestEn: { stars: 5, comment: "very patient" } },
  eraseOrderPlaces: { request: {} },
  createOffer: { request: { community: "lujing", skills: ["reading"], areas: ["wtqw"], availability: [saturdays] } },
  updateOffer: { request: { state: "withdrawn" } },
  createBlock: { request: { person: BO } },
  giveHours: { request: { to: BO, minutes: 60 } },
  donateHours: { request: { community: "lujing", minutes: 60 } },
  grantSeedHours: {
    request: { to: ANN, minutes: 120, evidence: "独居，社区上门核实" },
    requestEn: { to: ANN, minutes: 120, evidence: "lives alone, visited" },
  },
  setCareFlag: {
    request: { listed: true, evidence: "80 岁空巢老人，已上门核实" },
    requestEn: { listed: true, evidence: "aged 80, lives alone, visited" },
  },
  recordGroupService: { request: group },
  explainPolicy: { request: { act: "redeem", person: ANN } },
};

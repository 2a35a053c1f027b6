/** Examples of the polls' operations, by operation id: those that send a body. */
import { type Examples, UNIT } from "./ids.ts";

const draft = (zh: string, reason: string) => ({
  community: "lujing",
  class: "OWNERS_SPECIAL",
  matter: 8,
  title: { zh: "利用地面共有部分设置停车位", en: "Parking on the common ground" },
  text: `${zh} ${reason}`.trim(),
  subject: { purpose: "common-parts-parking", refs: [] },
  electorate: { kind: "OWNERS" },
  mode: "named",
  question: { kind: "YES_NO" },
  channels: ["web", "paper", "phone", "staff", "proxy"],
  correctUntil: "2026-12-18T00:00:00+08:00",
  openAt: "2026-12-20T09:00:00+08:00",
  closeAt: "2026-12-30T18:00:00+08:00",
});

/** Examples of polls. */
export const pollsExamples: Examples = {
  createPoll: {
    request: draft("是否同意利用小区地面共有部分设置二十个停车位，收益归全体业主。", ""),
    requestEn: draft("", "Shall twenty parking spaces be marked on the common ground, the income being all owners'?"),
  },
  updatePoll: { request: { extraordinary: false } },
  givePollNotice: { request: {} },
  cancelPoll: { request: { reason: "方案需修改" }, requestEn: { reason: "the plan is being changed" } },
  correctPollRoll: {
    request: { entry: UNIT, reason: "面积已按登记簿更正" },
    requestEn: { entry: UNIT, reason: "the area was corrected from the register" },
  },
};

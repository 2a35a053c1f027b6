/** Examples of the polls' operations, by operation id: those that send a body. */
import { ANN, type Examples, UNIT } from "./ids.ts";

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

/** Bytes 0 to 31 as the voter's secret: an example, never to be used. */
const SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
/** Its SHA-256, the ballot's name. */
const NAME = "Yw3NKWbEM2aRElRIu7JbT_QSpJxzLbLIq8G4WBvXEN0";
const TOKEN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0-Pw";
/** Some 256 bytes. */
const SIGNED =
  "AAMKERgfJi00O0JJUFdeZWxzeoGIj5adpKuyucDHztXc4-rx-P8GDRQbIikwNz5FTFNaYWhvdn2Ei5KZoKeutbzDyt" +
  "HY3-bt9PsCCRAXHiUsMzpBSE9WXWRrcnmAh46VnKOqsbi_xs3U2-Lp8Pf-BQwTGiEoLzY9REtSWWBnbnV8g4qRmJ-m" +
  "rbS7wsnQ197l7PP6AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09rh6O_2_QQLEhkgJy41PENKUVhfZm10e4" +
  "KJkJeepayzusHIz9bd5Ovy-QAHDhUcIyoxOD9GTVRbYmlwd36FjJOaoaivtr3Ey9LZ4Ofu9Q";

/** Nine ballots on three sites as OpenSTV writes them. */
const BLT = '3 1\n4 1 2 0\n3 2 3 0\n2 3 2 0\n0\n"East"\n"South"\n"West"\n"Playground"\n';

/** Examples of polls. */
export const pollsExamples: Examples = {
  createPoll: {
    request: draft("是否同意利用小区地面共有部分设置二十个停车位，收益归全体业主。", ""),
    requestEn: draft("", "Shall twenty parking spaces be marked on the common ground, the income being all owners'?"),
  },
  updatePoll: { request: { extraordinary: false } },
  givePollNotice: { request: {} },
  cancelPoll: { request: { reason: "方案需修改" }, requestEn: { reason: "the plan is being changed" } },
  castNamedBallot: { request: { choice: { answer: "YES" } } },
  extendPoll: {
    request: { closeAt: "2027-01-05T18:00:00+08:00", reason: "参与率不足三分之二" },
    requestEn: { closeAt: "2027-01-05T18:00:00+08:00", reason: "less than two thirds have voted" },
  },
  answerPollTie: { request: { seed: "双色球 2026150：03 08 11 17 24 31 + 09" } },
  publishPollResult: { request: {} },
  recordPollCallback: { request: { entry: UNIT, outcome: "confirmed" } },
  objectToPollResult: {
    request: { text: "本人并未委托他人投票" },
    requestEn: { text: "I have given nobody power to vote for me" },
  },
  answerPollObjection: {
    request: { answer: "已查验委托书，签名属实", upheld: false },
    requestEn: { answer: "the power of attorney was checked, its signature is genuine", upheld: false },
  },
  annulPollResult: {
    request: { reason: "人民法院判决撤销" },
    requestEn: { reason: "set aside by the people's court" },
  },
  castSecretBallot: { request: { entry: ANN, ballot: NAME, choice: { options: ["east"] } } },
  changeSecretBallot: { request: { secret: SECRET, choice: { options: ["south"] } } },
  issueBallotToken: { request: { entry: ANN, blinded: SIGNED } },
  castTokenBallot: { request: { token: TOKEN, signature: SIGNED, choice: { options: ["east"] } } },
  readElectionFile: { request: { format: "blt", text: BLT } },
  countElectionFile: { request: { format: "blt", text: BLT, method: { method: "IRV" } } },
  convertElectionFile: { request: { format: "blt", text: BLT, to: "cvotes" } },
  correctPollRoll: {
    request: { entry: UNIT, reason: "面积已按登记簿更正" },
    requestEn: { entry: UNIT, reason: "the area was corrected from the register" },
  },
};

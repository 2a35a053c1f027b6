/** Examples of the ledger's operations, by operation id. */
import { ANN, BO, CURSOR, type Examples, HOLD, ITEM, SECOND, STEWARD, TRANSFER } from "./ids.ts";

const movement = {
  from: `${ANN}.points`,
  to: `${BO}.points`,
  amount: 20,
  category: "mutual-help",
  memo: "感谢帮忙取药",
};

const transfer = {
  id: TRANSFER,
  leg: 0,
  kind: "transfer",
  reversal: false,
  ...movement,
  unit: "points",
  at: "2026-11-23T09:30:00.123456+08:00",
  by: ANN,
};

const account = {
  id: `${ANN}.points`,
  holder: { kind: "resident", id: ANN },
  community: "lujing",
  unit: "points",
  status: "active",
  floor: 0,
  ceiling: 1_000_000,
  balance: 1_250,
  holdsOut: 200,
  holdsIn: 0,
  available: 1_050,
  room: 998_750,
  lifetimeEarned: 4_800,
  expiring: { amount: 150, on: "2027-01-01" },
  spenders: [],
};

const heldMovement = { from: `${ANN}.points`, to: `${BO}.points`, amount: 200, category: "booking" };

const english = { ...movement, memo: "Thank you for fetching the medicine" };

const hold = {
  id: HOLD,
  ...heldMovement,
  unit: "points",
  link: { type: "booking", id: "A-1024" },
  state: "open",
  createdAt: "2026-11-23T09:35:00+08:00",
  expiresAt: "2026-11-23T10:35:00+08:00",
  by: ANN,
};

const posted = {
  id: SECOND,
  leg: 0,
  kind: "hold-post",
  reversal: false,
  ...heldMovement,
  amount: 180,
  unit: "points",
  link: hold.link,
  at: "2026-11-23T09:50:00.000001+08:00",
  by: STEWARD,
};

const reversal = {
  ...transfer,
  kind: "reversal",
  reversal: true,
  from: transfer.to,
  to: transfer.from,
  memo: "转错了人",
  at: "2026-11-23T11:02:07.000004+08:00",
  by: STEWARD,
};

const second = { ...movement, to: "lujing~donation.points", amount: 50, category: "donation", memo: "捐给社区" };

const batch = (row: object) => ({
  mode: "independent",
  entries: [
    { id: TRANSFER, ...row },
    { id: SECOND, ...row, amount: 5_000 },
  ],
});

const asked = (memo: string) => ({
  ...{ from: `${BO}.points`, to: `${ANN}.points`, amount: 30, category: "group-buying" },
  ...{ memo, expiresInSeconds: 86_400 },
});

const item = {
  community: "lujing",
  name: { zh: "理发一次", en: "A haircut" },
  description: { zh: "周末社区服务站，凭兑换码", en: "At the community's station on weekends; show the voucher" },
  unit: "points",
  price: 30,
  stock: 40,
  perPerson: { period: "month", limit: 1 },
  cancelWindowMinutes: 1_440,
};

/** Examples of the ledger. */
export const ledgerExamples: Examples = {
  getAccount: { reply: account },
  listAccounts: { reply: { items: [account], next: CURSOR } },
  getStatement: {
    reply: {
      account: account.id,
      items: [{ transfer, change: -20, balance: 1_250, counterparty: { account: transfer.to, name: "王**" } }],
      next: null,
      expiring: account.expiring,
    },
  },
  getBalance: { reply: { account: account.id, at: "2026-11-01T00:00:00+08:00", unit: "points", balance: 1_270 } },
  updateAccount: {
    request: { status: "frozen", reason: "本人挂失" },
    requestEn: { status: "frozen", reason: "Reported lost by its holder" },
    reply: { ...account, status: "frozen" },
  },
  createTransfer: { request: movement, requestEn: english, reply: transfer },
  createLinkedTransfer: {
    request: { legs: [movement, second] },
    requestEn: { legs: [english, { ...second, memo: "For the community" }] },
    reply: { id: TRANSFER, entries: [transfer, { ...transfer, leg: 1, ...second }], reversals: [] },
  },
  createTransferBatch: {
    request: batch(movement),
    requestEn: batch(english),
    reply: {
      mode: "independent",
      succeeded: 1,
      refused: 1,
      results: [
        { id: TRANSFER, status: 201, hit: false, transfer, problem: null },
        {
          id: SECOND,
          status: 409,
          hit: false,
          transfer: null,
          problem: {
            type: "/problems/ledger/cap-activity",
            title: "超过单次上限",
            status: 409,
            code: "ledger/cap-activity",
            detail: "每次最多 500，本次为 5000。",
            params: { limit: 500, amount: 5_000 },
          },
        },
      ],
    },
  },
  getTransfer: { reply: { id: TRANSFER, entries: [transfer], reversals: [reversal] } },
  reverseTransfer: {
    request: { memo: "转错了人" },
    requestEn: { memo: "Paid to the wrong person" },
    reply: { id: TRANSFER, entries: [transfer], reversals: [reversal] },
  },
  createHold: { request: { ...heldMovement, link: hold.link, expiresInSeconds: 3_600 }, reply: hold },
  getHold: { reply: hold },
  listHolds: { reply: { items: [hold], next: null } },
  postHold: { request: { amount: 180 }, reply: posted },
  voidHold: { request: {}, reply: { ...hold, state: "voided" } },
  createReward: {
    request: { to: ANN, rule: "patrol", quantity: 2, memo: "周五夜间巡逻" },
    requestEn: { to: ANN, rule: "patrol", quantity: 2, memo: "Patrol on Friday night" },
  },
  fundPool: {
    request: { amount: 100_000, memo: "2026 年第四季度助老预算" },
    requestEn: { amount: 100_000, memo: "Elder care, fourth quarter of 2026" },
  },
  createEarnClaim: {
    request: { rule: "mutual", quantity: 1, memo: "帮邻居修水管" },
    requestEn: { rule: "mutual", quantity: 1, memo: "Mended a neighbour's tap" },
  },
  acceptEarnClaim: { request: {} },
  rejectEarnClaim: { request: { reason: "请补充照片" }, requestEn: { reason: "Please add a photo" } },
  createPaymentRequest: { request: asked("上周的团购款"), requestEn: asked("Last week's group order") },
  acceptPaymentRequest: { request: {} },
  rejectPaymentRequest: { request: { reason: "金额不对" }, requestEn: { reason: "The amount is wrong" } },
  cancelPaymentRequest: { request: {} },
  createCatalogueItem: { request: item },
  updateCatalogueItem: { request: { price: 25, perPerson: { period: "month", limit: 2 } } },
  adjustCatalogueStock: {
    request: { delta: 20, reason: "新到一批" },
    requestEn: { delta: 20, reason: "A new delivery" },
  },
  createRedemption: { request: { item: ITEM, quantity: 1, expectedPrice: 25 } },
  fulfilRedemption: { request: {} },
  cancelRedemption: { request: { memo: "家里有事" }, requestEn: { memo: "Something came up at home" } },
};

/**
 * Examples of requests and answers by operation id, shown in the OpenAPI file and the API reference. An operation
 * without one is shown by its schema. Every person and number here is invented; a test holds each example against its
 * schema.
 */

/** Bodies of one operation: what is sent, what is answered. */
export interface Example {
  readonly request?: unknown;
  readonly reply?: unknown;
}

// The people that the local server knows, so that the examples can be sent there.
const ANN = "0190a000-0000-7000-8000-000000000001";
const BO = "0190a000-0000-7000-8000-000000000002";
const STEWARD = "0190a000-0000-7000-8000-000000000003";
const TRANSFER = "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901";
const SECOND = "0199f3a2-8e11-7f42-b1a0-6d3c8e9f0a12";
const HOLD = "0199f3a2-9f27-7d58-9c4e-7b1a2f3e4d56";
const CURSOR = "WyIyMDI2LTExLTIzIl0";

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

const heldMovement = { from: `${ANN}.points`, to: "lujing~redemption.points", amount: 200, category: "redemption" };

const hold = {
  id: HOLD,
  ...heldMovement,
  unit: "points",
  link: { type: "order", id: "A-1024" },
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

const ledger: Readonly<Record<string, Example>> = {
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
    reply: { ...account, status: "frozen" },
  },
  createTransfer: { request: movement, reply: transfer },
  createLinkedTransfer: {
    request: { legs: [movement, second] },
    reply: { id: TRANSFER, entries: [transfer, { ...transfer, leg: 1, ...second }], reversals: [] },
  },
  createTransferBatch: {
    request: {
      mode: "independent",
      entries: [
        { id: TRANSFER, ...movement },
        { id: SECOND, ...movement, amount: 5_000 },
      ],
    },
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
            type: "/problems/ledger/insufficient-available",
            title: "可用余额不足",
            status: 409,
            code: "ledger/insufficient-available",
            detail: "需要 5000，可用 750，还差 4250。",
            params: { needed: 5_000, available: 750, missing: 4_250 },
          },
        },
      ],
    },
  },
  getTransfer: { reply: { id: TRANSFER, entries: [transfer], reversals: [reversal] } },
  reverseTransfer: {
    request: { memo: "转错了人" },
    reply: { id: TRANSFER, entries: [transfer], reversals: [reversal] },
  },
  createHold: { request: { ...heldMovement, link: hold.link, expiresInSeconds: 3_600 }, reply: hold },
  getHold: { reply: hold },
  listHolds: { reply: { items: [hold], next: null } },
  postHold: { request: { amount: 180 }, reply: posted },
  voidHold: { request: {}, reply: { ...hold, state: "voided" } },
};

const system: Readonly<Record<string, Example>> = {
  getHealth: {
    reply: {
      status: "ok",
      version: "0.1.0",
      district: "demo",
      name: { zh: "演示区", en: "Demo district" },
      time: "2026-11-23T01:30:00.000Z",
    },
  },
};

/** All examples. */
export const examples: Readonly<Record<string, Example>> = { ...ledger, ...system };

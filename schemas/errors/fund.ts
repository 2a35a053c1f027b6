/** Refusals of the community fund. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals of the community fund. */
export const fundErrors = {
  "fund/not-offered": {
    status: 404,
    zh: ["本区未设社区基金", "区配置中没有 fund 一节。"],
    en: ["The district has no community fund", "The district's file has no section fund."],
  },
  "fund/expired": {
    status: 409,
    zh: ["专项资金已过期", "资金 {fund} 的使用期至 {expiresOn}，不能再收入或拨付承诺。"],
    en: [
      "The fund has expired",
      "Fund {fund} could be committed until {expiresOn}; it takes and promises nothing more.",
    ],
    pinned: true,
  },
  "fund/closed": {
    status: 409,
    zh: ["资金已关闭", "资金 {fund} 已关闭，请选用其他资金。"],
    en: ["The fund is closed", "Fund {fund} is closed; use another one."],
    pinned: true,
  },
  "fund/cap-too-high": {
    status: 409,
    zh: ["管理费上限过高", "填写 {adminCapBps} 个基点，本区最多 {limit}。"],
    en: [
      "The cap of administrative costs is too high",
      "Given {adminCapBps} basis points; the district allows {limit}.",
    ],
    pinned: true,
  },
  "fund/shares": {
    status: 409,
    zh: ["分配比例有误", "各资金的基点之和为 {sum}：不得超过 10000，捐赠须恰为 10000，且每个资金只列一次。"],
    en: [
      "The shares do not fit",
      "The basis points sum to {sum}: at most 10000, exactly 10000 for a donation, and each fund once.",
    ],
    pinned: true,
  },
  "fund/costs-too-high": {
    status: 409,
    zh: ["成本超过上限", "成本为 {costs}，最多可扣除 {limit}。"],
    en: ["The costs are too high", "The costs are {costs}; at most {limit} may be taken off."],
    pinned: true,
  },
  "fund/period-taken": {
    status: 409,
    zh: ["该期收入已分配", "{source} 的 {period} 期已登记过，请核对。"],
    en: ["That period has been divided", "{source} for {period} is on record already; check it."],
    pinned: true,
  },
  "fund/nothing-to-share": {
    status: 409,
    zh: ["没有可分配的金额", "净收入 {net} 按所填比例不足一个最小单位。"],
    en: ["Nothing to share", "The net income of {net} comes to less than one minor unit by these shares."],
    pinned: true,
  },
  "fund/foreign-purpose": {
    status: 409,
    zh: ["超出专项用途", "资金 {fund} 限用于 {purposes}，不得用于 {purpose}。"],
    en: ["Not what the fund is for", "Fund {fund} is restricted to {purposes}; it cannot serve {purpose}."],
    pinned: true,
  },
  "fund/admin-cap": {
    status: 409,
    zh: ["超过管理费上限", "管理费还可列支 {room}，本次为 {amount}。"],
    en: ["Above the cap of administrative costs", "Administrative costs may still take {room}; this is {amount}."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;

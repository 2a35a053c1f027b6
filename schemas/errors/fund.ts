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
  "fund/period-running": {
    status: 409,
    zh: ["该期尚未结束", "{period} 到 {until} 才结束，之后方可披露。"],
    en: ["The period is not over", "{period} ends at {until}; it is disclosed from then on."],
  },
  "fund/period-too-large": {
    status: 409,
    zh: ["记录过多", "一次披露最多读取 {limit} 条记录，请向管理员索取导出。"],
    en: ["Too many records", "A disclosure reads at most {limit} records; ask an administrator for the export."],
  },
  "fund/unpublished": {
    status: 409,
    zh: ["尚未公布", "征集现为 {state}，入围公示后方可查阅披露文件。"],
    en: ["Not published yet", "The call is {state}; its disclosure can be read from the shortlist on."],
  },
  "fund/wrong-state": {
    status: 409,
    zh: ["状态不允许此操作", "现为 {state}，此操作需要 {needs}。"],
    en: ["The state does not allow this", "It is {state}; this needs {needs}."],
    pinned: true,
  },
  "fund/call-state": {
    status: 409,
    zh: ["征集所处阶段不允许此操作", "征集现为 {state}，此操作需要 {needs}。"],
    en: ["The call's state does not allow this", "The call is {state}; this needs {needs}."],
    pinned: true,
  },
  "fund/call-dates": {
    status: 409,
    zh: ["征集的日期有误", "开始 {opensAt} 须早于截止 {closesAt}。"],
    en: ["The call's dates do not fit", "It must open ({opensAt}) before it closes ({closesAt})."],
    pinned: true,
  },
  "fund/criteria-fixed": {
    status: 409,
    zh: ["征集开始后不得修改", "征集现为 {state}，评审标准自开放起固定。"],
    en: ["The terms are fixed", "The call is {state}; terms and criteria are fixed from its opening on."],
    pinned: true,
  },
  "fund/announcement-too-short": {
    status: 409,
    zh: ["公告期不足", "须公告 {workdays} 个工作日，最早可于 {earliest} 开放。"],
    en: ["Announced too late", "Calls are announced {workdays} working days ahead; this one may open at {earliest}."],
    pinned: true,
  },
  "fund/unfinished": {
    status: 409,
    zh: ["尚有未完成的事项", "还有 {count} 项处于 {states}，请先处理。"],
    en: ["Something is not finished", "{count} are still {states}; finish these first."],
    pinned: true,
  },
  "fund/vote-missing": {
    status: 409,
    zh: ["缺少居民表决结果", "请提供已公布且有效的参与式预算投票，或载明结果的文件；由评审决定的征集不需表决。"],
    en: [
      "The residents' decision is missing",
      "Name a budget poll whose decision is in force, or the document; a call that reviewers decide has no vote.",
    ],
    pinned: true,
  },
  "fund/decision-differs": {
    status: 409,
    zh: ["与表决结果不一致", "推荐 {recommended} 项，表决通过 {funded} 项，项目与金额须完全一致。"],
    en: [
      "It differs from the vote",
      "{recommended} are recommended, the vote funds {funded}; projects and amounts must be the same.",
    ],
    pinned: true,
  },
  "fund/not-funded": {
    status: 409,
    zh: ["该项目未获表决通过", "项目 {project} 不在有效的表决结果中，或金额不同。"],
    en: ["The vote does not fund it", "Project {project} is not in a decision in force, or with another amount."],
    pinned: true,
  },
  "fund/over-budget": {
    status: 409,
    zh: ["超过征集的总额", "推荐合计 {total}，征集总额 {budget}。"],
    en: ["Above the call's budget", "The recommendations come to {total}; the call has {budget}."],
    pinned: true,
  },
  "fund/too-many-awards": {
    status: 409,
    zh: ["一次公示的项目过多", "共 {awards} 项，最多 {limit} 项。"],
    en: ["Too many awards at once", "{awards} are recommended; at most {limit} come to notice in one call."],
    pinned: true,
  },
  "fund/objection-window": {
    status: 409,
    zh: ["公示期未结束", "公示至 {until}，此前不得决定资助或付款。"],
    en: ["Objections are still heard", "Nothing is awarded or paid before {until}."],
    pinned: true,
  },
  "fund/notice-over": {
    status: 409,
    zh: ["公示期已结束", "公示已于 {until} 结束。"],
    en: ["The notice is over", "Objections were heard until {until}."],
    pinned: true,
  },
  "fund/too-many-objections": {
    status: 409,
    zh: ["异议已达上限", "一个项目最多受理 {limit} 件异议。"],
    en: ["Too many objections", "At most {limit} objections are heard on one award."],
    pinned: true,
  },
  "fund/over-award-max": {
    status: 409,
    zh: ["超过单项上限", "申请 {amount}，单项最多 {limit}。"],
    en: ["Above the highest award", "Asked for {amount}; the call awards at most {limit}."],
    pinned: true,
  },
  "fund/project-dates": {
    status: 409,
    zh: ["项目日期有误", "开始 {startsOn} 不得晚于结束 {endsOn}。"],
    en: ["The project's dates do not fit", "It must not start ({startsOn}) after it ends ({endsOn})."],
    pinned: true,
  },
  "fund/project-too-long": {
    status: 409,
    zh: ["项目期限过长", "项目最长 {months} 个月：请于 {latest} 前（含当日）结束，或分期申请。"],
    en: [
      "The project is too long",
      "A project lasts {months} months at most: end it on {latest} at the latest, or apply for it in parts.",
    ],
    pinned: true,
  },
  "fund/appeal-used": {
    status: 409,
    zh: ["已申诉过", "资格审查只可申诉一次。"],
    en: ["Already appealed", "A finding of ineligibility is appealed once."],
    pinned: true,
  },
  "fund/appeal-late": {
    status: 409,
    zh: ["申诉期已过", "申诉应于 {until} 前提出。"],
    en: ["Too late to appeal", "Appeals were heard until {until}."],
    pinned: true,
  },
  "fund/same-person": {
    status: 409,
    zh: ["不能由同一人办理", "{person} 已在前一环节办理，须由另一人办理。"],
    en: ["Not by the same person", "{person} took part before; another person has to do this."],
    pinned: true,
  },
  "fund/conflict": {
    status: 409,
    zh: ["存在利益冲突，须回避", "登记显示与申请人的关系：{grounds}。请由他人办理。"],
    en: [
      "A conflict of interest",
      "The register shows ties to the applicant: {grounds}. Somebody else has to do this.",
    ],
    pinned: true,
  },
  "fund/recused": {
    status: 409,
    zh: ["已回避", "你已回避该申请，其评分不计。"],
    en: ["Recused", "You are recused from this application; no score of yours counts."],
    pinned: true,
  },
  "fund/no-reviewer": {
    status: 409,
    zh: ["可评审的人不足", "无冲突的评审人 {free} 名，需要 {needs} 名。"],
    en: ["Too few free reviewers", "{free} of those named are free; {needs} are needed."],
    pinned: true,
  },
  "fund/too-few-scores": {
    status: 409,
    zh: ["有效评分不足", "有效评分 {scores} 份，需要 {needs} 份。"],
    en: ["Too few scores", "{scores} scores count; {needs} are needed."],
    pinned: true,
  },
  "fund/criteria-differ": {
    status: 409,
    zh: ["评分与标准不符", "须对每项标准评分，且不多不少：{criteria}。"],
    en: ["The points do not fit the criteria", "Score each criterion, no more and no fewer: {criteria}."],
    pinned: true,
  },
  "fund/over-asked": {
    status: 409,
    zh: ["超过申请金额", "申请 {asked}，推荐 {amount}。"],
    en: ["More than was asked for", "Asked for {asked}, recommended {amount}."],
    pinned: true,
  },
  "fund/approvals-missing": {
    status: 409,
    zh: ["审批人数不足", "已有 {approvals} 人审批，该金额需要 {needs} 人。"],
    en: ["Approvals are missing", "{approvals} have approved; this amount needs {needs}."],
    pinned: true,
  },
  "fund/over-available": {
    status: 409,
    zh: ["超过资金可用额", "需要 {needed}，可用 {available}，差 {missing}。"],
    en: ["More than the fund has available", "Needed {needed}, available {available}, missing {missing}."],
    pinned: true,
  },
  "fund/document-missing": {
    status: 409,
    zh: ["缺少协议文件", "请提供协议的存放位置与哈希。"],
    en: ["The agreement is missing", "Name where the agreement is kept and its hash."],
    pinned: true,
  },
  "fund/over-paid": {
    status: 409,
    zh: ["超过可追回的金额", "追回 {amount}，已付未还 {limit}。"],
    en: ["More than can be claimed back", "Claimed {amount}; paid and not returned are {limit}."],
    pinned: true,
  },
  "fund/evidence-missing": {
    status: 409,
    zh: ["缺少条件达成的证明", "该期的付款条件：{condition}。请先提交证明。"],
    en: ["Evidence is missing", "The tranche's condition is: {condition}. Show evidence first."],
    pinned: true,
  },
  "fund/grant-state": {
    status: 409,
    zh: ["项目状态不允许付款", "项目现为 {state}，须在执行中。"],
    en: ["The grant is not active", "The grant is {state}; it has to be active."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;

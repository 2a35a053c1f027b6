/** How the reference groups the community fund's operations, and what they are called in Chinese. */
import type { Group } from "./group.ts";

/** Groups of the community fund in the order of the reference. */
export const fundGroups: readonly Group[] = [
  {
    tag: "funds",
    name: ["专项资金", "Funds"],
    description: [
      "社区基金的各项资金：用途限定、收入、划转与费用",
      "restricted funds, their income, transfers and costs",
    ],
    operations: {
      createFund: "设立资金：账本中的专项账户，用途、捐赠条件与期限设立后不变",
      getFund: "查询资金及其余额，本社区均可见",
      listFunds: "社区的各项资金",
      listFundMovements: "资金的收入、划转、拨付、退回与费用，新的在前",
      receiveFundIncome: "登记收入并按基点分配到各资金：各份与来源留存之和恰等于净收入",
      donateToFund: "从本人账户捐赠",
      transferBetweenFunds: "划转到用途不超出本资金的另一资金",
      chargeAdminCost: "在上限内列支管理费",
      closeFund: "关闭无承诺、至多只剩储备金的资金；储备金随之转出",
      disclosePeriod: "社区各项资金在已结束的季度或年度的披露文件（隐去个人）：JSON、CSV 或 360Giving 标准",
      indexPeriod: "该期各披露文件的 SHA-256，由本区签名",
    },
  },
  {
    tag: "fund-calls",
    name: ["资助征集", "Calls for applications"],
    description: ["从公告、征集到公示与资助决定", "from the announcement to the awards"],
    operations: {
      discloseFundCall: "征集的披露文件（隐去个人）：JSON、资助项目 CSV 或 360Giving 标准",
      indexFundDisclosure: "各披露文件当前的 SHA-256，由本区签名",
      createFundCall: "拟定一次征集",
      getFundCall: "查询征集，公布后本社区均可见",
      listFundCalls: "社区的各次征集，新的在前",
      updateFundCall: "开放前修改征集；评审标准自开放起固定",
      stepFundCall: "按状态表推进征集：公布、评审、入围公示、居民表决、拟资助、公示、结束",
    },
  },
  {
    tag: "fund-applications",
    name: ["资助申请", "Grant applications"],
    description: ["申请、评审、异议、资助、报告与追回", "applications, review, objections, awards, reports, clawback"],
    operations: {
      createApplication: "以本人或组织名义拟写申请",
      getApplication: "查询申请：申请人、评审人、工作人员各见其所应见；入围公示后本社区可见",
      listApplications: "一次征集中本人可见的申请",
      updateApplication: "修改草稿",
      stepApplication: "申请人提交、申诉或撤回",
      decideApplication: "工作人员或司库按状态表办理：资格、推荐、异议裁定、审批、资助、签约、暂停、终止、追回",
      assignReviewers: "指定评审人；登记显示有冲突者自动回避并记录",
      scoreApplication: "评审人对每项标准评分，评分结束前可更改",
      recuseReviewer: "评审人声明冲突并回避，其评分不计",
      listScores: "评分：评审人只见自己的；入围公示后公开，不署名",
      objectToAward: "公示期内对拟资助项目提出异议",
      listObjections: "异议及其结果，本社区均可见",
      reportOnProject: "受资助人提交中期或结项报告",
      listReports: "项目报告，本社区均可见",
    },
  },
  {
    tag: "fund-tranches",
    name: ["分期拨付", "Tranches"],
    description: ["条件证明、双人审批、付款与退回", "evidence, two approvals, payment and returns"],
    operations: {
      showEvidence: "受资助人提交该期条件已达成的证明",
      stepTranche: "司库审批（两人）、付款、登记失败、重付或退回",
    },
  },
];

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
      listFundMovements: "资金的收入、划转与费用，新的在前",
      receiveFundIncome: "登记收入并按基点分配到各资金：各份与来源留存之和恰等于净收入",
      donateToFund: "从本人账户捐赠",
      transferBetweenFunds: "划转到用途不超出本资金的另一资金",
      chargeAdminCost: "在上限内列支管理费",
      closeFund: "关闭已空且无承诺的资金",
    },
  },
];

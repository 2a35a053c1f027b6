/** How the reference groups the ledger's operations, and what they are called in Chinese. */
import type { Group } from "./group.ts";

/** Groups of the ledger in the order of the reference. */
export const ledgerGroups: readonly Group[] = [
  {
    tag: "accounts",
    name: ["账户", "Accounts"],
    description: [
      "居民、户、组织与资金池的账户及其余额",
      "accounts of residents, households, organisations and pools, with their balances",
    ],
    operations: {
      getAccount: "查询账户及其余额：持有人、可支配人、监护人与本社区工作人员可见",
      updateAccount: "冻结、解冻或注销账户，调整余额下限与上限；须写明原因",
      listAccounts: "某社区、某单位的账户列表，供工作人员使用",
    },
  },
  {
    tag: "statements",
    name: ["明细与余额", "Statements"],
    description: ["账户明细，以及任一时刻的余额", "an account's journal, and its balance at any instant"],
    operations: {
      getStatement: "账户明细，附逐笔余额，新的在前；format=csv 返回文件",
      getBalance: "某一时刻的余额；不填 at 即为现在",
    },
  },
  {
    tag: "proofs",
    name: ["账本封存与证明", "Roots and proofs"],
    description: [
      "每日封存的账本根，以及不必信任平台即可核验的证明（docs/verify.md）",
      "daily roots of the sealed journal, and proofs that need no trust in the platform (docs/verify.md)",
    ],
    operations: {
      listLedgerRoots: "每日账本根及其签名，新的在前；任何人可查",
      getLedgerConsistency: "两日账本根的一致性证明：其间已封存的账未被改动；任何人可查",
      getEntryProof: "一笔分录已封存于公布的根之下的证明：可查看该账户的人可用",
    },
  },
  {
    tag: "transfers",
    name: ["转账与冲正", "Transfers"],
    description: [
      "单笔、联动与批量转账；记错的账用冲正更正，从不删改",
      "single, linked and batched; a mistake is put right by a reversal, never by an edit",
    ],
    operations: {
      createTransfer: "转账：从一个账户付到另一个账户；mode: at-most 表示可用多少付多少，不超过所填数额",
      createLinkedTransfer: "联动转账：最多 20 笔，依次执行，要么全部成功，要么都不执行",
      createTransferBatch: "批量转账：最多 100 笔，各有编号；atomic 全部成功或都不执行，independent 逐笔答复",
      getTransfer: "查询一笔转账及其联动各笔与冲正：收付双方与本社区工作人员可见",
      reverseTransfer: "冲正：整笔撤回，只能一次；force 时对方已用掉的部分记为应收",
    },
  },
  {
    tag: "holds",
    name: ["预扣", "Holds"],
    description: [
      "先为收款人留出一笔数额，再入账、释放或到期自动释放",
      "an amount reserved for a payee until it is posted, voided or expires",
    ],
    operations: {
      createHold: "预扣：为收款人留出一笔数额，直到入账、释放或到期",
      getHold: "查询一笔预扣的当前状态",
      listHolds: "账户的预扣，新的在前：side=out 从本账户预扣，side=in 为本账户预扣",
      postHold: "预扣入账：最多转出预扣的数额，只能一次，余下的随即释放",
      voidHold: "释放预扣，不转出任何数额",
    },
  },
  {
    tag: "rewards",
    name: ["奖励", "Rewards"],
    description: [
      "按积分规则为服务发放积分，以及奖励资金池",
      "points for service by the district's earn rules, and the pools that pay them",
    ],
    operations: {
      listEarnRules: "积分规则：每单位服务的积分、计量单位、上限与出资的资金池",
      createReward: "按积分规则奖励居民：标准乘以数量，不超过规则的上限与预算",
      listPools: "某社区、某单位的资金池：当前余额，以及硬预算的剩余",
      fundPool: "为设有硬预算的奖励资金池增加预算",
    },
  },
  {
    tag: "earn-claims",
    name: ["积分申报", "Earn claims"],
    description: ["居民申报已做的服务，由管家审核", "residents claim points for service done, stewards decide"],
    operations: {
      createEarnClaim: "申报积分：为已完成的服务申报，由本社区管家通过或驳回",
      listPendingEarnClaims: "本社区待审核的申报，早的在前",
      getEarnClaim: "查询一份申报：居民本人与本社区工作人员可见",
      listEarnClaims: "某账户的申报，新的在前",
      acceptEarnClaim: "通过申报并发放奖励，只发放一次",
      rejectEarnClaim: "驳回申报；居民可看到原因",
    },
  },
  {
    tag: "catalogue",
    name: ["兑换目录", "Catalogue"],
    description: ["社区可用积分兑换的项目及其库存", "what a community offers for points, with its stock"],
    operations: {
      createCatalogueItem: "上架兑换项目；stock: null 表示不限库存",
      listCatalogueItems: "社区的兑换项目；active=false 列出已下架的，仅工作人员可见",
      getCatalogueItem: "查询一个项目的价格与剩余；已下架的仅本社区工作人员可见",
      updateCatalogueItem: "修改兑换项目；库存只按增减调整，见 adjustCatalogueStock",
      adjustCatalogueStock: "增减库存，兑换进行中也可调整",
    },
  },
  {
    tag: "redemptions",
    name: ["兑换", "Redemptions"],
    description: ["用积分兑换项目，凭兑换码交付", "an item bought with points and delivered against its voucher"],
    operations: {
      createRedemption: "兑换项目：用自己的账户，或有权支配的共用钱包",
      getRedemption: "查询一笔兑换的当前状态：账户相关人与本社区工作人员可见",
      listRedemptions: "某账户的兑换，新的在前",
      fulfilRedemption: "确认交付：服务商须核对兑换码，管家可不核对；此后不能再取消",
      cancelRedemption: "取消兑换，退回积分、库存与限兑数量：本人在期限内，管家在交付前",
    },
  },
  {
    tag: "payment-requests",
    name: ["付款请求", "Payment requests"],
    description: [
      "请对方付款；对方同意之前不转出任何数额",
      "ask another account to pay; nothing moves until its holder accepts",
    ],
    operations: {
      createPaymentRequest: "发起付款请求：请对方账户向自己的账户付款，对方同意后才转账",
      getPaymentRequest: "查询一份付款请求的当前状态：双方与本社区工作人员可见",
      listPaymentRequests:
        "账户收到（side=incoming）或发起（side=outgoing）的付款请求：待处理的按到期先后，其余新的在前",
      acceptPaymentRequest: "同意并付款，只付一次；转账编号即本次请求的幂等键",
      rejectPaymentRequest: "拒绝付款；填写的原因对方可见",
      cancelPaymentRequest: "撤回自己发起的付款请求",
    },
  },
  {
    tag: "audit",
    name: ["核账与导出", "Audit & exports"],
    description: [
      "由分录重算每个账户，并导出全部分录",
      "every account recomputed from its journal, and the whole journal as a file",
    ],
    operations: {
      auditLedger: "核账：由分录逐页重算某社区、某单位的每个账户，末页给出合计",
      exportLedger: "导出某社区、某单位的分录：JSON、CSV 或 hledger 文本；文本每部分末尾给出下一部分的游标",
    },
  },
];

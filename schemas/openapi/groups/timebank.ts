/** How the reference groups the time bank's operations, and what they are called in Chinese. */
import type { Group } from "./group.ts";

/** Groups of the time bank in the order of the reference. */
export const timebankGroups: readonly Group[] = [
  {
    tag: "orders",
    name: ["服务订单", "Service orders"],
    description: [
      "从发布需求、接单到确认：一次互助服务",
      "one service between neighbours, from the request to its confirmation",
    ],
    operations: {
      createOrder: "发布服务需求：为自己、被代理人或可代为兑换的人；管家也可代电话求助者登记",
      getOrder: "查询订单：双方与管家可见；公开的需求本社区均可见",
      listOrders: "某人的订单，新的在前：as=recipient 为受助，as=volunteer 为服务",
      listOpenOrders: "社区待接单的需求，按开始时间排列，不含地址",
      publishOrder: "管家审核后发布需求",
      declineRequest: "管家不予发布需求",
      matchOrder: "推荐志愿者，由其接受或谢绝",
      declineMatch: "被推荐的志愿者谢绝，需求重新开放",
      acceptOrder: "志愿者接单；所需分钟即时预扣",
      withdrawAcceptance: "志愿者不能前来：需求重新开放，预扣的分钟释放",
      cancelOrder: "开始前取消，预扣的分钟释放",
      reportNoShow: "志愿者未到，预扣的分钟释放",
      eraseOrderPlaces: "删除地址与签到签退地点，任一方均可；时长保留",
    },
  },
  {
    tag: "attendance",
    name: ["签到与确认", "Attendance"],
    description: [
      "签到、签退、更正、确认、结算与评价",
      "signing in and out, corrections, confirmation, settlement and ratings",
    ],
    operations: {
      issueCode: "一次性口令：由对方输入以签到或签退；只保存哈希，新口令使旧的失效",
      checkIn: "签到，服务开始：凭对方口令，或由管家办理",
      checkOut: "签退，服务结束并计时",
      correctOrder: "更正时间：管家立即生效；一方提出，另一方填写相同时间后生效",
      confirmOrder: "受助人确认；按规则即时或按结算日支付所计分钟",
      settleOrder: "立即结算已确认的订单，不等结算日",
      rateOrder: "双方对已确认的订单各评价一次，1 至 5 分",
    },
  },
  {
    tag: "disputes",
    name: ["争议", "Disputes"],
    description: ["一方有异议，由调解人裁定", "one side does not agree, a mediator decides"],
    operations: {
      disputeOrder: "提出异议：订单冻结，等待调解人裁定",
      resolveDispute: "裁定：由非当事方的调解人决定支付多少预扣的分钟",
    },
  },
  {
    tag: "offers",
    name: ["服务意向", "Offers"],
    description: ["居民愿意提供的服务、区域与时段", "what residents offer to do, where and when"],
    operations: {
      createOffer: "登记服务意向：技能、区域与重复时段（RFC 5545）",
      listOffers: "社区的有效服务意向，供管家使用",
      updateOffer: "修改或撤回自己的服务意向",
    },
  },
  {
    tag: "hours",
    name: ["时长", "Hours"],
    description: [
      "赠送、捐赠与发放时长，照护名单与团体服务",
      "hours given, donated and granted, the care list and group services",
    ],
    operations: {
      giveHours: "赠送时长给其他成员，限于规则允许的范围",
      donateHours: "捐赠时长到社区爱心时间池",
      grantSeedHours: "从硬预算向无法自行赚取者发放时长",
      setCareFlag: "列入或移出照护名单，并记录所查验的依据",
      getMember: "成员的荣誉时长、星级与获发时长：本人、代理人与工作人员可见",
      recordGroupService: "登记团体服务及出勤；按规则计入爱心时间池或各成员",
    },
  },
  {
    tag: "settlement",
    name: ["结算", "Settlement"],
    description: [
      "按结算日历批量支付已确认的订单，及月度对账单",
      "confirmed orders paid by the calendar, what was set aside, and the statement of a month",
    ],
    operations: {
      listSettlementRuns: "历次结算，新的在前：笔数、分钟、各原因的失败数与写入单位",
      getSettlementRun: "某一次结算；记录保留 90 天",
      listSetAsideOrders: "社区内结算未能支付的订单及原因；用 settle 重试",
      getMonthStatement: "某成员某月的时长变动：本人、代理人、审计与区管理员可见",
    },
  },
  {
    tag: "solvency",
    name: ["偿付与爱心池公示", "Solvency"],
    description: [
      "每日公示：时长负债、兑换率、发放量与爱心时间池收支；不足十人的数字不公布",
      "published daily: claims, redeem rate, seeded minutes and the care pool; nothing of fewer than ten members",
    ],
    operations: {
      getSolvency: "社区时长负债按账龄、兑换率、发放分钟与“存易兑难”指标：最新一日或不晚于指定日，向所有人公开",
      getCareStatement: "爱心时间池的使用规则与每月收入、使用、结余，向所有人公开",
    },
  },
  {
    tag: "matching",
    name: ["匹配", "Matching"],
    description: [
      "按技能、距离、时间重合、公平分担等给志愿者与需求打分并说明理由；屏蔽的双方互不出现",
      "scores with their parts for volunteers and requests; people whom a block parts never see each other",
    ],
    operations: {
      listVolunteerMatches: "适合某需求的志愿者，分高者在前，附各项得分：供调解员推荐",
      listOrderMatches: "适合本人服务意愿的需求，分高者在前，附各项得分",
      createBlock: "屏蔽某人：双方互不推荐、互不可见，对方不会得知",
      endBlock: "解除屏蔽",
      listBlocks: "本人屏蔽的人，仅本人可见",
    },
  },
  {
    tag: "calendars",
    name: ["日历订阅", "Calendars"],
    description: ["在手机日历中查看自己的服务安排", "one's sessions in the calendar of a telephone"],
    operations: {
      openTimebankCalendar: "为自己的服务安排生成日历订阅地址；原地址随即失效",
      endTimebankCalendar: "停用日历订阅地址",
      readTimebankCalendar: "以 iCalendar 读取服务安排，持有地址即可；不含姓名与地点",
    },
  },
  {
    tag: "policies",
    name: ["时间银行规则", "Time bank rules"],
    description: ["本区规则的各个版本及其出处", "every version of the district's rules, with its sources"],
    operations: {
      listPolicies: "本区规则的各个版本及出处，以及新订单适用的一版",
      explainPolicy: "针对某人与拟办事项，逐条说明规则是否通过及其数字",
    },
  },
];

/** How the reference groups the polls' operations, and what they are called in Chinese. */
import type { Group } from "./group.ts";

/** Groups of polls in the order of the reference. */
export const pollsGroups: readonly Group[] = [
  {
    tag: "polls",
    name: ["投票", "Polls"],
    description: ["起草、公告与查询投票", "drafting, notice and reading of polls"],
    operations: {
      createPoll: "起草投票：类型、名册、议题、计票方法与时间",
      updatePoll: "修改草稿；公告后规则冻结",
      getPoll: "查询投票；草稿仅工作人员与审计可见",
      getPollRules: "查询冻结的规则；其规范 JSON 的哈希即投票所示",
      listPolls: "社区的投票，新的在前",
      givePollNotice: "公告：以哈希冻结规则，并开始生成名册",
      cancelPoll: "投票开始前取消",
    },
  },
  {
    tag: "poll-roll",
    name: ["投票名册", "Poll roll"],
    description: ["冻结的名册、异议期更正与证明", "the frozen roll, its corrections and proofs"],
    operations: {
      correctPollRoll: "异议期内按登记现状更正一条名册，公开计数",
      listPollRoll: "名册，供工作人员与审计；谁已投票，非记名则不显示内容",
      listOwnPollEntries: "本人或被代理人可投票的名册条目",
      getPollRollProof: "证明条目在开始前公布根哈希的名册之内（RFC 9162）",
    },
  },
  {
    tag: "ballots",
    name: ["选票", "Ballots"],
    description: ["记名投票、代理与参与率", "voting by name, proxies and turnout"],
    operations: {
      castNamedBallot: "记名投票：本人、代理人或单位代表；纸质与电话选票由工作人员录入",
      listNamedBallots: "某条目投过的全部选票，最后一张有效；本条目投票人、工作人员与审计可见",
      getPollTurnout: "最近一次统计的参与率，分楼栋；过小的数字不显示，也无法推算",
    },
  },
  {
    tag: "poll-results",
    name: ["计票与公示", "Results"],
    description: [
      "延期、平局、公布、回访、异议与撤销",
      "extension, ties, publication, call-backs, objections, annulment",
    ],
    operations: {
      extendPoll: "结束前因参与率不足延期，合计不超过 60 日",
      getPollTie: "计票所等待裁决的平局",
      answerPollTie: "按公告的规则答复平局：公开抽取的种子，或所选者；随后继续计票",
      publishPollResult: "公布已计票的结果；通过的决定自此生效",
      getPollResult: "结果：各项检验的两边数字、各轮、理由与平局；计票后工作人员与审计即可见",
      getPollMinutes: "会议记录：规则、名册、参与率、结果、回访与异议；连同名册与选票即为证据",
      getPollEvidence: "证据包：签名的会议记录、异议、更正与名册（谁已投票）；ndjson 各部分相连即为文件",
      recordPollCallback: "登记抽样回访的结果",
      objectToPollResult: "公示期内对结果提出异议",
      listPollObjections: "对结果的异议：工作人员与审计可见全部，其他人可见自己的",
      answerPollObjection: "答复一项异议，成立与否",
      annulPollResult: "撤销已公布的结果（如异议成立或判决），其决定即刻失效",
    },
  },
  {
    tag: "secret-ballots",
    name: ["无记名选票", "Secret ballots"],
    description: [
      "两种无记名方式、回执与包含证明，见 docs/secret-ballots.md",
      "two kinds of secret ballots, receipts and proofs; see docs/secret-ballots.md",
    ],
    operations: {
      castSecretBallot: "以自存密钥的哈希为编号投出选票（双信封）",
      changeSecretBallot: "凭密钥匿名更改双信封选票",
      issueBallotToken: "领取投票凭证：盲签名，服务器看不到凭证",
      castTokenBallot: "凭凭证匿名投票或更改",
      getBallotTokenKey: "投票凭证的公钥",
      getBallotProof: "证明选票在所计选票之内（RFC 9162）",
      getPollBundle: "已公布投票的签名数据包，分部分下载，可离线重新计票",
      getOpenedPollBundle: "数据包并公开每张选票，供审计；记名的亦供工作人员",
    },
  },
  {
    tag: "election-files",
    name: ["选举文件", "Election files"],
    description: [
      "pb、cvotes、blt 与 CVR CSV 的读入、计票、转换与导出",
      "pb, cvotes, blt and CVR CSV: read, counted, converted, given out",
    ],
    operations: {
      readElectionFile: "把选举文件的选项或项目读作草稿的议题",
      countElectionFile: "按方法对选举文件计票；不保存任何内容",
      convertElectionFile: "把选举文件改写为另一格式；不保存任何内容",
      getPollBallotFile: "已公布且公开审计的投票：选票导出为选举文件，按内容排序",
      getOpenedPollBallotFile: "已计票的选票导出为选举文件：封存的供审计，记名的亦供工作人员",
    },
  },
];

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
    },
  },
];

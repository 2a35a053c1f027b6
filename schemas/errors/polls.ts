/** Refusals of polls. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals of polls. */
export const pollsErrors = {
  "polls/class": {
    status: 422,
    zh: ["投票类型与设置不符", "{field} 为 {found}，此类投票需要 {needs}。"],
    en: ["The poll's class asks for something else", "{field} is {found}; this class of poll needs {needs}."],
  },
  "polls/window": {
    status: 422,
    zh: ["投票时间不符合规定", "自 {from} 开始的投票，应在 {earliest} 至 {latest} 之间结束（5 至 60 日）。"],
    en: [
      "The time of voting is out of bounds",
      "Voting that opens at {from} must close between {earliest} and {latest} (5 to 60 days).",
    ],
  },
  "polls/correction-window": {
    status: 422,
    zh: ["名册异议期不符合规定", "名册异议期至 {until}，应晚于公告且早于投票开始 {opens}。"],
    en: [
      "The time for correcting the roll is out of bounds",
      "Corrections end at {until}; that must be after notice and before opening at {opens}.",
    ],
  },
  "polls/notice-too-short": {
    status: 409,
    zh: ["公告时间不足", "投票前须公告满 {days} 日，现在公告最早可于 {earliest} 开始，请修改草稿。"],
    en: [
      "Notice is too short",
      "Voting needs {days} whole days of notice; given now, it opens at {earliest} at the earliest. Change the draft.",
    ],
    pinned: true,
  },
  "polls/rules-frozen": {
    status: 409,
    zh: ["公告后规则不可更改", "投票现为 {state}；规则自公告起冻结，如需更改请取消后另行发起。"],
    en: [
      "The rules are frozen from notice on",
      "The poll is {state}. Cancel it and draft another if its rules must change.",
    ],
  },
  "polls/roll-frozen": {
    status: 409,
    zh: ["名册已冻结", "投票现为 {state}；异议期结束后不可再增减名册。"],
    en: ["The roll is frozen", "The poll is {state}; nobody is added or removed once corrections have ended."],
    pinned: true,
  },
  "polls/roll-unfinished": {
    status: 409,
    zh: ["名册正在生成", "名册尚未生成完毕，请稍后再试。"],
    en: ["The roll is being made", "The roll is not complete yet; try again shortly."],
  },
  "polls/wrong-state": {
    status: 409,
    zh: ["投票状态不允许此操作", "投票现为 {state}，此操作需要 {needs}。"],
    en: ["The poll's state does not allow this", "The poll is {state}; this needs {needs}."],
    pinned: true,
  },
  "polls/not-on-roll": {
    status: 403,
    zh: ["不在名册上", "您无权为 {entry} 投票；如名册有误，请在异议期内联系投票工作人员。"],
    en: [
      "Not on the roll",
      "You may not vote for {entry}. If the roll is wrong, tell the poll's officers while it can be corrected.",
    ],
    pinned: true,
  },
  "polls/not-open": {
    status: 409,
    zh: ["投票尚未开始", "投票将于 {opens} 开始。"],
    en: ["Voting has not begun", "Voting opens at {opens}."],
    pinned: true,
  },
  "polls/closed": {
    status: 409,
    zh: ["投票已结束", "投票已于 {until} 结束。"],
    en: ["Voting is over", "Voting closed at {until}."],
    pinned: true,
  },
  "polls/already-cast": {
    status: 409,
    zh: ["已投票", "此投票不可更改，已收到的选票有效。"],
    en: ["Already voted", "This poll's ballots cannot be changed; the one received counts."],
    pinned: true,
  },
  "polls/own-ballot-stands": {
    status: 409,
    zh: ["本人已投票", "本人已亲自投票，代理人不可更改。"],
    en: ["The voter has voted", "The voter's own ballot stands; a proxy cannot replace it."],
    pinned: true,
  },
  "polls/proxy-limit": {
    status: 409,
    zh: ["代理人数已达上限", "每人最多为 {limit} 人代理投票。"],
    en: ["The proxy acts for too many", "One person may vote for at most {limit} others in this poll."],
    pinned: true,
  },
  "polls/channel": {
    status: 409,
    zh: ["不接受此投票方式", "方式 {channel} 未在公告中列出，可用：{channels}。"],
    en: ["Not by this channel", "The notice does not name {channel}; open are {channels}."],
    pinned: true,
  },
  "polls/mode": {
    status: 409,
    zh: ["选票方式不符", "本投票的选票为 {mode}，此操作适用于 {needs}。"],
    en: ["Another kind of ballot", "This poll's ballots are {mode}; this is for {needs}."],
    pinned: true,
  },
  "polls/choice-form": {
    status: 422,
    zh: ["选票格式不符", "本投票的选票应填写 {needs}。"],
    en: ["The ballot has another form", "A ballot of this poll states {needs}."],
    pinned: true,
  },
  "polls/unknown-option": {
    status: 422,
    zh: ["没有此选项", "本投票没有选项 {option}。"],
    en: ["No such option", "This poll has no option {option}."],
    pinned: true,
  },
  "polls/overvote": {
    status: 422,
    zh: ["选择过多", "选票为 {found}，最多 {limit}。"],
    en: ["Too much on the ballot", "The ballot has {found}, at most {limit}."],
    pinned: true,
  },
  "polls/undervote": {
    status: 422,
    zh: ["选择过少", "选票为 {found}，至少 {limit}（空白票除外）。"],
    en: ["Too little on the ballot", "The ballot has {found}, at least {limit} unless it is blank."],
    pinned: true,
  },
  "polls/duplicate-option": {
    status: 422,
    zh: ["选项重复", "选项 {option} 出现多次。"],
    en: ["An option stands twice", "Option {option} stands on the ballot more than once."],
    pinned: true,
  },
  "polls/not-counted": {
    status: 409,
    zh: ["尚未计票", "投票现为 {state}；结束并计票后方可公布。"],
    en: ["Not counted yet", "The poll is {state}; a result is published after closing and counting."],
    pinned: true,
  },
  "polls/no-result": {
    status: 404,
    zh: ["结果尚未公布", "投票现为 {state}；公布后可查询结果。"],
    en: ["No result yet", "The poll is {state}; its result can be read once it is published."],
  },
  "polls/no-tie": {
    status: 409,
    zh: ["没有待裁决的平局", "计票并未等待对平局的答复，或答复与所问不符。"],
    en: ["No such tie to answer", "The count does not wait for an answer, or asks about another tie."],
    pinned: true,
  },
  "polls/objection-answered": {
    status: 409,
    zh: ["异议已答复", "每项异议答复一次。"],
    en: ["The objection has its answer", "An objection is answered once."],
    pinned: true,
  },
  "polls/objections-closed": {
    status: 409,
    zh: ["不在公示期内", "异议应在公示期内提出；投票现为 {state}。"],
    en: ["Not the time for objections", "Objections are made while the result stands published; the poll is {state}."],
    pinned: true,
  },
  "polls/turnout-reached": {
    status: 409,
    zh: ["参与率已达到", "已参与 {voted}，应参与 {entitled}；参与率不足时方可延期。"],
    en: ["Turnout is reached", "{voted} of {entitled} have voted; a poll is extended only while turnout is short."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;

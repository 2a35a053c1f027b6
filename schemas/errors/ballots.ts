/** Refusals of secret ballots. None is kept under a key: what is kept for a known voter would point at a ballot. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals of secret ballots. */
export const ballotErrors = {
  "polls/ballot-received": {
    status: 409,
    zh: ["已收到选票", "本名册条目已投票；如投票规则允许更改，请凭投票时自存的密钥更改。"],
    en: [
      "A ballot was received",
      "This entry of the roll has cast. Where the poll allows changes, replace the ballot by the secret you kept.",
    ],
  },
  "polls/ballot-taken": {
    status: 409,
    zh: ["选票编号已存在", "请重新生成密钥后再投票；您的名册条目尚未投票。"],
    en: ["A ballot of this name exists", "Make a new secret and cast again; your entry of the roll has not cast."],
  },
  "polls/not-changeable": {
    status: 409,
    zh: ["选票不可更改", "本投票的规则不允许更改选票，已收到的选票有效。"],
    en: ["Ballots cannot be changed", "This poll's rules allow no changes; the ballot received counts."],
  },
  "polls/no-ballot": {
    status: 404,
    zh: ["没有此选票", "没有以此命名的选票，请检查密钥或选票编号。"],
    en: ["No such ballot", "No ballot has this name; check the secret or the name."],
  },
  "polls/token-issued": {
    status: 409,
    zh: ["投票凭证已领取", "本名册条目已领取凭证；请用领取时的同一盲化消息重试，或使用已有凭证投票。"],
    en: [
      "The token was taken",
      "This entry of the roll has its token. Send the same blinded message again to get it again, or vote with it.",
    ],
  },
  "polls/bad-blinded": {
    status: 422,
    zh: ["盲化消息无效", "请用本投票的公钥按 RFC 9474 重新盲化。"],
    en: ["Not a blinded message", "Blind a token anew by RFC 9474 under this poll's public key."],
  },
  "polls/token-invalid": {
    status: 403,
    zh: ["投票凭证无效", "凭证的签名不是本投票签发的；请用领取的凭证及其签名投票。"],
    en: [
      "The token is not valid",
      "Its signature is not this poll's; vote with the token and signature that you took.",
    ],
  },
  "polls/token-used": {
    status: 409,
    zh: ["投票凭证已使用", "本投票不允许更改选票，此凭证的选票已收到。"],
    en: ["The token was used", "This poll allows no changes; the ballot of this token was received."],
  },
  "polls/file-too-large": {
    status: 422,
    zh: [
      "文件过大",
      "共 {ballots} 张选票，超过 {most} 张，或此格式的文件超过 {limit} 字节；请换用合并相同选票的 blt 或 cvotes，或下载数据包。",
    ],
    en: [
      "The file would be too large",
      "{ballots} ballots make more than {limit} bytes in this format, or are more than {most}; take blt or cvotes, " +
        "which write equal ballots once, or fetch the bundle, which comes in parts.",
    ],
  },
  "polls/file-faulty": {
    status: 422,
    zh: ["文件有误", "{format} 文件有 {faults} 处错误，第一处在第 {line} 行；请按 errors 逐行改正后重新上传。"],
    en: [
      "The file has faults",
      "The {format} file has {faults} faults, the first on line {line}; put right what `errors` names by line and " +
        "send it again.",
    ],
  },
  "polls/file-format": {
    status: 422,
    zh: ["格式不适用", "{format} 存不下这些选票（{why}）；可用：{fits}。"],
    en: ["The format does not fit", "{format} cannot hold these ballots ({why}); what fits: {fits}."],
  },
  "polls/ballots-sealed": {
    status: 403,
    zh: ["选票已封存", "本投票的选票内容不公开；审计人员可用 /ballot-file/opened，他人可用 /bundle 核对包含证明。"],
    en: [
      "The ballots are sealed",
      "What this poll's ballots say is not public; auditors use /ballot-file/opened, everybody checks /bundle.",
    ],
  },
} as const satisfies Record<string, ErrorEntry>;

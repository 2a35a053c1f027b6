/** Refusals of the residents context. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals of the residents context. */
export const residentsErrors = {
  "residents/unit-shares": {
    status: 400,
    zh: ["产权份额之和不等于一", "共有份额之和为 {sum}，应为 {whole}（万分比）。"],
    en: ["The shares do not make a whole", "They sum to {sum}; they must sum to {whole} basis points."],
  },
  "residents/other-community": {
    status: 409,
    zh: ["不属于同一社区", "{what} {id} 属于其他社区。"],
    en: ["Not of the same community", "The {what} {id} belongs to another community."],
    pinned: true,
  },
  "residents/already-member": {
    status: 409,
    zh: ["已是其他户的成员", "居民 {id} 已属于户 {household}，请先移出。"],
    en: ["A member of another household", "Resident {id} belongs to household {household}; leave it first."],
    pinned: true,
  },
  "residents/household-full": {
    status: 409,
    zh: ["户成员已满", "每户最多 {limit} 人。"],
    en: ["The household is full", "At most {limit} members."],
    pinned: true,
  },
  "residents/erased": {
    status: 409,
    zh: ["该居民资料已删除", "个人资料已按请求删除，只保留匿名账目。"],
    en: [
      "The person's data has been erased",
      "Personal data is gone at the person's request; the anonymous ledger remains.",
    ],
    pinned: true,
  },
  "residents/balance-left": {
    status: 409,
    zh: ["账户尚有余额", "请先用完或转出余额 {balance}（{unit}），或使用 forfeit: true 放弃。"],
    en: ["There is a balance left", "Spend or give away {balance} {unit} first, or send forfeit: true."],
    pinned: true,
  },
  "residents/proxy-invalid": {
    status: 403,
    zh: ["代理关系无效", "没有为 {person} 办理 {scope} 的有效代理，请先由管家登记。"],
    en: ["There is no valid proxy", "No proxy for {person} covers {scope}; have a steward record one."],
  },
  "residents/proxy-minor": {
    status: 409,
    zh: ["代理人未成年", "代理人须年满 {age} 周岁（《民法典》第十七条）。"],
    en: ["The proxy is a minor", "Who acts for another must be {age} or older (Civil Code, article 17)."],
    pinned: true,
  },
  "residents/proxy-beyond-minority": {
    status: 409,
    zh: ["代理期限超过被监护人成年之日", "被监护人将于 {date} 成年，代理期限须在该日之前结束；成年后可另行授权。"],
    en: [
      "The term outlasts the person's minority",
      "The person comes of age on {date}; end the proxy before that day. They may grant a new one themselves.",
    ],
    pinned: true,
  },
  "residents/self-relation": {
    status: 400,
    zh: ["不能与自己建立关系", "请填写两位不同的居民。"],
    en: ["A person has no relation to themselves", "Name two different residents."],
  },
  "residents/roll-header": {
    status: 400,
    zh: ["名册表头不正确", "缺少列 {missing}；多余列 {unknown}。"],
    en: ["The roll's header is not right", "Missing columns: {missing}; unknown columns: {unknown}."],
  },
  "residents/roll-too-long": {
    status: 413,
    zh: ["名册行数过多", "最多 {limit} 行，请拆分后导入。"],
    en: ["The roll has too many rows", "At most {limit} rows; import it in parts."],
  },
  "residents/roll-unfinished": {
    status: 503,
    zh: ["名册尚未导入完", "已处理 {done} / {total} 行；请用同一个键重新发送同一文件，将从中断处继续。"],
    en: [
      "The roll is not finished",
      "{done} of {total} rows are done; send the same file again under the same key to go on from there.",
    ],
  },
  "residents/proxy-unknown": {
    status: 409,
    zh: ["代理人未登记", "{proxy} 既不是本区居民，也没有监护人角色，请先登记。"],
    en: ["The proxy is not known", "{proxy} is neither a resident nor holds the guardian role; record that first."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;

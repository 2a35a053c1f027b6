/**
 * What to do about each thing that can be wrong in a district file, in both languages. The schema goes into every
 * function's bundle and so says it in a few words; whoever checks a file reads these.
 */
import type * as z from "zod";
import { reasonOf } from "../../functions/shared/fields.ts";

/** A reason with its remedy, in the platform's two languages. */
export interface Reason {
  readonly en: string;
  readonly zh: string;
}

type Row = readonly [pattern: RegExp, en: string, zh: string];

/** By the path of a value that has not the form of its kind. */
const FORMS: readonly Row[] = [
  [
    /^jobs\.\w+At$/,
    "never comes; write a local time from 00:00 to 23:59, as HH:MM",
    "没有这个时刻；请写成 00:00 至 23:59 之间的本地时间，格式 HH:MM",
  ],
  [/^aws\.region$/, "no AWS region; write one such as cn-north-1", "不是 AWS 区域；请写成 cn-north-1 这样的名称"],
  [/^aws\.account$/, "no AWS account; write its 12 digits", "不是 AWS 账户；请写 12 位数字"],
  [
    /^(auth\.(issuer|jwksUri)|origins\.\d+)$/,
    "no web address; write one such as https://id.example.org",
    "不是网址；请写成 https://id.example.org 这样的地址",
  ],
  [
    /^timebank\.current$/,
    "no profile's name; write one such as shaoxing@1",
    "不是政策配置的名称；请写成 shaoxing@1 这样的名称",
  ],
];

/** By what the schema says of a rule that is broken; `$1`, `$2` are what it names. */
const RULES: readonly Row[] = [
  [
    /^not an IANA time zone$/,
    "not an IANA time zone; write one such as Asia/Shanghai",
    "不是 IANA 时区；请写成 Asia/Shanghai 这样的名称",
  ],
  [/^one cap a period$/, "two caps for one period; keep one", "同一周期有两个上限；请只保留一个"],
  [
    /^the cap a (\w+) is above the one a (\w+)$/,
    "the cap a $1 is above the one a $2 and would never be reached; lower it or leave it out",
    "$1 的上限高于 $2 的上限，永远不会起作用；请调低或删除",
  ],
  [/^(\S+) stands twice$/, "$1 stands twice; choose another", "$1 重复；请换一个"],
  [
    /^a day is one or the other$/,
    "a day is a holiday and a working day; leave it in one list",
    "同一天既是假日又是工作日；请只保留在一个列表中",
  ],
  [
    /^the district has no unit (\S+)$/,
    "the district has no unit $1; add it to units, or name another",
    "本区没有单位 $1；请在 units 中添加，或换一个",
  ],
  [
    /^the name of a system pool$/,
    "every community has a pool of this name already; choose another",
    "每个社区已有同名的系统资金池；请换一个名称",
  ],
  [
    /^there is no pool (\S+)$/,
    "there is no pool $1; add it to pools, or name another",
    "没有资金池 $1；请在 pools 中添加，或换一个",
  ],
  [
    /^pool (\S+) holds (\S+)$/,
    "pool $1 holds $2; name a pool of the rule's unit",
    "资金池 $1 的单位是 $2；请换一个与规则单位相同的资金池",
  ],
  [
    /^(\d+) caps on one account, at most (\d+)$/,
    "$1 caps on one account, at most $2; take some away",
    "一个账户上有 $1 个上限，最多 $2 个；请减少",
  ],
  [
    /^a version is given twice$/,
    "a version is given twice; give the newer one the next number",
    "版本重复；请给较新的一个下一个编号",
  ],
  [/^one of (.*)$/, "is none of those in the file; write one of $1", "文件中没有这一个；请从 $1 中选择"],
  [
    /^a time bank needs the unit minutes$/,
    "a time bank needs the unit minutes; add it to units",
    "时间银行需要单位 minutes；请在 units 中添加",
  ],
  [
    /^minutes move by the time bank alone$/,
    "minutes move by the time bank's rules alone; set transferable of the unit minutes to none",
    "分钟只能按时间银行的规则流转；请把单位 minutes 的 transferable 设为 none",
  ],
  [/^a multiple of the unit's step (\d+)$/, "must be a multiple of the unit's step $1", "应为该单位步长 $1 的整数倍"],
  [
    /^needs a pool of minutes with a hard budget$/,
    "is no pool of minutes with a hard budget; add one to pools, or name another",
    "不是有硬预算的 minutes 资金池；请在 pools 中添加，或换一个",
  ],
  [/^another (?:pool )?than (\w+)$/, "is the same as $1; name another pool", "与 $1 相同；请换一个资金池"],
  [
    /^the parts must sum to 10,000$/,
    "the parts must sum to 10,000; change one of them",
    "各部分之和应为 10,000；请修改",
  ],
  [
    /^tiers rise and the last one has upTo null$/,
    "tiers must rise, and the last one must have upTo null; put them in order",
    "各档应递增，最后一档的 upTo 应为 null；请调整顺序",
  ],
  [/^the file's name says (.*)$/, "the file's name says $1; change the one or the other", "文件名是 $1；请改成一致"],
  [
    /^there is no such file; known districts: (.*)$/,
    "there is no such file; known districts: $1",
    "没有这个文件；已有的区：$1",
  ],
];

const UNKNOWN: Reason = { en: "unknown key; correct or remove it", zh: "未知的键；请更正或删除" };

const filled = (row: Row, text: string): Reason => ({
  en: text.replace(row[0], row[1]),
  zh: text.replace(row[0], row[2]),
});

/** The reason and remedy of a rule that the code names in English; as it is where nothing more is to be said. */
export const ruleReason = (message: string): Reason => {
  const row = RULES.find(([pattern]) => pattern.test(message));
  return row ? filled(row, message) : { en: message, zh: message };
};

/** The reason and remedy of an issue of the schema; `missing` where nothing stands at its path. */
export const issueReason = (issue: z.core.$ZodIssue, missing: boolean): Reason => {
  if (issue.code === "unrecognized_keys") return UNKNOWN;
  const path = issue.path.join(".");
  const form = issue.code === "invalid_format" ? FORMS.find(([pattern]) => pattern.test(path)) : undefined;
  if (form) return { en: form[1], zh: form[2] };
  if (issue.code === "custom") {
    const en = reasonOf(issue, missing, "en");
    const known = ruleReason(en);
    return known.zh === en ? { en, zh: reasonOf(issue, missing, "zh-CN") } : known;
  }
  return { en: reasonOf(issue, missing, "en"), zh: reasonOf(issue, missing, "zh-CN") };
};

/** Minutes to be read aloud and filed: what was asked, the roll, the turnout, each test with both sides, the result. */
import type * as z from "zod";
import type { Minutes } from "../../../schemas/polls/resources.ts";

type Record = Pick<z.input<typeof Minutes>, "poll" | "rules" | "turnout" | "result">;
type Test = Record["result"]["tests"][number];

/** Names of the tests with the article they come from. */
const TESTS: Readonly<{ [name: string]: readonly [zh: string, en: string] }> = {
  PARTICIPATION_AREA: ["参与表决的面积占三分之二以上", "at least 2/3 of the area takes part"],
  PARTICIPATION_HEADS: ["参与表决的人数占三分之二以上", "at least 2/3 of the heads take part"],
  CONSENT_AREA: ["参与表决面积中同意的", "consent of the area that takes part"],
  CONSENT_HEADS: ["参与表决人数中同意的", "consent of the heads that take part"],
  QUORUM: ["参与人数", "quorum"],
  APPROVAL: ["同意人数", "approval"],
};

const testLine = ({ name, part, whole, left, sign, right, holds }: Test): readonly [string, string] => {
  const [zh, en] = TESTS[name] ?? [name, name];
  const sides = `${part} / ${whole}: ${left} ${sign} ${right}`;
  return [`${zh}：${sides}，${holds ? "成立" : "不成立"}`, `${en}: ${sides}, ${holds ? "holds" : "fails"}`];
};

const outcome = ({ passed, winners, funded }: Record["result"]): readonly [string, string] => {
  const chosen = funded.length > 0 ? funded.map(({ project, amount }) => `${project} (${amount})`) : winners;
  const verdict =
    passed === null ? ["无表决效力", "no verdict"] : passed ? ["通过", "passed"] : ["未通过", "not passed"];
  const names = chosen.length === 0 ? "" : `: ${chosen.join(", ")}`;
  return [`结果：${verdict[0]}${names}`, `Result: ${verdict[1]}${names}`];
};

/** The minutes as text in both languages, a statement a line. */
export const minutesText = ({ poll, rules, turnout, result }: Record): { readonly zh: string; readonly en: string } => {
  const { added, amended, struck } = poll.roll.corrections;
  const law = rules.matter === undefined ? "" : ` (${rules.matter})`;
  const lines: (readonly [string, string])[] = [
    [rules.title.zh, rules.title.en],
    [rules.text, rules.text],
    [`类型：${rules.class}${law}；计票方法：${result.method}`, `Class: ${rules.class}${law}; method: ${result.method}`],
    [
      `公告：${poll.noticedAt ?? "-"}；规则 ${result.rulesHash}`,
      `Notice: ${poll.noticedAt ?? "-"}; rules ${result.rulesHash}`,
    ],
    [
      `名册 ${poll.roll.entries} 条，更正：增 ${added}、改 ${amended}、删 ${struck}；根 ${result.rollRoot}`,
      `Roll: ${poll.roll.entries} entries, corrections: ${added} added, ${amended} amended, ${struck} struck; root ` +
        result.rollRoot,
    ],
    [
      `投票：${rules.openAt} 至 ${poll.closeAt}，延期 ${poll.extensions} 次`,
      `Voting: ${rules.openAt} to ${poll.closeAt}, extended ${poll.extensions} times`,
    ],
    [`参与：${turnout.voted} / ${turnout.entitled}`, `Turnout: ${turnout.voted} / ${turnout.entitled}`],
    ...result.tests.map(testLine),
    ...result.ties.map(({ round, tied, chosen, by }): readonly [string, string] => [
      `第 ${round} 轮平局 ${tied.join("、")}：按 ${by} 取 ${chosen}`,
      `Tie in round ${round} between ${tied.join(", ")}: ${chosen} by ${by}`,
    ]),
    outcome(result),
  ];
  return { zh: lines.map(([zh]) => zh).join("\n"), en: lines.map(([, en]) => en).join("\n") };
};

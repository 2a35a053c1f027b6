/** The minutes: a statement a line, in both languages, with every number that the verdict stands on. */
import { describe, expect, it } from "vitest";
import { minutesText } from "../../../functions/polls/domain/minutes.ts";
import { termsOf } from "./builders.ts";

type Given = Parameters<typeof minutesText>[0];
type Fields = { readonly [part in keyof Given]?: Partial<Given[part]> };

const HASH = "H".repeat(43);
const ROOT = "R".repeat(43);

/** The record of an assembly that passed, but for `fields`. */
const recordOf = (fields: Fields = {}): Given => {
  const rules = { ...termsOf(), ...fields.rules };
  return {
    rules,
    poll: {
      ...rules,
      id: rules.poll,
      state: "published",
      closeAt: "2026-07-22T09:00:00+08:00",
      roll: { built: true, entries: 120, skipped: 0, corrections: { added: 1, amended: 2, struck: 3 } },
      by: "officer-1",
      createdAt: "2026-06-15T04:00:00Z",
      noticedAt: "2026-06-16T04:00:00Z",
      extensions: 1,
      asks: false,
      revision: 9,
      ...fields.poll,
    },
    turnout: {
      poll: rules.poll,
      at: "2026-07-22T02:00:00Z",
      entitled: 120,
      voted: 80,
      buildings: [],
      ...fields.turnout,
    },
    result: {
      poll: rules.poll,
      method: "YES_NO",
      passed: true,
      reason: null,
      tests: [],
      entitled: 120,
      ballots: 80,
      winners: [],
      funded: [],
      ties: [],
      detail: {},
      rulesHash: HASH,
      rollRoot: ROOT,
      resultHash: HASH,
      ...fields.result,
    },
  };
};
const linesOf = (fields: Fields = {}) => {
  const { zh, en } = minutesText(recordOf(fields));
  return { zh: zh.split("\n"), en: en.split("\n") };
};
const last = (fields: Fields) => {
  const { zh, en } = linesOf(fields);
  return [zh.at(-1), en.at(-1)];
};

describe("the minutes of a poll", () => {
  it("say what was asked, notice, roll, voting, turnout and outcome, line by line", () => {
    expect(linesOf()).toEqual({
      zh: [
        "更换门禁",
        "Shall the gates of the estate be replaced?",
        "类型：RESIDENTS_ASSEMBLY；计票方法：YES_NO",
        `公告：2026-06-16T04:00:00Z；规则 ${HASH}`,
        `名册 120 条，更正：增 1、改 2、删 3；根 ${ROOT}`,
        "投票：2026-07-10T09:00:00+08:00 至 2026-07-22T09:00:00+08:00，延期 1 次",
        "参与：80 / 120",
        "结果：通过",
      ],
      en: [
        "New entrance gates",
        "Shall the gates of the estate be replaced?",
        "Class: RESIDENTS_ASSEMBLY; method: YES_NO",
        `Notice: 2026-06-16T04:00:00Z; rules ${HASH}`,
        `Roll: 120 entries, corrections: 1 added, 2 amended, 3 struck; root ${ROOT}`,
        "Voting: 2026-07-10T09:00:00+08:00 to 2026-07-22T09:00:00+08:00, extended 1 times",
        "Turnout: 80 / 120",
        "Result: passed",
      ],
    });
  });

  it("name the item of article 278 that owners decided on", () => {
    const { zh, en } = linesOf({ rules: { class: "OWNERS_SPECIAL", matter: 8 } });
    expect([zh[2], en[2]]).toEqual([
      "类型：OWNERS_SPECIAL (8)；计票方法：YES_NO",
      "Class: OWNERS_SPECIAL (8); method: YES_NO",
    ]);
  });

  it("say so where no notice was given", () => {
    const { zh, en } = linesOf({ poll: { noticedAt: undefined } });
    expect([zh[3], en[3]]).toEqual([`公告：-；规则 ${HASH}`, `Notice: -; rules ${HASH}`]);
  });
});

describe("a test of the verdict", () => {
  it.each([
    ["PARTICIPATION_AREA", "参与表决的面积占三分之二以上", "at least 2/3 of the area takes part"],
    ["PARTICIPATION_HEADS", "参与表决的人数占三分之二以上", "at least 2/3 of the heads take part"],
    ["CONSENT_AREA", "参与表决面积中同意的", "consent of the area that takes part"],
    ["CONSENT_HEADS", "参与表决人数中同意的", "consent of the heads that take part"],
    ["QUORUM", "参与人数", "quorum"],
    ["APPROVAL", "同意人数", "approval"],
    ["SOMETHING_NEW", "SOMETHING_NEW", "SOMETHING_NEW"],
  ])("%s is read aloud with both sides and whether it holds", (name, zh, en) => {
    const test = { name, part: 8, whole: 12, left: 24, sign: ">=" as const, right: 24, holds: true };
    const broken = { ...test, part: 7, left: 21, holds: false };
    const lines = linesOf({ result: { tests: [test, broken] } });
    expect(lines.zh.slice(7, 9)).toEqual([`${zh}：8 / 12: 24 >= 24，成立`, `${zh}：7 / 12: 21 >= 24，不成立`]);
    expect(lines.en.slice(7, 9)).toEqual([`${en}: 8 / 12: 24 >= 24, holds`, `${en}: 7 / 12: 21 >= 24, fails`]);
  });
});

describe("the outcome", () => {
  it.each([
    [{ passed: true }, "结果：通过", "Result: passed"],
    [{ passed: false }, "结果：未通过", "Result: not passed"],
    [{ passed: null }, "结果：无表决效力", "Result: no verdict"],
    [{ passed: true, winners: ["a", "c"] }, "结果：通过: a, c", "Result: passed: a, c"],
    [
      {
        passed: true,
        winners: ["road", "lamp"],
        funded: [
          { project: "road", amount: 60 },
          { project: "lamp", amount: 40 },
        ],
      },
      "结果：通过: road (60), lamp (40)",
      "Result: passed: road (60), lamp (40)",
    ],
  ] as const)("%o", (result, zh, en) => {
    expect(last({ result: result as Partial<Given["result"]> })).toEqual([zh, en]);
  });

  it("tells each tie: between whom, who was taken and by what", () => {
    const tie = { purpose: "ELECT" as const, round: 2, tied: ["a", "b"], chosen: "b", by: "SEEDED" };
    const { zh, en } = linesOf({ result: { ties: [tie], winners: ["b"] } });
    expect(zh.slice(7)).toEqual(["第 2 轮平局 a、b：按 SEEDED 取 b", "结果：通过: b"]);
    expect(en.slice(7)).toEqual(["Tie in round 2 between a, b: b by SEEDED", "Result: passed: b"]);
  });
});

/**
 * Article 278 at each edge, from the rows of a frozen roll as the count has them: area and heads apart, abstentions,
 * co-owners, several units of one owner, the developer's units, nobody at all. One hundredth of a square metre decides.
 */
import { describe, expect, it } from "vitest";
import { packCells } from "../../../functions/polls/domain/choice.ts";
import { outcomeOf, plain } from "../../../functions/polls/domain/count.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { headOf } from "../../../functions/polls/tally/owners.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";

type Answer = "YES" | "NO" | "ABSTAIN" | "WITH_MAJORITY" | null;
/** Head, area in 0.01 m², what was said. */
type Unit = readonly [head: string, area: number, answer: Answer];

const CELLS = ["YES", "NO", "ABSTAIN", "WITH_MAJORITY"];
const rules = (fields: Partial<PollRules>): PollRules =>
  ({
    class: "OWNERS_ORDINARY",
    electorate: { kind: "OWNERS", uses: ["residential"] },
    question: { kind: "YES_NO" },
    quorum: null,
    silentWithMajority: null,
    ...fields,
  }) as PollRules;

const verdict = (units: readonly Unit[], fields: Partial<PollRules> = {}) => {
  const rows = units.map(([head, area, answer]): [string, number] => [
    `${head}|${area}|${answer === null ? "" : packCells([CELLS.indexOf(answer)])}`,
    1,
  ]);
  const voted = units.filter(([, , answer]) => answer !== null).length;
  const settled = outcomeOf(
    rules(fields),
    { units: rows, box: new Box(), entitled: units.length, voted },
    { answers: [] },
  );
  if (!settled.done) throw new Error("no tie in a yes or no");
  return settled.result;
};

const failing = (units: readonly Unit[], special: boolean): string[] =>
  verdict(units, { class: special ? "OWNERS_SPECIAL" : "OWNERS_ORDINARY" })
    .tests.filter(({ holds }) => !holds)
    .map(({ name }) => name);

describe("an edge by area alone", () => {
  it.each([
    [
      "exactly 2/3 of the area takes part",
      [
        ["a", 20_000, "YES"],
        ["b", 1, "YES"],
        ["c", 10_000, null],
      ],
      false,
      [],
    ],
    [
      "0.01 m² less than 2/3",
      [
        ["a", 19_998, "YES"],
        ["b", 1, "YES"],
        ["c", 10_000, null],
      ],
      false,
      ["PARTICIPATION_AREA"],
    ],
    [
      "exactly 3/4 of what takes part consents",
      [
        ["a", 15_000, "YES"],
        ["b", 14_999, "YES"],
        ["c", 1, "YES"],
        ["d", 10_000, "NO"],
      ],
      true,
      [],
    ],
    [
      "0.01 m² less than 3/4",
      [
        ["a", 15_000, "YES"],
        ["b", 14_998, "YES"],
        ["c", 1, "YES"],
        ["d", 10_000, "NO"],
      ],
      true,
      ["CONSENT_AREA"],
    ],
    [
      "exactly 1/2 is not more than 1/2",
      [
        ["a", 5_000, "YES"],
        ["b", 5_000, "YES"],
        ["c", 10_000, "NO"],
      ],
      false,
      ["CONSENT_AREA"],
    ],
    [
      "0.01 m² more than 1/2",
      [
        ["a", 5_000, "YES"],
        ["b", 5_001, "YES"],
        ["c", 10_000, "NO"],
      ],
      false,
      [],
    ],
  ] as const)("%s", (_, units, special, tests) => {
    expect(failing(units as readonly Unit[], special)).toEqual(tests);
  });
});

describe("an edge by heads alone", () => {
  /** One owner of nearly everything, who says yes, beside heads of 1 m². */
  const beside = (...answers: readonly Answer[]): Unit[] => [
    ["big", 1_000_000, "YES"],
    ...answers.map((answer, index): Unit => [`h${index}`, 100, answer]),
  ];
  it.each([
    ["exactly 2/3 of the heads take part", beside("YES", null), false, []],
    ["one head less than 2/3", beside("YES", null, null), false, ["PARTICIPATION_HEADS"]],
    ["exactly 3/4 of the heads consent", beside("YES", "YES", "NO"), true, []],
    ["one head less than 3/4", beside("YES", "NO"), true, ["CONSENT_HEADS"]],
    ["exactly 1/2 of the heads", beside("NO"), false, ["CONSENT_HEADS"]],
    ["one head more than 1/2", beside("YES", "NO"), false, []],
    ["abstentions take part and do not consent", beside("ABSTAIN"), false, ["CONSENT_HEADS"]],
    ["an abstention makes the quorum that silence breaks", beside("YES", "ABSTAIN", null), false, []],
    ["the same in silence", beside("YES", null, null), false, ["PARTICIPATION_HEADS"]],
  ] as const)("%s", (_, units, special, tests) => {
    expect(failing(units, special)).toEqual(tests);
  });
});

describe("heads of the roll", () => {
  const dev = headOf([], true);
  it("co-owners of a unit are one head, and another pair is another", () => {
    const [pair, other] = [headOf(["ann", "bo"]), headOf(["ann", "cy"])];
    expect(
      verdict([
        [pair, 100, "YES"],
        [other, 100, "YES"],
      ]).tests[1],
    ).toMatchObject({ part: 2, whole: 2 });
  });

  it("several units of one owner are one head with all their area", () => {
    const ann = headOf(["ann"]);
    const { tests } = verdict([
      [ann, 100, "YES"],
      [ann, 200, "YES"],
      ["bo", 50, null],
    ]);
    expect(tests.map(({ part, whole }) => [part, whole])).toEqual([
      [300, 350],
      [1, 2],
      [300, 300],
      [1, 1],
    ]);
  });

  it("the developer's unsold units are one head, silent or not", () => {
    const silent = verdict([
      [dev, 500, null],
      [dev, 500, null],
      ["ann", 1_000, "YES"],
      ["bo", 1_000, "YES"],
    ]);
    expect(silent.tests.map(({ part, whole }) => [part, whole])).toEqual([
      [2_000, 3_000],
      [2, 3],
      [2_000, 2_000],
      [2, 2],
    ]);
    expect(silent.passed).toBe(true);
    const against = verdict([
      [dev, 500, "NO"],
      [dev, 500, "NO"],
      ["ann", 1_000, "YES"],
      ["bo", 1_000, "YES"],
    ]);
    expect(against.tests[3]).toMatchObject({ part: 2, whole: 3 });
  });

  it("a head whose units were voted differently takes part as one and consents by area only", () => {
    const ann = headOf(["ann"]);
    const split = verdict([
      [ann, 100, "YES"],
      [ann, 300, "NO"],
      ["bo", 600, "YES"],
    ]);
    expect(split.tests.map(({ part, whole }) => [part, whole])).toEqual([
      [1_000, 1_000],
      [2, 2],
      [700, 1_000],
      [1, 2],
    ]);
    expect(split).toMatchObject({ passed: false, detail: { splitHeads: 1 } });
  });

  it("without owners nothing is decided, though 0 >= 0 holds", () => {
    expect(verdict([])).toMatchObject({ passed: false, reason: "EMPTY_ROLL" });
    expect(verdict([[dev, 1_000, null]])).toMatchObject({ passed: false, reason: null });
  });
});

describe("随多数", () => {
  const lead: Unit[] = [
    ["a", 300, "YES"],
    ["b", 300, "YES"],
    ["c", 100, "NO"],
    ["d", 50, "WITH_MAJORITY"],
    ["e", 50, null],
  ];
  it("follows a side that leads by area and by heads", () => {
    expect(verdict(lead).tests[2]).toMatchObject({ part: 650, whole: 750 });
  });

  it("follows nobody where area and heads point to different sides, and takes part all the same", () => {
    const apart: Unit[] = [
      ["a", 900, "YES"],
      ["b", 100, "NO"],
      ["c", 100, "NO"],
      ["d", 50, "WITH_MAJORITY"],
    ];
    expect(verdict(apart).tests.map(({ part }) => part)).toEqual([1_150, 4, 900, 1]);
  });

  it("takes the silent along only where the district names the rule of the place", () => {
    expect(verdict(lead).tests[0]).toMatchObject({ part: 750, whole: 800 });
    const silentWithMajority = { basis: "rules of procedure of the estate, article 12" };
    expect(verdict(lead, { silentWithMajority }).tests.map(({ part }) => part)).toEqual([800, 5, 700, 4]);
  });
});

describe("a quorum of the poll's own", () => {
  it("stands beside the law's tests and fails the poll where it is missed", () => {
    const units: Unit[] = [
      ["a", 100, "YES"],
      ["b", 100, "YES"],
      ["c", 100, null],
    ];
    const quorum = { num: 3, den: 4, strict: false };
    expect(verdict(units).passed).toBe(true);
    expect(verdict(units, { quorum })).toMatchObject({
      passed: false,
      tests: [{}, {}, {}, {}, { name: "QUORUM", holds: false }],
    });
  });
});

it("an account of a count is plain JSON: fractions and large integers as text", () => {
  const account = {
    price: { num: 20_000n, den: 3n },
    whole: { num: 4n, den: 1n },
    votes: 2n ** 70n,
    paths: Uint32Array.of(1, 2),
  };
  expect(plain(account)).toEqual({ price: "20000/3", whole: "4", votes: "1180591620717411303424", paths: [1, 2] });
});

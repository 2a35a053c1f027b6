/** What a ballot may say by the question and method, and the short row of numbers as which it is kept. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Cast,
  castOf,
  choiceOf,
  formOf,
  optionIds,
  packCells,
  unpackCells,
} from "../../../functions/polls/domain/choice.ts";
import { NEXT_RANK } from "../../../functions/polls/tally/ballot.ts";
import type { Choice, Question } from "../../../schemas/polls/question.ts";
import { budgetBy, choiceBy } from "./builders.ts";

const yesNo: Question = { kind: "YES_NO" };
const plurality = choiceBy({ method: "PLURALITY" });
const approval = choiceBy({ method: "APPROVAL" });
const score = choiceBy({ method: "SCORE", rules: { max: 5 } });
const borda = choiceBy({ method: "BORDA" });
const irv = choiceBy({ method: "IRV" });
const stv = choiceBy({ method: "STV" });
const budget = budgetBy({ method: "GREEDY", skip: true });
const cumulative = (rules: object = {}) => choiceBy({ method: "CUMULATIVE", rules: { points: 10, ...rules } });

const cast = (question: Question, choice: Choice, owners = false): Cast => castOf(question, choice, owners);
const refused = (code: string, params: object) => ({ refusals: [{ code, params }] });
const over = (found: number, limit: number) => refused("polls/overvote", { found, limit });
const under = (found: number, limit: number) => refused("polls/undervote", { found, limit });

describe("what a ballot states", () => {
  it.each([
    ["an answer to yes or no", yesNo, "answer"],
    ["projects of a budget", budget, "options"],
    ["an option by plurality", plurality, "options"],
    ["options by approval", approval, "options"],
    ["points by score", score, "points"],
    ["points by cumulative voting", cumulative(), "points"],
    ["ranks by Borda", borda, "ranks"],
    ["ranks by Schulze", choiceBy({ method: "SCHULZE", unranked: "LAST", by: "MARGINS" }), "ranks"],
    ["ranks by instant runoff", irv, "ranks"],
    ["ranks by the transferable vote", stv, "ranks"],
  ] as const)("is %s", (_, question, form) => {
    expect(formOf(question)).toBe(form);
  });

  it("names options by their ids, in list order", () => {
    expect(optionIds(yesNo)).toEqual(["YES", "NO", "ABSTAIN", "WITH_MAJORITY"]);
    expect(optionIds(borda)).toEqual(["a", "b", "c", "d"]);
    expect(optionIds(budget)).toEqual(["road", "park", "lamp"]);
  });

  it.each([
    [yesNo, "answer", [{ options: [] }, { points: [] }, { ranks: [] }]],
    [plurality, "options", [{ answer: "YES" }, { points: [] }, { ranks: [] }]],
    [budget, "options", [{ answer: "YES" }, { points: [] }, { ranks: [] }]],
    [score, "points", [{ answer: "YES" }, { options: [] }, { ranks: [] }]],
    [borda, "ranks", [{ answer: "YES" }, { options: [] }, { points: [] }]],
  ] as const)(
    "in another form than the question's is refused, with the form that it needs",
    (question, needs, others) => {
      for (const other of others)
        expect(cast(question, other as Choice)).toEqual(refused("polls/choice-form", { needs }));
    },
  );
});

describe("an answer", () => {
  it.each([
    ["YES", 0],
    ["NO", 1],
    ["ABSTAIN", 2],
  ] as const)("%s is anybody's", (answer, cell) => {
    expect(cast(yesNo, { answer })).toEqual({ cells: [cell] });
  });

  it("with the majority is for owners only", () => {
    expect(cast(yesNo, { answer: "WITH_MAJORITY" }, true)).toEqual({ cells: [3] });
    expect(cast(yesNo, { answer: "WITH_MAJORITY" })).toEqual(
      refused("polls/unknown-option", { option: "WITH_MAJORITY" }),
    );
    expect(cast(yesNo, { answer: "YES" }, true)).toEqual({ cells: [0] });
  });
});

describe("options", () => {
  it.each([
    ["plurality: one", plurality, ["c"], { cells: [2] }],
    ["plurality: a blank ballot", plurality, [], { cells: [] }],
    ["plurality: two are an overvote", plurality, ["a", "b"], over(2, 1)],
    ["approval: any number, kept in list order", approval, ["d", "a", "b", "c"], { cells: [0, 1, 2, 3] }],
    [
      "approval: an option that is not the poll's",
      approval,
      ["a", "x"],
      refused("polls/unknown-option", { option: "x" }),
    ],
    ["approval: one named twice", approval, ["a", "b", "a"], refused("polls/duplicate-option", { option: "a" })],
    ["budget: all projects unless it says otherwise", budget, ["lamp", "road", "park"], { cells: [0, 1, 2] }],
  ] as const)("%s", (_, question, options, outcome) => {
    expect(cast(question, { options: [...options] })).toEqual(outcome);
  });

  const limits = { min: 2, max: 3 };
  const limited = [
    ["approval", choiceBy({ method: "APPROVAL", rules: limits }, {}), ["a", "b", "c", "d"]],
    [
      "a budget",
      budgetBy({ method: "PHRAGMEN", skip: true }, { ballot: { min: 2, max: 2 } }),
      ["road", "park", "lamp"],
    ],
  ] as const;
  it.each(limited)("%s with limits: from the least to the most, or blank", (_, question, ids) => {
    const most = ids.length - 1;
    const ballot = (count: number) => cast(question, { options: ids.slice(0, count) });
    expect(ballot(0)).toEqual({ cells: [] });
    expect(ballot(1)).toEqual(under(1, 2));
    expect(ballot(2)).toEqual({ cells: [0, 1] });
    expect(ballot(most)).toEqual({ cells: ids.slice(0, most).map((_id, at) => at) });
    expect(ballot(most + 1)).toEqual(over(most + 1, most));
  });

  it("all that is wrong is said at once", () => {
    expect(cast(plurality, { options: ["x", "a"] })).toEqual({
      refusals: [
        { code: "polls/unknown-option", params: { option: "x" } },
        { code: "polls/overvote", params: { found: 2, limit: 1 } },
      ],
    });
  });
});

describe("points", () => {
  const given = (...all: readonly (readonly [string, number])[]): Choice => ({
    points: all.map(([option, points]) => ({ option, points })),
  });

  it.each([
    [
      "score: nought to the most for each, a nought is an opinion",
      score,
      given(["b", 5], ["a", 0]),
      { cells: [0, 0, 1, 5] },
    ],
    ["score: each by itself, not together", score, given(["a", 5], ["b", 5], ["c", 5]), { cells: [0, 5, 1, 5, 2, 5] }],
    ["score: one above the most", score, given(["a", 1], ["b", 6]), over(6, 5)],
    ["score: blank", score, given(), { cells: [] }],
    ["cumulative: all on one", cumulative(), given(["a", 10]), { cells: [0, 10] }],
    ["cumulative: less than all", cumulative(), given(["d", 3], ["b", 6]), { cells: [1, 6, 3, 3] }],
    ["cumulative: blank, also where all must be spent", cumulative({ spendAll: true }), given(), { cells: [] }],
    ["cumulative: more than there are together", cumulative(), given(["a", 6], ["b", 5]), over(11, 10)],
    [
      "cumulative: up to the most for one",
      cumulative({ maxEach: 4 }),
      given(["a", 4], ["b", 4]),
      { cells: [0, 4, 1, 4] },
    ],
    ["cumulative: above the most for one", cumulative({ maxEach: 4 }), given(["a", 5]), over(5, 4)],
    [
      "cumulative: all spent as asked",
      cumulative({ spendAll: true }),
      given(["a", 4], ["b", 6]),
      { cells: [0, 4, 1, 6] },
    ],
    ["cumulative: noughts alone are not all spent", cumulative({ spendAll: true }), given(["a", 0]), under(0, 10)],
    ["cumulative: noughts alone, where less may be spent", cumulative(), given(["a", 0]), { cells: [0, 0] }],
    ["cumulative: not all spent as asked", cumulative({ spendAll: true }), given(["a", 9]), under(9, 10)],
    ["an option that is not the poll's", score, given(["x", 1]), refused("polls/unknown-option", { option: "x" })],
    ["an option twice", score, given(["a", 1], ["a", 2]), refused("polls/duplicate-option", { option: "a" })],
  ] as const)("%s", (_, question, choice, outcome) => {
    expect(cast(question, choice)).toEqual(outcome);
  });
});

describe("ranks", () => {
  it.each([
    ["one a rank", borda, [["c"], ["a"]], { cells: [2, NEXT_RANK, 0] }],
    ["several in a rank, in list order", borda, [["c", "b"], ["a"]], { cells: [1, 2, NEXT_RANK, 0] }],
    ["empty ranks are closed up", borda, [[], ["b"], [], ["a"], []], { cells: [1, NEXT_RANK, 0] }],
    ["a blank ballot", borda, [], { cells: [] }],
    ["nothing but empty ranks is blank", borda, [[], []], { cells: [] }],
    ["a stranger", borda, [["a"], ["x"]], refused("polls/unknown-option", { option: "x" })],
    ["one in two ranks", borda, [["a"], ["b", "a"]], refused("polls/duplicate-option", { option: "a" })],
    ["instant runoff: one a rank", irv, [["d"], ["a"]], { cells: [3, NEXT_RANK, 0] }],
    ["instant runoff: a ballot goes to one only", irv, [["a"], ["b", "c", "d"], []], over(3, 1)],
    ["transferable vote: the same", stv, [["a", "b"]], over(2, 1)],
  ] as const)("%s", (_, question, ranks, outcome) => {
    expect(cast(question, { ranks: ranks.map((rank) => [...rank]) })).toEqual(outcome);
  });
});

describe("a ballot as it is kept", () => {
  it("is base64url of numbers of 16 bits, most significant byte first", () => {
    expect(packCells([1, 0xff00, 258])).toBe(Buffer.from([0, 1, 255, 0, 1, 2]).toString("base64url"));
    expect(packCells([])).toBe("");
  });

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 50 }), (cells) => {
        expect(unpackCells(packCells(cells))).toEqual(cells);
      }),
    );
  });

  it.each([
    ["an answer", yesNo, { answer: "WITH_MAJORITY" }],
    ["options", approval, { options: ["b", "d"] }],
    ["projects", budget, { options: ["road", "lamp"] }],
    [
      "points",
      score,
      {
        points: [
          { option: "a", points: 0 },
          { option: "c", points: 5 },
        ],
      },
    ],
    ["ranks", borda, { ranks: [["c"], ["a", "b"]] }],
    ["a blank ballot", borda, { ranks: [] }],
  ] as const)("says what was cast: %s", (_, question, choice) => {
    const kept = castOf(question, choice as unknown as Choice, true);
    if (!("cells" in kept)) throw new Error("refused");
    expect(choiceOf(question, packCells(kept.cells))).toEqual(choice);
  });
});

/**
 * From ballots to a poll's result: quorum, verdict and choice by class and method, ties that wait, and the account in
 * ids instead of positions. Article 278 at its edges is in verdict.test.ts, money in outcome-budget.test.ts.
 */
import { describe, expect, it } from "vitest";
import { packCells } from "../../../functions/polls/domain/choice.ts";
import { plain, type Votes } from "../../../functions/polls/domain/count.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import { choices, points, rankings } from "../../support/elections.ts";
import { choiceBy, half, result, settled, votesOf } from "./builders.ts";

describe("yes or no by heads", () => {
  /** Answers in the order of the ballot: yes, no, abstain. */
  const heads = (yes: number, no: number, abstain: number) =>
    choices(Object.fromEntries(Object.entries({ A: yes, B: no, C: abstain }).filter(([, count]) => count > 0)));

  it("of an assembly shows quorum and approval with both sides", () => {
    expect(result({}, votesOf(heads(4, 1, 1)))).toEqual({
      method: "YES_NO",
      passed: true,
      reason: null,
      tests: [
        { name: "QUORUM", part: 6, whole: 10, left: 12, sign: ">", right: 10, holds: true },
        { name: "APPROVAL", part: 4, whole: 6, left: 8, sign: ">", right: 6, holds: true },
      ],
      entitled: 10,
      ballots: 6,
      winners: [],
      funded: [],
      ties: [],
      detail: { heads: { entitled: 10, yes: 4, no: 1, abstain: 1 } },
    });
  });

  it.each([
    ["half of the assembly is no quorum", {}, heads(5, 1, 0), 12, false],
    ["half of those attending is no approval", {}, heads(3, 2, 1), 10, false],
    [
      "a quorum of the poll's own is asked beside the law's",
      { quorum: { num: 3, den: 4, strict: false } },
      heads(7, 0, 0),
      10,
      false,
    ],
    ["and may be reached", { quorum: { num: 3, den: 4, strict: false } }, heads(6, 2, 0), 10, true],
    ["a service needs no quorum unless it sets one", { class: "SERVICE_CHOICE" }, heads(2, 1, 0), 10, true],
    ["more than half of those who take part, abstentions too", { class: "SERVICE_CHOICE" }, heads(2, 1, 1), 10, false],
    ["its own quorum", { class: "SERVICE_CHOICE", quorum: half }, heads(4, 0, 0), 10, false],
    ["its own quorum reached", { class: "SERVICE_CHOICE", quorum: half }, heads(5, 0, 0), 10, true],
  ] as const)("%s", (_, rules, box, entitled, passed) => {
    expect(result(rules as Partial<PollRules>, votesOf(box, { entitled })).passed).toBe(passed);
  });

  it("asks a service's own quorum once, an assembly's beside the law's", () => {
    const names = (rules: Partial<PollRules>) =>
      result({ ...rules, quorum: half }, votesOf(heads(6, 0, 0))).tests.map(({ name }) => name);
    expect(names({ class: "SERVICE_CHOICE" })).toEqual(["QUORUM", "APPROVAL"]);
    expect(names({})).toEqual(["QUORUM", "APPROVAL", "QUORUM"]);
  });

  it("of an opinion has no effect, whatever it says", () => {
    expect(result({ class: "OPINION" }, votesOf(heads(9, 0, 0)))).toMatchObject({ passed: null, ballots: 9 });
    expect(result({ class: "OPINION" }, votesOf(heads(0, 9, 0)))).toMatchObject({ passed: null });
  });

  it("a token that was taken and not used is no vote", () => {
    const rules: Partial<PollRules> = {
      class: "SERVICE_CHOICE",
      question: choiceBy({ method: "PLURALITY" }),
      quorum: half,
    };
    const { tests, passed } = result(rules, votesOf(choices({ A: 4 }), { voted: 5 }));
    expect(tests).toEqual([{ name: "QUORUM", part: 4, whole: 10, left: 8, sign: ">=", right: 10, holds: false }]);
    expect(passed).toBe(false);
  });
});

describe("owners", () => {
  const yes = packCells([0]);
  const rules: Partial<PollRules> = { class: "OWNERS_ORDINARY", electorate: { kind: "OWNERS", uses: ["residential"] } };
  const rows: Votes["units"] = [
    [`ann|100|${yes}`, 2],
    [`bo|300|${packCells([1])}`, 1],
    [`bo|300|${packCells([2])}`, 1],
    ["cy|50|", 1],
  ];
  const votes: Votes = { units: rows, box: new Box(), entitled: 5, voted: 4 };

  it("are counted by unit and head from rows and how often each occurs, without a name in the account", () => {
    const found = result({ ...rules, quorum: half }, votes);
    expect(found).toEqual({
      method: "OWNERS_ORDINARY",
      passed: false,
      reason: null,
      tests: [
        { name: "PARTICIPATION_AREA", part: 800, whole: 850, left: 2_400, sign: ">=", right: 1_700, holds: true },
        { name: "PARTICIPATION_HEADS", part: 2, whole: 3, left: 6, sign: ">=", right: 6, holds: true },
        { name: "CONSENT_AREA", part: 200, whole: 800, left: 400, sign: ">", right: 800, holds: false },
        { name: "CONSENT_HEADS", part: 1, whole: 2, left: 2, sign: ">", right: 2, holds: false },
        { name: "QUORUM", part: 4, whole: 5, left: 8, sign: ">=", right: 5, holds: true },
      ],
      entitled: 5,
      ballots: 4,
      winners: [],
      funded: [],
      ties: [],
      detail: {
        total: { area: 850, heads: 3 },
        voted: { area: 800, heads: 2 },
        marked: {
          YES: { area: 200, heads: 1 },
          NO: { area: 300, heads: 0 },
          ABSTAIN: { area: 300, heads: 1 },
          WITH_MAJORITY: { area: 0, heads: 0 },
        },
        majority: null,
        yes: { area: 200, heads: 1 },
        splitHeads: 1,
      },
    });
  });

  it("pass with all of the law's tests and the poll's own quorum", () => {
    const units: Votes["units"] = [[`ann|100|${yes}`, 4]];
    expect(result({ ...rules, quorum: half }, { ...votes, units }).passed).toBe(true);
    expect(result({ ...rules, quorum: half }, { ...votes, units, voted: 2 }).passed).toBe(false);
  });

  it("decide special matters under their own name and threshold", () => {
    const found = result({ ...rules, class: "OWNERS_SPECIAL" }, votes);
    expect([found.method, found.tests[2]?.sign, found.tests[2]?.left]).toEqual(["OWNERS_SPECIAL", ">=", 800]);
  });
});

describe("a choice", () => {
  const asked = (
    method: Parameters<typeof choiceBy>[0],
    more: Parameters<typeof choiceBy>[1] = {},
  ): Partial<PollRules> => ({
    class: "SERVICE_CHOICE",
    question: choiceBy(method, more),
  });

  it("tells options and scores by id, and passes with a winner", () => {
    expect(result(asked({ method: "PLURALITY" }), votesOf(choices({ A: 2, C: 3, "": 1 })))).toEqual({
      method: "PLURALITY",
      passed: true,
      reason: null,
      tests: [],
      entitled: 10,
      ballots: 6,
      winners: ["c"],
      funded: [],
      ties: [],
      detail: {
        options: ["a", "b", "c", "d"],
        tiers: [[2], [0], [1, 3]],
        scores: [2, 0, 3, 0],
        scale: 1,
        valid: 6,
        blank: 1,
        invalid: { OVERVOTE: 0, UNDERVOTE: 0, OUT_OF_RANGE: 0 },
      },
    });
  });

  it.each([
    ["nobody voted: nobody wins", {}, new Box(), 10, { passed: false, reason: "NOBODY_VOTED", winners: [] }],
    ["nobody was entitled", {}, new Box(), 0, { passed: false, reason: "EMPTY_ROLL", winners: [] }],
    [
      "an empty roll decides nothing, whatever ballots say",
      {},
      choices({ A: 4 }),
      0,
      { passed: false, reason: "EMPTY_ROLL" },
    ],
    ["the quorum is missed", { quorum: half }, choices({ A: 4 }), 10, { passed: false, reason: null, winners: ["a"] }],
    ["the quorum is reached", { quorum: half }, choices({ A: 5 }), 10, { passed: true, reason: null, winners: ["a"] }],
    ["an opinion decides nothing", { class: "OPINION" }, choices({ A: 5 }), 10, { passed: null, winners: ["a"] }],
  ] as const)("%s", (_, rules, box, entitled, found) => {
    const fields = { ...asked({ method: "PLURALITY" }), ...rules } as Partial<PollRules>;
    expect(result(fields, votesOf(box, { entitled }))).toMatchObject(found);
  });

  it("fills as many seats as it has, by the rules of its method", () => {
    const two = asked({ method: "SCORE", rules: { max: 5 } }, { seats: 2 });
    const box = points([
      [{ A: 5, B: 4 }, 1],
      [{ C: 6 }, 9],
    ]);
    expect(result(two, votesOf(box))).toMatchObject({ winners: ["a", "b"], detail: { invalid: { OUT_OF_RANGE: 9 } } });
  });

  it("shows large integers of a count as text and its tables as lists", () => {
    const { detail } = result(asked({ method: "IRV" }), votesOf(rankings({ "A>B": 3, B: 2 })));
    expect(detail).toMatchObject({ options: ["a", "b", "c", "d"], unit: "10000", rounds: [{ threshold: "30000" }] });
    const duels = result(asked({ method: "COPELAND", unranked: "LAST" }), votesOf(rankings({ "A>B>C>D": 3 })));
    expect(duels.detail).toMatchObject({
      scores: [3, 1, -1, -3],
      table: { beats: [0, 3, 3, 3, 0, 0, 3, 3, 0, 0, 0, 3, 0, 0, 0, 0] },
    });
  });
});

describe("a tie", () => {
  const tied = votesOf(choices({ B: 3, D: 3, A: 1 }));
  const asked = (ties: Parameters<typeof choiceBy>[1]): Partial<PollRules> => ({
    class: "SERVICE_CHOICE",
    question: choiceBy({ method: "PLURALITY" }, ties),
  });
  const question = { purpose: "ELECT", round: 1, tied: [1, 3] } as const;
  const broken = (chosen: string, by: string) => ({
    winners: [chosen],
    ties: [{ purpose: "ELECT", round: 1, tied: ["b", "d"], chosen, by }],
  });

  it("goes by list order where that is declared", () => {
    expect(result(asked({ ties: { by: "CANDIDATE_ORDER" } }), tied)).toMatchObject(broken("b", "CANDIDATE_ORDER"));
  });

  it("waits for the seed of the lots, and falls by it", () => {
    const seeded = asked({ ties: { by: "SEEDED" } });
    expect(settled(seeded, tied)).toEqual({ done: false, question });
    // SHA-256 of `seed-1/d` is 0b3b…, of `seed-1/b` 862b…; of `seed-2/b` 864f…, of `seed-2/d` b74f….
    const lots = (seed: string) => result(seeded, tied, { seed, answers: [] });
    expect(lots("seed-1")).toMatchObject(broken("d", "SEEDED"));
    expect(lots("seed-2")).toMatchObject(broken("b", "SEEDED"));
  });

  it("no officer's answer stands in for lots", () => {
    const answers = [{ ...question, chosen: 3 }];
    expect(settled(asked({ ties: { by: "SEEDED" } }), tied, { answers })).toEqual({ done: false, question });
  });

  it("waits for the officer's answer where that is declared, and a seed is none", () => {
    const ask = asked({ ties: { by: "ASK" } });
    expect(settled(ask, tied, { seed: "seed-1", answers: [] })).toEqual({ done: false, question });
    expect(result(ask, tied, { answers: [{ ...question, chosen: 3 }] })).toMatchObject(broken("d", "ASK"));
  });

  it.each([
    ["CANDIDATE_ORDER", {}],
    ["SEEDED", { seed: "seed-2" }],
    ["ASK", {}],
  ] as const)("looks at earlier rounds first where that is declared, whatever the last word: %s", (by, given) => {
    // After d leaves, b and c have 5 each; in round 1 b had 4 and c 3.
    const votes = votesOf(rankings({ A: 7, B: 4, C: 3, "D>C": 2, "D>B": 1 }), { entitled: 20 });
    const question = choiceBy({ method: "IRV" }, { ties: { by, previousRounds: true } });
    const answers = [{ purpose: "ELIMINATE" as const, round: 1, tied: [2, 3], chosen: 3 }];
    const { ties } = result({ class: "SERVICE_CHOICE", question }, votes, { ...given, answers });
    const second = ties.find(({ round }) => round === 2);
    expect(second).toEqual({ purpose: "ELIMINATE", round: 2, tied: ["b", "c"], chosen: "c", by: "PREVIOUS_ROUND" });
  });

  it("does not where it is declared otherwise", () => {
    const votes = votesOf(rankings({ A: 7, B: 4, C: 3, "D>C": 2, "D>B": 1 }), { entitled: 20 });
    for (const ties of [{ by: "CANDIDATE_ORDER" }, { by: "CANDIDATE_ORDER", previousRounds: false }] as const) {
      const found = result({ class: "SERVICE_CHOICE", question: choiceBy({ method: "IRV" }, { ties }) }, votes);
      expect(found.ties.map(({ by }) => by)).not.toContain("PREVIOUS_ROUND");
    }
  });
});

describe("an account", () => {
  it("is plain JSON: what has no value is left out, nothing else", () => {
    const account = {
      none: null,
      out: undefined,
      flag: false,
      text: "",
      list: [1n, { num: 2n, den: 4n }],
      num: 1,
      den: 2,
    };
    expect(plain(account)).toEqual({ none: null, flag: false, text: "", list: ["1", "2/4"], num: 1, den: 2 });
    expect(Object.keys(plain({ out: undefined }) as object)).toEqual([]);
    expect(plain({ num: 1n, other: 2 })).toEqual({ num: "1", other: 2 });
    expect(plain({ den: 1n })).toEqual({ den: "1" });
  });
});

/** Thresholds as exact integers with both sides shown; verdicts by heads and by owners, each member of them. */
import { describe, expect, it } from "vitest";
import { type HeadRules, headVerdict, RESIDENTS_ASSEMBLY } from "../../../functions/polls/tally/assembly.ts";
import { inequality } from "../../../functions/polls/tally/inequality.ts";
import { type OwnersChoice, ownersVerdict } from "../../../functions/polls/tally/owners.ts";

const half = { num: 1, den: 2, strict: false };

describe("a threshold", () => {
  it("shows den times the part on the left and num times the whole on the right", () => {
    const more = { num: 2, den: 3, strict: true };
    expect(inequality("X", 7, 10, more)).toEqual({
      name: "X",
      part: 7,
      whole: 10,
      left: 21,
      sign: ">",
      right: 20,
      holds: true,
    });
    expect(inequality("X", 4, 6, more)).toEqual({
      name: "X",
      part: 4,
      whole: 6,
      left: 12,
      sign: ">",
      right: 12,
      holds: false,
    });
    expect(inequality("X", 4, 6, { ...more, strict: false })).toEqual({
      name: "X",
      part: 4,
      whole: 6,
      left: 12,
      sign: ">=",
      right: 12,
      holds: true,
    });
  });

  it.each([
    [-1, 5],
    [1, -5],
    [0.5, 5],
    [1, 2 ** 53],
    [2 ** 52, 2 ** 52],
  ])("of %d in %d is no exact count", (part, whole) => {
    expect(() => inequality("X", part, whole, half)).toThrow(RangeError);
  });
});

describe("a verdict by heads", () => {
  const count = { entitled: 10, yes: 3, no: 2, abstain: 4 };
  const by = (rules: Partial<HeadRules>) =>
    headVerdict(count, { quorum: null, approval: half, base: "PARTICIPANTS", ...rules });
  const approval = (whole: number, holds: boolean) => ({
    passed: holds,
    reason: null,
    tests: [{ name: "APPROVAL", part: 3, whole, left: 6, sign: ">=", right: whole, holds }],
  });

  it("asks approval of those who take part, of those who say yes or no, or of all entitled", () => {
    expect(by({})).toEqual(approval(9, false));
    expect(by({ base: "YES_AND_NO" })).toEqual(approval(5, true));
    expect(by({ base: "ENTITLED" })).toEqual(approval(10, false));
  });

  it("of the residents' assembly has quorum and approval, both more than half, unless told otherwise", () => {
    const found = headVerdict({ entitled: 10, yes: 4, no: 1, abstain: 1 });
    expect(found).toEqual({
      passed: true,
      reason: null,
      tests: [
        { name: "QUORUM", part: 6, whole: 10, left: 12, sign: ">", right: 10, holds: true },
        { name: "APPROVAL", part: 4, whole: 6, left: 8, sign: ">", right: 6, holds: true },
      ],
    });
    expect(headVerdict({ entitled: 10, yes: 4, no: 1, abstain: 1 }, RESIDENTS_ASSEMBLY)).toEqual(found);
  });

  it("says why it decides nothing: nobody entitled, nobody who voted", () => {
    const nobody = { entitled: 0, yes: 0, no: 0, abstain: 0 };
    expect(headVerdict(nobody)).toMatchObject({ passed: false, reason: "EMPTY_ROLL" });
    expect(headVerdict({ ...nobody, entitled: 4 })).toMatchObject({ passed: false, reason: "NOBODY_VOTED" });
    const abstained = { entitled: 4, yes: 0, no: 0, abstain: 4 };
    const ofYesAndNo = { quorum: null, approval: half, base: "YES_AND_NO" as const };
    expect(headVerdict(abstained, ofYesAndNo)).toMatchObject({ passed: false, reason: "NOBODY_VOTED" });
  });

  it("takes as many votes as are entitled and not one more", () => {
    expect(headVerdict({ entitled: 3, yes: 1, no: 1, abstain: 1 }).tests[0]).toMatchObject({ part: 3, whole: 3 });
    for (const one of ["yes", "no", "abstain"] as const) {
      expect(() => headVerdict({ entitled: 2, yes: 1, no: 1, abstain: 1, [one]: 2 })).toThrow(RangeError);
    }
  });
});

describe("a verdict of owners", () => {
  const unit = (head: string, area: number, choice: OwnersChoice | null) => ({ unit: head, head, area, choice });
  const none = { area: 0, heads: 0 };

  it("tells weights as marked, who follows whom, and what came to yes", () => {
    const roll = [
      unit("a", 100, "NO"),
      unit("b", 200, "NO"),
      unit("c", 50, "YES"),
      unit("d", 30, "WITH_MAJORITY"),
      unit("e", 20, "ABSTAIN"),
      unit("f", 10, null),
    ];
    expect(ownersVerdict(roll, { matter: "ORDINARY" })).toEqual({
      passed: false,
      reason: null,
      tests: [
        { name: "PARTICIPATION_AREA", part: 400, whole: 410, left: 1_200, sign: ">=", right: 820, holds: true },
        { name: "PARTICIPATION_HEADS", part: 5, whole: 6, left: 15, sign: ">=", right: 12, holds: true },
        { name: "CONSENT_AREA", part: 50, whole: 400, left: 100, sign: ">", right: 400, holds: false },
        { name: "CONSENT_HEADS", part: 1, whole: 5, left: 2, sign: ">", right: 5, holds: false },
      ],
      total: { area: 410, heads: 6 },
      voted: { area: 400, heads: 5 },
      marked: {
        YES: { area: 50, heads: 1 },
        NO: { area: 300, heads: 2 },
        ABSTAIN: { area: 20, heads: 1 },
        WITH_MAJORITY: { area: 30, heads: 1 },
      },
      majority: "NO",
      yes: { area: 50, heads: 1 },
      splitHeads: [],
    });
  });

  const [YES, NO] = ["YES", "NO"] as const;
  it.each([
    ["yes leads by both", [unit("a", 90, YES), unit("b", 90, YES), unit("c", 100, NO)], "YES"],
    ["no leads by both", [unit("a", 90, NO), unit("b", 90, NO), unit("c", 100, YES)], "NO"],
    ["yes by area, no by heads", [unit("a", 10, NO), unit("b", 10, NO), unit("c", 100, YES)], null],
    ["no by area, yes by heads", [unit("a", 10, YES), unit("b", 10, YES), unit("c", 100, NO)], null],
    ["yes by heads, equal areas", [unit("a", 50, YES), unit("b", 50, YES), unit("c", 100, NO)], null],
    ["no by heads, equal areas", [unit("a", 50, NO), unit("b", 50, NO), unit("c", 100, YES)], null],
    ["yes by area, equal heads", [unit("a", 200, YES), unit("b", 100, NO)], null],
    ["no by area, equal heads", [unit("a", 200, NO), unit("b", 100, YES)], null],
  ] as const)("who follows the majority follows a side that leads by area and by heads: %s", (_, roll, majority) => {
    expect(ownersVerdict(roll, { matter: "ORDINARY" }).majority).toBe(majority);
  });

  it("names heads that said different things in order, and counts each once", () => {
    const roll = [
      ...[unit("z", 1, "YES"), unit("z", 1, "NO")],
      ...[unit("m", 1, "ABSTAIN"), unit("m", 1, "NO")],
      ...[unit("a", 1, "WITH_MAJORITY"), unit("a", 1, "YES")],
    ];
    const { splitHeads, marked } = ownersVerdict(roll, { matter: "ORDINARY" });
    expect(splitHeads).toEqual(["a", "m", "z"]);
    expect([marked.ABSTAIN.heads, marked.YES.heads, marked.NO.heads, marked.WITH_MAJORITY.heads]).toEqual([3, 0, 0, 0]);
  });

  it("decides nothing where there are heads and no area, or nobody at all", () => {
    const noArea = ownersVerdict([unit("a", 0, "YES")], { matter: "SPECIAL" });
    expect(noArea).toMatchObject({ passed: false, reason: "EMPTY_ROLL", total: { area: 0, heads: 1 } });
    expect(ownersVerdict([], { matter: "SPECIAL" })).toMatchObject({ reason: "EMPTY_ROLL", total: none, voted: none });
  });
});

import { describe, expect, it } from "vitest";
import { headVerdict, RESIDENTS_ASSEMBLY } from "../../../functions/polls/tally/assembly.ts";
import {
  headOf,
  type OwnedUnit,
  type OwnersChoice,
  type OwnersMatter,
  ownersVerdict,
} from "../../../functions/polls/tally/owners.ts";

/** One unit of 100 m² for each head unless said otherwise. */
const units = (choices: readonly (OwnersChoice | null)[], area = 10_000): OwnedUnit[] =>
  choices.map((choice, index) => ({ unit: `u${index}`, area, head: `h${index}`, choice }));

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const cast = (yes: number, no: number, abstain: number, silent: number): (OwnersChoice | null)[] => [
  ...times<OwnersChoice>(yes, "YES"),
  ...times<OwnersChoice>(no, "NO"),
  ...times<OwnersChoice>(abstain, "ABSTAIN"),
  ...times(silent, null),
];

const failing = (roll: readonly OwnedUnit[], matter: OwnersMatter): string[] =>
  ownersVerdict(roll, { matter })
    .tests.filter(({ holds }) => !holds)
    .map(({ name }) => name);

describe("article 278, area and heads alike", () => {
  // Two thirds take part (at least), of them 3/4 consent to special matters (at least), more than 1/2 to others.
  it.each([
    ["exactly 2/3 take part and exactly 3/4 consent to a special matter", "SPECIAL", cast(6, 2, 0, 4), true],
    ["one short of 2/3 takes part", "SPECIAL", cast(7, 0, 0, 5), false],
    ["one short of 3/4 consents to a special matter", "SPECIAL", cast(5, 3, 0, 4), false],
    ["exactly half consents to an ordinary matter", "ORDINARY", cast(4, 4, 0, 4), false],
    ["one more than half consents to an ordinary matter", "ORDINARY", cast(5, 4, 0, 3), true],
    ["abstentions make the quorum and count against consent", "ORDINARY", cast(4, 0, 4, 4), false],
    ["abstentions that leave more than half consenting", "ORDINARY", cast(5, 0, 4, 3), true],
    ["everybody abstains", "ORDINARY", cast(0, 0, 9, 0), false],
    ["nobody takes part", "SPECIAL", cast(0, 0, 0, 9), false],
    ["a single owner consents", "SPECIAL", cast(1, 0, 0, 0), true],
  ] as const)("%s", (_, matter, choices, passed) => {
    expect(ownersVerdict(units(choices), { matter }).passed).toBe(passed);
  });

  it("shows both sides of each inequality in exact integers", () => {
    const { tests } = ownersVerdict(units(cast(6, 2, 0, 4)), { matter: "SPECIAL" });
    expect(tests.map(({ name, left, sign, right, holds }) => [name, left, sign, right, holds])).toEqual([
      ["PARTICIPATION_AREA", 3 * 80_000, ">=", 2 * 120_000, true],
      ["PARTICIPATION_HEADS", 3 * 8, ">=", 2 * 12, true],
      ["CONSENT_AREA", 4 * 60_000, ">=", 3 * 80_000, true],
      ["CONSENT_HEADS", 4 * 6, ">=", 3 * 8, true],
    ]);
  });

  it("fails by area alone: one hundredth of a square metre under two thirds", () => {
    const roll = [
      { unit: "a", area: 19_999, head: "1", choice: "YES" as const },
      { unit: "b", area: 0, head: "2", choice: "YES" as const },
      { unit: "c", area: 10_001, head: "3", choice: null },
    ];
    expect(failing(roll, "ORDINARY")).toEqual(["PARTICIPATION_AREA"]);
    expect(
      failing(
        [{ ...roll[0], area: 20_000 } as OwnedUnit, ...roll.slice(1)].map((unit) =>
          unit.unit === "c" ? { ...unit, area: 10_000 } : unit,
        ),
        "ORDINARY",
      ),
    ).toEqual([]);
  });

  it("fails by heads alone: a large owner cannot carry a matter", () => {
    const roll = [
      { unit: "big", area: 90_000, head: "big", choice: "YES" as const },
      ...units(cast(1, 3, 0, 0), 1_000),
    ];
    expect(failing(roll, "ORDINARY")).toEqual(["CONSENT_HEADS"]);
  });

  it("decides nothing on an empty roll, though 0 >= 0 holds", () => {
    const verdict = ownersVerdict([], { matter: "SPECIAL" });
    expect(verdict).toMatchObject({ passed: false, reason: "EMPTY_ROLL" });
    expect(verdict.tests.every(({ holds }) => holds)).toBe(true);
  });
});

describe("heads (法释〔2009〕7号, article 9)", () => {
  it("takes several units of one buyer for one head", () => {
    expect(headOf(["ann"])).toBe(headOf(["ann"]));
    const head = headOf(["ann"]);
    const roll = [1, 2, 3].map((unit) => ({ unit: `${unit}`, area: 100, head, choice: "YES" as const }));
    expect(ownersVerdict(roll, { matter: "ORDINARY" }).total).toEqual({ area: 300, heads: 1 });
  });

  it("takes co-owners of a unit for one head, whatever their order, and another set of owners for another", () => {
    expect(headOf(["ann", "bo"])).toBe(headOf(["bo", "ann"]));
    expect(headOf(["ann", "bo"])).not.toBe(headOf(["ann"]));
    expect(headOf(["a,b"])).not.toBe(headOf(["a", "b"]));
  });

  it("takes all of the developer's units for one head", () => {
    expect(headOf(["x"], true)).toBe(headOf([], true));
    expect(headOf(["developer"])).not.toBe(headOf([], true));
  });

  it("lets a head whose units say different things take part and consent by area only", () => {
    const head = headOf(["ann"]);
    const roll = [
      { unit: "1", area: 100, head, choice: "YES" as const },
      { unit: "2", area: 300, head, choice: "NO" as const },
    ];
    const verdict = ownersVerdict(roll, { matter: "ORDINARY" });
    expect(verdict).toMatchObject({ yes: { area: 100, heads: 0 }, voted: { area: 400, heads: 1 }, splitHeads: [head] });
  });

  it("counts a head by the units that were voted", () => {
    const head = headOf(["ann"]);
    const roll = [
      { unit: "1", area: 100, head, choice: "YES" as const },
      { unit: "2", area: 300, head, choice: null },
    ];
    expect(ownersVerdict(roll, { matter: "ORDINARY" })).toMatchObject({ yes: { area: 100, heads: 1 }, splitHeads: [] });
  });
});

describe("随多数", () => {
  const roll = units([...cast(3, 1, 0, 0), "WITH_MAJORITY", "WITH_MAJORITY", null, null, null]);

  it("follows the side that leads by area and by heads", () => {
    expect(ownersVerdict(roll, { matter: "ORDINARY" })).toMatchObject({
      majority: "YES",
      yes: { heads: 5 },
      voted: { heads: 6 },
      passed: true,
    });
  });

  it("follows nobody when area and heads disagree or are even", () => {
    const even = units([...cast(1, 1, 0, 0), "WITH_MAJORITY"]);
    expect(ownersVerdict(even, { matter: "ORDINARY" })).toMatchObject({ majority: null, yes: { heads: 1 } });
    const split = [
      { unit: "big", area: 500, head: "1", choice: "YES" as const },
      ...units(["NO", "NO", "WITH_MAJORITY"], 100),
    ];
    expect(ownersVerdict(split, { matter: "ORDINARY" }).majority).toBeNull();
  });

  it("counts the silent with the majority only where the district says so", () => {
    const rules = { matter: "SPECIAL" as const };
    expect(ownersVerdict(roll, rules).voted.heads).toBe(6);
    const counted = ownersVerdict(roll, { ...rules, silentWithMajority: true });
    expect(counted).toMatchObject({ voted: { heads: 9 }, yes: { heads: 8 }, passed: true });
  });
});

describe("votes by heads", () => {
  // 居委会组织法 articles 9-10: more than half attend, more than half of those attending agree.
  it.each([
    [{ entitled: 10, yes: 4, no: 1, abstain: 0 }, false],
    [{ entitled: 10, yes: 4, no: 2, abstain: 0 }, true],
    [{ entitled: 10, yes: 3, no: 3, abstain: 0 }, false],
    [{ entitled: 10, yes: 3, no: 0, abstain: 3 }, false],
    [{ entitled: 11, yes: 3, no: 2, abstain: 0 }, false],
    [{ entitled: 0, yes: 0, no: 0, abstain: 0 }, false],
  ])("the residents' assembly: %o passes: %s", (count, passed) => {
    expect(headVerdict(count, RESIDENTS_ASSEMBLY).passed).toBe(passed);
  });

  it("can leave abstentions out or ask for a share of all entitled", () => {
    const count = { entitled: 10, yes: 3, no: 2, abstain: 4 };
    const approval = { num: 1, den: 2, strict: true };
    expect(headVerdict(count, { quorum: null, approval, base: "YES_AND_NO" }).passed).toBe(true);
    expect(headVerdict(count, { quorum: null, approval, base: "PARTICIPANTS" }).passed).toBe(false);
    expect(headVerdict(count, { quorum: null, approval, base: "ENTITLED" }).passed).toBe(false);
  });

  it("passes nothing that nobody voted on, though at least half of nobody is nobody", () => {
    const approval = { num: 1, den: 2, strict: false };
    const verdict = headVerdict(
      { entitled: 5, yes: 0, no: 0, abstain: 0 },
      { quorum: null, approval, base: "PARTICIPANTS" },
    );
    expect(verdict).toMatchObject({ passed: false, reason: "NOBODY_VOTED" });
  });

  it("refuses more votes than entitled, and numbers that are not exact", () => {
    expect(() => headVerdict({ entitled: 1, yes: 2, no: 0, abstain: 0 })).toThrow(RangeError);
    expect(() => ownersVerdict(units(["YES"], 0.5), { matter: "SPECIAL" })).toThrow(RangeError);
    expect(() => ownersVerdict(units(["YES"], 2 ** 52), { matter: "SPECIAL" })).toThrow(RangeError);
  });
});

/** What the policy says of a person and an act, each verdict with the numbers behind it. */
import { describe, expect, it } from "vitest";
import {
  ageOn,
  careVerdicts,
  currentProfile,
  failing,
  giveVerdicts,
  nextRedemptionDay,
  type Person,
  reaches,
  redeemVerdicts,
  serveVerdicts,
  type Tie,
  tieText,
} from "../../../functions/timebank/domain/policy.ts";
import type { TimebankConfig } from "../../../schemas/timebank/policy.ts";
import { testProfile, timebankDistrict } from "../../support/timebank.ts";

describe("age", () => {
  it.each([
    ["1966-06-15", "20260614", 59],
    ["1966-06-15", "20260615", 60],
    ["1964-02-29", "20270228", 62],
    ["1964-02-29", "20270301", 63],
  ])("born %s is on %s %d years", (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age);
  });
});

describe("redemption days", () => {
  it.each([
    [{ on: "any-day" }, "20261125", "20261125"],
    [{ on: "monthly", day: 15 }, "20261115", "20261115"],
    [{ on: "monthly", day: 15 }, "20261116", "20261215"],
    [{ on: "monthly", day: 15 }, "20261231", "20270115"],
    [{ on: "quarterly", day: 15 }, "20261015", "20261015"],
    [{ on: "quarterly", day: 15 }, "20261016", "20270115"],
    [{ on: "quarterly", day: 15 }, "20261125", "20270115"],
    [{ on: "quarterly", day: 15 }, "20260201", "20260415"],
    [{ on: "quarterly", day: 15 }, "20260401", "20260415"],
  ] as const)("%o: after %s comes %s", (days, today, next) => {
    expect(nextRedemptionDay(days, today)).toBe(next);
  });
});

describe("the scope of gifts", () => {
  const tie = (kinship?: string, household = false) => ({ self: false, household, kinship });
  it.each([
    ["none", tie("parent"), false],
    ["lineal", tie("parent"), true],
    ["lineal", tie("child"), true],
    ["lineal", tie("grandparent"), true],
    ["lineal", tie("grandchild"), true],
    ["lineal", tie(), false],
    ["lineal", tie("sibling"), false],
    ["lineal", tie("spouse"), false],
    ["household", tie("parent"), false],
    ["household", tie(undefined, true), true],
    ["kin", tie("sibling"), true],
    ["kin", tie(), false],
    ["anyone", tie(), true],
  ] as const)("%s for %o is %s", (scope, to, reached) => {
    expect(reaches(scope, to)).toBe(reached);
  });
});

const DAY = "20260615";
const STRANGERS: Tie = { self: false, household: false };
const person = (changes: Partial<Person> = {}): Person => ({
  ...{ id: "elder", birthDate: "1950-01-31", careListed: false, honour: 0 },
  ...changes,
});

describe("the profile of new orders", () => {
  it("is the version that the district's file names", () => {
    const second = testProfile({ version: 2, gifts: { scope: "none" } });
    const { timebank } = timebankDistrict(testProfile(), second, testProfile({ code: "other" }));
    const current = (name: string) => currentProfile({ ...(timebank as TimebankConfig), current: name });
    expect(current("test@2")).toEqual(second);
    expect(current("other@1").code).toBe("other");
    expect(() => current("test@3")).toThrow(/without its current profile/);
  });
});

describe("how two people stand to each other", () => {
  it.each([
    [{ self: true, household: true, kinship: "parent" }, "self"],
    [{ self: false, household: true, kinship: "spouse" }, "spouse"],
    [{ self: false, household: true }, "household"],
    [STRANGERS, "none"],
  ] as const)("%o is told as %s", (tie, word) => {
    expect(tieText(tie)).toBe(word);
  });
});

describe("redeeming hours", () => {
  const facts = (changes: Partial<Parameters<typeof redeemVerdicts>[1]> = {}) => ({
    requester: person({ id: "daughter", birthDate: "1980-05-01", honour: 300 }),
    recipient: person(),
    tie: { self: false, household: false, kinship: "parent" },
    day: DAY,
    ...changes,
  });
  const profileOf = (redemption: object, scope = "lineal") =>
    testProfile({
      redemption: { ...testProfile().redemption, ...redemption },
      gifts: { scope },
    });
  const verdict = (rule: string, redemption: object, changes: Parameters<typeof facts>[0] = {}, scope = "lineal") =>
    redeemVerdicts(profileOf(redemption, scope), facts(changes)).find((each) => each.rule === rule);

  it("shows each rule with what it was judged by", () => {
    expect(redeemVerdicts(testProfile(), facts())).toEqual([
      {
        ...{ rule: "redemption-for", pass: true, code: "timebank/gift-scope" },
        params: { scope: "self, spouse, lineal", relation: "parent" },
      },
      { rule: "redemption-age", pass: true, code: "timebank/too-young", params: { age: 76, limit: 60 } },
      {
        ...{ rule: "redemption-lifetime", pass: true, code: "timebank/lifetime-too-low" },
        params: { minutes: 300, limit: 0 },
      },
      {
        ...{ rule: "redemption-day", pass: true, code: "timebank/redemption-closed" },
        params: { today: "2026-06-15", next: "2026-06-15" },
      },
    ]);
  });

  const self: Tie = { self: true, household: true };
  const spouse: Tie = { ...STRANGERS, kinship: "spouse" };
  it.each<[string, Tie, boolean, string, boolean]>([
    // for whom, the tie, whether a spouse counts, the scope of gifts, whether it may be
    ["oneself", self, false, "none", true],
    ["a spouse where the policy names the spouse", spouse, true, "none", true],
    ["a spouse where it does not", spouse, false, "none", false],
    ["a parent where gifts reach lineal relatives", { ...STRANGERS, kinship: "parent" }, false, "lineal", true],
    ["a parent where gifts reach nobody", { ...STRANGERS, kinship: "parent" }, true, "none", false],
    ["a stranger", STRANGERS, true, "lineal", false],
    ["a stranger where gifts reach anyone", STRANGERS, false, "anyone", true],
  ])("is possible for %s: %o", (_, tie, isSpouse, scope, pass) => {
    expect(verdict("redemption-for", { spouse: isSpouse }, { tie }, scope)).toEqual({
      ...{ rule: "redemption-for", pass, code: "timebank/gift-scope" },
      params: { scope: isSpouse ? `self, spouse, ${scope}` : `self, ${scope}`, relation: tieText(tie) },
    });
  });

  it.each([
    ["on the birthday of the age", { birthDate: "1966-06-15" }, true, { age: 60, limit: 60 }],
    ["the day before", { birthDate: "1966-06-16" }, false, { age: 59, limit: 60 }],
    ["earlier in hardship", { birthDate: "1976-06-15", careListed: true }, true, { age: 50, limit: 50 }],
    ["not before the age of hardship", { birthDate: "1976-06-16", careListed: true }, false, { age: 49, limit: 50 }],
  ])("begins for who is served %s", (_, changes, pass, params) => {
    expect(verdict("redemption-age", {}, { recipient: person(changes) })).toEqual({
      ...{ rule: "redemption-age", pass, code: "timebank/too-young", params },
    });
  });

  it("needs a known birth date where there is an age, and none where there is not", () => {
    const recipient = person({ birthDate: undefined });
    expect(verdict("redemption-age", {}, { recipient })).toEqual({
      ...{ rule: "redemption-age", pass: false, code: "timebank/age-unknown", params: { person: "elder", limit: 60 } },
    });
    expect(verdict("redemption-age", { ageSelf: 0 }, { recipient })).toEqual({
      ...{ rule: "redemption-age", pass: true, code: "timebank/too-young", params: { limit: 0 } },
    });
  });

  it.each([
    [6_000, false, true],
    [5_999, false, false],
    [0, true, true],
  ])("needs a hundred hours served in Guangzhou: %i minutes, on the care list %s", (honour, careListed, pass) => {
    const requester = person({ id: "daughter", honour, careListed });
    expect(verdict("redemption-lifetime", { lifetimeMinutes: 6_000 }, { requester })).toEqual({
      ...{ rule: "redemption-lifetime", pass, code: "timebank/lifetime-too-low" },
      params: { minutes: honour, limit: 6_000 },
    });
  });

  it.each([
    ["20260615", true, "2026-06-15"],
    ["20260616", false, "2026-07-15"],
  ])("on %s where the fifteenth of each month is the day: %s", (day, pass, next) => {
    expect(verdict("redemption-day", { days: { on: "monthly", day: 15 } }, { day })).toEqual({
      ...{ rule: "redemption-day", pass, code: "timebank/redemption-closed" },
      params: { today: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, next },
    });
  });

  it("is refused by the verdicts that fail, and by no other", () => {
    const young = redeemVerdicts(
      testProfile(),
      facts({ tie: STRANGERS, recipient: person({ birthDate: "2000-01-01" }) }),
    );
    expect(failing(young)).toEqual([
      { code: "timebank/gift-scope", params: { scope: "self, spouse, lineal", relation: "none" } },
      { code: "timebank/too-young", params: { age: 26, limit: 60 } },
    ]);
    expect(failing(redeemVerdicts(testProfile(), facts()))).toEqual([]);
  });
});

describe("the care pool", () => {
  it.each([true, false])("pays for whom a steward has listed: %s", (careListed) => {
    expect(careVerdicts(person({ careListed }))).toEqual([
      { rule: "care-list", pass: careListed, code: "timebank/no-care-need", params: { person: "elder" } },
    ]);
  });
});

describe("giving hours", () => {
  it.each<[string, Tie, string, boolean]>([
    ["a grandchild within the lineal scope", { ...STRANGERS, kinship: "grandchild" }, "lineal", true],
    ["a sibling beyond it", { ...STRANGERS, kinship: "sibling" }, "lineal", false],
    ["a stranger where anyone may have them", STRANGERS, "anyone", true],
    ["nobody to themselves, even there", { self: true, household: true }, "anyone", false],
  ])("reaches %s", (_, tie, scope, pass) => {
    expect(giveVerdicts(testProfile({ gifts: { scope } }), tie)).toEqual([
      {
        ...{ rule: "gift-scope", pass, code: "timebank/gift-scope" },
        params: { scope, relation: tieText(tie) },
      },
    ]);
  });
});

describe("serving", () => {
  const verdicts = (
    rules: Readonly<Record<string, unknown>>,
    changes: { readonly birthDate?: string | undefined; readonly tie?: Tie; readonly withGuardian?: boolean } = {},
  ) => {
    const { tie = STRANGERS, withGuardian = false } = changes;
    const birthDate = "birthDate" in changes ? changes.birthDate : "2000-01-01";
    const volunteer = person({ id: "vera", birthDate });
    return serveVerdicts(testProfile(rules), { volunteer, recipient: "elder", tie, day: DAY, withGuardian });
  };
  const passes = (...given: Parameters<typeof verdicts>) => verdicts(...given).map(({ pass }) => pass);

  it("shows each rule with what it was judged by", () => {
    expect(verdicts({})).toEqual([
      { rule: "volunteer-age", pass: true, code: "timebank/volunteer-age", params: { age: 26, limit: 18 } },
      {
        ...{ rule: "self-service", pass: true, code: "timebank/self-service" },
        params: { volunteer: "vera", person: "elder", relation: "none" },
      },
    ]);
  });

  it.each([
    ["never", false],
    ["with-guardian", true],
    ["in-groups", false],
    ["with-guardian-or-in-groups", true],
  ])("is open to minors with their guardian where the policy says %s: %s", (minors, pass) => {
    const rules = { volunteers: { ageMin: 18, minors } };
    expect(passes(rules, { birthDate: "2008-06-16", withGuardian: true })).toEqual([pass, true]);
    expect(passes(rules, { birthDate: "2008-06-16", withGuardian: false })).toEqual([false, true]);
    expect(passes(rules, { birthDate: "2008-06-15", withGuardian: false })).toEqual([true, true]);
  });

  it("needs a known birth date, with a guardian as well", () => {
    expect(verdicts({}, { birthDate: undefined, withGuardian: true })[0]).toEqual({
      ...{ rule: "volunteer-age", pass: false, code: "timebank/age-unknown", params: { person: "vera", limit: 18 } },
    });
  });

  it.each<[string, Tie, boolean, boolean]>([
    ["oneself", { self: true, household: true }, true, false],
    ["one's household where the policy allows it", { ...STRANGERS, household: true }, true, true],
    ["one's household where it does not", { ...STRANGERS, household: true }, false, false],
    ["anybody else", STRANGERS, false, true],
  ])("%s", (_, tie, mayServeEachOther, pass) => {
    expect(verdicts({ household: { mayServeEachOther } }, { tie })[1]).toEqual({
      ...{ rule: "self-service", pass, code: "timebank/self-service" },
      params: { volunteer: "vera", person: "elder", relation: tieText(tie) },
    });
  });
});

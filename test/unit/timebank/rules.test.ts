/** Rules of the time bank one by one, with the numbers of their sources. */
import { describe, expect, it } from "vitest";
import { codeOf, fits, keyDigest, newCode, trialRefusals } from "../../../functions/timebank/domain/code.ts";
import {
  creditOf,
  holdFor,
  measure,
  starsOf,
  type Terms,
  termsOf,
  worthOf,
} from "../../../functions/timebank/domain/minutes.ts";
import { ageOn, nextRedemptionDay, reaches } from "../../../functions/timebank/domain/policy.ts";
import {
  begin,
  end,
  giveBack,
  honour,
  newVolunteer,
  type Session,
  take,
  usages,
  type Volunteer,
} from "../../../functions/timebank/domain/volunteer.ts";
import { testProfile } from "../../support/timebank.ts";

const terms = (changes: Partial<Terms> = {}): Terms => ({ ...termsOf(testProfile(), "company"), ...changes });

describe("minutes", () => {
  it("are whole ones between signing in and out", () => {
    expect(measure(0, 59_999)).toBe(0);
    expect(measure(1_000, 61_000)).toBe(1);
  });

  it.each([
    ["whole hours, down: 119 minutes are one hour", 60, "down", 119, 60],
    ["whole hours, down: 59 minutes are none", 60, "down", 59, 0],
    ["quarters, down", 15, "down", 44, 30],
    ["quarters, halves up: 37 minutes are 30, 38 are 45", 15, "half-up", 37, 30],
    ["quarters, halves up: 37 minutes are 30, 38 are 45", 15, "half-up", 38, 45],
    ["minutes", 1, "down", 44, 44],
  ] as const)("%s", (_, stepMinutes, mode, measured, worth) => {
    expect(worthOf(measured, terms({ stepMinutes, mode }))).toBe(worth);
  });

  it("have a coefficient by category, down to the step again", () => {
    const profile = testProfile({
      pricing: {
        usual: { by: "time", percent: 100 },
        categories: [{ category: "nursing", pricing: { by: "time", percent: 150 } }],
      },
    });
    expect(worthOf(75, termsOf(profile, "nursing"))).toBe(105);
    expect(worthOf(75, termsOf(profile, "company"))).toBe(75);
  });

  it("have a fixed price where the service counts, not its length (Hangzhou Xihu)", () => {
    const price = terms({ pricing: { by: "service", minutes: 60 } });
    expect([worthOf(0, price), worthOf(5, price), worthOf(300, price)]).toEqual([0, 60, 60]);
    expect(holdFor(20, price)).toBe(60);
  });

  it("are never worth more than was held, and the hold always suffices for the estimate", () => {
    expect(creditOf(200, 60, terms())).toBe(60);
    for (const mode of ["down", "half-up"] as const) {
      for (const percent of [50, 100, 133]) {
        for (let estimate = 1; estimate <= 240; estimate++) {
          const priced = terms({ mode, pricing: { by: "time", percent } });
          expect(holdFor(estimate, priced), `${mode} ${percent} ${estimate}`).toBeGreaterThanOrEqual(
            worthOf(estimate, priced),
          );
        }
      }
    }
  });

  it("make stars that never fall (Nanjing: 100 hours the first, 1,500 the fifth)", () => {
    const stars = [6_000, 18_000, 36_000, 60_000, 90_000];
    expect([5_999, 6_000, 90_000].map((minutes) => starsOf(minutes, stars))).toEqual([0, 1, 5]);
  });
});

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
    ["lineal", tie("grandchild"), true],
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

describe("a one-time code", () => {
  const key = "01932d5c-0000-7000-8000-000000000001";
  const code = newCode(key, { order: "o", purpose: "check-in", side: "recipient", expiresMs: 1_000 });

  it("is six digits, the same for the same key, and fits its hash only", () => {
    const digits = codeOf(key, "o", "check-in");
    expect(digits).toMatch(/^\d{6}$/);
    expect(codeOf(key, "o", "check-in")).toBe(digits);
    expect(fits(code, digits)).toBe(true);
    expect(fits(code, String((Number(digits) + 1) % 1_000_000).padStart(6, "0"))).toBe(false);
    expect(fits({ ...code, order: "other" }, digits)).toBe(false);
  });

  it("is not stored, and neither is the key that it is made from", () => {
    const text = JSON.stringify(code);
    expect(text).not.toContain(codeOf(key, "o", "check-in"));
    expect(text).not.toContain(key);
    expect(keyDigest(key)).not.toContain(key.slice(0, 8));
  });

  it("runs out at its instant and after its attempts", () => {
    expect(trialRefusals(code, 999, 3)).toEqual([]);
    expect(trialRefusals(code, 1_000, 3)[0]?.code).toBe("timebank/code-expired");
    expect(trialRefusals({ ...code, attempts: 3 }, 0, 3)[0]).toEqual({
      code: "timebank/code-exhausted",
      params: { limit: 3 },
    });
    expect(trialRefusals(undefined, 0, 3)[0]?.code).toBe("timebank/code-missing");
  });
});

describe("a volunteer's sessions", () => {
  const HOUR = 3_600_000;
  /** Monday noon in Shaoxing. */
  const NOON = Date.parse("2026-06-15T04:00:00Z");
  const when = { now: new Date(NOON), zone: "Asia/Shanghai" };
  const { caps } = testProfile();
  const session = (order: string, from: number, until: number, minutes = 60): Session => ({
    order,
    fromMs: NOON + from * HOUR,
    untilMs: NOON + until * HOUR,
    plannedMs: NOON + from * HOUR,
    state: "planned",
    minutes,
  });
  const taken = (volunteer: Volunteer, next: Session): Volunteer => {
    const result = take(volunteer, next, caps, when);
    if ("refusals" in result) throw new Error(result.refusals[0]?.code);
    return result.volunteer;
  };
  const ann = newVolunteer("ann");

  it("are half-open: one may begin where another ends", () => {
    const first = taken(ann, session("a", 1, 2));
    expect(taken(first, session("b", 2, 3)).sessions).toHaveLength(2);
    expect(take(first, session("b", 1.5, 2.5), caps, when)).toMatchObject({
      refusals: [{ code: "timebank/session-overlap", params: { order: "a" } }],
    });
  });

  it("count in the day of the district's zone on which they were planned", () => {
    // 12 hours after noon the next local day begins.
    const full = taken(ann, session("a", 1, 7, 360));
    expect(take(full, session("b", 11, 11.9, 15), caps, when)).toMatchObject({ refusals: [{ code: "timebank/cap" }] });
    expect(taken(full, session("b", 12, 13)).sessions).toHaveLength(2);
  });

  it("leave nothing behind when they are given back", () => {
    const freed = giveBack(taken(ann, session("a", 1, 2)), "a", when);
    expect(freed).toMatchObject({ sessions: [], used: {}, total: 0 });
  });

  it("do not run two at a time, and measured times never overlap", () => {
    const both = taken(taken(ann, session("a", 1, 2)), session("b", 2, 3));
    const running = begin(both, "a", NOON + HOUR);
    if ("refusals" in running) throw new Error("refused");
    expect(begin(running.volunteer, "b", NOON + 2 * HOUR)).toMatchObject({ refusals: [{ params: { order: "a" } }] });
    const counted = { id: "a", plannedMs: NOON + HOUR, counted: 60 };
    const measured = { inMs: NOON + HOUR, outMs: NOON + 2.5 * HOUR, credited: 60 };
    const ended = end(running.volunteer, counted, measured, when);
    if ("refusals" in ended) throw new Error("refused");
    expect(begin(ended.volunteer, "b", NOON + 2 * HOUR)).toMatchObject({ refusals: [{ params: { order: "a" } }] });
    expect("volunteer" in begin(ended.volunteer, "b", NOON + 2.5 * HOUR)).toBe(true);
  });

  it("give back to the caps what was counted and not paid, and honour what was", () => {
    const counted = { id: "a", plannedMs: NOON + HOUR, counted: 60 };
    const paid = honour(taken(ann, session("a", 1, 2)), counted, 45, when, []);
    expect(paid).toMatchObject({ honour: 45, total: 45, served: 1 });
    expect(usages(paid, caps, new Date(NOON + HOUR), when.zone)).toEqual([{ period: "day", limit: 360, used: 45 }]);
  });
});

/** Measured, credited and held minutes, with the numbers of the rules' sources. */
import { describe, expect, it } from "vitest";
import {
  creditOf,
  holdFor,
  measure,
  starsOf,
  type Terms,
  termsOf,
  worthOf,
} from "../../../functions/timebank/domain/minutes.ts";
import { testProfile } from "../../support/timebank.ts";

const terms = (changes: Partial<Terms> = {}): Terms => ({ ...termsOf(testProfile(), "company"), ...changes });

describe("minutes", () => {
  it("are whole ones between signing in and out", () => {
    expect(measure(0, 59_999)).toBe(0);
    expect(measure(1_000, 61_000)).toBe(1);
    const noon = Date.parse("2026-06-15T04:00:00Z");
    expect(measure(noon, noon + 90 * 60_000)).toBe(90);
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

  it.each([
    ["an estimate of whole quarters", 15, 100, 60, 60],
    ["an estimate up to the next quarter", 15, 100, 61, 75],
    ["a price up to the next quarter", 15, 133, 60, 90],
    ["half a price up to the next hour", 60, 50, 61, 60],
    ["the estimate first, then its price", 60, 150, 61, 180],
  ])("are held for %s", (_, stepMinutes, percent, estimate, held) => {
    expect(holdFor(estimate, terms({ stepMinutes, pricing: { by: "time", percent } }))).toBe(held);
  });

  it("of an order are judged by the terms of its profile, kept with it", () => {
    expect(termsOf(testProfile({ settlement: "calendar" }), "company")).toEqual({
      ...{ stepMinutes: 15, mode: "down", pricing: { by: "time", percent: 100 }, sessionMinutes: 240 },
      ...{ earlyMinutes: 30, codeMinutes: 10, codeAttempts: 3, recordDays: 3, autoHours: 48 },
      settlement: "calendar",
    });
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

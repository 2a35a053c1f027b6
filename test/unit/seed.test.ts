import { describe, expect, it } from "vitest";
import { freshSeed, seedOf } from "../support/seed.ts";

describe("the seed of a run", () => {
  const never = (): number => {
    throw new Error("drew a seed although one was given");
  };

  it("is the one that LINLI_SEED gives", () => {
    expect(seedOf({ LINLI_SEED: "42" }, never)).toBe(42);
    expect(seedOf({ LINLI_SEED: "-7" }, never)).toBe(-7);
  });

  it("is drawn when none is given", () => {
    expect(seedOf({}, () => 5)).toBe(5);
    expect(seedOf({ LINLI_SEED: "" }, () => 6)).toBe(6);
    expect(seedOf({ LINLI_SEED: String(freshSeed()) }, never)).toBeGreaterThanOrEqual(0);
  });

  it.each(["abc", "1.5", "2147483648", "1e99"])("refuses %s instead of running another sequence", (given) => {
    expect(() => seedOf({ LINLI_SEED: given }, never)).toThrow("LINLI_SEED must be an integer");
  });
});

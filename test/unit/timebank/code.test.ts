/** One-time codes for signing in and out. */
import { describe, expect, it } from "vitest";
import { codeOf, fits, keyDigest, newCode, trialRefusals } from "../../../functions/timebank/domain/code.ts";

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

  it("is found again by a replay in every release: its digits and what is stored stay what they are", () => {
    expect(codeOf(key, "o", "check-in")).toBe("134434");
    expect(keyDigest(key)).toBe("wAu6f4-a90cw15EW4Q8NJi");
    expect(code).toEqual({
      ...{ order: "o", purpose: "check-in", side: "recipient", expiresMs: 1_000, attempts: 0 },
      ...{ salt: "wAu6f4-a90cw15EW4Q8NJi", hash: "bcRHMRvIlIzUCzVeI-jCD-VFxB-ZG6GDdSM6EQhm6Jo" },
    });
  });

  it("keeps the zeros at its beginning", () => {
    expect(codeOf("01932d5c-0000-7000-8000-000000000021", "o", "check-in")).toBe("050455");
  });

  it("for signing in is none for signing out, nor for the other side or another order", () => {
    const digits = codeOf(key, "o", "check-in");
    expect(codeOf(key, "o", "check-out")).not.toBe(digits);
    expect(codeOf(key, "p", "check-in")).not.toBe(digits);
    expect(fits({ ...code, purpose: "check-out" }, digits)).toBe(false);
    expect(fits({ ...code, side: "volunteer" }, digits)).toBe(false);
    expect(fits({ ...code, salt: "another" }, digits)).toBe(false);
  });

  it("runs out at its instant and after its attempts", () => {
    expect(trialRefusals(code, 999, 3)).toEqual([]);
    expect(trialRefusals(code, 1_000, 3)).toEqual([
      { code: "timebank/code-expired", params: { expiresAt: "1970-01-01T00:00:01.000Z" } },
    ]);
    expect(trialRefusals({ ...code, attempts: 2 }, 0, 3)).toEqual([]);
    expect(trialRefusals({ ...code, attempts: 3 }, 0, 3)).toEqual([
      { code: "timebank/code-exhausted", params: { limit: 3 } },
    ]);
    expect(trialRefusals(undefined, 0, 3)).toEqual([{ code: "timebank/code-missing", params: {} }]);
  });
});

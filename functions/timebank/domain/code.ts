/**
 * One-time codes for signing in and out. The code is made from the key of the request that asked for it, which its
 * maker alone knows: so a replay can show it again although only a hash is stored.
 */
import { createHash } from "node:crypto";
import { CODE_DIGITS } from "../../../schemas/timebank/resources.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";

export type Purpose = "check-in" | "check-out";
export type Party = "recipient" | "volunteer";

/** A code as it is stored. */
export interface Code {
  readonly order: string;
  readonly purpose: Purpose;
  /** Who asked for it; the other side enters it. */
  readonly side: Party;
  readonly salt: string;
  readonly hash: string;
  readonly expiresMs: number;
  readonly attempts: number;
}

const digest = (...parts: readonly string[]) => createHash("sha256").update(parts.join("|"));

/** What the database keeps of a key: enough to find the replay, nothing to make the code from. */
export const keyDigest = (key: string): string => digest("key", key).digest("base64url").slice(0, 22);

/** The digits of a code. Twelve hexadecimal digits over a million: no digit is likelier than another by a millionth. */
export const codeOf = (key: string, order: string, purpose: Purpose): string => {
  const number = Number.parseInt(digest("code", key, order, purpose).digest("hex").slice(0, 12), 16);
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, "0");
};

const hashOf = (code: string, { order, purpose, side, salt }: Pick<Code, "order" | "purpose" | "side" | "salt">) =>
  digest("hash", order, purpose, side, salt, code).digest("base64url");

/** A new code as stored, from the key of its request. */
export const newCode = (key: string, terms: Pick<Code, "order" | "purpose" | "side" | "expiresMs">): Code => {
  const salted = { ...terms, salt: keyDigest(key) };
  return { ...salted, hash: hashOf(codeOf(key, terms.order, terms.purpose), salted), attempts: 0 };
};

/** Why a stored code may not be tried now, or nothing. */
export const trialRefusals = (code: Code | undefined, nowMs: number, attemptsMax: number): Refusal[] => {
  if (!code) return [refuse("timebank/code-missing")];
  if (code.expiresMs <= nowMs) {
    return [refuse("timebank/code-expired", { expiresAt: new Date(code.expiresMs).toISOString() })];
  }
  return code.attempts < attemptsMax ? [] : [refuse("timebank/code-exhausted", { limit: attemptsMax })];
};

/** Whether the digits are the code's. */
export const fits = (code: Code, digits: string): boolean => hashOf(digits, code) === code.hash;

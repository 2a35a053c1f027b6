/**
 * A refusal is a value: a code of the registry with the numbers behind it. Exceptions stay for bugs and broken
 * infrastructure.
 */
import type { ErrorCode } from "../../schemas/errors.ts";

export interface FieldError {
  /** JSON pointer into the body, or `query.x`, `path.x`, `header.x`. */
  readonly field: string;
  readonly reason: string;
}

export interface Refusal {
  readonly code: ErrorCode;
  /** Numbers and names that fill the registry's sentence, and are returned as members of the problem. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldError[];
  /** What could be had instead, as the operation shows it; a member of the problem. */
  readonly alternatives?: readonly Readonly<Record<string, string | undefined>>[];
}

/** Makes a refusal of `code`. */
export const refuse = (code: ErrorCode, params: Refusal["params"] = {}, fields?: readonly FieldError[]): Refusal => ({
  code,
  params,
  ...(fields ? { fields } : {}),
});

/** Carries a refusal out of a read path to the problem renderer; domain code returns refusals instead. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(...refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(", "));
    this.refusals = refusals;
  }
}

/** Throws `Refused`: ends a read or parse with a clear answer. */
export const reject = (code: ErrorCode, params: Refusal["params"] = {}, fields?: readonly FieldError[]): never => {
  throw new Refused(refuse(code, params, fields));
};

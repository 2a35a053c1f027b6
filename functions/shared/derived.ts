/**
 * Ids made from names: the same name always gives the same id, so that an import, a series or a job that was cut short
 * can be gone through again.
 */
import { createHash } from "node:crypto";

/** What a derived id stands for; keeps a unit and a person of the same name apart. */
export type DerivedKind =
  | "resident"
  | "building"
  | "unit"
  | "household"
  | "opening"
  | "series-booking"
  | "series-cancel";

/**
 * UUID version 8 (RFC 9562 section 5.8) from the first 122 usable bits of SHA-256 over kind and parts.
 * Parts are joined with a control character that no part may hold, so that no two lists of parts read the same.
 */
export const derivedId = (kind: DerivedKind, ...parts: readonly string[]): string => {
  const hex = createHash("sha256")
    .update(["linli", kind, ...parts].join("\u001f"))
    .digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};

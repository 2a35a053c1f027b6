/**
 * The one text of a JSON value, for hashing and signing: RFC 8785 (JSON Canonicalization Scheme) restricted to
 * integers, strings, booleans, null, arrays and objects. Without fractions its number rule is plain decimal digits,
 * so any language can make the same bytes.
 */

/** Values that have a canonical text. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [name: string]: Canonical };

/** Most levels of nesting; what we sign has five. */
const DEPTH_MAX = 32;

const textOf = (value: Canonical, depth: number): string => {
  if (depth > DEPTH_MAX) throw new TypeError(`nested deeper than ${DEPTH_MAX} levels`);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not an exact integer`);
    // Negative zero is written without its sign.
    return String(value);
  }
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new TypeError("a string holds half a surrogate pair");
    return JSON.stringify(value);
  }
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value !== "object") throw new TypeError(`a ${typeof value} has no JSON text`);
  if (Array.isArray(value)) return `[${value.map((part: Canonical) => textOf(part, depth + 1)).join(",")}]`;
  // The default order compares UTF-16 code units, as section 3.2.3 asks.
  const members = Object.entries(value as { readonly [name: string]: Canonical }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, part]) => `${textOf(name, depth)}:${textOf(part, depth + 1)}`).join(",")}}`;
};

/**
 * Canonical text of a value: members sorted, no white space. Throws a TypeError for what has none (fractions, integers
 * beyond 2^53 - 1, undefined, broken surrogates).
 */
export const canonicalText = (value: Canonical): string => textOf(value, 0);

/** Canonical text as UTF-8 bytes. */
export const canonicalBytes = (value: Canonical): Buffer => Buffer.from(canonicalText(value), "utf8");

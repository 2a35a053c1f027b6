/**
 * Opaque cursors: base64url of a small JSON value, checked by a schema when it comes back; never the key of a
 * partition. Where a cursor carries sums that its reader will be shown again, it is sealed: signed together with the
 * question it belongs to. No cursor is bound to the caller, for every page asks anew whether they may read.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type * as z from "zod";
import { reject } from "./refusal.ts";

/** Text of a cursor. */
export const encodeCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Value of a cursor; throws `request/bad-cursor` when it is not one that this list gave out. */
export const decodeCursor = <T>(schema: z.ZodType<T>, cursor: string): T => {
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: the same answer as a wrong shape.
  }
  return reject("request/bad-cursor");
};

/** What seals a cursor: the district's secret, and the question that its numbers answer. */
export interface Seal {
  readonly secret: Buffer;
  readonly question: string;
}

/** Characters of a seal: 128 bits in base64url. */
const SEAL_LENGTH = 22;

/** HMAC-SHA256 (RFC 2104), cut to its first 128 bits. */
const sealOf = (text: string, { secret, question }: Seal): string =>
  createHmac("sha256", secret).update(`${question}\n${text}`).digest("base64url").slice(0, SEAL_LENGTH);

/** Text of a cursor that only this district can have made, and only for this question. */
export const sealCursor = (value: unknown, seal: Seal): string => {
  const text = encodeCursor(value);
  return sealOf(text, seal) + text;
};

/** Value of a sealed cursor; throws `request/bad-cursor` when it was changed or belongs to another question. */
export const openCursor = <T>(schema: z.ZodType<T>, cursor: string, seal: Seal): T => {
  const text = cursor.slice(SEAL_LENGTH);
  const given = Buffer.from(cursor.slice(0, SEAL_LENGTH));
  const right = Buffer.from(sealOf(text, seal));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return reject("request/bad-cursor");
  return decodeCursor(schema, text);
};

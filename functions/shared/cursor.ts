/**
 * Opaque cursors: base64url of a small JSON value, checked by a schema when it comes back; never the key of a
 * partition.
 */
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

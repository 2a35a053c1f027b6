/**
 * Pages of an index with cursors that hold the sort key and the id only; the partition is always made anew from the
 * request.
 */
import * as z from "zod";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Deps } from "./deps.ts";
import type { QueryInput } from "./dynamo.ts";
import type { Item, Key } from "./write.ts";

const ByNumber = z.strictObject({ at: z.int(), id: z.uuid() });
const ByText = z.strictObject({ at: z.string().max(140), id: z.uuid() });

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * One page of `list`, whose items have keys made by `keyOf` from a UUID. `g1` and `g2` give whole items, `g3` keys.
 * Throws `request/bad-cursor` for a cursor that this kind of list did not give.
 */
export const pageOf = async (
  deps: Deps,
  list: Required<Pick<QueryInput, "index" | "partition">> & Pick<QueryInput, "from" | "to" | "descending">,
  keyOf: (id: string) => Key,
  { limit, cursor }: PageRequest,
): Promise<{ items: readonly Item[]; next: string | null }> => {
  const { index, partition } = list;
  const schema: z.ZodType<{ at: string | number; id: string }> = index === "g3" ? ByText : ByNumber;
  const after = cursor === undefined ? undefined : decodeCursor(schema, cursor);
  const page = await deps.db.query({
    ...list,
    limit,
    ...(after ? { after: { ...keyOf(after.id), [`${index}p`]: partition, [`${index}s`]: after.at } } : {}),
  });
  const last = page.items.at(-1);
  const next =
    page.last && last ? encodeCursor({ at: last[`${index}s`], id: last.pk.slice(keyOf("").pk.length) }) : null;
  return { items: page.items, next };
};

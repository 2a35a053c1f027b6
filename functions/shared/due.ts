/** Records that something is to happen to at an instant: listed on `g3` by that instant, and read when it has come. */
import type { Db } from "./dynamo.ts";
import type { Key } from "./write.ts";

/** Digits of an instant in ms, so that text sorts as numbers do (until the year 5138). */
const DUE_DIGITS = 14;

/** Sort key of a record due at an instant (ms). */
export const dueSort = (dueMs: number, id: string): string => `${String(dueMs).padStart(DUE_DIGITS, "0")}#${id}`;

/** Ids that are due at `now`, the longest due first, from the cursor `after` on. */
export const dueIds = async (
  db: Db,
  list: { readonly partition: string; readonly keyOf: (id: string) => Key },
  now: Date,
  after: string | null,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> => {
  const idOf = (sort: string): string => sort.slice(DUE_DIGITS + 1);
  const page = await db.query({
    index: "g3",
    partition: list.partition,
    // "~" sorts after every character of an id, so the bound takes in all that are due at this very millisecond.
    to: dueSort(now.getTime(), "~"),
    limit,
    ...(after === null ? {} : { after: { ...list.keyOf(idOf(after)), g3p: list.partition, g3s: after } }),
  });
  const sorts = page.items.map((item) => String(item.g3s));
  return { ids: sorts.map(idOf), next: page.last ? (sorts.at(-1) ?? null) : null };
};

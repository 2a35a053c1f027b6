/** Seeds a benchmark's table. */
import type { Deps } from "../../functions/shared/deps.ts";
import { TRANSACTION_ITEMS_MAX, type Write } from "../../functions/shared/write.ts";

/** Commits any number of new items; throws where one is there already. */
export const commitAll = async ({ db }: Pick<Deps, "db">, writes: readonly Write[]): Promise<void> => {
  for (let start = 0; start < writes.length; start += TRANSACTION_ITEMS_MAX) {
    const outcome = await db.commit(writes.slice(start, start + TRANSACTION_ITEMS_MAX));
    if (!outcome.ok) throw new Error("an item was there already");
  }
};

/** Folds pools: payments never write a pool, so that none is hot; this job sums the journal into its stored balance. */
import type * as z from "zod";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { eachItem, IndexCursor, type Job, type Outcome } from "../../shared/jobs.ts";
import { newPools } from "../domain/opening.ts";
import { horizonStamp } from "../domain/statement.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { foldWrite, readFoldStep } from "../store/fold.ts";

/** Steps of one pool in one page of work; a step reads up to 500 entries of each of 16 partitions. */
const STEPS_MAX = 50;

/**
 * Folds one pool up to the horizon, at most so many steps; a pool whose checkpoint another run has moved is read
 * again.
 */
export const foldPool = async (pool: string, deps: Deps, page?: number): Promise<Outcome> => {
  const target = horizonStamp(deps.clock.now());
  let outcome: Outcome = "unchanged";
  for (let step = 0; step < STEPS_MAX; step++) {
    const item = await deps.db.get(accountKey(pool));
    // A pool that bootstrap has not made yet has nothing to fold: a transfer with it creates no account.
    if (!item) return outcome;
    const account = toAccount(item);
    const found = await readFoldStep(deps.db, account, target, page);
    if (found.entries > 0) {
      const written = await deps.db.commit([foldWrite(account, found)]);
      if (written.ok) outcome = "changed";
      else continue;
    }
    if (found.upTo >= target) return outcome;
  }
  throw new Busy("more entries than one run folds");
};

/** All pools of the district's file, one a page. */
export const poolFoldJob: Job<z.infer<typeof IndexCursor>> = {
  name: "pool-fold",
  cursor: IndexCursor,
  actions: ["GetItem", "Query", "UpdateItem"],
  page: async (cursor, deps) => {
    const pools = deps.district.communities.flatMap(({ id }) => newPools(deps.district, id).map((pool) => pool.id));
    const index = cursor?.index ?? 0;
    const done = await eachItem(
      pools.slice(index, index + 1),
      (pool) => pool,
      (pool) => foldPool(pool, deps),
    );
    return { ...done, next: index + 1 < pools.length ? { index: index + 1 } : null };
  },
};

/** Records that time moves: each due one takes one step, under the revision that was read. */
import * as z from "zod";
import type { TableAction } from "../../../schemas/operation.ts";
import type { Deps } from "../../shared/deps.ts";
import { dueIds } from "../../shared/due.ts";
import { Busy } from "../../shared/dynamo.ts";
import { eachItem, type Job, type Outcome } from "../../shared/jobs.ts";
import type { Item, Key, Write } from "../../shared/write.ts";

const PAGE = 50;
/** Most tries against others who move the record at the same time. */
const ROUNDS_MAX = 5;

const Cursor = z.strictObject({ after: z.string() });

/** What time does to one record; undefined when nothing is due (any more). */
export type Due = (item: Item, deps: Deps) => Promise<readonly Write[] | undefined>;

const moveOne = async (key: Key, deps: Deps, due: Due): Promise<Outcome> => {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const item = await deps.db.get(key);
    const writes = item && (await due(item, deps));
    if (!writes) return "unchanged";
    if ((await deps.db.commit(writes)).ok) return "changed";
  }
  throw new Busy("the record kept changing");
};

/** A job on what stands in a due list, the longest due first; one that fails is set aside and the rest go on. */
export const dueJob = (
  name: string,
  actions: readonly TableAction[],
  list: { readonly partition: string; readonly keyOf: (id: string) => Key },
  due: Due,
): Job<z.infer<typeof Cursor>> => ({
  name,
  cursor: Cursor,
  actions,
  page: async (cursor, deps) => {
    const { ids, next } = await dueIds(deps.db, list, deps.clock.now(), cursor?.after ?? null, PAGE);
    const done = await eachItem(
      ids,
      (id) => id,
      (id) => moveOne(list.keyOf(id), deps, due),
    );
    return { ...done, next: next === null ? null : { after: next } };
  },
});

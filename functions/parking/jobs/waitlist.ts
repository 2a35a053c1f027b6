/** Offers what has become free to those who wait for it, place by place, whoever has waited longest first. */
import * as z from "zod";
import { dueIds } from "../../shared/due.ts";
import { eachItem, type Job } from "../../shared/jobs.ts";
import { serveQueue } from "../http/waitlist/serve.ts";
import { QUEUES, queueKey } from "../store/waitlist.ts";

const PAGE = 20;
const Cursor = z.strictObject({ after: z.string() });

/** Queues in which somebody waits; one that fails is set aside with its reason and the rest go on. */
export const parkingWaitlistJob: Job<z.infer<typeof Cursor>> = {
  name: "parking-waitlist",
  cursor: Cursor,
  actions: ["BatchGetItem", "ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"],
  page: async (cursor, deps) => {
    const list = { partition: QUEUES, keyOf: queueKey };
    const { ids, next } = await dueIds(deps.db, list, deps.clock.now(), cursor?.after ?? null, PAGE);
    const done = await eachItem(
      ids,
      (id) => id,
      (id) => serveQueue(id, deps),
    );
    return { ...done, next: next === null ? null : { after: next } };
  },
};

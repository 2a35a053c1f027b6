/**
 * Releases holds whose time has come. Until then they read as expired and cannot be posted, but still keep their
 * amount reserved.
 */
import * as z from "zod";
import { Known, ROUNDS_MAX } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { dueIds } from "../../shared/due.ts";
import { Busy } from "../../shared/dynamo.ts";
import { eachItem, type Job, type Outcome, SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { Refused } from "../../shared/refusal.ts";
import type { Key } from "../../shared/write.ts";
import { ended, planRelease } from "../domain/hold.ts";
import type { Situation } from "../domain/plan.ts";
import { endHold, holdKey, OPEN_HOLDS, toHold } from "../store/hold.ts";
import { planWrites } from "../store/plan.ts";

const HOLDS_PAGE = 50;

/**
 * Ends one hold, if it is still open and past its time; against a post or void at the same moment the hold's revision
 * lets one win.
 */
export const expireHold = async (key: Key, deps: Deps): Promise<Outcome> => {
  const known = new Known();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const item = known.get(key) ?? (await deps.db.get(key));
    const situation: Situation = { district: deps.district, now: deps.clock.now(), actor: SYSTEM_ACTOR };
    const hold = item && toHold(item);
    if (hold?.state !== "open" || hold.expiresMs > situation.now.getTime()) return "unchanged";
    const made = planWrites(planRelease(hold, situation), known, deps);
    if ("refusals" in made) throw new Refused(...made.refusals);
    const ending = endHold(ended(hold, "expired", situation), deps.stamps.take());
    const outcome = await deps.db.commit([ending, ...made.writes]);
    if (outcome.ok) return "changed";
    for (const { key: met, found } of outcome.failed) known.set(met, found);
  }
  throw new Busy("the hold's accounts kept changing");
};

const Cursor = z.strictObject({ after: z.string() });

/** Open holds by expiry, oldest first. */
export const holdExpiryJob: Job<z.infer<typeof Cursor>> = {
  name: "hold-expiry",
  cursor: Cursor,
  actions: ["GetItem", "PutItem", "Query", "UpdateItem"],
  page: async (cursor, deps) => {
    const list = { partition: OPEN_HOLDS, keyOf: holdKey };
    const { ids, next } = await dueIds(deps.db, list, deps.clock.now(), cursor?.after ?? null, HOLDS_PAGE);
    const done = await eachItem(
      ids,
      (id) => id,
      (id) => expireHold(holdKey(id), deps),
    );
    return { ...done, next: next === null ? null : { after: next } };
  },
};

/**
 * The settlement of a district: silence that has run out confirms, then everything that was confirmed before the
 * calendar's latest instant is settled. That instant is kept with the run's place, so that a run which is
 * killed, resumed, late, or crosses the end of a month settles what it was started for. Then the members: hours above
 * the storage cap, stars, notices of inactivity.
 */
import * as z from "zod";
import type { Deps } from "../../shared/deps.ts";
import type { Job, JobPage } from "../../shared/jobs.ts";
import { cutoffOf } from "../domain/settlement.ts";
import { membersPage } from "./members.ts";
import { CONFIRMED_BY_SILENCE, calendarOf, SETTLEMENT } from "./names.ts";
import { ordersDueJob } from "./orders-due.ts";
import { settlePage } from "./settle.ts";

const Cursor = z.discriminatedUnion("phase", [
  z.strictObject({ phase: z.literal("confirm"), cutoffMs: z.int(), after: z.string().nullable() }),
  z.strictObject({ phase: z.literal("settle"), cutoffMs: z.int(), after: z.string().nullable() }),
  z.strictObject({ phase: z.literal("members"), index: z.int().min(0), after: z.string().nullable() }),
]);
type Place = z.infer<typeof Cursor>;

const begin = ({ district, clock }: Deps): Place | undefined => {
  if (!district.timebank) return undefined;
  const cutoffMs = cutoffOf(clock.now(), calendarOf(district.timebank, district));
  return { phase: "confirm", cutoffMs, after: null };
};

const confirmPage = async (
  { cutoffMs, after }: Extract<Place, { phase: "confirm" }>,
  deps: Deps,
): Promise<JobPage<Place>> => {
  const { next, ...done } = await ordersDueJob.page(after === null ? undefined : { after }, deps);
  const place: Place = next
    ? { phase: "confirm", cutoffMs, after: next.after }
    : { phase: "settle", cutoffMs, after: null };
  return { ...done, sums: { [CONFIRMED_BY_SILENCE]: done.changed }, next: place };
};

/** Everything that the calendar asks for, in its order. */
export const settlementJob: Job<Place> = {
  name: SETTLEMENT,
  cursor: Cursor,
  actions: ["BatchGetItem", "GetItem", "PutItem", "Query", "UpdateItem"],
  page: async (cursor, deps) => {
    const place = cursor ?? begin(deps);
    if (!place) return { next: null, changed: 0, unchanged: 0, failures: [] };
    if (place.phase === "confirm") return confirmPage(place, deps);
    if (place.phase === "members") {
      const { next, ...done } = await membersPage(place, deps);
      return { ...done, next: next === null ? null : { phase: "members", ...next } };
    }
    const { next, ...done } = await settlePage(place.cutoffMs, place.after, deps);
    return { ...done, next: next === null ? { phase: "members", index: 0, after: null } : { ...place, after: next } };
  },
};

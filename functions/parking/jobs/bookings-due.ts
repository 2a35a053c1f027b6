/**
 * What time does to bookings: holds and unanswered requests expire, nobody came, the stay is past its end. The rules
 * count without this job: an expired hold is free at once for everyone; the job frees what was reserved for it.
 */
import * as z from "zod";
import { itemOf, Known, ROUNDS_MAX } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { dueIds } from "../../shared/due.ts";
import { Busy } from "../../shared/dynamo.ts";
import { eachItem, type Job, type Outcome, SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { Refused } from "../../shared/refusal.ts";
import { type Booking, dueOf, forgotten } from "../domain/booking.ts";
import type { Command, State } from "../domain/lifecycle.ts";
import { advance, type Scene, type Step } from "../http/change.ts";
import { missed, overdue, released } from "../http/steps.ts";
import { policyOf } from "../http/support.ts";
import { bookingKey, DUE_BOOKINGS, moveBooking, toBooking } from "../store/bookings.ts";

const PAGE = 50;

/** What time does to a booking in each state that has a due instant. */
const BY_ITSELF: Partial<Record<State, readonly [Command, Step]>> = {
  held: ["expire", released("expired")],
  "pending-owner": ["expire", released("expired")],
  confirmed: ["no-show", missed],
  active: ["overstay", overdue],
};

const nextOf = async (booking: Booking, scene: Scene) => {
  const rule = BY_ITSELF[booking.state];
  if (rule) return advance(rule[0], booking, scene, rule[1]);
  const next = forgotten(booking);
  const move = moveBooking(next, booking, undefined, scene.deps.stamps.take());
  return { booking: next, writes: [move] };
};

/** Moves one booking on if it is due; against a command at the same moment the booking's revision lets one win. */
export const moveDue = async (id: string, deps: Deps): Promise<Outcome> => {
  const known = new Known();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const item = await itemOf(bookingKey(id), known, deps);
    const booking = item && toBooking(item);
    if (!booking) return "unchanged";
    const policy = policyOf(deps, booking.policy);
    const now = deps.clock.now();
    const dueMs = dueOf(booking, policy);
    if (dueMs === undefined || dueMs > now.getTime()) return "unchanged";
    const mover = { actor: SYSTEM_ACTOR };
    const scene: Scene = { deps, known, now, nowMs: now.getTime(), side: "system", mover, policy };
    const made = await nextOf(booking, scene);
    if (made === "moved") continue;
    if ("refusals" in made) throw new Refused(...made.refusals);
    const outcome = await deps.db.commit(made.writes);
    if (outcome.ok) return "changed";
    for (const { key, found } of outcome.failed) known.set(key, found);
  }
  throw new Busy("the booking kept changing");
};

const Cursor = z.strictObject({ after: z.string() });

/** Due bookings, oldest first; one that fails is set aside with its reason and the rest go on. */
export const bookingsDueJob: Job<z.infer<typeof Cursor>> = {
  name: "bookings-due",
  cursor: Cursor,
  actions: ["BatchGetItem", "GetItem", "PutItem", "Query", "UpdateItem"],
  page: async (cursor, deps) => {
    const list = { partition: DUE_BOOKINGS, keyOf: bookingKey };
    const { ids, next } = await dueIds(deps.db, list, deps.clock.now(), cursor?.after ?? null, PAGE);
    const done = await eachItem(
      ids,
      (id) => id,
      (id) => moveDue(id, deps),
    );
    return { ...done, next: next === null ? null : { after: next } };
  },
};

/**
 * What happens to orders by themselves: requests that nobody took or served expire, silence confirms, and a session
 * that nobody ended is frozen for a mediator.
 */
import * as z from "zod";
import { itemOf, Known, ROUNDS_MAX } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { dueIds } from "../../shared/due.ts";
import { Busy } from "../../shared/dynamo.ts";
import { eachItem, type Job, type Outcome, SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { Refused } from "../../shared/refusal.ts";
import { together } from "../../shared/write.ts";
import type { Command, State } from "../domain/lifecycle.ts";
import { confirmed, disputed, ended } from "../http/steps.ts";
import { advance, type Step } from "../http/transition.ts";
import { DUE_ORDERS, orderKey, toOrder } from "../store.ts";

const PAGE = 50;

/** What time does to an order in each state that has a due instant. */
const BY_ITSELF: Partial<Record<State, readonly [Command, Step]>> = {
  draft: ["expire", ended("expired")],
  requested: ["expire", ended("expired")],
  matched: ["expire", ended("expired")],
  accepted: ["expire", ended("expired")],
  "checked-in": ["dispute", disputed("nobody signed out")],
  "checked-out": ["confirm", confirmed],
};

/** Moves one order on if it is due; against a command at the same moment the order's revision lets one win. */
export const moveDue = async (id: string, deps: Deps): Promise<Outcome> => {
  const known = new Known();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const item = await itemOf(orderKey(id), known, deps);
    const order = item && toOrder(item);
    const now = deps.clock.now();
    const next = order && BY_ITSELF[order.state];
    if (!order || !next || order.dueMs === undefined || order.dueMs > now.getTime()) return "unchanged";
    const [command, step] = next;
    const scene = {
      deps,
      known,
      side: "system" as const,
      person: SYSTEM_ACTOR.id,
      mover: { actor: SYSTEM_ACTOR },
      now,
      zone: deps.district.zone,
    };
    const made = await advance(command, order, scene, step);
    if (made === "moved") continue;
    if ("refusals" in made) throw new Refused(...made.refusals);
    const outcome = await deps.db.commit(together(made.writes));
    if (outcome.ok) return "changed";
    for (const { key, found } of outcome.failed) known.set(key, found);
  }
  throw new Busy("the order kept changing");
};

const Cursor = z.strictObject({ after: z.string() });

/** Due orders, oldest first; one that fails is set aside with its reason and the rest go on. */
export const ordersDueJob: Job<z.infer<typeof Cursor>> = {
  name: "orders-due",
  cursor: Cursor,
  actions: ["GetItem", "PutItem", "Query", "UpdateItem"],
  page: async (cursor, deps) => {
    const list = { partition: DUE_ORDERS, keyOf: orderKey };
    const { ids, next } = await dueIds(deps.db, list, deps.clock.now(), cursor?.after ?? null, PAGE);
    const done = await eachItem(
      ids,
      (id) => id,
      (id) => moveDue(id, deps),
    );
    return { ...done, next: next === null ? null : { after: next } };
  },
};

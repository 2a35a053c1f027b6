/**
 * Data of the time bank's events, version 1: opaque ids, times and minutes. Where an elder lives, what was said and how
 * it was rated stay in the time bank.
 */
import * as z from "zod";
import { Category, Slug, Uuid } from "../../schemas/primitives.ts";
import { ProfileId } from "../../schemas/timebank/policy.ts";
import { OrderState } from "../../schemas/timebank/resources.ts";
import { Doer, EventInstant, Quantity, Revision } from "./fields.ts";

const order = z.object({
  order: Uuid,
  community: Slug,
  state: OrderState,
  recipient: Uuid,
  requester: Uuid,
  volunteer: Uuid.optional(),
  category: Category,
  from: EventInstant,
  until: EventInstant,
  policy: ProfileId,
  held: Quantity.optional().describe("Minutes reserved."),
  measured: Quantity.optional(),
  credited: Quantity.optional(),
  transfer: Uuid.optional().describe("Ledger transfer that paid it."),
  by: Doer,
  revision: Revision,
});

const member = { member: Uuid, community: Slug, revision: Revision };

/** Schemas of the data by event name: one for each state that an order comes to, and what members are told. */
export const timebankContracts = {
  "timebank.order.draft": order,
  "timebank.order.declined": order,
  "timebank.order.requested": order,
  "timebank.order.matched": order,
  "timebank.order.accepted": order,
  "timebank.order.checked-in": order,
  "timebank.order.checked-out": order,
  "timebank.order.confirmed": order,
  "timebank.order.settled": order,
  "timebank.order.disputed": order,
  "timebank.order.resolved": order,
  "timebank.order.cancelled": order,
  "timebank.order.no-show": order,
  "timebank.order.expired": order,
  "timebank.member.star-reached": z.object({ ...member, stars: z.int().min(1), honourMinutes: Quantity }),
  "timebank.member.inactive": z.object({ ...member, since: EventInstant.describe("Last movement of their hours.") }),
} as const;

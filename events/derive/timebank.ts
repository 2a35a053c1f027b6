/** Data of the time bank's events from its items. */
import { toOrder } from "../../functions/timebank/store.ts";
import type { timebankContracts } from "../contracts/timebank.ts";
import { instantOf, type Pick, type Picks } from "./pick.ts";

const order: Pick = (image) => {
  const one = toOrder(image);
  return {
    order: one.id,
    community: one.community,
    state: one.state,
    recipient: one.recipient,
    requester: one.requester,
    volunteer: one.volunteer,
    category: one.category,
    from: instantOf(one.fromMs),
    until: instantOf(one.untilMs),
    policy: one.policy,
    held: one.held,
    measured: one.measured,
    credited: one.credited,
    transfer: one.transfer,
    by: one.changedBy,
    revision: one.revision,
  };
};

/** One pick for each event of the time bank. */
export const timebankPicks: Picks<keyof typeof timebankContracts> = {
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
};

/** Data of the time bank's events from its items. */
import { toOrder, toVolunteer } from "../../functions/timebank/store.ts";
import type { timebankContracts } from "../contracts/timebank.ts";
import { instantOf, type Pick, type Picks, recordId } from "./pick.ts";

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

const member: Pick = (image) => ({ member: recordId(image), community: image.com, revision: image.rev });

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
  "timebank.member.star-reached": (image) => {
    const { honour, stars } = toVolunteer(image);
    return { ...member(image), stars, honourMinutes: honour };
  },
  "timebank.member.inactive": (image) => ({
    ...member(image),
    since: instantOf(Math.floor(toVolunteer(image).quiet / 1_000)),
  }),
};

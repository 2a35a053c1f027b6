/** Data of the community fund's events from its items. */
import { planned } from "../../functions/fund/domain/grant.ts";
import { toFund, toMovement } from "../../functions/fund/store/funds.ts";
import { toApplication, toCall, toTranche } from "../../functions/fund/store/grants.ts";
import { ApplicationState, CallState, TrancheState } from "../../schemas/fund/states.ts";
import type { fundContracts } from "../contracts/fund.ts";
import { instantOf, type Pick, type Picks } from "./pick.ts";

const fund: Pick = (image) => {
  const { id, community, unit, state, restriction, by, revision } = toFund(image);
  return { fund: id, community, unit, state, purposes: restriction.purposes, by, revision };
};

const movement: Pick = (image) => {
  const { fund: id, kind, amount, transfer, other, by } = toMovement(image);
  return { fund: id, kind, amount, transfer, other, by };
};

const call: Pick = (image) => {
  const one = toCall(image);
  return {
    call: one.id,
    community: one.community,
    fund: one.fund,
    purpose: one.purpose,
    state: one.state,
    command: one.command,
    decidedBy: one.decidedBy,
    noticeUntil: instantOf(one.noticeUntilMs),
    poll: one.decision?.poll,
    by: one.by,
    revision: one.revision,
  };
};

const application: Pick = (image) => {
  const one = toApplication(image);
  return {
    application: one.id,
    call: one.call,
    fund: one.fund,
    community: one.community,
    state: one.state,
    command: one.command,
    amount: planned(one.plan),
    award: one.award,
    paid: one.paid,
    returned: one.returned,
    reportDue: instantOf(one.reportsDue[0]),
    by: one.by,
    revision: one.revision,
  };
};

const tranche: Pick = (image) => {
  const one = toTranche(image);
  return {
    tranche: one.id,
    application: one.application,
    fund: one.fund,
    state: one.state,
    command: one.command,
    amount: one.amount,
    transfer: one.transfer,
    by: one.by,
    revision: one.revision,
  };
};

/** The pick of every event of one aggregate. */
const each = <Kind extends string, State extends string>(kind: Kind, states: readonly State[], pick: Pick) =>
  Object.fromEntries(states.map((state) => [`fund.${kind}.${state}`, pick])) as Readonly<
    Record<`fund.${Kind}.${State}`, Pick>
  >;

/** One pick for each event of the community fund. */
export const fundPicks: Picks<keyof typeof fundContracts> = {
  ...each("call", [...CallState.options, "notice-ended"], call),
  ...each("application", [...ApplicationState.options, "report-due"], application),
  ...each("tranche", TrancheState.options, tranche),
  "fund.fund.opened": fund,
  "fund.fund.expired": fund,
  "fund.fund.closed": fund,
  "fund.movement.recorded": movement,
};

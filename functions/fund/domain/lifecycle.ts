/**
 * The lives of calls, applications and tranches, one table each. Conditions of writes, the diagrams of docs/fund.md and
 * the generated tests come from them; nothing else says which state follows which.
 */
import type { ApplicationState, CallState, TrancheState } from "../../../schemas/fund/states.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Row, Table } from "./machine.ts";

/**
 * Sides on which somebody acts: who applies, who runs the call, who scores, who holds the purse, anyone of the
 * community, or time itself.
 */
export type Side = "applicant" | "officer" | "reviewer" | "treasurer" | "resident" | "system";

/** The life of a call. */
export const CALL_TABLE = {
  publish: { from: ["draft"], to: "published", by: ["officer"] },
  open: { from: ["published"], to: "open", by: ["system"] },
  close: { from: ["open"], to: "closed", by: ["system"] },
  "begin-review": { from: ["closed"], to: "in-review", by: ["officer"] },
  "publish-shortlist": { from: ["in-review"], to: "shortlist-published", by: ["officer"] },
  "begin-vote": { from: ["shortlist-published"], to: "resident-vote", by: ["officer"] },
  "propose-awards": { from: ["shortlist-published", "resident-vote"], to: "proposed-awards", by: ["officer"] },
  "give-notice": { from: ["proposed-awards"], to: "public-notice", by: ["officer"] },
  "end-notice": { from: ["public-notice"], by: ["system"] },
  conclude: { from: ["public-notice"], to: "awarded", by: ["officer"] },
  complete: { from: ["awarded"], to: "completed", by: ["officer"] },
  cancel: {
    from: [
      "draft",
      "published",
      "open",
      "closed",
      "in-review",
      "shortlist-published",
      "resident-vote",
      "proposed-awards",
    ],
    to: "cancelled",
    by: ["officer"],
  },
} as const satisfies Table<CallState, Side>;
export type CallCommand = keyof typeof CALL_TABLE;

/** States in which an applicant has no agreement yet. */
const BEFORE_AGREEMENT = [
  "draft",
  "submitted",
  "eligible",
  "ineligible",
  "under-review",
  "scored",
  "recommended",
  "waitlisted",
  "notice",
  "objected",
  "dismissed",
  "awarded",
] as const satisfies readonly ApplicationState[];

/** A row of an application's table: `call` names the states of its call in which the command is given. */
export interface ApplicationRow extends Row<ApplicationState, Side> {
  readonly call?: readonly CallState[];
}

/** The life of an application; `call` names the states of its call in which a command is given. */
export const APPLICATION_TABLE = {
  submit: { from: ["draft"], to: "submitted", by: ["applicant"], call: ["open"] },
  "find-eligible": { from: ["submitted"], to: "eligible", by: ["officer"], call: ["open", "closed", "in-review"] },
  "find-ineligible": { from: ["submitted"], to: "ineligible", by: ["officer"], call: ["open", "closed", "in-review"] },
  appeal: { from: ["ineligible"], to: "submitted", by: ["applicant"], call: ["open", "closed", "in-review"] },
  assign: { from: ["eligible", "under-review"], to: "under-review", by: ["officer"], call: ["in-review"] },
  recuse: { from: ["under-review"], by: ["reviewer"], call: ["in-review"] },
  score: { from: ["under-review"], by: ["reviewer"], call: ["in-review"] },
  "conclude-scoring": { from: ["under-review"], to: "scored", by: ["officer"], call: ["in-review"] },
  recommend: { from: ["scored"], to: "recommended", by: ["officer"], call: ["in-review"] },
  waitlist: { from: ["scored"], to: "waitlisted", by: ["officer"], call: ["in-review"] },
  reject: { from: ["scored"], to: "not-recommended", by: ["officer"], call: ["in-review"] },
  promote: {
    from: ["waitlisted"],
    to: "recommended",
    by: ["officer"],
    call: ["shortlist-published", "resident-vote"],
  },
  demote: { from: ["recommended"], to: "waitlisted", by: ["officer"], call: ["shortlist-published", "resident-vote"] },
  "give-notice": { from: ["recommended"], to: "notice", by: ["officer"], call: ["proposed-awards"] },
  object: { from: ["notice", "objected", "dismissed"], to: "objected", by: ["resident"], call: ["public-notice"] },
  uphold: { from: ["objected"], to: "upheld", by: ["officer"], call: ["public-notice"] },
  dismiss: { from: ["objected"], to: "dismissed", by: ["officer"], call: ["public-notice"] },
  approve: { from: ["notice", "dismissed"], by: ["treasurer"], call: ["public-notice"] },
  award: { from: ["notice", "dismissed"], to: "awarded", by: ["treasurer"], call: ["public-notice"] },
  sign: { from: ["awarded"], to: "agreement-signed", by: ["officer"] },
  start: { from: ["agreement-signed"], to: "active", by: ["officer"] },
  report: { from: ["active", "suspended"], by: ["applicant"] },
  remind: { from: ["active", "suspended"], by: ["system"] },
  suspend: { from: ["active"], to: "suspended", by: ["officer"] },
  resume: { from: ["suspended"], to: "active", by: ["officer"] },
  "report-final": { from: ["active"], to: "final-report", by: ["applicant"] },
  close: { from: ["final-report"], to: "closed", by: ["officer"] },
  terminate: {
    from: ["agreement-signed", "active", "suspended", "final-report"],
    to: "terminated",
    by: ["officer"],
  },
  "demand-clawback": { from: ["terminated"], to: "clawback-due", by: ["officer"] },
  "claw-back": { from: ["clawback-due"], to: "clawed-back", by: ["treasurer"] },
  "write-off": { from: ["clawback-due"], to: "written-off", by: ["treasurer"] },
  withdraw: { from: BEFORE_AGREEMENT, to: "withdrawn", by: ["applicant"] },
} as const satisfies Record<string, ApplicationRow>;
export type ApplicationCommand = keyof typeof APPLICATION_TABLE;

/** The life of a tranche. */
export const TRANCHE_TABLE = {
  evidence: { from: ["planned"], to: "condition-met", by: ["applicant"] },
  "approve-first": { from: ["condition-met"], by: ["treasurer"] },
  approve: { from: ["condition-met"], to: "approved", by: ["treasurer"] },
  pay: { from: ["approved", "retry"], to: "paid", by: ["treasurer"] },
  fail: { from: ["approved", "retry"], to: "failed", by: ["treasurer"] },
  retry: { from: ["failed"], to: "retry", by: ["treasurer"] },
  return: { from: ["paid"], to: "returned", by: ["treasurer"] },
  cancel: {
    from: ["planned", "condition-met", "approved", "failed", "retry"],
    to: "cancelled",
    by: ["system"],
  },
} as const satisfies Table<TrancheState, Side>;
export type TrancheCommand = keyof typeof TRANCHE_TABLE;

/** Why the call's state does not allow a command on its applications, or nothing. */
export const callRefusals = (command: ApplicationCommand, state: CallState): Refusal[] => {
  const row: ApplicationRow = APPLICATION_TABLE[command];
  if (row.call === undefined || row.call.includes(state)) return [];
  return [refuse("fund/call-state", { state, needs: row.call.join(", ") })];
};

/** States of a call from which on scores and proposals are public. */
export const PUBLISHED_STATES: readonly CallState[] = [
  "shortlist-published",
  "resident-vote",
  "proposed-awards",
  "public-notice",
  "awarded",
  "completed",
];

/** States of an application whose award has been made. */
export const GRANT_STATES: readonly ApplicationState[] = [
  "awarded",
  "agreement-signed",
  "active",
  "suspended",
  "final-report",
  "closed",
  "terminated",
  "clawback-due",
  "clawed-back",
  "written-off",
];

/** States of calls, applications and tranches, see docs/fund.md. */
import * as z from "zod";

/** States of a call for applications. */
export const CallState = z.enum([
  "draft",
  "published",
  "open",
  "closed",
  "in-review",
  "shortlist-published",
  "resident-vote",
  "proposed-awards",
  "public-notice",
  "awarded",
  "completed",
  "cancelled",
]);
export type CallState = z.infer<typeof CallState>;

/** States of an application and of the grant that it becomes. */
export const ApplicationState = z.enum([
  "draft",
  "submitted",
  "eligible",
  "ineligible",
  "under-review",
  "scored",
  "recommended",
  "waitlisted",
  "not-recommended",
  "notice",
  "objected",
  "upheld",
  "dismissed",
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
  "withdrawn",
]);
export type ApplicationState = z.infer<typeof ApplicationState>;

/** States of a tranche. */
export const TrancheState = z.enum([
  "planned",
  "condition-met",
  "approved",
  "paid",
  "failed",
  "retry",
  "returned",
  "cancelled",
]);
export type TrancheState = z.infer<typeof TrancheState>;

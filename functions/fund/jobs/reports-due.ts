/** Reminders of reports: every three months of a long project, three months after its end (Charity Law, art. 79). */
import { SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { changedBy } from "../domain/grant.ts";
import { applicationKey, DUE_REPORTS, putApplication, toApplication } from "../store/grants.ts";
import { dueJob } from "./due.ts";

/** The job: each date that has come is reminded of once, by the event `fund.application.report-due`. */
export const fundReportsJob = dueJob(
  "fund-reports",
  ["GetItem", "PutItem", "Query"],
  { partition: DUE_REPORTS, keyOf: applicationKey },
  async (item, deps) => {
    const before = toApplication(item);
    const now = deps.clock.now().getTime();
    if (before.dueMs === undefined || before.dueMs > now) return undefined;
    const change = changedBy(before, { by: SYSTEM_ACTOR.id, command: "remind" });
    const dueMs = before.reportsDue.find((date) => date > now);
    return [putApplication({ ...before, ...change, dueMs }, deps.stamps.take(), before)];
  },
);

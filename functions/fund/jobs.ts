/** The fund's scheduled work; it may run twice, at once with itself, late, or crash anywhere. */
export { fundCallsJob } from "./jobs/calls-due.ts";
export { fundExpiryJob } from "./jobs/expiry.ts";
export { fundReportsJob } from "./jobs/reports-due.ts";

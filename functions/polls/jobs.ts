/** The polls' scheduled work; it may run twice, at once with itself, late, or crash anywhere. */
export { pollsDueJob } from "./jobs/polls-due.ts";

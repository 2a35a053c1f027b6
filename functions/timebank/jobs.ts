/** The time bank's scheduled work; it may run twice, at once with itself, late, or crash anywhere. */
export { ordersDueJob } from "./jobs/orders-due.ts";
export { settlementJob } from "./jobs/settlement.ts";
export { solvencyJob } from "./jobs/solvency.ts";

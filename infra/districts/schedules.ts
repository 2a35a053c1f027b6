/** When a district's jobs run, as data: EventBridge Scheduler on AWS and the local scheduler are both made from it. */
import type { District } from "../../schemas/district.ts";

/** Names of the scheduled jobs; the jobs function is called with `{ "job": <name> }`. */
export const jobNames = [
  "pool-fold",
  "hold-expiry",
  "points-expiry",
  "balance-checkpoint",
  "ledger-seal",
  "finish-erasures",
  "orders-due",
  "fund-calls",
  "fund-reports",
  "fund-expiry",
  "bookings-due",
  "parking-days",
  "parking-waitlist",
  "timebank-settlement",
  "timebank-solvency",
  "polls-due",
] as const;
/** Name of a scheduled job. */
export type JobName = (typeof jobNames)[number];

/** When one job runs: every so many minutes, or daily at a local time (HH:MM) of the district's zone. */
export type Schedule =
  | { readonly job: JobName; readonly everyMinutes: number }
  | { readonly job: JobName; readonly dailyAt: string };

/** The schedules of a district, one for each job. Local times are in `district.zone`. */
export const schedulesOf = ({ jobs }: District): readonly Schedule[] => [
  { job: "pool-fold", everyMinutes: jobs.poolFoldMinutes },
  { job: "hold-expiry", everyMinutes: jobs.holdExpiryMinutes },
  { job: "points-expiry", dailyAt: jobs.pointsExpiryAt },
  { job: "balance-checkpoint", dailyAt: jobs.balanceCheckpointAt },
  { job: "ledger-seal", dailyAt: jobs.ledgerSealAt },
  { job: "finish-erasures", everyMinutes: jobs.finishErasuresMinutes },
  { job: "orders-due", everyMinutes: jobs.ordersDueMinutes },
  { job: "fund-calls", everyMinutes: jobs.fundCallsMinutes },
  { job: "fund-reports", dailyAt: jobs.fundDailyAt },
  { job: "fund-expiry", dailyAt: jobs.fundDailyAt },
  { job: "bookings-due", everyMinutes: jobs.bookingsDueMinutes },
  { job: "parking-days", dailyAt: jobs.parkingDaysAt },
  { job: "parking-waitlist", everyMinutes: jobs.parkingWaitlistMinutes },
  { job: "timebank-settlement", dailyAt: jobs.settlementAt },
  { job: "timebank-solvency", dailyAt: jobs.solvencyAt },
  { job: "polls-due", everyMinutes: jobs.pollsDueMinutes },
];

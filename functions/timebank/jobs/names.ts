/** What the settlement job and those who read its records must call the same. */
import type { District } from "../../../schemas/district.ts";
import type { TimebankConfig } from "../../../schemas/timebank/policy.ts";
import type { Calendar } from "../domain/settlement.ts";

/** The job's name, under which its runs are kept. */
export const SETTLEMENT = "timebank-settlement";
/** Sum of the orders that silence confirmed in a run. */
export const CONFIRMED_BY_SILENCE = "confirmedBySilence";
/** Sum of the members whose hours overflowed or who were told something. */
export const MEMBERS = "members";
/** Sums of failures: this and the reason. */
export const FAILED = "failed:";

/** When a district settles. */
export const calendarOf = ({ settlementDays }: TimebankConfig, { jobs, zone }: District): Calendar => ({
  days: settlementDays,
  at: jobs.settlementAt,
  zone,
});

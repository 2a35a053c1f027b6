/** All operations of the time bank. */
import { blockOperations } from "./blocks.ts";
import { calendarOperations } from "./calendar.ts";
import { hoursOperations } from "./hours.ts";
import { matchOperations } from "./matches.ts";
import { offerOperations, policyOperations } from "./offers.ts";
import { orderOperations } from "./orders.ts";
import { settlementOperations } from "./settlement.ts";
import { solvencyOperations } from "./solvency.ts";

export const timebankOperations = {
  ...orderOperations,
  ...offerOperations,
  ...hoursOperations,
  ...policyOperations,
  ...settlementOperations,
  ...solvencyOperations,
  ...calendarOperations,
  ...blockOperations,
  ...matchOperations,
};

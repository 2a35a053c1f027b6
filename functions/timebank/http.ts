/** The time bank's routes, by operation; each group stands in a file of its own under http/. */
import type { timebankOperations } from "../../schemas/timebank/operations.ts";
import type { Handlers } from "../shared/call.ts";
import { calendarHandlers } from "./http/calendar.ts";
import { hoursHandlers } from "./http/hours.ts";
import { offerHandlers, policyHandlers } from "./http/offers.ts";
import { orderHandlers } from "./http/orders.ts";
import { runHandlers } from "./http/runs.ts";
import { solvencyHandlers } from "./http/solvency.ts";
import { statementHandlers } from "./http/statements.ts";

export const timebankHandlers: Handlers<typeof timebankOperations> = {
  ...orderHandlers,
  ...offerHandlers,
  ...hoursHandlers,
  ...policyHandlers,
  ...runHandlers,
  ...statementHandlers,
  ...solvencyHandlers,
  ...calendarHandlers,
};

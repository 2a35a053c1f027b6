/** The time bank's routes, by operation; each group stands in a file of its own under http/. */
import type { timebankOperations } from "../../schemas/timebank/operations.ts";
import { type Handlers, whenAsked } from "../shared/call.ts";
import { orderHandlers } from "./http/orders.ts";

const offers = () => import("./http/offers.ts");

export const timebankHandlers: Handlers<typeof timebankOperations> = {
  ...orderHandlers,
  ...whenAsked(["createOffer", "updateOffer", "listOffers"], async () => (await offers()).offerHandlers),
  ...whenAsked(
    ["giveHours", "donateHours", "grantSeedHours", "setCareFlag", "getMember", "recordGroupService"],
    async () => (await import("./http/hours.ts")).hoursHandlers,
  ),
  ...whenAsked(["listPolicies", "explainPolicy"], async () => (await offers()).policyHandlers),
  ...whenAsked(
    ["listSettlementRuns", "getSettlementRun", "listSetAsideOrders"],
    async () => (await import("./http/runs.ts")).runHandlers,
  ),
  ...whenAsked(["getMonthStatement"], async () => (await import("./http/statements.ts")).statementHandlers),
  ...whenAsked(["createBlock", "endBlock", "listBlocks"], async () => (await import("./http/blocks.ts")).blockHandlers),
  ...whenAsked(
    ["listVolunteerMatches", "listOrderMatches"],
    async () => (await import("./http/matches.ts")).matchHandlers,
  ),
  ...whenAsked(["getSolvency", "getCareStatement"], async () => (await import("./http/solvency.ts")).solvencyHandlers),
  ...whenAsked(
    ["openTimebankCalendar", "endTimebankCalendar", "readTimebankCalendar"],
    async () => (await import("./http/calendar.ts")).calendarHandlers,
  ),
};

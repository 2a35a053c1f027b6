/** The community fund's routes, by operation; each group stands in a file of its own under http/. */
import type { fundOperations } from "../../schemas/fund/operations.ts";
import { type Handlers, whenAsked } from "../shared/call.ts";
import { applicationHandlers } from "./http/applications.ts";
import { callHandlers } from "./http/calls.ts";
import { fundsHandlers } from "./http/funds.ts";
import { trancheHandlers } from "./http/tranches.ts";

export const fundHandlers: Handlers<typeof fundOperations> = {
  ...fundsHandlers,
  ...callHandlers,
  ...whenAsked(
    ["discloseFundCall", "indexFundDisclosure"],
    async () => (await import("./http/disclosure.ts")).disclosureHandlers,
  ),
  ...whenAsked(["disclosePeriod", "indexPeriod"], async () => (await import("./http/periods.ts")).periodHandlers),
  ...applicationHandlers,
  ...whenAsked(
    ["assignReviewers", "scoreApplication", "recuseReviewer", "listScores"],
    async () => (await import("./http/review.ts")).reviewHandlers,
  ),
  ...whenAsked(
    ["objectToAward", "listObjections", "reportOnProject", "listReports"],
    async () => (await import("./http/review.ts")).reviewHandlers,
  ),
  ...trancheHandlers,
};

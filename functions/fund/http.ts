/** The community fund's routes, by operation; each group stands in a file of its own under http/. */
import type { fundOperations } from "../../schemas/fund/operations.ts";
import type { Handlers } from "../shared/call.ts";
import { applicationHandlers } from "./http/applications.ts";
import { callHandlers } from "./http/calls.ts";
import { disclosureHandlers } from "./http/disclosure.ts";
import { fundsHandlers } from "./http/funds.ts";
import { reviewHandlers } from "./http/review.ts";
import { trancheHandlers } from "./http/tranches.ts";

export const fundHandlers: Handlers<typeof fundOperations> = {
  ...fundsHandlers,
  ...callHandlers,
  ...disclosureHandlers,
  ...applicationHandlers,
  ...reviewHandlers,
  ...trancheHandlers,
};

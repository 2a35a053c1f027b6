/** The residents context's routes, by operation; each group stands in a file of its own under http/. */
import type { residentsOperations } from "../../schemas/residents/operations.ts";
import type { Handlers } from "../shared/call.ts";
import { communityHandlers } from "./http/communities.ts";
import { grantHandlers } from "./http/grants.ts";
import { householdHandlers } from "./http/households.ts";
import { kinshipHandlers } from "./http/kinships.ts";
import { organisationHandlers } from "./http/organisations.ts";
import { proxyHandlers } from "./http/proxies.ts";
import { residentHandlers } from "./http/residents.ts";
import { rollHandlers } from "./http/roll.ts";
import { unitHandlers } from "./http/units.ts";

export const residentsHandlers: Handlers<typeof residentsOperations> = {
  ...communityHandlers,
  ...unitHandlers,
  ...residentHandlers,
  ...householdHandlers,
  ...organisationHandlers,
  ...grantHandlers,
  ...proxyHandlers,
  ...kinshipHandlers,
  ...rollHandlers,
};

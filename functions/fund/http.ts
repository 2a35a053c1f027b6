/** The community fund's routes, by operation; each group stands in a file of its own under http/. */
import type { fundOperations } from "../../schemas/fund/operations.ts";
import type { Handlers } from "../shared/call.ts";
import { fundsHandlers } from "./http/funds.ts";

export const fundHandlers: Handlers<typeof fundOperations> = { ...fundsHandlers };

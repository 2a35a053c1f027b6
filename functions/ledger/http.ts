/** The ledger's routes, by operation; each group stands in a file of its own under http/. */
import type { ledgerOperations } from "../../schemas/ledger/operations.ts";
import type { Handlers } from "../shared/call.ts";
import { accountHandlers } from "./http/accounts.ts";
import { batchHandlers } from "./http/batches.ts";
import { holdHandlers } from "./http/holds.ts";
import { reversalHandlers } from "./http/reversals.ts";
import { transferHandlers } from "./http/transfers.ts";

export const ledgerHandlers: Handlers<typeof ledgerOperations> = {
  ...accountHandlers,
  ...transferHandlers,
  ...batchHandlers,
  ...reversalHandlers,
  ...holdHandlers,
};

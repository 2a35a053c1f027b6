/** The ledger's routes, by operation; each group stands in a file of its own under http/. */
import type { ledgerOperations } from "../../schemas/ledger/operations.ts";
import type { Handlers } from "../shared/call.ts";
import { accountHandlers } from "./http/accounts.ts";
import { auditHandlers } from "./http/audit.ts";
import { batchHandlers } from "./http/batches.ts";
import { catalogueHandlers } from "./http/catalogue.ts";
import { claimHandlers } from "./http/claims.ts";
import { exportHandlers } from "./http/exports.ts";
import { holdHandlers } from "./http/holds.ts";
import { proofHandlers } from "./http/proofs.ts";
import { redemptionHandlers } from "./http/redemptions.ts";
import { requestHandlers } from "./http/requests.ts";
import { reversalHandlers } from "./http/reversals.ts";
import { rewardHandlers } from "./http/rewards.ts";
import { statementHandlers } from "./http/statements.ts";
import { transferHandlers } from "./http/transfers.ts";

export const ledgerHandlers: Handlers<typeof ledgerOperations> = {
  ...accountHandlers,
  ...statementHandlers,
  ...auditHandlers,
  ...exportHandlers,
  ...proofHandlers,
  ...transferHandlers,
  ...batchHandlers,
  ...reversalHandlers,
  ...holdHandlers,
  ...rewardHandlers,
  ...claimHandlers,
  ...catalogueHandlers,
  ...redemptionHandlers,
  ...requestHandlers,
};

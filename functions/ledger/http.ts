/** The ledger's routes, by operation; each group stands in a file of its own under http/. */
import type { ledgerOperations } from "../../schemas/ledger/operations.ts";
import { type Handlers, whenAsked } from "../shared/call.ts";
import { accountHandlers } from "./http/accounts.ts";
import { catalogueHandlers } from "./http/catalogue.ts";
import { holdHandlers } from "./http/holds.ts";
import { requestHandlers } from "./http/requests.ts";
import { reversalHandlers } from "./http/reversals.ts";
import { rewardHandlers } from "./http/rewards.ts";
import { statementHandlers } from "./http/statements.ts";
import { transferHandlers } from "./http/transfers.ts";

export const ledgerHandlers: Handlers<typeof ledgerOperations> = {
  ...accountHandlers,
  ...statementHandlers,
  ...whenAsked(["listPools", "auditLedger"], async () => (await import("./http/audit.ts")).auditHandlers),
  ...whenAsked(["exportLedger"], async () => (await import("./http/exports.ts")).exportHandlers),
  ...whenAsked(
    ["listLedgerRoots", "getLedgerConsistency", "getEntryProof"],
    async () => (await import("./http/proofs.ts")).proofHandlers,
  ),
  ...transferHandlers,
  ...whenAsked(["createTransferBatch"], async () => (await import("./http/batches.ts")).batchHandlers),
  ...reversalHandlers,
  ...holdHandlers,
  ...rewardHandlers,
  ...whenAsked(
    [
      "createEarnClaim",
      "getEarnClaim",
      "listPendingEarnClaims",
      "listEarnClaims",
      "acceptEarnClaim",
      "rejectEarnClaim",
    ],
    async () => (await import("./http/claims.ts")).claimHandlers,
  ),
  ...catalogueHandlers,
  ...whenAsked(
    ["createRedemption", "getRedemption", "listRedemptions", "fulfilRedemption", "cancelRedemption"],
    async () => (await import("./http/redemptions.ts")).redemptionHandlers,
  ),
  ...requestHandlers,
};

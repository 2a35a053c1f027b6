/** All operations of the ledger context. */
import { accountOperations } from "./accounts.ts";
import { auditOperations } from "./audit.ts";
import { catalogueOperations, redemptionOperations } from "./catalogue.ts";
import { proofOperations } from "./proofs.ts";
import { requestOperations } from "./requests.ts";
import { claimOperations, rewardOperations } from "./rewards.ts";
import { holdOperations, transferOperations } from "./transfers.ts";

export const ledgerOperations = {
  ...accountOperations,
  ...auditOperations,
  ...proofOperations,
  ...transferOperations,
  ...holdOperations,
  ...rewardOperations,
  ...claimOperations,
  ...catalogueOperations,
  ...redemptionOperations,
  ...requestOperations,
};

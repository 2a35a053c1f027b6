/** All operations of the ledger context. */
import { accountOperations } from "./accounts.ts";
import { holdOperations, transferOperations } from "./transfers.ts";

export const ledgerOperations = {
  ...accountOperations,
  ...transferOperations,
  ...holdOperations,
};

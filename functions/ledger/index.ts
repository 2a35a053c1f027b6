/** Lambda of the ledger context. */
import { ledgerOperations } from "../../schemas/ledger/operations.ts";
import { httpEntry } from "../shared/lambda.ts";
import { ledgerHandlers } from "./http.ts";

export const { create, handler } = httpEntry("ledger", ledgerOperations, ledgerHandlers);

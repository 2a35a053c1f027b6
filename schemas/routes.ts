/**
 * The route manifest: every operation of the API, once. Routers, gateway, IAM, OpenAPI, client types and tests are
 * made from it.
 */
import { fundOperations } from "./fund/operations.ts";
import { ledgerOperations } from "./ledger/operations.ts";
import type { Context, Operation } from "./operation.ts";
import { parkingOperations } from "./parking/operations.ts";
import { pollsOperations } from "./polls/operations.ts";
import { residentsOperations } from "./residents/operations.ts";
import { systemOperations } from "./system/operations.ts";
import { timebankOperations } from "./timebank/operations.ts";

/** Operations by context and id. */
export const manifest = {
  ledger: ledgerOperations,
  residents: residentsOperations,
  timebank: timebankOperations,
  parking: parkingOperations,
  fund: fundOperations,
  polls: pollsOperations,
  system: systemOperations,
} as const;

/** All operations in one list. */
export const operations: readonly Operation[] = Object.values(manifest).flatMap(
  (context) => Object.values(context) as Operation[],
);

/** Contexts, each a Lambda of its own. */
export const contexts = Object.keys(manifest) as Context[];

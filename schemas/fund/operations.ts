/** All operations of the community fund. */
import { applicationOperations, trancheOperations } from "./applications.ts";
import { callOperations } from "./calls.ts";
import { fundOperations as funds } from "./funds.ts";
import { periodOperations } from "./periods.ts";

export const fundOperations = {
  ...funds,
  ...callOperations,
  ...applicationOperations,
  ...trancheOperations,
  ...periodOperations,
};

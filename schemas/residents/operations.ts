/** All operations of the residents context. */
import { householdOperations, residentOperations } from "./people.ts";
import { communityOperations, organisationOperations, unitOperations } from "./places.ts";
import { grantOperations, kinshipOperations, proxyOperations } from "./relations.ts";
import { rollOperations } from "./roll.ts";

export const residentsOperations = {
  ...communityOperations,
  ...unitOperations,
  ...residentOperations,
  ...householdOperations,
  ...organisationOperations,
  ...grantOperations,
  ...proxyOperations,
  ...kinshipOperations,
  ...rollOperations,
};

/** Roles that a token may carry, and which of them act for a whole community or district. */
import * as z from "zod";

/** Every role of the platform (DESIGN section 5). */
export const Role = z.enum([
  "resident",
  "guardian",
  "steward",
  "provider",
  "fund-reviewer",
  "fund-treasurer",
  "poll-officer",
  "auditor",
  "district-admin",
]);
export type Role = z.infer<typeof Role>;

/**
 * Roles that staff hold by appointment; everyone else is a resident acting for themselves or for a person in their
 * care.
 */
export const STAFF_ROLES: readonly Role[] = [
  "steward",
  "provider",
  "fund-reviewer",
  "fund-treasurer",
  "poll-officer",
  "auditor",
  "district-admin",
];

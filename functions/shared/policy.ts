/** Who acts, and whether a role of theirs reaches a community; pure, so that domain rules can use it. */
import type { Role } from "../../schemas/roles.ts";

/** The person or officer behind a request. */
export interface Actor {
  /** Resident's id, or the id of a member of staff. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** Communities that the roles hold for. */
  readonly communities: readonly string[];
}

/**
 * True when the actor holds `role` for `community`; a district administrator acts for every community of the
 * district.
 */
export const holds = (actor: Actor, role: Role, community: string): boolean =>
  actor.roles.includes(role) && (role === "district-admin" || actor.communities.includes(community));

/** True when the actor holds any of `roles` for `community`. */
export const holdsAny = (actor: Actor, roles: readonly Role[], community: string): boolean =>
  roles.some((role) => holds(actor, role, community));

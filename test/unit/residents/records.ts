/** People and places of the rules' tests: a record with what a rule does not read, and the changes that it does. */
import type { Household, Owner, Resident, Unit } from "../../../functions/residents/domain/model.ts";
import type { Actor } from "../../../functions/shared/policy.ts";
import type { Role } from "../../../schemas/roles.ts";

/** Someone who acts in the given communities under one role. */
export const actor = (id: string, role: Role = "resident", communities: readonly string[] = ["lujing"]): Actor => ({
  id,
  roles: [role],
  communities,
});

/** A resident who owns so many basis points. */
export const owner = (id: string, bps: number): Owner => ({ kind: "resident", id, bps });

/** A person on the roll. */
export const resident = (changes: Partial<Resident> = {}): Resident => ({
  state: "active",
  id: "r",
  community: "lujing",
  name: "王秀英",
  languages: [],
  revision: 1,
  ...changes,
});

/** A household with these members. */
export const household = (members: readonly string[], changes: Partial<Household> = {}): Household => ({
  id: "h",
  community: "lujing",
  members,
  revision: 1,
  ...changes,
});

/** A flat of 89.5 m² without an owner. */
export const unit = (changes: Partial<Unit> = {}): Unit => ({
  id: "u",
  community: "lujing",
  buildingId: "b",
  buildingName: "1",
  number: "101",
  area: 8_950,
  areaSource: "registry",
  use: "residential",
  owners: [],
  revision: 1,
  ...changes,
});

/**
 * Data of the residents' events, version 1: opaque ids of people and places, no names, dates of birth, phones or
 * addresses.
 */
import * as z from "zod";
import { Slug, Uuid } from "../../schemas/primitives.ts";
import {
  Area,
  GRANT_COMMUNITIES_MAX,
  HOUSEHOLD_MEMBERS_MAX,
  OrganisationKind,
  UnitUse,
} from "../../schemas/residents/resources.ts";
import { Role } from "../../schemas/roles.ts";
import { Doer, EventInstant, Revision } from "./fields.ts";

const community = z.object({ community: Slug, revision: Revision });

const unit = z.object({
  unit: Uuid,
  community: Slug,
  building: Uuid,
  area: Area,
  use: UnitUse,
  revision: Revision,
});

const resident = z.object({
  resident: Uuid,
  community: Slug,
  unit: Uuid.optional(),
  household: Uuid.optional(),
  by: Doer,
  revision: Revision,
});

const household = z.object({
  household: Uuid,
  community: Slug,
  unit: Uuid.optional(),
  members: z.array(Uuid).max(HOUSEHOLD_MEMBERS_MAX),
  revision: Revision,
});

const organisation = z.object({ organisation: Uuid, community: Slug, kind: OrganisationKind, revision: Revision });

const role = z.object({
  grant: Uuid,
  resident: Uuid,
  role: Role,
  communities: z.array(Slug).max(GRANT_COMMUNITIES_MAX),
  by: Doer,
  revision: Revision,
});

const proxy = z.object({
  proxy: Uuid.describe("Id of the proxy's record."),
  community: Slug,
  person: Uuid.describe("Who is acted for."),
  actor: Uuid.describe("Who acts."),
  from: EventInstant,
  until: EventInstant,
  by: Doer,
  revision: Revision,
});

const kinship = z.object({
  kinship: Uuid,
  community: Slug,
  residents: z.array(Uuid).min(2).max(2),
  by: Doer,
  revision: Revision,
});

const rows = z.int().min(0);
const roll = z.object({
  roll: Uuid.describe("Id of the import."),
  community: Slug,
  by: Doer,
  rows: z.object({ imported: rows, updated: rows, unchanged: rows, rejected: rows }),
});

/** Data of each residents event by its name. */
export const residentsContracts = {
  "residents.community.created": community,
  "residents.community.updated": community,
  "residents.unit.created": unit,
  "residents.unit.updated": unit,
  "residents.resident.created": resident,
  "residents.resident.updated": resident,
  "residents.resident.erased": resident.omit({ unit: true, household: true }),
  "residents.household.created": household,
  "residents.household.updated": household,
  "residents.organisation.created": organisation,
  "residents.organisation.updated": organisation,
  "residents.role.granted": role,
  "residents.role.revoked": role,
  "residents.proxy.granted": proxy,
  "residents.proxy.revoked": proxy,
  "residents.kinship.recorded": kinship,
  "residents.kinship.ended": kinship,
  "residents.roll.imported": roll,
} as const;

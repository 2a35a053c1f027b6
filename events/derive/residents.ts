/** Data of the residents' events from its items: ids only. */
import type { residentsContracts } from "../contracts/residents.ts";
import { instantOf, type Pick, type Picks, recordId } from "./pick.ts";

const community: Pick = (image) => ({ community: recordId(image), revision: image.rev });

const unit: Pick = (image) => ({
  unit: recordId(image),
  community: image.com,
  building: image.bd,
  area: image.area,
  use: image.use,
  revision: image.rev,
});

const resident: Pick = (image) => ({
  resident: recordId(image),
  community: image.com,
  unit: image.unit,
  household: image.hh,
  by: image.by,
  revision: image.rev,
});

const household: Pick = (image) => ({
  household: recordId(image),
  community: image.com,
  unit: image.unit,
  members: image.mem,
  revision: image.rev,
});

const organisation: Pick = (image) => ({
  organisation: recordId(image),
  community: image.com,
  kind: image.kind,
  revision: image.rev,
});

const role: Pick = (image) => ({
  grant: recordId(image),
  resident: image.sub,
  role: image.role,
  communities: image.coms,
  by: image.by,
  revision: image.rev,
});

const proxy: Pick = (image) => ({
  proxy: recordId(image),
  community: image.com,
  person: image.person,
  actor: image.proxy,
  from: instantOf(image.from),
  until: instantOf(image.until),
  by: image.by,
  revision: image.rev,
});

const kinship: Pick = (image) => ({
  kinship: recordId(image),
  community: image.com,
  residents: [image.a, image.b],
  by: image.by,
  revision: image.rev,
});

const roll: Pick = (image) => ({ roll: recordId(image), community: image.com, by: image.by, rows: image.n });

/** One pick for each residents event. */
export const residentsPicks: Picks<keyof typeof residentsContracts> = {
  "residents.community.created": community,
  "residents.community.updated": community,
  "residents.unit.created": unit,
  "residents.unit.updated": unit,
  "residents.resident.created": resident,
  "residents.resident.updated": resident,
  "residents.resident.erased": resident,
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
};

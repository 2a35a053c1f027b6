/** From domain to the shapes that the API shows. */

import type * as z from "zod";
import type * as shown from "../../../schemas/residents/resources.ts";
import { instantOf } from "../../shared/time.ts";
import type * as model from "../domain/model.ts";

/** A community as shown. */
export const viewCommunity = ({ id, name, address, revision }: model.Community): z.input<typeof shown.Community> => ({
  id,
  name: { ...name },
  address,
  revision,
});

/** A building as shown. */
export const viewBuilding = ({ id, community, name, address }: model.Building): z.input<typeof shown.Building> => ({
  id,
  community,
  name,
  address,
});

/** An owner as shown. */
export const viewOwner = ({ kind, id, bps }: model.Owner): z.input<typeof shown.Owner> =>
  kind === "resident" ? { residentId: id, shareBps: bps } : { organisationId: id, shareBps: bps };

/** An owner as given. */
export const toOwner = (given: z.output<typeof shown.Owner>): model.Owner =>
  "residentId" in given
    ? { kind: "resident", id: given.residentId, bps: given.shareBps }
    : { kind: "organisation", id: given.organisationId, bps: given.shareBps };

/** A unit as shown. */
export const viewUnit = ({ mark: _, owners, ...unit }: model.Unit): z.input<typeof shown.Unit> => ({
  ...unit,
  owners: owners.map(viewOwner),
});

/** A unit's former version as shown. */
export const viewUnitVersion = ({
  owners,
  replacedMs,
  ...version
}: model.UnitVersion): z.input<typeof shown.UnitVersion> => ({
  ...version,
  owners: owners.map(viewOwner),
  replacedAt: instantOf(replacedMs),
});

/** An active person as shown. */
export const viewResident = (resident: model.Resident): z.input<typeof shown.Resident> => {
  const { rollRef: _ref, openingPoints: _opening, mark: _mark, languages, ...rest } = resident;
  return { ...rest, languages: [...languages] };
};

/**
 * An active person as the community's officers see them: an auditor checks who is on the roll and where, which takes
 * neither phone, birth date nor sex (PIPL article 6, the least that the purpose needs).
 */
export const viewForOfficer = (resident: model.Resident, keeper: boolean): z.input<typeof shown.Resident> => {
  const { phone: _phone, birthDate: _birth, sex: _sex, ...least } = viewResident(resident);
  return keeper ? viewResident(resident) : least;
};

/** A tombstone as shown. */
export const viewTombstone = (tombstone: model.Tombstone): z.input<typeof shown.ErasedResident> => ({
  id: tombstone.id,
  community: tombstone.community,
  state: "erased",
  erasedAt: instantOf(tombstone.erasedMs),
  revision: tombstone.revision,
});

/** A person's record as shown. */
export const viewRecord = (record: model.ResidentRecord): z.input<typeof shown.ResidentRecord> =>
  record.state === "active" ? viewResident(record) : viewTombstone(record);

/** A household as shown. */
export const viewHousehold = ({ members, ...household }: model.Household): z.input<typeof shown.Household> => ({
  ...household,
  members: [...members],
});

/** An organisation as shown. */
export const viewOrganisation = (organisation: model.Organisation): z.input<typeof shown.Organisation> => ({
  ...organisation,
  representatives: [...organisation.representatives],
});

/** A role grant as shown. */
export const viewGrant = (grant: model.RoleGrant): z.input<typeof shown.RoleGrant> => ({
  id: grant.id,
  subject: grant.subject,
  role: grant.role,
  communities: [...grant.communities],
  state: grant.revokedMs === undefined ? "granted" : "revoked",
  grantedAt: instantOf(grant.grantedMs),
  by: grant.by,
  ...(grant.revokedMs === undefined ? {} : { revokedAt: instantOf(grant.revokedMs) }),
});

/** A proxy as shown. */
export const viewProxy = (proxy: model.ProxyGrant): z.input<typeof shown.ProxyGrant> => ({
  id: proxy.id,
  person: proxy.person,
  proxy: proxy.proxy,
  scopes: [...proxy.scopes],
  validFrom: instantOf(proxy.fromMs),
  validUntil: instantOf(proxy.untilMs),
  evidence: proxy.evidence,
  state: proxy.revokedMs === undefined ? "active" : "revoked",
  by: proxy.by,
  ...(proxy.revokedMs === undefined ? {} : { revokedAt: instantOf(proxy.revokedMs) }),
});

/** A kinship as shown. */
export const viewKinship = (kinship: model.Kinship): z.input<typeof shown.Kinship> => ({
  id: kinship.id,
  a: kinship.a,
  b: kinship.b,
  kind: kinship.kind,
  state: kinship.endedMs === undefined ? "active" : "ended",
  by: kinship.by,
  ...(kinship.endedMs === undefined ? {} : { endedAt: instantOf(kinship.endedMs) }),
});

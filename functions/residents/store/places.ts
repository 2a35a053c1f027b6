/** Communities, buildings, units and organisations in DynamoDB. */
import * as z from "zod";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Db } from "../../shared/dynamo.ts";
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Building, Community, ImportMark, Organisation, Owner, Unit, UnitVersion } from "../domain/model.ts";
import { born, linkKey, type Mark, putLink, type RecordPage, revise, sweep } from "./record.ts";

/** Key of a community. */
export const communityKey = (id: string): Key => ({ pk: `C#${id}`, sk: "C" });
/** Index partition of all communities. */
export const COMMUNITIES = "CL";

/** Makes a community. */
export const createCommunity = (community: Omit<Community, "revision">, mark: Mark): Write =>
  create({
    ...communityKey(community.id),
    name: { ...community.name },
    address: community.address,
    g3p: COMMUNITIES,
    g3s: community.id,
    ...born(mark),
  });

/** A community from its item. */
export const toCommunity = (item: Item): Community => ({
  id: item.pk.slice(2),
  name: item.name as Community["name"],
  address: item.address as string | undefined,
  revision: item.rev as number,
});

/** Key of a building. */
export const buildingKey = (id: string): Key => ({ pk: `BD#${id}`, sk: "B" });
/** Key that makes a building's name unique in its community; the item names the building. */
export const buildingNameKey = (community: string, name: string): Key => ({ pk: `BD#${community}#${name}`, sk: "N" });
/** Index partition of a community's buildings. */
export const buildingList = (community: string): string => `BL#${community}`;

/** Makes a building and takes its name. */
export const createBuilding = (building: Building, fingerprint?: string): Write[] => [
  create({
    ...buildingKey(building.id),
    com: building.community,
    name: building.name,
    address: building.address,
    fp: fingerprint,
    g3p: buildingList(building.community),
    g3s: `${building.name}#${building.id}`,
  }),
  create({ ...buildingNameKey(building.community, building.name), id: building.id }),
];

/** A building from its item. */
export const toBuilding = (item: Item): Building => ({
  id: item.pk.slice(3),
  community: item.com as string,
  name: item.name as string,
  address: item.address as string | undefined,
});

/** Key of a unit. */
export const unitKey = (id: string): Key => ({ pk: `U#${id}`, sk: "U" });
/** Key that makes a unit's number unique in its building; the item names the unit. */
export const unitNumberKey = (building: string, number: string): Key => ({ pk: `U#${building}#${number}`, sk: "N" });
/** Index partition of a community's units, sorted by building and number. */
export const unitList = (community: string): string => `UL#${community}`;

const storedOwners = (owners: readonly Owner[]) => owners.map(({ kind, id, bps }) => `${kind[0]}:${id}:${bps}`);

const readOwners = (stored: unknown): Owner[] =>
  (stored as string[]).map((text) => {
    const [kind, id, bps] = text.split(":") as [string, string, string];
    return { kind: kind === "r" ? "resident" : "organisation", id, bps: Number(bps) };
  });

/** Makes a unit, takes its number, and links it to its owners. */
export const createUnit = (unit: Unit, stamp: number, fingerprint?: string): Write[] => [
  create({
    ...unitKey(unit.id),
    com: unit.community,
    bd: unit.buildingId,
    bdn: unit.buildingName,
    nr: unit.number,
    area: unit.area,
    src: unit.areaSource,
    use: unit.use,
    own: storedOwners(unit.owners),
    imp: unit.mark && { ...unit.mark },
    g3p: unitList(unit.community),
    g3s: `${unit.buildingId}#${unit.number}#${unit.id}`,
    ...born({ stamp, event: "residents.unit.created" }, fingerprint),
  }),
  create({ ...unitNumberKey(unit.buildingId, unit.number), id: unit.id }),
  ...unit.owners.map(({ id }) => putLink(id, "unit", unit.id)),
];

/** A unit from its item. */
export const toUnit = (item: Item): Unit => ({
  id: item.pk.slice(2),
  community: item.com as string,
  buildingId: item.bd as string,
  buildingName: item.bdn as string,
  number: item.nr as string,
  area: item.area as number,
  areaSource: item.src as Unit["areaSource"],
  use: item.use as Unit["use"],
  owners: readOwners(item.own),
  revision: item.rev as number,
  mark: item.imp as ImportMark | undefined,
});

/** Prefix of a unit's former versions, in its own partition. */
export const UNIT_VERSIONS = "V#";

/** Key of a unit's former version. */
export const unitVersionKey = (id: string, revision: number): Key => ({
  pk: unitKey(id).pk,
  sk: `${UNIT_VERSIONS}${String(revision).padStart(8, "0")}`,
});

/** Keeps what a change replaces: areas and owners decide votes, so that an old count can be checked later. */
const keepVersion = (unit: Unit, by: string, stamp: number): Write =>
  create({
    ...unitVersionKey(unit.id, unit.revision),
    area: unit.area,
    src: unit.areaSource,
    use: unit.use,
    own: storedOwners(unit.owners),
    rev: unit.revision,
    at: stamp,
    by,
  });

const VersionCursor = z.strictObject({ v: z.int().min(1).max(99_999_999) });

/** A page of a unit's former versions, the last replaced first. */
export const listUnitVersions = async (
  db: Db,
  id: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<RecordPage> => {
  const after = cursor === undefined ? {} : { after: { ...unitVersionKey(id, decodeCursor(VersionCursor, cursor).v) } };
  const partition = unitKey(id).pk;
  const page = await db.query({ partition, prefix: UNIT_VERSIONS, descending: true, limit, ...after });
  const last = page.last && page.items.at(-1);
  return { items: page.items, next: last ? encodeCursor({ v: last.rev }) : null };
};

/** A unit's former version from its item. */
export const toUnitVersion = (item: Item): UnitVersion => ({
  revision: item.rev as number,
  area: item.area as number,
  areaSource: item.src as Unit["areaSource"],
  use: item.use as Unit["use"],
  owners: readOwners(item.own),
  replacedMs: Math.floor((item.at as number) / 1_000),
  by: item.by as string,
});

/**
 * Changes a unit whose item was read; links of former owners go, links of new ones come, the former version is kept.
 */
export const changeUnit = (
  item: Item,
  change: Partial<Pick<Unit, "area" | "areaSource" | "use" | "owners" | "mark">>,
  by: string,
  stamp: number,
  first?: unknown,
): Write[] => {
  const before = toUnit(item);
  const after = { ...before, ...change };
  const attributes = {
    area: after.area,
    src: after.areaSource,
    use: after.use,
    own: storedOwners(after.owners),
    imp: after.mark && { ...after.mark },
  };
  const leave = before.owners.filter(({ id }) => !after.owners.some((owner) => owner.id === id));
  return [
    revise(item, attributes, { stamp, event: "residents.unit.updated" }, first),
    keepVersion(before, by, stamp),
    ...leave.map(({ id }) => sweep(linkKey(id, "unit", after.id))),
    ...after.owners
      .filter(({ id }) => !before.owners.some((owner) => owner.id === id))
      .map(({ id }) => putLink(id, "unit", after.id)),
  ];
};

/** Key of an organisation. */
export const organisationKey = (id: string): Key => ({ pk: `O#${id}`, sk: "O" });
/** Index partition of a community's organisations. */
export const organisationList = (community: string): string => `OL#${community}`;

/** Makes an organisation and links it to its representatives. */
export const createOrganisation = (organisation: Organisation, stamp: number, fingerprint: string): Write[] => [
  create({
    ...organisationKey(organisation.id),
    com: organisation.community,
    name: organisation.name,
    kind: organisation.kind,
    code: organisation.creditCode,
    reps: [...organisation.representatives],
    g3p: organisationList(organisation.community),
    g3s: organisation.id,
    ...born({ stamp, event: "residents.organisation.created" }, fingerprint),
  }),
  ...organisation.representatives.map((id) => putLink(id, "organisation", organisation.id)),
];

/** An organisation from its item. */
export const toOrganisation = (item: Item): Organisation => ({
  id: item.pk.slice(2),
  community: item.com as string,
  name: item.name as string,
  kind: item.kind as Organisation["kind"],
  creditCode: item.code as string | undefined,
  representatives: item.reps as string[],
  revision: item.rev as number,
});

/** What of an organisation may change. */
export type OrganisationChange = Partial<Pick<Organisation, "name" | "kind" | "creditCode" | "representatives">>;

/**
 * Changes an organisation whose item was read; links of former representatives go, links of new ones come. A change to
 * undefined removes the field.
 */
export const changeOrganisation = (item: Item, change: OrganisationChange, stamp: number, first?: unknown): Write[] => {
  const before = toOrganisation(item);
  const after = { ...before, ...change };
  const attributes = { name: after.name, kind: after.kind, code: after.creditCode, reps: [...after.representatives] };
  const [left, joined] = [
    before.representatives.filter((id) => !after.representatives.includes(id)),
    after.representatives.filter((id) => !before.representatives.includes(id)),
  ];
  return [
    revise(item, attributes, { stamp, event: "residents.organisation.updated" }, first),
    ...left.map((id) => sweep(linkKey(id, "organisation", after.id))),
    ...joined.map((id) => putLink(id, "organisation", after.id)),
  ];
};

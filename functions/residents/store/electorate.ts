/**
 * The register read as electorates, in pages: units with their owners, residents of full age, or households by their
 * members of full age. What is read is the register as it stands; whoever needs a frozen roll copies it.
 */
import type { Db } from "../../shared/dynamo.ts";
import type { Item, Write } from "../../shared/write.ts";
import type { Household, Resident, Unit } from "../domain/model.ts";
import { comesOfAge } from "../domain/rules.ts";
import { householdKey, residentKey, residentList, toHousehold, toResident } from "./people.ts";
import { organisationKey, toUnit, unitKey, unitList } from "./places.ts";
import { idAtEnd, listRecords, real } from "./record.ts";

/** Which electorate of a community is read; `day` (`YYYY-MM-DD`) is the one on which people must be of full age. */
export interface ElectorateQuery {
  readonly community: string;
  readonly kind: "units" | "residents" | "households";
  readonly day: string;
}

/** Who may vote: a resident, or an organisation by its representatives. */
export interface Elector {
  readonly kind: "resident" | "organisation";
  readonly id: string;
}

/** One entry of an electorate. */
export interface Entitled {
  /** Id of the unit, resident or household. */
  readonly id: string;
  readonly building?: string | undefined;
  /** Owners of a unit (none: the developer has not sold it); who may vote for a household; the resident alone. */
  readonly electors: readonly Elector[];
  /** Of a unit: 0.01 m², where it is from, and what it is used for. */
  readonly unit?: Pick<Unit, "area" | "areaSource" | "use"> | undefined;
}

/** A page of an electorate; `skipped` counts people and households of whom nobody is known to be of full age. */
export interface ElectoratePage {
  readonly entries: readonly Entitled[];
  readonly skipped: number;
  readonly next: string | null;
}

const fullAge = ({ birthDate }: Resident, day: string): boolean =>
  birthDate !== undefined && comesOfAge(birthDate) <= day;

const person = (id: string): Elector => ({ kind: "resident", id });

const ofUnit = (unit: Unit): Entitled => ({
  id: unit.id,
  building: unit.buildingName,
  electors: unit.owners.map(({ kind, id }) => ({ kind, id })),
  unit: { area: unit.area, areaSource: unit.areaSource, use: unit.use },
});

/** Names of the buildings in which units lie, by unit id. */
const buildingsOf = async (db: Db, units: readonly (string | undefined)[]): Promise<Map<string, string>> => {
  const ids = [...new Set(units.filter((id) => id !== undefined))];
  const items = await db.getMany(ids.map(unitKey));
  return new Map(items.map((item) => [item.pk.slice(2), item.bdn as string]));
};

const ofResidents = async (db: Db, residents: readonly Resident[], day: string): Promise<Entitled[]> => {
  const adults = residents.filter((resident) => fullAge(resident, day));
  const buildings = await buildingsOf(
    db,
    adults.map(({ unitId }) => unitId),
  );
  return adults.map(({ id, unitId }) => ({
    id,
    building: unitId === undefined ? undefined : buildings.get(unitId),
    electors: [person(id)],
  }));
};

/** Households with their members who are on the roll; people of the page without a household stand for themselves. */
const ofHouseholds = async (db: Db, households: readonly Household[], day: string): Promise<Entitled[]> => {
  const members = await db.getMany(households.flatMap((household) => household.members.map(residentKey)));
  const people = new Map(members.filter((item) => item.st === "active").map((item) => [item.pk.slice(2), item]));
  const buildings = await buildingsOf(
    db,
    households.map(({ unitId }) => unitId),
  );
  return households.map(({ id, unitId, members: ids }) => ({
    id,
    building: unitId === undefined ? undefined : buildings.get(unitId),
    electors: ids
      .flatMap((member) => people.get(member) ?? [])
      .map(toResident)
      .filter((resident) => fullAge(resident, day))
      .map(({ id: member }) => person(member)),
  }));
};

const householdPage = async (db: Db, residents: readonly Resident[], day: string): Promise<Entitled[]> => {
  const ids = [...new Set(residents.flatMap(({ householdId }) => householdId ?? []))];
  const households = (await db.getMany(ids.map(householdKey))).map(toHousehold);
  const listed = new Set(residents.map(({ id }) => id));
  // A household is entered with the page of its first member, so that it is entered once.
  const own = households.filter(({ members }) => listed.has(members[0] ?? ""));
  const alone = residents.filter(({ householdId }) => householdId === undefined);
  return [...(await ofHouseholds(db, own, day)), ...(await ofResidents(db, alone, day))];
};

const entitledOf = async (db: Db, items: readonly Item[], { kind, day }: ElectorateQuery): Promise<Entitled[]> => {
  if (kind === "units") return items.map((item) => ofUnit(toUnit(item)));
  const residents = items.filter((item) => item.st === "active").map(toResident);
  return kind === "residents" ? ofResidents(db, residents, day) : householdPage(db, residents, day);
};

/** A page of up to `limit` records of the register, from `cursor` on (null at the start). */
export const electoratePage = async (
  db: Db,
  query: ElectorateQuery,
  cursor: string | null,
  limit: number,
): Promise<ElectoratePage> => {
  const units = query.kind === "units";
  const page = await listRecords(db, {
    partition: units ? unitList(query.community) : residentList(query.community),
    limit,
    cursor: cursor ?? undefined,
    keyOf: (sort) => (units ? unitKey(idAtEnd(sort)) : residentKey(sort)),
  });
  const all = await entitledOf(db, page.items, query);
  if (units) return { entries: all, skipped: 0, next: page.next };
  const entries = all.filter(({ electors }) => electors.length > 0);
  const single = page.items.filter(({ hh }) => query.kind === "residents" || hh === undefined).length;
  const households = all.filter(({ id }) => !page.items.some(({ pk }) => pk === residentKey(id).pk)).length;
  return { entries, skipped: single + households - entries.length, next: page.next };
};

/** One entry as the register has it now; undefined where it does not belong to the electorate. */
export const entitled = async (db: Db, query: ElectorateQuery, id: string): Promise<Entitled | undefined> => {
  const keys = { units: unitKey, residents: residentKey, households: householdKey };
  const item = real(await db.get(keys[query.kind](id)));
  if (item === undefined) {
    // Whoever belongs to no household is an entry of their own.
    const single = query.kind === "households" ? real(await db.get(residentKey(id))) : undefined;
    if (single?.com !== query.community || single.st !== "active" || single.hh !== undefined) return undefined;
    return (await ofResidents(db, [toResident(single)], query.day))[0];
  }
  if (item.com !== query.community) return undefined;
  if (query.kind === "units") return ofUnit(toUnit(item));
  if (query.kind === "households") {
    return (await ofHouseholds(db, [toHousehold(item)], query.day)).find(({ electors }) => electors.length > 0);
  }
  return item.st === "active" ? (await ofResidents(db, [toResident(item)], query.day))[0] : undefined;
};

/** Proof in a transaction that a person represents an organisation. */
export const representsProof = (organisation: string, person: string): Write => ({
  type: "check",
  key: organisationKey(organisation),
  condition: { expression: "contains(#r, :p)", names: { "#r": "reps" }, values: { ":p": person } },
});

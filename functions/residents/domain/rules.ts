/** Rules on shares, dates, terms and membership; pure, with the numbers behind each refusal. */
import { WHOLE_BPS } from "../../../schemas/residents/resources.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Household, Owner, Resident, Unit } from "./model.ts";

/** First year that a birth date may have; the oldest people alive were born after it. */
export const BIRTH_YEAR_MIN = 1900;

/**
 * Refusals of a list of owners: the shares make a whole (no owner at all is the developer's unit) and nobody is named
 * twice.
 */
export const ownerRefusals = (owners: readonly Owner[]): Refusal[] => {
  const ids = owners.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) return [refuse("request/invalid", {}, [{ field: `/owners/${twice}`, reason: "duplicate owner" }])];
  const sum = owners.reduce((total, { bps }) => total + bps, 0);
  if (owners.length === 0 || sum === WHOLE_BPS) return [];
  return [refuse("residents/unit-shares", { sum, whole: WHOLE_BPS })];
};

/** What a list of units may be narrowed to. */
export interface UnitFilter {
  readonly use?: Unit["use"] | undefined;
  readonly areaSource?: Unit["areaSource"] | undefined;
  readonly owner?: string | undefined;
  readonly unowned?: boolean | undefined;
}

/** True when a unit has all that the filter names. */
export const unitFits = (unit: Unit, { use, areaSource, owner, unowned }: UnitFilter): boolean =>
  (use === undefined || unit.use === use) &&
  (areaSource === undefined || unit.areaSource === areaSource) &&
  (owner === undefined || unit.owners.some(({ id }) => id === owner)) &&
  (unowned === undefined || (unit.owners.length === 0) === unowned);

/** What people on a roll are searched by. */
export interface ResidentFilter {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly unitId?: string | undefined;
}

/**
 * True when a person has all that the filter names: part of the name in either case, the last digits of the phone, the
 * home. A phone is no key: families share one.
 */
export const residentFits = (resident: Resident, { name, phone, unitId }: ResidentFilter): boolean =>
  (name === undefined || resident.name.toLowerCase().includes(name.toLowerCase())) &&
  (phone === undefined || resident.phone?.endsWith(phone) === true) &&
  (unitId === undefined || resident.unitId === unitId);

/** True for a birth date from 1900 to `today`, both `YYYY-MM-DD`. */
export const birthDateFits = (date: string, today: string): boolean =>
  date >= `${BIRTH_YEAR_MIN}-01-01` && date <= today;

/** Refusals of a birth date that cannot be one. */
export const birthDateRefusals = (date: string | null | undefined, today: string): Refusal[] => {
  if (date === undefined || date === null || birthDateFits(date, today)) return [];
  const reason = `${BIRTH_YEAR_MIN}-01-01 .. ${today}`;
  return [refuse("request/invalid", {}, [{ field: "/birthDate", reason }])];
};

/** Mainland mobile numbers get their country code, so that one phone is always written one way. */
export const normalPhone = (phone: string): string => (phone.startsWith("+") ? phone : `+86${phone}`);

/** Refusals of two people who should be related but are one. */
export const selfRefusals = (a: string, b: string): Refusal[] => (a === b ? [refuse("residents/self-relation")] : []);

/** Refusals of a term that ends before it begins. */
export const termRefusals = (fromMs: number, untilMs: number): Refusal[] =>
  fromMs < untilMs ? [] : [refuse("request/invalid", {}, [{ field: "/validUntil", reason: "> validFrom" }])];

/** Age of full age in years (Civil Code, article 17). */
export const FULL_AGE = 18;

/**
 * Day on which a person comes of age, `YYYY-MM-DD`: the 18th birthday, 1 March for who was born on 29 February (a day
 * that year lacks, so the sum of texts sorts after 28 February and before 1 March).
 */
export const comesOfAge = (birthDate: string): string =>
  `${Number(birthDate.slice(0, 4)) + FULL_AGE}${birthDate.slice(4)}`;

/**
 * Refusals of a proxy by age, days `YYYY-MM-DD`: who acts must be of full age when it begins (Civil Code, articles 17,
 * 18 and 27), and guardianship of a minor ends when the minor comes of age (article 39). Where no birth date is known
 * the evidence decides.
 */
export const proxyAgeRefusals = (
  birthDates: { readonly person?: string | undefined; readonly proxy?: string | undefined },
  term: { readonly from: string; readonly last: string },
): Refusal[] => {
  const { person, proxy } = birthDates;
  if (proxy !== undefined && term.from < comesOfAge(proxy)) return [refuse("residents/proxy-minor", { age: FULL_AGE })];
  if (person === undefined) return [];
  const ofAge = comesOfAge(person);
  return term.from < ofAge && ofAge <= term.last ? [refuse("residents/proxy-beyond-minority", { date: ofAge })] : [];
};

/** Refusals against a resident joining a household: another community, another household, or no room within `limit`. */
export const joinRefusals = (household: Household, resident: Resident, limit: number): Refusal[] => {
  if (resident.community !== household.community) {
    return [refuse("residents/other-community", { what: "resident", id: resident.id })];
  }
  if (resident.householdId === household.id) return [];
  if (resident.householdId !== undefined) {
    return [refuse("residents/already-member", { id: resident.id, household: resident.householdId })];
  }
  return household.members.length < limit ? [] : [refuse("residents/household-full", { limit })];
};

/** An unordered pair in its one order. */
export const pair = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

/** Roles and communities that a token may carry, and the grants they come from. */
export interface Reach {
  readonly roles: readonly string[];
  readonly communities: readonly string[];
}

/**
 * Joins grants into the flat claims of a token. A token says that each of its roles holds in each of its communities;
 * so only the communities that every staff role was given for are carried, and being a resident joins in only where
 * these are no more than home. Nobody gets further than their grants; who works in two communities under different
 * roles asks for a token of one role.
 */
export const reachOf = (
  grants: readonly { readonly role: string; readonly communities: readonly string[] }[],
  home: string | undefined,
): Reach => {
  const roles = new Set(grants.map(({ role }) => role));
  // An administrator's role holds in the whole district whatever the list says.
  const local = grants.filter(({ role }) => role !== "district-admin" && role !== "resident");
  const byRole = [...new Set(local.map(({ role }) => role))].map(
    (role) => new Set(local.filter((grant) => grant.role === role).flatMap(({ communities }) => communities)),
  );
  const [first] = byRole;
  const shared = first ? [...first].filter((community) => byRole.every((set) => set.has(community))) : undefined;
  if (home !== undefined && (shared ?? []).every((community) => community === home)) roles.add("resident");
  return { roles: [...roles].sort(), communities: (shared ?? (home === undefined ? [] : [home])).sort() };
};

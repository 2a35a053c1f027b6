/**
 * The residents context's published port: proofs for other contexts' transactions, names for their lists, and what a
 * start needs.
 */
import { seedPools } from "../ledger/port.ts";
import type { Call } from "../shared/call.ts";
import type { Deps } from "../shared/deps.ts";
import { Busy, type Db } from "../shared/dynamo.ts";
import type { Actor } from "../shared/policy.ts";
import { reject } from "../shared/refusal.ts";
import { keyText, type Write, writeKey } from "../shared/write.ts";
import { seesName } from "./domain/access.ts";
import { maskName } from "./domain/mask.ts";
import type { Kinship, ResidentRecord, RoleGrant } from "./domain/model.ts";
import { type Reach, reachOf } from "./domain/rules.ts";
import { representsProof } from "./store/electorate.ts";
import { grantsOf } from "./store/grants.ts";
import { homeProof, householdKey, residentKey, toHousehold, toRecord, toResident } from "./store/people.ts";
import { COMMUNITIES, communityKey, createCommunity, organisationKey, toOrganisation } from "./store/places.ts";
import { LINKS, mustBe, real } from "./store/record.ts";
import {
  kinshipKey,
  kinshipPairKey,
  kinshipProof,
  proxyCovers,
  proxyPairKey,
  proxyProof,
  toKinship,
} from "./store/relations.ts";

export type { ResidentRecord } from "./domain/model.ts";
export {
  type Elector,
  type ElectorateQuery,
  type Entitled,
  electoratePage,
  entitled,
} from "./store/electorate.ts";

/** Check that a person represents an organisation. */
export const representsCheck = (organisation: string, person: string): Write => representsProof(organisation, person);

/** Check that `proxy` may act for `person` within `scope` at `now`: not revoked, begun, not run out. */
export const proxyCheck = (person: string, proxy: string, scope: string, now: Date): Write =>
  proxyProof(person, proxy, scope, now.getTime());

/** True when such a proxy is in force; for reads. */
export const hasProxy = async (db: Db, person: string, proxy: string, scope: string, now: Date): Promise<boolean> =>
  proxyCovers(await db.get(proxyPairKey(person, proxy)), scope, now.getTime());

/** Who calls, and for whom they say they act. */
export type Acting = Pick<Call, "actor" | "actingFor">;

/** The person in whose name a call is made; without a proxy in force within `scope` for somebody else the call ends. */
export const actingPerson = async (
  { actor, actingFor }: Acting,
  scope: string,
  deps: Pick<Deps, "db" | "clock">,
): Promise<string> => {
  if (actingFor === undefined || actingFor === actor.id) return actor.id;
  if (await hasProxy(deps.db, actingFor, actor.id, scope, deps.clock.now())) return actingFor;
  return reject("residents/proxy-invalid", { person: actingFor, scope });
};

/** Proof in the transaction that the proxy, if one acts, is still in force. */
export const actingProofs = ({ actor, actingFor }: Acting, scope: string, deps: Pick<Deps, "clock">): Write[] =>
  actingFor === undefined || actingFor === actor.id ? [] : [proxyCheck(actingFor, actor.id, scope, deps.clock.now())];

/** Check that a community exists. */
export const communityCheck = (id: string): Write => mustBe(communityKey(id));

/** Check that two people are kin, in either order. */
export const kinshipCheck = (a: string, b: string): Write => kinshipProof(a, b);

/** Check that a resident is a member of a household. */
export const householdCheck = (residentId: string, householdId: string): Write =>
  mustBe(residentKey(residentId), { hh: householdId, st: "active" });

/** Household of a resident, or the household itself when the id is one; with the check that proves the former. */
const householdOf = (id: string, found: ReadonlySet<string>, residents: ReadonlyMap<string, string | undefined>) =>
  found.has(keyText(householdKey(id))) ? id : residents.get(id);

/**
 * Checks that prove in a transaction how two account holders (residents, or households for their wallets) are
 * related, null when they are not. `household`: members of one, or a member and its wallet. `kin`: recorded kinship,
 * or one household.
 */
export const relationChecks = async (
  db: Db,
  scope: "household" | "kin",
  a: string,
  b: string,
): Promise<readonly Write[] | null> => {
  const keys = [residentKey(a), residentKey(b), householdKey(a), householdKey(b)];
  const items = (await db.getMany(scope === "kin" ? [...keys, kinshipPairKey(a, b)] : keys)).filter(real);
  const found = new Set(items.map(keyText));
  if (found.has(keyText(kinshipPairKey(a, b)))) return [kinshipCheck(a, b)];
  const members = items.filter((item) => item.st === "active").map(toResident);
  const residents = new Map(members.map(({ id, householdId }) => [id, householdId]));
  const household = householdOf(a, found, residents);
  if (household === undefined || household !== householdOf(b, found, residents)) return null;
  return [a, b].filter((id) => residents.has(id)).map((id) => householdCheck(id, household));
};

/** How two residents stand to each other, with the checks that prove in a transaction that it is still so. */
export interface Relation {
  /** What `a` is to `b`, when a steward has recorded it. */
  readonly kinship: Kinship["kind"] | undefined;
  readonly household: boolean;
  readonly checks: readonly Write[];
}

/**
 * Kinship and household of two residents. The checks hold both to the household (or none) that was seen, and the pair
 * to its kinship: so they also prove that two people are strangers.
 */
export const relationOf = async (db: Db, a: string, b: string): Promise<Relation> => {
  const keys = [residentKey(a), residentKey(b), kinshipPairKey(a, b)];
  const items = (await db.getMany(keys)).filter(real);
  const people = items.filter((item) => item.sk === "R" && item.st === "active").map(toResident);
  const pair = items.find((item) => item.sk === "L");
  const record = pair && real(await db.get(kinshipKey(String(pair.id))));
  const kinship = record && toKinship(record);
  const homes = [a, b].map((id) => people.find((one) => one.id === id)?.householdId);
  return {
    kinship: kinship && (kinship.a === a ? kinship.kind : CONVERSE[kinship.kind]),
    household: homes[0] !== undefined && homes[0] === homes[1],
    checks: [...people.map(({ id, householdId }) => homeProof(id, householdId)), ...(pair ? [kinshipCheck(a, b)] : [])],
  };
};

/** Why somebody is not free to judge another: what the register says of the two. */
export type ConflictGround = "self" | "household" | "unit" | "kin" | "organisation";

/** Most organisations of one person that are looked at. */
const ORGANISATIONS_MAX = 50;

/** Organisations that a person represents. */
const organisationsOf = async (db: Db, person: string): Promise<string[]> => {
  const { pk } = residentKey(person);
  const { items } = await db.query({ partition: pk, prefix: LINKS.organisation, limit: ORGANISATIONS_MAX });
  return items.map(({ sk }) => sk.slice(LINKS.organisation.length));
};

/** What the register says against somebody's judging certain people or an organisation. */
export interface Conflicts {
  readonly grounds: readonly ConflictGround[];
  /** The person and the organisations that they represent. */
  readonly parties: readonly string[];
}

/**
 * Grounds on which `person` is not free towards `others` and `organisation`: the same person, one household, one unit,
 * recorded kinship, or an organisation that both represent.
 */
export const conflictsOf = async (
  db: Db,
  person: string,
  others: readonly string[],
  organisation?: string,
): Promise<Conflicts> => {
  const ours = await organisationsOf(db, person);
  const item = organisation === undefined ? undefined : real(await db.get(organisationKey(organisation)));
  const people = [...new Set([...others, ...(item ? toOrganisation(item).representatives : [])])];
  const theirs = (await Promise.all(people.map((each) => organisationsOf(db, each)))).flat();
  const keys = [person, ...people].map(residentKey);
  const pairs = people.map((each) => kinshipPairKey(person, each));
  const items = (await db.getMany([...keys, ...pairs])).filter(real);
  const records = items.filter(({ sk, st }) => sk === "R" && st === "active").map(toResident);
  const own = records.find(({ id }) => id === person);
  const shared = (member: "householdId" | "unitId"): boolean =>
    own?.[member] !== undefined && records.some((each) => each.id !== person && each[member] === own[member]);
  const all = organisation === undefined ? theirs : [...theirs, organisation];
  const found: Readonly<Record<ConflictGround, boolean>> = {
    self: people.includes(person),
    household: shared("householdId"),
    unit: shared("unitId"),
    kin: items.some(({ sk }) => sk === "L"),
    organisation: ours.some((id) => all.includes(id)),
  };
  const grounds = (Object.keys(found) as ConflictGround[]).filter((ground) => found[ground]);
  return { grounds, parties: [person, ...ours] };
};

/** Whether a person represents an organisation of a community. */
export const represents = async (db: Db, person: string, organisation: string, community: string): Promise<boolean> => {
  const item = real(await db.get(organisationKey(organisation)));
  if (!item) return false;
  const found = toOrganisation(item);
  return found.community === community && found.representatives.includes(person);
};

/** What the other side is. */
const CONVERSE: Readonly<Record<Kinship["kind"], Kinship["kind"]>> = {
  spouse: "spouse",
  parent: "child",
  child: "parent",
  sibling: "sibling",
  grandparent: "grandchild",
  grandchild: "grandparent",
  other: "other",
};

/** A person's record, active or tombstone. */
export const residentOf = async (db: Db, id: string): Promise<ResidentRecord | undefined> => {
  const item = real(await db.get(residentKey(id)));
  return item && toRecord(item);
};

/** Records of those of the given residents who are active, by id. */
export const activeResidents = async (db: Db, ids: readonly string[]) => {
  const items = (await db.getMany([...new Set(ids)].map(residentKey))).filter(real);
  const people = items.filter(({ st }) => st === "active").map(toResident);
  return new Map(people.map((person) => [person.id, person]));
};

/** The other members of a resident's household; nobody where there is none. */
export const householdMates = async (db: Db, id: string): Promise<ReadonlySet<string>> => {
  const { householdId } = (await activeResidents(db, [id])).get(id) ?? {};
  const item = householdId === undefined ? undefined : real(await db.get(householdKey(householdId)));
  const members = item ? toHousehold(item).members : [];
  return new Set(members.filter((member) => member !== id));
};

/**
 * Names to show beside ids: in full to the person and to officers of their community, `王**` to everyone else;
 * organisations always in full. Ids of households, erased people and unknown holders are not in the map.
 */
export const displayNames = async (db: Db, ids: readonly string[], actor: Actor): Promise<Map<string, string>> => {
  const unique = [...new Set(ids)];
  const items = await db.getMany(unique.flatMap((id) => [residentKey(id), organisationKey(id)]));
  return new Map(
    items.filter(real).flatMap((item): [string, string][] => {
      if (item.pk.startsWith("O#")) return [[item.pk.slice(2), toOrganisation(item).name]];
      const record = toRecord(item);
      if (record.state === "erased") return [];
      return [[record.id, seesName(actor, record) ? record.name : maskName(record.name)]];
    }),
  );
};

/**
 * What a token for `subject` may carry, and the grants it comes from (a token for one of them reaches no further than
 * that one).
 */
export const roleGrantsOf = async (
  db: Db,
  subject: string,
): Promise<Reach & { readonly grants: readonly Pick<RoleGrant, "role" | "communities">[] }> => {
  const [record, grants] = await Promise.all([residentOf(db, subject), grantsOf(db, subject)]);
  const home = record?.state === "active" ? record.community : undefined;
  const own = home === undefined ? [] : [{ role: "resident" as const, communities: [home] }];
  return {
    ...reachOf(grants, home),
    grants: [...own, ...grants.map(({ role, communities }) => ({ role, communities }))],
  };
};

/** Rounds after which a start gives up on creating what others create at the same time. */
const SEED_ROUNDS_MAX = 5;

/**
 * Creates the communities of the district's file with their pools, whatever of them is missing; safe to run at every
 * start.
 */
export const seedCommunities = async (deps: Pick<Deps, "db" | "district" | "stamps">): Promise<void> => {
  for (const community of deps.district.communities) {
    for (let round = 0; ; round++) {
      if (round === SEED_ROUNDS_MAX) throw new Busy("communities are being created elsewhere");
      const mark = { stamp: deps.stamps.take(), event: "residents.community.created" };
      const writes = [createCommunity(community, mark), ...seedPools(deps, community.id)];
      const there = new Set((await deps.db.getMany(writes.map(writeKey))).map(keyText));
      const missing = writes.filter((write) => !there.has(keyText(writeKey(write))));
      if (missing.length === 0 || (await deps.db.commit(missing)).ok) break;
    }
  }
};

const COMMUNITIES_PAGE = 100;

/** Ids of all communities, those of the district's file and those that were added since, in order. */
export const communityIds = async ({ db, district }: Pick<Deps, "db" | "district">): Promise<string[]> => {
  const ids = new Set(district.communities.map(({ id }) => id));
  let after: Record<string, unknown> | undefined;
  do {
    const start = after ? { after } : {};
    const page = await db.query({ index: "g3", partition: COMMUNITIES, limit: COMMUNITIES_PAGE, ...start });
    for (const { g3s } of page.items) ids.add(String(g3s));
    after = page.last;
  } while (after);
  return [...ids].sort();
};

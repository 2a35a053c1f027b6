/**
 * Who may see and do what with people and places. Residents see themselves, proxies the person they act for, officers
 * their community;
 * to everyone else a record does not exist.
 */
import { type Actor, holdsAny } from "../../shared/policy.ts";
import type { Household, ProxyGrant, ResidentRecord, Unit } from "./model.ts";

const KEEPERS = ["steward", "district-admin"] as const;
const READERS = ["steward", "auditor", "district-admin"] as const;
const UNIT_READERS = ["steward", "auditor", "poll-officer", "district-admin"] as const;

/** True when the actor belongs to the community or works for it: its buildings and organisations are open to them. */
export const entersCommunity = (actor: Actor, community: string): boolean =>
  actor.roles.includes("district-admin") || actor.communities.includes(community);

/** True when the actor keeps the community's roll. */
export const keepsRoll = (actor: Actor, community: string): boolean => holdsAny(actor, KEEPERS, community);

/** True when the actor reads the community's roll. */
export const readsRoll = (actor: Actor, community: string): boolean => holdsAny(actor, READERS, community);

/** True when the actor reads areas and owners of the community's units. */
export const readsUnits = (actor: Actor, community: string): boolean => holdsAny(actor, UNIT_READERS, community);

/**
 * How an actor stands to a person on the roll; the strongest of what applies. A proxy counts only where its scope
 * covers records.
 */
export type Standing = "keeper" | "reader" | "self" | "proxy" | "stranger";

/** The actor's standing to a person; `proxied` says whether a proxy in scope `residents` is in force. */
export const standing = (
  actor: Actor,
  person: Pick<ResidentRecord, "id" | "community">,
  proxied: boolean,
): Standing => {
  if (keepsRoll(actor, person.community)) return "keeper";
  if (actor.id === person.id) return "self";
  if (proxied) return "proxy";
  return readsRoll(actor, person.community) ? "reader" : "stranger";
};

/**
 * Fields that a person or proxy may change; name, birth date, sex and home decide rights, so a steward checks them
 * first.
 */
export const OWN_FIELDS: readonly string[] = ["phone", "languages"];

/** Fields among `fields` that someone of this standing may not change. */
export const closedFields = (as: Standing, fields: readonly string[]): string[] => {
  switch (as) {
    case "keeper":
      return [];
    case "self":
    case "proxy":
      return fields.filter((field) => !OWN_FIELDS.includes(field));
    case "reader":
    case "stranger":
      return [...fields];
  }
};

/** True when the actor may read the unit: officers, owners, people who live there (`home` is the actor's own). */
export const seesUnit = (actor: Actor, unit: Unit, home: string | undefined): boolean =>
  readsUnits(actor, unit.community) ||
  home === unit.id ||
  unit.owners.some((owner) => owner.kind === "resident" && owner.id === actor.id);

/** True when the actor may read the household: its members and the community's officers. */
export const seesHousehold = (actor: Actor, household: Household): boolean =>
  readsRoll(actor, household.community) || household.members.includes(actor.id);

/** True when the actor may see the proxy among those that its holder has: either side, and the person's officers. */
export const seesProxy = (actor: Actor, proxy: ProxyGrant): boolean =>
  actor.id === proxy.person || actor.id === proxy.proxy || readsRoll(actor, proxy.community);

/** True when the actor may end the proxy: either side, and the keepers of the person's roll. */
export const endsProxy = (actor: Actor, proxy: ProxyGrant): boolean =>
  actor.id === proxy.person || actor.id === proxy.proxy || keepsRoll(actor, proxy.community);

/** True when the actor may see a person's name in full. */
export const seesName = (actor: Actor, person: Pick<ResidentRecord, "id" | "community">): boolean =>
  actor.id === person.id || readsRoll(actor, person.community);

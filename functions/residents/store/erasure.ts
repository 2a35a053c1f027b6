/** Removing an erased person's relations to others: one transaction a relation, each of which may be taken twice. */
import { setSpenders } from "../../ledger/port.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { revokeTokens } from "../../shared/revocations.ts";
import type { Write } from "../../shared/write.ts";
import { forgetPerson } from "../../timebank/port.ts";
import { PENDING_ERASURES, residentKey, settleTombstone, toRecord } from "./people.ts";
import { changeOrganisation, organisationKey, toOrganisation } from "./places.ts";
import { LINKS, type Link, linkKey, real, sweep } from "./record.ts";
import {
  grantKey,
  kinshipKey,
  kinshipPairKey,
  proxyKey,
  proxyPairKey,
  removePair,
  revokeGrant,
  toGrant,
  toKinship,
  toProxy,
} from "./relations.ts";

/** Links read at a time, and most of such pages for one person. */
const PAGE = 100;
const PAGES_MAX = 50;
/** Most attempts at one relation that others change at the same moment. */
const ATTEMPTS_MAX = 4;

type Store = Pick<Deps, "db" | "clock" | "stamps" | "district">;
type Relation = Exclude<Link, "unit">;
const RELATIONS: readonly Relation[] = ["proxy", "ward", "kinship", "grant", "organisation"];

/** A grant stays as the record of who held office, but revoked. */
const endGrant = async (id: string, deps: Store): Promise<Write[]> => {
  const item = real(await deps.db.get(grantKey(id)));
  if (!item || toGrant(item).revokedMs !== undefined) return [];
  const now = deps.clock.now();
  return [revokeGrant(item, now.getTime(), deps.stamps.take()), revokeTokens(toGrant(item).subject, now)];
};

/** A representative no longer disposes of the organisation's accounts. */
const endRepresentation = async (holder: string, id: string, deps: Store): Promise<Write[]> => {
  const item = real(await deps.db.get(organisationKey(id)));
  if (!item) return [];
  const { community, representatives } = toOrganisation(item);
  const left = representatives.filter((representative) => representative !== holder);
  return [
    ...changeOrganisation(item, { representatives: left }, deps.stamps.take()),
    ...setSpenders(deps, id, left, community),
  ];
};

const endKinship = async (holder: string, id: string, deps: Store): Promise<Write[]> => {
  const item = real(await deps.db.get(kinshipKey(id)));
  const own = [sweep(kinshipKey(id)), sweep(linkKey(holder, "kinship", id))];
  if (!item) return own;
  const { a, b } = toKinship(item);
  const pair = kinshipPairKey(a, b);
  const stands = (await deps.db.get(pair))?.id === id;
  return [...own, sweep(linkKey(a === holder ? b : a, "kinship", id)), ...(stands ? [removePair(pair, id)] : [])];
};

const endProxy = async (holder: string, link: "proxy" | "ward", id: string, deps: Store): Promise<Write[]> => {
  const item = real(await deps.db.get(proxyKey(id)));
  const own = [sweep(proxyKey(id)), sweep(linkKey(holder, link, id))];
  if (!item) return own;
  const { person, proxy } = toProxy(item);
  const other = link === "proxy" ? linkKey(proxy, "ward", id) : linkKey(person, "proxy", id);
  const pair = proxyPairKey(person, proxy);
  const stands = (await deps.db.get(pair))?.id === id;
  return [...own, sweep(other), ...(stands ? [removePair(pair, id)] : [])];
};

const ending = (holder: string, link: Relation, id: string, deps: Store): Promise<Write[]> => {
  switch (link) {
    case "grant":
      return endGrant(id, deps);
    case "organisation":
      return endRepresentation(holder, id, deps);
    case "kinship":
      return endKinship(holder, id, deps);
    case "proxy":
    case "ward":
      return endProxy(holder, link, id, deps);
  }
};

const endOne = async (holder: string, link: Relation, id: string, deps: Store): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const writes = await ending(holder, link, id, deps);
    if (writes.length === 0 || (await deps.db.commit(writes)).ok) return;
  }
  throw new Busy("a relation kept changing while it was removed");
};

const linkedIds = async (holder: string, link: Relation, deps: Store): Promise<string[]> => {
  const ids: string[] = [];
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const prefix = LINKS[link];
    const found = await deps.db.query({ partition: `R#${holder}`, prefix, limit: PAGE, ...(after ? { after } : {}) });
    ids.push(...found.items.map(({ sk }) => sk.slice(prefix.length)));
    after = found.last;
    if (!after) break;
  }
  return ids;
};

/**
 * Removes proxies and kinships of an erased person, revokes their roles, ends what they represent, takes their places
 * and offers out of the time bank, and then the pending mark off the tombstone.
 * Ownership of units stays with the opaque id until a steward records the new owner: shares must make a whole.
 */
export const dropRelations = async (deps: Store, id: string): Promise<void> => {
  for (const link of RELATIONS) {
    for (const linked of await linkedIds(id, link, deps)) await endOne(id, link, linked, deps);
  }
  await forgetPerson(deps, id);
  const item = real(await deps.db.get(residentKey(id)));
  const tombstone = item && toRecord(item);
  // A concurrent repetition may have settled it first; its condition then fails here, which is as good.
  if (tombstone?.state === "erased" && tombstone.pending) {
    await deps.db.commit([settleTombstone(tombstone, deps.stamps.take())]);
  }
};

/** Ids of up to `limit` erased people whose relations are still to be removed. */
export const pendingErasures = async (deps: Store, limit: number): Promise<string[]> =>
  (await deps.db.query({ index: "g3", partition: PENDING_ERASURES, limit })).items.map(({ pk }) => pk.slice(2));

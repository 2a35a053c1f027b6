/** Role grants, proxies and kinships in DynamoDB, each with what proves it in another context's transaction. */
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Kinship, ProxyGrant, RoleGrant, Scope } from "../domain/model.ts";
import { pair } from "../domain/rules.ts";
import { born, mustBe, putLink, revise } from "./record.ts";

/** Key of a role grant. */
export const grantKey = (id: string): Key => ({ pk: `RG#${id}`, sk: "G" });

/** Gives a role, found again by its subject. */
export const createGrant = (grant: RoleGrant, stamp: number, fingerprint: string): Write[] => [
  create({
    ...grantKey(grant.id),
    sub: grant.subject,
    role: grant.role,
    coms: [...grant.communities],
    made: grant.grantedMs,
    by: grant.by,
    ...born({ stamp, event: "residents.role.granted" }, fingerprint),
  }),
  putLink(grant.subject, "grant", grant.id),
];

/** A grant from its item. */
export const toGrant = (item: Item): RoleGrant => ({
  id: item.pk.slice(3),
  subject: item.sub as string,
  role: item.role as RoleGrant["role"],
  communities: item.coms as string[],
  grantedMs: item.made as number,
  by: item.by as string,
  revokedMs: item.ended as number | undefined,
  revision: item.rev as number,
});

/** Takes a role back. */
export const revokeGrant = (item: Item, nowMs: number, stamp: number): Write =>
  revise(item, { ended: nowMs }, { stamp, event: "residents.role.revoked" });

/** Proof in a transaction that a role has not been taken back. */
export const stillGranted = (id: string): Write => ({
  type: "check",
  key: grantKey(id),
  condition: {
    expression: "attribute_exists(#pk) AND attribute_not_exists(#e)",
    names: { "#pk": "pk", "#e": "ended" },
    values: {},
  },
});

/** Key of a proxy. */
export const proxyKey = (id: string): Key => ({ pk: `PX#${id}`, sk: "P" });
/** Key of the proxy in force (or to come) between two people, by which it is proved. */
export const proxyPairKey = (person: string, proxy: string): Key => ({ pk: `PX#${person}`, sk: `P#${proxy}` });

/** Records a proxy. The pair has room when it has none, or one that has run out at `nowMs`. */
export const createProxy = (proxy: ProxyGrant, nowMs: number, stamp: number, fingerprint: string): Write[] => [
  create({
    ...proxyKey(proxy.id),
    com: proxy.community,
    person: proxy.person,
    proxy: proxy.proxy,
    scopes: [...proxy.scopes],
    from: proxy.fromMs,
    until: proxy.untilMs,
    evid: proxy.evidence,
    by: proxy.by,
    ...born({ stamp, event: "residents.proxy.granted" }, fingerprint),
  }),
  {
    type: "put",
    item: {
      ...proxyPairKey(proxy.person, proxy.proxy),
      id: proxy.id,
      scopes: [...proxy.scopes],
      from: proxy.fromMs,
      until: proxy.untilMs,
    },
    condition: {
      expression: "attribute_not_exists(#pk) OR #u <= :n",
      names: { "#pk": "pk", "#u": "until" },
      values: { ":n": nowMs },
    },
  },
  putLink(proxy.person, "proxy", proxy.id),
  putLink(proxy.proxy, "ward", proxy.id),
];

/** A proxy from its item. */
export const toProxy = (item: Item): ProxyGrant => ({
  id: item.pk.slice(3),
  community: item.com as string,
  person: item.person as string,
  proxy: item.proxy as string,
  scopes: item.scopes as Scope[],
  fromMs: item.from as number,
  untilMs: item.until as number,
  evidence: item.evid as string,
  by: item.by as string,
  revokedMs: item.ended as number | undefined,
  revision: item.rev as number,
});

/** Ends a proxy whose item was read. */
export const endProxy = (item: Item, nowMs: number, stamp: number): Write =>
  revise(item, { ended: nowMs }, { stamp, event: "residents.proxy.revoked" });

/** Deletes a pair's item while it still stands for the record `id`: a successor's stays. */
export const removePair = (key: Key, id: string): Write => ({
  type: "delete",
  key,
  condition: { expression: "#i = :i", names: { "#i": "id" }, values: { ":i": id } },
});

/** Proof in a transaction that a proxy covers `scope` at `nowMs`. */
export const proxyProof = (person: string, proxy: string, scope: string, nowMs: number): Write => ({
  type: "check",
  key: proxyPairKey(person, proxy),
  condition: {
    expression: "contains(#s, :s) AND #f <= :n AND #u > :n",
    names: { "#s": "scopes", "#f": "from", "#u": "until" },
    values: { ":s": scope, ":n": nowMs },
  },
});

/** The same judgement on an item that was read. */
export const proxyCovers = (item: Item | undefined, scope: string, nowMs: number): boolean =>
  item !== undefined &&
  (item.scopes as string[]).includes(scope) &&
  (item.from as number) <= nowMs &&
  nowMs < (item.until as number);

/** Key of a kinship. */
export const kinshipKey = (id: string): Key => ({ pk: `KN#${id}`, sk: "K" });
/** Key of the kinship of two people in either order, by which it is proved. */
export const kinshipPairKey = (a: string, b: string): Key => ({ pk: `KN#${pair(a, b).join("#")}`, sk: "L" });

/** Records a kinship; two people have one at a time. */
export const createKinship = (kinship: Kinship, stamp: number, fingerprint: string): Write[] => [
  create({
    ...kinshipKey(kinship.id),
    com: kinship.community,
    a: kinship.a,
    b: kinship.b,
    kind: kinship.kind,
    by: kinship.by,
    ...born({ stamp, event: "residents.kinship.recorded" }, fingerprint),
  }),
  create({ ...kinshipPairKey(kinship.a, kinship.b), id: kinship.id }),
  putLink(kinship.a, "kinship", kinship.id),
  putLink(kinship.b, "kinship", kinship.id),
];

/** A kinship from its item. */
export const toKinship = (item: Item): Kinship => ({
  id: item.pk.slice(3),
  community: item.com as string,
  a: item.a as string,
  b: item.b as string,
  kind: item.kind as Kinship["kind"],
  by: item.by as string,
  endedMs: item.ended as number | undefined,
  revision: item.rev as number,
});

/** Ends a kinship whose item was read. */
export const endKinship = (item: Item, nowMs: number, stamp: number): Write =>
  revise(item, { ended: nowMs }, { stamp, event: "residents.kinship.ended" });

/** Proof in a transaction that two people are kin. */
export const kinshipProof = (a: string, b: string): Write => mustBe(kinshipPairKey(a, b));

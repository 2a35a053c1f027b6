/** Operations on role grants, proxies and kinships. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { Instant, line, page, pageQuery, Slug, Uuid } from "../primitives.ts";
import { Role } from "../roles.ts";
import { ROLL_KEEPERS } from "./places.ts";
import { GRANT_COMMUNITIES_MAX, Kinship, KinshipKind, ProxyGrant, ProxyScope, RoleGrant } from "./resources.ts";

const write: Operation["actions"] = ["PutItem", "GetItem", "ConditionCheckItem"];
const ending: Operation["actions"] = [...write, "DeleteItem", "BatchGetItem"];
const list: Operation["actions"] = ["GetItem", "Query", "BatchGetItem"];

/** Roles given and taken back. */
export const grantOperations = {
  grantRole: operation({
    id: "grantRole",
    context: "residents",
    method: "POST",
    path: "/v1/role-grants",
    summary: "Give a person a role for some communities; tokens issued from then on carry it",
    roles: ["district-admin"],
    body: z.strictObject({
      id: Uuid.optional(),
      subject: Uuid,
      role: Role,
      communities: z.array(Slug).max(GRANT_COMMUNITIES_MAX).describe("Empty only for district-admin."),
    }),
    reply: RoleGrant,
    status: 201,
    repeat: "key",
    writeUnits: 4 + 2 * GRANT_COMMUNITIES_MAX,
    actions: write,
    refusals: ["resource/not-found", "request/key-reused"],
  }),
  listRoleGrants: operation({
    id: "listRoleGrants",
    context: "residents",
    method: "GET",
    path: "/v1/role-grants",
    summary: "Roles of a person, revoked ones included; for the person and district administrators",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery, subject: Uuid }),
    reply: page(RoleGrant),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: list,
    refusals: ["resource/not-found", "request/bad-cursor"],
  }),
  revokeRole: operation({
    id: "revokeRole",
    context: "residents",
    method: "POST",
    path: "/v1/role-grants/{grantId}/revoke",
    summary: "Take a role back; tokens already issued run out by themselves",
    roles: ["district-admin"],
    params: z.strictObject({ grantId: Uuid }),
    reply: RoleGrant,
    status: 200,
    repeat: "key",
    writeUnits: 4,
    actions: write,
    refusals: ["resource/not-found", "request/key-reused"],
  }),
};

/** Powers to act for another person. */
export const proxyOperations = {
  createProxy: operation({
    id: "createProxy",
    context: "residents",
    method: "POST",
    path: "/v1/proxies",
    summary: "Record that one person may act for another in some parts of the platform, from and until an instant",
    roles: ROLL_KEEPERS,
    body: z.strictObject({
      id: Uuid.optional(),
      person: Uuid,
      proxy: Uuid,
      scopes: z.array(ProxyScope).min(1).max(ProxyScope.options.length),
      validFrom: Instant,
      validUntil: Instant,
      evidence: line(200),
    }),
    reply: ProxyGrant,
    status: 201,
    repeat: "key",
    writeUnits: 12,
    actions: [...write, "BatchGetItem", "Query"],
    refusals: [
      "residents/self-relation",
      "residents/erased",
      "residents/proxy-unknown",
      "resource/exists",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
  listProxies: operation({
    id: "listProxies",
    context: "residents",
    method: "GET",
    path: "/v1/proxies",
    summary: "Who may act for `person`, or for whom `proxy` may act; name one of the two",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery, person: Uuid.optional(), proxy: Uuid.optional() }),
    reply: page(ProxyGrant),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: list,
    refusals: ["resource/not-found", "request/bad-cursor"],
  }),
  revokeProxy: operation({
    id: "revokeProxy",
    context: "residents",
    method: "POST",
    path: "/v1/proxies/{proxyId}/revoke",
    summary: "End a proxy now: by the person, the proxy or a steward",
    roles: ["resident", "guardian", "steward", "district-admin"],
    params: z.strictObject({ proxyId: Uuid }),
    reply: ProxyGrant,
    status: 200,
    repeat: "key",
    writeUnits: 8,
    actions: ending,
    refusals: ["resource/not-found", "request/key-reused"],
  }),
};

/** Kinships. */
export const kinshipOperations = {
  recordKinship: operation({
    id: "recordKinship",
    context: "residents",
    method: "POST",
    path: "/v1/kinships",
    summary: "Record how two residents are related: `a` is the `kind` of `b`",
    roles: ROLL_KEEPERS,
    body: z.strictObject({ id: Uuid.optional(), a: Uuid, b: Uuid, kind: KinshipKind }),
    reply: Kinship,
    status: 201,
    repeat: "key",
    writeUnits: 12,
    actions: [...write, "BatchGetItem"],
    refusals: [
      "residents/self-relation",
      "residents/erased",
      "resource/exists",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
  listKinships: operation({
    id: "listKinships",
    context: "residents",
    method: "GET",
    path: "/v1/kinships",
    summary: "Kinships of a resident, ended ones included",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery, resident: Uuid }),
    reply: page(Kinship),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: list,
    refusals: ["resource/not-found", "request/bad-cursor"],
  }),
  endKinship: operation({
    id: "endKinship",
    context: "residents",
    method: "POST",
    path: "/v1/kinships/{kinshipId}/end",
    summary: "End a kinship, such as a marriage",
    roles: ROLL_KEEPERS,
    params: z.strictObject({ kinshipId: Uuid }),
    reply: Kinship,
    status: 200,
    repeat: "key",
    writeUnits: 6,
    actions: ending,
    refusals: ["resource/not-found", "request/key-reused"],
  }),
};

/**
 * Real objects of one person asked for by everybody who has no standing to them: another resident, another community's
 * officers, a guardian without a proxy, another district. Nothing is shown, nothing changes.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isOpen, type Operation } from "../../schemas/operation.ts";
import type { Role } from "../../schemas/roles.ts";
import { operations } from "../../schemas/routes.ts";
import { fitting, rootOf } from "../support/schema-fuzz.ts";
import { tableText } from "../support/table-text.ts";
import { type Estate, pathOf, SECRETS, send, startEstate } from "./world.ts";

let estate: Estate;
let strangers: Readonly<Record<string, string>>;

beforeAll(async () => {
  estate = await startEstate();
  const { app } = estate;
  const mint = (roles: Role[], communities: string[]) => app.token({ sub: uuidv7(), roles, communities });
  strangers = {
    "a neighbour": await mint(["resident"], ["lujing"]),
    "a resident of another community": await mint(["resident"], ["heyuan"]),
    "a guardian without a proxy": await mint(["guardian"], ["lujing"]),
    "a provider of another community": await mint(["provider"], ["heyuan"]),
    "another community's officers": await mint(
      ["steward", "auditor", "poll-officer", "fund-reviewer", "fund-treasurer", "provider"],
      ["heyuan"],
    ),
    "a steward of no community": await mint(["steward", "auditor"], []),
  };
});
afterAll(() => estate.app.stop());

/** Operations on one object that belongs to Ann; what a community shows to its people is not hers. */
const PERSONAL = ["residentId", "accountId", "householdId", "proxyId", "kinshipId", "transferId", "holdId"];
const MORE = [
  "requestId",
  "claimId",
  "redemptionId",
  "unitId",
  "grantId",
  "orderId",
  "offerId",
  "bookingId",
  "seriesId",
  "waitId",
];
const nameOf = (operation: Operation): string | undefined => /\{([^}]+)\}/.exec(operation.path)?.[1];
const personal = operations.filter((operation) => [...PERSONAL, ...MORE].includes(nameOf(operation) ?? ""));

const bodyOf = (operation: Operation): unknown => {
  if (!operation.body) return undefined;
  const root = rootOf(operation.body);
  const pool = Object.values(estate.params);
  const [body] = fc.sample(fitting(root.schema, root, pool), 1);
  const { id: _key, ...rest } = body as Record<string, unknown>;
  return rest;
};

describe("an object of Ann's", () => {
  it("is met by 24 operations or more", () => {
    expect(personal.length).toBeGreaterThanOrEqual(24);
  });

  it.each(personal)("through $id shows a stranger nothing and lets them change nothing", async (operation) => {
    const path = pathOf(operation, estate.params);
    const before = await tableText(estate.app);
    for (const [who, token] of Object.entries(strangers)) {
      const body = bodyOf(operation);
      const reply = await send(estate, operation, path, { token, ...(body === undefined ? {} : { body }) });
      // Whether a key was made by somebody else is all that a change to a stranger's object may tell: nothing of it.
      expect([400, 403, 404, 412], `${who}: ${reply.status} ${reply.text}`).toContain(reply.status);
      for (const secret of SECRETS) expect(reply.text, who).not.toContain(secret);
    }
    const after = await tableText(estate.app);
    expect([after.filter((line) => !before.includes(line)), before.filter((line) => !after.includes(line))]).toEqual([
      [],
      [],
    ]);
  });

  it.each([
    ["GET", (e: Estate) => `/v1/role-grants?subject=${e.ann.id}`],
    ["GET", (e: Estate) => `/v1/proxies?person=${e.ann.id}`],
    ["GET", (e: Estate) => `/v1/kinships?resident=${e.ann.id}`],
    ["GET", () => "/v1/communities/lujing/residents"],
    ["GET", () => "/v1/communities/lujing/units"],
    ["GET", () => "/v1/ledger/accounts?community=lujing&unit=points"],
    ["GET", () => "/v1/ledger/earn-claims?community=lujing"],
    ["GET", () => "/v1/ledger/export?community=lujing&unit=points"],
    ["GET", () => "/v1/ledger/audit?community=lujing&unit=points"],
    ["GET", () => "/v1/ledger/pools?community=lujing&unit=points"],
    ["GET", () => "/v1/timebank/offers?community=lujing"],
    ["GET", () => "/v1/timebank/set-aside-orders?community=lujing"],
    ["GET", (e: Estate) => `/v1/timebank/residents/${e.ann.id}/months/2026-06`],
  ] as const)("is in no list of a stranger's: %s %s", async (method, path) => {
    for (const [who, token] of Object.entries(strangers)) {
      const reply = await estate.app.call(method, path(estate), { token });
      expect([403, 404], `${who}: ${reply.text}`).toContain(reply.status);
    }
  });
});

it("Bo, who has dealt with Ann, sees her in his statement by a mask and an opaque id", async () => {
  const { app, bo, ann } = estate;
  const { text, body } = await app.call("GET", `/v1/ledger/accounts/${bo.id}.points/statement`, { token: bo.token });
  expect(body.items.some((row: object) => JSON.stringify(row).includes(ann.id))).toBe(true);
  expect(text).not.toContain(SECRETS[0]);
  const own = await app.call("GET", `/v1/ledger/accounts/${bo.id}.points/statement`, { token: estate.steward });
  expect(own.text).toContain(SECRETS[0]);
});

it("a token of another district opens nothing, whatever roles it carries", async () => {
  const { app, ann } = estate;
  const token = await app.token({
    sub: ann.id,
    roles: ["district-admin", "steward", "resident"],
    district: "yuecheng",
  });
  for (const operation of operations.filter((operation) => !isOpen(operation))) {
    const reply = await send(estate, operation, pathOf(operation, estate.params), { token });
    expect([reply.status, reply.body.code], operation.id).toEqual([401, "auth/invalid-token"]);
  }
});

/** Every operation with every role and every kind of missing or bad token: what the manifest says, and no fault. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isOpen } from "../../schemas/operation.ts";
import { Role } from "../../schemas/roles.ts";
import { operations } from "../../schemas/routes.ts";
import type { Reply } from "../support/harness.ts";
import { STACK } from "../support/replies.ts";
import { BAD_TOKENS, type BadToken, badToken } from "../support/tokens.ts";
import { type Estate, pathOf, SECRETS, send, startEstate } from "./world.ts";

let estate: Estate;
let roleTokens: ReadonlyMap<Role, string>;
let badTokens: ReadonlyMap<BadToken, string>;

beforeAll(async () => {
  estate = await startEstate();
  const { app } = estate;
  // A subject of their own and no community of Ann's: only the role can open anything here.
  const claims = { sub: uuidv7(), communities: ["heyuan"], district: app.district.id, now: app.clock.now() };
  const mint = async (role: Role): Promise<[Role, string]> => [role, await app.token({ ...claims, roles: [role] })];
  roleTokens = new Map(await Promise.all(Role.options.map(mint)));
  const spoil = async (kind: BadToken): Promise<[BadToken, string]> => [
    kind,
    await badToken(kind, app.issuer, { ...claims, roles: ["district-admin", "steward", "resident"] }),
  ];
  badTokens = new Map(await Promise.all(BAD_TOKENS.map(spoil)));
});
afterAll(() => estate.app.stop());

const isProblem = (reply: Reply, status: number) => {
  expect(reply.status, reply.text).toBe(status);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(reply.text).not.toMatch(STACK);
};

describe("an operation", () => {
  const cases = operations.filter((operation) => !isOpen(operation));

  it.each(cases)("$method $path without a good token is 401, body or not", async (operation) => {
    const path = pathOf(operation, estate.params);
    const bare = await send(estate, operation, path);
    isProblem(bare, 401);
    expect([bare.body.code, bare.headers.get("www-authenticate")]).toEqual(["auth/missing-token", "Bearer"]);
    for (const [kind, token] of badTokens) {
      if (token === "") continue;
      const reply = await send(estate, operation, path, { token, ...(operation.body ? { raw: "{" } : {}) });
      isProblem(reply, 401);
      expect(reply.body.code, kind).toMatch(/^auth\/(invalid|expired)-token$/);
    }
  });

  it.each(cases)(
    "$method $path is closed to roles that the manifest does not name, open to those it does",
    async (o) => {
      const path = pathOf(o, estate.params);
      for (const [role, token] of roleTokens) {
        const reply = await send(estate, o, path, { token, ...(o.body ? { raw: "{}" } : {}) });
        expect(reply.status, `${role}: ${reply.text}`).toBeLessThan(500);
        const closed = Array.isArray(o.roles) && !o.roles.includes(role);
        const shut = reply.status === 403 && reply.body.params?.needs === [o.roles].flat().join(", ");
        expect(shut, `${role}: ${reply.text}`).toBe(closed);
        if (closed) isProblem(reply, 403);
        else expect(reply.status, `${role}: ${reply.text}`).not.toBe(401);
      }
    },
  );
});

it("public operations need no token and are the ones that hold nothing of anybody", async () => {
  const open = operations.filter(({ roles }) => roles === "public");
  const ofBallots = [
    "castTokenBallot",
    "changeSecretBallot",
    "getBallotProof",
    "getBallotTokenKey",
    "getPollBallotFile",
    "getPollBundle",
  ];
  const ofLedger = ["getLedgerConsistency", "listLedgerRoots"];
  const ofTimebank = ["getCareStatement", "getSolvency"];
  // Signed by a gate's device.
  const ofParking = ["getGateAccess", "recordGateEvent"];
  const all = [...ofBallots, ...ofLedger, ...ofTimebank, ...ofParking, "getHealth", "getKeys", "getOpenApi"];
  expect(open.map(({ id }) => id).sort()).toEqual(all.sort());
  const query = { getLedgerConsistency: "?from=2026-06-14&to=2026-06-14" } as Readonly<Record<string, string>>;
  for (const operation of open) {
    const path = `${pathOf(operation, estate.params)}${query[operation.id] ?? ""}`;
    const reply = await send(estate, operation, path, operation.body ? { raw: "{}" } : {});
    // No day has been sealed or told yet: there is no root to be consistent with, and no report.
    const expected = operation.id in query || ofTimebank.includes(operation.id) ? [404] : [200, 400, 409];
    expect(expected, `${operation.id}: ${reply.text}`).toContain(reply.status);
    for (const secret of SECRETS) expect(reply.text).not.toContain(secret);
  }
});

it("an operation that must not learn who calls refuses every good token", async () => {
  const anonymous = operations.filter((operation) => operation.anonymous);
  expect(anonymous.map(({ id }) => id).sort()).toEqual(["castTokenBallot", "changeSecretBallot"]);
  for (const operation of anonymous) {
    expect(operation.roles).toBe("public");
    for (const token of roleTokens.values()) {
      const reply = await send(estate, operation, pathOf(operation, estate.params), { token, raw: "{" });
      expect([reply.status, reply.body.code]).toEqual([400, "request/identified"]);
    }
  }
});

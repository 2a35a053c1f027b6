import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeVerifier } from "../../functions/shared/auth.ts";
import type { Clock } from "../../functions/shared/clock.ts";
import { Busy } from "../../functions/shared/dynamo.ts";
import {
  createIssuer,
  type Issuer,
  type TokenClaims,
  TTL_SECONDS_DEFAULT,
  TTL_SECONDS_MAX,
} from "../../infra/local/issuer.ts";
import type { District } from "../../schemas/district.ts";
import { BAD_TOKENS, badToken } from "../support/tokens.ts";

const NOW = new Date("2026-03-01T08:00:00.500Z");
const NOW_SECONDS = Math.floor(NOW.getTime() / 1_000);
const URL_OF_ISSUER = "http://127.0.0.1:8787/issuer";
const AUDIENCE = "linli";
const CLAIMS: TokenClaims = {
  sub: "0195500e-0000-7000-8000-000000000001",
  roles: ["resident"],
  communities: ["he-yuan"],
  district: "demo",
  now: NOW,
};

const clock: Clock = { now: () => NOW };
let folder: string;
let issuer: Issuer;

const verify = (token: string, by: Issuer) =>
  jwtVerify(token, createLocalJWKSet(by.jwks()), { issuer: by.issuer, audience: by.audience, currentDate: NOW });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "linli-issuer-"));
  issuer = await createIssuer({ issuer: URL_OF_ISSUER, audience: AUDIENCE });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a minted token", () => {
  it("carries the claims asked for, times in seconds of the given clock and an id of its own", async () => {
    const token = await issuer.mint({ ...CLAIMS, name: "Wang Fang" });
    const { payload, protectedHeader } = await verify(token, issuer);
    const { jti, ...claims } = payload;
    const { now, ...asked } = CLAIMS;
    expect(claims).toEqual({
      ...asked,
      name: "Wang Fang",
      iss: URL_OF_ISSUER,
      aud: AUDIENCE,
      iat: NOW_SECONDS,
      exp: NOW_SECONDS + TTL_SECONDS_DEFAULT,
    });
    expect(protectedHeader).toEqual({ alg: "RS256", typ: "JWT", kid: issuer.keyId });
    const second = await verify(await issuer.mint(CLAIMS), issuer);
    expect(second.payload.jti).not.toBe(jti);
  });

  it("takes overrides, and an undefined override leaves the claim out", async () => {
    const token = await issuer.mint({ ...CLAIMS, overrides: { sub: "other", jti: undefined, extra: 1 } });
    const { payload } = await verify(token, issuer);
    expect(payload).toMatchObject({ sub: "other", extra: 1 });
    expect(payload).not.toHaveProperty("jti");
  });

  it.each([0, -1, 1.5, TTL_SECONDS_MAX + 1, Number.NaN])("does not live %d seconds", async (ttlSeconds) => {
    await expect((async () => issuer.mint({ ...CLAIMS, ttlSeconds }))()).rejects.toThrow(RangeError);
  });
});

describe("the published key set", () => {
  it("holds one public RS256 key and nothing private", () => {
    const { keys } = issuer.jwks();
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
    expect(keys[0]).toMatchObject({ kty: "RSA", alg: "RS256", use: "sig", kid: issuer.keyId });
  });

  it("is announced under the issuer's own URL", () => {
    const { issuer: announced, jwks_uri, id_token_signing_alg_values_supported } = issuer.discovery();
    expect([announced, jwks_uri]).toEqual([URL_OF_ISSUER, `${URL_OF_ISSUER}/.well-known/jwks.json`]);
    expect(id_token_signing_alg_values_supported).toEqual(["RS256"]);
  });
});

describe("a key kept in a folder", () => {
  it("verifies a token from before a restart, and only its owner may read it", async () => {
    const dataDir = join(folder, "kept");
    const options = { issuer: URL_OF_ISSUER, audience: AUDIENCE, dataDir };
    const token = await (await createIssuer(options)).mint(CLAIMS);
    const [file = ""] = readdirSync(dataDir);
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    chmodSync(join(dataDir, file), 0o644);
    const restarted = await createIssuer(options);
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    expect((await verify(token, restarted)).payload.sub).toBe(CLAIMS.sub);
  });

  it("is the same for two servers that start together", async () => {
    const options = { issuer: URL_OF_ISSUER, audience: AUDIENCE, dataDir: join(folder, "together") };
    const both = await Promise.all([createIssuer(options), createIssuer(options)]);
    expect(both[0].keyId).toBe(both[1].keyId);
    expect(readdirSync(options.dataDir)).toHaveLength(1);
  });

  it.each(["", "{}", "null", '{"kty":"RSA","n":"AQAB","e":"AQAB"}'])(
    "says what to do when it is spoilt: %j",
    async (text) => {
      const dataDir = mkdtempSync(join(folder, "spoilt-"));
      writeFileSync(join(dataDir, "issuer-key.json"), text);
      const attempt = createIssuer({ issuer: URL_OF_ISSUER, audience: AUDIENCE, dataDir });
      await expect(attempt).rejects.toThrow(/issuer-key\.json .*delete it/);
      expect(readFileSync(join(dataDir, "issuer-key.json"), "utf8")).toBe(text);
    },
  );
});

describe("the functions' verifier", () => {
  const district = { id: CLAIMS.district, auth: { issuer: URL_OF_ISSUER, audience: AUDIENCE } } as District;
  const verifier = () => makeVerifier({ district, clock, jwks: issuer.jwks() });

  it("takes a minted token for the actor it names", async () => {
    const verdict = await verifier()(await issuer.mint(CLAIMS));
    expect(verdict).toMatchObject({ actor: { id: CLAIMS.sub, roles: CLAIMS.roles, communities: CLAIMS.communities } });
  });

  it("says that it cannot tell while the issuer's keys cannot be fetched, and calls no token bad for it", async () => {
    const auth = { ...district.auth, jwksUri: "https://127.0.0.1:1/jwks.json" };
    const unreachable = makeVerifier({ district: { ...district, auth }, clock });
    const token = await issuer.mint(CLAIMS);
    await expect(unreachable(token)).rejects.toThrow(Busy);
    await expect(unreachable(token)).rejects.toThrow(Busy);
    expect(await unreachable("not.a.token")).toMatchObject({ refusal: { code: "auth/invalid-token" } });
  });

  it.each(BAD_TOKENS)("refuses a token that is %s", async (kind) => {
    const verdict = await verifier()(await badToken(kind, issuer, CLAIMS));
    const code = kind.startsWith("expir") ? "auth/expired-token" : "auth/invalid-token";
    expect(verdict).toEqual({ refusal: expect.objectContaining({ code }) });
  });

  it("refuses each bad token for the reason it names: the header and key id are otherwise right", async () => {
    const signed = BAD_TOKENS.filter((kind) => !["not a token", "empty", "signed by a foreign key"].includes(kind));
    for (const kind of signed) {
      expect(decodeProtectedHeader(await badToken(kind, issuer, CLAIMS)).kid, kind).toBe(issuer.keyId);
    }
  });
});

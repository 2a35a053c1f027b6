/** Tokens that must be refused: one maker for each way in which a token can be wrong (RFC 8725). */
import { createPublicKey } from "node:crypto";
import { base64url, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { ALGORITHM, createIssuer, type Issuer, type TokenClaims } from "../../infra/local/issuer.ts";

const HOUR_SECONDS = 3_600;

const encode = (value: unknown): string => base64url.encode(JSON.stringify(value));

const partsOf = (token: string): [header: string, payload: string, signature: string] => {
  const [header = "", payload = "", signature = ""] = token.split(".");
  return [header, payload, signature];
};

const payloadOf = (token: string): JWTPayload =>
  JSON.parse(new TextDecoder().decode(base64url.decode(partsOf(token)[1])));

const secondsOf = (instant: Date): number => Math.floor(instant.getTime() / 1_000);

const withOverrides = (claims: TokenClaims, overrides: Record<string, unknown>): TokenClaims => ({
  ...claims,
  overrides: { ...claims.overrides, ...overrides },
});

/** Signs what `issuer` would mint with `secret` as an HS256 key, under the issuer's own key id. */
const signedByHmac = async (issuer: Issuer, claims: TokenClaims, secret: string): Promise<string> =>
  new SignJWT(payloadOf(await issuer.mint(claims)))
    .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: issuer.keyId })
    .sign(new TextEncoder().encode(secret));

const publicJwk = (issuer: Issuer) => issuer.jwks().keys[0] ?? {};

/** An override that leaves a claim out of the token. */
const without = (claim: string): Record<string, unknown> => ({ [claim]: undefined });

type Maker = (issuer: Issuer, claims: TokenClaims) => Promise<string>;

const makers = {
  expired: (issuer, claims) =>
    issuer.mint(withOverrides(claims, { iat: secondsOf(claims.now) - HOUR_SECONDS, exp: secondsOf(claims.now) - 1 })),
  "expiring at this second": (issuer, claims) => issuer.mint(withOverrides(claims, { exp: secondsOf(claims.now) })),
  "without expiry": (issuer, claims) => issuer.mint(withOverrides(claims, without("exp"))),
  "not yet valid": (issuer, claims) =>
    issuer.mint(withOverrides(claims, { nbf: secondsOf(claims.now) + HOUR_SECONDS })),
  "of another issuer": (issuer, claims) => issuer.mint(withOverrides(claims, { iss: `${issuer.issuer}/other` })),
  "for another audience": (issuer, claims) => issuer.mint(withOverrides(claims, { aud: `${issuer.audience}-other` })),
  "of another district": (issuer, claims) => issuer.mint({ ...claims, district: `${claims.district}-other` }),
  "without subject": (issuer, claims) => issuer.mint(withOverrides(claims, without("sub"))),
  "with an unknown role": (issuer, claims) => issuer.mint({ ...claims, roles: [...claims.roles, "root"] }),
  "alg none": async (issuer, claims) => {
    const [, payload] = partsOf(await issuer.mint(claims));
    return `${encode({ alg: "none", typ: "JWT", kid: issuer.keyId })}.${payload}.`;
  },
  "signature stripped": async (issuer, claims) => {
    const [header, payload] = partsOf(await issuer.mint(claims));
    return `${header}.${payload}.`;
  },
  "HS256 with the public key as PEM": (issuer, claims) => {
    const pem = createPublicKey({ key: { ...publicJwk(issuer) }, format: "jwk" }).export({
      type: "spki",
      format: "pem",
    });
    return signedByHmac(issuer, claims, String(pem));
  },
  "HS256 with the public key as JWK": (issuer, claims) =>
    signedByHmac(issuer, claims, JSON.stringify(publicJwk(issuer))),
  "signed by a foreign key": async ({ issuer, audience }, claims) =>
    (await createIssuer({ issuer, audience })).mint(claims),
  "signed by a foreign key under our key id": async (issuer, claims) => {
    const { privateKey } = await generateKeyPair(ALGORITHM);
    return new SignJWT(payloadOf(await issuer.mint(claims)))
      .setProtectedHeader({ alg: ALGORITHM, typ: "JWT", kid: issuer.keyId })
      .sign(privateKey);
  },
  "payload tampered with": async (issuer, claims) => {
    const token = await issuer.mint(claims);
    const [header, , signature] = partsOf(token);
    return `${header}.${encode({ ...payloadOf(token), roles: ["district-admin"], jti: "tampered" })}.${signature}`;
  },
  "not a token": async () => "not.a.token",
  empty: async () => "",
} satisfies Record<string, Maker>;

export type BadToken = keyof typeof makers;

/** Every kind of bad token, for `it.each`. */
export const BAD_TOKENS = Object.keys(makers) as readonly BadToken[];

/** A token that is right in all but the way `kind` names. `claims` must be good for `issuer`. */
export const badToken = (kind: BadToken, issuer: Issuer, claims: TokenClaims): Promise<string> =>
  makers[kind](issuer, claims);

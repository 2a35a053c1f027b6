/**
 * Development OIDC issuer: mints RS256 tokens that the functions verify by the same code path as a real issuer's.
 * Its private key signs for one machine only and is worth nothing elsewhere.
 */
import { randomUUID } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
} from "jose";
import { StartRefused } from "./refused.ts";

export const ALGORITHM = "RS256";
/** Life of a token when none is asked for. */
export const TTL_SECONDS_DEFAULT = 3_600;
/** Longest life of a development token. */
export const TTL_SECONDS_MAX = 30 * 86_400;
const KEY_FILE = "issuer-key.json";
const KEY_FILE_MODE = 0o600;

export interface IssuerOptions {
  /** Value of `iss`; the key set is announced at `<issuer>/.well-known/jwks.json`. */
  readonly issuer: string;
  /** Value of `aud`. */
  readonly audience: string;
  /** Folder that keeps the private key over restarts; without it the key lives in memory. */
  readonly dataDir?: string;
}

export interface TokenClaims {
  /** Resident or staff id. */
  readonly sub: string;
  readonly roles: readonly string[];
  /** Community ids. */
  readonly communities: readonly string[];
  readonly district: string;
  readonly name?: string;
  /** Seconds until `exp`, by default `TTL_SECONDS_DEFAULT`, at most `TTL_SECONDS_MAX`. */
  readonly ttlSeconds?: number;
  /** Instant of `iat`. */
  readonly now: Date;
  /** Claims that replace the above in the token; undefined leaves one out. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** OpenID Connect Discovery 1.0, section 3; there is no browser flow, so no authorization endpoint. */
export interface Discovery {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly response_types_supported: readonly string[];
  readonly subject_types_supported: readonly string[];
  readonly id_token_signing_alg_values_supported: readonly string[];
  readonly claims_supported: readonly string[];
}

export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** Id of the signing key (RFC 7638 thumbprint), as in the token's header. */
  readonly keyId: string;
  /** The public key set (RFC 7517). */
  jwks(): JSONWebKeySet;
  discovery(): Discovery;
  /** A signed token (RFC 7519). Throws RangeError for a life outside 1 .. `TTL_SECONDS_MAX`. */
  mint(claims: TokenClaims): Promise<string>;
}

const newKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
};

const readKey = (file: string): JWK | undefined => {
  try {
    const text = readFileSync(file, "utf8");
    chmodSync(file, KEY_FILE_MODE);
    const key: unknown = JSON.parse(text);
    // Other JSON is taken for an unusable key further down; null would read as "no key yet" and be silently replaced.
    return key instanceof Object ? key : {};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new StartRefused(`${file} cannot be read as a key; delete it to have a new one made.`, { cause: error });
  }
};

/** The key kept in `folder`, made and kept there if there is none. */
const keptKey = async (folder: string): Promise<JWK> => {
  const file = join(folder, KEY_FILE);
  const kept = readKey(file);
  if (kept) return kept;
  mkdirSync(folder, { recursive: true });
  const part = `${file}.${randomUUID()}`;
  const made = await newKey();
  writeFileSync(part, JSON.stringify(made), { mode: KEY_FILE_MODE });
  try {
    // A link appears whole or not at all and never replaces: of two processes that start together, one key stays.
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(part, { force: true });
  }
  return readKey(file) ?? made;
};

const signingKey = async (jwk: JWK, dataDir: string | undefined): Promise<CryptoKey> => {
  const key = await importJWK(jwk, ALGORITHM).catch((error: unknown) => error);
  const isPrivate = key instanceof Object && "type" in key && key.type === "private";
  if (isPrivate) return key as CryptoKey;
  throw new StartRefused(
    `${join(dataDir ?? "", KEY_FILE)} holds no RSA private key; delete it to have a new one made.`,
  );
};

const payloadOf = (claims: TokenClaims, issuer: string, audience: string): JWTPayload => {
  const { sub, roles, communities, district, name, ttlSeconds = TTL_SECONDS_DEFAULT, now, overrides } = claims;
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > TTL_SECONDS_MAX) {
    throw new RangeError(`A token lives 1 to ${TTL_SECONDS_MAX} whole seconds, not ${ttlSeconds}.`);
  }
  const iat = Math.floor(now.getTime() / 1_000);
  const standard = { iss: issuer, aud: audience, sub, iat, exp: iat + ttlSeconds, jti: randomUUID() };
  const payload = { ...standard, roles, communities, district, ...(name === undefined ? {} : { name }), ...overrides };
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
};

/** An issuer with its own key, kept in `dataDir` when given. Throws `StartRefused` when the kept key is unusable. */
export const createIssuer = async ({ issuer, audience, dataDir }: IssuerOptions): Promise<Issuer> => {
  const jwk = dataDir === undefined ? await newKey() : await keptKey(dataDir);
  const key = await signingKey(jwk, dataDir);
  const { kty = "RSA", n = "", e = "" } = jwk;
  const keyId = await calculateJwkThumbprint({ kty, n, e });
  const publicKey: JWK = { kty, n, e, kid: keyId, alg: ALGORITHM, use: "sig" };
  return {
    issuer,
    audience,
    keyId,
    jwks: () => ({ keys: [{ ...publicKey }] }),
    discovery: () => ({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: [],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: [ALGORITHM],
      claims_supported: ["iss", "aud", "sub", "iat", "exp", "jti", "name", "roles", "communities", "district"],
    }),
    mint: (claims) =>
      new SignJWT(payloadOf(claims, issuer, audience))
        .setProtectedHeader({ alg: ALGORITHM, typ: "JWT", kid: keyId })
        .sign(key),
  };
};

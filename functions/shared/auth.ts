/** Who calls: verification of the bearer token and the actor that the rest of the code sees. */
import { JwtExpiredError } from "aws-jwt-verify/error";
import { JwtVerifier } from "aws-jwt-verify/jwt-verifier";
import * as z from "zod";
import type { District } from "../../schemas/district.ts";
import { Slug, Uuid } from "../../schemas/primitives.ts";
import { Role } from "../../schemas/roles.ts";
import type { Clock } from "./clock.ts";
import type { Actor } from "./policy.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Turns the text after `Bearer ` into an actor or a refusal. */
export type TokenVerifier = (token: string) => Promise<{ actor: Actor } | { refusal: Refusal }>;

/** Claims that Linli reads; the issuer may add others. */
const Claims = z.object({
  sub: Uuid,
  roles: z.array(Role).max(20),
  communities: z.array(Slug).max(200),
  district: Slug,
  iat: z.number().optional(),
  exp: z.number(),
});

/** Most verified tokens remembered by one process; a verified token stays good until its own expiry. */
const REMEMBERED_MAX = 2_000;

export interface VerifierOptions {
  readonly district: District;
  readonly clock: Clock;
  /** Key set given at start (local issuer); otherwise it is fetched from the issuer. */
  readonly jwks?: { readonly keys: readonly object[] };
}

/**
 * Verifies RS256 tokens of the district's issuer and audience (RFC 7519, RFC 8725).
 * Expiry is judged by the injected clock; `alg: none`, foreign keys, issuers, audiences and districts are refused.
 */
export const makeVerifier = ({ district, clock, jwks }: VerifierOptions): TokenVerifier => {
  const { issuer, audience, jwksUri } = district.auth;
  const verifier = JwtVerifier.create({
    issuer,
    audience,
    ...(jwksUri ? { jwksUri } : {}),
    // Expiry is checked below by our own clock, so the library's must not reject by the machine's.
    graceSeconds: Number.MAX_SAFE_INTEGER,
  });
  if (jwks) verifier.cacheJwks(jwks as unknown as Parameters<typeof verifier.cacheJwks>[0]);
  const remembered = new Map<string, { actor: Actor; exp: number }>();
  return async (token) => {
    const nowSeconds = clock.now().getTime() / 1_000;
    const known = remembered.get(token);
    if (known) return known.exp > nowSeconds ? { actor: known.actor } : { refusal: refuse("auth/expired-token") };
    try {
      const payload = await verifier.verify(token);
      const claims = Claims.safeParse(payload);
      if (!claims.success || claims.data.district !== district.id) return { refusal: refuse("auth/invalid-token") };
      const { sub, roles, communities, exp } = claims.data;
      if (exp <= nowSeconds) return { refusal: refuse("auth/expired-token") };
      if (typeof payload.nbf === "number" && payload.nbf > nowSeconds) return { refusal: refuse("auth/invalid-token") };
      const actor: Actor = { id: sub, roles, communities };
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(token, { actor, exp });
      return { actor };
    } catch (error) {
      return { refusal: refuse(error instanceof JwtExpiredError ? "auth/expired-token" : "auth/invalid-token") };
    }
  };
};

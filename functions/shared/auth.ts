/** Who calls: verification of the bearer token and the actor that the rest of the code sees. */
import { FetchError, JwtExpiredError, WaitPeriodNotYetEndedJwkError } from "aws-jwt-verify/error";
import { JwtVerifier } from "aws-jwt-verify/jwt-verifier";
import * as z from "zod";
import type { District } from "../../schemas/district.ts";
import { Slug, Uuid } from "../../schemas/primitives.ts";
import { Role } from "../../schemas/roles.ts";
import type { Clock } from "./clock.ts";
import { Busy } from "./dynamo.ts";
import type { Actor } from "./policy.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** A good token: who acts, and the second at which it was issued (0 where it does not say). */
export interface Verified {
  readonly actor: Actor;
  readonly issuedAt: number;
}

/** Turns the text after `Bearer ` into an actor or a refusal. */
export type TokenVerifier = (token: string) => Promise<Verified | { readonly refusal: Refusal }>;

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

/** True where the issuer's keys could not be fetched, or failed a moment ago and are not asked for again yet. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof FetchError || error instanceof WaitPeriodNotYetEndedJwkError;

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
  const remembered = new Map<string, Verified & { readonly exp: number }>();
  return async (token) => {
    const nowSeconds = clock.now().getTime() / 1_000;
    const known = remembered.get(token);
    if (known) return known.exp > nowSeconds ? known : { refusal: refuse("auth/expired-token") };
    try {
      const payload = await verifier.verify(token);
      const claims = Claims.safeParse(payload);
      if (!claims.success || claims.data.district !== district.id) return { refusal: refuse("auth/invalid-token") };
      const { sub, roles, communities, exp, iat = 0 } = claims.data;
      if (exp <= nowSeconds) return { refusal: refuse("auth/expired-token") };
      if (typeof payload.nbf === "number" && payload.nbf > nowSeconds) return { refusal: refuse("auth/invalid-token") };
      const verified = { actor: { id: sub, roles, communities }, issuedAt: iat, exp };
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(token, verified);
      return verified;
    } catch (error) {
      // Without the issuer's keys nobody can say whether the token is good, and signing in again would not help.
      if (!jwks && isUnreachable(error)) throw new Busy("the issuer's keys cannot be fetched", { cause: error });
      return { refusal: refuse(error instanceof JwtExpiredError ? "auth/expired-token" : "auth/invalid-token") };
    }
  };
};

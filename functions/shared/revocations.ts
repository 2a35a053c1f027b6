/**
 * Roles that were taken back. A token says what its holder may do until it runs out; this list ends it sooner. It is
 * read once in a while by each process and not with each request, so that it costs a request nothing.
 */
import { STAFF_ROLES } from "../../schemas/roles.ts";
import type { TokenVerifier } from "./auth.ts";
import type { Clock } from "./clock.ts";
import type { Db } from "./dynamo.ts";
import { refuse } from "./refusal.ts";
import { always, type Write } from "./write.ts";

/** Partition of the list, sorted by subject. */
export const REVOCATIONS = "RV";
/** Age at which a process reads the list again, milliseconds: so long can a revoked role still be used. */
export const REVOCATIONS_AGE_MAX_MS = 10_000;
/** Longest life of a token in seconds; after it a revocation has nothing left to end, and its item expires. */
const TOKEN_SECONDS_MAX = 31 * 86_400;
const PAGE = 1_000;
/** Most pages of the list, far more than a district takes roles back in a month. */
const PAGES_MAX = 20;

/** Ends the staff tokens that a subject got up to `now`; the next one carries the roles that are left. */
export const revokeTokens = (subject: string, now: Date): Write => {
  const since = Math.floor(now.getTime() / 1_000);
  return {
    type: "put",
    item: { pk: REVOCATIONS, sk: subject, since, ttl: since + TOKEN_SECONDS_MAX },
    condition: always,
  };
};

const readAll = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>();
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const { items, last } = await db.query({ partition: REVOCATIONS, limit: PAGE, ...(after ? { after } : {}) });
    for (const item of items) found.set(item.sk, item.since as number);
    after = last;
    if (!after) return found;
  }
  throw new RangeError("more revocations than a process reads");
};

/**
 * A verifier that also refuses staff tokens issued up to the instant at which a role of their subject was taken back
 * (`auth/revoked-token`). A resident's token opens nothing but their own, which no grant gives.
 */
export const withRevocations = (verify: TokenVerifier, db: Db, clock: Clock): TokenVerifier => {
  let known: ReadonlyMap<string, number> = new Map();
  let readMs = Number.NEGATIVE_INFINITY;
  return async (token) => {
    const verdict = await verify(token);
    if ("refusal" in verdict || !verdict.actor.roles.some((role) => STAFF_ROLES.includes(role))) return verdict;
    const nowMs = clock.now().getTime();
    if (Math.abs(nowMs - readMs) >= REVOCATIONS_AGE_MAX_MS) {
      known = await readAll(db);
      readMs = nowMs;
    }
    const since = known.get(verdict.actor.id);
    return since !== undefined && verdict.issuedAt <= since ? { refusal: refuse("auth/revoked-token") } : verdict;
  };
};

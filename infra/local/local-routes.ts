/**
 * Development-only routes, absent from the manifest and from AWS: tokens, the clock, jobs, reset, the issuer's keys
 * and the docs.
 */
import * as z from "zod";
import type { District } from "../../schemas/district.ts";
import { Slug, Uuid } from "../../schemas/primitives.ts";
import { Role } from "../../schemas/roles.ts";
import type { LocalClock } from "./clock.ts";
import { docsAsset } from "./docs.ts";
import type { LocalAnswer } from "./http-server.ts";
import type { Issuer } from "./issuer.ts";
import { localPeople } from "./people.ts";

export interface LocalServices {
  readonly district: District;
  readonly issuer: Issuer;
  readonly clock: LocalClock;
  readonly runJob: (name: string) => Promise<unknown>;
  readonly jobNames: readonly string[];
  readonly reset: () => Promise<void>;
  /** Roles and communities that the district has granted to a person. */
  readonly grants: (sub: string) => Promise<{ roles: readonly string[]; communities: readonly string[] }>;
}

const TokenRequest = z.strictObject({
  sub: Uuid,
  roles: z.array(Role).max(20).optional(),
  communities: z.array(Slug).max(200).optional(),
  ttlSeconds: z
    .int()
    .min(1)
    .max(30 * 86_400)
    .optional(),
});

const ClockRequest = z.union([
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
  z.strictObject({
    advanceSeconds: z
      .int()
      .min(0)
      .max(10 * 366 * 86_400),
  }),
]);

const json = (status: number, value: unknown): LocalAnswer => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: `${JSON.stringify(value)}\n`,
});

const wrong = (detail: string): LocalAnswer => ({
  status: 400,
  headers: { "content-type": "application/problem+json" },
  body: JSON.stringify({ type: "about:blank", title: "Bad local request", status: 400, detail }),
});

const parse = <T>(schema: z.ZodType<T>, body: string): { value: T } | { answer: LocalAnswer } => {
  try {
    const parsed = schema.safeParse(JSON.parse(body));
    return parsed.success ? { value: parsed.data } : { answer: wrong(z.prettifyError(parsed.error)) };
  } catch {
    return { answer: wrong("The body is not JSON.") };
  }
};

const FOREVER_SECONDS = 30 * 86_400;

/** A token as plain text, so that a shell can put it into a header; `?as=ann` for one of the known people. */
const token = async (services: LocalServices, name: string | null, body: string): Promise<LocalAnswer> => {
  const { district, issuer, clock } = services;
  const communities = district.communities.map((community) => community.id);
  const known = name === null ? undefined : localPeople[name];
  if (name !== null && !known) return wrong(`as is one of ${Object.keys(localPeople).join(", ")}`);
  const asked = known ? { value: { sub: known.id, roles: [...known.roles] } } : parse(TokenRequest, body);
  if ("answer" in asked) return asked.answer;
  const request: z.infer<typeof TokenRequest> = asked.value;
  const granted = await services.grants(request.sub);
  const home = known?.roles.includes("resident") ? communities.slice(0, 1) : communities;
  const text = await issuer.mint({
    sub: request.sub,
    roles: request.roles ?? ["resident", ...granted.roles],
    communities: request.communities ?? (granted.communities.length > 0 ? granted.communities : home),
    district: district.id,
    now: clock.now(),
    ttlSeconds: request.ttlSeconds ?? FOREVER_SECONDS,
  });
  return { status: 200, headers: { "content-type": "text/plain", "cache-control": "no-store" }, body: text };
};

const moveClock = (services: LocalServices, body: string): LocalAnswer => {
  const asked = parse(ClockRequest, body);
  if ("answer" in asked) return asked.answer;
  const { value } = asked;
  const change =
    "set" in value ? services.clock.set(new Date(value.set)) : services.clock.advance(value.advanceSeconds * 1_000);
  return "reason" in change ? wrong(change.reason) : json(200, { now: change.now.toISOString() });
};

const job = async (services: LocalServices, name: string): Promise<LocalAnswer> =>
  services.jobNames.includes(name)
    ? json(200, await services.runJob(name))
    : wrong(`jobs: ${services.jobNames.join(", ")}`);

const development = async (services: LocalServices, url: URL, body: string): Promise<LocalAnswer | undefined> => {
  const path = url.pathname;
  if (path === "/_local/token") return token(services, url.searchParams.get("as"), body);
  if (path === "/_local/clock") return moveClock(services, body);
  if (path.startsWith("/_local/jobs/")) return job(services, path.slice("/_local/jobs/".length));
  if (path !== "/_local/reset") return undefined;
  await services.reset();
  return json(200, { reset: true });
};

/** The routes as the HTTP server wants them; undefined leaves a request to the manifest. */
export const localRoutes =
  (services: LocalServices) =>
  async (method: string, target: string, body: string): Promise<LocalAnswer | undefined> => {
    const url = new URL(target, "http://localhost");
    if (method === "POST" && url.pathname.startsWith("/_local/")) return development(services, url, body);
    if (method !== "GET") return undefined;
    if (url.pathname === "/_local/clock") return json(200, { now: services.clock.now().toISOString() });
    if (url.pathname === "/.well-known/jwks.json") return json(200, services.issuer.jwks());
    if (url.pathname === "/.well-known/openid-configuration") return json(200, services.issuer.discovery());
    if (url.pathname === "/") return { status: 302, headers: { location: "/docs" }, body: "" };
    const asset = docsAsset(url.pathname);
    return asset && { status: asset.status, headers: asset.headers, body: asset.body };
  };

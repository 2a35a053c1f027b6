/** From a raw event to a `Call`: token and function-level policy first, then schemas, key and revision. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { ServedOperation } from "../../schemas/operation.ts";
import { BODY_BYTES_MAX, ROLL_BYTES_MAX, Uuid } from "../../schemas/primitives.ts";
import type { Call } from "./call.ts";
import { fingerprintOf } from "./command.ts";
import type { Deps } from "./deps.ts";
import { FIELD_ERRORS_MAX, fieldErrors, unknownField } from "./fields.ts";
import type { Actor } from "./policy.ts";
import type { Locale } from "./problem.ts";
import { Refused, reject } from "./refusal.ts";

/** Longest `If-None-Match` that is looked at. */
const ETAGS_CHARACTERS_MAX = 500;

/** The actor of an operation that asks for no token. */
export const NOBODY: Actor = { id: "", roles: [], communities: [] };

/** Parses an admitted request; throws `Refused` with the first thing that is wrong. */
export const parseCall = (
  operation: ServedOperation,
  event: APIGatewayProxyEventV2,
  actor: Actor,
  deps: Deps,
  locale: Locale,
): Call => {
  const params = parse(operation.params, namedOf(operation.path, event.pathParameters), "path", locale);
  const { dryRun, ...given } = event.queryStringParameters ?? {};
  const query = parse(operation.query, operation.dryRun ? given : (event.queryStringParameters ?? {}), "query", locale);
  const body = parse(operation.body, bodyOf(operation, event), "body", locale);
  const key = operation.repeat === "key" ? keyOf(event, body, locale) : deps.ids.next();
  const actingFor = event.headers?.["linli-acting-for"];
  const ifNoneMatch = event.headers?.["if-none-match"];
  if (actingFor !== undefined && !Uuid.safeParse(actingFor).success) {
    reject("request/invalid", {}, [{ field: "header.linli-acting-for", reason: uuidReason(locale) }]);
  }
  return {
    operation,
    params,
    query,
    body,
    actor,
    key,
    fingerprint:
      operation.repeat === "key" ? fingerprintOf(operation.id, actor.id, actingFor ?? "", params ?? {}, body) : "",
    revision: operation.repeat === "if-match" ? revisionOf(event, locale) : 0,
    dryRun: operation.dryRun === true && dryRunOf(dryRun, locale),
    locale,
    requestId: event.requestContext.requestId,
    ...(actingFor === undefined ? {} : { actingFor }),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch: ifNoneMatch.slice(0, ETAGS_CHARACTERS_MAX) }),
  } as Call;
};

/** The parameters that an operation's path names: a gateway route that several share has a name of its own besides. */
const namedOf = (path: string, given: APIGatewayProxyEventV2["pathParameters"] = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => path.includes(`{${name}}`)));

/** Who calls, by their token, when the operation is open to one of their roles; otherwise throws `Refused`. */
export const admit = async (operation: ServedOperation, event: APIGatewayProxyEventV2, deps: Deps): Promise<Actor> => {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(event.headers?.authorization ?? "")?.[1];
  if (!token) return reject(event.headers?.authorization ? "auth/invalid-token" : "auth/missing-token");
  const verdict = await deps.verify(token);
  if ("refusal" in verdict) throw new Refused(verdict.refusal);
  const { roles } = operation;
  if (Array.isArray(roles) && !roles.some((role) => verdict.actor.roles.includes(role))) {
    reject("auth/forbidden", { needs: roles.join(", ") });
  }
  return verdict.actor;
};

/** Headers that say who calls. */
const IDENTIFYING = ["authorization", "cookie", "linli-acting-for"];

/** Throws `request/identified` for a request that says who sends it, so that a careless front end is found out. */
export const refuseIdentified = ({ headers, cookies }: APIGatewayProxyEventV2): void => {
  // API Gateway takes cookies out of the headers into a list of their own.
  const found = IDENTIFYING.filter((name) => headers?.[name] !== undefined || (name === "cookie" && cookies?.length));
  if (found.length > 0) reject("request/identified", { headers: found.join(", ") });
};

const parse = (
  schema: z.ZodType | undefined,
  value: unknown,
  place: "body" | "query" | "path",
  locale: Locale,
): unknown => {
  if (!schema) {
    const stray = place === "query" ? Object.keys(value as object) : [];
    if (stray.length > 0) {
      reject(
        "request/invalid",
        {},
        stray.slice(0, FIELD_ERRORS_MAX).map((name) => ({ field: `query.${name}`, reason: unknownField(locale) })),
      );
    }
    return undefined;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = fieldErrors(parsed.error, value, place, locale);
  if (fields.every(({ field }) => field === "query.cursor")) return reject("request/bad-cursor");
  return reject("request/invalid", {}, fields);
};

const bodyOf = (operation: ServedOperation, event: APIGatewayProxyEventV2): unknown => {
  if (!operation.body) return undefined;
  const csv = operation.bodyType === "text/csv";
  const limit = csv ? ROLL_BYTES_MAX : BODY_BYTES_MAX;
  const raw = event.body as unknown;
  if (!csv) return raw;
  const type = event.headers?.["content-type"] ?? "";
  if (!/^text\/csv\b/i.test(type)) reject("request/media-type", { expected: "text/csv" });
  const text = event.isBase64Encoded ? Buffer.from(String(raw ?? ""), "base64").toString("utf8") : String(raw ?? "");
  if (Buffer.byteLength(text) > limit) reject("request/too-large", { limit });
  return text;
};

const uuidReason = (locale: Locale): string => (locale === "en" ? "must be a UUID" : "应为 UUID");

/**
 * The key may come quoted as a structured-field string or bare, or as `id` in the body; two that differ are refused.
 */
const keyOf = (event: APIGatewayProxyEventV2, body: unknown, locale: Locale): string => {
  const raw = event.headers?.["idempotency-key"]?.trim();
  const fromHeader = raw === undefined ? undefined : (/^"(.*)"$/.exec(raw)?.[1] ?? raw);
  const fromBody = (body as { id?: unknown } | undefined)?.id;
  if (fromHeader !== undefined && !Uuid.safeParse(fromHeader).success) {
    reject("request/invalid", {}, [{ field: "header.idempotency-key", reason: uuidReason(locale) }]);
  }
  if (typeof fromBody === "string" && fromHeader !== undefined && fromHeader !== fromBody) {
    const reason = locale === "en" ? "differs from the body's id" : "与请求体 id 不一致";
    reject("request/invalid", {}, [{ field: "header.idempotency-key", reason }]);
  }
  const key = fromHeader ?? fromBody;
  return typeof key === "string" ? key : reject("request/key-missing");
};

const revisionOf = (event: APIGatewayProxyEventV2, locale: Locale): number => {
  const tag = event.headers?.["if-match"];
  if (tag === undefined) return reject("request/if-match-missing");
  const revision = /^(?:W\/)?"(\d{1,15})"$/.exec(tag.trim())?.[1];
  if (revision !== undefined) return Number(revision);
  const reason =
    locale === "en" ? 'must be one ETag as it was answered, such as "3"' : '应为读取时返回的一个 ETag，如 "3"';
  return reject("request/invalid", {}, [{ field: "header.if-match", reason }]);
};

const dryRunOf = (flag: string | undefined, locale: Locale): boolean => {
  if (flag === undefined || flag === "true" || flag === "false") return flag === "true";
  return reject("request/invalid", {}, [
    { field: "query.dryRun", reason: locale === "en" ? "true or false" : "只能是 true 或 false" },
  ]);
};

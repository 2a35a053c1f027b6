/**
 * Makes the Lambda handler of a context from the manifest and its handlers: middy chain, router, and the same steps
 * around every operation.
 */
import middy from "@middy/core";
import httpCors from "@middy/http-cors";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import httpRouter, { type Method } from "@middy/http-router";
import httpSecurityHeaders from "@middy/http-security-headers";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from "aws-lambda";
import { isOpen, type ServedOperation } from "../../schemas/operation.ts";
import { BODY_BYTES_MAX } from "../../schemas/primitives.ts";
import type { Answer, Call, Handlers } from "./call.ts";
import { CORS_ANSWER_HEADERS, CORS_METHODS, CORS_REQUEST_HEADERS } from "./cors.ts";
import type { Deps } from "./deps.ts";
import { Busy } from "./dynamo.ts";
import type { Actor } from "./policy.ts";
import { type Locale, localeOf, problemReply } from "./problem.ts";
import { type Refusal, Refused, refuse, reject } from "./refusal.ts";
import { render } from "./render.ts";
import { admit, NOBODY, parseCall, refuseIdentified } from "./request.ts";

/** Lambda handler of an HTTP API (payload format 2.0). */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** Builds the handler of one Lambda from its operations. */
export const makeHandler = <Ops extends Record<string, ServedOperation>>(
  operations: Ops,
  handlers: Handlers<Ops>,
  deps: Deps,
): HttpHandler => {
  const routes = Object.entries(operations).map(([id, operation]) => ({
    method: operation.method as Method,
    path: operation.path,
    handler: routeOf(operation, handlers[id] as unknown as AnyHandler, deps),
  }));
  // A fault is heard by the last middleware first: problems are made before the others add their headers to them.
  return middy()
    .use(
      httpCors({
        origins: [...deps.district.origins],
        exposeHeaders: CORS_ANSWER_HEADERS.join(", "),
        headers: CORS_REQUEST_HEADERS.join(", "),
        methods: CORS_METHODS.join(", "),
        requestHeaders: CORS_REQUEST_HEADERS,
        disableBeforePreflightResponse: false,
      }),
    )
    .use(httpSecurityHeaders())
    .use(problems(deps))
    .handler(
      httpRouter({
        routes,
        notFoundResponse: () => {
          throw new Refused(refuse("request/no-route"));
        },
      }),
    ) as unknown as HttpHandler;
};

type Middleware = middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;
type AnyHandler = (call: Call, deps: Deps) => Promise<Answer>;

/** The actor travels on Lambda's context object, which is new for every invocation. */
type Admitted = LambdaContext & { actor?: Actor };

const routeOf = (operation: ServedOperation, handler: AnyHandler, deps: Deps) => {
  const json = operation.body !== undefined && operation.bodyType !== "text/csv";
  const run = async (event: APIGatewayProxyEventV2, context: Admitted): Promise<APIGatewayProxyStructuredResultV2> => {
    const locale = localeOf(header(event, "accept-language"), deps.district.locales[0]);
    const call = parseCall(operation, event, context.actor ?? NOBODY, deps, locale);
    const answer = await handler(call, deps);
    return render(operation, call, answer, locale, deps);
  };
  // Nobody's body is parsed before they are known and allowed.
  const chain = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().use(admission(operation, deps));
  if (json) chain.use(bodyLimit(operation)).use(httpJsonBodyParser() as unknown as Middleware);
  return chain.handler(run);
};

const admission = (operation: ServedOperation, deps: Deps): Middleware => ({
  before: async ({ event, context }) => {
    if (operation.anonymous) refuseIdentified(event);
    if (!isOpen(operation)) (context as Admitted).actor = await admit(operation, event, deps);
  },
});

/** Refuses a body that is too large before anything parses it. */
const bodyLimit = ({ bodyBytes: limit = BODY_BYTES_MAX }: ServedOperation): Middleware => ({
  before: ({ event }) => {
    if (Buffer.byteLength(event.body ?? "") > limit) reject("request/too-large", { limit });
  },
});

/** A header by its lower-case name; API Gateway lower-cases names in payload format 2.0. */
export const header = (event: APIGatewayProxyEventV2, name: string): string | undefined => event.headers?.[name];

const problems = (deps: Deps): Middleware => ({
  onError: (request) => {
    const { event, error } = request;
    const locale: Locale = localeOf(header(event, "accept-language"), deps.district.locales[0]);
    const requestId = event.requestContext?.requestId ?? "unknown";
    request.response = problemReply(refusalOf(error, requestId, deps), locale, requestId);
  },
});

const refusalOf = (error: unknown, requestId: string, deps: Deps): Refusal => {
  if (error instanceof Refused && error.refusals[0]) return error.refusals[0];
  if (error instanceof Busy) {
    deps.log.info("http.busy", { requestId });
    return refuse("server/busy");
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 422 || status === 400) return refuse("request/malformed-json");
  if (status === 415) return refuse("request/media-type", { expected: "application/json" });
  if (isLost(error)) {
    deps.log.error("http.outcome-unknown", { requestId }, error);
    return refuse("server/unknown-outcome");
  }
  deps.log.error("http.fault", { requestId }, error);
  return refuse("server/fault", { requestId });
};

const LOST_CODES = ["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"];
const LOST_NAMES = ["TimeoutError", "InternalServerError", "ServiceUnavailable"];

/** True where the database may or may not have done what was asked: only the same key can tell. */
const isLost = (error: unknown): boolean => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return LOST_NAMES.includes(String(name)) || LOST_CODES.includes(String(code));
};

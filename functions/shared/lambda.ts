/** Entry of an HTTP Lambda: dependencies are made once, at the first request, from the environment. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import type { ServedOperation } from "../../schemas/operation.ts";
import { type HttpHandler, makeHandler } from "./app.ts";
import type { Handlers } from "./call.ts";
import type { Deps } from "./deps.ts";
import { type Env, makeDeps, type Overrides } from "./env.ts";

/**
 * What each context's entry module exports; the local server calls `create` with a clock and an observer of its own.
 */
export interface HttpEntry {
  readonly create: (env: Env, overrides?: Overrides) => HttpHandler;
  readonly handler: HttpHandler;
}

/** Makes the entry of a context from its operations and handlers. */
export const httpEntry = <Ops extends Record<string, ServedOperation>>(
  service: string,
  operations: Ops,
  handlers: Handlers<Ops> | ((deps: Deps) => Handlers<Ops>),
): HttpEntry => {
  const create = (env: Env, overrides?: Overrides): HttpHandler => {
    const deps = makeDeps(env, service, overrides);
    return makeHandler(operations, typeof handlers === "function" ? handlers(deps) : handlers, deps);
  };
  let ready: HttpHandler | undefined;
  const handler = (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> => {
    ready ??= create(process.env as unknown as Env);
    return ready(event, context);
  };
  return { create, handler };
};

/**
 * One Node process that serves the whole manifest: turns HTTP into the events that API Gateway would send, and the
 * results back.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from "aws-lambda";
import type { HttpHandler } from "../../functions/shared/app.ts";
import type { Log } from "../../functions/shared/log.ts";
import { localeOf, problemReply } from "../../functions/shared/problem.ts";
import { refuse } from "../../functions/shared/refusal.ts";
import type { Context } from "../../schemas/operation.ts";
import { operations } from "../../schemas/routes.ts";

/** How long a stop waits for the answers that are under way. */
const DRAIN_MS_MAX = 5_000;
/** Pause between looks for connections that have had their answer. */
const DRAIN_POLL_MS = 20;
/** API Gateway's own limit is 10 MB; ours is what the largest body of the manifest needs. */
export const RAW_BODY_MAX = 5 * 1024 * 1024;

export interface LocalAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface ServerOptions {
  readonly handlers: Readonly<Record<Context, HttpHandler>>;
  /** Routes that exist only here (`/_local/...`, `/docs`); undefined passes the request on to the manifest. */
  readonly local?: (method: string, target: string, body: string) => Promise<LocalAnswer | undefined>;
  /** Told of faults outside the handlers, which log their own. */
  readonly log?: Log;
}

const routes = operations.map(({ path, context }) => ({
  pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{[^}]+\}/g, "[^/]+")}/?$`),
  context,
}));

const contextOf = (path: string): Context => routes.find(({ pattern }) => pattern.test(path))?.context ?? "system";

/** Takes no further connection, lets the requests under way be answered and resolves when all are closed. */
const drain = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), DRAIN_POLL_MS);
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS_MAX);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });

/** Starts listening on loopback; port 0 takes a free one. */
export const serve = async (
  options: ServerOptions,
  port = 0,
): Promise<{ url: string; server: Server; close(): Promise<void> }> => {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.log?.error("http.fault", {}, error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://localhost:${taken}`, server, close: () => drain(server) };
};

const answer = async (options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", "http://localhost");
  const body = await readBody(request);
  if (body === undefined) {
    const locale = localeOf(request.headers["accept-language"]);
    const refused = problemReply(refuse("request/too-large", { limit: RAW_BODY_MAX }), locale, randomUUID());
    response.writeHead(refused.statusCode, { ...refused.headers, connection: "close" }).end(refused.body);
    return;
  }
  const path = decoded(url.pathname);
  const own = await options.local?.(method, `${url.pathname}${url.search}`, body);
  if (own) {
    response.writeHead(own.status, own.headers).end(own.body);
    return;
  }
  const result = await options.handlers[contextOf(path)](
    eventOf(method, path, url, request, body),
    {} as LambdaContext,
  );
  send(response, result);
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The body as text, or undefined when it is larger than anything the API takes. */
const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= RAW_BODY_MAX) chunks.push(chunk);
  }
  return size > RAW_BODY_MAX ? undefined : Buffer.concat(chunks).toString("utf8");
};

const eventOf = (
  method: string,
  path: string,
  url: URL,
  request: IncomingMessage,
  body: string,
): APIGatewayProxyEventV2 => {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(",") : value]],
    ),
  ) as Record<string, string>;
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) query[name] = name in query ? `${query[name]},${value}` : value;
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: url.search.slice(1),
    headers,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: "local",
      apiId: "local",
      domainName: "localhost",
      domainPrefix: "local",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: headers["user-agent"] ?? "" },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    ...(body === "" ? {} : { body }),
    isBase64Encoded: false,
  };
};

const send = (response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void => {
  const headers = Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)] as const);
  response.writeHead(result.statusCode ?? 200, Object.fromEntries(headers));
  response.end(result.isBase64Encoded ? Buffer.from(result.body ?? "", "base64") : result.body);
};

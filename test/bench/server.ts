/**
 * Child process that serves one shape of the ledger over HTTP on loopback; its parent tells it what, and ends it by
 * its pid.
 */

import { ledgerHandlers } from "../../functions/ledger/http.ts";
import type { HttpHandler } from "../../functions/shared/app.ts";
import { makeHandler } from "../../functions/shared/app.ts";
import { makeClient } from "../../functions/shared/dynamo.ts";
import { type Env, makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { loadDistrict } from "../../infra/districts/load.ts";
import { serve } from "../../infra/local/http-server.ts";
import { ledgerOperations } from "../../schemas/ledger/operations.ts";
import { contexts } from "../../schemas/routes.ts";
import { rivalHandler } from "./textbook.ts";

/** Shapes of the ledger that the benchmark compares. */
export type Shape = "linli" | "textbook" | "read-first";

/** What the parent sends first. */
export interface Start {
  readonly shape: Shape;
  readonly env: Env;
}

/** What the child counts from its start on. */
export interface Counts {
  readonly writeCalls: number;
  readonly readCalls: number;
  readonly cpuMicros: number;
  /** Requests that are being answered now. */
  readonly open: number;
}

const LOCAL_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

const start = async ({ shape, env }: Start): Promise<void> => {
  const endpoint = env.LINLI_DYNAMODB_ENDPOINT as string;
  const client = makeClient({ endpoint, region: "local", credentials: LOCAL_CREDENTIALS });
  let writeCalls = 0;
  let readCalls = 0;
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        if (/^(Transact|Put|Update)/.test(commandName)) writeCalls++;
        else readCalls++;
        return next(args);
      },
    { step: "initialize", name: "count" },
  );
  const deps = makeDeps(env, "bench", { client, district: loadDistrict("demo"), log: silentLog });
  const served: HttpHandler =
    shape === "linli" ? makeHandler(ledgerOperations, ledgerHandlers, deps) : rivalHandler(shape, deps);
  let open = 0;
  const handler: HttpHandler = async (event, context) => {
    open++;
    try {
      return await served(event, context);
    } finally {
      open--;
    }
  };
  const handlers = Object.fromEntries(contexts.map((context) => [context, handler]));
  const { url } = await serve({ handlers: handlers as Parameters<typeof serve>[0]["handlers"] });
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ writeCalls, readCalls, cpuMicros: user + system, open } satisfies Counts);
  });
  process.send?.({ url });
};

process.once("message", (message) => void start(message as Start));
// A parent that has gone leaves nothing behind.
process.once("disconnect", () => process.exit(0));

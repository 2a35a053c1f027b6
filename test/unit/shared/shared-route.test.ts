/** A gateway route that several operations share has a parameter of its own, which no operation is shown. */
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { expect, it } from "vitest";
import * as z from "zod";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { silentLog } from "../../../functions/shared/log.ts";
import { operation } from "../../../schemas/operation.ts";

const operations = {
  openThing: operation({
    id: "openThing",
    context: "system",
    method: "POST",
    path: "/v1/things/{thingId}/open",
    summary: "Open a thing",
    roles: "public",
    params: z.strictObject({ thingId: z.string() }),
    reply: z.strictObject({ thingId: z.string() }),
    status: 200,
    repeat: "content",
    writeUnits: 0,
    actions: [],
    refusals: [],
  }),
};

const deps = {
  district: { origins: [], locales: ["en"] },
  log: silentLog,
  ids: { next: () => "0190a000-0000-7000-8000-000000000001" },
} as unknown as Deps;
const handler = makeHandler(operations, { openThing: async ({ params }) => ({ body: params }) }, deps);

const post = async (path: string, pathParameters: Record<string, string>) => {
  const event = {
    version: "2.0",
    headers: {},
    rawPath: path,
    pathParameters,
    requestContext: { http: { method: "POST", path }, requestId: "r" },
  } as unknown as APIGatewayProxyEventV2;
  const reply = await handler(event, {} as Context);
  return { status: reply.statusCode, body: JSON.parse(reply.body ?? "null") };
};

it("answers a step that came by the shared route", async () => {
  const reply = await post("/v1/things/7/open", { thingId: "7", step: "open" });
  expect(reply).toEqual({ status: 200, body: { thingId: "7" } });
});

it("answers 404 as a problem for a step that there is not, which the shared route lets through", async () => {
  const reply = await post("/v1/things/7/burn", { thingId: "7", step: "burn" });
  expect(reply).toMatchObject({ status: 404, body: { code: "request/no-route" } });
});

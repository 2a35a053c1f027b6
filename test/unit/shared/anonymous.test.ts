/** An anonymous operation refuses a request that says who sends it, before anything of its content is read. */
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { silentLog } from "../../../functions/shared/log.ts";
import { operation } from "../../../schemas/operation.ts";

const operations = {
  dropNote: operation({
    id: "dropNote",
    context: "system",
    method: "POST",
    path: "/v1/notes",
    summary: "Drop a note",
    roles: "public",
    anonymous: true,
    body: z.strictObject({ note: z.string() }),
    reply: z.strictObject({ note: z.string() }),
    status: 200,
    repeat: "content",
    writeUnits: 0,
    actions: [],
    refusals: [],
  }),
};

const deps = {
  district: { origins: [], locales: ["zh-CN"] },
  log: silentLog,
  ids: { next: () => "0190a000-0000-7000-8000-000000000001" },
} as unknown as Deps;
const handler = makeHandler(operations, { dropNote: async ({ body }) => ({ body }) }, deps);

const drop = async (headers: Record<string, string>, body = '{"note":"n"}', cookies?: string[]) => {
  const http = { method: "POST", path: "/v1/notes" };
  const event = { headers: { "content-type": "application/json", ...headers }, body, cookies, rawPath: http.path };
  const whole = {
    version: "2.0",
    ...event,
    requestContext: { http, requestId: "r" },
  } as unknown as APIGatewayProxyEventV2;
  const reply = await handler(whole, {} as Context);
  return { status: reply.statusCode, body: JSON.parse(reply.body ?? "null") };
};

describe("an anonymous operation", () => {
  it("answers who says nothing of themselves", async () => {
    expect(await drop({})).toMatchObject({ status: 200, body: { note: "n" } });
  });

  it.each(["authorization", "cookie", "linli-acting-for"])("refuses the header %s and names it", async (name) => {
    const reply = await drop({ [name]: "x" });
    expect(reply).toMatchObject({ status: 400, body: { code: "request/identified", params: { headers: name } } });
  });

  it("refuses cookies where the gateway puts them, before a broken body is looked at", async () => {
    const reply = await drop({ authorization: "x" }, "{", ["a=b"]);
    expect(reply.body).toMatchObject({ code: "request/identified", params: { headers: "authorization, cookie" } });
  });
});

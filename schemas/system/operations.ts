/** Operations of the platform itself. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Slug, Text } from "../primitives.ts";

export const systemOperations = {
  getHealth: operation({
    id: "getHealth",
    context: "system",
    method: "GET",
    path: "/health",
    summary: "Whether the API answers, its version and its district",
    roles: "public",
    reply: z.strictObject({
      status: z.literal("ok"),
      version: z.string(),
      district: Slug,
      name: Text,
      time: z.iso.datetime(),
    }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: [],
    refusals: [],
  }),
  getOpenApi: operation({
    id: "getOpenApi",
    context: "system",
    method: "GET",
    path: "/openapi.json",
    summary: "This API as OpenAPI 3.1",
    roles: "public",
    reply: z.unknown(),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: [],
    refusals: [],
  }),
};

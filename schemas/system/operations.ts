/** Operations of the platform itself. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Slug, Text } from "../primitives.ts";

/** A public key of the district (RFC 8037) with its purpose. */
const SigningKey = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().describe("32 bytes, base64url."),
  kid: z.string().describe("Thumbprint of the key (RFC 7638)."),
  purpose: z
    .enum(["polls", "ledger", "fund"])
    .describe("What it signs: results and receipts of polls; heads of the journal; files of the fund."),
});

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
  getKeys: operation({
    id: "getKeys",
    context: "system",
    method: "GET",
    path: "/v1/keys",
    summary: "Public keys of the district's signatures",
    roles: "public",
    reply: z.strictObject({ keys: z.array(SigningKey) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "PutItem"],
    refusals: [],
  }),
};

/** Lambda of the platform's own operations: health, the OpenAPI file and the public keys. */
import openApi from "../../schemas/openapi.json" with { type: "json" };
import { systemOperations } from "../../schemas/system/operations.ts";
import { httpEntry } from "../shared/lambda.ts";
import { publicKeys } from "../shared/signing.ts";

export const { create, handler } = httpEntry("system", systemOperations, {
  getHealth: async (_call, { district, version, clock }) => ({
    body: {
      status: "ok" as const,
      version,
      district: district.id,
      name: district.name,
      time: clock.now().toISOString(),
    },
  }),
  getOpenApi: async () => ({ body: openApi }),
  getKeys: async (_call, { db }) => ({ body: { keys: await publicKeys(db) } }),
});

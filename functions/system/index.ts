/** Lambda of the platform's own operations: health and the OpenAPI file. */
import openApi from "../../schemas/openapi.json" with { type: "json" };
import { systemOperations } from "../../schemas/system/operations.ts";
import { httpEntry } from "../shared/lambda.ts";

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
});

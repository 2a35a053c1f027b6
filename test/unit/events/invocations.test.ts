/** The recorded invocation events are what our entry points take. */
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { expect, it } from "vitest";
import api from "../../../events/invocations/api.json" with { type: "json" };
import scheduler from "../../../events/invocations/scheduler.json" with { type: "json" };
import { jobNames } from "../../../functions/jobs/index.ts";
import { create } from "../../../functions/ledger/index.ts";
import { silentLog } from "../../../functions/shared/log.ts";
import { testDistrict } from "../../support/district.ts";

it("API Gateway's event reaches the operation it names: without a token it is refused there", async () => {
  const env = { LINLI_TABLE: "none", LINLI_DYNAMODB_ENDPOINT: "http://localhost:1", LINLI_JWKS: '{"keys":[]}' };
  const handle = create(env, { district: testDistrict(), log: silentLog });
  const reply = await handle(api as unknown as APIGatewayProxyEventV2, {} as Context);
  expect(reply.statusCode).toBe(401);
  expect(JSON.parse(reply.body ?? "")).toMatchObject({ status: 401, code: expect.stringMatching(/^auth\//) });
});

it("the scheduler's event names a job", () => {
  expect(Object.keys(scheduler)).toEqual(["job"]);
  expect(jobNames).toContain(scheduler.job);
});

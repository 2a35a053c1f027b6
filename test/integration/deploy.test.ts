/** Bootstrap as a deploy does it: the bundle that Lambda gets, its environment, CloudFormation's call and answer. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type * as Jobs from "../../functions/jobs/index.ts";
import { openDb } from "../../functions/shared/dynamo.ts";
import { bundleFunctions } from "../../infra/bundle.ts";
import { makeTable } from "../support/harness.ts";

const outDir = mkdtempSync(join(tmpdir(), "linli-deploy-"));
const answers: { Status: string; Reason?: string }[] = [];
const cloudFormation = createServer((request, response) => {
  let text = "";
  request.on("data", (chunk) => {
    text += chunk;
  });
  request.on("end", () => {
    answers.push(JSON.parse(text));
    response.end();
  });
});
let made: Awaited<ReturnType<typeof makeTable>>;
let jobs: typeof Jobs;

beforeAll(async () => {
  made = await makeTable();
  const beside = { "district.json": readFileSync("infra/districts/demo.json", "utf8") };
  await bundleFunctions({ outDir, entries: [{ name: "jobs", file: "functions/jobs/index.ts" }], beside });
  vi.stubEnv("LINLI_TABLE", made.table);
  vi.stubEnv("LINLI_DYNAMODB_ENDPOINT", made.endpoint);
  vi.stubEnv("LINLI_DISTRICT", join(outDir, "jobs", "district.json"));
  vi.stubEnv("AWS_LAMBDA_LOG_LEVEL", "FATAL");
  jobs = (await import(/* @vite-ignore */ pathToFileURL(join(outDir, "jobs", "index.mjs")).href)) as typeof Jobs;
  await new Promise<void>((resolve) => cloudFormation.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => cloudFormation.close(resolve));
  rmSync(outDir, { recursive: true, force: true });
});

const deploy = async (RequestType: string): Promise<string | undefined> => {
  const ResponseURL = `http://127.0.0.1:${(cloudFormation.address() as AddressInfo).port}/`;
  const event = { RequestType, ResponseURL, StackId: "s", RequestId: "r", LogicalResourceId: "l" };
  await jobs.onDeploy(event as never, { getRemainingTimeInMillis: () => 300_000 } as never);
  return answers.at(-1)?.Status;
};

it("a first deploy makes the district's communities and pools, a later one finds them", async () => {
  const db = openDb({ client: made.client, table: made.table });
  const communities = ["lujing", "songyuan"].map((id) => ({ pk: `C#${id}`, sk: "C" }));
  expect(await db.getMany(communities)).toEqual([]);
  expect(await deploy("Create")).toBe("SUCCESS");
  const first = await db.getMany(communities);
  expect(first).toHaveLength(2);
  const pools = await db.query({ index: "g3", partition: "AL#lujing#points", limit: 20 });
  expect(pools.items.length).toBeGreaterThan(5);
  expect(await deploy("Update")).toBe("SUCCESS");
  expect(await db.getMany(communities)).toEqual(first);
});

it("a deploy whose table is not there fails with the reason", async () => {
  await made.client.send(new DeleteTableCommand({ TableName: made.table }));
  expect(await deploy("Update")).toBe("FAILED");
  expect(answers.at(-1)?.Reason).toMatch(/\w+/);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Metafile } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HttpEntry } from "../../functions/shared/lambda.ts";
import {
  BUNDLE_KB_MAX,
  BUNDLE_KB_TARGET,
  type BundleReport,
  bundleFunctions,
  bundleProblems,
  formatReport,
  functionEntries,
} from "../../infra/bundle.ts";
import { contexts } from "../../schemas/routes.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-bundle-"));
const outDir = join(folder, "functions");
let reports: BundleReport[] = [];

beforeAll(async () => {
  const district = readFileSync("infra/districts/demo.json", "utf8");
  reports = await bundleFunctions({ outDir, beside: { "district.json": district } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = async (name: string): Promise<Record<string, unknown>> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(outDir, name, "index.mjs")).href)) as Record<string, unknown>;

describe("the bundles", () => {
  it.each(functionEntries.map(({ name }) => name))("%s stays within the budget and has a handler", async (name) => {
    const report = reports.find((one) => one.name === name);
    expect(report && report.bytes / 1_024).toBeLessThanOrEqual(BUNDLE_KB_TARGET);
    expect(await load(name)).toMatchObject({ handler: expect.any(Function) });
  });

  it("are one for each context, the jobs and the stream", () => {
    expect(reports.map(({ name }) => name)).toEqual([...contexts, "jobs", "stream"]);
  });

  it("answer from the bundle alone, with the district's file and the OpenAPI file beside it", async () => {
    const { create } = (await load("system")) as unknown as HttpEntry;
    const handler = create({ LINLI_TABLE: "none", LINLI_DISTRICT: join(outDir, "system", "district.json") });
    const get = async (path: string) => {
      const http = { method: "GET", path };
      const event = { version: "2.0", rawPath: path, headers: {}, requestContext: { requestId: "r", http } };
      const answer = await handler(event as never, {} as never);
      return JSON.parse(String(answer.body)) as Record<string, unknown>;
    };
    expect(await get("/health")).toMatchObject({ status: "ok", district: "demo" });
    expect(await get("/openapi.json")).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });

  it("find their credentials in the environment, as Lambda gives them", async () => {
    const source = join(folder, "client.ts");
    const dynamo = JSON.stringify(resolve("functions/shared/dynamo.ts"));
    writeFileSync(
      source,
      `import { makeClient } from ${dynamo};\nexport const client = makeClient({ region: "x" });\n`,
    );
    await bundleFunctions({ outDir, entries: [{ name: "client", file: source }] });
    const { client } = (await load("client")) as { client: { config: { credentials(): Promise<object> } } };
    const saved = { ...process.env };
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "key", AWS_SESSION_TOKEN: "token" });
    try {
      const found = await client.config.credentials();
      expect(found).toMatchObject({ accessKeyId: "id", secretAccessKey: "key", sessionToken: "token" });
    } finally {
      process.env = saved;
    }
  });
});

describe("the build", () => {
  const bundle = (name: string, text: string) => {
    const source = join(folder, `${name}.ts`);
    writeFileSync(source, text);
    return bundleFunctions({ outDir: join(folder, "refused"), entries: [{ name, file: source }] });
  };
  const from = (path: string) => JSON.stringify(resolve(path));

  it("fails when all languages of zod get in", async () => {
    const text = `import { z } from ${from("node_modules/zod/index.js")};\nconsole.log(z);\n`;
    await expect(bundle("locales", text)).rejects.toThrow(/zod\/v4\/locales\/\w+\.js: import zod as/);
  });

  it("fails when a function makes JSON Schema", async () => {
    const zod = from("node_modules/zod/index.js");
    const text = `import { toJSONSchema, string } from ${zod};\ntoJSONSchema(string());\n`;
    await expect(bundle("json-schema", text)).rejects.toThrow(/JSON Schema is made when building/);
  });

  it("fails when a credential provider gets in that Lambda has no use for", async () => {
    const ini = from("node_modules/@aws-sdk/credential-provider-ini/dist-es/index.js");
    await expect(bundle("ini", `import { fromIni } from ${ini};\nconsole.log(fromIni);\n`)).rejects.toThrow(
      /credential-provider-\w+.*: Lambda has its credentials in the environment/,
    );
  });

  it("fails above the hard limit and marks what is above the target", () => {
    const report = (name: string, kb: number): BundleReport => {
      const bytes = kb * 1_024;
      return {
        name,
        file: name,
        bytes,
        lazyBytes: kb === BUNDLE_KB_TARGET ? 1_024 : 0,
        overTarget: kb > BUNDLE_KB_TARGET,
        inputs: [{ name: "zod", bytes: 2_048 }],
      };
    };
    const metafile: Metafile = { inputs: {}, outputs: {} };
    const reported = [
      report("small", BUNDLE_KB_TARGET),
      report("big", BUNDLE_KB_MAX),
      report("huge", BUNDLE_KB_MAX + 1),
    ];
    expect(bundleProblems(reported, metafile)).toEqual([
      `huge has ${BUNDLE_KB_MAX + 1}.0 KB, at most ${BUNDLE_KB_MAX}`,
    ]);
    expect(formatReport(reported).split("\n").slice(0, 4)).toEqual([
      "small: 400.0 KB, 1.0 KB when asked for",
      "      2.0  zod",
      "! big: 640.0 KB",
      "      2.0  zod",
    ]);
  });

  it("gives the same bytes for the same sources, so that a deploy changes only what changed", async () => {
    const again = join(folder, "again");
    mkdirSync(again);
    await bundleFunctions({ outDir: again, entries: functionEntries.slice(0, 1) });
    const name = functionEntries[0]?.name ?? "";
    const [first, second] = [outDir, again].map((place) => readFileSync(join(place, name, "index.mjs"), "utf8"));
    expect(second).toBe(first);
  });
});

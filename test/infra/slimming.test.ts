/** That the slimmed parts still do what the whole packages do, and that what is gone says so. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as Dynamo from "../../functions/shared/dynamo.ts";
import { type BundleReport, bundleFunctions, functionEntries, staleRules } from "../../infra/bundle.ts";
import { slimmingRules } from "../../infra/bundle-slimming.ts";
import { errors } from "../../schemas/errors.ts";
import { contexts, operations } from "../../schemas/routes.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-slim-"));
let reports: BundleReport[] = [];

beforeAll(async () => {
  const district = readFileSync("infra/districts/demo.json", "utf8");
  reports = await bundleFunctions({ outDir: join(folder, "functions"), beside: { "district.json": district } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundled = async <Module>(name: string, text: string): Promise<Module> => {
  const source = join(folder, `${name}.ts`);
  writeFileSync(source, text.replaceAll("ROOT/", `${resolve(".")}/`));
  await bundleFunctions({ outDir: folder, entries: [{ name, file: source }] });
  return (await import(/* @vite-ignore */ pathToFileURL(join(folder, name, "index.mjs")).href)) as Module;
};

/** All that is in a bundle, also what it loads only when it is asked for. */
const textOf = (name: string): string => {
  const bundle = dirname(reports.find((report) => report.name === name)?.file ?? "");
  const modules = readdirSync(bundle).filter((file) => file.endsWith(".mjs"));
  return modules.map((file) => readFileSync(join(bundle, file), "utf8")).join("\n");
};

describe("addresses of AWS", () => {
  const REGIONS = ["cn-north-1", "cn-northwest-1", "eu-central-1", "us-east-1", "ap-southeast-5", "il-central-1"];
  type Provider = (params: object) => { url: URL };
  type Client = new (config: object) => { config: { endpointProvider: unknown } };
  const providerOf = (Made: unknown) =>
    new (Made as Client)({ region: "us-east-1" }).config.endpointProvider as Provider;

  it.each([
    ["client-dynamodb", "DynamoDBClient", DynamoDBClient],
    ["client-eventbridge", "EventBridgeClient", EventBridgeClient],
  ])("of %s are the ones of the whole package", async (service, name, Whole) => {
    const from = `ROOT/node_modules/@aws-sdk/${service}/dist-es/index.js`;
    const { Slim } = await bundled<{ Slim: unknown }>(service, `export { ${name} as Slim } from "${from}";\n`);
    const [slim, whole] = [providerOf(Slim), providerOf(Whole)];
    for (const Region of REGIONS) {
      const params = { Region, UseFIPS: false, UseDualStack: false };
      expect(slim(params).url.href).toBe(whole(params).url.href);
      const configured = { ...params, Endpoint: "http://127.0.0.1:8000" };
      expect(slim(configured).url.href).toBe(whole(configured).url.href);
    }
    for (const other of [{ UseFIPS: true }, { UseDualStack: true }, { Region: "us-iso-east-1" }, { Region: "moon" }]) {
      expect(() => slim({ Region: "us-east-1", ...other })).toThrow(/public endpoints/);
    }
  });
});

describe("answers of DynamoDB", () => {
  const write = {
    type: "put" as const,
    item: { pk: "a", sk: "b" },
    condition: { expression: "attribute_not_exists(pk)", names: {}, values: {} },
  };
  const answers: { readonly status: number; readonly body: object }[] = [];
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const { status, body } = answers.shift() ?? { status: 200, body: {} };
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
    });
  });
  const fault = (name: string, more: object = {}) => ({
    status: 400,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
  });
  let db: Dynamo.Db;
  let Busy: typeof Dynamo.Busy;

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const slim = await bundled<typeof Dynamo>("dynamo", 'export * from "ROOT/functions/shared/dynamo.ts";\n');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const client = slim.makeClient({ endpoint, region: "local", credentials });
    db = slim.openDb({ client, table: "t", sleep: async () => undefined });
    Busy = slim.Busy;
  });
  afterAll(() => server.close());

  it("carry items and reasons in the two errors that are told apart by class", async () => {
    const Item = { pk: { S: "a" }, sk: { S: "b" }, n: { N: "3" } };
    const found = [{ key: { pk: "a", sk: "b" }, found: { pk: "a", sk: "b", n: 3 } }];
    answers.push(fault("ConditionalCheckFailedException", { Item }));
    expect(await db.commit([write])).toEqual({ ok: false, failed: found });
    const CancellationReasons = [{ Code: "ConditionalCheckFailed", Item }, { Code: "None" }];
    answers.push(fault("TransactionCanceledException", { CancellationReasons }));
    expect(await db.commit([write, { ...write, item: { pk: "a", sk: "c" } }])).toEqual({ ok: false, failed: found });
  });

  it("keep the names of all other errors", async () => {
    answers.push(fault("TransactionConflictException"));
    expect(await db.commit([write])).toEqual({ ok: true });
    answers.push(fault("ResourceNotFoundException"));
    await expect(db.commit([write])).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "ResourceNotFoundException",
      $fault: "client",
    });
  });

  it("are asked for again while the table throttles, then called busy", async () => {
    const throttled = fault("ProvisionedThroughputExceededException");
    answers.push(throttled);
    expect(await db.get({ pk: "a", sk: "b" })).toBeUndefined();
    answers.push(throttled, throttled, throttled, throttled);
    await expect(db.commit([write])).rejects.toBeInstanceOf(Busy);
    expect(answers).toEqual([]);
  });
});

describe("what is left out", () => {
  it("is looked for in every build, so that a package that moves things is noticed", () => {
    expect(staleRules(new Set(slimmingRules))).toEqual([]);
    expect(staleRules(new Set(slimmingRules.slice(1)))).toEqual([
      `the slimming matches nothing any more: ${slimmingRules[0]}`,
    ]);
  });

  it("says so when it is used after all", async () => {
    const zod = '"ROOT/node_modules/zod/index.js"';
    const text = `import * as z from ${zod};\nexport const make = () => z.string().email();\n`;
    const { make } = await bundled<{ make(): void }>("email", text);
    expect(make).toThrow("ZodString.email is not bundled");
  });

  it("is no text that the function can give", () => {
    for (const context of contexts) {
      const text = textOf(context);
      const given = operations.filter((operation) => operation.context === context);
      for (const code of given.flatMap(({ refusals }) => refusals)) {
        for (const [title] of [errors[code].zh, errors[code].en]) expect(text, `${context}: ${code}`).toContain(title);
      }
    }
  });

  it("is what only OpenAPI reads, and the texts of other contexts", () => {
    for (const { context, summary } of operations) expect(textOf(context)).not.toContain(summary);
    expect(textOf("residents")).not.toContain(errors["ledger/out-of-stock"].en[0]);
  });
});

describe("the bundles run", () => {
  const named = (path: string) => existsSync(path) && path;
  /** The Node of the tests, and where they are installed the one before it and those of the machine. */
  const candidates = [
    process.execPath,
    named(resolve("node_modules/node-22/bin/node")),
    ...(process.env.PATH ?? "").split(delimiter).map((place) => named(join(place, "node"))),
  ].filter((path) => path !== false);
  const SCRIPT = `
    const [, url, district] = process.argv;
    const { handler, create } = await import(url);
    const http = { method: "GET", path: "/health" };
    const event = { version: "2.0", rawPath: "/health", headers: {}, requestContext: { requestId: "r", http } };
    const made = create?.({ LINLI_TABLE: "none", LINLI_DISTRICT: district, LINLI_BUS: "none" });
    const answer = url.includes("/system/") ? await made(event, {}) : undefined;
    console.log(JSON.stringify([process.versions.node, typeof handler, typeof made, answer?.statusCode]));
    process.exit();
  `;
  const run = promisify(execFile);
  const versionOf = async (node: string) => (await run(node, ["-p", "process.versions.node"])).stdout.trim();

  it("under every Node from 22 on that is at hand", async () => {
    const nodes = new Map<string, string>();
    for (const node of candidates) nodes.set(await versionOf(node), node);
    const fit = [...nodes].filter(([version]) => Number.parseInt(version, 10) >= 22);
    expect(fit.map(([version]) => version)).toContain(process.versions.node);
    for (const [version, node] of fit) {
      for (const { name, file } of reports) {
        const url = pathToFileURL(file).href;
        const args = ["--input-type=module", "--eval", SCRIPT, url, join(file, "..", "district.json")];
        const [ran, handler, made, status] = JSON.parse((await run(node, args)).stdout) as unknown[];
        expect([ran, handler], name).toEqual([version, "function"]);
        expect(made, name).toBe(name === "jobs" ? "object" : "function");
        if (name === "system") expect(status).toBe(200);
      }
    }
    expect(functionEntries).toHaveLength(reports.length);
  });
});

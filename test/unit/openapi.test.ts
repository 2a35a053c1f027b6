import { fileURLToPath } from "node:url";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import packageFile from "../../package.json" with { type: "json" };
import { errorPage } from "../../schemas/error-page.ts";
import { errorEntry, errors } from "../../schemas/errors.ts";
import { examples } from "../../schemas/examples.ts";
import { generate, outdated, REMEDY } from "../../schemas/generate.ts";
import { groups, summaryOf, tagOf } from "../../schemas/openapi/groups.ts";
import { type Json, Shapes } from "../../schemas/openapi/shapes.ts";
import { buildOpenApi, codesOf } from "../../schemas/openapi.ts";
import { isOpen, type Operation, operation } from "../../schemas/operation.ts";
import { Slug, Uuid } from "../../schemas/primitives.ts";
import { operations } from "../../schemas/routes.ts";

const document = buildOpenApi(operations, packageFile.version);

/** The value at a JSON pointer's path, following references. */
const at = (root: Json, ...path: (string | number)[]): Json => {
  let node = root as Json;
  for (const key of path) {
    node = node[key] as Json;
    if (typeof node?.$ref === "string") node = at(root, ...node.$ref.slice(2).split("/"));
  }
  return node;
};

const entryOf = ({ path, method }: Operation): Json => at(document, "paths", path, method.toLowerCase());

const parametersOf = (entry: Json): Json[] =>
  (entry.parameters as Json[]).map((_, index) => at({ ...document, entry }, "entry", "parameters", index));

const lint = async (value: Json): Promise<string[]> => {
  const config = await createConfig({
    extends: ["recommended"],
    rules: {
      "no-invalid-media-type-examples": "error",
      "no-invalid-parameter-examples": "error",
      "no-invalid-schema-examples": "error",
    },
  });
  const problems = await lintFromString({ source: JSON.stringify(value), config });
  return problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`);
};

/** A small operation whose parts a test replaces. */
const sample = (over: Partial<Operation>): Operation => ({
  ...operation({
    id: "sampleThing",
    context: "system",
    method: "GET",
    path: "/v1/things",
    summary: "A thing",
    roles: "signed-in",
    reply: z.strictObject({ id: Uuid }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: [],
    refusals: [],
  }),
  ...over,
});

describe("the committed files", () => {
  it("are what the manifest makes", async () => {
    const stale = outdated(await generate());
    expect(stale, REMEDY).toEqual([]);
  });

  it("are named when they differ or are missing", () => {
    const file = new URL("../../schemas/openapi.json", import.meta.url);
    const missing = new URL("../../schemas/no-such-file.json", import.meta.url);
    const files = [
      { file, text: "{}" },
      { file: missing, text: "{}" },
    ];
    expect(outdated(files)).toEqual(files.map((entry) => fileURLToPath(entry.file)));
  });

  it("are made the same way every time", () => {
    expect(JSON.stringify(buildOpenApi(operations, packageFile.version))).toBe(JSON.stringify(document));
  });
});

describe("the page of error codes", () => {
  const page = errorPage();

  it("has a row for every code with its status, both languages, and whether it stays under its key", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows.map((row) => row.split("`")[1])).toEqual(Object.keys(errors));
    expect(rows).toContain(
      "| `ledger/over-post` | 409 | stays | **入账超过预扣** 预扣 {held}，最多可入账 {held}，请求 {amount}。 | " +
        "**More than was held** {held} are held; {amount} cannot be posted. |",
    );
    expect(rows.find((row) => row.includes("`server/busy`"))).toContain("| 503 |  |");
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
  });
});

describe("the OpenAPI file", () => {
  it("is valid OpenAPI 3.1 with valid examples", async () => {
    expect(await lint(document)).toEqual([]);
  });

  it("would not be valid with a dangling reference, an unknown key or an example that does not fit", async () => {
    const health = examples.getHealth?.reply as Json;
    const text = JSON.stringify(document);
    const dangling = text.replace("#/components/schemas/Problem", "#/components/schemas/Nothing");
    expect((await lint(JSON.parse(dangling))).join()).toContain("no-unresolved-refs");
    expect((await lint({ ...document, info: { ...(document.info as Json), titel: "" } })).join()).toContain("struct");
    const unfit = text.replace(JSON.stringify(health), JSON.stringify({ ...health, status: "well" }));
    expect((await lint(JSON.parse(unfit))).join()).toContain("no-invalid-media-type-examples");
  });

  it.each(operations.map((each) => [each.id, each] as const))("shows %s as the manifest has it", (_, each) => {
    const entry = entryOf(each);
    expect(entry).toMatchObject({ operationId: each.id, tags: [tagOf(each)], "x-write-units": each.writeUnits });
    expect(entry["x-roles"]).toEqual(each.roles);
    expect(entry.security).toEqual(isOpen(each) ? [] : undefined);
    expect(entry.requestBody !== undefined).toBe(each.body !== undefined);
    const success = Object.keys(entry.responses as Json).filter((status) => status < "300");
    expect(success).toEqual([...new Set([...(each.dryRun ? [200] : []), each.status])].map(String));
  });

  it("shows nothing else", () => {
    const shown = Object.values(document.paths as Json).flatMap((path) => Object.values(path as Json) as Json[]);
    expect(shown.map((entry) => entry.operationId).sort()).toEqual(operations.map(({ id }) => id).sort());
  });

  it.each(operations.map((each) => [each.id, each] as const))(
    "lists every refusal of %s under its status",
    (_, each) => {
      const shown = Object.entries(entryOf(each).responses as Json)
        .filter(([status]) => status >= "400")
        .flatMap(([status]) => {
          const response = at({ ...document, entry: entryOf(each) }, "entry", "responses", status);
          const media = at(response, "content", "application/problem+json");
          const codes = at(media, "schema", "allOf", 1, "properties", "code").enum as (keyof typeof errors)[];
          expect(Object.keys(media.examples as Json)).toEqual(codes);
          for (const code of codes) {
            expect(errorEntry(code).status).toBe(Number(status));
            expect(response.description).toContain(`\`${code}\` ${errorEntry(code).zh[0]} · ${errorEntry(code).en[0]}`);
          }
          return codes;
        });
      expect(shown.sort()).toEqual([...codesOf(each)].sort());
      expect(shown).toEqual(expect.arrayContaining([...each.refusals]));
    },
  );

  it("breaks no line inside a Chinese sentence and starts no list by accident", () => {
    const { description } = document.info as { description: string };
    expect(description).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]\n(?!\n)/);
    expect(description).not.toMatch(/^(\d+[.)]|[-+*] )/m);
  });

  it("registers every code with its status and both languages", () => {
    const registry = document["x-error-codes"] as Json;
    expect(Object.keys(registry)).toEqual(Object.keys(errors));
    expect(registry["ledger/account-frozen"]).toEqual({
      status: 409,
      pinned: true,
      title: { zh: "账户已冻结", en: "The account is frozen" },
      detail: {
        zh: "账户 {account} 已冻结，请联系社区管家。",
        en: "Account {account} is frozen; ask the community's steward.",
      },
    });
    expect(registry["request/invalid"]).toMatchObject({ pinned: false });
  });
});

/** Chinese characters. */
const CHINESE = /[\u4e00-\u9fff]/;

describe("the groups of the reference", () => {
  const grouped = groups.flatMap(({ operations: own }) => Object.keys(own));
  const file = ({ context }: Operation) => `schemas/openapi/groups/${context}.ts`;

  it("hold every operation once, with a Chinese summary beside the English one", () => {
    const faults = operations.flatMap((each) => {
      const times = grouped.filter((id) => id === each.id).length;
      if (times === 0) return [`put ${each.id} in a group of ${file(each)}, with its summary in Chinese`];
      return times > 1 ? [`${each.id} stands in ${times} groups; leave it in one of ${file(each)}`] : [];
    });
    expect(faults).toEqual([]);
    const known = new Set(operations.map(({ id }) => id));
    const unknown = grouped.filter((id) => !known.has(id));
    expect(unknown, "grouped, but not in the manifest: remove it from schemas/openapi/groups").toEqual([]);
  });

  it.each(operations.map((each) => [each.id, each] as const))("shows %s in both languages", (_, each) => {
    const [zh = "", en = ""] = summaryOf(each).split(/ · (.*)/);
    expect(zh).toMatch(CHINESE);
    expect(zh).not.toMatch(/[。`]/);
    expect(en).toBe(each.summary.replaceAll("`", ""));
    expect(entryOf(each).summary).toBe(summaryOf(each));
  });

  it.each(groups.map((each) => [each.tag, each] as const))("names and describes %s in both languages", (tag, each) => {
    expect(tag).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const [zh, en] of [each.name, each.description]) {
      expect(zh).toMatch(CHINESE);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it("come once each, gathered by context in the manifest's order", () => {
    const tags = (document.tags as Json[]).map(({ name }) => name);
    const gathered = (document["x-tagGroups"] as Json[]).flatMap((each) => each.tags as string[]);
    expect(tags).toEqual(gathered);
    expect(new Set(tags).size).toBe(tags.length);
    expect([...new Set(operations.map(tagOf))].sort()).toEqual([...tags].sort());
    for (const each of document["x-tagGroups"] as Json[]) expect(each.name).toMatch(CHINESE);
  });
});

describe("the codes of an operation", () => {
  const always = ["request/invalid", "request/too-many", "server/busy", "server/fault"];
  const tokens = ["auth/missing-token", "auth/invalid-token", "auth/expired-token"];
  const json = ["request/malformed-json", "request/too-large", "request/media-type"];
  const body = z.strictObject({ name: Slug });

  it.each([
    ["one that is public", { roles: "public" }, []],
    ["one that needs a token", {}, tokens],
    ["one that needs a role", { roles: ["steward"] }, [...tokens, "auth/forbidden"]],
    ["a list", { query: z.strictObject({ cursor: Slug.optional() }) }, [...tokens, "request/bad-cursor"]],
    ["a creation", { repeat: "key", body }, [...tokens, ...json, "request/key-missing", "request/key-reused"]],
    ["an edit", { repeat: "if-match", body }, [...tokens, ...json, "request/if-match-missing", "request/stale"]],
    ["one with refusals of its own", { refusals: ["ledger/ceiling"] }, [...tokens, "ledger/ceiling"]],
  ] as [string, Partial<Operation>, string[]][])("hold what follows from the manifest for %s", (_, over, more) => {
    expect([...codesOf(sample(over))].sort()).toEqual([...always, ...more].sort());
  });
});

describe("the parameters", () => {
  const headersOf = (over: Partial<Operation>): Record<string, boolean> => {
    const built = buildOpenApi([sample(over)], "1.0.0");
    const entry = at(built, "paths", "/v1/things", (over.method ?? "GET").toLowerCase());
    const all = (entry.parameters as Json[]).map((_, index) => at({ ...built, entry }, "entry", "parameters", index));
    return Object.fromEntries(all.map((each) => [String(each.name), each.required === true]));
  };

  it("ask for a key unless the body may carry it", () => {
    const body = z.strictObject({ name: Slug });
    const post = { method: "POST", repeat: "key" } as const;
    expect(headersOf({ ...post, body })["Idempotency-Key"]).toBe(true);
    expect(headersOf({ ...post, body: body.extend({ id: Uuid.optional() }) })["Idempotency-Key"]).toBe(false);
    expect(headersOf({})).not.toHaveProperty("Idempotency-Key");
  });

  it("ask for the version that is edited", () => {
    expect(headersOf({ method: "PATCH", repeat: "if-match" })["If-Match"]).toBe(true);
    expect(headersOf({})).not.toHaveProperty("If-Match");
  });

  it("offer acting for another where residents act, and the rehearsal where there is one", () => {
    expect(headersOf({ roles: ["guardian"], dryRun: true })).toMatchObject({
      "Linli-Acting-For": false,
      dryRun: false,
    });
    const officers = headersOf({ roles: ["steward"] });
    expect(Object.keys(officers)).toEqual(["Accept-Language"]);
  });

  it("carry the defaults and limits of the query", () => {
    const holds = operations.find(({ id }) => id === "listHolds") as Operation;
    const byName = Object.fromEntries(parametersOf(entryOf(holds)).map((each) => [each.name, each]));
    expect(byName.limit).toMatchObject({
      in: "query",
      required: false,
      schema: { minimum: 1, maximum: 100, default: 20 },
    });
    expect(byName.side).toMatchObject({ schema: { enum: ["out", "in"], default: "out" } });
    expect(byName.accountId).toMatchObject({ in: "path", required: true });
  });
});

describe("the responses", () => {
  it("name the version where it is needed for an edit", () => {
    const etag = (id: string) => {
      const found = operations.find((each) => each.id === id) as Operation;
      return Object.keys((at(entryOf(found), "responses", found.status).headers ?? {}) as Json).includes("ETag");
    };
    expect([etag("getAccount"), etag("updateAccount"), etag("getHold")]).toEqual([true, true, false]);
  });

  it("offer the other media types, and rolls as text of a stated size", () => {
    const roll = sample({ method: "POST", body: z.string(), bodyType: "text/csv", media: ["text/csv"] });
    const entry = at(buildOpenApi([roll], "1.0.0"), "paths", "/v1/things", "post");
    expect(Object.keys(at(entry, "responses", "200", "content"))).toEqual(["application/json", "text/csv"]);
    expect(Object.keys(at(entry, "requestBody", "content"))).toEqual(["text/csv"]);
    expect(at(entry, "requestBody")["x-max-bytes"]).toBe(4 * 1024 * 1024);
    expect(codesOf(roll)).not.toContain("request/malformed-json");
  });
});

describe("the schemas", () => {
  it("name a primitive once, whatever a field says of it", () => {
    const shown = new Shapes().of(z.strictObject({ by: Uuid.describe("Who did it."), at: Slug }), "output");
    expect(shown.properties).toEqual({
      by: { $ref: "#/components/schemas/Uuid", description: "Who did it." },
      at: { $ref: "#/components/schemas/Slug" },
    });
  });

  it("take a field for a field, even when it is called like a keyword", () => {
    const shown = new Shapes().of(z.strictObject({ format: z.string(), pattern: Slug, items: z.boolean() }), "input");
    expect(shown.properties).toEqual({
      format: { type: "string" },
      pattern: { $ref: "#/components/schemas/Slug" },
      items: { type: "boolean" },
    });
  });

  it("give a schema with defaults a name for each side, and what holds it too", () => {
    const inner = z.strictObject({ count: z.int().min(0).max(9).default(1) }).meta({ id: "Inner" });
    const outer = z.strictObject({ inner }).meta({ id: "Outer" });
    const plain = z.strictObject({ on: z.boolean() }).meta({ id: "Plain" });
    const shapes = new Shapes();
    const sides = { sent: shapes.of(z.strictObject({ outer, plain }), "input"), got: shapes.of(outer, "output") };
    shapes.of(plain, "output");
    const { schemas, settle } = shapes.finish();
    expect(settle(sides)).toMatchObject({
      sent: {
        properties: {
          outer: { $ref: "#/components/schemas/OuterInput" },
          plain: { $ref: "#/components/schemas/Plain" },
        },
      },
      got: { $ref: "#/components/schemas/Outer" },
    });
    expect(schemas.OuterInput).toMatchObject({ properties: { inner: { $ref: "#/components/schemas/InnerInput" } } });
    expect(schemas.Inner).toMatchObject({ required: ["count"] });
    expect(schemas.InnerInput).not.toHaveProperty("required");
    expect(schemas).not.toHaveProperty("PlainInput");
  });

  it("refuse two schemas of one name", () => {
    const shapes = new Shapes();
    shapes.add("Twin", { type: "string" });
    expect(() => shapes.add("Twin", { type: "integer" })).toThrow("two schemas are named Twin");
  });
});

describe("the examples", () => {
  const known = new Map(operations.map((each) => [each.id, each]));

  it("show the body of every operation that has one", () => {
    const bare = operations.filter(({ id, body }) => body && examples[id]?.request === undefined);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(examples))("of %s fit its schemas", (id, { request, requestEn, reply }) => {
    const found = known.get(id);
    expect(found, "an example of an operation that is not in the manifest").toBeDefined();
    for (const body of [request, requestEn]) {
      if (body !== undefined) expect(found?.body?.safeParse(body).error?.issues).toBeUndefined();
    }
    if (reply !== undefined) expect(found?.reply.safeParse(reply).error?.issues).toBeUndefined();
    expect(request !== undefined && found?.body === undefined).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { checkCycles } from "./checks/cycles.ts";
import { checkDependencies } from "./checks/dependencies.ts";
import { checkPurity } from "./checks/purity.ts";
import { render, type SourceFile } from "./checks/source.ts";
import { checkStorage } from "./checks/storage.ts";

const DOMAIN = "functions/ledger/domain/transfer.ts";

function file(path: string, ...lines: string[]): SourceFile {
  return { path, text: `${lines.join("\n")}\n` };
}

function rulesOf(path: string, ...lines: string[]): string[] {
  return checkDependencies([file(path, ...lines)]).map(({ rule, line }) => `${rule}:${line}`);
}

describe("dependency rules", () => {
  it.each([
    'import type { Transfer } from "../../../schemas/ledger.ts";',
    'import { split } from "./split.ts";',
    'import { refuse } from "../../shared/refusal.ts";',
    'import { Temporal } from "temporal-polyfill";',
    'import { createHash } from "node:crypto";',
  ])("let a domain import %s", (line) => {
    expect(rulesOf(DOMAIN, line)).toEqual([]);
  });

  it.each([
    'import { readFileSync } from "node:fs";',
    'import { createHash, randomBytes } from "node:crypto";',
    'import * as crypto from "node:crypto";',
    'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";',
    'import { put } from "../../shared/dynamo.ts";',
    'import { load } from "../store.ts";',
    'import type { Load } from "../store.ts";',
    'import { holds } from "../../parking/domain/holds.ts";',
    'export * from "../http.ts";',
    'const late = await import("node:fs");',
    'type Row = import("../store.ts").Row;',
  ])("refuse a domain's %s", (line) => {
    expect(rulesOf(DOMAIN, "// a first line", line)).toContain("domain-imports:2");
  });

  it("let contexts meet only in a port", () => {
    const path = "functions/parking/store.ts";
    expect(rulesOf(path, 'import { hold } from "../ledger/port.ts";')).toEqual([]);
    expect(rulesOf(path, 'import { hold } from "../ledger/store.ts";')).toEqual(["context-boundary:1"]);
    expect(rulesOf(path, 'import type { Hold } from "../ledger/domain/hold.ts";')).toEqual(["context-boundary:1"]);
  });

  it("keep the shared modules below the contexts", () => {
    const line = 'import { hold } from "../ledger/port.ts";';
    expect(rulesOf("functions/shared/commit.ts", line)).toEqual(["shared-below-contexts:1"]);
  });

  it("keep infra and test out of the product", () => {
    expect(rulesOf("schemas/routes.ts", 'import { x } from "../infra/local/x.ts";')).toEqual(["product-imports:1"]);
    expect(rulesOf("functions/app.ts", 'import { x } from "../test/support/x.ts";')).toEqual(["product-imports:1"]);
    expect(rulesOf("infra/local/server.ts", 'import { x } from "../../functions/app.ts";')).toEqual([]);
  });
});

describe("the purity check", () => {
  const uses = ["Date.now()", "new Date()", "Math.random()", "crypto.randomUUID()", "process.env.STAGE", "fetch(url)"];

  it.each(uses)("finds %s in a domain", (use) => {
    const violations = checkPurity([file(DOMAIN, "const a = 1;", `const b = ${use};`)]);
    expect(violations.map(({ rule, line }) => `${rule}:${line}`)).toEqual(["pure-domain:2"]);
  });

  it("allows what computes, and words in comments and strings", () => {
    const lines = ["// Date.now() is injected", "const a = new Date(instant);", 'const b = "Math.random()";'];
    expect(checkPurity([file(DOMAIN, ...lines)])).toEqual([]);
  });

  it("finds what a domain reaches through the files that it loads", () => {
    const files = [
      file(DOMAIN, 'import { now } from "../../shared/time.ts";'),
      file("functions/shared/time.ts", 'export { now } from "./system.ts";'),
      file("functions/shared/system.ts", 'import { hrtime } from "node:process";', "const now = Date.now();"),
    ];
    const found = checkPurity(files).map(({ path, line }) => `${path}:${line}`);
    expect(found).toEqual(["functions/shared/system.ts:1", "functions/shared/system.ts:2"]);
  });

  it("does not follow imports that are erased", () => {
    const files = [
      file(DOMAIN, 'import type { Ids } from "../../shared/ids.ts";'),
      file("functions/shared/ids.ts", "export const next = () => crypto.randomUUID();"),
    ];
    expect(checkPurity(files)).toEqual([]);
  });
});

describe("the storage check", () => {
  const line = 'const put = { ConditionExpression: "attribute_not_exists(pk)" };';

  it("finds a request outside the stores", () => {
    for (const path of ["functions/ledger/http.ts", "functions/shared/auth.ts", DOMAIN]) {
      const found = checkStorage([file(path, "", line)]).map((violation) => `${violation.rule}:${violation.line}`);
      expect(found, path).toEqual(["store-builds-requests:2"]);
    }
  });

  it.each(["ConditionExpression", "UpdateExpression", "TransactWrite", "ExpressionAttributeNames", "BatchGetItem"])(
    "knows %s for a part of a request",
    (word) => {
      expect(checkStorage([file("functions/ledger/http.ts", `const put = { ${word}: [] };`)])).toHaveLength(1);
    },
  );

  it("finds the client outside the stores, but not its erased types", () => {
    const client = file("functions/ledger/jobs.ts", 'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";');
    const types = file("functions/ledger/jobs.ts", 'import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";');
    expect(checkStorage([client])).toHaveLength(1);
    expect(checkStorage([types])).toEqual([]);
  });

  it("leaves action names alone, in the manifest and beside a job", () => {
    expect(checkStorage([file("functions/ledger/jobs.ts", 'const actions = ["BatchGetItem"];')])).toEqual([]);
    expect(checkStorage([file("schemas/routes.ts", 'const actions = ["TransactWriteItems"];')])).toEqual([]);
  });

  it("allows stores, the kernel and words in comments", () => {
    for (const path of ["functions/ledger/store.ts", "functions/ledger/store/holds.ts", "functions/shared/commit.ts"]) {
      expect(checkStorage([file(path, line)]), path).toEqual([]);
    }
    expect(checkStorage([file("functions/ledger/http.ts", "// the store adds attribute_not_exists(pk)")])).toEqual([]);
  });
});

describe("the cycle check", () => {
  it("finds a circle once and names every file on it", () => {
    const files = [
      file("functions/shared/a.ts", 'import { b } from "./b.ts";'),
      file("functions/shared/b.ts", "", 'import type { C } from "./c.ts";'),
      file("functions/shared/c.ts", 'import { a } from "./a.ts";'),
      file("functions/shared/d.ts", 'import { a } from "./a.ts";'),
    ];
    expect(checkCycles(files).map(render)).toEqual([
      "functions/shared/a.ts:1 no-cycles — move what both need into a third file: " +
        "functions/shared/a.ts -> functions/shared/b.ts -> functions/shared/c.ts -> functions/shared/a.ts",
    ]);
  });

  it("finds two circles through one file", () => {
    const files = [
      file("test/a.ts", 'import { b } from "./b.ts";', 'import { c } from "./c.ts";'),
      file("test/b.ts", 'import { a } from "./a.ts";'),
      file("test/c.ts", 'import { a } from "./a.ts";'),
    ];
    expect(checkCycles(files)).toHaveLength(2);
  });

  it("accepts a diamond", () => {
    const files = [
      file("test/a.ts", 'import { b } from "./b.ts";', 'import { c } from "./c.ts";'),
      file("test/b.ts", 'import { d } from "./d.ts";'),
      file("test/c.ts", 'import { d } from "./d.ts";'),
      file("test/d.ts", "export const d = 1;"),
    ];
    expect(checkCycles(files)).toEqual([]);
  });
});

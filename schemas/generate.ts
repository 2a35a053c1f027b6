/**
 * Writes the generated files: `node schemas/generate.ts`. With `--check` it writes nothing, names each file that is out
 * of date with the remedy and exits with 1.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import packageFile from "../package.json" with { type: "json" };
import { errorPage } from "./error-page.ts";
import { buildOpenApi } from "./openapi.ts";
import { permissionsPage } from "./permissions.ts";
import { operations } from "./routes.ts";

/** The command that brings the generated files up to date. */
export const REMEDY = "run `npm run generate` and commit the result";

const openApiFile = new URL("openapi.json", import.meta.url);
const clientFile = new URL("client.d.ts", import.meta.url);
const errorFile = new URL("../docs/errors.md", import.meta.url);
const permissionsFile = new URL("../docs/permissions.md", import.meta.url);
const header =
  "/** Types of the API for openapi-fetch, made from openapi.json. Do not edit: `npm run generate`. */\n\n";

/** One generated file: where it stands and what it must contain. */
export interface Generated {
  readonly file: URL;
  readonly text: string;
}

/**
 * The generated files (OpenAPI, client types, error codes, permissions) as manifest and registry have them now: the
 * same for the same ones.
 */
export const generate = async (): Promise<readonly Generated[]> => {
  const document = buildOpenApi(operations, packageFile.version);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const syntax = await openapiTS(JSON.parse(text) as OpenAPI3, {
    // A default is what the server fills in: a client may leave the field out.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return [
    { file: openApiFile, text },
    { file: clientFile, text: header + astToString(syntax) },
    { file: errorFile, text: errorPage() },
    { file: permissionsFile, text: permissionsPage(operations) },
  ];
};

/** Paths of the generated files that are missing or differ from what they must contain. */
export const outdated = (files: readonly Generated[]): string[] =>
  files.filter(({ file, text }) => readOr(file, "") !== text).map(({ file }) => fileURLToPath(file));

const readOr = (file: URL, otherwise: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
};

const main = async (check: boolean): Promise<void> => {
  const files = await generate();
  const stale = outdated(files);
  if (!check) {
    for (const { file, text } of files) writeFileSync(file, text);
    return;
  }
  for (const path of stale) process.stderr.write(`${path} is out of date: ${REMEDY}\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes("--check"));

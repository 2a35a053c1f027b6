/** The bundler's plugin that replaces what a function loads but can never use. Each replacement says what it saves. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NAMESPACE = "linli-slim";

/** One module that is replaced wherever it is imported. */
interface Replacement {
  /** Matches the import specifier. */
  readonly specifier: RegExp;
  /** Matches the importing file; any when left out. */
  readonly importer?: RegExp;
  /** ES module that stands in for it. */
  readonly contents: string;
}

const replacements: readonly Replacement[] = [
  {
    // Lambda and the local server have their credentials in the environment; profiles, SSO, web identity, instance
    // metadata and the STS client behind them are 115 KB that no function can reach.
    specifier: /^@aws-sdk\/credential-provider-node$/,
    contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
  },
  {
    // Loaded by the SDK for operations that stream events; DynamoDB and EventBridge have none. 14 KB.
    specifier: /^@smithy\/core\/event-streams$/,
    contents: 'const refuse = () => { throw new Error("event streams are not bundled"); };'.concat(
      "export { refuse as EventStreamSerde, refuse as eventStreamSerdeProvider };",
    ),
  },
  {
    // The cache of discovered endpoints; discovery is off for DynamoDB unless somebody turns it on. 8 KB.
    specifier: /^@aws-sdk\/endpoint-cache$/,
    contents: "export class EndpointCache {}",
  },
  {
    // Zod hangs a JSON Schema writer on every schema; OpenAPI is written when building, never in a function. 17 KB.
    // A function that calls z.toJSONSchema gets the real files by another import; forbidden inputs then stop it.
    specifier: /\/json-schema-processors\.js$/,
    importer: /\/zod\/v4\/classic\/schemas\.js$/,
    contents: "export {};",
  },
  {
    specifier: /\/to-json-schema\.js$/,
    importer: /\/zod\/v4\/classic\/schemas\.js$/,
    contents: 'const write = () => () => { throw new Error("JSON Schema is not bundled"); };'.concat(
      "export { write as createToJSONSchemaMethod, write as createStandardJSONSchemaMethod };",
    ),
  },
];

/** Generated JSON that is read beside the bundle instead of being compiled into it; the value is its source file. */
export const JSON_BESIDE: Readonly<Record<string, string>> = { "openapi.json": "schemas/openapi.json" };

/** Replaces unused parts of the SDK and of zod, and keeps only the version of the SDK's package files (2 KB each). */
export const slimming: Plugin = {
  name: "linli-slimming",
  setup: (build) => {
    // Zod's schemas name writers that the empty module above does not have; they are never called.
    build.initialOptions.logOverride = { ...build.initialOptions.logOverride, "import-is-undefined": "silent" };
    for (const [index, { specifier, importer }] of replacements.entries()) {
      build.onResolve({ filter: specifier }, (args) =>
        importer === undefined || importer.test(args.importer) ? { path: String(index), namespace: NAMESPACE } : null,
      );
    }
    build.onResolve({ filter: /\/openapi\.json$/ }, () => ({ path: "./openapi.json", external: true }));
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: replacements[Number(path)]?.contents ?? "",
      resolveDir: ROOT,
    }));
    build.onLoad({ filter: /\/@aws-sdk\/[^/]+\/package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, "utf8")) as { version: string };
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

/**
 * What functions load but can never use, and what stands in for it. Each entry says what it saves on the ledger's
 * bundle. An entry that no longer matches anything fails the build: a package has moved, and its entry with it.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader, Plugin } from "esbuild";
import type { Operation, ServedOperation } from "../schemas/operation.ts";
import { type Edit, editSource } from "./bundle-source.ts";

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

/** A class or function that says why it cannot be used. */
const refusing = (...names: string[]): string =>
  names
    .map((name) => `export function ${name}() { throw new Error(${JSON.stringify(`${name} is not bundled`)}); }`)
    .join("\n");

/**
 * The address of a service in the partitions `aws` and `aws-cn`, or the one configured. The rules that it replaces
 * also know FIPS, dual stack, account endpoints and isolated partitions: those are refused.
 */
const endpointResolver = (service: string): string => `
  const PUBLIC = /^(af|ap|ca|cn|eu|il|me|mx|sa|us)-[a-z]+-\\d+$/;
  export const defaultEndpointResolver = ({ Endpoint, Region, UseFIPS, UseDualStack, EndpointId }) => {
    if (UseFIPS || UseDualStack || EndpointId || !(Endpoint || PUBLIC.test(Region))) {
      throw new Error("the bundles know the public endpoints of ${service} only, in AWS and AWS China: " + Region);
    }
    const suffix = Region?.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return { url: new URL(Endpoint ?? "https://${service}." + Region + "." + suffix), headers: {}, properties: {} };
  };`;

const replacements: readonly Replacement[] = [
  {
    // Lambda and the local server have their credentials in the environment; profiles, SSO, web identity, instance
    // metadata and the STS client behind them are 132 KB, 49 of them at the start, that no function can reach.
    specifier: /^@aws-sdk\/credential-provider-node$/,
    contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
  },
  {
    // Settings too come from the environment: Lambda has no ~/.aws. 2 KB, and two reads of files at the first request.
    specifier: /\/fromSharedConfigFiles$/,
    importer: /\/@smithy\/core\//,
    contents: `export const fromSharedConfigFiles = () => async () => {
      throw Object.assign(new Error("no shared configuration files"), { tryNextLink: true });
    };`,
  },
  {
    // Endpoints by rule and partition. 17 KB with the next two.
    specifier: /\/endpoint\/endpointResolver$/,
    importer: /\/client-dynamodb\//,
    contents: endpointResolver("dynamodb"),
  },
  {
    specifier: /\/endpoint\/endpointResolver$/,
    importer: /\/client-eventbridge\//,
    contents: endpointResolver("events"),
  },
  {
    specifier: /\/util-endpoints\/aws$/,
    importer: /\/@aws-sdk\/core\/.*\/client\/index\.js$/,
    contents: "export const awsEndpointFunctions = {};",
  },
  {
    // Signing for several regions at once, which only global endpoints of EventBridge ask for. 4 KB of the stream.
    specifier: /^@aws-sdk\/signature-v4-multi-region$/,
    contents: 'export { SignatureV4 as SignatureV4MultiRegion } from "@smithy/signature-v4";',
  },
  {
    // Loaded by the SDK for operations that stream events; DynamoDB and EventBridge have none. 15 KB beside the bundle.
    specifier: /^@smithy\/core\/event-streams$/,
    contents: refusing("EventStreamSerde", "eventStreamSerdeProvider"),
  },
  // Tells browsers apart by their user agent; the SDK asks for it in browsers only. 33 KB beside the bundle.
  { specifier: /^bowser$/, contents: refusing("parse") },
  {
    // Bindings of members to paths, queries and headers; the services here speak JSON RPC without a host prefix. 3 KB.
    specifier: /\/HttpBindingNormalizedSchema$/,
    importer: /\/protocols\/HttpProtocol\.js$/,
    contents: `${refusing("HttpBindingNormalizedSchema")}
      export const getHttpOperationBindings = ({ traits }) => {
        if (traits?.endpoint) throw new Error("host prefixes are not bundled");
        return [];
      };`,
  },
  {
    // Discovery of endpoints and its cache; off for DynamoDB unless somebody turns it on. 9 KB.
    specifier: /^@aws-sdk\/middleware-endpoint-discovery$/,
    contents: `export const resolveEndpointDiscoveryConfig = (config) => config;
      export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
        environmentVariableSelector: () => false, configFileSelector: () => undefined, default: false,
      };`,
  },
  {
    // Zod hangs a JSON Schema writer on every schema; OpenAPI is written when building, never in a function. 19 KB
    // with the next.
    // A function that calls z.toJSONSchema gets the real files by another import; forbidden inputs then stop it.
    specifier: /\/json-schema-processors\.js$/,
    importer: /\/zod\/v4\/classic\/schemas\.js$/,
    contents: "export {};",
  },
  {
    specifier: /\/to-json-schema\.js$/,
    importer: /\/zod\/v4\/classic\/schemas\.js$/,
    contents: refusing("createToJSONSchemaMethod", "createStandardJSONSchemaMethod"),
  },
];

/** Formats that zod offers as methods of `z.string()`, each pulling in its class; ours are top-level or expressions. */
const STRING_FORMATS = [
  ...["email", "url", "jwt", "emoji", "guid", "uuid", "uuidv4", "uuidv6", "uuidv7", "nanoid", "cuid", "cuid2", "ulid"],
  ...["base64", "base64url", "xid", "ksuid", "ipv4", "ipv6", "cidrv4", "cidrv6", "e164"],
  ...["datetime", "date", "time", "duration"],
];

/** Members of an operation that routers, stacks and OpenAPI read when building, and no function ever does. */
const BUILD_MEMBERS = ["summary", "writeUnits", "actions", "refusals"] as const satisfies readonly Exclude<
  keyof Operation,
  keyof ServedOperation
>[];

/** Errors of DynamoDB that our store tells apart by class; any other arrives as the service's base error, by name. */
const ERRORS_BY_CLASS = [
  "ConditionalCheckFailedException",
  "TransactionCanceledException",
  // The one that carries a mark for the SDK's own retries.
  "ReplicatedWriteConflictException",
];

interface FileEdit extends Edit {
  /** Matches the path of the file. */
  readonly file: RegExp;
}

const edits: readonly FileEdit[] = [
  {
    // Classes of errors that no code of ours asks for; they arrive by name as the service's base error. 12 KB.
    file: /\/client-dynamodb\/dist-es\/schemas\/schemas_0\.js$/,
    pure: true,
    drop: new RegExp(`^n0_registry\\.registerError\\((?!${ERRORS_BY_CLASS.join("|")})`),
  },
  {
    // Paginators of the document client; the store turns its own pages. 2 KB with the command for scans.
    file: /\/lib-dynamodb\/dist-es\/pagination\/\w+\.js$/,
    pure: true,
  },
  // SHA-256 in JavaScript, for a Node without crypto. 2 KB.
  { file: /\/sha256\/Sha256Js\.js$/, refuse: ["Sha256Js"] },
  // Retries that adapt their rate, unless somebody sets AWS_RETRY_MODE. 3 KB.
  { file: /\/util-retry\/AdaptiveRetryStrategy\.js$/, refuse: ["AdaptiveRetryStrategy"] },
  // The region of a machine, asked from EC2. 1 KB.
  { file: /\/getInstanceMetadataRegion\.js$/, refuse: ["getInstanceMetadataRegion"] },
  // Dates of other protocols than JSON RPC, which counts seconds. 3 KB.
  { file: /\/serde\/date-utils\.js$/, refuse: ["parseRfc3339DateTimeWithOffset", "parseRfc7231DateTime"] },
  // Schemas of the options of middlewares, for a validator that nobody calls. 1 KB.
  { file: /\/@middy\/[\w-]+\/index\.js$/, pure: true },
  {
    // Formats of texts. 14 KB with the classes and expressions behind them.
    file: /\/zod\/v4\/classic\/schemas\.js$/,
    refuse: [
      ...STRING_FORMATS.map((name) => `ZodString.${name}`),
      ...["and", "exactOptional", "nonoptional"].map((name) => `ZodType.${name}`),
    ],
    // Through the index the bundler keeps the whole of it.
    swap: [
      ['import { util } from "../core/index.js"', 'import * as util from "../core/util.js"'],
      ["core.util.constantCatch", "util.constantCatch"],
    ],
  },
  // Members of an inner namespace of zod, which the bundler keeps together: big integers and dates. 2 KB.
  { file: /\/zod\/v4\/classic\/coerce\.js$/, refuse: ["string", "boolean", "bigint", "date"] },
  {
    // What is declared for OpenAPI, and schemas that no function of the bundle reads. 19 KB.
    file: /^schemas\/(?!errors\b).*\.ts$/,
    pure: true,
    members: { operation: BUILD_MEMBERS },
    calls: ["describe", "meta"],
  },
];

/** Generated JSON that is read beside the bundle instead of being compiled into it; the value is its source file. */
export const JSON_BESIDE: Readonly<Record<string, string>> = { "openapi.json": "schemas/openapi.json" };

/** Names of all rules; over all functions each must be used at least once. */
export const slimmingRules: readonly string[] = [
  ...replacements.map(({ specifier, importer }) => `${specifier} in ${importer ?? "any file"}`),
  ...edits.map(({ file }) => `edit of ${file}`),
];

const edited = new Map<string, string>();

/** Text of a file after its edit, made once for all bundles of a process. */
const editedText = (path: string, edit: Edit): string => {
  const known = edited.get(path);
  if (known !== undefined) return known;
  const text = editSource(path, readFileSync(path, "utf8"), edit);
  edited.set(path, text);
  return text;
};

/** What one bundle's slimming depends on and tells. */
export interface SlimmingOptions {
  /** Which codes of the error registry the bundle needs; all when left out. */
  readonly needsCode?: (code: string) => boolean;
  /** Gets the name of each rule that matched. */
  readonly used?: Set<string>;
}

/**
 * Replaces and edits unused parts of the packages and of schemas/, and keeps only the version of the SDK's package
 * files (2 KB each).
 */
export const slimming = ({ needsCode, used = new Set() }: SlimmingOptions = {}): Plugin => ({
  name: "linli-slimming",
  setup: (build) => {
    // Zod's schemas name writers that the empty module above does not have; they are never called.
    build.initialOptions.logOverride = { ...build.initialOptions.logOverride, "import-is-undefined": "silent" };
    for (const [index, { specifier, importer }] of replacements.entries()) {
      build.onResolve({ filter: specifier }, (args) => {
        if (importer !== undefined && !importer.test(args.importer)) return null;
        used.add(slimmingRules[index] ?? "");
        return { path: String(index), namespace: NAMESPACE, sideEffects: false };
      });
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
    build.onLoad({ filter: /\.(js|ts)$/, namespace: "file" }, ({ path }) => {
      const ownPath = relative(ROOT, path);
      const loader: Loader = path.endsWith(".ts") ? "ts" : "js";
      if (ERROR_REGISTRY.test(ownPath)) {
        if (!needsCode) return null;
        return { contents: editSource(path, readFileSync(path, "utf8"), { keep: needsCode }), loader };
      }
      const index = edits.findIndex(({ file }) => file.test(ownPath) || file.test(path));
      const edit = edits[index];
      if (!edit) return null;
      used.add(slimmingRules[replacements.length + index] ?? "");
      return { contents: editedText(path, edit), loader };
    });
  },
});

/** The codes with their texts, a file for each context and one for what all have in common. */
const ERROR_REGISTRY = /^schemas\/errors\/(?!entry\b)[\w-]+\.ts$/;

/**
 * Which codes of the registry the given sources can give, as they name them: in full, or up to where a template
 * inserts the rest. The operations' declared refusals are among the sources.
 */
export const codesNamedIn = (paths: readonly string[]): ((code: string) => boolean) => {
  const [full, begun] = [new Set<string>(), new Set<string>()];
  for (const path of paths.filter((one) => /^(functions|schemas)\//.test(one) && !ERROR_REGISTRY.test(one))) {
    for (const [, code = "", open] of readFileSync(join(ROOT, path), "utf8").matchAll(CODE)) {
      (open ? begun : full).add(code);
    }
  }
  return (code) => full.has(code) || [...begun].some((start) => code.startsWith(start));
};

const CODE = /["'`]([a-z]+\/[a-z0-9-]*)(\$\{)?/g;

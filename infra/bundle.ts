/**
 * Bundles every function into one ES module, the same for Lambda and for the local server, and counts what is in it.
 * What a bundle may weigh and why it is cut like this: docs/adr/0003-lambda-per-context.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { contexts } from "../schemas/routes.ts";
import { JSON_BESIDE, slimming } from "./bundle-slimming.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BYTES_PER_KB = 1_024;
/** A function above this many minified KB is marked in the report: its cold start begins to be felt. */
export const BUNDLE_KB_TARGET = 400;
/** A function above this many minified KB fails the build. */
export const BUNDLE_KB_MAX = 640;
/** Rows of the report for one function. */
const INPUTS_SHOWN_MAX = 12;

/**
 * Files that no function may carry, as they appear among the bundler's inputs: each is dead weight on Lambda that a
 * careless import or an SDK release brings back without a word.
 */
export const FORBIDDEN_INPUTS: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\/zod\/v4\/locales\/(?!(en|index)\.js)/, why: 'import zod as `import * as z from "zod"`' },
  {
    pattern: /\/@(aws-sdk|smithy)\/credential-provider-(?!env\/)/,
    why: "Lambda has its credentials in the environment",
  },
  { pattern: /\/@aws-sdk\/(nested-clients|token-providers)\//, why: "no function assumes a role or signs in" },
  {
    pattern: /\/@(aws-sdk|smithy)\/[^/]+\/dist-cjs\//,
    why: "CommonJS cannot be shaken; resolve the `module` condition",
  },
  { pattern: /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js/, why: "JSON Schema is made when building" },
  { pattern: /\/(aws-cdk-lib|esbuild|typescript|vitest)\//, why: "a tool, not the product" },
  { pattern: /^(infra|test)\//, why: "functions never load infra/ or test/" },
];

/** One module to bundle. */
export interface BundleEntry {
  /** Folder of the bundle below the output folder; also the function's name. */
  readonly name: string;
  /** Source file, relative to the repository. */
  readonly file: string;
}

/** What became of one entry. */
export interface BundleReport {
  readonly name: string;
  /** Absolute path of the bundle. */
  readonly file: string;
  readonly bytes: number;
  /** True above `BUNDLE_KB_TARGET`. */
  readonly overTarget: boolean;
  /** Biggest packages and folders in it with their minified bytes, largest first. */
  readonly inputs: readonly { readonly name: string; readonly bytes: number }[];
}

/** What to bundle, and where to. */
export interface BundleOptions {
  /** Folder that gets `<name>/index.mjs`; made when missing. */
  readonly outDir: string;
  /** Default: `functionEntries`. */
  readonly entries?: readonly BundleEntry[];
  /** Files to write beside each bundle: name to text. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Every function of the platform: one for each context of the manifest, the jobs, the consumer of the stream. */
export const functionEntries: readonly BundleEntry[] = [...contexts, "jobs", "stream"].map((name) => ({
  name,
  file: `functions/${name}/index.ts`,
}));

/**
 * Writes `<outDir>/<name>/index.mjs` for each entry and reports its size.
 * Throws when an import does not resolve, a forbidden file got in, or a bundle exceeds `BUNDLE_KB_MAX`.
 */
export const bundleFunctions = async (options: BundleOptions): Promise<BundleReport[]> => {
  const entries = options.entries ?? functionEntries;
  const outDir = resolve(options.outDir);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(entries.map(({ name, file }) => [`${name}/index`, resolve(ROOT, file)])),
    outdir: outDir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    minify: true,
    metafile: true,
    // Naming any condition drops esbuild's own `module`; without it the SDK resolves to CommonJS, 130 KB more.
    mainFields: ["module", "main"],
    conditions: ["module", "import", "node"],
    // Chinese texts as they are: escapes would double them.
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    plugins: [slimming],
  });
  const reports = entries.map((entry) => reportOf(entry, outDir, metafile));
  const problems = bundleProblems(reports, metafile);
  if (problems.length > 0) throw new Error(["The bundles are not fit to ship:", ...problems].join("\n  "));
  for (const { file } of reports) writeBeside(dirname(file), { ...jsonBeside(file, metafile), ...options.beside });
  return reports;
};

/** What is wrong with the bundles, one sentence each: forbidden inputs and excess weight. */
export const bundleProblems = (reports: readonly BundleReport[], metafile: Metafile): string[] => {
  const shipped = new Set(Object.values(metafile.outputs).flatMap((output) => weighty(output.inputs)));
  const forbidden = FORBIDDEN_INPUTS.flatMap(({ pattern, why }) => {
    const found = [...shipped].filter((input) => pattern.test(input));
    return found.length === 0 ? [] : [`${found.length} forbidden inputs such as ${found[0]}: ${why}`];
  });
  const heavy = reports
    .filter(({ bytes }) => bytes > BUNDLE_KB_MAX * BYTES_PER_KB)
    .map(({ name, bytes }) => `${name} has ${kb(bytes)} KB, at most ${BUNDLE_KB_MAX}`);
  return [...forbidden, ...heavy];
};

/** Size report as text, one block for each function; bundles above the target are marked with an exclamation mark. */
export const formatReport = (reports: readonly BundleReport[]): string =>
  reports
    .map(({ name, bytes, overTarget, inputs }) => {
      const rows = inputs.map((input) => `  ${kb(input.bytes).padStart(7)}  ${input.name}`);
      return [`${overTarget ? "! " : ""}${name}: ${kb(bytes)} KB`, ...rows].join("\n");
    })
    .join("\n");

const kb = (bytes: number): string => (bytes / BYTES_PER_KB).toFixed(1);

type Inputs = Metafile["outputs"][string]["inputs"];

/** Inputs that put at least a byte into the output; a file that was read and shaken away does not ship. */
const weighty = (inputs: Inputs): string[] =>
  Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));

const reportOf = ({ name }: BundleEntry, outDir: string, metafile: Metafile): BundleReport => {
  const file = join(outDir, name, "index.mjs");
  const output = Object.entries(metafile.outputs).find(([path]) => resolve(ROOT, path) === file)?.[1];
  if (!output) throw new Error(`the bundler wrote no ${file}`);
  const sums = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    const group = groupOf(path);
    sums.set(group, (sums.get(group) ?? 0) + bytesInOutput);
  }
  const inputs = [...sums]
    .map(([group, bytes]) => ({ name: group, bytes }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, INPUTS_SHOWN_MAX);
  return { name, file, bytes: output.bytes, overTarget: output.bytes > BUNDLE_KB_TARGET * BYTES_PER_KB, inputs };
};

/** Package of an input below node_modules, else its first two folders. */
const groupOf = (path: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split("/").slice(0, 2).join("/");

/** Texts of the JSON files that the bundle imports from beside itself. */
const jsonBeside = (file: string, metafile: Metafile): Record<string, string> => {
  const output = Object.entries(metafile.outputs).find(([path]) => resolve(ROOT, path) === file)?.[1];
  const imported = output?.imports.map(({ path }) => path.replace("./", "")) ?? [];
  const wanted = Object.entries(JSON_BESIDE).filter(([name]) => imported.includes(name));
  return Object.fromEntries(wanted.map(([name, source]) => [name, readFileSync(join(ROOT, source), "utf8")]));
};

const writeBeside = (folder: string, files: Readonly<Record<string, string>>): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reports = await bundleFunctions({ outDir: process.argv[2] ?? join(ROOT, "dist/functions") });
  process.stdout.write(`${formatReport(reports)}\n`);
}

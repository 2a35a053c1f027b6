/**
 * Bundles every function into one ES module, the same for Lambda and for the local server, and counts what is in it.
 * What a bundle may weigh and why it is cut like this: docs/adr/0003-lambda-per-context.md.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { contexts } from "../schemas/routes.ts";
import { importMs } from "./bundle-imports.ts";
import { codesNamedIn, JSON_BESIDE, slimming, slimmingRules } from "./bundle-slimming.ts";

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
  /** Minified bytes of the bundle with all that it loads at its start. */
  readonly bytes: number;
  /** Minified bytes beside it that are loaded only when an operation asks for them. */
  readonly lazyBytes: number;
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
 * Writes `<outDir>/<name>/index.mjs` for each entry, beside it what the bundle loads only when asked for, and reports
 * the sizes.
 * Throws when an import does not resolve, a forbidden file got in, a bundle exceeds `BUNDLE_KB_MAX`, or, over all
 * functions, a rule of the slimming no longer matches.
 */
export const bundleFunctions = async (options: BundleOptions): Promise<BundleReport[]> => {
  const entries = options.entries ?? functionEntries;
  const outDir = resolve(options.outDir);
  const used = new Set<string>();
  const sources = await sourcesOf(entries, outDir);
  const built = await Promise.all(
    entries.map((entry) => bundleOne(entry, sources.get(entry.name) ?? [], outDir, used)),
  );
  const problems = built.flatMap(({ report, metafile }) => bundleProblems([report], metafile));
  if (!options.entries) problems.push(...staleRules(used));
  if (problems.length > 0) throw new Error(["The bundles are not fit to ship:", ...problems].join("\n  "));
  for (const { report, metafile } of built) {
    writeBeside(dirname(report.file), { ...jsonBeside(report.file, metafile), ...options.beside });
  }
  return built.map(({ report }) => report);
};

/** A sentence for each rule of the slimming that no function used, given the names of those that were. */
export const staleRules = (used: ReadonlySet<string>): string[] =>
  slimmingRules.filter((rule) => !used.has(rule)).map((rule) => `the slimming matches nothing any more: ${rule}`);

const BUILD = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  target: "node22",
  format: "esm",
  metafile: true,
  // Naming any condition drops esbuild's own `module`; without it the SDK resolves to CommonJS, 130 KB more.
  mainFields: ["module", "main"],
  conditions: ["module", "import", "node"],
  // Chinese texts as they are: escapes would double them.
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
} as const satisfies BuildOptions;

/** Sources of each entry by its name, from one build of all that writes nothing. */
const sourcesOf = async (entries: readonly BundleEntry[], outDir: string): Promise<Map<string, string[]>> => {
  const entryPoints = Object.fromEntries(entries.map(({ name, file }) => [name, resolve(ROOT, file)]));
  const { metafile } = await build({ ...BUILD, entryPoints, outdir: outDir, write: false, plugins: [slimming()] });
  const outputs = Object.entries(metafile.outputs).map(([path, { inputs }]): [string, string[]] => [
    basename(path, ".js"),
    Object.keys(inputs),
  ]);
  return new Map(outputs);
};

/** Bundles an entry with the error texts that its sources can give. */
const bundleOne = async (
  { name, file }: BundleEntry,
  sources: readonly string[],
  outDir: string,
  used: Set<string>,
) => {
  const entryPoints = { index: resolve(ROOT, file) };
  const folder = join(outDir, name);
  const needsCode = codesNamedIn(sources);
  removeModules(folder);
  const { metafile } = await build({
    ...BUILD,
    entryPoints,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    // What is imported dynamically becomes a file of its own, read when it is first asked for.
    splitting: true,
    chunkNames: "[name]-[hash]",
    minify: true,
    plugins: [slimming({ needsCode, used })],
  });
  return { report: reportOf(name, folder, metafile), metafile };
};

/** Files of an earlier build, whose names hold hashes that no longer fit. */
const removeModules = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (file.endsWith(".mjs")) rmSync(join(folder, file));
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
    .map(({ name, bytes, lazyBytes, overTarget, inputs }) => {
      const rows = inputs.map((input) => `  ${kb(input.bytes).padStart(7)}  ${input.name}`);
      const later = lazyBytes > 0 ? `, ${kb(lazyBytes)} KB when asked for` : "";
      return [`${overTarget ? "! " : ""}${name}: ${kb(bytes)} KB${later}`, ...rows].join("\n");
    })
    .join("\n");

const kb = (bytes: number): string => (bytes / BYTES_PER_KB).toFixed(1);

type Inputs = Metafile["outputs"][string]["inputs"];

/** Inputs that put at least a byte into the output; a file that was read and shaken away does not ship. */
const weighty = (inputs: Inputs): string[] =>
  Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));

const reportOf = (name: string, folder: string, metafile: Metafile): BundleReport => {
  const file = join(folder, "index.mjs");
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [resolve(ROOT, path), output]));
  const atStart = loadedWith(file, outputs);
  const sums = new Map<string, number>();
  for (const [path, { bytesInOutput }] of atStart.flatMap(({ inputs }) => Object.entries(inputs))) {
    const group = groupOf(path);
    sums.set(group, (sums.get(group) ?? 0) + bytesInOutput);
  }
  const inputs = [...sums]
    .map(([group, bytes]) => ({ name: group, bytes }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, INPUTS_SHOWN_MAX);
  const sumOf = (some: readonly Output[]) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytes = sumOf(atStart);
  const lazyBytes = sumOf([...outputs.values()]) - bytes;
  return { name, file, bytes, lazyBytes, overTarget: bytes > BUNDLE_KB_TARGET * BYTES_PER_KB, inputs };
};

type Output = Metafile["outputs"][string];

/** A file and all that it imports when it is loaded; what it imports dynamically is left out. */
const loadedWith = (file: string, outputs: ReadonlyMap<string, Output>): Output[] => {
  const found = new Map<string, Output>();
  const add = (path: string): void => {
    const output = outputs.get(path);
    if (!output || found.has(path)) return;
    found.set(path, output);
    for (const one of output.imports) if (one.kind === "import-statement") add(resolve(ROOT, one.path));
  };
  add(file);
  if (found.size === 0) throw new Error(`the bundler wrote no ${file}`);
  return [...found.values()];
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

/** `node infra/bundle.ts [folder] [--times]`: the report, and how long a fresh process takes to import each bundle. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { times: { type: "boolean" } } });
  const reports = await bundleFunctions({ outDir: positionals[0] ?? join(ROOT, "dist/functions") });
  process.stdout.write(`${formatReport(reports)}\n`);
  for (const { name, file } of values.times ? reports : []) {
    process.stdout.write(`${name}: imported in ${Math.round(await importMs(file))} ms by Node ${process.version}\n`);
  }
}

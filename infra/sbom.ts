/**
 * `npm run sbom`: writes reports/sbom.cdx.json, what the product and its tools are made of (CycloneDX, by npm from the
 * lock file), and refuses a licence that is not allowed: what is deployed may not ask for more than a notice.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** Licences that ask for a notice and no more: allowed in what is deployed. */
export const PERMISSIVE: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Zlib",
];
/**
 * Allowed beside these in tools that are never deployed: changed files of theirs would have to be published, or (data
 * about browsers) their source be named.
 */
export const TOOLS_ONLY: readonly string[] = ["CC-BY-4.0", "MPL-2.0", "Python-2.0"];

const Licence = z.union([
  z.object({ license: z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]) }),
  z.object({ expression: z.string() }),
]);
const Component = z.object({ name: z.string(), version: z.string(), licenses: z.array(Licence).default([]) });
const Bill = z.object({ bomFormat: z.literal("CycloneDX"), components: z.array(Component) });
/** A bill of materials, as far as it is looked at here. */
export type Bill = z.infer<typeof Bill>;

/**
 * True when an SPDX expression of `AND`, `OR` and brackets can be met with the allowed licences. Throws for a text that
 * is no such expression.
 */
export const isAllowed = (expression: string, allowed: readonly string[]): boolean => {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const term = (): boolean => {
    const token = tokens[at++];
    if (token === undefined || ["AND", "OR", ")"].includes(token)) throw new Error(`no licence in ${expression}`);
    if (token !== "(") return allowed.includes(token);
    const inner = either();
    if (tokens[at++] !== ")") throw new Error(`a bracket is open in ${expression}`);
    return inner;
  };
  const all = (): boolean => {
    let met = term();
    while (tokens[at] === "AND") {
      at += 1;
      met = term() && met;
    }
    return met;
  };
  const either = (): boolean => {
    let met = all();
    while (tokens[at] === "OR") {
      at += 1;
      met = all() || met;
    }
    return met;
  };
  const met = either();
  if (at < tokens.length) throw new Error(`more than a licence in ${expression}`);
  return met;
};

const textOf = (licence: z.infer<typeof Licence>): string => {
  if ("expression" in licence) return licence.expression;
  return "id" in licence.license ? licence.license.id : licence.license.name;
};

/** One sentence for each component whose licence is missing or not allowed. */
export const licenceFaults = ({ components }: Bill, allowed: readonly string[]): readonly string[] =>
  components.flatMap(({ name, version, licenses }) => {
    const texts = licenses.map(textOf);
    if (texts.length === 0) return [`${name}@${version} says no licence`];
    return texts.filter((text) => !isAllowed(text, allowed)).map((text) => `${name}@${version} is under ${text}`);
  });

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

/** `name@version` of what the lock file counts neither as a tool's nor as optional. */
const deployedOf = (root: URL): ReadonlySet<string> => {
  const { packages } = Lock.parse(JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8")));
  const deployed = Object.entries(packages).filter(
    ([, { dev, optional, devOptional }]) => !dev && !optional && !devOptional,
  );
  return new Set(deployed.map(([path, { version }]) => `${path.split("node_modules/").at(-1)}@${version}`));
};

/** The bill of the lock file: of what is deployed, or with all tools. Throws when npm fails. */
export const billOf = (part: "deployed" | "all"): { readonly text: string; readonly bill: Bill } => {
  const root = new URL("..", import.meta.url);
  const text = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
    cwd: fileURLToPath(root),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const bill = Bill.parse(JSON.parse(text));
  if (part === "all") return { text, bill };
  // npm's own `--omit dev` drops what a tool needs too (zod), so the lock file is asked.
  const deployed = deployedOf(root);
  const components = bill.components.filter(({ name, version }) => deployed.has(`${name}@${version}`));
  return { text, bill: { ...bill, components } };
};

if (import.meta.main) {
  const [deployed, all] = [billOf("deployed"), billOf("all")];
  const folder = new URL("../reports/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("sbom.cdx.json", folder), all.text);
  const faults = [
    ...licenceFaults(deployed.bill, PERMISSIVE),
    ...licenceFaults(all.bill, [...PERMISSIVE, ...TOOLS_ONLY]),
  ];
  const counts = `${deployed.bill.components.length} deployed, ${all.bill.components.length} with tools`;
  process.stdout.write(`reports/sbom.cdx.json: ${counts}\n${faults.map((fault) => `${fault}\n`).join("")}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

import ts from "typescript";
import { isDomain, PURE_BUILTINS, PURE_PACKAGES } from "./dependencies.ts";
import { type Import, importsOf } from "./imports.ts";
import { lineOf, parse, type SourceFile, type Violation, walk } from "./source.ts";

/** Members that read the clock, the dice or the process, as `object.member`; `*` is every member. */
const IMPURE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Date: ["now"],
  Math: ["random"],
  Temporal: ["Now"],
  console: ["*"],
  crypto: ["*"],
  globalThis: ["*"],
  performance: ["*"],
  process: ["*"],
};

const IMPURE_CALLS = new Set([
  "Date",
  "fetch",
  "queueMicrotask",
  "randomUUID",
  "setImmediate",
  "setInterval",
  "setTimeout",
]);

/** The impure thing that a node uses, as written in the source; undefined when the node is pure. */
function impureUse(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const object = node.expression.text;
    const member = node.name.text;
    const members = Object.hasOwn(IMPURE_MEMBERS, object) ? IMPURE_MEMBERS[object] : undefined;
    return members?.some((name) => name === "*" || name === member) ? `${object}.${member}` : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "Date") {
    return (node.arguments?.length ?? 0) === 0 ? "new Date()" : undefined;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && IMPURE_CALLS.has(node.expression.text)) {
    return `${node.expression.text}()`;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return "import()";
  return undefined;
}

/** Packages that schemas may load besides the domain's own: the schema library itself. */
const SCHEMA_PACKAGES = ["zod"];

function isImpureImport({ specifier, target, typeOnly, names }: Import): boolean {
  if (typeOnly || target !== undefined) return false;
  if (PURE_PACKAGES.includes(specifier) || SCHEMA_PACKAGES.includes(specifier)) return false;
  return !names.every((name) => PURE_BUILTINS[specifier]?.includes(name) ?? false);
}

function impuritiesOf(file: SourceFile, because: string): Violation[] {
  const rule = "pure-domain";
  const fix = "take clock, ids, random and configuration as arguments";
  const imports = importsOf(file)
    .filter(isImpureImport)
    .map(({ line, specifier }) => ({ path: file.path, line, rule, todo: `${fix}: no "${specifier}" ${because}` }));
  const tree = parse(file);
  const uses: Violation[] = [];
  walk(tree, (node) => {
    const use = impureUse(node);
    if (use === undefined) return;
    uses.push({ path: file.path, line: lineOf(tree, node), rule, todo: `${fix}: no ${use} ${because}` });
  });
  return [...imports, ...uses];
}

/**
 * Finds clock, random, process and input/output in the domains, and in every file that a domain loads when it runs:
 * a pure function that calls an impure one is not pure. `new Date(instant)` with an argument computes and is allowed.
 */
export function checkPurity(files: readonly SourceFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reachedFrom = new Map<string, string>();
  const queue = files.filter((file) => isDomain(file.path));
  for (const file of queue) reachedFrom.set(file.path, "in a domain");
  for (const file of queue) {
    for (const { target, typeOnly } of importsOf(file)) {
      const reached = typeOnly || target === undefined ? undefined : byPath.get(target);
      if (reached === undefined || reachedFrom.has(reached.path)) continue;
      reachedFrom.set(reached.path, `in a file that ${file.path} loads`);
      queue.push(reached);
    }
  }
  return queue.flatMap((file) => impuritiesOf(file, reachedFrom.get(file.path) ?? ""));
}

import { posix } from "node:path";
import ts from "typescript";
import { lineOf, parse, type SourceFile, walk } from "./source.ts";

/** One import of a file. `target` is the repository path that a relative specifier names, undefined for a package. */
export interface Import {
  readonly line: number;
  readonly specifier: string;
  readonly target: string | undefined;
  /** Whether the whole statement is erased, so that nothing is loaded when the program runs. */
  readonly typeOnly: boolean;
  /** The imported names as the other module calls them; `*` for a namespace or a dynamic import, `default`. */
  readonly names: readonly string[];
}

function clauseNames(clause: ts.ImportClause | undefined): string[] {
  if (clause === undefined) return [];
  const names = clause.name === undefined ? [] : ["default"];
  const bindings = clause.namedBindings;
  if (bindings === undefined) return names;
  if (ts.isNamespaceImport(bindings)) return [...names, "*"];
  return [...names, ...bindings.elements.map((element) => (element.propertyName ?? element.name).text)];
}

function exportNames(clause: ts.NamedExportBindings | undefined): string[] {
  if (clause === undefined || ts.isNamespaceExport(clause)) return ["*"];
  return clause.elements.map((element) => (element.propertyName ?? element.name).text);
}

/** The module that a node loads, undefined when the node loads none. */
function loaded(node: ts.Node): { module: ts.Node; typeOnly: boolean; names: string[] } | undefined {
  if (ts.isImportDeclaration(node)) {
    const typeOnly = node.importClause?.isTypeOnly ?? false;
    return { module: node.moduleSpecifier, typeOnly, names: clauseNames(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { module: node.moduleSpecifier, typeOnly: node.isTypeOnly, names: exportNames(node.exportClause) };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const module = node.arguments[0];
    return module === undefined ? undefined : { module, typeOnly: false, names: ["*"] };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { module: node.argument.literal, typeOnly: true, names: [] };
  }
  return undefined;
}

const cache = new WeakMap<SourceFile, readonly Import[]>();

/** Every import of a file: declarations, re-exports, `import()` with a literal and `import("...")` types. */
export function importsOf(file: SourceFile): readonly Import[] {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const tree = parse(file);
  const imports: Import[] = [];
  walk(tree, (node) => {
    const found = loaded(node);
    if (found === undefined || !ts.isStringLiteralLike(found.module)) return;
    const specifier = found.module.text;
    const relative = specifier.startsWith("./") || specifier.startsWith("../");
    const target = relative ? posix.join(posix.dirname(file.path), specifier) : undefined;
    imports.push({ line: lineOf(tree, node), specifier, target, typeOnly: found.typeOnly, names: found.names });
  });
  cache.set(file, imports);
  return imports;
}

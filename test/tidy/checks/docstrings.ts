import ts from "typescript";
import { isScript, lineOf, parse, type SourceFile, type Violation } from "./source.ts";

const DOCUMENTED = /^(functions|schemas|events|infra)\//;

/** A declaration that a reader meets through an import: `holder` carries the comment, `node` the name. */
interface Declared {
  readonly name: string;
  readonly holder: ts.Node;
  readonly exported: boolean;
}

function isExported(node: ts.HasModifiers): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Whether the expression is a chain that starts at `z.`, such as `z.object({...}).meta({...})`. */
function isSchema(expression: ts.Expression): boolean {
  let at = expression;
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) at = at.expression;
  return ts.isIdentifier(at) && at.text === "z" && at !== expression;
}

function needsComment(initializer: ts.Expression | undefined): boolean {
  if (initializer === undefined) return false;
  let value = initializer;
  while (ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value)) {
    value = value.expression;
  }
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isClassExpression(value) || isSchema(value);
}

function declaredBy(statement: ts.Statement): Declared[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return [{ name: statement.name?.text ?? "default", holder: statement, exported: isExported(statement) }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter((declaration) => needsComment(declaration.initializer))
    .map((declaration) => ({
      name: declaration.name.getText(),
      holder: statement,
      exported: isExported(statement),
    }));
}

/** Local names that `export { a, b as c }` makes public. */
function exportedByList(tree: ts.SourceFile): Set<string> {
  const names = tree.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) return [];
    if (statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) return [];
    return statement.exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
  });
  return new Set(names);
}

function hasDocstring(file: SourceFile, holder: ts.Node): boolean {
  const comments = ts.getLeadingCommentRanges(file.text, holder.getFullStart()) ?? [];
  return comments.some(({ pos, end }) => {
    const text = file.text.slice(pos, end);
    return text.startsWith("/**") && /[\p{L}]{2}/u.test(text);
  });
}

function undocumented(file: SourceFile): Violation[] {
  const tree = parse(file);
  const listed = exportedByList(tree);
  const seen = new Set<string>();
  const violations: Violation[] = [];
  for (const { name, holder, exported } of tree.statements.flatMap(declaredBy)) {
    if (!exported && !listed.has(name)) continue;
    // Of an overloaded function the first signature carries the comment.
    if (seen.has(name)) continue;
    seen.add(name);
    if (hasDocstring(file, holder)) continue;
    const todo = `say above ${name} what it takes and returns (units, shapes), its refusals and the source of the rule`;
    violations.push({ path: file.path, line: lineOf(tree, holder), rule: "docstring", todo });
  }
  return violations;
}

/** Finds exported functions, classes and zod schemas of the product without a JSDoc comment. */
export function checkDocstrings(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => DOCUMENTED.test(file.path) && isScript(file.path) && !file.path.endsWith(".d.ts"))
    .flatMap(undocumented);
}

import ts from "typescript";
import { isScript, isTest, lineAt, lineOf, parse, type SourceFile, type Violation, walk } from "./source.ts";

/** Lines in a file, at most. */
export const FILE_LINES_MAX = 400;
/** Lines in a function from its first word to its closing brace, at most. */
export const FUNCTION_LINES_MAX = 70;
/** Characters (code points) in a line, at most. */
export const LINE_CHARACTERS_MAX = 120;

const TEST_BLOCKS = new Set(["describe", "it", "suite", "test", "bench"]);

/** The name at the root of a call: `it` for `it(...)`, `it.each(...)(...)` and `it.skipIf(...)(...)`. */
function rootName(expression: ts.Expression): string | undefined {
  let at: ts.Expression = expression;
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at) || ts.isTaggedTemplateExpression(at)) {
    at = ts.isTaggedTemplateExpression(at) ? at.tag : at.expression;
  }
  return ts.isIdentifier(at) ? at.text : undefined;
}

/** A story told in one `it`, or a `describe` with many, is not a function that has to fit a screen. */
function isTestBlock(node: ts.Node, path: string): boolean {
  if (!isTest(path) || !ts.isCallExpression(node.parent)) return false;
  const name = rootName(node.parent.expression);
  return name !== undefined && TEST_BLOCKS.has(name);
}

function hasBlockBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined && ts.isBlock(node.body as ts.Node);
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  if (node.name !== undefined) return node.name.getText();
  if (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent)) return node.parent.name.getText();
  return "a function";
}

function longFunctions(file: SourceFile): Violation[] {
  const tree = parse(file);
  const violations: Violation[] = [];
  walk(tree, (node) => {
    if (!hasBlockBody(node) || isTestBlock(node, file.path)) return;
    const line = lineOf(tree, node);
    const lines = lineAt(tree, node.getEnd()) - line + 1;
    if (lines <= FUNCTION_LINES_MAX) return;
    const todo = `${nameOf(node)} has ${lines} lines, at most ${FUNCTION_LINES_MAX}: split it by meaning`;
    violations.push({ path: file.path, line, rule: "function-size", todo });
  });
  return violations;
}

/** Finds files, functions and lines that do not fit a screen. Hand-written scripts only. */
export function checkSizes(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => isScript(file.path))
    .flatMap((file) => {
      const lines = file.text.replace(/\n$/, "").split("\n");
      const violations = longFunctions(file);
      if (lines.length > FILE_LINES_MAX) {
        const todo = `${lines.length} lines, at most ${FILE_LINES_MAX}: split the file by meaning`;
        violations.push({ path: file.path, line: FILE_LINES_MAX + 1, rule: "file-size", todo });
      }
      for (const [index, text] of lines.entries()) {
        const characters = [...text].length;
        if (characters <= LINE_CHARACTERS_MAX) continue;
        const todo = `${characters} characters, at most ${LINE_CHARACTERS_MAX}: break the line`;
        violations.push({ path: file.path, line: index + 1, rule: "line-length", todo });
      }
      return violations;
    });
}

import ts from "typescript";
import { commentsOf, isGenerated, isScript, lineOf, parse, type SourceFile, type Violation, walk } from "./source.ts";

// Built from pieces so that this file does not hold what it looks for.
const MARKERS = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"].join("|")})\\b`);
const ISSUE = /#\d+/;

function markers(file: SourceFile): Violation[] {
  return file.text.split("\n").flatMap((text, index) => {
    const marker = MARKERS.exec(text)?.[0];
    if (marker === undefined || ISSUE.test(text)) return [];
    const todo = `do it now, or name the issue on the same line (#123) beside ${marker}`;
    return [{ path: file.path, line: index + 1, rule: "marker-without-issue", todo }];
  });
}

function forgottenStatements(file: SourceFile): Violation[] {
  const tree = parse(file);
  const violations: Violation[] = [];
  const inProduct = /^(functions|schemas|events)\//.test(file.path);
  const report = (node: ts.Node, rule: string, todo: string): void => {
    violations.push({ path: file.path, line: lineOf(tree, node), rule, todo });
  };
  walk(tree, (node) => {
    if (ts.isDebuggerStatement(node)) report(node, "no-debugger", "remove the breakpoint");
    if (!ts.isPropertyAccessExpression(node)) return;
    if (node.name.text === "only" && (ts.isCallExpression(node.parent) || ts.isPropertyAccessExpression(node.parent))) {
      report(node.name, "no-only", "remove .only: it silently skips every other test of the file");
    }
    if (inProduct && ts.isIdentifier(node.expression) && node.expression.text === "console") {
      report(node, "no-console", "log through the catalogue of functions/shared, which keeps personal data out");
    }
  });
  return violations;
}

function looksLikeCode(line: string): boolean {
  return /[;{]\s*$/.test(line);
}

/** Two neighbouring comment lines that end like statements. JSDoc is left alone: its examples are code on purpose. */
function commentedOutCode(file: SourceFile): Violation[] {
  const lines = commentsOf(file)
    .filter(({ text }) => !text.startsWith("/**"))
    .flatMap(({ text, line }) => text.split("\n").map((part, index) => ({ part, line: line + index })));
  return lines.flatMap(({ part, line }, index) => {
    const next = lines[index + 1];
    if (next === undefined || next.line !== line + 1) return [];
    if (!looksLikeCode(part) || !looksLikeCode(next.part)) return [];
    const todo = "delete code that does not run (git keeps it), or end the sentences with a full stop";
    return [{ path: file.path, line, rule: "no-commented-out-code", todo }];
  });
}

/** Finds what was meant to be removed before merging: markers, breakpoints, `.only`, console calls, dead code. */
export function checkLeftovers(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    if (isGenerated(file.path) || file.path === "LICENSE") return [];
    if (!isScript(file.path)) return markers(file);
    return [...markers(file), ...forgottenStatements(file), ...commentedOutCode(file)];
  });
}

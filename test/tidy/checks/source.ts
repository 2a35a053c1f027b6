import ts from "typescript";

/** One file as the checks see it: `path` is relative to the repository with `/`, `text` its whole content. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One broken rule: where (`line` counts from 1), which rule, and what to do about it. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly todo: string;
}

/** A check takes the files of the repository and returns what is wrong with them; it reads nothing else. */
export type Check = (files: readonly SourceFile[]) => Violation[];

/** `file:line rule — what to do`, which editors and terminals turn into a link. */
export function render(violation: Violation): string {
  return `${violation.path}:${violation.line} ${violation.rule} — ${violation.todo}`;
}

const GENERATED = /^(schemas\/openapi\.json|schemas\/client\.d\.ts|package-lock\.json)$|\/__snapshots__\//;

/** Whether the file is written by a program, so that rules on its shape do not apply. */
export function isGenerated(path: string): boolean {
  return GENERATED.test(path);
}

/** Whether the file is TypeScript or JavaScript written by hand. */
export function isScript(path: string): boolean {
  return /\.[mc]?[jt]s$/.test(path) && !isGenerated(path);
}

/** Whether the file holds tests or their helpers. */
export function isTest(path: string): boolean {
  return path.startsWith("test/");
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** The syntax tree of a file, with parent links; parsed once per file object. */
export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2024, true);
  parsed.set(file, tree);
  return tree;
}

/** The line, counted from 1, on which `position` (a character offset) stands. */
export function lineAt(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}

/** The line, counted from 1, on which a node's own text starts (after its comments). */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return lineAt(tree, node.getStart(tree));
}

/** Calls `visit` with every node below `node`, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child);
    walk(child, visit);
  });
}

/** Every comment of a file in order, found through the syntax tree: text inside a string is never taken for one. */
export function commentsOf(file: SourceFile): { text: string; line: number; block: boolean }[] {
  const tree = parse(file);
  const found = new Map<number, ts.CommentRange>();
  const collect = (node: ts.Node): void => {
    // `getChildren` also yields the punctuation, whose leading comments (before a closing brace) no node owns.
    for (const range of ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []) found.set(range.pos, range);
    for (const range of ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? []) found.set(range.pos, range);
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    for (const child of node.getChildren(tree)) collect(child);
  };
  collect(tree);
  return [...found.values()]
    .sort((a, b) => a.pos - b.pos)
    .map((range) => ({
      text: file.text.slice(range.pos, range.end),
      line: lineAt(tree, range.pos),
      block: range.kind === ts.SyntaxKind.MultiLineCommentTrivia,
    }));
}

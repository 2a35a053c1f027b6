/**
 * Edits to a source file before it is bundled, made on its syntax tree: what is named must be there, so that a release
 * that moves things fails the build instead of shipping unslimmed or broken.
 */
import ts from "typescript";

/** What to take out of a file. */
export interface Edit {
  /**
   * Functions, methods and classes that no function of ours reaches, by name: their bodies become a clear error, and
   * what only they used is shaken away. `A.b` is the method `b` of the class or constant `A`.
   */
  readonly refuse?: readonly string[];
  /** Top-level calls such as `registry.register(X)`, by a pattern of their text; at least one must match. */
  readonly drop?: RegExp;
  /** True where top-level constants have no effect beyond their value, so that unused ones are shaken away. */
  readonly pure?: true;
  /** Texts to put in place of others, each found exactly once. */
  readonly swap?: readonly (readonly [from: string, to: string])[];
  /** Members left out of the object given to a function: `{ operation: ["summary"] }`. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** Which members of the file's constant objects stay, by their quoted names. */
  readonly keep?: (name: string) => boolean;
  /** Methods whose call leaves its receiver as it was for our purposes: `text.describe("...")` becomes `text`. */
  readonly calls?: readonly string[];
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies an edit to the text of a file; throws where something named is missing. */
export const editSource = (path: string, text: string, edit: Edit): string => {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const cuts = [
    ...refusals(tree, edit.refuse ?? []),
    ...drops(tree, edit.drop),
    ...(edit.swap ?? []).map(([from, to]) => swap(tree, from, to)),
    ...(edit.pure ? purities(tree) : []),
    ...memberCuts(tree, edit.members ?? {}),
    ...(edit.keep ? keepCuts(tree, edit.keep) : []),
    ...callCuts(tree, edit.calls ?? []),
  ];
  return applied(text, cuts);
};

/** Outer cuts win over the ones inside them. */
const applied = (text: string, cuts: readonly Cut[]): string => {
  let [result, at] = ["", 0];
  for (const cut of [...cuts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from < at) continue;
    result += text.slice(at, cut.from) + cut.text;
    at = cut.to;
  }
  return result + text.slice(at);
};

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

/** Name of a declaration with the class or constant that holds it: `parse`, `ZodString.email`. */
const nameOf = (node: ts.Node): string | undefined => {
  if (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
    return node.name?.getText();
  }
  if (!ts.isMethodDeclaration(node) && !ts.isPropertyAssignment(node)) return undefined;
  const holder = ts.findAncestor(
    node.parent,
    (above) => ts.isClassDeclaration(above) || ts.isVariableDeclaration(above),
  );
  return holder && `${nameOf(holder)}.${node.name.getText()}`;
};

const refusals = (tree: ts.SourceFile, names: readonly string[]): Cut[] => {
  const cuts = new Map<string, Cut>();
  walk(tree, (node) => {
    const name = nameOf(node);
    if (name === undefined || !names.includes(name) || cuts.has(name)) return;
    const cut = refusalOf(node, `throw new Error(${JSON.stringify(`${name} is not bundled`)})`);
    if (cut) cuts.set(name, cut);
  });
  const missing = names.filter((name) => !cuts.has(name));
  if (missing.length > 0) throw new Error(`${tree.fileName} has no ${missing.join(", ")} to leave out of the bundles`);
  return [...cuts.values()];
};

const refusalOf = (node: ts.Node, error: string): Cut | undefined => {
  if (ts.isClassDeclaration(node)) {
    const from = node.members.pos - 1;
    const [start, parent] = [node.name?.end ?? from, node.heritageClauses];
    return { from: parent ? start : from, to: node.end, text: ` { constructor() { ${error}; } }` };
  }
  const made = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) ? node.initializer : node;
  if (!made || !ts.isFunctionLike(made)) return undefined;
  const { body } = made as ts.FunctionLikeDeclaration;
  return body && { from: body.getStart(), to: body.end, text: `{ ${error}; }` };
};

const drops = (tree: ts.SourceFile, pattern: RegExp | undefined): Cut[] => {
  if (!pattern) return [];
  const found = tree.statements.filter((one) => ts.isExpressionStatement(one) && pattern.test(one.getText()));
  if (found.length === 0) throw new Error(`${tree.fileName} has no statement like ${pattern}`);
  return found.map((one) => ({ from: one.getStart(), to: one.end, text: "" }));
};

const swap = (tree: ts.SourceFile, from: string, to: string): Cut => {
  const at = tree.text.indexOf(from);
  if (at < 0 || tree.text.includes(from, at + 1)) throw new Error(`${tree.fileName} has not exactly one ${from}`);
  return { from: at, to: at + from.length, text: to };
};

/**
 * Marks the calls that make top-level constants, not the ones inside functions, which run when called. A value with
 * computed names, which the bundler never takes for pure, becomes such a call; minifying undoes it.
 */
const purities = (tree: ts.SourceFile): Cut[] => {
  const cuts: Cut[] = [];
  const mark = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isVariableDeclaration(node) && node.initializer && hasComputedName(node.initializer)) {
      const { initializer } = node;
      cuts.push({ from: initializer.getStart(), to: initializer.getStart(), text: "/* @__PURE__ */ (() => (" });
      cuts.push({ from: initializer.end, to: initializer.end, text: "))()" });
      return;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      cuts.push({ from: node.getStart(), to: node.getStart(), text: "/* @__PURE__ */ " });
    }
    ts.forEachChild(node, mark);
  };
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement)) mark(statement.declarationList);
  }
  return cuts;
};

const hasComputedName = (node: ts.Node): boolean =>
  !ts.isFunctionLike(node) &&
  (ts.isComputedPropertyName(node) || (ts.forEachChild(node, (child) => hasComputedName(child) || undefined) ?? false));

const memberCuts = (tree: ts.SourceFile, members: NonNullable<Edit["members"]>): Cut[] => {
  const cuts: Cut[] = [];
  walk(tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    const names = members[node.expression.getText()];
    const [given] = node.arguments;
    if (!names || !given || !ts.isObjectLiteralExpression(given)) return;
    for (const member of given.properties) {
      if (names.includes(member.name?.getText() ?? "")) cuts.push(memberCut(tree, member));
    }
  });
  return cuts;
};

/** A member with the comma after it. */
const memberCut = (tree: ts.SourceFile, member: ts.Node): Cut => {
  const comma = /^\s*,/.exec(tree.text.slice(member.end))?.[0] ?? "";
  return { from: member.getStart(), to: member.end + comma.length, text: "" };
};

const keepCuts = (tree: ts.SourceFile, keep: (name: string) => boolean): Cut[] => {
  const cuts: Cut[] = [];
  walk(tree, (node) => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && !keep(node.name.text)) {
      cuts.push(memberCut(tree, node));
    }
  });
  return cuts;
};

const callCuts = (tree: ts.SourceFile, methods: readonly string[]): Cut[] => {
  const cuts: Cut[] = [];
  walk(tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    if (!methods.includes(node.expression.name.text) || node.arguments.length !== 1) return;
    cuts.push({ from: node.expression.expression.end, to: node.end, text: "" });
  });
  return cuts;
};

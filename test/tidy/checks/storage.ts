import ts from "typescript";
import { importsOf } from "./imports.ts";
import { isScript, lineOf, parse, type SourceFile, type Violation, walk } from "./source.ts";

const MAY_BUILD_REQUESTS = [
  /^functions\/[^/]+\/store(\.ts$|\/)/,
  /^functions\/shared\/(dynamo|expression|write|commit|shape)[^/]*(\.ts$|\/)/,
];

const REQUEST_WORDS = new RegExp(
  [
    "ConditionExpression",
    "UpdateExpression",
    "FilterExpression",
    "ProjectionExpression",
    "ExpressionAttribute(Names|Values)",
    "TransactWrite",
    "TransactGet",
    "BatchWriteItem",
    "BatchGetItem",
    "attribute_(not_)?exists\\(",
    "begins_with\\(",
  ].join("|"),
);

/** A job names the actions that it needs beside its code, as the manifest does for an operation. */
const ACTION_NAMES = ["BatchGetItem"];

const REQUEST_PACKAGES = ["@aws-sdk/client-dynamodb", "@aws-sdk/lib-dynamodb", "@aws-sdk/util-dynamodb"];

const rule = "store-builds-requests";

function requestWords(file: SourceFile): Violation[] {
  const tree = parse(file);
  const byLine = new Map<number, Violation>();
  walk(tree, (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (!isText && !ts.isIdentifier(node)) return;
    if (ACTION_NAMES.includes(node.text) && ts.isStringLiteral(node)) return;
    const word = REQUEST_WORDS.exec(node.text)?.[0];
    if (word === undefined) return;
    const line = lineOf(tree, node);
    const todo = `move "${word}" into the context's store.ts, or into the kernel when every context needs it`;
    byLine.set(line, { path: file.path, line, rule, todo });
  });
  return [...byLine.values()];
}

/**
 * Finds DynamoDB requests built outside a context's store and the kernel: only there are their conditions reviewed.
 * schemas/ is left alone: the manifest names the actions that an operation needs, for its permissions.
 */
export function checkStorage(files: readonly SourceFile[]): Violation[] {
  const guarded = files.filter(
    ({ path }) =>
      /^(functions|events)\//.test(path) && isScript(path) && !MAY_BUILD_REQUESTS.some((pattern) => pattern.test(path)),
  );
  return guarded.flatMap((file) => [
    ...importsOf(file)
      .filter(({ specifier, typeOnly }) => !typeOnly && REQUEST_PACKAGES.includes(specifier))
      .map(({ line, specifier }) => {
        const todo = `call the store or the kernel instead of loading "${specifier}"`;
        return { path: file.path, line, rule, todo };
      }),
    ...requestWords(file),
  ]);
}

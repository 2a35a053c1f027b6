/** The OpenAPI 3.1 document, built from the route manifest, the zod schemas and the error registry. */
import { examples } from "./examples.ts";
import { summaryOf, tagOf, tagsOf } from "./openapi/groups.ts";
import { parametersOf, sharedParameters } from "./openapi/parameters.ts";
import { errorRegistry, Problems } from "./openapi/problems.ts";
import { pruned } from "./openapi/prune.ts";
import { type Json, ref, Shapes } from "./openapi/shapes.ts";
import { infoDescription } from "./openapi/texts.ts";
import { isOpen, type Operation } from "./operation.ts";
import { BODY_BYTES_MAX, ROLL_BYTES_MAX } from "./primitives.ts";

export { codesOf } from "./openapi/problems.ts";

const headers: Json = {
  ContentDisposition: { description: "文件名 · file name", schema: { type: "string" } },
  ContentLanguage: { description: "`zh-CN` | `en`", schema: { type: "string", enum: ["zh-CN", "en"] } },
  ETag: {
    description: "资源的版本，修改时放入 If-Match · version of the resource, sent as If-Match when editing",
    schema: { type: "string" },
  },
  IdempotencyHit: {
    description: "`true`：这是同一个键第一次的结果 · `true` when this is the first answer to the same key, replayed",
    schema: { type: "string", enum: ["true"] },
  },
  NextCursor: {
    description: "还有下一部分时给出 · given while there is a next part",
    schema: ref("Cursor"),
  },
  RetryAfter: { description: "等待的秒数 · seconds to wait", schema: { type: "integer", minimum: 0 } },
  WwwAuthenticate: { description: "`Bearer`", schema: { type: "string" } },
};

const securitySchemes: Json = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "RS256，由本区签发方签发 · RS256 token of the district's issuer. 本地 · locally: `POST /_local/token`",
  },
};

const dryRunSchema: Json = {
  type: "object",
  description: "试算结果 · answer of a dry run",
  properties: {
    dryRun: { type: "boolean", const: true },
    accepted: { type: "boolean", description: "是否会被接受 · whether it would be accepted" },
    refusals: { type: "array", items: ref("Problem"), description: "全部原因 · every reason against it" },
    answer: { description: "将要返回的内容，不接受时为 null · the answer it would give; null when refused" },
  },
  required: ["dryRun", "accepted", "refusals", "answer"],
};

const repeatTexts: Readonly<Record<Operation["repeat"], string>> = {
  read: "只读，可随意重试 · reads only, retry freely",
  key: "用同一个 `Idempotency-Key` 重试 · retry with the same `Idempotency-Key`",
  "if-match": "须带 `If-Match` · needs `If-Match`",
  content: "原样重发即同一请求 · the same request again is the same one",
};

const rolesText = ({ roles, anonymous }: Operation): string => {
  if (anonymous) return "无需登录，且不得表明身份 · no token, and nothing else that says who calls";
  if (roles === "public") return "无需登录 · no token needed";
  if (roles === "by-link") return "持有链接即可，无需登录 · whoever has the link, no token needed";
  if (roles === "signed-in") return "登录即可 · anyone signed in";
  return (roles as readonly string[]).map((role) => `\`${role}\``).join(", ");
};

const partsText = {
  zh:
    "长文件分部分返回：只要有 `Linli-Next-Cursor` 头（JSON 为 `next`），就以相同参数加 `cursor` 再取，" +
    "直到没有为止；CSV 每部分都有表头，hledger 各部分可直接拼接",
  en:
    "a long file comes in parts: while there is a `Linli-Next-Cursor` header (`next` in JSON), ask again with the " +
    "same query and that `cursor`; without one the file is complete. Each CSV part has the heading; hledger parts " +
    "can be joined",
};

const descriptionOf = (operation: Operation): string =>
  [
    `- 谁可以调用 · who may call: ${rolesText(operation)}`,
    `- 重试 · retries: ${repeatTexts[operation.repeat]}`,
    ...(operation.media ? [`- ${partsText.zh} · ${partsText.en}`] : []),
    ...(operation.writeUnits > 0 ? [`- 写入单位 · write units: ≤ ${operation.writeUnits}`] : []),
  ].join("\n");

const requestBodyOf = (operation: Operation, shapes: Shapes): Json => {
  if (!operation.body) return {};
  const type = operation.bodyType ?? "application/json";
  const bytes = type === "text/csv" ? ROLL_BYTES_MAX : (operation.bodyBytes ?? BODY_BYTES_MAX);
  const { request, requestEn } = examples[operation.id] ?? {};
  const shown =
    requestEn === undefined
      ? { example: request }
      : { examples: { zh: { summary: "中文", value: request }, en: { summary: "English", value: requestEn } } };
  const media = { schema: shapes.of(operation.body, "input"), ...(request === undefined ? {} : shown) };
  const description = `最多 ${bytes} 字节 · at most ${bytes} bytes`;
  return { requestBody: { required: true, description, content: { [type]: media }, "x-max-bytes": bytes } };
};

/** Whether the answer tells the version that an edit needs: edits, and what shows the same resource in the context. */
const versioned = (operation: Operation, all: readonly Operation[]): boolean =>
  all.some(
    (other) => other.repeat === "if-match" && other.context === operation.context && other.reply === operation.reply,
  );

const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` });

const successOf = (operation: Operation, all: readonly Operation[], shapes: Shapes): Json => {
  const reply = shapes.of(operation.reply, "output");
  const dry: Json = { allOf: [ref("DryRunAnswer"), { type: "object", properties: { answer: nullable(reply) } }] };
  const both = operation.dryRun === true && operation.status === 200;
  const example = examples[operation.id]?.reply;
  const media = { schema: both ? { anyOf: [reply, dry] } : reply, ...(example === undefined ? {} : { example }) };
  const others = (operation.media ?? []).map((type) => [type, { schema: { type: "string" } }]);
  const replyHeaders = {
    ...(versioned(operation, all) || operation.replyType ? { ETag: header("ETag") } : {}),
    ...(operation.repeat === "key" ? { "Idempotency-Hit": header("IdempotencyHit") } : {}),
    ...(others.length > 0
      ? { "Content-Disposition": header("ContentDisposition"), "Linli-Next-Cursor": header("NextCursor") }
      : {}),
  };
  const success = {
    description: operation.status === 201 ? "已完成 · done" : "成功 · answered",
    ...(Object.keys(replyHeaders).length > 0 ? { headers: replyHeaders } : {}),
    content: { [operation.replyType ?? "application/json"]: media, ...Object.fromEntries(others) },
  };
  if (operation.replyType) return { [operation.status]: success, 304: { description: "未变 · unchanged" } };
  if (operation.dryRun !== true || both) return { [operation.status]: success };
  const rehearsal = { dryRun: true, accepted: true, refusals: [], answer: example };
  const rehearsed = {
    description: "`dryRun=true` 的试算结果 · what `dryRun=true` answers",
    content: { "application/json": { schema: dry, ...(example === undefined ? {} : { example: rehearsal }) } },
  };
  return { 200: rehearsed, [operation.status]: success };
};

const nullable = (schema: Json): Json => ({ anyOf: [schema, { type: "null" }] });

const operationOf = (operation: Operation, all: readonly Operation[], shapes: Shapes, problems: Problems): Json => ({
  operationId: operation.id,
  tags: [tagOf(operation)],
  summary: summaryOf(operation),
  description: descriptionOf(operation),
  ...(isOpen(operation) ? { security: [] } : {}),
  parameters: parametersOf(operation, shapes),
  ...requestBodyOf(operation, shapes),
  responses: { ...successOf(operation, all, shapes), ...problems.of(operation) },
  "x-roles": operation.roles,
  "x-repeat": operation.repeat,
  "x-write-units": operation.writeUnits,
});

/**
 * Builds the document.
 *
 * @param all the manifest's operations; their order is the order of paths and tags
 * @param version the release, as `info.version`
 * @returns a JSON value whose keys come in the same order every time
 */
export const buildOpenApi = (all: readonly Operation[], version: string): Json => {
  const shapes = new Shapes();
  const problems = new Problems(shapes);
  shapes.add("DryRunAnswer", dryRunSchema);
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of all) {
    const built = operationOf(operation, all, shapes, problems);
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: built };
  }
  const { schemas, settle } = shapes.finish();
  const settled = settle(paths);
  const { tags, tagGroups } = tagsOf(all);
  const components = { schemas, parameters: sharedParameters, headers, ...problems.components(), securitySchemes };
  return {
    openapi: "3.1.0",
    info: {
      title: "邻里 Linli API",
      version,
      description: infoDescription,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "本服务 · this server" }],
    security: [{ bearer: [] }],
    tags,
    paths: settled,
    components: pruned(settled, components),
    "x-tagGroups": tagGroups,
    "x-error-codes": errorRegistry(),
  };
};

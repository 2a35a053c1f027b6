/** Parameters of an operation: path and query from their schemas, headers from how the manifest says it is called. */
import type { Operation } from "../operation.ts";
import { type Json, ref, type Shapes, UUID_SAMPLE } from "./shapes.ts";

/** What well-known parameters mean, where their schema says nothing. */
const texts: Readonly<Record<string, string>> = {
  accountId: "账户编号：`<持有人>.<单位>` · account id: `<holder>.<unit>`",
  at: "查询的时刻 · the instant asked about",
  category: "类别 · category",
  community: "社区代码 · community",
  cursor: "上一页返回的 `next` · the `next` of the previous page",
  format: "返回格式 · format of the answer",
  from: "起始（含）· from, inclusive",
  limit: "每页条数 · rows on a page",
  status: "状态 · status",
  to: "截止（不含）· to, exclusive",
  unit: "计量单位 · unit of account",
};

const header = (name: string, required: boolean, schema: Json, description: string): Json => ({
  name,
  in: "header",
  required,
  description,
  schema,
});

const keyText = {
  zh: "本次请求的 UUID；重试时用同一个，最多执行一次。可带引号。",
  en: "UUID of this request; the same one when retrying, and it is carried out at most once. May be quoted.",
};
const orIdText = {
  zh: "也可在请求体 `id` 中给出；两者都给时必须相同。",
  en: "May be given as the body's `id` instead; two must agree.",
};

/** Parameters that many operations share. */
export const sharedParameters: Json = {
  AcceptLanguage: {
    ...header("Accept-Language", false, { type: "string" }, "`zh-CN`（默认）或 · or `en`"),
    example: "zh-CN",
  },
  ActingFor: header(
    "Linli-Acting-For",
    false,
    ref("Uuid"),
    "代为办理的居民；须有有效的监护或代理关系 · the resident acted for; needs a valid guardianship or proxy",
  ),
  DryRun: {
    name: "dryRun",
    in: "query",
    required: false,
    description: "`true` 只试算、不写入 · `true` rehearses and writes nothing",
    schema: { type: "string", enum: ["true", "false"], default: "false" },
  },
  IdempotencyKey: {
    ...header("Idempotency-Key", true, ref("Uuid"), `${keyText.zh} ${keyText.en}`),
    example: UUID_SAMPLE,
  },
  IdempotencyKeyOrId: {
    ...header("Idempotency-Key", false, ref("Uuid"), `${keyText.zh}${orIdText.zh} ${keyText.en} ${orIdText.en}`),
    example: UUID_SAMPLE,
  },
  IfMatch: {
    ...header("If-Match", true, { type: "string" }, "所修改版本的 ETag · the ETag of the version that is edited"),
    example: '"7"',
  },
  IfNoneMatch: {
    ...header(
      "If-None-Match",
      false,
      { type: "string" },
      "上次答复的 ETag；未变则 304 · of the last answer; 304 if unchanged",
    ),
    example: '"3q2-7w"',
  },
};

const shared = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });

/** Whether the body may carry the key as `id`. */
const bodyHasId = (operation: Operation): boolean => {
  const shape = (operation.body as { shape?: object } | undefined)?.shape;
  return shape !== undefined && "id" in shape;
};

/** Whether someone may do this for a person in their care: residents' own business, not that of officers. */
const forAnother = ({ roles }: Operation): boolean =>
  roles === "signed-in" || (Array.isArray(roles) && (roles.includes("guardian") || roles.includes("resident")));

const inUrl = (operation: Operation, place: "path" | "query", shapes: Shapes): Json[] => {
  const object = place === "path" ? operation.params : operation.query;
  if (!object) return [];
  const { properties = {}, required = [] } = shapes.of(object, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    const text = description ?? texts[name];
    return {
      name,
      in: place,
      required: place === "path" || required.includes(name),
      ...(text === undefined ? {} : { description: text }),
      schema,
    };
  });
};

/** All parameters of an operation: path, query, then headers. */
export const parametersOf = (operation: Operation, shapes: Shapes): Json[] => [
  ...inUrl(operation, "path", shapes),
  ...inUrl(operation, "query", shapes),
  ...(operation.dryRun ? [shared("DryRun")] : []),
  ...(operation.repeat === "key" ? [shared(bodyHasId(operation) ? "IdempotencyKeyOrId" : "IdempotencyKey")] : []),
  ...(operation.repeat === "if-match" ? [shared("IfMatch")] : []),
  ...(operation.replyType ? [shared("IfNoneMatch")] : []),
  ...(forAnother(operation) ? [shared("ActingFor")] : []),
  shared("AcceptLanguage"),
];

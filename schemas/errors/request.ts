/** Refusals that any operation can give: requests, tokens, resources, and faults of ours. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals that any operation can give: requests, tokens, resources, and faults of ours. */
export const requestErrors = {
  "request/malformed-json": {
    status: 400,
    zh: ["请求体不是有效的 JSON", "请发送有效的 JSON，并检查引号、逗号与括号。"],
    en: ["The body is not valid JSON", "Send valid JSON; check quotes, commas and brackets."],
  },
  "request/invalid": {
    status: 400,
    zh: ["请求内容不符合要求", "请按 errors 中逐项给出的原因修改后重试。"],
    en: ["The request does not fit its schema", "Correct each field listed in errors and send it again."],
  },
  "request/bad-cursor": {
    status: 400,
    zh: ["分页游标无效", "请原样使用上一页返回的 next，或去掉 cursor 从第一页开始。"],
    en: [
      "The cursor is not valid",
      "Use the next value of the previous page unchanged, or leave cursor out to start again.",
    ],
  },
  "request/key-missing": {
    status: 400,
    zh: ["缺少幂等键", "请在 Idempotency-Key 请求头（或请求体 id）中给出一个新的 UUID，重试时使用同一个。"],
    en: [
      "An idempotency key is missing",
      "Send a new UUID in the Idempotency-Key header (or as id in the body), and the same one when retrying.",
    ],
  },
  "request/too-large": {
    status: 413,
    zh: ["请求体过大", "最多 {limit} 字节，请拆分后再发送。"],
    en: ["The body is too large", "At most {limit} bytes; send it in smaller parts."],
  },
  "request/media-type": {
    status: 415,
    zh: ["不支持的内容类型", "请使用 Content-Type: {expected}。"],
    en: ["The content type is not supported", "Use Content-Type: {expected}."],
  },
  "request/no-route": {
    status: 404,
    zh: ["没有这个接口", "请对照 /openapi.json 检查方法与路径。"],
    en: ["There is no such operation", "Check method and path against /openapi.json."],
  },
  "request/if-match-missing": {
    status: 428,
    zh: ["缺少 If-Match", "请先读取该资源，并在 If-Match 中带上其 ETag。"],
    en: ["If-Match is missing", "Read the resource first and send its ETag in If-Match."],
  },
  "request/stale": {
    status: 412,
    zh: ["资源已被他人修改", "请重新读取（当前版本 {current}）并在新版本上修改。"],
    en: ["The resource has changed since", "Read it again (now version {current}) and edit that version."],
  },
  "request/key-reused": {
    status: 422,
    zh: ["幂等键已用于另一个请求", "该键已对应不同的内容，请为新的请求生成新的 UUID。"],
    en: [
      "The idempotency key stands for another request",
      "This key was used with another content; make a new UUID for a new request.",
    ],
  },
  "request/identified": {
    status: 400,
    zh: ["此请求不得表明身份", "请去掉 {headers} 后重新发送；服务器没有读取其内容。"],
    en: ["This request must not say who sends it", "Send it again without {headers}; its content was not read."],
  },
  "request/too-many": {
    status: 429,
    zh: ["请求过于频繁", "请在 {seconds} 秒后重试。"],
    en: ["Too many requests", "Try again in {seconds} seconds."],
  },
  "auth/missing-token": {
    status: 401,
    zh: ["需要登录", "请在 Authorization 请求头中带上 Bearer 令牌。"],
    en: ["A token is needed", "Send Authorization: Bearer with a token of the district's issuer."],
  },
  "auth/invalid-token": {
    status: 401,
    zh: ["令牌无效", "令牌必须由本区的签发方签发、面向本区且未过期；请重新登录。"],
    en: [
      "The token is not valid",
      "It must be signed by this district's issuer, for this district, and not expired; sign in again.",
    ],
  },
  "auth/expired-token": {
    status: 401,
    zh: ["令牌已过期", "请刷新令牌或重新登录。"],
    en: ["The token has expired", "Refresh it or sign in again."],
  },
  "auth/revoked-token": {
    status: 401,
    zh: ["权限已变更", "该令牌签发之后您的角色已变更，请重新登录以取得现有的权限。"],
    en: ["Your roles have changed", "A role was taken back after this token was issued; sign in again."],
  },
  "auth/forbidden": {
    status: 403,
    zh: ["没有权限", "该操作需要的权限：{needs}。"],
    en: ["Not allowed", "This needs: {needs}."],
  },
  "resource/not-found": {
    status: 404,
    zh: ["未找到", "没有 {what} {id}，或您无权查看。"],
    en: ["Not found", "There is no such {what}, or you may not see it: {id}."],
  },
  "resource/exists": {
    status: 409,
    zh: ["已经存在", "{what} {id} 已经存在，请使用现有的或换一个标识。"],
    en: ["It exists already", "The {what} {id} exists; use it or choose another id."],
    pinned: true,
  },
  "server/busy": {
    status: 503,
    zh: ["系统繁忙", "同一对象上的并发过多，没有任何变动；请在 Retry-After 秒后用同一个键重试。"],
    en: [
      "Busy",
      "Too many requests met on one item, nothing was changed; retry with the same key after Retry-After seconds.",
    ],
  },
  "server/unknown-outcome": {
    status: 503,
    zh: ["结果尚不确定", "与数据库的连接中断；请用同一个键重试，您会得到唯一的那个结果。"],
    en: [
      "The outcome is not known yet",
      "The database did not answer in time; retry with the same key to learn the one outcome.",
    ],
  },
  "server/fault": {
    status: 500,
    zh: ["系统内部错误", "请求编号 {requestId}。请用同一个键重试；如仍失败请联系管理员。"],
    en: [
      "Something failed on our side",
      "Request {requestId}. Retry with the same key; if it fails again, tell the administrators.",
    ],
  },
} as const satisfies Record<string, ErrorEntry>;

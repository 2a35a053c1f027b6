/** The prose of the OpenAPI file, in Chinese and English: what a front-end developer reads before the first request. */
import type { Context } from "../operation.ts";
import { BODY_BYTES_MAX, PAGE_DEFAULT, PAGE_MAX } from "../primitives.ts";

const KIB = 1024;

const zh = `社区服务平台的 HTTP 接口：积分、时间银行、社区基金、共享车位与居民议事。English below.

**登录**：\`Authorization: Bearer <令牌>\`，令牌由本区的 OIDC 签发方签发。本地开发：\`POST /_local/token\`。

**幂等与重试**：标有 \`Idempotency-Key\` 的请求，客户端先生成 UUID（建议第 7 版）并保存，再发送；超时、断网或 5xx 后用同一个键、
同样的内容重试，最多执行一次。重放时返回第一次的结果，并带 \`Idempotency-Hit: true\`；同一个键、不同内容返回 422
\`request/key-reused\`。因业务原因被拒绝的键保持被拒绝（\`x-error-codes\` 中 \`pinned: true\`），条件变化后请换新的键。

**修改**：先读取资源得到 \`ETag\`，修改时放入 \`If-Match\`。已被他人修改返回 412，缺少返回 428。

**试算**：支持 \`?dryRun=true\` 的操作给出会不会被接受、全部原因和将要返回的内容，不写入任何数据。

**错误**：RFC 9457 \`application/problem+json\`。请按 \`code\` 编程；\`title\`、\`detail\` 按 \`Accept-Language\` 用中文或英文，
可直接显示；\`params\` 给出其中的数字；\`request/invalid\` 在 \`errors\` 中逐项说明。429 与 503 带 \`Retry-After\`（秒）。
全部代码见 \`x-error-codes\`。无权查看与不存在同样返回 404。

**分页**：\`limit\`（默认 ${PAGE_DEFAULT}，最多 ${PAGE_MAX}）与 \`cursor\`；原样传回 \`next\`，为 \`null\` 时已到最后。游标不透明，请勿解析。

**单位**：一律整数。积分为最小单位，时间为分钟，金额为分，面积为 0.01 m²。每次转账只用一种单位。

**时间**：RFC 3339、带时区偏移；区间左闭右开；“每日”“每月”按本区时区计算。

**严格**：未知的字段和查询参数会被拒绝；请求体最多 ${BODY_BYTES_MAX / KIB} KiB（名册另行说明）。响应以后可能增加字段，请忽略不认识的字段。`;

const en = `---
The HTTP API of a district's community platform: points, time bank, community fund, shared parking and resident
polls.

**Signing in**: \`Authorization: Bearer <token>\`, issued by the district's OIDC issuer. On your own machine:
\`POST /_local/token\`.

**Idempotency and retries**: where \`Idempotency-Key\` is listed, make a UUID (version 7 recommended), store it,
then send. After a timeout, a lost connection or a 5xx, send the same content with the same key: it is carried out
at most once. A replay returns the first answer with \`Idempotency-Hit: true\`; another content under the key is
422 \`request/key-reused\`. A key refused for a business reason stays refused (\`pinned: true\` in
\`x-error-codes\`): use a new key when things have changed.

**Edits**: read the resource for its \`ETag\` and send it as \`If-Match\`. Changed by someone else: 412;
missing: 428.

**Dry runs**: operations with \`?dryRun=true\` say whether they would be accepted, every reason against it and the
answer they would give. Nothing is written.

**Errors**: RFC 9457 \`application/problem+json\`. Program against \`code\`; \`title\` and \`detail\` follow
\`Accept-Language\` (zh-CN, en) and can be shown as they are; \`params\` has their numbers; \`request/invalid\`
lists each field in \`errors\`. 429 and 503 carry \`Retry-After\` in seconds. All codes are in \`x-error-codes\`.
What you may not see is 404 like what does not exist.

**Paging**: \`limit\` (${PAGE_DEFAULT} unless told, at most ${PAGE_MAX}) and \`cursor\`; pass \`next\` back
unchanged, \`null\` is the end. Cursors are opaque.

**Units**: integers only: points in their minor unit, time in minutes, money in fen, areas in 0.01 m². A transfer
moves one unit.

**Time**: RFC 3339 with offset; intervals are half-open; days and months are those of the district's zone.

**Strictness**: unknown fields and query parameters are refused; bodies have at most ${BODY_BYTES_MAX / KIB} KiB
(rolls: see there). Replies may gain fields later: ignore those that you do not know.`;

/** Chinese characters and full-width punctuation. */
const WIDE = /[\u3000-\u9fff\uff00-\uffef]/;

/** Markdown shows a line's end as a space, which Chinese text has no place for. */
const unwrapped = (text: string): string =>
  text.replace(/([^\n])\n(?=[^\n])/g, (_, before: string) => (WIDE.test(before) ? before : `${before} `));

/** `info.description`, Markdown. */
export const infoDescription = `${unwrapped(zh)}\n\n${en}\n`;

/** Shown name of each context, Chinese and English. */
export const contextNames: Readonly<Record<Context, string>> = {
  ledger: "账本 Ledger",
  residents: "居民 Residents",
  timebank: "时间银行 Time bank",
  parking: "共享停车 Parking",
  fund: "社区基金 Community fund",
  polls: "投票 Polls",
  system: "系统 System",
};

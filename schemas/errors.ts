/**
 * The error registry: every stable code with its HTTP status, a title and a sentence that says what to do, in Chinese
 * and English.
 * `{name}` in a sentence is filled from the refusal's params. `pinned` codes are business outcomes: once given under
 * a key they stay.
 */
interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  readonly zh: readonly [title: string, detail: string];
  readonly en: readonly [title: string, detail: string];
  readonly pinned?: true;
}

const requestErrors = {
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
  "auth/forbidden": {
    status: 403,
    zh: ["没有权限", "该操作需要的权限：{needs}。"],
    en: ["Not allowed", "This needs: {needs}."],
  },
  "resource/not-found": {
    status: 404,
    zh: ["未找到", "没有这个{what}，或您无权查看：{id}。"],
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
      "Too many requests met on the same item and nothing was changed; retry with the same key after Retry-After seconds.",
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

const ledgerErrors = {
  "ledger/insufficient-available": {
    status: 409,
    zh: ["可用余额不足", "需要 {needed}，可用 {available}，还差 {missing}。"],
    en: ["Not enough available", "{needed} are needed, {available} are available, {missing} are missing."],
    pinned: true,
  },
  "ledger/ceiling": {
    status: 409,
    zh: ["超过收款账户上限", "账户还可收入 {room}，本次为 {amount}。"],
    en: ["The payee's ceiling would be passed", "There is room for {room}, the amount is {amount}."],
    pinned: true,
  },
  "ledger/cap-activity": {
    status: 409,
    zh: ["超过单次上限", "每次最多 {limit}，本次为 {amount}。"],
    en: ["Above the limit for one time", "At most {limit} at a time, this is {amount}."],
    pinned: true,
  },
  "ledger/cap-day": {
    status: 409,
    zh: ["超过每日上限", "{cap}：每日最多 {limit}，今日已用 {used}，本次为 {amount}。"],
    en: ["Above the limit of the day", "{cap}: at most {limit} a day, {used} used today, this is {amount}."],
    pinned: true,
  },
  "ledger/cap-week": {
    status: 409,
    zh: ["超过每周上限", "{cap}：每周最多 {limit}，本周已用 {used}，本次为 {amount}。"],
    en: ["Above the limit of the week", "{cap}: at most {limit} a week, {used} used this week, this is {amount}."],
    pinned: true,
  },
  "ledger/cap-month": {
    status: 409,
    zh: ["超过每月上限", "{cap}：每月最多 {limit}，本月已用 {used}，本次为 {amount}。"],
    en: ["Above the limit of the month", "{cap}: at most {limit} a month, {used} used this month, this is {amount}."],
    pinned: true,
  },
  "ledger/cap-year": {
    status: 409,
    zh: ["超过每年上限", "{cap}：每年最多 {limit}，今年已用 {used}，本次为 {amount}。"],
    en: ["Above the limit of the year", "{cap}: at most {limit} a year, {used} used this year, this is {amount}."],
    pinned: true,
  },
  "ledger/too-soon": {
    status: 409,
    zh: ["两次支付间隔太短", "请在 {seconds} 秒后用新的键再试。"],
    en: ["Too soon after the last payment", "Try again in {seconds} seconds with a new key."],
    pinned: true,
  },
  "ledger/account-frozen": {
    status: 409,
    zh: ["账户已冻结", "账户 {account} 已冻结，请联系社区管家。"],
    en: ["The account is frozen", "Account {account} is frozen; ask the community's steward."],
    pinned: true,
  },
  "ledger/account-closed": {
    status: 409,
    zh: ["账户已注销", "账户 {account} 已注销，不能收付。"],
    en: ["The account is closed", "Account {account} is closed and neither pays nor receives."],
    pinned: true,
  },
  "ledger/account-not-empty": {
    status: 409,
    zh: ["账户尚有余额或预留", "余额 {balance}、预留 {held} 都为零后才能注销。"],
    en: ["The account is not empty", "Balance {balance} and holds {held} must be zero before it can be closed."],
    pinned: true,
  },
  "ledger/same-account": {
    status: 400,
    zh: ["付款与收款账户相同", "请选择另一个收款账户。"],
    en: ["Payer and payee are the same", "Choose another account to pay to."],
  },
  "ledger/unit-mismatch": {
    status: 400,
    zh: ["计量单位不一致", "{from} 与 {to} 的单位不同，一次转账只能使用一种单位。"],
    en: ["The units differ", "{from} and {to} have different units; a transfer moves one unit."],
  },
  "ledger/not-transferable": {
    status: 409,
    zh: ["该单位不允许这样赠与", "{unit} 的转赠范围：{scope}。"],
    en: ["This unit may not be given like that", "{unit} may be given within: {scope}."],
    pinned: true,
  },
  "ledger/outside-community": {
    status: 409,
    zh: ["收款账户不在本社区", "只能与本社区 {community} 的账户收付。"],
    en: ["The payee is outside the community", "Payments stay within community {community}."],
    pinned: true,
  },
  "ledger/step": {
    status: 400,
    zh: ["数额不是最小步长的整数倍", "{unit} 的步长为 {step}。"],
    en: ["Not a whole number of steps", "{unit} moves in steps of {step}."],
  },
  "ledger/unit-unknown": {
    status: 400,
    zh: ["本区没有启用该单位", "本区启用的单位：{units}。"],
    en: ["The district does not use this unit", "Units in use: {units}."],
  },
  "ledger/hold-expired": {
    status: 409,
    zh: ["预留已过期", "预留已于 {expiresAt} 过期，金额已释放。"],
    en: ["The hold has expired", "It expired at {expiresAt} and its amount is free again."],
    pinned: true,
  },
  "ledger/hold-resolved": {
    status: 409,
    zh: ["预留已处理", "预留已经{state}，不能再次处理。"],
    en: ["The hold has ended", "It is already {state}."],
    pinned: true,
  },
  "ledger/over-post": {
    status: 409,
    zh: ["入账超过预留", "预留 {held}，最多可入账 {held}，请求 {amount}。"],
    en: ["More than was held", "{held} are held; {amount} cannot be posted."],
    pinned: true,
  },
  "ledger/already-reversed": {
    status: 409,
    zh: ["该笔已冲正", "转账 {id} 只能冲正一次。"],
    en: ["It has been reversed", "Transfer {id} can be reversed once."],
    pinned: true,
  },
  "ledger/not-reversible": {
    status: 409,
    zh: ["该笔不能冲正", "{why}"],
    en: ["It cannot be reversed", "{why}"],
    pinned: true,
  },
  "ledger/leg-of-linked": {
    status: 409,
    zh: ["该笔属于联动转账", "请整体冲正 {link}。"],
    en: ["It is a leg of a linked transfer", "Reverse the whole of {link}."],
    pinned: true,
  },
  "ledger/nothing-to-move": {
    status: 409,
    zh: ["没有可转的余额", "可用余额为 {available}。"],
    en: ["Nothing to move", "{available} are available."],
    pinned: true,
  },
  "ledger/too-many-items": {
    status: 400,
    zh: ["一次原子操作涉及的记录过多", "共 {items} 项，最多 {limit} 项，请拆分或使用 mode: independent。"],
    en: ["Too many records for one atomic step", "{items} items, at most {limit}; split it or use mode: independent."],
  },
  "ledger/batch-leg": {
    status: 409,
    zh: ["批次中有一笔被拒绝，整批未执行", "第 {index} 笔：{code}。"],
    en: ["One entry was refused, so none was made", "Entry {index}: {code}."],
    pinned: true,
  },
  "ledger/rule-unknown": {
    status: 400,
    zh: ["没有这个积分规则", "可用规则：{rules}。"],
    en: ["There is no such earn rule", "Rules in force: {rules}."],
  },
  "ledger/self-approval": {
    status: 403,
    zh: ["不能为自己审批", "请由另一位管家审批。"],
    en: ["Nobody approves for themselves", "Ask another steward."],
  },
  "ledger/budget-exhausted": {
    status: 409,
    zh: ["奖励预算不足", "资金池 {pool} 剩余 {available}，需要 {needed}。"],
    en: ["The reward budget is used up", "Pool {pool} has {available} left, {needed} are needed."],
    pinned: true,
  },
  "ledger/item-unavailable": {
    status: 409,
    zh: ["该兑换项目已下架", "请在目录中选择其他项目。"],
    en: ["The item is not offered now", "Choose another item of the catalogue."],
    pinned: true,
  },
  "ledger/out-of-stock": {
    status: 409,
    zh: ["库存不足", "剩余 {stock}，需要 {needed}。"],
    en: ["Out of stock", "{stock} left, {needed} wanted."],
    pinned: true,
  },
  "ledger/price-changed": {
    status: 409,
    zh: ["价格已变更", "现价 {price}，请确认后用新的键重新提交。"],
    en: ["The price has changed", "It is {price} now; confirm and send again with a new key."],
    pinned: true,
  },
  "ledger/item-limit": {
    status: 409,
    zh: ["超过每人限兑数量", "每人每{period}最多 {limit}，已兑 {used}。"],
    en: ["Above the limit for one person", "At most {limit} per {period}, {used} redeemed."],
    pinned: true,
  },
  "ledger/cancel-window": {
    status: 409,
    zh: ["已过取消期限", "取消期限为 {until}。"],
    en: ["Too late to cancel", "It could be cancelled until {until}."],
    pinned: true,
  },
  "ledger/request-resolved": {
    status: 409,
    zh: ["付款请求已处理", "该请求已经{state}。"],
    en: ["The payment request has ended", "It is already {state}."],
    pinned: true,
  },
  "ledger/request-expired": {
    status: 409,
    zh: ["付款请求已过期", "已于 {expiresAt} 过期，请重新发起。"],
    en: ["The payment request has expired", "It expired at {expiresAt}; ask again."],
    pinned: true,
  },
  "ledger/residents-only": {
    status: 409,
    zh: ["只有居民本人的账户能获得奖励", "账户 {account} 不属于个人，请选择居民本人的账户。"],
    en: ["Only a resident's own account earns", "Account {account} is not a person's; choose the resident's own."],
    pinned: true,
  },
  "ledger/pool-open": {
    status: 409,
    zh: ["该资金池不设预算", "资金池 {pool} 无需注资；只有硬预算的奖励池可以注资。"],
    en: ["The pool has no budget", "Pool {pool} needs no funding; only reward pools with a hard budget do."],
    pinned: true,
  },
  "ledger/claim-resolved": {
    status: 409,
    zh: ["积分申报已处理", "该申报已经{state}。"],
    en: ["The claim has been decided", "It is already {state}."],
    pinned: true,
  },
  "ledger/stock-unlimited": {
    status: 409,
    zh: ["该项目不限库存", "项目 {item} 没有库存数量，无需调整。"],
    en: ["The item has no stock to change", "Item {item} is unlimited."],
    pinned: true,
  },
  "ledger/stock-full": {
    status: 409,
    zh: ["超过库存上限", "现有 {stock}，最多 {limit}。"],
    en: ["Above the largest stock", "There are {stock}; at most {limit}."],
    pinned: true,
  },
  "ledger/redemption-fulfilled": {
    status: 409,
    zh: ["已经交付", "该兑换已于 {at} 交付，不能取消或再次交付。"],
    en: ["It has been delivered", "Delivered at {at}; it can be neither cancelled nor delivered again."],
    pinned: true,
  },
  "ledger/voucher-wrong": {
    status: 403,
    zh: ["兑换码不正确", "请核对居民出示的兑换码。"],
    en: ["The voucher does not match", "Check the voucher that the resident shows."],
  },
} as const satisfies Record<string, ErrorEntry>;

const residentsErrors = {
  "residents/unit-shares": {
    status: 400,
    zh: ["产权份额之和不等于一", "共有份额之和为 {sum}，应为 {whole}（万分比）。"],
    en: ["The shares do not make a whole", "They sum to {sum}; they must sum to {whole} basis points."],
  },
  "residents/other-community": {
    status: 409,
    zh: ["不属于同一社区", "{what} {id} 属于其他社区。"],
    en: ["Not of the same community", "The {what} {id} belongs to another community."],
    pinned: true,
  },
  "residents/already-member": {
    status: 409,
    zh: ["已是其他户的成员", "居民 {id} 已属于户 {household}，请先移出。"],
    en: ["A member of another household", "Resident {id} belongs to household {household}; leave it first."],
    pinned: true,
  },
  "residents/household-full": {
    status: 409,
    zh: ["户成员已满", "每户最多 {limit} 人。"],
    en: ["The household is full", "At most {limit} members."],
    pinned: true,
  },
  "residents/erased": {
    status: 409,
    zh: ["该居民资料已删除", "个人资料已按请求删除，只保留匿名账目。"],
    en: [
      "The person's data has been erased",
      "Personal data is gone at the person's request; the anonymous ledger remains.",
    ],
    pinned: true,
  },
  "residents/balance-left": {
    status: 409,
    zh: ["账户尚有余额", "请先用完或转出余额 {balance}（{unit}），或使用 forfeit: true 放弃。"],
    en: ["There is a balance left", "Spend or give away {balance} {unit} first, or send forfeit: true."],
    pinned: true,
  },
  "residents/proxy-invalid": {
    status: 403,
    zh: ["代理关系无效", "没有为 {person} 办理 {scope} 的有效代理，请先由管家登记。"],
    en: ["There is no valid proxy", "No proxy for {person} covers {scope}; have a steward record one."],
  },
  "residents/self-relation": {
    status: 400,
    zh: ["不能与自己建立关系", "请填写两位不同的居民。"],
    en: ["A person has no relation to themselves", "Name two different residents."],
  },
  "residents/roll-header": {
    status: 400,
    zh: ["名册表头不正确", "缺少列 {missing}；多余列 {unknown}。"],
    en: ["The roll's header is not right", "Missing columns: {missing}; unknown columns: {unknown}."],
  },
  "residents/roll-too-long": {
    status: 413,
    zh: ["名册行数过多", "最多 {limit} 行，请拆分后导入。"],
    en: ["The roll has too many rows", "At most {limit} rows; import it in parts."],
  },
  "residents/roll-unfinished": {
    status: 503,
    zh: ["名册尚未导入完", "已处理 {done} / {total} 行；请用同一个键重新发送同一文件，将从中断处继续。"],
    en: [
      "The roll is not finished",
      "{done} of {total} rows are done; send the same file again under the same key to go on from there.",
    ],
  },
  "residents/proxy-unknown": {
    status: 409,
    zh: ["代理人未登记", "{proxy} 既不是本区居民，也没有监护人角色，请先登记。"],
    en: ["The proxy is not known", "{proxy} is neither a resident nor holds the guardian role; record that first."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;

/** All codes. Adding one here is the whole of registering it: renderer, OpenAPI and tests read this table. */
export const errors = { ...requestErrors, ...ledgerErrors, ...residentsErrors };

/** A stable error code. */
export type ErrorCode = keyof typeof errors;

/** The registry's entry of a code, with its optional members visible. */
export const errorEntry = (code: ErrorCode): ErrorEntry => errors[code];

/**
 * From an answer to an HTTP response, checked against the operation's reply schema so that nothing undeclared leaves.
 */
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ServedOperation } from "../../schemas/operation.ts";
import type { Answer, Call } from "./call.ts";
import type { Deps } from "./deps.ts";
import { type Locale, problemOf, problemReply } from "./problem.ts";
import { refuse } from "./refusal.ts";

/** Renders an answer; an answer that does not fit its schema is a fault of ours and shown as such. */
export const render = (
  operation: ServedOperation,
  call: Call,
  answer: Answer,
  locale: Locale,
  deps: Deps,
): APIGatewayProxyStructuredResultV2 => {
  if ("refusals" in answer) return renderRefusals(answer, locale, call.requestId);
  if ("text" in answer) return renderText(answer, call);
  if ("dry" in answer) {
    const refusals = answer.dry.refusals.map((refusal) => problemOf(refusal, locale, call.requestId));
    return json(200, { dryRun: true, accepted: answer.dry.accepted, refusals, answer: answer.dry.answer ?? null }, {});
  }
  const checked = operation.reply.safeParse(answer.body);
  if (!checked.success) {
    const where = checked.error.issues[0]?.path.join(".") ?? "";
    deps.log.error("http.reply-mismatch", { requestId: call.requestId, operation: operation.id, where }, checked.error);
    return problemReply(refuse("server/fault", { requestId: call.requestId }), locale, call.requestId);
  }
  return json(answer.status ?? operation.status, checked.data, {
    ...(answer.revision === undefined ? {} : { etag: `"${answer.revision}"` }),
    ...(answer.hit ? { "idempotency-hit": "true" } : {}),
  });
};

const renderText = (
  answer: Extract<Answer, { text: unknown }>,
  { ifNoneMatch = "" }: Call,
): APIGatewayProxyStructuredResultV2 => {
  const next = answer.next ? { "linli-next-cursor": answer.next } : {};
  const disposition = answer.filename ? { "content-disposition": `attachment; filename="${answer.filename}"` } : {};
  // What has a version may be kept by its reader alone, who asks each time whether it has changed.
  const version =
    answer.etag === undefined
      ? { "cache-control": "no-store" }
      : { "cache-control": "private, no-cache", etag: `"${answer.etag}"` };
  const has = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (answer.etag !== undefined && has.includes(`"${answer.etag}"`))
    return { statusCode: 304, headers: version, body: "" };
  return {
    statusCode: 200,
    headers: { "content-type": answer.type, ...version, ...disposition, ...next },
    body: answer.text,
  };
};

const renderRefusals = (
  answer: Extract<Answer, { refusals: unknown }>,
  locale: Locale,
  requestId: string,
): APIGatewayProxyStructuredResultV2 => {
  const [first] = answer.refusals;
  const reply = problemReply(first ?? refuse("server/fault", { requestId }), locale, requestId);
  return answer.hit ? { ...reply, headers: { ...reply.headers, "idempotency-hit": "true" } } : reply;
};

const json = (
  statusCode: number,
  body: unknown,
  headers: Record<string, string>,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  body: JSON.stringify(body),
});

/** Renders refusals as RFC 9457 problem details in the caller's language. */
import { type ErrorCode, errorEntry } from "../../schemas/errors.ts";
import type { Refusal } from "./refusal.ts";

export type Locale = "zh-CN" | "en";

/**
 * The first of the two languages that `Accept-Language` ranks highest (RFC 9110 section 12.5.4); Chinese unless asked
 * otherwise.
 */
export const localeOf = (header: string | undefined, fallback: Locale = "zh-CN"): Locale => {
  const ranked = (header ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of ranked) {
    if (tag === "zh" || tag.startsWith("zh-")) return "zh-CN";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return fallback;
};

const fill = (template: string, params: Refusal["params"]): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly requestId: string;
  readonly params?: Refusal["params"];
  readonly errors?: Refusal["fields"];
  readonly alternatives?: Refusal["alternatives"];
}

/** Problem document of a refusal. */
export const problemOf = (refusal: Refusal, locale: Locale, requestId: string): Problem => {
  const entry = errorEntry(refusal.code);
  const [title, detail] = locale === "en" ? entry.en : entry.zh;
  return {
    type: `/problems/${refusal.code}`,
    title,
    status: entry.status,
    code: refusal.code,
    detail: fill(detail, { requestId, ...refusal.params }),
    requestId,
    ...(Object.keys(refusal.params).length > 0 ? { params: refusal.params } : {}),
    ...(refusal.fields ? { errors: refusal.fields } : {}),
    ...(refusal.alternatives ? { alternatives: refusal.alternatives } : {}),
  };
};

/** Seconds after which a busy or rate-limited caller should come back. */
export const RETRY_AFTER_SECONDS = 1;

/** HTTP answer of a refusal. */
export const problemReply = (refusal: Refusal, locale: Locale, requestId: string) => {
  const problem = problemOf(refusal, locale, requestId);
  const retry = problem.status === 503 || problem.status === 429;
  return {
    statusCode: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": locale,
      "cache-control": "no-store",
      ...(retry ? { "retry-after": String(refusal.params.seconds ?? RETRY_AFTER_SECONDS) } : {}),
      ...(problem.status === 401 ? { "www-authenticate": "Bearer" } : {}),
    },
    body: JSON.stringify(problem),
  };
};

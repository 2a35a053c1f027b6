/** The refusals of each operation as OpenAPI responses, and the error registry as a part of the file. */
import { type ErrorCode, errorEntry, errors } from "../errors.ts";
import { isOpen, type Operation } from "../operation.ts";
import { type Json, ref, type Shapes } from "./shapes.ts";

const registry = Object.keys(errors) as ErrorCode[];

/**
 * Every code that an operation can answer with, in the registry's order: its own refusals and those that follow from
 * the rest of its manifest entry (token, roles, body, cursor, key, revision).
 */
export const codesOf = (operation: Operation): readonly ErrorCode[] => {
  const { roles, body, repeat } = operation;
  const csv = operation.bodyType === "text/csv";
  const codes = new Set<ErrorCode>(operation.refusals);
  const add = (when: boolean, ...more: ErrorCode[]) => {
    if (when) for (const code of more) codes.add(code);
  };
  add(true, "request/invalid", "request/too-many", "server/busy", "server/fault");
  add(!isOpen({ roles }), "auth/missing-token", "auth/invalid-token", "auth/expired-token");
  add(Array.isArray(roles), "auth/forbidden");
  add(body !== undefined, "request/too-large", "request/media-type");
  add(body !== undefined && !csv, "request/malformed-json");
  add(operation.query !== undefined && "cursor" in operation.query.shape, "request/bad-cursor");
  add(operation.anonymous === true, "request/identified");
  add(repeat === "key", "request/key-missing", "request/key-reused");
  add(repeat === "if-match", "request/if-match-missing", "request/stale");
  return registry.filter((code) => codes.has(code));
};

/** Names of HTTP statuses (RFC 9110) as parts of component names. */
const phrases: Readonly<Record<number, string>> = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  405: "MethodNotAllowed",
  406: "NotAcceptable",
  409: "Conflict",
  412: "PreconditionFailed",
  413: "ContentTooLarge",
  415: "UnsupportedMediaType",
  422: "UnprocessableContent",
  428: "PreconditionRequired",
  429: "TooManyRequests",
  500: "InternalServerError",
  503: "ServiceUnavailable",
};

/** Values that fill the sentences of the examples; a name that is not here stays as it stands in the registry. */
const sampleParams: Readonly<Record<string, string | number>> = {
  account: "0190a000-0000-7000-8000-000000000001.points",
  amount: 300,
  available: 120,
  balance: 120,
  cap: "volunteer",
  community: "lujing",
  current: 7,
  expected: "application/json",
  expiresAt: "2026-11-23T10:00:00+08:00",
  held: 200,
  id: "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
  index: 3,
  items: 120,
  limit: 100,
  missing: 180,
  needed: 300,
  needs: "steward",
  person: "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
  pool: "volunteer",
  price: 500,
  requestId: "5f0c1d9e-33b2-4a57-9a0e-0d7f6f1f2b11",
  room: 50,
  seconds: 30,
  stock: 2,
  unit: "points",
  used: 80,
};

const exampleName = (code: ErrorCode): string => code.replace("/", ".");

const exampleOf = (code: ErrorCode): Json => {
  const { status, zh, en } = errorEntry(code);
  const names = [...zh[1].matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const params = Object.fromEntries(
    names.flatMap((name) => (name in sampleParams ? [[name, sampleParams[name]]] : [])),
  );
  const detail = zh[1].replace(/\{(\w+)\}/g, (whole, name: string) => String(sampleParams[name] ?? whole));
  const errors = [{ field: "/amount", reason: "不得小于 1" }];
  const value = {
    type: `/problems/${code}`,
    title: zh[0],
    status,
    code,
    detail,
    requestId: sampleParams.requestId,
    ...(names.length > 0 ? { params } : {}),
    ...(code === "request/invalid" ? { errors } : {}),
  };
  return { summary: `${zh[0]} · ${en[0]}`, value };
};

/** RFC 9457 problem details as Linli renders them; `code` is the stable part. */
const problemSchema: Json = {
  type: "object",
  description:
    "RFC 9457 problem details. 请按 code 编程，title 与 detail 用于显示 · program against code, show title and detail.",
  properties: {
    type: { type: "string", description: "`/problems/` + code" },
    title: { type: "string" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    code: ref("ErrorCode"),
    detail: { type: "string", description: "该怎么办 · what to do" },
    requestId: { type: "string" },
    params: {
      type: "object",
      description: "detail 中的数字与名称 · the numbers and names in detail",
      additionalProperties: { type: ["string", "number"] },
    },
    errors: {
      type: "array",
      description: "逐项原因（仅 request/invalid）· field by field, of request/invalid only",
      items: {
        type: "object",
        properties: {
          field: {
            type: "string",
            description: "JSON pointer (RFC 6901), `query.x`, `path.x`, `header.x`",
          },
          reason: { type: "string" },
        },
        required: ["field", "reason"],
      },
    },
    alternatives: {
      type: "array",
      description: "可以改订的时段 · what could be booked instead",
      items: ref("ParkingAlternative"),
    },
  },
  required: ["type", "title", "status", "code", "detail", "requestId"],
};

/** Headers that problem responses carry, by status. */
const headersOf = (status: number): Json => ({
  "Content-Language": { $ref: "#/components/headers/ContentLanguage" },
  ...(status === 429 || status === 503 ? { "Retry-After": { $ref: "#/components/headers/RetryAfter" } } : {}),
  ...(status === 401 ? { "WWW-Authenticate": { $ref: "#/components/headers/WwwAuthenticate" } } : {}),
});

const responseOf = (status: number, codes: readonly ErrorCode[]): Json => ({
  description: codes.map((code) => `- \`${code}\` ${errorEntry(code).zh[0]} · ${errorEntry(code).en[0]}`).join("\n"),
  headers: headersOf(status),
  content: {
    "application/problem+json": {
      schema: { allOf: [ref("Problem"), { type: "object", properties: { code: { enum: codes } } }] },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${exampleName(code)}` }])),
    },
  },
});

/** Collects the problem responses of a file: operations that refuse alike share one component. */
export class Problems {
  readonly #names = new Map<string, string>();
  readonly #responses = new Map<string, Json>();

  constructor(shapes: Shapes) {
    shapes.add("ErrorCode", { type: "string", description: "稳定的错误代码 · stable error code", enum: registry });
    shapes.add("Problem", problemSchema);
  }

  /** Problem responses of an operation by status. */
  of(operation: Operation): Json {
    const byStatus = Map.groupBy(codesOf(operation), (code) => errorEntry(code).status);
    const statuses = [...byStatus.keys()].sort((a, b) => a - b);
    return Object.fromEntries(
      statuses.map((status) => [String(status), this.#shared(operation, status, byStatus.get(status) ?? [])]),
    );
  }

  /** Components that the responses refer to. */
  components(): { responses: Json; examples: Json } {
    const responses = [...this.#responses].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      responses: Object.fromEntries(responses),
      examples: Object.fromEntries(registry.map((code) => [exampleName(code), exampleOf(code)])),
    };
  }

  /** The first set of a status gets the status's name, others are named after the operation that brought them. */
  #shared(operation: Operation, status: number, codes: readonly ErrorCode[]): Json {
    const key = codes.join();
    const phrase = phrases[status] ?? `Status${status}`;
    const suffix = `Of${operation.id.charAt(0).toUpperCase()}${operation.id.slice(1)}`;
    const name = this.#names.get(key) ?? (this.#responses.has(phrase) ? `${phrase}${suffix}` : phrase);
    this.#names.set(key, name);
    if (!this.#responses.has(name)) this.#responses.set(name, responseOf(status, codes));
    return { $ref: `#/components/responses/${name}` };
  }
}

/** The registry for machines: status, texts in both languages, and whether the refusal stays under its key. */
export const errorRegistry = (): Json =>
  Object.fromEntries(
    registry.map((code) => {
      const { status, zh, en, pinned } = errorEntry(code);
      const title = { zh: zh[0], en: en[0] };
      return [code, { status, pinned: pinned === true, title, detail: { zh: zh[1], en: en[1] } }];
    }),
  );

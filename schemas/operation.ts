/**
 * The shape of one entry of the route manifest: everything that routers, gateway, IAM, OpenAPI and tests need to know
 * of an operation.
 */
import type * as z from "zod";
import type { ErrorCode } from "./errors.ts";
import type { Role } from "./roles.ts";

export type Context = "residents" | "ledger" | "timebank" | "polls" | "fund" | "parking" | "system";

/** DynamoDB actions as IAM names them. */
export type TableAction =
  | "GetItem"
  | "BatchGetItem"
  | "Query"
  | "PutItem"
  | "UpdateItem"
  | "DeleteItem"
  | "ConditionCheckItem";

/** What a job may do besides: only a job reads the whole table. */
export type JobAction = TableAction | "Scan";

/**
 * How a repeated request is made harmless:
 * `read` changes nothing; `key` needs `Idempotency-Key` (or the body's `id`); `if-match` needs the ETag of the
 * version edited; `content` names its record by what it carries (a token, a hash), so the same request is the same one.
 */
export type Repeat = "read" | "key" | "if-match" | "content";

type Shape = z.ZodObject | undefined;

/** What a function knows of an operation when it serves it. */
export interface ServedOperation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly context: Context;
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Path with `{name}` parameters, each filling a whole segment as API Gateway wants it. */
  readonly path: string;
  /**
   * Who may call: nobody needs a token, whoever holds the link (its path carries a secret), anyone signed in, or any of
   * the roles named. Object-level policy stands in the domain.
   */
  readonly roles: "public" | "by-link" | "signed-in" | readonly Role[];
  /** True for a public operation that must not learn who calls: a request that says so is refused unread. */
  readonly anonymous?: true;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** `text/csv` bodies reach the handler as text. */
  readonly bodyType?: "application/json" | "text/csv";
  /** Largest JSON body in bytes where it is not `BODY_BYTES_MAX`: a file travels in it. */
  readonly bodyBytes?: number;
  readonly reply: Reply;
  /** The one media type of an answer that is text and not JSON; it carries an ETag. */
  readonly replyType?: "text/calendar";
  readonly status: 200 | 201;
  /** Further media types that the operation can answer with, chosen by its `format` query. */
  readonly media?: readonly string[];
  readonly repeat: Repeat;
  /** True where `?dryRun=true` answers without writing. */
  readonly dryRun?: boolean;
}

/** One operation of the API, with what only OpenAPI, the stack and tests read: the bundles leave that out. */
export interface Operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Reply extends z.ZodType = z.ZodType,
> extends ServedOperation<Params, Query, Body, Reply> {
  readonly summary: string;
  /** Most base-table write units of the happy path, counted by the budget test. */
  readonly writeUnits: number;
  /** DynamoDB actions it needs, the source of its function's IAM statement. */
  readonly actions: readonly TableAction[];
  /** Refusals beyond the ones every operation can give. */
  readonly refusals: readonly ErrorCode[];
}

/** True where no token is asked for, because anyone may call or the path carries a secret. */
export const isOpen = ({ roles }: Pick<ServedOperation, "roles">): boolean => roles === "public" || roles === "by-link";

/**
 * DynamoDB actions of a whole request: what the operation declares, and the query with which admission reads the roles
 * that were taken back.
 */
export const actionsOf = ({ roles, actions }: Pick<Operation, "roles" | "actions">): readonly TableAction[] =>
  isOpen({ roles }) ? actions : [...new Set<TableAction>([...actions, "Query"])];

/** Declares an operation and keeps its exact types. */
export const operation = <
  const Id extends string,
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends z.ZodType | undefined = undefined,
  Reply extends z.ZodType = z.ZodType,
>(
  definition: Operation<Params, Query, Body, Reply> & { readonly id: Id },
): Operation<Params, Query, Body, Reply> & { readonly id: Id } => definition;

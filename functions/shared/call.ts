/** What a handler receives and returns, typed from the manifest's entry of its operation. */
import type * as z from "zod";
import type { ServedOperation } from "../../schemas/operation.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./policy.ts";
import type { Locale } from "./problem.ts";
import type { Refusal } from "./refusal.ts";

type Parsed<S> = [NonNullable<S>] extends [never]
  ? undefined
  : NonNullable<S> extends z.ZodType
    ? z.output<NonNullable<S>>
    : undefined;

/** A request that has passed schema, token and function-level policy. */
export interface Call<Op extends ServedOperation = ServedOperation> {
  readonly operation: Op;
  readonly params: Parsed<Op["params"]>;
  readonly query: Parsed<Op["query"]>;
  readonly body: Parsed<Op["body"]>;
  /** Who calls; operations that ask for no token never read it. */
  readonly actor: Actor;
  /** The person whom the actor says they act for (`Linli-Acting-For`); the proxy is checked where it is used. */
  readonly actingFor?: string;
  /** Idempotency key of a `key` operation, else a fresh id. */
  readonly key: string;
  /** Digest of operation, actor, path and body: the same key with another digest is another request. */
  readonly fingerprint: string;
  /** Revision that an `if-match` operation edits. */
  readonly revision: number;
  readonly dryRun: boolean;
  /** Language of the answer's texts. */
  readonly locale: Locale;
  readonly requestId: string;
  /** Versions that the caller has already (`If-None-Match`). */
  readonly ifNoneMatch?: string;
}

/** A handler's answer before rendering. */
export type Answer<Body = unknown> =
  | { readonly body: Body; readonly status?: 200 | 201; readonly revision?: number; readonly hit?: boolean }
  | {
      readonly text: string;
      readonly type: string;
      /** Version of the text, without quotes; a caller who has it already is answered 304. */
      readonly etag?: string;
      readonly filename?: string;
      /** Cursor of the next part of a text that comes in parts. */
      readonly next?: string | null;
    }
  | { readonly refusals: readonly Refusal[]; readonly hit?: boolean }
  | { readonly dry: { readonly accepted: boolean; readonly refusals: readonly Refusal[]; readonly answer?: Body } };

/** One function for each operation of a context. */
export type Handlers<Ops extends Record<string, ServedOperation>> = {
  readonly [Id in keyof Ops]: (call: Call<Ops[Id]>, deps: Deps) => Promise<Answer<z.input<Ops[Id]["reply"]>>>;
};

type Handler = (call: never, deps: Deps) => Promise<unknown>;

/**
 * Handlers of routes that are rarely called: their code is loaded when one of them is first asked for, so that the
 * others start without it.
 */
export const whenAsked = <All extends object, Id extends keyof All>(
  ids: readonly Id[],
  load: () => Promise<All>,
): Pick<All, Id> =>
  Object.fromEntries(
    ids.map((id) => [id, async (call: never, deps: Deps) => ((await load())[id] as Handler)(call, deps)]),
  ) as unknown as Pick<All, Id>;

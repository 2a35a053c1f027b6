/**
 * Steps that the handlers of this context share: reading what may be seen, needs of other records, edits under a
 * revision.
 */
import type { Answer, Call } from "../../shared/call.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Actor } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { type Item, type Key, keyText, type Write } from "../../shared/write.ts";
import { entersCommunity, keepsRoll } from "../domain/access.ts";
import { communityKey } from "../store/places.ts";
import { mustBe, real } from "../store/record.ts";

/** Ends a read: there is no such record, or the caller may not know of it. */
export const notFound = (what: string, id: string): never => reject("resource/not-found", { what, id });

/** The record under a key, read strongly; undefined where there is none. */
export const read = async (deps: Deps, key: Key): Promise<Item | undefined> => real(await deps.db.get(key));

/** Ends a call on a community that the actor does not keep the roll of. */
export const asKeeper = (actor: Actor, community: string): void => {
  if (!keepsRoll(actor, community)) notFound("community", community);
};

/** Ends a call on a community that the actor has nothing to do with. */
export const asInsider = (actor: Actor, community: string): void => {
  if (!entersCommunity(actor, community)) notFound("community", community);
};

/** Another record that a command depends on: it must exist, with these attribute values. */
export interface Need {
  readonly key: Key;
  readonly what: string;
  readonly id: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** A community that must exist. */
export const needCommunity = (id: string): Need => ({ key: communityKey(id), what: "community", id });

/** Checks of the needs for the transaction, or the refusals of those that are known not to hold. */
export const checkNeeds = (
  known: Known,
  needs: readonly Need[],
  actor: Actor,
): { readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] } => {
  const refusals = needs.flatMap((need) => {
    const met = known.get(need.key);
    return met === undefined ? [] : needRefusals(need, real(met), actor);
  });
  if (refusals.length > 0) return { refusals };
  return { writes: needs.map(({ key, values }) => mustBe(key, values)) };
};

/** Why a need does not hold; a record of a community that the actor has nothing to do with does not exist for them. */
export const needRefusals = (need: Need, item: Item | undefined, actor: Actor): Refusal[] => {
  const { what, id, values = {} } = need;
  if (!item || (item.com !== undefined && !entersCommunity(actor, item.com as string))) {
    return [refuse("resource/not-found", { what, id })];
  }
  if (item.st === "erased") return [refuse("residents/erased", { id })];
  const fits = Object.entries(values).every(([name, value]) => item[name] === value);
  return fits ? [] : [refuse("residents/other-community", { what, id })];
};

/** An answer with its body's revision as ETag. */
export const tagged = <Body>(answer: Answer<Body>): Answer<Body> => {
  const revision = "body" in answer ? (answer.body as { revision?: unknown } | null)?.revision : undefined;
  return "body" in answer && typeof revision === "number" ? { ...answer, revision } : answer;
};

/** Ends an edit of a version that is no longer the newest. */
export const asCurrent = (call: Call, item: Item): void => {
  if (item.rev !== call.revision) reject("request/stale", { current: item.rev as number });
};

/**
 * Commits an edit: stale when the record has changed since it was read, else refused by what `explain` says of the
 * other conditions.
 */
export const commitEdit = async <Body extends { readonly revision: number }>(
  deps: Deps,
  key: Key,
  writes: readonly Write[],
  body: Body,
  explain: (key: Key, found: Item | null) => readonly Refusal[] = () => [],
): Promise<Answer<Body>> => {
  const outcome = await deps.db.commit(writes);
  if (outcome.ok) return { body, revision: body.revision };
  const own = outcome.failed.find((failure) => keyText(failure.key) === keyText(key));
  if (own) return { refusals: [refuse("request/stale", { current: Number(own.found?.rev ?? 0) })] };
  const refusals = outcome.failed.flatMap((failure) => explain(failure.key, failure.found));
  // A condition that holds again by the time it is explained was a passing state: the same request may be sent again.
  return { refusals: refusals.length > 0 ? refusals : [refuse("server/busy")] };
};

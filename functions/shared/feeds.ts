/**
 * Addresses of feeds that whoever knows one may read: opened, given anew, ended. The secret in an address is made from
 * the key of the request that asked for it and the district's own secret, so a replay can show it again although only
 * its hash is stored. One feed of a kind for each subject; a new address ends the one before.
 */
import { createHash, createHmac } from "node:crypto";
import type * as z from "zod";
import { FEED_SECRET_LENGTH, type FeedAddress, type FeedEnded } from "../../schemas/feeds.ts";
import type { Call } from "./call.ts";
import { type Command, type Decision, type Known, keepAnswer, keptAnswer, keySlot } from "./command.ts";
import type { Deps } from "./deps.ts";
import type { Db } from "./dynamo.ts";
import { reject } from "./refusal.ts";
import { cursorSecret } from "./secret.ts";
import { instantOf } from "./time.ts";
import { create, equal, type Item, type Key, replace, type Write } from "./write.ts";

/** Which feed: its kind, and what it is about. */
export interface FeedOf {
  readonly kind: string;
  /** Id of the person or thing; never shown in the address. */
  readonly subject: string;
}

const feedKey = (hash: string): Key => ({ pk: `IC#${hash}`, sk: "F" });
const subjectKey = ({ kind, subject }: FeedOf): Key => ({ pk: `IF#${subject}`, sk: kind });
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Seconds after which an address that has ended is forgotten; until then a replay of its request gives it again. */
const ENDED_KEEP_SECONDS = 400 * 86_400;

/** The write by which an address leads nowhere any more; it loses its subject with it. */
const endAddress = ({ hash, of, made }: Item, nowMs: number): Write => ({
  type: "put",
  item: { ...feedKey(String(hash)), fp: of, made, off: true, ttl: Math.floor(nowMs / 1_000) + ENDED_KEEP_SECONDS },
  condition: equal("fp", of),
});

type Address = z.input<typeof FeedAddress>;
type Ended = z.input<typeof FeedEnded>;
type KeyedCall = Pick<Call, "key" | "fingerprint" | "actor">;

const current = (known: Known, key: Key): Item | undefined => {
  const item = known.get(key);
  return item?.hash === undefined ? undefined : item;
};

/**
 * Gives a feed an address `<path>/<secret>.ics`; the address that it had, if any, ends. `proofs` are checks that the
 * caller may do so. At most five items: new address, subject, old address, and two proofs.
 */
export const openFeed = async (
  call: KeyedCall,
  deps: Deps,
  feed: FeedOf,
  { path, proofs }: { readonly path: string; readonly proofs: readonly Write[] },
): Promise<Command<Address>> => {
  const { key, fingerprint, actor } = call;
  // Of the key alone, not of the subject: the same key for another feed meets the first one's record and is refused.
  const seed = [path, key].join("\n");
  const secret = createHmac("sha256", await cursorSecret(deps.db))
    .update(`feed\n${seed}`)
    .digest("base64url");
  const hash = hashOf(secret);
  const view = (madeMs: number): Address => ({ path: `${path}/${secret}.ics`, createdAt: instantOf(madeMs) });
  return {
    slot: feedKey(hash),
    fingerprint,
    decide: (known): Decision<Address> => {
      const nowMs = deps.clock.now().getTime();
      const before = current(known, subjectKey(feed));
      const item = { ...subjectKey(feed), hash, of: fingerprint, made: nowMs, rev: Number(before?.rev ?? 0) + 1 };
      const writes = [
        create({ ...feedKey(hash), fp: fingerprint, kind: feed.kind, sub: feed.subject, by: actor.id, made: nowMs }),
        before ? replace(item, "rev", before.rev) : create(item),
        ...(before && before.off !== true ? [endAddress(before, nowMs)] : []),
        ...proofs,
      ];
      return { writes, answer: view(nowMs) };
    },
    replay: (item) => view(Number(item.made)),
    status: 201,
  };
};

/** Ends a feed's address; where there is none the answer is the same. */
export const endFeed = (call: KeyedCall, deps: Deps, feed: FeedOf, proofs: readonly Write[]): Command<Ended> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<Ended>> => {
    if (known.get(subjectKey(feed)) === undefined) {
      known.set(subjectKey(feed), (await deps.db.get(subjectKey(feed))) ?? null);
    }
    const before = current(known, subjectKey(feed));
    const answer = { ended: true as const };
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: [kept, ...(before ? ended(before, deps) : []), ...proofs], answer };
  },
  replay: keptAnswer<Ended>,
});

const ended = (before: Item, deps: Pick<Deps, "clock">): Write[] => {
  if (before.off === true) return [];
  const nowMs = deps.clock.now().getTime();
  const item = { ...before, off: true, rev: Number(before.rev) + 1 };
  return [replace(item, "rev", before.rev), endAddress(before, nowMs)];
};

/** What ends a subject's feed of a kind from another command, such as erasing a person; empty where there is none. */
export const endedFeed = async (deps: Pick<Deps, "db" | "clock">, feed: FeedOf): Promise<Write[]> => {
  const before = await deps.db.get(subjectKey(feed));
  return before ? ended(before, deps) : [];
};

/** The feed of the address `<secret>.ics`, of one of `kinds`; ends the call (404) where it leads nowhere. */
export const feedAt = async (db: Db, kinds: readonly string[], file: string): Promise<FeedOf> => {
  const [, secret] = /^([A-Za-z0-9_-]+)\.ics$/.exec(file) ?? [];
  const item = secret?.length === FEED_SECRET_LENGTH ? await db.get(feedKey(hashOf(secret))) : undefined;
  const kind = kinds.find((each) => each === item?.kind);
  if (kind === undefined) return reject("resource/not-found", { what: "feed", id: "…" });
  return { kind, subject: String(item?.sub) };
};

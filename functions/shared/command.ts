/**
 * The one path of every change: decide, commit, explain, decide again with what the database showed.
 *
 * The first decision is made blind (`known` is empty), so the happy path reads nothing. A failed condition returns
 * the item it met; the next decision sees it and either refuses with the numbers behind it or makes exact conditions.
 * The record under the client's key is part of the same transaction, so a replay meets it and gives the first answer.
 */
import { createHash } from "node:crypto";
import { errorEntry } from "../../schemas/errors.ts";
import type { Answer } from "./call.ts";
import { Busy, type Db } from "./dynamo.ts";
import { type Refusal, Refused, refuse } from "./refusal.ts";
import { create, type Item, type Key, keyText, type Write } from "./write.ts";

/** Items met so far: null where the item is known to be absent, undefined where nothing is known. */
export class Known {
  readonly #items = new Map<string, Item | null>();

  get(key: Key): Item | null | undefined {
    return this.#items.get(keyText(key));
  }

  set(key: Key, item: Item | null): void {
    this.#items.set(keyText(key), item);
  }
}

/** What a decision comes to: a write set with the answer to give when it commits, or the reasons against it. */
export type Decision<Body = unknown> =
  | { readonly writes: readonly Write[]; readonly answer: Body }
  | { readonly refusals: readonly Refusal[] };

export interface Command<Body> {
  /** Where the outcome under the client's key is recorded; one write of every decision creates this item. */
  readonly slot: Key;
  readonly fingerprint: string;
  /** Pure but for the reads it names; called again with more known after a failed condition. */
  readonly decide: (known: Known) => Decision<Body> | Promise<Decision<Body>>;
  /** First answer, rendered from the slot's item. */
  readonly replay: (item: Item) => Body | Promise<Body>;
  readonly status?: 200 | 201;
  /** Keeps every refusal under the key, not only those that are business outcomes. */
  readonly pinAll?: true;
}

/** Most rounds of decide and commit; each round after the first has learnt the state that stood in the way. */
export const ROUNDS_MAX = 8;

/** Digest under which a request is remembered, 22 characters of base64url (128 bits). */
export const fingerprintOf = (...parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);

/**
 * Runs a command to its one outcome; throws `Busy` when the rounds run out (nothing was changed). Where the decision
 * ends the call, as when the caller may not know of the thing any more, what the key was answered before stands.
 */
export const run = async <Body>(db: Db, command: Command<Body>): Promise<Answer<Body>> => {
  try {
    return await decideAndCommit(db, command);
  } catch (error) {
    const earlier = error instanceof Refused ? await db.get(command.slot) : undefined;
    if (!earlier) throw error;
    return replayOf(command, earlier);
  }
};

const decideAndCommit = async <Body>(db: Db, command: Command<Body>): Promise<Answer<Body>> => {
  const known = new Known();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    // The second round knows what the first one met; a third means that others are at work on the same items.
    if (round > 1) await db.pause(round - 2);
    const decision = await command.decide(known);
    if ("refusals" in decision) return settleRefusal(db, command, decision.refusals);
    const outcome = await db.commit(decision.writes);
    if (outcome.ok) return { body: decision.answer, ...(command.status ? { status: command.status } : {}) };
    for (const { key, found } of outcome.failed) {
      if (keyText(key) === keyText(command.slot) && found) return replayOf(command, found);
      known.set(key, found);
    }
  }
  throw new Busy("the state kept changing");
};

/**
 * Answers a dry run: the decision on the state as it is, nothing written. `keys` are the items that the decision
 * depends on.
 */
export const rehearse = async <Body>(db: Db, command: Command<Body>, keys: readonly Key[]): Promise<Answer<Body>> => {
  const known = new Known();
  for (const key of [command.slot, ...keys]) known.set(key, null);
  for (const item of await db.getMany([command.slot, ...keys])) known.set(item, item);
  const earlier = known.get(command.slot);
  if (earlier) return replayOf(command, earlier);
  const decision = await decideProved(db, command, known);
  if ("refusals" in decision) return { dry: { accepted: false, refusals: decision.refusals } };
  return { dry: { accepted: true, refusals: [], answer: decision.answer } };
};

/** The decision once the proofs that it asks of other contexts have been tried: a transaction of checks alone. */
const decideProved = async <Body>(db: Db, command: Command<Body>, known: Known): Promise<Decision<Body>> => {
  const decision = await command.decide(known);
  const checks = "writes" in decision ? decision.writes.filter(({ type }) => type === "check") : [];
  const outcome = checks.length === 0 ? { ok: true as const } : await db.commit(checks);
  if (outcome.ok) return decision;
  for (const { key, found } of outcome.failed) known.set(key, found);
  return command.decide(known);
};

/** Carries a command out, or answers the dry run that the call asks for; `keys` are what a dry run must see. */
export const carryOut = async <Body>(
  db: Db,
  { dryRun }: { readonly dryRun: boolean },
  command: Command<Body>,
  keys: () => readonly Key[] | Promise<readonly Key[]> = () => [],
): Promise<Answer<Body>> => (dryRun ? rehearse(db, command, await keys()) : run(db, command));

/**
 * A business refusal is recorded under the key, so that the same request stays refused after the state has changed. One
 * that is not is given only where the key has no outcome yet: what stands in the way may be this very command, whose
 * first try was committed late or not heard of.
 */
const settleRefusal = async <Body>(
  db: Db,
  command: Command<Body>,
  refusals: readonly Refusal[],
): Promise<Answer<Body>> => {
  const [first] = refusals;
  if (!first) throw new Error("a refusal without a reason");
  if (!errorEntry(first.code).pinned && !command.pinAll) {
    const earlier = await db.get(command.slot);
    return earlier ? replayOf(command, earlier) : { refusals };
  }
  const pinned = create({
    ...command.slot,
    fp: command.fingerprint,
    no: refusals.map(({ code, params, alternatives, fields }) => ({
      code,
      params,
      ...(alternatives ? { alternatives } : {}),
      ...(fields ? { fields: fields.map((field) => ({ ...field })) } : {}),
    })),
  });
  const outcome = await db.commit([pinned]);
  if (outcome.ok) return { refusals };
  const found = outcome.failed[0]?.found;
  if (!found) throw new Error("the slot was neither free nor taken");
  return replayOf(command, found);
};

const replayOf = async <Body>(command: Command<Body>, item: Item): Promise<Answer<Body>> => {
  if (item.fp !== command.fingerprint) return { refusals: [refuse("request/key-reused")] };
  if (Array.isArray(item.no)) return { refusals: item.no as Refusal[], hit: true };
  return { body: await command.replay(item), hit: true, ...(command.status ? { status: command.status } : {}) };
};

/** An item as it was met by a failed condition, else as read now; a refusal kept in its place is no item. */
export const itemOf = async (
  key: Key,
  known: Known,
  { db }: { readonly db: Pick<Db, "get"> },
): Promise<Item | undefined> => {
  const met = known.get(key);
  const item = met === undefined ? await db.get(key) : met;
  return item === null || item?.no !== undefined ? undefined : item;
};

/**
 * Slot of a command whose result is not a resource of its own, such as voiding a hold: the answer is kept beside the
 * key.
 */
export const keySlot = (key: string): Key => ({ pk: `K#${key}`, sk: "K" });

/** The write that keeps such an answer. */
export const keepAnswer = (key: string, fingerprint: string, answer: unknown): Write =>
  create({ ...keySlot(key), fp: fingerprint, ans: JSON.stringify(answer) });

/** Reads it back. */
export const keptAnswer = <Body>(item: Item): Body => JSON.parse(String(item.ans)) as Body;

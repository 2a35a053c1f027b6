/**
 * Secret ballots in DynamoDB. A ballot holds what it says and nothing of when, where or by whom: no time, no revision,
 * no time to live, no index, no event. It stands in one of 16 shards by its name, and shards and names together are the
 * order of the tree. On the voter's side an entry of the roll says that it has cast, and not what.
 */
import type { Channel } from "../../../schemas/polls/resources.ts";
import type { Db } from "../../shared/dynamo.ts";
import { always, create, type Item, type Key, type Write } from "../../shared/write.ts";
import { entryKey } from "./roll.ts";

/** Characters of base64url as text sorts them. */
const ALPHABET = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
/** Shards of a poll's ballots. */
export const BALLOT_SHARDS = 16;
const FIRSTS_A_SHARD = ALPHABET.length / BALLOT_SHARDS;
const PREFIX = "B#";

/** Shard of a ballot by the first character of its name, so that shard order is name order. */
const shardOf = (ballot: string): number => Math.floor(ALPHABET.indexOf(ballot.charAt(0)) / FIRSTS_A_SHARD);
const partitionOf = (poll: string, shard: number): string => `PB#${poll}#${shard.toString(BALLOT_SHARDS)}`;

/** Key of a ballot. */
export const ballotKey = (poll: string, ballot: string): Key => ({
  pk: partitionOf(poll, shardOf(ballot)),
  sk: `${PREFIX}${ballot}`,
});

/** A ballot in the box. */
export interface SecretBallot {
  readonly ballot: string;
  /** Packed cells, see domain/choice.ts. */
  readonly cells: string;
  /** The token with the poll's signature over it, where ballots need one. */
  readonly token?: string | undefined;
  readonly signature?: string | undefined;
}

const bytesOf = (text: string | undefined): Buffer | undefined =>
  text === undefined ? undefined : Buffer.from(text, "base64url");
const textOf = (bytes: unknown): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes as Uint8Array).toString("base64url");

const itemOf = (poll: string, { ballot, cells, token, signature }: SecretBallot): Item => ({
  ...ballotKey(poll, ballot),
  ch: cells,
  tk: bytesOf(token),
  sg: bytesOf(signature),
});

/** A ballot from its item. */
export const toBallot = (item: Item): SecretBallot => ({
  ballot: item.sk.slice(PREFIX.length),
  cells: item.ch as string,
  token: textOf(item.tk),
  signature: textOf(item.sg),
});

/** Puts a ballot where none of this name is. */
export const putBallot = (poll: string, ballot: SecretBallot): Write => create(itemOf(poll, ballot));

/** Puts a ballot in the place of one of this name, or where none is. */
export const putOrReplaceBallot = (poll: string, ballot: SecretBallot): Write => ({
  type: "put",
  item: itemOf(poll, ballot),
  condition: always,
});

/** Puts a ballot in the place of one that is there. */
export const replaceBallot = (poll: string, ballot: SecretBallot): Write => ({
  type: "put",
  item: itemOf(poll, ballot),
  condition: { expression: "attribute_exists(#pk)", names: { "#pk": "pk" }, values: {} },
});

/** Where reading stands: shard, and the last name taken in it. */
export interface BallotPlace {
  readonly shard: number;
  readonly after: string | null;
}

/** Before the first ballot. */
export const FIRST_BALLOT: BallotPlace = { shard: 0, after: null };

/** Most ballots asked for in one query; 1 MB is the other bound. */
const PAGE = 2_000;

/** A page of one shard in the order of names, and the name after which the next one begins; null at its end. */
export const ballotsOfShard = async (
  db: Db,
  poll: string,
  shard: number,
  after: string | null,
  limit = PAGE,
): Promise<{ readonly ballots: readonly SecretBallot[]; readonly after: string | null }> => {
  const page = await db.query({
    partition: partitionOf(poll, shard),
    prefix: PREFIX,
    limit,
    ...(after === null ? {} : { after: { pk: partitionOf(poll, shard), sk: `${PREFIX}${after}` } }),
  });
  return { ballots: page.items.map(toBallot), after: page.last ? String(page.last.sk).slice(PREFIX.length) : null };
};

/** Up to `limit` ballots from a place on, in the order of names, with the place after them; null when none is left. */
export const ballotsFrom = async (
  db: Db,
  poll: string,
  from: BallotPlace,
  limit: number,
): Promise<{ readonly ballots: readonly SecretBallot[]; readonly next: BallotPlace | null }> => {
  const ballots: SecretBallot[] = [];
  let { shard, after } = from;
  while (shard < BALLOT_SHARDS && ballots.length < limit) {
    const page = await ballotsOfShard(db, poll, shard, after, Math.min(PAGE, limit - ballots.length));
    ballots.push(...page.ballots);
    after = page.after;
    if (after === null) shard += 1;
  }
  return { ballots, next: shard < BALLOT_SHARDS ? { shard, after } : null };
};

/** What an entry of the roll must be for its voter to take part. */
export interface Eligible {
  readonly poll: string;
  readonly entry: string;
  /** `r:<resident>`. */
  readonly voter: string;
  readonly rulesHash: string;
}

const ON_ROLL = "contains(#who, :who) AND #rules = :rules";
const marked = (
  of: Eligible,
  update: string,
  also: string,
  more: { readonly [name: string]: string | number },
): Write => {
  const names = Object.keys(more).map((name) => [`#${name}`, name]);
  const values = Object.entries(more).map(([name, value]) => [`:${name}`, value]);
  return {
    type: "update",
    key: entryKey(of.poll, of.entry),
    update,
    condition: {
      expression: `${also} AND ${ON_ROLL}`,
      names: { "#st": "st", "#who": "who", "#rules": "rules", ...Object.fromEntries(names) },
      values: {
        ":ready": "ready",
        ":cast": "cast",
        ":who": of.voter,
        ":rules": of.rulesHash,
        ...Object.fromEntries(values),
      },
    },
  };
};

/** Marks an entry as having cast while its window is open: no pointer, no time, no ballot. */
export const markCast = (of: Eligible, channel: Channel, nowMs: number): Write =>
  marked(of, "SET #st = :cast, #chan = :chan", "#st = :ready AND #open <= :open", { chan: channel, open: nowMs });

/** Marks an entry as having taken its one token, or finds that it took one for this same blinded message. */
export const markToken = (of: Eligible, blindedHash: string): Write =>
  marked(of, "SET #st = :cast, #tok = :tok", "(#st = :ready OR #tok = :tok)", { tok: blindedHash });

/**
 * Named ballots in DynamoDB. Each cast is an item of its own that is never rewritten; the entry of the roll carries the
 * one that counts. Both in one transaction, whose condition is the entry's alone.
 */
import type { Channel } from "../../../schemas/polls/resources.ts";
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Attempt } from "../domain/casting.ts";
import { entryKey, type RollEntry } from "./roll.ts";

/** Prefix of ballots in their entry's partition. */
export const BALLOT_PREFIX = "B#";
/** Partition of the ballots cast for an entry. */
export const ballotPartition = (poll: string, entry: string): string => `NB#${poll}#${entry}`;
/** Key of a ballot: the client's key, so that a replay meets it. */
export const ballotKey = (poll: string, entry: string, id: string): Key => ({
  pk: ballotPartition(poll, entry),
  sk: `${BALLOT_PREFIX}${id}`,
});

/** A named ballot. */
export interface NamedBallot {
  readonly id: string;
  readonly poll: string;
  readonly entry: string;
  readonly channel: Channel;
  /** For whom it was cast: `r:<resident>` or `o:<organisation>`. */
  readonly voter: string;
  readonly by: string;
  readonly cells: string;
  readonly castMs: number;
  readonly evidence?: string | undefined;
}

/** A ballot from its item. */
export const toBallot = (item: Item): NamedBallot => {
  const [, poll, entry] = item.pk.split("#") as [string, string, string];
  return {
    id: item.sk.slice(BALLOT_PREFIX.length),
    poll,
    entry,
    channel: item.chan as Channel,
    voter: item.who as string,
    by: item.by as string,
    cells: item.ch as string,
    castMs: item.made as number,
    evidence: item.evid as string | undefined,
  };
};

/** What of the entry must not stand, as `replaceRefusals` of the domain has it. */
const replaceable = ({ proxy, changeable }: Attempt): string => {
  if (proxy) return changeable ? " AND (#st = :ready OR #chan = :proxy)" : " AND #st = :ready";
  return changeable ? "" : " AND (#st = :ready OR #chan = :proxy)";
};

/**
 * Casts a ballot: its own item, and the entry that now carries it. The condition is local to the entry: window, rules,
 * voter, a later stamp than the ballot that stands. An entry whose close lies before the poll's learns the later one.
 */
export const castBallot = (
  ballot: NamedBallot,
  attempt: Attempt,
  entry: Pick<RollEntry, "closeMs"> | undefined,
  {
    rulesHash,
    stamp,
    fingerprint,
  }: { readonly rulesHash: string; readonly stamp: number; readonly fingerprint: string },
): Write[] => {
  const extended = entry !== undefined && entry.closeMs < attempt.closeMs;
  const policy = replaceable(attempt);
  const named = policy.includes("#chan = :proxy");
  return [
    create({
      ...ballotKey(ballot.poll, ballot.entry, ballot.id),
      ch: ballot.cells,
      chan: ballot.channel,
      who: ballot.voter,
      by: ballot.by,
      made: ballot.castMs,
      evid: ballot.evidence,
      fp: fingerprint,
    }),
    {
      type: "update",
      key: entryKey(ballot.poll, ballot.entry),
      update: "SET #st = :cast, #ch = :cells, #chan = :chan, #by = :by, #last = :stamp, #close = :close",
      condition: {
        expression:
          "#rules = :rules AND #open <= :now AND contains(#who, :voter)" +
          `${extended ? " AND #close < :close" : " AND #close > :now AND #close = :close"}${policy}` +
          " AND (attribute_not_exists(#last) OR #last < :stamp)",
        names: {
          ...{ "#st": "st", "#ch": "ch", "#chan": "chan", "#by": "by", "#last": "last", "#close": "close" },
          ...{ "#rules": "rules", "#open": "open", "#who": "who" },
        },
        values: {
          ...{ ":cast": "cast", ":cells": ballot.cells, ":chan": ballot.channel, ":by": ballot.by, ":stamp": stamp },
          ...{ ":close": attempt.closeMs, ":rules": rulesHash, ":now": attempt.nowMs, ":voter": attempt.voter },
          ...(policy === "" ? {} : { ":ready": "ready" }),
          ...(named ? { ":proxy": "proxy" } : {}),
        },
      },
    },
  ];
};

/** Key of the people for whom a proxy has voted in a poll. */
export const proxyUseKey = (poll: string, proxy: string): Key => ({ pk: `PQ#${poll}#${proxy}`, sk: "N" });

/** Counts a person among those for whom a proxy votes; refused where `limit` others are there already. */
export const countProxy = (poll: string, proxy: string, person: string, limit: number): Write => ({
  type: "update",
  key: proxyUseKey(poll, proxy),
  update: "ADD #n :one",
  condition: {
    expression: "attribute_not_exists(#n) OR contains(#n, :person) OR size(#n) < :limit",
    names: { "#n": "people" },
    values: { ":one": new Set([person]), ":person": person, ":limit": limit },
  },
});

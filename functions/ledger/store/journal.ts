/** The journal in DynamoDB: one immutable item an entry, found by transfer id, by payer (g1) and by payee (g2). */
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import { accountRef } from "../domain/account.ts";
import { ENTRY_KINDS, type Entry, type EntryKind } from "../domain/entry.ts";

/** Index partitions of one pool: many payments meet there, and one partition takes 1,000 writes a second. */
export const POOL_PARTITIONS = 8;

/** Key of the head of a transfer (or of its reversal), which the client's id makes unique. */
export const transferKey = (id: string, reversal = false): Key => ({ pk: `T#${id}`, sk: reversal ? "R" : "T" });

/** Index partition of an account's entries; a pool's are spread by transfer id. */
export const journalPartition = (account: string, id: string): string =>
  accountRef(account).pool === undefined ? `J#${account}` : `J#${account}#${poolPartition(id)}`;

const poolPartition = (id: string): number => Number.parseInt(id.slice(-4), 16) % POOL_PARTITIONS;

/** All index partitions of an account's entries. */
export const journalPartitions = (account: string): string[] =>
  accountRef(account).pool === undefined
    ? [`J#${account}`]
    : Array.from({ length: POOL_PARTITIONS }, (_, shard) => `J#${account}#${shard}`);

/** An entry's item. Names are short and nothing is said twice: with the longest memo it stays within one kilobyte. */
export const entryItem = (entry: Entry): Item => ({
  pk: `T#${entry.id}`,
  sk: `${entry.reversal ? "R" : "T"}${entry.leg === 0 ? "" : String(entry.leg).padStart(2, "0")}`,
  g1p: journalPartition(entry.from, entry.id),
  g1s: entry.stamp,
  g2p: journalPartition(entry.to, entry.id),
  g2s: entry.stamp,
  k: ENTRY_KINDS.indexOf(entry.kind),
  amt: entry.amount,
  cat: entry.category,
  by: entry.by,
  ...(entry.memo === undefined ? {} : { memo: entry.memo }),
  ...(entry.actingFor === undefined ? {} : { afor: entry.actingFor }),
  ...(entry.link === undefined ? {} : { ref: `${entry.link.type}:${entry.link.id}` }),
  ...(entry.lot === undefined ? {} : { lot: entry.lot }),
});

const accountOf = (partition: unknown): string => String(partition).split("#")[1] as string;

/** True for an item that is a journal entry: not a refusal kept under the id, not the head of a linked transfer. */
export const isEntry = (item: Item): boolean => item.g1p !== undefined && item.pk.startsWith("T#");

/** The entry of an item. */
export const toEntry = (item: Item): Entry => {
  const ref = item.ref === undefined ? undefined : String(item.ref);
  const colon = ref?.indexOf(":") ?? 0;
  return {
    id: item.pk.slice(2),
    leg: item.sk.length > 1 ? Number(item.sk.slice(1)) : 0,
    reversal: item.sk.startsWith("R"),
    kind: ENTRY_KINDS[item.k as number] as EntryKind,
    from: accountOf(item.g1p),
    to: accountOf(item.g2p),
    amount: item.amt as number,
    category: item.cat as string,
    stamp: item.g1s as number,
    by: item.by as string,
    ...(item.memo === undefined ? {} : { memo: item.memo as string }),
    ...(item.afor === undefined ? {} : { actingFor: item.afor as string }),
    ...(ref === undefined ? {} : { link: { type: ref.slice(0, colon), id: ref.slice(colon + 1) } }),
    ...(item.lot === undefined ? {} : { lot: item.lot as string }),
  };
};

/** Creates the entries of one or more transfers; each transfer's head carries the request's fingerprint. */
export const entryWrites = (entries: readonly Entry[], fingerprint?: string): Write[] => {
  const fp = fingerprint === undefined ? {} : { fp: fingerprint };
  const transfers = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.id}${entry.reversal}`;
    transfers.set(key, [...(transfers.get(key) ?? []), entry]);
  }
  return [...transfers.values()].flatMap((legs) => {
    const first = legs[0] as Entry;
    if (legs.length === 1 && first.leg === 0) return [create({ ...entryItem(first), ...fp })];
    const head: Item = { ...transferKey(first.id, first.reversal), legs: legs.length, ...fp };
    return [create(head), ...legs.map((leg) => create(entryItem(leg)))];
  });
};

/**
 * Blocks between people. Two items each: one under who blocks, for their list, and one for the pair, whose absence a
 * match proves in its own transaction, whichever of the two has blocked the other.
 */
import type { Db } from "../../shared/dynamo.ts";
import { absent, create, equal, type Item, type Key, type Write } from "../../shared/write.ts";
import { memberKey } from "../store.ts";

/** Most people whom one person blocks. */
export const BLOCKS_MAX = 200;
/** Most people who block one person that are read; beyond it the check in the match still holds. */
const BLOCKED_BY_MAX = 1_000;
const PREFIX = "B#";

/** Key of a block. */
export const blockKey = (by: string, person: string): Key => ({ pk: memberKey(by).pk, sk: `${PREFIX}${person}` });
/** Index partition (g3) of those who block a person. */
const blockersOf = (person: string): string => `TB#${person}`;
/** Key of the item that two people share while one of them blocks the other. */
export const blockPairKey = (a: string, b: string): Key => ({
  pk: `TK#${a < b ? a : b}`,
  sk: `K#${a < b ? b : a}`,
});

/** A block as it is listed. */
export interface Block {
  readonly person: string;
  readonly atMs: number;
}

/** A block from its item. */
export const toBlock = (item: Item): Block => ({ person: item.sk.slice(PREFIX.length), atMs: item.made as number });

/** Side of the pair on which `by` stands. */
const sideOf = (by: string, person: string): "lo" | "hi" => (by < person ? "lo" : "hi");

/** Who of a pair blocks, from its item. */
export const toBlockPair = (item: Item): { readonly lo: boolean; readonly hi: boolean } => ({
  lo: item.lo as boolean,
  hi: item.hi as boolean,
});

const pairPut = (by: string, person: string, on: boolean, seen: Item | undefined): Write => {
  const before = seen ? toBlockPair(seen) : { lo: false, hi: false };
  const next = { ...before, [sideOf(by, person)]: on };
  const rev = Number(seen?.rev ?? 0);
  const item: Item = { ...blockPairKey(by, person), ...next, rev: rev + 1 };
  if (!seen) return create(item);
  const condition = equal("rev", rev);
  return next.lo || next.hi
    ? { type: "put", item, condition }
    : { type: "delete", key: blockPairKey(by, person), condition };
};

/** Begins a block; `pair` is the pair's item as it was read. */
export const beginBlock = (by: string, { person, atMs }: Block, pair: Item | undefined): Write[] => [
  create({ ...blockKey(by, person), made: atMs, g3p: blockersOf(person), g3s: by }),
  pairPut(by, person, true, pair),
];

/** Ends a block that was read, with the pair's item as it was read. */
export const endBlock = (by: string, person: string, pair: Item | undefined): Write[] => [
  {
    type: "delete",
    key: blockKey(by, person),
    condition: { expression: "attribute_exists(#pk)", names: { "#pk": "pk" }, values: {} },
  },
  ...(pair ? [pairPut(by, person, false, pair)] : []),
];

/** Proof in a transaction that neither of two people blocks the other. */
export const noBlock = (a: string, b: string): Write => ({ type: "check", key: blockPairKey(a, b), condition: absent });

/** Blocks of a person, a page of their own list. */
export const blocksOf = async (db: Db, by: string, limit: number, after?: string) =>
  db.query({
    partition: memberKey(by).pk,
    prefix: PREFIX,
    limit,
    ...(after === undefined ? {} : { after: { ...blockKey(by, after) } }),
  });

/** People who block a person. */
export const blockersPage = async (db: Db, person: string, limit: number): Promise<string[]> => {
  const { items } = await db.query({ index: "g3", partition: blockersOf(person), limit });
  return items.map(({ pk }) => pk.slice(memberKey("").pk.length));
};

/** Everybody whom a block parts from a person, in either direction. */
export const blockedFor = async (db: Db, person: string): Promise<ReadonlySet<string>> => {
  const [own, others] = await Promise.all([blocksOf(db, person, BLOCKS_MAX), blockersPage(db, person, BLOCKED_BY_MAX)]);
  return new Set([...own.items.map((item) => toBlock(item).person), ...others]);
};

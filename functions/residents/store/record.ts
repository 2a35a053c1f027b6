/**
 * What the records of this context share: a slot that a replay meets, links between records, edits, and lists by
 * index.
 */
import * as z from "zod";
import { PAGE_MAX } from "../../../schemas/primitives.ts";
import type { Decision } from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Db } from "../../shared/dynamo.ts";
import { reject } from "../../shared/refusal.ts";
import { always, create, type Item, type Key, replace, type Write } from "../../shared/write.ts";

/** Stamp and event of a record that bears one. */
export interface Mark {
  readonly stamp: number;
  readonly event: string;
}

/** Attributes of a record at its creation under a client's key. */
export const born = (mark: Mark, fingerprint?: string): Record<string, string | number> => ({
  rev: 1,
  at: mark.stamp,
  ev: mark.event,
  ...(fingerprint === undefined ? {} : { fp: fingerprint }),
});

/**
 * Replaces a record by itself with some attributes changed, when it still has the revision that was read.
 * `first` is the record as its creation answered it; the first edit keeps it, so that a replay of the creation
 * answers the same.
 */
export const revise = (item: Item, changes: Record<string, unknown>, mark: Mark, first?: unknown): Write => {
  const revision = item.rev as number;
  const kept = first === undefined || item.first !== undefined ? {} : { first: JSON.stringify(first) };
  const next = { ...item, ...kept, ...changes, rev: revision + 1, at: mark.stamp, ev: mark.event } as Item;
  return replace(next, "rev", revision);
};

/** The first answer of a record's creation: kept at its first edit, else what it is. */
export const firstAnswer = <View>(item: Item, view: (item: Item) => View): View =>
  item.first === undefined ? view(item) : (JSON.parse(String(item.first)) as View);

/** An item that is a record; what a refusal left under a client's key is none. */
export const real = (item: Item | null | undefined): Item | undefined =>
  item && item.no === undefined ? item : undefined;

/** A decision whose only write meets the taken slot, so that the runner answers the replay. */
export const meetSlot = (slot: Key): Decision<never> => ({
  writes: [create({ pk: slot.pk, sk: slot.sk })],
  answer: undefined as never,
});

/** Proof in a transaction that a record exists and has these attribute values. */
export const mustBe = (key: Key, values: Readonly<Record<string, string>> = {}): Write => {
  const wanted = Object.entries(values);
  const terms = ["attribute_exists(#pk)", ...wanted.map((_, index) => `#n${index} = :v${index}`)];
  return {
    type: "check",
    key: { pk: key.pk, sk: key.sk },
    condition: {
      expression: terms.join(" AND "),
      names: { "#pk": "pk", ...Object.fromEntries(wanted.map(([name], index) => [`#n${index}`, name])) },
      values: Object.fromEntries(wanted.map(([, value], index) => [`:v${index}`, value])),
    },
  };
};

/** Deletes an item whether or not it is there. */
export const sweep = (key: Key): Write => ({
  type: "delete",
  key: { pk: key.pk, sk: key.sk },
  condition: always,
});

/** Kinds of links in a person's own partition, and the prefix under which each is found. */
export const LINKS = { unit: "U#", grant: "G#", proxy: "P#", ward: "W#", kinship: "K#", organisation: "O#" } as const;
export type Link = keyof typeof LINKS;

/** Key of a link from a person (or other holder) to a record. */
export const linkKey = (holder: string, link: Link, id: string): Key => ({
  pk: `R#${holder}`,
  sk: `${LINKS[link]}${id}`,
});

/** Writes a link; a link that is there stays as it is. */
export const putLink = (holder: string, link: Link, id: string): Write => ({
  type: "put",
  item: linkKey(holder, link, id),
  condition: always,
});

/** A page of records and the cursor of the next one. */
export interface RecordPage {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Where a list goes on: the sort key of its last row; the partition always comes from the request. */
const ListCursor = z.strictObject({ s: z.string().min(1).max(300) });

export interface ListInput {
  readonly partition: string;
  readonly prefix?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Key of the record that a sort key of the list stands for. */
  readonly keyOf: (sort: string) => Key;
  /** Leaves records out; a page is then filled from up to `SEARCH_READS_MAX` records and may still be short. */
  readonly where?: ((item: Item) => boolean) | undefined;
}

/** Most records that one request reads for a filtered page. */
export const SEARCH_READS_MAX = 400;

/**
 * A page of a list by index: records in the order of the list, read strongly; one that has gone since is left out, and
 * so is one that `where` leaves out: a short page is the last one only where `next` is null.
 */
export const listRecords = async (db: Db, input: ListInput): Promise<RecordPage> => {
  if (!input.where) return pageOf(db, input);
  const found: Item[] = [];
  let cursor = input.cursor;
  for (let reads = 0; reads < SEARCH_READS_MAX; reads += PAGE_MAX) {
    const limit = Math.min(PAGE_MAX, SEARCH_READS_MAX - reads);
    const page = await pageOf(db, { ...input, limit, cursor });
    const fits = page.items.filter(input.where);
    const room = input.limit - found.length;
    found.push(...fits.slice(0, room));
    if (fits.length > room) return { items: found, next: encodeCursor({ s: String(found.at(-1)?.g3s) }) };
    if (page.next === null || found.length === input.limit) return { items: found, next: page.next };
    cursor = page.next;
  }
  return { items: found, next: cursor ?? null };
};

const pageOf = async (db: Db, input: ListInput): Promise<RecordPage> => {
  const { partition, prefix, limit, cursor, keyOf } = input;
  const start = cursor === undefined ? undefined : decodeCursor(ListCursor, cursor).s;
  // DynamoDB refuses to start outside of what the query asks for: such a cursor is of another list.
  if (start !== undefined && !start.startsWith(prefix ?? "")) return reject("request/bad-cursor");
  const page = await db.query({
    index: "g3",
    partition,
    limit,
    ...(prefix === undefined ? {} : { prefix }),
    ...(start === undefined ? {} : { after: { ...keyOf(start), g3p: partition, g3s: start } }),
  });
  const last = page.last?.g3s;
  return {
    items: await db.getMany(page.items),
    next: typeof last === "string" ? encodeCursor({ s: last }) : null,
  };
};

/** A page of the records that a holder's links of one kind lead to. */
export const listLinked = async (
  db: Db,
  holder: string,
  link: Link,
  input: Pick<ListInput, "limit" | "cursor"> & { readonly keyOf: (id: string) => Key },
): Promise<RecordPage> => {
  const prefix = LINKS[link];
  const start = input.cursor === undefined ? undefined : decodeCursor(ListCursor, input.cursor).s;
  const page = await db.query({
    partition: `R#${holder}`,
    prefix,
    limit: input.limit,
    ...(start === undefined ? {} : { after: { ...linkKey(holder, link, start) } }),
  });
  const last = page.last?.sk;
  return {
    items: await db.getMany(page.items.map(({ sk }) => input.keyOf(sk.slice(prefix.length)))),
    next: typeof last === "string" ? encodeCursor({ s: last.slice(prefix.length) }) : null,
  };
};

/** Sort keys of lists end in the id of their record. */
export const idAtEnd = (sort: string): string => sort.slice(-36);

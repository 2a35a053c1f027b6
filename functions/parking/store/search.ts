/** The lists that a search reads: lots of a cell, spaces of a lot, and what is free of them on a day. */
import type { Db, QueryInput } from "../../shared/dynamo.ts";
import type { Item } from "../../shared/write.ts";
import type { Lot } from "../domain/place.ts";
import type { ListedDay, ListedSpace, Purse } from "../domain/search.ts";
import { freeList, lotCell, spaceKey, spaceList, toLot } from "./places.ts";

/** Lots of a cell read at once. */
const LOTS_PAGE = 50;
/** Spaces of a lot looked at in one step. */
export const SPACES_PAGE = 100;
/** Read units that one step can cost at most: two lists of entries of at most 320 bytes. */
export const STEP_UNITS_MAX = 8;

/** Bytes of an item, roughly: numbers and flags count as their text. */
const bytesOf = (item: Item): number => Buffer.byteLength(JSON.stringify(item));

const query = async (db: Db, input: QueryInput, purse: Purse) => {
  const page = await db.query(input);
  purse.payQuery(page.items.reduce((sum, item) => sum + bytesOf(item), 0));
  return page;
};

/** All lots of a geohash cell that take bookings. */
export const lotsIn = async (db: Db, cell: string, purse: Purse): Promise<Lot[]> => {
  const lots: Lot[] = [];
  let after: QueryInput["after"];
  do {
    const list = { index: "g1" as const, partition: lotCell(cell), limit: LOTS_PAGE };
    const page = await query(db, { ...list, ...(after ? { after } : {}) }, purse);
    lots.push(...page.items.map(toLot));
    after = page.last;
  } while (after);
  return lots.filter(({ state }) => state === "open");
};

const LISTED = /#([0-9a-f-]{36})(?:#(\d+)\.([01])([01])\.(\d+))?$/;

const toListed = (item: Item): ListedSpace => {
  const at = item.g3s as string;
  const [, id = "", windows, open, ev, height] = LISTED.exec(at) ?? [];
  if (windows === undefined) return { id, at };
  const facts = { windows: Number(windows), open: open === "1", ev: ev === "1", heightCm: Number(height) };
  return { id, at, facts };
};

/** Spaces of a lot behind a place in its list; `more` when there are others. */
export const spacesBehind = async (db: Db, lot: string, after: string | undefined, purse: Purse) => {
  const partition = spaceList(lot);
  const start = after === undefined ? undefined : { ...spaceKey(toListed({ g3s: after } as unknown as Item).id) };
  const page = await query(
    db,
    {
      index: "g3",
      partition,
      limit: SPACES_PAGE,
      ...(start ? { after: { ...start, g3p: partition, g3s: after } } : {}),
    },
    purse,
  );
  return { spaces: page.items.map(toListed), more: page.last !== undefined };
};

const FREE = /#([0-9a-f-]{36})#(-?\d+)\.([0-9a-f]+)$/;
/** Sorts behind all facts. */
const BEHIND = "~";

/** What is listed of a day for these spaces, which follow each other in the list of their lot. */
export const freeOf = async (
  db: Db,
  lot: string,
  day: string,
  spaces: readonly ListedSpace[],
  purse: Purse,
): Promise<Map<string, ListedDay>> => {
  const placeOf = ({ at, id }: ListedSpace): string => at.slice(0, at.lastIndexOf(id) + id.length);
  const [first, last] = [spaces[0], spaces.at(-1)];
  if (!first || !last) return new Map();
  const range = { from: placeOf(first), to: `${placeOf(last)}${BEHIND}` };
  const list = { index: "g3" as const, partition: freeList(lot, day), limit: SPACES_PAGE };
  const { items } = await query(db, { ...list, ...range }, purse);
  return new Map(
    items.flatMap((item) => {
      const [, id, windows, quarters] = FREE.exec(item.g3s as string) ?? [];
      if (id === undefined || quarters === undefined) return [];
      return [[id, { windows: Number(windows), quarters: new Uint8Array(Buffer.from(quarters, "hex")) }]];
    }),
  );
};

/** What other contexts may ask of the time bank. */
import type { Deps } from "../shared/deps.ts";
import { Busy } from "../shared/dynamo.ts";
import { endedFeed, type FeedOf } from "../shared/feeds.ts";
import type { Item, Write } from "../shared/write.ts";
import { BLOCKS_MAX, blockersPage, blockKey, blockPairKey, blocksOf, endBlock, toBlock } from "./store/blocks.ts";
import { emptyOffer, eraseSignings } from "./store/forget.ts";
import { erasePlaces, offersOf, recipientList, SESSIONS_FEED, toOrder, volunteerList } from "./store.ts";

type Store = Pick<Deps, "db" | "clock">;

/** Items read at a time, no more than one transaction takes. */
const PAGE = 100;
/** Most pages of one list: 100,000 items, far beyond what a person asks for or serves in a life. */
const PAGES_MAX = 1_000;
/** Most attempts at what others change at the same moment. */
const ATTEMPTS_MAX = 4;

/** Hands every item of an index partition to `take`, a page at a time. */
const eachPage = async (
  { db }: Store,
  of: { readonly index: "g1" | "g2"; readonly partition: string },
  take: (items: readonly Item[]) => Promise<void>,
): Promise<void> => {
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const found = await db.query({ ...of, limit: PAGE, ...(after ? { after } : {}) });
    await take(found.items);
    after = found.last;
    if (!after) return;
  }
  throw new Busy("a person's list in the time bank did not end");
};

/** Commits what `decide` reads and says, again when it has changed in between; nothing to write is an end as well. */
const settle = async ({ db }: Store, decide: () => Promise<readonly Write[]>): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const writes = await decide();
    if (writes.length === 0 || (await db.commit(writes)).ok) return;
  }
  throw new Busy("the time bank kept changing while a person was erased");
};

const withdraw = (deps: Store, { pk, sk }: Item): Promise<void> =>
  settle(deps, async () => {
    const item = await deps.db.get({ pk, sk });
    return item && item.state === "open" ? [emptyOffer(item)] : [];
  });

/** Ends one block, with what the two share of it; nothing where it has ended in between. */
const unblock = (deps: Store, by: string, person: string): Promise<void> =>
  settle(deps, async () => {
    const [block, pair] = await Promise.all([deps.db.get(blockKey(by, person)), deps.db.get(blockPairKey(by, person))]);
    return block ? endBlock(by, person, pair) : [];
  });

/** Ends every block by a person or of them. */
const unblockAll = async (deps: Store, id: string): Promise<void> => {
  for (let page = 0; page < PAGES_MAX; page++) {
    const { items } = await blocksOf(deps.db, id, BLOCKS_MAX);
    const blockers = await blockersPage(deps.db, id, BLOCKS_MAX);
    if (items.length === 0 && blockers.length === 0) return;
    for (const item of items) await unblock(deps, id, toBlock(item).person);
    for (const by of blockers) await unblock(deps, by, id);
  }
  throw new Busy("a person's blocks did not end");
};

/**
 * Takes out of the time bank what tells where a person lives or is: addresses and places of the orders for them, where
 * they signed in and out of orders that they served, their calendar's address, whom they block and who blocks them, and
 * their open offers with areas and times. Orders and minutes stay under the opaque id. Every step may be taken again:
 * the caller keeps its own mark until this has returned. Fails (`Busy`, 503) while others keep changing the same.
 */
export const forgetPerson = async (deps: Store, id: string): Promise<void> => {
  await eachPage(deps, { index: "g1", partition: recipientList(id) }, async (items) => {
    await settle(deps, async () => items.map((item) => erasePlaces(toOrder(item).id)));
  });
  await eachPage(deps, { index: "g2", partition: volunteerList(id) }, async (items) => {
    // Where the order's places have been erased already, the condition fails, and that is as good.
    for (const { id: order, inMs } of items.map(toOrder)) if (inMs) await deps.db.commit([eraseSignings(order)]);
  });
  await eachPage(deps, { index: "g1", partition: offersOf(id) }, async (items) => {
    for (const item of items) await withdraw(deps, item);
  });
  await unblockAll(deps, id);
  const feed: FeedOf = { kind: SESSIONS_FEED, subject: id };
  await settle(deps, () => endedFeed(deps, feed));
};

/**
 * Settles confirmed orders, many in one transaction: each order's next state, its hold's end and its journal entry, and
 * every account once, netted. An order's own state and revision are conditions of the transaction, so it is settled
 * once however many runners are at work and wherever one of them was killed.
 */
import { holdSides, ownedHolds, postAllOwned } from "../../ledger/port.ts";
import { Known, ROUNDS_MAX } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { dueIds } from "../../shared/due.ts";
import { Busy, type Commit, isTransient, type Spending } from "../../shared/dynamo.ts";
import { addSums, type Failure, type JobPage, type Sums, SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { type Item, keyText, TRANSACTION_ITEMS_MAX, type Write } from "../../shared/write.ts";
import { moved, type Order } from "../domain/order.ts";
import { groupsOf, type Load } from "../domain/settlement.ts";
import { OWNER } from "../http/payment.ts";
import { setAside, toAside } from "../store/aside.ts";
import { moveOrder, orderKey, toOrder, UNSETTLED } from "../store.ts";
import { FAILED } from "./names.ts";

/** Orders of one page: read at a time, netted among themselves, and after which the run's place is kept. */
export const WINDOW = 1_000;

/** An order that can be settled: what it takes of a transaction, and the transfer under which it will be paid. */
interface Ready extends Load {
  readonly item: Item;
  readonly order: Order;
  readonly minutes: number;
  readonly transfer: string;
}

/** What a page has done so far. */
class Tally {
  changed = 0;
  unchanged = 0;
  readonly failures: Failure[] = [];
  readonly spending: Spending = { table: 0, indexes: 0 };
  #sums: Sums = {};

  settled({ minutes }: Ready): void {
    this.changed += 1;
    this.#sums = addSums(this.#sums, { settled: 1, minutes });
  }

  failed(id: string, reason: string): void {
    this.failures.push({ item: id, reason });
    this.#sums = addSums(this.#sums, { [`${FAILED}${reason}`]: 1 });
  }

  page<Cursor>(next: Cursor | null): JobPage<Cursor> {
    const { changed, unchanged, failures, spending } = this;
    const units = { writeUnits: spending.table, indexUnits: spending.indexes };
    return { next, changed, unchanged, failures, sums: addSums(this.#sums, units) };
  }
}

/** What became of one try. */
type Tried =
  | { readonly writes: readonly Write[] }
  /** Orders that cannot be settled, with the reasons. */
  | { readonly refused: ReadonlyMap<string, string> };

/** Reason of an error that is no refusal: its kind, never its text, which may quote an item. */
const faultOf = (error: unknown): string => `fault:${error instanceof Error ? error.name : "unknown"}`;

/** An item as an order that can be settled. Throws a TypeError where it lacks what settlement needs. */
const readyOf = (item: Item, holds: ReadonlyMap<string, Item>, deps: Deps): Ready => {
  const order = toOrder(item);
  const { id, hold, credited, volunteer, honoured } = order;
  if (credited === undefined || volunteer === undefined || !honoured)
    throw new TypeError("an order that is not decided");
  const held = hold === undefined ? undefined : holds.get(hold);
  const { from, to } = held ? holdSides(held) : { from: undefined, to: undefined };
  const items = 1 + (hold === undefined ? 0 : 1) + (hold !== undefined && credited > 0 ? 1 : 0);
  const accounts = [from, to].filter((account) => account !== undefined);
  return { id, item, order, minutes: credited, transfer: deps.ids.next(), items, accounts };
};

const settledOrder = ({ order, minutes, transfer }: Ready, now: Date): Order =>
  moved(order, "settled", SYSTEM_ACTOR.id, now, {
    endedMs: now.getTime(),
    ...(order.hold !== undefined && minutes > 0 ? { transfer } : {}),
  });

/** One transaction for all of them, or those that speak against it. */
const plan = (ready: readonly Ready[], known: Known, deps: Deps): Tried => {
  const now = deps.clock.now();
  const posts = ready.flatMap(({ order, transfer, minutes }) =>
    order.hold === undefined ? [] : [{ hold: order.hold, transfer, amount: minutes }],
  );
  const paid = postAllOwned(posts, OWNER, { actor: SYSTEM_ACTOR }, known, deps);
  if ("refused" in paid) {
    const reasons = ready.flatMap(({ id, order }) => {
      const [first] = (order.hold === undefined ? undefined : paid.refused.get(order.hold)) ?? [];
      return first ? [[id, first.code] as const] : [];
    });
    return { refused: new Map(reasons) };
  }
  const stamp = deps.stamps.take(ready.length);
  const orders = ready.map((one, index) => moveOrder(settledOrder(one, now), one.order, stamp + index));
  return { writes: [...orders, ...paid.writes] };
};

/** Settles one group of orders after another; each group is one transaction. */
class Settling {
  readonly #holds: ReadonlyMap<string, Item>;
  readonly #tally: Tally;
  readonly #deps: Deps;

  constructor(holds: ReadonlyMap<string, Item>, tally: Tally, deps: Deps) {
    this.#holds = holds;
    this.#tally = tally;
    this.#deps = deps;
  }

  /** Settles a group; who cannot be settled is set aside and the others go on. Throws `Busy` when nothing goes on. */
  async settle(group: readonly Ready[]): Promise<void> {
    const known = this.#known(group);
    let pending = group;
    for (let round = 0; round < ROUNDS_MAX && pending.length > 0; round++) {
      const made = plan(pending, known, this.#deps);
      if ("refused" in made) {
        for (const { id, item } of pending) {
          const reason = made.refused.get(id);
          if (reason !== undefined) await this.putAside(item, reason);
        }
        pending = pending.filter(({ id }) => !made.refused.has(id));
        continue;
      }
      const outcome = await this.#commit(made.writes);
      if (outcome === "unknown") pending = await this.#lookAgain(pending);
      else if (outcome === "fault" || outcome.ok) {
        if (outcome === "fault") return this.#halve(pending);
        for (const one of pending) this.#tally.settled(one);
        return;
      } else {
        for (const { key, found } of outcome.failed) known.set(key, found);
        pending = this.#stillWaiting(pending, (key) => known.get(key));
      }
    }
    if (pending.length > 0) throw new Busy("orders and accounts kept changing");
  }

  /** Takes an order out of the queue with its reason, unless somebody has settled it in between. */
  async putAside(item: Item, reason: string): Promise<void> {
    const aside = setAside(item, { reason, atMs: this.#deps.clock.now().getTime() });
    const { ok } = await this.#deps.db.commit([aside], this.#tally.spending);
    if (ok) this.#tally.failed(item.pk.slice(3), reason);
    else this.#tally.unchanged += 1;
  }

  #known(group: readonly Ready[]): Known {
    const known = new Known();
    for (const { order } of group) {
      const hold = order.hold === undefined ? undefined : this.#holds.get(order.hold);
      if (hold) known.set(hold, hold);
    }
    return known;
  }

  async #commit(writes: readonly Write[]): Promise<Commit | "unknown" | "fault"> {
    try {
      return await this.#deps.db.commit(writes, this.#tally.spending);
    } catch (error) {
      return isTransient(error) ? "unknown" : "fault";
    }
  }

  /** After an answer that did not come: what is there says what has happened. */
  async #lookAgain(pending: readonly Ready[]): Promise<Ready[]> {
    const keys = pending.map(({ id }) => orderKey(id));
    const items = new Map((await this.#deps.db.getMany(keys)).map((item) => [keyText(item), item]));
    return this.#stillWaiting(pending, (key) => items.get(keyText(key)));
  }

  /** Those that nobody has settled; an order that bears our transfer is one whose answer was lost. */
  #stillWaiting(pending: readonly Ready[], found: (key: Item) => Item | null | undefined): Ready[] {
    return pending.filter((one) => {
      const item = found(one.item);
      if (item === undefined || item?.rev === one.order.revision) return true;
      if (item?.tr === one.transfer) this.#tally.settled(one);
      else this.#tally.unchanged += 1;
      return false;
    });
  }

  /** What the database will not take as a whole is tried in halves, down to the one order that it is about. */
  async #halve(group: readonly Ready[]): Promise<void> {
    const [only] = group;
    if (group.length === 1 && only) return this.putAside(only.item, "fault:refused-by-the-database");
    const middle = Math.ceil(group.length / 2);
    await this.settle(group.slice(0, middle));
    await this.settle(group.slice(middle));
  }
}

/** Settles one page of what was confirmed before `cutoffMs`, the oldest confirmations first. */
export const settlePage = async (cutoffMs: number, after: string | null, deps: Deps): Promise<JobPage<string>> => {
  const list = { partition: UNSETTLED, keyOf: orderKey };
  const { ids, next } = await dueIds(deps.db, list, new Date(cutoffMs - 1), after, WINDOW);
  const items = await deps.db.getMany(ids.map(orderKey));
  const waiting = items.filter((item) => item.state === "confirmed" && toAside(item) === undefined);
  const held = waiting.flatMap(({ hold }) => (typeof hold === "string" ? [hold] : []));
  const holds = new Map((await ownedHolds(deps.db, held)).map((item) => [item.pk.slice(2), item]));
  const tally = new Tally();
  tally.unchanged = ids.length - waiting.length;
  const settling = new Settling(holds, tally, deps);
  const ready: Ready[] = [];
  for (const item of waiting) {
    try {
      ready.push(readyOf(item, holds, deps));
    } catch (error) {
      await settling.putAside(item, faultOf(error));
    }
  }
  for (const group of groupsOf(ready, TRANSACTION_ITEMS_MAX)) await settling.settle(group);
  return tally.page(next);
};

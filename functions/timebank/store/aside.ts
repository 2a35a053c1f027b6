/** Orders that settlement has set aside: the mark on their items, and the lists that name them. */
import { dueSort } from "../../shared/due.ts";
import type { Item, Write } from "../../shared/write.ts";

/** Index partition (g3) of a community's orders that settlement has set aside, by when it did. */
export const asideList = (community: string): string => `TA#${community}`;

/** Why settlement has left an order out. */
export interface Aside {
  /** Code of a refusal, or what kind of fault it met. */
  readonly reason: string;
  readonly atMs: number;
}

/**
 * Takes a confirmed order out of the queue of settlement, whatever its item looks like: only the mark and the list
 * change, so that it can still be settled by hand.
 */
export const setAside = (item: Item, { reason, atMs }: Aside): Write => ({
  type: "update",
  key: { pk: item.pk, sk: item.sk },
  update: "SET #f = :f, #p = :p, #s = :s",
  condition: {
    expression: "#st = :c AND #r = :r",
    names: { "#f": "aside", "#p": "g3p", "#s": "g3s", "#st": "state", "#r": "rev" },
    values: {
      ":f": { why: reason, at: atMs },
      ":p": asideList(String(item.com)),
      ":s": dueSort(atMs, item.pk.slice(3)),
      ":c": "confirmed",
      ":r": item.rev,
    },
  },
});

/** Why an order was set aside; undefined when it was not. */
export const toAside = ({ aside }: Item): Aside | undefined => {
  const found = aside as { why: string; at: number } | undefined;
  return found && { reason: found.why, atMs: found.at };
};

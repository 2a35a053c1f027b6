/** Writes by which the time bank forgets where an erased person lives and is. */
import type { Item, Write } from "../../shared/write.ts";
import { type Offer, placeKey, toOffer, updateOffer } from "../store.ts";

/** Erases where an order's sides signed in and out, its address not; refused where there are no places. */
export const eraseSignings = (order: string): Write => ({
  type: "update",
  key: placeKey(order),
  update: "REMOVE #i, #o",
  condition: { expression: "attribute_exists(#pk)", names: { "#pk": "pk", "#i": "pin", "#o": "pout" }, values: {} },
});

/** Withdraws an open offer as it was read and takes out what it told of a person; a replay then shows the same. */
export const emptyOffer = (item: Item): Write => {
  const offer = toOffer(item);
  const emptied = { skills: [], areas: [], availability: [], revision: offer.revision + 1 };
  const next: Offer = { ...offer, ...emptied, state: "withdrawn" };
  return updateOffer(next, { ...item, first: JSON.stringify(next) });
};

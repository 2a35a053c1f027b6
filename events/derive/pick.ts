/**
 * How the data of an event is taken from an item: by naming each member, so that nothing else of the item can follow.
 */
import type { Item } from "../../functions/shared/write.ts";

/**
 * Names the members of an event's data; what is missing in the item is undefined, and the contract decides whether it
 * may be.
 */
export type Pick = (image: Item) => Readonly<Record<string, unknown>>;

/** One pick for each declared event. */
export type Picks<Name extends string> = Readonly<Record<Name, Pick>>;

/** Id of the record that an item belongs to: the part of its partition key after the prefix. */
export const recordId = (image: Item): string => image.pk.slice(image.pk.indexOf("#") + 1);

/** An instant stored in milliseconds as RFC 3339; undefined when the item has none. */
export const instantOf = (ms: unknown): string | undefined =>
  typeof ms === "number" ? new Date(ms).toISOString() : undefined;

/** Counts of bookings in DynamoDB: one item a place and month, under the lot, so that no two places write one. */
import { always, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Counts, Tally } from "../domain/tally.ts";

/** Key of the counts of a space, or of a pooled lot as a whole, in a local month `YYYYMM`. */
export const tallyKey = (lot: string, space: string | undefined, month: string): Key => ({
  pk: `GT#${lot}`,
  sk: `M#${month}#${space ?? "-"}`,
});

/** Adds to the counts of a place; what changes nothing is not written. */
export const addTally = (place: { readonly lot: string; readonly space?: string | undefined }, tally: Tally): Write[] =>
  [...tally].flatMap(([month, counts]): Write[] => {
    const changes = Object.entries(counts).filter(([, by]) => by !== 0);
    if (changes.length === 0) return [];
    const names = Object.fromEntries(changes.map(([name], index) => [`#c${index}`, name]));
    const values = Object.fromEntries(changes.map(([, by], index) => [`:c${index}`, by]));
    const update = `ADD ${changes.map((_, index) => `#c${index} :c${index}`).join(", ")}`;
    const condition = { expression: always.expression, names: { ...always.names, ...names }, values };
    return [{ type: "update", key: tallyKey(place.lot, place.space, month), update, condition }];
  });

/** The counts that an item holds. */
export const toCounts = (item: Item | null | undefined): Counts =>
  Object.fromEntries(
    Object.entries(item ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );

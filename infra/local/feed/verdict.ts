/** Tells from the table whether a commit with an unknown outcome took place. */
import type { Item } from "../../../functions/shared/write.ts";
import type { OpenIntent, Trace } from "./intents.ts";

/**
 * What one item says; `open` where it stands, but perhaps by another request: as a later revision, or as an answer to
 * the same key.
 */
type Witness = "yes" | "no" | "open";

const witnessOf = ({ revision, at }: Trace, found: Item | undefined): Witness => {
  if (found === undefined) return "no";
  if (at === undefined) return "open";
  if (revision === undefined) return found.g1s === at ? "yes" : "no";
  const stands = found.rev as number;
  if (stands === revision && found.at === at) return "yes";
  // Something may be written over an item without a happening of its own, under the same revision: it bears no event
  // then.
  return stands > revision || (stands === revision && found.ev === undefined) ? "open" : "no";
};

/**
 * Whether the commit took place, by the items found (in the order of the intent's traces). One transaction writes all
 * or nothing, so one item that says yes proves it, and one that says no refutes it. Where all of them have moved on
 * since, the revision did exist; if another request wrote it, its event has the same id, and a subscriber meets a
 * duplicate that it can recognise.
 */
export const tookPlace = (intent: Pick<OpenIntent, "traces">, found: readonly (Item | undefined)[]): boolean => {
  const witnesses = intent.traces.map((trace, index) => witnessOf(trace, found[index]));
  return witnesses.includes("yes") || !witnesses.includes("no");
};

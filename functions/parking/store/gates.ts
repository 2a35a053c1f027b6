/** Gates, what they have seen, and exits that wait for their entry, in DynamoDB. */
import { dueSort } from "../../shared/due.ts";
import { absent, create, equal, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { Gate } from "../domain/gate.ts";

/** Key of a gate. */
export const gateKey = (id: string): Key => ({ pk: `GG#${id}`, sk: "G" });
/** Key of what a gate has seen: the device's own id names it once and for all. */
export const gateEventKey = (gate: string, event: string): Key => ({ pk: `GV#${gate}`, sk: `E#${event}` });
/** Key of the exit of a booking that was told before its entry. */
export const exitKey = (booking: string): Key => ({ pk: `GB#${booking}`, sk: "X" });

const gateItem = (gate: Gate): Item => ({
  ...gateKey(gate.id),
  com: gate.community,
  lot: gate.lot,
  name: gate.name,
  state: gate.state,
  gen: gate.generation,
  prev: gate.previousMs,
  by: gate.by,
  rev: gate.revision,
  fp: gate.fingerprint,
});

/** A gate from its item. */
export const toGate = (item: Item): Gate => ({
  id: item.pk.slice(3),
  community: item.com as string,
  lot: item.lot as string,
  name: item.name as string,
  state: item.state as Gate["state"],
  generation: item.gen as number,
  previousMs: item.prev as number | undefined,
  by: item.by as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
});

/** Makes a gate. */
export const createGate = (gate: Gate): Write => create(gateItem(gate));

/** Changes a gate that is still at the revision before. */
export const saveGate = (gate: Gate): Write => replace(gateItem(gate), "rev", gate.revision - 1);

/** Index partition (g3) of what a gate has seen and an operator has to look at, by the instant of the reading. */
export const gateQueue = (gate: string): string => `GVQ#${gate}`;

/** What lists an event in the queue of its gate. */
export const queued = (gate: string, event: string, readMs: number) => ({
  g3p: gateQueue(gate),
  g3s: dueSort(readMs, event),
});

/** Key of the event that stands at a place of the queue. */
export const eventOfQueue = (gate: string, place: string): Key =>
  gateEventKey(gate, place.slice(place.indexOf("#") + 1));

/** Takes an event out of the queue, with what was decided; whoever comes second finds it resolved. */
export const resolveEvent = (
  item: Item,
  resolution: { readonly by: string; readonly at: string; readonly reason: string },
): Write => {
  const { g3p: _list, g3s: _place, ...rest } = item;
  return {
    type: "put",
    item: { ...rest, pk: item.pk, sk: item.sk, res: { ...resolution } },
    condition: {
      ...absent,
      expression: "attribute_exists(#pk) AND attribute_not_exists(#res)",
      names: { ...absent.names, "#res": "res" },
    },
  };
};

/** Exits that wait for the entry of a booking: when they were read, the first first. */
export interface WaitingExits {
  readonly readMs: readonly number[];
  readonly revision: number;
}

/** Waiting exits from their item. */
export const toExits = (item: Item): WaitingExits => ({ readMs: item.out as number[], revision: item.rev as number });

/** Keeps one more exit of a booking. */
export const saveExits = (booking: string, readMs: number, seen: WaitingExits | undefined): Write => {
  const out = [...(seen?.readMs ?? []), readMs].sort((one, other) => one - other);
  const item = { ...exitKey(booking), out, rev: (seen?.revision ?? 0) + 1 };
  return seen ? replace(item, "rev", seen.revision) : create(item);
};

/** Proves that no other exit has come to wait since it was looked for. */
export const sameExits = (booking: string, seen: WaitingExits | undefined): Write => ({
  type: "check",
  key: exitKey(booking),
  condition: seen ? equal("rev", seen.revision) : absent,
});

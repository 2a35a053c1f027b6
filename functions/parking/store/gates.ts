/** Gates, what they have seen, and exits that wait for their entry, in DynamoDB. */
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

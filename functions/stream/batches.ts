/** Packs events into requests to the bus within its limits. */
import type { CloudEvent } from "../../events/envelope.ts";

/** Most entries in one PutEvents request (EventBridge's own limit). */
export const ENTRIES_MAX = 10;
/** Most bytes of all entries in one PutEvents request (EventBridge's own limit). */
export const REQUEST_BYTES_MAX = 256 * 1024;
/** What EventBridge counts for the time of an entry. */
const TIME_BYTES = 14;

/** An event with the stream record that it came from. */
export interface Outgoing {
  readonly event: CloudEvent;
  /** The event as JSON, the detail of its entry. */
  readonly detail: string;
  /** Sequence number of the stream record. */
  readonly record: string;
}

const encoder = new TextEncoder();

/** Bytes of an entry as EventBridge counts them: source, detail type, detail and time. */
export const entryBytes = ({ event, detail }: Outgoing): number =>
  encoder.encode(event.source + event.type + detail).length + TIME_BYTES;

/**
 * Splits events, in their order, into requests of at most ten entries and 256 KB. Two events of one aggregate never
 * share a request:
 * the bus takes or refuses each entry by itself, and a later one must not be taken before an earlier one.
 */
export const packRequests = (outgoing: readonly Outgoing[]): readonly (readonly Outgoing[])[] => {
  const requests: Outgoing[][] = [];
  let subjects = new Set<string>();
  let bytes = 0;
  for (const entry of outgoing) {
    const size = entryBytes(entry);
    const open = requests.at(-1);
    const fits =
      open !== undefined &&
      open.length < ENTRIES_MAX &&
      bytes + size <= REQUEST_BYTES_MAX &&
      !subjects.has(entry.event.subject);
    if (fits) {
      open.push(entry);
    } else {
      requests.push([entry]);
      subjects = new Set();
      bytes = 0;
    }
    subjects.add(entry.event.subject);
    bytes += size;
  }
  return requests;
};

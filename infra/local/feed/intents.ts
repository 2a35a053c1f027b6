/**
 * The log of what is about to be committed: written before each request, so that a crash leaves no committed change
 * unknown.
 */
import { derive } from "../../../events/derive.ts";
import { keySlot } from "../../../functions/shared/command.ts";
import { type Item, type Key, type Write, writeKey } from "../../../functions/shared/write.ts";
import type { Intent, Waiting } from "./order.ts";
import { type Position, SegmentLog } from "./segments.ts";

/** A segment of the log is closed at this size; it goes when everything in it has an outcome. */
export const INTENT_SEGMENT_BYTES_MAX = 4 * 1024 * 1024;
const LINES_MAX = 1_000;

/** An item that was to be written: enough to tell later whether it was. */
export interface Trace {
  readonly key: Key;
  /** Revision of an event-bearing item; journal entries have none, they never change. */
  readonly revision?: number;
  /** Journal stamp of an event-bearing item, µs; the answer kept under a client's key has none. */
  readonly at?: number;
}

/** One commit whose outcome is not known yet. */
export interface OpenIntent extends Intent {
  readonly traces: readonly Trace[];
  readonly segment: number;
  /** Whether it comes from before this start: its request is not ours to wait for. */
  readonly isInherited: boolean;
  /** Elapsed time at which it was written or found, ms. */
  readonly since: number;
}

/** Line of an intent; traces as pk, sk, revision, stamp. Personal data never gets here: events hold ids only. */
interface IntentLine {
  readonly i: number;
  readonly t: readonly (readonly [pk: string, sk: string, revision: number | null, at: number | null])[];
  readonly e: readonly { readonly id: string; readonly sequence: string }[];
}

/** Line that names intents which need no more care. */
interface DoneLine {
  readonly d: readonly number[];
}

/** Aggregate of an event: its id without the part that tells one event from another. */
const aggregateOf = (id: string): string => id.slice(0, id.lastIndexOf(":"));

const traceOf = (item: Item): Trace => ({
  key: { pk: item.pk, sk: item.sk },
  ...(item.ev === undefined ? {} : { revision: item.rev as number }),
  at: (item.ev === undefined ? item.g1s : item.at) as number,
});

/**
 * What a write set says will have happened; undefined when it bears no event. Throws when an item breaks its
 * contract.
 */
export const eventsOf = (writes: readonly Write[], district: string) => {
  const borne = writes.flatMap((write) => {
    const event = write.type === "put" ? derive(write.item, district) : undefined;
    if (event === undefined || write.type !== "put") return [];
    const waiting: Waiting = {
      aggregate: aggregateOf(event.id),
      sequence: event.sequence,
      text: JSON.stringify(event),
    };
    return [{ waiting, trace: traceOf(write.item) }];
  });
  if (borne.length === 0) return undefined;
  const kept = writes.filter((write) => write.type === "put" && isKeptAnswer(write.item)).map(writeKey);
  return {
    events: borne.map(({ waiting }) => waiting),
    traces: [...borne.map(({ trace }) => trace), ...kept.map((key): Trace => ({ key }))],
  };
};

/** The answer kept under a client's key stays for ever: where it is missing, its commit did not take place. */
const isKeptAnswer = ({ pk }: Item): boolean => pk.startsWith(keySlot("").pk);

const rowOf = ({ key, revision, at }: Trace) => [key.pk, key.sk, revision ?? null, at ?? null] as const;

/** Intents on disk, with the count of open ones by segment. */
export class IntentLog {
  readonly #log: SegmentLog;
  readonly #open = new Map<number, OpenIntent>();
  readonly #openIn = new Map<number, number>();
  #lastId = 0;

  /** Reads what the last process left; `now` is the elapsed time. */
  constructor(dir: string, now: number, segmentBytesMax = INTENT_SEGMENT_BYTES_MAX) {
    this.#log = new SegmentLog(dir, "intents", segmentBytesMax);
    for (const segment of this.#log.segments) this.#replay(segment, now);
    this.#compact();
  }

  /** Intents without an outcome, oldest first. */
  get open(): readonly OpenIntent[] {
    return [...this.#open.values()];
  }

  get count(): number {
    return this.#open.size;
  }

  get bytes(): number {
    return this.#log.bytes;
  }

  has({ id }: Intent): boolean {
    return this.#open.has(id);
  }

  /** Writes an intent down; when this returns the request may be sent. Throws when the disk does not take it. */
  add(events: readonly Waiting[], traces: readonly Trace[], now: number): OpenIntent {
    this.#lastId += 1;
    const id = this.#lastId;
    const head = JSON.stringify({ i: id, t: traces.map(rowOf) }).slice(0, -1);
    const segment = this.#log.append(`${head},"e":[${events.map(({ text }) => text).join(",")}]}\n`);
    const intent: OpenIntent = { id, events, traces, segment, isInherited: false, since: now };
    this.#remember(intent);
    return intent;
  }

  /** Notes that intents need no more care: their events stand in the outbox, or they were not committed. */
  close(ids: readonly number[]): void {
    const done: DoneLine = { d: ids };
    this.#log.append(`${JSON.stringify(done)}\n`);
    for (const id of ids) this.#forget(id);
    this.#compact();
  }

  stop(): void {
    this.#log.close();
  }

  #remember(intent: OpenIntent): void {
    this.#open.set(intent.id, intent);
    this.#openIn.set(intent.segment, (this.#openIn.get(intent.segment) ?? 0) + 1);
  }

  #forget(id: number): void {
    const intent = this.#open.get(id);
    if (intent === undefined) return;
    this.#open.delete(id);
    this.#openIn.set(intent.segment, (this.#openIn.get(intent.segment) ?? 1) - 1);
  }

  /** Oldest first and without gaps: a later segment may hold the outcome of an earlier one's intent. */
  #compact(): void {
    for (const segment of this.#log.segments) {
      if (segment === this.#log.current || (this.#openIn.get(segment) ?? 0) > 0) return;
      this.#log.drop(segment);
      this.#openIn.delete(segment);
    }
  }

  #replay(segment: number, now: number): void {
    for (let at: Position = { segment, offset: 0 }; at.segment === segment; ) {
      const { lines, next } = this.#log.read(at, LINES_MAX);
      // A read that begins in this segment gives lines of a later one only when nothing is left here.
      if (next.segment !== segment) return;
      for (const line of lines) this.#replayLine(line, segment, now);
      if (next.offset === at.offset) return;
      at = next;
    }
  }

  #replayLine(line: string, segment: number, now: number): void {
    const entry = parse(line);
    if (entry === undefined) return;
    if ("d" in entry) {
      for (const id of entry.d) this.#forget(id);
      this.#lastId = Math.max(this.#lastId, ...entry.d);
      return;
    }
    this.#lastId = Math.max(this.#lastId, entry.i);
    const traces = entry.t.map(([pk, sk, revision, at]) => ({
      key: { pk, sk },
      ...(revision === null ? {} : { revision }),
      ...(at === null ? {} : { at }),
    }));
    const events = entry.e.map((event) => ({
      aggregate: aggregateOf(event.id),
      sequence: event.sequence,
      text: JSON.stringify(event),
    }));
    this.#remember({ id: entry.i, events, traces, segment, isInherited: true, since: now });
  }
}

/** A line that was cut off belongs to a request that had not been sent. */
const parse = (line: string): IntentLine | DoneLine | undefined => {
  try {
    return JSON.parse(line) as IntentLine | DoneLine;
  } catch {
    return undefined;
  }
};

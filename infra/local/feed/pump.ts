/**
 * Brings the events of the outbox to one subscriber: in order, at its own speed, from where it was at the last start.
 */
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { CloudEvent } from "../../../events/envelope.ts";
import type { EventSink } from "../../../events/sink.ts";
import type { Pace } from "./pace.ts";
import type { Position, SegmentLog } from "./segments.ts";

/** First wait after a failed delivery; doubles with each failure. */
export const RETRY_BASE_MS = 100;
/** Longest wait between attempts. */
export const RETRY_MS_MAX = 30_000;
const DIGITS = 16;

/** Reads a kept position; the start of everything when there is none. */
export const readPosition = (file: string): Position => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { segment: 0, offset: 0 };
    throw error;
  }
  const [segment, offset] = text.trim().split(" ").map(Number);
  // An unreadable position costs a redelivery, never an event.
  return Number.isSafeInteger(segment) && Number.isSafeInteger(offset)
    ? { segment: segment as number, offset: offset as number }
    : { segment: 0, offset: 0 };
};

/** What a pump has done since it was made. */
export interface PumpStats {
  readonly name: string;
  /** Events taken by the subscriber. */
  readonly delivered: number;
  /** Failed attempts. */
  readonly failures: number;
  /** Bytes of the outbox that it has still to bring. */
  readonly backlogBytes: number;
}

export interface PumpOptions {
  readonly sink: EventSink;
  readonly outbox: SegmentLog;
  readonly positionFile: string;
  readonly pace: Pace;
  /** Called after a failed attempt. */
  readonly onFailure: (failures: number, error: unknown) => void;
  /** Called when the position has moved on. */
  readonly onProgress: () => void;
}

/** Carries released events to one subscriber in order, from the position it has taken last, until stopped. */
export class Pump {
  readonly #options: PumpOptions;
  readonly #file: number;
  readonly #stopped = new AbortController();
  #position: Position;
  #wake: () => void = () => undefined;
  #delivered = 0;
  #failures = 0;
  #running: Promise<void> | undefined;

  constructor(options: PumpOptions) {
    this.#options = options;
    this.#position = readPosition(options.positionFile);
    mkdirSync(dirname(options.positionFile), { recursive: true });
    // Opened without truncating: the old position stands until a new one is written over it.
    this.#file = openSync(options.positionFile, "a+");
    closeSync(this.#file);
    this.#file = openSync(options.positionFile, "r+");
  }

  /** Segment that is still needed, with everything behind it. */
  get segment(): number {
    return this.#position.segment;
  }

  /** Whether everything in the outbox has been taken. */
  get isDrained(): boolean {
    return this.#backlogBytes() === 0;
  }

  stats(): PumpStats {
    const { sink } = this.#options;
    const counts = { delivered: this.#delivered, failures: this.#failures, backlogBytes: this.#backlogBytes() };
    return { name: sink.name, ...counts };
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Tells it that the outbox has grown. */
  wake(): void {
    this.#wake();
  }

  /** Gives up the attempt under way; its events come again at the next start. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#wake();
    await this.#running;
    closeSync(this.#file);
  }

  async #run(): Promise<void> {
    const { sink, outbox, pace, onFailure } = this.#options;
    const { signal } = this.#stopped;
    for (let failuresInRow = 0; !signal.aborted; ) {
      const { lines, next } = outbox.read(this.#position, sink.batchMax);
      if (lines.length === 0) {
        if (this.#moveTo(next)) continue;
        // Nothing can be appended between the read and this wait: both belong to one turn of the event loop.
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      try {
        const events = lines.flatMap(parse);
        if (events.length > 0) await unlessAborted(sink.deliver(events, signal), signal);
        failuresInRow = 0;
        this.#delivered += events.length;
        this.#moveTo(next);
      } catch (error) {
        if (signal.aborted) return;
        failuresInRow += 1;
        this.#failures += 1;
        onFailure(failuresInRow, error);
        await pace.wait(Math.min(RETRY_MS_MAX, RETRY_BASE_MS * 2 ** Math.min(failuresInRow - 1, 16)), signal);
      }
    }
  }

  /** Keeps a new position; false when it is the old one. */
  #moveTo(position: Position): boolean {
    if (position.segment === this.#position.segment && position.offset === this.#position.offset) return false;
    this.#position = position;
    const text = [position.segment, position.offset].map((number) => String(number).padStart(DIGITS, "0")).join(" ");
    // Always the same length at the same place: one write, which a crash leaves either undone or done.
    writeSync(this.#file, `${text}\n`, 0);
    this.#options.onProgress();
    return true;
  }

  #backlogBytes(): number {
    const { outbox } = this.#options;
    const { segment, offset } = this.#position;
    return outbox.segments
      .filter((number) => number >= segment)
      .reduce((sum, number) => sum + outbox.sizeOf(number) - (number === segment ? offset : 0), 0);
  }
}

/** A subscriber that never answers must not keep the process from stopping. */
const unlessAborted = (delivery: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error("stopped"));
    signal.addEventListener("abort", giveUp, { once: true });
    delivery.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });

/** A damaged line is passed over: it cannot be delivered, and what follows must be. */
const parse = (line: string): CloudEvent[] => {
  try {
    return line === "" ? [] : [JSON.parse(line) as CloudEvent];
  } catch {
    return [];
  }
};

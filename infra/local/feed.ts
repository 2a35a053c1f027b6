/**
 * The local event feed: what the table's stream does on AWS, for an engine whose own stream would cost four fifths of
 * its speed (docs/adr/0004-event-feed.md). Before a commit its events go to an intent log, afterwards to an outbox,
 * from there to the subscribers. A commit whose outcome nobody saw, because the process died or the request timed
 * out, is looked up in the table. At least once, in order within each aggregate; a subscriber that is slow or gone
 * holds up nobody. The logs survive the process, not a power cut.
 */
import { join } from "node:path";
import type { EventSink } from "../../events/sink.ts";
import type { CommitObserver, Db } from "../../functions/shared/dynamo.ts";
import { type Log, silentLog } from "../../functions/shared/log.ts";
import { keyText, type Write } from "../../functions/shared/write.ts";
import { eventsOf, IntentLog, type OpenIntent } from "./feed/intents.ts";
import { lockFolder } from "./feed/lock.ts";
import { Order } from "./feed/order.ts";
import { type Pace, systemPace } from "./feed/pace.ts";
import { Pump, type PumpStats, readPosition } from "./feed/pump.ts";
import { SegmentLog } from "./feed/segments.ts";
import { tookPlace } from "./feed/verdict.ts";

export { FeedInUse } from "./feed/lock.ts";
export { fileSubscriber, httpSubscriber, listenerSubscriber, usualSubscribers } from "./feed/subscribers.ts";

/** Bounds of the feed; tests make them small. */
export const FEED_LIMITS = {
  /**
   * Commits without an outcome; further ones are refused before they are sent, which only a database that answers
   * nobody brings about.
   */
  openMax: 10_000,
  /** A segment of the outbox is closed at this size and goes when every subscriber has taken it. */
  outboxSegmentBytesMax: 4 * 1024 * 1024,
  /**
   * What is kept for a subscriber that takes nothing (some 400,000 events); beyond it the oldest segment is given up
   * and counted.
   */
  outboxBytesMax: 256 * 1024 * 1024,
  /** A commit that has been under way for so long is looked up in the table. */
  lookUpAfterMs: 5_000,
  /** Longer than any commit takes with all its retries: what is not in the table by now was not committed. */
  absentAfterMs: 180_000,
  /** The same for a commit of a process that is gone: the engine may still be working on its last request. */
  inheritedAbsentAfterMs: 5_000,
  /** Pause between looks into the table. */
  lookUpEveryMs: 1_000,
  /** Commits looked up in one read. */
  lookUpMax: 25,
  /** How long stopping waits for subscribers to take what is there. */
  stopMs: 2_000,
} as const;
export type FeedLimits = { readonly [Limit in keyof typeof FEED_LIMITS]: number };

export interface FeedOptions {
  /** Folder of the feed's own files, used by nobody else. */
  readonly dir: string;
  /** Reads the table; not the one that is observed. */
  readonly db: Pick<Db, "getMany">;
  /** The district's id. */
  readonly district: string;
  readonly subscribers: readonly EventSink[];
  readonly log?: Log;
  readonly pace?: Pace;
  readonly limits?: Partial<FeedLimits>;
}

export interface FeedStats {
  /** Commits without an outcome. */
  readonly open: number;
  /** Committed, but waiting for an earlier change of the same aggregate. */
  readonly blocked: number;
  /** Commits that were looked up and found to have taken place. */
  readonly recovered: number;
  /** Bytes given up because a subscriber took nothing for too long. */
  readonly givenUpBytes: number;
  readonly intentBytes: number;
  readonly outboxBytes: number;
  readonly subscribers: readonly PumpStats[];
}

export interface Feed {
  /** For `openDb`, or `create(env, { observer })` of a bundle. Works from the moment the feed is open. */
  readonly observer: CommitObserver;
  /**
   * Looks up what the last process left and begins to deliver. From here on the feed keeps the process alive until
   * `stop`.
   */
  start(): Promise<void>;
  /** Delivers what it can in a moment and frees the folder; the rest comes after the next start. */
  stop(): Promise<void>;
  /** Resolves when every subscriber has taken everything that has been released so far. */
  drained(): Promise<void>;
  stats(): FeedStats;
}

/**
 * Opens the feed of a folder. Throws `FeedInUse` when another process has it, and where the folder cannot be written.
 */
export const openFeed = (options: FeedOptions): Feed => {
  const feed = new LocalFeed(options);
  return {
    observer: { before: (writes) => feed.before(writes) },
    start: () => feed.start(),
    stop: () => feed.stop(),
    drained: () => feed.drained(),
    stats: () => feed.stats(),
  };
};

class LocalFeed {
  readonly #options: FeedOptions;
  readonly #limits: FeedLimits;
  readonly #pace: Pace;
  readonly #log: Log;
  readonly #unlock: () => void;
  readonly #intents: IntentLog;
  readonly #outbox: SegmentLog;
  readonly #order = new Order();
  readonly #pumps: readonly Pump[];
  readonly #stopping = new AbortController();
  /** Lines for the outbox and intents to close, until the end of this turn of the event loop. */
  #texts: string[] = [];
  #done: number[] = [];
  #isFlushDue = false;
  #recovered = 0;
  #givenUpBytes = 0;
  #looking: Promise<void> | undefined;
  readonly #readings = new Set<Promise<void>>();
  /** Refused, but perhaps by their own first attempt. */
  readonly #doubtful = new WeakSet<OpenIntent>();
  /** Taken for absent after a long time. */
  readonly #givenUp = new WeakSet<OpenIntent>();
  #drainWaiters: (() => void)[] = [];

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#limits = { ...FEED_LIMITS, ...options.limits };
    this.#pace = options.pace ?? systemPace;
    this.#log = options.log ?? silentLog;
    this.#unlock = lockFolder(options.dir);
    this.#intents = new IntentLog(options.dir, this.#pace.now());
    for (const intent of this.#intents.open) this.#order.add(intent);
    const positionFiles = options.subscribers.map(({ name }) => join(options.dir, `position-${name}`));
    const after = Math.max(0, ...positionFiles.map((file) => readPosition(file).segment));
    this.#outbox = new SegmentLog(options.dir, "outbox", this.#limits.outboxSegmentBytesMax, after);
    this.#pumps = options.subscribers.map((sink, index) => this.#pumpOf(sink, positionFiles[index] as string));
  }

  before(writes: readonly Write[]): (committed: boolean) => void {
    const borne = eventsOf(writes, this.#options.district);
    if (borne === undefined) return () => undefined;
    if (this.#intents.count >= this.#limits.openMax) throw new Error("too many commits await their outcome");
    const intent = this.#intents.add(borne.events, borne.traces, this.#pace.now());
    this.#order.add(intent);
    return (committed) => this.#answered(intent, committed, writes.length === 1);
  }

  async start(): Promise<void> {
    for (const pump of this.#pumps) pump.start();
    this.#tidy();
    await this.#lookUp();
    this.#looking = this.#keepLooking();
  }

  async stop(): Promise<void> {
    this.#flush();
    const patience = new AbortController();
    await Promise.race([this.drained(), this.#pace.wait(this.#limits.stopMs, patience.signal)]);
    patience.abort();
    this.#stopping.abort();
    await Promise.all([this.#looking, ...this.#readings, ...this.#pumps.map((pump) => pump.stop())]);
    this.#flush();
    this.#intents.stop();
    this.#outbox.close();
    this.#unlock();
  }

  async drained(): Promise<void> {
    while (this.#isFlushDue || !this.#pumps.every((pump) => pump.isDrained)) {
      await new Promise<void>((resolve) => this.#drainWaiters.push(resolve));
    }
  }

  stats(): FeedStats {
    return {
      open: this.#intents.count,
      blocked: this.#order.blocked,
      recovered: this.#recovered,
      givenUpBytes: this.#givenUpBytes,
      intentBytes: this.#intents.bytes,
      outboxBytes: this.#outbox.bytes,
      subscribers: this.#pumps.map((pump) => pump.stats()),
    };
  }

  #pumpOf(sink: EventSink, positionFile: string): Pump {
    return new Pump({
      sink,
      outbox: this.#outbox,
      positionFile,
      pace: this.#pace,
      onFailure: (failures, error) => {
        // Once at the beginning of an outage: the counter in the statistics says how long it lasts.
        if (failures === 1) this.#log.error("events.delivery-failed", { subscriber: sink.name }, error);
      },
      onProgress: () => {
        this.#tidy();
        this.#tellWaiters();
      },
    });
  }

  #answered(intent: OpenIntent, committed: boolean, isLone: boolean): void {
    // The answer to a commit that was given up as absent is right nevertheless.
    if (committed && this.#givenUp.has(intent)) this.#order.add(intent);
    if (committed || !isLone) {
      this.#settle(intent, committed);
      return;
    }
    // A lone put carries no token: when its first answer was lost, the client's own retry meets what it has itself
    // written and is refused. So a refusal is believed only when the table says the same.
    this.#doubtful.add(intent);
    const reading = this.#judge([intent])
      .catch((error: unknown) => this.#log.error("events.delivery-failed", { open: this.#intents.count }, error))
      .finally(() => this.#readings.delete(reading));
    this.#readings.add(reading);
  }

  #settle(intent: OpenIntent, committed: boolean): void {
    const { texts, done } = this.#order.settle(intent, committed);
    this.#texts.push(...texts);
    this.#done.push(...done);
    if (done.length === 0 && texts.length === 0) return;
    this.#scheduleFlush();
  }

  #scheduleFlush(): void {
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    setImmediate(() => this.#flush());
  }

  /** Outbox first: an intent is closed only when its events stand there. A crash in between delivers them twice. */
  #flush(): void {
    this.#isFlushDue = false;
    try {
      if (this.#texts.length > 0) this.#outbox.append(`${this.#texts.join("\n")}\n`);
      this.#texts = [];
      if (this.#done.length > 0) this.#intents.close(this.#done);
      this.#done = [];
    } catch (error) {
      // The disk is full: everything stays as it is in memory, and the next commit finds the same when it writes its
      // intent.
      this.#log.error("events.delivery-failed", {}, error);
    }
    this.#tidy();
    for (const pump of this.#pumps) pump.wake();
    this.#tellWaiters();
  }

  /** Deletes segments that every subscriber has taken, and the oldest ones beyond the bound. */
  #tidy(): void {
    const needed = Math.min(this.#outbox.current, ...this.#pumps.map((pump) => pump.segment));
    for (const segment of this.#outbox.segments) {
      const isTaken = segment < needed || this.#pumps.every((pump) => pump.isDrained);
      const isTooMuch = this.#outbox.bytes > this.#limits.outboxBytesMax;
      if (segment === this.#outbox.current || !(isTaken || isTooMuch)) return;
      if (!isTaken) this.#giveUp(segment);
      this.#outbox.drop(segment);
    }
  }

  #giveUp(segment: number): void {
    this.#givenUpBytes += this.#outbox.sizeOf(segment);
    this.#log.error("events.delivery-failed", { givenUpBytes: this.#outbox.sizeOf(segment) });
  }

  #tellWaiters(): void {
    const waiters = this.#drainWaiters;
    this.#drainWaiters = [];
    for (const waiter of waiters) waiter();
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#pace.wait(this.#limits.lookUpEveryMs, signal);
      // A flush that met a full disk is tried again here.
      if (this.#texts.length > 0 || this.#done.length > 0) this.#flush();
      if (!signal.aborted) await this.#lookUp();
    }
  }

  /**
   * Looks up commits that are overdue; one that is not in the table yet is asked for again until it cannot come any
   * more.
   */
  async #lookUp(): Promise<void> {
    const overdue = this.#intents.open.filter(
      (intent) => this.#isAwaited(intent) && this.#age(intent) >= this.#lookUpAfterMs(intent),
    );
    for (let start = 0; start < overdue.length && !this.#stopping.signal.aborted; start += this.#limits.lookUpMax) {
      const some = overdue.slice(start, start + this.#limits.lookUpMax);
      try {
        await this.#judge(some);
      } catch (error) {
        // The database does not answer: the intents stay open and are asked for again.
        this.#log.error("events.delivery-failed", { open: this.#intents.count }, error);
        return;
      }
    }
  }

  async #judge(intents: readonly OpenIntent[]): Promise<void> {
    // Age as it was before the read: a request that arrives during it must not be taken for absent.
    const isFinal = new Set(intents.filter((intent) => this.#age(intent) >= this.#absentAfterMs(intent)));
    const found = new Map(
      (await this.#options.db.getMany(intents.flatMap(({ traces }) => traces.map(({ key }) => key)))).map((item) => [
        keyText(item),
        item,
      ]),
    );
    for (const intent of intents) {
      if (!this.#isAwaited(intent)) continue;
      const committed = tookPlace(
        intent,
        intent.traces.map(({ key }) => found.get(keyText(key))),
      );
      if (!committed && !isFinal.has(intent)) continue;
      if (committed) this.#recovered += 1;
      else this.#givenUp.add(intent);
      this.#settle(intent, committed);
    }
  }

  /** Open, and not merely waiting for an earlier change. */
  #isAwaited(intent: OpenIntent): boolean {
    return this.#intents.has(intent) && this.#order.isPending(intent);
  }

  #age(intent: OpenIntent): number {
    return this.#pace.now() - intent.since;
  }

  #lookUpAfterMs(intent: OpenIntent): number {
    return intent.isInherited || this.#doubtful.has(intent) ? 0 : this.#limits.lookUpAfterMs;
  }

  #absentAfterMs(intent: OpenIntent): number {
    if (this.#doubtful.has(intent)) return 0;
    return intent.isInherited ? this.#limits.inheritedAbsentAfterMs : this.#limits.absentAfterMs;
  }
}

/** What the feed's tests share: a folder, a table in memory, time that moves when told, holds to commit. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";
import type { CloudEvent } from "../../../events/envelope.ts";
import type { Hold } from "../../../functions/ledger/domain/hold.ts";
import { createHold, endHold } from "../../../functions/ledger/store/hold.ts";
import { type Item, type Key, keyText, type Write } from "../../../functions/shared/write.ts";
import type { Pace } from "../../../infra/local/feed/pace.ts";
import { type Feed, type FeedLimits, listenerSubscriber, openFeed } from "../../../infra/local/feed.ts";
import { uuid } from "./images.ts";

/** A folder that goes with the test. */
export const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), "linli-feed-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};

/** All text that a feed has written. */
export const textOf = (dir: string): string =>
  readdirSync(dir)
    .map((file) => readFileSync(join(dir, file), "utf8"))
    .join("");

/** A table that keeps puts, and answers reads unless it is down. */
export class MemoryTable {
  readonly items = new Map<string, Item>();
  isDown = false;
  reads = 0;

  put(writes: readonly Write[]): void {
    for (const write of writes) if (write.type === "put") this.items.set(keyText(write.item), write.item);
  }

  async getMany(keys: readonly Key[]): Promise<Item[]> {
    this.reads += 1;
    if (this.isDown) throw new Error("the table does not answer");
    return keys.flatMap((key) => this.items.get(keyText(key)) ?? []);
  }
}

/** Elapsed time that a test moves; a wait ends when its time has come. */
export class ManualPace implements Pace {
  #ms = 0;
  #waits: { readonly until: number; readonly end: () => void }[] = [];

  now(): number {
    return this.#ms;
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      signal.addEventListener("abort", () => resolve(), { once: true });
      this.#waits.push({ until: this.#ms + ms, end: resolve });
    });
  }

  /** Moves on, ends the waits that are due, and lets what they held up run. */
  async advance(ms: number): Promise<void> {
    this.#ms += ms;
    const due = this.#waits.filter(({ until }) => until <= this.#ms);
    this.#waits = this.#waits.filter(({ until }) => until > this.#ms);
    for (const { end } of due) end();
    await turns();
  }
}

const TURNS = 30;

/** Lets the event loop turn, so that promises and immediates that are due have run. */
export const turns = async (): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
};

const base: Hold = {
  id: uuid(1),
  from: `${uuid(1)}.points`,
  to: `${uuid(2)}.points`,
  amount: 5,
  category: "booking",
  memo: "王晓明 13800001111",
  state: "open",
  createdMs: 1_767_225_600_000,
  expiresMs: 1_767_225_660_000,
  by: uuid(1),
  revision: 1,
  fingerprint: "fp",
};

let stamp = 1_767_225_600_000_000;

/** Writes that make hold number `number`. */
export const makeHold = (number: number): Write[] => {
  stamp += 1;
  return [createHold({ ...base, id: uuid(number) }, stamp)];
};

/** Writes that post hold number `number`. */
export const postHold = (number: number): Write[] => {
  stamp += 1;
  return [endHold({ ...base, id: uuid(number), state: "posted", posted: 5, revision: 2 }, stamp)];
};

/** Id of the event of hold `number` at a revision. */
export const holdEvent = (number: number, revision = 1): string => `hold:${uuid(number)}:${revision}`;

export interface Bench {
  readonly feed: Feed;
  readonly dir: string;
  readonly table: MemoryTable;
  readonly pace: ManualPace;
  /** Ids of the events that arrived, in order. */
  readonly ids: string[];
  readonly events: CloudEvent[];
  /** Commits as the kernel does. */
  commit(writes: readonly Write[]): void;
}

/**
 * What `kill -9` leaves of a folder at this moment: a copy of its files, in which the process that goes on here can
 * change nothing.
 * The lock is left out: its number is ours, which no later process could have.
 */
export const wreckOf = (dir: string): string => {
  const copy = folder();
  cpSync(dir, copy, { recursive: true, filter: (file) => basename(file) !== "lock" });
  return copy;
};

/** Opens a feed with a listener; give a former bench to go on after its crash or stop. */
export const openBench = (former?: Bench, limits: Partial<FeedLimits> = {}): Bench => {
  const dir = former ? wreckOf(former.dir) : folder();
  const table = former?.table ?? new MemoryTable();
  const pace = new ManualPace();
  const events: CloudEvent[] = [];
  const ids: string[] = [];
  const listener = listenerSubscriber((event) => {
    events.push(event);
    ids.push(event.id);
  });
  const feed = openFeed({ dir, db: table, district: "demo", subscribers: [listener], pace, limits });
  const commit = (writes: readonly Write[]) => {
    const settle = feed.observer.before(writes);
    table.put(writes);
    settle(true);
  };
  return { feed, dir, table, pace, ids, events, commit };
};

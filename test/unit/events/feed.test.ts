/** The local feed delivers what was committed: all of it, nothing else, in order within each aggregate. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { derive } from "../../../events/derive.ts";
import type { EventSink } from "../../../events/sink.ts";
import { FEED_LIMITS, fileSubscriber, openFeed } from "../../../infra/local/feed.ts";
import { folder, holdEvent, ManualPace, MemoryTable, makeHold, openBench, postHold, textOf, turns } from "./support.ts";

describe("a commit", () => {
  it("is delivered when it took place, and not when it was refused", async () => {
    const { feed, commit, ids } = openBench();
    await feed.start();
    commit(makeHold(1));
    feed.observer.before(makeHold(2))(false);
    commit(makeHold(3));
    await turns();
    expect(ids).toEqual([holdEvent(1), holdEvent(3)]);
    expect(feed.stats()).toMatchObject({ open: 0, blocked: 0, recovered: 0 });
    await feed.stop();
  });

  it("is delivered as the stream's consumer would send it", async () => {
    const { feed, commit, events } = openBench();
    await feed.start();
    const writes = makeHold(1);
    commit(writes);
    await feed.drained();
    const image = writes[0]?.type === "put" ? writes[0].item : undefined;
    expect(events).toEqual([JSON.parse(JSON.stringify(image && derive(image, "demo")))]);
  });

  it("without events writes nothing down", () => {
    const { feed, dir } = openBench();
    const lock = textOf(dir);
    feed.observer.before([
      { type: "delete", key: { pk: "a", sk: "b" }, condition: { expression: "x", names: {}, values: {} } },
    ])(true);
    expect(textOf(dir)).toBe(lock);
  });

  it("leaves no personal data in the feed's files", async () => {
    const { feed, commit, dir } = openBench();
    await feed.start();
    commit(makeHold(1));
    await feed.drained();
    expect(textOf(dir)).toContain(holdEvent(1));
    expect(textOf(dir)).not.toMatch(/王晓明|13800001111/);
  });

  it("that breaks a contract is refused before it is sent", () => {
    const { feed } = openBench();
    const [write] = makeHold(1);
    const broken = write?.type === "put" ? { ...write, item: { ...write.item, ev: "ledger.hold.eaten" } } : undefined;
    expect(() => feed.observer.before(broken ? [broken] : [])).toThrow(TypeError);
    expect(feed.stats().open).toBe(0);
  });

  it("is refused before it is sent when too many have no outcome", () => {
    const { feed } = openBench(undefined, { openMax: 2 });
    feed.observer.before(makeHold(1));
    feed.observer.before(makeHold(2));
    expect(() => feed.observer.before(makeHold(3))).toThrow(/outcome/);
  });
});

describe("changes of one aggregate are delivered in their order", () => {
  it("when their answers arrive in the other order", async () => {
    const { feed, ids } = openBench();
    await feed.start();
    const made = feed.observer.before(makeHold(1));
    const posted = feed.observer.before(postHold(1));
    const other = feed.observer.before(makeHold(2));
    posted(true);
    other(true);
    await turns();
    expect(ids).toEqual([holdEvent(2)]);
    expect(feed.stats().blocked).toBe(1);
    made(true);
    await feed.drained();
    expect(ids).toEqual([holdEvent(2), holdEvent(1), holdEvent(1, 2)]);
  });

  it("and of two that compete for a revision the one that committed does not wait for the other", async () => {
    const { feed, table, ids } = openBench();
    await feed.start();
    const writes = postHold(1);
    const winner = feed.observer.before(writes);
    const loser = feed.observer.before(postHold(1));
    table.put(writes);
    winner(true);
    await turns();
    expect(ids).toEqual([holdEvent(1, 2)]);
    loser(false);
    await turns();
    expect(ids).toHaveLength(1);
    expect(feed.stats().open).toBe(0);
  });
});

describe("a commit whose outcome nobody saw", () => {
  it("is looked up and delivered when the table has it, also when it has moved on since", async () => {
    const { feed, table, pace, ids } = openBench();
    await feed.start();
    for (const writes of [makeHold(1), makeHold(2), postHold(2)]) {
      feed.observer.before(writes);
      table.put(writes);
    }
    await pace.advance(FEED_LIMITS.lookUpAfterMs - 1);
    expect(ids).toEqual([]);
    await pace.advance(FEED_LIMITS.lookUpEveryMs);
    await feed.drained();
    expect(ids.toSorted()).toEqual([holdEvent(1), holdEvent(2), holdEvent(2, 2)]);
    expect(ids.indexOf(holdEvent(2))).toBeLessThan(ids.indexOf(holdEvent(2, 2)));
    expect(feed.stats()).toMatchObject({ open: 0, recovered: 3 });
  });

  it("is not delivered when another request won", async () => {
    const { feed, table, pace, ids } = openBench();
    await feed.start();
    feed.observer.before(makeHold(1));
    table.put(makeHold(1));
    await pace.advance(FEED_LIMITS.absentAfterMs);
    await pace.advance(FEED_LIMITS.lookUpEveryMs);
    expect(ids).toEqual([]);
    expect(feed.stats().open).toBe(0);
  });

  it("is asked for until it cannot come any more, and then forgotten", async () => {
    const { feed, pace, ids, table } = openBench();
    await feed.start();
    feed.observer.before(makeHold(1));
    const late = makeHold(2);
    feed.observer.before(late);
    await pace.advance(FEED_LIMITS.lookUpAfterMs);
    expect(feed.stats().open).toBe(2);
    table.put(late);
    await pace.advance(FEED_LIMITS.lookUpEveryMs);
    expect(ids).toEqual([holdEvent(2)]);
    await pace.advance(FEED_LIMITS.absentAfterMs);
    expect(feed.stats().open).toBe(0);
    expect(ids).toEqual([holdEvent(2)]);
  });

  it("is kept while the table does not answer", async () => {
    const { feed, pace, ids, table } = openBench();
    await feed.start();
    const writes = makeHold(1);
    feed.observer.before(writes);
    table.put(writes);
    table.isDown = true;
    await pace.advance(FEED_LIMITS.absentAfterMs * 2);
    expect(table.reads).toBeGreaterThan(0);
    expect(feed.stats().open).toBe(1);
    table.isDown = false;
    await pace.advance(FEED_LIMITS.lookUpEveryMs);
    await feed.drained();
    expect(ids).toEqual([holdEvent(1)]);
  });

  it("is delivered when its answer comes after it was given up", async () => {
    const { feed, pace, ids } = openBench();
    await feed.start();
    const settle = feed.observer.before(makeHold(1));
    await pace.advance(FEED_LIMITS.absentAfterMs);
    expect(feed.stats().open).toBe(0);
    settle(true);
    await feed.drained();
    expect(ids).toEqual([holdEvent(1)]);
  });

  it("is looked up when a lone put is refused: its own first attempt may be what stands in its way", async () => {
    const { feed, table, ids } = openBench();
    await feed.start();
    const [own, foreign] = [makeHold(1), makeHold(2)];
    table.put(own);
    feed.observer.before(own)(false);
    table.put(makeHold(2));
    feed.observer.before(foreign)(false);
    await turns();
    expect(ids).toEqual([holdEvent(1)]);
    expect(feed.stats().open).toBe(0);
  });

  it("is asked for again when the table does not answer at its refusal", async () => {
    const { feed, table, pace, ids } = openBench();
    await feed.start();
    const own = makeHold(1);
    table.put(own);
    table.isDown = true;
    feed.observer.before(own)(false);
    await turns();
    expect(feed.stats().open).toBe(1);
    table.isDown = false;
    await pace.advance(FEED_LIMITS.lookUpEveryMs);
    expect(ids).toEqual([holdEvent(1)]);
  });

  it("is not looked up when a transaction is refused, which carries a token", async () => {
    const { feed, table } = openBench();
    await feed.start();
    feed.observer.before([...makeHold(1), ...makeHold(2)])(false);
    await turns();
    expect(table.reads).toBe(0);
    expect(feed.stats().open).toBe(0);
  });

  it("is delivered once when answer and look-up both tell", async () => {
    const { feed, table, pace, ids } = openBench();
    await feed.start();
    const writes = makeHold(1);
    const settle = feed.observer.before(writes);
    table.put(writes);
    await pace.advance(FEED_LIMITS.lookUpAfterMs);
    settle(true);
    await feed.drained();
    expect(ids).toEqual([holdEvent(1)]);
  });
});

describe("after a crash", () => {
  it("what was committed before the answer is delivered, what was not is not", async () => {
    const first = openBench();
    const [committed, lost] = [makeHold(1), makeHold(2)];
    first.feed.observer.before(committed);
    first.feed.observer.before(lost);
    first.table.put(committed);
    const second = openBench(first);
    await second.feed.start();
    await second.feed.drained();
    expect(second.ids).toEqual([holdEvent(1)]);
    expect(second.feed.stats()).toMatchObject({ open: 1, recovered: 1 });
    await second.pace.advance(FEED_LIMITS.inheritedAbsentAfterMs);
    expect(second.feed.stats().open).toBe(0);
    expect(second.ids).toEqual([holdEvent(1)]);
  });

  it("a request that the engine had still in hand is not missed", async () => {
    const first = openBench();
    const writes = makeHold(1);
    first.feed.observer.before(writes);
    const second = openBench(first);
    await second.feed.start();
    second.table.put(writes);
    await second.pace.advance(FEED_LIMITS.lookUpEveryMs);
    await second.feed.drained();
    expect(second.ids).toEqual([holdEvent(1)]);
  });

  it("an outcome that is still open survives a second crash", async () => {
    const first = openBench();
    const writes = makeHold(1);
    first.feed.observer.before(writes);
    const second = openBench(first);
    second.table.isDown = true;
    await second.feed.start();
    second.table.isDown = false;
    second.table.put(writes);
    const third = openBench(second);
    await third.feed.start();
    await third.feed.drained();
    expect(third.ids).toEqual([holdEvent(1)]);
  });

  it("a later change of the same aggregate waits for what the crash left", async () => {
    const first = openBench();
    const made = makeHold(1);
    first.feed.observer.before(made);
    first.table.put(made);
    const second = openBench(first);
    second.commit(postHold(1));
    await second.feed.start();
    await second.feed.drained();
    expect(second.ids).toEqual([holdEvent(1), holdEvent(1, 2)]);
  });

  it("delivery goes on where the subscriber was, and nothing comes again after an orderly stop", async () => {
    const first = openBench();
    await first.feed.start();
    first.commit(makeHold(1));
    await first.feed.stop();
    const second = openBench(first);
    second.commit(makeHold(2));
    await second.feed.start();
    await second.feed.drained();
    expect([first.ids, second.ids]).toEqual([[holdEvent(1)], [holdEvent(2)]]);
  });

  it("positions stay right when everything delivered has been cleared away", async () => {
    let bench = openBench();
    const seen: string[] = [];
    for (let round = 1; round <= 6; round++) {
      // Every other process dies before it delivers.
      if (round % 2 === 1) await bench.feed.start();
      bench.commit(makeHold(round));
      await turns();
      if (round % 2 === 1) await bench.feed.stop();
      seen.push(...bench.ids);
      bench = openBench(bench);
    }
    await bench.feed.start();
    await bench.feed.drained();
    seen.push(...bench.ids);
    expect(new Set(seen)).toEqual(new Set([1, 2, 3, 4, 5, 6].map((number) => holdEvent(number))));
  });
});

describe("a subscriber", () => {
  const sinkOf = (name: string, deliver: EventSink["deliver"]): EventSink => ({ name, batchMax: 10, deliver });
  const open = (subscribers: readonly EventSink[], limits = {}) => {
    const pace = new ManualPace();
    const dir = folder();
    const feed = openFeed({ dir, db: new MemoryTable(), district: "demo", subscribers, pace, limits });
    return { feed, pace, dir, commit: (number: number) => feed.observer.before(makeHold(number))(true) };
  };

  it("that fails gets the same events again, in order, after growing waits", async () => {
    const taken: string[] = [];
    let failures = 3;
    const { feed, pace, commit } = open([
      sinkOf("shaky", async (events) => {
        if (failures-- > 0) throw new Error("not now");
        taken.push(...events.map(({ id }) => id));
      }),
    ]);
    await feed.start();
    commit(1);
    await turns();
    commit(2);
    for (const ms of [100, 200, 399]) await pace.advance(ms);
    expect(taken).toEqual([]);
    await pace.advance(1);
    expect(taken).toEqual([holdEvent(1), holdEvent(2)]);
    expect(feed.stats().subscribers[0]).toMatchObject({ delivered: 2, failures: 3, backlogBytes: 0 });
  });

  it("that never answers holds up neither commits nor another subscriber nor the end", async () => {
    const taken: string[] = [];
    const { feed, pace, commit } = open([
      sinkOf("dead", () => new Promise(() => undefined)),
      sinkOf("alive", async (events) => void taken.push(...events.map(({ id }) => id))),
    ]);
    await feed.start();
    for (let number = 1; number <= 20; number++) commit(number);
    await turns();
    expect(taken).toHaveLength(20);
    expect(feed.stats()).toMatchObject({ open: 0 });
    const stopped = feed.stop();
    await turns();
    await pace.advance(FEED_LIMITS.stopMs);
    await stopped;
  });

  it("that takes nothing for too long loses the oldest, counted, and disk use stays bounded", async () => {
    const outboxBytesMax = 8_000;
    const taken: string[] = [];
    let isDead = true;
    const { feed, pace, commit } = open(
      [
        sinkOf("dead", async (events) => {
          if (isDead) throw new Error("gone");
          taken.push(...events.map(({ id }) => id));
        }),
      ],
      { outboxBytesMax, outboxSegmentBytesMax: 1_000 },
    );
    await feed.start();
    for (let number = 1; number <= 60; number++) {
      commit(number);
      await turns();
    }
    const stats = feed.stats();
    expect(stats.outboxBytes).toBeLessThanOrEqual(outboxBytesMax + 1_000);
    expect(stats.givenUpBytes).toBeGreaterThan(0);
    isDead = false;
    await pace.advance(60_000);
    await feed.drained();
    expect(taken.at(-1)).toBe(holdEvent(60));
    expect(feed.stats().outboxBytes).toBeLessThanOrEqual(1_500);
  });

  it("file gets a line for each event, and begins a new one after half a line that a crash left", async () => {
    const dir = folder();
    const file = join(dir, "events.ndjson");
    await fileSubscriber(file).deliver([], new AbortController().signal);
    const { feed, commit } = open([fileSubscriber(file)]);
    await feed.start();
    commit(1);
    commit(2);
    await feed.stop();
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([holdEvent(1), holdEvent(2)]);
  });
});

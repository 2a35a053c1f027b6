import { describe, expect, it } from "vitest";
import { FeedInUse, openFeed } from "../../../infra/local/feed.ts";
import { MemoryTable, makeHold, openBench } from "./support.ts";

describe("a folder", () => {
  it("is served by one feed at a time", async () => {
    const { feed, dir } = openBench();
    const options = { dir, db: new MemoryTable(), district: "demo", subscribers: [] };
    expect(() => openFeed(options)).toThrow(FeedInUse);
    await feed.stop();
    await openFeed(options).stop();
  });

  it("keeps no logs of what is settled and taken", async () => {
    const bench = openBench(undefined, { outboxSegmentBytesMax: 500 });
    await bench.feed.start();
    for (let number = 1; number <= 30; number++) {
      bench.commit(makeHold(number));
      await bench.feed.drained();
    }
    expect(bench.feed.stats().outboxBytes).toBeLessThan(1_500);
    await bench.feed.stop();
    const next = openBench(bench);
    expect(next.feed.stats().intentBytes).toBe(0);
  });
});

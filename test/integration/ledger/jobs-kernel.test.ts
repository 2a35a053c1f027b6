import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { jobNames, runNamed } from "../../../functions/jobs/index.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { eachItem, FAILURES_KEPT_MAX, type Job, type JobPage, runJob } from "../../../functions/shared/jobs.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const Cursor = z.strictObject({ at: z.int() });

/** A job over pages 0..3 that notes which it has done; `trouble` may throw. */
const fourPages = (
  name: string,
  done: number[],
  trouble: (at: number) => void = () => undefined,
): Job<{ at: number }> => ({
  name,
  cursor: Cursor,
  actions: [],
  page: async (cursor): Promise<JobPage<{ at: number }>> => {
    const at = cursor?.at ?? 0;
    trouble(at);
    done.push(at);
    return { next: at < 3 ? { at: at + 1 } : null, changed: 1, unchanged: 0, failures: [] };
  },
});

const go = (job: Job<{ at: number }>, deadline = HOUR, deps: Deps = app.deps) =>
  runJob({ ...job, deps, deadlineMs: deps.clock.now().getTime() + deadline });

describe("a run", () => {
  it("goes through all pages and reports what it did; the next one starts over", async () => {
    const done: number[] = [];
    const first = await go(fourPages("plain", done));
    expect(first).toMatchObject({ job: "plain", state: "finished", resumed: false, pages: 4, failures: [] });
    expect(first.counts).toEqual({ changed: 4, unchanged: 0, failed: 0 });
    const second = await go(fourPages("plain", done));
    expect([second.resumed, second.run === first.run]).toEqual([false, false]);
    expect(done).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });

  it("that crashed is resumed after its last kept page", async () => {
    const done: number[] = [];
    const crash = (at: number) => {
      if (at === 2) throw new Error("power cut");
    };
    await expect(go(fourPages("crashing", done, crash))).rejects.toThrow("power cut");
    const next = await go(fourPages("crashing", done));
    expect(next).toMatchObject({ resumed: true, state: "finished", pages: 2, counts: { changed: 4 } });
    expect(done).toEqual([0, 1, 2, 3]);
  });

  it("stops at its deadline and is resumed; one left for hours starts over", async () => {
    const done: number[] = [];
    const slow = fourPages("slow", done, () => app.clock.advance(MINUTE));
    expect((await go(slow, 2 * MINUTE)).state).toBe("paused");
    expect((await go(slow, 1)).resumed).toBe(true);
    expect(done).toEqual([0, 1, 2]);
    app.clock.advance(7 * HOUR);
    expect((await go(slow)).resumed).toBe(false);
    expect(done).toEqual([0, 1, 2, 0, 1, 2, 3]);
  });

  it("that meets another runner of itself leaves the rest to it", async () => {
    const done: number[] = [];
    const other: number[] = [];
    let nested: ReturnType<typeof go> | undefined;
    const job = fourPages("twice", done);
    const meeting: Job<{ at: number }> = {
      ...job,
      page: async (cursor, deps) => {
        // The second runner resumes the record of the first and finishes it while the first is at its page.
        if ((cursor?.at ?? 0) === 1) nested ??= go(fourPages("twice", other));
        await nested;
        return job.page(cursor, deps);
      },
    };
    expect((await go(meeting)).state).toBe("taken-over");
    expect(await nested).toMatchObject({ state: "finished", resumed: true });
    expect([done, other]).toEqual([
      [0, 1],
      [1, 2, 3],
    ]);
  });

  it("sets failing items aside with their reasons, counts all and keeps some", async () => {
    const items = Array.from({ length: 30 }, (_, index) => `item-${index}`);
    const work = async (item: string) => {
      if (item.endsWith("5")) return "unchanged" as const;
      if (Number(item.slice(5)) > 2) throw new Error(`cannot do ${item}`);
      return "changed" as const;
    };
    const report = await runJob({
      name: "failing",
      cursor: Cursor,
      actions: [],
      page: async () => ({ ...(await eachItem(items, (item) => item, work)), next: null }),
      deps: app.deps,
      deadlineMs: Number.MAX_SAFE_INTEGER,
    });
    expect(report.counts).toEqual({ changed: 3, unchanged: 3, failed: 24 });
    expect(report.failures).toHaveLength(FAILURES_KEPT_MAX);
    expect(report.failures[0]).toEqual({ item: "item-3", reason: "cannot do item-3" });
  });
});

describe("jobs by name", () => {
  it("bootstrap makes communities and pools, and changes nothing the second time", async () => {
    expect((await runNamed("bootstrap", app.deps)).state).toBe("finished");
    const token = await app.token({
      sub: "0199f3a2-7c41-7b6e-9d05-3e8a1c5b7f20",
      roles: ["auditor"],
      communities: ["heyuan"],
    });
    const read = () => app.call("GET", "/v1/ledger/pools?community=heyuan&unit=points", { token });
    const { body } = await read();
    expect(body.items.map((item: { pool: string }) => item.pool)).toContain("expiry");
    await runNamed("bootstrap", app.deps);
    expect((await read()).body).toEqual(body);
  });

  it("every job runs on an empty district, and a name that is none is refused", async () => {
    for (const name of jobNames) expect((await runNamed(name, app.deps)).counts.failed).toBe(0);
    await expect(runNamed("no-such-job", app.deps)).rejects.toThrow("no job is called");
  });
});

/** The count of secret ballots, killed at each of its writes and run by two at once: always the same result. */
import { randomUUID } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { bundleHead } from "../../../functions/polls/store/bundle.ts";
import { pollKey, toPoll } from "../../../functions/polls/store/poll.ts";
import { resultOf } from "../../../functions/polls/store/result.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { create } from "../../../functions/shared/write.ts";
import { type Closing, closingDeps, makeClosing } from "../../support/closing.ts";
import { type Death, dyingClient } from "../../support/killed.ts";

const { endpoint } = inject("engine");
const JOB = "polls-due";
/** Above every write of a count, in a run that is not killed. */
const NEVER: Death = { write: 1_000_000, when: "before" };

interface Town {
  readonly poll: string;
  readonly table: string;
  readonly deps: Deps;
}

const town = async (closing: Closing): Promise<Town> => {
  const table = `count-${randomUUID()}`;
  const poll = await makeClosing(endpoint, table, closing);
  const deps = closingDeps(endpoint, table);
  // One secret in all districts, so that sealed leaves and signatures compare.
  await deps.db.commit([create({ pk: "S#cursor", sk: "S", key: "A".repeat(43) })]);
  return { poll, table, deps };
};

/** A runner of its own that dies so. */
const runner = ({ table }: Town, death: Death) => {
  const { client, writes } = dyingClient(endpoint, death);
  const run = () => runNamed(JOB, closingDeps(endpoint, table, client));
  return { run, writes };
};

/** What must come out the same: result and signed document. */
const outcome = async ({ poll, deps }: Town) => {
  const item = await deps.db.get(pollKey(poll));
  const bundle = await bundleHead(deps.db, poll);
  return { state: item && toPoll(item).state, result: await resultOf(deps.db, poll), bundle };
};

/** Runs until there is nothing left to do. */
const finish = async ({ deps }: Town): Promise<void> => {
  for (let runs = 0; runs < 5; runs++) if ((await runNamed(JOB, deps)).state === "finished") return;
  throw new Error("the count does not end");
};

const undisturbed = async (closing: Closing) => {
  const one = await town(closing);
  const { run, writes } = runner(one, NEVER);
  await run();
  return { expected: await outcome(one), writes: writes() };
};

describe.each(["envelope", "named"] as const)("a count of %s ballots", (mode) => {
  it("killed before or after any of its writes goes on and comes to the same result", async () => {
    const closing = { mode, ballots: 24 };
    const { expected, writes } = await undisturbed(closing);
    expect(expected).toMatchObject({ state: "counted", result: { ballots: 24, entitled: 35, method: "IRV" } });
    expect(writes).toBeGreaterThan(mode === "named" ? 20 : 24);
    for (let write = 1; write <= writes; write++) {
      for (const when of ["before", "after"] as const) {
        const killed = await town(closing);
        await runner(killed, { write, when })
          .run()
          .catch(() => undefined);
        await finish(killed);
        expect(await outcome(killed), `${when} write ${write}`).toEqual(expected);
      }
    }
  }, 120_000);

  it("by two runners at once, one of which may die, comes to the same result", async () => {
    const closing = { mode, ballots: 24 };
    const { expected } = await undisturbed(closing);
    for (const write of [1_000_000, 3, 6, 9, 14, 20]) {
      const shared = await town(closing);
      const runs = [runner(shared, { write, when: "after" }), runner(shared, NEVER)];
      const ends = await Promise.allSettled(runs.map(({ run }) => run()));
      expect(ends.some(({ status }) => status === "fulfilled")).toBe(true);
      await finish(shared);
      expect(await outcome(shared), `write ${write}`).toEqual(expected);
    }
  }, 120_000);
});

describe("a count of more ballots than a chunk of the tree holds", () => {
  it("killed again and again, one write further each time, comes to the same result", async () => {
    const closing = { mode: "envelope", ballots: 1_100 } as const;
    const { expected } = await undisturbed(closing);
    const killed = await town(closing);
    let deaths = 0;
    for (; (await outcome(killed).catch(() => undefined))?.state !== "counted" && deaths < 200; deaths++) {
      await runner(killed, { write: 3, when: deaths % 2 === 0 ? "after" : "before" })
        .run()
        .catch(() => undefined);
    }
    expect(deaths).toBeGreaterThan(3);
    await finish(killed);
    expect(await outcome(killed)).toEqual(expected);
  }, 120_000);
});

/**
 * A process that the crash test kills: commits transfers and holds under the local feed until it dies, or (`drain`)
 * only delivers what its predecessors left. Arguments: mode, endpoint, table, folder of the feed, URL of the
 * subscriber. Writes a byte for each commit.
 */
import { setTimeout as delay } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import type { Hold } from "../../functions/ledger/domain/hold.ts";
import { createHold, endHold } from "../../functions/ledger/store/hold.ts";
import { entryWrites } from "../../functions/ledger/store/journal.ts";
import { systemClock } from "../../functions/shared/clock.ts";
import { keepAnswer } from "../../functions/shared/command.ts";
import { makeClient, openDb } from "../../functions/shared/dynamo.ts";
import { Stamps } from "../../functions/shared/stamp.ts";
import type { Write } from "../../functions/shared/write.ts";
import { httpSubscriber, openFeed } from "../../infra/local/feed.ts";

const WORKERS = 8;
const POLL_MS = 20;

const [mode, endpoint, table, dir, url] = process.argv.slice(2) as [string, string, string, string, string];

const client = makeClient({
  endpoint,
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});
const stamps = new Stamps(systemClock);

const feed = openFeed({
  dir,
  db: openDb({ client, table }),
  district: "testqu",
  subscribers: [httpSubscriber(url)],
  limits: { lookUpEveryMs: 100, inheritedAbsentAfterMs: 1_000, stopMs: 10_000 },
});
const db = openDb({ client, table, observer: feed.observer });

const commit = async (writes: readonly Write[]): Promise<void> => {
  const outcome = await db.commit(writes);
  if (!outcome.ok) throw new Error("a fresh record was refused");
  process.stdout.write(".");
};

const [from, to, by] = [`${uuidv7()}.points`, `${uuidv7()}.points`, uuidv7()];

const transfer = (id: string): Write[] =>
  entryWrites(
    [
      {
        id,
        leg: 0,
        reversal: false,
        kind: "transfer",
        from,
        to,
        amount: 5,
        category: "thanks",
        by,
        stamp: stamps.take(),
      },
    ],
    "fp",
  );

const work = async (): Promise<never> => {
  for (;;) {
    await commit(transfer(uuidv7()));
    const hold: Hold = {
      id: uuidv7(),
      from,
      to,
      amount: 5,
      category: "booking",
      state: "open",
      createdMs: Date.now(),
      expiresMs: Date.now() + 60_000,
      by,
      revision: 1,
      fingerprint: "fp",
    };
    await commit([createHold(hold, stamps.take())]);
    const posted = endHold({ ...hold, state: "posted", posted: 5, revision: 2 }, stamps.take());
    await commit([posted, ...transfer(uuidv7()), keepAnswer(uuidv7(), "fp", {})]);
  }
};

await feed.start();
if (mode === "drain") {
  while (feed.stats().open > 0) await delay(POLL_MS);
  await feed.drained();
  await feed.stop();
} else {
  await Promise.all(Array.from({ length: WORKERS }, work));
}

/** Whatever happens to answers and processes: nothing committed is lost, nothing else told, each aggregate in order. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseEvent } from "../../events/contracts.ts";
import { derive } from "../../events/derive.ts";
import type { CloudEvent } from "../../events/envelope.ts";
import type { Hold } from "../../functions/ledger/domain/hold.ts";
import { createHold, endHold } from "../../functions/ledger/store/hold.ts";
import { entryItem, toEntry } from "../../functions/ledger/store/journal.ts";
import { type Item, keyText, type Write } from "../../functions/shared/write.ts";
import { Order } from "../../infra/local/feed/order.ts";
import { FEED_LIMITS, type Feed, listenerSubscriber, openFeed } from "../../infra/local/feed.ts";
import { folder, ManualPace, MemoryTable, turns, wreckOf } from "../unit/events/support.ts";

const uuid = fc.uuid({ version: 7 });
const unit = fc.constantFrom("points", "minutes");
const stamp = fc.integer({ min: 1_600_000_000_000_000, max: 1_900_000_000_000_000 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const entry = fc
  .record({
    id: uuid,
    leg: fc.integer({ min: 0, max: 20 }),
    reversal: fc.boolean(),
    kind: fc.constantFrom("transfer" as const, "reward" as const, "hold-post" as const),
    holders: fc.tuple(uuid, fc.oneof(uuid, fc.constant("lujing~reward"))),
    unit,
    amount: fc.integer({ min: 1, max: 1_000_000_000 }),
    memo: maybe(fc.string()),
    stamp,
    by: uuid,
    actingFor: maybe(uuid),
    link: maybe(
      fc.record({ type: fc.constant("order"), id: fc.oneof(uuid, fc.string({ minLength: 1, maxLength: 80 })) }),
    ),
  })
  .map(({ holders: [from, to], unit: code, ...rest }) =>
    present({ ...rest, from: `${from}.${code}`, to: `${to}.${code}`, category: "thanks" }),
  );

it("every journal entry yields one valid event, the same each time, with nothing that a person typed", () => {
  fc.assert(
    fc.property(entry, fc.dictionary(fc.string(), fc.string()), (drawn, noise) => {
      const item = entryItem(drawn as Parameters<typeof entryItem>[0]);
      const event = derive(item, "demo") as CloudEvent;
      const wire: unknown = JSON.parse(JSON.stringify(event));
      expect(parseEvent(wire)).toEqual(wire);
      expect(derive({ ...noise, ...item }, "demo")).toEqual(event);
      expect(Number(event.sequence)).toBe(toEntry(item).stamp);
      expect(Object.values(event.data)).not.toContain(item.memo ?? Symbol());
      const typed = (drawn as { link?: { id: string } }).link?.id;
      const isOurs = typed === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed);
      expect("link" in event.data && event.data.link !== undefined).toBe(isOurs && typed !== undefined);
    }),
  );
});

it("whatever the order of answers, events of one aggregate leave in the order of their sequences", () => {
  const step = fc.record({
    aggregates: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
    committed: fc.boolean(),
  });
  const run = fc.tuple(fc.array(step, { maxLength: 12 }), fc.infiniteStream(fc.nat()));
  fc.assert(
    fc.property(run, ([steps, chance]) => {
      const order = new Order();
      const intents = steps.map(({ aggregates }, id) => {
        const intent = {
          id,
          events: aggregates.map((aggregate) => ({
            aggregate,
            sequence: String(id).padStart(3, "0"),
            text: `${aggregate}${id}`,
          })),
        };
        order.add(intent);
        return intent;
      });
      const waiting = intents.map((intent, id) => ({ intent, committed: steps[id]?.committed === true }));
      const texts: string[] = [];
      const done: number[] = [];
      while (waiting.length > 0) {
        const [next] = waiting.splice((chance.next().value as number) % waiting.length, 1);
        if (!next) break;
        const settled = order.settle(next.intent, next.committed);
        texts.push(...settled.texts);
        done.push(...settled.done);
      }
      for (const aggregate of ["a", "b", "c"]) {
        const left = texts.filter((text) => text.startsWith(aggregate));
        const due = intents.filter(
          ({ id, events }) => steps[id]?.committed && events.some((one) => one.aggregate === aggregate),
        );
        expect(left).toEqual(due.map(({ id }) => `${aggregate}${id}`));
      }
      expect(done.toSorted((a, b) => a - b)).toEqual(intents.map(({ id }) => id));
      expect(order.size).toBe(0);
    }),
  );
});

const hold = (number: number, revision: number, at: number): Write => {
  const made: Hold = {
    id: `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    from: "019a0000-0000-7000-8000-000000000001.points",
    to: "019a0000-0000-7000-8000-000000000002.points",
    amount: 5,
    category: "booking",
    state: revision === 1 ? "open" : "voided",
    createdMs: 1,
    expiresMs: 2,
    by: "019a0000-0000-7000-8000-000000000001",
    revision,
    fingerprint: "fp",
  };
  return revision === 1 ? createHold(made, at) : endHold(made, at);
};

/** One commit of a run: which hold, whether the table takes it, and whether its answer arrives. */
const action = fc.oneof(
  { weight: 12, arbitrary: fc.record({ hold: fc.nat({ max: 5 }), taken: fc.boolean(), answered: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant("crash" as const) },
  { weight: 1, arbitrary: fc.constant("stop" as const) },
  { weight: 1, arbitrary: fc.constant("time" as const) },
);

class Run {
  dir = folder();
  readonly table = new MemoryTable();
  readonly committed: string[] = [];
  readonly delivered: CloudEvent[] = [];
  pace = new ManualPace();
  feed: Feed = this.open();
  #stamp = 1_767_225_600_000_000;

  /** Goes on from what the process before left; that one's deliveries count no more. */
  open(): Feed {
    this.dir = wreckOf(this.dir);
    this.pace = new ManualPace();
    const { dir } = this;
    const listener = listenerSubscriber((event) => {
      if (dir !== this.dir) throw new Error("this process is dead");
      this.delivered.push(event);
    });
    return openFeed({ dir: this.dir, db: this.table, district: "demo", subscribers: [listener], pace: this.pace });
  }

  commit(number: number, taken: boolean, answered: boolean): void {
    this.#stamp += 1;
    const standing = this.table.items.get(keyText((hold(number, 1, 1) as { item: Item }).item));
    const write = hold(number, Number(standing?.rev ?? 0) + 1, this.#stamp);
    const settle = this.feed.observer.before([write]);
    if (taken && write.type === "put") {
      this.table.put([write]);
      this.committed.push((derive(write.item, "demo") as CloudEvent).id);
    }
    if (answered) settle(taken);
  }
}

it("through crashes and lost answers every committed change is delivered, and nothing else is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 25 }), async (actions) => {
      const run = new Run();
      await run.feed.start();
      for (const step of actions) {
        if (step === "time") await run.pace.advance(FEED_LIMITS.lookUpAfterMs);
        else if (step === "crash" || step === "stop") {
          if (step === "stop") await run.feed.stop();
          run.feed = run.open();
          await run.feed.start();
        } else run.commit(step.hold, step.taken, step.answered);
      }
      await turns();
      await run.pace.advance(FEED_LIMITS.absentAfterMs);
      await run.feed.stop();
      const ids = run.delivered.map(({ id }) => id);
      expect([...new Set(ids)].toSorted()).toEqual(run.committed.toSorted());
      for (const subject of new Set(run.delivered.map((event) => event.subject))) {
        const firsts = [...new Set(ids)].filter((id) => id.includes(subject));
        expect(firsts).toEqual(firsts.toSorted());
      }
    }),
    { numRuns: 60 },
  );
});

/**
 * Settlement that is killed at each of its writes, runs several times at once, meets conflicts and lost answers, and
 * sees the clock pass the end of a month, of a year and a change of the clocks: always the same books.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { openDb } from "../../../functions/shared/dynamo.ts";
import { SETTLEMENT } from "../../../functions/timebank/jobs/names.ts";
import { orderKey } from "../../../functions/timebank/store.ts";
import { DAY, MINUTE } from "../../support/clock.ts";
import { confirmedOrder, confirmedOrders, openMember, type Wanted } from "../../support/confirmed.ts";
import { FAULTS, type Fault, faultyClient, seededRandom } from "../../support/faults.ts";
import { type Death, dyingClient } from "../../support/killed.ts";
import { SEED_VARIABLE } from "../../support/seed.ts";
import { testProfile, timebankDistrict } from "../../support/timebank.ts";
import { type Bank, findings, startBank } from "./world.ts";

const PEOPLE = 6;
const ORDERS = 60;
const idOf = (kind: string, index: number) => `00000000-0000-7${kind}00-8000-${String(index).padStart(12, "0")}`;
const personId = (index: number) => idOf("a", index);
const orderId = (index: number) => idOf("b", index);
const london = { ...timebankDistrict(testProfile({ settlement: "calendar" })), zone: "Europe/London" };

interface Case {
  /** When the run starts; settlement is at two o'clock in London. */
  readonly start: string;
  /** How far the clock moves at each write, ms. */
  readonly stepMs: number;
}

const QUIET: Case = { start: "2026-06-15T01:05:00.000Z", stepMs: 0 };
let banks: Bank[] = [];
beforeAll(() => {
  banks = [];
});
afterAll(() => Promise.all(banks.map(({ app }) => app.stop())));

/** Sixty orders among six people, each confirmed an hour before two o'clock; one of them is damaged. */
const prepare = async ({ start }: Case): Promise<Bank> => {
  const confirmedMs = Date.parse(start) - 60 * MINUTE - 5 * MINUTE;
  const bank = await startBank([], { district: london, now: new Date(confirmedMs).toISOString() });
  banks.push(bank);
  const { deps } = bank.app;
  for (let index = 0; index < PEOPLE; index++) await openMember(deps, personId(index), 3_000);
  const wanted = Array.from({ length: ORDERS }, (_, index): Wanted => {
    const [recipient, volunteer] = [personId(index % PEOPLE), personId((index + 1 + (index % 5)) % PEOPLE)];
    return { id: orderId(index), recipient, volunteer, held: 60, credited: 15 * (1 + (index % 4)), confirmedMs };
  });
  await confirmedOrders(deps, wanted);
  const condition = { expression: "#r = :r", names: { "#r": "rev", "#c": "cred" }, values: { ":r": 6 } };
  const damaged = { type: "update", key: orderKey(orderId(7)), update: "REMOVE #c", condition } as const;
  await deps.db.commit([damaged]);
  // Confirmed after every two o'clock of these tests: still waits.
  const late = { recipient: personId(0), volunteer: personId(1), held: 60, credited: 60 };
  await confirmedOrder(deps, { ...late, id: orderId(ORDERS), confirmedMs: Date.parse(start) + 2 * DAY });
  bank.app.clock.set(start);
  return bank;
};

/** Everything that must come out the same: every account's amounts and every order's state. */
const books = async ({ app }: Bank) => {
  const accounts = Array.from({ length: PEOPLE }, (_, index) => ({ pk: `A#${personId(index)}.minutes`, sk: "A" }));
  const orders = Array.from({ length: ORDERS + 1 }, (_, index) => orderKey(orderId(index)));
  const [amounts, states] = [await app.deps.db.getMany(accounts), await app.deps.db.getMany(orders)];
  return {
    amounts: amounts.map(({ bal, held, hin, earned }) => [bal, held, hin, earned]),
    states: states.map(({ state, aside }) => [state, (aside as { why: string } | undefined)?.why]),
  };
};

const depsWith = (bank: Bank, client: ReturnType<typeof faultyClient>): Deps => ({
  ...bank.app.deps,
  db: openDb({ client, table: bank.app.table, sleep: async () => undefined }),
});

/** A run, and where it was killed or came to its deadline those that go on; true where it was killed. */
const killedRun = async (bank: Bank, death: Death, stepMs: number): Promise<boolean> => {
  const { client } = dyingClient(inject("engine").endpoint, death, () => bank.app.clock.advance(stepMs));
  const first = await runNamed(SETTLEMENT, depsWith(bank, client)).catch(() => undefined);
  for (let run = first; run?.state !== "finished"; ) run = await runNamed(SETTLEMENT, bank.app.deps);
  return first === undefined;
};

/** Each case makes a table, its people and their orders anew. */
const LONG = { timeout: 120_000 };
let expected: Awaited<ReturnType<typeof books>>;
let writes = 0;

describe("settlement", () => {
  it("in peace pays what was confirmed before two o'clock, and sets one order aside", async () => {
    const bank = await prepare(QUIET);
    const counting = dyingClient(inject("engine").endpoint, { write: 0, when: "before" });
    const run = await runNamed(SETTLEMENT, depsWith(bank, counting.client));
    writes = counting.writes();
    expect(run.counts).toEqual({ changed: ORDERS - 1, unchanged: 0, failed: 1 });
    expected = await books(bank);
    expect(expected.states.map(([state]) => state)).toEqual(
      Array.from({ length: ORDERS + 1 }, (_, index) => (index === 7 || index === ORDERS ? "confirmed" : "settled")),
    );
    expect(expected.states[7]).toEqual(["confirmed", "fault:TypeError"]);
    expect(await findings(bank)).toEqual([]);
    // The run's record five times (made, and after each page), one order set aside, and the transactions.
    expect(writes).toBe(5 + 1 + Math.ceil(((ORDERS - 1) * 3) / (100 - PEOPLE)));
  });

  it.each(["before", "after"] as const)("killed %s each of its writes, ends in the same books", LONG, async (when) => {
    for (let write = 1; write <= writes; write++) {
      const bank = await prepare(QUIET);
      expect(await killedRun(bank, { write, when }, 0), `write ${write}`).toBe(true);
      expect(await books(bank), `write ${write}`).toEqual(expected);
      expect(await findings(bank), `write ${write}`).toEqual([]);
    }
  });

  it("run three times at once pays once", async () => {
    const bank = await prepare(QUIET);
    const runs = await Promise.allSettled(Array.from({ length: 3 }, () => runNamed(SETTLEMENT, bank.app.deps)));
    // Who comes second finds the orders settled and leaves them: no runner fails over another one.
    expect(runs.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    await runNamed(SETTLEMENT, bank.app.deps);
    expect(await books(bank)).toEqual(expected);
    expect(await findings(bank)).toEqual([]);
  });

  it("under conflicts, throttling, lost requests and lost answers comes to the same books", async () => {
    const bank = await prepare(QUIET);
    const injected = new Map<Fault, number>();
    const rates = Object.fromEntries(FAULTS.map((fault) => [fault, 0.15]));
    const random = seededRandom(Number(process.env[SEED_VARIABLE]));
    const client = faultyClient(inject("engine").endpoint, { rates, random, injected });
    let runs = 0;
    for (let done = false; !done && runs < 60; runs++) {
      const run = await runNamed(SETTLEMENT, depsWith(bank, client)).catch(() => undefined);
      done = run?.state === "finished" && run.counts.changed === 0 && run.counts.failed === 0;
    }
    expect(await books(bank)).toEqual(expected);
    expect(await findings(bank)).toEqual([]);
    expect([...injected.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it.each([
    ["the end of a month", { start: "2026-06-30T22:50:00.000Z", stepMs: 7 * MINUTE }],
    ["the end of a year", { start: "2026-12-31T23:50:00.000Z", stepMs: 7 * MINUTE }],
    ["the spring change of the clocks", { start: "2026-03-29T00:50:00.000Z", stepMs: 7 * MINUTE }],
    ["the autumn change of the clocks", { start: "2026-10-25T00:50:00.000Z", stepMs: 7 * MINUTE }],
  ])("crossing %s, killed or not, settles what it was started for", LONG, async (_name, at) => {
    // Started before that day's two o'clock: what counts is the one before, whatever day it is when the run ends.
    for (const death of [{ write: 0, when: "before" } as const, { write: 4, when: "after" } as const]) {
      const bank = await prepare(at);
      const { deps, clock } = bank.app;
      const yesterday = clock.now().getTime() - 26 * 60 * MINUTE;
      await confirmedOrder(deps, {
        ...{ id: orderId(99), recipient: personId(2), volunteer: personId(3), held: 15, credited: 15 },
        confirmedMs: yesterday,
      });
      await killedRun(bank, death, at.stepMs);
      const order = await deps.db.get(orderKey(orderId(99)));
      expect(order?.state).toBe("settled");
      expect(await findings(bank)).toEqual([]);
      expect((await books(bank)).states.filter(([state]) => state === "settled")).toEqual([]);
      clock.advance(DAY);
      await runNamed(SETTLEMENT, deps);
      expect((await books(bank)).states).toEqual(expected.states);
      expect(await findings(bank)).toEqual([]);
    }
  });
});

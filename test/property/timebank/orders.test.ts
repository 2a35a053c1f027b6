/**
 * Orders under concurrency and faults, against what must hold whatever the order of events: no order is paid twice,
 * hours are conserved, no volunteer's sessions overlap, and every move is one of the table.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { COMMANDS, type Command, type State, transitionOf } from "../../../functions/timebank/domain/lifecycle.ts";
import { memberKey, orderKey, toOrder, toVolunteer } from "../../../functions/timebank/store.ts";
import type { Made } from "../../integration/residents/world.ts";
import {
  act,
  ask,
  type Bank,
  findings,
  helper,
  later,
  member,
  minutesOf,
  startBank,
} from "../../integration/timebank/world.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import { FAULTS, type Fault, faultyClient, seededRandom } from "../../support/faults.ts";
import { makeTable } from "../../support/harness.ts";
import { persist } from "../../support/replies.ts";
import { SEED_VARIABLE } from "../../support/seed.ts";

const OPENING = 3_000;
const SEED = Number(process.env[SEED_VARIABLE]);

interface Cast {
  readonly bank: Bank;
  readonly elders: readonly Made[];
  readonly volunteers: readonly Made[];
}

const cast = async (bank: Bank): Promise<Cast> => ({
  bank,
  elders: [await member(bank, OPENING), await member(bank, OPENING)],
  volunteers: [await helper(bank), await helper(bank), await helper(bank)],
});

/** Who gives which command, as a front end would; `pick` chooses among people. */
const giver = (
  command: Command,
  { bank, elders, volunteers }: Cast,
  pick: number,
): readonly [string, string, object] => {
  const elder = (elders[pick % elders.length] as Made).token;
  const volunteer = (volunteers[pick % volunteers.length] as Made).token;
  const start = later(bank, -30 * MINUTE);
  const times = { checkedInAt: start, checkedOutAt: later(bank, 0), reason: "by phone" };
  switch (command) {
    case "accept":
    case "withdraw":
    case "decline-match":
      return [command, volunteer, {}];
    case "match":
      return [command, elder, { volunteer: (volunteers[pick % volunteers.length] as Made).id }];
    case "cancel":
      return [command, elder, { reason: "changed plans" }];
    case "dispute":
      return [command, pick % 2 === 0 ? elder : volunteer, { reason: "not so" }];
    case "resolve":
      return [command, bank.steward, { minutes: 15 * (pick % 5), reason: "heard both" }];
    case "propose":
      return ["correction", volunteer, times];
    case "correct":
      return ["correction", bank.steward, times];
    case "decline-request":
      return [command, bank.steward, { reason: "not care" }];
    case "confirm":
      return [command, elder, {}];
    default:
      return [command, bank.steward, {}];
  }
};

const GIVEN: readonly Command[] = COMMANDS.filter((command) => command !== "expire");

const step = fc.record({
  command: fc.constantFrom(...GIVEN, "accept" as const, "check-in" as const, "check-out" as const, "confirm" as const),
  order: fc.nat(5),
  pick: fc.nat(5),
  twice: fc.boolean(),
});
type Plan = typeof rounds extends fc.Arbitrary<infer Value> ? Value : never;
/** Steps of a round run at once; between rounds time passes. */
const rounds = fc.array(fc.array(step, { minLength: 4, maxLength: 16 }), { minLength: 14, maxLength: 14 });

const play = async (played: Cast, orders: readonly string[], plan: Plan) => {
  const { bank } = played;
  const kept = new Set<string>();
  for (const round of plan) {
    await Promise.all(
      round.flatMap(({ command, order, pick, twice }) => {
        const [path, token, body] = giver(command, played, pick);
        const key = uuidv7();
        const send = async () => {
          let used = key;
          const reply = await persist((own) => {
            used = twice ? key : own;
            return act(bank, orders[order] as string, path, token, body, used);
          });
          expect(reply.status, reply.text).toBeLessThan(500);
          if (reply.status === 200) kept.add(`${orders[order]} ${used}`);
        };
        return twice ? [send(), send()] : [send()];
      }),
    );
    bank.app.clock.advance(20 * MINUTE);
  }
  // Each command that succeeded is one revision of its own: none was written over by another.
  for (const order of orders) {
    const revisions = [...kept].filter((each) => each.startsWith(order)).length + 1;
    const item = await bank.app.deps.db.get(orderKey(order));
    expect(item?.rev).toBe(revisions);
  }
};

/** What must hold whatever has happened. */
const check = async ({ bank, elders, volunteers }: Cast, orders: readonly string[]) => {
  const { deps } = bank.app;
  const all = (await deps.db.getMany(orders.map(orderKey))).map(toOrder);
  const members = (await deps.db.getMany(volunteers.map(({ id }) => memberKey(id)))).map(toVolunteer);
  const accounts = await Promise.all([...elders, ...volunteers].map((who) => minutesOf(bank, who)));
  const paid = all.filter(({ transfer }) => transfer !== undefined);

  // Hours are conserved: what volunteers have is what elders gave, order by order.
  expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(elders.length * OPENING);
  for (const who of volunteers) {
    const due = paid
      .filter((order) => order.volunteer === who.id)
      .reduce((sum, order) => sum + (order.credited ?? 0), 0);
    expect((await minutesOf(bank, who)).balance).toBe(due);
    expect(members.find(({ id }) => id === who.id)?.honour ?? 0).toBe(due);
  }
  // No order is paid twice: each has the one transfer that it names, over no more than it held.
  for (const order of paid) {
    const transfer = await bank.app.call("GET", `/v1/ledger/transfers/${order.transfer}`, { token: bank.auditor });
    expect(transfer.body.entries.map(({ amount }: { amount: number }) => amount)).toEqual([order.credited]);
    expect(order.credited).toBeLessThanOrEqual(order.held as number);
  }
  // What is held is held by an order that is under way.
  const open: readonly State[] = ["accepted", "checked-in", "checked-out", "confirmed", "disputed"];
  const held = all.filter(({ state }) => open.includes(state)).reduce((sum, order) => sum + (order.held ?? 0), 0);
  expect(accounts.reduce((sum, { holdsOut }) => sum + holdsOut, 0)).toBe(held);
  // Sessions of one volunteer do not overlap, and at most one runs.
  for (const { sessions } of members) {
    expect(sessions.filter(({ state }) => state === "running").length).toBeLessThanOrEqual(1);
    const ended = sessions.filter(({ state }) => state === "ended").sort((a, b) => a.fromMs - b.fromMs);
    for (const [index, session] of ended.entries()) {
      const next = ended[index + 1];
      if (next) expect(session.untilMs).toBeLessThanOrEqual(next.fromMs);
    }
  }
  expect(await findings(bank)).toEqual([]);
  return all;
};

/** Six requests: pairs of them at the same time, so that volunteers must choose. */
const requests = async ({ bank, elders }: Cast): Promise<string[]> => {
  const orders: string[] = [];
  for (let index = 0; index < 6; index++) {
    const from = later(bank, (1 + Math.floor(index / 2)) * HOUR);
    const until = later(bank, (2 + Math.floor(index / 2)) * HOUR);
    orders.push(await ask(bank, elders[index % elders.length] as Made, { from, until, minutes: 60 }));
  }
  return orders;
};

describe("random commands on six orders by all sides at once", () => {
  let bank: Bank;
  beforeAll(async () => {
    bank = await startBank();
  });
  afterAll(() => bank.app.stop());

  it("pay each order at most once, conserve hours and keep sessions apart; the job ends what is left", async () => {
    const seen = new Set<State>();
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        const played = await cast(bank);
        const orders = await requests(played);
        await play(played, orders, plan);
        for (const { state } of await check(played, orders)) seen.add(state);
        bank.app.clock.advance(10 * DAY);
        await Promise.all([runNamed("orders-due", bank.app.deps), runNamed("orders-due", bank.app.deps)]);
        await runNamed("orders-due", bank.app.deps);
        const after = await check(played, orders);
        const ends = ["settled", "resolved", "disputed", "cancelled", "no-show", "expired", "declined"];
        for (const { state } of after) expect(ends).toContain(state);
        for (const { state } of after) seen.add(state);
      }),
      { numRuns: 6, endOnFailure: true, verbose: fc.VerbosityLevel.None },
    );
    // The plays did get somewhere: a run whose every command was refused would prove nothing.
    expect(seen.size).toBeGreaterThanOrEqual(4);
  }, 120_000);

  it("one hold, forty confirmations at once under as many keys: one pays", async () => {
    const played = await cast(bank);
    const [elder, volunteer] = [played.elders[0] as Made, played.volunteers[0] as Made];
    const order = await ask(bank, elder);
    await act(bank, order, "accept", volunteer.token);
    bank.app.clock.advance(HOUR);
    await act(bank, order, "check-in", bank.steward);
    bank.app.clock.advance(HOUR);
    await act(bank, order, "check-out", bank.steward);
    const replies = await Promise.all(
      Array.from({ length: 40 }, () => persist((key) => act(bank, order, "confirm", elder.token, {}, key))),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(["timebank/already-confirmed"]),
    );
    expect(await minutesOf(bank, volunteer)).toMatchObject({ balance: 60 });
    await check(played, [order]);
  });

  it("ten overlapping requests accepted by one volunteer at once: one is taken", async () => {
    const played = await cast(bank);
    const [elder, volunteer] = [played.elders[0] as Made, played.volunteers[0] as Made];
    const orders = await Promise.all(Array.from({ length: 10 }, () => ask(bank, elder)));
    const replies = await Promise.all(
      orders.map((order) => persist((key) => act(bank, order, "accept", volunteer.token, {}, key))),
    );
    const codes = replies.map(({ status, body }) => (status === 200 ? "accepted" : body.code));
    expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
    expect(codes.filter((code) => code === "timebank/session-overlap")).toHaveLength(9);
    await check(played, orders);
  });

  it("ten requests one after another, accepted at once: the day's cap of six hours lets six be taken", async () => {
    const played = await cast(bank);
    const [elder, volunteer] = [played.elders[0] as Made, played.volunteers[0] as Made];
    // The next local day, so that none of the hours fall into two days.
    const dawn = 24 * HOUR - (bank.app.clock.now().getTime() % (24 * HOUR));
    const orders: string[] = [];
    for (let hour = 0; hour < 10; hour++) {
      const [from, until] = [later(bank, dawn + hour * HOUR), later(bank, dawn + (hour + 1) * HOUR)];
      orders.push(await ask(bank, elder, { from, until }));
    }
    const replies = await Promise.all(
      orders.map((order) => persist((key) => act(bank, order, "accept", volunteer.token, {}, key))),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(6);
    const refused = replies.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(["timebank/cap"]));
    await check(played, orders);
  });
});

describe("the same with conflicts, throttling, and answers lost before and after the write", () => {
  it("pays each order at most once and conserves hours", async () => {
    const { endpoint } = await makeTable();
    const injected = new Map<Fault, number>();
    const random = seededRandom(SEED);
    const plan = { rates: {} as Partial<Record<Fault, number>>, random, injected };
    const client = faultyClient(endpoint, plan);
    const bank = await startBank([], { overrides: { client, sleep: async () => undefined } });
    const played = await cast(bank);
    const orders = await requests(played);
    Object.assign(plan.rates, { conflict: 0.1, throttle: 0.03, "lost-before": 0.03, "lost-after": 0.05 });
    const [steps] = fc.sample(rounds, 1) as [Plan];
    // A lost answer is asked for again under its key, as `persist` does; a code that was tried is not.
    await play(played, orders, steps);
    Object.assign(plan.rates, Object.fromEntries(FAULTS.map((fault) => [fault, 0])));
    await check(played, orders);
    expect([...injected.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5);
    await bank.app.stop();
  }, 120_000);
});

it("every command that a side can give is in the plays", () => {
  for (const command of COMMANDS) {
    const given = GIVEN.includes(command);
    expect(given).toBe(transitionOf(command).by.some((side) => side !== "system"));
  }
});

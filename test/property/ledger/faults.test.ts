/**
 * The ledger while its database misbehaves: conflicts, throttling, answers lost before and after the commit. Every
 * key has one effect.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FaultPlan, faultyClient, seededRandom } from "../../support/faults.ts";
import { type App, type Reply, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools } from "../../support/people.ts";

const PEOPLE = 6;
const OPENING = 60;
const COMMANDS = 120;
const WORKERS = 8;
const TRIES_MAX = 60;

let app: App;
const plan: { rates: FaultPlan["rates"]; random: () => number; injected: FaultPlan["injected"] } = {
  rates: {},
  random: () => 1,
  injected: new Map(),
};

beforeAll(async () => {
  const { endpoint } = inject("engine");
  app = await startApp({
    overrides: { client: faultyClient(endpoint, plan as FaultPlan), sleep: async () => undefined },
  });
  await pools(app);
});
afterAll(() => app.stop());

/** Sends the same request under the same key until the outcome is known, as every client should. */
const insist = async (send: () => Promise<Reply>): Promise<Reply> => {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const reply = await send();
    if (reply.status !== 503) return reply;
    expect(["server/busy", "server/unknown-outcome"]).toContain(reply.body.code);
    expect(reply.headers.get("retry-after")).toBe("1");
  }
  throw new Error("no outcome");
};

describe(`${COMMANDS} payments by ${WORKERS} workers under faults`, () => {
  it("move exactly what was answered 201, and never call a conflict a lack of funds", async () => {
    const commands = fc.array(
      fc.record({
        from: fc.nat(PEOPLE - 1),
        step: fc.integer({ min: 1, max: PEOPLE - 1 }),
        amount: fc.integer({ min: 1, max: 30 }),
      }),
      {
        minLength: COMMANDS,
        maxLength: COMMANDS,
      },
    );
    await fc.assert(
      fc.asyncProperty(commands, fc.integer(), async (orders, seed) => {
        plan.rates = {};
        const people: Person[] = await Promise.all(Array.from({ length: PEOPLE }, () => person(app, OPENING)));
        Object.assign(plan, {
          random: seededRandom(seed),
          rates: { conflict: 0.2, throttle: 0.05, "lost-before": 0.1, "lost-after": 0.1 },
        });
        const expected = people.map(() => OPENING);
        let next = 0;
        const work = async () => {
          for (let index = next++; index < orders.length; index = next++) {
            const { from, step, amount } = orders[index] as (typeof orders)[number];
            const to = (from + step) % PEOPLE;
            const [payer, payee] = [people[from] as Person, people[to] as Person];
            const key = uuidv7();
            const body = { from: payer.points, to: payee.points, amount, category: "thanks" };
            const reply = await insist(() =>
              app.call("POST", "/v1/ledger/transfers", { token: payer.token, key, body }),
            );
            if (reply.status === 201) {
              expected[from] = (expected[from] as number) - amount;
              expected[to] = (expected[to] as number) + amount;
            } else {
              expect(reply.body.code).toBe("ledger/insufficient-available");
              expect(reply.body.params.available).toBeLessThan(amount);
            }
          }
        };
        await Promise.all(Array.from({ length: WORKERS }, work));
        plan.rates = {};
        const balances = await Promise.all(people.map(async (who) => (await account(app, who)).balance as number));
        expect(balances).toEqual(expected);
      }),
      { numRuns: 4 },
    );
    expect([...plan.injected.keys()].sort()).toEqual(["conflict", "lost-after", "lost-before", "throttle"]);
  }, 120_000);
});

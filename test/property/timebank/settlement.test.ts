/**
 * Settlement against a plain model: a list of orders and what each must do to its two accounts. Whatever orders there
 * are, whoever is frozen and wherever the run is killed, every amount is what the model says and the books are right.
 */
import fc from "fast-check";
import { expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { openDb } from "../../../functions/shared/dynamo.ts";
import { SETTLEMENT } from "../../../functions/timebank/jobs/names.ts";
import { orderKey } from "../../../functions/timebank/store.ts";
import { findings, fund, startBank } from "../../integration/timebank/world.ts";
import { confirmedOrder, openMember } from "../../support/confirmed.ts";
import { dyingClient } from "../../support/killed.ts";
import { testProfile, timebankDistrict } from "../../support/timebank.ts";

const PEOPLE = 5;
const OPENING = 1_200;
const CARE = 6_000;
const CONFIRMED = "2026-06-15T01:00:00.000Z";
/** After the two o'clock of the next morning in Shaoxing. */
const NOW = "2026-06-15T20:00:00.000Z";
const district = timebankDistrict(testProfile({ settlement: "calendar" }));
const uuid = (kind: string, index: number) => `00000000-0000-7${kind}00-8000-${String(index).padStart(12, "0")}`;

const order = fc.record({
  recipient: fc.nat(PEOPLE - 1),
  step: fc.integer({ min: 1, max: PEOPLE - 1 }),
  held: fc.integer({ min: 1, max: 3 }),
  lost: fc.nat(3),
  payer: fc.constantFrom("own-hours" as const, "own-hours" as const, "care-pool" as const),
  creditTo: fc.constantFrom("member" as const, "member" as const, "care-pool" as const, "honour-only" as const),
  late: fc.constantFrom(false, false, false, true),
});
type Drawn = typeof order extends fc.Arbitrary<infer T> ? T : never;

interface Amounts {
  balance: number;
  held: number;
  heldIn: number;
}

/** What must come out, order by order. */
const model = (orders: readonly Drawn[], frozen: number | undefined) => {
  const accounts = Array.from({ length: PEOPLE }, (): Amounts => ({ balance: OPENING, held: 0, heldIn: 0 }));
  const states = orders.map((one) => {
    const [held, credited] = [one.held * 60, Math.max(one.held * 60 - one.lost * 15, 0)];
    const payer = one.payer === "own-hours" ? one.recipient : undefined;
    const payee = one.creditTo === "member" ? (one.recipient + one.step) % PEOPLE : undefined;
    // A release touches frozen accounts too; a payment does not.
    const stuck = frozen !== undefined && credited > 0 && [payer, payee].includes(frozen);
    const [from, to] = [payer, payee].map((index) => (index === undefined ? undefined : accounts[index]));
    if (one.late || stuck) {
      if (from) from.held += held;
      if (to) to.heldIn += held;
      return one.late ? "late" : "aside";
    }
    if (from) from.balance -= credited;
    if (to) to.balance += credited;
    return "settled";
  });
  return { accounts, states };
};

it("comes out as the model says, wherever it is killed", { timeout: 240_000 }, async () => {
  const drawn = fc.record({
    orders: fc.array(order, { minLength: 1, maxLength: 14 }),
    frozen: fc.option(fc.nat(PEOPLE - 1), { nil: undefined, freq: 3 }),
    death: fc.record({ write: fc.nat(7), when: fc.constantFrom("before" as const, "after" as const) }),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ orders, frozen, death }) => {
      const bank = await startBank([], { district, now: CONFIRMED });
      const { deps, clock, table } = bank.app;
      for (let index = 0; index < PEOPLE; index++) await openMember(deps, uuid("a", index), OPENING);
      await fund(bank, "care", CARE);
      const wanted = model(orders, frozen);
      const covered: number[] = [];
      for (const [index, one] of orders.entries()) {
        // What the pool would pay to itself needs no hold; such orders are made over HTTP elsewhere.
        if (one.payer === "care-pool" && one.creditTo === "care-pool") continue;
        const people = { recipient: one.recipient, volunteer: (one.recipient + one.step) % PEOPLE };
        await confirmedOrder(deps, {
          ...{ id: uuid("b", index), held: one.held * 60, credited: Math.max(one.held * 60 - one.lost * 15, 0) },
          ...{ recipient: uuid("a", people.recipient), volunteer: uuid("a", people.volunteer) },
          ...{ payer: one.payer, creditTo: one.creditTo },
          confirmedMs: Date.parse(one.late ? NOW : CONFIRMED) + index,
        });
        covered.push(index);
      }
      if (frozen !== undefined) {
        const condition = { expression: "#s = :a", names: { "#s": "st" }, values: { ":a": "active", ":f": "frozen" } };
        const key = { pk: `A#${uuid("a", frozen)}.minutes`, sk: "A" };
        await deps.db.commit([{ type: "update", key, update: "SET #s = :f", condition }]);
      }
      clock.set(NOW);
      const { client } = dyingClient(inject("engine").endpoint, death);
      const killed = { ...deps, db: openDb({ client, table, sleep: async () => undefined }) };
      const first = await runNamed(SETTLEMENT, killed).catch(() => undefined);
      if (first?.state !== "finished") await runNamed(SETTLEMENT, deps);
      for (const [index, account] of wanted.accounts.entries()) {
        const item = await deps.db.get({ pk: `A#${uuid("a", index)}.minutes`, sk: "A" });
        expect({ balance: item?.bal, held: item?.held, heldIn: item?.hin }).toEqual(account);
      }
      for (const index of covered) {
        const item = await deps.db.get(orderKey(uuid("b", index)));
        const state = item?.aside === undefined ? (item?.state === "confirmed" ? "late" : item?.state) : "aside";
        expect(state).toBe(wanted.states[index]);
      }
      await runNamed("pool-fold", deps);
      expect(await findings(bank)).toEqual([]);
      await bank.app.stop();
    }),
    { numRuns: 12 },
  );
});

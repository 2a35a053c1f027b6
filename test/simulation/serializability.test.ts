/**
 * The ledger is strictly serializable: histories of concurrent clients under faults have an order that explains them,
 * by two checkers that share nothing; and both find a store whose conditions were taken away.
 */
import { describe, expect, it } from "vitest";
import { faultOf } from "./history/graph.ts";
import { type History, type Operation, record } from "./history/record.ts";
import { canBeExplained } from "./history/search.ts";
import { UNCONDITIONAL } from "./kernel/mutants.ts";

const SEEDS = 12;
const TINY_SEEDS = 60;
/** Seeds within which a store without conditions must be found. */
const CAUGHT_SEEDS_MAX = 20;

/** Amounts so different that a balance names its version nearly always. */
const LARGE = { accounts: 5, clients: 8, operations: 25, opening: 100_000, amountMax: 60_000 };
const TINY = { accounts: 2, clients: 3, operations: 2, opening: 10, amountMax: 9 };

describe("histories of eight clients and 200 operations", () => {
  it(`have no cycle of versions, answers and real time, in ${SEEDS} seeds`, async () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= SEEDS; seed++) {
      const history = await record({ ...LARGE, seed });
      expect(faultOf(history), `seed ${seed}`).toBeUndefined();
      for (const { told } of history.operations) kinds.add(told.kind);
    }
    expect([...kinds].sort()).toEqual(["balance", "paid", "short", "unknown"]);
  }, 120_000);

  it(`have one within ${CAUGHT_SEEDS_MAX} seeds when the store has no conditions`, async () => {
    const found = await firstSeed(async (seed) => {
      return faultOf(await record({ ...LARGE, seed, mutant: UNCONDITIONAL })) !== undefined;
    });
    expect(found).toBeLessThanOrEqual(CAUGHT_SEEDS_MAX);
  }, 120_000);
});

describe("tiny histories", () => {
  it(`are explained by some order, tried exhaustively, in ${TINY_SEEDS} seeds; the graph agrees`, async () => {
    for (let seed = 1; seed <= TINY_SEEDS; seed++) {
      const history = await record({ ...TINY, seed });
      expect(canBeExplained(history), `seed ${seed}`).toBe(true);
      expect(faultOf(history), `seed ${seed}`).toBeUndefined();
    }
  }, 120_000);

  it(`are not within ${CAUGHT_SEEDS_MAX} seeds when the store has no conditions`, async () => {
    const found = await firstSeed(
      async (seed) => !canBeExplained(await record({ ...TINY, seed, mutant: UNCONDITIONAL })),
    );
    expect(found).toBeLessThanOrEqual(CAUGHT_SEEDS_MAX);
  }, 120_000);
});

const firstSeed = async (isFound: (seed: number) => Promise<boolean>): Promise<number> => {
  for (let seed = 1; seed <= CAUGHT_SEEDS_MAX; seed++) if (await isFound(seed)) return seed;
  return Number.POSITIVE_INFINITY;
};

describe("both checkers, on histories written by hand", () => {
  const at = (invoked: number, answered: number, ask: Operation["ask"], told: Operation["told"]): Operation => ({
    client: invoked,
    ask,
    told,
    invoked,
    answered,
  });
  const pay = { do: "pay", id: "1", from: "a", to: "b", amount: 3 } as const;
  const history = (operations: readonly Operation[], isPaid = true): History => ({
    opening: { a: 10, b: 0 },
    operations,
    journal: { a: isPaid ? [{ id: "1", change: -3 }] : [], b: isPaid ? [{ id: "1", change: 3 }] : [] },
  });
  const read = (account: string) => ({ do: "read", account }) as const;
  const balance = (amount: number) => ({ kind: "balance", balance: amount }) as const;

  it.each<[string, History, boolean]>([
    [
      "a read after a payment sees it",
      history([at(0, 1, pay, { kind: "paid" }), at(2, 3, read("a"), balance(7))]),
      true,
    ],
    ["a stale read", history([at(0, 1, pay, { kind: "paid" }), at(2, 3, read("a"), balance(10))]), false],
    [
      "a read while it is under way",
      history([at(0, 3, pay, { kind: "paid" }), at(1, 2, read("a"), balance(10))]),
      true,
    ],
    [
      "two reads that go back in time",
      history([at(0, 5, pay, { kind: "paid" }), at(1, 2, read("a"), balance(7)), at(3, 4, read("b"), balance(0))]),
      false,
    ],
    ["a balance that never was", history([at(0, 1, read("a"), balance(8))], false), false],
    [
      "an unheard payment that was made",
      history([at(0, Number.POSITIVE_INFINITY, pay, { kind: "unknown" }), at(1, 2, read("b"), balance(3))]),
      true,
    ],
    ["a refusal for nothing", history([at(0, 1, pay, { kind: "short", balance: 10 })], false), false],
  ])("%s", (_name, given, isRight) => {
    expect(faultOf(given) === undefined).toBe(isRight);
    expect(canBeExplained(given)).toBe(isRight);
  });
});

/**
 * A seeded fault layer under the real SDK client: the engine's true answers, but sometimes lost, late, or in
 * conflict.
 */
import { DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

export const FAULTS = ["conflict", "throttle", "lost-before", "lost-after"] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultPlan {
  /** Chance of each fault on a write, in [0, 1]. */
  readonly rates: Readonly<Partial<Record<Fault, number>>>;
  /** Number in [0, 1), seeded. */
  readonly random: () => number;
  /** Counts what was injected, so that a test can see that its faults happened. */
  readonly injected: Map<Fault, number>;
}

const timeout = () => Object.assign(new Error("socket hang up"), { name: "TimeoutError", code: "ECONNRESET" });

const conflicts = (items: number) =>
  new TransactionCanceledException({
    $metadata: {},
    message: "conflict",
    CancellationReasons: Array.from({ length: items }, (_, index) => ({
      Code: index === 0 ? "TransactionConflict" : "None",
    })),
  });

const throttle = () => Object.assign(new Error("slow down"), { name: "ThrottlingException" });

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const draw = (plan: FaultPlan): Fault | undefined => {
  const dice = plan.random();
  let edge = 0;
  for (const fault of FAULTS) {
    edge += plan.rates[fault] ?? 0;
    if (dice < edge) return fault;
  }
  return undefined;
};

/** A client of the engine whose writes meet faults by the plan. */
export const faultyClient = (endpoint: string, plan: FaultPlan): DynamoDBClient => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName } = context as { commandName?: string };
      const fault = commandName && /^(Transact)?(Write|Put|Update)/.test(commandName) ? draw(plan) : undefined;
      if (!fault) return next(args);
      plan.injected.set(fault, (plan.injected.get(fault) ?? 0) + 1);
      const items = (args.input as { TransactItems?: unknown[] }).TransactItems?.length;
      if (fault === "conflict" && items !== undefined) throw conflicts(items);
      if (fault === "throttle") throw throttle();
      if (fault === "lost-after") await next(args);
      throw timeout();
    },
    { step: "initialize", name: "faults", priority: "high" },
  );
  return client;
};

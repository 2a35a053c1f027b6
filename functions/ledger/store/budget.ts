/**
 * Hard budgets of reward pools, split into shards so that rewards do not queue at one item; a reward is refused only
 * when all shards together cannot pay.
 */
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { Expression } from "../../shared/expression.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Key, Write } from "../../shared/write.ts";
import { accountRef, hardBudget } from "../domain/account.ts";
import type { BudgetUse } from "../domain/plan.ts";

/** Key of one shard of a pool's budget. */
export const shardKey = (pool: string, shard: number): Key => ({
  pk: `B#${pool}`,
  sk: `S${String(shard).padStart(2, "0")}`,
});

/** Keys of all shards. */
export const shardKeys = (pool: string, shards: number): Key[] =>
  Array.from({ length: shards }, (_, shard) => shardKey(pool, shard));

/**
 * Once anything has stood in the way (one of `others` or a shard is known), all shards of the budget are read: probing
 * them one a round would need more rounds than there are, and only all of them together can say that it is used up.
 */
export const learnBudget = async (
  pool: string | undefined,
  others: readonly Key[],
  known: Known,
  deps: Pick<Deps, "db" | "district">,
): Promise<void> => {
  const budget = pool === undefined ? undefined : hardBudget(deps.district, accountRef(pool));
  if (pool === undefined || budget === undefined) return;
  const keys = shardKeys(pool, budget.shards);
  if ([...others, ...keys].every((key) => known.get(key) === undefined)) return;
  for (const key of keys) known.set(key, null);
  for (const item of await deps.db.getMany(keys)) known.set(item, item);
};

const take = (key: Key, amount: number): Write => {
  const x = new Expression();
  const available = x.name("avail");
  const update = `SET ${available} = ${available} - ${x.value(amount)}`;
  const expression = `${available} >= ${x.value(amount)}`;
  return { type: "update", key, update, condition: { expression, names: x.names, values: x.values } };
};

/** Adds to a shard, making it on first use. */
export const addToShard = (key: Key, amount: number): Write => {
  const x = new Expression();
  const available = x.name("avail");
  const update = `SET ${available} = if_not_exists(${available}, ${x.value(0)}) + ${x.value(amount)}`;
  const expression = `attribute_not_exists(${available}) OR ${available} >= ${x.value(0)}`;
  return { type: "update", key, update, condition: { expression, names: x.names, values: x.values } };
};

/**
 * Writes that take (or return) what a plan uses of hard budgets; refused with what is left when it does not suffice.
 */
export const budgetWrites = (
  uses: readonly BudgetUse[],
  known: Known,
  { district, random }: Pick<Deps, "district" | "random">,
): { readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] } => {
  const totals = new Map<string, number>();
  for (const use of uses) totals.set(use.pool, (totals.get(use.pool) ?? 0) + use.amount);
  const writes: Write[] = [];
  for (const [pool, amount] of totals) {
    if (amount === 0) continue;
    const shards = hardBudget(district, accountRef(pool))?.shards ?? 1;
    const keys = shardKeys(pool, shards);
    const start = Math.floor(random() * shards);
    if (amount < 0) {
      writes.push(addToShard(keys[start] as Key, -amount));
      continue;
    }
    const taken = takeFrom(keys, start, amount, known);
    if (!taken) {
      const left = keys.reduce((sum, key) => sum + Number(known.get(key)?.avail ?? 0), 0);
      return { refusals: [refuse("ledger/budget-exhausted", { pool, available: left, needed: amount })] };
    }
    writes.push(...taken);
  }
  return { writes };
};

/**
 * One shard that may have enough, else several that together have; undefined when every shard is known and they do
 * not suffice.
 */
const takeFrom = (keys: readonly Key[], start: number, amount: number, known: Known): Write[] | undefined => {
  const turned = [...keys.slice(start), ...keys.slice(0, start)];
  const enough = turned.find((key) => {
    const item = known.get(key);
    return item === undefined || (item !== null && Number(item.avail) >= amount);
  });
  if (enough) return [take(enough, amount)];
  const writes: Write[] = [];
  let missing = amount;
  for (const key of turned) {
    const part = Math.min(Number(known.get(key)?.avail ?? 0), missing);
    if (part <= 0) continue;
    writes.push(take(key, part));
    missing -= part;
  }
  return missing === 0 ? writes : undefined;
};

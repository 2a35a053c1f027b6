/** Folding: pool balances from their journals, and expired lots off their accounts. */
import type { Db } from "../../shared/dynamo.ts";
import { Expression } from "../../shared/expression.ts";
import type { Stamp } from "../../shared/stamp.ts";
import type { Write } from "../../shared/write.ts";
import type { Account } from "../domain/account.ts";
import type { ExpiryPlan } from "../domain/expiry.ts";
import { accountKey } from "./account.ts";
import { journalPartitions } from "./journal.ts";

/** Entries read at a time from each side of each partition. */
export const FOLD_PAGE = 500;

/** One step of a fold: the sum of all entries above the checkpoint up to `upTo`. */
export interface FoldStep {
  readonly upTo: Stamp;
  readonly delta: number;
  readonly entries: number;
}

/**
 * Sums a pool's entries from its checkpoint (`last`) up to `target`, or as far as one page of every partition reaches:
 * where a partition has more, the step ends before the last stamp seen there, so that every partition is summed up to
 * the same stamp. `page` is 2 or more, or no step would get on.
 */
export const readFoldStep = async (
  db: Db,
  pool: Pick<Account, "id" | "last">,
  target: Stamp,
  page = FOLD_PAGE,
): Promise<FoldStep> => {
  if (pool.last >= target) return { upTo: pool.last, delta: 0, entries: 0 };
  const sides = (["g1", "g2"] as const).flatMap((index) =>
    journalPartitions(pool.id).map((partition) => ({ index, partition })),
  );
  const pages = await Promise.all(
    sides.map(({ index, partition }) =>
      db.query({ index, partition, from: pool.last + 1, to: target, limit: page }).then(({ items, last }) => ({
        sign: index === "g1" ? -1 : 1,
        stamps: items.map((item) => item.g1s as Stamp),
        amounts: items.map((item) => item.amt as number),
        more: last !== undefined,
      })),
    ),
  );
  const upTo = Math.min(target, ...pages.filter(({ more }) => more).map(({ stamps }) => (stamps.at(-1) as Stamp) - 1));
  let delta = 0;
  let entries = 0;
  for (const { sign, stamps, amounts } of pages) {
    for (const [index, stamp] of stamps.entries()) {
      if (stamp > upTo) break;
      delta += sign * (amounts[index] as number);
      entries += 1;
    }
  }
  if (entries === 0 && upTo < target) throw new Error(`${page} entries of ${pool.id} share one stamp`);
  return { upTo, delta, entries };
};

/** Advances balance and checkpoint together, from the checkpoint that was read: of two folds one counts. */
export const foldWrite = (pool: Pick<Account, "id" | "last">, { upTo, delta }: FoldStep): Write => {
  const x = new Expression();
  const last = x.name("last");
  const adds = [
    ["bal", delta],
    ["free", delta],
    ["avail", delta],
    ["room", -delta],
    ["ver", 1],
  ] as const;
  const added = adds.map(([name, value]) => `${x.name(name)} ${x.value(value)}`).join(", ");
  const update = `SET ${last} = ${x.value(upTo)} ADD ${added}`;
  const expression = `${last} = ${x.value(pool.last)}`;
  return {
    type: "update",
    key: accountKey(pool.id),
    update,
    condition: { expression, names: x.names, values: x.values },
  };
};

/**
 * Takes expired lots off an account that nothing has touched since it was read; `stamp` is the expiry entry's, if
 * there is one.
 */
export const expiryWrite = (account: Account, plan: ExpiryPlan, stamp: Stamp | undefined): Write => {
  const x = new Expression();
  const amount = plan.amount;
  const sets = {
    bal: account.balance - amount,
    free: account.free - amount,
    avail: account.available - amount,
    room: account.room + amount,
    spent: plan.spent,
    ver: account.version + 1,
    ...(stamp === undefined ? {} : { last: stamp }),
    ...(plan.waiting === null ? {} : { [`lots.${plan.waiting.day}`]: plan.waiting.amount }),
  };
  const conditions = [`${x.name("ver")} = ${x.value(account.version)}`, `${x.name("st")} = ${x.value("active")}`];
  if (stamp !== undefined) conditions.push(`${x.name("last")} < ${x.value(stamp)}`);
  const removes = plan.removed.map((day) => x.name(`lots.${day}`));
  const update = [
    `SET ${Object.entries(sets)
      .map(([name, value]) => `${x.name(name)} = ${x.value(value)}`)
      .join(", ")}`,
    ...(removes.length > 0 ? [`REMOVE ${removes.join(", ")}`] : []),
  ].join(" ");
  return {
    type: "update",
    key: accountKey(account.id),
    update,
    condition: { expression: conditions.join(" AND "), names: x.names, values: x.values },
  };
};

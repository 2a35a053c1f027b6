/**
 * Faults put into the product on purpose: each must be found by the simulation within a stated number of seeds, or the
 * simulation is blind to its kind.
 */
import type { Deps } from "../../../functions/shared/deps.ts";
import type { Commit, Db } from "../../../functions/shared/dynamo.ts";
import { always, type Condition, type Item, keyText, type Write, writeKey } from "../../../functions/shared/write.ts";

/** A way to spoil the processes of a world. */
export interface Mutant {
  readonly name: string;
  /** What it stands for. */
  readonly about: string;
  readonly spoil: (deps: Deps) => Deps;
}

const withDb = (change: (db: Db) => Partial<Db>): Mutant["spoil"] => {
  return (deps) => ({ ...deps, db: { ...deps.db, ...change(deps.db) } });
};

const onWrites = (change: (write: Write) => Write): Mutant["spoil"] =>
  withDb((db) => ({ commit: (writes) => db.commit(writes.map(change)) }));

/** A condition without one comparison: `#avail >= :3` is left out, its values with it. */
const without = (attribute: string, condition: Condition): Condition => {
  const terms = condition.expression.split(" AND ").filter((term) => !term.startsWith(`#${attribute} `));
  const expression = terms.join(" AND ");
  if (expression === "") return always;
  const used = (name: string): boolean => new RegExp(`${name}(?![A-Za-z0-9_])`).test(expression);
  const names = Object.fromEntries(Object.entries(condition.names).filter(([name]) => used(name)));
  const values = Object.fromEntries(Object.entries(condition.values).filter(([name]) => used(name)));
  return { expression, names, values };
};

/** Names and values that only the condition used must stay where the update uses them, so both sets are kept. */
const relaxed = (attribute: string) =>
  onWrites((write) => {
    if (write.type !== "update" || !write.key.pk.startsWith("A#")) return write;
    const changed = without(attribute, write.condition);
    const uses = (name: string): boolean => new RegExp(`${name}(?![A-Za-z0-9_])`).test(write.update);
    const keep = (all: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(Object.entries(all).filter(([n]) => uses(n)));
    const condition = {
      ...changed,
      names: { ...changed.names, ...(keep(write.condition.names) as Record<string, string>) },
      values: { ...changed.values, ...keep(write.condition.values) },
    };
    return { ...write, condition };
  });

const isCreate = (write: Write, prefix: string): boolean => write.type === "put" && write.item.pk.startsWith(prefix);

/** Commits again, without the conditions that failed. */
const insist = async (db: Db, writes: readonly Write[]): Promise<Commit> => {
  const outcome = await db.commit(writes);
  if (outcome.ok) return outcome;
  const failed = new Set(outcome.failed.map(({ key }) => keyText(key)));
  // The condition of an update shares its names and values with the update, so it is only turned into one that holds.
  const forced = writes.map((write): Write => {
    if (!failed.has(keyText(writeKey(write)))) return write;
    if (write.type === "put") return { ...write, condition: always };
    const expression = `(${write.condition.expression}) OR attribute_exists(#pk)`;
    const names = { ...write.condition.names, "#pk": "pk" };
    return { ...write, condition: { ...write.condition, expression, names } };
  });
  return db.commit(forced);
};

const DAY_MS = 86_400_000;
const unexpired = (item: Item | undefined): Item | undefined =>
  item?.pk.startsWith("H#") && item.state === "open" ? { ...item, exp: (item.exp as number) + DAY_MS } : item;

/** A store whose conditions all hold: what is left of the ledger without them. */
export const UNCONDITIONAL: Mutant = {
  name: "no-conditions",
  about: "no write has a condition",
  spoil: onWrites((write) => {
    if (write.type !== "update") return { ...write, condition: always };
    const expression = `(${write.condition.expression}) OR ${always.expression}`;
    const names = { ...write.condition.names, ...always.names };
    return { ...write, condition: { ...write.condition, expression, names } };
  }),
};

/** The mutants of the ledger. */
export const MUTANTS: readonly Mutant[] = [
  { name: "no-funds-condition", about: "a payment is not asked whether it is covered", spoil: relaxed("avail") },
  { name: "no-free-condition", about: "a hold is not asked whether it is covered", spoil: relaxed("free") },
  { name: "no-room-condition", about: "a payee's ceiling is not asked", spoil: relaxed("room") },
  {
    name: "no-idempotency-record",
    about: "a transfer overwrites what stands under its key",
    spoil: onWrites((write) =>
      isCreate(write, "T#") && write.type === "put" ? { ...write, condition: always } : write,
    ),
  },
  {
    name: "no-kept-answer",
    about: "a command keeps no answer under its key",
    spoil: withDb((db) => ({
      commit: (writes) => {
        const rest = writes.filter((write) => !isCreate(write, "K#"));
        return rest.length === 0 ? Promise.resolve({ ok: true }) : db.commit(rest);
      },
    })),
  },
  {
    name: "retry-non-conflict",
    about: "a failed condition is retried as if it were a conflict",
    spoil: withDb((db) => ({ commit: (writes) => insist(db, writes) })),
  },
  {
    name: "no-index-row",
    about: "a hold is not entered in the list of what is due",
    spoil: onWrites((write) => {
      if (write.type !== "put" || !isCreate(write, "H#")) return write;
      const { g3p: _partition, g3s: _sort, ...item } = write.item;
      return { ...write, item: item as Item };
    }),
  },
  {
    name: "hold-judged-by-ttl",
    about: "a hold lives until something deletes it, a day later",
    spoil: withDb((db) => ({ get: async (key, options) => unexpired(await db.get(key, options)) })),
  },
  {
    name: "no-hold-revision",
    about: "a hold is ended without looking whether it has been",
    spoil: onWrites((write) =>
      write.type === "put" && write.item.pk.startsWith("H#") && write.item.state !== "open"
        ? { ...write, condition: always }
        : write,
    ),
  },
];

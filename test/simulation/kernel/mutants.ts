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
  /** A seed that found it when it was written: the short run looks there before it looks everywhere. */
  readonly seed?: number;
  /** Where it takes more seeds than others to be found: how many it may take. */
  readonly within?: number;
  readonly spoil: (deps: Deps) => Deps;
}

/** Spoils some members of the store. */
export const withDb = (change: (db: Db) => Partial<Db>): Mutant["spoil"] => {
  return (deps) => ({ ...deps, db: { ...deps.db, ...change(deps.db) } });
};

/** Spoils each write of every transaction. */
export const onWrites = (change: (write: Write) => Write): Mutant["spoil"] =>
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

/**
 * Updates below a partition prefix without one comparison of their condition. Names and values that the update uses
 * stay.
 */
export const relaxed = (attribute: string, prefix: string) =>
  onWrites((write) => {
    if (write.type !== "update" || !write.key.pk.startsWith(prefix)) return write;
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

/** Whether a write puts an item whose partition begins so. */
export const isCreate = (write: Write, prefix: string): boolean =>
  write.type === "put" && write.item.pk.startsWith(prefix);

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

/** Puts below a partition prefix whose condition always holds, where `only` says so. */
export const unguarded = (prefix: string, only: (item: Item) => boolean = () => true): Mutant["spoil"] =>
  onWrites((write) =>
    write.type === "put" && isCreate(write, prefix) && only(write.item) ? { ...write, condition: always } : write,
  );

/** Items below a partition prefix are not entered in an index. */
export const unlisted = (prefix: string, index: "g1" | "g2" | "g3"): Mutant["spoil"] =>
  onWrites((write) => {
    if (write.type !== "put" || !isCreate(write, prefix)) return write;
    const { [`${index}p`]: _partition, [`${index}s`]: _sort, ...item } = write.item;
    return { ...write, item: item as Item };
  });

/** Commands keep no answer under their key. */
export const forgetful: Mutant = {
  name: "no-kept-answer",
  about: "a command keeps no answer under its key",
  spoil: withDb((db) => ({
    commit: (writes) => {
      const rest = writes.filter((write) => !isCreate(write, "K#"));
      return rest.length === 0 ? Promise.resolve({ ok: true }) : db.commit(rest);
    },
  })),
};

/** Failed conditions are no reason to give up. */
export const stubborn: Mutant = {
  name: "retry-non-conflict",
  about: "a failed condition is retried as if it were a conflict",
  spoil: withDb((db) => ({ commit: (writes) => insist(db, writes) })),
};

/** Faults of the community fund that its simulation must find. */
import type { Item } from "../../../functions/shared/write.ts";
import { forgetful, isCreate, type Mutant, onWrites, relaxed, stubborn, unguarded, withDb } from "../kernel/mutants.ts";

const later = ({ rev }: Item): boolean => (rev as number) > 1;

/** The mutants of the community fund. */
export const fundMutants: readonly Mutant[] = [
  {
    name: "no-envelope-condition",
    about: "an award is not asked whether the fund has so much",
    seed: 32,
    spoil: relaxed("avail", "A#"),
  },
  {
    name: "paid-without-mark",
    about: "a tranche is paid, and what says so is forgotten",
    spoil: withDb((db) => ({
      commit: (writes, spending) =>
        db.commit(
          writes.filter((write) => !(isCreate(write, "FT#") && write.type === "put" && write.item.state === "paid")),
          spending,
        ),
    })),
  },
  {
    name: "no-grant-revision",
    about: "a grant is moved on without looking whether it has been",
    spoil: unguarded("FA#", later),
  },
  {
    name: "hold-kept",
    about: "a payment leaves what was promised in place",
    spoil: withDb((db) => ({
      commit: (writes, spending) =>
        db.commit(
          writes.filter((write) => !(isCreate(write, "H#") && write.type === "put" && write.item.state === "posted")),
          spending,
        ),
    })),
  },
  {
    name: "no-period-mark",
    about: "nothing says that a month's income has been divided",
    spoil: withDb((db) => ({
      commit: (writes, spending) =>
        db.commit(
          writes.filter((write) => !isCreate(write, "FU#")),
          spending,
        ),
    })),
  },
  {
    name: "no-room-for-costs",
    about: "administrative costs are not held to their cap",
    seed: 14,
    spoil: onWrites((write) =>
      write.type === "update" && write.key.pk.startsWith("FD#")
        ? { ...write, condition: { ...write.condition, expression: write.condition.expression.replace(/ AND .*/, "") } }
        : write,
    ),
  },
  forgetful,
  stubborn,
];
